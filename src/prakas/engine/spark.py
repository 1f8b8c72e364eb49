"""The distributed engine: Spark, in local mode or on a cluster, behind the same two verbs."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from prakas.engine.duck import Kernel
from prakas.engine.parquet import write_parquet
from prakas.engine.sql import to_sql
from prakas.errors import EngineError

PARTITIONS = 4


@cache
def _scratch() -> Path:
    """Return a folder that lives as long as the process: one session serves every run in it, whose own folders come and go."""
    folder = Path(tempfile.mkdtemp(prefix="prakas-spark-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _session(master: str, memory: str) -> Any:
    """Return a Spark session bound to this machine, with every setting that a figure depends on said openly."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, loaded only when asked for
    except ImportError as fault:
        message = "Spark is not installed. Install it with: pip install 'prakas[spark]'; or leave out --engine spark."
        raise EngineError(message) from fault
    source = str(Path(__file__).resolve().parents[2])
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    paths = [p for p in os.environ.get("PYTHONPATH", "").split(os.pathsep) if p and p != source]
    os.environ["PYTHONPATH"] = os.pathsep.join([source, *paths])
    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": memory,
        "spark.ui.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "true",  # overflow raises, as on DuckDB
        "spark.sql.execution.arrow.maxRecordsPerBatch": "65536",
        "spark.sql.shuffle.partitions": str(PARTITIONS),
        "spark.sql.warehouse.dir": str(_scratch() / "warehouse"),
        "spark.local.dir": str(_scratch()),
        "spark.executorEnv.PYTHONPATH": os.environ["PYTHONPATH"],
        "spark.log.level": "OFF",  # its query log would print the failing value
    }
    builder = SparkSession.builder.master(master).appName("prakas")
    for key, value in settings.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except Exception as fault:
        message = "Spark could not start. It needs Java 17: on Debian, apt-get install openjdk-17-jre-headless."
        raise EngineError(message) from fault


class SparkEngine:
    """Runs expressions and kernels on Spark. Tables are Parquet files that were declared by name."""

    name = "spark"

    def __init__(self, work: Path, *, threads: int | None = None, memory: str | None = None, master: str | None = None) -> None:
        del work  # the session outlives a run and its folder
        size = (memory or "2GB").upper().replace("IB", "").replace("B", "").lower()
        self._spark = _session(master or f"local[{threads or 2}]", size)

    def declare(self, name: str, path: Path) -> None:
        """Make a Parquet file, or a folder of Parquet parts, known as a table."""
        self._spark.read.parquet(str(path)).createOrReplaceTempView(name)

    def view(self, name: str, expression: Any) -> None:
        """Make an expression known as a table; it is compiled once and runs whenever it is read."""
        self._spark.sql(to_sql(expression, "spark")).createOrReplaceTempView(name)

    def run(self, step: str, expression: Any, schema: pa.Schema) -> pa.Table:
        """Return an expression's rows, cast to the schema (which raises where a value does not fit)."""
        sql = to_sql(expression, "spark")
        try:
            return self._spark.sql(sql).toArrow().select(schema.names).cast(schema)
        except Exception as fault:
            message = f"The step '{step}' failed on spark: {_kind(fault)}\n{sql}"
            raise EngineError(message) from fault

    def write(self, step: str, expression: Any, schema: pa.Schema, path: Path) -> int:
        """Return the number of rows of an expression written to a Parquet file, which is then declared as its stem."""
        rows = write_parquet(path, [self.run(step, expression, schema)], schema)
        self.declare(path.stem, path)
        return rows

    def map(self, step: str, kernel: Kernel, tables: Mapping[str, Any], schema: pa.Schema, path: Path, count: int) -> int:
        """Return the rows written by a kernel over all loans; see DuckEngine.map.

        `count` bounds the numbers of the loans, and is not needed here. The tables become one table of events, spread by loan
        and sorted within, so that a worker holds a batch and one loan, never a whole lender.
        """
        del count
        names = list(tables)
        columns = {n: list(tables[n].columns) for n in names}
        width = max(len(c) for c in columns.values())
        parts = []
        for kind, name in enumerate(names):
            listed = ", ".join(f"`{c}` AS c{i}" for i, c in enumerate(columns[name]))
            padding = "".join(f", CAST(0 AS BIGINT) AS c{i}" for i in range(len(columns[name]), width))
            parts.append(f"SELECT `loan_no` AS n, {kind} AS kind, {listed}{padding} FROM ({to_sql(tables[name], 'spark')})")
        ordering = [f"c{i}" for i in range(width)]
        fields = ", ".join(f"{f.name} {_SPARK_TYPES[f.type]}" for f in schema)
        split = _Splitter(kernel, tuple(names), {n: tuple(c) for n, c in columns.items()}, schema)
        try:
            events = self._spark.sql(" UNION ALL ".join(parts))
            spread = events.repartition(PARTITIONS, "n").sortWithinPartitions("n", "kind", *ordering)
            table = spread.mapInArrow(split, fields).toArrow().cast(schema).sort_by("loan_no")
        except Exception as fault:
            message = f"The step '{step}' failed on spark: {_kind(fault)}"
            raise EngineError(message) from fault
        rows = write_parquet(path, [table], schema)
        self.declare(path.stem, path)
        return rows

    def close(self) -> None:
        """Leave the session to the process: tests share one, a command ends with it."""


_SPARK_TYPES = {pa.int64(): "bigint", pa.int32(): "int", pa.bool_(): "boolean", pa.float64(): "double", pa.date32(): "date"}


def _kind(fault: BaseException) -> str:
    """Return what kind of fault it was. Only Spark's words about the query are kept: those about data quote values."""
    name = type(fault).__name__
    if name in {"AnalysisException", "ParseException"}:
        return f"{name}: {str(fault).splitlines()[0][:300]}"
    return name


class _Splitter:
    """Feeds the kernel whole loans from sorted batches of events; carries a loan that is cut in two."""

    def __init__(self, kernel: Kernel, names: tuple[str, ...], columns: Mapping[str, tuple[str, ...]], schema: pa.Schema) -> None:
        self.kernel, self.names, self.columns, self.schema = kernel, names, dict(columns), schema

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        carried: pa.Table | None = None
        for batch in batches:
            table = pa.Table.from_batches([batch])
            if carried is not None:
                table = pa.concat_tables([carried, table])
            if not table.num_rows:
                continue
            numbers = table["n"].to_numpy()
            cut = int(np.searchsorted(numbers, numbers[-1]))
            if cut:
                yield from self._run(table.slice(0, cut))
            carried = table.slice(cut)
        if carried is not None and carried.num_rows:
            yield from self._run(carried)

    def _run(self, table: pa.Table) -> Iterator[pa.RecordBatch]:
        kinds = table["kind"].to_numpy()
        chunk = {}
        for kind, name in enumerate(self.names):
            rows = np.flatnonzero(kinds == kind)
            chunk[name] = {
                column: np.ascontiguousarray(table[f"c{i}"].to_numpy()[rows]) for i, column in enumerate(self.columns[name])
            }
        yield from self.kernel(chunk).cast(self.schema).combine_chunks().to_batches()
