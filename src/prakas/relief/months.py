"""What a plan costs month by month: cash delayed, interest forgone, and where each loan would stand. Compiled."""

from __future__ import annotations

import numpy as np

from prakas.facts import NONE, UNIT, add_months, days_past_due
from prakas.facts import machine_code as compiled
from prakas.relief.deferral import (
    ADDED,
    DUE,
    FEE_DUE,
    INTEREST,
    N_CHANGE,
    N_DUE,
    N_FEE,
    N_INTEREST,
    N_OLD_DUE,
    N_OLD_INTEREST,
    N_PRINCIPAL,
    NUMBER,
    PRINCIPAL,
    PRINCIPAL_DUE,
    RECEIVED_PRINCIPAL,
    RECEIVED_TOTAL,
    interest_of,
    months_after,
)

# What is counted by lender and month.
FLOWS = ("principal_delayed", "interest_delayed", "fees_delayed", "interest_forgone")
IN_BASE = -1  # stands for the rate of the base currency, which is not converted


@compiled("int64(int64, int64)")
def riel(amount: int, rate: int) -> int:
    """Return an amount in hundredths of the base currency, half up (away from zero) to one whole unit, as `in_base` has it."""
    if rate == IN_BASE:
        return amount
    size = abs(amount)
    units = (size // UNIT) * rate + ((size % UNIT) * rate + UNIT // 2) // UNIT
    return 100 * units if amount >= 0 else -100 * units


@compiled("int64(int64[:, ::1], int64, int64)")
def last_month(new: np.ndarray, start: int, months: int) -> int:
    """Return the last month in which anything of a loan's changed schedule falls due, not before the plan's own last month."""
    last = months
    for k in range(new.shape[1]):
        if new[N_CHANGE, k]:
            last = max(last, months_after(start, new[N_DUE, k]))
    return last


@compiled("int64[:, ::1](int64[:, ::1], int64, int64)")
def delayed(new: np.ndarray, start: int, count: int) -> np.ndarray:
    """Return what the old schedule expects less what the new one does, month by month (3 x count+1): principal, interest, fee."""
    out = np.zeros((3, count + 1), np.int64)
    for k in range(new.shape[1]):
        if not new[N_CHANGE, k] and new[N_INTEREST, k] == new[N_OLD_INTEREST, k]:
            continue
        if new[N_CHANGE, k] != ADDED:
            month = months_after(start, new[N_OLD_DUE, k])
            out[0, month] += new[N_PRINCIPAL, k]
            out[1, month] += new[N_OLD_INTEREST, k]
            out[2, month] += new[N_FEE, k]
        month = months_after(start, new[N_DUE, k])
        out[0, month] -= new[N_PRINCIPAL, k]
        out[1, month] -= new[N_INTEREST, k]
        out[2, month] -= new[N_FEE, k]
    return out


@compiled("int64[::1](int64[:, ::1], int64, int64, int64, int64, int64, int64)")
def forgone(new: np.ndarray, start: int, months: int, suspend: int, is_running: int, outstanding: int, rate: int) -> np.ndarray:
    """Return the interest that the lender forgoes, added up to the end of each month of the plan (months + 1 figures, from 0).

    Where payments rest and interest is frozen it is the interest of the months on what is outstanding; where interest alone rests,
    what the schedule put into those months.
    """
    out = np.zeros(months + 1, np.int64)
    if is_running:
        return out
    if suspend == INTEREST:
        for k in range(new.shape[1]):
            if new[N_INTEREST, k] < new[N_OLD_INTEREST, k]:
                out[months_after(start, new[N_DUE, k])] += new[N_OLD_INTEREST, k] - new[N_INTEREST, k]
        return np.cumsum(out)
    for k in range(1, months + 1):
        out[k] = interest_of(outstanding, rate, k)
    return out


@compiled("void(int64[:, ::1], int64[:, ::1], int64[::1], int64, int64)")
def add_flows(table: np.ndarray, flows: np.ndarray, interest: np.ndarray, first: int, rate: int) -> None:
    """Add one loan to its lender's months. `table` has a row for each lender and month; `first` is the lender's month 0.

    Each loan's running total becomes riel; a month is the difference of two of them, so that the months add up to the total.
    """
    for c in range(3):
        before = so_far = 0
        for k in range(flows.shape[1]):
            if flows[c, k]:
                so_far += flows[c, k]
                now = riel(so_far, rate)
                table[first + k, c] += now - before
                before = now
    before = 0
    for k in range(interest.shape[0]):
        now = riel(interest[k], rate)
        table[first + k, 3] += now - before
        before = now


@compiled("int64[:, ::1](int64[:, ::1], int64[:, ::1], int64[::1], int64[::1], int64[::1])")
def standing_by_month(rows: np.ndarray, new: np.ndarray, received: np.ndarray, loan: np.ndarray, plan: np.ndarray) -> np.ndarray:
    """Return days past due by the old schedule and what is outstanding, at the end of each month (2 x months+1); month 0 is the start.

    The borrower pays nothing that is suspended, and on its day what is not; what was overdue stays unpaid. `loan` holds outstanding
    and days past due at the start, the floor of the tolerance, whether the position was computed, and the first open instalment;
    `plan` start, months and what is suspended.
    """
    outstanding, late, floor, is_computed, first = loan
    start, months, suspend = plan
    schedule = rows[:NUMBER]
    open_schedule = schedule[:, first:].copy()
    out = np.empty((2, months + 1), np.int64)
    out[0, 0], out[1, 0] = late, outstanding
    for k in range(1, months + 1):
        day = add_months(start, k)
        principal = paid = 0
        for j in range(rows.shape[1]):
            if suspend == INTEREST and j >= first and rows[DUE, j] <= day:
                principal += rows[PRINCIPAL_DUE, j]
                paid += rows[PRINCIPAL_DUE, j] + rows[FEE_DUE, j]
        for j in range(rows.shape[1], new.shape[1]):
            if suspend == PRINCIPAL and new[N_DUE, j] <= day:
                paid += new[N_INTEREST, j]
        out[1, k] = max(0, outstanding - principal)
        since = np.zeros(4, np.int64)
        since[RECEIVED_PRINCIPAL], since[RECEIVED_TOTAL] = principal, paid
        if late == NONE:
            out[0, k] = NONE
        elif is_computed:
            out[0, k] = days_past_due(schedule, received + since, floor, day)
        elif late > 0:
            out[0, k] = late + day - start
        else:
            out[0, k] = days_past_due(open_schedule, since, floor, day)
        if out[1, k] == 0:
            out[0, k] = 0
    return out
