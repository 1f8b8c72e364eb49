"""The fixture `asked`: an expression over rows of Python, run on DuckDB and on Spark."""

from __future__ import annotations

from itertools import count

import pyarrow as pa
import pytest

from prakas.engine import connect, write_parquet
from prakas.facts import declared

BOTH = ["duckdb", pytest.param("spark", marks=pytest.mark.spark)]


@pytest.fixture(scope="session")
def engines(tmp_path_factory):
    """Return each engine with a folder of its own; started when first asked for."""
    started = {}

    def of(name):
        if name not in started:
            folder = tmp_path_factory.mktemp(name)
            started[name] = (connect(name, folder, threads=2), folder, count())
        return started[name]

    yield of
    for engine, _, _ in started.values():
        engine.close()


class Asked:
    """One engine, asked for expressions over a table of rows."""

    def __init__(self, engine, folder, numbers):
        self.engine, self.folder, self.numbers = engine, folder, numbers

    def table(self, schema, rows):
        """Return rows as a declared table."""
        name = f"rows_{next(self.numbers)}"
        path = self.folder / f"{name}.parquet"
        write_parquet(path, [pa.Table.from_pylist(rows, schema=schema)], schema)
        self.engine.declare(name, path)
        return declared(name, schema)

    def run(self, expression, schema):
        """Return an expression's rows as dictionaries."""
        return self.engine.run("a step", expression, schema).to_pylist()


@pytest.fixture(params=BOTH)
def asked(request, engines):
    """Return an engine that can be asked; each test runs on both."""
    return Asked(*engines(request.param))


@pytest.fixture
def duck(engines):
    """Return DuckDB alone, for what is tried a hundred times."""
    return Asked(*engines("duckdb"))
