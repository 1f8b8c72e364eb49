"""What the page says of loans: lawful ones are never too dear, and what is not known yet is a range that holds the truth.

The schedules are made here, in exact fractions, from the words of the two texts. PRAKAS_FULL=1 takes five times as many.
"""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from prakas.facts.calendar import years_by_months
from prakas.facts.conventions import Flow, actual_365
from tests.oracle.days import plus_months

TIMES = 5 if os.environ.get("PRAKAS_FULL") else 1
MONTHLY = Fraction(15, 1000)
EPOCH = date(1970, 1, 1)
NOTHING = {
    "cash": None, "payment": None, "count": None, "every": "month", "currency": "KHR", "received": None, "first": None, "last": None,
    "signedOn": None, "signed": None, "stated": None, "statedPer": "month", "lender": "unknown", "fee": None, "feeOn": None,
    "saving": "no", "savingAmount": None, "savingBack": "unknown", "savingOn": None, "table": None,
}  # fmt: skip

# All that the page says of many loans at once: what it calls them, and the rates in percent.
ASK = """(many) => many.map((terms) => {
    const answer = prakas.answer(terms);
    const ends = (range) => range && [prakas.nominal(range.low), prakas.nominal(range.high)];
    const part = (price) => price && { status: price.status, held: ends(price.held), days: ends(price.days),
        months: ends(price.months), excess: price.excess && [price.excess.low, price.excess.high] };
    return { ...prakas.spoken(answer), all: part(answer.all), contract: part(answer.law), isUpper: answer.isUpper };
})"""


def terms(**told):
    return {**NOTHING, **told}


def number(day):
    return (day - EPOCH).days


def rounded(value, unit):
    """Half up to a unit, in hundredths."""
    return int(value / unit + Fraction(1, 2)) * unit


def annuity(principal, months, unit, monthly=MONTHLY):
    """Payments that are equal but for the last one, each rounded to the unit; interest on what is still owed."""
    growth = (1 + monthly) ** months
    level = rounded(principal * monthly * growth / (growth - 1), unit)
    balance, paid = principal, []
    for month in range(1, months + 1):
        interest = rounded(balance * monthly, unit)
        amount = balance + interest if month == months else min(level, balance + interest)
        paid.append(amount)
        balance -= amount - interest
    return paid


def equal_principal(principal, months, unit):
    """Payments of equal principal and the interest on what is still owed."""
    part = rounded(Fraction(principal, months), unit)
    balance, paid = principal, []
    for month in range(1, months + 1):
        interest = rounded(balance * MONTHLY, unit)
        principal_paid = balance if month == months else min(part, balance)
        paid.append(principal_paid + interest)
        balance -= principal_paid
    return paid


def lawful_loans():
    rng = random.Random(20170401)
    for k in range(720 * TIMES):
        currency, unit = rng.choice([("KHR", 10_000), ("USD", 1)])
        small, large = (100_000_00, 40_000_000_00) if currency == "KHR" else (50_00, 10_000_00)
        principal = rng.randrange(small, large) // (100 * unit) * 100 * unit
        yield principal, k % 60 + 1, date(2017, 4, 1) + timedelta(rng.randrange(1461)), currency, unit


def test_a_lawful_loan_is_never_called_too_dear_by_four_answers_or_by_all(script):
    many = []
    for principal, months, start, currency, unit in lawful_loans():
        paid = annuity(principal, months, unit)
        four = {"cash": principal, "payment": paid[0], "count": months, "currency": currency}
        many += [
            terms(**four),
            terms(**four, received=number(start), signed=principal, stated=1.5),
            terms(**four, received=number(start), signed=principal, last=paid[-1]),
        ]
    said = script.evaluate(ASK, many)
    assert {one["all"]["status"] for one in said} == {"ok"}
    assert {one[reading] for one in said for reading in ("law", "demand")} & {
        "above",
        "above_some",
        "above_table",
        "above_stated",
    } == set()
    assert all(one["demand"].startswith("not_above") or one["demand"] in {"unknown", "rounding"} for one in said)
    large = [one for one, asked in zip(said, many, strict=True) if asked["cash"] >= 1_000_000_00 and asked["last"] is not None]
    assert {one["demand"] for one in large} == {"not_above_told"}  # and a loan of a usual size is cleared


def test_a_lawful_loan_typed_to_the_day_is_never_called_too_dear(script):
    many = []
    for k, (principal, months, start, currency, unit) in enumerate(lawful_loans()):
        paid = (annuity if k % 2 else equal_principal)(principal, months, unit)
        flows = [{"day": number(start), "amount": principal}]
        flows += [{"day": number(plus_months(start, n)), "amount": -amount} for n, amount in enumerate(paid, start=1)]
        many.append(terms(table=flows, currency=currency, signed=principal))
    said = script.evaluate(ASK, many)
    assert {one["all"]["status"] for one in said} == {"ok"}
    assert {one[reading] for one in said for reading in ("law", "demand")} <= {"not_above", "rounding"}


def test_a_loan_well_above_the_ceiling_is_called_too_dear_by_four_answers(script):
    many = [
        terms(cash=principal, payment=annuity(principal, months, unit, Fraction(17, 1000))[0], count=months, currency=currency)
        for principal, months, start, currency, unit in lawful_loans()
        if start.day % 3 == 0 and months >= 6 and principal >= (10_000_000_00 if currency == "KHR" else 2_000_00)
    ]
    assert len(many) > 100
    assert {one["demand"] for one in script.evaluate(ASK, many)} == {"above"}


STEPS = {"day": 1, "week": 7, "two_weeks": 14, "month": 1, "quarter": 3, "half_year": 6, "year": 12}


def due(start, every, k):
    return start + timedelta(STEPS[every] * k) if every in {"day", "week", "two_weeks"} else plus_months(start, STEPS[every] * k)


def test_the_range_of_four_answers_holds_the_rate_of_any_day(script):
    rng = random.Random(7)
    many, known = [], []
    for _ in range(60 * TIMES):
        every = rng.choice(list(STEPS))
        count = rng.randrange(1, 40)
        cash = rng.randrange(1_000_00, 9_000_000_00)
        days = (due(EPOCH, every, count) - EPOCH).days
        # At most 2 % a day of the whole term, so that the dearest still has a rate below 100,000,000 % a year.
        payment = round(cash * rng.uniform(1.005, 1 + min(0.8, 0.02 * days)) / count)
        start = date(2018, 1, 1) + timedelta(rng.randrange(3000))
        last = payment + (rng.randrange(-9_000, 9_000) if count > 1 and payment > 1_000_00 else 0)
        told = {"cash": cash, "payment": payment, "count": count, "every": every}
        many += [terms(**told), terms(**told, received=number(start), last=last)]
        flows = [Flow(Decimal(cash), on=start)]
        flows += [Flow(Decimal(-(last if k == count else payment)), on=due(start, every, k)) for k in range(1, count + 1)]
        known.append(actual_365(flows))
    said = script.evaluate(ASK, many)
    widths = []
    for wide, exact, ours in zip(said[::2], said[1::2], known, strict=True):
        low, high = wide["all"]["held"]
        one, same = exact["all"]["held"]
        assert one == same
        assert low <= one <= high
        for clock in ("days", "months"):
            assert wide["all"][clock][0] <= exact["all"][clock][0] <= wide["all"][clock][1]
        assert exact["all"]["days"][0] == pytest.approx(float(ours.nominal_percent), abs=1e-9)
        widths.append(high - low)
    assert max(widths) > 0  # it is a range


def test_the_range_ends_where_the_rates_of_all_days_of_a_leap_cycle_end(script):
    told = {"cash": 1_000_00, "payment": 520_00, "last": 520_00, "count": 2, "currency": "USD"}
    days = [date(2025, 1, 1) + timedelta(n) for n in range(1461)]  # 2028 is its leap year
    wide, *exact = script.evaluate(ASK, [terms(**told), *(terms(**told, received=number(day)) for day in days)])
    for clock in ("held", "days", "months"):
        lows, highs = zip(*(one["all"][clock] for one in exact), strict=True)
        assert wide["all"][clock] == pytest.approx([min(lows), max(highs)], abs=1e-9)


def test_calendar_months_are_counted_as_the_audit_counts_them_with_days_left_over(script):
    rng = random.Random(31)
    many, known = [], []
    for _ in range(200):
        start = date(2019, 1, 1) + timedelta(rng.randrange(1500))
        days = sorted(start + timedelta(rng.randrange(1, 900)) for _ in range(3))
        amounts = [1000_00, *([-rng.randrange(350_00, 500_00)] * 3)]
        many.append(
            terms(table=[{"day": number(day), "amount": amount} for day, amount in zip([start, *days], amounts, strict=True)])
        )
        years = [years_by_months(number(start), number(day)) for day in [start, *days]]
        known.append(actual_365([Flow(amount, years=year) for year, amount in zip(years, amounts, strict=True)]))
    for one, ours in zip(script.evaluate(ASK, many), known, strict=True):
        assert one["all"]["months"] == pytest.approx([float(ours.nominal_percent)] * 2, abs=1e-9)


def test_savings_that_come_back_nobody_knows_when_are_a_range_between_the_last_payment_and_never(script):
    loan = {"cash": 900_000_00, "payment": 90_000_00, "last": 90_000_00, "count": 12, "received": number(date(2020, 1, 15))}
    loan |= {"saving": "yes", "savingAmount": 100_000_00}
    back = [terms(**loan), *(terms(**{**loan, "savingBack": when}) for when in ("last", "never"))]
    (low, high), last, never = (one["all"]["held"] for one in script.evaluate(ASK, back))
    assert (low, high) == (last[0], never[0])
    assert low < high


def test_what_is_paid_beyond_the_ceiling_is_its_present_value_on_the_kinder_clock(script):
    # 1,000,000 riel on 15 January 2020, 100,000 a month for a year: by the ceiling's 1.5 % a month, on either clock.
    start = date(2020, 1, 15)
    days = [plus_months(start, k) for k in range(1, 13)]
    by_months = sum(100_000 / 1.015**k for k in range(1, 13)) - 1_000_000
    by_days = sum(100_000 / 1.015 ** (12 * (day - start).days / 365) for day in days) - 1_000_000
    told = {
        "cash": 1_000_000_00,
        "payment": 100_000_00,
        "last": 100_000_00,
        "count": 12,
        "received": number(start),
        "signed": 1_000_000_00,
    }
    fee = {"fee": 20_000_00}
    bare, charged = script.evaluate(ASK, [terms(**told), terms(**told, **fee)])
    assert bare["contract"]["excess"] == [pytest.approx(100 * min(by_months, by_days), abs=1)] * 2
    assert (bare["law"], bare["demand"]) == ("above", "above")
    # A fee of 20,000 on the day is the demand's affair alone.
    assert charged["contract"]["excess"] == bare["contract"]["excess"]
    assert charged["all"]["excess"] == [pytest.approx(100 * (min(by_months, by_days) + 20_000), abs=1)] * 2


@pytest.mark.parametrize(("nominal", "called"), [(18, "not_above_told"), (18.12, "not_above_told"), (18.13, "above")])
def test_a_rate_within_the_tolerance_is_not_above(script, nominal, called):
    # From February on actual days give the higher rate, so the one by months, which is exact here, is held against 18 + 1/8.
    cash = round(sum(100_000_00 / (1 + nominal / 1200) ** k for k in range(1, 13)))
    told = {"payment": 100_000_00, "last": 100_000_00, "count": 12, "received": number(date(2021, 2, 1)), "currency": "USD"}
    (said,) = script.evaluate(ASK, [terms(cash=cash, **told)])
    assert said["demand"] == called


def test_without_the_amount_of_the_contract_the_law_is_told_no_more_than_an_upper_bound(script):
    told = {"cash": 950_000_00, "payment": 100_000_00, "last": 100_000_00, "count": 12, "received": number(date(2021, 3, 1))}
    without, with_it = script.evaluate(ASK, [terms(**told), terms(**told, signed=1_000_000_00)])
    assert (without["isUpper"], without["law"], without["demand"]) == (True, "unknown", "above")
    assert (with_it["isUpper"], with_it["law"]) == (False, "above")
    assert with_it["contract"]["held"][1] < without["contract"]["held"][1]
