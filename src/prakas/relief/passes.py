"""The two passes over many loans: what the plan does to each, then months and new schedules of those granted. Compiled."""

from __future__ import annotations

import numpy as np

from prakas.facts import NONE, days_past_due, first_uncovered
from prakas.facts import machine_code as compiled
from prakas.relief.deferral import (
    ADDED,
    DUE,
    FEE_DUE,
    INTEREST,
    INTEREST_DUE,
    N_CHANGE,
    N_DUE,
    N_INTEREST,
    N_OLD_DUE,
    N_OLD_INTEREST,
    NUMBER,
    PRINCIPAL_DUE,
    RECEIVED_PRINCIPAL,
    RECEIVED_TOTAL,
    interest_of,
    relieved,
)
from prakas.relief.months import add_flows, delayed, forgone, last_month, standing_by_month

# What the passes read of a loan; NONE stands for null.
LOAN = (
    "received_principal",
    "received_total",
    "is_computed",
    "outstanding_principal",
    "days_past_due",
    "nominal_rate",
    "coverage_floor",
)
(_PRINCIPAL, _TOTAL, _COMPUTED, _OUTSTANDING, _LATE, _RATE, _FLOOR) = range(len(LOAN))
# What the plan is: its first day, months, what is suspended, whether interest runs.
P_START, P_MONTHS, P_SUSPEND, P_RUNNING = range(4)
# What the first pass gives, one row a loan.
WORKED = (
    "state",
    "first_open",
    "start_outstanding",
    "start_days_past_due",
    "interest_forgone",
    "interest_added",
    "interest_forgiven",
    "last_month",
    "moved",
    "first_old_due",
    "first_due",
)
(_STATE, _FIRST, _START_OUT, _START_LATE, _FORGONE, _ADDED, _FORGIVEN, _LAST, _MOVED, _OLD_DUE, _DUE) = range(len(WORKED))
WORKED_OUT, NO_SCHEDULE, NOTHING_LEFT = range(3)


@compiled("int64[::1](int64[:, ::1], int64[::1], int64[::1], int64, int64)")
def at_start(rows: np.ndarray, loan: np.ndarray, received: np.ndarray, day: int, start: int) -> np.ndarray:
    """Return the first instalment the plan touches, what is outstanding and the days past due when the plan starts.

    What falls due between the day of the books and the start counts as paid on its day, and is added to `received`.
    """
    first = first_uncovered(rows[:NUMBER], received, loan[_FLOOR], day)
    outstanding, late = loan[_OUTSTANDING], loan[_LATE]
    while first < rows.shape[1] and rows[DUE, first] <= start:
        outstanding -= rows[PRINCIPAL_DUE, first]
        received[RECEIVED_PRINCIPAL] += rows[PRINCIPAL_DUE, first]
        received[RECEIVED_TOTAL] += rows[PRINCIPAL_DUE, first] + rows[INTEREST_DUE, first] + rows[FEE_DUE, first]
        first += 1
    if start > day and late not in (NONE, 0):
        late = late + start - day
        if loan[_COMPUTED]:
            late = days_past_due(rows[:NUMBER], received, loan[_FLOOR], start)
    out = np.empty(3, np.int64)
    out[0], out[1], out[2] = first, max(0, outstanding), late
    return out


@compiled("int64[::1](int64[::1])")
def _received(loan: np.ndarray) -> np.ndarray:
    received = np.zeros(4, np.int64)
    received[RECEIVED_PRINCIPAL], received[RECEIVED_TOTAL] = loan[_PRINCIPAL], loan[_TOTAL]
    return received


@compiled("int64[:, ::1](int64[:, ::1], int64, int64, int64, int64[::1])")
def _new(rows: np.ndarray, first: int, outstanding: int, rate: int, plan: np.ndarray) -> np.ndarray:
    extra = 0
    if plan[P_RUNNING] and plan[P_SUSPEND] != INTEREST:
        extra = interest_of(outstanding, rate, plan[P_MONTHS])
    return relieved(rows, first, plan[P_START], plan[P_MONTHS], plan[P_SUSPEND], plan[P_RUNNING], extra)


@compiled("int64[:, ::1](int64[:, ::1], int64[:, ::1], int64[::1], int64, int64[::1])")
def worked(loans: np.ndarray, rows: np.ndarray, starts: np.ndarray, day: int, plan: np.ndarray) -> np.ndarray:
    """Return what the plan does to each loan (n x WORKED). `rows` and `starts` as the facts lay schedules out."""
    out = np.full((loans.shape[0], 11), NONE, np.int64)
    for i in range(loans.shape[0]):
        own = rows[:, starts[i] : starts[i + 1]].copy()
        if not own.shape[1]:
            out[i, _STATE] = NO_SCHEDULE
            continue
        standing = at_start(own, loans[i], _received(loans[i]), day, plan[P_START])
        first, outstanding = standing[0], standing[1]
        new = _new(own, first, outstanding, loans[i, _RATE], plan)
        interest = forgone(new, plan[P_START], plan[P_MONTHS], plan[P_SUSPEND], plan[P_RUNNING], outstanding, loans[i, _RATE])
        out[i, _STATE] = WORKED_OUT if outstanding > 0 else NOTHING_LEFT
        out[i, _FIRST], out[i, _START_OUT], out[i, _START_LATE] = first, outstanding, standing[2]
        out[i, _FORGONE] = interest[plan[P_MONTHS]]
        out[i, _FORGIVEN] = interest[plan[P_MONTHS]] if plan[P_SUSPEND] == INTEREST else 0
        before, after, moved = 0, 0, 0
        for k in range(new.shape[1]):
            before += new[N_OLD_INTEREST, k]
            after += new[N_INTEREST, k]
            moved += 1 if (new[N_CHANGE, k] != ADDED and new[N_DUE, k] != new[N_OLD_DUE, k]) else 0
        out[i, _ADDED] = after - before + out[i, _FORGIVEN]
        out[i, _LAST] = last_month(new, plan[P_START], plan[P_MONTHS])
        out[i, _MOVED] = moved
        if first < own.shape[1]:
            out[i, _OLD_DUE], out[i, _DUE] = new[N_OLD_DUE, first], new[N_DUE, first]
    return out


@compiled(
    "Tuple((int64[:, ::1], int64[::1], int64[:, ::1]))"
    "(int64[:, ::1], int64[:, ::1], int64[::1], int64, int64[::1], int64[::1], int64[::1], int64[:, ::1], int64)"
)
def granted(
    loans: np.ndarray,
    rows: np.ndarray,
    starts: np.ndarray,
    day: int,
    plan: np.ndarray,
    lender: np.ndarray,
    rates: np.ndarray,
    table: np.ndarray,
    last: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the new schedules laid out flat (8 x n), where each begins, and each loan's standing by month (2 x loans * (months+1)).

    `table` (lenders * (last+1) x FLOWS) takes what is delayed and forgone; `lender` gives each loan's place in it, `rates` its riel
    for one unit.
    """
    months = plan[P_MONTHS]
    place = np.zeros(loans.shape[0] + 1, np.int64)
    for i in range(loans.shape[0]):
        own = rows[:, starts[i] : starts[i + 1]].copy()
        standing = at_start(own, loans[i], _received(loans[i]), day, plan[P_START])
        place[i + 1] = place[i] + _new(own, standing[0], standing[1], loans[i, _RATE], plan).shape[1]
    out = np.zeros((8, place[-1]), np.int64)
    by_month = np.zeros((2, loans.shape[0] * (months + 1)), np.int64)
    for i in range(loans.shape[0]):
        own = rows[:, starts[i] : starts[i + 1]].copy()
        received = _received(loans[i])
        standing = at_start(own, loans[i], received, day, plan[P_START])
        new = _new(own, standing[0], standing[1], loans[i, _RATE], plan)
        for c in range(8):
            for k in range(new.shape[1]):
                out[c, place[i] + k] = new[c, k]
        flows = delayed(new, plan[P_START], last_month(new, plan[P_START], months))
        interest = forgone(new, plan[P_START], months, plan[P_SUSPEND], plan[P_RUNNING], standing[1], loans[i, _RATE])
        add_flows(table, flows, interest, lender[i] * (last + 1), rates[i])
        loan = np.array([standing[1], standing[2], loans[i, _FLOOR], loans[i, _COMPUTED], standing[0]], np.int64)
        told = np.array([plan[P_START], months, plan[P_SUSPEND]], np.int64)
        found = standing_by_month(own, new, received, loan, told)
        for k in range(months + 1):
            by_month[0, i * (months + 1) + k], by_month[1, i * (months + 1) + k] = found[0, k], found[1, k]
    return out, place, by_month
