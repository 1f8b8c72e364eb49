"""Borrowers over all lenders of a run: what each owes, what falls due in the next month, the income that was assessed."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.evidence import BASES, weakness
from prakas.facts.riel import in_base, number, total
from prakas.facts.tables import BORROWER_FACTS, loan_facts, sealed
from prakas.facts.terms import Day


def is_open(rows: Any) -> Any:
    """Return whether something is outstanding on a loan that is not written off; false where its position is not known."""
    return ((rows.outstanding_principal > 0) & ~rows.is_written_off).fill_null(False)


def _owing(day: Day) -> ir.Table:
    """Return what each borrower owes. Loans without a position are in no sum, and counted."""
    rows = loan_facts()
    rows = rows.filter(rows.borrower_id.notnull())
    base = day.country.base_currency
    due = (rows.due_next_month == 0).ifelse(
        ibis.literal(0, type="int64"), in_base(rows.due_next_month, rows.currency, rows.khr, base)
    )
    rows = rows.mutate(
        owing=is_open(rows),
        unknown=rows.outstanding_principal.isnull() & ~rows.is_written_off,
        riel=in_base(rows.outstanding_principal, rows.currency, rows.khr, base),
        due=due,
        place=ibis.greatest(weakness(rows.basis, BASES), weakness(rows.schedule_basis, BASES)),
    )
    # Where every loan that may be open lacks a position, nothing is known, and nothing is not 0.
    inside = ~rows.is_written_off
    none_known = (number(inside) > 0) & (number(inside & ~rows.unknown) == 0)
    none = ibis.null("int64")
    lacks_rate = number(rows.owing & rows.riel.isnull()) > 0
    return rows.group_by("borrower_id").agg(
        lenders=none_known.ifelse(none, rows.institution_id.nunique(where=rows.owing).cast("int64")),
        loans=none_known.ifelse(none, number(rows.owing)),
        loans_without_position=number(rows.unknown),
        outstanding_khr=(none_known | lacks_rate).ifelse(none, total(rows.riel, where=rows.owing)),
        due_next_month_khr=none_known.ifelse(none, total(rows.due, where=rows.owing)),
        lacks_schedule=number(rows.owing & rows.due_next_month.isnull()) > 0,
        lacks_rate=number(rows.owing & rows.due_next_month.notnull() & rows.due.isnull()) > 0,
        weakness=rows.place.max(where=rows.owing),
    )


def _households(day: Day) -> ir.Table:
    """Return what is told of each household in any tape: the highest income with its row, the poorest level, the lowest province."""
    rows = sealed("borrowers")
    levels = day.country.codes["poverty"]
    level = ibis.cases(*((rows.poverty == code, ibis.literal(i, type="int64")) for i, code in enumerate(levels)))
    highest = ibis.window(
        group_by="borrower_id",
        order_by=[rows.monthly_income_khr.isnull(), rows.monthly_income_khr.desc(), rows.tape, rows.source_row],
    )
    rows = rows.mutate(level=level, province=rows.commune.substr(0, 2), place=ibis.row_number().over(highest))
    told = rows.group_by("borrower_id").agg(
        monthly_income_khr=rows.monthly_income_khr.max(), level=rows.level.min(), province=rows.province.min()
    )
    row = rows.filter(rows.place == 0).select("borrower_id", "tape", "source_row")
    told = told.inner_join(row, "borrower_id")
    return told.select(
        "monthly_income_khr",
        "province",
        "tape",
        "source_row",
        household="borrower_id",
        poverty=ibis.cases(*((told.level == i, code) for i, code in enumerate(levels))),
    )


def borrower_facts(day: Day) -> ir.Table:
    """Return one row a borrower with a loan disbursed by the audit date at any lender. Shape: BORROWER_FACTS.

    The sums are lower bounds where they are not whole: what lacks a schedule or an exchange rate is left out of what falls due.
    """
    owing, told = _owing(day), _households(day)
    rows = owing.left_join(told, owing.borrower_id == told.household)
    rows = rows.mutate(
        is_due_whole=~rows.lacks_schedule & ~rows.lacks_rate & (rows.loans_without_position == 0),
        weakness=rows.weakness.fill_null(ibis.literal(0, type="int64")),
    )
    return rows.select(BORROWER_FACTS.names).order_by("borrower_id")
