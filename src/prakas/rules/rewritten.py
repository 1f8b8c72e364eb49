"""Rows of the past that the later tape tells otherwise: payments, instalments and the collection log up to the earlier date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import declared, number, total
from prakas.rules.months import EARLIER, LATER, Months, month_lenders, of

# One row a loan of which rows differ: how many are gone, new and told otherwise, the first of each month, and their sums.
REWRITTEN = pa.schema(
    [
        pa.field("institution_id", pa.string()),
        pa.field("loan_id", pa.string()),
        *(pa.field(n, pa.int64()) for n in ("gone", "new", "told_otherwise", "earlier_row", "later_row")),
        *(pa.field(n, pa.string()) for n in ("earlier_tape", "later_tape")),
        *(pa.field(n, pa.date32()) for n in ("earlier_on", "later_on")),
        *(pa.field(n, pa.int64()) for n in ("earlier_amount", "later_amount")),
    ]
)
ZERO = ibis.literal(0, type="int64")


def _rows(month: str, name: str, day: str, where: Any, columns: Mapping[str, Any]) -> ir.Table:
    """Return the rows of a table of one month: their loan, what they are compared by, and where they stand."""
    rows = of(month, name)
    rows = where(rows)
    rows = rows.select(loan_no="loan_no", row="source_row", day=day, **{n: column(rows) for n, column in columns.items()})
    loans = of(month, "loans").select("loan_no", "institution_id", "loan_id", "tape")
    return rows.inner_join(loans, "loan_no")


def _compared(name: str, columns: Mapping[str, Any], day: str, *, where: Any, amount: Any = None, told: Any = None) -> ir.Table:
    """Return one row a loan whose rows of a table differ from one month to the other. Shape: REWRITTEN.

    Rows are the same where all `columns` are, however they are numbered; of equal rows so many must be there in both. `told`
    gives a column in which the same row may have been told otherwise: what was empty may be filled in.
    """
    sides = []
    for month in (EARLIER, LATER):
        more = {"told": told or (lambda _: ibis.literal("")), "amount": amount or (lambda _: ZERO)}
        rows = _rows(month, name, day, where, {**columns, **more})
        same = ibis.window(group_by=["institution_id", "loan_id", *columns], order_by=["told", "row"])
        rows = rows.mutate(place=ibis.row_number().over(same))
        # The key stands in both, the rest under the month's name.
        kept = {f"{month}_{n}": rows[n] for n in ("row", "tape", "day", "told", "amount")}
        sides.append(rows.select("institution_id", "loan_id", *columns, "place", **kept))
    earlier, later = sides
    keys = ["institution_id", "loan_id", *columns, "place"]
    rows = earlier.outer_join(later, keys)
    rows = rows.mutate(
        institution_id=ibis.coalesce(rows.institution_id, rows.institution_id_right),
        loan_id=ibis.coalesce(rows.loan_id, rows.loan_id_right),
        is_gone=rows.later_row.isnull(),
        is_new=rows.earlier_row.isnull(),
        is_otherwise=(rows.earlier_told != "") & (rows.later_told != rows.earlier_told),
    )
    rows = rows.filter(rows.is_gone | rows.is_new | rows.is_otherwise.fill_null(False))
    grouped = rows.group_by("institution_id", "loan_id").agg(
        gone=number(rows.is_gone),
        new=number(rows.is_new),
        told_otherwise=number(rows.is_otherwise),
        **{f"{month}_{n}": rows[f"{month}_{n}"].min() for month in (EARLIER, LATER) for n in ("row", "tape")},
        **{f"{month}_on": rows[f"{month}_day"].min() for month in (EARLIER, LATER)},
        **{f"{month}_amount": total(rows[f"{month}_amount"]) for month in (EARLIER, LATER)},
    )
    return grouped.select(REWRITTEN.names)


def _of_both(rows: ir.Table, table: str, *flags: str) -> ir.Table:
    """Return the rows whose lender sent a table in both months, and meets some more conditions in both."""
    lenders = month_lenders()
    there = [lenders[f"{month}_{flag}"].fill_null(False) for month in (EARLIER, LATER) for flag in (f"has_{table}", *flags)]
    return rows.semi_join(lenders.filter(*there), "institution_id")


def _money(rows: ir.Table, *names: str) -> Any:
    amount = rows[names[0]]
    for name in names[1:]:
        amount = amount + rows[name].fill_null(ZERO)
    return amount


def rewritten_payments(months: Months) -> ir.Table:
    """Return the loans whose payments up to the earlier date differ. Shape: REWRITTEN.

    A payment is known by its day and amounts, not by its number; where it came from may be added later, and not changed.
    """
    columns = {
        "paid_on": lambda t: t.paid_on,
        "principal": lambda t: t.principal,
        "interest": lambda t: t.interest,
        "fee": lambda t: t.fee.fill_null(ZERO),
        "penalty": lambda t: t.penalty.fill_null(ZERO),
    }
    rows = _compared(
        "payments",
        columns,
        "paid_on",
        where=lambda t: t.filter(t.paid_on <= months.since),
        amount=lambda t: _money(t, "principal", "interest", "fee", "penalty"),
        told=lambda t: t.source.fill_null(""),
    )
    lenders = month_lenders()
    silent = lenders.filter(~lenders.later_has_sources.fill_null(False)).select("institution_id", is_silent=ibis.literal(True))
    rows = rows.left_join(silent, "institution_id").drop("institution_id_right")
    # A tape that names no source at all says nothing of any.
    rows = rows.filter((rows.gone + rows.new > 0) | rows.is_silent.isnull())
    return _of_both(rows.select(REWRITTEN.names), "payments").order_by("institution_id", "loan_id")


def rewritten_installments() -> ir.Table:
    """Return the loans whose rows of the schedule differ. Shape: REWRITTEN; an instalment is known by its number."""
    columns = {
        "number": lambda t: t.number,
        "due_on": lambda t: t.due_on,
        "principal": lambda t: t.principal,
        "interest": lambda t: t.interest,
        "fee": lambda t: t.fee.fill_null(ZERO),
    }
    rows = _compared(
        "installments", columns, "due_on", where=lambda t: t, amount=lambda t: _money(t, "principal", "interest", "fee")
    )
    return _of_both(rows, "installments").order_by("institution_id", "loan_id")


def rewritten_log(months: Months) -> ir.Table:
    """Return the loans whose collection log up to the earlier date differs. Shape: REWRITTEN."""
    columns = {"happened_on": lambda t: t.happened_on, "step": lambda t: t.step}
    rows = _compared("recovery", columns, "happened_on", where=lambda t: t.filter(t.happened_on <= months.since))
    return _of_both(rows, "recovery").order_by("institution_id", "loan_id")


def month_payments() -> ir.Table:
    """Return the declared table of rewritten payments."""
    return declared("month_payments", REWRITTEN)


def month_installments() -> ir.Table:
    """Return the declared table of moved instalments."""
    return declared("month_installments", REWRITTEN)


def month_log() -> ir.Table:
    """Return the declared table of rewritten collection logs."""
    return declared("month_log", REWRITTEN)


def beside(rows: ir.Table, found: ir.Table) -> ir.Table:
    """Return loans with what differs of them beside: `f_loan` is null where nothing does; `row_…` are the rows that differ."""
    found = found.rename(f_institution="institution_id", f_loan="loan_id")
    found = found.rename(**{f"row_{n}": n for n in ("earlier_row", "later_row", "earlier_tape", "later_tape")})
    return rows.left_join(found, [rows.institution_id == found.f_institution, rows.loan_id == found.f_loan])
