"""run.py makes an environment once, exactly as the lock says, and says what helps where it cannot."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys

import pytest

from tests.house.repository import ROOT, imported, parsed

RUN = ROOT / "run.py"


@pytest.fixture
def launcher(tmp_path, monkeypatch):
    """run.py as a module of a made-up tree; making and filling an environment only notes that it happened."""
    spec = importlib.util.spec_from_file_location("launcher", RUN)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    (tmp_path / "requirements.lock").write_text("ibis-framework==12.0.0 \\\n    --hash=sha256:00\n")
    module.made = []

    def make(folder):
        python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("")
        module.made.append(folder.name)

    monkeypatch.setattr(module, "make", make)
    monkeypatch.setattr(module, "fill", lambda *_: None)
    monkeypatch.setattr(module, "open_house", lambda *_: None)
    return module


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, str(RUN), *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def test_it_needs_nothing_but_the_standard_library():
    outside = {name for _, name in imported(RUN) if name.split(".")[0] not in sys.stdlib_module_names}
    assert outside == set()


def test_it_can_be_read_by_the_oldest_python_it_refuses():
    """An older Python must reach the sentence that names the version it needs, not a syntax error."""
    ast.parse(RUN.read_text("utf-8"), feature_version=(3, 8))


def test_without_a_command_it_lists_them():
    done = run()
    assert done.returncode == 0
    listed = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
    assert {"demo", "test", "check", "fix", "bench", "docs", "prakas"} == set(listed)
    assert len(listed) <= 12


def test_an_unknown_command_is_wrong_use():
    done = run("demmo")
    assert done.returncode == 2
    assert '"demmo" is no command' in done.stderr
    assert done.stdout == ""


def test_the_second_start_makes_nothing(launcher):
    for _ in range(2):
        launcher.environment("requirements.lock", ".venv", "")
    assert launcher.made == [".venv"]


@pytest.mark.parametrize("change", ["lock", "place", "recipe"])
def test_a_change_of_what_an_environment_depends_on_makes_it_anew(launcher, tmp_path, monkeypatch, change):
    launcher.environment("requirements.lock", ".venv", "")
    if change == "lock":
        (tmp_path / "requirements.lock").write_text("ibis-framework==12.0.1 \\\n    --hash=sha256:01\n")
    elif change == "recipe":
        monkeypatch.setattr(launcher, "RECIPE", b"other")
    else:
        (tmp_path / "moved").mkdir()
        for name in (".venv", "requirements.lock"):
            (tmp_path / name).rename(tmp_path / "moved" / name)
        monkeypatch.setattr(launcher, "ROOT", tmp_path / "moved")
    launcher.environment("requirements.lock", ".venv", "")
    assert launcher.made == [".venv", ".venv"]


def test_an_environment_that_was_left_half_made_is_made_anew(launcher, monkeypatch):
    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(launcher, "fill", killed)
        launcher.environment("requirements.lock", ".venv", "")
    launcher.environment("requirements.lock", ".venv", "")
    assert launcher.made == [".venv", ".venv"]


def test_while_an_installer_of_a_killed_run_lives_the_next_run_waits(launcher, tmp_path):
    """Two installers in one folder would leave a mixture that carries a stamp."""
    fcntl = pytest.importorskip("fcntl")
    lock = tmp_path / ".venv.lock"
    with launcher.alone(lock) as held:
        orphan = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, pass_fds=held)
    with lock.open("w") as file:
        with pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        orphan.communicate(b"\n")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_the_installer_inherits_the_lock(launcher, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text(f"#!{sys.executable}\nimport os\nos.fstat(int(os.environ['HELD']))\n")
    python.chmod(0o755)
    with launcher.alone(tmp_path / ".venv.lock") as held:
        monkeypatch.setenv("HELD", str(held[0]))
        launcher.pip(python, [], held)
        with pytest.raises(launcher.SetupError, match="Bad file descriptor"):
            launcher.pip(python, [], ())


def test_an_environment_made_by_hand_is_not_trusted(launcher, tmp_path, capsys):
    launcher.make(tmp_path / ".venv")
    launcher.environment("requirements.lock", ".venv", "")
    assert launcher.made == [".venv", ".venv"]
    assert "was not made by run.py" in capsys.readouterr().err


def test_without_the_venv_module_it_says_the_line_that_helps(launcher, tmp_path, monkeypatch):
    monkeypatch.undo()
    real = importlib.util.find_spec
    monkeypatch.setattr(launcher.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))
    with pytest.raises(launcher.SetupError, match="apt-get install -y python3-venv"):
        launcher.make(tmp_path / ".venv")


@pytest.mark.parametrize(
    ("command", "rest", "folder"),
    [
        ("demo", [], ".venv"),
        ("prakas", ["audit", "tape"], ".venv"),
        ("prakas", ["audit", "tape", "--engine", "duckdb"], ".venv"),
        ("prakas", ["audit", "tape", "--engine", "spark"], ".venv-spark"),
        ("prakas", ["audit", "--engine=spark", "tape"], ".venv-spark"),
        ("prakas", ["audit", "spark"], ".venv"),
        ("prakas", ["tape", "from-fineract", "URL"], ".venv-fineract"),
        ("test", [], ".venv-dev"),
        ("check", [], ".venv-dev"),
    ],
)
def test_spark_or_a_driver_is_fetched_only_where_it_is_asked_for(launcher, command, rest, folder):
    assert launcher.kind_of(command, rest)[1] == folder


def test_a_program_keeps_its_exit_code():
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import run; run.become([sys.executable, '-c', 'raise SystemExit(7)'])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7


def test_the_builder_of_what_must_be_built_comes_from_the_lock(launcher):
    blocks = launcher.blocks_of(ROOT / "requirements-dev.lock")
    assert launcher.BUILT_HERE in blocks
    assert "--hash=sha256:" in blocks[launcher.BUILDS_IT]
    assert blocks[launcher.BUILDS_IT].count("==") == 1
    assert "".join(blocks.values()) == (ROOT / "requirements-dev.lock").read_text("utf-8")


def test_the_functions_of_the_launcher_stay_short():
    long = [n.name for n in ast.walk(parsed(RUN)) if isinstance(n, ast.FunctionDef) and n.end_lineno - n.lineno > 40]
    assert long == []
