"""Says on stderr what a run is doing: one line that moves on a terminal, one line a step elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self


class Progress:
    """A callable (step, rows or None) that people can watch; nothing of it goes to stdout."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._is_terminal = sys.stderr.isatty()
        self._step = ""
        self._rows = 0
        self._shown = 0.0

    def __enter__(self) -> Self:
        """Begin to watch."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Clear the moving line."""
        if self._is_terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, step: str, rows: int | None = None) -> None:
        """Say which step it is and how many rows it has come to; the same step may report again and again."""
        now = time.monotonic()
        is_new = step != self._step
        self._rows = (rows or 0) if is_new else self._rows + (rows or 0)
        self._step = step
        if not self._is_terminal:
            if rows is None:
                sys.stderr.write(f"{now - self._started:7.1f} s  {step}\n")
            return
        if is_new or now - self._shown > 0.1:
            counted = f"  {self._rows:,} rows" if self._rows else ""
            sys.stderr.write(f"\r\x1b[K{now - self._started:7.1f} s  {step}{counted}")
            sys.stderr.flush()
            self._shown = now
