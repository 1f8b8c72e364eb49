"""The form of a household's case as code: its sheets, each with its fields, types and codes; the words stand in the pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from prakas.jurisdictions import Pack, pack

Kind = Literal["text", "code", "commune", "date", "money", "integer", "percent"]

DEBTS = 6  # blocks on the sheet of debts, and on the printed form
MARKS = ("document", "photo", "told")  # from the strongest to the weakest
CREDITOR_KINDS = ("bank", "microfinance", "rural_credit", "private_lender")
RATE_PERIODS = ("month", "year")
EVENT_KINDS = (
    "visit",
    "threat",
    "pressure_to_sell",
    "land_sold",
    "local_authority",
    "child_out_of_school",
    "migration",
    "work_for_debt",
    "other",
)
# Lists of codes that only a case has; every other list is the tape's own, in the pack.
OWN_CODES = {"mark": MARKS, "creditor_kind": CREDITOR_KINDS, "rate_period": RATE_PERIODS, "event_kind": EVENT_KINDS}


@dataclass(frozen=True)
class Field:
    """One thing that is asked. `codes` lists what may be answered; money is in hundredths once it is read.

    `least` is the smallest number that makes sense, in whole units of the answer (1: it cannot be zero). What the interviewer sets
    down alone, such as the day, needs no mark.
    """

    name: str
    kind: Kind
    required: bool = False
    codes: tuple[str, ...] = ()
    code_list: str = ""
    least: int = 0
    is_marked: bool = True


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook.

    `form`: ``page`` asks each field once; ``blocks`` asks each field once a debt, side by side; ``rows`` is a list, one item a
    line. On a page and in blocks every value has a mark of its own; in a list one mark holds for the whole line, since a line
    is copied from one paper.
    """

    name: str
    form: Literal["page", "blocks", "rows"]
    fields: tuple[Field, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields, in order."""
        return tuple(field.name for field in self.fields)

    def __getitem__(self, name: str) -> Field:
        """Return the field of that name; KeyError where there is none."""
        return {field.name: field for field in self.fields}[name]


def form(country: Pack | None = None) -> dict[str, Sheet]:
    """Return every sheet of the form by name, with the code lists of a country's pack."""
    return _shipped() if country is None else _sheets(country)


@cache
def _shipped() -> dict[str, Sheet]:
    return _sheets(pack())


def _sheets(country: Pack) -> dict[str, Sheet]:
    sheets = (_household(country), _debts(country), *_flows(country), *_things(country))
    return {sheet.name: sheet for sheet in sheets}


def _code(country: Pack, name: str, code_list: str, *, required: bool = False) -> Field:
    codes = OWN_CODES.get(code_list) or tuple(country.codes[code_list])
    return Field(name, "code", required, codes, code_list)


def _household(country: Pack) -> Sheet:
    return Sheet(
        "household",
        "page",
        (
            Field("case_id", "text", required=True, is_marked=False),
            Field("interviewed_on", "date", required=True, is_marked=False),
            Field("commune", "commune"),
            Field("people", "integer", least=1),
            Field("children", "integer"),
            _code(country, "poverty", "poverty"),
            _code(country, "livelihood", "livelihood"),
            _code(country, "work_status", "work_status"),
            Field("income_monthly", "money"),
            _code(country, "income_currency", "currency"),
        ),
    )


def _debts(country: Pack) -> Sheet:
    return Sheet(
        "debts",
        "blocks",
        (
            _code(country, "creditor_kind", "creditor_kind", required=True),
            Field("creditor_name", "text"),
            _code(country, "segment", "segment"),
            _code(country, "currency", "currency", required=True),
            Field("signed_amount", "money", least=1),
            Field("cash_received", "money"),
            Field("signed_on", "date"),
            Field("received_on", "date"),
            Field("last_due_on", "date"),
            Field("stated_rate", "percent"),
            _code(country, "stated_rate_per", "rate_period"),
            _code(country, "rate_method", "rate_method"),
            _code(country, "frequency", "frequency"),
            Field("payment", "money", least=1),
            Field("payments", "integer", least=1),
            Field("first_due_on", "date"),
            Field("refinances", "integer", least=1),
            Field("paid_to_old_loan", "money"),
            Field("restructured_on", "date"),
            Field("restructured_balance", "money"),
            Field("owed_now", "money"),
            Field("days_late", "integer"),
            Field("repaid_on", "date"),
        ),
    )


def _flows(country: Pack) -> tuple[Sheet, ...]:
    debt = Field("debt", "integer", required=True, least=1)
    return (
        Sheet(
            "schedule",
            "rows",
            (
                debt,
                Field("number", "integer", required=True, least=1),
                Field("due_on", "date", required=True),
                Field("principal", "money"),
                Field("interest", "money"),
                Field("fee", "money"),
                Field("total", "money"),
            ),
        ),
        Sheet(
            "receipts",
            "rows",
            (
                debt,
                Field("paid_on", "date", required=True),
                Field("total", "money"),
                Field("principal", "money"),
                Field("interest", "money"),
                Field("fee", "money"),
                Field("penalty", "money"),
                _code(country, "source", "payment_source"),
            ),
        ),
        Sheet(
            "fees",
            "rows",
            (
                debt,
                Field("charged_on", "date"),
                _code(country, "kind", "charge_kind", required=True),
                Field("amount", "money", required=True),
                Field("returned_on", "date"),
                Field("returned_amount", "money"),
            ),
        ),
    )


def _things(country: Pack) -> tuple[Sheet, ...]:
    debt = Field("debt", "integer", required=True, least=1)
    return (
        Sheet(
            "papers",
            "rows",
            (
                debt,
                _code(country, "kind", "collateral_kind", required=True),
                Field("label", "text"),
                Field("commune", "commune"),
                Field("taken_on", "date"),
                Field("released_on", "date"),
                Field("value", "money"),
            ),
        ),
        Sheet(
            "events",
            "rows",
            (
                Field("happened_on", "date"),
                _code(country, "kind", "event_kind", required=True),
                Field("debt", "integer", least=1),
            ),
        ),
    )
