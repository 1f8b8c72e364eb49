"""Days as numbers: month steps with the same day number, clipped to the month's end, over whole arrays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]

EPOCH: Final = date(1970, 1, 1)
NO_DAY: Final = 0  # an empty date: no loan of a sample is as old as 1970
FIRST_OF_MONTH: Final = np.arange("1970-01", "2200-01", dtype="M8[M]").astype("M8[D]").astype(np.int64)
MONTH_OF_DAY: Final = np.repeat(np.arange(len(FIRST_OF_MONTH) - 1), np.diff(FIRST_OF_MONTH))  # by day number


def number(day: date) -> int:
    """Return a day as days since 1970-01-01."""
    return (day - EPOCH).days


def day(days: int) -> date:
    """Return the date of a day number."""
    return EPOCH + timedelta(days=int(days))


def month_and_day(days: Days) -> tuple[Days, Days]:
    """Return months since January 1970 and the day in the month, from 0."""
    month = MONTH_OF_DAY[days]
    return month, days - FIRST_OF_MONTH[month]


def add_months(days: Days, months: Days | int) -> Days:
    """Return the days so many calendar months later: the same day number, clipped to the month's end."""
    month, in_month = month_and_day(days)
    month = month + months
    first = FIRST_OF_MONTH[month]
    return first + np.minimum(in_month, FIRST_OF_MONTH[month + 1] - first - 1)


def months_between(start: Days, end: Days) -> tuple[Days, Days]:
    """Return the whole months from start to end and the days left over."""
    month_start, day_start = month_and_day(start)
    month_end, day_end = month_and_day(end)
    length = FIRST_OF_MONTH[month_end + 1] - FIRST_OF_MONTH[month_end]
    months = month_end - month_start - (day_end < np.minimum(day_start, length - 1))
    return months, end - add_months(start, months)
