"""Calendar arithmetic: months with the same day number, clipped to the month's end."""

from __future__ import annotations

import calendar
from datetime import date


def plus_months(start: date, months: int) -> date:
    """Return the day that many calendar months later, same day number, clipped to the month's end."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def months_and_days(start: date, end: date) -> tuple[int, int]:
    """Return the whole calendar months from start to end, counted from start, and the left-over days."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if plus_months(start, months) > end:
        months -= 1
    return months, (end - plus_months(start, months)).days


def half_up(numerator: int, denominator: int) -> int:
    """Return numerator / denominator rounded half up to a whole number (denominator above zero)."""
    return (2 * numerator + denominator) // (2 * denominator)
