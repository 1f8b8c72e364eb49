"""Rebuilds a repayment schedule from the terms of a loan, in whole minor units, compiled for the kernel."""

from __future__ import annotations

import numpy as np

from prakas.facts.calendar import add_months, whole_months
from prakas.facts.compiled import compiled
from prakas.facts.money import share

PERCENT = 100_000_000  # millionths of a percent in one
MONTHS_A_STEP = np.array([0, 0, 1, 3, 6, 0], np.int64)  # by frequency, in the order of FREQUENCIES
DAYS_A_STEP = np.array([7, 14, 0, 0, 0, 0], np.int64)
FREQUENCIES = ("weekly", "biweekly", "monthly", "quarterly", "semiannual", "at_maturity")
AMORTIZATIONS = ("equal_installments", "equal_principal", "at_maturity")
METHODS = ("declining", "flat")
MOST = 6000  # instalments of one loan


@compiled("int64(int64, int64, int64)")
def step_on(start: int, frequency: int, number: int) -> int:
    """Return the day that lies so many whole steps after the start."""
    if MONTHS_A_STEP[frequency]:
        return add_months(start, MONTHS_A_STEP[frequency] * number)
    return start + DAYS_A_STEP[frequency] * number


@compiled("int64[::1](int64, int64, int64)")
def due_days(start: int, matures: int, frequency: int) -> np.ndarray:
    """Return the due days: whole steps before maturity, then maturity; empty where there are none or too many."""
    if matures <= start:
        return np.empty(0, np.int64)
    if frequency == 5:
        return np.array([matures], np.int64)
    count = 1
    while count <= MOST and step_on(start, frequency, count) < matures:
        count += 1
    if count > MOST:
        return np.empty(0, np.int64)
    days = np.empty(count, np.int64)
    for k in range(count - 1):
        days[k] = step_on(start, frequency, k + 1)
    days[count - 1] = matures
    return days


@compiled("int64(int64, int64, int64, int64, int64, int64)")
def period_interest(base: int, rate: int, since: int, until: int, frequency: int, is_whole_step: int) -> int:
    """Return the interest of one period on a base, half up: by months for month steps, else by days over 365."""
    if frequency == 5:
        months = whole_months(since, until)
        left = until - add_months(since, months)
        return share(base, rate * (months * 365 + left * 12), 12 * 365 * PERCENT)
    if is_whole_step and MONTHS_A_STEP[frequency]:
        return share(base, rate * MONTHS_A_STEP[frequency], 12 * PERCENT)
    return share(base, rate * (until - since), 365 * PERCENT)


@compiled("int64(int64, int64, int64, int64)")
def annuity(opening: int, rate: int, frequency: int, count: int) -> int:
    """Return the constant instalment of so many whole steps, half up to the minor unit."""
    if MONTHS_A_STEP[frequency]:
        step = rate * MONTHS_A_STEP[frequency] / (12.0 * PERCENT)
    else:
        step = rate * DAYS_A_STEP[frequency] / (365.0 * PERCENT)
    growth = 1.0
    for _ in range(count):
        growth *= 1.0 + step
    return int(np.floor(opening * step * growth / (growth - 1.0) + 0.5))


@compiled("int64[:, ::1](int64, int64, int64, int64, int64, int64, int64, int64)")
def rebuilt_schedule(
    opening: int, start: int, matures: int, rate: int, method: int, frequency: int, amortization: int, grace: int
) -> np.ndarray:
    """Return rows due_on, principal, interest, fee by instalment (4 x n), or 4 x 0 where the terms give no schedule."""
    days = due_days(start, matures, frequency)
    count = days.size
    rows = np.zeros((4, count), np.int64)
    if not count:
        return rows
    rows[0] = days
    free_until = add_months(start, grace)
    paying = 0
    for k in range(count):
        if days[k] > free_until or k == count - 1:
            paying += 1
    in_one = amortization == 2 or frequency == 5
    by_annuity = amortization == 0 and method == 0 and rate > 0 and not in_one
    constant = annuity(opening, rate, frequency, paying) if by_annuity else 0
    balance, since = opening, start
    for k in range(count):
        last = k == count - 1
        whole = 1 if (frequency != 5 and step_on(start, frequency, k + 1) == days[k]) else 0
        interest = period_interest(balance if method == 0 else opening, rate, since, days[k], frequency, whole)
        if last:
            principal = balance
        elif in_one or days[k] <= free_until:
            principal = 0
        elif by_annuity:
            principal = min(max(constant - interest, 0), balance)
        else:
            principal = min(opening // paying, balance)
        rows[1, k], rows[2, k] = principal, interest
        balance -= principal
        since = days[k]
    return rows
