"""Where a borrower may complain: dated data of the pack, each contact with its source and our doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from prakas.errors import RulebookError
from prakas.jurisdictions import Pack

REQUIRED = {"id", "name", "since", "source", "address", "seen", "confidence", "doubts"}
OPTIONAL = {"phones", "web", "until"}
CONFIDENCES = ("primary", "restated", "press")  # said by itself, passed on by others, said by the press


@dataclass(frozen=True)
class Contact:
    """One place to complain; `since` and `until` are the days for which its source vouches."""

    id: str
    name: Mapping[str, str]
    phones: tuple[str, ...]
    web: str
    since: date
    until: date | None
    source: Mapping[str, str]
    address: str
    seen: date
    confidence: str
    doubts: str


def contacts(country: Pack) -> tuple[Contact, ...]:
    """Return every contact of a country's pack, in its order. Raises RulebookError where the file is not as it should be."""
    path = country.folder / "contacts.yaml"
    if not path.exists():
        return ()
    return tuple(_contact(number, raw, country) for number, raw in enumerate(yaml.safe_load(path.read_text("utf-8")), 1))


def contacts_on(country: Pack, day: date) -> tuple[Contact, ...]:
    """Return the contacts that are vouched for on a day."""
    return tuple(one for one in contacts(country) if one.since <= day and (one.until is None or day <= one.until))


def _contact(number: int, raw: Any, country: Pack) -> Contact:
    place = f"contacts.yaml, entry {number}"
    keys = set(raw) if isinstance(raw, dict) else set()
    if not keys >= REQUIRED or keys - REQUIRED - OPTIONAL or not keys & {"phones", "web"}:
        raise RulebookError(f"{place}: it needs {', '.join(sorted(REQUIRED))} and phones or web, and nothing else. Complete it.")
    if raw["confidence"] not in CONFIDENCES:
        raise RulebookError(f"{place}: a contact has no such confidence. Choose one of {', '.join(CONFIDENCES)}.")
    if any(set(raw[name]) != set(country.languages) for name in ("name", "source")):
        raise RulebookError(f"{place}: name and source are needed in {' and '.join(country.languages)}. Add the missing one.")
    if any(not isinstance(raw.get(name, date.min), date) for name in ("since", "until", "seen")):
        raise RulebookError(f"{place}: since, until and seen are days, such as 2017-08-18. Write them so.")
    return Contact(
        **{**raw, "phones": tuple(raw.get("phones", ())), "web": raw.get("web", ""), "until": raw.get("until")},
    )
