"""Writes what goes back to the sender: the edits, and the rows held back as they came."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.tape.edits import EDITS
from prakas.tape.references import RETURNED
from prakas.tape.rows import Reading
from prakas.tape.staging import Staged
from prakas.tape.tables import Table

EDITS_HEADER = ("rule_id", "tape", "table", "source_row", "key", "field", "value", "expected", "sentence")


def write_edits(reading: Reading, path: Path) -> int:
    """Return the number of edits written, sorted by tape, table, row and rule."""
    database = reading.database
    words = pa.schema([("rule_id", pa.string()), ("sentence", pa.string())])
    database.table("sentences", [(edit.id, edit.en) for edit in EDITS.values()], words)
    place = " ".join(f"WHEN {text(t)} THEN {i}" for i, t in enumerate(reading.tables))
    database.run(
        f"""
        COPY (
          SELECT rule_id, tape, table_name AS "table", source_row, key, field, replace(value, chr(0), '\\x00') AS value, expected,
                 replace(sentence, '{{field}}', coalesce(field, '')) AS sentence
          FROM edits JOIN tapes USING (tape_no) JOIN sentences USING (rule_id)
          ORDER BY tape, CASE table_name {place} END, file_no, source_row NULLS FIRST, rule_id, field, value, expected
        ) TO {text(str(path))} (FORMAT csv, HEADER)
        """
    )
    return int(database.one("SELECT count(*) FROM edits"))


def write_returned(reading: Reading, table: Table, files: Sequence[Staged], tapes: Mapping[int, str], folder: Path) -> None:
    """Write returned/TABLE.csv where a row of the table is held back: the sender's columns, then line, tape, source_row and reason.

    `line` is the raw text of a line that could not be cut. Where files have different headers, columns are put together by name.
    """
    by_number = {f.file_no: f for f in files if f.table == table.name}
    rows = _rows(reading, table, by_number)
    first = next(rows, None)
    if first is None:
        return
    concerned = {n for (n,) in reading.database.rows(
        f"SELECT DISTINCT file_no FROM edits WHERE table_name = {text(table.name)} AND rule_id IN ({RETURNED})"
    )}  # fmt: skip
    header, places = _header([by_number[n] for n in sorted(concerned)])
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header, "line", "tape", "source_row", "reason"])
        while first is not None:
            tape_no, file_no, source_row, values, raw, reason = first
            cells = [""] * len(header)
            for place, value in zip(places[file_no], values, strict=False):
                cells[place] = (value or "").replace("\0", "\\x00").replace("\r", "\\x0d")
            writer.writerow([*cells, raw or "", tapes[tape_no], source_row, reason])
            first = next(rows, None)


def _header(files: Sequence[Staged]) -> tuple[list[str], dict[int, list[int]]]:
    """Return the columns of the returned file, and for each sender's file where its columns go."""
    if len({f.heading.names for f in files}) == 1:
        names = list(files[0].heading.names)
        return names, {f.file_no: list(range(len(names))) for f in files}
    header: list[str] = []
    places: dict[int, list[int]] = {}
    for file in files:
        known = [target or own.strip() for own, target in zip(file.heading.names, file.heading.targets, strict=True)]
        for column in known:
            if column not in header:
                header.append(column)
        places[file.file_no] = [header.index(column) for column in known]
    return header, places


def _rows(reading: Reading, table: Table, files: Mapping[int, Staged]) -> Iterator[tuple[Any, ...]]:
    """Return rows held back as (tape_no, file_no, source_row, values in the sender's order, raw line, reason)."""
    # A row comes once for each of its reasons, and they are put together here: sorting and joining spill to disk, text
    # that is gathered inside the engine does not.
    reasons = (
        f"SELECT tape_no, file_no, source_row, rule_id, coalesce(field, '') AS of_field FROM edits "
        f"WHERE table_name = {text(table.name)} AND rule_id IN ({RETURNED})"
    )
    staged = reading.work / "staged" / table.name
    names = ", ".join(f"s.{name(n)}" for n in table.names)
    sql = f"""
        SELECT r.*, b.raw, s.extra, {names} FROM ({reasons}) AS r
        LEFT JOIN read_parquet({text(str(staged / "*.parquet"))}) AS s USING (file_no, source_row)
        LEFT JOIN (SELECT file_no, source_row, raw FROM broken WHERE table_name = {text(table.name)}) AS b USING (file_no, source_row)
        ORDER BY r.tape_no, r.file_no, r.source_row, r.rule_id, r.of_field"""
    rows = (row for batch in reading.database.batches(sql) for row in batch.to_pylist())
    for (tape_no, file_no, source_row), group in groupby(rows, lambda r: (r["tape_no"], r["file_no"], r["source_row"])):
        members = list(group)
        row = members[0]
        extra = iter(row["extra"] or ())
        targets = files[file_no].heading.targets
        values = [] if row["raw"] is not None else [row[t] if t else next(extra, "") for t in targets]
        reason = " ".join(
            dict.fromkeys(f"{m['rule_id']}: {EDITS[m['rule_id']].en.replace('{field}', m['of_field'])}" for m in members)
        )
        yield tape_no, file_no, source_row, values, row["raw"], reason
