"""The facts of each loan: terms, the strongest position there is, security and prices, in one row."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.evidence import capped
from prakas.facts.holdings import OUTSTANDING
from prakas.facts.kernel import POSITION_SCHEMA
from prakas.facts.tables import LOAN_FACTS, SECURITY, TERMS, declared

RATE_COLUMNS = tuple(n for n in POSITION_SCHEMA.names if "_rate_" in n)


def _placed() -> ir.Table:
    """Return terms with positions: computed or rebuilt where the flows are there, else the lender's word of that day.

    The lender's word does not stand in for a row that was returned, nor for a schedule that came later. No basis is stronger
    than the way in which the weakest row of the loan, its schedule, payments and charges is known.
    """
    loans = declared("terms", TERMS)
    found = declared("positions", POSITION_SCHEMA).rename(position_no="loan_no")
    rows = loans.left_join(found, loans.loan_no == found.position_no)
    is_computed = rows.outstanding_principal.notnull()
    may_be_told = (
        rows.is_as_of.fill_null(False)
        & ~(rows.installments_returned | rows.payments_returned)
        & ~rows.is_schedule_unknown
        & ~is_computed
    )

    def told(value: Any) -> Any:
        return may_be_told.ifelse(value, ibis.null("int64"))

    told_late = (rows.reported_outstanding == 0).fill_null(False).ifelse(0, rows.reported_days_past_due)
    has_word = told(
        ibis.coalesce(rows.reported_outstanding, rows.reported_days_past_due, rows.reported_accrued_interest)
    ).notnull()
    return rows.mutate(
        computed_outstanding=rows.outstanding_principal,
        computed_days_past_due=rows.days_past_due,
        outstanding_principal=ibis.coalesce(rows.outstanding_principal, told(rows.reported_outstanding)),
        days_past_due=ibis.coalesce(rows.days_past_due, told(told_late)),
        accrued_interest=ibis.coalesce(rows.accrued_interest, told(rows.reported_accrued_interest)),
        basis=capped(
            ibis.cases((is_computed & (rows.schedule_basis == 1), "computed"), (is_computed, "rebuilt"), (has_word, "reported")),
            rows.weakness,
        ),
        schedule_basis=capped(
            ibis.cases((rows.schedule_basis == 1, "computed"), (rows.schedule_basis == 2, "rebuilt")), rows.weakness
        ),
        is_flat_as_lived=(rows.is_flat_as_lived == 1),
        due_next_month=(told(rows.reported_outstanding) == 0).fill_null(False).ifelse(0, rows.due_next_month),
    )


def outstanding() -> ir.Table:
    """Return the outstanding principal of every loan. Shape: OUTSTANDING."""
    return _placed().select(OUTSTANDING.names).order_by("loan_no")


def loan_facts() -> ir.Table:
    """Return one row a loan disbursed by the audit date. Shape: LOAN_FACTS."""
    rows = _placed()
    held = declared("security", SECURITY).rename(security_no="loan_no")
    rows = rows.left_join(held, rows.loan_no == held.security_no)
    known = rows.has_collateral & ~rows.collateral_returned
    told_title = rows.is_as_of.fill_null(False) & ~rows.has_collateral & rows.title_kind.notnull()
    titles_held = ibis.cases(
        (known, rows.titles_held.fill_null(0)),
        (told_title, (rows.title_kind != "none").cast("int64")),
    )
    # Without rows of collateral nothing is proved, so nothing is deducted; a returned row leaves it unknown.
    unknown = ibis.null("int64")
    rows = rows.mutate(
        cash=rows.collateral_returned.ifelse(unknown, rows.cash.fill_null(0)),
        proven_value=rows.collateral_returned.ifelse(unknown, rows.proven_value.fill_null(0)),
        titles_held=titles_held,
        security_weakness=rows.security_weakness.fill_null(0),
    )
    return rows.select(LOAN_FACTS.names).order_by("loan_no")
