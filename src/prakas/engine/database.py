"""The embedded engine as the reader of tapes uses it: SQL made from a contract, run out of core over Parquet files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from prakas.errors import EngineError, FilingError, PrakasError

BATCH = 100_000


def sql_name(identifier: str) -> str:
    """Return an identifier quoted for SQL (`on` is a column of the contract and a word of SQL)."""
    return '"' + identifier.replace('"', '""') + '"'


def sql_text(value: str) -> str:
    """Return a text literal for SQL."""
    return "'" + value.replace("'", "''") + "'"


class Database:
    """Tables and views of one reading. Everything in it is gone when it is closed."""

    def __init__(self, work: Path, *, threads: int | None = None, memory: str | None = None) -> None:
        config: dict[str, Any] = {"temp_directory": str(work / "spill"), "preserve_insertion_order": True}
        if threads:
            config["threads"] = threads
        if memory:
            config["memory_limit"] = memory
        self._connection = duckdb.connect(":memory:", config=config)
        self._connection.execute("SET TimeZone = 'UTC'")

    def run(self, sql: str) -> None:
        """Run a statement. Raises EngineError with the statement, never with a value."""
        self._do(sql)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Return all rows of a query; for small answers."""
        return list(self._do(sql).fetchall())

    def one(self, sql: str) -> Any:
        """Return the first value of the first row."""
        return self.rows(sql)[0][0]

    def batches(self, sql: str) -> Iterator[pa.Table]:
        """Return a query's rows bit by bit."""
        # A cursor of its own: a second query on the same connection would end the first in silence.
        cursor = self._connection.cursor()
        try:
            for batch in cursor.execute(sql).to_arrow_reader(BATCH):
                yield pa.Table.from_batches([batch])
        except duckdb.Error as fault:
            raise _fault(fault, sql) from fault
        finally:
            cursor.close()

    def table(self, table: str, rows: list[tuple[Any, ...]], schema: pa.Schema) -> None:
        """Make a table anew from rows made in Python."""
        self._connection.register("empty", schema.empty_table())
        self._do(f"CREATE OR REPLACE TABLE {table} AS SELECT * FROM empty")
        self._connection.unregister("empty")
        self.append(table, rows, schema)

    def append(self, table: str, rows: list[tuple[Any, ...]], schema: pa.Schema) -> None:
        """Add rows made in Python to a table with the same columns in the same order."""
        if not rows:
            return
        arrow = pa.table([pa.array(c, type=f.type) for c, f in zip(zip(*rows, strict=True), schema, strict=True)], schema=schema)
        self._connection.register("appended", arrow)
        try:
            self._do(f"INSERT INTO {table} SELECT * FROM appended")
        finally:
            self._connection.unregister("appended")

    def close(self) -> None:
        """Let go of the tables and of what was spilled to disk."""
        self._connection.close()

    def _do(self, sql: str) -> Any:
        try:
            return self._connection.execute(sql)
        except duckdb.Error as fault:
            raise _fault(fault, sql) from fault


def _fault(fault: duckdb.Error, sql: str) -> PrakasError:
    words = str(fault).splitlines()[0] if isinstance(fault, (duckdb.IOException, duckdb.OutOfMemoryException)) else ""
    if "No space left" in words:
        return FilingError("There is no room left on the disk for the tape being read. Free some, or use another disk.")
    # The message of a failed conversion quotes the value, and a value may be a borrower's: only its kind is told.
    return EngineError(f"Reading the tape failed in the engine ({type(fault).__name__}) {words}\n{sql[:2000]}")
