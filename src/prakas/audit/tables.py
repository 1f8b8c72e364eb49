"""Writes the tables of a result beside each other as Parquet and CSV, with equal bytes for equal rows."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc

from prakas.engine import write_parquet


def write_table(folder: Path, name: str, table: pa.Table, *, csv: bool = True) -> None:
    """Write NAME.parquet and, where wanted, NAME.csv."""
    write_parquet(folder / f"{name}.parquet", [table], table.schema)
    if csv:
        pc.write_csv(table, folder / f"{name}.csv", pc.WriteOptions(quoting_style="needed"))
