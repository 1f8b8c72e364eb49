"""Puts every tape aside, one by one: a tape that cannot be used is named with its reason, and the others go on."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq

from prakas.errors import FilingError
from prakas.tape.cover import Cover, read_cover
from prakas.tape.mapping import Mapping
from prakas.tape.sources import Found, Tape, find
from prakas.tape.staging import Staged, stage, unstage


@dataclass(frozen=True)
class Refused:
    """A tape that could not be used as a whole, and why."""

    tape: str
    sentence: str


@dataclass
class Intake:
    """What has been put aside, and what has been refused."""

    tapes: dict[int, str] = field(default_factory=dict)
    files: list[Staged] = field(default_factory=list)
    strangers: dict[int, list[str]] = field(default_factory=dict)
    covers: dict[int, Cover] = field(default_factory=dict)
    unread_covers: set[int] = field(default_factory=set)
    refused: list[Refused] = field(default_factory=list)
    owners: dict[str, str] = field(default_factory=dict)  # institution -> the refused tape that speaks of it

    def refuse(self, tape_no: int, sentence: str, work: Path) -> None:
        """Take a tape out again."""
        name = self.tapes.pop(tape_no)
        self.refused.append(Refused(name, sentence))
        for file in [f for f in self.files if f.tape_no == tape_no]:
            if file.table == "institutions":
                self._own(work / "staged" / "institutions" / f"{file.file_no:06d}.parquet", name)
            unstage(work, file.table, file.file_no)
        self.files = [f for f in self.files if f.tape_no != tape_no]
        self.strangers.pop(tape_no, None)
        self.covers.pop(tape_no, None)
        self.unread_covers.discard(tape_no)

    def _own(self, path: Path, name: str) -> None:
        for value in pq.read_table(path, columns=["institution_id"]).column(0).to_pylist():
            if value:
                self.owners.setdefault(value.strip(), name)

    def spoken_of(self, institution_id: str) -> str:
        """Return the refused tape that speaks of an institution, by what it holds or, unread, by its name; else empty."""
        if institution_id in self.owners:
            return self.owners[institution_id]
        named = re.compile(re.escape(institution_id) + r"(?![A-Za-z0-9])")
        return next((r.tape for r in self.refused if named.match(r.tape)), "")


def take_in(tapes: Sequence[Tape], work: Path, mapping: Mapping | None, progress: Callable[[str, int], None]) -> Intake:
    """Return all tapes put aside under `work`."""
    intake = Intake()
    file_no = 0
    for tape_no, tape in enumerate(tapes):
        intake.tapes[tape_no] = tape.name
        try:
            found = find(tape, work / f"unpacked-{tape_no}")
            intake.strangers[tape_no] = found.strangers
            _cover(intake, tape_no, found)
            file_no = _files(intake, found, tape_no, file_no, work, mapping, progress)
        except FilingError as fault:
            intake.refuse(tape_no, str(fault), work)
        except OSError as fault:
            if fault.errno == errno.ENOSPC:
                raise no_room() from fault
            intake.refuse(tape_no, f"{tape.name}: the tape cannot be read ({fault.strerror}). Look at its permissions.", work)
        file_no += 1
    return intake


def _cover(intake: Intake, tape_no: int, found: Found) -> None:
    try:
        if found.cover:
            intake.covers[tape_no] = read_cover(found.cover)
    except FilingError:
        intake.unread_covers.add(tape_no)


def no_room() -> FilingError:
    """Return what is said where the disk is full."""
    return FilingError("There is no room left on the disk for the tape being read. Free some, or use another disk.")


def _files(
    intake: Intake,
    found: Found,
    tape_no: int,
    file_no: int,
    work: Path,
    mapping: Mapping | None,
    progress: Callable[[str, int], None],
) -> int:
    # Institutions first: should a later table be unreadable, it is then known whose tape it was.
    sources = sorted(found.sources, key=lambda s: s.table != "institutions")
    rows: dict[str, int] = {}
    for source in sources:
        first_row = rows.get(source.table, 0) + 1
        try:
            staged = stage(
                source, tape_no=tape_no, file_no=file_no, first_row=first_row, work=work, mapping=mapping, progress=progress
            )
        except BaseException:
            unstage(work, source.table, file_no)
            raise
        intake.files.append(staged)
        rows[source.table] = rows.get(source.table, 0) + staged.rows
        file_no += 1
    if not rows.get("institutions"):
        raise FilingError(
            f"{intake.tapes[tape_no]}: the table institutions has no row, so nobody knows whose book this is. Add one row a lender."
        )
    return file_no
