"""What borrowers owe over all lenders of a tape, the incomes they owe it from, and what is found of both."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final

import numpy as np
import pyarrow as pa

from prakas.sample.days import Days, add_months, month_and_day
from prakas.sample.figures import Figures
from prakas.sample.key import AnswerKey
from prakas.sample.labels import by_id, numbered
from prakas.sample.lenders import Lender
from prakas.sample.loans import Flags, Floats, Ints, Loans
from prakas.sample.money import riel
from prakas.sample.people import People
from prakas.sample.plants import Plant
from prakas.sample.positions import Positions
from prakas.sample.receipts import Receipts
from prakas.sample.schedules import Schedule

NOT_TOLD: Final = -1
LEAST: Final = 0.25
MOST: Final = 0.9  # least and most of an ordinary income, what falls due in the next month (ours)
HIGHEST: Final = 5  # no income is so many times what it would be without the loan: a large last instalment may be above it


@dataclass
class Debts:
    """Loans as a borrower sees them, one entry a loan; amounts in hundredths of riel. Kept for a whole tape: 64 bytes a loan."""

    borrower: Ints  # lender that numbered the person, and number
    lender: Ints
    place: Ints
    disbursed: Days
    repaid: Days  # 0 where it is not repaid
    open: Ints  # outstanding, 0 where written off
    due: Ints  # in the next month, of what is open
    income: Ints  # as told beside this loan, NOT_TOLD where it is not


def person_of(who: People) -> Ints:
    """Return one number a person."""
    return who.lender << 40 | who.number


def due_next_month(plan: Schedule, outstanding: Ints, day: int) -> Ints:
    """Return what falls due after the audit date and up to a month after it; nothing where nothing is owed."""
    until = int(add_months(np.array([day]), 1)[0])
    due = np.where(plan.real & (plan.due > day) & (plan.due <= until), plan.total, 0).sum(1)
    return np.where(outstanding > 0, due, 0)


def debts_of(
    loans: Loans, plan: Schedule, received: Receipts, stand: Positions, who: People, figures: Figures, seed: int, day: int
) -> Debts:
    """Return the debts of a block with the incomes that its borrowers' rows tell."""
    inside = (stand.outstanding > 0) & (loans.written_off == 0)
    due = riel(due_next_month(plan, stand.outstanding, day), loans.currency, figures)
    owed = riel(stand.outstanding, loans.currency, figures)
    lender = np.full(len(loans), loans.lender.number)
    told = who.own & (who.lender == loans.lender.number)
    repaid = np.where(stand.outstanding == 0, received.paid_off, 0)
    debts = Debts(person_of(who), lender, loans.place, loans.disbursed, repaid, owed * inside, due * inside, lender * 0)
    debts.income = np.where(told, _incomes(loans, debts, who, figures, seed), NOT_TOLD)
    return debts


def _incomes(loans: Loans, debts: Debts, who: People, figures: Figures, seed: int) -> Ints:
    """Return the monthly income of the household of each borrower: enough for what falls due at this lender, up to a point."""
    base = np.rint((300 + 900 * by_id(seed, 5, who.lender, who.number)) * figures["mean_outstanding_usd"] / 2500)
    _, person = np.unique(debts.borrower, return_inverse=True)
    all_due = np.bincount(person, debts.due)[person]
    share: Floats = LEAST + (MOST - LEAST) * by_id(seed, 8, who.lender, who.number)
    needed = np.minimum(np.ceil(all_due / share / 400_000), HIGHEST * base)
    income = np.maximum(base, needed).astype(np.int64) * 400_000
    income = np.where(loans.planted(Plant.DUE_AT_INCOME), debts.due, income)
    return np.where(loans.planted(Plant.DUE_ABOVE_INCOME), debts.due - 100, income)


def joined(parts: list[Debts]) -> Debts:
    """Return the debts of several blocks as one."""
    return Debts(*(np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(Debts)))


def note_burden(key: AnswerKey, debts: Debts, lenders: dict[int, Lender]) -> None:
    """Note borrowers of whom more falls due than they earn, and loans taken in the month in which another was repaid."""
    persons, person = np.unique(debts.borrower, return_inverse=True)
    income = np.full(len(persons), NOT_TOLD)
    np.maximum.at(income, person, debts.income)
    due = np.zeros(len(persons), np.int64)
    np.add.at(due, person, debts.due)
    above = (income != NOT_TOLD) & (due > income)
    rolled = _rolled_over(debts)
    for number, lender in lenders.items():
        mine = debts.lender == number
        owes = np.unique(debts.borrower[mine & (debts.open > 0) & above[person]])
        for whose in np.unique(owes >> 40):
            numbers = owes[owes >> 40 == whose] & ((1 << 40) - 1)
            key.add("burden.due_above_income", lender, numbered(f"B{int(whose):03d}-", numbers))
        key.add("burden.rolled_over", lender, numbered(f"{lender.id}-", debts.place[mine & rolled]))


def _rolled_over(debts: Debts) -> Flags:
    """Return which loans were disbursed in the month in which an earlier loan of the borrower was repaid."""
    n, hit = len(debts.borrower), np.zeros(len(debts.borrower), bool)
    order = np.lexsort((debts.place, debts.lender, debts.disbursed, debts.borrower))
    month, _ = month_and_day(debts.disbursed)
    over = np.where(debts.repaid > 0, month_and_day(debts.repaid)[0], -1)
    behind = 1
    while behind < n:  # pairs of loans of one borrower, so many places apart
        earlier, later = order[:-behind], order[behind:]
        same = debts.borrower[earlier] == debts.borrower[later]
        if not same.any():
            break
        hit[later[same & (over[earlier] == month[later])]] = True
        behind += 1
    return hit


def note_refinanced(key: AnswerKey, loans: Loans, ids: pa.Array, figures: Figures) -> None:
    """Note loans above the share of the loan that they repay."""
    law = figures.law
    before = np.append(0, loans.principal[:-1])
    larger = (loans.refinances >= 0) & (100 * loans.principal > law.refinanced_percent * before)
    key.where("burden.refinanced_larger", loans.lender, ids, larger & (loans.disbursed >= law.refinanced_from))
