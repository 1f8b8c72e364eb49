"""Turns one file of the law into a Parameter, refusing whatever is unclear."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from prakas.errors import RulebookError
from prakas.rulebook.fields import Place, day, known_keys, one_of, text, texts, words
from prakas.rulebook.records import CONFIDENCES, GRADES, STANDINGS, Citation, DatedValue, Instrument, Parameter
from prakas.rulebook.shapes import COMPARISONS, UNITS, ShapeError, is_unit, shaped

PARAMETER_REQUIRED = ("label", "unit", "values", "confirmed_on")
PARAMETER_OPTIONAL = ("comparison", "known_as", "doubts")
VALUE_REQUIRED = ("from", "value", "citation", "confidence", "standing")
VALUE_OPTIONAL = ("to", "sources", "note", "for", "first_day_known", "last_day_known", "signs_differ", "confidence_of")

ALWAYS = ("day", "month", "quarter", "year")
OPEN = ("open", "none")


@dataclass(frozen=True)
class Known:
    """What a file may name: the country's languages and kinds of lender, and the instruments and sources that have been read."""

    languages: tuple[str, ...]
    lender_kinds: tuple[str, ...]
    instruments: Mapping[str, Instrument]
    sources: Collection[str]


def parameter(identifier: str, file: str, content: Mapping[str, Any], known: Known) -> Parameter:
    """Return the parameter that a file describes. Raises RulebookError."""
    place = Place(file, "the file", content)
    known_keys(place, PARAMETER_REQUIRED, PARAMETER_OPTIONAL)
    unit = content["unit"]
    if not is_unit(unit):
        place.refuse(f'the unit "{unit}" is not known', f"Write a currency code such as KHR, or one of {', '.join(UNITS)}")
    rows = content["values"]
    if not isinstance(rows, list):
        place.refuse(
            '"values" is not a list', 'Write each value as "- from: …" under "values:", or "values: []" where none was found'
        )
    values = tuple(dated_value(value_place(file, row), unit, known) for row in rows)
    doubts = text(place, "doubts", "")
    if not values and not doubts:
        place.refuse("there are no values, and no doubts that say why", 'Say under "doubts:" what was looked for and not found')
    in_order(place, values)
    return Parameter(
        id=identifier,
        label=words(place, "label", known.languages),
        unit=unit,
        comparison=one_of(place, "comparison", COMPARISONS) if "comparison" in content else None,
        values=values,
        doubts=doubts,
        confirmed_on=day(place, "confirmed_on"),
        known_as=texts(place, "known_as"),
    )


def value_place(file: str, row: Any) -> Place:
    """The place of a value in messages: by its first day."""
    if not isinstance(row, dict):
        Place(file, "the file", {}).refuse(
            "one of the values is not a list of keys", 'Begin each value with "- from: 2017-04-01"'
        )
    return Place(file, f"the value from {row['from']}" if "from" in row else "a value", row)


def dated_value(place: Place, unit: str, known: Known) -> DatedValue:
    """Return one dated value. Raises RulebookError."""
    known_keys(place, VALUE_REQUIRED, VALUE_OPTIONAL)
    if place.keys["confidence"] == "confirmed":
        place.refuse(
            f'{place.part} has the confidence "confirmed"',
            "Only a value that a deployer gives with --law is confirmed; write how it is known",
        )
    since, until, first_known, last_known = days(place)
    sources = texts(place, "sources")
    for tag in sources:
        if tag not in known.sources:
            place.refuse(
                f'{place.part} names the source "{tag}", which is not in sources.yaml', "Add it there, or correct the tag"
            )
    return DatedValue(
        since=since,
        until=until,
        value=value_of(place, unit),
        citation=citation(place, known),
        confidence=one_of(place, "confidence", CONFIDENCES),
        standing=one_of(place, "standing", STANDINGS),
        sources=sources,
        note=text(place, "note", ""),
        lenders=lenders(place, known.lender_kinds),
        first_day_known=first_known,
        last_day_known=last_known,
        part_confidence=part_confidence(place),
    )


def value_of(place: Place, unit: str) -> Any:
    """The value in the shape of its unit."""
    signs_differ = text(place, "signs_differ", "") != ""
    try:
        return shaped(unit, place.keys["value"], signs_differ=signs_differ)
    except ShapeError as error:
        message = f"{place.file}: in {place.part}, {error}."
        raise RulebookError(message) from error


def days(place: Place) -> tuple[date, date | None, str, str]:
    """First day, last day (None: open), and how exactly each is known."""
    since = day(place, "from")
    first_known = one_of(place, "first_day_known", ALWAYS, "day")
    if not begins(since, first_known):
        place.refuse(
            f"{place.part} begins within a {first_known}, though only the {first_known} of its first day is known",
            f"Let it begin on the first day after that {first_known}: a rule covers nothing before its first day",
        )
    if "to" not in place.keys:
        return since, None, first_known, one_of(place, "last_day_known", OPEN, "open")
    until = day(place, "to")
    if until < since:
        place.refuse(f"{place.part} ends on {until}, before it begins", "Put from and to in order; both days are included")
    last_known = one_of(place, "last_day_known", ALWAYS, "day")
    if not begins(until + timedelta(days=1), last_known):
        place.refuse(
            f"{place.part} ends within a {last_known}, though only the {last_known} of its last day is known",
            f"Let it end on the last day before that {last_known}",
        )
    return since, until, first_known, last_known


def begins(first: date, period: str) -> bool:
    """Whether a day is the first of a month, quarter or year; every day is the first of itself."""
    month_starts = {"day": range(1, 13), "month": range(1, 13), "quarter": (1, 4, 7, 10), "year": (1,)}
    return period == "day" or (first.day == 1 and first.month in month_starts[period])


def citation(place: Place, known: Known) -> Citation:
    """The citation of a value; the instrument must have a file."""
    raw = place.keys["citation"]
    if not isinstance(raw, dict):
        place.refuse(f"{place.part} has no readable citation", 'Write "citation: {instrument: …, article: …}"')
    inner = Place(place.file, f"the citation of {place.part}", raw)
    known_keys(inner, ("instrument", "article"), ())
    name = text(inner, "instrument")
    if name not in known.instruments:
        inner.refuse(
            f'{place.part} cites "{name}", and no instrument has that name',
            f'Add the file "instruments/{name}.yaml", or correct the name',
        )
    article = None if raw["article"] is None else article_text(inner)
    return Citation(name, article, known.instruments[name].short)


def article_text(place: Place) -> str:
    """The article as text; a bare number is as clear."""
    article = place.keys["article"]
    return str(article) if type(article) is int else text(place, "article")


def lenders(place: Place, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of lender that the value is for, in the country's order; empty where it is for all."""
    named = texts(place, "for")
    for kind in named:
        if kind not in kinds:
            place.refuse(f'{place.part} is for "{kind}", which is not a kind of lender', f"The kinds are {', '.join(kinds)}")
    return tuple(kind for kind in kinds if kind in named)


def part_confidence(place: Place) -> dict[str, str]:
    """Grade -> confidence, for the grades whose confidence is not that of the whole value."""
    raw = place.keys.get("confidence_of", {})
    if not isinstance(raw, dict):
        place.refuse(f'in {place.part}, "confidence_of" is not a table of grades', "Write it as {standard: restated}")
    inner = Place(place.file, f"confidence_of in {place.part}", raw)
    known_keys(inner, (), GRADES)
    return {name: one_of(inner, name, CONFIDENCES) for name in raw}


def in_order(place: Place, values: tuple[DatedValue, ...]) -> None:
    """Refuse values out of order, and two values in force on one day for one kind of lender."""
    for one, two in combinations(values, 2):
        if two.since < one.since:
            place.refuse(
                f"the value from {two.since} stands after the value from {one.since}",
                "Put the values in the order of their first days",
            )
        meet = not one.lenders or not two.lenders or set(one.lenders) & set(two.lenders)
        if meet and (one.until is None or one.until >= two.since):
            place.refuse(
                f"the values from {one.since} and from {two.since} overlap, and on any day one value at most may be in force",
                f'End the first with "to: {two.since - timedelta(days=1)}" or earlier, or take one out',
            )
