"""Days and months of the kernel against Python's own calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from prakas.facts.calendar import add_months, calendar_date, day_number, whole_months, years_by_days, years_by_months

EPOCH = date(1970, 1, 1)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WITHOUT_DEADLINE = settings(deadline=None, max_examples=300)


def number(day: date) -> int:
    return (day - EPOCH).days


def later(day: date, months: int) -> date:
    """Return the same day number so many months later, clipped, by the standard library."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@WITHOUT_DEADLINE
@given(DAYS)
@example(date(2000, 2, 29))
@example(date(1900, 2, 28))
@example(date(1969, 12, 31))
@example(date(2100, 3, 1))
def test_a_day_has_the_number_and_the_date_of_the_calendar(day):
    assert day_number(day.year, day.month, day.day) == number(day)
    assert calendar_date(number(day)) == (day.year, day.month, day.day)


def test_every_day_of_four_centuries_follows_the_one_before():
    day = date(1900, 1, 1)
    while day.year < 2300:
        assert calendar_date(number(day)) == (day.year, day.month, day.day)
        day += timedelta(days=1)


@WITHOUT_DEADLINE
@given(DAYS, st.integers(-600, 600))
@example(date(2023, 1, 31), 1)
@example(date(2024, 1, 31), 1)
@example(date(2024, 2, 29), 12)
@example(date(2024, 2, 29), -12)
@example(date(2020, 12, 31), 2)
@example(date(2020, 3, 31), -1)
def test_months_later_is_the_same_day_number_clipped_to_the_months_end(day, months):
    assert add_months(number(day), months) == number(later(day, months))


def test_months_are_counted_from_the_start_so_a_clipped_day_is_not_handed_on():
    start = number(date(2023, 1, 31))
    assert [calendar_date(add_months(start, k))[2] for k in range(5)] == [31, 28, 31, 30, 31]


@WITHOUT_DEADLINE
@given(DAYS, st.integers(0, 20_000))
@example(date(2023, 1, 31), 28)
@example(date(2023, 1, 31), 27)
@example(date(2024, 2, 29), 365)
def test_whole_months_are_the_most_that_have_passed(start, days):
    end = start + timedelta(days=days)
    months = whole_months(number(start), number(end))
    assert later(start, months) <= end < later(start, months + 1)


@WITHOUT_DEADLINE
@given(DAYS, st.integers(0, 20_000))
def test_two_clocks(start, days):
    end = start + timedelta(days=days)
    months = whole_months(number(start), number(end))
    left = (end - later(start, months)).days
    assert years_by_days(number(start), number(end)) == days / 365
    assert years_by_months(number(start), number(end)) == months / 12 + left / 365
