"""The price of one loan: its flows on two clocks, its rates and the excess over a ceiling, compiled for the kernel."""

from __future__ import annotations

import numpy as np

from prakas.facts.calendar import years_by_days, years_by_months
from prakas.facts.compiled import compiled
from prakas.facts.position import NONE
from prakas.facts.solver import effective_percent, effective_rate_guess, nominal_percent, present_value

NANO = 1_000_000_000  # billionths of a percent
OK = 0

# Charge rows: charged_on, is_penalty, is_saving, amount, returned_on, returned_amount.
CHARGED_ON, IS_PENALTY, IS_SAVING, AMOUNT, RETURNED_ON, RETURNED_AMOUNT = range(6)


@compiled("int64(float64)")
def nano(percent: float) -> int:
    """Return a percentage in billionths of a percent, half up."""
    return int(np.floor(percent * NANO + 0.5))


@compiled("Tuple((int64[::1], float64[::1]))(int64[:, ::1], int64, int64)")
def schedule_flows(schedule: np.ndarray, opening: int, start: int) -> tuple[np.ndarray, np.ndarray]:
    """Return days and amounts of principal and interest alone, as seen by the borrower."""
    count = schedule.shape[1] + 1
    days, amounts = np.empty(count, np.int64), np.empty(count, np.float64)
    days[0], amounts[0] = start, float(opening)
    for k in range(1, count):
        days[k] = schedule[0, k - 1]
        amounts[k] = -float(schedule[1, k - 1] + schedule[2, k - 1])
    return days, amounts


@compiled("Tuple((int64[::1], float64[::1]))(int64[:, ::1], int64[:, ::1], int64, int64, int64, int64, int64, int64)")
def all_in_flows(
    schedule: np.ndarray, charges: np.ndarray, opening: int, fees: int, start: int, restarted: int, matures: int, day: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return days and amounts with every fee and charge; penalties are left out, compulsory savings come back."""
    count = schedule.shape[1] + 1
    days = np.empty(count + 2 * charges.shape[1], np.int64)
    amounts = np.empty(days.size, np.float64)
    handed_out = opening - fees
    for k in range(1, count):
        days[k] = schedule[0, k - 1]
        amounts[k] = -float(schedule[1, k - 1] + schedule[2, k - 1] + schedule[3, k - 1])
    for k in range(charges.shape[1]):
        on = charges[CHARGED_ON, k]
        if charges[IS_PENALTY, k] or on > day or (restarted and on < start):
            continue
        if on <= start:
            handed_out -= charges[AMOUNT, k]
        else:
            days[count], amounts[count] = on, -float(charges[AMOUNT, k])
            count += 1
        if charges[IS_SAVING, k]:
            returned_on = charges[RETURNED_ON, k]
            returned = charges[RETURNED_AMOUNT, k]
            days[count] = max(start, matures if returned_on == NONE else returned_on)  # earlier ones count on the first day
            amounts[count] = float(charges[AMOUNT, k] if NONE in (returned_on, returned) else returned)
            count += 1
    days[0], amounts[0] = start, float(handed_out)
    return days[:count].copy(), amounts[:count].copy()


@compiled("float64[::1](int64[::1], int64, int64)")
def clock(days: np.ndarray, start: int, by_months: int) -> np.ndarray:
    """Return the years from the start to each day: calendar months, or actual days over 365."""
    years = np.empty(days.size, np.float64)
    for k in range(days.size):
        years[k] = years_by_months(start, days[k]) if by_months else years_by_days(start, days[k])
    return years


@compiled("Tuple((int64, int64, int64))(float64[::1], float64[::1], float64)")
def rates(years: np.ndarray, amounts: np.ndarray, guess: float) -> tuple[int, int, int]:
    """Return nominal and effective rate in billionths of a percent (or NONE) and the status."""
    effective, status = effective_rate_guess(years, amounts, guess)
    if status != OK:
        return NONE, NONE, status
    return nano(nominal_percent(effective)), nano(effective_percent(effective)), status


@compiled("int64(float64[::1], float64[::1], float64[::1], int64, int64, int64)")
def excess(by_days: np.ndarray, by_months: np.ndarray, amounts: np.ndarray, lower: int, limit: int, tolerance: int) -> int:
    """Return what is paid beyond a limit, valued on the first day, on the kinder clock; NONE where the limit or the rate is.

    `lower` is the lower of the rates on both clocks (billionths of a percent), `limit` in millionths: 0 unless the one is
    above the other and the tolerance (billionths).
    """
    if NONE in (lower, limit):
        return NONE
    if lower <= limit * 1000 + tolerance:
        return 0
    percent = limit / 1_000_000.0
    beyond = min(-present_value(by_days, amounts, percent), -present_value(by_months, amounts, percent))
    return max(0, int(np.floor(beyond + 0.5)))
