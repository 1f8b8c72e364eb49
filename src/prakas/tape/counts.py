"""What became of every row of every file, counted from what was written, and held against what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prakas.engine import sql_text as text
from prakas.tape.edits import TAKEN_ALONG
from prakas.tape.intake import Intake
from prakas.tape.references import RETURNED, returned_rows
from prakas.tape.rows import Reading


@dataclass(frozen=True)
class FileCount:
    """What became of the rows of one file. rows = kept + returned; taken_along are among the returned."""

    table: str
    tape: str
    file: str
    sha256: str
    rows: int
    kept: int
    returned: int
    taken_along: int


def file_counts(reading: Reading, intake: Intake, written: Mapping[str, int]) -> tuple[FileCount, ...]:
    """Return the counts of every file. Stops where a row was neither kept nor returned, or both: that would be our fault."""
    database = reading.database
    along = ", ".join(text(e) for e in TAKEN_ALONG)
    returned = {
        file_no: (count, taken)
        for file_no, count, taken in database.rows(
            f"""
            SELECT file_no, count(*), count(*) FILTER (alone) FROM (
              SELECT file_no, source_row, bool_and(rule_id IN ({along})) AS alone FROM edits WHERE rule_id IN ({RETURNED}) GROUP BY ALL
            ) GROUP BY file_no
            """
        )
    }
    kept: dict[int, int] = {}
    for table in reading.tables:
        sql = f"SELECT file_no, count(*) FROM typed_{table} ANTI JOIN {returned_rows(table)} AS r USING (file_no, source_row) GROUP BY file_no"
        found = dict(database.rows(sql))
        assert sum(found.values()) == written[table], f"{table}: {sum(found.values())} rows kept, {written[table]} written"
        kept |= found
    counts = []
    for file in intake.files:
        back, along_count = returned.get(file.file_no, (0, 0))
        count = FileCount(
            file.table,
            intake.tapes[file.tape_no],
            file.label,
            file.sha256,
            file.rows,
            kept.get(file.file_no, 0),
            back,
            along_count,
        )
        assert count.rows == count.kept + count.returned, (
            f"{file.table}, file {file.file_no}: {count.rows} rows, {count.kept} + {count.returned}"
        )
        counts.append(count)
    place = list(reading.tables)
    return tuple(sorted(counts, key=lambda c: (c.tape, place.index(c.table), c.file)))
