"""New schedules of drawn loans: principal and interest as the page says, no instalment lost or doubled, dates moved as said."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prakas.relief.deferral import ADDED, CHANGES, months_after, relieved
from prakas.relief.months import delayed, forgone, last_month, riel
from prakas.relief.plan import RUNS, SUSPENDED
from tests.oracle.days import half_up, plus_months
from tests.oracle.schedule import Installment
from tests.relief.slow_path import Terms, new_rows

EPOCH = date(1970, 1, 1)
NONE = -(2**62)


def number(day):
    return (day - EPOCH).days


@st.composite
def drawn(draw):
    """A schedule in force, where the plan begins to touch it, what is outstanding and the rate, and a plan."""
    start = draw(st.dates(date(2017, 1, 1), date(2024, 2, 29)))
    count = draw(st.integers(1, 12))
    days = sorted(draw(st.lists(st.integers(-200, 700), min_size=count, max_size=count)))
    money = st.integers(0, 10**9)
    rows = [
        Installment(n, date.fromordinal(start.toordinal() + day), draw(money), draw(money), draw(st.integers(0, 10**6)))
        for n, day in enumerate(days, 1)
    ]
    later = [k for k, row in enumerate(rows) if row.due_on > start] + [count]
    first = draw(st.sampled_from(later))
    terms = Terms(start, draw(st.integers(0, 36)), draw(st.sampled_from(SUSPENDED)), draw(st.sampled_from(RUNS)))
    return rows, first, draw(st.integers(1, 10**11)), Fraction(draw(st.integers(0, 100 * 10**6)), 10**6), terms


def ours(rows, first, outstanding, rate, terms):
    """The compiled schedule as rows: number, old day, day, principal, old interest, interest, fee, change."""
    matrix = np.array([[number(r.due_on), r.principal, r.interest, r.fee, r.number] for r in rows], np.int64).T.copy()
    extra = outstanding * rate * terms.months / 1200
    extra = half_up(extra.numerator, extra.denominator) if terms.runs and terms.suspend != "interest" else 0
    numbers = (number(terms.start), terms.months, SUSPENDED.index(terms.suspend), RUNS.index(terms.interest))
    return relieved(matrix, first, *numbers, extra), numbers


@settings(deadline=None, max_examples=200)
@given(drawn())
def test_a_schedule_is_what_the_page_says(case):
    rows, first, outstanding, rate, terms = case
    new, _ = ours(*case)
    seen = sorted(
        (int(day), int(n), int(p), int(i), int(f), None if old == NONE else int(old), CHANGES[change])
        for n, old, day, p, _, i, f, change in new.T
    )
    wanted = sorted(
        (number(r.due_on), r.number, r.principal, r.interest, r.fee, r.old_due_on and number(r.old_due_on), r.change)
        for r in new_rows(rows, first, outstanding, rate, terms)
    )
    assert seen == wanted


@settings(deadline=None, max_examples=200)
@given(drawn())
def test_nothing_is_lost_and_nothing_doubled(case):
    rows, first, _outstanding, _rate, terms = case
    new, _ = ours(*case)
    kept = new[:, new[7] != ADDED]
    assert kept[0].tolist() == [r.number for r in rows]
    assert kept[1].tolist() == [number(r.due_on) for r in rows]
    assert kept[3].tolist() == [r.principal for r in rows]
    assert kept[6].tolist() == [r.fee for r in rows]
    assert new[3].sum() == sum(r.principal for r in rows)
    assert new[3][new[7] == ADDED].sum() == new[6][new[7] == ADDED].sum() == 0
    assert len(set(new[0].tolist())) == new.shape[1]
    for k, row in enumerate(rows):
        moves = k >= first and terms.suspend != "interest"
        assert kept[2, k] == number(plus_months(row.due_on, terms.months) if moves else row.due_on)


@settings(deadline=None, max_examples=200)
@given(drawn())
def test_interest_is_what_it_was_and_what_the_plan_makes_of_it(case):
    rows, first, outstanding, rate, terms = case
    new, numbers = ours(*case)
    before, after = sum(r.interest for r in rows), int(new[5].sum())
    window = sum(r.interest for r in rows[first:] if r.due_on <= terms.end)
    running = outstanding * rate * terms.months / 1200
    gone = forgone(new, *numbers, outstanding, int(rate * 10**6))
    match (terms.suspend, terms.interest):
        case ("interest", "frozen"):
            assert after == before - window
            assert gone[-1] == window
        case ("interest", "running"):
            assert after == before
        case (_, "frozen"):
            assert after == before
            assert gone[-1] == half_up(running.numerator, running.denominator)
        case (_, "running"):
            assert after == before + half_up(running.numerator, running.denominator)
    if terms.runs:
        assert not gone.any()
    assert (np.diff(gone) >= 0).all()


@settings(deadline=None, max_examples=200)
@given(drawn())
def test_what_is_delayed_comes_back_but_for_interest_given_up_or_added(case):
    rows, _, _, _, terms = case
    new, numbers = ours(*case)
    flows = delayed(new, numbers[0], last_month(new, numbers[0], terms.months))
    before, after = sum(r.interest for r in rows), int(new[5].sum())
    assert flows.sum(axis=1).tolist() == [0, before - after, 0]
    assert (np.cumsum(flows[0]) >= 0).all()  # principal is never asked for earlier than before


@settings(deadline=None, max_examples=100)
@given(drawn())
def test_a_plan_of_no_months_changes_nothing(case):
    rows, first, outstanding, rate, terms = case
    new, _ = ours(rows, first, outstanding, rate, Terms(terms.start, 0, terms.suspend, terms.interest))
    assert new.shape[1] == len(rows)
    assert new[7].any() == False  # noqa: E712 - a numpy value
    assert new[2].tolist() == new[1].tolist()
    assert new[5].tolist() == new[4].tolist()


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(-400, 4000))
def test_a_month_of_the_plan_begins_after_the_starts_own_day_number(start, later):
    day = date.fromordinal(start.toordinal() + later)
    month = months_after(number(start), number(day))
    if day <= start:
        assert month == 0
    else:
        assert plus_months(start, month - 1) < day <= plus_months(start, month)


@pytest.mark.parametrize(
    ("amount", "rate", "wanted"),
    [(150, 4_100_000_000, 615_000), (1, 50_000_000, 100), (1, 49_999_999, 0), (-1, 50_000_000, -100), (12345, -1, 12345)],
)
def test_an_amount_becomes_riel_half_up_and_a_negative_one_away_from_zero(amount, rate, wanted):
    assert riel(amount, rate) == wanted
