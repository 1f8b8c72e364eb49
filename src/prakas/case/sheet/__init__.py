"""The sheet of one debt: what an investigator lays on the table, built from the case and the audit, before it is drawn."""

from __future__ import annotations

from prakas.case.form import MARKS
from prakas.case.sheet.agreed import agreed
from prakas.case.sheet.asked import ask, complain, limits
from prakas.case.sheet.held import papers, receipts
from prakas.case.sheet.parts import Bars, Curve, Section, Sheet, Subject, Table
from prakas.case.sheet.price import owed, price

__all__ = ["Bars", "Curve", "Section", "Sheet", "Subject", "Table", "sheet_of"]


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
