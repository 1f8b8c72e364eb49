"""Two months of one book in drawings: tables named `earlier_…` and `later_…`, and what follows from them as a comparison makes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis.expr.operations as ops

from prakas.facts import POSITION_SCHEMA, Positions, kernel_inputs
from prakas.rules import (
    MONTH_EDGES,
    MONTH_LENDERS,
    MONTH_LOANS,
    RETURNED_ROWS,
    REWRITTEN,
    Months,
    heaps,
    lenders_of_both,
    paired_loans,
    rewritten_installments,
    rewritten_log,
    rewritten_payments,
)

MONTHS = ("earlier", "later")
# Tables that follow from both months.
MONTH_STEPS: dict[str, Callable[[Months], Any]] = {
    "month_lenders": lambda _: lenders_of_both(),
    "month_payments": rewritten_payments,
    "month_installments": lambda _: rewritten_installments(),
    "month_log": rewritten_log,
    "month_loans": paired_loans,
    "month_edges": heaps,
}
MONTH_SCHEMAS = {
    "month_lenders": MONTH_LENDERS,
    **dict.fromkeys(("month_payments", "month_installments", "month_log"), REWRITTEN),
    "month_loans": MONTH_LOANS,
    "month_edges": MONTH_EDGES,
}


def split(name: str) -> tuple[str, str]:
    """Return the month of a table's name, empty where it has none, and the name without it."""
    month, _, rest = name.partition("_")
    return (month, rest) if month in MONTHS else ("", name)


def for_months(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas of a day's tables, and those of both months'."""
    schemas = schemas | {"returned": RETURNED_ROWS}
    return schemas | {f"{month}_{name}": schema for month in MONTHS for name, schema in schemas.items()} | MONTH_SCHEMAS


def of_month(drawn: dict[str, list[dict]], month: str) -> dict[str, list[dict]]:
    """Return the drawn tables of a month by the names that they have on one day."""
    return {split(name)[1]: rows for name, rows in drawn.items() if split(name)[0] == month}


def lent_in_both(drawn: dict[str, list[dict]], lender: str) -> None:
    """Add to drawings of two months what goes without saying: the lender and its loans are in both tapes."""
    if any(split(name)[0] for name in drawn):
        for month in MONTHS:
            drawn.setdefault(f"{month}_loans", [])
            drawn.setdefault(f"{month}_institutions", [{"institution_id": lender}])


def renamed(expression: Any, month: str) -> Any:
    """Return an expression over one day's tables as one over a month's."""
    tables = expression.op().find(ops.UnboundTable)
    return expression.op().replace({t: t.copy(name=f"{month}_{t.name}") for t in tables}).to_expr()


def write_positions(engine: Any, setting: Any, month: str, count: int, path: Path) -> None:
    """Write the positions of a month's loans, as an audit finds them."""
    kernel = Positions(setting.day.number, setting.micro_percent(setting.tolerance) * 1000)
    tables = {name: renamed(expression, month) for name, expression in kernel_inputs(setting.day).items()}
    engine.map(f"{month}_positions", kernel, tables, POSITION_SCHEMA, path, count)
