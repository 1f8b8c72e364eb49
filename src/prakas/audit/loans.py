"""loans.parquet: one row a loan, in the words and units of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from prakas.audit.decimals import MONEY, RATE, as_decimal

STATUSES = ("ok", "none", "several")
NANO_IN_MICRO = 1000
RATE_COLUMNS = (
    "schedule_rate_nominal",
    "schedule_rate_nominal_months",
    "all_in_rate_nominal",
    "all_in_rate_nominal_months",
    "all_in_rate_effective",
    "all_in_rate_effective_months",
)

# Column of the contract -> type, and the column of the results that it comes from where the name differs.
COLUMNS: tuple[tuple[str, pa.DataType, str], ...] = (
    ("institution_id", pa.string(), ""),
    ("loan_id", pa.string(), ""),
    ("borrower_id", pa.string(), ""),
    ("currency", pa.string(), ""),
    ("basis", pa.string(), ""),
    ("outstanding_principal", MONEY, ""),
    ("arrears_principal", MONEY, ""),
    ("arrears_interest", MONEY, ""),
    ("days_past_due", pa.int64(), ""),
    ("grade", pa.string(), ""),
    ("reported_grade", pa.string(), "reported_class"),
    ("provision_base", MONEY, ""),
    ("provision_rate", MONEY, ""),
    ("provision_required", MONEY, ""),
    ("provision_reported", MONEY, "reported_provision"),
    ("provision_shortfall", MONEY, ""),
    ("accrued_interest", MONEY, ""),
    ("interest_in_suspense", MONEY, ""),
    ("nominal_rate", RATE, ""),
    *((name, RATE, "") for name in RATE_COLUMNS),
    ("rate_status", pa.string(), ""),
    ("ceiling", RATE, ""),
    ("excess_at_ceiling", MONEY, ""),
    ("is_written_off", pa.bool_(), ""),
    ("is_restructured", pa.bool_(), ""),
    ("titles_held", pa.int64(), ""),
    ("source_row", pa.int64(), ""),
    ("confidence", pa.string(), ""),
)
LOANS = pa.schema([pa.field(name, kind) for name, kind, _ in COLUMNS])


def _column(rows: pa.Table, name: str, kind: pa.DataType, source: str) -> Any:
    column = rows[source or name]
    if name == "rate_status":
        return pa.array(STATUSES).take(pc.cast(column, pa.int64()).combine_chunks())
    if name in {"nominal_rate", "ceiling"}:
        column = pc.multiply_checked(column, NANO_IN_MICRO)
    if name == "reported_grade":
        return pc.if_else(pc.fill_null(rows["is_as_of"], fill_value=False), column, None)
    return as_decimal(column, kind) if pa.types.is_decimal(kind) else column


def loan_rows(results: Path) -> Iterator[pa.Table]:
    """Return loans.parquet's rows from the loan results, group by group."""
    wanted = [source or name for name, _, source in COLUMNS]
    with pq.ParquetFile(results) as file:
        for group in range(file.num_row_groups):
            rows = file.read_row_group(group, columns=[*dict.fromkeys([*wanted, "is_as_of"])])
            columns = [_column(rows, name, kind, source) for name, kind, source in COLUMNS]
            yield pa.table(dict(zip(LOANS.names, columns, strict=True))).cast(LOANS)
