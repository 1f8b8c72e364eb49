"""What the rulebook is made of: instruments, citations, dated values, parameters. Plain frozen records that decide nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from prakas.errors import RulebookError

# Strongest first. What each means: docs/reference/law.md.
CONFIDENCES: tuple[str, ...] = ("seed", "primary", "confirmed", "official_form", "restated", "press", "unverified")

# A value of a reform that somebody proposes: in no text at all, and weaker than anything that is. No file of the law may say so of itself.
PROPOSED = "proposed"

# `method`: a choice of our own. `fact`: a published figure that binds nobody. Neither is ever shown as law.
STANDINGS: tuple[str, ...] = ("law", "industry_code", "demand", "method", "fact")

# Grades of a loan, best first: the house's own words, the same in every country pack.
GRADES: tuple[str, ...] = ("standard", "special_mention", "substandard", "doubtful", "loss")


@dataclass(frozen=True)
class Source:
    """A page or a document in which a value was seen. `sha256` where a copy is stored with the project's papers."""

    tag: str
    title: str
    addresses: tuple[str, ...]
    sha256: str = ""


@dataclass(frozen=True)
class Instrument:
    """A text of law, or of an industry or a civil-society body; `kind` and `seen` say what it is and how much of it was read."""

    id: str
    title: Mapping[str, str]
    kind: str
    issuer: Mapping[str, str]
    signed_on: date | None
    signed_known: str  # day, month, year or none
    seen: str  # full, excerpt or named_only
    sources: tuple[str, ...]
    short: Mapping[str, str] = field(default_factory=dict)  # how to cite an instrument that has no number
    note: str = ""


@dataclass(frozen=True)
class Citation:
    """Where a value stands: an instrument's id, and an article; `article` is None where it was not seen."""

    instrument: str
    article: str | None
    short: Mapping[str, str] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Band:
    """One step of a grid: loans at `days` past due (`gt` more than, `ge` that many or more) fall to `grade`, or to a worse one."""

    grade: str
    comparison: str
    days: int

    @property
    def first_day(self) -> int:
        """The smallest whole number of days past due that the band covers."""
        return self.days + 1 if self.comparison == "gt" else self.days


@dataclass(frozen=True)
class DatedValue:
    """A parameter's value from `since` to `until` (both days included; `until` None: no end was found).

    `value` is text for a number, yes_no, grade or rule, a date for a date, a list of codes, a mapping grade -> percent as text, or a
    mapping `short`/`long`/`any` -> list of {grade, comparison, days} for a grid. `lenders` empty: every kind of lender.
    """

    since: date
    until: date | None
    value: Any
    citation: Citation
    confidence: str
    standing: str
    sources: tuple[str, ...] = ()
    note: str = ""
    lenders: tuple[str, ...] = ()
    first_day_known: str = "day"  # day, month, quarter or year
    last_day_known: str = "day"  # the same; `open`: no repeal found; `none`: that it ended is known or likely, not when
    part_confidence: Mapping[str, str] = field(default_factory=dict)  # grade -> confidence, where it differs from the whole
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def number(self) -> Decimal:
        """The value as an exact number. Raises RulebookError where the value is not a number."""
        if not isinstance(self.value, str) or not self.value[:1].isdigit():
            message = f"The value from {self.since} ({self.citation.instrument}) is not a number. Read its `value` instead."
            raise RulebookError(message)
        return Decimal(self.value)

    def confidence_of(self, part: str) -> str:
        """The confidence of one part of the value (a grade of a table of rates); that of the whole where none is given."""
        return self.part_confidence.get(part, self.confidence)

    def bands(self, *, is_short: bool) -> tuple[Band, ...]:
        """The bands of a grid for a term of one year or less, or for a longer one; mildest first. Below the first: standard."""
        rows = self.value.get("any") or self.value["short" if is_short else "long"]
        return tuple(Band(row["grade"], row["comparison"], row["days"]) for row in rows)


@dataclass(frozen=True)
class Parameter:
    """A figure of the law: its values by date, oldest first, with what is doubtful about it and the day somebody last looked."""

    id: str
    label: Mapping[str, str]
    unit: str
    comparison: str | None  # ge, gt, le, lt: how a fact is held against the value; None where the value is not compared
    values: tuple[DatedValue, ...]
    doubts: str
    confirmed_on: date
    known_as: tuple[str, ...] = ()  # ids of the same figure in the research notes
