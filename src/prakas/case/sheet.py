"""The sheet of one debt: what an investigator lays on the table, built from the case and the audit, before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from prakas.case.assessed import Assessed, Assessment
from prakas.case.contacts import contacts_on
from prakas.case.form import MARKS
from prakas.case.record import Case, Line, Remark
from prakas.case.wording import Wording
from prakas.rulebook import Rulebook
from prakas.rules import words

PRICE_RULES = ("price.nominal_ceiling", "price.flat_method", "price.all_in_ceiling")
READINGS = (("law", "price.nominal_ceiling"), ("contract", "price.flat_method"), ("demand", "price.all_in_ceiling"))
LINES = 8  # instalments shown of a schedule, the last ones due; and lines of fees and papers, so that two pages hold
MOST_ASKED = 4


@dataclass(frozen=True)
class Table:
    """Lines of text under columns; the first column is read, the others are looked up."""

    columns: Sequence[str]
    lines: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Bars:
    """Rates side by side with the ceiling: (label, percent, text)."""

    caption: str
    bars: Sequence[tuple[str, float, str]]
    limit: float | None
    limit_text: str


@dataclass(frozen=True)
class Curve:
    """What was due and what was received over time, each a list of points between 0 and 1."""

    caption: str
    due: Sequence[tuple[float, float]]
    received: Sequence[tuple[float, float]]
    due_text: str
    received_text: str
    first: str
    last: str


@dataclass(frozen=True)
class Section:
    """One part of the sheet: a picture, a table and sentences, each of which may be missing."""

    id: str
    title: str
    table: Table | None = None
    bars: Bars | None = None
    curve: Curve | None = None
    lines: Sequence[str] = ()


@dataclass(frozen=True)
class Sheet:
    """Two pages about one debt, in one language."""

    language: str
    title: str
    subtitle: str
    made_of: str
    page: str
    sections: Sequence[Section] = field(default_factory=list)


@dataclass(frozen=True)
class Subject:
    """What a sheet is about: one debt of a case, as the audit saw it."""

    case: Case
    number: int
    remarks: Sequence[Remark]
    assessment: Assessment
    law: Rulebook
    say: Wording

    @property
    def debt(self) -> Line:
        """The debt as it was told."""
        return self.case.debts[self.number]

    @property
    def loan_id(self) -> str:
        """Its id in the tape."""
        return f"{self.case.case_id}-{self.number}"

    @property
    def loan(self) -> Mapping[str, Any] | None:
        """Its row of loans.parquet, or None."""
        return self.assessment.loans.get(self.loan_id)

    @property
    def heard(self) -> Assessed:
        """Every rule's word on it."""
        return self.assessment.of("loan", self.loan_id)

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """Return the rows of the tape that belong to it."""
        return [row for row in self.assessment.tape.tables.get(table, ()) if row["loan_id"] == self.loan_id]


def sheet_of(subject: Subject) -> Sheet:
    """Return the sheet of one debt."""
    say = subject.say
    entries = [*subject.debt.entries.values()]
    marks = [entry.mark or MARKS[-1] for entry in entries]
    for name in ("schedule", "receipts", "fees", "papers"):
        marks += [line.mark() for line in subject.case.of_debt(name, subject.number)]
    return Sheet(
        language=say.language,
        title=say.say("title"),
        subtitle=say.say("subtitle", case=subject.case.case_id, number=subject.number, day=say.day(subject.assessment.day)),
        made_of=say.say("made_of", **{mark: marks.count(mark) for mark in MARKS}),
        page=say.say("page"),
        sections=[
            agreed(subject),
            price(subject),
            owed(subject),
            receipts(subject),
            papers(subject),
            ask(subject),
            complain(subject),
            limits(subject),
        ],
    )


# ------------------------------------------------------------------------------------------------------------ 1 what was agreed


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
    lines.append([say.say("agreed.payment"), paid, known("payment", "payments", "frequency")])
    days = "; ".join(say.short_day(debt.value(name)) for name in ("signed_on", "received_on", "last_due_on"))
    lines.append([say.say("agreed.dates"), days, known("signed_on", "received_on", "last_due_on")])
    total = sum(row["principal"] + row["interest"] + (row["fee"] or 0) for row in subject.rows("installments"))
    if total:
        lines.append([say.say("agreed.total"), say.money(total, currency), say.say("marks.rebuilt")])
    return Section("agreed", say.say("agreed.title"), table=Table(say.listed("agreed.columns"), lines))


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


# ---------------------------------------------------------------------------------------------------------------- 2 what it costs


def price(subject: Subject) -> Section:
    """Return the rates on both clocks beside the ceiling, and what each rule of price says."""
    say, loan = subject.say, subject.loan
    title = say.say("price.title")
    if loan is None:
        return Section("price", title, lines=_left_out(subject))
    table = Table(
        say.listed("price.columns"),
        [
            [say.say(f"price.{word}"), say.rate(loan[name]), say.rate(loan[f"{name}_months"])]
            for word, name in (
                ("schedule", "schedule_rate_nominal"),
                ("all_in", "all_in_rate_nominal"),
                ("effective", "all_in_rate_effective"),
            )
        ],
    )
    tolerance = subject.law["price.comparison_tolerance"].values[-1].number
    lines = [say.say("price.several")] if loan["rate_status"] == "several" else []
    lines += [_ruled(subject, rule) for rule in PRICE_RULES] if not _is_person(subject) else [say.say("rules.person")]
    return Section(
        "price", title, table, _bars(subject), lines=[*lines, say.say("price.clocks", tolerance=tolerance.normalize())]
    )


def _bars(subject: Subject) -> Bars | None:
    say, loan = subject.say, subject.loan
    if loan is None:
        return None
    kinder = {
        "bar_stated": loan["nominal_rate"],
        "bar_schedule": _lower(loan, "schedule_rate_nominal"),
        "bar_all_in": _lower(loan, "all_in_rate_nominal"),
    }
    bars = [(say.say(f"price.{word}"), float(rate), say.rate(rate)) for word, rate in kinder.items() if rate is not None]
    limit = loan["ceiling"]
    text = say.say("price.no_ceiling") if limit is None else say.say("price.ceiling", rate=say.rate(limit))
    return Bars(say.say("price.picture"), bars, None if limit is None else float(limit), text) if bars else None


def _lower(loan: Mapping[str, Any], name: str) -> Decimal | None:
    both = [loan[name], loan[f"{name}_months"]]
    return None if None in both else min(both)


def _is_person(subject: Subject) -> bool:
    return subject.debt.value("creditor_kind") == "private_lender"


def _left_out(subject: Subject) -> list[str]:
    """Return why parts of the debt could not be computed."""
    sheets = ("debts", "receipts", "schedule", "fees", "papers")
    reasons = {
        one.reason
        for one in subject.assessment.tape.left_out
        if one.case_id == subject.case.case_id
        and (
            one.number == subject.number
            if one.sheet == "debts"
            else one.sheet in sheets and _line_is_of(subject, one.sheet, one.number)
        )
    }
    return [subject.say.say(f"left_out.{reason}") for reason in sorted(reasons)]


def _line_is_of(subject: Subject, sheet: str, number: int) -> bool:
    return any(line.number == number for line in subject.case.of_debt(sheet, subject.number))


def _ruled(subject: Subject, rule: str, heard: Assessed | None = None) -> str:
    """Return one rule's word on a debt: kept, broken, not assessed and why, or that it covers nothing here."""
    say, heard = subject.say, heard or subject.heard
    sentence = words()[rule].sentence[say.language]
    found = heard.findings.get(rule)
    if found:
        one = found[0]
        return say.say(
            "rules.found",
            sentence=one[f"sentence_{say.language}"],
            citation=one["citation"],
            standing=say.say(f"standing.{one['standing']}"),
            confidence=say.say(f"confidence.{one['confidence']}"),
            basis=say.say(f"basis.{one['basis']}"),
        )
    said = heard.words.get(rule)
    if not said:
        return say.say("rules.not_covered", sentence=sentence)
    lacking = next((word.missing for word in said if word.state == "not_assessed"), None)
    if lacking is not None:
        return say.say("rules.not_assessed", sentence=sentence, missing=say.words["missing"].get(lacking, lacking))
    return say.say("rules.sound", sentence=sentence, citation_standing=said[0].citation or "")


# ------------------------------------------------------------------------------------------------------------ 3 what may be owed back


def owed(subject: Subject) -> Section:
    """Return what may be owed back by each reading; amounts of different readings are never added up."""
    say = subject.say
    if subject.loan is None or _is_person(subject):
        return Section("owed", say.say("owed.title"), lines=[say.say("not_assessed")])
    lines = []
    for word, rule in READINGS:
        said = subject.heard.words.get(rule, [])
        standing = say.say("standing.demand" if word == "demand" else "standing.law")
        if not said:
            amount = say.say("owed.no_rule")
        elif said[0].state == "not_assessed":
            amount = say.say("not_assessed")
        elif said[0].state == "sound":
            amount = say.say("owed.none")
        else:
            amount = say.money(said[0].amount, said[0].currency)
        cited = f"{standing}: {said[0].citation}" if said and said[0].citation else standing
        lines.append([say.say(f"owed.{word}"), amount, cited])
    return Section("owed", say.say("owed.title"), Table(say.listed("owed.columns"), lines), lines=[say.say("owed.valued")])


# ------------------------------------------------------------------------------------------------------------ 4 receipts and schedule


def receipts(subject: Subject) -> Section:
    """Return receipts held against the schedule, up to the day of the sheet."""
    say, day, currency = subject.say, subject.assessment.day, subject.debt.value("currency")
    title = say.say("receipts.title")
    due = [(row["due_on"], row["principal"] + row["interest"] + (row["fee"] or 0)) for row in subject.rows("installments")]
    paid = [
        (row["paid_on"], row["principal"] + row["interest"] + (row["fee"] or 0))
        for row in subject.rows("payments")
        if row["paid_on"] <= day
    ]
    notes = [] if subject.loan is None else _left_out(subject)
    if not due:
        return Section("receipts", title, lines=[say.say("receipts.no_schedule"), *notes])
    if not paid:
        return Section("receipts", title, lines=[say.say("receipts.none"), *notes])
    loan = subject.loan or {}
    lines = []
    for on, amount in [one for one in due if one[0] <= day][-LINES:]:
        sums = [sum(a for d, a in flows if d <= on) for flows in (due, paid)]
        lines.append([on.isoformat(), say.money(amount, ""), *(say.money(one, "") for one in sums)])
    late = " ; ".join(say.money(loan.get(name), currency) for name in ("arrears_principal", "arrears_interest"))
    figures = [
        f"{say.say('receipts.outstanding')}: {say.money(loan.get('outstanding_principal'), currency)}",
        f"{say.say('receipts.arrears')}: {late}",
        f"{say.say('receipts.days')}: {say.say('not_assessed') if loan.get('days_past_due') is None else loan['days_past_due']}",
    ]
    hidden = len(due) - len(lines)
    more = [say.say("receipts.more", count=hidden)] if hidden else []
    table = Table(say.listed("receipts.columns"), lines)
    return Section("receipts", title, table, curve=_curve(subject, due, paid), lines=[*more, *figures, *notes])


def _curve(subject: Subject, due: list[tuple[date, int]], paid: list[tuple[date, int]]) -> Curve:
    say, day = subject.say, subject.assessment.day
    received_on = subject.debt.value("received_on")
    first = min([on for on, _ in (*due, *paid)] + ([received_on] if isinstance(received_on, date) else []))
    last = max(day, *(on for on, _ in due))
    top = max(sum(a for _, a in due), sum(a for _, a in paid), 1)
    length = max((last - first).days, 1)

    def steps(flows: list[tuple[date, int]], until: date) -> list[tuple[float, float]]:
        points, total = [(0.0, 0.0)], 0
        for on, amount in sorted(flows):
            x = (on - first).days / length
            points.append((x, total / top))
            total += amount
            points.append((x, total / top))
        points.append(((until - first).days / length, total / top))
        return [(round(x, 4), round(y, 4)) for x, y in points]

    return Curve(
        say.say("receipts.picture"),
        steps(due, last),
        steps(paid, min(day, last)),
        say.say("receipts.due"),
        say.say("receipts.received"),
        first.isoformat(),
        last.isoformat(),
    )


# ---------------------------------------------------------------------------------------------------------------- 5 to 8


def papers(subject: Subject) -> Section:
    """Return the papers that the lender holds, and what the rules say of each."""
    say = subject.say
    title = say.say("papers.title")
    rows = subject.rows("collateral")
    if not rows:
        return Section("papers", title, lines=[say.say("papers.none")])
    lines, said = [], []
    for row in rows[:LINES]:
        released = say.short_day(row["released_on"]) if row["released_on"] else say.say("papers.still")
        label = (
            f"{say.code('collateral_kind', row['kind'])} {str(row['title_ref'] or '').removeprefix(subject.case.case_id + '-')}"
        )
        lines.append([label.strip(), say.short_day(row["taken_on"]), released, say.say(f"marks.{row['evidence']}")])
        for kind, name in (("collateral", row["collateral_id"]), ("title", row["title_ref"] or row["collateral_id"])):
            heard = subject.assessment.of(kind, name)
            said += [_ruled(subject, rule, heard) for rule in sorted(heard.findings)]
    said += [_ruled(subject, rule) for rule in sorted(subject.heard.findings) if rule.startswith("collateral.")]
    return Section("papers", title, Table(say.listed("papers.columns"), lines), lines=list(dict.fromkeys(said)))


def ask(subject: Subject) -> Section:
    """Return what to ask the lender for, and the questions that would settle what is missing or at odds."""
    say = subject.say
    method = subject.law["price.declining_method"].values[-1]
    lines = [say.say("ask.contract"), say.say("ask.table", citation=say.cited(method.citation)), say.say("ask.receipts")]
    charges = subject.rows("charges")
    if charges or subject.debt.value("cash_received") is None:
        lines.append(say.say("ask.fees"))
    if any(row["kind"] == "compulsory_saving" for row in charges):
        lines.append(say.say("ask.savings"))
    if subject.rows("collateral"):
        lines.append(say.say("ask.titles"))
    if any(subject.heard.findings.get(rule) for rule in PRICE_RULES):
        lines.append(say.say("ask.rate"))
    own = [one for one in subject.remarks if one.debt == subject.number and one.settle.get(say.language)]
    ordered = sorted(own, key=lambda one: ("contradiction", "unreadable", "missing").index(one.kind))
    settle = list(dict.fromkeys(one.settle[say.language] for one in ordered))
    lines += [say.say("asked_missing", settle=one) for one in settle[:MOST_ASKED]]
    return Section("ask", say.say("ask.title"), lines=lines)


def complain(subject: Subject) -> Section:
    """Return where to complain on the day of the sheet, each place with its source."""
    say = subject.say
    found = contacts_on(say.country, subject.assessment.day)
    lines = [say.say("complain.first")]
    for one in found:
        values = {"name": one.name[say.language], "source": one.source[say.language]}
        confidence = say.say(f"confidence.{one.confidence}")
        if one.phones:
            phones = ", ".join(one.phones)
            lines.append(say.say("complain.line", **values, phones=phones, since=say.day(one.since), confidence=confidence))
        else:
            lines.append(say.say("complain.web", **values, web=one.web, confidence=confidence))
    return Section("complain", say.say("complain.title"), lines=[*lines, say.say("complain.call" if found else "complain.none")])


def limits(subject: Subject) -> Section:
    """Return what the sheet does not prove."""
    say = subject.say
    wanted = ["told", "kind", "law", "split", "person"]
    return Section("limits", say.say("limits.title"), lines=[say.say(f"limits.{name}") for name in wanted])
