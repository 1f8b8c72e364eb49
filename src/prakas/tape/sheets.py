"""Reads a sheet of an .xlsx: the first row that holds anything is the header; rows keep the sheet's numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from python_calamine import CalamineWorkbook

from prakas.errors import FilingError
from prakas.tape.archives import check_archive
from prakas.tape.blocks import Block, Broken, Opened, auto_names

ROWS = 50_000


def sheet_names(path: Path) -> list[str]:
    """Return the names of a workbook's sheets. Raises FilingError where it cannot be read."""
    return list(_workbook(path).sheet_names)


def open_sheet(path: Path, sheet: str) -> Opened:
    """Return a sheet's header and rows. Raises FilingError where it cannot be read or is empty."""
    rows = sheet_rows(path, sheet)
    first = next((i for i, row in enumerate(rows) if any(row)), None)
    if first is None:
        raise FilingError(f"{path.name}, sheet {sheet}: the sheet is empty. A table has at least its row of column names.")
    header = tuple(rows[first])
    while header and not header[-1]:
        header = header[:-1]
    last = max(i for i, row in enumerate(rows) if any(row))
    return Opened(header, (), _blocks(rows, first + 1, last + 1, len(header)))


def sheet_rows(path: Path, sheet: str) -> list[list[str]]:
    """Return every row of a sheet from row 1, each cell as text. Raises FilingError where it cannot be read."""
    try:
        return [
            [_text(cell) for cell in row] for row in _workbook(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        ]
    except BaseException as fault:
        raise _unreadable(path, fault) from fault


def _workbook(path: Path) -> Any:
    check_archive(path)
    try:
        return CalamineWorkbook.from_path(str(path))
    except BaseException as fault:
        raise _unreadable(path, fault) from fault


def _unreadable(path: Path, fault: BaseException) -> BaseException:
    # A damaged workbook can make the library panic, which is no Exception; what a person pressed must go on.
    if isinstance(fault, (KeyboardInterrupt, SystemExit, GeneratorExit)):
        return fault
    return FilingError(f"{path.name}: the workbook cannot be read. Open it in a spreadsheet, save it as .xlsx and send it again.")


def _blocks(rows: list[list[str]], first: int, end: int, width: int) -> Iterator[Block]:
    for start in range(first, end, ROWS):
        kept: list[list[str]] = []
        numbers: list[int] = []
        broken: list[Broken] = []
        for index in range(start, min(start + ROWS, end)):
            row = rows[index]
            if not any(row):
                broken.append(Broken(index + 1, "F004", ""))
            elif any(row[width:]):
                broken.append(Broken(index + 1, "F001", ",".join(row), tuple(row)))
            else:
                kept.append((row + [""] * width)[:width])
                numbers.append(index + 1)
        columns = list(zip(*kept, strict=True)) if kept else [()] * width
        table = pa.table([pa.array(c, pa.string()) for c in columns], names=auto_names(width))
        yield Block(table, np.array(numbers, dtype=np.int64), broken)


def _text(cell: Any) -> str:
    """Return a cell as the contract writes it.

    >>> _text(1500.0), _text(0.1 + 0.2), _text(True), _text(dt.date(2020, 6, 30))
    ('1500', '0.3', 'true', '2020-06-30')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        # 15 digits are what a spreadsheet itself keeps and shows.
        return format(Decimal(format(cell, ".15g")), "f") if cell == cell and abs(cell) < 1e300 else str(cell)  # noqa: PLR0124
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    return str(cell)
