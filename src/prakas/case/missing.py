"""What a case lacks before a figure can be had: the rate as lived, the ceiling, the position, the papers held."""

from __future__ import annotations

from collections.abc import Iterator

from prakas.case.debts import Debt, amount, due
from prakas.case.form import Sheet
from prakas.case.record import Case, Line, Place, Remark
from prakas.case.saying import remark
from prakas.case.words import CaseWords
from prakas.jurisdictions import Pack

RATE_NEEDS = ("cash_received", "received_on")
TERMS = ("payment", "payments", "frequency")
PRIVATE = "private_lender"


class Lacks:
    """Says what is missing in a case. A cell that cannot be read is no lack: it is told already."""

    def __init__(self, words: CaseWords, sheets: dict[str, Sheet], country: Pack, told: frozenset[Place]) -> None:
        self.words, self.sheets, self.country, self.told = words, sheets, country, told

    def of(self, case: Case, debts: tuple[Debt, ...]) -> Iterator[Remark]:
        """Yield every lack of a case."""
        yield from self._marks(case)
        yield from self._required("household", case.household, None)
        if "income_monthly" in case.household.entries:
            yield from self._asks("income_currency_needed", "household", case.household, "income_currency", None)
        if not debts and not any(place.sheet == "debts" for place in self.told):
            yield remark(self.words, "no_debt", "missing", (Place("debts", "E5"),))
        for debt in debts:
            yield from self._required("debts", debt.line, debt.number)
            yield from self._terms(debt)
            yield from self._lists(debt)
            yield from self._papers(debt)

    def _asks(self, code: str, sheet: str, line: Line, name: str, debt: int | None) -> Iterator[Remark]:
        """Yield a lack where an answer is not there, and its cell is not told already."""
        place = line.cells.get(name, Place(sheet, "A1"))
        if name not in line.entries and place not in self.told:
            yield remark(self.words, code, "missing", (place,), about=(sheet, name), debt=debt)

    def _required(self, sheet: str, line: Line, debt: int | None) -> Iterator[Remark]:
        for asked in self.sheets[sheet].fields:
            if asked.required and line.cells:
                yield from self._asks("field_missing", sheet, line, asked.name, debt)

    def _marks(self, case: Case) -> Iterator[Remark]:
        lines = [case.household, *case.debts.values(), *(line for lines in case.lists.values() for line in lines)]
        for line in lines:
            bare = [
                entry.marked_at or entry.place
                for entry in line.entries.values()
                if entry.mark is None and (entry.marked_at or entry.place) not in self.told
            ]
            for place in dict.fromkeys(bare):  # one mark holds for a whole line of a list
                yield remark(self.words, "mark_missing", "missing", (place,))

    def _terms(self, debt: Debt) -> Iterator[Remark]:
        line, number = debt.line, debt.number
        has_schedule = bool(debt.schedule) or "schedule" in debt.broken
        for name in RATE_NEEDS if has_schedule else (*RATE_NEEDS, *TERMS):
            yield from self._asks("rate_needs", "debts", line, name, number)
        if line.value("creditor_kind") != PRIVATE:
            yield from self._asks("signed_amount_needed", "debts", line, "signed_amount", number)
            yield from self._asks("ceiling_needs", "debts", line, "signed_on", number)
            yield from self._asks("creditor_name_needed", "debts", line, "creditor_name", number)
        if "stated_rate" in line.entries:
            yield from self._asks("rate_period_needed", "debts", line, "stated_rate_per", number)
            yield from self._asks("method_needed", "debts", line, "rate_method", number)
        if debt.is_restructured:
            yield from self._asks("balance_needed", "debts", line, "restructured_balance", number)
        elif "restructured_balance" in line.entries:
            yield from self._asks("restructuring_day_needed", "debts", line, "restructured_on", number)
        if "paid_to_old_loan" in line.entries:
            yield from self._asks("field_missing", "debts", line, "refinances", number)
        yield from self._kept_back(debt)

    def _kept_back(self, debt: Debt) -> Iterator[Remark]:
        signed, cash = debt.amount("signed_amount"), debt.amount("cash_received")
        if signed is None or cash is None or signed - cash - (debt.amount("paid_to_old_loan") or 0) <= debt.unit:
            return
        if "refinances" in debt.line.entries and "paid_to_old_loan" not in debt.line.entries:
            yield from self._asks("old_loan_needed", "debts", debt.line, "paid_to_old_loan", debt.number)
        elif not debt.fees and "fees" not in debt.broken:
            places = debt.cells("signed_amount", "cash_received")
            yield remark(self.words, "fees_not_listed", "missing", places, debt=debt.number)

    def _lists(self, debt: Debt) -> Iterator[Remark]:
        number, line = debt.number, debt.line
        if not debt.schedule and "schedule" not in debt.broken and line.value("creditor_kind") != PRIVATE:
            yield remark(self.words, "schedule_paper_needed", "missing", (Place("schedule", "A7"),), debt=number)
        bare = [one for one in debt.schedule if due(one) is None and not self.told.intersection(one.cells.values())]
        if bare:
            places = [one.entries["number"].place for one in bare]
            yield remark(self.words, "schedule_amounts_needed", "missing", places, about=("schedule", "total"), debt=number)
        for one in debt.receipts:
            if not any(amount(one, name) is not None for name in ("total", "principal", "interest", "fee", "penalty")):
                yield from self._asks("receipt_amount_needed", "receipts", one, "total", number)
        if debt.receipts or "receipts" in debt.broken or line.value("repaid_on") is not None:
            return
        first, today = debt.day("first_due_on"), debt.case.household.value("interviewed_on")
        if first is None or not isinstance(today, type(first)) or first <= today:
            yield remark(self.words, "receipts_needed", "missing", (Place("receipts", "A7"),), debt=number)
            yield from self._asks("position_needs", "debts", line, "owed_now", number)
            yield from self._asks("position_needs", "debts", line, "days_late", number)

    def _papers(self, debt: Debt) -> Iterator[Remark]:
        for fee in debt.fees:
            yield from self._asks("fee_day_needed", "fees", fee, "charged_on", debt.number)
        for paper in debt.papers:
            kind = paper.value("kind")
            if kind in self.country.title_kinds:
                yield from self._asks("label_needed", "papers", paper, "label", debt.number)
            yield from self._asks("taken_needed", "papers", paper, "taken_on", debt.number)
            if kind in {"idpoor_card", "id_paper"} and "released_on" not in paper.entries:
                code = "poverty_card_held" if kind == "idpoor_card" else "id_paper_held"
                yield remark(self.words, code, "missing", (paper.entries["kind"].place,), debt=debt.number)
