"""Small questions of a run: how many subjects a rule covers in each state, and why some were not assessed."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import declared, sealed
from prakas.rules import FOUND, INSTITUTION_RESULTS, JUDGED, NOT_ASSESSED, SOUND

STATES = pa.schema([pa.field("state", pa.string()), pa.field("missing", pa.string()), pa.field("rows", pa.int64())])
FX = pa.schema(
    [pa.field(n, k) for n, k in (("tape", pa.string()), ("on", pa.date32()), ("currency", pa.string()), ("khr", pa.int64()))]
)
TAPES = pa.schema([pa.field("tape", pa.string())])
HIGHEST = pa.schema([pa.field("loan_no", pa.int64())])


def judged() -> ir.Table:
    """Return the view of one rule's rows."""
    return declared("judged", JUDGED)


def found_rows() -> ir.Table:
    """Return the rows that a rule found, in order."""
    rows = judged()
    return rows.filter(rows.state == FOUND).order_by("institution_id", "subject", "aspect", "source_row")


def covered_rows() -> ir.Table:
    """Return every row that a rule covers, in order."""
    return judged().order_by("institution_id", "subject", "aspect", "source_row")


def states() -> ir.Table:
    """Return how many rows of a rule are in each state, and what those not assessed lack."""
    rows = judged()
    return rows.group_by("state", "missing").agg(rows=lambda t: t.count().cast("int64")).order_by("state", "missing")


def subjects() -> ir.Table:
    """Return how many subjects are in each state; one with several aspects counts once, at its worst."""
    rows = judged()
    rank = ibis.cases((rows.state == FOUND, 2), (rows.state == NOT_ASSESSED, 1), else_=0)
    one = rows.mutate(rank=rank).group_by("institution_id", "subject").agg(rank=lambda t: t["rank"].max())
    named = one.select(
        state=ibis.cases((one["rank"] == 2, FOUND), (one["rank"] == 1, NOT_ASSESSED), else_=SOUND), missing=ibis.null("string")
    )
    return named.group_by("state", "missing").agg(rows=lambda t: t.count().cast("int64")).order_by("state")


def tapes_of() -> ir.Table:
    """Return the names of the tapes that were kept."""
    return sealed("institutions").select("tape").distinct().order_by("tape")


def highest_loan() -> ir.Table:
    """Return the highest loan number of the sealed tape."""
    rows = sealed("loans")
    return rows.agg(loan_no=rows.loan_no.max())


def institutions_by_id() -> ir.Table:
    """Return the institutions' results in order."""
    return declared("institution_results", INSTITUTION_RESULTS).order_by("institution_id")
