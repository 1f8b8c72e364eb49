"""The words of the sheet in one language of the country, and how it writes money, rates and days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import yaml

from prakas.jurisdictions import Pack, pack
from prakas.publication import Language
from prakas.rulebook import Citation, citation_text


@dataclass(frozen=True)
class Wording:
    """The sheet's words in one language, with the codes of a country's pack."""

    words: Language
    country: Pack

    @property
    def language(self) -> str:
        """The language: km or en."""
        return self.words.code

    def say(self, key: str, **values: object) -> str:
        """Return the text under a dotted key, its placeholders filled. Raises KeyError where the language lacks it."""
        return self.words.say(key, **values)

    def listed(self, part: str, key: str) -> list[str]:
        """Return a list of texts under two keys."""
        return [str(one) for one in self.words.words[part][key]]

    def lacking(self, reason: str) -> str:
        """Return what a rule lacks, as the sheet says it."""
        return str(self.words.words["missing"].get(reason, reason))

    def code(self, code_list: str, code: object) -> str:
        """Return the word for a code of the pack; what says that it is not known where there is none."""
        return self.country.code_words[code_list][str(code)][self.language] if code else self.say("not_known")

    def money(self, amount: int | Decimal | None, currency: object) -> str:
        """Return an amount (hundredths as int, major units as Decimal) with its currency."""
        if amount is None:
            return self.say("not_known")
        plain = Decimal(amount) / 100 if isinstance(amount, int) else amount
        return f"{self.words.number(plain.quantize(Decimal('0.01')))} {currency or ''}".strip()

    def rate(self, value: Decimal | None) -> str:
        """Return a percentage with two decimals, half up; what says that it was not assessed where there is none."""
        return self.words.percent(value)

    def day(self, on: object) -> str:
        """Return a day as people say it; what says that it is not known where there is none."""
        return self.words.day(on.isoformat()) if isinstance(on, date) else self.say("not_known")

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
    return Wording(Language(language, words[language]), country or pack())
