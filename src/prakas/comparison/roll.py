"""The roll forward: by lender and currency, what was owed, what came and went in between, and what is owed now."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit import MONEY, as_decimal
from prakas.facts import number, total
from prakas.rules import Months, month_lenders, pairs, rolled_loans

# opening + disbursed - received + overpaid + capitalized - written_off - vanished + late_entry + unexplained = closing, to the last unit.
AMOUNTS = (
    "opening", "disbursed", "received", "overpaid", "capitalized", "written_off", "vanished", "late_entry", "unexplained", "closing",
)  # fmt: skip
_TEXT, _WHOLE = pa.string(), pa.int64()
SUMS = pa.schema(
    [
        pa.field("institution_id", _TEXT),
        pa.field("currency", _TEXT),
        pa.field("loans", _WHOLE),
        *(pa.field(name, _WHOLE) for name in AMOUNTS),
        pa.field("loans_left_out", _WHOLE),
    ]
)
ROLL_FORWARD = pa.schema([pa.field(f.name, MONEY if f.name in AMOUNTS else f.type) for f in SUMS])
ZERO = ibis.literal(0, type="int64")


def _rolling(months: Months) -> ir.Table:
    """Return the loans that are in the later tape, and were owed on the earlier date or are new."""
    rows = rolled_loans(months)
    rows = rows.filter(~rows.earlier_is_written_off.fill_null(False))
    computed = rows.outstanding_principal_then.notnull() & rows.outstanding_principal_now.notnull()
    then = computed.ifelse(rows.outstanding_principal_then, rows.reported_outstanding_then)
    now = computed.ifelse(rows.outstanding_principal_now, rows.reported_outstanding_now)
    overpaid_now = computed.ifelse(rows.later_overpaid_principal.fill_null(ZERO), ZERO)
    overpaid_then = (computed & ~rows.is_new).ifelse(rows.earlier_overpaid_principal.fill_null(ZERO), ZERO)
    known = rows.later_are_payments_known.fill_null(False) & ~rows.later_payments_returned & then.notnull() & now.notnull()
    known = known & (rows.is_new | (rows.earlier_currency == rows.later_currency))
    owed = ibis.greatest(now, ZERO)
    rest = now - (then - rows.received_principal)
    is_added = rows.restarted_on.notnull() & (rest >= -rows.room_below) & (rest <= rows.room_above)
    off = rows.later_is_written_off.fill_null(False)
    return rows.select(
        "institution_id",
        currency=rows.later_currency,
        known=known.fill_null(False),
        opening=rows.is_new.ifelse(ZERO, ibis.greatest(then, ZERO)),
        disbursed=rows.is_new.ifelse(then, ZERO),
        received=rows.received_principal,
        overpaid=overpaid_now - overpaid_then,
        capitalized=is_added.ifelse(rest, ZERO),
        written_off=off.ifelse(owed, ZERO),
        vanished=ZERO,
        late_entry=ZERO,
        unexplained=is_added.ifelse(ZERO, rest),
        closing=off.ifelse(ZERO, owed),
    )


def _alone(rows: ir.Table, currency: str, figure: Any, *, is_gone: bool) -> ir.Table:
    """Return loans that are in one tape alone, in the same shape."""
    kept = dict.fromkeys(AMOUNTS, ZERO)
    kept |= {"opening": figure, "vanished": figure} if is_gone else {"closing": figure, "late_entry": figure}
    return rows.select("institution_id", currency=rows[currency], known=figure.notnull(), **kept)


def roll_forward(months: Months) -> ir.Table:
    """Return one row a lender of both tapes and a currency. Shape: SUMS.

    Loans of which a balance or the payments in between are not known are counted and left out of every sum.
    """
    every = pairs()
    gone = every.filter(
        every.earlier_is_disbursed & every.later_loan_no.isnull() & ~every.earlier_is_written_off.fill_null(False)
    )
    late = every.filter(
        every.earlier_loan_no.isnull() & (every.later_disbursed_on <= months.since) & ~every.later_is_written_off.fill_null(False)
    )
    parts = [
        _rolling(months),
        _alone(gone, "earlier_currency", gone.earlier_outstanding_principal, is_gone=True),
        _alone(late, "later_currency", late.later_outstanding_principal, is_gone=False),
    ]
    names = ("institution_id", "currency", "known", *AMOUNTS)
    rows = ibis.union(*(part.select(*names) for part in parts))
    lenders = month_lenders()
    rows = rows.semi_join(lenders.filter(lenders.earlier_tape.notnull() & lenders.later_tape.notnull()), "institution_id")
    sums = rows.group_by("institution_id", "currency").agg(
        loans=number(rows.known),
        loans_left_out=number(~rows.known),
        **{name: total(rows[name], where=rows.known) for name in AMOUNTS},
    )
    return sums.select(SUMS.names).order_by("institution_id", "currency")


def roll_table(rows: pa.Table) -> pa.Table:
    """Return the sums in the units of the result. Shape: ROLL_FORWARD."""
    columns = [as_decimal(rows[f.name], MONEY) if f.name in AMOUNTS else rows[f.name] for f in SUMS]
    return pa.table(dict(zip(SUMS.names, columns, strict=True))).cast(ROLL_FORWARD)
