"""What a sheet is made of: sections with tables, pictures and sentences, and the debt that it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from prakas.case.assessed import Assessed, Assessment
from prakas.case.record import Case, Line, Remark
from prakas.case.wording import Wording
from prakas.rulebook import Rulebook, citation_text


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
    def is_signed_known(self) -> bool:
        """Whether the amount signed for is known. Where it is not, the cash stands in for it, and nothing of law is held to that."""
        return self.debt.value("signed_amount") is not None

    @property
    def heard(self) -> Assessed:
        """Every rule's word on it."""
        return self.assessment.of("loan", self.loan_id)

    def cited(self, english: str) -> str:
        """Return a citation as the audit wrote it (in English) in the language of the sheet."""
        for parameter in self.law.parameters.values():
            for value in parameter.values:
                if citation_text(value.citation, "en") == english:
                    return self.say.cited(value.citation)
        return english

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """Return the rows of the tape that belong to it."""
        return [row for row in self.assessment.tape.tables.get(table, ()) if row["loan_id"] == self.loan_id]
