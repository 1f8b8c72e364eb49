"""relief.json: the plans as they were read, on which tapes, and what came out; enough to repeat the run to the byte."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

import prakas
from prakas.audit import Book
from prakas.facts import LENDERS, declared
from prakas.relief.plan import Plan
from prakas.relief.queue import GRANTED, NOT_ASSESSED
from prakas.tape import Sealed

NAMES = pa.schema([pa.field("institution_id", pa.string()), pa.field("name", pa.string())])
# What every figure supposes, said wherever one is shown.
ASSUMED = (
    "Those granted pay nothing that is suspended, and on its day what is not; what they were overdue with stays owed and unpaid."
    " Everybody else stands as on the day of the books. The law of that day is held to every month."
)


def money(hundredths: int | None) -> str | None:
    """Return an amount as text with two decimals; None where it is not known."""
    return None if hundredths is None else str((Decimal(hundredths) / 100).quantize(Decimal("0.01")))


def plan_record(plan: Plan, placed: pa.Table, costs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what relief.json says of one plan: the plan itself, totals, tiers, and what is not assessed and why."""
    rows = placed.select(
        ["institution_id", "borrower_id", "tier", "state", "missing", "outstanding_khr", "cost_khr", "basis"]
    ).to_pylist()
    granted = [row for row in rows if row["state"] == GRANTED]
    waiting = [row for row in rows if row["state"] != NOT_ASSESSED]
    return {
        "plan": plan.record(),
        "totals": _totals(granted, waiting, rows, costs, plan),
        "tiers": [_tier(tier.record(), place, waiting) for place, tier in enumerate(plan.who)],
        "states": dict(sorted(Counter(row["state"] for row in rows).items())),
        "not_assessed_because": dict(sorted(Counter(r["missing"] for r in rows if r["state"] == NOT_ASSESSED).items())),
        "granted_by_basis": dict(sorted(Counter(row["basis"] for row in granted).items())),
    }


def _borrowers(rows: Iterable[dict[str, Any]]) -> int:
    return len({row["borrower_id"] for row in rows if row["borrower_id"]})


def _summed(rows: Iterable[dict[str, Any]], column: str) -> int:
    return sum(row[column] or 0 for row in rows)


def _totals(
    granted: list[dict[str, Any]],
    waiting: list[dict[str, Any]],
    rows: list[dict[str, Any]],
    costs: list[dict[str, Any]],
    plan: Plan,
) -> dict[str, Any]:
    at_end = [row for row in costs if row["month"] == plan.months]
    cost = _summed(granted, "cost_khr")
    if cost != _summed(costs, "interest_forgone_khr"):
        message = "The months of the lenders do not add up to what the loans cost."
        raise AssertionError(message)
    told = {
        "loans_in_tiers": len(waiting),
        "borrowers_in_tiers": _borrowers(waiting),
        "loans_not_assessed": len(rows) - len(waiting),
        "loans_granted": len(granted),
        "borrowers_granted": _borrowers(granted),
        "loans_granted_without_borrower": sum(not row["borrower_id"] for row in granted),
        "lenders": len({row["institution_id"] for row in granted}),
        "outstanding_granted_khr": money(_summed(granted, "outstanding_khr")),
        "interest_forgone_khr": money(cost),
        "interest_added_khr": money(_added(costs)),
        "cash_delayed_at_end_khr": money(_summed(at_end, "cash_delayed_so_far_khr")),
        "budget_left_khr": None if plan.budget is None else money(plan.budget - cost),
    }
    for name in ("provision_frozen_khr", "provision_running_khr", "par30_frozen_khr", "par30_running_khr", "portfolio_khr"):
        known = [row[name] for row in at_end if row[name] is not None]
        told[f"{name.removesuffix('_khr')}_at_end_khr"] = money(sum(known)) if known else None
        told[f"lenders_without_{name.removesuffix('_khr')}"] = len(at_end) - len(known)
    # A share is of the lenders whose late loans are known, nobody else's portfolio below it.
    placed = [row["portfolio_khr"] for row in at_end if row["par30_frozen_khr"] is not None]
    told["par30_portfolio_at_end_khr"] = money(sum(placed)) if placed else None
    return told


def _added(costs: list[dict[str, Any]]) -> int:
    """Return the interest that the plan adds to schedules less what it takes out: what comes back beyond what was delayed."""
    return -_summed(costs, "interest_delayed_khr")


def _tier(told: dict[str, Any], place: int, waiting: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how far the plan reaches into one tier."""
    own = [row for row in waiting if row["tier"] == place]
    granted = [row for row in own if row["state"] == GRANTED]
    share = None if not own else str((Decimal(100 * len(granted)) / len(own)).quantize(Decimal("0.01")))
    return {
        **told,
        "loans": len(own),
        "borrowers": _borrowers(own),
        "granted": len(granted),
        "borrowers_granted": _borrowers(granted),
        "granted_percent": share,
        "interest_forgone_khr": money(_summed(granted, "cost_khr")),
    }


def run_record(book: Book, sealed: Sealed, plans: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the content of relief.json. Only `engine` and `timings` may differ between two runs on the same input."""
    law = book.setting.law
    lenders = declared("lenders", LENDERS)
    names = book.run("names", lenders.select("institution_id", "name").order_by("institution_id"), NAMES).to_pylist()
    return {
        "audit_date": book.options.audit_date.isoformat(),
        "engine": book.options.engine,
        "prakas": prakas.__version__,
        "jurisdiction": book.options.pack.name,
        "assumed": ASSUMED,
        "plans": plans,
        "lenders": {row["institution_id"]: row["name"] for row in names},
        "tape": tape_record(sealed),
        "rulebook": {"version": law.version, "hash": law.hash, "confirmed": law.confirmed},
        "timings": book.timings,
    }


def tape_record(sealed: Sealed) -> dict[str, Any]:
    """Return which files were read, with their hashes and counts of rows, and which tapes were refused."""
    files = [
        {name: getattr(one, name) for name in ("table", "tape", "file", "sha256", "rows", "kept", "returned")}
        for one in sealed.files
    ]
    return {"files": files, "refused": [{"tape": one.tape, "sentence": one.sentence} for one in sealed.refused]}


def write_record(folder: Path, record: dict[str, Any]) -> None:
    """Write relief.json."""
    (folder / "relief.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
