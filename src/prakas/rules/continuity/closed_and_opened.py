"""A plain oddity: a new loan was disbursed on the day on which an old one of the borrower was repaid, and does not say that it repays it."""

from __future__ import annotations

from datetime import date

import ibis

from prakas.rules.months import Months
from prakas.rules.pairs import pairs
from prakas.rules.rule import Rule, judged

EPOCH = date(1970, 1, 1)


def rule(months: Months) -> Rule:
    """Return the rule over the loans disbursed in between.

    Found is one disbursed on the day on which another loan of the same borrower at the same lender was repaid, that was owed on
    the earlier date, unless `refinances` names it. A borrower may well repay one loan with money of its own and take the next on the
    same day: the finding says that the tape does not tell, and no more. The row beside it is that of the old loan, in the earlier tape.
    """
    every = pairs()
    new = every.filter(months.between(every.later_disbursed_on) & ~every.earlier_is_disbursed)
    new = new.mutate(tape=new.later_tape, source_row=new.later_row)
    closed = every.filter(
        every.earlier_is_disbursed & (every.earlier_outstanding_principal > 0) & (every.later_outstanding_principal == 0)
    )
    repaid_on = closed.later_repaid_on
    since = ibis.literal((months.earlier.on - EPOCH).days, type="int64")
    closed = closed.filter(repaid_on.isnull() | (repaid_on > since)).select(
        old_institution="institution_id",
        old_borrower=ibis.coalesce(closed.later_borrower_id, closed.earlier_borrower_id),
        old_id="loan_id",
        old_repaid_on=repaid_on,
        old_tape="earlier_tape",
        old_row="earlier_row",
        old_currency="earlier_currency",
    )
    opened_on = new.later_disbursed_on.delta(ibis.literal(EPOCH), unit="day").cast("int64")
    new = new.mutate(opened_on=opened_on)
    met = new.inner_join(closed, [new.institution_id == closed.old_institution, new.later_borrower_id == closed.old_borrower])
    met = met.filter((met.later_refinances != met.old_id).fill_null(True) & (met.old_id != met.loan_id))
    is_same_day = (met.old_repaid_on == met.opened_on).fill_null(False)
    met = met.filter(is_same_day | met.old_repaid_on.isnull()).mutate(is_same_day=is_same_day)
    first = ibis.window(group_by=["later_loan_no"], order_by=[ibis.desc("is_same_day"), "old_id"])
    met = met.mutate(place=ibis.row_number().over(first))
    met = met.filter(met.place == 0).select(
        new_no="later_loan_no", **{n: n for n in ("old_id", "old_tape", "old_row", "is_same_day")}
    )
    rows = new.left_join(met, new.later_loan_no == met.new_no)
    hit = rows.is_same_day.fill_null(False)
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=hit,
        missing=[
            (rows.later_borrower_id.isnull(), "the loan's borrower"),
            (rows.old_id.notnull() & ~hit, "the day on which another loan of the borrower was repaid"),
        ],
        columns={
            "observed": rows.later_disbursed_on.cast("string"),
            "limit": rows.old_id,
            "unit": "code",
            "amount": rows.later_principal,
            "currency": rows.later_currency,
            "basis": rows.later_basis,
            "other_tape": hit.ifelse(rows.old_tape, ibis.null("string")),
            "other_row": hit.ifelse(rows.old_row, ibis.null("int64")),
        },
    )
    return Rule("continuity.closed_and_opened", "notice", "loan", "loans", "code", judged_rows)
