"""Rebuilt schedules worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.oracle.days import months_and_days, plus_months
from tests.oracle.schedule import rebuild


def rows(principal: int, start: str, end: str, rate: str, terms: str, grace: int = 0) -> list[tuple[str, int, int]]:
    """Return (due day, principal, interest) in hundredths."""
    method, frequency, amortization = terms.split()
    said: dict[str, Any] = {
        "nominal_rate": Decimal(rate),
        "rate_method": method,
        "frequency": frequency,
        "amortization": amortization,
        "grace_months": grace,
        "matures_on": date.fromisoformat(end),
    }
    return [(i.due_on.isoformat(), i.principal, i.interest) for i in rebuild(said, date.fromisoformat(start), principal)]


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2016-01-31", 1, "2016-02-29"),
        ("2015-01-31", 1, "2015-02-28"),
        ("2015-01-31", 2, "2015-03-31"),
        ("2015-11-30", 3, "2016-02-29"),
        ("2014-11-30", 3, "2015-02-28"),
        ("2015-12-15", 1, "2016-01-15"),
        ("2016-02-29", 12, "2017-02-28"),
    ],
)
def test_months_keep_the_day_number_and_are_clipped_to_the_months_end(start: str, months: int, end: str) -> None:
    assert plus_months(date.fromisoformat(start), months).isoformat() == end
    assert months_and_days(date.fromisoformat(start), date.fromisoformat(end)) == (months, 0)


def test_left_over_days_count_from_the_last_whole_month() -> None:
    assert months_and_days(date(2016, 1, 31), date(2016, 3, 30)) == (1, 30)
    assert months_and_days(date(2016, 1, 15), date(2016, 2, 14)) == (0, 30)


def test_month_ends_are_counted_from_the_first_day_not_from_one_another() -> None:
    assert rows(30000, "2016-01-31", "2016-04-30", "12", "declining monthly equal_principal") == [
        ("2016-02-29", 10000, 300),
        ("2016-03-31", 10000, 200),
        ("2016-04-30", 10000, 100),
    ]


def test_the_annuity_is_rounded_and_the_last_instalment_takes_the_rest() -> None:
    # 1,000.00 at 1.5 % a month over 3 months: 343.3830; interest 15.00, 10.07, 5.0746 -> 5.07
    assert rows(100000, "2017-05-10", "2017-08-10", "18", "declining monthly equal_installments") == [
        ("2017-06-10", 32838, 1500),
        ("2017-07-10", 33331, 1007),
        ("2017-08-10", 33831, 507),
    ]


def test_a_last_period_that_is_no_whole_step_counts_days() -> None:
    # 500.00 for 20 days at 18 %: 4.9315
    assert rows(100000, "2017-05-10", "2017-06-30", "18", "declining monthly equal_principal") == [
        ("2017-06-10", 50000, 1500),
        ("2017-06-30", 50000, 493),
    ]


def test_weeks_count_days_of_a_year_of_365() -> None:
    # 100,000 riel at 36.5 %: 0.1 % a day
    assert rows(10000000, "2017-01-02", "2017-01-19", "36.5", "declining weekly equal_principal") == [
        ("2017-01-09", 3333333, 70000),
        ("2017-01-16", 3333333, 46667),
        ("2017-01-19", 3333334, 10000),
    ]
    assert [r[0] for r in rows(10000000, "2017-01-02", "2017-01-30", "36.5", "flat biweekly equal_principal")] == [
        "2017-01-16",
        "2017-01-30",
    ]


def test_a_flat_loan_pays_the_same_interest_each_month() -> None:
    assert rows(100000, "2017-01-15", "2017-04-15", "18", "flat monthly equal_installments") == [
        ("2017-02-15", 33333, 1500),
        ("2017-03-15", 33333, 1500),
        ("2017-04-15", 33334, 1500),
    ]


def test_in_the_grace_months_interest_alone_is_due() -> None:
    assert rows(90000, "2017-01-15", "2017-05-15", "12", "declining monthly equal_principal", grace=2) == [
        ("2017-02-15", 0, 900),
        ("2017-03-15", 0, 900),
        ("2017-04-15", 45000, 900),
        ("2017-05-15", 45000, 450),
    ]
    assert [r[1] for r in rows(90000, "2017-01-15", "2017-03-15", "12", "declining monthly equal_principal", grace=9)] == [
        0,
        90000,
    ]


def test_a_bullet_pays_interest_by_the_month_and_principal_at_the_end() -> None:
    assert rows(100000, "2017-01-15", "2017-03-15", "18", "declining monthly at_maturity") == [
        ("2017-02-15", 0, 1500),
        ("2017-03-15", 100000, 1500),
    ]


def test_one_date_at_maturity_counts_months_and_left_over_days() -> None:
    # 1,000.00 at 18 % for 2 months and 15 days: 30 + 7.3973
    assert rows(100000, "2017-01-15", "2017-03-30", "18", "declining at_maturity at_maturity") == [("2017-03-30", 100000, 3740)]


def test_longer_steps_count_their_months() -> None:
    assert rows(100000, "2016-11-30", "2017-05-30", "12", "declining quarterly equal_principal") == [
        ("2017-02-28", 50000, 3000),
        ("2017-05-30", 50000, 1500),
    ]
    assert rows(100000, "2016-08-31", "2017-02-28", "12", "declining semiannual equal_principal") == [
        ("2017-02-28", 100000, 6000)
    ]


def test_without_interest_equal_instalments_are_equal_principal() -> None:
    assert [r[1:] for r in rows(10000, "2017-01-15", "2017-04-15", "0", "declining monthly equal_installments")] == [
        (3333, 0),
        (3333, 0),
        (3334, 0),
    ]
