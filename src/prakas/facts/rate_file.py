"""Reads the flows of one loan from a small CSV file and gives its rate as JSON, for ``prakas rate``."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from prakas.errors import FilingError
from prakas.facts.conventions import CONVENTIONS, Flow

__all__ = ["rate_json", "read_flows"]

STANDARD_INPUT: Final = "-"
NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# What an amount and a time may be: far above any loan, far below where 64-bit numbers give out.
LARGEST_AMOUNT, MOST_YEARS = 10**18, 1000


def read_flows(path: str | Path) -> list[Flow]:
    """Return the flows of a CSV file (``-``: of standard input), in the order of its rows.

    Columns: ``amount``, and either ``on`` (a date, 2026-01-31) or ``years``; others are passed over. Blank lines, a byte order
    mark and any line ends are accepted. Raises FilingError, which names line and column and never the value.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else Path(path).name
    reader = csv.reader(io.StringIO(text_of(path, name), newline=""), strict=True)
    try:
        amount_at, time_at, is_dated = columns(next(reader, []), name)
        flows = []
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            place = f"{name}, line {reader.line_num}"
            cells = [row[at].strip() if at < len(row) else "" for at in (amount_at, time_at)]
            amount = number(cells[0], LARGEST_AMOUNT, place, "amount")
            if is_dated:
                flows.append(Flow(amount, on=day(cells[1], place)))
            else:
                flows.append(Flow(amount, years=number(cells[1], MOST_YEARS, place, "years")))
    except csv.Error as error:
        raise FilingError(
            f"{name}, line {reader.line_num}: this line is not CSV ({error}). Write one flow a line, values parted by commas."
        ) from error
    if not flows:
        raise FilingError(f"{name} has no flow below its header. Write one line for each amount received or paid.")
    return flows


def text_of(path: str | Path, name: str) -> str:
    """Return the text of the file."""
    try:
        content = sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise FilingError(
            f"{name} cannot be read: {error.strerror}. Give the path of a CSV file, or - for standard input."
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FilingError(f"{name}, line {line}: this is not UTF-8 text. Save the file as CSV in UTF-8.") from error


def columns(header: list[str], name: str) -> tuple[int, int, bool]:
    """Return where the amount and the time stand, and whether the time is a date."""
    names = [cell.strip().lower() for cell in header]
    times = [column for column in names if column in {"on", "years"}]
    if names.count("amount") == 1 and len(times) == 1:
        return names.index("amount"), names.index(times[0]), times == ["on"]
    raise FilingError(
        f"{name}, line 1: the header needs the column amount and one of the columns on (a date) and years, each once, parted by "
        "commas. Without them it is not known what was paid when. Write for example: amount,on"
    )


def number(cell: str, limit: int, place: str, column: str) -> Decimal:
    """Return a plain number, exactly, with any number of decimals."""
    if NUMBER.fullmatch(cell):
        value = Decimal(cell)
        if abs(value) <= limit:
            return value
        raise FilingError(
            f"{place}, column {column}: this is beyond {limit:,}, more than any loan. Check the column and the unit."
        )
    raise FilingError(
        f"{place}, column {column}: a plain number is needed, without spaces or thousands separators. Write for example -1250.50."
    )


def day(cell: str, place: str) -> date:
    """Return a date in the form year-month-day."""
    try:
        if DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise FilingError(f"{place}, column on: a date of the calendar is needed, year first. Write for example 2026-01-31.")


def rate_json(path: str | Path, convention: str) -> str:
    """Return the rate of a file of flows as one line of JSON: effective_percent, nominal_percent, status, convention, flows.

    Percentages are numbers with nine decimals, null unless the status is ``ok``; with ``several`` the rates that were found
    stand in ``candidates``. Raises FilingError.
    """
    if convention not in CONVENTIONS:
        raise FilingError(f"There is no convention of this name. Choose one of: {', '.join(CONVENTIONS)}.")
    flows = read_flows(path)
    rate = CONVENTIONS[convention](flows)
    rest = json.dumps({"status": rate.status, "convention": convention, "flows": len(flows)})[1:-1]
    found = ", ".join(f"{{{percents(*pair)}}}" for pair in rate.candidates)
    listed = f', "candidates": [{found}]' if rate.candidates else ""
    return f"{{{percents(rate.effective_percent, rate.nominal_percent)}, {rest}{listed}}}"


def percents(effective: Decimal | None, nominal: Decimal | None) -> str:
    """Return the two percentages as JSON, all nine decimals written out: a float would lose the last ones of large rates."""
    effective_text, nominal_text = ("null" if value is None else format(value, "f") for value in (effective, nominal))
    return f'"effective_percent": {effective_text}, "nominal_percent": {nominal_text}'
