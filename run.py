"""The index of commands. Standard library only: a bare machine with Python 3.11 and its venv module needs nothing else."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
STAMP = "prakas-stamp"
RECIPE = b"1"  # raise it when the way an environment is made changes, so that all are made anew
BUILT_HERE = "pyspark"  # published as source alone; everything else comes as a wheel
BUILDS_IT = "setuptools"

PLAIN = ("requirements.lock", ".venv", "about 200 MB to fetch")
FINERACT = ("requirements-fineract.lock", ".venv-fineract", "about 200 MB to fetch")
SPARK = ("requirements-spark.lock", ".venv-spark", "about 700 MB to fetch, most of it Spark")
DEV = ("requirements-dev.lock", ".venv-dev", "about 700 MB to fetch, most of it Spark")

COMMANDS = {
    "demo": "make up a small sector, audit it, print the headline and the path of the report",
    "prakas": "run prakas itself: python3 run.py prakas audit TAPE --date 2020-06-30 --out DIR",
    "test": "run the tests; what follows goes to pytest: python3 run.py test tests/house",
    "check": "form, lint, types and arrows between rooms; changes nothing",
    "fix": "mend what the form and lint checks can mend themselves",
    "docs": "write the generated pages under docs/reference anew",
    "bench": "measure an audit beside a bare scan of the same columns",
}


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; 2 for an unknown one."""
    if sys.version_info < OLDEST:
        say(f"Prakas needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
        return 2
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print("python3 run.py COMMAND\n")
        for name, meaning in COMMANDS.items():
            print(f"  {name:8}{meaning}")
        return 0
    command, rest = arguments[0], arguments[1:]
    if command not in COMMANDS:
        say(f'"{command}" is no command of run.py. There are: {", ".join(COMMANDS)}.')
        return 2
    try:
        return run(command, rest)
    except SetupError as problem:
        say(str(problem))
        return 3
    except KeyboardInterrupt:
        say("stopped; an environment that was being made is made anew next time")
        return 130


def run(command: str, rest: list[str]) -> int:
    """Run a known command in its environment and return its exit code."""
    python = environment(*kind_of(command, rest))
    if command == "demo":
        return become([python, "-m", "prakas", "demo", *rest])
    if command == "prakas":
        return become([python, "-m", "prakas", *rest])
    if command == "test":
        workers = [] if any(a.startswith(("-n", "--pdb", "--numprocesses")) for a in rest) else ["-n", "2", "--dist", "loadgroup"]
        return become([python, "-m", "pytest", *workers, *rest], ROOT)
    if command == "bench":
        return become([python, str(ROOT / "benchmarks" / "run.py"), *rest], ROOT)
    if command == "docs":
        return become([python, str(ROOT / "docs" / "build.py"), *rest], ROOT)
    lines = [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"], ["importlinter"]]
    if command == "fix":
        lines = [["ruff", "check", "--fix"], ["ruff", "format"]]
    return all_of(python, lines, rest)


def kind_of(command: str, rest: list[str]) -> tuple[str, str, str]:
    """Return lock, folder and size of the environment that a command needs: Spark or a driver only where it is asked for."""
    if command not in {"demo", "prakas"}:
        return DEV
    if command == "prakas" and "from-fineract" in rest:
        return FINERACT
    wants_spark = "--engine=spark" in rest or ("--engine", "spark") in zip(rest, rest[1:])  # noqa: B905, RUF007 (pairs, on any Python)
    return SPARK if wants_spark else PLAIN


def all_of(python: str, lines: list[list[str]], rest: list[str]) -> int:
    """Run every tool, whether or not one before it complained, and return 1 if any did."""
    failed = []
    for tool, *options in lines:
        say(f"{tool} {' '.join(options)}".rstrip())
        if tool == "importlinter":
            entry = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
            arguments = [python, "-c", entry]
        else:
            arguments = [python, "-m", tool, *options, *(rest if tool == "ruff" else [])]
        if subprocess.run(arguments, cwd=ROOT, check=False).returncode:
            failed.append(" ".join([tool, *options]))
    say("all well" if not failed else f"complaints from {', '.join(failed)}: see above")
    return 1 if failed else 0


def become(arguments: list[str], folder: Path | None = None) -> int:
    """Hand this process over to a program, so that signals and the exit code are its own."""
    if folder:
        os.chdir(folder)
    sys.stdout.flush()
    sys.stderr.flush()
    if WINDOWS:  # there execv would return to the shell at once
        return subprocess.run(arguments, check=False).returncode
    return os.execv(arguments[0], arguments)  # noqa: S606  (no shell is wanted)


# ------------------------------------------------------------------------------------------------- the environments


class SetupError(Exception):
    """The environment could not be made: what is wrong and the one line that helps."""


def environment(lock_name: str, folder_name: str, size: str) -> str:
    """Return the Python of an environment that holds exactly what a lock names; make it first where it does not."""
    lock, folder = ROOT / lock_name, ROOT / folder_name
    python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
    stamp, wanted = folder / STAMP, stamp_of(lock)
    if holds(stamp, wanted) and python.exists():
        return str(python)
    with alone(ROOT / f".{folder_name.lstrip('.')}.lock") as held:
        if holds(stamp, wanted) and python.exists():  # another run made it while this one waited
            return str(python)
        started = time.monotonic()
        say(f"making {folder_name} ({why(folder, stamp)}; {size})")
        make(folder)
        fill(python, lock, held)
        open_house(python, folder)
        stamp.write_text(wanted + "\n", "utf-8")  # last: a half-made environment has no stamp
        say(f"{folder_name} is ready after {time.monotonic() - started:.0f} s; the next start is at once")
    return str(python)


def stamp_of(lock: Path) -> str:
    """Return a hash of everything that an environment depends on: lock, Python, place and recipe."""
    parts = (lock.read_bytes(), sys.version.encode(), str(ROOT).encode(), RECIPE)
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def holds(stamp: Path, wanted: str) -> bool:
    """Return whether a stamp is there and says what is wanted."""
    try:
        return stamp.read_text("utf-8").strip() == wanted
    except OSError:
        return False


def why(folder: Path, stamp: Path) -> str:
    """Return why an environment has to be made, for the progress line."""
    if not folder.exists():
        return "there is none"
    if not stamp.exists():
        return "the one there is half made, or was not made by run.py"
    return "the lock, Python or the place has changed"


def make(folder: Path) -> None:
    """Make an empty virtual environment, in place of whatever stands there."""
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        raise SetupError(
            f"This Python has no {' and no '.join(missing)}, so it cannot make an environment. "
            "On Debian and Ubuntu this helps: apt-get install -y python3-venv"
        )
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=clean(), check=False)
    if done.returncode:
        raise SetupError(f"{folder.name} could not be made:\n{(done.stdout + done.stderr).strip()}")


def fill(python: Path, lock: Path, held: tuple[int, ...] = ()) -> None:
    """Install what a lock names, with every hash checked. Pip's own settings (index, proxy, offline folder) hold."""
    blocks = blocks_of(lock)
    if BUILT_HERE in blocks:  # its builder comes from the lock too, so that nothing arrives unchecked
        with tempfile.TemporaryDirectory() as place:
            builder = Path(place) / "builder.lock"
            builder.write_text(blocks[BUILDS_IT], "utf-8")
            pip(python, ["--only-binary=:all:", "-r", str(builder)], held)
        exception = [f"--no-binary={BUILT_HERE}", "--no-build-isolation", "--use-pep517"]
        pip(python, ["--only-binary=:all:", *exception, "-r", str(lock)], held)
    else:
        pip(python, ["--only-binary=:all:", "-r", str(lock)], held)


def blocks_of(lock: Path) -> dict[str, str]:
    """Return each package's lines of a lock by its name."""
    blocks: dict[str, str] = {}
    name = ""
    for line in lock.read_text("utf-8").splitlines(keepends=True):
        if not line.startswith((" ", "#")) and "==" in line:
            name = line.split("==")[0].strip()
        blocks[name] = blocks.get(name, "") + line
    return blocks


def pip(python: Path, arguments: list[str], held: tuple[int, ...]) -> None:
    """Run pip install, with a line of progress for each larger file; the end of its output where it fails.

    It inherits the lock: where this process is killed and pip lives on, the next run waits for it.
    """
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--no-input", "--progress-bar=off", *arguments]
    lines: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=clean(), pass_fds=held, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            if progress := progress_of(line):
                say(f"  {progress}")
    if process.returncode:
        advice = (
            "The packages could not be installed. Is the package index reachable? Pip's own settings (PIP_*, pip.conf) are used."
        )
        raise SetupError("".join(["pip says:\n", *lines[-30:], advice]))


def progress_of(line: str) -> str:
    """Return what a line of pip's output is worth telling: a file of a megabyte or more, or the installing; else nothing."""
    words = line.split()
    if words[:1] in (["Downloading"], ["Using"], ["Processing"]) and "MB)" in line:
        file = next((word for word in words if word.endswith((".whl", ".gz", ".zip"))), "").rpartition("/")[2]
        return f"fetched {file.split('-')[0]} {line[line.rfind('(') :].strip()}"
    if line.lstrip().startswith("Building wheel for"):
        return f"packing {words[3]}"
    if line.startswith("Installing collected"):
        count = len(line.split(","))
        return f"installing {count} package{'' if count == 1 else 's'}"
    return ""


def open_house(python: Path, folder: Path) -> None:
    """Put src on the environment's path, and a prakas command beside its Python."""
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.run(ask, capture_output=True, text=True, env=clean(), check=True).stdout.strip())
    # Relative, so that a copied tree never runs the code of the tree that it was copied from.
    (packages / "prakas.pth").write_text(os.path.relpath(ROOT / "src", packages) + "\n", "utf-8")
    if not WINDOWS:
        script = folder / "bin" / "prakas"
        script.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m prakas "$@"\n', "utf-8")
        script.chmod(0o755)


def clean() -> dict[str, str]:
    """Return the environment variables without those that would let another Python's packages in."""
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__"}}


@contextmanager
def alone(path: Path) -> Iterator[tuple[int, ...]]:
    """Hold a lock file while an environment is made, and give its number; a second run waits. The kernel frees it at death."""
    try:
        import fcntl  # noqa: PLC0415 (not on Windows)
    except ImportError:  # Windows
        yield ()
        return
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another run is making the environment; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield (file.fileno(),)


def say(text: str) -> None:
    """Write a line of progress; results go to standard output, this never does."""
    print(f"run.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
