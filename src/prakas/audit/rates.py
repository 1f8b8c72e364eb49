"""Exchange rates of the audit date: those given for all tapes first, then each tape's own, at most seven days old."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pyarrow as pa

from prakas.errors import FilingError
from prakas.facts import RATES, sealed
from prakas.tape import LARGEST_RATE, PERCENT_SCALE

MOST_DAYS = 7
SHAPE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")

Row = tuple[date, str, int]


def rates_file(path: Path, currencies: tuple[str, ...]) -> list[Row]:
    """Return the rows of a file with columns on, currency, khr: day, currency, millionths of a riel for one unit.

    Raises FilingError naming the line and the column that cannot be read.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        message = f"The exchange rates in '{path.name}' cannot be read. Give a CSV file with columns on, currency, khr."
        raise FilingError(message) from fault
    reader = csv.DictReader(text.splitlines())
    if not {"on", "currency", "khr"} <= set(reader.fieldnames or ()):
        message = f"'{path.name}' lacks a column. Exchange rates need on, currency and khr in the first line."
        raise FilingError(message)
    return [_row(path, reader.line_num, row, currencies) for row in reader]


def _row(path: Path, line: int, row: dict[str, Any], currencies: tuple[str, ...]) -> Row:
    def refuse(column: str, expected: str) -> FilingError:
        return FilingError(f"'{path.name}', line {line}, column {column}: expected {expected}. Correct it and run again.")

    try:
        on = date.fromisoformat((row["on"] or "").strip())
    except ValueError as fault:
        raise refuse("on", "a date such as 2020-06-30") from fault
    currency = (row["currency"] or "").strip()
    if currency not in currencies:
        raise refuse("currency", f"one of {', '.join(currencies)}")
    text = (row["khr"] or "").strip()
    try:
        amount = int(Decimal(text) * PERCENT_SCALE) if SHAPE.fullmatch(text) else 0
    except InvalidOperation as fault:
        raise refuse("khr", "riel for one unit, such as 4075.50") from fault
    if not 0 < amount <= LARGEST_RATE:
        raise refuse("khr", f"riel for one unit, above 0 and at most {LARGEST_RATE // PERCENT_SCALE}")
    return on, currency, amount


def rates_on(day: date, given: list[Row], own: dict[str, list[Row]], tapes: list[str], currencies: tuple[str, ...]) -> pa.Table:
    """Return the rate of each tape and currency on a day. Shape: RATES; a currency without a rate has no row."""

    def newest(rows: list[Row], currency: str) -> int | None:
        fitting = [(on, khr) for on, code, khr in rows if code == currency and day - timedelta(MOST_DAYS) <= on <= day]
        return max(fitting)[1] if fitting else None

    found = []
    for tape in sorted(tapes):
        for currency in currencies:
            rate = newest(given, currency)
            rate = newest(own.get(tape, []), currency) if rate is None else rate
            if rate is not None:
                found.append({"tape": tape, "currency": currency, "khr": rate})
    return pa.Table.from_pylist(found, schema=RATES)


def fx_rows(day: date) -> Any:
    """Return the sealed rows of fx that can matter on a day."""
    import ibis  # noqa: PLC0415 - 0.4 s, and only an audit needs it

    rows = sealed("fx")
    first = ibis.literal(day - timedelta(MOST_DAYS))
    return (
        rows.filter((rows.on >= first) & (rows.on <= ibis.literal(day)))
        .select("tape", "on", "currency", "khr")
        .order_by("tape", "on")
    )
