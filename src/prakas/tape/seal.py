"""Reads tapes into one sealed tape: every row is kept, or returned with a reason, and both are counted."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from prakas.engine import Database
from prakas.engine import sql_text as text
from prakas.errors import FilingError
from prakas.jurisdictions import Pack
from prakas.jurisdictions import pack as shipped
from prakas.tape.counts import FileCount, file_counts
from prakas.tape.intake import Intake, Refused, no_room, take_in
from prakas.tape.mapping import read_mapping
from prakas.tape.places import communes
from prakas.tape.references import (
    mark_loans,
    number_loans,
    read_alone,
    read_institutions,
    read_of_institutions,
    read_of_loans,
    returned_rows,
)
from prakas.tape.register import Filed, outcomes, read_register
from prakas.tape.returns import write_edits, write_returned
from prakas.tape.rows import EDIT_COLUMNS, Reading
from prakas.tape.sealing import OF_LOANS, seal_table
from prakas.tape.sources import tapes as tapes_in
from prakas.tape.staging import BROKEN
from prakas.tape.sums import check_cover, check_sums
from prakas.tape.tables import contract


@dataclass(frozen=True)
class Sealed:
    """A sealed tape and what goes back to the senders."""

    folder: Path  # TABLE.parquet for all eleven tables
    files: tuple[FileCount, ...]
    edits: Path  # CSV
    edit_count: int
    returned: Path  # folder of TABLE.csv
    refused: tuple[Refused, ...]
    register: tuple[Filed, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 where everything was kept, 1 where rows or tapes were returned."""
        return 1 if self.refused or any(f.returned for f in self.files) else 0


def quiet(step: str, rows: int) -> None:
    """Report nothing."""


def seal(
    tapes: Sequence[Path],
    out: Path,
    *,
    audit_date: date,
    work: Path,
    pack: Pack | None = None,
    mapping: Path | None = None,
    register: Path | None = None,
    progress: Callable[[str, int], None] = quiet,
    threads: int | None = None,
    memory: str | None = None,
) -> Sealed:
    """Return the sealed tape made of one tape or many. `out` gets sealed/, returned/ and edits.csv; `work` is for spilled data.

    `progress` hears what is being done and how many rows more. Raises FilingError where a path, the mapping or the register cannot
    be used, where the only tape is refused, and where all are; and where the disk is full.
    """
    country = pack or shipped()
    found = tapes_in(tapes)
    if register:
        read_register(register)
    names = read_mapping(mapping) if mapping else None
    try:
        for folder in (work, out / "sealed", out / "returned"):
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=work, prefix="tape-") as own:
            intake = take_in(found, Path(own), names, progress)
            _some_left(intake)
            if names and not intake.refused:
                names.check_used()
            database = Database(Path(own), threads=threads, memory=memory)
            try:
                reading = Reading(database, Path(own), country, contract(country), names, progress)
                return _sealed(reading, intake, out, audit_date, register)
            finally:
                database.close()
    except OSError as fault:
        if fault.errno == errno.ENOSPC:
            raise no_room() from fault
        raise FilingError(
            f"The tape could not be put aside ({fault.strerror}). Look at permissions of the output folder."
        ) from fault


def _some_left(intake: Intake) -> None:
    if intake.tapes:
        return
    first = intake.refused[0].sentence
    if len(intake.refused) == 1:
        raise FilingError(first)
    raise FilingError(f"None of the {len(intake.refused)} tapes can be used. The first: {first}")


def _sealed(reading: Reading, intake: Intake, out: Path, audit_date: date, register: Path | None) -> Sealed:
    _begin(reading, intake)
    read_institutions(reading)
    if _refuse_shared(reading, intake):
        _begin(reading, intake)
        read_institutions(reading)
    _close(reading, audit_date)
    tables = reading.tables
    for alone in ("borrowers", "fx"):
        read_alone(reading, tables[alone])
    for owned in ("loans", "deposits", "funders"):
        read_of_institutions(reading, tables[owned])
    number_loans(reading)
    for child in OF_LOANS:
        read_of_loans(reading, tables[child])
        if _some_returned(reading, child):
            mark_loans(reading, child)
    folder = out / "sealed"
    written = {n: seal_table(reading, table, folder) for n, table in tables.items()}
    check_sums(reading)
    check_cover(reading, intake)
    edit_count = write_edits(reading, out / "edits.csv")
    for table in tables.values():
        if _some_returned(reading, table.name):
            write_returned(reading, table, intake.files, intake.tapes, out / "returned")
    counts = file_counts(reading, intake, written)
    filed = tuple(_filed(reading, intake, register)) if register else ()
    refused = tuple(sorted(intake.refused, key=lambda r: r.tape))
    return Sealed(folder, counts, out / "edits.csv", edit_count, out / "returned", refused, filed)


def _some_returned(reading: Reading, table: str) -> bool:
    return bool(reading.database.one(f"SELECT count(*) FROM {returned_rows(table)}"))


def _begin(reading: Reading, intake: Intake) -> None:
    """Make the tables that every step reads: tapes, files, broken lines, communes, and the edits known so far."""
    database = reading.database
    database.table("tapes", [*intake.tapes.items()], pa.schema([("tape_no", pa.int32()), ("tape", pa.string())]))
    files = [(f.file_no, f.tape_no, f.table) for f in intake.files]
    database.table("files", files, pa.schema([("file_no", pa.int32()), ("tape_no", pa.int32()), ("table_name", pa.string())]))
    database.table("communes", [(c,) for c in communes(reading.country)], pa.schema([("code", pa.string())]))
    database.table("marked", [], pa.schema([("table_name", pa.string()), ("loan_no", pa.int64())]))
    database.table("closings", [], pa.schema([("tape_no", pa.int32()), ("closed_on", pa.date32())]))
    database.table("edits", _file_edits(intake), EDIT_COLUMNS)
    database.table("broken", [], pa.schema([*BROKEN, pa.field("table_name", pa.string())]))
    for table in sorted({f.table for f in intake.files if f.broken}):
        path = text(str(reading.work / "broken" / table / "*.parquet"))
        database.run(f"INSERT INTO broken SELECT *, {text(table)} FROM read_parquet({path})")
    database.run("INSERT INTO edits SELECT rule_id, table_name, tape_no, file_no, source_row, NULL, NULL, NULL, NULL FROM broken")


def _file_edits(intake: Intake) -> list[tuple[object, ...]]:
    """Return the edits that concern a file as a whole; they stand at its header."""
    rows: list[tuple[object, ...]] = []
    for file in intake.files:
        line = None if file.label.endswith(".parquet") else 1
        rows += [
            (rule, file.table, file.tape_no, file.file_no, line, None, field, value, None) for rule, field, value in file.edits
        ]
    for tape_no, names in intake.strangers.items():
        rows += [("Q002", "", tape_no, None, None, None, name, None, None) for name in names]
    rows += [("M007", "", tape_no, None, None, None, None, None, None) for tape_no in sorted(intake.unread_covers)]
    return rows


def _refuse_shared(reading: Reading, intake: Intake) -> bool:
    """Return whether tapes were taken out because two of them are the book of one institution: nobody knows which holds."""
    shared = reading.database.rows(
        "SELECT institution_id, list(DISTINCT tape_no ORDER BY tape_no) FROM typed_institutions "
        "WHERE institution_id IS NOT NULL GROUP BY ALL HAVING count(DISTINCT tape_no) > 1 ORDER BY institution_id"
    )
    names = dict(intake.tapes)
    for institution_id, numbers in shared:
        listed = ", ".join(names[n] for n in numbers)
        for number in numbers:
            if number in intake.tapes:
                intake.refuse(
                    number,
                    f"{names[number]}: the institution {institution_id} is in more than one tape ({listed}). Send one of them.",
                    reading.work,
                )
    _some_left(intake)
    return bool(shared)


def _close(reading: Reading, audit_date: date) -> None:
    """Fill in the day on which each tape's book was closed; of several institutions the last."""
    reading.database.run(
        f"INSERT INTO closings SELECT tape_no, max(coalesce(as_of, DATE '{audit_date.isoformat()}')) FROM institution GROUP BY tape_no"
    )


def _filed(reading: Reading, intake: Intake, register: Path) -> list[Filed]:
    kept = dict(
        reading.database.rows("SELECT institution_id, tape FROM institution JOIN tapes USING (tape_no) WHERE kept ORDER BY ALL")
    )
    return outcomes(register, kept, intake.spoken_of)
