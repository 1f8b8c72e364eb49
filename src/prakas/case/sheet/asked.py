"""The last sections of a sheet: what to ask the lender for, where to complain, and what the sheet does not prove."""

from __future__ import annotations

from prakas.case.contacts import contacts_on
from prakas.case.sheet.parts import Section, Subject
from prakas.case.sheet.price import PRICE_RULES

MOST_ASKED = 4


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
        values["said"] = say.say(f"complain.said.{one.confidence}")
        if one.phones:
            lines.append(say.say("complain.line", **values, phones=", ".join(one.phones), since=say.day(one.since)))
        else:
            lines.append(say.say("complain.web", **values, web=one.web))
    return Section("complain", say.say("complain.title"), lines=[*lines, say.say("complain.call" if found else "complain.none")])


def limits(subject: Subject) -> Section:
    """Return what the sheet does not prove."""
    say = subject.say
    wanted = ["told", "kind", "law", "split", "person"]
    return Section("limits", say.say("limits.title"), lines=[say.say(f"limits.{name}") for name in wanted])
