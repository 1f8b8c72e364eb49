"""Turns people's and titles' numbers into keyed pseudonyms before a tape is shared; the rest of the tape stays as it is.

The pseudonym is HMAC-SHA-256 of the normalized number under a key that lenders share and the receiver need not know: the same
person and the same title get the same pseudonym at every lender, and without the key nobody gets back.
"""

from __future__ import annotations

import gzip
import hmac
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from prakas.errors import FilingError
from prakas.tape.blocks import Opened
from prakas.tape.cover import read_cover
from prakas.tape.heading import Heading, heading
from prakas.tape.lines import BOM, open_csv
from prakas.tape.mapping import Mapping, read_mapping
from prakas.tape.parts import open_parquet
from prakas.tape.sheets import sheet_rows
from prakas.tape.sources import Source, Tape, find
from prakas.tape.tables import contract

SHORTEST_KEY = 32  # bytes; as long as what HMAC-SHA-256 makes of it
FEWEST_BYTES = 12  # different bytes a key must have: "aaaa…" is long and no secret
LENGTH = 32  # hexadecimal digits of a pseudonym: 128 bits

# What is replaced, and as what: a borrower who saves is one person, a title is no person.
REPLACED = {"borrower_id": b"person", "depositor_id": b"person", "title_ref": b"title"}

_KHMER = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))
_COENG_DA, _COENG_TA = "\u17d2\u178a", "\u17d2\u178f"  # two ways to type one shape


@dataclass
class Pseudonymized:
    """What was done to a tape, by names of columns and numbers of lines; never a value."""

    folder: Path
    replaced: dict[str, list[str]] = field(default_factory=dict)  # table -> columns
    dropped: dict[str, list[str]] = field(default_factory=dict)  # table -> columns that the contract does not know
    blanked: dict[str, int] = field(default_factory=dict)  # table -> lines that could not be cut, left as blank lines
    left_out: list[str] = field(default_factory=list)  # files that are no table

    def __iter__(self) -> Iterator[str]:
        """Return what was done, in sentences for people."""
        for table in sorted(self.replaced):
            if self.replaced[table]:
                yield f"{table}: {', '.join(self.replaced[table])} under pseudonyms."
            if self.dropped[table]:
                yield f"{table}: left out {', '.join(self.dropped[table])}, which the contract does not know and which may tell who somebody is."
            if self.blanked.get(table):
                yield f"{table}: {self.blanked[table]} lines could not be cut into columns and are blank now."
        for name in self.left_out:
            yield f"{name}: left out, it is no table of the contract."


def read_key(path: Path) -> bytes:
    """Return the key in a file. Raises FilingError where it is short, simple, or readable by everybody on this machine."""
    try:
        key = path.read_bytes().strip()
        mode = path.stat().st_mode
    except OSError as fault:
        raise FilingError(
            f"{path}: the key cannot be read ({fault.strerror}). Name a file with the key that the lenders share."
        ) from fault
    if os.name == "posix" and mode & 0o007:
        raise FilingError(f"{path}: everybody on this machine can read the key, so it keeps no secret. Run: chmod 600 {path}")
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_BYTES:
        raise FilingError(
            f"{path}: the key is too short or too simple; whoever guesses it knows the people. "
            f"It has at least {SHORTEST_KEY} random bytes: head -c 32 /dev/urandom | base64 > KEY"
        )
    return key


def normalized(value: str) -> str:
    """Return a number or name as it is compared: what a person writes in two ways must become one.

    >>> normalized(" ០១២ a\u200bB  3 ")
    '012 ab 3'
    """
    words = unicodedata.normalize("NFC", value).translate(_UNSEEN).translate(_KHMER)
    return " ".join(words.replace(_COENG_DA, _COENG_TA).casefold().split())


def pseudonym(value: str, kind: bytes, key: bytes) -> str:
    """Return the pseudonym of a person's or title's number; empty for an empty one."""
    plain = normalized(value)
    return hmac.digest(key, kind + b"\0" + plain.encode(), "sha256").hex()[:LENGTH] if plain else ""


def pseudonymize(tape: Path, key_file: Path, out: Path, mapping: Path | None = None) -> Pseudonymized:
    """Return what was done: `out` becomes a folder with the tape, its people and titles under pseudonyms.

    Columns that the contract does not know are dropped: they may hold names and numbers, and nothing reads them. A line that cannot
    be cut into its columns is left as a blank line, so that line numbers stay. CSV keeps all other bytes; a workbook becomes CSV.
    Raises FilingError where the key, the tape or `out` cannot be used; then `out` is not made.
    """
    key = read_key(key_file)
    names = read_mapping(mapping) if mapping else None
    if not tape.exists():
        raise FilingError(f"{tape}: there is no such file or folder. Look at the spelling of the path.")
    if out.exists():
        raise FilingError(f"{out}: the folder is there already, and nothing is written over. Name another one.")
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
    try:
        with tempfile.TemporaryDirectory() as unpacked:
            done = _all(tape, key, partial, names, Path(unpacked))
        partial.chmod(0o755)
        partial.rename(out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    done.folder = out
    return done


def _all(tape: Path, key: bytes, folder: Path, names: Mapping | None, unpacked: Path) -> Pseudonymized:
    done = Pseudonymized(folder)
    found = find(Tape(tape.name, tape), unpacked)
    done.left_out = list(found.strangers)
    for source in found.sources:
        if source.kind == "csv":
            _csv(source, key, folder / source.path.name, names, done)
        elif source.kind == "sheet":
            _sheet(source, key, folder / f"{source.table}.csv", names, done)
        else:
            _parquet(source, key, folder / source.label, names, done)
    if found.cover and found.cover.suffix != ".xlsx":
        read_cover(found.cover)  # it holds rows and sums and nothing else, or it is refused
        shutil.copyfile(found.cover, folder / found.cover.name)
    return done


def _heading(header: tuple[str, ...], source: Source, names: Mapping | None, done: Pseudonymized) -> Heading:
    found = heading(header, contract()[source.table], source.label, names)
    done.replaced[source.table] = [t for t in found.targets if t in REPLACED]
    done.dropped[source.table] = [n.strip() or "(no name)" for n, t in zip(found.names, found.targets, strict=True) if not t]
    return found


def _csv(source: Source, key: bytes, target: Path, names: Mapping | None, done: Pseudonymized) -> None:
    opened: Opened = open_csv(source.path)  # to learn the header and how it is cut; the lines are read again below
    found = _heading(opened.header, source, names, done)
    mark = next((value for edit, value in opened.repairs if edit == "F104"), ",")
    separator = b"\t" if mark == "tab" else mark.encode()
    packed = source.path.suffix.lower() == ".gz"
    try:
        with source.path.open("rb") as raw, target.open("wb") as file:
            lines: BinaryIO = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
            sink: BinaryIO = gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="") if packed else file  # type: ignore[assignment]
            sink.writelines(_line(line, number, found, separator, key, done, source.table) for number, line in enumerate(lines))
            if packed:
                sink.close()
    except (EOFError, gzip.BadGzipFile, OSError) as fault:
        raise FilingError(f"{source.label}: the file cannot be read to its end; it may be cut off. Send it again.") from fault


def _line(line: bytes, number: int, found: Heading, separator: bytes, key: bytes, done: Pseudonymized, table: str) -> bytes:
    body = line.rstrip(b"\r\n")
    end = line[len(body) :]
    mark = b""
    if number == 0 and body.startswith(BOM):
        mark, body = BOM, body.removeprefix(BOM)
    cells = cut(body, separator)
    if cells is None or len(cells) != len(found.targets) or b"\r" in body:
        if body.strip():
            done.blanked[table] = done.blanked.get(table, 0) + 1
        return end
    try:
        kept = [_cell(c, t, key) if number else c for c, t in zip(cells, found.targets, strict=True) if t]
    except UnicodeDecodeError:
        done.blanked[table] = done.blanked.get(table, 0) + 1
        return end
    return mark + separator.join(kept) + end


def _cell(cell: bytes, target: str, key: bytes) -> bytes:
    if target not in REPLACED:
        return cell
    plain = cell[1:-1].replace(b'""', b'"') if cell.startswith(b'"') else cell
    return pseudonym(plain.decode("utf-8"), REPLACED[target], key).encode()


def cut(line: bytes, separator: bytes) -> list[bytes] | None:
    """Return the cells of a line as they are written, quotes and all; None where its quotes do not close.

    >>> cut(b'a,"b, c",', b","), cut(b'a,"b', b",")
    ([b'a', b'"b, c"', b''], None)
    """
    if b'"' not in line:
        return line.split(separator)
    cells: list[bytes] = []
    held: list[bytes] = []
    for piece in line.split(separator):
        held.append(piece)
        cell = separator.join(held)
        if cell.startswith(b'"') and (cell.count(b'"') % 2 or len(cell) == 1):
            continue
        inside = cell[1:-1].replace(b'""', b"") if cell.startswith(b'"') else cell
        if (cell.startswith(b'"') and not cell.endswith(b'"')) or b'"' in inside:
            return None
        cells.append(cell)
        held = []
    return None if held else cells


def _sheet(source: Source, key: bytes, target: Path, names: Mapping | None, done: Pseudonymized) -> None:
    rows = [r for r in sheet_rows(source.path, source.label) if any(r)]
    if not rows:
        raise FilingError(f"{source.label}: the sheet is empty. A table has at least its row of column names.")
    header = tuple(rows[0])
    while header and not header[-1]:
        header = header[:-1]
    found = _heading(header, source, names, done)
    with target.open("wb") as file:
        for number, row in enumerate(rows):
            cells = [_spelt(v) for v in (row + [""] * len(header))[: len(header)]]
            file.write(_line(b",".join(cells) + b"\n", number, found, b",", key, done, source.table))


def _spelt(value: str) -> bytes:
    words = value.replace("\n", " ").replace("\r", " ")
    return ('"' + words.replace('"', '""') + '"' if any(c in words for c in ',"') else words).encode()


def _parquet(source: Source, key: bytes, target: Path, names: Mapping | None, done: Pseudonymized) -> None:
    text = open_parquet(source.path, 1)
    found = _heading(text.header, source, names, done)
    target.parent.mkdir(parents=True, exist_ok=True)
    with pq.ParquetFile(source.path) as file:
        schema = pa.schema(
            [pa.field(f.name, pa.string()) if t in REPLACED else f.remove_metadata()
             for f, t in zip(file.schema_arrow, found.targets, strict=True) if t]
        )  # fmt: skip
        with pq.ParquetWriter(target, schema) as writer:
            for batch, words in zip(file.iter_batches(100_000), _words(text, source.table), strict=True):
                columns = [
                    pa.array([pseudonym(v, REPLACED[t], key) or None for v in words.column(i).to_pylist()], pa.string())
                    if t in REPLACED
                    else batch.column(i)
                    for i, t in enumerate(found.targets)
                    if t
                ]
                writer.write_table(pa.table(columns, schema=schema))


def _words(text: Opened, table: str) -> Iterator[pa.Table]:
    for block in text.blocks:
        if block.broken:
            raise FilingError(
                f"{table}: the Parquet file holds text that is not UTF-8, so it cannot be shared safely. Write it again."
            )
        yield block.table
