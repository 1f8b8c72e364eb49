"""The first section of a sheet: what was agreed and what was charged, each with how it is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from prakas.case.record import Line
from prakas.case.sheet.parts import Section, Subject, Table

LINES = 8  # of fees, so that two pages hold
EVIDENCE = ("document", "photo", "rebuilt", "told")  # of the rows of a tape, from the strongest


def agreed(subject: Subject) -> Section:
    """Return what was agreed and what was charged, each with how it is known."""
    say, debt = subject.say, subject.debt
    currency = debt.value("currency")

    def known(*names: str) -> str:
        return say.say(f"marks.{debt.mark(*names)}") if any(name in debt.entries for name in names) else ""

    kind = debt.value("creditor_kind")
    lender = say.say(f"creditor_kind.{kind}") if kind else say.say("not_known")
    name = debt.value("creditor_name")
    lines = [
        [say.say("agreed.lender"), f"{name} ({lender})" if name else lender, known("creditor_kind")],
        [say.say("agreed.signed"), say.money(_money(debt, "signed_amount"), currency), known("signed_amount")],
        [say.say("agreed.cash"), say.money(_money(debt, "cash_received"), currency), known("cash_received")],
    ]
    if debt.value("paid_to_old_loan") is not None:
        old = say.money(_money(debt, "paid_to_old_loan"), currency)
        lines.append([say.say("agreed.old"), old, known("paid_to_old_loan")])
    lines += _charged(subject)
    lines.append([say.say("agreed.stated"), _stated(subject), known("stated_rate", "stated_rate_per", "rate_method")])
    count, frequency = debt.value("payments"), debt.value("frequency")
    paid = say.say("not_known")
    if count and debt.value("payment") is not None:
        amount = say.money(_money(debt, "payment"), currency)
        paid = say.say("agreed.payments", count=count, amount=amount, frequency=say.code("frequency", frequency))
    dues = subject.rows("installments")
    is_listed = bool(subject.case.of_debt("schedule", subject.number))
    if is_listed and debt.value("payment") is None:
        paid = say.say("agreed.by_schedule", count=len(dues))
    lines.append([say.say("agreed.payment"), paid, known("payment", "payments", "frequency")])
    days = "; ".join(say.short_day(debt.value(name)) for name in ("signed_on", "received_on", "last_due_on"))
    lines.append([say.say("agreed.dates"), days, known("signed_on", "received_on", "last_due_on")])
    if dues:
        total = sum(row["principal"] + row["interest"] + (row["fee"] or 0) for row in dues)
        lines.append([say.say("agreed.total"), say.money(total, currency), say.say(f"marks.{_weakest_of(dues)}")])
    return Section("agreed", say.say("agreed.title"), table=Table(say.listed("agreed", "columns"), lines))


def _weakest_of(rows: Sequence[Mapping[str, Any]]) -> str:
    return max((row["evidence"] for row in rows), key=EVIDENCE.index)


def _charged(subject: Subject) -> list[list[str]]:
    say, currency = subject.say, subject.debt.value("currency")
    lines = []
    listed = {line.number for line in subject.case.of_debt("fees", subject.number)}
    charges = subject.rows("charges")
    for place, row in enumerate(charges):
        is_ours = place >= len(listed)  # what was kept back and no line of the case names
        kind = say.code("charge_kind", row["kind"])
        label = say.say("agreed.kept") if is_ours else say.say("agreed.fee", kind=kind, day=say.short_day(row["charged_on"]))
        lines.append([label, say.money(row["amount"], currency), say.say(f"marks.{row['evidence']}")])
    if len(lines) > LINES:
        rest = sum(row["amount"] for row in charges[LINES - 1 :])
        lines = [*lines[: LINES - 1], ["…", say.money(rest, currency), ""]]
    return lines


def _stated(subject: Subject) -> str:
    say, debt = subject.say, subject.debt
    stated, per = debt.value("stated_rate"), debt.value("stated_rate_per")
    if not isinstance(stated, int) or per is None:
        return say.say("not_known")
    method = debt.value("rate_method")
    how = say.code("rate_method", method) if method else say.say("agreed.method_unknown")
    percent = Decimal(stated) / 1_000_000
    if per == "month":
        return say.say("agreed.stated_month", rate=say.rate(percent), yearly=say.rate(percent * 12), method=how)
    return say.say("agreed.stated_year", rate=say.rate(percent), method=how)


def _money(line: Line, name: str) -> int | None:
    value = line.value(name)
    return value if isinstance(value, int) else None
