"""Where in its life a loan takes more than its ceiling allows, what of that is paid, and which instalment would keep to it."""

from __future__ import annotations

import numpy as np

from prakas.facts.calendar import years_by_days, years_by_months
from prakas.facts.compiled import compiled
from prakas.facts.position import NONE
from prakas.facts.price import AMOUNT, CHARGED_ON, IS_PENALTY, IS_SAVING, RETURNED_AMOUNT, RETURNED_ON

EXCESS, CARRIED, PAID, NEVER_DUE, TO_COME, LEVEL, ANEW = range(7)
FIGURES = 7


@compiled("float64(int64, int64, int64, int64)")
def growth(start: int, day: int, ceiling: int, by_months: int) -> float:
    """Return what one unit of the first day is worth on a day at the ceiling (millionths of a percent, nominal)."""
    years = years_by_months(start, day) if by_months else years_by_days(start, day)
    return float(np.exp(12.0 * np.log1p(ceiling / 1.2e9) * years))


@compiled("float64[::1](int64[:, ::1], int64, int64, int64, int64, int64)")
def beyond_in_schedule(
    schedule: np.ndarray, opening: int, start: int, ceiling: int, by_months: int, with_fees: int
) -> np.ndarray:
    """Return, instalment by instalment, what is charged beyond the ceiling's interest on the balance of the contract.

    Valued on the first day, their sum is the excess to the last digit: interest at the ceiling on that very balance is worth
    nothing more than the principal. The last instalment also takes what the schedule's principal differs from the loan's.
    """
    beyond = np.zeros(schedule.shape[1], np.float64)
    balance, before = float(opening), 1.0
    for k in range(schedule.shape[1]):
        now = growth(start, schedule[0, k], ceiling, by_months)
        charged = schedule[2, k] + (schedule[3, k] if with_fees else 0)
        beyond[k] = charged - balance * (now / before - 1.0)
        balance -= schedule[1, k]
        before = now
    if beyond.size:
        beyond[-1] -= balance
    return beyond


@compiled("Tuple((int64[::1], float64[::1]))(int64[:, ::1], int64, int64, int64, int64, int64)")
def beyond_the_schedule(
    charges: np.ndarray, fees: int, start: int, restarted: int, matures: int, day: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the days and amounts of what is charged outside the instalments by the audit date; money that comes back is negative."""
    days, amounts = np.empty(2 * charges.shape[1] + 1, np.int64), np.empty(2 * charges.shape[1] + 1, np.float64)
    days[0], amounts[0] = start, float(fees)
    count = 1
    for k in range(charges.shape[1]):
        on = charges[CHARGED_ON, k]
        if charges[IS_PENALTY, k] or on > day or (restarted and on < start):
            continue
        days[count], amounts[count] = max(start, on), float(charges[AMOUNT, k])
        count += 1
        if charges[IS_SAVING, k]:
            back_on, back = charges[RETURNED_ON, k], charges[RETURNED_AMOUNT, k]
            days[count] = max(start, matures if back_on == NONE else back_on)
            amounts[count] = -float(charges[AMOUNT, k] if NONE in (back_on, back) else back)
            count += 1
    return days[:count].copy(), amounts[:count].copy()


@compiled("int64(float64)")
def half_up(amount: float) -> int:
    """Return the nearest whole unit, halves up."""
    return int(np.floor(amount + 0.5))


@compiled("float64(int64[:, ::1], int64[::1], float64[::1], int64, int64, int64, int64, int64, int64)")
def level_instalment(
    schedule: np.ndarray, days: np.ndarray, others: np.ndarray, opening: int, start: int, ceiling: int, by_months: int,
    with_fees: int, after: int,
) -> float:  # fmt: skip
    """Return the one amount that, due on each instalment's day from place `after` on, brings the loan to the ceiling.

    What comes before it and the charges outside stand as they are. Below 0 where they take more than the ceiling allows.
    """
    left, weight = float(opening), 0.0
    for k in range(days.size):
        left -= others[k] / growth(start, days[k], ceiling, by_months)
    for k in range(schedule.shape[1]):
        now = growth(start, schedule[0, k], ceiling, by_months)
        if k < after:
            left -= (schedule[1, k] + schedule[2, k] + (schedule[3, k] if with_fees else 0)) / now
        else:
            weight += 1.0 / now
    return left / weight if weight > 0.0 else 0.0


@compiled(
    "void(int64[:, ::1], int64[:, ::1], int64, int64, int64, int64, int64, int64, int64, int64, int64, int64, int64, int64[::1])"
)
def refund(
    schedule: np.ndarray, charges: np.ndarray, opening: int, fees: int, start: int, restarted: int, matures: int, day: int,
    ceiling: int, with_fees: int, excess: int, covered: int, is_open: int, out: np.ndarray,
) -> None:  # fmt: skip
    """Write the figures of one loan against one ceiling: what is beyond it, on which day, and what would keep to it.

    `covered` counts the instalments that are paid (NONE: not known), `is_open` is 1 while something is outstanding. The clock is the
    one kinder to the lender, as the excess has it.
    """
    days, others = beyond_the_schedule(charges, fees, start, restarted, matures, day)
    if not with_fees:
        days, others = days[:0].copy(), others[:0].copy()
    worth = np.zeros(2, np.float64)
    for by_months in range(2):
        beyond = beyond_in_schedule(schedule, opening, start, ceiling, by_months, with_fees)
        for k in range(beyond.size):
            worth[by_months] += beyond[k] / growth(start, schedule[0, k], ceiling, by_months)
        for k in range(days.size):
            worth[by_months] += others[k] / growth(start, days[k], ceiling, by_months)
    # Where both give the same to the unit, months: a last digit of floating point must not choose the clock.
    kinder = 0 if worth[0] < worth[1] - 0.5 else 1
    least = worth[kinder]
    beyond = beyond_in_schedule(schedule, opening, start, ceiling, kinder, with_fees)
    today = growth(start, day, ceiling, kinder)
    out[EXCESS], out[CARRIED] = excess, half_up(least * today)
    out[LEVEL] = half_up(level_instalment(schedule, days, others, opening, start, ceiling, kinder, with_fees, 0))
    if covered == NONE:
        return
    paid = never_due = 0.0
    for k in range(beyond.size):
        carried = beyond[k] * today / growth(start, schedule[0, k], ceiling, kinder)
        if k < covered:
            paid += carried
        elif not is_open:
            never_due += carried
    for k in range(days.size):
        if days[k] <= day:
            paid += others[k] * today / growth(start, days[k], ceiling, kinder)
    out[PAID], out[NEVER_DUE] = half_up(paid), half_up(never_due)
    out[TO_COME] = out[CARRIED] - out[PAID] - out[NEVER_DUE]
    after = covered
    while after < schedule.shape[1] and schedule[0, after] <= day:
        after += 1  # what fell due and was not paid is owed as it stands
    if is_open and after < schedule.shape[1]:
        anew = level_instalment(schedule, days, others, opening, start, ceiling, kinder, with_fees, after)
        out[ANEW] = max(0, half_up(anew))
