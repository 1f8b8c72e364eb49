"""The kernel at its edges: no loans at all, loans without flows, and what is not known stays null."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from prakas.facts import POSITION_SCHEMA, Positions
from prakas.facts.kernel import CHARGE_INPUTS, INSTALLMENT_INPUTS, LOAN_INPUTS, PAYMENT_INPUTS
from prakas.facts.position import NONE

INPUTS = {"loans": LOAN_INPUTS, "installments": INSTALLMENT_INPUTS, "payments": PAYMENT_INPUTS, "charges": CHARGE_INPUTS}
START = 18_000
UNKNOWN_TERMS = dict.fromkeys(
    ("restructured_balance", "nominal_rate", "rate_method", "frequency", "amortization", "fees_upfront"), NONE
)
LOAN = dict.fromkeys(LOAN_INPUTS, 0) | UNKNOWN_TERMS | {
    "loan_no": 5, "matures_on": START + 60, "start_on": START, "principal": 100_000, "coverage_floor": 100, "rounding_unit": 1,
    "ceiling": NONE, "are_payments_known": 1, "are_charges_known": 1,
}  # fmt: skip


def chunk(**rows):
    """Return the kernel's input with the rows given; tables without rows are empty."""
    return {
        name: {column: np.array([row[column] for row in rows.get(name, [])], np.int64) for column in columns}
        for name, columns in INPUTS.items()
    }


def found(day=START + 30, **rows):
    return Positions(day, 125_000_000)(chunk(**rows)).to_pylist()


def installment(due_on, principal, interest, number=1):
    return {"loan_no": 5, "due_on": due_on, "number": number, "principal": principal, "interest": interest, "fee": 0}


def payment(paid_on, principal, interest, row=1):
    return {"loan_no": 5, "paid_on": paid_on, "source_row": row, "principal": principal, "interest": interest, "fee": 0}


def test_no_loans_give_no_rows_of_the_same_shape():
    table = Positions(START, 0)(chunk())
    assert table.num_rows == 0
    assert table.schema == POSITION_SCHEMA


def test_a_loan_without_a_schedule_and_without_terms_has_a_number_and_nothing_else():
    (row,) = found(loans=[LOAN])
    assert {name for name, value in row.items() if value is not None} == {"loan_no"}
    assert row["loan_no"] == 5


def test_due_on_the_day_is_not_late_and_the_day_after_is():
    flows = {"loans": [LOAN], "installments": [installment(START + 30, 100_000, 1_500)]}
    late = {day - START: found(day, **flows)[0]["days_past_due"] for day in (START + 29, START + 30, START + 31)}
    assert late == {29: 0, 30: 0, 31: 1}


def test_an_instalment_is_covered_up_to_its_tolerance_and_not_one_unit_below():
    # 1 % of 1,015.00 is 10.15; 1,015.00 less that is 1,004.85. The principal alone is 100.00 short, far from covered.
    flows = {"loans": [LOAN], "installments": [installment(START + 30, 100_000, 1_500)]}
    late = {}
    for interest in (11_500, 10_485, 10_484):
        paid = [payment(START + 30, 90_000, interest)]
        late[interest] = found(START + 40, payments=paid, **flows)[0]["days_past_due"]
    assert late == {11_500: 0, 10_485: 0, 10_484: 10}


def test_principal_covers_its_instalments_though_interest_is_short():
    flows = {"loans": [LOAN], "installments": [installment(START + 30, 100_000, 20_000)]}
    late = {}
    for principal in (98_800, 98_799):  # 1 % of 1,200.00 is 12.00
        late[principal] = found(START + 40, payments=[payment(START + 30, principal, 0)], **flows)[0]["days_past_due"]
    assert late == {98_800: 0, 98_799: 10}


def test_a_payment_after_the_day_does_not_count_yet():
    flows = {"loans": [LOAN], "installments": [installment(START + 30, 100_000, 1_500)]}
    paid = [payment(START + 35, 100_000, 1_500)]
    (before,), (on_it,) = found(START + 34, payments=paid, **flows), found(START + 35, payments=paid, **flows)
    assert (before["outstanding_principal"], before["days_past_due"], before["repaid_on"]) == (100_000, 4, None)
    assert (on_it["outstanding_principal"], on_it["days_past_due"], on_it["repaid_on"]) == (0, 0, START + 35)


def test_a_returned_instalment_or_payment_leaves_the_position_unknown():
    flows = {"installments": [installment(START + 30, 100_000, 1_500)]}
    by_payments = found(START + 40, loans=[LOAN | {"payments_returned": 1}], **flows)[0]
    by_installments = found(START + 40, loans=[LOAN | {"installments_returned": 1}], **flows)[0]
    assert by_payments["outstanding_principal"] is None
    assert by_payments["schedule_rate_nominal"] is not None  # the schedule is whole, so the price is known
    assert {name for name, value in by_installments.items() if value is not None} == {"loan_no"}


# One payment after exactly a year on both clocks, 1 January 2021 to 1 January 2022: worth it / (1 + rate / 1200)^12 at the start.
NEW_YEAR = 18_628
ONE_YEAR = LOAN | {"start_on": NEW_YEAR, "matures_on": NEW_YEAR + 365}


def beyond(paid, principal=100_000, **terms):
    """Return what the schedule takes beyond the ceiling, and beyond the rate of the contract."""
    flows = [installment(NEW_YEAR + 365, principal, paid - principal)]
    (row,) = found(loans=[ONE_YEAR | {"principal": principal} | terms], installments=flows)
    return row["schedule_excess_at_ceiling"], row["schedule_excess_at_contract_rate"]


def year_at(percent):
    """Return what a year of a nominal rate makes of one unit."""
    return (1 + Decimal(percent) / 1200) ** 12


def test_what_a_schedule_takes_beyond_a_rate_is_its_worth_on_the_first_day_less_the_principal():
    at_18 = round(Decimal(150_000) / year_at(18) - 100_000)
    at_24 = round(Decimal(150_000) / year_at(24) - 100_000)
    assert (at_18, at_24) == (25_458, 18_274)  # 150,000 / 1.195618 and 150,000 / 1.268242, less 100,000
    assert beyond(150_000, ceiling=18_000_000, nominal_rate=24_000_000) == (at_18, at_24)
    assert beyond(150_000, ceiling=24_000_000, nominal_rate=18_000_000) == (at_24, at_18)
    assert beyond(150_000, ceiling=18_000_000, nominal_rate=0) == (at_18, 50_000)


def test_nothing_lies_beyond_a_rate_that_is_reached_or_within_the_tolerance_and_all_of_it_one_step_above():
    principal = 10**12  # large enough for the billionth of a percent to show
    for percent, excess in (("18", 0), ("18.125", 0), ("18.125000002", 1_233_000_000)):
        paid = int(principal * year_at(percent))
        found_at = beyond(paid, principal, ceiling=18_000_000, nominal_rate=18_000_000)
        assert found_at == pytest.approx((excess, excess), rel=1e-3)
        assert (found_at == (0, 0)) == (excess == 0)


def test_without_a_ceiling_a_stated_rate_a_schedule_or_a_single_rate_nothing_is_said_of_what_lies_beyond():
    assert beyond(150_000, nominal_rate=18_000_000)[0] is None
    assert beyond(150_000, ceiling=18_000_000)[1] is None
    terms = {"ceiling": 18_000_000, "nominal_rate": 18_000_000}
    (no_schedule,) = found(loans=[ONE_YEAR | terms])
    assert no_schedule["schedule_excess_at_ceiling"] is None
    # Nothing is ever paid: the flows have no rate.
    assert beyond(0, ceiling=18_000_000, nominal_rate=18_000_000) == (None, None)


def test_fees_are_no_part_of_what_the_schedule_takes():
    (row,) = found(
        loans=[ONE_YEAR | {"ceiling": 18_000_000, "nominal_rate": 18_000_000}],
        installments=[installment(NEW_YEAR + 365, 100_000, 50_000) | {"fee": 10_000}],
    )
    assert row["schedule_excess_at_ceiling"] == 25_458
    assert row["excess_at_ceiling"] == round(Decimal(160_000) / year_at(18) - 100_000)


# 18,992 is 2021-12-31, 19,023 is 2022-01-31, 19,051 is 2022-02-28.
MONTH_END = 19_023


def test_what_falls_due_in_the_next_month_begins_the_day_after_and_ends_on_the_months_last_day():
    days = {19_022: 1, 19_023: 2, 19_024: 4, 19_051: 8, 19_052: 16}  # 28 February is the clipped 31st
    dues = [installment(day, 100 * part, 0, number) for number, (day, part) in enumerate(days.items(), 1)]
    loan = LOAN | {"start_on": 18_000, "principal": 3_100}
    (row,) = found(MONTH_END, loans=[loan], installments=dues)
    assert row["due_next_month"] == 1_200
    (with_fee,) = found(19_051, loans=[loan], installments=[dues[-1] | {"interest": 20, "fee": 3}])
    assert with_fee["due_next_month"] == 1_623


def test_nothing_falls_due_once_all_is_paid_and_without_a_schedule_it_is_not_known():
    flows = {"loans": [LOAN], "installments": [installment(START + 50, 100_000, 1_500)]}
    (owing,) = found(START + 30, payments=[payment(START + 10, 99_999, 0)], **flows)
    (paid,) = found(START + 30, payments=[payment(START + 10, 100_000, 0)], **flows)
    assert (owing["due_next_month"], paid["due_next_month"]) == (101_500, 0)
    unpaid = flows | {"loans": [LOAN | {"are_payments_known": 0}]}
    assert found(START + 30, **unpaid)[0]["due_next_month"] == 101_500  # what is outstanding is for the lender's word
    assert found(START + 30, loans=[LOAN])[0]["due_next_month"] is None
    assert found(START + 30, loans=[LOAN | {"installments_returned": 1}])[0]["due_next_month"] is None
