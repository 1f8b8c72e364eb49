"""Cuts a CSV into its physical lines, so that every line is either read or given back with its number.

No CSV reader that we tried keeps every line when a quote is left open, so lines come first here and values second: a block
of bytes is cut at its line feeds, lines that are plain go to the fast reader in bulk, lines with quotes are read one by
one, and all others are broken. Nothing can fall between: plain + quoted + broken is the number of lines.
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


def _cut(piece: bytes, shape: _Shape, first_row: int) -> tuple[Block, int]:
    """Return a piece's rows and broken lines, and how many lines it has."""
    octets = np.frombuffer(piece, dtype=np.uint8)
    ends = np.flatnonzero(octets == LF)
    starts = np.concatenate(([0], ends[:-1] + 1))
    returns = octets[np.maximum(ends - 1, 0)] == CR
    lengths = ends - starts - (returns & (ends > starts))
    separators = np.flatnonzero(octets == ord(shape.separator))
    counts = np.diff(np.searchsorted(separators, ends), prepend=0)

    def touched(positions: np.ndarray) -> np.ndarray:
        mask = np.zeros(len(ends), dtype=bool)
        mask[np.searchsorted(ends, positions)] = True
        return mask

    carriage = np.flatnonzero(octets == CR)
    stray = carriage[octets[carriage + 1] != LF]  # a piece ends with a line feed, so there is always a next byte
    control = touched(np.concatenate((stray, np.flatnonzero(octets == NUL))))
    long = lengths > LONGEST_LINE
    undecodable = _undecodable(piece, octets, starts, ends, touched)
    blank = lengths == 0
    quotes = touched(np.flatnonzero(octets == QUOTE))
    sound = ~(control | long | undecodable | blank)
    plain = sound & ~quotes & (counts == shape.width - 1)

    table = _bulk(piece if plain.all() else octets[np.repeat(plain, ends - starts + 1)].tobytes(), shape)
    assert table.num_rows == int(plain.sum()), "the fast reader lost a line"
    rows = np.flatnonzero(plain) + first_row
    broken: list[Broken] = []
    kept: list[list[str]] = []
    kept_rows: list[int] = []
    for index in np.flatnonzero(~plain):
        raw = piece[starts[index] : starts[index] + lengths[index]]
        row = int(index) + first_row
        rule = (
            "F006"
            if long[index]
            else "F004"
            if blank[index]
            else "F003"
            if control[index]
            else "F002"
            if undecodable[index]
            else ""
        )
        values = quoted(raw.decode("utf-8"), shape.separator) if not rule and quotes[index] else None
        if values is not None and len(values) == shape.width:
            kept.append(values)
            kept_rows.append(row)
        else:
            rule = rule or ("F005" if quotes[index] and values is None else "F004" if not raw.strip() else "F001")
            broken.append(_broken(raw, row, rule, shape))
    if kept:
        table = pa.concat_tables([table, _table(kept, shape)])
        rows = np.concatenate((rows, np.array(kept_rows, dtype=np.int64)))
    assert len(rows) + len(broken) == len(ends), "a line fell between"
    return Block(table, rows.astype(np.int64), broken), len(ends)


def _undecodable(piece: bytes, octets: np.ndarray, starts: np.ndarray, ends: np.ndarray, touched: object) -> np.ndarray:
    bad = np.zeros(len(ends), dtype=bool)
    if int(octets.max()) < 128:
        return bad
    try:
        piece.decode("utf-8")
    except UnicodeDecodeError:
        suspects = touched(np.flatnonzero(octets >= 128))  # type: ignore[operator]
        for index in np.flatnonzero(suspects):
            try:
                piece[starts[index] : ends[index]].decode("utf-8")
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
