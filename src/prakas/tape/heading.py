"""Matches the header of a file with the contract: which column is which, what is missing, what is unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prakas.errors import FilingError
from prakas.tape.mapping import Mapping
from prakas.tape.tables import Table


@dataclass(frozen=True)
class Heading:
    """The columns of one file, in its order."""

    names: tuple[str, ...]  # as the sender wrote them
    targets: tuple[str, ...]  # the contract's column, empty where there is none
    edits: tuple[tuple[str, str, str], ...]  # (edit, field, value)


def tidy(name: str) -> str:
    """Return a column name without the accidents of typing.

    >>> tidy(" Loan ID "), tidy("Matures-On")
    ('loan_id', 'matures_on')
    """
    return re.sub(r"[\s\-.]+", "_", name.strip(" \t\ufeff\u200b\u00a0").lower())


def heading(names: Sequence[str], table: Table, label: str, mapping: Mapping | None = None) -> Heading:
    """Return which column of a file is which. Raises FilingError where one is there twice or a required one is not."""
    edits: list[tuple[str, str, str]] = []
    targets: list[str] = []
    for position, name in enumerate(names):
        mapped = mapping.column(table.name, name) if mapping else ""
        target = mapped or (tidy(name) if tidy(name) in table.names else "")
        targets.append(target)
        if mapped and mapped != name:
            edits.append(("F105", target, name))
        elif target and target != name:
            edits.append(("F103", target, name))
        elif not target:
            edits.append(("Q001", name.strip() or f"column {position + 1}", ""))
    _check(names, targets, table, label)
    return Heading(tuple(names), tuple(targets), tuple(edits))


def _check(names: Sequence[str], targets: Sequence[str], table: Table, label: str) -> None:
    known = [t for t in targets if t]
    twice = sorted({t for t in known if known.count(t) > 1} | {n for n in names if n.strip() and list(names).count(n) > 1})
    if twice:
        raise FilingError(
            f"{label}: the column {_listed(twice)} is there twice, so it is not known which one holds. Leave one out."
        )
    missing = [c.name for c in table.columns if c.required and c.name not in known]
    if missing:
        raise FilingError(
            f"{label}: the table {table.name} lacks the column {_listed(missing)}, which it requires. "
            "Add it; if it has another name, let 'prakas map' propose a mapping."
        )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{n}"' for n in names)
