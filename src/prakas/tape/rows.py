"""Types every row of a table, repairs columns that agree, and writes down the edits that a row fires by itself."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from prakas.engine import Database
from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.jurisdictions import Pack
from prakas.tape.checks import Check, blank, checks, text_of
from prakas.tape.mapping import Mapping
from prakas.tape.repairs import Taken, agreed, repaired
from prakas.tape.staging import staged_schema
from prakas.tape.tables import Column, Table
from prakas.tape.typing import parsed

EDIT_COLUMNS = pa.schema(
    [
        ("rule_id", pa.string()),
        ("table_name", pa.string()),
        ("tape_no", pa.int32()),
        ("file_no", pa.int32()),
        ("source_row", pa.int64()),
        ("key", pa.string()),
        ("field", pa.string()),
        ("value", pa.string()),
        ("expected", pa.string()),
    ]
)
BITS = 60


@dataclass(frozen=True)
class Reading:
    """What all steps of one reading share."""

    database: Database
    work: Path
    country: Pack
    tables: Pairs[str, Table]
    mapping: Mapping | None
    progress: Callable[[str, int], None]


@dataclass(frozen=True)
class Lookup:
    """What typed rows are joined with, and the columns that this adds."""

    joins: str = ""
    columns: tuple[str, ...] = ()


def typed(reading: Reading, table: Table, lookup: Lookup = Lookup()) -> None:
    """Make the view typed_TABLE: the rows that could be cut, with typed values; null where a value cannot be read.

    The edits of single rows and of repaired columns are added to the table `edits`.
    """
    reading.progress(f"checking {table.name}", 0)
    files = reading.work / "staged" / table.name
    if not files.is_dir() or not any(files.iterdir()):
        files.mkdir(parents=True, exist_ok=True)
        pq.write_table(staged_schema(table).empty_table(), files / "none.parquet")
    staged = f"read_parquet({text(str(files / '*.parquet'))})"
    found = checks(table, reading.country)

    def source(column: Column) -> str:
        return _mapped(reading, table, column)

    _write(reading, table, found, staged, {}, lookup)
    failing = _failing(reading.database, table, found)
    if failing:
        taken = agreed(reading.database, staged, table, failing, source)
        if taken:
            _write(reading, table, found, staged, taken, lookup)
            _report_repairs(reading.database, table, taken)
    _report_rows(reading.database, table, found, staged)


def key_of(table: Table, alias: str = "") -> str:
    """Return the SQL of what a person would call a row by: its key, or the loan or institution that it belongs to."""
    dot = f"{alias}." if alias else ""
    own = [k for k in table.key if k != "institution_id"] or list(table.key)
    own = own or ["loan_id" if "loan_id" in table.names else "institution_id"]
    return " || '/' || ".join(f"coalesce(CAST({dot}{name(k)} AS VARCHAR), '')" for k in own)


def _mapped(reading: Reading, table: Table, column: Column) -> str:
    """Return the SQL of a column's text with the mapping's codes put in."""
    raw = f"coalesce({name(column.name)}, '')"
    codes = reading.mapping.code(table.name, column.name) if reading.mapping else {}
    if not codes:
        return raw
    words = " ".join(f"WHEN {text(theirs)} THEN {text(ours)}" for theirs, ours in codes.items())
    return f"CASE trim({raw}) {words} ELSE {raw} END"


def _write(reading: Reading, table: Table, found: list[Check], staged: str, taken: Taken, lookup: Lookup) -> None:
    path = reading.work / "typed" / f"{table.name}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    texts = ", ".join(f"{_text(reading, table, c, taken)} AS {text_of(c.name)}" for c in table.columns)
    values = ", ".join(f"{parsed(c, text_of(c.name))} AS {name(c.name)}" for c in table.columns)
    flags = ", ".join(f"{_word(found[i : i + BITS])} AS flags{i // BITS}" for i in range(0, len(found), BITS))
    names = ", ".join(f"x.{name(n)}" for n in table.names)
    added = "".join(f", {c}" for c in lookup.columns)
    reading.database.run(
        f"""
        COPY (
          SELECT x.tape_no, x.file_no, x.source_row, {names}, {flags}, {blank(table)} AS is_blank{added}
          FROM (
            SELECT *, {values}
            FROM (SELECT tape_no, file_no, source_row, extra, {texts} FROM {staged})
            LEFT JOIN closings USING (tape_no)
          ) AS x {lookup.joins}
        ) TO {text(str(path))} (FORMAT parquet, COMPRESSION lz4)
        """
    )
    reading.database.run(f"CREATE OR REPLACE VIEW typed_{table.name} AS SELECT * FROM read_parquet({text(str(path))})")


def _word(found: list[Check]) -> str:
    """Return the SQL of one number whose bits say which checks fired."""
    return " | ".join(f"CASE WHEN {c.condition} THEN {1 << i}::BIGINT ELSE 0::BIGINT END" for i, c in enumerate(found))


def _text(reading: Reading, table: Table, column: Column, taken: Taken) -> str:
    raw = _mapped(reading, table, column)
    by_chain: dict[tuple[str, ...], list[int]] = {}
    for (file_no, column_name), chain in taken.items():
        if column_name == column.name:
            by_chain.setdefault(chain, []).append(file_no)
    cases = [f"WHEN file_no IN ({', '.join(map(str, f))}) THEN {repaired(column, raw, c)}" for c, f in by_chain.items()]
    return f"CASE {' '.join(cases)} ELSE {raw} END" if cases else raw


def _failing(database: Database, table: Table, found: list[Check]) -> dict[str, list[int]]:
    """Return the columns that hold a value which a repair might mend, with the files concerned."""
    failing: dict[str, list[int]] = {}
    for start in range(0, len(found), BITS):
        word = f"flags{start // BITS}"
        sql = f"SELECT file_no, bit_or({word}) FROM typed_{table.name} WHERE {word} <> 0 AND NOT is_blank GROUP BY file_no ORDER BY file_no"
        for file_no, fired in database.rows(sql):
            for i, check in enumerate(found[start : start + BITS]):
                if check.kind and fired >> i & 1:
                    failing.setdefault(check.field, []).append(file_no)
    return failing


def _report_repairs(database: Database, table: Table, taken: Taken) -> None:
    files = dict(database.rows("SELECT file_no, tape_no FROM files"))
    rows = [
        (edit, table.name, files[file_no], file_no, None, None, column, None, None)
        for (file_no, column), chain in sorted(taken.items())
        for edit in chain
    ]
    database.append("edits", rows, EDIT_COLUMNS)


def _report_rows(database: Database, table: Table, found: list[Check], staged: str) -> None:
    """Add the edits of every row that fired a check; its values are those of the sender, not the repaired ones."""
    words = [f"flags{i // BITS}" for i in range(0, len(found), BITS)]
    fired = database.rows(
        f"SELECT {', '.join(f'coalesce(bit_or({w}), 0)' for w in words)} FROM typed_{table.name} WHERE NOT is_blank"
    )[0]
    some = " OR ".join(f"{w} <> 0" for w in words)
    database.run(
        f"CREATE OR REPLACE TEMP TABLE flagged AS SELECT s.*, v.is_blank, {', '.join('v.' + w for w in words)} "
        f"FROM {staged} AS s JOIN (SELECT * FROM typed_{table.name} WHERE is_blank OR {some}) AS v USING (file_no, source_row)"
    )
    who = f"{text(table.name)}, tape_no, file_no, source_row, {key_of(table)}"
    database.run(f"INSERT INTO edits SELECT 'F004', {who}, NULL, NULL, NULL FROM flagged WHERE is_blank")
    for i, check in enumerate(found):
        if not fired[i // BITS] >> (i % BITS) & 1 or check.kind == "padded":
            continue
        rule = check.edit if check.edit_is_sql else text(check.edit)
        value = name(check.field)
        database.run(
            f"INSERT INTO edits SELECT {rule.replace(text_of(check.field), value)}, {who}, {text(check.field)}, {value}, "
            f"{text(check.expected)} FROM flagged WHERE NOT is_blank AND flags{i // BITS} & {1 << (i % BITS)} <> 0"
        )
    database.run("DROP TABLE flagged")
