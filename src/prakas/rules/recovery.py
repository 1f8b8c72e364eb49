"""The rows of a rule on conduct in recovery: every loan, held to the events that its log and payments tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts import RECOVERY_EVENTS, TIMELINES, capped, declared
from prakas.rulebook import DatedValue
from prakas.rules.grading import loan_results
from prakas.rules.rule import judged, nothing
from prakas.rules.setting import NO_SOURCED_RULE, Setting

NO_LOG = "a collection log"
LOG_RETURNED = "the loan's collection log: a row was returned"
PAYMENTS_RETURNED = "the loan's payments: a row was returned"
SALES = ("land_sold_by_borrower", "land_sale")  # the log's step, and a day on which sales of land paid for the loan


def asked(setting: Setting, parameter: str) -> DatedValue | None:
    """Return the value of a yes-or-no parameter where it stands on the audit date and says yes."""
    value = setting.value(parameter)
    return value if value is not None and value.value == "yes" else None


def _had(first: Any, events: Any) -> Any:
    # A step of the same day counts as before.
    return (first <= events.happened_on).fill_null(False)


def is_land_sold(events: Any) -> Any:
    """Return whether land was sold while no judgment stood."""
    return events.step.isin(SALES) & ~_had(events.judgment_on, events)


def is_title_taken(events: Any) -> Any:
    """Return whether a title was taken before any filing at court and any judgment."""
    return (events.step == "title_taken") & ~_had(events.court_filing_on, events) & ~_had(events.judgment_on, events)


def is_enforced(events: Any) -> Any:
    """Return whether there was enforcement, or a sale of land by the lender, while no judgment stood."""
    return events.step.isin(("enforcement", "land_sold_by_lender")) & ~_had(events.judgment_on, events)


def is_coerced_sale(events: Any) -> Any:
    """Return whether land was sold and the log tells of a threat by that day."""
    return events.step.isin(SALES) & _had(events.threat_on, events)


# What each count of conduct counts, whatever the day: facts that a rule may ask about or not.
CONDUCT: dict[str, Callable[[Any], Any]] = {
    "land_sold": is_land_sold,
    "title_taken": is_title_taken,
    "enforced": is_enforced,
    "coerced_sale": is_coerced_sale,
    "local_authority": lambda events: events.step == "local_authority",
    "threat": lambda events: events.step == "threat",
}


def events_since(value: DatedValue | None, is_one: Callable[[Any], Any]) -> ir.Table:
    """Return the events of one kind from a value's first day on; none where there is no value."""
    rows = declared("recovery_events", RECOVERY_EVENTS)
    rows = rows.filter(is_one(rows))
    return rows.filter(rows.happened_on >= ibis.literal(value.since)) if value else nothing(rows)


def _first(events: ir.Table) -> ir.Table:
    """Return the first event of each loan, the log's own row before that of a payment."""
    order = ibis.window(group_by="loan_no", order_by=["happened_on", events.source_table.desc(), "source_row"])
    first = events.mutate(place=ibis.row_number().over(order))
    return first.filter(first.place == 0).select(
        first_no="loan_no", first_on="happened_on", first_table="source_table", first_row="source_row"
    )


def loans_held_to(
    setting: Setting, value: DatedValue | None, events: ir.Table, *, sales: bool = False, aspect: str = "", covers: bool = True
) -> ir.Table:
    """Return every loan, found where it has one of the events.

    `sales`: the events are sales of land, some known from payments alone. A returned row of payments may have undone one, so then
    only those of the log are held to a loan, and where there is none it is not assessed. `covers` false: the rule covers nothing.
    """
    loans = loan_results()
    loans = loans if covers else nothing(loans)
    returned = loans.filter(loans.payments_returned).select("loan_no")
    by_payments = events.filter(events.source_table == "payments").anti_join(returned, "loan_no")
    events = ibis.union(events.filter(events.source_table == "recovery"), by_payments)
    paid = by_payments.group_by(paid_no=by_payments.loan_no).agg(
        paid=lambda t: t.amount.sum().cast("decimal(38,0)").cast("int64")
    )
    first, told = _first(events), declared("timelines", TIMELINES).rename(told_no="loan_no")
    rows = loans.left_join(first, loans.loan_no == first.first_no)
    rows = rows.left_join(paid, rows.loan_no == paid.paid_no)
    rows = rows.left_join(told, rows.loan_no == told.told_no)
    rows = rows.mutate(
        source_table=ibis.coalesce(rows.first_table, "loans"), source_row=ibis.coalesce(rows.first_row, rows.source_row)
    )
    is_held_back = value is not None and setting.usable(value) is None
    missing = [
        (ibis.literal(is_held_back), NO_SOURCED_RULE),
        (rows.recovery_returned, LOG_RETURNED),
        (~rows.has_recovery, NO_LOG),
    ]
    if sales:
        missing.append((rows.payments_returned & rows.first_on.isnull(), PAYMENTS_RETURNED))
    columns: dict[str, Any] = {
        "aspect": aspect,
        "observed": rows.first_on.cast("string"),
        "basis": capped(ibis.literal("computed"), rows.weakness),
        "source_table": rows.source_table,
        "note": rows.timeline,
    }
    if sales:
        columns |= {"amount": rows.paid, "currency": rows.currency}
    if value is not None:
        columns |= {
            "limit": value.since.isoformat(),
            "confidence": value.confidence,
            "citation": setting.cited(value.citation),
        }
    return judged(rows, subject=rows.loan_id, hit=rows.first_on.notnull(), missing=missing, columns=columns)
