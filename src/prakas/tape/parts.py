"""Reads Parquet, whole or in parts: typed columns become the text that a CSV of them would hold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from prakas.errors import FilingError
from prakas.tape.blocks import Block, Broken, Opened, auto_names, shown

ROWS = 100_000

# What a damaged file makes the library raise; the last ones come out of its metadata.
_UNREADABLE = (pa.ArrowException, OSError, ValueError, KeyError, TypeError, MemoryError, OverflowError)


def open_parquet(path: Path, first_row: int) -> Opened:
    """Return a Parquet file's columns and rows, numbered from `first_row`. Raises FilingError where it cannot be read."""
    try:
        file = pq.ParquetFile(path)
        names = tuple(file.schema_arrow.names)
    except _UNREADABLE as fault:
        raise _unreadable(path) from fault
    return Opened(names, (), _blocks(path, file, first_row))


def _blocks(path: Path, file: Any, first_row: int) -> Iterator[Block]:
    row = first_row
    try:
        with file:
            for batch in file.iter_batches(ROWS):
                yield _block(batch, row)
                row += batch.num_rows
    except _UNREADABLE as fault:
        raise _unreadable(path) from fault


def _unreadable(path: Path) -> FilingError:
    return FilingError(f"{path.name}: the Parquet file cannot be read; it may be cut off. Write it again and send it again.")


def _block(batch: pa.RecordBatch, first_row: int) -> Block:
    columns = [_text(c) for c in batch.columns]
    rows = np.arange(first_row, first_row + batch.num_rows, dtype=np.int64)
    bad = np.zeros(batch.num_rows, dtype=bool)
    for column in columns:
        bad |= _not_utf8(column)
    broken = []
    if bad.any():
        for index in np.flatnonzero(bad):
            raw = [c.cast(pa.binary())[int(index)].as_py() or b"" for c in columns]
            broken.append(Broken(int(rows[index]), "F002", shown(b",".join(raw)), tuple(shown(v) for v in raw)))
        keep = pa.array(~bad)
        columns = [c.cast(pa.binary()).filter(keep).cast(pa.string()) for c in columns]
        rows = rows[~bad]
    return Block(pa.table(columns, names=auto_names(len(columns))), rows, broken)


def _not_utf8(column: pa.Array) -> np.ndarray:
    """Return which values of a text column are no UTF-8: Parquet does not say so by itself."""
    bad = np.zeros(len(column), dtype=bool)
    try:
        column.validate(full=True)
    except pa.ArrowInvalid:
        for index, value in enumerate(column.cast(pa.binary()).to_pylist()):
            try:
                value.decode("utf-8")
            except UnicodeDecodeError:
                bad[index] = True
    return bad


def _text(column: pa.Array) -> pa.Array:
    """Return a column as text, null as empty; numbers plain, dates ISO, a timestamp at midnight as its date."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _text(column.dictionary_decode())
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        words = pa.array([None if v is None else _plain(v) for v in column.to_pylist()], pa.string())
    elif pa.types.is_timestamp(kind):
        words = _moments(column)
    elif pa.types.is_binary(kind) or pa.types.is_large_binary(kind) or pa.types.is_fixed_size_binary(kind):
        words = pa.Array.from_buffers(pa.string(), len(column), column.cast(pa.binary()).buffers(), offset=0)
        words = words if column.offset == 0 else pa.concat_arrays([column.cast(pa.binary())]).view(pa.string())
    elif pa.types.is_nested(kind) or pa.types.is_null(kind):
        words = pa.array([None if v is None else str(v) for v in column.to_pylist()], pa.string())
    else:
        words = column.cast(pa.string())
    return pc.fill_null(words, "")


def _moments(column: pa.Array) -> pa.Array:
    days = column.cast(pa.timestamp("us", column.type.tz), safe=False).cast(pa.timestamp("us")).to_pylist()
    return pa.array([None if d is None else d.isoformat().removesuffix("T00:00:00") for d in days], pa.string())


def _plain(value: float | Decimal) -> str:
    """Return a number without exponent and without zeros that say nothing.

    >>> _plain(1500.0), _plain(0.25), _plain(Decimal("0E-8")), _plain(1e16)
    ('1500', '0.25', '0', '10000000000000000')
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        return str(value)
    words = format(number, "f")
    return words.rstrip("0").rstrip(".") if "." in words else words
