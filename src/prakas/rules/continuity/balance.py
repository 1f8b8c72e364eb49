"""A plain oddity: a loan's balance is not the one that rolls forward over what was received in between."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.months import Months
from prakas.rules.pairs import left_to, other, two_rows
from prakas.rules.rolled import rolled_loans
from prakas.rules.rule import Rule, judged

TOLD_WRONG = "books that agree with the rows on the earlier date: reported.differs answers for it"


def _wrong_already(rows: ir.Table) -> Any:
    """Return whether the books told another principal than the rows on the earlier date already."""
    by_rows = ibis.greatest(rows.outstanding_principal_then, ibis.literal(0, type="int64"))
    told = rows.earlier_reported_outstanding
    return rows.earlier_is_disbursed & rows.outstanding_principal_then.notnull() & (told != by_rows).fill_null(False)


def _one(rows: ir.Table, name: str) -> ir.Table:
    """Return the rows of one figure: the position, or the principal in the lender's books."""
    is_told = name == "reported_outstanding"
    then, now, due = rows[f"{name}_then"], rows[f"{name}_now"], rows[f"{name}_due"]
    difference = now - due
    return judged(
        rows,
        subject=rows.loan_id,
        hit=(difference < -rows.room_below) | (difference > rows.room_above),
        missing=[
            *left_to(rows, "original_changed", "events_rewritten", "payments_rewritten", "schedule_moved"),
            (~rows.later_are_payments_known.fill_null(False), "the payments in the later tape"),
            (rows.later_payments_returned, "the loan's payments in the later tape: a row was returned"),
            (then.isnull(), "the principal outstanding on the earlier date"),
            *([(_wrong_already(rows), TOLD_WRONG)] if is_told else []),
            (now.isnull(), "the principal outstanding on the later date"),
            (
                rows.is_restructured_between & (difference > 0) & rows.owed_interest.isnull(),
                "the interest owed when the loan was restructured",
            ),
        ],
        columns={
            "aspect": name,
            "observed": now,
            "limit": due,
            "amount": difference.abs(),
            "currency": rows.later_currency,
            "basis": "reported" if is_told else rows.later_basis,
            **other(rows),
        },
    )


def rule(months: Months) -> Rule:
    """Return the rule: old less received, with new loans and capitalized interest, is new; loan by loan.

    Held to the position that follows from rows, and to the lender's own word where it gave one on both dates.
    """
    rows = two_rows(rolled_loans(months))
    told = rows.reported_outstanding_then.notnull() & rows.reported_outstanding_now.notnull()
    known = rows.outstanding_principal_then.notnull() & rows.outstanding_principal_now.notnull()
    both = ibis.union(_one(rows.filter(known | ~told), "outstanding_principal"), _one(rows.filter(told), "reported_outstanding"))
    return Rule("continuity.balance", "notice", "loan", "loans", "money", both, has_aspects=True)
