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


def _month(day: Any) -> tuple[Any, Any]:
    """Return the first day of a day's month and of the next one, as days since 1970-01-01."""
    first = day.truncate("M").cast("date")
    following = (first + ibis.interval(months=1)).cast("date")
    return tuple(d.delta(ibis.literal(EPOCH), unit="day").cast("int64") for d in (first, following))


def _pairs() -> ir.Table:
    """Return each loan beside each earlier one of the same borrower: in which month, and whether it is known if and when it was repaid."""
    loans = loan_results()
    since, until = _month(loans.disbursed_on)
    later = loans.select("loan_no", "borrower_id", "disbursed_on", since=since, until=until)
    earlier = loans.select(
        "repaid_on",
        "outstanding_principal",
        other_no="loan_no",
        other_person="borrower_id",
        other_on="disbursed_on",
        other_tape="tape",
        other_row="source_row",
        other_basis="basis",
    )
    is_before = (earlier.other_on < later.disbursed_on) | (
        (earlier.other_on == later.disbursed_on) & (earlier.other_no < later.loan_no)
    )
    return later.inner_join(earlier, [later.borrower_id == earlier.other_person, is_before])


def _repaid_then(pairs: ir.Table) -> ir.Table:
    """Return, for each loan with one, the earlier loan that was repaid last in the month of its disbursement."""
    hits = pairs.filter((pairs.repaid_on >= pairs.since) & (pairs.repaid_on < pairs.until))
    last = ibis.window(group_by="loan_no", order_by=[hits.repaid_on.desc(), hits.other_no])
    hits = hits.mutate(place=ibis.row_number().over(last))
    hits = hits.filter(hits.place == 0)
    # Both days lie in one month, so the text of the one gives the text of the other.
    day = (hits.repaid_on - hits.since + 1).cast("string").lpad(2, "0")
    repaid = hits.disbursed_on.cast("string").substr(0, 8).concat(day)
    return hits.select("other_tape", "other_row", "other_basis", hit_no="loan_no", repaid=repaid)


def rule(setting: Setting) -> Rule:
    """Return the rule. It says nothing of why: the earlier loan may have been repaid from anything."""
    del setting
    pairs = _pairs()
    hits = _repaid_then(pairs)
    is_unknown = pairs.outstanding_principal.isnull() | ((pairs.outstanding_principal == 0) & pairs.repaid_on.isnull())
    unknown = pairs.filter(is_unknown).select(open_no="loan_no").distinct()
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
