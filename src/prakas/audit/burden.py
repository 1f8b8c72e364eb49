"""borrowers.parquet and burden.parquet: what borrowers owe over all lenders beside the income that was assessed. No text sets a limit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from prakas.audit.book import Book
from prakas.audit.decimals import MONEY, RATE
from prakas.audit.tables import as_printed, whole_numbers, write_table
from prakas.facts import BORROWER_FACTS, declared, number, total
from prakas.rules import FOUND, LOAN_RESULTS, rule

TEXT, WHOLE = pa.string(), pa.int64()
COUNTED = ("rolled_over", "refinanced_larger")  # rules of the chapter on burden that are about loans

BORROWERS = pa.schema(
    [
        pa.field("borrower_id", TEXT),
        pa.field("lenders", WHOLE),
        pa.field("loans", WHOLE),
        pa.field("loans_without_position", WHOLE),
        pa.field("outstanding_khr", MONEY),
        pa.field("due_next_month_khr", MONEY),
        pa.field("is_due_whole", pa.bool_()),
        pa.field("monthly_income_khr", MONEY),
        pa.field("due_to_income", RATE),
        pa.field("poverty", TEXT),
        pa.field("province", TEXT),
        *(pa.field(name, WHOLE) for name in COUNTED),
    ]
)
INSIDE = pa.schema([field for field in whole_numbers(BORROWERS) if field.name != "due_to_income"])

# Shares of the income, in percent. Ours, to show a distribution: no text sets one.
BANDS = (30, 50, 70, 100)
BAND_NAMES = (*(f"up_to_{band}" for band in BANDS), f"above_{BANDS[-1]}", "unknown")
BURDEN = pa.schema(
    [
        pa.field("province", TEXT),
        pa.field("poverty", TEXT),
        pa.field("borrowers", WHOLE),
        pa.field("borrowers_without_position", WHOLE),
        pa.field("with_several_lenders", WHOLE),
        pa.field("outstanding_khr", MONEY),
        pa.field("due_next_month_khr", MONEY),
        pa.field("due_not_whole", WHOLE),
        *(pa.field(name, WHOLE) for name in BAND_NAMES),
    ]
)
BURDEN_INSIDE = whole_numbers(BURDEN)


def _found(book: Book, name: str) -> ir.Table | None:
    """Return how many loans of each borrower a rule found; None where it was not asked, or had nothing to ask on this day."""
    made = rule(book.setting, f"burden.{name}")
    if made.standing not in book.options.standings or any(book.setting.value(parameter) is None for parameter in made.law):
        return None
    loans = declared("loan_results", LOAN_RESULTS).select("institution_id", "loan_id", "borrower_id")
    found = made.rows.filter(made.rows.state == FOUND).select(found_at="institution_id", found_loan="subject")
    rows = loans.inner_join(found, [loans.institution_id == found.found_at, loans.loan_id == found.found_loan])
    return rows.group_by(of=rows.borrower_id).agg(times=lambda t: t.count().cast("int64"))


def borrower_rows(book: Book) -> ir.Table:
    """Return one row a borrower with a loan disbursed by the audit date. Shape: INSIDE."""
    rows = declared("borrower_facts", BORROWER_FACTS)
    for name in COUNTED:
        found = _found(book, name)
        if found is None:
            rows = rows.mutate(**{name: ibis.null("int64")})
            continue
        rows = rows.left_join(found, rows.borrower_id == found.of)
        rows = rows.mutate(**{name: rows.times.fill_null(ibis.literal(0, type="int64"))}).drop("of", "times")
    return rows.select(INSIDE.names).order_by("borrower_id")


def share_of_income(due: Any, income: Any) -> pa.Array:
    """Return `due` in percent of `income`, in billionths, half up; null where one of both is, the income is 0 or the share has no room.

    The product would leave int64, so three digits are divided out at a time.
    """
    usable = pc.and_kleene(pc.is_valid(due), pc.greater(income, 0))
    # A billion percent is what the column holds; beyond it nobody compares.
    usable = pc.and_kleene(usable, pc.less(pc.divide(due, pc.max_element_wise(income, 1)), 10_000_000))
    usable = pc.fill_null(usable, fill_value=False)
    part = pc.if_else(usable, due, 0).to_numpy().astype(np.int64)
    whole = pc.if_else(usable, income, 1).to_numpy().astype(np.int64)
    share, rest = part // whole, part % whole
    for step in (1000, 1000, 1000, 100):  # percent, and nine digits
        share, rest = share * step + rest * step // whole, rest * step % whole
    share += (2 * rest >= whole).astype(np.int64)
    return pa.array(share, mask=~usable.to_numpy(zero_copy_only=False))


def burden_rows() -> ir.Table:
    """Return the distribution of borrowers with something outstanding, by province and level of poverty. Shape: BURDEN_INSIDE.

    A sum in part that is above the income is above it; any other that is not whole, and all without an income, are unknown.
    """
    rows = declared("borrower_rows", INSIDE)
    rows = rows.filter((rows.loans != 0).fill_null(True))
    due, income = rows.due_next_month_khr, rows.monthly_income_khr
    is_above = (due > income).fill_null(False)
    is_known = (rows.is_due_whole & due.notnull() & income.notnull()) | is_above
    band = ibis.cases((~is_known, len(BANDS) + 1), *((due * 100 <= income * b, i) for i, b in enumerate(BANDS)), else_=len(BANDS))
    rows = rows.mutate(is_counted=rows.loans.notnull(), band=band)
    lacks_rate = number(rows.is_counted & rows.outstanding_khr.isnull()) > 0
    grouped = rows.group_by("province", "poverty").agg(
        borrowers=number(rows.is_counted),
        borrowers_without_position=number(~rows.is_counted),
        with_several_lenders=number(rows.lenders > 1),
        outstanding_khr=lacks_rate.ifelse(ibis.null("int64"), total(rows.outstanding_khr)),
        due_next_month_khr=total(rows.due_next_month_khr),
        due_not_whole=number(rows.is_counted & ~rows.is_due_whole),
        **{name: number(rows.is_counted & (rows.band == place)) for place, name in enumerate(BAND_NAMES)},
    )
    places = (grouped[name].fill_null("") for name in ("province", "poverty"))
    return grouped.select(BURDEN_INSIDE.names).order_by(*places)


def write_burden(book: Book, out: Path) -> None:
    """Write borrowers.parquet, burden.parquet and burden.csv of an assessed book."""
    book.write("borrower_rows", borrower_rows(book), INSIDE)
    rows = book.run("borrowers", declared("borrower_rows", INSIDE).order_by("borrower_id"), INSIDE)
    due = pc.if_else(rows["is_due_whole"], rows["due_next_month_khr"], None)
    share = share_of_income(due.combine_chunks(), rows["monthly_income_khr"].combine_chunks())
    write_table(out, "borrowers", as_printed(rows.append_column("due_to_income", share), BORROWERS), csv=False)
    write_table(out, "burden", as_printed(book.run("burden", burden_rows(), BURDEN_INSIDE), BURDEN))
