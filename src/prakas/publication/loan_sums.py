"""What the page says of all loans together, added up from loans.parquet group by group; no loan is looped over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

HIGHEST_BIN = 60  # percent a year: dearer loans share the last bar
PRICES = ("contract", "schedule", "all_in", "effective")
RATES = {
    "contract": ("nominal_rate", "nominal_rate"),
    "schedule": ("schedule_rate_nominal", "schedule_rate_nominal_months"),
    "all_in": ("all_in_rate_nominal", "all_in_rate_nominal_months"),
    "effective": ("all_in_rate_effective", "all_in_rate_effective_months"),
}
MONEY = ("outstanding_principal", "provision_required", "provision_reported", "provision_shortfall")


@dataclass
class GradeSums:
    """Loans of one grade (or state) in one currency. `known` counts the loans that have the figure; money in major units."""

    loans: int = 0
    money: dict[str, Decimal] = field(default_factory=lambda: dict.fromkeys(MONEY, Decimal(0)))
    known: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MONEY, 0))
    confidence: Counter[str] = field(default_factory=Counter)

    def amount(self, name: str) -> Decimal | None:
        """Return a sum; None where not one loan has the figure."""
        return self.money[name] if self.known[name] else None


@dataclass
class PriceSums:
    """Loans by one kind of rate, on the kinder of two clocks. `bins`: whether a ceiling was in force -> k -> loans.

    Bin k is (k + room, k + 1 + room] percent a year; `room` is the tolerance that computed rates have.
    """

    room: Decimal = Decimal(0)

    bins: dict[bool, Counter[int]] = field(default_factory=lambda: {True: Counter(), False: Counter()})
    above: int = 0  # of the loans under a ceiling
    not_above: int = 0
    not_known: int = 0


@dataclass
class LoanSums:
    """All that the page says of loans."""

    loans: int = 0
    grades: dict[tuple[str, str], GradeSums] = field(default_factory=lambda: defaultdict(GradeSums))  # (state, currency)
    prices: dict[str, PriceSums] = field(default_factory=lambda: {name: PriceSums() for name in PRICES})
    ceilings: Counter[Decimal] = field(default_factory=Counter)
    under_ceiling: int = 0


def loan_sums(path: Path, tolerance: Decimal) -> LoanSums:
    """Return the sums over loans.parquet. `tolerance` in percentage points; it does not count for contract rates."""
    found = LoanSums()
    for rows in _groups(path):
        found.loans += rows.num_rows
        _add_grades(found, rows)
        _add_ceilings(found, rows)
        for name in PRICES:
            _add_price(found.prices[name], rows, name, Decimal(0) if name == "contract" else tolerance)
    found.under_ceiling = sum(found.ceilings.values())
    return found


def _groups(path: Path) -> Iterator[pa.Table]:
    wanted = ["currency", "grade", "is_written_off", "confidence", "ceiling", *MONEY]
    wanted += dict.fromkeys(column for pair in RATES.values() for column in pair)
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            yield file.read_row_group(group, columns=wanted)


def _state(rows: pa.Table) -> Any:
    """Return what each loan counts as: its grade while something is outstanding, else why it has none."""
    outstanding = rows["outstanding_principal"]
    state = pc.fill_null(rows["grade"], "not_graded")
    state = pc.if_else(pc.fill_null(pc.equal(outstanding, Decimal(0)), fill_value=False), "repaid", state)
    state = pc.if_else(pc.is_null(outstanding), "no_position", state)
    return pc.if_else(pc.fill_null(rows["is_written_off"], fill_value=False), "written_off", state)


def _add_grades(found: LoanSums, rows: pa.Table) -> None:
    keyed = rows.select([*MONEY, "currency", "confidence"]).append_column("state", _state(rows))
    sums = [(name, how) for name in MONEY for how in ("sum", "count")]
    for row in keyed.group_by(["state", "currency", "confidence"]).aggregate([*sums, ([], "count_all")]).to_pylist():
        one = found.grades[row["state"], row["currency"] or ""]
        one.loans += row["count_all"]
        one.confidence[row["confidence"] or ""] += row["count_all"]
        for name in MONEY:
            one.money[name] += row[f"{name}_sum"] or 0
            one.known[name] += row[f"{name}_count"]


def _add_ceilings(found: LoanSums, rows: pa.Table) -> None:
    for row in pc.value_counts(rows["ceiling"]).to_pylist():
        if row["values"] is not None:
            found.ceilings[row["values"]] += row["counts"]


def _add_price(found: PriceSums, rows: pa.Table, name: str, tolerance: Decimal) -> None:
    found.room = tolerance
    first, second = (rows[column] for column in RATES[name])
    rate = pc.if_else(pc.less(first, second), first, second)  # null where either clock has none
    ceiling = rows["ceiling"]
    above = pc.greater(rate, pc.add(ceiling, pa.scalar(tolerance)))
    counts = Counter({row["values"]: row["counts"] for row in pc.value_counts(above).to_pylist()})
    under = len(ceiling) - ceiling.null_count
    found.above += counts[True]
    found.not_above += counts[False]
    found.not_known += under - counts[True] - counts[False]
    # Right-closed bins, moved by the tolerance: what counts as not above the ceiling stands on its left.
    place = pc.subtract(pc.ceil(pc.cast(pc.subtract(rate, pa.scalar(tolerance)), pa.float64())), 1.0)
    place = pc.cast(
        pc.max_element_wise(pc.min_element_wise(place, float(HIGHEST_BIN), skip_nulls=False), -1.0, skip_nulls=False), pa.int64()
    )
    table = pa.table({"place": place, "under": pc.is_valid(ceiling)}).group_by(["place", "under"]).aggregate([([], "count_all")])
    for row in table.to_pylist():
        if row["place"] is not None:
            found.bins[row["under"]][row["place"]] += row["count_all"]
