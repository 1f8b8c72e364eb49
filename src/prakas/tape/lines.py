"""Cuts a CSV into its physical lines, so that every line is either read or given back with its number.

No CSV reader that we tried keeps every line when a quote is left open, so lines come first here and values second: a block
of bytes is cut at its line feeds, lines that are plain go to the fast reader in bulk, lines with quotes are read one by
one, and all others are broken. Nothing can fall between: what is read and what is broken add up to the lines.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as pacsv

from prakas.errors import FilingError
from prakas.tape.blocks import Block, Broken, Opened, auto_names, shown

BLOCK = 8 << 20  # bytes held at a time
LONGEST_LINE = 1 << 20
SEPARATORS = (",", ";", "\t", "|")
MOST_RATIO = 1_100  # no gzip stream swells more than 1,032 times; a longer one is not gzip's doing
MOST_BYTES = 256 << 30  # what one .gz may unpack to
BOM = b"\xef\xbb\xbf"

LF, CR, NUL, QUOTE = 10, 13, 0, 34


@dataclass(frozen=True)
class _Shape:
    """How lines of this file are cut."""

    separator: str
    width: int
    names: list[str]


@dataclass(frozen=True)
class _TooLong:
    """A line that does not fit the memory set aside: its beginning."""

    head: bytes


def open_csv(path: Path, block: int = BLOCK) -> Opened:
    """Return a CSV's header and its rows in blocks. Raises FilingError where it has no header or is no text."""
    pieces = _pieces(path, block)
    try:
        first = next(pieces, None)
    except _UNREADABLE as fault:
        raise _cut_off(path) from fault
    if not isinstance(first, bytes):
        raise FilingError(f"{path.name}: the file is empty or has no line of column names. A table has at least its header.")
    line, rest = first[: first.index(b"\n")], first[first.index(b"\n") + 1 :]
    repairs: list[tuple[str, str]] = []
    if line.startswith(BOM):
        line = line.removeprefix(BOM)
        repairs.append(("F101", ""))
    if line.endswith(b"\r"):
        line = line.removesuffix(b"\r")
        repairs.append(("F102", ""))
    header, separator = _header(path, line)
    if separator != ",":
        repairs.append(("F104", {"\t": "tab"}.get(separator, separator)))
    shape = _Shape(separator, len(header), auto_names(len(header)))
    return Opened(header, tuple(repairs), _blocks(path, rest, pieces, shape))


_UNREADABLE = (EOFError, gzip.BadGzipFile, zlib.error, OSError)


def _cut_off(path: Path) -> FilingError:
    return FilingError(f"{path.name}: the file cannot be read to its end; it may be cut off. Send it again.")


def _header(path: Path, line: bytes) -> tuple[tuple[str, ...], str]:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in line:
        raise FilingError(f"{path.name}: the file is UTF-16 or no text at all. Save it as CSV UTF-8.")
    try:
        words = line.decode("utf-8")
    except UnicodeDecodeError:
        raise FilingError(f"{path.name}: the line of column names is not UTF-8. Save the file as CSV UTF-8.") from None
    if not words.strip():
        raise FilingError(f"{path.name}: the first line is blank; it must hold the column names. Delete what is above them.")
    if "\r" in words:
        raise FilingError(f"{path.name}: lines end with a carriage return alone. Save the file as CSV UTF-8.")
    separator = max(SEPARATORS, key=lambda s: (words.count(s), s == ","))
    values = quoted(words, separator)
    if values is None:
        raise FilingError(f"{path.name}: the quotes in the line of column names do not close. Write the names without quotes.")
    return tuple(values), separator


def quoted(line: str, separator: str) -> list[str] | None:
    """Return the values of one line with quotes; None where the quotes do not close on it.

    >>> quoted('1,"a, b",2', ","), quoted('1,"a,2', ",")
    (['1', 'a, b', '2'], None)
    """
    if line.count('"') % 2:
        return None
    try:
        rows = list(csv.reader((line,), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _pieces(path: Path, block: int) -> Iterator[bytes | _TooLong]:
    """Return the bytes of a file in pieces that end with a line feed; a last line without one is given one."""
    carry = b""
    skipping = False
    with path.open("rb") as raw:
        stream: BinaryIO = gzip.GzipFile(fileobj=raw) if path.suffix.lower() == ".gz" else raw  # type: ignore[assignment]
        unpacked = 0
        while chunk := stream.read(block):
            unpacked += len(chunk)
            if stream is not raw and unpacked > MOST_BYTES:
                raise FilingError(f"{path.name}: the file unpacks to more than any book holds. Send it unpacked.")
            if skipping:
                at = chunk.find(b"\n") + 1
                if not at:
                    continue
                chunk, skipping = chunk[at:], False
            held = carry + chunk
            cut = held.rfind(b"\n") + 1
            if cut:
                yield held[:cut]
            carry = held[cut:]
            if len(carry) > LONGEST_LINE:
                yield _TooLong(carry[: LONGEST_LINE // 8])
                carry, skipping = b"", True
    if carry:
        yield carry + b"\n"


def _blocks(path: Path, rest: bytes, pieces: Iterator[bytes | _TooLong], shape: _Shape) -> Iterator[Block]:
    row = 2  # the header is line 1
    piece: bytes | _TooLong | None = rest
    try:
        while piece is not None:
            if isinstance(piece, _TooLong):
                yield Block(_no_rows(shape), np.empty(0, np.int64), [_broken(piece.head, row, "F006", shape)])
                row += 1
            elif piece:
                block, lines = _cut(piece, shape, row)
                yield block
                row += lines
            piece = next(pieces, None)
    except _UNREADABLE as fault:
        raise _cut_off(path) from fault


def _no_rows(shape: _Shape) -> pa.Table:
    return pa.table([pa.array([], pa.string()) for _ in shape.names], names=shape.names)


@dataclass(frozen=True)
class _Lines:
    """The lines of a piece: its bytes, where each line begins and ends (at its line feed), and how long it is without that."""

    octets: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    lengths: np.ndarray

    @classmethod
    def of(cls, piece: bytes) -> _Lines:
        """Return the lines of a piece, which ends with a line feed."""
        octets = np.frombuffer(piece, dtype=np.uint8)
        ends = np.flatnonzero(octets == LF)
        starts = np.concatenate(([0], ends[:-1] + 1))
        returns = (octets[np.maximum(ends - 1, 0)] == CR) & (ends > starts)
        return cls(octets, starts, ends, ends - starts - returns)

    def touched(self, positions: np.ndarray) -> np.ndarray:
        """Return which lines hold one of some bytes."""
        mask = np.zeros(len(self.ends), dtype=bool)
        mask[np.searchsorted(self.ends, positions)] = True
        return mask

    def counts(self, positions: np.ndarray) -> np.ndarray:
        """Return how many of some bytes each line holds."""
        return np.diff(np.searchsorted(positions, self.ends), prepend=0)


def _cut(piece: bytes, shape: _Shape, first_row: int) -> tuple[Block, int]:
    """Return a piece's rows and broken lines, and how many lines it has."""
    lines = _Lines.of(piece)
    octets, ends = lines.octets, lines.ends
    separators = np.flatnonzero(octets == ord(shape.separator))
    quotes = np.flatnonzero(octets == QUOTE)
    faults = _faults(piece, lines)
    bulk = (faults == "") & (lines.counts(separators) == shape.width - 1)
    if len(quotes):
        bulk &= _wrapped(lines, quotes, separators)
    if bulk.all() and not len(quotes):
        table = _bulk(piece, shape)
    else:
        table = _bulk(octets[np.repeat(bulk, np.diff(ends, prepend=-1)) & (octets != QUOTE)].tobytes(), shape)
    assert table.num_rows == int(bulk.sum()), "the fast reader lost a line"
    rows = np.flatnonzero(bulk) + first_row
    kept, kept_rows, broken = _one_by_one(piece, lines, np.flatnonzero(~bulk), faults, shape, first_row)
    if kept:
        table = pa.concat_tables([table, _table(kept, shape)])
        rows = np.concatenate((rows, np.array(kept_rows, dtype=np.int64)))
    assert len(rows) + len(broken) == len(ends), "a line fell between"
    return Block(table, rows.astype(np.int64), broken), len(ends)


def _faults(piece: bytes, lines: _Lines) -> np.ndarray:
    """Return for each line the edit that its bytes deserve, empty where they are text."""
    octets = lines.octets
    faults = np.full(len(lines.ends), "", dtype="U4")
    faults[_undecodable(piece, lines)] = "F002"
    carriage = np.flatnonzero(octets == CR)
    stray = carriage[octets[carriage + 1] != LF]  # a piece ends with a line feed, so there is always a next byte
    faults[lines.touched(np.concatenate((stray, np.flatnonzero(octets == NUL))))] = "F003"
    faults[lines.lengths == 0] = "F004"
    faults[lines.lengths > LONGEST_LINE] = "F006"
    return faults


def _wrapped(lines: _Lines, quotes: np.ndarray, separators: np.ndarray) -> np.ndarray:
    """Return the lines whose quotes do nothing but stand around whole values: without them the line reads the same."""
    octets = lines.octets
    bounds = np.zeros(256, dtype=bool)
    bounds[[LF, CR, int(octets[separators[0]]) if len(separators) else LF]] = True
    line = np.searchsorted(lines.ends, quotes)
    before = np.searchsorted(quotes, lines.starts)  # quotes in the lines above
    opens = (np.arange(len(quotes)) - before[line]) % 2 == 0
    sound = np.where(opens, bounds[octets[quotes - 1]] | (quotes == 0), bounds[octets[quotes + 1]])
    fits = lines.counts(quotes) % 2 == 0
    fits[line[~sound]] = False
    inside = (np.searchsorted(quotes, separators) - before[np.searchsorted(lines.ends, separators)]) % 2 == 1
    fits[lines.touched(separators[inside])] = False
    return fits


def _one_by_one(
    piece: bytes, lines: _Lines, chosen: np.ndarray, faults: np.ndarray, shape: _Shape, first_row: int
) -> tuple[list[list[str]], list[int], list[Broken]]:
    """Return the values and numbers of lines that only Python's own reader can read, and the broken ones."""
    kept: list[list[str]] = []
    rows: list[int] = []
    broken: list[Broken] = []
    for index in chosen:
        raw = piece[lines.starts[index] : lines.starts[index] + lines.lengths[index]]
        row = int(index) + first_row
        rule = str(faults[index])
        has_quotes = b'"' in raw
        values = quoted(raw.decode("utf-8"), shape.separator) if not rule and has_quotes else None
        if values is not None and len(values) == shape.width:
            kept.append(values)
            rows.append(row)
        else:
            rule = rule or ("F005" if has_quotes and values is None else "F004" if not raw.strip() else "F001")
            broken.append(_broken(raw, row, rule, shape))
    return kept, rows, broken


def _undecodable(piece: bytes, lines: _Lines) -> np.ndarray:
    """Return the lines that are not UTF-8."""
    bad = np.zeros(len(lines.ends), dtype=bool)
    if int(lines.octets.max()) < 128:
        return bad
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        for index in np.flatnonzero(lines.touched(np.flatnonzero(lines.octets >= 128))):
            try:
                piece[lines.starts[index] : lines.ends[index]].decode("utf-8")
            except UnicodeDecodeError:
                bad[index] = True
    return bad


def _bulk(lines: bytes, shape: _Shape) -> pa.Table:
    """Return lines that are known to be plain as text columns."""
    if not lines:
        return _no_rows(shape)
    return pacsv.read_csv(
        pa.py_buffer(lines),
        pacsv.ReadOptions(column_names=shape.names, block_size=len(lines) + 1),
        pacsv.ParseOptions(
            delimiter=shape.separator,
            quote_char=False,
            double_quote=False,
            escape_char=False,
            newlines_in_values=False,
            ignore_empty_lines=False,
        ),
        pacsv.ConvertOptions(
            column_types=dict.fromkeys(shape.names, pa.string()), strings_can_be_null=False, null_values=[], check_utf8=False
        ),
    )


def _table(rows: list[list[str]], shape: _Shape) -> pa.Table:
    return pa.table([pa.array(c, pa.string()) for c in zip(*rows, strict=True)], names=shape.names)


def _broken(raw: bytes, row: int, rule: str, shape: _Shape) -> Broken:
    words = shown(raw)
    fields = tuple(f.strip(' "') for f in words.split(shape.separator)[:200]) if rule != "F004" else ()
    return Broken(row, rule, words, fields)
