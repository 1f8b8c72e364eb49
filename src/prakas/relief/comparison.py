"""Two plans beside each other, lender by lender: what each grants and costs, and the difference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from prakas.audit import MONEY
from prakas.relief.plan import Plan
from prakas.relief.queue import GRANTED

TEXT, WHOLE = pa.string(), pa.int64()
FIGURES = (
    ("loans", WHOLE),
    ("interest_forgone_khr", MONEY),
    ("cash_delayed_at_end_khr", MONEY),
    ("provision_frozen_at_end_khr", MONEY),
    ("provision_running_at_end_khr", MONEY),
    ("par30_frozen_at_end_khr", MONEY),
    ("par30_running_at_end_khr", MONEY),
)
# One row a lender, and one for all together (institution_id empty); first plan, second plan, second less first.
COMPARISON = pa.schema(
    [
        pa.field("institution_id", TEXT),
        *(pa.field(f"{name}_{which}", kind) for name, kind in FIGURES for which in ("first", "second", "difference")),
    ]
)


def _of_plan(plan: Plan, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the figures of every lender with loans under one plan."""
    found: dict[str, dict[str, Any]] = {}
    for row in pq.read_table(folder / "costs.parquet").to_pylist():
        one = found.setdefault(row["institution_id"], {"loans": 0, "interest_forgone_khr": 0})
        one["interest_forgone_khr"] += row["interest_forgone_khr"]
        if row["month"] == plan.months:
            one["cash_delayed_at_end_khr"] = row["cash_delayed_so_far_khr"]
            for name in ("provision_frozen", "provision_running", "par30_frozen", "par30_running"):
                one[f"{name}_at_end_khr"] = row[f"{name}_khr"]
    for row in pq.read_table(folder / "queue.parquet", columns=["institution_id", "state"]).to_pylist():
        if row["state"] == GRANTED:
            found[row["institution_id"]]["loans"] += 1
    return found


def _beside(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name, _ in FIGURES:
        a, b = first.get(name), second.get(name)
        row |= {f"{name}_first": a, f"{name}_second": b, f"{name}_difference": None if a is None or b is None else b - a}
    return row


def comparison_table(plans: list[Plan], folders: list[Path]) -> pa.Table:
    """Return two plans beside each other. Shape: COMPARISON. The plans' own tables are read from their folders."""
    first, second = (_of_plan(plan, folder) for plan, folder in zip(plans, folders, strict=True))
    nothing = dict.fromkeys(("loans", "interest_forgone_khr", "cash_delayed_at_end_khr"), 0)
    lenders = sorted({*first, *second})
    rows = [{"institution_id": one, **_beside(first.get(one, nothing), second.get(one, nothing))} for one in lenders]
    rows.append({"institution_id": "", **_beside(_sums(first), _sums(second))})
    return pa.Table.from_pylist(rows, schema=COMPARISON)


def _sums(lenders: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the sums over a plan's lenders; what is not known of one is not known of all."""
    told: dict[str, Any] = {}
    for name, _ in FIGURES:
        values: list[Any] = [one.get(name) for one in lenders.values()]
        told[name] = None if None in values else sum(values)
    return told
