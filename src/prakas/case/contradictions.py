"""What contradicts what in a case: within one debt, between its lists, and between debts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from prakas.case.amounts import amounts_at_odds
from prakas.case.conversion import written
from prakas.case.debts import Debt, cells, day
from prakas.case.form import form
from prakas.case.record import Case, Line, Place, Remark
from prakas.case.saying import remark
from prakas.case.words import CaseWords
from prakas.tape import normalized

# A contradiction before it is said: its code and all its cells.
Found = tuple[str, Iterable[Place]]

# Days that lie behind the household on the day of the interview, by sheet.
PAST = {
    "receipts": ("paid_on",),
    "fees": ("charged_on",),  # savings may be agreed to come back on a day that is still to come
    "papers": ("taken_on", "released_on"),
    "events": ("happened_on",),
}
PAST_OF_A_DEBT = ("signed_on", "received_on", "restructured_on", "repaid_on")


def contradictions(words: CaseWords, case: Case, debts: tuple[Debt, ...]) -> Iterator[Remark]:
    """Yield every contradiction of a case, with all its cells; the value is what stands in the first of them."""
    checks: tuple[Callable[[Debt], Iterator[Found]], ...] = (amounts_at_odds, days_at_odds, ends_at_odds, papers_at_odds)
    for code, places in _of_household(case):
        yield _said(words, case, code, places, None)
    for debt in debts:
        for check in checks:
            for code, places in check(debt):
                yield _said(words, case, code, places, debt.number)
    for code, places in papers_of_two(debts):
        yield _said(words, case, code, places, None)


def _said(words: CaseWords, case: Case, code: str, places: Iterable[Place], debt: int | None) -> Remark:
    found = tuple(places)
    return remark(words, code, "contradiction", found, value=_value_at(case, found[0]), debt=debt)


def _value_at(case: Case, place: Place) -> str:
    """Return what stands in a cell, as a person writes it."""
    fields = form()[place.sheet]
    lines = {"household": (case.household,), "debts": tuple(case.debts.values())}.get(place.sheet) or case.lists[place.sheet]
    for line in lines:
        for name, entry in line.entries.items():
            if entry.place == place:
                return written(entry.value, fields[name].kind)
    return ""


def _of_household(case: Case) -> Iterator[Found]:
    people, children = (case.household.entries.get(name) for name in ("people", "children"))
    if people and children and int(str(children.value)) > int(str(people.value)):
        yield "children_above_people", (children.place, people.place)
    today = case.household.entries.get("interviewed_on")
    if today is None:
        return
    lines: list[tuple[Line, tuple[str, ...]]] = [(line, PAST_OF_A_DEBT) for line in case.debts.values()]
    lines += [(line, PAST[sheet]) for sheet, rows in case.lists.items() if sheet in PAST for line in rows]
    for line, names in lines:
        for name in names:
            if (on := day(line, name)) and isinstance(today.value, date) and on > today.value:
                yield "after_interview", (line.entries[name].place, today.place)


def days_at_odds(debt: Debt) -> Iterator[Found]:
    """Yield days of a debt that cannot all be right."""
    got = debt.day("received_on")
    first, last = debt.day("first_due_on"), debt.day("last_due_on")
    if got:
        early = [name for name in ("first_due_on", "last_due_on") if (on := debt.day(name)) and on <= got]
        lines = [line for line in debt.schedule if (on := day(line, "due_on")) and on <= got]
        if early or lines:
            yield "due_before_received", (*debt.cells(*early), *cells(lines, "due_on"), *debt.cells("received_on"))
        paid = [line for line in debt.receipts if (on := day(line, "paid_on")) and on < got]
        if paid:
            yield "receipt_before_received", (*cells(paid, "paid_on"), *debt.cells("received_on"))
        if (signed := debt.day("signed_on")) and signed > got:
            yield "signed_after_received", debt.cells("signed_on", "received_on")
        if (changed := debt.day("restructured_on")) and changed < got:
            yield "restructured_before_received", debt.cells("restructured_on", "received_on")
        if (repaid := debt.day("repaid_on")) and repaid < got:
            yield "repaid_before_received", debt.cells("repaid_on", "received_on")
    if first and last and last < first and not debt.is_restructured:
        yield "last_due_before_first", debt.cells("last_due_on", "first_due_on")
    yield from _schedule_days(debt, first, last)


def _schedule_days(debt: Debt, first: date | None, last: date | None) -> Iterator[Found]:
    numbered = sorted(debt.schedule, key=lambda line: int(str(line.value("number"))))
    by_number = defaultdict(list)
    for line in numbered:
        by_number[line.value("number")].append(line)
    for same in by_number.values():
        if len(same) > 1:
            yield "schedule_number_twice", cells(same, "number")
    wrong: list[Line] = []
    for one, other in pairwise(numbered):
        if one.value("number") != other.value("number") and (day(other, "due_on") or date.min) <= (
            day(one, "due_on") or date.max
        ):
            wrong += [one, other]
    if wrong:
        yield "schedule_out_of_order", cells(wrong, "due_on")
    if not numbered or "schedule" in debt.broken or debt.is_restructured or wrong:
        return
    if first and day(numbered[0], "due_on") != first:
        yield "first_due_differs", (*debt.cells("first_due_on"), *cells(numbered[:1], "due_on"))
    if last and day(numbered[-1], "due_on") != last:
        yield "last_due_differs", (*debt.cells("last_due_on"), *cells(numbered[-1:], "due_on"))


def ends_at_odds(debt: Debt) -> Iterator[Found]:
    """Yield what does not fit the end of a debt, and what it is said to have repaid."""
    if debt.day("repaid_on"):
        if debt.amount("owed_now"):
            yield "repaid_and_owed", debt.cells("owed_now", "repaid_on")
        if debt.amount("days_late"):
            yield "repaid_and_late", debt.cells("days_late", "repaid_on")
        principal = debt.amount("signed_amount") or debt.amount("cash_received")
        if principal and debt.paid is not None and debt.paid < principal - debt.unit and not debt.is_refinanced:
            named = "signed_amount" if debt.amount("signed_amount") else "cash_received"
            amounts = cells(debt.receipts, "total", "principal", "interest", "fee", "penalty")
            yield "repaid_and_receipts_short", (*debt.cells("repaid_on", named), *amounts)
    old = debt.amount("refinances")
    if old is None:
        return
    place = debt.cells("refinances")
    if old == debt.number:
        yield "refinances_itself", place
    elif old not in debt.case.debts:
        yield "refinances_nothing", place
    else:
        other = debt.case.debts[old]
        mine, its = debt.day("received_on"), day(other, "received_on")
        if mine and its and its > mine:
            yield "refinances_later", (*place, *debt.cells("received_on"), *cells((other,), "received_on"))


def papers_at_odds(debt: Debt) -> Iterator[Found]:
    """Yield days of fees and papers that cannot all be right, and papers still held for a debt that is repaid."""
    for fee in debt.fees:
        charged, returned = day(fee, "charged_on"), day(fee, "returned_on")
        if charged and returned and returned < charged:
            yield "returned_before_fee", cells((fee,), "returned_on", "charged_on")
    for paper in debt.papers:
        taken, released = day(paper, "taken_on"), day(paper, "released_on")
        if taken and released and released < taken:
            yield "released_before_taken", cells((paper,), "released_on", "taken_on")
        if debt.day("repaid_on") and released is None and "papers" not in debt.broken and not _secures_another(debt, paper):
            yield "paper_after_repaid", (*cells((paper,), "kind", "taken_on"), *debt.cells("repaid_on"))


def _secures_another(debt: Debt, paper: Line) -> bool:
    """Whether a paper stands for another debt to the same creditor that is not repaid."""
    label = paper.value("label")
    return label is not None and any(
        line.value("label") == label
        and line.value("released_on") is None
        and debt.case.debts[number].value("repaid_on") is None
        and _creditor(debt.case.debts[number]) == _creditor(debt.line)
        for number in debt.case.debts
        if number != debt.number
        for line in debt.case.of_debt("papers", number)
    )


def papers_of_two(debts: tuple[Debt, ...]) -> Iterator[Found]:
    """Yield labels of papers that two creditors are said to hold at the same time."""
    by_label: defaultdict[str, list[tuple[Debt, Line]]] = defaultdict(list)
    for debt in debts:
        for paper in debt.papers:
            if isinstance(label := paper.value("label"), str):
                by_label[normalized(label)].append((debt, paper))
    for held in by_label.values():
        involved = [
            (debt, paper)
            for debt, paper in held
            if any(_are_two(debt.line, other.line) and _overlap(paper, second) for other, second in held)
        ]
        if involved:
            papers = cells((paper for _, paper in involved), "label", "taken_on", "released_on")
            creditors = (place for debt, _ in involved for place in debt.cells("creditor_kind", "creditor_name"))
            yield "paper_of_two_creditors", (*papers, *creditors)


def _creditor(line: Line) -> tuple[str, str]:
    return str(line.value("creditor_kind") or ""), normalized(str(line.value("creditor_name") or ""))


def _are_two(one: Line, other: Line) -> bool:
    """Whether two debts are owed to two creditors for certain: private lenders have no names here and may be one."""
    (kind, name), (second_kind, second_name) = _creditor(one), _creditor(other)
    if not kind or not second_kind:
        return False
    return kind != second_kind or bool(name and second_name and name != second_name)


def _overlap(one: Line, other: Line) -> bool:
    def held(line: Line) -> tuple[date, date]:
        return day(line, "taken_on") or date.min, day(line, "released_on") or date.max

    (taken, released), (second_taken, second_released) = held(one), held(other)
    return taken < second_released and second_taken < released
