"""A plain oddity: a loan's balance is not the one that rolls forward over what was received in between."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.months import Months
from prakas.rules.pairs import left_to, other, two_rows
from prakas.rules.rolled import rolled_loans
from prakas.rules.rule import Rule, judged

TOLD_WRONG = "books that agreed with the rows already: reported.differs answers for it"


def _wrong_already(rows: ir.Table) -> Any:
    """Return whether the books told another principal than the rows on the first date that the loan is in them."""
    zero = ibis.literal(0, type="int64")
    figure = rows.is_new.ifelse(rows.outstanding_principal_now, rows.outstanding_principal_then)
    told = rows.is_new.ifelse(rows.later_reported_outstanding, rows.earlier_reported_outstanding)
    return figure.notnull() & (told != ibis.greatest(figure, zero)).fill_null(False)


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
    """Return the rule over the loans of the later tape that were there on the earlier date, or were disbursed since.

    Old, less principal received after the earlier date and by the later one, is new; a new loan begins with its principal. Reversals
    are negative rows and count. Held to the position that follows from rows on both dates (what was paid too much taken off),
    and to the principal in the lender's books where it told one on both; those show no less than nothing, and of a loan written
    off they may show nothing.

    A restructuring in between may add interest and fees that could be owed by then: what had accrued by the earlier date, and those of
    every instalment after it up to the first one due on the day of the restructuring or later. It may take nothing away. A
    new schedule (`schedule_from`) adds and takes nothing; both may round (100 riel, else 0.01).

    Left to another rule, so that one change gives one finding: loans whose original, events, payments or schedule of the past read
    otherwise. The books' principal is not rolled forward where it differed from the rows already, a month ago or on the first date
    of a new loan (`reported.differs`).
    """
    rows = two_rows(rolled_loans(months))
    told = rows.reported_outstanding_then.notnull() & rows.reported_outstanding_now.notnull()
    known = rows.outstanding_principal_then.notnull() & rows.outstanding_principal_now.notnull()
    both = ibis.union(_one(rows.filter(known | ~told), "outstanding_principal"), _one(rows.filter(told), "reported_outstanding"))
    return Rule("continuity.balance", "notice", "loan", "loans", "money", both, has_aspects=True)
