"""Reads what lenders did about six demands: done, refused or unknown, with evidence and day. A demand is never law."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prakas.errors import FilingError
from prakas.rulebook import Place, Rulebook, known_keys, one_of, read_yaml, said_words

STATES = ("done", "refused", "unknown")
COLUMNS = ("lender", "demand", "state", "on", "evidence")
SHAPE = 'It holds a list "answers:"; see docs/how-to/sector-sheet.md.'


@dataclass(frozen=True)
class Demand:
    """One of the letter's demands; `parameter` names the rulebook's figure in which it can be counted, or is empty."""

    id: str
    words: Mapping[str, str]
    short: Mapping[str, str]
    parameter: str


@dataclass(frozen=True)
class Answer:
    """What one lender did about one demand. `on` and `evidence` are empty only where the state is unknown."""

    lender: str
    demand: str
    state: str
    on: date | None
    evidence: str


def read_demands(file: Path, law: Rulebook) -> tuple[str, tuple[Demand, ...]]:
    """Return the letter's id in the rulebook, and its demands. Raises RulebookError."""
    place = Place(file.name, "the file", read_yaml(file, file.name))
    known_keys(place, ("instrument", "demands"), ())
    found = []
    for name, raw in place.keys["demands"].items():
        one = Place(file.name, f'the demand "{name}"', raw)
        known_keys(one, ("words", "short"), ("parameter",))
        parameter = str(raw.get("parameter", ""))
        if parameter and parameter not in law:
            one.refuse(f'{one.part} names a parameter "{parameter}" that the rulebook does not have', "Correct its id")
        found.append(Demand(name, said_words(one, "words", law.languages), said_words(one, "short", law.languages), parameter))
    return one_of(place, "instrument", tuple(law.instruments)), tuple(found)


def read_answers(file: Path, demands: Collection[str]) -> tuple[Answer, ...]:
    """Return the answers in a YAML or CSV file. Raises PrakasError with one sentence; it repeats no name from the file."""
    if not file.is_file():
        message = f'There is no file "{file.name}" with answers to the demands. Name a .yaml or .csv file; docs/how-to/sector-sheet.md shows one.'
        raise FilingError(message)
    rows = _of_csv(file) if file.suffix.lower() == ".csv" else _of_yaml(file)
    found: dict[tuple[str, str, date | None], Answer] = {}
    for number, raw in enumerate(rows, 1):
        place = Place(file.name, f"answer {number}", raw)
        one = _answer(place, demands)
        if (one.lender, one.demand, one.on) in found:
            place.refuse(f"{place.part} repeats the lender, demand and day of an earlier one", "Take one of them out")
        found[one.lender, one.demand, one.on] = one
    return tuple(found.values())


def _of_yaml(file: Path) -> list[Any]:
    place = Place(file.name, "the file", read_yaml(file, file.name, SHAPE))
    known_keys(place, ("answers",), ())
    rows = place.keys["answers"]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        place.refuse('"answers" is not a list of answers', "Write each as - {lender: …, demand: …, state: …}, or answers: []")
    return rows


def _of_csv(file: Path) -> list[Any]:
    place = Place(file.name, "the file", {})
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = list(csv.reader(opened, strict=True))
    except (UnicodeDecodeError, csv.Error):
        place.refuse("the file is not CSV in UTF-8", "Save it again as CSV, UTF-8")
    if not rows or tuple(rows[0]) != COLUMNS:
        place.refuse("the first line does not name the columns", f"Write {','.join(COLUMNS)}")
    if any(len(row) != len(COLUMNS) for row in rows[1:] if row):
        place.refuse(f"a line does not have {len(COLUMNS)} cells", "Put a text with commas in quotes")
    return [{name: cell for name, cell in zip(COLUMNS, row, strict=True) if cell.strip()} for row in rows[1:] if row]


def _answer(place: Place, demands: Collection[str]) -> Answer:
    known_keys(place, ("lender", "demand", "state"), ("on", "evidence"))
    for key, choices in (("demand", tuple(demands)), ("state", STATES)):
        if place.keys[key] not in choices:
            place.refuse(f"in {place.part}, the {key} is none that is known", f"Write one of {', '.join(choices)}")
    state = str(place.keys["state"])
    if state != "unknown":
        for key in ("evidence", "on"):
            if key not in place.keys:
                place.refuse(f"{place.part} says {state} without {key}", f"Add {key}, or write unknown")
    on = place.keys.get("on")
    return Answer(_words(place, "lender"), str(place.keys["demand"]), state, _day(place, on), _words(place, "evidence", ""))


def _words(place: Place, key: str, default: str | None = None) -> str:
    value = place.keys.get(key, default)
    if not isinstance(value, str) or (not value.strip() and default is None) or (key in place.keys and not value.strip()):
        place.refuse(f"in {place.part}, {key} is not text", f"Write {key} as words, in quotes if need be")
    return " ".join(value.split())


def _day(place: Place, value: Any) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return place.refuse(f"in {place.part}, on is not a date", "Write it as 2024-05-01")
