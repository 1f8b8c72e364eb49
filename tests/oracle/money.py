"""Riel: the rate of a day, and amounts converted one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.days import half_up
from tests.oracle.reader import Row


class NoRateError(Exception):
    """No exchange rate on that day or in the seven days before it."""


def rate_on(day: date, currency: str, own: Sequence[Row], given: Sequence[Row]) -> Fraction | None:
    """Return riel for one unit: the newest row of at most seven days, `given` before the tape's own; None without one."""
    for rows in (given, own):
        near = [r for r in rows if r["currency"] == currency and day - timedelta(7) <= r["on"] <= day]
        if near:
            return Fraction(max(near, key=lambda r: r["on"])["khr"])
    return None


def riel(amount: int, currency: str, rates: dict[str, Fraction | None]) -> int:
    """Return hundredths of riel; a converted amount is half up to one whole riel. Raises NoRateError."""
    if currency == "KHR" or amount == 0:
        return amount
    rate = rates.get(currency)
    if rate is None:
        raise NoRateError(currency)
    value = amount * rate / 100
    return 100 * half_up(value.numerator, value.denominator)


def riel_sum(amounts: Iterable[tuple[int, str]], rates: dict[str, Fraction | None]) -> int | None:
    """Return the sum in hundredths of riel, each amount converted by itself; None without a rate."""
    try:
        return sum(riel(amount, currency, rates) for amount, currency in amounts)
    except NoRateError:
        return None
