"""How rows are known, and how strong a figure that rests on them can be."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.tables import sealed

# Somebody's word makes a figure reported; a row made from terms makes it rebuilt. Every other kind, and none, changes nothing.
BASES = ("computed", "rebuilt", "reported")  # from the strongest to the weakest
LIMITS = {"rebuilt": "rebuilt", "told": "reported"}  # evidence -> the strongest basis that it allows
FLOWS = ("installments", "payments", "charges")


def weakness(text: Any, names: tuple[str, ...]) -> Any:
    """Return the place of a code in a list, 0 where it is none of them or empty."""
    return ibis.cases(*((text == name, ibis.literal(i, type="int64")) for i, name in enumerate(names)), else_=0)


def basis_at(place: Any) -> Any:
    """Return the basis of a place in BASES."""
    return ibis.cases(*((place == i, name) for i, name in enumerate(BASES[:-1])), else_=BASES[-1])


def weakness_of(evidence: Any) -> Any:
    """Return the place in BASES of the strongest basis that a row's evidence allows."""
    return ibis.cases(*((evidence == name, BASES.index(basis)) for name, basis in LIMITS.items()), else_=0).cast("int64")


def capped(basis: Any, place: Any) -> Any:
    """Return a basis, or the one at `place` in BASES where that is weaker; null stays null."""
    worse = ibis.greatest(weakness(basis, BASES), place.fill_null(ibis.literal(0, type="int64")))
    return basis.notnull().ifelse(basis_at(worse), ibis.null("string"))


def flows_weakness() -> ir.Table:
    """Return the loans of which a row of a schedule, a payment or a charge was told or rebuilt: flows_no, flows_weakness.

    Rows after the audit date count too: what they say of a loan was known in the same way as the rest.
    """
    parts = []
    for name in FLOWS:
        rows = sealed(name)
        rows = rows.filter(rows.evidence.isin(list(LIMITS)))
        parts.append(rows.select(flows_no=rows.loan_no, place=weakness_of(rows.evidence)))
    every = ibis.union(*parts)
    return every.group_by("flows_no").agg(flows_weakness=every.place.max())
