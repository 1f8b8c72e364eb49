"""One pass over the flows of every loan: positions and prices, the same integers on every engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from prakas.facts.calendar import add_months
from prakas.facts.compiled import compiled
from prakas.facts.position import NONE, PRINCIPAL, REPAID_ON, accrued_interest, days_past_due, is_flat_as_lived, receipts
from prakas.facts.price import all_in_flows, clock, excess, rates, schedule_flows
from prakas.facts.schedule import rebuilt_schedule

# What the kernel reads of a loan, all int64; days count from 1970-01-01, NONE stands for null.
LOAN_INPUTS = (
    "loan_no",
    "matures_on",
    "start_on",
    "is_restarted",
    "is_schedule_unknown",
    "principal",
    "restructured_balance",
    "nominal_rate",
    "rate_method",
    "frequency",
    "amortization",
    "grace_months",
    "fees_upfront",
    "coverage_floor",
    "rounding_unit",
    "ceiling",
    "are_payments_known",
    "are_charges_known",
    "installments_returned",
    "payments_returned",
    "charges_returned",
)
INSTALLMENT_INPUTS = ("loan_no", "due_on", "number", "principal", "interest", "fee")
PAYMENT_INPUTS = ("loan_no", "paid_on", "source_row", "principal", "interest", "fee")
CHARGE_INPUTS = ("loan_no", "charged_on", "source_row", "is_penalty", "is_saving", "amount", "returned_on", "returned_amount")

# What it gives, one row a loan; every column but the first may be null. Rates: billionths of a percent.
POSITION_COLUMNS = (
    "loan_no",
    "schedule_basis",  # 1 from rows of the schedule, 2 rebuilt from the terms; null: none
    "opening_balance",
    "outstanding_principal",
    "overpaid_principal",
    "arrears_principal",
    "arrears_interest",
    "days_past_due",
    "accrued_interest",
    "repaid_on",  # days since 1970-01-01
    "schedule_rate_nominal",
    "schedule_rate_nominal_months",
    "all_in_rate_nominal",
    "all_in_rate_nominal_months",
    "all_in_rate_effective",
    "all_in_rate_effective_months",
    "rate_status",  # 0 ok, 1 none, 2 several
    "excess_at_ceiling",
    "is_flat_as_lived",
    "schedule_excess_at_ceiling",  # principal and interest alone, beyond the ceiling
    "schedule_excess_at_contract_rate",  # the same beyond the loan's own stated rate on the declining balance
    "due_next_month",  # principal, interest and fee due after the day and up to a calendar month later; 0 where nothing is owed
)
WIDTH = len(POSITION_COLUMNS)
POSITION_SCHEMA = pa.schema([pa.field(name, pa.int64()) for name in POSITION_COLUMNS])

(
    _LOAN_NO, _MATURES, _START, _RESTARTED, _UNKNOWN, _PRINCIPAL, _RESTRUCTURED, _RATE, _METHOD, _FREQUENCY, _AMORTIZATION,
    _GRACE, _FEES, _FLOOR, _UNIT, _CEILING, _PAYMENTS_KNOWN, _CHARGES_KNOWN, _INSTALLMENTS_RETURNED, _PAYMENTS_RETURNED,
    _CHARGES_RETURNED,
) = range(len(LOAN_INPUTS))  # fmt: skip
(
    _O_LOAN_NO, _O_BASIS, _O_OPENING, _O_OUTSTANDING, _O_OVERPAID, _O_ARREARS_P, _O_ARREARS_I, _O_DPD, _O_ACCRUED, _O_REPAID,
    _O_SCHEDULE, _O_SCHEDULE_M, _O_NOMINAL, _O_NOMINAL_M, _O_EFFECTIVE, _O_EFFECTIVE_M, _O_STATUS, _O_EXCESS, _O_FLAT,
    _O_SCHEDULE_EXCESS, _O_RATE_EXCESS, _O_DUE_NEXT_MONTH,
) = range(len(POSITION_COLUMNS))  # fmt: skip


@compiled("int64[:, ::1](int64[::1], int64[:, ::1])")
def schedule_in_force(loan: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the schedule (4 x n): its rows, or the one rebuilt from the terms, or nothing."""
    if rows.shape[1]:
        return rows
    opening = loan[_RESTRUCTURED] if loan[_RESTARTED] else loan[_PRINCIPAL]
    terms_known = min(opening, loan[_RATE], loan[_METHOD], loan[_FREQUENCY], loan[_AMORTIZATION]) > NONE
    if not terms_known:
        return rows
    grace = 0 if loan[_GRACE] == NONE else loan[_GRACE]
    return rebuilt_schedule(
        opening, loan[_START], loan[_MATURES], loan[_RATE], loan[_METHOD], loan[_FREQUENCY], loan[_AMORTIZATION], grace
    )


@compiled("void(int64[::1], int64[:, ::1], int64[:, ::1], int64, int64, int64[::1])")
def _position(loan: np.ndarray, schedule: np.ndarray, payments: np.ndarray, opening: int, day: int, out: np.ndarray) -> None:
    """Write the position into the loan's row of results."""
    received = receipts(payments, opening, loan[_START], loan[_RESTARTED], day)
    outstanding = max(0, opening - received[PRINCIPAL])
    out[_O_OUTSTANDING] = outstanding
    out[_O_OVERPAID] = max(0, received[PRINCIPAL] - opening)
    out[_O_REPAID] = received[REPAID_ON]
    late = days_past_due(schedule, received, loan[_FLOOR], day) if outstanding > 0 else 0
    out[_O_DPD], out[_O_ARREARS_P], out[_O_ARREARS_I] = late, 0, 0
    if late > 0:
        principal = interest = 0
        for k in range(schedule.shape[1]):
            if schedule[0, k] < day:
                principal += schedule[1, k]
                interest += schedule[2, k]
        out[_O_ARREARS_P] = max(0, principal - received[0])
        out[_O_ARREARS_I] = max(0, interest - received[1])
    out[_O_ACCRUED] = accrued_interest(schedule, received, outstanding, loan[_START], day)


@compiled("int64(int64[:, ::1], int64)")
def _due_next_month(schedule: np.ndarray, day: int) -> int:
    """Return what the schedule makes due after the day and up to the same day of the next month (the month's end where it has none)."""
    until, due = add_months(day, 1), 0
    for k in range(schedule.shape[1]):
        if day < schedule[0, k] <= until:
            due += schedule[1, k] + schedule[2, k] + schedule[3, k]
    return due


@compiled("void(int64[::1], int64[:, ::1], int64[:, ::1], int64, int64, int64, int64[::1])")
def _price(
    loan: np.ndarray, schedule: np.ndarray, charges: np.ndarray, opening: int, tolerance: int, day: int, out: np.ndarray
) -> None:
    """Write rates and excess into the loan's row of results. `tolerance` is in billionths of a percent."""
    start = loan[_START]
    guess = 0.2 if loan[_RATE] == NONE else np.expm1(12.0 * np.log1p(loan[_RATE] / 1.2e9))
    days, amounts = schedule_flows(schedule, opening, start)
    by_days, by_months = clock(days, start, 0), clock(days, start, 1)
    out[_O_SCHEDULE], _, status = rates(by_days, amounts, guess)
    out[_O_SCHEDULE_M], _, _ = rates(by_months, amounts, guess)
    lower = min(out[_O_SCHEDULE], out[_O_SCHEDULE_M])  # NONE where either clock has no single rate
    out[_O_SCHEDULE_EXCESS] = excess(by_days, by_months, amounts, lower, loan[_CEILING], tolerance)
    out[_O_RATE_EXCESS] = excess(by_days, by_months, amounts, lower, loan[_RATE], tolerance)
    fees_known = loan[_CHARGES_KNOWN] or (loan[_FEES] != NONE and not loan[_RESTARTED])
    if fees_known and not loan[_CHARGES_RETURNED]:
        fees = 0 if loan[_CHARGES_KNOWN] else loan[_FEES]
        days, amounts = all_in_flows(schedule, charges, opening, fees, start, loan[_RESTARTED], loan[_MATURES], day)
        by_days, by_months = clock(days, start, 0), clock(days, start, 1)
        out[_O_NOMINAL], out[_O_EFFECTIVE], status = rates(by_days, amounts, guess)
        out[_O_NOMINAL_M], out[_O_EFFECTIVE_M], _ = rates(by_months, amounts, guess)
        lower = min(out[_O_NOMINAL], out[_O_NOMINAL_M])
        out[_O_EXCESS] = excess(by_days, by_months, amounts, lower, loan[_CEILING], tolerance)
    out[_O_STATUS] = status


@compiled(
    "int64[:, ::1](int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1], int64[:, ::1],"
    " int64, int64)"
)
def _pass(
    loans: np.ndarray,
    installments: np.ndarray,
    installments_span: np.ndarray,
    payments: np.ndarray,
    payments_span: np.ndarray,
    charges: np.ndarray,
    charges_span: np.ndarray,
    day: int,
    tolerance: int,
) -> np.ndarray:
    """Return one row of results a loan. `X_span[0, i]:X_span[1, i]` are the columns of table X that belong to loan i."""
    out = np.full((loans.shape[0], WIDTH), NONE, np.int64)
    for i in range(loans.shape[0]):
        loan, row = loans[i], out[i]
        row[_O_LOAN_NO] = loan[_LOAN_NO]
        if loan[_INSTALLMENTS_RETURNED] or loan[_UNKNOWN]:
            continue
        rows = installments[:, installments_span[0, i] : installments_span[1, i]].copy()
        schedule = schedule_in_force(loan, rows)
        if not schedule.shape[1]:
            continue
        row[_O_BASIS] = 1 if rows.shape[1] else 2
        opening = schedule[1].sum()
        row[_O_OPENING] = opening
        if loan[_PAYMENTS_KNOWN] and not loan[_PAYMENTS_RETURNED]:
            paid = payments[:, payments_span[0, i] : payments_span[1, i]].copy()
            _position(loan, schedule, paid, opening, day, row)
        row[_O_DUE_NEXT_MONTH] = 0 if row[_O_OUTSTANDING] == 0 else _due_next_month(schedule, day)
        charged = charges[:, charges_span[0, i] : charges_span[1, i]].copy()
        # A schedule that does not add up stands, but what the borrower got is the loan's principal.
        handed_out = opening if loan[_RESTARTED] else loan[_PRINCIPAL]
        _price(loan, schedule, charged, handed_out, tolerance, day, row)
        row[_O_FLAT] = is_flat_as_lived(schedule, opening, loan[_UNIT])
    return out


def _stacked(columns: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return np.ascontiguousarray(np.stack([columns[n] for n in names])) if names else np.empty((0, 0), np.int64)


def flows_of(chunk: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """Return installments, payments and charges as matrices, each with the span of columns that belongs to each loan."""
    numbers = chunk["loans"]["loan_no"]
    arrays: list[Any] = []
    for table, inputs, skipped in (
        ("installments", INSTALLMENT_INPUTS, ("loan_no", "number")),
        ("payments", PAYMENT_INPUTS, ("loan_no", "source_row")),
        ("charges", CHARGE_INPUTS, ("loan_no", "source_row")),
    ):
        columns = chunk[table]
        arrays.append(_stacked(columns, tuple(n for n in inputs if n not in skipped)))
        spans = (np.searchsorted(columns["loan_no"], numbers, side=side) for side in ("left", "right"))
        arrays.append(np.ascontiguousarray(np.stack(list(spans)).astype(np.int64)))
    return arrays


@dataclass(frozen=True)
class Positions:
    """The kernel with its two arguments; called with the rows of some whole loans, it returns POSITION_SCHEMA.

    `day` is the audit date as days since 1970-01-01, `tolerance` in billionths of a percent.
    """

    day: int
    tolerance: int

    def __call__(self, chunk: Mapping[str, Mapping[str, Any]]) -> pa.Table:
        """Return one row a loan, in the order of the loans given."""
        loans = chunk["loans"]
        matrix = np.ascontiguousarray(np.stack([loans[n] for n in LOAN_INPUTS], axis=1))
        arguments: list[Any] = [matrix, *flows_of(chunk), self.day, self.tolerance]
        result = _pass(*arguments)
        fields = [pa.array(column, mask=column == NONE) for column in result.T]
        return pa.Table.from_arrays(fields, schema=POSITION_SCHEMA)
