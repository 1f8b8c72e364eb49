"""The figures of the law that the calculator holds a loan against, each with its days, citation and confidence."""

from __future__ import annotations

from datetime import date
from typing import Any

from prakas.errors import RulebookError
from prakas.rulebook import DatedValue, Rulebook, citation_text, in_force

CEILING, TOLERANCE, DEMAND, BOUND = (
    "price.annual_rate_ceiling",
    "price.comparison_tolerance",
    "demand.all_in_ceiling",
    "price.ceiling_lenders",
)


def law_of(book: Rulebook, day: date) -> dict[str, Any]:
    """Return what the page needs of the law, ready for JSON: all ceilings, and of the rest what is in force on a day.

    Raises RulebookError where a ceiling depends on the kind of lender, or no tolerance is in force.
    """
    if any(value.lenders for value in book[CEILING].values):
        raise RulebookError(
            f"{CEILING} has values for some lenders alone, and the calculator asks nobody what kind of lender is licensed. "
            "Give it one ceiling for all."
        )
    tolerance, asked, bound = (in_force(book[name], day) for name in (TOLERANCE, DEMAND, BOUND))
    if tolerance is None:
        raise RulebookError(f"{TOLERANCE} has no value on {day.isoformat()}, so nothing can be compared. Choose a later --date.")
    return {
        "ceilings": [{**number(value), **source(book, value)} for value in book[CEILING].values],
        "tolerance": {**number(tolerance), **source(book, tolerance)},
        "demand": None if asked is None else source(book, asked),
        # Where the rulebook names nobody, every lender but banks is held to the ceiling, as in the audit.
        "bound": None if bound is None else source(book, bound),
        "binds_banks": bound is not None and "bank" in bound.value,
    }


def number(value: DatedValue) -> dict[str, Any]:
    """Return a figure as a number to count with and as it is written."""
    return {"value": float(value.number), "text": format(value.number, "f")}


def source(book: Rulebook, value: DatedValue) -> dict[str, Any]:
    """Return where a value stands, since when, and how sure it is."""
    return {
        "from": value.since.isoformat(),
        "to": None if value.until is None else value.until.isoformat(),
        "citation": {language: citation_text(value.citation, language) for language in book.languages},
        "confidence": value.confidence,
    }
