"""What a plan of relief is: how long, what is suspended, whether interest runs, who comes first, and how much there is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

# What the borrower need not pay; whether interest runs on meanwhile; whether days past due are counted on.
SUSPENDED = ("both", "principal", "interest")
RUNS = ("frozen", "running")
LONGEST = 36  # months

# Each kind of tier, and the column of the borrowers' table that it looks at; None: at nothing.
TIERS: Mapping[str, str | None] = {
    "idpoor1": "poverty",
    "idpoor2": "poverty",
    "work_lost": "work_status",
    "work_suspended": "work_status",
    "livelihood": "livelihood",
    "province": "commune",
    "communes": "commune",
    "everyone": None,
}


@dataclass(frozen=True)
class Tier:
    """One group of borrowers; a loan belongs to the first tier that its borrower meets."""

    kind: str
    codes: tuple[str, ...] = ()
    file: str = ""  # the CSV file that the communes came from
    sha256: str = ""

    def record(self) -> dict[str, Any]:
        """Return the tier as relief.json has it."""
        told: dict[str, Any] = {"kind": self.kind}
        if self.file:
            return {**told, "file": self.file, "sha256": self.sha256, "codes": len(self.codes)}
        return {**told, "codes": list(self.codes)} if self.codes else told


@dataclass(frozen=True)
class Resting:
    """A key of the plan that rests on a text: what the rulebook holds of it on the plan's first day."""

    key: str
    parameter: str
    label: Mapping[str, str]
    value: Any
    unit: str
    citation: Mapping[str, str]
    standing: str
    confidence: str
    is_in_force: bool  # on the first day of the plan; else the value is the nearest one
    is_kept: bool | None  # whether the plan's own figure keeps to it; None: no figure to compare

    def record(self) -> dict[str, Any]:
        """Return what relief.json says of it."""
        value = self.value.isoformat() if isinstance(self.value, date) else self.value
        return {
            "key": self.key,
            "parameter": self.parameter,
            "label": dict(self.label),
            "value": value,
            "unit": self.unit,
            "citation": dict(self.citation),
            "standing": self.standing,
            "confidence": self.confidence,
            "in_force": self.is_in_force,
            "kept": self.is_kept,
        }


@dataclass(frozen=True)
class Plan:
    """One plan as its file states it. Amounts in hundredths of the base currency."""

    name: str  # the shipped name, or the file's own without its ending
    file: str
    sha256: str
    title: Mapping[str, str]
    months: int
    suspend: str
    interest: str
    grading: str
    who: tuple[Tier, ...]
    start: date  # the plan's own first day, else the day of the books
    budget: int | None = None
    cap: int | None = None
    note: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[Resting, ...] = ()

    @property
    def is_rate_needed(self) -> bool:
        """Whether interest by the contract's rate enters; where interest alone is suspended the schedule's own does."""
        return self.suspend != "interest"

    @property
    def is_running(self) -> bool:
        """Whether interest runs on while payments rest."""
        return self.interest == "running"

    def record(self) -> dict[str, Any]:
        """Return the plan as relief.json has it."""
        return {
            "name": self.name,
            "file": self.file,
            "sha256": self.sha256,
            "title": dict(self.title),
            "from": self.start.isoformat(),
            "months": self.months,
            "suspend": self.suspend,
            "interest": self.interest,
            "grading": self.grading,
            "who": [tier.record() for tier in self.who],
            "budget_khr": None if self.budget is None else f"{self.budget // 100}.{self.budget % 100:02}",
            "cap": self.cap,
            "note": dict(self.note),
            "texts": [one.record() for one in self.texts],
        }
