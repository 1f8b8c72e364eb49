"""The law as dated data: what a figure was on a day, who says so, and how sure that is."""

from __future__ import annotations

from prakas.rulebook.book import Rulebook, load, rulebook
from prakas.rulebook.fields import Place, known_keys, one_of
from prakas.rulebook.fields import words as said_words
from prakas.rulebook.in_force import citation_text, in_force, values_on, weakest
from prakas.rulebook.overrides import Confirmation
from prakas.rulebook.page import law_page
from prakas.rulebook.records import (
    CONFIDENCES,
    GRADES,
    PROPOSED,
    STANDINGS,
    Band,
    Citation,
    DatedValue,
    Instrument,
    Parameter,
    Source,
)
from prakas.rulebook.reform import Reform, read_reform
from prakas.rulebook.tables import history_lines, law_history, law_lines, law_table, value_text
from prakas.rulebook.yaml_file import read_yaml

__all__ = [
    "CONFIDENCES",
    "GRADES",
    "PROPOSED",
    "STANDINGS",
    "Band",
    "Citation",
    "Confirmation",
    "DatedValue",
    "Instrument",
    "Parameter",
    "Place",
    "Reform",
    "Rulebook",
    "Source",
    "citation_text",
    "history_lines",
    "in_force",
    "known_keys",
    "law_history",
    "law_lines",
    "law_page",
    "law_table",
    "load",
    "one_of",
    "read_reform",
    "read_yaml",
    "rulebook",
    "said_words",
    "value_text",
    "values_on",
    "weakest",
]
