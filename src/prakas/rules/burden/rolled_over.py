"""A plain oddity: a loan was handed out in the month in which another loan of the same borrower, at any lender, was repaid."""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts import capped
from prakas.rules.burden.due_above_income import NO_BORROWER
from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting

NO_DAY = "the day on which another loan of the borrower was repaid"
EPOCH = date(1970, 1, 1)


MONTH = 7  # letters of 2020-06


def _is_before(earlier: ir.Table, later: ir.Table) -> Any:
    return (earlier.other_on < later.disbursed_on) | (
        (earlier.other_on == later.disbursed_on) & (earlier.other_no < later.loan_no)
    )


def _repaid_then() -> ir.Table:
    """Return, for each loan with one, the earlier loan of the borrower that was repaid last in the month of its disbursement.

    Loans meet by borrower and month, so that a lender that gives all its loans one borrower does not bring a run to its knees.
    """
    loans = loan_results()
    later = loans.filter(loans.borrower_id.notnull())
    later = later.select("loan_no", "borrower_id", "disbursed_on", month=later.disbursed_on.cast("string").substr(0, MONTH))
    day = (ibis.literal(EPOCH) + loans.repaid_on.as_interval("D")).cast("timestamp").cast("date").cast("string")
    repaid = loans.filter(loans.repaid_on.notnull()).select(
        other_no="loan_no",
        other_person="borrower_id",
        other_on="disbursed_on",
        other_tape="tape",
        other_row="source_row",
        other_basis="basis",
        repaid=day,
        other_month=day.substr(0, MONTH),
    )
    together = [later.borrower_id == repaid.other_person, later.month == repaid.other_month, _is_before(repaid, later)]
    hits = later.inner_join(repaid, together)
    last = ibis.window(group_by="loan_no", order_by=[hits.repaid.desc(), hits.other_no])
    hits = hits.mutate(place=ibis.row_number().over(last))
    return hits.filter(hits.place == 0).select("other_tape", "other_row", "other_basis", "repaid", hit_no="loan_no")


def _after_an_unknown_one() -> ir.Table:
    """Return the loans before which the borrower had one of which it is not known whether, or when, it was repaid."""
    loans = loan_results()
    is_unknown = loans.outstanding_principal.isnull() | ((loans.outstanding_principal == 0) & loans.repaid_on.isnull())
    unknown = loans.filter(is_unknown & loans.borrower_id.notnull())
    order = ibis.window(group_by="borrower_id", order_by=["disbursed_on", "loan_no"])
    unknown = unknown.mutate(place=ibis.row_number().over(order))
    first = unknown.filter(unknown.place == 0).select(other_no="loan_no", other_person="borrower_id", other_on="disbursed_on")
    after = loans.inner_join(first, [loans.borrower_id == first.other_person, _is_before(first, loans)])
    return after.select(open_no="loan_no")


def rule(setting: Setting) -> Rule:
    """Return the rule. It says nothing of why: the earlier loan may have been repaid from anything."""
    del setting
    hits, unknown = _repaid_then(), _after_an_unknown_one()
    loans = loan_results()
    rows = loans.left_join(hits, loans.loan_no == hits.hit_no)
    rows = rows.left_join(unknown, rows.loan_no == unknown.open_no)
    hit = rows.repaid.notnull()
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=hit,
        missing=[(rows.borrower_id.isnull(), NO_BORROWER), (~hit & rows.open_no.notnull(), NO_DAY)],
        columns={
            "observed": rows.disbursed_on.cast("string"),
            "limit": rows.repaid,
            "basis": capped(rows.other_basis, rows.weakness),
            "other_tape": rows.other_tape,
            "other_row": rows.other_row,
        },
    )
    return Rule("burden.rolled_over", "notice", "loan", "loans", "date", judged_rows)
