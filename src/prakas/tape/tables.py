"""The loan tape's contract as code: each table once, with its columns, types and meanings."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import pyarrow as pa

from prakas.jurisdictions import Pack, pack

Kind = Literal["text", "code", "commune", "date", "money", "integer", "percent", "rate", "boolean"]

# How each kind lies in the sealed tape. Money: hundredths. Percent and exchange rates: millionths.
ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "code": pa.string(),
    "commune": pa.string(),
    "date": pa.date32(),
    "money": pa.int64(),
    "integer": pa.int64(),
    "percent": pa.int64(),
    "rate": pa.int64(),
    "boolean": pa.bool_(),
}

MONEY_SCALE = 100
PERCENT_SCALE = 1_000_000
LARGEST_MONEY = 10**15  # minor units; above it products of the money path could leave int64
LARGEST_RATE = 90_000 * PERCENT_SCALE  # riel for one unit; above it conversion could leave int64


@dataclass(frozen=True)
class Column:
    """One column of the contract."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    key: bool = False
    codes: tuple[str, ...] = ()
    code_list: str = ""
    positive: bool = False  # must be above zero
    signed: bool = False  # may be below zero (a reversal)


@dataclass(frozen=True)
class Table:
    """One table of the contract."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    parent: str = ""  # the table its rows belong to, through loan_id or institution_id
    order: tuple[str, ...] = ()  # how the sealed rows are sorted, after loan_no or institution_id
    level: int = 3  # the first level of tape that has it
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(c.name for c in self.columns))

    def __getitem__(self, name: str) -> Column:
        """Return the column of that name; KeyError where there is none."""
        return {c.name: c for c in self.columns}[name]

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the key columns."""
        return tuple(c.name for c in self.columns if c.key)


def _loan_child(*columns: Column) -> tuple[Column, ...]:
    institution = Column("institution_id", "text", "needed only where loan_id alone is not unique")
    return (institution, *columns)


def contract(country: Pack | None = None) -> dict[str, Table]:
    """Return every table of the contract by name, with the code lists of a country's pack."""
    return _shipped() if country is None else _tables(country)


@cache
def _shipped() -> dict[str, Table]:
    return _tables(pack())


def _tables(country: Pack) -> dict[str, Table]:
    """Return the tables; a pack holds dicts, so this cannot be cached by it."""

    def code(name: str, code_list: str, meaning: str, *, required: bool = False) -> Column:
        return Column(name, "code", meaning, required=required, codes=country.codes[code_list], code_list=code_list)

    evidence = code("evidence", "evidence", "how this row is known; empty: not said")
    tables = (
        Table(
            "institutions",
            "who lends",
            (
                Column("institution_id", "text", "the lender's id", required=True, key=True),
                Column("name", "text", "name", required=True),
                Column("name_km", "text", "name in Khmer"),
                code("legal_form", "legal_form", "legal form", required=True),
                code("status", "status", "status with the supervisor, on as_of", required=True),
                Column("status_since", "date", "since when it has that status"),
                Column("as_of", "date", "the day this book was closed; empty: the audit date"),
                Column(
                    "informed_of_refusal_on",
                    "date",
                    "when it was informed that registration was denied or cancelled",
                ),
                Column("reported_portfolio_khr", "money", "loans outstanding in riel, as the lender states it"),
                Column("reported_borrowers", "integer", "borrowers, as the lender states it"),
                Column("reported_public_savings_khr", "money", "savings of the general public in riel, as stated"),
                Column("reported_depositors", "integer", "depositors, as the lender states it"),
                Column("reported_titles_hard", "integer", "hard titles held, as the lender states it"),
                Column("reported_titles_soft", "integer", "soft titles held, as the lender states it"),
                Column("is_whole_book", "boolean", "false: only some of this lender's loans are in the tape; empty: true"),
            ),
            level=0,
        ),
        Table(
            "borrowers",
            "who borrows, under a pseudonym",
            (
                Column("borrower_id", "text", "pseudonym", required=True, key=True),
                code("sex", "sex", "sex"),
                Column("birth_year", "integer", "year of birth"),
                Column("commune", "commune", "official commune code, six digits"),
                code("poverty", "poverty", "IDPoor level"),
                code("livelihood", "livelihood", "main livelihood"),
                code("work_status", "work_status", "work"),
                Column("monthly_income_khr", "money", "household income that the lender assessed, riel a month"),
            ),
        ),
        Table(
            "loans",
            "one row a loan",
            (
                Column("loan_id", "text", "the loan's id, unique within its institution", required=True, key=True),
                Column("institution_id", "text", "who lends", required=True, key=True),
                Column("borrower_id", "text", "who borrows"),
                Column("product", "text", "the lender's product"),
                Column("purpose", "text", "what the loan is for"),
                code("segment", "segment", "segment"),
                Column("is_microloan", "boolean", "the lender's own declaration"),
                code("currency", "currency", "currency, ISO 4217", required=True),
                Column("principal", "money", "contract amount", required=True, positive=True),
                Column("signed_on", "date", "the day the contract was signed"),
                Column("disbursed_on", "date", "the day the money was handed out", required=True),
                Column("matures_on", "date", "the last day of the loan", required=True),
                Column("nominal_rate", "percent", "rate of the contract, percent a year: 18 means 18 %"),
                code("rate_method", "rate_method", "how interest is counted"),
                code("frequency", "frequency", "how often an instalment falls due"),
                code("amortization", "amortization", "how principal is repaid"),
                Column("grace_months", "integer", "first months in which no principal is due"),
                Column("fees_upfront", "money", "all up-front charges together, where there is no charges table"),
                Column("original_matures_on", "date", "maturity first agreed, where a restructuring moved it"),
                Column("restructured_on", "date", "the last restructuring"),
                Column("schedule_from", "date", "the day a schedule was issued anew without a restructuring"),
                Column("restructured_balance", "money", "principal owed right after it, capitalized interest included"),
                Column("refinances", "text", "the loan of the same institution that this one repays"),
                Column("written_off_on", "date", "the day it was written off"),
                code("title_kind", "title_kind", "land title held, where there is no collateral table"),
                code("reported_class", "grade", "the grade in the lender's books, on as_of"),
                Column("reported_outstanding", "money", "principal outstanding in the lender's books"),
                Column("reported_provision", "money", "provision in the lender's books"),
                Column("reported_days_past_due", "integer", "days past due in the lender's books"),
                Column("reported_accrued_interest", "money", "accrued and unpaid interest that was taken to income"),
                evidence,
            ),
            parent="institutions",
            level=1,
        ),
        Table(
            "installments",
            "the repayment schedule in force",
            _loan_child(
                Column("loan_id", "text", "the loan", required=True, key=True),
                Column("number", "integer", "1, 2, 3 …", required=True, key=True),
                Column("due_on", "date", "the day it falls due", required=True),
                Column("principal", "money", "principal due", required=True),
                Column("interest", "money", "interest due", required=True),
                Column("fee", "money", "fee due; empty: 0"),
                evidence,
            ),
            parent="loans",
            order=("due_on", "number"),
            level=2,
        ),
        Table(
            "charges",
            "what the borrower pays outside the instalments",
            _loan_child(
                Column("loan_id", "text", "the loan", required=True),
                Column("charged_on", "date", "the day of the charge", required=True),
                code("kind", "charge_kind", "what for", required=True),
                Column("amount", "money", "how much", required=True),
                Column("returned_on", "date", "compulsory savings: handed back on"),
                Column("returned_amount", "money", "compulsory savings: how much was handed back"),
                evidence,
            ),
            parent="loans",
            order=("charged_on", "source_row"),
        ),
        Table(
            "payments",
            "what was received; a negative row undoes an earlier one",
            _loan_child(
                Column("payment_id", "text", "the payment's id", required=True, key=True),
                Column("loan_id", "text", "the loan", required=True),
                Column("paid_on", "date", "the day it was received", required=True),
                Column("principal", "money", "principal, as the lender booked it", required=True, signed=True),
                Column("interest", "money", "interest, as the lender booked it", required=True, signed=True),
                Column("fee", "money", "fee; empty: 0", signed=True),
                Column("penalty", "money", "penalty; empty: 0", signed=True),
                code("source", "payment_source", "where the money came from, as told"),
                evidence,
            ),
            parent="loans",
            order=("paid_on", "source_row"),
        ),
        Table(
            "collateral",
            "what secures a loan",
            _loan_child(
                Column("collateral_id", "text", "the collateral's id", required=True, key=True),
                Column("loan_id", "text", "the loan", required=True),
                code("kind", "collateral_kind", "what it is", required=True),
                Column("title_ref", "text", "pseudonym of the title: the same title twice has it twice"),
                Column("commune", "commune", "where the land lies"),
                Column("taken_on", "date", "the day it was taken", required=True),
                Column("released_on", "date", "the day it was handed back"),
                Column("value", "money", "cash: the amount blocked; else the appraised market value"),
                Column("valued_on", "date", "the day of the valuation"),
                Column("valuation_accepted", "boolean", "the supervisor accepted this valuation, case by case"),
                evidence,
            ),
            parent="loans",
            order=("taken_on", "collateral_id"),
        ),
        Table(
            "deposits",
            "savings accounts",
            (
                Column("account_id", "text", "the account's id", required=True, key=True),
                Column("institution_id", "text", "who holds it", required=True, key=True),
                Column("depositor_id", "text", "whose it is", required=True),
                code("currency", "currency", "currency, ISO 4217", required=True),
                Column("balance", "money", "balance on as_of", required=True),
                code("kind", "deposit_kind", "voluntary or compulsory; empty: counted as voluntary, and said"),
            ),
            parent="institutions",
            order=("account_id",),
        ),
        Table(
            "recovery",
            "the lender's collection log",
            _loan_child(
                Column("loan_id", "text", "the loan", required=True),
                Column("happened_on", "date", "the day", required=True),
                code("step", "recovery_step", "what was done", required=True),
            ),
            parent="loans",
            order=("happened_on", "source_row"),
        ),
        Table(
            "funders",
            "who finances the lender",
            (
                Column("institution_id", "text", "the lender", required=True),
                Column("funder", "text", "who finances it", required=True),
                Column("country", "text", "ISO 3166 alpha-2"),
                code("instrument", "instrument_kind", "debt, equity or grant"),
                code("currency", "currency", "currency, ISO 4217"),
                Column("amount", "money", "amount"),
                Column("since", "date", "from"),
                Column("until", "date", "to"),
            ),
            parent="institutions",
            order=("source_row",),
        ),
        Table(
            "fx",
            "riel for one unit of a currency",
            (
                Column("on", "date", "the day", required=True, key=True),
                Column(
                    "currency",
                    "code",
                    "currency, ISO 4217",
                    required=True,
                    key=True,
                    codes=country.codes["foreign_currency"],
                    code_list="foreign_currency",
                ),
                Column("khr", "rate", "riel for one unit", required=True, positive=True),
            ),
            order=("on", "currency"),
            level=0,
        ),
    )
    return {table.name: table for table in tables}


# What the reader adds. `tape` names the sender's folder or file, `source_row` the line in it (header = 1).
_ADDED: dict[str, tuple[tuple[str, pa.DataType], ...]] = {
    "institutions": tuple(
        (f"has_{name}", pa.bool_())
        for name in ("borrowers", "loans", "installments", "charges", "payments", "collateral", "deposits", "recovery")
    ),
    "loans": (
        ("loan_no", pa.int64()),
        *((f"{name}_returned", pa.bool_()) for name in ("installments", "charges", "payments", "collateral", "recovery")),
    ),
    "installments": (("loan_no", pa.int64()),),
    "charges": (("loan_no", pa.int64()),),
    "payments": (("loan_no", pa.int64()),),
    "collateral": (("loan_no", pa.int64()),),
    "recovery": (("loan_no", pa.int64()),),
}


def sealed_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table in the sealed tape: the contract's columns, then the reader's own."""
    fields = [pa.field(c.name, ARROW[c.kind]) for c in table.columns]
    fields += [pa.field(name, kind) for name, kind in _ADDED.get(table.name, ())]
    fields += [pa.field("tape", pa.string()), pa.field("source_row", pa.int64())]
    return pa.schema(fields)
