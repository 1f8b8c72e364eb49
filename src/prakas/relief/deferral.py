"""The new schedule of one loan under a plan, in whole minor units: instalments move, none is lost, none is doubled. Compiled."""

from __future__ import annotations

import numpy as np

from prakas.facts import NONE, PERCENT, add_months, share
from prakas.facts import machine_code as compiled

BOTH, PRINCIPAL, INTEREST = range(3)  # what is suspended, in the order of SUSPENDED
# The rows of a schedule in force, as the facts lay it out.
DUE, PRINCIPAL_DUE, INTEREST_DUE, FEE_DUE, NUMBER = range(5)
# The rows of a new schedule.
(N_NUMBER, N_OLD_DUE, N_DUE, N_PRINCIPAL, N_OLD_INTEREST, N_INTEREST, N_FEE, N_CHANGE) = range(8)
KEPT, MOVED, CHANGED, ADDED = range(4)
CHANGES = ("kept", "moved", "interest", "added")
# What has been received, as the kernel of positions counts it: principal, interest, all together, unused.
RECEIVED_PRINCIPAL, RECEIVED_TOTAL = 0, 2


@compiled("int64(int64, int64, int64)")
def interest_of(outstanding: int, rate: int, months: int) -> int:
    """Return the interest of some months on a balance, half up to the minor unit. `rate` in millionths of a percent a year."""
    return share(outstanding, rate * months, 12 * PERCENT)


@compiled("int64[:, ::1](int64[:, ::1], int64)")
def unchanged(rows: np.ndarray, room: int) -> np.ndarray:
    """Return a schedule in the shape of a new one, with some empty places behind it for rows to be added."""
    count = rows.shape[1]
    out = np.zeros((8, count + room), np.int64)
    for k in range(count):
        out[N_NUMBER, k], out[N_OLD_DUE, k], out[N_DUE, k] = rows[NUMBER, k], rows[DUE, k], rows[DUE, k]
        out[N_PRINCIPAL, k], out[N_FEE, k] = rows[PRINCIPAL_DUE, k], rows[FEE_DUE, k]
        out[N_OLD_INTEREST, k] = out[N_INTEREST, k] = rows[INTEREST_DUE, k]
    return out


@compiled("void(int64[:, ::1], int64, int64, int64, int64)")
def _add(out: np.ndarray, place: int, number: int, due: int, interest: int) -> None:
    out[N_NUMBER, place], out[N_OLD_DUE, place], out[N_DUE, place] = number, NONE, due
    out[N_INTEREST, place], out[N_CHANGE, place] = interest, ADDED


@compiled("int64[:, ::1](int64[:, ::1], int64, int64, int64, int64, int64, int64)")
def _all_moved(rows: np.ndarray, first: int, start: int, months: int, suspend: int, is_running: int, extra: int) -> np.ndarray:
    """Return the schedule with every open instalment moved, and the interest that runs on (`extra`) where it belongs."""
    count, end = rows.shape[1], add_months(start, months)
    highest = window = 0
    for k in range(count):
        highest = max(highest, rows[NUMBER, k])
        if k >= first and rows[DUE, k] <= end:
            window += 1
    stays = window if suspend == PRINCIPAL else 0  # dates on which interest alone is paid
    alone = 1 if first == count else 0  # nothing left to come due: the interest has a row of its own
    added = (stays or alone) if is_running and extra > 0 else 0
    out = unchanged(rows, added)
    for k in range(first, count):
        out[N_DUE, k] = add_months(rows[DUE, k], months)
        if months > 0:
            out[N_CHANGE, k] = MOVED
    if not is_running or extra == 0:
        return out
    if stays:
        for i in range(stays):
            part = extra // stays if i + 1 < stays else extra - (extra // stays) * (stays - 1)
            _add(out, count + i, highest + 1 + i, rows[DUE, first + i], part)
    elif alone:
        _add(out, count, highest + 1, end, extra)
    elif suspend == PRINCIPAL:  # no date to pay interest on meanwhile: it comes with the first instalment
        out[N_INTEREST, first] += extra
    else:
        open_rows = count - first
        for k in range(first, count):
            out[N_INTEREST, k] += extra // open_rows if k + 1 < count else extra - (extra // open_rows) * (open_rows - 1)
    return out


@compiled("int64[:, ::1](int64[:, ::1], int64, int64, int64, int64)")
def _interest_rests(rows: np.ndarray, first: int, start: int, months: int, is_running: int) -> np.ndarray:
    """Return the schedule on its own dates, the interest due meanwhile forgiven, or moved to the first instalment after it."""
    count, end = rows.shape[1], add_months(start, months)
    highest = resting = 0
    after = count
    for k in range(count):
        highest = max(highest, rows[NUMBER, k])
        if k >= first and rows[DUE, k] <= end:
            resting += rows[INTEREST_DUE, k]
        elif k >= first and after == count:
            after = k
    is_added = is_running and resting > 0 and after == count
    out = unchanged(rows, 1 if is_added else 0)
    for k in range(first, after):
        if out[N_INTEREST, k] > 0:
            out[N_INTEREST, k], out[N_CHANGE, k] = 0, CHANGED
    if is_added:
        _add(out, count, highest + 1, add_months(rows[DUE, count - 1], months), resting)
    elif is_running and resting > 0:
        out[N_INTEREST, after] += resting
        out[N_CHANGE, after] = CHANGED
    return out


@compiled("int64[:, ::1](int64[:, ::1], int64, int64, int64, int64, int64, int64)")
def relieved(rows: np.ndarray, first: int, start: int, months: int, suspend: int, is_running: int, extra: int) -> np.ndarray:
    """Return the new schedule (8 x n). `first`: the first instalment that the plan touches; `extra`: interest of the months."""
    if suspend == INTEREST:
        return _interest_rests(rows, first, start, months, is_running)
    return _all_moved(rows, first, start, months, suspend, is_running, extra)


@compiled("int64(int64, int64)")
def months_after(start: int, day: int) -> int:
    """Return in which month of the plan a day lies: 1 for the days up to the start's own number in the next month; 0 up to the start."""
    if day <= start:
        return 0
    month = max(1, (day - start) // 31)
    while add_months(start, month) < day:
        month += 1
    return month
