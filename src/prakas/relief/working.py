"""Works out the loans of a plan, range by range: first what the plan does to each, then the new schedules of those granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from prakas.audit import Book
from prakas.facts import LAID_OUT, LOAN_INPUTS, NONE, Day, kernel_inputs, schedules_in_force
from prakas.relief.passes import LOAN, WORKED, granted, worked
from prakas.relief.plan import RUNS, SUSPENDED, Plan

DATE, TEXT, WHOLE = pa.date32(), pa.string(), pa.int64()
INSTALLMENT_ROWS = pa.schema([pa.field(name, WHOLE) for name in ("loan_no", *LAID_OUT)])
WORKED_ROWS = pa.schema([pa.field(name, WHOLE) for name in ("loan_no", *WORKED)])
# Where each granted loan would stand at the end of each month of the plan.
STANDINGS = pa.schema(
    [pa.field(n, WHOLE) for n in ("loan_no", "month", "days_past_due", "frozen_days_past_due", "outstanding_principal")]
)


@dataclass(frozen=True)
class Chunk:
    """Some loans with their schedules, ready for a pass."""

    loans: pa.Table
    matrix: Any
    rows: Any
    starts: Any


def plan_numbers(book: Book, plan: Plan) -> Any:
    """Return the plan as the passes read it."""
    start = Day(plan.start, book.options.pack).number
    return np.array([start, plan.months, SUSPENDED.index(plan.suspend), RUNS.index(plan.interest)], np.int64)


def _numbers(table: pa.Table, names: tuple[str, ...]) -> Mapping[str, Any]:
    return {n: np.ascontiguousarray(pc.fill_null(table[n], NONE).to_numpy()) for n in names}


def chunks(book: Book, file: Path, columns: tuple[str, ...]) -> Iterator[Chunk]:
    """Return the loans of a file (shape: CANDIDATES, sorted by loan_no) that lack nothing, with their schedules, group by group."""
    installments = kernel_inputs(book.setting.day)["installments"]
    with pq.ParquetFile(file) as source:
        for group in range(source.num_row_groups):
            loans = source.read_row_group(group, columns=list(dict.fromkeys((*LOAN_INPUTS, *LOAN, "missing", *columns))))
            loans = loans.filter(pc.is_null(loans["missing"]))  # nothing is worked out of what is not known
            if not loans.num_rows:
                continue
            numbers = loans["loan_no"]
            wanted = installments.filter(installments.loan_no.between(numbers[0].as_py(), numbers[-1].as_py()))
            found = book.run("schedules", wanted.order_by("loan_no", "due_on", "number"), INSTALLMENT_ROWS)
            rows, starts = schedules_in_force(_numbers(loans, LOAN_INPUTS), _numbers(found, tuple(INSTALLMENT_ROWS.names)))
            matrix = np.ascontiguousarray(np.stack(list(_numbers(loans, LOAN).values()), axis=1))
            yield Chunk(loans, matrix, rows, starts)


def worked_out(book: Book, file: Path, plan: Plan) -> Iterator[pa.Table]:
    """Return what the plan does to each loan of a file. Shape: WORKED_ROWS."""
    told = plan_numbers(book, plan)
    for chunk in chunks(book, file, ()):
        found = worked(chunk.matrix, chunk.rows, chunk.starts, book.setting.day.number, told)
        columns = [chunk.loans["loan_no"], *(pa.array(column, mask=column == NONE) for column in found.T)]
        yield pa.Table.from_arrays(columns, schema=WORKED_ROWS)


@dataclass
class Grants:
    """The loans granted, worked through once more: new schedules, standings by month, and the lenders' months added up."""

    book: Book
    plan: Plan
    file: Path  # shape: CANDIDATES, the granted loans alone
    lenders: list[str]
    last: int  # the last month in which anything changed falls due
    flows: Any = None  # lenders x months x FLOWS, hundredths of the base currency

    def schedules(self, standings: list[pa.Table]) -> Iterator[pa.Table]:
        """Return the new schedules by loan (columns N_*, and the loan's), adding to `standings` (shape: STANDINGS) as it goes."""
        self.flows = np.zeros((len(self.lenders) * (self.last + 1), 4), np.int64)
        place = {name: n for n, name in enumerate(self.lenders)}
        told = plan_numbers(self.book, self.plan)
        for chunk in chunks(self.book, self.file, ("institution_id", "loan_id", "riel_rate")):
            lender = np.array([place[name] for name in chunk.loans["institution_id"].to_pylist()], np.int64)
            rates = chunk.loans["riel_rate"].to_numpy().copy()
            day = self.book.setting.day.number
            new, starts, by_month = granted(
                chunk.matrix, chunk.rows, chunk.starts, day, told, lender, rates, self.flows, self.last
            )
            standings.append(self._standings(chunk.loans["loan_no"].to_numpy(), by_month))
            yield _flat(chunk.loans, new, starts)

    def _standings(self, numbers: Any, by_month: Any) -> pa.Table:
        count = self.plan.months + 1
        late = by_month[0].reshape(-1, count)
        columns = {
            "loan_no": np.repeat(numbers, count),
            "month": np.tile(np.arange(count), len(numbers)),
            "days_past_due": by_month[0],
            "frozen_days_past_due": np.repeat(late[:, 0], count) if len(numbers) else by_month[0],
            "outstanding_principal": by_month[1],
        }
        arrays = [pa.array(column, WHOLE, mask=column == NONE) for column in columns.values()]
        return pa.Table.from_arrays(arrays, schema=STANDINGS)


def _flat(loans: pa.Table, new: Any, starts: Any) -> pa.Table:
    """Return new schedules with the ids of their loans, in order of loan, new due date and number."""
    owner = np.repeat(np.arange(loans.num_rows), np.diff(starts))
    order = np.lexsort((new[0], new[2], owner))
    ids = pa.array(owner[order])
    columns: dict[str, Any] = {"institution_id": loans["institution_id"].take(ids), "loan_id": loans["loan_id"].take(ids)}
    names = ("number", "old_due_on", "due_on", "principal", "old_interest", "interest", "fee", "change")
    for name, row in zip(names, new[:, order], strict=True):
        columns[name] = pa.array(row, mask=row == NONE)
    return pa.table(columns)
