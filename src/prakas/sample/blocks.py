"""A block of a lender's loans: made, priced, paid, graded, told, written, and noted in the answer key."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from prakas.sample.books import Books, books
from prakas.sample.burden import Debts, debts_of, note_refinanced
from prakas.sample.contracts import draw
from prakas.sample.earlier import Block, Month, write_earlier
from prakas.sample.figures import Figures
from prakas.sample.key import AnswerKey, note_books, note_cessation, note_prices, note_titles, note_told_titles
from prakas.sample.labels import numbered
from prakas.sample.lenders import Lender
from prakas.sample.loans import KHR, RESTRUCTURED, UNIT, Flags, Ints, Loans
from prakas.sample.logs import collection_log, land_paid, log_rows, note_conduct
from prakas.sample.money import riel
from prakas.sample.people import People, borrower_ids, borrower_rows, people
from prakas.sample.plants import NEEDS_CEILING, PRICE
from prakas.sample.positions import Positions, positions
from prakas.sample.price import Charges, charges, lawful_schedule, price
from prakas.sample.receipts import Receipts, Rows, receipts
from prakas.sample.rows import charge_rows, installment_rows, loan_rows, payment_rows
from prakas.sample.schedules import Schedule, first_agreed, schedule
from prakas.sample.security import SOFT, Deducted, security, security_rows, title_names
from prakas.sample.segments import SME, is_micro, segments
from prakas.sample.tampering import write_tampered
from prakas.sample.writing import TapeFolder


@dataclass(frozen=True)
class Sector:
    """What is the same for every lender of a sample."""

    figures: Figures
    day: int
    seed: int
    key: AnswerKey
    before: Month | None = None  # the month before, where two are asked for


@dataclass(frozen=True)
class Neighbour:
    """Another lender of the same tape, some of whose borrowers owe here too."""

    number: int
    loans: int


@dataclass
class Totals:
    """A lender's totals so far, in hundredths of riel and counts; measures of the sample beside them."""

    told: Counter[str] = field(default_factory=Counter)
    payments: int = 0
    debts: list[Debts] = field(default_factory=list)
    before: Counter[str] = field(default_factory=Counter)  # what is told in the month before


def write_block(
    tape: TapeFolder, sector: Sector, lender: Lender, places: Ints, plants: NDArray[np.int8], shared: dict[int, str],
    neighbour: Neighbour, totals: Totals,
) -> None:  # fmt: skip
    """Write one block of a lender's loans with all that belongs to them, and note what an audit must find."""
    figures, day, key = sector.figures, sector.day, sector.key
    rng = np.random.default_rng([sector.seed, lender.number, int(places[0]), 1])
    loans = draw(lender, places, plants, figures, day, rng)
    earlier = _earlier_life(loans, rng)
    plan, clocks = lawful_schedule(loans, figures)
    received = receipts(loans, plan, earlier, day, rng)
    stand = positions(loans, plan, received, figures, day)
    if lender.level == 1:  # books of a lender without schedules are in round sums
        unit = UNIT[loans.currency]
        stand.outstanding = stand.outstanding // unit * unit
    costs = charges(loans, plan, clocks, figures, rng)
    who = people(loans, neighbour.number, neighbour.loans, figures, sector.seed)
    names = {"loan": numbered(f"{lender.id}-", places), "borrower": borrower_ids(who)}
    segment, declared = segments(loans, figures)
    micro = is_micro(loans, declared, segment == SME)
    cost = price(loans, plan, clocks, costs, figures)
    _assert_lawful(loans, cost.schedule_above | cost.all_in_above | cost.contract_above)
    note_prices(key, loans, cost, names["loan"], figures, day)
    note_refinanced(key, loans, names["loan"], figures)
    note_cessation(key, loans, names["loan"], figures.law, day)
    if lender.level == 3:
        told = _write_all(tape, sector, Made(loans, plan, received, stand, costs, who, micro), names, shared, totals, rng)
    else:
        told = books(loans, stand, Deducted(*(np.zeros(len(loans), np.int64) for _ in range(3))), figures)
        titles = _told_titles(loans, received, figures, rng)
        note_told_titles(key, loans, titles < 2, micro, names["loan"], figures.law)
        totals.told.update({"titles_hard": int((titles == 0).sum()), "titles_soft": int((titles == 1).sum())})
        tape.append("loans", loan_rows(loans, told, costs, titles, figures, names))
    tape.append("installments", installment_rows(plan, names["loan"]))
    note_books(key, loans, stand, told, names["loan"])
    totals.told.update(_sums(loans, stand, who, figures))


def _earlier_life(loans: Loans, rng: np.random.Generator) -> Rows:
    """Set the balance at which restarted schedules begin, and return the payments before."""
    loans.opening = loans.principal.copy()
    which = np.flatnonzero(loans.restarted)
    empty = np.zeros(0, np.int64)
    if not len(which):
        return (empty,) * 6
    first = schedule(first_agreed(loans, which))
    paid = first.real & (np.arange(first.due.shape[1]) < loans.paid_before[which, None])
    row, k = np.nonzero(paid)
    left = loans.principal[which] - np.where(paid, first.principal, 0).sum(1)
    unit = UNIT[loans.currency[which]]
    missed = np.take_along_axis(first.interest, loans.paid_before[which, None], 1)[:, 0]
    anew = loans.origin[which] == RESTRUCTURED
    added = np.where(anew & (rng.random(len(which)) < 0.5), missed, 0)
    extra = np.where(anew, 0, left // 5 // unit * unit)
    loans.opening[which] = left + added - extra
    zero = np.zeros(len(row), np.int64)
    ahead = np.flatnonzero(extra > 0)
    none = np.zeros(len(ahead), np.int64)
    return (
        np.concatenate([which[row], which[ahead]]),
        np.concatenate([first.due[row, k], loans.start[which[ahead]]]),
        np.concatenate([first.principal[row, k], extra[ahead]]),
        np.concatenate([first.interest[row, k], none]),
        np.concatenate([zero, none]),
        np.concatenate([zero, none]),
    )


@dataclass(frozen=True)
class Made:
    """What was made of a block of loans."""

    loans: Loans
    plan: Schedule
    received: Receipts
    stand: Positions
    costs: Charges
    who: People
    micro: Flags


def _write_all(
    tape: TapeFolder, sector: Sector, made: Made, names: dict[str, pa.Array], shared: dict[int, str], totals: Totals,
    rng: np.random.Generator,
) -> Books:  # fmt: skip
    """Write what only a lender that sends everything has, note what is found of its titles, and return its books."""
    loans, received, figures, lender = made.loans, made.received, sector.figures, made.loans.lender
    rows, deducted = security(loans, received, made.stand, figures, sector.day, rng)
    number = loans.place[rows.loan] * 10 + rows.number
    names = {**names, "collateral": numbered(f"C{lender.number:03d}-", number, 8), "title": title_names(loans, rows, shared)}
    note_titles(sector.key, loans, rows, received, names, made.who.poor > 0, made.micro, figures.law, sector.day)
    held = (rows.kind <= SOFT) & (rows.released == 0) & ~rows.second
    totals.told.update({"titles_hard": int((held & (rows.kind == 0)).sum()), "titles_soft": int((held & (rows.kind == 1)).sum())})
    told = books(loans, made.stand, deducted, figures)
    log = collection_log(loans, made.stand, figures.law, sector.day)
    note_conduct(sector.key, loans, log, received, names["loan"], figures.law, sector.day)
    debts = debts_of(loans, made.plan, received, made.stand, made.who, figures, sector.seed, sector.day)
    totals.debts.append(debts)
    tables = {
        "collateral": security_rows(rows, names, made.who.commune),
        "borrowers": borrower_rows(loans, made.who, debts.income, names["borrower"], figures, sector.seed, sector.day),
        "charges": charge_rows(loans, made.costs, made.stand, received, names["loan"], sector.day),
        "payments": payment_rows(received, land_paid(loans, received), lender, totals.payments, names["loan"]),
        "recovery": log_rows(log, names["loan"]),
    }
    totals.payments += len(received.loan)
    tape.append("loans", loan_rows(loans, told, made.costs, np.full(len(loans), -1), figures, names))
    for name, columns in tables.items():
        tape.append(name, columns)
    if month := sector.before:
        block = Block(loans, made.plan, received, made.stand, told, made.costs, rows, names, tables, figures)
        then = write_earlier(month, block)
        write_tampered(month, block, then)
        totals.before.update(_sums(then.loans, then.positions, made.who, month.figures))
        totals.before.update({"titles_hard": then.titles[0], "titles_soft": then.titles[1]})
    return told


def _told_titles(loans: Loans, received: Receipts, figures: Figures, rng: np.random.Generator) -> Ints:
    """Return the kind of title that a loan tells, below level 3: 0 hard, 1 soft, 2 none; none where it is repaid."""
    has = (rng.random(len(loans)) < figures["loans_with_title_percent"] / 100) & (received.paid_off == 0)
    hard = rng.random(len(loans)) < figures["hard_percent_of_titles"] / 100
    return np.where(has & (loans.lender.role == "ordinary"), np.where(hard, 0, 1), 2)


def _assert_lawful(loans: Loans, above: NDArray[np.bool_]) -> None:
    """Stop where a loan that nothing was planted in has come out above the ceiling: the sample itself would be wrong."""
    wrong = above & ~loans.planted(*PRICE, *NEEDS_CEILING)
    assert not wrong.any(), f"{loans.lender.id}: lawful loans above the ceiling at places {loans.place[wrong][:5]}"


def _sums(loans: Loans, stand: Positions, who: People, figures: Figures) -> dict[str, int]:
    """Return what the loans of a block add up to, in hundredths of riel and persons."""
    inside = (stand.outstanding > 0) & (loans.written_off == 0)
    owed = np.where(inside, riel(stand.outstanding, loans.currency, figures), 0)
    late = inside & (stand.days_past_due > 30)
    return {
        "portfolio": int(owed.sum()),
        "borrowers": len(np.unique((who.lender << 40 | who.number)[inside])),
        "late": int(owed[late].sum()),
        "riel": int(owed[loans.currency == KHR].sum()),
    }
