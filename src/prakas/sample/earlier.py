"""The month before: the same book as it stood a month earlier, cut back from what is written for the audit date.

Nothing is drawn anew. What happened after the earlier day is left out, what was handed back, written off or restarted since then
stands as it was, and the lender's own figures are worked out again for that day.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from prakas.sample.books import Books, books
from prakas.sample.days import NO_DAY
from prakas.sample.figures import Figures
from prakas.sample.key import AnswerKey
from prakas.sample.loans import PLAIN, Flags, Ints, Loans
from prakas.sample.plants import Plant
from prakas.sample.positions import Positions, positions
from prakas.sample.price import Charges
from prakas.sample.receipts import Receipts
from prakas.sample.rows import installment_rows, loan_rows
from prakas.sample.schedules import Schedule, first_agreed, schedule
from prakas.sample.security import CASH, SOFT, Deducted, Security
from prakas.sample.writing import NONE, TapeFolder

BEGAN: Final = {"payments": "paid_on", "charges": "charged_on", "collateral": "taken_on", "recovery": "happened_on"}
PAID: Final = ("loan", "on", "principal", "interest", "fee", "penalty")
ENDED: Final = {"charges": ("returned_on", "returned_amount"), "collateral": ("released_on",)}


@dataclass
class Month:
    """The earlier month of one tape, and the copy of the later month that is told otherwise, with the key to it."""

    day: int
    figures: Figures  # of that day
    tape: TapeFolder
    later: int
    tampered: TapeFolder
    grid_changes: bool  # another grading is in force on the later day
    key: AnswerKey = field(default_factory=AnswerKey)
    tampered_with: Counter[str] = field(default_factory=Counter)  # lenders by kind


@dataclass(frozen=True)
class Block:
    """What was made of a block of loans for the audit date: what its earlier month is cut from."""

    loans: Loans
    plan: Schedule
    received: Receipts
    stand: Positions
    told: Books
    costs: Charges
    security: Security
    names: Mapping[str, pa.Array]
    tables: Mapping[str, Mapping[str, Any]]
    figures: Figures


@dataclass(frozen=True)
class Standing:
    """How the loans of a block stood in the earlier month; those that were not yet disbursed owe nothing."""

    loans: Loans
    positions: Positions
    titles: tuple[int, int]  # hard and soft ones held


def write_earlier(month: Month, block: Block) -> Standing:
    """Write a block as it stood on the earlier day and return how its loans stood."""
    day, there = month.day, block.loans.disbursed <= month.day
    loans, plan = _undone(block.loans, block.plan, day)
    received = _received(loans, block.received, day)
    stand = positions(loans, plan, received, month.figures, day)
    stand.outstanding = np.where(there, stand.outstanding, 0)
    told = books(loans, stand, _deducted(loans, block.security, day), month.figures)
    whole = loan_rows(loans, told, block.costs, np.full(len(loans), -1), block.figures, block.names)
    month.tape.append("loans", kept(whole, there))
    month.tape.append("installments", installment_rows(_of(plan, there), block.names["loan"]))
    known = block.names["loan"].filter(pa.array(there))
    for name, columns in block.tables.items():
        month.tape.append(name, _cut(name, columns, day, known))
    return Standing(loans, stand, _titles(block.security, _held(block.security, day) & there[block.security.loan]))


def _titles(rows: Security, there: Flags) -> tuple[int, int]:
    """Return how many hard and soft titles are among some rows; one for two loans counts once, as the kind first taken."""
    held = np.flatnonzero((rows.kind <= SOFT) & there)
    held = held[np.lexsort((held, rows.taken[held]))]
    alone = rows.title[held] < 0
    name = np.where(alone, -1 - held, rows.title[held])
    _, first = np.unique(name, return_index=True)
    hard = int((rows.kind[held[first]] == 0).sum())
    return hard, len(first) - hard


def _undone(loans: Loans, plan: Schedule, day: int) -> tuple[Loans, Schedule]:
    """Return loans and schedules without the restarts and write-offs after a day."""
    anew = loans.restarted & (loans.start > day)
    none = np.full(len(loans), NO_DAY, np.int64)

    def first(now: Ints, then: Ints) -> Ints:
        return np.where(anew, then, now)

    before = dataclasses.replace(
        loans,
        written_off=np.where(loans.written_off > day, NO_DAY, loans.written_off),
        start=first(loans.start, loans.disbursed),
        count=first(loans.count, loans.original_count),
        opening=first(loans.opening, loans.principal),
        origin=first(loans.origin, np.full(len(loans), PLAIN)),
        restructured=first(loans.restructured, none),
        rescheduled=first(loans.rescheduled, none),
        original_matures=first(loans.original_matures, none),
    )
    which = np.flatnonzero(anew)
    if not len(which):
        return before, plan
    agreed = schedule(first_agreed(loans, which))
    width = max(plan.due.shape[1], agreed.due.shape[1])
    parts = {}
    for name in ("due", "principal", "interest", "fee", "real"):
        wide = np.zeros((len(loans), width), getattr(plan, name).dtype)
        wide[:, : plan.due.shape[1]] = getattr(plan, name)
        wide[which] = 0
        wide[which, : agreed.due.shape[1]] = getattr(agreed, name)
        parts[name] = wide
    return before, Schedule(**parts)


def _received(loans: Loans, received: Receipts, day: int) -> Receipts:
    """Return what was received by a day; sums over the payments that count for the schedule in force on it."""
    here = received.on <= day
    loan, on, principal, interest, fee, penalty = (getattr(received, name)[here] for name in PAID)
    counts = ~loans.restarted[loan] | (on > loans.start[loan])

    def by_loan(amount: Ints) -> Ints:
        return np.bincount(loan[counts], amount[counts], len(loans)).astype(np.int64)

    sums = by_loan(principal), by_loan(interest), by_loan(principal + interest + fee)
    last = np.zeros(len(loans), np.int64)
    np.maximum.at(last, loan[counts], on[counts])
    paid_off = np.where(sums[0] >= loans.opening, last, 0)
    return Receipts(loan, on, principal, interest, fee, penalty, *sums, paid_off)


def _held(rows: Security, day: int) -> Flags:
    return (rows.taken <= day) & ((rows.released == NO_DAY) | (rows.released > day))


def _deducted(loans: Loans, rows: Security, day: int) -> Deducted:
    """Return what could be taken off provisions on a day."""
    held = _held(rows, day)
    twice = loans.planted(Plant.VALUE_TAKEN_TWICE)[rows.loan]
    accepted = held & (rows.kind <= SOFT) & (rows.accepted == 1)

    def by_loan(which: Flags) -> Ints:
        return np.bincount(rows.loan[which], rows.value[which], len(loans)).astype(np.int64)

    return Deducted(by_loan(held & (rows.kind == CASH)), by_loan(accepted & ~twice), by_loan(accepted & twice))


def _of(plan: Schedule, there: Flags) -> Schedule:
    return dataclasses.replace(plan, real=plan.real & there[:, None])


def kept(columns: Mapping[str, Any], which: Flags) -> dict[str, Any]:
    """Return some rows of a table."""
    mask = pa.array(which)
    return {name: v.filter(mask) if isinstance(v, pa.Array | pa.ChunkedArray) else v[which] for name, v in columns.items()}


def _cut(name: str, columns: Mapping[str, Any], day: int, loans: pa.Array) -> dict[str, Any]:
    """Return the rows of a table that were there on a day, of the loans that were; what ended after it still goes on."""
    if name not in BEGAN:
        return dict(columns)
    theirs = pc.is_in(columns["loan_id"], value_set=loans).to_numpy(zero_copy_only=False)
    rows = kept(columns, theirs & (columns[BEGAN[name]] <= day))
    if name in ENDED:
        since, *amounts = ENDED[name]
        still = rows[since] > day
        rows[since] = np.where(still, NO_DAY, rows[since])
        rows |= {amount: np.where(still, NONE, rows[amount]) for amount in amounts}
    return rows
