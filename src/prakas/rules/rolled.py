"""Each loan's balance rolled forward from the earlier date: what was there, what came and went, and what nothing explains."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.months import EARLIER, LATER, Months
from prakas.rules.pairs import COMPUTED, pairs
from prakas.rules.rewritten import ZERO

FIGURES = ("outstanding_principal", "reported_outstanding")


def _unit(rows: ir.Table, months: Months) -> Any:
    """Return the unit that lenders round instalments to: a schedule issued anew may be that far from what was owed."""
    country = months.later.country
    return ibis.cases(
        *((rows.later_currency == name, ibis.literal(unit, type="int64")) for name, unit in country.rounding_unit.items()),
        else_=country.rounding_unit_default,
    ).cast("int64")


def rolled_loans(months: Months) -> ir.Table:
    """Return the loans of the later tape that were there on the earlier date, or were disbursed in between.

    `X_then` and `X_now` are the figures of both dates: the position that follows from rows in both months (what was paid too
    much taken off), and the lender's own word where it gave one in both; of a new loan the principal stands for the first.
    A balance may fall by `room_below` and rise by `room_above` beyond what was received: interest capitalized by a restructuring.
    """
    rows = pairs().filter(lambda t: t.later_is_disbursed)
    is_new = ~rows.earlier_is_disbursed & months.between(rows.later_disbursed_on)
    rows = rows.mutate(is_new=is_new).filter(lambda t: t.earlier_is_disbursed | t.is_new)
    none = ibis.null("int64")

    def position(month: str) -> Any:
        is_computed = rows[f"{month}_basis"].isin(COMPUTED).fill_null(False)
        figure = rows[f"{month}_outstanding_principal"] - rows[f"{month}_overpaid_principal"].fill_null(ZERO)
        return is_computed.ifelse(figure, none)

    def word(month: str) -> Any:
        return rows[f"{month}_is_as_of"].fill_null(False).ifelse(rows[f"{month}_reported_outstanding"], none)

    unit = _unit(rows, months)
    is_restarted = rows.restarted_on.notnull()
    # Of a loan written off a lender's books may say what is owed, or nothing.
    is_off = (rows.later_is_written_off & (word(LATER) == 0)).fill_null(False)
    overpaid = rows.earlier_overpaid_principal.fill_null(ZERO)
    told_then = rows.is_new.ifelse(rows.later_principal, word(EARLIER) - (word(EARLIER) == 0).ifelse(overpaid, 0))
    owed = ibis.greatest(told_then - rows.received_principal, ZERO)
    told_now = ibis.cases((is_off, owed), (word(LATER) == 0, word(LATER)), else_=word(LATER))
    return rows.mutate(
        outstanding_principal_then=rows.is_new.ifelse(rows.later_principal, position(EARLIER)),
        outstanding_principal_now=position(LATER),
        outstanding_principal_due=rows.is_new.ifelse(rows.later_principal, position(EARLIER)) - rows.received_principal,
        reported_outstanding_then=told_then,
        reported_outstanding_now=told_now,
        # Books show no more than nothing where too much was paid.
        reported_outstanding_due=(told_then.notnull()).ifelse(owed, none),
        room_below=is_restarted.ifelse(unit, ZERO),
        room_above=ibis.cases(
            (rows.is_restructured_between, rows.owed_interest.fill_null(ZERO) + unit), (is_restarted, unit), else_=ZERO
        ),
    )
