"""The kernel at its edges: no loans at all, loans without flows, and what is not known stays null."""

from __future__ import annotations

import numpy as np

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
