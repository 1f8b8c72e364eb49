"""What the rules of one run are held to: the day, the country, the law, and whether unverified values may be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import ibis

from prakas.facts import Day
from prakas.jurisdictions import Pack
from prakas.rulebook import CONFIDENCES, PROPOSED, Citation, DatedValue, Rulebook, citation_text, in_force

MICRO = 1_000_000  # millionths of a percent
DAY_STANDS_IN = "signed_on is empty: the day of disbursement or of the last restructuring stands in for it"
NO_SOURCED_RULE = "no sourced rule for this date"


@dataclass(frozen=True)
class Setting:
    """One run's setting. Rules ask it and never look elsewhere."""

    day: Day
    law: Rulebook
    is_strict: bool = False

    @property
    def on(self) -> date:
        """The audit date."""
        return self.day.on

    @property
    def country(self) -> Pack:
        """The country's pack."""
        return self.day.country

    def value(self, parameter: str, lender_kind: str | None = None) -> DatedValue | None:
        """Return the value in force on the audit date, or None."""
        return in_force(self.law[parameter], self.on, lender_kind)

    def usable(self, value: DatedValue | None) -> DatedValue | None:
        """Return a value, or None where --strict holds back what no source was seen for."""
        return None if value is None or (self.is_strict and value.confidence == "unverified") else value

    def micro_percent(self, value: DatedValue) -> int:
        """Return a percentage as whole millionths of a percent."""
        return int(value.number * MICRO)

    def percent(self, text: str) -> Decimal:
        """Return a percentage written as text, exactly."""
        return Decimal(text)

    def cited(self, citation: Citation) -> str:
        """Return a citation as findings carry it (English; the report has both languages)."""
        return citation_text(citation, "en")

    def by_day(self, parameter: str, day: Any, of: Any) -> Any:
        """Return, for a column of days, what `of` makes of the value in force on each row's own day; null where none is."""
        branches = []
        for value in self.law[parameter].values:
            inside = day >= ibis.literal(value.since)
            if value.until is not None:
                inside = inside & (day <= ibis.literal(value.until))
            branches.append((inside, of(value)))
        return ibis.cases(*branches) if branches else ibis.null("int64")

    def ceiling(self, day: Any) -> Any:
        """Return the ceiling on the nominal annual rate, in millionths of a percent, on each row's own day."""
        return self.by_day("price.annual_rate_ceiling", day, lambda v: ibis.literal(self.micro_percent(v), type="int64"))

    def fees_count(self, day: Any) -> Any:
        """Return whether fees count towards the ceiling on each row's own day; None where on no day they do.

        No text seen says so: a deployer who holds one may confirm it, and a reform may propose it.
        """
        parameter = "price.ceiling_fees_included"
        if all(value.value != "yes" for value in self.law[parameter].values):
            return None
        return self.by_day(parameter, day, lambda v: ibis.literal(v.value == "yes")).fill_null(False)

    @property
    def tolerance(self) -> DatedValue:
        """The room that computed rates have before they count as above a ceiling: our own choice, not law."""
        return self.law["price.comparison_tolerance"].values[-1]


def agreed_note(rows: Any) -> Any:
    """Return what a finding says where the day of disbursement, or of a restructuring, stands in for the day of signing."""
    return rows.is_signed_known.ifelse(ibis.null("string"), DAY_STANDS_IN)


def weakest_of(*confidences: Any) -> Any:
    """Return the weakest of some columns of confidence; null columns are left out, null where all are."""
    ranks = list(enumerate((*CONFIDENCES, PROPOSED)))
    placed = [ibis.cases(*((c == name, ibis.literal(i, type="int64")) for i, name in ranks)) for c in confidences]
    worst = ibis.greatest(*(p.fill_null(-1) for p in placed)) if len(placed) > 1 else placed[0].fill_null(-1)
    return ibis.cases(*((worst == i, ibis.literal(name)) for i, name in ranks))
