"""Writes the tables of a result beside each other as Parquet and CSV, with equal bytes for equal rows."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc

from prakas.audit.decimals import as_decimal
from prakas.engine import write_parquet


def whole_numbers(schema: pa.Schema) -> pa.Schema:
    """Return a schema with whole numbers where it has decimals: money and rates as they are reckoned inside."""
    return pa.schema([pa.field(f.name, pa.int64() if pa.types.is_decimal(f.type) else f.type) for f in schema])


def as_printed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """Return a table of whole numbers with money and rates as decimals."""
    columns = [
        as_decimal(table[field.name], field.type) if pa.types.is_decimal(field.type) else table[field.name] for field in schema
    ]
    return pa.table(dict(zip(schema.names, columns, strict=True))).cast(schema)


def write_table(folder: Path, name: str, table: pa.Table, *, csv: bool = True) -> None:
    """Write NAME.parquet and, where wanted, NAME.csv."""
    write_parquet(folder / f"{name}.parquet", [table], table.schema)
    if csv:
        pc.write_csv(table, folder / f"{name}.csv", pc.WriteOptions(quoting_style="needed"))
