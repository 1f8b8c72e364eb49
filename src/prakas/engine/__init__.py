"""Runs a compiled expression, or a kernel over batches of loans, on DuckDB or Spark, and gives back Arrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from prakas.engine.database import Database, sql_name, sql_text
from prakas.errors import PrakasError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyarrow as pa

__all__ = ["ENGINES", "Database", "Engine", "connect", "sql_name", "sql_text", "to_sql", "write_parquet"]

ENGINES = ("duckdb", "spark")


class Engine(Protocol):
    """The two verbs, run and map, and what they need. The engine knows no loan and no law."""

    name: str

    def declare(self, name: str, path: Path) -> None:
        """Make a Parquet file known as a table."""

    def view(self, name: str, expression: Any) -> None:
        """Make an expression known as a table, compiled once however often it is asked."""

    def run(self, step: str, expression: Any, schema: pa.Schema) -> pa.Table:
        """Return an expression's rows as Arrow, cast to the schema."""

    def write(self, step: str, expression: Any, schema: pa.Schema, path: Path) -> int:
        """Return the number of rows written to a Parquet file, declared under its stem."""

    def map(
        self,
        step: str,
        kernel: Callable[[Mapping[str, Any]], pa.Table],
        tables: Mapping[str, Any],
        schema: pa.Schema,
        path: Path,
        count: int,
    ) -> int:
        """Return the number of rows that a kernel wrote, one a loan."""

    def close(self) -> None:
        """Let go of what the engine holds."""


def connect(name: str, work: Path, *, threads: int | None = None, memory: str | None = None) -> Engine:
    """Return an engine by name. `work` is a folder for spilled data, `memory` a size such as 2GB.

    Raises EngineError where the engine cannot start, PrakasError for an unknown name.
    """
    if name == "duckdb":
        from prakas.engine.duck import DuckEngine  # noqa: PLC0415 - the start-up of a command must not pay for it

        return DuckEngine(work, threads=threads, memory=memory)
    if name == "spark":
        from prakas.engine.spark import SparkEngine  # noqa: PLC0415 - an extra

        return SparkEngine(work, threads=threads, memory=memory)
    message = f"There is no engine called '{name}'. Choose one of: {', '.join(ENGINES)}."
    raise PrakasError(message)


def to_sql(expression: Any, dialect: str) -> str:
    """Return the SQL text of an expression for `duckdb` or `spark`."""
    from prakas.engine.sql import to_sql as compiled  # noqa: PLC0415 - Ibis takes 0.4 s to import

    return compiled(expression, dialect)


def write_parquet(path: Path, batches: Any, schema: pa.Schema) -> int:
    """Return the number of rows written; equal rows and schema give equal bytes."""
    from prakas.engine.parquet import write_parquet as write  # noqa: PLC0415 - see to_sql

    return write(path, batches, schema)
