"""The embedded engine: DuckDB, in this process, out of core."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from prakas.engine.database import sql_name, sql_text
from prakas.engine.parquet import write_parquet
from prakas.engine.sql import to_sql
from prakas.errors import EngineError

BATCH = 65_536
LOANS_A_RANGE = 100_000

Columns = Mapping[str, "np.ndarray[Any, np.dtype[np.int64]]"]
Kernel = Callable[[Mapping[str, Columns]], pa.Table]


class DuckEngine:
    """Runs expressions and kernels on DuckDB. Tables are Parquet files that were declared by name."""

    name = "duckdb"

    def __init__(self, work: Path, *, threads: int | None = None, memory: str | None = None) -> None:
        config: dict[str, Any] = {"temp_directory": str(work / "spill"), "preserve_insertion_order": True}
        if threads:
            config["threads"] = threads
        if memory:
            config["memory_limit"] = memory
        try:
            self._connection = duckdb.connect(":memory:", config=config)
        except duckdb.Error as fault:
            message = f"The engine could not start: {str(fault).splitlines()[0]}. Look at --memory and --threads."
            raise EngineError(message) from fault
        self._connection.execute("SET TimeZone = 'UTC'")
        self._threads = threads or 2
        self._declared: set[str] = set()

    def declare(self, name: str, path: Path) -> None:
        """Make a Parquet file, or a folder of Parquet parts, known as a table."""
        files = str(path / "*.parquet") if path.is_dir() else str(path)
        self._connection.execute(f"CREATE OR REPLACE VIEW {sql_name(name)} AS SELECT * FROM read_parquet({sql_text(files)})")
        self._declared.add(name)

    def view(self, name: str, expression: Any) -> None:
        """Make an expression known as a table; it is compiled once and runs whenever it is read."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {sql_name(name)} AS {to_sql(expression, 'duckdb')}")

    def run(self, step: str, expression: Any, schema: pa.Schema) -> pa.Table:
        """Return an expression's rows, cast to the schema (which raises where a value does not fit)."""
        return self._relation(step, to_sql(expression, "duckdb"), lambda r: r.to_arrow_table().select(schema.names).cast(schema))

    def write(self, step: str, expression: Any, schema: pa.Schema, path: Path) -> int:
        """Return the number of rows of an expression written to a Parquet file, which is then declared as its stem."""
        sql = to_sql(expression, "duckdb")

        def rows(relation: Any) -> int:
            reader = relation.to_arrow_reader(BATCH)
            return write_parquet(path, (pa.Table.from_batches([b]) for b in reader), schema)

        written = int(self._relation(step, sql, rows))
        self.declare(path.stem, path)
        return written

    def _relation(self, step: str, sql: str, use: Callable[[Any], Any]) -> Any:
        # One cursor for each open reader: a second query on the same connection would end the first in silence.
        cursor = self._connection.cursor()
        try:
            return use(cursor.sql(sql))
        except (duckdb.Error, pa.ArrowInvalid) as fault:
            message = f"The step '{step}' failed on duckdb: {_first_line(fault)}\n{sql}"
            raise EngineError(message) from fault
        finally:
            cursor.close()

    def map(self, step: str, kernel: Kernel, tables: Mapping[str, Any], schema: pa.Schema, path: Path, count: int) -> int:
        """Return the rows written by a kernel over all loans.

        `tables` are expressions of int64 columns, each in its own order, `loan_no` first. The kernel sees the rows of a
        range of loans from every table and returns one row a loan.
        """
        sqls = {name: to_sql(expression, "duckdb") for name, expression in tables.items()}
        ranges = [(start, min(start + LOANS_A_RANGE, count)) for start in range(0, count, LOANS_A_RANGE)]

        def one(bounds: tuple[int, int]) -> pa.Table:
            chunk = {name: self._fetch(step, sql, bounds) for name, sql in sqls.items()}
            return kernel(chunk)

        def results() -> Iterator[pa.Table]:
            with ThreadPoolExecutor(self._threads) as pool:
                waiting: list[Any] = []
                for bounds in ranges:
                    waiting.append(pool.submit(one, bounds))
                    if len(waiting) > self._threads:
                        yield waiting.pop(0).result()
                for future in waiting:
                    yield future.result()

        written = write_parquet(path, results(), schema)
        self.declare(path.stem, path)
        return written

    def _fetch(self, step: str, sql: str, bounds: tuple[int, int]) -> dict[str, Any]:
        low, high = bounds
        ranged = f"SELECT * FROM ({sql}) AS t WHERE loan_no >= {low} AND loan_no < {high}"
        table = self._relation(step, ranged, lambda r: r.to_arrow_table())
        columns = {n: np.ascontiguousarray(table[n].to_numpy()) for n in table.column_names}
        numbers = columns["loan_no"]
        if numbers.size and bool((np.diff(numbers) < 0).any()):
            message = f"The step '{step}' read loans out of order; the sealed tape must be sorted by loan_no."
            raise EngineError(message)
        return columns

    def close(self) -> None:
        """Let go of the connection and its spill files."""
        self._connection.close()


# These quote the value that failed, and a value may be a borrower's.
_QUOTES_VALUES = (duckdb.ConversionException, duckdb.OutOfRangeException, duckdb.InvalidInputException, pa.ArrowInvalid)


def _first_line(fault: BaseException) -> str:
    if isinstance(fault, _QUOTES_VALUES):
        return f"{type(fault).__name__}: a value does not fit its column."
    lines: Sequence[str] = str(fault).splitlines() or [type(fault).__name__]
    return lines[0][:300]
