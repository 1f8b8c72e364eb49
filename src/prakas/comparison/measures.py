"""What two laws make of each institution and of the sector, measure by measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

TEXT, NUMBER = pa.string(), pa.decimal128(24, 2)

DIFFERENCES = pa.schema(
    [
        pa.field("institution_id", TEXT),  # empty: the sector
        pa.field("measure", TEXT),
        pa.field("unit", TEXT),  # KHR, count or code
        pa.field("today", NUMBER),
        pa.field("reform", NUMBER),
        pa.field("change", NUMBER),
        pa.field("today_code", TEXT),
        pa.field("reform_code", TEXT),
    ]
)
CODES = ("required_standing", "triggers")
COUNTS = ("loans_above_ceiling", "loans_above_ceiling_all_in", "loans_above_ceiling_all_in_effective", "findings")
AMOUNTS = (
    "provision_required_khr",
    "provision_shortfall_khr",
    "interest_in_suspense_khr",
    "excess_khr",
)
STANDINGS = ("registration", "license")


def measured(today: Path, reform: Path, before: dict[str, Any], after: dict[str, Any]) -> pa.Table:
    """Return every measure under both laws, of the sector first. Shape: DIFFERENCES. Null: not known under that law."""
    rules = {*before["rules"], *after["rules"]}  # one that no text holds today has found nothing under today's law
    sides = [_side(today, rules), _side(reform, rules)]
    rows: list[dict[str, Any]] = []
    for name in sorted({key for side in sides for key in side}, key=lambda key: (key[0], *_order(key[1]))):
        institution, measure = name
        values = [side.get(name) for side in sides]
        is_code = measure in CODES
        one, two = (None, None) if is_code else values
        rows.append(
            {
                "institution_id": institution,
                "measure": measure,
                "unit": "code" if is_code else "KHR" if measure.endswith("_khr") else "count",
                "today": one,
                "reform": two,
                "change": two - one if one is not None and two is not None else None,
                "today_code": values[0] if is_code else None,
                "reform_code": values[1] if is_code else None,
            }
        )
    columns = [pa.array([row[field.name] for row in rows], field.type) for field in DIFFERENCES]
    return pa.Table.from_arrays(columns, schema=DIFFERENCES)


def _order(measure: str) -> tuple[int, str]:
    listed = (
        *CODES,
        *(f"institutions_needing_{one}" for one in STANDINGS),
        *COUNTS,
        *AMOUNTS,
        "refund_law_khr",
        "refund_demand_khr",
    )
    return (listed.index(measure), "") if measure in listed else (len(listed), measure)


def _side(folder: Path, rules: set[str]) -> dict[tuple[str, str], Any]:
    """Return (institution or empty, measure) -> value under one law."""
    found: dict[tuple[str, str], Any] = {}
    rows = pq.read_table(folder / "institutions.parquet").to_pylist()
    for row in rows:
        for name in (*CODES, *COUNTS, *AMOUNTS):
            value = row[name]
            found[row["institution_id"], name] = Decimal(value) if isinstance(value, int) else value
    for name in (*COUNTS, *AMOUNTS):
        found["", name] = _sum(found[row["institution_id"], name] for row in rows)
    for standing in STANDINGS:
        found["", f"institutions_needing_{standing}"] = Decimal(sum(row["required_standing"] == standing for row in rows))
    found |= _refunds(folder, [row["institution_id"] for row in rows])
    found |= _findings(folder, rules)
    return found


def _sum(values: Iterator[Decimal | None]) -> Decimal | None:
    """Return the sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _refunds(folder: Path, institutions: list[str]) -> dict[tuple[str, str], Any]:
    found: dict[tuple[str, str], Any] = {}
    for standing in ("law", "demand"):
        name = f"refund_{standing}_khr"
        found |= {(one, name): Decimal(0) for one in institutions}
    for row in pq.read_table(folder / "refund_totals.parquet").to_pylist():
        if row["by"] == "institution":
            found[row["key"], f"refund_{row['standing']}_khr"] = row["carried_khr"]
    for standing in ("law", "demand"):
        name = f"refund_{standing}_khr"
        values = [found[one, name] for one in institutions]
        found["", name] = None if None in values else sum(values, Decimal(0))
    return found


def _findings(folder: Path, rules: set[str]) -> dict[tuple[str, str], Any]:
    """Return how many findings each rule made, of each institution that has one and of the sector."""
    table = pq.read_table(folder / "findings.parquet", columns=["institution_id", "rule_id"])
    pairs = Counter(zip(table["institution_id"].to_pylist(), table["rule_id"].to_pylist(), strict=True))
    found: dict[tuple[str, str], Any] = {(who or "", f"findings.{rule}"): Decimal(n) for (who, rule), n in pairs.items()}
    for rule in rules:
        found["", f"findings.{rule}"] = Decimal(sum(n for (_, one), n in pairs.items() if one == rule))
    return found
