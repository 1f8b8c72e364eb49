"""What an engine says when it cannot go on: which step and why, and never a value of the tape."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from prakas.engine import connect
from prakas.errors import EngineError, PrakasError
from prakas.facts import declared

CANARY = "Canary-77881-Sokha"
TEXT = pa.schema([("loan_no", pa.int64()), ("t", pa.string())])
WHOLE = pa.schema([("loan_no", pa.int64()), ("t", pa.int64())])


def test_a_value_that_cannot_be_read_is_not_repeated(asked):
    rows = asked.table(TEXT, [{"loan_no": 0, "t": CANARY}])
    with pytest.raises(EngineError) as refused:
        asked.run(rows.select("loan_no", t=rows.t.cast("int64")), WHOLE)
    assert CANARY not in str(refused.value)
    assert "The step 'a step' failed on" in str(refused.value)
    assert "CAST" in str(refused.value)  # the query is shown whole
    assert refused.value.exit_code == 3


def test_a_column_of_another_type_than_declared_is_not_repeated(asked):
    rows = asked.table(TEXT, [{"loan_no": 0, "t": CANARY}])
    with pytest.raises(EngineError) as refused:
        asked.run(rows, WHOLE)
    assert CANARY not in str(refused.value)


def test_a_table_that_nobody_declared_is_named(asked):
    with pytest.raises(EngineError, match="never_declared"):
        asked.run(declared("never_declared", TEXT), TEXT)


def test_an_unknown_engine_is_refused_by_name(tmp_path):
    with pytest.raises(PrakasError, match=r"no engine called 'oracle'\. Choose one of: duckdb, spark"):
        connect("oracle", tmp_path)


def first_of(chunk):
    """A kernel that gives each loan its own number back."""
    return pa.table({"loan_no": chunk["loans"]["loan_no"], "t": np.zeros(chunk["loans"]["loan_no"].size, np.int64)}, schema=WHOLE)


def test_loans_out_of_order_are_refused_and_not_mixed_up(duck, tmp_path):
    rows = duck.table(WHOLE, [{"loan_no": 1, "t": 0}, {"loan_no": 0, "t": 0}])
    with pytest.raises(EngineError, match="read loans out of order"):
        duck.engine.map("positions", first_of, {"loans": rows}, WHOLE, tmp_path / "out.parquet", 2)
    assert duck.engine.map("positions", first_of, {"loans": rows.order_by("loan_no")}, WHOLE, tmp_path / "out.parquet", 2) == 2
