"""Makes a remark of its code: both sentences in every language, and the value only where it may be repeated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from prakas.case.cells import shown
from prakas.case.record import Place, Remark
from prakas.case.words import CaseWords

Kind = Literal["unreadable", "missing", "contradiction"]

WITHHELD = frozenset({"person_number", "private_name"})  # what protects people is not repeated anywhere


def remark(
    words: CaseWords,
    code: str,
    kind: Kind,
    places: Iterable[Place],
    *,
    about: tuple[str, str] = ("", ""),
    value: Any = "",
    debt: int | None = None,
) -> Remark:
    """Return a remark; `about` names the sheet and the field whose question and paper its sentences speak of."""
    say, settle = words.remark(code, *about)
    return Remark(code, kind, tuple(dict.fromkeys(places)), say, settle, "" if code in WITHHELD else shown(value), debt)
