"""What the tests of the rulebook share: the law of Cambodia, and a country of one file that a test can spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prakas.jurisdictions import pack
from prakas.rulebook import Rulebook, load, rulebook

PARAMETER = """\
label: {en: Ceiling on the rate, km: ពិដានអត្រា}
unit: percent_a_year
comparison: le
values:
  - from: 2017-04-01
    value: "18"
    citation: {instrument: B7-017-109, article: null}
    confidence: primary
    standing: law
    sources: [S17]
confirmed_on: 2026-11-22
"""

INSTRUMENT = """\
title: {en: Prakas on the ceiling, km: ប្រកាសស្តីពីពិដាន}
kind: prakas
issuer: {en: National Bank, km: ធនាគារជាតិ}
signed_on: 2017-03-13
seen: named_only
sources: [S17]
"""

SOURCES = """\
S17: {title: Press release, addresses: ["https://example.org/release"]}
"""


class Country:
    """A folder with one parameter, one instrument and one source, and the reading of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write("law/price/ceiling.yaml", PARAMETER)
        self.write("instruments/B7-017-109.yaml", INSTRUMENT)
        self.write("instruments/sources.yaml", SOURCES)

    def write(self, path: str, text: str) -> Path:
        """Write a file, with its folders."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def spoil(self, path: str, old: str, new: str) -> None:
        """Replace some words of a file, which must be there."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def load(self, overrides: str | None = None) -> Rulebook:
        """Read the country."""
        return load(self.folder / "law", self.folder / "instruments", self.folder / overrides if overrides else None)


@pytest.fixture
def country(tmp_path: Path) -> Country:
    return Country(tmp_path)


@pytest.fixture(scope="session")
def law() -> Rulebook:
    return rulebook(pack())


@pytest.fixture
def write_country() -> Callable[[Path], Country]:
    return Country
