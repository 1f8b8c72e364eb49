"""Each institution beside the standing it needs, and how far it is from the line. Shortfalls first."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from prakas.publication.finding_sums import FindingSums
from prakas.publication.sources import LawUsed

# Standing -> its conditions: the column of institutions.parquet and the parameter it is held to.
LINES = {
    "registration": (
        ("portfolio", "portfolio_khr", "registration.portfolio_min"),
        ("public_savings", "public_savings_khr", "registration.public_savings_min"),
        ("depositors", "depositors", "registration.depositors_min"),
    ),
    "license": (
        ("portfolio", "portfolio_khr", "licensing.portfolio_min"),
        ("borrowers", "borrowers", "licensing.borrowers_min"),
        ("public_savings", "public_savings_khr", "licensing.public_savings_min"),
        ("depositors", "depositors", "licensing.depositors_min"),
    ),
}
LICENSED = ("licensed", "licensed_deposit_taking")
ORDER = ("breach", "notice", "not_assessed", "sound", "not_bound", "person")


@dataclass(frozen=True)
class Distance:
    """How far one figure is from one line. `share` in percent of the line; `gap` positive where the line is reached."""

    standing: str
    condition: str
    observed: Decimal
    limit: int
    lower_bound: bool

    @property
    def share(self) -> Decimal:
        """The figure as a percentage of the line."""
        return self.observed * 100 / self.limit

    @property
    def gap(self) -> Decimal:
        """By how much the figure is at or above the line; below it: negative."""
        return self.observed - self.limit

    @property
    def is_money(self) -> bool:
        """Whether the figure is riel; else it counts people."""
        return self.condition in {"portfolio", "public_savings"}


@dataclass(frozen=True)
class Lender:
    """One institution as the page shows it. `row` is its row of institutions.parquet."""

    row: dict[str, Any]
    outcome: str  # one of ORDER
    distance: Distance | None
    unknown: tuple[str, ...]  # conditions whose figure is not known
    is_part: bool = False  # only some of its loans are in the tape


def lenders_of(rows: list[dict[str, Any]], record: dict[str, Any], findings: FindingSums, law: LawUsed) -> list[Lender]:
    """Return every institution with its outcome, those that fall short first, then by portfolio."""
    found = [_lender(row, record, findings, law) for row in rows]
    return sorted(found, key=lambda one: (ORDER.index(one.outcome), -(one.row["portfolio_khr"] or 0), one.row["institution_id"]))


def _lender(row: dict[str, Any], record: dict[str, Any], findings: FindingSums, law: LawUsed) -> Lender:
    outcome = _outcome(row, record, findings)
    if outcome in {"not_bound", "person"}:
        return Lender(row, outcome, None, ())
    if row.get("is_whole_book") is False:
        return Lender(row, outcome, None, (), is_part=True)
    unknown = tuple(name for name, column, _ in LINES["license"] if row[column] is None)
    if row["status"] in LICENSED:
        return Lender(row, outcome, None, unknown)  # a licence is the last line there is
    return Lender(row, outcome, _nearest(row, "license" if _past_registration(row) else "registration", law), unknown)


def _past_registration(row: dict[str, Any]) -> bool:
    return row["required_standing"] == "license" or row["status"] == "registered"


def _outcome(row: dict[str, Any], record: dict[str, Any], findings: FindingSums) -> str:
    identifier = row["institution_id"]
    if row.get("legal_form") == "person":
        return "person"
    if row["status"] == "bank":
        return "not_bound"
    for rule, outcome in (
        ("licensing.required", "breach"),
        ("registration.required", "breach"),
        ("licensing.transition", "notice"),
    ):
        if identifier in findings.short.get(rule, ()):
            return outcome
    was_run = {"licensing.required", "registration.required"} <= set(record["rules"])
    return "sound" if was_run and row["status"] and row["required_standing"] else "not_assessed"


def _nearest(row: dict[str, Any], standing: str, law: LawUsed) -> Distance | None:
    """Return the figure that stands nearest to a line, or farthest beyond it; None where no figure or no line is known."""
    found = []
    for condition, column, parameter in LINES[standing]:
        limit, observed = law.limit(parameter), row[column]
        if limit and observed is not None:
            partial = bool(row["loans_without_position"]) and condition in {"portfolio", "borrowers"}
            found.append(Distance(standing, condition, Decimal(observed), limit, partial))
    return max(found, key=lambda one: one.share, default=None)
