"""Opens a filled workbook from its bytes without trusting it: what swells or reaches too far is refused, faults of cells are named."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from python_calamine import CalamineWorkbook

from prakas.case.form import form
from prakas.case.layout import OTHER_SHEETS
from prakas.errors import FilingError

MOST_BYTES = 16 << 20  # of the file; an empty form has 75 kB
MOST_UNPACKED = 96 << 20
MOST_ENTRIES = 1_000
LAST_ROW, LAST_COLUMN = 20_000, 400  # what reaches further would fill the memory: a sheet is laid out as one block

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError)
_CELL = re.compile(r"<(?:\w+:)?c\b([^>]*?)(/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_REFERENCE = re.compile(r"\br=[\"']([A-Z]{1,9})([0-9]{1,9})[\"']")
_FAULT = re.compile(r"\bt=[\"']e[\"']")
_FORMULA = re.compile(r"<(?:\w+:)?f\b")
_RESULT = re.compile(r"<(?:\w+:)?v\b[^>]*>[^<]")
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet from A1, and the names of those that hold a formula without a result or an error."""

    rows: list[list[Any]]
    faults: frozenset[str] = field(default=frozenset())


def opened(content: bytes, name: str) -> dict[str, Grid]:
    """Return the sheets of a workbook by name. Raises FilingError where it is no workbook, damaged or not to be trusted."""
    if len(content) > MOST_BYTES:
        raise FilingError(f"{name}: the file is larger than {MOST_BYTES >> 20} MB, which no form is. Send the form alone.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive, name)
            faults = dict(_faults(archive, name))
    except _UNREADABLE as fault:
        raise _no_workbook(name) from fault
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {
            sheet: Grid(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False), faults.get(sheet, frozenset()))
            for sheet in book.sheet_names
        }
    except BaseException as fault:
        # A damaged workbook can make the library panic, which is no Exception; what a person pressed must go on.
        if isinstance(fault, (KeyboardInterrupt, SystemExit, GeneratorExit)):
            raise
        raise _no_workbook(name) from None


def _no_workbook(name: str) -> FilingError:
    return FilingError(
        f"{name}: this is no workbook that can be read; it may be cut off, locked with a password or of another kind. "
        "Open it in a spreadsheet, save it as .xlsx and try again."
    )


def _check(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED:
        raise FilingError(f"{name}: the file would unpack to far more than a form holds. Copy the answers into a new form.")


def _faults(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each sheet with its cells at fault: the reader would show them as empty, and empty means not known."""
    for sheet, part in _parts(archive).items():
        found = set()
        for match in _CELL.finditer(_text(archive, part)):
            attributes, inner = match[1], match[3]
            at = _REFERENCE.search(attributes)
            if at is None or inner is None:
                continue
            if int(at[2]) > LAST_ROW or _column(at[1]) > LAST_COLUMN:
                raise FilingError(
                    f"{name}: the sheet {_shown(sheet)} has something far beyond the form, in row {at[2]}, column {at[1]}. "
                    "Delete what stands there, or copy the answers into a new form."
                )
            if _FAULT.search(attributes) or (_FORMULA.search(inner) and not _RESULT.search(inner)):
                found.add(at[1] + at[2])
        yield sheet, frozenset(found)


def _shown(sheet: str) -> str:
    return sheet if sheet in {*form(), *OTHER_SHEETS} else "that was added"


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts of a workbook that hold its sheets, by the name of the sheet."""
    targets = {}
    for match in _RELATION.finditer(_text(archive, "xl/_rels/workbook.xml.rels")):
        relation = _attributes(match[1])
        target = relation.get("Target", "")
        targets[relation.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    found = {}
    for match in _SHEET.finditer(_text(archive, "xl/workbook.xml")):
        sheet = _attributes(match[1])
        part = targets.get(sheet.get("r:id", ""), "")
        if part in archive.namelist():
            found[sheet.get("name", "")] = part
    return found


def _attributes(text: str) -> Mapping[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(text)}


def _text(archive: zipfile.ZipFile, part: str) -> str:
    with archive.open(part) as file:
        raw = file.read(MOST_UNPACKED + 1)
    if len(raw) > MOST_UNPACKED:
        raise ValueError(part)  # the directory of the archive lied about its size
    return raw.decode("utf-8", errors="replace")
