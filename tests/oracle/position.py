"""The position of a loan on a day, from its schedule and what was received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tests.oracle.days import half_up
from tests.oracle.reader import Loan
from tests.oracle.schedule import Schedule

FLOOR = {"KHR": 100_00}  # a covered instalment may fall short by 100 riel
OTHER_FLOOR = 1_00


@dataclass(frozen=True)
class Position:
    """Where a loan stands on a day; money in hundredths, None where not known."""

    basis: str | None = None
    outstanding: int | None = None
    arrears_principal: int | None = None
    arrears_interest: int | None = None
    days_past_due: int | None = None
    accrued_interest: int | None = None
    repaid_before: bool | None = None  # nothing outstanding before the day
    repaid_on: date | None = None


@dataclass(frozen=True)
class _Received:
    paid_on: date
    principal: int
    interest: int
    total: int


def _received(loan: Loan, schedule: Schedule, day: date) -> list[_Received]:
    taken = []
    for row in loan.payments:
        if row["paid_on"] > day or (schedule.restarted and row["paid_on"] <= schedule.start):
            continue
        taken.append(
            _Received(
                row["paid_on"], row["principal"], row["interest"], row["principal"] + row["interest"] + (row.get("fee") or 0)
            )
        )
    return sorted(taken, key=lambda r: r.paid_on)


def _paid_off_on(schedule: Schedule, received: list[_Received]) -> date | None:
    """Return the first day from which principal received covers the opening balance, to the end; None if it does not."""
    by_day: dict[date, int] = {}
    for r in received:
        by_day[r.paid_on] = by_day.get(r.paid_on, 0) + r.principal
    if schedule.opening <= 0:
        return schedule.start
    reached, total = None, 0
    for paid_on in sorted(by_day):
        total += by_day[paid_on]
        if total < schedule.opening:
            reached = None
        elif reached is None:
            reached = paid_on
    return reached


def _oldest_uncovered(schedule: Schedule, day: date, principal: int, total: int, currency: str) -> date | None:
    floor = FLOOR.get(currency, OTHER_FLOOR)
    due_principal = due_total = 0
    for i in schedule.installments:
        if i.due_on >= day:
            break
        due_principal += i.principal
        due_total += i.total
        tolerance = max(i.total, 100 * floor)  # both sides times 100, so that 1 % stays exact
        by_total = 100 * (due_total - total) <= tolerance
        by_principal = i.principal > 0 and 100 * (due_principal - principal) <= tolerance
        if not (by_total or by_principal):
            return i.due_on
    return None


def _accrued(schedule: Schedule, day: date, received: int, owed_until: date | None) -> int:
    due = sum(i.interest for i in schedule.installments if i.due_on <= day and (owed_until is None or i.due_on <= owed_until))
    part = 0
    later = [i.due_on for i in schedule.installments if i.due_on > day]
    if later and owed_until is None:
        until = min(later)
        since = max((i.due_on for i in schedule.installments if i.due_on <= day), default=schedule.start)
        interest = sum(i.interest for i in schedule.installments if i.due_on == until)
        part = half_up(interest * (day - since).days, (until - since).days)
    return max(0, due + part - received)


def computed_position(loan: Loan, schedule: Schedule, day: date) -> Position:
    """Return the position that schedule and payments give."""
    received = _received(loan, schedule, day)
    principal = sum(r.principal for r in received)
    interest = sum(r.interest for r in received)
    outstanding = max(0, schedule.opening - principal)
    paid_off = _paid_off_on(schedule, received) if outstanding == 0 else None
    oldest = None
    if outstanding > 0:
        oldest = _oldest_uncovered(schedule, day, principal, sum(r.total for r in received), loan.row["currency"])
    before = [i for i in schedule.installments if i.due_on < day]
    late = oldest is not None
    return Position(
        schedule.basis,
        outstanding,
        max(0, sum(i.principal for i in before) - principal) if late else 0,
        max(0, sum(i.interest for i in before) - interest) if late else 0,
        (day - oldest).days if oldest else 0,
        _accrued(schedule, day, interest, paid_off),
        paid_off is not None and paid_off <= day - timedelta(1),
        paid_off,
    )


def position_on(loan: Loan, schedule: Schedule | None, day: date, has_payments: bool, closed: bool) -> Position:
    """Return the strongest position there is; `closed` says that the day is the institution's `as_of`."""
    row = loan.row
    if loan.returned & {"installments", "payments"}:
        return Position()
    if any(row.get(name) is not None and row[name] > day for name in ("restructured_on", "schedule_from")):
        return Position()
    if schedule is not None and has_payments:
        return computed_position(loan, schedule, day)
    told = [row.get(n) for n in ("reported_outstanding", "reported_days_past_due", "reported_accrued_interest")]
    if not closed or all(v is None for v in told):
        return Position()
    late = 0 if told[0] == 0 else told[1]  # nothing is past due where nothing is outstanding
    return Position("reported", told[0], None, None, late, told[2], None)
