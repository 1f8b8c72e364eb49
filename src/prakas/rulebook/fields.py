"""The keys of a rulebook file, read one by one; each refusal names the file, the place in it and the mend."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, NoReturn

from prakas.errors import RulebookError


@dataclass(frozen=True)
class Place:
    """Where a key stands: a file's name, and the part of it in words ("the value from 2017-04-01"), with the keys found there."""

    file: str
    part: str
    keys: Mapping[str, Any]

    def refuse(self, problem: str, mend: str) -> NoReturn:
        """Raise RulebookError: the file, what is wrong there, what to do."""
        message = f"{self.file}: {problem}. {mend}."
        raise RulebookError(message)


def known_keys(place: Place, required: Collection[str], optional: Collection[str]) -> None:
    """Refuse a key that nobody reads (most often a misspelt one), and the lack of a required one."""
    for key in place.keys:
        if key not in required and key not in optional:
            near = get_close_matches(key, [*required, *optional], n=1)
            mend = f'Write "{near[0]}" if that is what is meant, or take it out' if near else "Take it out, or correct it"
            place.refuse(f'{place.part} has a key "{key}" that is not known', mend)
    for key in required:
        if key not in place.keys:
            place.refuse(f'{place.part} has no "{key}"', MENDS.get(key, f'Add the key "{key}"'))


def text(place: Place, key: str, default: str | None = None) -> str:
    """The text under a key, without outer blanks and with single spaces."""
    if key not in place.keys and default is not None:
        return default
    value = place.keys[key]
    if not isinstance(value, str) or not value.strip():
        place.refuse(f'in {place.part}, "{key}" is not text', f"Write {key} as words, in quotes if need be")
    return " ".join(value.split())


def one_of(place: Place, key: str, choices: Sequence[str], default: str | None = None) -> str:
    """The text under a key, one of some choices."""
    if key not in place.keys and default is not None:
        return default
    value = place.keys[key]
    if value not in choices:
        place.refuse(f'in {place.part}, {key} "{value}" is not known', f"Write one of {', '.join(choices)}")
    return str(value)


def texts(place: Place, key: str) -> tuple[str, ...]:
    """The list of texts under a key; empty where the key is missing."""
    value = place.keys.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value) or len(set(value)) < len(value):
        place.refuse(f'in {place.part}, "{key}" is not a list of different texts', f"Write it as {key}: [one, two]")
    return tuple(value)


def day(place: Place, key: str) -> date:
    """The date under a key."""
    value = place.keys[key]
    if type(value) is not date:
        place.refuse(
            f'in {place.part}, {key} "{value}" is not a date', "Write it as 2017-04-01, without quotes and without a time"
        )
    return value


def words(place: Place, key: str, languages: Sequence[str]) -> dict[str, str]:
    """The same words in every language of the country, in the order of the languages."""
    value = place.keys[key]
    if not isinstance(value, dict):
        place.refuse(
            f'in {place.part}, "{key}" is not in languages',
            f"Write it as {key}: {{{', '.join(f'{name}: …' for name in languages)}}}",
        )
    for language in languages:
        if not isinstance(value.get(language), str) or not value[language].strip():
            place.refuse(
                f'in {place.part}, "{key}" has no words in the language "{language}"', f'Add "{language}: …" under {key}'
            )
    for language in value:
        if language not in languages:
            place.refuse(
                f'in {place.part}, "{key}" has words in "{language}", which is not a language of this country',
                f"The languages are {', '.join(languages)}",
            )
    return {language: " ".join(value[language].split()) for language in languages}


MENDS = {
    "citation": 'Add "citation: {instrument: …, article: …}"; write "article: null" if it was not seen',
    "from": 'Add "from: 2017-04-01", the first day on which the value counts',
    "article": 'Write "article: null" if it was not seen',
    "confidence": "Say how well the text is known; docs/reference/law.md lists the words",
    "standing": "Say what kind of rule it is; docs/reference/law.md lists the words",
    "confirmed_by": "Say who read the text and stands for the value",
    "confirmed_on": 'Add "confirmed_on: 2026-11-22", the day on which somebody last looked at the sources',
}
