"""What every reader gives: rows as text, block by block, each with its number in the sender's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

LONGEST_RAW = 4_000  # characters of a broken line that are given back; a row is a few hundred


@dataclass(frozen=True)
class Broken:
    """A line that cannot be cut into the header's values."""

    row: int
    rule: str
    raw: str  # invalid bytes as \\xNN
    fields: tuple[str, ...] = ()  # what it holds between separators, to find the loan it speaks of


@dataclass(frozen=True)
class Block:
    """Some rows: a text column for each column of the header, and the line of each row."""

    table: pa.Table
    rows: np.ndarray  # int64
    broken: list[Broken] = field(default_factory=list)


@dataclass(frozen=True)
class Opened:
    """A file that has been opened: its header as it came, what had to be repaired to read it, and its rows."""

    header: tuple[str, ...]
    repairs: tuple[tuple[str, str], ...]  # (edit, what was seen)
    blocks: Iterator[Block]


def auto_names(width: int) -> list[str]:
    """Return neutral column names: the sender's may be anything."""
    return [f"c{i}" for i in range(width)]


def shown(raw: bytes) -> str:
    r"""Return bytes as text, what is not UTF-8 as \\xNN, cut where it is longer than a row can be.

    >>> shown(b"ab\xff\x00")
    'ab\\xff\\x00'
    """
    cut = raw[: 4 * LONGEST_RAW]
    words = cut.decode("utf-8", "backslashreplace").replace("\0", "\\x00").replace("\r", "\\x0d")
    return words if len(words) <= LONGEST_RAW and len(cut) == len(raw) else words[:LONGEST_RAW] + "…"
