"""Schedules rebuilt from terms: what must hold whatever the terms are, and interest against exact fractions."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

from prakas.facts.schedule import AMORTIZATIONS, FREQUENCIES, METHODS, rebuilt_schedule

EPOCH = date(1970, 1, 1)
MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6}
DAYS = {"weekly": 7, "biweekly": 14}


def later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))


@st.composite
def terms(draw):
    start = draw(st.dates(date(2000, 1, 1), date(2030, 12, 31)))
    return {
        "opening": draw(st.integers(1, 10**13)),
        "start": start,
        "matures": start + timedelta(days=draw(st.integers(1, 3650))),
        "rate": draw(st.one_of(st.just(0), st.integers(1, 100_000_000))),
        "method": draw(st.sampled_from(METHODS)),
        "frequency": draw(st.sampled_from(FREQUENCIES)),
        "amortization": draw(st.sampled_from(AMORTIZATIONS)),
        "grace": draw(st.integers(0, 24)),
    }


def rebuilt(t):
    """Return the instalments as (day, principal, interest, fee)."""
    rows = rebuilt_schedule(
        t["opening"],
        (t["start"] - EPOCH).days,
        (t["matures"] - EPOCH).days,
        t["rate"],
        METHODS.index(t["method"]),
        FREQUENCIES.index(t["frequency"]),
        AMORTIZATIONS.index(t["amortization"]),
        t["grace"],
    )
    return [(EPOCH + timedelta(days=int(day)), int(p), int(i), int(f)) for day, p, i, f in rows.T]


def due_dates(t):
    """Return the due dates that the terms ask for: whole steps before maturity, counted from the start, then maturity."""
    found, k = [], 1
    while t["frequency"] != "at_maturity":
        step = MONTHS.get(t["frequency"])
        day = later(t["start"], step * k) if step else t["start"] + timedelta(days=DAYS[t["frequency"]] * k)
        if day >= t["matures"]:
            break
        found.append(day)
        k += 1
    return [*found, t["matures"]]


@settings(deadline=None, max_examples=400)
@given(terms())
def test_the_principal_of_all_instalments_is_the_opening_balance_whatever_the_terms(t):
    schedule = rebuilt(t)
    assert sum(principal for _, principal, _, _ in schedule) == t["opening"]
    assert all(principal >= 0 and interest >= 0 and fee == 0 for _, principal, interest, fee in schedule)


@settings(deadline=None, max_examples=300)
@given(terms())
def test_instalments_fall_on_whole_steps_and_the_last_on_maturity(t):
    assert [day for day, *_ in rebuilt(t)] == due_dates(t)


@settings(deadline=None, max_examples=300)
@given(terms())
def test_no_principal_falls_due_in_the_months_of_grace_but_with_the_last_instalment(t):
    free_until = later(t["start"], t["grace"])
    assert all(principal == 0 for day, principal, _, _ in rebuilt(t)[:-1] if day <= free_until)


def interest_due(t, base, since, until, *, is_whole_step):
    """Return the exact interest of one period, half up."""
    rate = Fraction(t["rate"], 100_000_000)
    if t["frequency"] == "at_maturity":
        months = max(k for k in range(130) if later(since, k) <= until)
        time = Fraction(months, 12) + Fraction((until - later(since, months)).days, 365)
    elif t["frequency"] in MONTHS and is_whole_step:
        time = Fraction(MONTHS[t["frequency"]], 12)
    else:
        time = Fraction((until - since).days, 365)
    return floor(base * rate * time + Fraction(1, 2))


@settings(deadline=None, max_examples=300)
@given(terms())
def test_interest_is_exact_on_the_balance_owed_or_on_the_opening_balance(t):
    balance, since = t["opening"], t["start"]
    for k, (day, principal, interest, _) in enumerate(rebuilt(t), start=1):
        step = MONTHS.get(t["frequency"])
        whole = later(t["start"], step * k) == day if step else True
        base = balance if t["method"] == "declining" else t["opening"]
        assert interest == interest_due(t, base, since, day, is_whole_step=whole)
        balance, since = balance - principal, day


@settings(deadline=None, max_examples=300)
@given(terms())
def test_equal_principal_is_cut_to_the_unit_and_the_last_takes_the_rest(t):
    t |= {"amortization": "equal_principal"}
    schedule = rebuilt(t)
    free_until = later(t["start"], t["grace"])
    paying = [row for k, row in enumerate(schedule) if row[0] > free_until or k == len(schedule) - 1]
    if t["frequency"] != "at_maturity":
        assert {principal for _, principal, _, _ in paying[:-1]} <= {t["opening"] // len(paying)}


def test_an_annuity_worked_by_hand():
    # 1,200.00 at 12 % a year, three months: 1 % a month; 1200 x 0.01 / (1 - 1.01^-3) = 408.026...
    t = {
        "opening": 120_000, "start": date(2020, 1, 31), "matures": date(2020, 4, 30), "rate": 12_000_000,
        "method": "declining", "frequency": "monthly", "amortization": "equal_installments", "grace": 0,
    }  # fmt: skip
    assert rebuilt(t) == [
        (date(2020, 2, 29), 39_603, 1_200, 0),
        (date(2020, 3, 31), 39_999, 804, 0),
        (date(2020, 4, 30), 40_398, 404, 0),
    ]


def test_terms_that_end_on_the_day_they_begin_give_no_schedule():
    t = {
        "opening": 120_000, "start": date(2020, 1, 31), "matures": date(2020, 1, 31), "rate": 12_000_000,
        "method": "declining", "frequency": "monthly", "amortization": "equal_installments", "grace": 0,
    }  # fmt: skip
    assert rebuilt(t) == []
    assert len(rebuilt(t | {"matures": date(2020, 2, 1)})) == 1
