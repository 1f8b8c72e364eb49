"""The words of one language, and the one way the page writes numbers, shares and days in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from prakas.publication.numbers import grouped

HERE = Path(__file__).parent / "words"

Number = int | Decimal | str | None


@dataclass(frozen=True)
class Language:
    """One language of the page. A second one is a second file in words/ with the same keys."""

    code: str
    words: Mapping[str, Any]

    def say(self, key: str, **values: object) -> str:
        """Return the text under a dotted key with its placeholders filled. Raises KeyError where the language lacks it."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def code_word(self, code_list: str, code: str | None) -> str:
        """Return the word for a code of the page's own lists; the code itself where there is none."""
        if not code:
            return ""
        return str(self.words["codes"][code_list].get(code, code.replace("_", " ")))

    def number(self, value: Number) -> str:
        """Return a number for people; the words for what is not known where there is none."""
        if value is None:
            return self.say("not_assessed")
        return grouped(format(value, "f") if isinstance(value, Decimal) else str(value))

    def percent(self, value: Number, places: int = 2) -> str:
        """Return a percentage with some decimals, half up."""
        if value is None:
            return self.say("not_assessed")
        rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        whole, _, fraction = format(rounded, "f").partition(".")
        return grouped(whole) + (f".{fraction}" if fraction else "") + " %"

    def day(self, iso: str | None) -> str:
        """Return a day of the form 2017-09-30 as people say it."""
        if not iso:
            return ""
        on = date.fromisoformat(iso)
        return self.say("day", day=on.day, month=self.words["months"][on.month - 1], year=on.year)


@cache
def language(code: str) -> Language:
    """Return a language that ships with Prakas."""
    return Language(code, yaml.safe_load((HERE / f"{code}.yaml").read_text("utf-8")))
