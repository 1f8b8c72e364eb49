"""Reads a filled workbook: every cell becomes an entry or a remark, and one bad cell never stops the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from prakas.case.cells import Unusable, is_empty, is_personal, plain, read_cell
from prakas.case.form import OWN_CODES, Field, Sheet, form
from prakas.case.layout import FIELD, FIRST, HEADS, MARK, NAMES, OTHER_SHEETS, cell, headings, pairs
from prakas.case.opening import Grid, opened
from prakas.case.record import Case, Entry, Filled, Line, Place, Remark
from prakas.case.saying import Kind, remark
from prakas.case.words import CaseWords, case_words
from prakas.errors import FilingError
from prakas.jurisdictions import Pack, pack

HEADS_WITHIN = 12  # rows in which the hidden headings are looked for
FAULT: Final = object()  # what stands in a cell whose formula has no result
MARKED = Field("mark", "code", codes=OWN_CODES["mark"], code_list="mark")


def read_case(content: bytes, name: str, country: Pack | None = None) -> Filled:
    """Return what a filled workbook holds, and a remark for each cell that cannot be used.

    `name` is the file's name, for messages. Raises FilingError where the file is no workbook or none of its sheets is the form's.
    """
    country = country or pack()
    grids = opened(content, name)
    sheets = form(country)
    if not any(sheet in grids for sheet in sheets):
        raise FilingError(
            f"{name}: the workbook has none of the sheets {', '.join(sheets)}. Fill the form of a case, or name the right file."
        )
    reader = _Reader(country, case_words(country))
    for sheet in sheets.values():
        if sheet.name not in grids:
            reader.say("sheet_missing", Place(sheet.name, "A1"))
    reader.added(grids, sheets)
    household = reader.page(sheets["household"], grids.get("household")).get(1, Line(1, {}))
    debts = reader.page(sheets["debts"], grids.get("debts"))
    lists = {
        sheet.name: reader.lines(sheet, grids.get(sheet.name), frozenset(debts))
        for sheet in sheets.values()
        if sheet.form == "rows"
    }
    case = Case(str(household.value("case_id") or ""), household, debts, lists)
    return Filled(case, tuple(reader.remarks))


@dataclass(frozen=True)
class _Heads:
    """Where the headings of a sheet were found: their row, their columns, and columns whose heading nobody knows."""

    row: int
    columns: dict[str, int]
    unknown: frozenset[int]


@dataclass
class _Reader:
    """Collects the remarks while the sheets are read. Rows and columns count from 1, as people count them."""

    country: Pack
    words: CaseWords
    remarks: list[Remark] = field(default_factory=list)

    def say(self, code: str, place: Place, value: Any = "", kind: Kind = "unreadable", **more: Any) -> None:
        self.remarks.append(remark(self.words, code, kind, (place,), value="" if value is FAULT else value, **more))

    # ------------------------------------------------------------------------------------------------------- every sheet

    @staticmethod
    def at(grid: Grid, row: int, column: int) -> Any:
        """Return what stands in a cell; FAULT for a formula without a result."""
        if cell(row, column) in grid.faults:
            return FAULT
        line = grid.rows[row - 1] if row <= len(grid.rows) else ()
        return line[column - 1] if column <= len(line) else None

    def added(self, grids: dict[str, Grid], sheets: dict[str, Sheet]) -> None:
        """Say which sheets are not the form's; they are searched for numbers of people, and not read."""
        for name, grid in grids.items():
            if name in sheets or name in OTHER_SHEETS:
                continue
            shown_name = "?" if is_personal(name) else name
            full = [
                (r, c, value) for r, line in enumerate(grid.rows, 1) for c, value in enumerate(line, 1) if not is_empty(value)
            ]
            if full:
                self.say("sheet_beyond", Place(shown_name, cell(full[0][0], full[0][1])))
            for row, column, value in full:
                if is_personal(value):
                    self.say("person_number", Place(shown_name, cell(row, column)))

    def heads(self, sheet: Sheet, grid: Grid) -> _Heads:
        """Find the hidden headings; say which are gone or were changed."""
        wanted = headings(sheet)
        best = HEADS
        columns: dict[str, int] = {}
        for row in range(1, HEADS_WITHIN + 1):
            found: dict[str, int] = {}
            for column in range(1, len(grid.rows[row - 1]) + 1 if row <= len(grid.rows) else 1):
                text = self.at(grid, row, column)
                if isinstance(text, str) and plain(text).casefold() in wanted:
                    found.setdefault(plain(text).casefold(), column)
            if len(found) > len(columns):
                best, columns = row, found
        for name, column in wanted.items():
            if name not in columns:
                self.say("heading_renamed", Place(sheet.name, cell(best, column)), self.at(grid, best, column))
        width = len(grid.rows[best - 1]) if best <= len(grid.rows) else 0
        unknown = {
            column
            for column in range(1, width + 1)
            if column not in columns.values() and not is_empty(self.at(grid, best, column))
        }
        unknown |= {column for name, column in wanted.items() if name not in columns and column not in columns.values()}
        return _Heads(best, columns, frozenset(unknown))

    def beyond(self, sheet: Sheet, grid: Grid, row: int, columns: range, known: set[int]) -> None:
        """Say what stands in a row outside the columns of the form."""
        for column in columns:
            value = self.at(grid, row, column)
            if column not in known and not is_empty(value):
                code = "person_number" if value is not FAULT and is_personal(value) else "beyond_form"
                self.say(code, Place(sheet.name, cell(row, column)), value)

    def mark(self, sheet: Sheet, grid: Grid, row: int, column: int | None) -> tuple[str | None, Place | None]:
        """Return the mark in a cell and its place; a word that is none is told."""
        if column is None:
            return None, None
        place, value = Place(sheet.name, cell(row, column)), self.at(grid, row, column)
        if is_empty(value):
            return None, place
        found = Unusable("cell_fault") if value is FAULT else read_cell(MARKED, value, self.words, self.country)
        if isinstance(found, Unusable):
            self.say("mark_unknown" if found.code == "code_unknown" else found.code, place, value)
            return None, place
        return str(found), place

    def entry(
        self, sheet: Sheet, asked: Field, value: Any, place: Place, marked: tuple[str | None, Place | None]
    ) -> Entry | None:
        """Return a cell as an entry, or None where nothing usable stands there; what cannot be used is told."""
        if is_empty(value):
            return None
        read = Unusable("cell_fault") if value is FAULT else read_cell(asked, value, self.words, self.country)
        if isinstance(read, Unusable):
            self.say(read.code, place, value, about=(sheet.name, asked.name))
            return None
        return Entry(read, marked[0] if asked.is_marked else "document", place, marked[1])

    # ------------------------------------------------------------------------------------------------------- one a question

    def page(self, sheet: Sheet, grid: Grid | None) -> dict[int, Line]:
        """Return the page, or the blocks by their number; a block where nothing was written is none."""
        if grid is None:
            return {}
        heads = self.heads(sheet, grid)
        rows = self.rows_of_fields(sheet, grid, heads)
        found: dict[int, Line] = {}
        for pair in pairs(sheet):
            column = heads.columns.get(pair.value)
            if column is None:
                continue
            entries: dict[str, Entry] = {}
            cells: dict[str, Place] = {}
            full = False
            for name, row in rows.items():
                asked = sheet[name]
                place, value = Place(sheet.name, cell(row, column)), self.at(grid, row, column)
                marked = self.mark(sheet, grid, row, heads.columns.get(pair.mark)) if asked.is_marked else (None, None)
                cells[name] = place
                if is_empty(value) and marked[0] and marked[1]:
                    self.say("mark_without_value", marked[1], self.words.choice("mark", marked[0]))
                full = full or not is_empty(value) or marked[0] is not None
                if name == "creditor_name" and not is_empty(value) and self.is_private(entries):
                    self.say("private_name", place)
                elif (entry := self.entry(sheet, asked, value, place, marked)) is not None:
                    entries[name] = entry
            if full or sheet.form == "page":
                found[pair.number] = Line(pair.number, entries, cells)
        self.outside_page(sheet, grid, heads, rows)
        return found

    @staticmethod
    def is_private(entries: dict[str, Entry]) -> bool:
        return "creditor_kind" in entries and entries["creditor_kind"].value == "private_lender"

    def rows_of_fields(self, sheet: Sheet, grid: Grid, heads: _Heads) -> dict[str, int]:
        """Return the row of each field by the hidden names; say which names are gone or were changed."""
        column = heads.columns.get(FIELD, NAMES)
        found: dict[str, int] = {}
        for row in range(heads.row + 1, len(grid.rows) + 1):
            text = self.at(grid, row, column)
            name = plain(text) if isinstance(text, str) else ""
            if name in sheet.names:
                found.setdefault(name, row)
        for row, name in enumerate(sheet.names, heads.row + FIRST[sheet.form] - HEADS):
            if name not in found:
                self.say("heading_renamed", Place(sheet.name, cell(row, column)), self.at(grid, row, column))
        return {name: found[name] for name in sheet.names if name in found}

    def outside_page(self, sheet: Sheet, grid: Grid, heads: _Heads, rows: dict[str, int]) -> None:
        first = heads.row + FIRST[sheet.form] - HEADS
        by_row, width = {row: sheet[name] for name, row in rows.items()}, _last_column(grid)
        texts = set(range(1, min((heads.columns[pair.value] for pair in pairs(sheet) if pair.value in heads.columns), default=5)))
        marks = {heads.columns[pair.mark] for pair in pairs(sheet) if pair.mark in heads.columns}
        for row in range(first, _last_row(grid) + 1):
            if row in by_row:
                known = texts | set(heads.columns.values()) | heads.unknown
                known -= set() if by_row[row].is_marked else marks
            else:
                name = self.at(grid, row, heads.columns.get(FIELD, NAMES))
                if not is_empty(name) and name not in sheet.names:
                    continue  # its name was changed, and that is told
                known = set() if is_empty(name) else texts
            self.beyond(sheet, grid, row, range(1, width + 1), known)

    # ----------------------------------------------------------------------------------------------------------- one a line

    def lines(self, sheet: Sheet, grid: Grid | None, debts: frozenset[int]) -> tuple[Line, ...]:
        """Return the lines of a list that have what every line needs."""
        if grid is None:
            return ()
        heads = self.heads(sheet, grid)
        known, width = set(heads.columns.values()) | heads.unknown, _last_column(grid)
        found = []
        for row in range(heads.row + FIRST["rows"] - HEADS, _last_row(grid) + 1):
            self.beyond(sheet, grid, row, range(1, width + 1), known)
            line = self.line(sheet, grid, heads, row, debts)
            if line is not None:
                found.append(line)
        return tuple(found)

    def line(self, sheet: Sheet, grid: Grid, heads: _Heads, row: int, debts: frozenset[int]) -> Line | None:
        values = {name: self.at(grid, row, heads.columns[name]) for name in sheet.names if name in heads.columns}
        marked = self.mark(sheet, grid, row, heads.columns.get(MARK))
        if all(is_empty(value) for value in values.values()):
            if marked[0] and marked[1]:
                self.say("mark_without_value", marked[1], self.words.choice("mark", marked[0]))
            return None
        cells = {name: Place(sheet.name, cell(row, heads.columns[name])) for name in values}
        entries: dict[str, Entry] = {}
        for name, value in values.items():
            entry = self.entry(sheet, sheet[name], value, cells[name], marked)
            if entry is not None and name == "debt" and entry.value not in debts:
                self.say("debt_without_block", cells[name], value)
            elif entry is not None:
                entries[name] = entry
            elif sheet[name].required and is_empty(value):
                self.say("field_missing", cells[name], kind="missing", about=(sheet.name, name))
        whole = all(name in entries for name in sheet.names if sheet[name].required)
        return Line(row, entries, cells) if whole else None


def _last_row(grid: Grid) -> int:
    return max(len(grid.rows), *(int("".join(filter(str.isdigit, name))) for name in grid.faults), 0)


def _last_column(grid: Grid) -> int:
    return max((len(line) for line in grid.rows), default=0)
