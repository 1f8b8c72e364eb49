"""A plain oddity: a loan disbursed by the earlier date was not in the earlier tape."""

from __future__ import annotations

import ibis

from prakas.rules.months import Months, month_lenders
from prakas.rules.pairs import pairs
from prakas.rules.rule import Rule, judged


def rule(months: Months) -> Rule:
    """Return the rule over the loans of the later tape that were disbursed by the earlier date, of lenders in both tapes.

    One repaid or written off by that date may have been left out then. A portfolio that was bought looks the same: the lender's
    answer stands beside it. Nothing is said where a row of loans was returned from the earlier tape, or only a part of the book was there.
    """
    rows = pairs().filter(
        lambda t: (t.later_disbursed_on <= months.since) & ~(t.later_written_off_on <= months.since).fill_null(False)
    )
    lenders = month_lenders()
    rows = rows.inner_join(lenders.filter(lenders.earlier_tape.notnull()).drop("earlier_tape", "later_tape"), "institution_id")
    is_new = rows.earlier_loan_no.isnull()
    since = ibis.literal(months.earlier.day.number, type="int64")
    repaid_before = (rows.later_repaid_on <= since).fill_null(False)
    unknown = rows.later_repaid_on.isnull() & (rows.later_outstanding_principal.fill_null(0) == 0)
    rows = rows.mutate(tape=rows.later_tape, source_row=rows.later_row)
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=is_new & ~repaid_before,
        missing=[
            (is_new & ~rows.earlier_has_loans, "the loans in the earlier tape"),
            (is_new & ~rows.earlier_is_whole_book, "the whole book in the earlier tape: only some of its loans are there"),
            (is_new & rows.earlier_loans_returned, "the loans of the earlier tape: a row was returned"),
            (is_new & unknown, "the day on which the loan was repaid"),
        ],
        columns={
            "observed": rows.later_disbursed_on.cast("string"),
            "limit": months.since.cast("string"),
            "amount": rows.later_outstanding_principal,
            "currency": rows.later_currency,
            "basis": rows.later_basis,
            "other_tape": rows.earlier_tape,
            "other_row": rows.earlier_row,
            "note": is_new.ifelse("no row of the loan stands in the earlier tape", ibis.null("string")),
        },
    )
    return Rule("continuity.late_entry", "notice", "loan", "loans", "date", judged_rows)
