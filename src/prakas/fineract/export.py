"""Writes the tape: one snapshot, table by table, and an account of what became of every row of Fineract."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from prakas.audit import whole_folder
from prakas.errors import FilingError
from prakas.fineract import loans, security
from prakas.fineract.connection import Snapshot, snapshot
from prakas.fineract.fates import FATES
from prakas.fineract.query import Query
from prakas.fineract.schema import Schema, schema_of
from prakas.tape import contract

Progress = Callable[[str, int | None], None]

IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
FINE = r"\.[0-9]{3,}$"  # more than hundredths
PUBLIC = "public"
# Where the whole of one of these has not one row, the lender may keep the matter elsewhere: then the tape has no such table either.
MAY_BE_ELSEWHERE = ("charges", "collateral", "deposits")


@dataclass(frozen=True)
class Lender:
    """What Fineract does not know of the lender, and a tape must say."""

    institution: str
    legal_form: str
    status: str
    name: str | None = None  # none: the name of the head office
    status_since: date | None = None

    def __post_init__(self) -> None:
        """Raise FilingError for an id or a code that a tape cannot have."""
        if not IDENTIFIER.fullmatch(self.institution):
            message = "The lender's id has up to 40 letters, digits, points or dashes, and begins with a letter or digit. Write --institution so."
            raise FilingError(message)
        for column in ("legal_form", "status"):
            codes = contract()["institutions"][column].codes
            if getattr(self, column) not in codes:
                option = column.replace("_", "-")
                message = f"A tape has no such word for --{option}. Choose one of: {', '.join(codes)}."
                raise FilingError(message)


@dataclass(frozen=True)
class Exported:
    """What came of it: rows by table of the tape, and rows by fate for each table of Fineract."""

    path: Path
    as_of: date
    written: dict[str, int]
    fates: dict[str, dict[str, int]]
    fine: dict[str, int]  # rows of the tape with an amount finer than a hundredth

    @property
    def exit_code(self) -> int:
        """0; 1 where something stays unknown for a reason that lies in the rows."""
        is_doubtful = any(FATES[fate].is_doubtful for counts in self.fates.values() for fate in counts)
        return int(is_doubtful or any(self.fine.values()))

    @property
    def lines(self) -> Iterator[str]:
        """The account for the terminal: one line a table of Fineract, then the tape. No value of a row is in it."""
        for source, counts in self.fates.items():
            yield f"{source}: {sum(counts.values())} rows"
            for fate, count in counts.items():
                yield f"  {count} {FATES[fate].words}"
        for table, count in self.fine.items():
            yield f"{table}: {count} rows have an amount finer than a hundredth; nothing is rounded, so the reader returns them"
        yield f"{', '.join(f'{count} {table}' for table, count in self.written.items())}; the book stands on {self.as_of}"


def tape_from_fineract(
    url: str,
    out: Path,
    lender: Lender,
    *,
    as_of: date | None = None,
    schema: str = PUBLIC,
    progress: Progress = lambda *_: None,
) -> Exported:
    """Write a tape of the book in a Fineract tenant's database into a folder that appears whole or not at all.

    `as_of`: the day on which the book stands; none: Fineract's own business date. Raises FilingError where the folder or the database
    cannot be used. The database is only read, and asked nothing that is not in `READ` and `LATER`.
    """
    with whole_folder(out, replace=None) as folder, snapshot(url) as database:
        progress("opening the database", None)
        there = schema_of(database, schema)
        day = _as_of(database, there, as_of)
        exported = Exported(out, day, {}, {}, {})
        _institutions(database, there, lender, day, folder)
        exported.written["institutions"] = 1
        for query in security.counted_alone():
            exported.fates[query.source] = _counts(database, there, query)
        for table, queries in _tables(lender, day).items():
            progress(table, None)
            _export(database, there, (table, queries), folder, exported, progress)
        _beside(folder, exported)
    return exported


def _tables(lender: Lender, as_of: date) -> dict[str, tuple[Query, ...]]:
    tables = contract()
    return {
        "borrowers": (loans.borrowers(lender.institution),),
        "loans": (loans.loans(lender.institution, as_of),),
        "installments": (loans.installments(),),
        "payments": (loans.payments(),),
        "charges": (security.charges(),),
        "collateral": security.collateral(tables["collateral"]["kind"].codes),
        "deposits": (security.deposits(lender.institution),),
    }


def _as_of(database: Snapshot, schema: Schema, told: date | None) -> date:
    """Return the day on which the book stands. Raises FilingError where nobody says, or where the book has moved on since."""
    day = told
    if day is None:
        sql = f"""{schema.tables("m_business_date", "c_configuration")}
            SELECT date FROM m_business_date WHERE type = 'BUSINESS_DATE' AND EXISTS (
              SELECT 1 FROM c_configuration WHERE replace(name, '_', '-') = 'enable-business-date' AND enabled)"""
        days = [row[0] for row in database.rows("m_business_date", sql)]
        if not days or days[0] is None:
            raise FilingError(
                "On which day does this book stand? Its own business date is switched off, so say it: --date 2026-06-30."
            )
        day = days[0]
    sql = f"{schema.tables('m_loan_transaction')} SELECT max(transaction_date) AS latest FROM m_loan_transaction WHERE NOT is_reversed"
    ((latest,),) = database.rows("m_loan_transaction", sql)
    if latest is not None and latest > day:
        message = (
            f"The book has moved on: it holds transactions after {day}, and Fineract keeps balances and schedules of the present alone. "
            "Give a later --date, or read a copy of the database from that day."
        )
        raise FilingError(message)
    return day


def _institutions(database: Snapshot, schema: Schema, lender: Lender, as_of: date, folder: Path) -> None:
    name = lender.name
    if name is None:
        sql = f"{schema.tables('m_office')} SELECT name::text AS name FROM m_office WHERE parent_id IS NULL ORDER BY id LIMIT 1"
        name = next((" ".join(row[0].split()) for row in database.rows("m_office", sql)), None)
    if not name:
        raise FilingError("The database has no head office with a name. Say how the lender is called: --name.")
    row = {
        "institution_id": lender.institution,
        "name": name,
        "legal_form": lender.legal_form,
        "status": lender.status,
        "status_since": lender.status_since or "",
        "as_of": as_of,
    }
    with (folder / "institutions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([row.keys(), row.values()])


def _counts(database: Snapshot, schema: Schema, query: Query) -> dict[str, int]:
    """Return rows by fate, in the order in which fates are told."""
    found = {fate: int(count) for fate, count in database.rows(query.source, query.counts(schema))}
    return {fate: found[fate] for fate in FATES if fate in found}


def _export(
    database: Snapshot,
    schema: Schema,
    wanted: tuple[str, Sequence[Query]],
    folder: Path,
    exported: Exported,
    progress: Progress,
) -> None:
    """Write one table of the tape, and note what became of the rows of Fineract that it is made of."""
    table, queries = wanted
    for query in queries:
        exported.fates[query.source] = _counts(database, schema, query)
    if table in MAY_BE_ELSEWHERE and not any(exported.fates[query.source] for query in queries):
        return
    names = list(queries[0].columns)
    amounts = [column.name for column in contract()[table].columns if column.kind == "money" and column.name in names]
    layout = pa.schema([(name, pa.string()) for name in names])
    options = arrow_csv.WriteOptions(include_header=False, quoting_style="needed")
    rows = fine = 0
    with (folder / f"{table}.csv").open("wb") as file:
        file.write((",".join(names) + "\n").encode())
        with arrow_csv.CSVWriter(file, layout, write_options=options) as writer:
            for query in queries:
                before = rows
                for batch in database.batches(query.source, query.rows(schema)):
                    writer.write_batch(batch.cast(layout))
                    rows += batch.num_rows
                    fine += _finer(batch, amounts)
                    progress(table, batch.num_rows)
                expected = sum(FATES[fate].rows * count for fate, count in exported.fates[query.source].items())
                if rows - before != expected:
                    raise AssertionError(f"{query.source}: {rows - before} rows were written where {expected} were counted")
    exported.written[table] = rows
    if fine:
        exported.fine[table] = fine


def _finer(batch: pa.RecordBatch, amounts: Sequence[str]) -> int:
    """Return how many rows have an amount finer than a hundredth."""
    found = None
    for name in amounts:
        here = pc.fill_null(pc.match_substring_regex(batch.column(name), FINE), fill_value=False)
        found = here if found is None else pc.or_(found, here)
    return 0 if found is None else int(pc.sum(pc.cast(found, pa.int64())).as_py() or 0)


def _beside(folder: Path, exported: Exported) -> None:
    """Write the cover sheet, which the reader holds against the files, and the account as a data package."""
    with (folder / "cover.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("table", "rows"))
        writer.writerows(exported.written.items())
    package = {
        "name": "tape",
        "resources": [{"name": table, "path": f"{table}.csv", "rows": rows} for table, rows in exported.written.items()],
        "fineract": {
            source: {FATES[fate].words: count for fate, count in counts.items()} for source, counts in exported.fates.items()
        },
    }
    (folder / "datapackage.json").write_text(json.dumps(package, indent=1) + "\n", "utf-8")
