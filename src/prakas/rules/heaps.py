"""How many late loans each lender has a few days short of a worse grade, and past it, on both dates; and where due dates put them."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import declared, number
from prakas.rules.edges import edge_near
from prakas.rules.months import EARLIER, LATER, TEXT, WHOLE, Months, of
from prakas.rules.setting import Setting

# Below a month late loans are paid from day to day in any book, so each day has fewer than the one before: no edge there tells of a heap.
YOUNGEST_EDGE = 30
COUNTS = ("under", "over", "could_be_under", "could_be_over", "under_then", "over_then")
# One row a lender and an edge near which it has a late loan on the later date.
MONTH_EDGES = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("edge", WHOLE),  # the first day of the worse grade
        pa.field("lender_kind", TEXT),
        *(pa.field(name, WHOLE) for name in COUNTS),
    ]
)


def month_edges() -> ir.Table:
    """Return the declared table of edges."""
    return declared("month_edges", MONTH_EDGES)


def _open(month: str) -> ir.Table:
    rows = of(month, "loan_facts")
    return rows.filter((rows.outstanding_principal > 0) & ~rows.is_written_off)


def _late(month: str, setting: Setting) -> ir.Table:
    """Return how many loans are just under and just over each edge: by the lender's word where it gave one."""
    rows = _open(month)
    days = rows.is_as_of.fill_null(False).ifelse(rows.reported_days_past_due, ibis.null("int64"))
    days = ibis.coalesce(days, rows.days_past_due)
    rows = rows.mutate(days=days, edge=edge_near(setting, rows.lender_kind, rows.is_short_term, days))
    rows = rows.filter(rows.edge >= YOUNGEST_EDGE)
    return rows.group_by("institution_id", "edge").agg(
        under=number(rows.days < rows.edge), over=number(rows.days >= rows.edge), lender_kind=rows.lender_kind.min()
    )


def _dates(setting: Setting, day: Any) -> ir.Table:
    """Return how many open loans have an instalment so old that it could make them just under, and just over, each edge."""
    loans = _open(LATER).select("loan_no", "institution_id", "lender_kind", "is_short_term")
    due = of(LATER, "installments")
    due = due.filter(due.due_on < day).select("loan_no", "due_on").inner_join(loans, "loan_no")
    due = due.mutate(age=day.delta(due.due_on, unit="day").cast("int64"))
    due = due.mutate(edge=edge_near(setting, due.lender_kind, due.is_short_term, due.age))
    due = due.filter(due.edge >= YOUNGEST_EDGE)
    each = due.group_by("institution_id", "edge", "loan_no").agg(
        is_under=(due.age < due.edge).cast("int64").max(), is_over=(due.age >= due.edge).cast("int64").max()
    )
    return each.group_by("institution_id", "edge").agg(
        could_be_under=number(each.is_under == 1), could_be_over=number(each.is_over == 1)
    )


def heaps(months: Months) -> ir.Table:
    """Return the counts near each edge. Shape: MONTH_EDGES."""
    now, dates, then = _late(LATER, months.later), _dates(months.later, months.until), _late(EARLIER, months.later)
    dates = dates.rename(dates_at="institution_id", dates_edge="edge")
    then = then.select(then_at="institution_id", then_edge="edge", under_then="under", over_then="over")
    rows = now.left_join(dates, [now.institution_id == dates.dates_at, now.edge == dates.dates_edge])
    rows = rows.left_join(then, [rows.institution_id == then.then_at, rows.edge == then.then_edge])
    zero = ibis.literal(0, type="int64")
    rows = rows.mutate(**{name: rows[name].fill_null(zero) for name in COUNTS[2:]})
    return rows.select(MONTH_EDGES.names).order_by("institution_id", "edge")
