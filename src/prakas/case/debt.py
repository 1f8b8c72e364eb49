"""One debt of a household as rows of a loan tape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from prakas.case.receipts import Waiting
from prakas.case.record import Case, Line
from prakas.case.schedules import Due, evidence_of, schedule_of, stepped
from prakas.jurisdictions import Pack

Row = dict[str, Any]

STEPS = {"visit": "visit", "threat": "threat", "land_sold": "land_sold_by_borrower", "local_authority": "local_authority"}
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class LeftOut:
    """Something of a case that no row of the tape can hold: the case, the debt or line, and why (a code with words in the pack)."""

    case_id: str
    sheet: str
    number: int
    reason: str


class DebtRows:
    """One debt on its way into the tape."""

    def __init__(self, case: Case, number: int, debt: Line, lender: str, country: Pack, *, may_stand_in: bool = False) -> None:
        """Begin with a debt; `may_stand_in`: the cash received may stand in for an amount signed for that nobody knows."""
        self.may_stand_in = may_stand_in
        self.case, self.number, self.debt, self.lender = case, number, debt, lender
        self.key = {"institution_id": lender, "loan_id": f"{case.case_id}-{number}"}
        currency = str(debt.value("currency") or "")
        self.unit = country.rounding_unit.get(currency, country.rounding_unit_default)
        self.principal = self._principal()
        received = debt.value("received_on")
        self.received_on = received if isinstance(received, date) else None
        restructured = debt.value("restructured_on")
        self.restructured_on = restructured if isinstance(restructured, date) else None
        self.schedule = self._schedule()

    @property
    def lacking(self) -> str:
        """Return why the debt cannot stand in a tape, or nothing."""
        for name, value in (
            ("creditor_kind", self.lender),
            ("currency", self.debt.value("currency")),
            ("signed_amount", self.principal if self.may_stand_in else self.debt.value("signed_amount")),
            ("received_on", self.received_on),
            ("last_due_on", self.matures_on),
        ):
            if not value:
                return f"lacks_{name}"
        return ""

    def _principal(self) -> int | None:
        """Return the amount signed for; else the cash received, to which what was kept back on the day is added."""
        signed, cash = self.debt.value("signed_amount"), self.debt.value("cash_received")
        if isinstance(signed, int):
            return signed
        old = self.debt.value("paid_to_old_loan")
        return cash + (old if isinstance(old, int) else 0) + sum(self._upfront()) if isinstance(cash, int) else None

    def _upfront(self) -> list[int]:
        received = self.debt.value("received_on")
        return [
            amount
            for line in self.case.of_debt("fees", self.number)
            if isinstance(amount := line.value("amount"), int)
            and (not isinstance(on := line.value("charged_on"), date) or not isinstance(received, date) or on <= received)
        ]

    def _schedule(self) -> tuple[Due, ...]:
        opening, start = self.principal, self.received_on
        if self.restructured_on:
            balance = self.debt.value("restructured_balance")
            opening, start = (balance if isinstance(balance, int) else None), self.restructured_on
        if opening is None or start is None:
            return ()
        lines = [line for line in self.case.of_debt("schedule", self.number) if isinstance(line.value("due_on"), date)]
        return schedule_of(self.debt, lines, opening, start, self.unit)

    @property
    def matures_on(self) -> date | None:
        """Return the last due day: as told, else of the schedule, else so many payments after the money."""
        last = self.debt.value("last_due_on")
        if isinstance(last, date):
            return last
        if self.schedule:
            return max(due.due_on for due in self.schedule)
        count, frequency = self.debt.value("payments"), self.debt.value("frequency")
        if self.received_on and isinstance(count, int) and isinstance(frequency, str) and frequency != "at_maturity":
            return stepped(self.received_on, frequency, count)
        return None

    def rows(self, left_out: list[LeftOut]) -> Iterator[tuple[str, Row]]:
        """Yield the rows of the debt with their tables; lines that fit none are added to what is left out."""
        if not self.schedule:
            lines = self.case.of_debt("schedule", self.number)
            left_out += [LeftOut(self.case.case_id, "schedule", line.number, "schedule_without_amounts") for line in lines]
        charges = list(self._charges())
        yield "loans", self._loan(charges_known=bool(charges))
        for due in self.schedule:
            row = {"number": due.number, "due_on": due.due_on, "principal": due.principal, "interest": due.interest}
            yield "installments", {**self.key, **row, "fee": due.fee or None, "evidence": due.evidence}
        for charge in charges:
            yield "charges", {**self.key, **charge}
        yield from self._payments(left_out)
        for line in self.case.of_debt("papers", self.number):
            yield "collateral", self._paper(line)
        for line in self.case.of_debt("events", self.number):
            step, on = STEPS.get(str(line.value("kind"))), line.value("happened_on")
            if step and on:
                yield "recovery", {**self.key, "happened_on": on, "step": step}

    def _loan(self, *, charges_known: bool) -> Row:
        debt = self.debt
        refinanced = debt.value("refinances")
        refinances = None
        if isinstance(refinanced, int) and refinanced in self.case.debts:
            refinances = f"{self.case.case_id}-{refinanced}"
        repaid = isinstance(debt.value("repaid_on"), date)
        used = [n for n in debt.entries if n not in {"creditor_kind", "creditor_name", "owed_now", "days_late", "repaid_on"}]
        return {
            **self.key,
            "borrower_id": self.case.case_id,
            "segment": debt.value("segment"),
            "currency": debt.value("currency"),
            "principal": self.principal,
            "signed_on": debt.value("signed_on"),
            "disbursed_on": self.received_on,
            "matures_on": self.matures_on,
            "nominal_rate": self._rate(),
            "rate_method": debt.value("rate_method"),
            "frequency": debt.value("frequency"),
            "fees_upfront": 0 if not charges_known and self._is_paid_out_whole else None,
            "restructured_on": self.restructured_on,
            "restructured_balance": debt.value("restructured_balance"),
            "refinances": refinances,
            "reported_outstanding": 0 if repaid else debt.value("owed_now"),
            "reported_days_past_due": None if repaid else debt.value("days_late"),
            "evidence": debt.mark(*used),
        }

    def _rate(self) -> int | None:
        """Return the stated rate in millionths of a percent a year; None where it is not said for which time it is."""
        stated, per = self.debt.value("stated_rate"), self.debt.value("stated_rate_per")
        if not isinstance(stated, int) or per is None:
            return None
        return stated * MONTHS_A_YEAR if per == "month" else stated

    def _charges(self) -> Iterator[Row]:
        listed = 0
        for line in self.case.of_debt("fees", self.number):
            on, amount = line.value("charged_on"), line.value("amount")
            if not isinstance(amount, int):
                continue
            day = on if isinstance(on, date) else self.received_on
            listed += amount if day and self.received_on and day <= self.received_on else 0
            yield {
                "charged_on": day,
                "kind": line.value("kind"),
                "amount": amount,
                "returned_on": line.value("returned_on"),
                "returned_amount": line.value("returned_amount"),
                "evidence": evidence_of(line.mark(), is_made=not isinstance(on, date)),
            }
        kept = self._kept(listed)
        if kept > 0:  # kept back and named by nobody: it was charged all the same
            mark = evidence_of(self.debt.mark("cash_received", "signed_amount"), is_made=True)
            yield {"charged_on": self.received_on, "kind": "other", "amount": kept, "evidence": mark}

    def _kept(self, listed: int) -> int:
        """Return what was kept back of the amount signed for beyond the fees listed; 0 where that cannot be said."""
        cash, old = self.debt.value("cash_received"), self.debt.value("paid_to_old_loan")
        if not isinstance(cash, int) or self.principal is None:
            return 0
        if self.debt.value("refinances") is not None and not isinstance(old, int):
            return 0  # part of it repaid the old loan, and nobody said how much
        return self.principal - cash - listed - (old if isinstance(old, int) else 0)

    @property
    def _is_paid_out_whole(self) -> bool:
        """Whether all that was signed for came to the household or to its old loan: nothing was kept back, and that is known."""
        cash, old = self.debt.value("cash_received"), self.debt.value("paid_to_old_loan")
        if not isinstance(cash, int) or (self.debt.value("refinances") is not None and not isinstance(old, int)):
            return False
        return cash + (old if isinstance(old, int) else 0) == self.principal

    def _payments(self, left_out: list[LeftOut]) -> Iterator[tuple[str, Row]]:
        waiting = Waiting(self.schedule, self.restructured_on)
        lines = self.case.of_debt("receipts", self.number)
        for line in sorted(lines, key=lambda line: (str(line.value("paid_on")), line.number)):
            amounts = waiting.taken(line)
            if amounts is None:
                left_out.append(LeftOut(self.case.case_id, "receipts", line.number, "receipt_without_parts"))
                continue
            principal, interest, fee, penalty, is_made = amounts
            yield (
                "payments",
                {
                    **self.key,
                    "payment_id": f"{self.key['loan_id']}-{line.number}",
                    "paid_on": line.value("paid_on"),
                    "principal": principal,
                    "interest": interest,
                    "fee": fee or None,
                    "penalty": penalty or None,
                    "source": line.value("source"),
                    "evidence": evidence_of(line.mark(), is_made=is_made),
                },
            )

    def _paper(self, line: Line) -> Row:
        label, taken = line.value("label"), line.value("taken_on")
        return {
            **self.key,
            "collateral_id": f"{self.key['loan_id']}-{line.number}",
            "kind": line.value("kind"),
            "title_ref": f"{self.case.case_id}-{label}" if label else None,
            "commune": line.value("commune"),
            "taken_on": taken or self.received_on,
            "released_on": line.value("released_on"),
            "value": line.value("value"),
            "evidence": evidence_of(line.mark(), is_made=taken is None),
        }
