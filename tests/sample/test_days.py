"""Month steps over arrays agree with the calendar, one day at a time."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from prakas.sample.days import add_months, day, months_between, number

DAYS = st.dates(date(1980, 1, 1), date(2090, 12, 31))


def later(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@given(DAYS, st.integers(-100, 100))
def test_a_month_later_has_the_same_day_number_or_the_last(start, months):
    assert day(add_months(np.array([number(start)]), months)[0]) == later(start, months)


@given(DAYS, DAYS)
def test_months_between_and_days_left_over_lead_back_to_the_day(one, other):
    start, end = sorted((one, other))
    months, left = (int(v[0]) for v in months_between(np.array([number(start)]), np.array([number(end)])))
    assert later(start, months) <= end
    assert later(start, months + 1) > end
    assert (end - later(start, months)).days == left


def test_ends_of_months_are_clipped_once_and_not_for_good():
    start = np.array([number(date(2016, 1, 31))])
    assert [day(add_months(start, m)[0]).isoformat() for m in (1, 2, 13)] == ["2016-02-29", "2016-03-31", "2017-02-28"]
