"""Puts the rows of every file aside as text, and its broken lines beside them, counting both."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from prakas.errors import FilingError
from prakas.tape.blocks import Block, Opened
from prakas.tape.heading import Heading, heading
from prakas.tape.lines import open_csv
from prakas.tape.mapping import Mapping
from prakas.tape.parts import open_parquet
from prakas.tape.sheets import open_sheet
from prakas.tape.sources import Source
from prakas.tape.tables import Table, contract

BROKEN = pa.schema(
    [
        ("tape_no", pa.int32()),
        ("file_no", pa.int32()),
        ("source_row", pa.int64()),
        ("rule_id", pa.string()),
        ("raw", pa.string()),
        ("position", pa.int32()),  # where loan_id (or institution_id) stands in a line of this file
        ("fields", pa.list_(pa.string())),
    ]
)


@dataclass(frozen=True)
class Staged:
    """One file of one tape, put aside."""

    tape_no: int
    file_no: int
    table: str
    label: str
    sha256: str
    rows: int
    broken: int
    heading: Heading
    edits: tuple[tuple[str, str, str], ...]  # (edit, field, value), one a file


def staged_schema(table: Table) -> pa.Schema:
    """Return the schema of rows put aside: who and where, the contract's columns as text, and what else the row holds."""
    fields = [pa.field("tape_no", pa.int32()), pa.field("file_no", pa.int32()), pa.field("source_row", pa.int64())]
    return pa.schema([*fields, *(pa.field(n, pa.string()) for n in table.names), pa.field("extra", pa.list_(pa.string()))])


def stage(
    source: Source,
    *,
    tape_no: int,
    file_no: int,
    first_row: int,
    work: Path,
    mapping: Mapping | None,
    progress: Callable[[str, int], None],
) -> Staged:
    """Return what was put aside of one file: its rows under work/staged, its broken lines under work/broken.

    Raises FilingError where the file cannot be read to its end, or its header does not fit the contract.
    """
    table = contract()[source.table]
    file = opened(source, first_row)
    found = heading(file.header, table, source.label, mapping)
    schema = staged_schema(table)
    rows = broken = 0
    with (
        pq.ParquetWriter(_place(work, "staged", source.table, file_no), schema, compression="lz4") as kept_file,
        pq.ParquetWriter(_place(work, "broken", source.table, file_no), BROKEN, compression="zstd") as broken_file,
    ):
        for block in file.blocks:
            if len(block.rows):
                kept_file.write_table(_named(block, found, schema, tape_no, file_no))
            if block.broken:
                broken_file.write_table(_broken(block, found, source.table, tape_no, file_no))
            rows += len(block.rows)
            broken += len(block.broken)
            progress(f"reading {source.table}", len(block.rows) + len(block.broken))
    return Staged(
        tape_no,
        file_no,
        source.table,
        _label(source),
        _sha256(source.path),
        rows + broken,
        broken,
        found,
        tuple((rule, "", value) for rule, value in file.repairs) + found.edits,
    )


def unstage(work: Path, table: str, file_no: int) -> None:
    """Take back what was put aside of a file whose tape was refused."""
    for kind in ("staged", "broken"):
        _place(work, kind, table, file_no).unlink(missing_ok=True)


def opened(source: Source, first_row: int) -> Opened:
    """Return a file, opened by its kind; `first_row` numbers the rows of Parquet."""
    if source.kind == "csv":
        return open_csv(source.path)
    if source.kind == "sheet":
        return open_sheet(source.path, source.label)
    return open_parquet(source.path, first_row)


def _place(work: Path, kind: str, table: str, file_no: int) -> Path:
    folder = work / kind / table
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{file_no:06d}.parquet"


def _label(source: Source) -> str:
    return f"{source.path.name}#{source.label}" if source.kind == "sheet" else source.label


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise FilingError(f"{path.name}: the file cannot be read ({fault.strerror}). Look at its permissions.") from fault


def _named(block: Block, found: Heading, schema: pa.Schema, tape_no: int, file_no: int) -> pa.Table:
    count = len(block.rows)
    columns = {t: block.table.column(i) for i, t in enumerate(found.targets) if t}
    extras = [block.table.column(i) for i, t in enumerate(found.targets) if not t]
    values: list[pa.Array | pa.ChunkedArray] = []
    for field in schema:
        if field.name == "tape_no":
            values.append(pa.array(np.full(count, tape_no, dtype=np.int32)))
        elif field.name == "file_no":
            values.append(pa.array(np.full(count, file_no, dtype=np.int32)))
        elif field.name == "source_row":
            values.append(pa.array(block.rows, pa.int64()))
        elif field.name == "extra":
            values.append(_extra(extras, count))
        else:
            values.append(columns.get(field.name, pa.nulls(count, pa.string())))
    return pa.table(values, schema=schema)


def _extra(extras: list[pa.ChunkedArray], count: int) -> pa.Array:
    """Return the columns that the contract does not know, as one list a row."""
    if not extras:
        return pa.nulls(count, pa.list_(pa.string()))
    width = len(extras)
    flat = pa.concat_arrays([c.combine_chunks() if isinstance(c, pa.ChunkedArray) else c for c in extras])
    order = np.arange(width * count).reshape(width, count).T.ravel()
    offsets = np.arange(0, width * count + 1, width, dtype=np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), flat.take(pa.array(order)))


def _broken(block: Block, found: Heading, table: str, tape_no: int, file_no: int) -> pa.Table:
    subject = "institution_id" if table == "institutions" else "loan_id"
    position = found.targets.index(subject) if subject in found.targets else -1
    lines = block.broken
    return pa.table(
        [
            pa.array([tape_no] * len(lines), pa.int32()),
            pa.array([file_no] * len(lines), pa.int32()),
            pa.array([b.row for b in lines], pa.int64()),
            pa.array([b.rule for b in lines], pa.string()),
            pa.array([b.raw for b in lines], pa.string()),
            pa.array([position] * len(lines), pa.int32()),
            pa.array([list(b.fields) for b in lines], pa.list_(pa.string())),
        ],
        schema=BROKEN,
    )
