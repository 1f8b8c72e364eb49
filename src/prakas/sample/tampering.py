"""The later month told otherwise: in a copy of it, the past of some loans is changed, each in one way, and noted in a key."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from prakas.sample.days import NO_DAY, add_months
from prakas.sample.earlier import Block, Month, Standing, kept
from prakas.sample.loans import PLAIN, RESTRUCTURED, UNIT, Flags, Ints
from prakas.sample.plants import Plant
from prakas.sample.positions import STANDARD
from prakas.sample.rows import installment_rows, loan_rows
from prakas.sample.security import SOFT

EACH: Final = 3  # lenders, one loan of each kind at each of them
HEAP: Final = 40  # loans of one lender whose days past due are set just short of a worse grade
SHORT_OF: Final = 3  # days
ROWS: Final = ("payments", "charges", "collateral", "recovery", "installments")


@dataclasses.dataclass
class Choice:
    """The loans of a block to tamper with: at most one of each kind, none of them twice."""

    free: Flags  # ordinary loans without anything planted, tied or restarted
    wanted: Mapping[str, int]  # how many lenders carry each kind already
    taken: dict[str, int]

    def pick(self, kind: str, which: Flags) -> None:
        """Take the first free loan that meets a condition, unless enough lenders carry this kind."""
        here = np.flatnonzero(which & self.free)
        if len(here) and self.wanted[kind] < EACH:
            self.taken[kind] = int(here[0])
            self.free[here[0]] = False


def write_tampered(month: Month, block: Block, then: Standing) -> None:
    """Write a block of the later month into the copy, tampered with, and note what two months must show."""
    made = dict(block.tables)
    chosen = _chosen(month, block, then) if block.loans.lender.role == "ordinary" else {}
    heap = _heap(month, block, then, chosen)
    loans, told, plan = _told_otherwise(month, block, then, chosen)
    if len(heap):
        told.days_past_due[heap] = _edge(month) - SHORT_OF
    rows = loan_rows(loans, told, block.costs, np.full(len(loans), -1), block.figures, block.names)
    there = np.ones(len(loans), bool)
    if "vanished" in chosen:
        there[chosen["vanished"]] = False
        gone = block.names["loan"].take(pa.array([chosen["vanished"]]))
        made = {n: kept(c, ~_of(c, gone)) if n in ROWS else c for n, c in made.items()}
        plan.real[chosen["vanished"]] = False
    made |= _without_rows(month, block, chosen, made)
    month.tampered.append("loans", kept(rows, there))
    month.tampered.append("installments", installment_rows(plan, block.names["loan"]))
    for name, columns in made.items():
        month.tampered.append(name, columns)
    _note(month, block, chosen, heap)


def _of(columns: Mapping[str, Any], ids: pa.Array) -> Flags:
    return np.asarray(pc.is_in(columns["loan_id"], value_set=ids).to_numpy(zero_copy_only=False), bool)


def _chosen(month: Month, block: Block, then: Standing) -> dict[str, int]:
    """Return which loan carries which tampering."""
    loans, stand, day, n = block.loans, block.stand, month.day, len(block.loans)
    followed = np.append(loans.tie[1:], 0) > 0
    lawful = ((loans.plant == 0) | loans.planted(Plant.DAYS_AT_CUT_OFF)) & (loans.written_off == NO_DAY) & (loans.origin == PLAIN)
    choice = Choice(lawful & (loans.tie == 0) & ~followed, month.tampered_with, {})
    there, late = loans.disbursed <= day, then.positions.days_past_due > 0
    owed = there & (then.positions.outstanding > 0) & (stand.outstanding > 0)
    paid, log, rows = block.received, block.tables["recovery"], block.security
    paid_since = np.bincount(paid.loan[paid.on > day], minlength=n) > 0
    paid_before = np.bincount(paid.loan[paid.on <= day], minlength=n)
    logged = pc.unique(log["loan_id"].filter(pa.array(log["happened_on"] <= day)))
    has_log = np.asarray(pc.is_in(block.names["loan"], value_set=logged).to_numpy(zero_copy_only=False), bool)
    titles = np.bincount(rows.loan[rows.kind <= SOFT], minlength=n)
    held = (rows.kind <= SOFT) & (rows.title >= 0) & (rows.released == NO_DAY) & (rows.taken <= day)
    named = np.bincount(rows.loan[held], minlength=n)
    coming = (block.plan.real & (block.plan.due > month.later)).sum(1)
    choice.pick("restructured_at_edge", owed & late & ~paid_since & (_restructured_on(month, block, then) > 0) & (coming > 0))
    choice.pick("days_fell", owed & late & ~paid_since & (stand.days_past_due > 0))
    choice.pick("events_rewritten", owed & has_log)
    choice.pick("late_entry", loans.disbursed > day)
    choice.pick("vanished", owed & (titles == 0) & ~late)
    choice.pick("title_gone", owed & (titles == 1) & (named == 1) & ~late)
    choice.pick("payments_rewritten", owed & (paid_before > 1) & ~late)
    choice.pick("schedule_moved", owed & (coming > 2) & ~late)
    for kind in ("balance", "original_changed", "rate_changed"):
        choice.pick(kind, owed & ~late)
    choice.free = loans.refinances >= 0
    choice.pick("closed_and_opened", (loans.disbursed > day) & (loans.disbursed < month.later))
    return choice.taken


def _restructured_on(month: Month, block: Block, then: Standing) -> Ints:
    """Return the day in between on which a late loan was two days short of a worse grade; 0 where there is none."""
    loans, grid = block.loans, month.figures.law.grid
    short = loans.matures <= add_months(loans.disbursed, 12)
    on = np.zeros(len(loans), np.int64)
    for cuts, which in ((grid.short, short), (grid.long, ~short)):
        for cut in [c for c in cuts if c]:
            days = cut - 2 - then.positions.days_past_due
            on = np.where(which & (days > 0) & (month.day + days <= month.later) & (cut > 20), month.day + days, on)
    return np.zeros(len(loans), np.int64) if loans.lender.is_bank or month.grid_changes else on


def _edge(month: Month) -> int:
    """Return the first day past due at which a loan of more than a year has a worse grade."""
    return next(cut for cut in month.figures.law.grid.long if cut)


def _heap(month: Month, block: Block, then: Standing, chosen: Mapping[str, int]) -> Ints:
    """Return the loans to be heaped up short of a worse grade: of the first lender with enough of them."""
    loans = block.loans
    ordinary = loans.lender.role == "ordinary" and not loans.lender.is_bank and loans.lender.says_as_of
    if not ordinary or month.tampered_with["heaped"] or month.grid_changes:
        return np.zeros(0, np.int64)
    long = loans.matures > add_months(loans.disbursed, 12)
    owed = (loans.disbursed <= month.day) & (then.positions.outstanding > 0) & (block.stand.outstanding > 0)
    on_time = (then.positions.days_past_due == 0) & (block.stand.days_past_due == 0)
    which = np.flatnonzero(long & owed & on_time & (loans.plant == 0) & (loans.origin == PLAIN) & (loans.written_off == NO_DAY))
    which = which[~np.isin(which, list(chosen.values()))]
    return which[:HEAP] if len(which) >= HEAP else np.zeros(0, np.int64)


def _told_otherwise(month: Month, block: Block, then: Standing, chosen: Mapping[str, int]) -> tuple[Any, Any, Any]:
    """Return loans, books and schedules as the tampered tape tells them."""
    loans = _copied(block.loans, "principal", "opening", "disbursed", "signed", "contract_rate", "origin", "restructured",
                    "original_matures", "refinances")  # fmt: skip
    told = _copied(block.told, "outstanding", "days_past_due", "grade")
    plan = _copied(block.plan, "due", "principal", "interest", "fee", "real")
    unit = UNIT[loans.currency]

    def balance(i: int) -> None:
        told.outstanding[i] = told.outstanding[i] * 9 // 10 // unit[i] * unit[i]

    def days_fell(i: int) -> None:
        told.days_past_due[i], told.grade[i] = 0, STANDARD

    def late_entry(i: int) -> None:
        loans.disbursed[i], loans.signed[i] = month.day - 3, NO_DAY

    def original_changed(i: int) -> None:
        loans.principal[i] += loans.principal[i] // 10 // unit[i] * unit[i]

    def rate_changed(i: int) -> None:
        loans.contract_rate[i] -= 50

    def schedule_moved(i: int) -> None:
        first = int(np.flatnonzero(plan.real[i] & (plan.due[i] > month.later))[0])
        plan.due[i, first] += 3

    def restructured_at_edge(i: int) -> None:
        loans.origin[i], loans.restructured[i] = RESTRUCTURED, _restructured_on(month, block, then)[i]
        loans.original_matures[i], loans.opening[i] = block.loans.matures[i], block.stand.outstanding[i]
        told.days_past_due[i], told.grade[i] = 0, STANDARD
        plan.real[i] = np.arange(plan.real.shape[1]) == 0
        plan.due[i, 0], plan.principal[i, 0], plan.fee[i, 0] = block.loans.matures[i], block.stand.outstanding[i], 0

    def closed_and_opened(i: int) -> None:
        loans.refinances[i] = -1

    ways: tuple[Callable[[int], None], ...] = (
        balance, days_fell, late_entry, original_changed, rate_changed, schedule_moved, restructured_at_edge, closed_and_opened,
    )  # fmt: skip
    for way in ways:
        if way.__name__ in chosen:
            way(chosen[way.__name__])
    return loans, told, plan


def _copied(made: Any, *names: str) -> Any:
    return dataclasses.replace(made, **{name: getattr(made, name).copy() for name in names})


def _without_rows(month: Month, block: Block, chosen: Mapping[str, int], tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables from which one row of a loan's past is left out."""
    changed = {}
    for kind, name, on in (
        ("payments_rewritten", "payments", "paid_on"),
        ("events_rewritten", "recovery", "happened_on"),
        ("title_gone", "collateral", "taken_on"),
    ):
        if kind not in chosen:
            continue
        columns = tables[name]
        mine = _of(columns, block.names["loan"].take(pa.array([chosen[kind]]))) & (columns[on] <= month.day)
        if name == "collateral":
            mine &= np.asarray(
                pc.is_in(columns["kind"], value_set=pa.array(["hard_title", "soft_title"])).to_numpy(zero_copy_only=False)
            )
        rest = np.ones(len(mine), bool)
        rest[np.flatnonzero(mine)[0]] = False
        changed[name] = kept(columns, rest)
    return changed


def _note(month: Month, block: Block, chosen: Mapping[str, int], heap: Ints) -> None:
    """Note what the tampered month must show."""
    lender, ids = block.loans.lender, block.names["loan"]
    for kind, i in chosen.items():
        month.tampered_with[kind] += 1
        subject = ids.take(pa.array([i]))
        if kind == "title_gone":
            title = np.flatnonzero((block.security.loan == i) & (block.security.kind <= SOFT))
            subject = block.names["title"].take(pa.array(title))
        month.key.add(f"continuity.{kind}", lender, subject, ASPECTS.get(kind, ""))
    if len(heap):
        month.tampered_with["heaped"] += 1
        month.key.add("continuity.heaped", lender, pa.array([lender.id]), f"day {_edge(month)}")


ASPECTS: Final = {
    "balance": "reported_outstanding",
    "events_rewritten": "recovery",
    "original_changed": "principal",
    "payments_rewritten": "row_gone",
    "rate_changed": "nominal_rate",
    "schedule_moved": "due_on",
}
