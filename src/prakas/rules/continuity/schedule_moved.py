"""A plain oddity: due dates or amounts of a schedule changed, and the tape tells of no restructuring and no new schedule."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

import ibis

from prakas.rules.months import EARLIER, LATER, Months
from prakas.rules.pairs import TERMS_OF_SCHEDULE, differs, in_both, left_to
from prakas.rules.rewritten import beside, month_installments
from prakas.rules.rule import Rule, judged


def rule(months: Months) -> Rule:
    """Return the rule over the loans of both tapes: rows of the schedule, or the terms that one would be made from.

    One finding a loan: the first instalment that differs, else the first of last day, frequency, amortization and months of grace. A
    loan restructured or given a new schedule in between is sound; so is one without rows before, and one repaid by the earlier date whose
    rows are left out now.

    Left to another rule: loans whose original, events or rate read otherwise, since a schedule follows from them.
    """
    del months
    rows = in_both()
    rows = beside(rows, month_installments())
    stays = rows.restarted_on.isnull()
    left_out = ~rows.later_has_schedule & (rows.earlier_outstanding_principal == 0).fill_null(False)
    by_rows = stays & rows.f_loan.notnull() & rows.earlier_has_schedule & ~left_out
    is_due = (rows.earlier_on != rows.later_on).fill_null(True)
    terms: list[tuple[Any, str]] = [(stays & differs(rows, name), name) for name in TERMS_OF_SCHEDULE]
    hit = reduce(or_, (condition for condition, _ in terms), by_rows)
    has_later, gone = by_rows & rows.row_later_row.notnull(), by_rows & rows.row_later_row.isnull()
    rows = rows.mutate(
        tape=by_rows.ifelse(ibis.coalesce(rows.row_later_tape, rows.row_earlier_tape), rows.later_tape),
        source_row=by_rows.ifelse(ibis.coalesce(rows.row_later_row, rows.row_earlier_row), rows.later_row),
    )

    def of_terms(month: str) -> Any:
        return ibis.cases(*((condition, rows[f"{month}_{name}"].cast("string")) for condition, name in terms))

    def told(month: str) -> Any:
        day, amount = rows[f"{month}_on"].cast("string").fill_null("nothing"), rows[f"{month}_amount"].cast("string")
        return ibis.cases((by_rows & is_due, day), (by_rows, amount), else_=of_terms(month))

    none, no_row = ibis.null("string"), ibis.null("int64")
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=hit,
        missing=[
            (rows.earlier_installments_returned, "the loan's schedule in the earlier tape: a row was returned"),
            (rows.later_installments_returned, "the loan's schedule in the later tape: a row was returned"),
            *((hit & flag, reason) for flag, reason in left_to(rows, "original_changed", "events_rewritten", "rate_changed")),
            (stays & ~hit & rows.earlier_has_schedule & ~rows.later_has_schedule & ~left_out, "the schedule in the later tape"),
        ],
        columns={
            "aspect": ibis.cases((by_rows & is_due, "due_on"), (by_rows, "due_amount"), *terms, else_=""),
            "observed": told(LATER),
            "limit": told(EARLIER),
            "unit": (by_rows & ~is_due).ifelse("money", "code"),
            "amount": by_rows.ifelse((rows.later_amount - rows.earlier_amount).abs(), no_row),
            "currency": rows.later_currency,
            "other_tape": ibis.cases((has_later, rows.row_earlier_tape), (gone, none), else_=rows.earlier_tape),
            "other_row": ibis.cases((has_later, rows.row_earlier_row), (gone, no_row), else_=rows.earlier_row),
            "source_table": by_rows.ifelse("installments", "loans"),
            "note": ibis.cases(
                (has_later & rows.row_earlier_row.isnull(), "no such row stands in the earlier tape"),
                (gone, "the row stands in the earlier tape"), else_=none,
            ),
        },
    )  # fmt: skip
    return Rule("continuity.schedule_moved", "notice", "loan", "installments", "code", judged_rows)
