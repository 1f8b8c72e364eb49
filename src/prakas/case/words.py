"""The words of the form and of the check in the languages of a country, and the codes that people's words stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from prakas.case.form import OWN_CODES, Field
from prakas.jurisdictions import Pack, pack
from prakas.tape import normalized

Said = Mapping[str, str]  # language -> words

UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")  # marks between letters that nobody sees

KHMER_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")


@dataclass(frozen=True)
class CaseWords:
    """The words of the form. Every text is a mapping of languages, the first language of `languages` being shown first."""

    languages: tuple[str, ...]
    raw: Mapping[str, Any]
    code_lists: Mapping[str, Mapping[str, Said]]

    def text(self, key: str) -> Said:
        """Return a short text of the form. KeyError where there is none."""
        return self.raw["words"][key]

    def guide(self) -> tuple[Said, ...]:
        """Return the lines that say how to fill the form."""
        return tuple(self.raw["guide"])

    def title(self, sheet: str) -> Said:
        """Return the title of a sheet."""
        return self.raw["sheets"][sheet]["title"]

    def how(self, sheet: str) -> Said:
        """Return how to fill a sheet."""
        return self.raw["sheets"][sheet]["how"]

    def question(self, sheet: str, name: str) -> Said:
        """Return what a field asks."""
        return self.raw["sheets"][sheet]["fields"][name]["ask"]

    def expected(self, sheet: str, field: Field) -> Said:
        """Return how an answer is written."""
        return self.raw["sheets"][sheet]["fields"][field.name].get("expect") or self.raw["expect"][field.kind]

    def paper(self, sheet: str, name: str) -> Said:
        """Return the paper that shows the answer."""
        return self.raw["sheets"][sheet]["fields"][name].get("paper") or self.raw["sheets"][sheet]["paper"]

    def code_word(self, code_list: str, code: str) -> Said:
        """Return the words for a code."""
        return self.code_lists[code_list][code]

    def choice(self, code_list: str, code: str) -> str:
        """Return a code as an entry of a drop-down: its words in every language."""
        return self.both(self.code_word(code_list, code))

    def both(self, said: Said) -> str:
        """Return a text in every language, one after the other."""
        return " / ".join(said[language] for language in self.languages)

    def lines(self, said: Said) -> str:
        """Return a text in every language, one under the other."""
        return "\n".join(said[language] for language in self.languages)

    def code_of(self, code_list: str, text: str) -> str | None:
        """Return the code that a person's word stands for: the code itself, a word of any language, or an entry of the drop-down."""
        return _meant(self.raw["country"], code_list).get(normalized(text))

    def remark(self, code: str, sheet: str = "", name: str = "") -> tuple[dict[str, str], dict[str, str]]:
        """Return what a remark says and what settles it; the question and the paper are those of a field where one is named."""
        told = self.raw["remarks"][code]
        filled = {}
        for part in ("say", "settle"):
            filled[part] = {
                language: told[part][language].format(
                    question=self.question(sheet, name)[language] if name else "",
                    paper=self.paper(sheet, name)[language] if name else "",
                )
                for language in self.languages
            }
        return filled["say"], filled["settle"]

    def remark_codes(self) -> tuple[str, ...]:
        """Return the codes of all remarks."""
        return tuple(self.raw["remarks"])


def case_words(country: Pack | None = None) -> CaseWords:
    """Return the words of a country's pack."""
    return _words("kh" if country is None else country.name)


@cache
def _words(name: str) -> CaseWords:
    country = pack(name)
    raw: dict[str, Any] = yaml.safe_load((country.folder / "case.yaml").read_text("utf-8"))
    raw["country"] = name
    lists = {**country.code_words, **{code_list: raw["codes"][code_list] for code_list in OWN_CODES}}
    return CaseWords(tuple(raw["languages"]), raw, lists)


@cache
def _meant(name: str, code_list: str) -> dict[str, str]:
    words = _words(name)
    meant: dict[str, str] = {}
    for code, said in words.code_lists[code_list].items():
        for text in (code, code.replace("_", " "), words.both(said), *said.values()):
            meant.setdefault(normalized(text), code)
    return meant
