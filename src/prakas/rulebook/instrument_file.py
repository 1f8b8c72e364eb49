"""Turns one file of an instrument, or the list of sources, into records, refusing whatever is unclear."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from prakas.rulebook.fields import Place, day, known_keys, one_of, text, texts, words
from prakas.rulebook.records import Instrument, Source

KINDS = ("law", "prakas", "circular", "letter", "guideline", "industry_code", "demand", "decision", "release", "foreign_rule")
SEEN = ("full", "excerpt", "named_only")
REQUIRED = ("title", "kind", "issuer", "signed_on", "sources", "seen")
OPTIONAL = ("signed_known", "short", "note")

INSTRUMENT_NAME = re.compile(r"[A-Z0-9][A-Z0-9-]*")
NUMBERED = re.compile(r"[A-Z]\d+-\d+-\d+")  # cited by its own number
HASH = re.compile(r"[0-9a-f]{64}")


def instrument(name: str, file: str, content: Mapping[str, Any], languages: tuple[str, ...], tags: Collection[str]) -> Instrument:
    """Return the instrument that a file describes. Raises RulebookError."""
    place = Place(file, "the file", content)
    if not INSTRUMENT_NAME.fullmatch(name):
        place.refuse(
            f'"{name}" cannot be the name of an instrument', "Write capital letters, digits and hyphens, as in B7-02-49.yaml"
        )
    known_keys(place, REQUIRED, OPTIONAL)
    if not NUMBERED.fullmatch(name) and "short" not in content:
        place.refuse("the instrument has no number, and no short name to cite it by", "Add short: in every language")
    undated = content["signed_on"] is None
    signed_known = one_of(place, "signed_known", ("month", "year", "none"), "none") if undated else "day"
    if not undated and "signed_known" in content:
        place.refuse("signed_known stands beside a full date", "Take it out, or write signed_on: null")
    sources = texts(place, "sources")
    for tag in sources:
        if tag not in tags:
            place.refuse(f'the source "{tag}" is not in sources.yaml', "Add it there, or correct the tag")
    return Instrument(
        id=name,
        title=words(place, "title", languages),
        kind=one_of(place, "kind", KINDS),
        issuer=words(place, "issuer", languages),
        signed_on=None if undated else day(place, "signed_on"),
        signed_known=signed_known,
        seen=one_of(place, "seen", SEEN),
        sources=sources,
        short=words(place, "short", languages) if "short" in content else {},
        note=text(place, "note", ""),
    )


def sources_list(file: str, content: Mapping[str, Any]) -> dict[str, Source]:
    """Return the sources by their tag. Raises RulebookError."""
    found: dict[str, Source] = {}
    for tag, raw in content.items():
        if not isinstance(raw, dict):
            Place(file, "the file", content).refuse(f'the source "{tag}" has no keys', "Give it a title and addresses")
        place = Place(file, f'the source "{tag}"', raw)
        known_keys(place, ("title", "addresses"), ("sha256",))
        sha256 = text(place, "sha256", "")
        if sha256 and not HASH.fullmatch(sha256):
            place.refuse(
                f'in {place.part}, "sha256" is not 64 hexadecimal digits',
                "Write the hash that sha256sum prints for the stored copy",
            )
        addresses = texts(place, "addresses")
        if not addresses and not sha256:
            place.refuse(f"{place.part} has neither an address nor the hash of a stored copy", "Add one of them")
        found[tag] = Source(tag, text(place, "title"), addresses, sha256)
    return found
