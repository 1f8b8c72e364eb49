"""Turns an Ibis expression into SQL for an engine. Ibis compiles and never connects."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

import sqlglot.expressions as sge
from ibis.backends.sql.compilers.base import SQLGlotCompiler
from ibis.backends.sql.compilers.duckdb import DuckDBCompiler
from ibis.backends.sql.compilers.pyspark import PySparkCompiler


def _exact_floor_divide(self: Any, op: Any, *, left: Any, right: Any) -> Any:
    # Plain Ibis writes floor(a / b), a floating division that is wrong above 2^53. Integers stay integers here;
    # the engines cut towards zero, so callers keep the left side at or above zero.
    if op.left.dtype.is_integer() and op.right.dtype.is_integer():
        return sge.IntDiv(this=sge.paren(left), expression=sge.paren(right))
    return SQLGlotCompiler.visit_FloorDivide(self, op, left=left, right=right)


def _is_null(self: Any, op: Any, *, arg: Any) -> Any:  # noqa: ARG001 - the shape that Ibis calls
    # `x IN (...) IS NULL` without parentheses is no sentence to Spark.
    return sge.Is(this=sge.paren(arg), expression=sge.Null())


def _not_null(self: Any, op: Any, *, arg: Any) -> Any:
    return sge.Not(this=_is_null(self, op, arg=arg))


class _ExactDuckDB(DuckDBCompiler):
    """DuckDB's compiler with exact integer division."""

    __slots__ = ()
    visit_FloorDivide = _exact_floor_divide  # noqa: N815 - the name Ibis looks for
    visit_IsNull = _is_null  # noqa: N815
    visit_NotNull = _not_null  # noqa: N815
    # Names what is kept. Naming what is dropped would print a set, in another order in every process.
    visit_DropColumns = SQLGlotCompiler.visit_DropColumns  # noqa: N815


class _ExactSpark(PySparkCompiler):
    """Spark's compiler with exact integer division."""

    __slots__ = ()
    visit_FloorDivide = _exact_floor_divide  # noqa: N815 - the name Ibis looks for
    visit_IsNull = _is_null  # noqa: N815
    visit_NotNull = _not_null  # noqa: N815


@cache
def _compiler(dialect: str) -> SQLGlotCompiler:
    return _ExactDuckDB() if dialect == "duckdb" else _ExactSpark()


def to_sql(expression: Any, dialect: str) -> str:
    """Return the SQL text of an expression for `duckdb` or `spark`."""
    return _text(expression.op(), dialect)


@lru_cache(maxsize=1024)
def _text(op: Any, dialect: str) -> str:
    # Kept for the process: two laws, two months or two days ask much the same, and compiling is most of a small run.
    compiler = _compiler(dialect)
    return str(compiler.to_sqlglot(op.to_expr().unbind()).sql(dialect=compiler.dialect, pretty=True))
