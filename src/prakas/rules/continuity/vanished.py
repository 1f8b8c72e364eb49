"""A plain oddity: a loan that was owed on the earlier date is not in the later tape."""

from __future__ import annotations

import ibis

from prakas.rules.months import Months, month_lenders
from prakas.rules.pairs import pairs
from prakas.rules.rule import Rule, judged


def rule(months: Months) -> Rule:
    """Return the rule over the loans disbursed by the earlier date, of lenders in both tapes.

    A loan that was owed must be there, also when it was repaid or written off since. One with nothing outstanding on the earlier
    date, or written off by it, may be left out. A portfolio that was sold looks the same: the lender's answer stands beside it.
    Nothing is said where a row of loans was returned from the later tape, or only a part of the book is there.
    """
    rows = pairs().filter(lambda t: t.earlier_is_disbursed & ~t.earlier_is_written_off.fill_null(False))
    lenders = month_lenders()
    rows = rows.inner_join(lenders.filter(lenders.later_tape.notnull()).drop("earlier_tape", "later_tape"), "institution_id")
    is_gone = rows.later_loan_no.isnull()
    owed = rows.earlier_outstanding_principal
    here = rows.mutate(
        tape=is_gone.ifelse(rows.earlier_tape, rows.later_tape), source_row=is_gone.ifelse(rows.earlier_row, rows.later_row)
    )
    judged_rows = judged(
        here,
        subject=here.loan_id,
        hit=is_gone & (owed > 0).fill_null(False),
        missing=[
            (is_gone & ~here.later_has_loans, "the loans in the later tape"),
            (is_gone & ~here.later_is_whole_book, "the whole book in the later tape: only some of its loans are there"),
            (is_gone & here.later_loans_returned, "the loans of the later tape: a row was returned"),
            (is_gone & owed.isnull(), "the principal outstanding on the earlier date"),
        ],
        columns={
            "observed": here.earlier_disbursed_on.cast("string"),
            "limit": months.since.cast("string"),
            "amount": owed,
            "currency": here.earlier_currency,
            "basis": here.earlier_basis,
            "other_tape": is_gone.ifelse(ibis.null("string"), here.earlier_tape),
            "other_row": is_gone.ifelse(ibis.null("int64"), here.earlier_row),
            "note": is_gone.ifelse("the row stands in the earlier tape", ibis.null("string")),
        },
    )
    return Rule("continuity.vanished", "notice", "loan", "loans", "date", judged_rows)
