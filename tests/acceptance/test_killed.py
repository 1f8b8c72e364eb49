"""Killed at random moments: the result is whole or not there, and the next run succeeds and clears what was left.

PRAKAS_FULL=1 kills 50 times, otherwise 6. The last moments, when files are put in their place, get their share.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.acceptance.commanding import command, environment
from tests.acceptance.running import FULL
from tests.acceptance.same_bytes import bytes_of
from tests.tape import made

TIMES = 50 if FULL else 6
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]


def words(folder):
    return ["audit", folder / "tape", "--date", made.AUDIT_DATE, "--out", folder / "out"]


def begun(folder, *more):
    command_line = [sys.executable, "-m", "prakas", *map(str, words(folder)), *more]
    return subprocess.Popen(command_line, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A tape, the bytes of an audit of it that nobody stopped, and its lines of progress."""
    folder = tmp_path_factory.mktemp("clean")
    made.folder(folder / "tape")
    run = begun(folder)
    lines = run.stderr.readlines()
    run.communicate()
    assert run.returncode == 0
    return folder / "tape", bytes_of(folder / "out"), len(lines)


def killed(folder, after, pause, number, *more):
    """Return how a run ended that got a signal a moment after so many lines of progress, and what it said."""
    run = begun(folder, *more)
    said = [run.stderr.readline() for _ in range(after)]
    time.sleep(pause)
    run.send_signal(number)
    _, rest = run.communicate()
    return run.returncode, "".join(said) + rest


def test_a_killed_audit_leaves_a_whole_result_or_none(clean, tmp_path):
    tape, wanted, lines = clean
    shutil.copytree(tape, tmp_path / "tape")
    out, rng = tmp_path / "out", random.Random(7)
    ends = []
    for turn in range(TIMES):
        shutil.rmtree(out, ignore_errors=True)
        after = lines - rng.randrange(2) if turn % 3 == 0 else rng.randint(1, lines)  # a third at the very end
        code, err = killed(tmp_path, after, rng.uniform(0, 0.5), SIGNALS[turn % 2 if turn % 4 else 2])
        assert "Traceback" not in err
        assert code in (0, 130, -signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT)
        ends.append((code, out.exists()))
        if out.exists():
            assert bytes_of(out) == wanted
        else:
            assert code != 0
        if code != -signal.SIGKILL:  # who is asked to stop clears up after itself
            assert sorted(path.name for path in tmp_path.iterdir()) in (["tape"], ["out", "tape"])
    assert sum(not stood for _, stood in ends) >= TIMES // 2, ends
    assert -signal.SIGKILL in {code for code, stood in ends if not stood}
    shutil.rmtree(out, ignore_errors=True)
    assert command(*words(tmp_path)).code == 0
    assert bytes_of(out) == wanted
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "tape"]


def test_a_killed_replacement_leaves_the_old_result_or_the_new_one(clean, tmp_path):
    tape, wanted, lines = clean
    shutil.copytree(tape, tmp_path / "tape")
    out, rng = tmp_path / "out", random.Random(8)
    for turn in range(TIMES // 3):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        (out / "old").write_text("old")
        code, _ = killed(tmp_path, lines - turn % 2, rng.uniform(0, 0.3), signal.SIGKILL, "--replace")
        assert code in (0, -signal.SIGKILL)
        assert [path.name for path in out.iterdir()] == ["old"] or bytes_of(out) == wanted
