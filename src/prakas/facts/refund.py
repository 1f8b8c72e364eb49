"""What lies beyond the ceiling of each loan that is above it, by three doctrines: on its first day, on the audit date, by instalment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from prakas.facts.beyond import FIGURES, refund
from prakas.facts.compiled import compiled
from prakas.facts.kernel import CHARGE_INPUTS, INSTALLMENT_INPUTS, LOAN_INPUTS, PAYMENT_INPUTS, flows_of, schedule_in_force
from prakas.facts.position import NONE, PRINCIPAL, REPAID_ON, first_uncovered, receipts
from prakas.facts.tables import LOAN_FACTS, declared
from prakas.facts.terms import Day, kernel_inputs

# Of a loan, beside what positions read: what is beyond the ceiling by the schedule alone, and with every charge (NONE: nothing).
REFUND_INPUTS = (*LOAN_INPUTS, "schedule_excess", "all_in_excess")
NAMES = ("excess", "carried", "paid", "never_due", "to_come", "level_instalment", "new_instalment")
REFUND_COLUMNS = (
    "loan_no",
    *(f"schedule_{name}" for name in NAMES),  # principal and interest alone
    *(f"all_in_{name}" for name in NAMES),  # with every fee and charge
    "next_instalment",  # as the schedule has it, of those due after the audit date and not paid
    "instalments_to_come",
)
REFUNDS = pa.schema([pa.field(name, pa.int64()) for name in REFUND_COLUMNS])
_NEXT, _LEFT = len(REFUND_COLUMNS) - 2, len(REFUND_COLUMNS) - 1
_AT = {name: REFUND_INPUTS.index(name) for name in REFUND_INPUTS}
(_START, _RESTARTED, _MATURES, _LOAN_PRINCIPAL, _FEES, _FLOOR, _CEILING, _PAYMENTS_KNOWN, _PAYMENTS_RETURNED, _CHARGES_KNOWN) = (
    _AT[name] for name in (
        "start_on", "is_restarted", "matures_on", "principal", "fees_upfront", "coverage_floor", "ceiling", "are_payments_known",
        "payments_returned", "are_charges_known",
    )
)  # fmt: skip
_SCHEDULE_EXCESS, _ALL_IN_EXCESS = _AT["schedule_excess"], _AT["all_in_excess"]


@compiled("void(int64[::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64, int64[::1])")
def _of_loan(
    loan: np.ndarray, schedule: np.ndarray, payments: np.ndarray, charges: np.ndarray, day: int, row: np.ndarray
) -> None:
    """Write a loan's figures into its row of results."""
    owed = schedule[1].sum()
    opening = owed if loan[_RESTARTED] else loan[_LOAN_PRINCIPAL]
    covered, is_open = NONE, 1
    if loan[_PAYMENTS_KNOWN] and not loan[_PAYMENTS_RETURNED]:
        received = receipts(payments, owed, loan[_START], loan[_RESTARTED], day)
        is_open = 1 if received[PRINCIPAL] < owed else 0
        covered = first_uncovered(schedule, received, loan[_FLOOR], NONE)
        if not is_open:
            covered = 0
            while covered < schedule.shape[1] and schedule[0, covered] <= received[REPAID_ON]:
                covered += 1
        row[_LEFT] = 0
        for k in range(covered if is_open else schedule.shape[1], schedule.shape[1]):
            row[_LEFT] += 1
            if row[_NEXT] == NONE and schedule[0, k] > day:
                row[_NEXT] = schedule[1, k] + schedule[2, k] + schedule[3, k]
    fees = 0 if loan[_CHARGES_KNOWN] or loan[_FEES] == NONE else loan[_FEES]
    for with_fees in range(2):
        excess = loan[_ALL_IN_EXCESS] if with_fees else loan[_SCHEDULE_EXCESS]
        if excess > 0:
            first = 1 + with_fees * FIGURES
            refund(
                schedule, charges, opening, fees, loan[_START], loan[_RESTARTED], loan[_MATURES], day, loan[_CEILING],
                with_fees, excess, covered, is_open, row[first : first + FIGURES],
            )  # fmt: skip


@compiled(
    "int64[:, ::1](int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1],"
    " int64)"
)
def _pass(
    loans: np.ndarray, installments: np.ndarray, installments_span: np.ndarray, payments: np.ndarray, payments_span: np.ndarray,
    charges: np.ndarray, charges_span: np.ndarray, day: int,
) -> np.ndarray:  # fmt: skip
    """Return one row of results a loan; spans as in the kernel of positions."""
    out = np.full((loans.shape[0], 3 + 2 * FIGURES), NONE, np.int64)
    for i in range(loans.shape[0]):
        out[i, 0] = loans[i, 0]
        rows = installments[:, installments_span[0, i] : installments_span[1, i]].copy()
        schedule = schedule_in_force(loans[i, :-2].copy(), rows)
        if schedule.shape[1]:
            paid = payments[:, payments_span[0, i] : payments_span[1, i]].copy()
            charged = charges[:, charges_span[0, i] : charges_span[1, i]].copy()
            _of_loan(loans[i], schedule, paid, charged, day, out[i])
    return out


@dataclass(frozen=True)
class Refunds:
    """The kernel with its argument; called with the rows of some whole loans, it returns REFUNDS.

    `day` is the audit date as days since 1970-01-01. Amounts in minor units, the carried ones as worth on that day: carried = paid +
    never_due + to_come. All but the excess itself are null where the flows or the receipts that they need are not known.
    """

    day: int

    def __call__(self, chunk: Mapping[str, Mapping[str, Any]]) -> pa.Table:
        """Return one row a loan, in the order of the loans given."""
        loans = chunk["loans"]
        matrix = np.ascontiguousarray(np.stack([loans[n] for n in REFUND_INPUTS], axis=1))
        result = _pass(*[matrix, *flows_of(chunk), self.day])
        return pa.Table.from_arrays([pa.array(column, mask=column == NONE) for column in result.T], schema=REFUNDS)


def refund_inputs(day: Day) -> dict[str, ir.Table]:
    """Return the four tables of whole numbers that the kernel reads: those of positions, of the loans above a ceiling alone."""
    facts = declared("loan_facts", LOAN_FACTS)
    above = facts.filter((facts.schedule_excess_at_ceiling > 0) | (facts.excess_at_ceiling > 0))
    none = ibis.literal(NONE, type="int64")
    above = above.select(
        above_no=above.loan_no,
        schedule_excess=above.schedule_excess_at_ceiling.fill_null(none),
        all_in_excess=above.excess_at_ceiling.fill_null(none),
    )
    tables = kernel_inputs(day)
    loans = tables["loans"].inner_join(above, tables["loans"].loan_no == above.above_no)
    shapes = {"installments": INSTALLMENT_INPUTS, "payments": PAYMENT_INPUTS, "charges": CHARGE_INPUTS}
    flows = {}
    for name, columns in shapes.items():
        rows = tables[name]
        kept = rows.semi_join(above, rows.loan_no == above.above_no)
        flows[name] = kept.select(columns).order_by(*columns[:3])
    return {"loans": loans.select(REFUND_INPUTS).order_by("loan_no"), **flows}
