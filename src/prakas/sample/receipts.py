"""What was received by the audit date: on time, ahead, late, in parts, undone and paid again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from prakas.sample.days import Days
from prakas.sample.loans import CURRENT, LATE, REPAID_EARLY, UNIT, Flags, Ints, Loans
from prakas.sample.plants import Plant
from prakas.sample.schedules import Schedule


@dataclass
class Receipts:
    """Payments, one entry a row of the tape, by loan and day; sums by loan for the schedule in force. Minor units."""

    loan: Ints  # which loan of the block
    on: Days
    principal: Ints
    interest: Ints
    fee: Ints
    penalty: Ints
    principal_received: Ints
    interest_received: Ints
    total_received: Ints
    paid_off: Days  # the day of the last payment of a loan repaid in full, else 0


Rows = tuple[Ints, Days, Ints, Ints, Ints, Ints]


def receipts(loans: Loans, plan: Schedule, earlier: Rows, day: int, rng: np.random.Generator) -> Receipts:
    """Return everything received; `earlier` are the payments before a restart, which do not count for the schedule in force."""
    paid, on = _paid(loans, plan, day, rng)
    loan, k = np.nonzero(paid)
    principal, interest, fee = plan.principal[loan, k], plan.interest[loan, k], plan.fee[loan, k]
    rows: Rows = (loan, on[loan, k], principal, interest, fee, _penalties(loans, plan, paid, on)[loan, k])
    more = [_payoffs(loans, plan), _parts(loans, plan, rng, day), _undone(loans, rows, rng)]
    shorter, extra = _prepaid(loans, plan, paid, rows, k, rng)
    rows = (loan, rows[1], principal, interest - shorter - _short(loans, loan, interest - shorter, rng), fee, rows[5])
    current = _joined([rows, *more, extra])
    return _summed(loans, current, earlier)


def _paid(loans: Loans, plan: Schedule, day: int, rng: np.random.Generator) -> tuple[Flags, Days]:
    """Return which instalments were paid as due, and on which day (a day or so late at times)."""
    delay = np.array([0, 0, 0, 0, 0, 1, 1, 2, 3, 0], np.int64)[rng.integers(0, 10, plan.due.shape, np.uint8)]
    number = np.arange(plan.due.shape[1])
    stops = loans.stopped[:, None]
    on = plan.due + np.where(stops < 0, delay, np.minimum(delay, np.maximum(0, day - plan.due)))
    ahead = (rng.random(len(loans)) < 0.02) & (loans.state == CURRENT) & (loans.plant == 0) & (loans.tie == 0)
    pays_on = (on <= day) & (stops < 0)
    until = pays_on.sum(1) + np.where(ahead & pays_on[:, 0], 1, 0)
    until = np.where(ahead, np.minimum(until, loans.count - 1), until)
    paid = plan.real & np.where(stops < 0, number < until[:, None], number < stops)
    last = np.where(pays_on, on, 0).max(1)
    on = np.where(paid & ~pays_on & (stops < 0), last[:, None], on)
    return paid, np.minimum(on, day)


def _penalties(loans: Loans, plan: Schedule, paid: Flags, on: Days) -> Ints:
    late = paid & (on > plan.due + 1)
    unit = UNIT[loans.currency][:, None]
    return np.where(late, unit * (plan.interest // 20 // unit), 0)


def _payoffs(loans: Loans, plan: Schedule) -> Rows:
    """Return the payments that end a loan before its time: all principal left, and the interest of that period."""
    who = np.flatnonzero(loans.state == REPAID_EARLY)
    k = loans.stopped[who]
    before = np.arange(plan.due.shape[1]) < k[:, None]
    left = loans.opening[who] - np.where(before, plan.principal[who], 0).sum(1)
    zero = np.zeros_like(left)
    return who, plan.due[who, k], left, plan.interest[who, k], plan.fee[who, k], zero


def _parts(loans: Loans, plan: Schedule, rng: np.random.Generator, day: int) -> Rows:
    """Return payments of interest alone by some borrowers who are late."""
    some = (loans.state == LATE) & (loans.plant == 0) & (rng.random(len(loans)) < 0.2)
    who = np.flatnonzero(some)
    k = loans.stopped[who]
    zero = np.zeros_like(who)
    return who, np.minimum(day, plan.due[who, k] + 6), zero, plan.interest[who, k], zero, zero


def _undone(loans: Loans, rows: Rows, rng: np.random.Generator) -> Rows:
    """Return reversals, each with the payment booked again: their sum is nothing."""
    last = np.append(rows[0][1:] != rows[0][:-1], True) if len(rows[0]) else np.zeros(0, bool)
    planted = loans.planted(Plant.SALE_UNDONE)[rows[0]]
    some = np.flatnonzero(np.where(planted, last, rng.random(len(rows[0])) < 0.002))
    loan, on = rows[0][some], rows[1][some]
    amounts = [column[some] for column in rows[2:]]
    back: Rows = (loan, on, *(-a for a in amounts))  # type: ignore[assignment]
    again: Rows = (loan, on, *amounts)  # type: ignore[assignment]
    return _joined([back, again])


def _prepaid(loans: Loans, plan: Schedule, paid: Flags, rows: Rows, k: Ints, rng: np.random.Generator) -> tuple[Ints, Rows]:
    """Return the interest that daily interest spares whoever repaid principal ahead, and those payments of principal."""
    n, due_principal = len(loans), np.where(paid, plan.principal, 0).sum(1)
    done = paid.sum(1)
    some = (rng.random(n) < 0.03) & (loans.state == CURRENT) & (loans.plant == 0) & (loans.tie == 0) & (done >= 3)
    left = loans.opening - due_principal
    unit = UNIT[loans.currency]
    amount = np.where(some, left * 3 // 10 // unit * unit, 0)
    at = np.minimum(done - 1, done // 2)
    balance_then = loans.opening - np.where(np.arange(paid.shape[1]) <= at[:, None], plan.principal, 0).sum(1)
    spared = np.where(k > at[rows[0]], rows[3] * amount[rows[0]] // np.maximum(1, balance_then[rows[0]]), 0)
    spared = spared // unit[rows[0]] * unit[rows[0]]
    who = np.flatnonzero(amount > 0)
    zero = np.zeros_like(who)
    return spared, (who, plan.due[who, at[who]], amount[who], zero, zero, zero)


def _short(loans: Loans, loan: Ints, interest: Ints, rng: np.random.Generator) -> Ints:
    """Return small change missing from one payment of a loan: never as much as the tolerance for a covered instalment."""
    first = np.concatenate(([True], loan[1:] != loan[:-1])) if len(loan) else np.zeros(0, bool)
    change = np.array([5_000, 40, 40])[loans.currency[loan]]
    some = first & (rng.random(len(loan)) < 0.01) & (interest > change) & (loans.plant[loan] == 0)
    return np.where(some, change, 0)


def _joined(parts: list[Rows]) -> Rows:
    return tuple(np.concatenate(columns) for columns in zip(*parts, strict=True))  # type: ignore[return-value]


def _summed(loans: Loans, current: Rows, earlier: Rows) -> Receipts:
    """Return all payments by loan and day, with sums over those of the schedule in force."""
    n = len(loans)

    def by_loan(amount: Ints) -> Ints:
        return np.bincount(current[0], amount, n).astype(np.int64)  # whole numbers far below 2^53: exact

    principal, interest, fee = (by_loan(current[i]) for i in (2, 3, 4))
    last = np.zeros(n, np.int64)
    np.maximum.at(last, current[0], current[1])
    paid_off = np.where(principal >= loans.opening, last, 0)
    every = _joined([current, earlier])
    order = np.lexsort((np.arange(len(every[0])), every[1], every[0]))
    loan, on, *parts = (column[order] for column in every)
    return Receipts(loan, on, parts[0], parts[1], parts[2], parts[3], principal, interest, principal + interest + fee, paid_off)
