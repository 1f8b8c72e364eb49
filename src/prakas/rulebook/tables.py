"""The law as rows for people and programs: what is in force on a day, and the history of one figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from prakas.rulebook.book import Rulebook
from prakas.rulebook.in_force import citation_text, values_on
from prakas.rulebook.records import DatedValue, Parameter

SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
UNIT_WORDS = {"percent": "%", "percent_a_year": "% a year", "percent_a_month": "% a month"}
TERMS = {"any": "", "short": "term up to one year: ", "long": "longer term: "}


def law_table(rulebook: Rulebook, day: date) -> list[dict[str, Any]]:
    """Return one row a parameter and kind of lender, by id: what was in force on a day, ready for JSON.

    A parameter without a value on that day has one row with `in_force` false and nulls.
    """
    rows: list[dict[str, Any]] = []
    for identifier in sorted(rulebook.parameters):
        parameter = rulebook.parameters[identifier]
        head = parameter_row(parameter)
        now = values_on(parameter, day)
        rows += [{**head, "in_force": True, **value_row(rulebook, parameter, value)} for value in now]
        if not now:
            rows.append({**head, "in_force": False, **dict.fromkeys(VALUE_KEYS)})
    return rows


def law_history(rulebook: Rulebook, identifier: str) -> dict[str, Any]:
    """Return one parameter with all its values, oldest first, and the instruments they cite, ready for JSON. Raises RulebookError."""
    parameter = rulebook[identifier]
    cited = sorted({value.citation.instrument for value in parameter.values})
    tags = {tag for value in parameter.values for tag in value.sources} | {
        tag for name in cited for tag in rulebook.instruments[name].sources
    }
    return {
        **parameter_row(parameter),
        "known_as": list(parameter.known_as),
        "confirmed_on": parameter.confirmed_on.isoformat(),
        "values": [value_row(rulebook, parameter, value) for value in parameter.values],
        "instruments": [instrument_row(rulebook, name) for name in cited],
        "sources": [source_row(rulebook, tag) for tag in rulebook.sources if tag in tags],
    }


def parameter_row(parameter: Parameter) -> dict[str, Any]:
    """What is the same for all values of a parameter."""
    return {
        "id": parameter.id,
        "label": dict(parameter.label),
        "unit": parameter.unit,
        "comparison": parameter.comparison,
        "doubts": parameter.doubts,
    }


VALUE_KEYS = (
    "value",
    "value_text",
    "for",
    "from",
    "to",
    "first_day_known",
    "last_day_known",
    "citation",
    "citation_text",
    "confidence",
    "confidence_of",
    "standing",
    "sources",
    "note",
    "confirmed_by",
    "confirmed_on",
)


def value_row(rulebook: Rulebook, parameter: Parameter, value: DatedValue) -> dict[str, Any]:
    """One dated value, with the keys of VALUE_KEYS."""
    return {
        "value": value.value.isoformat() if isinstance(value.value, date) else value.value,
        "value_text": value_text(parameter, value),
        "for": list(value.lenders),
        "from": value.since.isoformat(),
        "to": value.until.isoformat() if value.until else None,
        "first_day_known": value.first_day_known,
        "last_day_known": value.last_day_known,
        "citation": {"instrument": value.citation.instrument, "article": value.citation.article},
        "citation_text": {language: citation_text(value.citation, language) for language in rulebook.languages},
        "confidence": value.confidence,
        "confidence_of": dict(value.part_confidence),
        "standing": value.standing,
        "sources": list(value.sources),
        "note": value.note,
        "confirmed_by": value.confirmed_by or None,
        "confirmed_on": value.confirmed_on.isoformat() if value.confirmed_on else None,
    }


def instrument_row(rulebook: Rulebook, name: str) -> dict[str, Any]:
    """One instrument."""
    found = rulebook.instruments[name]
    return {
        "id": found.id,
        "title": dict(found.title),
        "kind": found.kind,
        "issuer": dict(found.issuer),
        "signed_on": found.signed_on.isoformat() if found.signed_on else None,
        "signed_known": found.signed_known,
        "seen": found.seen,
        "sources": list(found.sources),
        "note": found.note,
    }


def source_row(rulebook: Rulebook, tag: str) -> dict[str, Any]:
    """One source; `sha256` null where no copy is stored."""
    found = rulebook.sources[tag]
    return {"tag": tag, "title": found.title, "addresses": list(found.addresses), "sha256": found.sha256 or None}


def value_text(parameter: Parameter, value: DatedValue) -> str:
    """A value on one line, as people read it: numbers with separators and their unit, codes and bands spelt out."""
    raw = value.value
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, list):
        return ", ".join(raw)
    if isinstance(raw, dict) and parameter.unit == "grid":
        return "; ".join(f"{TERMS[term]}{bands_text(rows)}" for term, rows in raw.items())
    if isinstance(raw, dict):
        return ", ".join(f"{grade} {rate} %" for grade, rate in raw.items())
    if not raw[:1].isdigit():
        return str(raw).replace("_", " ")
    sign = f"{SIGNS[parameter.comparison]} " if parameter.comparison else ""
    return f"{sign}{value.number:,} {UNIT_WORDS.get(parameter.unit, parameter.unit.replace('_', ' '))}"


def bands_text(rows: list[dict[str, Any]]) -> str:
    """Bands on one line: "substandard > 30, doubtful > 60, loss > 90 days"."""
    return ", ".join(f"{row['grade']} {SIGNS[row['comparison']]} {row['days']}" for row in rows) + " days"


def period_text(value: DatedValue) -> str:
    """From when to when, and how far that is known: "2002-06-07 to 2009-01-01", "from 2017-04-01"."""
    first = value.since.isoformat()
    vague = f" (only the {value.first_day_known} of the first day is known)" if value.first_day_known != "day" else ""
    if value.until is not None:
        end = f" (only the {value.last_day_known} of the last day is known)" if value.last_day_known != "day" else ""
        return f"{first} to {value.until.isoformat()}{vague}{end}"
    return f"from {first}{vague}" + (" (when it ended was not found)" if value.last_day_known == "none" else "")


def law_lines(rulebook: Rulebook, day: date, language: str = "en") -> list[str]:
    """Return the law on a day as lines of plain text: id, label in a language, value, citation, confidence; what has no value last."""
    lines, without = [], []
    for row in law_table(rulebook, day):
        if not row["in_force"]:
            without.append(f"{row['id']}: {row['label'][language]}")
            continue
        lenders = f" [{', '.join(row['for'])}]" if row["for"] else ""
        lines.append(
            f"{row['id']}{lenders}: {row['label'][language]}: {row['value_text']} "
            f"({row['citation_text'][language]}; {row['standing']}; {row['confidence']})"
        )
    return [*lines, *([f"Nothing in force on {day.isoformat()}:", *without] if without else [])]


def history_lines(rulebook: Rulebook, identifier: str, language: str = "en") -> list[str]:
    """Return the history of a parameter as lines of plain text. Raises RulebookError."""
    parameter = rulebook[identifier]
    lines = [f"{identifier}: {parameter.label[language]}"]
    for value in parameter.values:
        lenders = f" [{', '.join(value.lenders)}]" if value.lenders else ""
        lines.append(f"  {period_text(value)}{lenders}: {value_text(parameter, value)}")
        lines.append(
            f"    {citation_text(value.citation, language)}; {value.standing}; {value.confidence}; {', '.join(value.sources)}".rstrip(
                "; "
            )
        )
        if value.note:
            lines.append(f"    {value.note}")
        if value.confirmed_by:
            lines.append(f"    confirmed on {value.confirmed_on} by {value.confirmed_by}")
    if parameter.doubts:
        lines.append(f"  Doubts: {parameter.doubts}")
    return [*lines, f"  Sources last looked at on {parameter.confirmed_on.isoformat()}"]
