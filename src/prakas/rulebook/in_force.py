"""Which value was in force on a day, how sure it is, and how it is cited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from prakas.errors import RulebookError
from prakas.rulebook.records import CONFIDENCES, PROPOSED, Citation, DatedValue, Parameter

ARTICLE = {"km": "មាត្រា"}  # the word for an article, in languages other than English


def values_on(parameter: Parameter, day: date) -> tuple[DatedValue, ...]:
    """The values in force on a day: one at most for each kind of lender."""
    return tuple(value for value in parameter.values if value.since <= day and (value.until is None or day <= value.until))


def in_force(parameter: Parameter, day: date, lender_kind: str | None = None) -> DatedValue | None:
    """Return the value in force on a day, or None. Raises RulebookError where it depends on the kind of lender and none is given.

    Both the first and the last day of a value count. Nothing is in force before the first day or between two values.
    """
    now = values_on(parameter, day)
    if lender_kind is None and any(value.lenders for value in now):
        message = f"{parameter.id}: on {day} the value depends on the kind of lender. Say which kind is meant."
        raise RulebookError(message)
    return next((value for value in now if not value.lenders or lender_kind in value.lenders), None)


def weakest(confidences: Iterable[str]) -> str | None:
    """Return the weakest of some confidences; None where there is none.

    >>> weakest(["seed", "press", "primary"])
    'press'
    """
    return max(confidences, key=(*CONFIDENCES, PROPOSED).index, default=None)


def citation_text(citation: Citation, language: str) -> str:
    """Return a citation as people read it.

    >>> citation_text(Citation("B7-02-49", "8"), "en")
    'B7-02-49, art. 8'
    >>> citation_text(Citation("B7-02-49", "8"), "km")
    'B7-02-49 មាត្រា 8'
    """
    name = citation.short.get(language, citation.instrument)
    if citation.article is None:
        return name
    if language in ARTICLE:
        return f"{name} {ARTICLE[language]} {citation.article}"
    several = "," in citation.article or " and " in citation.article
    return f"{name}, {'arts.' if several else 'art.'} {citation.article}"
