"""Writes the workbook that a lender without a system fills in: a sheet a table, codes to choose from, in two languages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import xlsxwriter

from prakas.errors import FilingError
from prakas.jurisdictions import Pack, pack
from prakas.tape.tables import Column, Table, contract
from prakas.tape.typing import BOOLEANS, FIRST_DATE, LAST_DATE, expected
from prakas.tape.words import mark, meanings

LEVELS = (0, 1, 2, 3)
ROWS = 100_000  # rows that get formats and drop-downs
FORMATS = {"date": "yyyy-mm-dd", "money": "0.00", "integer": "0", "percent": "0.######", "rate": "0.######"}


def write_template(path: Path, level: int, country: Pack | None = None) -> None:
    """Write the workbook for tapes of a level. Raises FilingError for a level that there is not, or a path that cannot be written."""
    if level not in LEVELS:
        raise FilingError(f"There is no level {level} of tape. Choose 0, 1, 2 or 3; docs/reference/tape.md says what each holds.")
    country = country or pack()
    try:
        with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
            tables = [t for t in contract(country).values() if t.level <= level]
            book.set_properties({"title": f"Loan tape, level {level}", "created": _no_clock()})
            sheets = {n: book.add_worksheet(n) for n in (*(t.name for t in tables), "codes", "guide")}
            places = _codes(book, sheets["codes"], country, tables)
            words = meanings(country)
            for table in tables:
                _sheet(book, sheets[table.name], table, words.get(table.name, {}), places)
            _guide(book, sheets["guide"], tables, words)
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as fault:
        raise FilingError(f"{path}: the workbook cannot be written there. Look at the folder and its permissions.") from fault


def _no_clock() -> Any:
    return dt.datetime(2020, 1, 1)  # noqa: DTZ001 - the same workbook every day


def _codes(book: Any, sheet: Any, country: Pack, tables: list[Table]) -> dict[str, str]:
    """Return where each list of codes stands on the sheet `codes`, for the drop-downs."""
    bold = book.add_format({"bold": True, "text_wrap": True})
    places: dict[str, str] = {}
    lists = dict.fromkeys(c.code_list for t in tables for c in t.columns if c.code_list)
    for at, code_list in enumerate(lists):
        left = at * (len(country.languages) + 2)
        sheet.write_row(0, left, [code_list, *country.languages], bold)
        codes = country.codes[code_list]
        for row, code in enumerate(codes, 1):
            words = country.code_words[code_list][code]
            sheet.write_row(row, left, [code, *(words.get(language, "") for language in country.languages)])
        letter = xlsxwriter.utility.xl_col_to_name(left)
        places[code_list] = f"=codes!${letter}$2:${letter}${len(codes) + 1}"
        sheet.set_column(left, left + len(country.languages), 22)
    sheet.freeze_panes(1, 0)
    return places


def _sheet(book: Any, sheet: Any, table: Table, words: dict[str, str], places: dict[str, str]) -> None:
    needed = book.add_format({"bold": True, "bg_color": "#F4D8B8", "border": 1})
    free = book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1})
    for at, column in enumerate(table.columns):
        sheet.write(0, at, column.name, needed if column.required else free)
        # The meaning is a note on the head: a line beneath it would be read as a row.
        sheet.write_comment(0, at, _meaning(table, column, words), {"x_scale": 2.2, "y_scale": 1.6, "author": ""})
        shape = book.add_format({"num_format": FORMATS.get(column.kind, "@")})
        sheet.set_column(at, at, max(14, len(column.name) + 3), shape)
        _choices(sheet, at, column, places)
    sheet.freeze_panes(1, 0)


def _choices(sheet: Any, at: int, column: Column, places: dict[str, str]) -> None:
    if column.kind == "code":
        rule: dict[str, Any] = {"validate": "list", "source": places[column.code_list]}
    elif column.kind == "boolean":
        rule = {"validate": "list", "source": list(BOOLEANS)}
    else:
        return
    sheet.data_validation(
        1, at, ROWS, at, rule | {"error_title": column.name, "error_message": "Choose from the list. / ជ្រើសពីបញ្ជី។"}
    )


def _meaning(table: Table, column: Column, words: dict[str, str]) -> str:
    asked = {"K": "required, part of the key / ត្រូវតែមាន", "R": "required / ត្រូវតែមាន", "": "may be empty / អាចទទេ"}[
        mark(table, column)
    ]
    form = "see the drop-down" if column.codes else expected(column)
    return "\n".join(line for line in (column.meaning, words.get(column.name, ""), form, asked) if line)


def _guide(book: Any, sheet: Any, tables: list[Table], words: dict[str, dict[str, str]]) -> None:
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_row(0, 0, ["table", "column", "required", "form", "meaning", "អត្ថន័យ"], bold)
    row = 1
    for table in tables:
        for column in table.columns:
            cells = (
                table.name,
                column.name,
                mark(table, column),
                expected(column),
                column.meaning,
                words.get(table.name, {}).get(column.name, ""),
            )
            sheet.write_row(row, 0, cells, wrap)
            row += 1
    sheet.write_row(row + 1, 0, ["Dates lie from", FIRST_DATE, "to", LAST_DATE, "Empty means not known. / ទទេ មានន័យថាមិនដឹង។"])
    sheet.set_column(0, 2, 18)
    sheet.set_column(3, 5, 46)
    sheet.freeze_panes(1, 0)
