"""A plain oddity: a loan was restructured in between, a few days before its days past due would have changed its grade."""

from __future__ import annotations

import ibis

from prakas.rules.edges import by_grid, edge_near
from prakas.rules.grading import GRIDS
from prakas.rules.months import Months
from prakas.rules.pairs import in_both, left_to, other, two_rows
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE


def rule(months: Months) -> Rule:
    """Return the rule over the loans restructured in between.

    An edge is the first day past due of a worse grade, by the grid of the later date for that kind of lender and the term first
    agreed. Found are loans restructured on one of the five days before it. The five days are our own method.

    The days past due on the day of the restructuring follow from the earlier month: those of the earlier date and the days since, or,
    where the loan was not late, the days since the first instalment that fell due from that date on. Where something was
    received in between, by the day of the restructuring, they are not known.
    """
    setting = months.later
    rows = two_rows(in_both())
    rows = rows.filter(rows.is_restructured_between & ~rows.earlier_is_written_off.fill_null(False))
    day, since = ibis.literal(months.earlier.on), months.since
    passed = rows.later_restructured_on.delta(day, unit="day").cast("int64")
    due = since.delta(rows.next_due_on, unit="day").cast("int64")  # below zero: due after the earlier date
    was_late = (rows.earlier_days_past_due > 0).fill_null(False)
    days = ibis.cases(
        (was_late, rows.earlier_days_past_due + passed),
        (rows.earlier_days_past_due.isnull(), ibis.null("int64")),
        (rows.next_due_on.isnull(), ibis.literal(0, type="int64")),
        else_=ibis.greatest(passed + due, ibis.literal(0, type="int64")),
    )
    rows = rows.mutate(days_on_it=days)
    edge = edge_near(setting, rows.later_lender_kind, rows.later_is_short_term, rows.days_on_it)
    rows = rows.mutate(edge=edge)
    is_late = (rows.days_on_it > 0).fill_null(True)
    has_grid = rows.later_lender_kind.isin(list(GRIDS)).fill_null(False)
    held_to = by_grid(setting, rows, "later_lender_kind", lambda value: value.confidence)
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=(rows.edge.notnull() & (rows.days_on_it < rows.edge)).fill_null(False),
        missing=[
            *left_to(rows, "original_changed", "events_rewritten", "payments_rewritten"),
            (is_late & rows.later_lender_kind.isnull(), "the kind of lender on the later date"),
            (is_late & has_grid & held_to.isnull(), NO_SOURCED_RULE),
            (rows.days_on_it.isnull(), "the days past due on the earlier date"),
            (is_late & ~rows.later_are_payments_known.fill_null(False), "the payments in the later tape"),
            (is_late & rows.later_payments_returned, "the loan's payments in the later tape: a row was returned"),
            (is_late & (rows.received_before_restart > 0), "the days past due after the payments before the restructuring"),
        ],
        columns={
            "observed": rows.days_on_it,
            "limit": rows.edge,
            "basis": rows.earlier_basis,
            "confidence": held_to,
            "citation": by_grid(setting, rows, "later_lender_kind", lambda value: setting.cited(value.citation)),
            **other(rows),
        },
    )
    law = tuple(dict.fromkeys(GRIDS.values()))
    return Rule("continuity.restructured_at_edge", "notice", "loan", "loans", "days", judged_rows, law)
