"""Reads a plan of relief from its file, as strictly as the rulebook: every slip is refused with the file, the key and the mend."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from prakas.errors import FilingError
from prakas.jurisdictions import Pack
from prakas.relief.plan import LONGEST, RUNS, SUSPENDED, TIERS, Plan, Tier
from prakas.relief.resting import resting
from prakas.rulebook import Place, Rulebook, known_keys, one_of, read_yaml, said_words
from prakas.tape import communes

REQUIRED = ("title", "months", "suspend", "interest", "who")
OPTIONAL = ("from", "grading", "budget", "cap", "texts", "note")
ON_TEXTS = ("from", "months", "suspend", "interest", "grading", "who", "budget", "cap")
SHAPE = 'A plan is a list of lines "key: value"; see docs/how-to/relief.md.'
WHOLE = re.compile(r"[0-9]{1,13}", re.ASCII)
COMMUNE = re.compile(r"[0-9]{6}", re.ASCII)


def shipped(country: Pack) -> dict[str, Path]:
    """Return the plans that a country's pack brings along, by name."""
    return {file.stem: file for file in sorted((country.folder / "plans").glob("*.yaml"))}


def read_plan(name: str, country: Pack, law: Rulebook, day: date) -> Plan:
    """Return the plan in a file, or the one shipped under a name, for the books of a day.

    Raises PrakasError with one sentence: file, key and mend.
    """
    ours = shipped(country)
    file = ours.get(name) or Path(name)
    if not file.is_file():
        message = f"There is no plan '{file.name}'. Name a file, or one of the plans that come along: {', '.join(ours)}."
        raise FilingError(message)
    keys = read_yaml(file, file.name, SHAPE, is_keyed=True)
    place = Place(file.name, "the plan", keys)
    known_keys(place, REQUIRED, OPTIONAL)
    plan = Plan(
        name=file.stem,
        file=file.name,
        sha256=sha256(file.read_bytes()).hexdigest(),
        title=said_words(place, "title", country.languages),
        months=_months(place),
        suspend=one_of(place, "suspend", SUSPENDED),
        interest=one_of(place, "interest", RUNS),
        grading=one_of(place, "grading", RUNS, "running"),
        who=_tiers(place, country, file.parent),
        start=_start(place, day),
        budget=_budget(place),
        cap=_cap(place),
        note=said_words(place, "note", country.languages) if "note" in keys else {},
    )
    _costs_something(place, plan)
    return resting(place, plan, _texts(place), law)


def _months(place: Place) -> int:
    months = place.keys["months"]
    if type(months) is not int or months > LONGEST:
        place.refuse(
            f'in the plan, months "{months}" is not a whole number from 0 to {LONGEST}', "Write it in plain digits, as months: 3"
        )
    return months


def _start(place: Place, day: date) -> date:
    since = place.keys.get("from", day)
    if type(since) is not date:
        place.refuse(f'in the plan, from "{since}" is not a date', "Write it as 2020-07-16, without quotes and without a time")
    if since < day:
        place.refuse(
            f"in the plan, from {since} lies before the day of the books, {day}",
            "Take the books of that day or an earlier one with --date, or take the line out: the plan then starts on that day",
        )
    return since


def _whole(place: Place, key: str, most: str) -> int | None:
    if key not in place.keys:
        return None
    value = place.keys[key]
    if isinstance(value, bool) or not WHOLE.fullmatch(str(value)):
        place.refuse(f'in the plan, {key} "{value}" is not a whole number', f"Write {most}, or take the line out")
    return int(value)


def _budget(place: Place) -> int | None:
    riel = _whole(place, "budget", "whole riel in plain digits, as budget: 2000000000")
    return None if riel is None else riel * 100


def _cap(place: Place) -> int | None:
    return _whole(place, "cap", "how many loans may be granted in plain digits, as cap: 5000")


def _costs_something(place: Place, plan: Plan) -> None:
    if plan.budget is not None and plan.is_running:
        place.refuse(
            'in the plan, "budget" has nothing to count: where interest runs on, no interest is forgone',
            "Give a cap on loans instead, or write interest: frozen",
        )


def _tiers(place: Place, country: Pack, folder: Path) -> tuple[Tier, ...]:
    raw = place.keys["who"]
    if not isinstance(raw, list) or not raw:
        place.refuse('in the plan, "who" is not a list of tiers', "Write who comes first as the first line: - idpoor1")
    tiers = tuple(_tier(place, item, country, folder) for item in raw)
    for n, tier in enumerate(tiers):
        if tier in tiers[:n]:
            place.refuse(f'in the plan, who names the tier "{tier.kind}" twice', "Take one of the two out")
        if tier.kind == "everyone" and n + 1 < len(tiers):
            place.refuse('in the plan, who has a tier after "everyone", which nobody can reach', "Put everyone last")
    return tiers


def _tier(place: Place, item: Any, country: Pack, folder: Path) -> Tier:
    kind, codes = next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else (item, None)
    if not isinstance(kind, str) or kind not in TIERS:
        place.refuse(f'in the plan, who "{_short(kind)}" is not known', f"Write one of {', '.join(TIERS)}")
    readers: Mapping[str, Callable[[], Tier]] = {
        "livelihood": lambda: Tier(kind, _listed(place, kind, codes, country.codes["livelihood"])),
        "province": lambda: Tier(kind, _listed(place, kind, codes, tuple(sorted({c[:2] for c in communes(country)})))),
        "communes": lambda: _communes(place, codes, country, folder),
    }
    if kind in readers:
        return readers[kind]()
    if codes is not None:
        place.refuse(f'in the plan, who "{kind}" takes no list', f"Write it alone: - {kind}")
    return Tier(kind)


def _short(value: Any) -> str:
    return str(value)[:40]


def _listed(place: Place, kind: str, codes: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a tier. Refuses what is no list of different texts, and a code that nobody has."""
    example = f'Write it as - {kind}: ["{known[0] if known else "170104"}"]'
    if not isinstance(codes, list) or not codes or not all(isinstance(c, str) for c in codes) or len(set(codes)) < len(codes):
        place.refuse(f'in the plan, who "{kind}" is not a list of different codes in quotes', example)
    for code in codes:
        if known and code not in known:
            place.refuse(f'in the plan, who "{kind}" has the code "{_short(code)}", which is not known', example)
    return tuple(sorted(codes))


def _communes(place: Place, codes: Any, country: Pack, folder: Path) -> Tier:
    """Return the tier of impoverished communes: a list of codes, or a CSV file with a column `commune` beside the plan."""
    known = communes(country)
    if not isinstance(codes, str):
        return Tier("communes", _listed(place, "communes", codes, known))
    file = folder / codes
    mend = 'Give a CSV file in UTF-8 beside the plan, with a column "commune" of six-digit codes'
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        place.refuse(f'in the plan, the file "{file.name}" of who "communes" cannot be read', mend)
    rows = list(csv.DictReader(text.splitlines()))
    if not rows or "commune" not in rows[0]:
        place.refuse(f'in the plan, the file "{file.name}" of who "communes" has no column "commune", or no row', mend)
    found = {(row["commune"] or "").strip() for row in rows}
    for line, row in enumerate(rows, 2):
        code = (row["commune"] or "").strip()
        if not COMMUNE.fullmatch(code) or (known and code not in known):
            place.refuse(f'in line {line} of "{file.name}", commune "{_short(code)}" is not known', mend)
    return Tier("communes", tuple(sorted(found)), file.name, sha256(file.read_bytes()).hexdigest())


def _texts(place: Place) -> dict[str, tuple[str, ...]]:
    """Return, for each key that rests on texts, the ids of their parameters in the rulebook."""
    raw = place.keys.get("texts", {})
    example = "Write it as texts: {months: demand.moratorium_months}"
    if not isinstance(raw, dict):
        place.refuse('in the plan, "texts" is not a list of keys with parameters', example)
    found: dict[str, tuple[str, ...]] = {}
    for key, value in raw.items():
        if key not in ON_TEXTS or key not in place.keys:
            place.refuse(f'in the plan, texts names the key "{_short(key)}", which the plan does not have', example)
        names = value if isinstance(value, list) else [value]
        if not names or not all(isinstance(name, str) for name in names):
            place.refuse(f'in the plan, texts of "{key}" are not ids of the rulebook', example)
        found[key] = tuple(names)
    return found
