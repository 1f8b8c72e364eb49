"""The rows of a rule of standing: one a condition, found where it is met and the status falls short."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.rule import judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting
from prakas.rules.standing import figure, institution_results

PART_OF_A_BOOK = "the whole book: only some of its loans are in the tape"
BASES_OF = {"portfolio": "loans_basis", "borrowers": "borrowers_basis"}  # by condition; of the others the savings'


def threshold_rows(
    setting: Setting, conditions: dict[str, str], *, prefix: str, required: str, falls_short: Any, excluded: Any = None
) -> ir.Table:
    """Return the judged rows of all conditions of one article.

    `conditions`: condition -> parameter. `falls_short` tells, of the rows, whether the status is too low. `excluded`: rows
    that another rule answers for. A condition that is not known is not assessed, unless another one is met already.
    """
    everyone = institution_results()
    rows = everyone.filter(~everyone.is_bank.fill_null(False))
    if excluded is not None:
        rows = rows.filter(~excluded(rows).fill_null(False))
    parts = [_one(rows, setting, c, p, prefix, required, falls_short) for c, p in conditions.items()]
    parts = [part for part in parts if part is not None]
    if not parts:
        return judged(
            rows.filter(ibis.literal(False)),
            subject=rows.institution_id, hit=ibis.literal(False), missing=[], columns={},
        )  # fmt: skip
    return ibis.union(*parts) if len(parts) > 1 else parts[0]


def _one(
    rows: ir.Table, setting: Setting, condition: str, parameter: str, prefix: str, required: str, falls_short: Any
) -> ir.Table | None:
    value = setting.value(parameter)
    if value is None:
        return None
    met = rows[f"{prefix}_{condition}"]
    is_money = parameter.endswith(("portfolio_min", "savings_min"))
    least = int(value.number) * (100 if is_money else 1)
    column, is_whole = figure(rows, condition)
    another = rows[required].fill_null(False)
    # Where another condition decides already, this one is not needed.
    hit = ibis.cases((met.isnull() & another, False), (met.notnull(), met & falls_short(rows)))
    of_loans = rows.currencies_without_rate if condition == "portfolio" else ibis.literal("")
    rates = (rows.savings_currencies_without_rate if condition == "public_savings" else of_loans).fill_null("")
    no_rate = ibis.literal(f"{condition}: no exchange rate on {setting.on} or the seven days before for ").concat(rates)
    basis = rows[BASES_OF.get(condition, "savings_basis")]
    return judged(
        rows,
        subject=rows.institution_id,
        hit=hit,
        missing=[
            (~rows.is_whole_book, PART_OF_A_BOOK),
            (rows.status.isnull(), "the status on the audit date"),
            (ibis.literal(setting.usable(value) is None), NO_SOURCED_RULE),
            (met.isnull() & ~another & column.isnull() & (rates != ""), no_rate),
            (met.isnull() & ~another & column.isnull(), f"{condition} on the audit date"),
            (met.isnull() & ~another & ~is_whole, f"{condition}: some loans have no position"),
        ],
        columns={
            "aspect": condition,
            "unit": "money" if is_money else "count",
            "observed": column,
            "limit": ibis.literal(least, type="int64"),
            "amount": column if is_money else ibis.null("int64"),
            "currency": setting.country.base_currency if is_money else ibis.null("string"),
            "basis": basis,
            "confidence": value.confidence,
            "citation": setting.cited(value.citation),
        },
    )
