"""Ids, code words and draws that depend on an id alone, over whole arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from prakas.sample.loans import Floats, Ints

MIX: Final = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB], np.uint64)


def numbered(prefix: str, numbers: Ints, width: int = 7) -> pa.Array:
    """Return ids such as L014-0000001."""
    digits = pc.utf8_lpad(pa.array(numbers).cast(pa.string()), width, "0")
    return pc.binary_join_element_wise(pa.scalar(prefix), digits, "")


def words(codes: Sequence[str], which: NDArray[np.integer]) -> pa.Array:
    """Return code words by place in a list; -1 is empty."""
    return pa.array(codes, pa.string()).take(pa.array(which.astype(np.int32), mask=which < 0))


def by_id(seed: int, topic: int, lender: Ints, number: Ints) -> Floats:
    """Return a number from 0 to 1 that depends on seed, topic, lender and number alone: the same person is always the same."""
    start = np.uint64((seed * 1_000_003 + topic) * int(MIX[0]) % 2**64)
    x = (lender.astype(np.uint64) << np.uint64(40)) + number.astype(np.uint64) + start
    for shift, factor in ((30, MIX[1]), (27, MIX[2])):
        x = (x ^ (x >> np.uint64(shift))) * factor
    return ((x ^ (x >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) * 2.0**-53
