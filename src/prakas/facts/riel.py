"""Conversion into the base currency, exact in int64 on every engine."""

from __future__ import annotations

from typing import Any

import ibis

UNIT = 100_000_000  # hundredths x millionths in one whole riel


def in_base(amount: Any, currency: Any, rate: Any, base: str) -> Any:
    """Return an amount (hundredths, >= 0) in hundredths of the base currency, half up to one whole unit; null without a rate.

    `rate` is in millionths of the base unit for one unit. The product of both could leave int64, so the amount is split
    first; the tape refuses amounts and rates for which the parts could.
    """
    whole, rest = amount // UNIT, amount % UNIT
    units = whole * rate + (rest * rate + UNIT // 2) // UNIT
    return (currency == base).ifelse(amount, units * 100)


def total(amount: Any, where: Any = None) -> Any:
    """Return the sum of an amount over a group; zero, not null, where no row counts."""
    return amount.sum(where=where).cast("decimal(38,0)").cast("int64").fill_null(ibis.literal(0, type="int64"))


def number(where: Any) -> Any:
    """Return how many rows of a group meet a condition; null counts as not met."""
    return where.fill_null(False).cast("int64").sum().cast("decimal(38,0)").cast("int64").fill_null(ibis.literal(0, type="int64"))
