"""Totals of each institution on the audit date: portfolio, borrowers, savings, shares at risk, titles."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.evidence import BASES, capped, weakness
from prakas.facts.riel import in_base, number, total
from prakas.facts.tables import FLAG, INSTITUTION_FACTS, LENDERS, RATES, TEXT, declared, loan_facts, sealed, titles
from prakas.facts.terms import Day

NO = False


def _whole(amount: Any, is_unknown: Any) -> Any:
    """Return a sum, or null where a row that belongs to it is not known."""
    return (number(is_unknown) == 0).ifelse(total(amount), ibis.null("int64"))


def _currencies(day: Day, rows: Any, is_wanting: Any) -> Any:
    """Return the currencies for which a row of a group lacks a rate, apart by blanks; empty where none does."""
    text = ibis.literal("")
    for code in day.country.codes["foreign_currency"]:
        lacks = number(is_wanting & (rows.currency == code)) > 0
        text = text.concat(lacks.ifelse(f" {code}", ""))
    return text.strip()


def _from_loans(day: Day) -> ir.Table:
    """Return totals of loans by institution. A loan without a position is in none of them, and counted."""
    rows = loan_facts()
    base = day.country.base_currency
    owing = ((rows.outstanding_principal > 0) & ~rows.is_written_off).fill_null(NO)
    riel = in_base(rows.outstanding_principal, rows.currency, rows.khr, base)
    unknown = rows.outstanding_principal.isnull() & ~rows.is_written_off
    late = (rows.days_past_due > 30).fill_null(NO)
    undated = owing & rows.days_past_due.isnull()
    rows = rows.mutate(
        owing=owing,
        riel=owing.ifelse(riel, 0),
        without_rate=owing & riel.isnull(),
        late_riel=(owing & late).ifelse(riel, 0),
        late_or_restructured=(owing & (late | rows.is_restructured)).ifelse(riel, 0),
        undated=undated | (owing & riel.isnull()),
        nobody=owing & rows.borrower_id.isnull(),
        unknown=unknown,
        weakness=ibis.cases((rows.basis == "computed", 1), (rows.basis == "rebuilt", 2), (rows.basis == "reported", 3), else_=0),
    )
    people = rows.borrower_id.nunique(where=rows.owing).cast("int64")
    # Written-off loans are no part of the portfolio, so a position of theirs makes nothing of it known.
    inside = ~rows.is_written_off
    none_known = (number(inside) > 0) & (number(inside & ~rows.unknown) == 0)
    portfolio = _whole(rows.riel, rows.without_rate)
    return rows.group_by("institution_id").agg(
        portfolio_khr=none_known.ifelse(ibis.null("int64"), portfolio),
        borrowers=((number(rows.nobody) > 0) | none_known).ifelse(ibis.null("int64"), people),
        loans=none_known.ifelse(ibis.null("int64"), number(rows.owing)),
        has_rows=number(rows.loan_id.notnull()),
        loans_without_borrower=number(rows.nobody),
        loans_without_position=number(rows.unknown),
        loans_without_rate=number(rows.without_rate),
        currencies_without_rate=_currencies(day, rows, rows.without_rate),
        group_loans=number(rows.owing & (rows.segment == "group")),
        par30_khr=_whole(rows.late_riel, rows.undated),
        par30_with_restructured_khr=_whole(rows.late_or_restructured, rows.undated),
        weakness=rows.weakness.max(),
        told_hard=number(~rows.has_collateral & (rows.title_kind == day.country.title_kinds[0])),
        told_soft=number(~rows.has_collateral & rows.title_kind.isin(day.country.title_kinds[1:])),
        told_titles=number(~rows.has_collateral & rows.title_kind.notnull()),
    )


def _from_deposits(day: Day) -> ir.Table:
    """Return totals of savings by institution; accounts of unknown kind count as voluntary, and are counted."""
    rows = sealed("deposits")
    rates = declared("rates", RATES).rename(rate_tape="tape", rate_currency="currency")
    rows = rows.left_join(rates, [rows.tape == rates.rate_tape, rows.currency == rates.rate_currency])
    base = day.country.base_currency
    riel = in_base(rows.balance, rows.currency, rows.khr, base)
    public = (rows.kind != "compulsory").fill_null(True)
    has_rate = riel.notnull() | (rows.balance == 0)
    rows = rows.mutate(
        riel=riel,
        public=public.ifelse(riel, 0),
        public_unknown=public & ~has_rate,
        unknown=~has_rate,
        holds=(rows.balance > 0).fill_null(NO),
    )
    return rows.group_by("institution_id").agg(
        public_savings_khr=_whole(rows.public, rows.public_unknown),
        savings_currencies_without_rate=_currencies(day, rows, rows.public_unknown),
        all_savings_khr=_whole(rows.riel, rows.unknown),
        depositors=rows.depositor_id.nunique(where=rows.holds).cast("int64"),
        accounts_of_unknown_kind=number(rows.kind.isnull()),
    )


def _from_titles(day: Day) -> ir.Table:
    """Return counts of titles by institution. The first kind of the pack's list is the cadastral (hard) one."""
    rows = titles()
    hard = day.country.title_kinds[0]
    return rows.group_by("institution_id").agg(
        held_hard=number(rows.kind == hard),
        held_soft=number(rows.kind != hard),
        held_after_repayment=number(rows.is_after_repayment),
        titles_weakness=weakness(rows.basis, BASES).max(),
    )


def _returned_collateral() -> ir.Table:
    """Return the institutions with loans of which a row of collateral was returned: their titles are a lower bound."""
    rows = sealed("loans")
    rows = rows.filter(rows.collateral_returned)
    return rows.group_by("institution_id").agg(collateral_rows_returned=number(rows.loan_id.notnull()))


def _loan_columns(rows: Any) -> dict[str, Any]:
    zero = ibis.literal(0, type="int64")
    none = ibis.null("int64")
    told = rows.is_as_of

    def counted(column: Any) -> Any:
        return rows.has_loans.ifelse(column.fill_null(zero), none)

    # A null inside a group means unknown, a missing group means nothing: only the second is zero.
    in_loans = rows.has_rows.notnull()
    portfolio = rows.has_loans.ifelse(in_loans.ifelse(rows.portfolio_khr, zero), none)
    borrowers = rows.has_loans.ifelse(in_loans.ifelse(rows.borrowers, zero), none)
    par = rows.has_loans.ifelse(in_loans.ifelse(rows.par30_khr, zero), none)
    par_restructured = rows.has_loans.ifelse(in_loans.ifelse(rows.par30_with_restructured_khr, zero), none)
    whole = counted(rows.loans_without_position) == 0
    loans_told = told & ~rows.has_loans
    # The lender's word stands in where loans name no borrower, not where their positions are unknown.
    borrowers_told = told & (~rows.has_loans | (counted(rows.loans_without_borrower) > 0).fill_null(NO))
    loans_basis = ibis.cases(
        (~rows.has_loans & told & rows.reported_portfolio_khr.notnull(), "reported"),
        (~rows.has_loans, ibis.null("string")),
        (rows.weakness.fill_null(0) == 3, "reported"),
        (rows.weakness.fill_null(0) == 2, "rebuilt"),
        (in_loans & (rows.weakness == 0), ibis.null("string")),
        else_="computed",
    )
    return {
        "computed_portfolio_khr": (whole & (rows.weakness.fill_null(0) < 3)).ifelse(portfolio, none),
        "computed_borrowers": (whole & (rows.weakness.fill_null(0) < 3)).ifelse(borrowers, none),
        "portfolio_khr": loans_told.ifelse(rows.reported_portfolio_khr, portfolio),
        "is_portfolio_whole": rows.has_loans.ifelse(whole, told & rows.reported_portfolio_khr.notnull()).fill_null(NO),
        "borrowers": borrowers_told.ifelse(rows.reported_borrowers, borrowers),
        "is_borrowers_whole": borrowers.notnull().ifelse(whole, told & rows.reported_borrowers.notnull()).fill_null(NO),
        "loans": rows.has_loans.ifelse(in_loans.ifelse(rows.loans, zero), none),
        "loans_without_position": counted(rows.loans_without_position),
        "loans_without_rate": counted(rows.loans_without_rate),
        "group_loans": counted(rows.group_loans),
        "par30_khr": par,
        "par30_with_restructured_khr": par_restructured,
        "loans_basis": loans_basis,
        "borrowers_basis": (borrowers_told & rows.reported_borrowers.notnull()).ifelse("reported", loans_basis),
    }


def _savings_columns(rows: Any) -> dict[str, Any]:
    zero, none, told = ibis.literal(0, type="int64"), ibis.null("int64"), rows.is_as_of
    counted = rows.has_deposits & told  # balances count on as_of alone
    in_deposits = rows.depositors.notnull()

    def of(column: Any) -> Any:
        return counted.ifelse(in_deposits.ifelse(column, zero), none)

    public, people = of(rows.public_savings_khr), of(rows.depositors)
    return {
        "computed_public_savings_khr": public,
        "computed_depositors": people,
        "public_savings_khr": (told & ~rows.has_deposits).ifelse(rows.reported_public_savings_khr, public),
        "all_savings_khr": of(rows.all_savings_khr),
        "depositors": (told & ~rows.has_deposits).ifelse(rows.reported_depositors, people),
        "accounts_of_unknown_kind": of(rows.accounts_of_unknown_kind),
        "savings_basis": ibis.cases(
            (counted, "computed"),
            (told & ibis.coalesce(rows.reported_public_savings_khr, rows.reported_depositors).notnull(), "reported"),
        ),
    }


def _title_columns(rows: Any) -> dict[str, Any]:
    zero, none, told = ibis.literal(0, type="int64"), ibis.null("int64"), rows.is_as_of
    has_no_loan = rows.has_loans & rows.has_rows.isnull()
    by_loan = told & ~rows.has_collateral & ((rows.told_titles > 0).fill_null(NO) | has_no_loan)
    hard = rows.has_collateral.ifelse(rows.held_hard.fill_null(zero), none)
    soft = rows.has_collateral.ifelse(rows.held_soft.fill_null(zero), none)
    # Titles of which somebody only told are not set against the lender's own number of them.
    basis = capped(ibis.literal(BASES[0]), rows.titles_weakness)
    is_whole = rows.collateral_rows_returned.isnull() & (basis != BASES[-1])

    def strongest(found: Any, by_loans: Any, stated: Any) -> Any:
        return ibis.cases((rows.has_collateral, found), (by_loan, by_loans.fill_null(zero)), (told, stated))

    return {
        "computed_titles_hard": is_whole.ifelse(hard, none),
        "computed_titles_soft": is_whole.ifelse(soft, none),
        "titles_hard": strongest(hard, rows.told_hard, rows.reported_titles_hard),
        "titles_soft": strongest(soft, rows.told_soft, rows.reported_titles_soft),
        "titles_after_repayment": rows.has_collateral.ifelse(rows.held_after_repayment.fill_null(zero), none),
        "titles_basis": ibis.cases(
            (rows.has_collateral, basis),
            (by_loan | (told & ibis.coalesce(rows.reported_titles_hard, rows.reported_titles_soft).notnull()), "reported"),
        ),
    }


def _of_whole_books(rows: ir.Table) -> dict[str, Any]:
    """Return every total, null where only some of the lender's loans are in the tape: a part is never shown as the whole."""
    found: dict[str, Any] = {}
    for field in INSTITUTION_FACTS:
        if field.name in LENDERS.names:
            continue
        unknown: Any = ibis.literal(value=False) if field.type == FLAG else ibis.null("string" if field.type == TEXT else "int64")
        found[field.name] = rows.is_whole_book.ifelse(rows[field.name], unknown)
    return found


def institution_facts(day: Day) -> ir.Table:
    """Return one row an institution. Shape: INSTITUTION_FACTS. Money in hundredths of riel."""
    rows = declared("lenders", LENDERS)
    for part in (_from_loans(day), _from_deposits(day), _from_titles(day), _returned_collateral()):
        rows = rows.left_join(part, "institution_id").drop("institution_id_right")
    rows = rows.mutate(**(_loan_columns(rows) | _savings_columns(rows) | _title_columns(rows)))
    rows = rows.mutate(**_of_whole_books(rows))
    return rows.select(INSTITUTION_FACTS.names).order_by("institution_id")
