"""The tables that facts are made from and the tables they become, declared without data."""

from __future__ import annotations

from functools import cache

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts.kernel import POSITION_SCHEMA
from prakas.tape import contract, sealed_schema

# The four types that facts are made of. (Ibis's own translation needs a package that it does not bring along.)
TYPES = {pa.string(): "string", pa.int64(): "int64", pa.date32(): "date", pa.bool_(): "boolean"}


def declared(name: str, schema: pa.Schema) -> ir.Table:
    """Return a table of that name and schema, with no data behind it."""
    return ibis.table({field.name: TYPES[field.type] for field in schema}, name=name)


@cache
def sealed(name: str) -> ir.Table:
    """Return a table of the sealed tape."""
    return declared(name, sealed_schema(contract()[name]))


def _schema(**kinds: pa.DataType) -> pa.Schema:
    return pa.schema([pa.field(name, kind) for name, kind in kinds.items()])


TEXT, WHOLE, DATE, FLAG = pa.string(), pa.int64(), pa.date32(), pa.bool_()

# One row an institution: what is known before any loan is looked at.
LENDERS = _schema(
    institution_id=TEXT,
    name=TEXT,
    name_km=TEXT,
    status=TEXT,
    legal_form=TEXT,
    lender_kind=TEXT,
    is_bank=FLAG,
    is_as_of=FLAG,
    is_whole_book=FLAG,
    informed_of_refusal_on=DATE,
    reported_portfolio_khr=WHOLE,
    reported_borrowers=WHOLE,
    reported_public_savings_khr=WHOLE,
    reported_depositors=WHOLE,
    reported_titles_hard=WHOLE,
    reported_titles_soft=WHOLE,
    has_loans=FLAG,
    has_charges=FLAG,
    has_collateral=FLAG,
    has_deposits=FLAG,
    has_borrowers=FLAG,
    has_payment_rows=FLAG,
    has_due_rows=FLAG,
    has_payments=FLAG,
    has_recovery=FLAG,
    tape=TEXT,
    source_row=WHOLE,
)

# Riel for one unit of a currency on the audit date, in millionths, by tape.
RATES = _schema(tape=TEXT, currency=TEXT, khr=WHOLE)

# One row a loan disbursed by the audit date: its terms with what follows from dates alone.
TERMS = _schema(
    loan_no=WHOLE,
    institution_id=TEXT,
    loan_id=TEXT,
    borrower_id=TEXT,
    currency=TEXT,
    segment=TEXT,
    is_microloan=FLAG,
    disbursed_on=DATE,
    matures_on=DATE,
    agreed_on=DATE,
    is_signed_known=FLAG,
    is_short_term=FLAG,
    start_on=DATE,
    is_restarted=FLAG,
    is_restructured=FLAG,
    is_schedule_unknown=FLAG,
    is_written_off=FLAG,
    principal=WHOLE,
    restructured_balance=WHOLE,
    nominal_rate=WHOLE,
    rate_method=TEXT,
    frequency=TEXT,
    amortization=TEXT,
    grace_months=WHOLE,
    fees_upfront=WHOLE,
    title_kind=TEXT,
    ceiling=WHOLE,
    reported_class=TEXT,
    reported_outstanding=WHOLE,
    reported_provision=WHOLE,
    reported_days_past_due=WHOLE,
    reported_accrued_interest=WHOLE,
    are_payments_known=FLAG,
    has_charges=FLAG,
    has_collateral=FLAG,
    has_recovery=FLAG,
    is_as_of=FLAG,
    is_bank=FLAG,
    lender_kind=TEXT,
    installments_returned=FLAG,
    charges_returned=FLAG,
    payments_returned=FLAG,
    collateral_returned=FLAG,
    recovery_returned=FLAG,
    weakness=WHOLE,  # the place in BASES of the strongest basis that the loan's rows allow
    khr=WHOLE,
    poverty=TEXT,
    province=TEXT,
    refinances=TEXT,
    tape=TEXT,
    source_row=WHOLE,
)

# What secures each loan on the audit date; a loan with no row in collateral has none.
SECURITY = _schema(loan_no=WHOLE, cash=WHOLE, proven_value=WHOLE, titles_held=WHOLE, security_weakness=WHOLE)

# The loan's facts: terms, position (the strongest basis there is) and prices.
LOAN_FACTS = pa.schema(
    [
        *TERMS,
        *(field for field in POSITION_SCHEMA if field.name not in {"loan_no", "schedule_basis", "is_flat_as_lived"}),
        pa.field("schedule_basis", TEXT),
        pa.field("is_flat_as_lived", FLAG),
        pa.field("basis", TEXT),
        pa.field("computed_outstanding", WHOLE),
        pa.field("computed_days_past_due", WHOLE),
        pa.field("cash", WHOLE),
        pa.field("proven_value", WHOLE),
        pa.field("titles_held", WHOLE),
        pa.field("security_weakness", WHOLE),  # as `weakness`, of the rows that prove cash and value
    ]
)

# One row an event of a loan by the audit date: a step of the collection log, or a day on which sales of land paid for it.
RECOVERY_EVENTS = _schema(
    loan_no=WHOLE,
    happened_on=DATE,
    step=TEXT,  # of the log, or land_sale
    amount=WHOLE,  # what sales of land paid on that day
    judgment_on=DATE,  # the first of the loan by the audit date; so are the next two
    court_filing_on=DATE,
    threat_on=DATE,
    source_table=TEXT,
    source_row=WHOLE,
)

# One row a loan with an event: days and steps in order, as text.
TIMELINES = _schema(loan_no=WHOLE, timeline=TEXT)

# One row a borrower with a loan disbursed by the audit date, over all lenders. Riel in hundredths.
BORROWER_FACTS = _schema(
    borrower_id=TEXT,
    lenders=WHOLE,
    loans=WHOLE,
    loans_without_position=WHOLE,
    outstanding_khr=WHOLE,
    due_next_month_khr=WHOLE,
    is_due_whole=FLAG,
    lacks_schedule=FLAG,
    lacks_rate=FLAG,
    monthly_income_khr=WHOLE,
    poverty=TEXT,
    province=TEXT,
    weakness=WHOLE,  # the place in BASES of the weakest position or schedule of an open loan
    tape=TEXT,
    source_row=WHOLE,  # of the borrower's row with the highest income
)

# One row a title held on the audit date by an institution.
TITLES = _schema(
    institution_id=TEXT,
    title=TEXT,
    title_ref=TEXT,
    kind=TEXT,
    commune=TEXT,
    taken_on=DATE,
    collateral_id=TEXT,
    is_after_repayment=FLAG,
    is_first_in_sector=FLAG,
    institutions=WHOLE,
    basis=TEXT,  # of the title: its rows at this institution
    basis_with_loans=TEXT,  # with the rows of the loans that it secures there
    basis_of_holders=TEXT,  # with its rows at every institution
    tape=TEXT,
    source_row=WHOLE,
)

# One row an institution: totals in riel (hundredths) and counts. Null: not known.
INSTITUTION_FACTS = pa.schema(
    [
        *LENDERS,
        *_schema(
            portfolio_khr=WHOLE,
            is_portfolio_whole=FLAG,
            borrowers=WHOLE,
            is_borrowers_whole=FLAG,
            loans=WHOLE,
            loans_without_position=WHOLE,
            loans_without_rate=WHOLE,
            currencies_without_rate=TEXT,
            savings_currencies_without_rate=TEXT,
            group_loans=WHOLE,
            public_savings_khr=WHOLE,
            all_savings_khr=WHOLE,
            depositors=WHOLE,
            accounts_of_unknown_kind=WHOLE,
            par30_khr=WHOLE,
            par30_with_restructured_khr=WHOLE,
            titles_hard=WHOLE,
            titles_soft=WHOLE,
            titles_after_repayment=WHOLE,
            loans_basis=TEXT,
            borrowers_basis=TEXT,  # the lender's word where its loans name no borrower
            savings_basis=TEXT,
            titles_basis=TEXT,
            computed_portfolio_khr=WHOLE,
            computed_borrowers=WHOLE,
            computed_public_savings_khr=WHOLE,
            computed_depositors=WHOLE,
            computed_titles_hard=WHOLE,
            computed_titles_soft=WHOLE,
        ),
    ]
)


def loan_facts() -> ir.Table:
    """Return the table of loan facts."""
    return declared("loan_facts", LOAN_FACTS)


def institution_facts() -> ir.Table:
    """Return the table of institution facts."""
    return declared("institution_facts", INSTITUTION_FACTS)


def titles() -> ir.Table:
    """Return the table of titles held."""
    return declared("titles", TITLES)
