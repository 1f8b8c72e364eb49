"""What lies beyond a ceiling: refunded on the first day, carried to a later one, or taken out of the instalments, the loan keeps to it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from prakas.facts import POSITION_SCHEMA, Positions, Refunds
from prakas.facts.kernel import CHARGE_INPUTS, INSTALLMENT_INPUTS, PAYMENT_INPUTS
from prakas.facts.position import NONE
from prakas.facts.refund import REFUND_INPUTS
from tests.oracle.days import plus_months

EPOCH = date(1970, 1, 1)
FIRST = date(2019, 1, 15)
TABLES = {"loans": REFUND_INPUTS, "installments": INSTALLMENT_INPUTS, "payments": PAYMENT_INPUTS, "charges": CHARGE_INPUTS}
CEILING = 18
TOLERANCE = 125_000_000  # 0.125 percentage points


def number(day):
    return (day - EPOCH).days


def after(months):
    return plus_months(FIRST, months)


def loan(principal, last, **more):
    unknown = dict.fromkeys(
        ("restructured_balance", "nominal_rate", "rate_method", "frequency", "amortization", "fees_upfront"), NONE
    )
    return dict.fromkeys(REFUND_INPUTS, 0) | unknown | {
        "loan_no": 1, "matures_on": number(last), "start_on": number(FIRST), "principal": principal, "coverage_floor": 100,
        "rounding_unit": 1, "ceiling": CEILING * 1_000_000, "are_payments_known": 1, "are_charges_known": 1, **more,
    }  # fmt: skip


def instalment(place, on, principal, interest, fee=0):
    return {"loan_no": 1, "number": place, "due_on": number(on), "principal": principal, "interest": interest, "fee": fee}


def payment(on, principal, interest=0):
    return {"loan_no": 1, "paid_on": number(on), "source_row": 2, "principal": principal, "interest": interest, "fee": 0}


def fee(on, amount):
    return {
        "loan_no": 1, "charged_on": number(on), "source_row": 2, "is_penalty": 0, "is_saving": 0, "amount": amount,
        "returned_on": NONE, "returned_amount": NONE,
    }  # fmt: skip


def columns(rows, names):
    return {name: np.array([row[name] for row in rows], np.int64) for name in names}


def figures(day, one, installments, payments=(), charges=()):
    """The figures of one loan on a day, the excess found first as an audit finds it."""
    tables = {"loans": [one], "installments": installments, "payments": payments, "charges": charges}
    chunk = {name: columns(rows, TABLES[name]) for name, rows in tables.items()}
    (position,) = Positions(number(day), TOLERANCE)(chunk).to_pylist()
    assert list(position) == POSITION_SCHEMA.names
    given = {"schedule_excess": position["schedule_excess_at_ceiling"], "all_in_excess": position["excess_at_ceiling"]}
    chunk["loans"] = columns([one | {n: NONE if v is None else v for n, v in given.items()}], REFUND_INPUTS)
    (row,) = Refunds(number(day))(chunk).to_pylist()
    return row


def years(on, by_months):
    """Time since the first day, by a second route: whole months and left-over days, or days alone."""
    if not by_months:
        return (on - FIRST).days / 365
    months = (on.year - FIRST.year) * 12 + on.month - FIRST.month
    if plus_months(FIRST, months) > on:
        months -= 1
    return months / 12 + (on - plus_months(FIRST, months)).days / 365


def nominal(flows, by_months):
    """The nominal rate of flows (day, amount; received is above 0) on a clock, by scipy."""

    def worth(rate):
        return sum(amount * (1 + rate / 1200) ** (-12 * years(on, by_months)) for on, amount in flows)

    return brentq(worth, -50, 1000, xtol=1e-13, rtol=1e-15)


def beyond(flows):
    """What the borrower pays beyond the ceiling, valued on the first day, on the kinder clock."""
    by_clock = [sum(a * (1 + CEILING / 1200) ** (-12 * years(on, by_months)) for on, a in flows) for by_months in (False, True)]
    return min(-worth for worth in by_clock)


def lower(flows):
    return min(nominal(flows, by_months) for by_months in (False, True))


# One instalment after twelve months: 1,000.00 at 30 %. At 18 % nominal 1,195.62 would be owed (1.015^12 = 1.19561817).
SINGLE = [instalment(1, after(12), 100_000, 30_000)]


def test_a_loan_of_one_instalment_is_what_paper_and_pencil_say():
    row = figures(after(6), loan(100_000, after(12)), SINGLE)
    assert row["schedule_excess"] == 8_730  # 104.38 / 1.19561817
    assert row["schedule_carried"] == 9_546  # 87.30 x 1.015^6 = 87.302… x 1.09344326
    assert (row["schedule_paid"], row["schedule_never_due"], row["schedule_to_come"]) == (0, 0, 9_546)
    assert row["schedule_level_instalment"] == row["schedule_new_instalment"] == 119_562
    assert (row["next_instalment"], row["instalments_to_come"]) == (130_000, 1)


def test_an_up_front_fee_on_a_loan_at_the_ceiling_is_beyond_it_to_the_unit_and_paid_on_the_first_day():
    at_ceiling = [instalment(1, after(12), 100_000, 19_562)]
    row = figures(after(12), loan(100_000, after(12)), at_ceiling, charges=[fee(FIRST, 6_000)])
    assert row["schedule_excess"] is None  # without the fee nothing is beyond the ceiling
    assert row["all_in_excess"] == 6_000
    assert row["all_in_carried"] == row["all_in_paid"] == 7_174  # 60.00 x 1.19561817
    assert row["all_in_to_come"] == 0


def test_what_is_carried_is_what_is_paid_and_still_to_come():
    rows = [instalment(k, after(k), 10_000, 300 * (13 - k)) for k in range(1, 13)]  # 3 % a month on 1,200.00
    paid = [payment(after(k), 10_000, 300 * (13 - k)) for k in range(1, 7)]
    row = figures(after(6), loan(120_000, after(12)), rows, paid)
    # Month by month half of each interest is beyond 1.5 %, worth more the earlier it was paid.
    beyond = [150 * (13 - k) for k in range(1, 13)]
    assert row["schedule_carried"] == pytest.approx(sum(b * 1.015 ** (6 - k) for k, b in enumerate(beyond, 1)), abs=0.5)
    assert row["schedule_paid"] == pytest.approx(sum(b * 1.015 ** (6 - k) for k, b in enumerate(beyond[:6], 1)), abs=0.5)
    assert row["schedule_never_due"] == 0
    assert row["schedule_carried"] == row["schedule_paid"] + row["schedule_to_come"]
    assert row["instalments_to_come"] == 6
    assert row["next_instalment"] == 10_000 + 300 * 6


def test_of_a_loan_repaid_early_the_rest_never_comes():
    rows = [instalment(k, after(k), 10_000, 300 * (13 - k)) for k in range(1, 13)]
    paid = [payment(after(k), 10_000, 300 * (13 - k)) for k in range(1, 6)] + [payment(after(6), 70_000, 2_100)]
    row = figures(after(8), loan(120_000, after(12)), rows, paid)
    assert row["schedule_to_come"] == 0
    assert row["schedule_never_due"] > 0
    assert row["schedule_new_instalment"] is None
    assert row["instalments_to_come"] == 0


def test_without_payments_the_excess_stands_and_its_parts_are_not_known():
    row = figures(after(6), loan(100_000, after(12), are_payments_known=0), SINGLE)
    assert row["schedule_carried"] == 9_546
    assert row["schedule_paid"] is row["schedule_to_come"] is row["schedule_new_instalment"] is None


def test_whoever_paid_too_much_already_has_no_instalment_left_to_pay():
    rows = [instalment(1, after(1), 0, 90_000), instalment(2, after(12), 100_000, 0)]
    row = figures(after(6), loan(100_000, after(12)), rows, [payment(after(1), 0, 90_000)])
    assert row["schedule_new_instalment"] < 40_000
    twice = [instalment(1, after(1), 0, 200_000), instalment(2, after(12), 100_000, 0)]
    assert figures(after(6), loan(100_000, after(12)), twice, [payment(after(1), 0, 200_000)])["schedule_new_instalment"] == 0


@st.composite
def dear_loans(draw):
    """A loan above the ceiling: equal principal, interest of 2 to 6 % a step on the balance, a fee on the first day."""
    count = draw(st.integers(2, 24))
    part = draw(st.integers(1, 10**12))
    rate = draw(st.integers(21, 60))
    step = draw(st.sampled_from([1, 1, 1, 3]))
    rows = [instalment(k, after(k * step), part, part * (count + 1 - k) * rate * step // 1000) for k in range(1, count + 1)]
    upfront = part * count * draw(st.integers(0, 5)) // 100
    return part * count, rows, upfront, count * step


def flows_of(principal, rows, upfront):
    on = {row["due_on"]: date.fromordinal(EPOCH.toordinal() + row["due_on"]) for row in rows}
    return [(FIRST, principal - upfront), *((on[row["due_on"]], -row["principal"] - row["interest"]) for row in rows)]


@settings(max_examples=60, deadline=None)
@given(dear_loans())
def test_refunding_the_excess_on_the_first_day_brings_the_rate_to_the_ceiling(made):
    principal, rows, upfront, months = made
    row = figures(after(1), loan(principal, after(months)), rows, charges=[fee(FIRST, upfront)])
    flows = flows_of(principal, rows, upfront)
    if row["all_in_excess"] is None:
        assert lower(flows) <= CEILING + 0.125 + 1e-9 or beyond(flows) < 0.5 + 1e-9, "less than half a unit is none"
        return
    refunded = [(FIRST, flows[0][1] + row["all_in_excess"]), *flows[1:]]
    one = [lower([(FIRST, refunded[0][1] + more), *flows[1:]]) for more in (-1, 1)]
    assert one[0] > CEILING > one[1], "one minor unit more or less lies on either side"
    if principal > 10**12:
        assert lower(refunded) == pytest.approx(CEILING, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(dear_loans(), st.integers(0, 20))
def test_the_new_instalment_brings_the_rate_to_the_ceiling(made, paid):
    principal, rows, upfront, months = made
    paid = min(paid, len(rows) - 1)
    on = date.fromordinal(EPOCH.toordinal() + rows[paid - 1]["due_on"]) if paid else after(0)
    day = max(on, FIRST)
    receipts = [payment(date.fromordinal(EPOCH.toordinal() + r["due_on"]), r["principal"], r["interest"]) for r in rows[:paid]]
    row = figures(day, loan(principal, after(months)), rows, receipts, [fee(FIRST, upfront)])
    if not row["all_in_new_instalment"] or principal < 10**6:
        return
    for name, kept in (("all_in_new_instalment", paid), ("all_in_level_instalment", 0)):
        flows = flows_of(principal, rows, upfront)
        level = {more: [*flows[: kept + 1], *((on, -row[name] - more) for on, _ in flows[kept + 1 :])] for more in (-1, 0, 1)}
        assert lower(level[-1]) < CEILING < lower(level[1])
        if principal > 10**12:
            assert lower(level[0]) == pytest.approx(CEILING, abs=1e-9)
