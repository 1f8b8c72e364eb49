"""Which standing each institution needs on the audit date, condition by condition (B7-02-49, arts. 3 and 8)."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import INSTITUTION_FACTS, PERSON, declared
from prakas.rulebook import CONFIDENCES, weakest
from prakas.rules.setting import Setting

# Condition -> the figure it is held to, and whether that figure is known to be whole. Counts of people are not money.
REGISTRATION = {
    "portfolio": "registration.portfolio_min",
    "public_savings": "registration.public_savings_min",
    "depositors": "registration.depositors_min",
}
LICENSING = {
    "portfolio": "licensing.portfolio_min",
    "borrowers": "licensing.borrowers_min",
    "public_savings": "licensing.public_savings_min",
    "depositors": "licensing.depositors_min",
}
LICENSED = ("licensed", "licensed_deposit_taking", "bank")
CONDITIONS = tuple(LICENSING)

INSTITUTION_RESULTS = pa.schema(
    [
        *INSTITUTION_FACTS,
        *(pa.field(f"registration_{name}", pa.bool_()) for name in REGISTRATION),
        *(pa.field(f"license_{name}", pa.bool_()) for name in LICENSING),
        pa.field("is_license_required", pa.bool_()),
        pa.field("is_registration_required", pa.bool_()),
        pa.field("required_standing", pa.string()),
        pa.field("triggers", pa.string()),
    ]
)


def institution_results() -> ir.Table:
    """Return the declared table of institution results."""
    return declared("institution_results", INSTITUTION_RESULTS)


def figure(rows: ir.Table, condition: str) -> tuple[Any, Any]:
    """Return the figure of a condition and whether it is whole (a partial one can meet a condition, never miss it)."""
    if condition == "portfolio":
        return rows.portfolio_khr, rows.is_portfolio_whole & rows.portfolio_khr.notnull()
    if condition == "borrowers":
        return rows.borrowers, rows.is_borrowers_whole & rows.borrowers.notnull()
    column = rows.public_savings_khr if condition == "public_savings" else rows.depositors
    return column, column.notnull()


def limit(setting: Setting, parameter: str) -> int | None:
    """Return a threshold in the unit of its figure (riel in hundredths), or None where none is in force."""
    value = setting.usable(setting.value(parameter))
    if value is None:
        return None
    is_money = parameter.endswith(("portfolio_min", "savings_min"))
    return int(value.number) * (100 if is_money else 1)


def _met(rows: ir.Table, setting: Setting, condition: str, parameter: str) -> Any:
    least = limit(setting, parameter)
    if least is None:
        return ibis.null("boolean")
    column, is_whole = figure(rows, condition)
    reached = (column >= least).fill_null(False)
    return ibis.cases((reached, True), (is_whole, False))


def any_met(columns: list[Any]) -> Any:
    """Return true where one condition is met, false where none is, null where none is known to be met and one is not known."""
    met, unknown = columns[0].fill_null(False), columns[0].isnull()
    for column in columns[1:]:
        met, unknown = met | column.fill_null(False), unknown | column.isnull()
    return ibis.cases((met, True), (unknown, ibis.null("boolean")), else_=False)


def institution_standings(setting: Setting) -> ir.Table:
    """Return the results of every institution. Shape: INSTITUTION_RESULTS."""
    rows = declared("institution_facts", INSTITUTION_FACTS)
    columns = {f"registration_{c}": _met(rows, setting, c, p) for c, p in REGISTRATION.items()}
    columns |= {f"license_{c}": _met(rows, setting, c, p) for c, p in LICENSING.items()}
    rows = rows.mutate(**columns)
    license_met = any_met([rows[f"license_{c}"] for c in LICENSING])
    registration_met = any_met([rows[f"registration_{c}"] for c in REGISTRATION])
    is_free = rows.is_bank | (rows.legal_form == PERSON).fill_null(False)  # the articles bind institutions that are no banks
    bound = is_free.isnull().ifelse(ibis.null("boolean"), ~is_free)
    rows = rows.mutate(is_license_required=bound & license_met, is_registration_required=bound & registration_met)
    has_law = any(setting.value(p) is not None for p in (*REGISTRATION.values(), *LICENSING.values()))
    required = ibis.cases(
        (is_free, "none"),
        (rows.is_license_required, "license"),
        (rows.is_registration_required, "registration"),
        (~rows.is_license_required & ~rows.is_registration_required, "none"),
    )
    if not has_law:  # before the first text nothing can be said, of a bank no more than of anybody
        required = rows.is_bank.isnull().ifelse(ibis.null("string"), ibis.null("string"))
    needed = {**{f"license_{c}": c for c in LICENSING}}
    words = [
        ibis.cases(
            ((required == "license") & rows[f"license_{c}"], c),
            ((required == "registration") & rows[f"registration_{c}"], c) if c in REGISTRATION else (ibis.literal(False), c),
            else_="",
        )
        for c in needed.values()
    ]
    text = words[0]
    for word in words[1:]:
        text = ((text != "") & (word != "")).ifelse(text.concat(" "), text).concat(word)
    rows = rows.mutate(required_standing=required, triggers=text)
    return rows.select(INSTITUTION_RESULTS.names).order_by("institution_id")


def confidence_of(setting: Setting, parameters: dict[str, str]) -> str:
    """Return the weakest confidence of some thresholds on the audit date."""
    values = [setting.value(p) for p in parameters.values()]
    return weakest(v.confidence for v in values if v is not None) or CONFIDENCES[-1]
