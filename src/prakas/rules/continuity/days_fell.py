"""A plain oddity: days past due fell, and nothing was paid, restructured or written off in between."""

from __future__ import annotations

from typing import Any

import ibis

from prakas.rules.months import EARLIER, LATER, Months
from prakas.rules.pairs import COMPUTED, in_both, left_to, other, two_rows
from prakas.rules.rule import Rule, judged


def rule(months: Months) -> Rule:
    """Return the rule over the loans that were late on the earlier date and not written off by it.

    Days fall where fewer are told than a month ago; that they stood still is not found, since a decree may freeze them. The lender's
    own days count where it told them on both dates, and those of the first agreed with the rows; else those that follow from rows on both.

    Reasons are a payment of any size (principal, interest or fees, less what was undone), a restructuring, a write-off, and that
    nothing is outstanding any more. A new schedule without a restructuring is none: it makes a loan younger that nobody paid.

    Left to another rule: loans whose original, events, payments, rate or schedule of the past read otherwise.
    """
    del months
    rows = two_rows(in_both())
    none = ibis.null("int64")

    def word(month: str) -> Any:
        return rows[f"{month}_is_as_of"].fill_null(False).ifelse(rows[f"{month}_reported_days_past_due"], none)

    def figure(month: str) -> Any:
        return rows[f"{month}_basis"].isin(COMPUTED).fill_null(False).ifelse(rows[f"{month}_days_past_due"], none)

    # A word that was wrong on the earlier date already (reported.differs) is no measure of what came since.
    agrees = (word(EARLIER) == figure(EARLIER)).fill_null(True)
    told = word(EARLIER).notnull() & word(LATER).notnull() & agrees
    rows = rows.mutate(
        days_then=told.ifelse(word(EARLIER), ibis.coalesce(figure(EARLIER), word(EARLIER))),
        days_now=told.ifelse(word(LATER), figure(LATER)),
        basis=told.ifelse("reported", rows.later_basis),
    )
    rows = rows.filter((rows.days_then > 0) & ~rows.earlier_is_written_off.fill_null(False))
    fell = (rows.days_now < rows.days_then).fill_null(False)
    has_reason = (
        rows.is_restructured_between
        | rows.later_is_written_off.fill_null(False)
        | (rows.later_outstanding_principal == 0).fill_null(False)
    )
    open_question = fell & ~has_reason
    past = left_to(rows, "original_changed", "events_rewritten", "payments_rewritten", "rate_changed", "schedule_moved")
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=open_question & (rows.received <= 0),
        missing=[
            (rows.days_now.isnull() & ~has_reason, "the days past due on the later date, known as on the earlier one"),
            *((open_question & flag, reason) for flag, reason in past),
            (open_question & ~rows.later_are_payments_known.fill_null(False), "the payments in the later tape"),
            (open_question & rows.later_payments_returned, "the loan's payments in the later tape: a row was returned"),
        ],
        columns={
            "observed": rows.days_now,
            "limit": rows.days_then,
            "basis": rows.basis,
            **other(rows),
        },
    )
    return Rule("continuity.days_fell", "notice", "loan", "loans", "days", judged_rows)
