"""The days past due on which a grade changes, by kind of lender and term, and the few days on either side of them."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rulebook import DatedValue
from prakas.rules.grading import GRIDS
from prakas.rules.setting import Setting

# Our own method, no law: so many days before an edge are just under it, so many from it on just over it. Half of the distance
# between two edges of any grid that is known, so that no day is near two of them.
SPAN = 5


def grids(setting: Setting) -> dict[str, DatedValue]:
    """Return the grid in force on the setting's day for each kind of lender that has one that may be used."""
    found = {kind: setting.usable(setting.value(name, kind)) for kind, name in GRIDS.items()}
    return {kind: value for kind, value in found.items() if value is not None}


def edge_near(setting: Setting, kind: Any, is_short: Any, days: Any) -> Any:
    """Return the first day of the band whose edge lies near a number of days past due; null where none does.

    Near: from SPAN days before it to SPAN - 1 days after it, and on or after the first day.
    """
    kinds: dict[tuple[tuple[int, ...], ...], list[str]] = {}
    for name, value in grids(setting).items():
        alike = tuple(tuple(band.first_day for band in value.bands(is_short=is_short_term)) for is_short_term in (True, False))
        kinds.setdefault(alike, []).append(name)
    branches = []
    for (short, long), names in kinds.items():
        for edge in sorted({*short, *long}):
            counts = kind.isin(names) & (days >= edge - SPAN) & (days < edge + SPAN)
            if edge not in short or edge not in long:
                counts = counts & (is_short if edge in short else ~is_short)
            if edge > SPAN:
                branches.append((counts, ibis.literal(edge, type="int64")))
    return ibis.cases(*branches) if branches else ibis.null("int64")


def by_grid(setting: Setting, rows: ir.Table, kind: str, of: Any) -> Any:
    """Return, for each row, what `of` makes of the grid of its kind of lender; null for a kind that has none."""
    said: dict[str, list[str]] = {}
    for name, value in grids(setting).items():
        said.setdefault(of(value), []).append(name)
    branches = [(rows[kind].isin(names), ibis.literal(text)) for text, names in said.items()]
    return ibis.cases(*branches) if branches else ibis.null("string")
