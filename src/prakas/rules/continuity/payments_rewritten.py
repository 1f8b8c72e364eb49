"""A plain oddity: payments up to the earlier date read otherwise a month later."""

from __future__ import annotations

import ibis

from prakas.rules.months import Months
from prakas.rules.pairs import in_both
from prakas.rules.rewritten import beside, month_payments
from prakas.rules.rule import Rule, judged


def rule(months: Months) -> Rule:
    """Return the rule over the loans of both tapes: every payment up to the earlier date stands, and none came to it.

    A payment is known by its day and its amounts, however it is numbered; of equal ones so many must be there in both. A reversal
    is a row of its own, after the earlier date, and rewrites nothing. A payment booked late with an earlier day is found: the
    lender's answer stands beside it. Where the money came from may be filled in, not told otherwise; a tape that names no source
    at all changed none.
    """
    del months
    rows = in_both()
    rows = beside(rows, month_payments())
    has_later = rows.row_later_row.notnull()
    same = rows.f_loan.isnull()
    rows = rows.mutate(
        tape=ibis.coalesce(rows.row_later_tape, rows.row_earlier_tape, rows.later_tape),
        source_row=ibis.coalesce(rows.row_later_row, rows.row_earlier_row, rows.later_row),
    )
    aspect = ibis.cases(
        (same, ""), ((rows.gone > 0) & (rows.new > 0), "row_changed"), (rows.gone > 0, "row_gone"), (rows.new > 0, "row_new"),
        else_="source_changed",
    )  # fmt: skip
    none, no_row = ibis.null("string"), ibis.null("int64")
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=~same,
        missing=[
            (~rows.earlier_are_payments_known.fill_null(False), "the payments in the earlier tape"),
            (~rows.later_are_payments_known.fill_null(False), "the payments in the later tape"),
            (rows.earlier_payments_returned, "the loan's payments in the earlier tape: a row was returned"),
            (rows.later_payments_returned, "the loan's payments in the later tape: a row was returned"),
        ],
        columns={
            "aspect": aspect,
            "observed": rows.later_amount,
            "limit": rows.earlier_amount,
            "amount": (rows.later_amount - rows.earlier_amount).abs(),
            "currency": rows.later_currency,
            "other_tape": ibis.cases((has_later, rows.row_earlier_tape), (same, rows.earlier_tape), else_=none),
            "other_row": ibis.cases((has_later, rows.row_earlier_row), (same, rows.earlier_row), else_=no_row),
            "source_table": same.ifelse("loans", "payments"),
            "note": ibis.cases(
                (same, none), (has_later & rows.row_earlier_row.isnull(), "no such row stands in the earlier tape"),
                (~has_later, "the row stands in the earlier tape"), else_=none,
            ),
        },
    )  # fmt: skip
    return Rule("continuity.payments_rewritten", "notice", "loan", "payments", "money", judged_rows)
