"""What a lender's collection log and the sources of payments tell, day by day and loan by loan."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.riel import total
from prakas.facts.tables import RECOVERY_EVENTS, TIMELINES, declared, sealed
from prakas.facts.terms import Day

LAND_SALE = "land_sale"  # the source of a payment, and the step that stands for a day on which land paid


def received(rows: Any) -> Any:
    """Return what a payment brought in all, penalties too; negative where it undoes another."""
    zero = ibis.literal(0, type="int64")
    return rows.principal + rows.interest + rows.fee.fill_null(zero) + rows.penalty.fill_null(zero)


def paid_by_land(day: Day) -> ir.Table:
    """Return what sales of land paid for each loan by the audit date, less what was undone, and whether any payment tells a source."""
    rows = sealed("payments")
    rows = rows.filter(rows.source.notnull() & (rows.paid_on <= day.literal))
    rows = rows.mutate(received=(rows.source == LAND_SALE).ifelse(received(rows), ibis.literal(0, type="int64")))
    paid = rows.group_by("loan_no").agg(paid=total(rows.received))
    return paid.mutate(paid=ibis.greatest(paid.paid, ibis.literal(0, type="int64")))


def _days_of_land(day: Day) -> ir.Table:
    """Return the days on which payments from sales of land come to more than nothing; a reversal is a negative payment."""
    rows = sealed("payments")
    rows = rows.filter((rows.source == LAND_SALE) & (rows.paid_on <= day.literal))
    rows = rows.mutate(received=received(rows))
    days = rows.group_by("loan_no", happened_on=rows.paid_on).agg(amount=total(rows.received), source_row=rows.source_row.min())
    return days.filter(days.amount > 0).mutate(step=ibis.literal(LAND_SALE), source_table=ibis.literal("payments"))


def recovery_events(day: Day) -> ir.Table:
    """Return one row an event of a loan by the audit date, with the days that it is held against. Shape: RECOVERY_EVENTS.

    Events of loans that are disbursed later are here too, and events that no rule asks about.
    """
    log = sealed("recovery")
    log = log.filter(log.happened_on <= day.literal)
    first = log.group_by(first_no=log.loan_no).agg(
        judgment_on=log.happened_on.min(where=log.step == "judgment"),
        court_filing_on=log.happened_on.min(where=log.step == "court_filing"),
        threat_on=log.happened_on.min(where=log.step == "threat"),
    )
    columns = ("loan_no", "happened_on", "step", "amount", "source_table", "source_row")
    steps = log.mutate(amount=ibis.null("int64"), source_table=ibis.literal("recovery")).select(*columns)
    every = ibis.union(steps, _days_of_land(day).select(*columns))
    every = every.left_join(first, every.loan_no == first.first_no)
    every = every.select(RECOVERY_EVENTS.names)
    return every.order_by("loan_no", "happened_on", "step", "source_table", "source_row")


def timelines() -> ir.Table:
    """Return the events of each loan as one line of text, each day and step once, in order. Shape: TIMELINES."""
    rows = declared("recovery_events", RECOVERY_EVENTS)
    entries = rows.select("loan_no", entry=rows.happened_on.cast("string").concat(" ", rows.step)).distinct()
    lines = entries.group_by("loan_no").agg(timeline=entries.entry.collect().sort().join("; "))
    return lines.select(TIMELINES.names).order_by("loan_no")
