"""The position of one loan on the audit date, in whole minor units, compiled for the kernel."""

from __future__ import annotations

import numpy as np

from prakas.facts.compiled import compiled
from prakas.facts.money import share

NONE = -(2**62)  # stands for null inside the kernel

# Rows of the receipts that a loan had by the audit date.
PRINCIPAL, INTEREST, TOTAL, REPAID_ON = range(4)


@compiled("int64[::1](int64[:, ::1], int64, int64, int64, int64)")
def receipts(payments: np.ndarray, opening: int, start: int, restarted: int, day: int) -> np.ndarray:
    """Return principal, interest and total received for the schedule in force, and the day of payoff (or NONE).

    `payments` has rows paid_on, principal, interest, fee (4 x n) in order of paid_on.
    """
    out = np.zeros(4, np.int64)
    out[REPAID_ON] = NONE
    for k in range(payments.shape[1]):
        paid_on = payments[0, k]
        if paid_on > day or (restarted and paid_on <= start):
            continue
        out[PRINCIPAL] += payments[1, k]
        out[INTEREST] += payments[2, k]
        out[TOTAL] += payments[1, k] + payments[2, k] + payments[3, k]
        if k + 1 < payments.shape[1] and payments[0, k + 1] == paid_on:
            continue  # the day is not over: its receipts and reversals count together
        if out[PRINCIPAL] < opening:
            out[REPAID_ON] = NONE
        elif out[REPAID_ON] == NONE:
            out[REPAID_ON] = paid_on
    return out


@compiled("int64(int64[:, ::1], int64[::1], int64, int64)")
def first_uncovered(schedule: np.ndarray, received: np.ndarray, floor: int, after: int) -> int:
    """Return the place of the first instalment due after a day (NONE: on any) that is not covered; how many there are where all are.

    Covered, with a tolerance of 1 % of the instalment or `floor`: the total received reaches the total due, or the
    principal received reaches the principal due, up to and with it.
    """
    total = principal = 0
    for k in range(schedule.shape[1]):
        due = schedule[1, k] + schedule[2, k] + schedule[3, k]
        total += due
        principal += schedule[1, k]
        if schedule[0, k] <= after:
            continue
        room = max(due, 100 * floor)
        by_total = 100 * (total - received[TOTAL]) <= room
        by_principal = schedule[1, k] > 0 and 100 * (principal - received[PRINCIPAL]) <= room
        if not (by_total or by_principal):
            return k
    return int(schedule.shape[1])


@compiled("int64(int64[:, ::1], int64[::1], int64, int64)")
def days_past_due(schedule: np.ndarray, received: np.ndarray, floor: int, day: int) -> int:
    """Return the days since the oldest instalment due before `day` that is not covered; 0 where all are."""
    oldest = first_uncovered(schedule, received, floor, NONE)
    if oldest == schedule.shape[1] or schedule[0, oldest] >= day:
        return 0
    return int(day - schedule[0, oldest])


@compiled("int64(int64[:, ::1], int64[::1], int64, int64, int64)")
def accrued_interest(schedule: np.ndarray, received: np.ndarray, outstanding: int, start: int, day: int) -> int:
    """Return interest due and not received plus the running part of the next instalment's, not below zero."""
    last, upcoming, part, due = start, NONE, 0, 0
    owed_until = day if outstanding > 0 else min(day, received[REPAID_ON])
    for k in range(schedule.shape[1]):
        if schedule[0, k] <= owed_until:
            due += schedule[2, k]
        if schedule[0, k] <= day:
            last = schedule[0, k]
        elif upcoming in (NONE, schedule[0, k]):
            upcoming = schedule[0, k]
            part += schedule[2, k]
    if outstanding > 0 and upcoming != NONE and upcoming > last:
        due += share(part, day - last, upcoming - last)
    return max(0, due - received[INTEREST])


@compiled("int64(int64[:, ::1], int64, int64)")
def is_flat_as_lived(schedule: np.ndarray, opening: int, unit: int) -> int:
    """Return 1 where interest stays the same while principal falls, 0 where it does not, NONE where it can't be told.

    The last instalment is left out (it takes the roundings). Money is compared in floating point: nothing is paid by it.
    """
    count = schedule.shape[1] - 1
    if count < 2 or opening <= 0:
        return NONE
    low = high = first = schedule[2, 0]
    balance = opening
    for k in range(1, count):
        low, high = min(low, schedule[2, k]), max(high, schedule[2, k])
        balance -= schedule[1, k - 1]
    tolerance = max(float(unit), first / 100.0)
    if high - low > tolerance:
        return 0
    return 1 if first * ((opening - balance) / opening) > 3.0 * tolerance else 0
