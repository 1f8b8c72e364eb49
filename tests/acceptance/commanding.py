"""The command line, in this process or as one of its own; and what it must never do, however it ends."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from prakas.__main__ import main

ROOT = Path(__file__).parents[2]
PROGRESS = re.compile(r"^\s*\d+\.\d s  ")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines on stderr that are not progress."""
        return [line for line in self.err.splitlines() if line and not PROGRESS.match(line)]


def command(*words: object) -> Ended:
    """Run a command in this process."""
    out, err = io.StringIO(), io.StringIO()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    arguments = sys.argv
    sys.argv = ["prakas", *map(str, words)]
    code: object = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = arguments
        for number, handler in before.items():
            signal.signal(number, handler)
    assert isinstance(code, int)
    return Ended(code, out.getvalue(), err.getvalue())


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def process(*words: object) -> Ended:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "prakas", *map(str, words)], capture_output=True, text=True, env=environment(), check=False
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def nothing_left(out: Path) -> None:
    """Assert that neither a result nor a part of one stands at a place."""
    left = sorted(path.name for path in out.parent.iterdir() if out.name in path.name)
    assert left == []


def refused(ended: Ended, *words: str) -> None:
    """Assert one clear sentence or two on stderr, exit code 2, and no traceback."""
    assert ended.code == 2, ended
    assert "Traceback" not in ended.err
    assert len(ended.said) == 1, ended.said
    assert re.fullmatch(r"prakas: .{30,}[.]", ended.said[0]), ended.said
    for word in words:
        assert word in ended.said[0], ended.said[0]
