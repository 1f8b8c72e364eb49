"""A plain oddity: a restructuring, a write-off or a step of recovery up to the earlier date appears, disappears or moves."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.rules.months import EARLIER, LATER, Months, month_lenders
from prakas.rules.pairs import EVENTS, event_rewritten, in_both, other, two_rows
from prakas.rules.rewritten import beside, month_log
from prakas.rules.rule import Rule, judged

NOTHING = "nothing"


def _one(rows: ir.Table, months: Months, name: str) -> ir.Table:
    """Return the loans for which either tape tells of such an event by the earlier date."""
    told = [(rows[f"{month}_{name}"] <= months.since).fill_null(False) for month in (EARLIER, LATER)]
    rows = rows.filter(told[0] | told[1])
    return judged(
        rows,
        subject=rows.loan_id,
        hit=event_rewritten(rows, name, months),
        missing=[],
        columns={
            "aspect": name,
            "observed": rows[f"{LATER}_{name}"].cast("string").fill_null(NOTHING),
            "limit": rows[f"{EARLIER}_{name}"].cast("string").fill_null(NOTHING),
            "unit": "code",
            "source_table": "loans",
            **other(rows),
        },
    )


def _log(rows: ir.Table) -> ir.Table:
    """Return the loans of lenders that sent a collection log in either month."""
    lenders = month_lenders()
    lenders = lenders.filter(lenders.earlier_has_recovery | lenders.later_has_recovery)
    rows = rows.inner_join(lenders.drop("earlier_tape", "later_tape", "earlier_row", "later_row"), "institution_id")
    rows = beside(rows, month_log())
    same, has_later = rows.f_loan.isnull(), rows.row_later_row.notnull()
    rows = rows.mutate(
        tape=ibis.coalesce(rows.row_later_tape, rows.row_earlier_tape, rows.later_tape),
        source_row=ibis.coalesce(rows.row_later_row, rows.row_earlier_row, rows.later_row),
    )
    none, no_row = ibis.null("string"), ibis.null("int64")
    part = "the loan's collection log: only some of the book is there"
    return judged(
        rows,
        subject=rows.loan_id,
        hit=~same,
        missing=[
            (~rows.earlier_has_recovery.fill_null(False), "a collection log in the earlier tape"),
            (~rows.later_has_recovery.fill_null(False), "a collection log in the later tape"),
            (rows.earlier_recovery_returned, "the loan's collection log in the earlier tape: a row was returned"),
            (rows.later_recovery_returned, "the loan's collection log in the later tape: a row was returned"),
            (~same & ~(rows.earlier_is_whole_book & rows.later_is_whole_book).fill_null(False), part),
        ],
        columns={
            "aspect": "recovery",
            "observed": rows.later_on.cast("string").fill_null(NOTHING),
            "limit": rows.earlier_on.cast("string").fill_null(NOTHING),
            "unit": "code",
            "source_table": same.ifelse("loans", "recovery"),
            "other_tape": ibis.cases((has_later, rows.row_earlier_tape), (same, rows.earlier_tape), else_=none),
            "other_row": ibis.cases((has_later, rows.row_earlier_row), (same, rows.earlier_row), else_=no_row),
            "note": ibis.cases(
                (same, none), (has_later & rows.row_earlier_row.isnull(), "no such row stands in the earlier tape"),
                (~has_later, "the row stands in the earlier tape"), else_=none,
            ),
        },
    )  # fmt: skip


def rule(months: Months) -> Rule:
    """Return the rule: what had happened by the earlier date, as that tape told it, still did, and nothing came to it.

    Restructuring, new schedule, write-off, and the rows of the collection log. The tape has room for the last of each, so one in
    between takes the place of the old; a restructuring also that of a new schedule. A log is compared where both tapes have one.
    """
    rows = two_rows(in_both())
    parts = [*(_one(rows, months, name) for name in EVENTS), _log(in_both())]
    return Rule("continuity.events_rewritten", "notice", "loan", "loans", "date", ibis.union(*parts), has_aspects=True)
