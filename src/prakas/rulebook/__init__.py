"""The law as dated data: what a figure was on a day, who says so, and how sure that is."""

from __future__ import annotations

from prakas.rulebook.book import Rulebook, load, rulebook
from prakas.rulebook.in_force import citation_text, in_force, values_on, weakest
from prakas.rulebook.overrides import Confirmation
from prakas.rulebook.page import law_page
from prakas.rulebook.records import (
    CONFIDENCES,
    GRADES,
    STANDINGS,
    Band,
    Citation,
    DatedValue,
    Instrument,
    Parameter,
    Source,
)
from prakas.rulebook.tables import history_lines, law_history, law_lines, law_table, value_text

__all__ = [
    "CONFIDENCES",
    "GRADES",
    "STANDINGS",
    "Band",
    "Citation",
    "Confirmation",
    "DatedValue",
    "Instrument",
    "Parameter",
    "Rulebook",
    "Source",
    "citation_text",
    "history_lines",
    "in_force",
    "law_history",
    "law_lines",
    "law_page",
    "law_table",
    "load",
    "rulebook",
    "value_text",
    "values_on",
    "weakest",
]
