"""institutions.parquet: one row an institution, put together from facts, standings, sums and findings."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pyarrow as pa

from prakas.audit.decimals import MONEY, RATE, as_decimal
from prakas.audit.sums import AMOUNTS

NANO = 1_000_000_000
TEXT, WHOLE = pa.string(), pa.int64()

INSTITUTIONS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("name", TEXT),
        pa.field("status", TEXT),
        pa.field("basis", TEXT),
        pa.field("required_standing", TEXT),
        pa.field("triggers", TEXT),
        pa.field("portfolio_khr", MONEY),
        pa.field("borrowers", WHOLE),
        pa.field("public_savings_khr", MONEY),
        pa.field("all_savings_khr", MONEY),
        pa.field("depositors", WHOLE),
        pa.field("loans", WHOLE),
        pa.field("loans_without_position", WHOLE),
        pa.field("par30", RATE),
        pa.field("par30_khr", MONEY),
        pa.field("par30_with_restructured", RATE),
        pa.field("par30_with_restructured_khr", MONEY),
        pa.field("par_portfolio_khr", MONEY),
        pa.field("provision_required_khr", MONEY),
        pa.field("provision_reported_khr", MONEY),
        pa.field("provision_shortfall_khr", MONEY),
        pa.field("interest_in_suspense_khr", MONEY),
        pa.field("loans_above_ceiling", WHOLE),
        pa.field("loans_above_ceiling_all_in", WHOLE),
        pa.field("loans_above_ceiling_all_in_effective", WHOLE),
        pa.field("excess_khr", MONEY),
        pa.field("titles_hard", WHOLE),
        pa.field("titles_soft", WHOLE),
        pa.field("titles_after_repayment", WHOLE),
        pa.field("findings", WHOLE),
        pa.field("name_km", TEXT),
        pa.field("legal_form", TEXT),
        pa.field("group_loans", WHOLE),
        pa.field("accounts_of_unknown_kind", WHOLE),
        pa.field("savings_basis", TEXT),
        pa.field("titles_basis", TEXT),
        pa.field("tape", TEXT),
        pa.field("source_row", WHOLE),
        pa.field("is_whole_book", pa.bool_()),
    ]
)
SUMMED = (
    "portfolio_khr",
    "borrowers",
    "public_savings_khr",
    "all_savings_khr",
    "depositors",
    "loans",
    "loans_without_position",
    "par30_khr",
    "par30_with_restructured_khr",
    "par_portfolio_khr",
    "provision_required_khr",
    "provision_reported_khr",
    "provision_shortfall_khr",
    "interest_in_suspense_khr",
    "loans_above_ceiling",
    "loans_above_ceiling_all_in",
    "loans_above_ceiling_all_in_effective",
    "excess_khr",
    "titles_hard",
    "titles_soft",
    "titles_after_repayment",
    "findings",
)


def share_of(part: int | None, whole: int | None) -> int | None:
    """Return a share in billionths of a percent, half up; None where the whole is nothing or one of both is not known.

    >>> share_of(1, 3)
    33333333333
    """
    if part is None or not whole:
        return None
    return (2 * part * 100 * NANO + whole) // (2 * whole)


def institution_rows(
    facts: pa.Table, sums: pa.Table, findings: dict[str, Counter[str]], *, rules_run: frozenset[str]
) -> list[dict[str, Any]]:
    """Return one row an institution, money in hundredths, in the order of their ids. `findings`: rule -> institution -> count."""
    by_id = {row["institution_id"]: row for row in sums.to_pylist()}
    rows = []
    for fact in facts.to_pylist():
        identifier = fact["institution_id"]
        row = {name: fact.get(name) for name in INSTITUTIONS.names}
        # A table of loans without a loan of this lender means none: its sums are nothing, and known.
        summed = by_id.get(identifier) or (dict.fromkeys(AMOUNTS, 0) if fact["has_loans"] else {})
        if not fact["is_whole_book"]:  # sums of what happens to be there are nobody's totals
            summed = {}
        row |= {name: value for name, value in summed.items() if name in row}
        whole = fact["portfolio_khr"] if fact["par30_khr"] is not None else None
        row["par_portfolio_khr"] = whole
        row["par30"] = share_of(fact["par30_khr"], whole)
        row["par30_with_restructured"] = share_of(fact["par30_with_restructured_khr"], whole)
        row["basis"] = fact["loans_basis"] if fact["has_loans"] else fact["loans_basis"] or fact["savings_basis"]
        # Without a table of loans nothing is known of their prices. The all-in count is arithmetic, on any date.
        is_priced = fact["has_loans"] and fact["is_whole_book"]
        law = "price.nominal_ceiling"
        row["loans_above_ceiling"] = findings[law][identifier] if is_priced and law in rules_run else None
        for column in ("loans_above_ceiling_all_in", "loans_above_ceiling_all_in_effective"):
            row[column] = (row[column] or 0) if is_priced else None
        row["findings"] = sum(counts[identifier] for counts in findings.values())
        rows.append(row)
    return rows


def institution_table(rows: list[dict[str, Any]]) -> pa.Table:
    """Return the rows in the shape INSTITUTIONS."""
    columns = []
    for field in INSTITUTIONS:
        values = [row[field.name] for row in rows]
        if pa.types.is_decimal(field.type):
            columns.append(as_decimal(pa.array(values, WHOLE), field.type))
        else:
            columns.append(pa.chunked_array([pa.array(values, field.type)]))
    return pa.table(dict(zip(INSTITUTIONS.names, columns, strict=True))).cast(INSTITUTIONS)


def totals(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the sums of what is shown; None where no institution has the figure.

    A lender of whose book only a part is there has none, so its part is in no total.
    """
    found: dict[str, Any] = {}
    for name in SUMMED:
        values = [row[name] for row in rows if row[name] is not None]
        found[name] = sum(values) if values else None
    return found
