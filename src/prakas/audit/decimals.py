"""Whole numbers as decimals, exactly: hundredths as money, billionths as rates."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

MONEY = pa.decimal128(18, 2)
RATE = pa.decimal128(18, 9)


def as_decimal(column: Any, kind: pa.Decimal128Type) -> Any:
    """Return an int64 column as decimals of the kind's scale, by moving the point and nothing else."""
    arrays = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    moved = []
    for array in arrays:
        small = pa.decimal64(kind.precision, kind.scale)
        moved.append(pa.Array.from_buffers(small, len(array), array.buffers(), array.null_count, array.offset).cast(kind))
    return pa.chunked_array(moved, type=kind)


def as_text(column: Any, kind: pa.Decimal128Type) -> Any:
    """Return an int64 column as plain numbers in text: money with two decimals or none, rates without zeros at the end."""
    text = pc.cast(as_decimal(column, kind), pa.string())
    return pc.replace_substring_regex(text, r"\.00$" if kind == MONEY else r"\.?0+$", "")
