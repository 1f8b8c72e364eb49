"""conduct.parquet: what collection logs and payments tell of recovery, counted by institution and province. Facts, not findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit.book import Book
from prakas.audit.decimals import MONEY
from prakas.audit.tables import as_printed, whole_numbers, write_table
from prakas.facts import LENDERS, RECOVERY_EVENTS, declared, in_base, number, paid_by_land, total
from prakas.rules import CONDUCT, LOAN_RESULTS, Setting

WHOLE = pa.int64()
CONDUCT_COUNTS = pa.schema(
    [
        pa.field("institution_id", pa.string()),
        pa.field("province", pa.string()),
        pa.field("loans", WHOLE),
        pa.field("loans_without_log", WHOLE),
        *(pa.field(name, WHOLE) for name in CONDUCT),
        pa.field("repaid_by_land_sale_khr", MONEY),
    ]
)
INSIDE = whole_numbers(CONDUCT_COUNTS)


def _loans(setting: Setting) -> ir.Table:
    """Return one row a loan of a whole book: whether its log is known, what happened, what sales of land paid in riel.

    Where a row of payments was returned it may have undone one of them: then the log alone is heard, and what was paid is not known.
    """
    parts = declared("lenders", LENDERS).filter(lambda t: ~t.is_whole_book)
    loans = declared("loan_results", LOAN_RESULTS).anti_join(parts, "institution_id")
    events = declared("recovery_events", RECOVERY_EVENTS)
    returned = loans.filter(loans.payments_returned).select("loan_no")
    heard = events.filter(events.source_table == "payments").anti_join(returned, "loan_no")
    events = ibis.union(events.filter(events.source_table == "recovery"), heard)
    happened = events.group_by(event_no=events.loan_no).agg(
        **{name: number(is_one(events)) > 0 for name, is_one in CONDUCT.items()}
    )
    paid = paid_by_land(setting.day).rename(paid_no="loan_no")
    rows = loans.left_join(happened, loans.loan_no == happened.event_no)
    rows = rows.left_join(paid, rows.loan_no == paid.paid_no)
    known = rows.payments_returned.ifelse(ibis.null("int64"), rows.paid)
    riel = (known == 0).ifelse(known, in_base(known, rows.currency, rows.khr, setting.country.base_currency))
    return rows.select(
        "institution_id",
        "province",
        *CONDUCT,
        is_log_known=rows.has_recovery & ~rows.recovery_returned,
        is_paid_known=known.notnull(),
        riel=riel,
    )


def conduct_counts(setting: Setting) -> ir.Table:
    """Return the counts of loans, one row an institution and province. Shape: INSIDE. Null: no loan's log, or no source, is known."""
    rows = _loans(setting)
    none = ibis.null("int64")
    has_log, has_source = number(rows.is_log_known) > 0, number(rows.is_paid_known) > 0
    has_rates = number(rows.is_paid_known & rows.riel.isnull()) == 0

    def counted(name: str) -> Any:
        return has_log.ifelse(number(rows.is_log_known & rows[name]), none)

    grouped = rows.group_by("institution_id", "province").agg(
        loans=number(rows.institution_id.notnull()),
        loans_without_log=number(~rows.is_log_known),
        **{name: counted(name) for name in CONDUCT},
        repaid_by_land_sale_khr=(has_source & has_rates).ifelse(total(rows.riel), none),
    )
    return grouped.select(INSIDE.names).order_by("institution_id", grouped.province.fill_null(""))


def write_conduct(book: Book, out: Path) -> None:
    """Write conduct.parquet and .csv of an assessed book."""
    write_table(out, "conduct", as_printed(book.run("conduct", conduct_counts(book.setting), INSIDE), CONDUCT_COUNTS))
