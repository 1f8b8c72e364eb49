"""Values that a deployer who holds the text confirms or replaces (`--law DIR`): read as strictly as our own, and written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any

from prakas.rulebook.fields import Place, day, known_keys, text
from prakas.rulebook.instrument_file import instrument
from prakas.rulebook.parameter_file import Known, dated_value, in_order, value_place
from prakas.rulebook.records import DatedValue, Instrument, Parameter
from prakas.rulebook.yaml_file import display_name, read_yaml, yaml_files

FILE_OPTIONAL = ("label", "unit", "comparison", "known_as", "doubts", "confirmed_on")


@dataclass(frozen=True)
class Confirmation:
    """One value that `--law DIR` gave, for audit.json: what, by whom, on which day, from which file."""

    id: str
    value: DatedValue
    replaces: tuple[date, ...]  # first days of the values it took the place of
    sha256: str  # of the file as it lay in DIR

    def record(self) -> dict[str, Any]:
        """The confirmation as it stands in audit.json."""
        value, citation = self.value, self.value.citation
        return {
            "id": self.id,
            "from": value.since.isoformat(),
            "to": value.until.isoformat() if value.until else None,
            "value": value.value.isoformat() if isinstance(value.value, date) else value.value,
            "for": list(value.lenders),
            "citation": {"instrument": citation.instrument, "article": citation.article},
            "by": value.confirmed_by,
            "on": str(value.confirmed_on),
            "replaces": [first.isoformat() for first in self.replaces],
            "sha256": self.sha256,
        }


def added_instruments(folder: Path, known: Known) -> dict[str, Instrument]:
    """The instruments that DIR/instruments adds. Raises RulebookError where one is in the rulebook already."""
    inside = folder / "instruments"
    found: dict[str, Instrument] = {}
    for file in yaml_files(inside) if inside.is_dir() else []:
        name = display_name(file, folder)
        if file.stem in known.instruments:
            Place(name, "the file", {}).refuse(
                f'the instrument "{file.stem}" is in the rulebook already', "Cite it as it is, or give yours another name"
            )
        found[file.stem] = instrument(file.stem, name, read_yaml(file, name), known.languages, known.sources)
    return found


def overridden(
    folder: Path, parameters: Mapping[str, Parameter], known: Known
) -> tuple[dict[str, Parameter], tuple[Confirmation, ...]]:
    """Return the parameters with the values of a deployer's folder in place, and what was changed. Raises RulebookError."""
    result = dict(parameters)
    confirmations: list[Confirmation] = []
    files = [file for file in yaml_files(folder) if file.relative_to(folder).parts[0] != "instruments"]
    if not files:
        Place(folder.name, "the folder", {}).refuse(
            "the folder holds no YAML file with a value", "Put one file a figure in it; see docs/how-to/confirm-a-value.md"
        )
    for file in files:
        name = display_name(file, folder)
        identifier = ".".join(file.relative_to(folder).with_suffix("").parts)
        if identifier not in parameters:
            near = get_close_matches(identifier, parameters, n=1)
            mend = (
                f'Name the file "{near[0].replace(".", "/")}.yaml" if that is meant'
                if near
                else "Name it by its path, as in price/x.yaml"
            )
            Place(name, "the file", {}).refuse(f'the rulebook has no "{identifier}"', mend)
        place = Place(name, "the file", read_yaml(file, name))
        result[identifier], given = confirmed_parameter(place, parameters[identifier], known)
        digest = sha256(file.read_bytes()).hexdigest()
        confirmations += [Confirmation(identifier, value, replaced, digest) for value, replaced in given]
    return result, tuple(confirmations)


def confirmed_parameter(
    place: Place, parameter: Parameter, known: Known
) -> tuple[Parameter, list[tuple[DatedValue, tuple[date, ...]]]]:
    """Return a parameter with the confirmed values of a file in place, and each of them with the first days it replaced."""
    known_keys(place, ("values",), FILE_OPTIONAL)
    unit = place.keys.get("unit", parameter.unit)
    if unit != parameter.unit:
        place.refuse(
            f'the unit is "{unit}", and that of {parameter.id} is "{parameter.unit}"',
            "Leave the unit out, or give the value in that unit",
        )
    rows = place.keys["values"]
    if not isinstance(rows, list) or not rows:
        place.refuse("there are no values", 'Write each value as "- from: …" under "values:"')
    values = list(parameter.values)
    given: list[tuple[DatedValue, tuple[date, ...]]] = []
    for row in rows:
        value, replaced = confirmed_value(value_place(place.file, row), parameter, known)
        values = [old for old in values if not takes_place_of(value, replaced, old)]
        given.append((value, replaced))
    merged = tuple(sorted([*values, *(value for value, _ in given)], key=lambda value: (value.since, value.lenders)))
    in_order(place, merged)
    return replace(parameter, values=merged), given


def takes_place_of(value: DatedValue, replaced: tuple[date, ...], old: DatedValue) -> bool:
    """Whether an old value goes: it begins on a day that is replaced, for the same lenders."""
    return old.since in replaced and old.lenders == value.lenders


def confirmed_value(place: Place, parameter: Parameter, known: Known) -> tuple[DatedValue, tuple[date, ...]]:
    """Return a confirmed value and the first days of the values it takes the place of. Raises RulebookError."""
    for key in ("confirmed_by", "confirmed_on"):
        if key not in place.keys:
            place.refuse(f'{place.part} has no "{key}"', "Say who read the text and on which day: confirmed_by and confirmed_on")
    if place.keys.get("confidence", "confirmed") != "confirmed":
        place.refuse(
            f'{place.part} has a confidence other than "confirmed"', "Leave the key out: what a deployer gives is confirmed"
        )
    # Read as one of ours, then marked: a confirmed value must be as complete as any other.
    keys = {"standing": "law", **place.keys, "confidence": "primary"}
    ours = {key: keys[key] for key in keys if key not in ("confirmed_by", "confirmed_on", "replaces_from")}
    read = dated_value(Place(place.file, place.part, ours), parameter.unit, known)
    replaced = replaced_days(place, parameter, read)
    marked = replace(
        read,
        confidence="confirmed",
        standing=read.standing if "standing" in place.keys else inherited_standing(place, parameter, replaced),
        part_confidence={},
        confirmed_by=text(place, "confirmed_by"),
        confirmed_on=day(place, "confirmed_on"),
    )
    return marked, replaced


def inherited_standing(place: Place, parameter: Parameter, replaced: tuple[date, ...]) -> str:
    """The standing of the value that is replaced, else that of the parameter's latest value."""
    standings = [old.standing for old in parameter.values if old.since in replaced] or [old.standing for old in parameter.values]
    if not standings:
        place.refuse(f'{place.part} has no "standing"', "Say what kind of rule it is; docs/reference/law.md lists the words")
    return standings[-1]


def replaced_days(place: Place, parameter: Parameter, value: DatedValue) -> tuple[date, ...]:
    """First days of the values that one takes the place of: those under `replaces_from`, else its own first day if one begins there."""
    starts = [old.since for old in parameter.values if old.lenders == value.lenders]
    if "replaces_from" not in place.keys:
        return (value.since,) if value.since in starts else ()
    raw = place.keys["replaces_from"]
    days = raw if isinstance(raw, list) else [raw]
    for first in days:
        if first not in starts:
            begin = ", ".join(start.isoformat() for start in starts)
            place.refuse(
                f'{place.part} replaces a value from "{first}", and {parameter.id} has none for the same lenders that begins then',
                f"Its values begin on {begin}" if begin else "It has no value for these lenders: take replaces_from out",
            )
    return tuple(days)
