"""The queue: every loan that can be worked out, in one order that never varies, and how far down it the plan reaches."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from prakas.audit import MONEY, as_decimal
from prakas.facts import declared, in_base
from prakas.jurisdictions import Pack
from prakas.relief.candidates import CANDIDATES
from prakas.relief.passes import NO_SCHEDULE, NOTHING_LEFT
from prakas.relief.plan import Plan
from prakas.relief.working import WORKED_ROWS

DATE, TEXT, WHOLE = pa.date32(), pa.string(), pa.int64()
GRANTED, BEYOND_BUDGET, BEYOND_CAP, NOT_ASSESSED = "granted", "beyond_budget", "beyond_cap", "not_assessed"

# As the engine makes it: money in hundredths, days since 1970-01-01.
PLACED = pa.schema(
    [
        pa.field("place", WHOLE),
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        pa.field("borrower_id", TEXT),
        pa.field("tier", WHOLE),
        pa.field("reason", TEXT),
        pa.field("state", TEXT),
        pa.field("missing", TEXT),
        pa.field("currency", TEXT),
        pa.field("outstanding", WHOLE),
        pa.field("outstanding_khr", WHOLE),
        pa.field("cost", WHOLE),
        pa.field("cost_khr", WHOLE),
        pa.field("cost_so_far_khr", WHOLE),
        pa.field("interest_added", WHOLE),
        pa.field("interest_forgiven", WHOLE),
        pa.field("days_past_due", WHOLE),
        pa.field("first_old_due_on", WHOLE),
        pa.field("first_due_on", WHOLE),
        pa.field("moved", WHOLE),
        pa.field("basis", TEXT),
        pa.field("loan_no", WHOLE),
        pa.field("last_month", WHOLE),
    ]
)
AMOUNTS = ("outstanding", "outstanding_khr", "cost", "cost_khr", "cost_so_far_khr", "interest_added", "interest_forgiven")
DAYS = ("first_old_due_on", "first_due_on")
INNER = ("loan_no", "last_month")
# As people read it.
QUEUE = pa.schema(
    [pa.field(f.name, MONEY if f.name in AMOUNTS else DATE if f.name in DAYS else f.type) for f in PLACED if f.name not in INNER]
)


def queue(country: Pack, plan: Plan, candidates: str, worked: str) -> ir.Table:
    """Return every loan of the plan in order: those with a place, then those not assessed. Shape: PLACED.

    In a tier the smaller debt goes first, so that a budget reaches the most households; institution and loan break what is
    left of a tie. The budget and the cap end the queue at the first loan that does not fit: nobody is passed over.
    """
    rows = declared(candidates, CANDIDATES)
    found = declared(worked, WORKED_ROWS).rename(worked_no="loan_no")
    found = found.select("worked_no", *(name for name in WORKED_ROWS.names if name != "loan_no"))
    rows = rows.left_join(found, rows.loan_no == found.worked_no)
    rows = rows.filter((rows.state != NOTHING_LEFT).fill_null(True))
    missing = ibis.coalesce(rows.missing, (rows.state == NO_SCHEDULE).ifelse("a repayment schedule", ibis.null("string")))
    base = country.base_currency
    rows = rows.mutate(
        lack=missing,
        outstanding=missing.isnull().ifelse(rows.start_outstanding, rows.outstanding_principal),
        cost=missing.isnull().ifelse(rows.interest_forgone, ibis.null("int64")),
    )
    rows = rows.mutate(
        outstanding_khr=in_base(rows.outstanding, rows.currency, rows.riel_rate, base),
        cost_khr=in_base(rows.cost, rows.currency, rows.riel_rate, base),
    )
    waiting = _placed(rows.filter(rows.lack.isnull()), plan)
    apart = rows.filter(rows.lack.notnull())
    none = ibis.null("int64")
    apart = apart.mutate(place=none, cost_so_far_khr=none, queued=ibis.literal(NOT_ASSESSED))
    every = ibis.union(_shaped(waiting), _shaped(apart))
    return every.order_by(every.place.isnull(), every.place, every.institution_id, every.loan_id)


def _placed(rows: ir.Table, plan: Plan) -> ir.Table:
    in_order = [rows.tier, rows.outstanding_khr, rows.institution_id, rows.loan_id]
    everybody = ibis.window(order_by=in_order, preceding=None, following=0)
    rows = rows.mutate(
        place=ibis.row_number().over(ibis.window(order_by=in_order)).cast("int64") + 1,
        cost_so_far_khr=rows.cost_khr.sum().over(everybody).cast("int64"),
    )
    ends: list[Any] = []
    if plan.cap is not None:
        ends.append((rows.place > plan.cap, BEYOND_CAP))
    if plan.budget is not None:
        ends.append((rows.cost_so_far_khr > plan.budget, BEYOND_BUDGET))
    return rows.mutate(queued=ibis.cases(*ends, else_=GRANTED) if ends else ibis.literal(GRANTED))


def _shaped(rows: ir.Table) -> ir.Table:
    named = {
        "state": rows.queued,
        "missing": rows.lack,
        "days_past_due": ibis.coalesce(rows.start_days_past_due, rows.days_past_due),
        "first_old_due_on": rows.first_old_due,
        "first_due_on": rows.first_due,
    }
    return rows.select(**{name: named.get(name, rows[name] if name not in named else None) for name in PLACED.names})


def granted_loans(candidates: str, queue_name: str) -> ir.Table:
    """Return the candidates that were granted, in order of loan_no. Shape: CANDIDATES."""
    rows, placed = declared(candidates, CANDIDATES), declared(queue_name, PLACED)
    chosen = placed.filter(placed.state == GRANTED).select("loan_no")
    return rows.semi_join(chosen, "loan_no").select(CANDIDATES.names).order_by("loan_no")


def as_people_read(rows: pa.Table) -> pa.Table:
    """Return rows of PLACED as the queue that is written. Shape: QUEUE. The tier counts from 1."""
    columns = {}
    for name in QUEUE.names:
        column = rows[name]
        if name in AMOUNTS:
            column = as_decimal(column, MONEY)
        elif name in DAYS:
            column = column.cast(pa.int32()).cast(DATE)
        elif name == "tier":
            column = pc.add(column, 1)
        columns[name] = column
    return pa.table(columns).cast(QUEUE)
