"""A plain oddity: many more loans are a few days short of a worse grade than a few days past it."""

from __future__ import annotations

import ibis

from prakas.rules.edges import by_grid
from prakas.rules.grading import GRIDS
from prakas.rules.heaps import month_edges
from prakas.rules.months import Months, month_lenders
from prakas.rules.rule import Rule, judged
from prakas.rules.thresholds import PART_OF_A_BOOK

# Our own method, no law: at least so many loans just under an edge, and so many times the odds that their due dates give, with
# some loans just over it added to those that are there. If the due dates alone decided, chance would do that less than once in
# a hundred thousand times; the test of this rule reckons it.
LEAST, TIMES, SPARE = 30, 5, 3


def rule(months: Months) -> Rule:
    """Return the rule over each lender and each edge near which it has a late loan on the later date.

    An edge is the first day past due of a worse grade, by the grid of the later date for that kind of lender and term, from day
    30 on: below a month late loans are paid from day to day in any book, so each day has fewer than the one before. Just under it are its five days before; just over it, the day itself and four more. Days past due are the lender's own where it told them.

    Loans fall due on the days that their schedules say, so late ones stand where those days put them: a lender whose loans all
    fall due on the first of a month has all its late loans just under an edge at the end of it, and hides nothing. So the odds
    of being just under are held against those of the due dates of all its open loans, late or not: found are 30 loans or more
    just under, where (just under) x (open loans with an instalment so old that they could be just over) is above
    5 x (just over + 3) x (open loans that could be just under). All in whole numbers. This is our own method: the grid is
    law, that loans heap up under its edge is a sign to look, and proof of nothing.
    """
    setting = months.later
    lenders = month_lenders()
    lenders = lenders.filter(lenders.earlier_tape.notnull() & lenders.later_tape.notnull())
    rows = month_edges().inner_join(lenders, "institution_id")
    rows = rows.mutate(tape=rows.later_tape, source_row=rows.later_row)
    is_many = rows.under >= LEAST
    hit = is_many & (rows.under * rows.could_be_over > TIMES * (rows.over + SPARE) * rows.could_be_under)
    counted = ibis.literal(f"{months.earlier.on}: ").concat(
        rows.under_then.cast("string"),
        " just under, ",
        rows.over_then.cast("string"),
        f" just over; open loans with an instalment so old on {months.later.on}: ",
        rows.could_be_under.cast("string"),
        " and ",
        rows.could_be_over.cast("string"),
    )
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
            "confidence": by_grid(setting, rows, "lender_kind", lambda value: value.confidence),
            "citation": by_grid(setting, rows, "lender_kind", lambda value: setting.cited(value.citation)),
            "note": counted,
            "other_tape": rows.earlier_tape,
            "other_row": rows.earlier_row,
        },
    )
    law = tuple(dict.fromkeys(GRIDS.values()))
    return Rule("continuity.heaped", "notice", "institution", "institutions", "count", judged_rows, law, has_aspects=True)
