"""Reads a tape's cover sheet, where there is one: how many rows a table has and what its columns add up to."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from prakas.errors import FilingError
from prakas.tape.sheets import sheet_names, sheet_rows
from prakas.tape.tables import contract

Cover = dict[str, dict[str, Decimal]]  # table -> "rows" or a money column -> what is stated


def read_cover(path: Path) -> Cover:
    """Return what a cover sheet states. Raises FilingError where it cannot be read."""
    suffix = path.suffix.lower()
    try:
        if suffix == ".xlsx":
            sheet = next(s for s in sheet_names(path) if s.strip().lower() == "cover")
            return _from_rows(path, [r for r in sheet_rows(path, sheet) if any(r)])
        if suffix == ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return _from_rows(path, list(csv.reader(file, strict=True)))
        raw = yaml.safe_load(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, csv.Error, yaml.YAMLError) as fault:
        raise _unreadable(path) from fault
    if not isinstance(raw, dict) or not all(isinstance(v, dict) for v in raw.values()):
        raise _unreadable(path)
    return _cover(path, ((str(t), str(c), v) for t, section in raw.items() for c, v in section.items()))


def _unreadable(path: Path) -> FilingError:
    return FilingError(
        f'{path.name}: the cover sheet cannot be read. It has the columns "table", "rows" and any column of money, one line a table.'
    )


def _from_rows(path: Path, rows: list[list[str]]) -> Cover:
    header = [c.strip().lower() for c in rows[0]] if rows else []
    if "table" not in header:
        raise _unreadable(path)
    at = header.index("table")
    return _cover(
        path,
        (
            (row[at], column, value)
            for row in rows[1:]
            if len(row) > at
            for column, value in zip(header, row, strict=False)
            if column != "table"
        ),
    )


def _cover(path: Path, stated: Iterable[tuple[str, str, Any]]) -> Cover:
    cover: Cover = {}
    for table_name, column, value in stated:
        if value is None or str(value).strip() == "":
            continue
        table = contract().get(table_name.strip().lower())
        known = table is not None and (column == "rows" or (column in table.names and table[column].kind == "money"))
        try:
            number = Decimal(str(value).strip())
        except InvalidOperation:
            raise _unreadable(path) from None
        if table is None or not known or not number.is_finite():
            raise _unreadable(path)
        cover.setdefault(table.name, {})[column] = number
    return cover
