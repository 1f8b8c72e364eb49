"""What differs from country to country: codes, currencies, places and, beside them, the law. Nothing here decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Pack", "load_pack", "pack"]

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """One country's codes and words. Money in minor units (hundredths) of its currency."""

    name: str
    folder: Path
    base_currency: str
    languages: tuple[str, ...]
    codes: dict[str, tuple[str, ...]]  # code list name -> the codes, in the order people list them
    code_words: dict[str, dict[str, dict[str, str]]]  # code list -> code -> language -> word
    title_kinds: tuple[str, ...]  # kinds of collateral that are land titles
    cash_kinds: tuple[str, ...]  # kinds of collateral that are cash
    no_market_value: tuple[str, ...]  # kinds of collateral that have no market value to prove
    poor: tuple[str, ...]  # values of `poverty` that mark a poor household
    coverage_floor: dict[str, int]  # currency -> least tolerance for a covered instalment
    coverage_floor_default: int
    rounding_unit: dict[str, int]  # currency -> the unit lenders round instalments to
    rounding_unit_default: int

    @property
    def law(self) -> Path:
        """The folder with the parameters of the law."""
        return self.folder / "law"

    @property
    def instruments(self) -> Path:
        """The folder with the instruments (laws, prakas, circulars, letters)."""
        return self.folder / "instruments"


def load_pack(folder: Path) -> Pack:
    """Return the pack in a folder; a toy country in the tests is one such folder."""
    raw: dict[str, Any] = yaml.safe_load((folder / "pack.yaml").read_text("utf-8"))
    lists: dict[str, dict[str, dict[str, str]]] = raw["codes"]
    return Pack(
        name=raw["name"],
        folder=folder,
        base_currency=raw["base_currency"],
        languages=tuple(raw["languages"]),
        codes={name: tuple(words) for name, words in lists.items()},
        code_words=lists,
        title_kinds=tuple(raw["title_kinds"]),
        cash_kinds=tuple(raw["cash_kinds"]),
        no_market_value=tuple(raw["no_market_value"]),
        poor=tuple(raw["poor"]),
        coverage_floor=dict(raw["coverage_floor"]),
        coverage_floor_default=raw["coverage_floor_default"],
        rounding_unit=dict(raw["rounding_unit"]),
        rounding_unit_default=raw["rounding_unit_default"],
    )


@cache
def pack(name: str = "kh") -> Pack:
    """Return a pack that ships with Prakas, by its name."""
    return load_pack(HERE / name)
