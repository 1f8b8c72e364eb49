"""A kernel sees whole loans however the engine cuts its batches, and gives the same bytes on both."""

from __future__ import annotations

import random

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prakas.engine.spark import _Splitter
from prakas.facts import POSITION_SCHEMA, Positions, declared
from prakas.facts.kernel import CHARGE_INPUTS, INSTALLMENT_INPUTS, LOAN_INPUTS, PAYMENT_INPUTS
from prakas.facts.position import NONE

INPUTS = {"loans": LOAN_INPUTS, "installments": INSTALLMENT_INPUTS, "payments": PAYMENT_INPUTS, "charges": CHARGE_INPUTS}
DAY, TOLERANCE, LOANS = 19_000, 125_000_000, 60


def a_book():
    """Return made-up flows of some loans as rows by table: loans with many flows, with few, and with none."""
    chosen = random.Random(7)
    rows = {name: [] for name in INPUTS}
    for loan in range(LOANS):
        start, count = 18_000 + chosen.randrange(300), chosen.choice((0, 1, 6, 24))
        principal = 1_000_000 * chosen.randrange(1, 50)
        known = {"loan_no": loan, "matures_on": start + 30 * max(count, 1), "start_on": start, "principal": principal}
        plain = dict.fromkeys(LOAN_INPUTS, 0) | {"restructured_balance": NONE, "nominal_rate": 18_000_000, "fees_upfront": NONE}
        terms = {"rate_method": 0, "frequency": 2, "amortization": chosen.randrange(3)}
        rest = {"coverage_floor": 10_000, "rounding_unit": 10_000, "ceiling": 18_000_000}
        rows["loans"].append(plain | known | terms | rest | {"are_payments_known": 1, "are_charges_known": 1})
        for k in range(count):
            part = {"loan_no": loan, "principal": principal // count, "interest": 15_000, "fee": 0}
            rows["installments"].append(part | {"due_on": start + 30 * (k + 1), "number": k + 1})
            if chosen.random() < 0.7:
                rows["payments"].append(
                    part | {"paid_on": start + 30 * (k + 1) + chosen.randrange(9), "source_row": len(rows["payments"])}
                )
        if count:
            charge = {"charged_on": start, "source_row": loan, "amount": 20_000, "returned_on": NONE, "returned_amount": NONE}
            rows["charges"].append(dict.fromkeys(CHARGE_INPUTS, 0) | charge | {"loan_no": loan})
    return rows


def columns_of(rows):
    """Return the rows as the kernel reads them: arrays by table and column."""
    return {
        name: {column: np.array([row[column] for row in rows[name]], np.int64) for column in inputs}
        for name, inputs in INPUTS.items()
    }


def events_of(rows):
    """Return the rows as one table of events, sorted as Spark sorts them within a partition."""
    width = max(len(inputs) for inputs in INPUTS.values())
    events = []
    for kind, (name, inputs) in enumerate(INPUTS.items()):
        for row in rows[name]:
            cells = [row[column] for column in inputs]
            events.append([row["loan_no"], kind, *cells, *([0] * (width - len(cells)))])
    names = ["n", "kind", *(f"c{i}" for i in range(width))]
    return pa.table(
        {name: pa.array(column, pa.int64()) for name, column in zip(names, zip(*sorted(events), strict=True), strict=True)}
    )


@pytest.mark.parametrize("size", [1, 7, 65_536])
def test_a_loan_cut_in_two_by_a_batch_is_put_together_again(size):
    rows = a_book()
    whole = Positions(DAY, TOLERANCE)(columns_of(rows))
    split = _Splitter(Positions(DAY, TOLERANCE), tuple(INPUTS), INPUTS, POSITION_SCHEMA)
    batches = events_of(rows).to_batches(max_chunksize=size)
    assert len(batches) == -(-sum(len(part) for part in rows.values()) // size)
    assert pa.Table.from_batches(list(split(batches)), schema=POSITION_SCHEMA).equals(whole)
    assert any(whole["days_past_due"].to_pylist())  # the book is no empty one
    assert whole.num_rows == LOANS


def test_batches_without_a_row_are_passed_over():
    split = _Splitter(Positions(DAY, TOLERANCE), tuple(INPUTS), INPUTS, POSITION_SCHEMA)
    events = events_of(a_book())
    empty = events.slice(0, 0).combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], schema=events.schema)]
    assert list(split(empty)) == []
    assert sum(batch.num_rows for batch in split([*empty, *events.to_batches(), *empty])) == LOANS


def test_the_kernel_writes_the_same_file_on_every_engine(asked, tmp_path):
    rows = a_book()
    tables = {}
    for name, inputs in INPUTS.items():
        schema = pa.schema([(column, pa.int64()) for column in inputs])
        table = asked.table(schema, rows[name])
        tables[name] = table.select(list(inputs))
    path = tmp_path / "positions.parquet"
    assert asked.engine.map("positions", Positions(DAY, TOLERANCE), tables, POSITION_SCHEMA, path, LOANS) == LOANS
    assert pq.read_table(path).equals(Positions(DAY, TOLERANCE)(columns_of(rows)))
    found = asked.engine.run("positions", declared("positions", POSITION_SCHEMA), POSITION_SCHEMA)  # declared under its stem
    assert found.num_rows == LOANS
