"""A plain oddity: many more loans are a few days short of a worse grade than a few days past it."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts import number
from prakas.rules.edges import by_grid, edge_near
from prakas.rules.grading import GRIDS
from prakas.rules.months import EARLIER, LATER, Months, month_lenders, of
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting
from prakas.rules.thresholds import PART_OF_A_BOOK

# Our own method, no law: at least so many loans just under an edge, and so many times the odds that their due dates give, with
# some loans just over it added to those that are there. If the due dates alone decided, chance would do that less than once in a hundred
# thousand times; the test of this rule reckons it.
LEAST, TIMES, SPARE = 30, 5, 3


def _open(month: str) -> ir.Table:
    rows = of(month, "loan_facts")
    return rows.filter((rows.outstanding_principal > 0) & ~rows.is_written_off)


def _counts(month: str, setting: Setting) -> ir.Table:
    """Return how many loans are just under and just over each edge, by lender: the lender's word where it gave one."""
    rows = _open(month)
    days = rows.is_as_of.fill_null(False).ifelse(rows.reported_days_past_due, ibis.null("int64"))
    days = ibis.coalesce(days, rows.days_past_due)
    rows = rows.mutate(days=days, edge=edge_near(setting, rows.lender_kind, rows.is_short_term, days))
    rows = rows.filter(rows.edge.notnull() & (rows.days > 0))
    return rows.group_by("institution_id", "edge").agg(
        under=number(rows.days < rows.edge), over=number(rows.days >= rows.edge), kind=rows.lender_kind.min()
    )


def _dates(month: str, setting: Setting, day: Any) -> ir.Table:
    """Return how many open loans have an instalment so old that it could make them just under, and just over, each edge."""
    loans = _open(month).select("loan_no", "institution_id", "lender_kind", "is_short_term")
    due = of(month, "installments")
    due = due.filter(due.due_on < day).select("loan_no", "due_on").inner_join(loans, "loan_no")
    age = day.delta(due.due_on, unit="day").cast("int64")
    due = due.mutate(age=age, edge=edge_near(setting, due.lender_kind, due.is_short_term, age))
    due = due.filter(due.edge.notnull())
    each = due.group_by("institution_id", "edge", "loan_no").agg(
        is_under=(due.age < due.edge).cast("int64").max(), is_over=(due.age >= due.edge).cast("int64").max()
    )
    return each.group_by("institution_id", "edge").agg(
        could_be_under=number(each.is_under == 1), could_be_over=number(each.is_over == 1)
    )


def rule(months: Months) -> Rule:
    """Return the rule over each lender and each edge near which it has a late loan on the later date.

    Loans fall due on the days that their schedules say, so late ones stand where those days put them: a lender whose loans all
    fall due on the first of a month has all its late loans just under an edge at the end of it, and hides nothing. So the
    odds of being just under are held against those of the due dates of all its open loans, late or not, in whole numbers.
    """
    setting = months.later
    now, dates = _counts(LATER, setting), _dates(LATER, setting, months.until)
    then = _counts(EARLIER, setting).select(then_at="institution_id", then_edge="edge", under_then="under", over_then="over")
    dates = dates.rename(dates_at="institution_id", dates_edge="edge")
    rows = now.left_join(dates, [now.institution_id == dates.dates_at, now.edge == dates.dates_edge])
    rows = rows.left_join(then, [rows.institution_id == then.then_at, rows.edge == then.then_edge])
    zero = ibis.literal(0, type="int64")
    names = ("could_be_under", "could_be_over", "under_then", "over_then")
    rows = rows.mutate(**{name: rows[name].fill_null(zero) for name in names})
    lenders = month_lenders()
    rows = rows.inner_join(lenders.filter(lenders.earlier_tape.notnull() & lenders.later_tape.notnull()), "institution_id")
    rows = rows.mutate(tape=rows.later_tape, source_row=rows.later_row)
    is_many = rows.under >= LEAST
    hit = is_many & (rows.under * rows.could_be_over > TIMES * (rows.over + SPARE) * rows.could_be_under)
    counted = ibis.literal(f"{months.earlier.on}: ").concat(
        rows.under_then.cast("string"), " just under, ", rows.over_then.cast("string"), " just over; open loans with an instalment so old on ",
        f"{months.later.on}: ", rows.could_be_under.cast("string"), " and ", rows.could_be_over.cast("string"),
    )  # fmt: skip
    judged_rows = judged(
        rows,
        subject=rows.institution_id,
        hit=hit,
        missing=[
            (~rows.later_is_whole_book, PART_OF_A_BOOK),
            (is_many & ~rows.later_has_installments, "the schedules: whether the due dates lie so by themselves is not known"),
        ],
        columns={
            "aspect": ibis.literal("day ").concat(rows.edge.cast("string")),
            "observed": rows.under,
            "limit": rows.over,
            "confidence": by_grid(setting, rows, "kind", lambda value: value.confidence),
            "citation": by_grid(setting, rows, "kind", lambda value: setting.cited(value.citation)),
            "note": counted,
            "other_tape": rows.earlier_tape,
            "other_row": rows.earlier_row,
        },
    )
    law = tuple(dict.fromkeys(GRIDS.values()))
    return Rule("continuity.heaped", "notice", "institution", "institutions", "count", judged_rows, law, has_aspects=True)
