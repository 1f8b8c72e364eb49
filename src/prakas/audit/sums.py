"""Sums of the loans' results by institution, in the base currency, half up to the unit loan by loan."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import declared, in_base, number, total
from prakas.rules import LOAN_RESULTS, Setting

NANO_IN_MICRO = 1000

AMOUNTS = (
    "provision_required_khr",
    "provision_reported_khr",
    "provision_shortfall_khr",
    "interest_in_suspense_khr",
    "excess_khr",
)
SUMS = pa.schema(
    [
        pa.field("institution_id", pa.string()),
        *(
            pa.field(name, pa.int64())
            for name in (
                *AMOUNTS,
                "loans_above_ceiling_all_in",
                "loans_above_ceiling_all_in_effective",
            )
        ),
    ]
)


def sums(setting: Setting) -> ir.Table:
    """Return the sums of each institution. Shape: SUMS. Null: an amount cannot be converted, or none is known."""
    rows = declared("loan_results", LOAN_RESULTS)
    base = setting.country.base_currency

    def riel(column: Any) -> Any:
        return in_base(column, rows.currency, rows.khr, base)

    amounts = {
        "provision_required": rows.provision_required,
        "provision_reported": rows.reported_provision,
        "provision_shortfall": rows.provision_shortfall,
        "interest_in_suspense": rows.interest_in_suspense,
        "excess": rows.excess_at_ceiling,
    }
    converted = {f"{name}_riel": riel(column) for name, column in amounts.items()}
    wanting = {f"{name}_wanting": (column > 0) & riel(column).isnull() for name, column in amounts.items()}
    limit = rows.ceiling * NANO_IN_MICRO + setting.micro_percent(setting.tolerance) * NANO_IN_MICRO

    def is_above(by_days: Any, by_months: Any) -> Any:
        return (by_days > limit) & (by_months > limit)  # the lower of both clocks

    rows = rows.mutate(
        **amounts,
        **converted,
        **wanting,
        above=is_above(rows.all_in_rate_nominal, rows.all_in_rate_nominal_months),
        above_effective=is_above(rows.all_in_rate_effective, rows.all_in_rate_effective_months),
    )

    def summed(name: str) -> Any:
        known = number(rows[name].notnull()) > 0
        complete = number(rows[f"{name}_wanting"]) == 0
        return (known & complete).ifelse(total(rows[f"{name}_riel"]), ibis.null("int64"))

    return (
        rows.group_by("institution_id")
        .agg(
            **{f"{name}_khr": summed(name) for name in amounts},
            loans_above_ceiling_all_in=number(rows.above),
            loans_above_ceiling_all_in_effective=number(rows.above_effective),
        )
        .select(SUMS.names)
        .order_by("institution_id")
    )
