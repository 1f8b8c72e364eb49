"""The words of each rule, in every language of the country, read strictly from the file beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from prakas.errors import RulebookError
from prakas.jurisdictions import Pack

HERE = Path(__file__).parent
LANGUAGES = ("en", "km")
PLACEHOLDERS = frozenset({"subject", "observed", "limit", "amount", "currency", "source_row", "aspect"})


@dataclass(frozen=True)
class Words:
    """What people read of a rule: its sentence, the line of one finding with placeholders, and what follows where it has an amount."""

    id: str
    sentence: Mapping[str, str]
    line: Mapping[str, str]
    amount: Mapping[str, str] | None = None


def _checked(name: str, raw: Any) -> Words:
    needed = {"sentence", "line"}
    if not isinstance(raw, dict) or set(raw) - {"amount"} != needed or any(set(raw[k]) != set(LANGUAGES) for k in raw):
        message = f"rules/{name}.yaml must hold exactly sentence and line, each in {' and '.join(LANGUAGES)}. Complete it."
        raise RulebookError(message)
    return Words(name.replace("/", "."), raw["sentence"], raw["line"], raw.get("amount"))


# Code lists of the country whose codes a rule compares or names.
SPOKEN_LISTS = ("grade", "collateral_kind", "rate_method", "recovery_step")


def spoken(country: Pack, language: str) -> dict[str, str]:
    """Return the words, in one language, for the codes and aspects that a finding names."""
    said = {code: names[language] for code_list in SPOKEN_LISTS for code, names in country.code_words[code_list].items()}
    return said | {code: names[language] for code, names in _aspects().items()}


@cache
def _aspects() -> Mapping[str, Mapping[str, str]]:
    raw: Mapping[str, Mapping[str, str]] = yaml.safe_load((HERE / "aspects.yaml").read_text("utf-8"))
    return raw


@cache
def words() -> Mapping[str, Words]:
    """Return the words of every rule by its id."""
    found = {}
    for path in sorted(HERE.glob("*/*.yaml")):
        name = f"{path.parent.name}/{path.stem}"
        found[name.replace("/", ".")] = _checked(name, yaml.safe_load(path.read_text("utf-8")))
    return found
