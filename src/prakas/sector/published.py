"""Reads published figures strictly: each with perimeter, date and source, and never two perimeters in one series."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from prakas.rulebook import CONFIDENCES, Place, Source, known_keys, one_of, read_yaml, said_words

KINDS = ("regulator", "industry", "unstated", "civil_society")
STANDS_ALONE = ("unstated", "civil_society")  # nobody says that two sources counted the same
UNITS = {
    "count": (Decimal(1), "count"),
    "count_m": (Decimal(1_000_000), "count"),
    "usd": (Decimal(1), "usd"),
    "usd_m": (Decimal(1_000_000), "usd"),
    "usd_bn": (Decimal(1_000_000_000), "usd"),
    "khr_tn": (Decimal(1_000_000_000_000), "khr"),
    "percent": (Decimal(1), "percent"),
}
MEASURES = {
    "borrowers": ("count",),
    "accounts": ("count",),
    "loans": ("usd", "khr"),
    "average_loan": ("usd",),
    "par30": ("percent",),
    "par": ("percent",),
    "npl": ("percent",),
    "arrears": ("percent",),
    "arrears_amount": ("usd",),
    "restructured": ("percent",),
    "written_off": ("percent",),
    "depositors": ("count",),
    "deposits": ("usd",),
    "assets": ("khr",),
    "titles": ("count",),
}
HOW = ("exact", "about", "over", "nearly")
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,3})?", re.ASCII)
WHEN = re.compile(r"(?P<year>(19|20)[0-9]{2})(-(H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?", re.ASCII)


@dataclass(frozen=True)
class Perimeter:
    """Whose loans a figure counts."""

    id: str
    kind: str
    name: Mapping[str, str]
    note: Mapping[str, str]


@dataclass(frozen=True)
class Figure:
    """One figure as printed. `when`: a year, half, quarter or month; `ends_on`: its last day; `amount`: the value in whole units."""

    perimeter: str
    measure: str
    when: str
    ends_on: date
    value: Decimal
    unit: str
    how: str
    sources: tuple[str, ...]
    confidence: str
    note: Mapping[str, str]

    @property
    def amount(self) -> Decimal:
        """The value in people, dollars, riel or percent."""
        return self.value * UNITS[self.unit][0]


@dataclass(frozen=True)
class Absent:
    """What was asked for and is published nowhere."""

    measure: str
    looked_on: date
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """Figures of one perimeter and one measure in order of time. Raises ValueError where two perimeters or measures are mixed."""

    perimeter: str
    measure: str
    money: str
    figures: tuple[Figure, ...]

    def __post_init__(self) -> None:
        """Refuse a mixture, whoever made it."""
        if any((f.perimeter, f.measure, UNITS[f.unit][1]) != (self.perimeter, self.measure, self.money) for f in self.figures):
            message = "A series holds figures of one perimeter, one measure and one unit."
            raise ValueError(message)


@dataclass(frozen=True)
class Published:
    """All published figures of a country."""

    perimeters: Mapping[str, Perimeter]
    figures: tuple[Figure, ...]
    absent: tuple[Absent, ...]
    not_found: tuple[str, ...]
    sources: Mapping[str, Source]


def last_day(when: str) -> date | None:
    """Return the last day of 2001, 2016-H1, 2022-Q3 or 2017-03; none where it is none of these."""
    found = WHEN.fullmatch(when)
    if found is None:
        return None
    month = int(found["month"] or 0) or int(found["quarter"] or 0) * 3 or int(found["half"] or 0) * 6 or 12
    year = int(found["year"])
    return date(year, month, monthrange(year, month)[1])


def series_of(published: Published, figures: Iterable[Figure]) -> list[Series]:
    """Return figures as series: one perimeter, one measure, one unit; where a perimeter is not stated, one source too."""
    groups: dict[tuple[str, ...], list[Figure]] = {}
    for one in figures:
        alone = one.sources if published.perimeters[one.perimeter].kind in STANDS_ALONE else ()
        groups.setdefault((one.perimeter, one.measure, UNITS[one.unit][1], *alone), []).append(one)
    return [
        Series(key[0], key[1], key[2], tuple(sorted(found, key=lambda one: (one.ends_on, one.when))))
        for key, found in groups.items()
    ]


def read_published(file: Path, sources: Mapping[str, Source], languages: tuple[str, ...]) -> Published:
    """Return the published figures in a file. Raises RulebookError naming the figure and the mend."""
    content = read_yaml(file, file.name)
    place = Place(file.name, "the file", content)
    known_keys(place, ("sources", "perimeters", "figures", "not_published", "not_found"), ())
    known = {**sources, **_sources(place, sources)}
    perimeters = {name: _perimeter(place, name, raw, languages) for name, raw in place.keys["perimeters"].items()}
    figures = [_figure(_row(place, "figure", n, raw), perimeters, known, languages) for n, raw in _rows(place, "figures")]
    seen: set[tuple[Any, ...]] = set()
    for one in figures:
        key = (one.perimeter, one.measure, one.when, UNITS[one.unit][1], one.sources)
        if key in seen:
            place.refuse(f"{one.measure} of {one.perimeter} for {one.when} stands there twice", "Take one of them out")
        seen.add(key)
    absent = [_absent(_row(place, "absent figure", n, raw), known) for n, raw in _rows(place, "not_published")]
    return Published(perimeters, tuple(figures), tuple(absent), tuple(place.keys["not_found"]), known)


def _rows(place: Place, key: str) -> list[tuple[int, Any]]:
    rows = place.keys[key]
    if not isinstance(rows, list):
        place.refuse(f'"{key}" is not a list', 'Write each as a line "- {…}" under it')
    return list(enumerate(rows, 1))


def _row(place: Place, name: str, number: int, raw: Any) -> Place:
    if not isinstance(raw, dict):
        place.refuse(f"{name} {number} has no keys", "Write it as - {key: value, …}")
    return Place(place.file, f"{name} {number}", raw)


def _sources(place: Place, ours: Collection[str]) -> dict[str, Source]:
    found = {}
    for tag, raw in place.keys["sources"].items():
        one = _row(place, f"source {tag}", 1, raw)
        known_keys(one, ("title", "addresses"), ())
        if tag in ours:
            one.refuse(f'the source "{tag}" stands in sources.yaml too', "Give it another tag")
        found[tag] = Source(tag, str(raw["title"]), tuple(raw["addresses"]))
    return found


def _perimeter(place: Place, name: str, raw: Any, languages: tuple[str, ...]) -> Perimeter:
    one = Place(place.file, f'the perimeter "{name}"', raw)
    known_keys(one, ("kind", "name", "note"), ())
    return Perimeter(name, one_of(one, "kind", KINDS), said_words(one, "name", languages), said_words(one, "note", languages))


def _tags(place: Place, known: Collection[str]) -> tuple[str, ...]:
    tags = place.keys["sources"]
    if not isinstance(tags, list) or not tags:
        place.refuse(f"{place.part} names no source", "Write sources: [S71], with a tag of the list of sources")
    for tag in tags:
        if tag not in known:
            place.refuse(f'in {place.part}, the source "{tag}" is not listed', "Add it to the sources, or correct the tag")
    return tuple(tags)


def _figure(place: Place, perimeters: Collection[str], known: Collection[str], languages: tuple[str, ...]) -> Figure:
    known_keys(place, ("perimeter", "measure", "when", "value", "unit", "sources", "confidence"), ("how", "note"))
    measure = one_of(place, "measure", tuple(MEASURES))
    unit = one_of(place, "unit", tuple(UNITS))
    if UNITS[unit][1] not in MEASURES[measure]:
        place.refuse(f"in {place.part}, {measure} cannot be in {unit}", f"Use a unit of {' or '.join(MEASURES[measure])}")
    value, when = place.keys["value"], place.keys["when"]
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        place.refuse(f"in {place.part}, the value is not a number in quotes", 'Write it as printed, such as value: "3.32"')
    ends_on = last_day(when) if isinstance(when, str) else None
    if ends_on is None:
        place.refuse(f"in {place.part}, when is no date in quotes", 'Write "2001", "2016-H1", "2022-Q3" or "2017-03"')
    return Figure(
        perimeter=one_of(place, "perimeter", tuple(perimeters)),
        measure=measure,
        when=when,
        ends_on=ends_on,
        value=Decimal(value),
        unit=unit,
        how=one_of(place, "how", HOW, "exact"),
        sources=_tags(place, known),
        confidence=one_of(place, "confidence", CONFIDENCES),
        note=said_words(place, "note", languages) if "note" in place.keys else {},
    )


def _absent(place: Place, known: Collection[str]) -> Absent:
    known_keys(place, ("measure", "looked_on", "sources"), ())
    looked = place.keys["looked_on"]
    if type(looked) is not date:
        place.refuse(f"in {place.part}, looked_on is not a date", "Write it as 2026-11-22, without quotes")
    return Absent(one_of(place, "measure", tuple(MEASURES)), looked, _tags(place, known))
