"""Checks a case: what cannot be used, what is missing, and what contradicts what, with what would settle it."""

from __future__ import annotations

from prakas.case.contradictions import contradictions
from prakas.case.debts import Debt
from prakas.case.form import form
from prakas.case.missing import Lacks
from prakas.case.record import Filled, Remark
from prakas.case.words import case_words
from prakas.jurisdictions import Pack, pack

# What is said of a cell without which its list still adds up.
HARMLESS = frozenset({"mark_unknown", "mark_without_value", "beyond_form"})


def remarks(filled: Filled, country: Pack | None = None) -> tuple[Remark, ...]:
    """Return every remark on a filled workbook: cells that cannot be used first, then what is missing, then what is at odds."""
    country = country or pack()
    words, case = case_words(country), filled.case
    told = frozenset(place for one in filled.unreadable for place in one.places)
    broken = frozenset(place.sheet for one in filled.unreadable if one.code not in HARMLESS for place in one.places)
    debts = tuple(Debt(case, number, line, broken, country) for number, line in sorted(case.debts.items()))
    lacks = Lacks(words, form(country), country, told).of(case, debts)
    return (*filled.unreadable, *lacks, *contradictions(words, case, debts))
