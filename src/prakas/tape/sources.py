"""Finds the tables of a tape: in a folder, a .zip or an .xlsx, as CSV, Parquet or sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from prakas.errors import FilingError
from prakas.tape.archives import unpack
from prakas.tape.sheets import sheet_names
from prakas.tape.tables import contract

Kind = Literal["csv", "parquet", "sheet"]

COVERS = ("cover.csv", "cover.yaml", "cover.yml")
# Beside the tables, these are welcome: they are no tables and nobody need hear of them.
WELCOME = ("datapackage.json", "mapping.yaml", *COVERS)
TABLE_SUFFIXES = (".csv", ".csv.gz", ".parquet")
TAPE_SUFFIXES = (".zip", ".xlsx")


@dataclass(frozen=True)
class Source:
    """One file, part or sheet that holds rows of one table."""

    table: str
    kind: Kind
    path: Path
    label: str  # as the sender knows it


@dataclass
class Found:
    """What lies in one tape."""

    sources: list[Source] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # files or sheets that look like tables and are none
    cover: Path | None = None  # cover sheet; for an .xlsx the workbook itself


@dataclass(frozen=True)
class Tape:
    """One tape by the name under which it is spoken of."""

    name: str
    path: Path


def tapes(paths: Sequence[Path]) -> list[Tape]:
    """Return every tape in the paths; a folder without tables of its own is a folder of tapes.

    Raises FilingError where a path does not exist or holds nothing that could be a tape.
    """
    found = [tape for path in paths for tape in _tapes(path)]
    if not found:
        raise FilingError("No tape was named. Give a folder, a .zip or an .xlsx.")
    return _named(found)


def _tapes(path: Path) -> list[Path]:
    if not path.exists():
        raise FilingError(f"{path}: there is no such file or folder. Look at the spelling of the path.")
    if path.is_file():
        if path.suffix.lower() in TAPE_SUFFIXES:
            return [path]
        raise FilingError(
            f"{path.name}: a tape is a folder, a .zip or an .xlsx, not a single file of this kind. Name its folder."
        )
    inside = _listed(path)
    if any(_table_of(p) for p in inside):
        return [path]
    below = [p for p in inside if p.is_dir() or p.suffix.lower() in TAPE_SUFFIXES]
    if not below:
        raise FilingError(f"{path}: the folder holds no table and no tape. A tape has at least institutions.csv.")
    return below


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(p for p in folder.iterdir() if not p.name.startswith((".", "~$", "__MACOSX")))
    except OSError as fault:
        raise FilingError(f"{folder}: the folder cannot be read ({fault.strerror}). Look at its permissions.") from fault


def _named(paths: list[Path]) -> list[Tape]:
    """Return the tapes by a name each: the bare name, and more of the path only where two would share it."""
    seen = {p.resolve(): p for p in paths}
    names: dict[Path, str] = {}
    for ways in (lambda p: _bare(p), lambda p: p.name, lambda p: f"{p.resolve().parent.name}/{p.name}", str):  # noqa: PLW0108
        rest = [p for p in seen.values() if p not in names]
        said = [ways(p) for p in rest]
        taken = set(names.values())
        names |= {p: n for p, n in zip(rest, said, strict=True) if said.count(n) == 1 and n not in taken}
    return [Tape(names[p], p) for p in seen.values()]


def _bare(path: Path) -> str:
    full = path.resolve()
    return full.stem if full.suffix.lower() in TAPE_SUFFIXES and full.is_file() else full.name


def find(tape: Tape, work: Path) -> Found:
    """Return the tables in a tape, unpacking it into `work` where it is packed.

    Raises FilingError where it cannot be opened, holds a table twice, or has no institutions.
    """
    found = find_tables(tape, work)
    if not any(s.table == "institutions" for s in found.sources):
        raise FilingError(
            f"{tape.name}: there is no table institutions, so nobody knows whose book this is. "
            "Add institutions.csv with one row a lender."
        )
    return found


def find_tables(tape: Tape, work: Path) -> Found:
    """Return the tables in a tape, whichever they are. Raises FilingError where it cannot be opened or holds a table twice."""
    suffix = tape.path.suffix.lower() if tape.path.is_file() else ""
    if suffix == ".xlsx":
        return _in_workbook(tape.path)
    if suffix == ".zip":
        return _in_folder(_inner(unpack(tape.path, work)))
    return _in_folder(tape.path)


def _inner(folder: Path) -> Path:
    """Return the folder with the tables: many a .zip holds one folder that holds the tape."""
    inside = _listed(folder)
    while len(inside) == 1 and inside[0].is_dir() and not _table_of(inside[0]):
        folder = inside[0]
        inside = _listed(folder)
    return folder


def _table_of(path: Path) -> str:
    """Return the table that a file or folder of parts holds, by its name; empty where it is none."""
    lower = path.name.lower()
    stem = lower if path.is_dir() else next((lower.removesuffix(s) for s in TABLE_SUFFIXES if lower.endswith(s)), "")
    return stem if stem in contract() else ""


def _in_folder(folder: Path) -> Found:
    found = Found()
    by_table: dict[str, Path] = {}
    for path in _listed(folder):
        table = _table_of(path)
        if not table:
            if path.name.lower() in COVERS:
                found.cover = path
            elif path.name.lower().endswith((*TABLE_SUFFIXES, *TAPE_SUFFIXES, ".xls")) and path.name.lower() not in WELCOME:
                found.strangers.append(path.name)
            continue
        if table in by_table:
            raise FilingError(
                f"{path.name}: the table {table} is there twice, also as {by_table[table].name}. Leave one of them out."
            )
        by_table[table] = path
        found.sources += _parts(path, table)
    return found


def _parts(path: Path, table: str) -> Iterable[Source]:
    if path.is_file():
        return [Source(table, "parquet" if path.suffix.lower() == ".parquet" else "csv", path, path.name)]
    parts = [p for p in _listed(path) if p.is_file() and p.suffix.lower() == ".parquet"]
    if not parts:
        raise FilingError(f"{path.name}: the folder holds no Parquet part. Put at least one there, or leave the folder out.")
    return [Source(table, "parquet", p, f"{path.name}/{p.name}") for p in parts]


def _in_workbook(path: Path) -> Found:
    found = Found()
    by_table: dict[str, str] = {}
    for sheet in sheet_names(path):
        table = sheet.strip().lower()
        if table == "cover":
            found.cover = path
        elif table in by_table:
            raise FilingError(f"{path.name}: the table {table} has two sheets. Leave one of them out.")
        elif table in contract():
            by_table[table] = sheet
            found.sources.append(Source(table, "sheet", path, sheet))
        elif table not in ("guide", "codes"):  # the sheets of our own template
            found.strangers.append(sheet)
    return found
