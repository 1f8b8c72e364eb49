"""The words of the sheet in one language of the country, and how it writes money, rates and days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import yaml

from prakas.jurisdictions import Pack, pack
from prakas.publication import grouped
from prakas.rulebook import Citation, citation_text


@dataclass(frozen=True)
class Wording:
    """The words of one language."""

    language: str
    words: Mapping[str, Any]
    country: Pack

    def say(self, key: str, **values: object) -> str:
        """Return the text under a dotted key, its placeholders filled. Raises KeyError where the language lacks it."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return str(found).format(**values) if values else str(found)

    def listed(self, key: str) -> list[str]:
        """Return a list of texts under a dotted key."""
        found: Any = self.words
        for part in key.split("."):
            found = found[part]
        return [str(one) for one in found]

    def code(self, code_list: str, code: object) -> str:
        """Return the word for a code of the pack; what says that it is not known where there is none."""
        if not code:
            return self.say("not_known")
        return self.country.code_words[code_list][str(code)][self.language]

    def money(self, amount: int | Decimal | None, currency: object) -> str:
        """Return an amount (hundredths as int, major units as Decimal) with its currency."""
        if amount is None:
            return self.say("not_known")
        plain = Decimal(amount) / 100 if isinstance(amount, int) else amount
        return f"{grouped(format(plain.quantize(Decimal('0.01')), 'f'))} {currency or ''}".strip()

    def rate(self, value: Decimal | None, places: int = 2) -> str:
        """Return a percentage, half up; what says that it was not assessed where there is none."""
        if value is None:
            return self.say("not_assessed")
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return f"{grouped(format(rounded, 'f'))} %"

    def day(self, on: object) -> str:
        """Return a day as people say it; what says that it is not known where there is none."""
        if not isinstance(on, date):
            return self.say("not_known")
        return self.say("day", day=on.day, month=self.words["months"][on.month - 1], year=on.year)

    def short_day(self, on: object) -> str:
        """Return a day in figures."""
        return on.isoformat() if isinstance(on, date) else self.say("not_known")

    def cited(self, citation: Citation) -> str:
        """Return a citation."""
        return citation_text(citation, self.language)


@cache
def _shipped() -> Mapping[str, Any]:
    return _words(pack())


def _words(country: Pack) -> Mapping[str, Any]:
    words: Mapping[str, Any] = yaml.safe_load((country.folder / "sheet.yaml").read_text("utf-8"))
    return words


def wording(language: str, country: Pack | None = None) -> Wording:
    """Return the words of a language. Raises KeyError where the country has no such language."""
    words = _shipped() if country is None else _words(country)
    return Wording(language, words[language], country or pack())
