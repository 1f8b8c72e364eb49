"""One run of a plan, or of two beside each other, over some tapes: queue, new schedules, costs, written whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from prakas.audit import MONEY, Book, Options, as_decimal, assess, opened, sealed_tapes, whole_folder, write_table
from prakas.engine import write_parquet
from prakas.errors import FilingError
from prakas.relief.candidates import CANDIDATES, candidates
from prakas.relief.comparison import comparison_table
from prakas.relief.costs import cost_rows, cost_table
from prakas.relief.deferral import CHANGES
from prakas.relief.plan import Plan
from prakas.relief.plan_file import read_plan
from prakas.relief.queue import GRANTED, PLACED, as_people_read, granted_loans, queue
from prakas.relief.record import plan_record, run_record, write_record
from prakas.relief.working import STANDINGS, WORKED_ROWS, Grants, worked_out
from prakas.rulebook import rulebook
from prakas.tape import Sealed

DATE, TEXT, WHOLE = pa.date32(), pa.string(), pa.int64()
MOST_PLANS = 2

# installments.parquet: the new schedule of every loan granted, its old due dates beside the new ones.
INSTALLMENTS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        pa.field("number", WHOLE),
        pa.field("due_on", DATE),
        pa.field("principal", MONEY),
        pa.field("interest", MONEY),
        pa.field("fee", MONEY),
        pa.field("old_due_on", DATE),
        pa.field("old_interest", MONEY),
        pa.field("change", TEXT),
    ]
)


@dataclass(frozen=True)
class Relief:
    """What a run came to. `record` is relief.json's content; `returned` counts rows held back, `refused` tapes."""

    folder: Path
    record: dict[str, Any]
    returned: int
    refused: int

    @property
    def exit_code(self) -> int:
        """0: done, nothing returned; 1: done, with rows returned or a tape refused among many."""
        return 1 if self.returned or self.refused else 0


def relief(tapes: list[Path], names: list[str], out: Path, options: Options) -> Relief:
    """Return what one plan, or two beside each other, come to on some tapes; written to `out` whole or not at all. Raises PrakasError.

    `options.report`, where given, writes the page for people into the finished folder.
    """
    law = rulebook(options.pack, options.law)
    if len(names) > MOST_PLANS:
        message = f"{len(names)} plans were named, and at most {MOST_PLANS} are set beside each other. Run the others apart."
        raise FilingError(message)
    plans = [read_plan(name, options.pack, law, options.audit_date) for name in names]
    with whole_folder(out, replace=options.replace) as folder:
        with opened(options, folder / ".work", law) as book:
            sealed = sealed_tapes(book, tapes)
            assess(book)
            folders = [folder if len(plans) == 1 else folder / f"{n}-{plan.name}" for n, plan in enumerate(plans, 1)]
            told = [_priced(book, plan, n, where) for n, (plan, where) in enumerate(zip(plans, folders, strict=True), 1)]
            if len(plans) > 1:
                write_table(folder, "comparison", comparison_table(plans, folders))
            record = run_record(book, sealed, told)
        shutil.rmtree(folder / ".work")
        write_record(folder, record)
        if len(plans) > 1:  # each folder is a result of its own, that a check can be held against
            for where, one in zip(folders, told, strict=True):
                write_record(where, {**record, "plans": [one]})
        if options.report is not None:
            options.report(folder)
    return Relief(out, record, _returned(sealed), len(sealed.refused))


def _returned(sealed: Sealed) -> int:
    return sum(one.returned for one in sealed.files)


def _priced(book: Book, plan: Plan, n: int, folder: Path) -> dict[str, Any]:
    """Write queue, schedules and costs of one plan into a folder, and return what relief.json says of it."""
    folder.mkdir(exist_ok=True)
    names = {name: f"relief_{name}_{n}" for name in ("candidates", "worked", "queue", "granted", "standings")}
    with book.step(f"plan {n}: who comes first"):
        book.write(names["candidates"], candidates(book.setting.day, plan), CANDIDATES)
        file = book.work / f"{names['candidates']}.parquet"
        _keep(book, names["worked"], worked_out(book, file, plan), WORKED_ROWS)
        ordered = queue(book.options.pack, plan, names["candidates"], names["worked"])
        book.write(names["queue"], ordered, PLACED)
        placed = pq.read_table(book.work / f"{names['queue']}.parquet")
        book.write(names["granted"], granted_loans(names["candidates"], names["queue"]), CANDIDATES)
        write_table(folder, "queue", as_people_read(placed))
    with book.step(f"plan {n}: new schedules"):
        chosen = placed.filter(pc.equal(placed["state"], GRANTED))
        lenders = sorted(set(chosen["institution_id"].to_pylist()))
        last = max(plan.months, pc.max(chosen["last_month"]).as_py() or 0)
        grants = Grants(book, plan, book.work / f"{names['granted']}.parquet", lenders, last)
        standings: list[pa.Table] = []
        write_parquet(folder / "installments.parquet", map(_as_people_read, grants.schedules(standings)), INSTALLMENTS)
        _keep(book, names["standings"], iter(standings), STANDINGS)
    with book.step(f"plan {n}: what it costs"):
        rows = cost_rows(book, plan, names, lenders, grants.flows)
        write_table(folder, "costs", cost_table(rows))
    return plan_record(plan, placed, rows)


def _keep(book: Book, name: str, tables: Iterator[pa.Table], schema: pa.Schema) -> None:
    """Write a table that was made here into the work folder, and declare it."""
    write_parquet(book.work / f"{name}.parquet", tables, schema)
    book.engine.declare(name, book.work / f"{name}.parquet")


def _as_people_read(rows: pa.Table) -> pa.Table:
    columns: dict[str, Any] = {}
    for field in INSTALLMENTS:
        column = rows[field.name]
        if field.name == "change":
            column = pa.array(CHANGES).take(column.combine_chunks())
        elif field.type == DATE:
            column = column.cast(pa.int32()).cast(DATE)
        elif pa.types.is_decimal(field.type):
            column = as_decimal(column, field.type)
        columns[field.name] = column
    return pa.table(columns).cast(INSTALLMENTS)
