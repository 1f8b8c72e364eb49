"""Writes the workbook of one household's case: Khmer first, English beside, words to choose from, a place for every mark."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from prakas.case.form import OWN_CODES, Field, Sheet, form
from prakas.case.layout import FIRST, FIRST_ANSWER, HEADS, ROWS, Pair, headings, letters, pairs
from prakas.case.places import communes
from prakas.case.words import CaseWords, case_words
from prakas.jurisdictions import Pack, pack

FONT = "Khmer OS Siemreap"  # on most Khmer machines; where it is missing, a spreadsheet takes another one that has the letters
FORMATS = {"money": "#,##0.00", "integer": "0"}  # all else is kept as it was typed: no spreadsheet turns a day around
LINE = 21  # height of one line of Khmer, in points
QUESTION = 36  # of two lines in small letters
SAME_DAY = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - no clock: the same workbook every day
WIDTHS = {"text": 16, "code": 26, "commune": 28, "date": 17, "money": 19, "integer": 14, "percent": 10}


@dataclass(frozen=True)
class Answer:
    """What somebody wrote in a box: sheet, row and column from 1, the field it answers, and the answer as it is typed (codes as codes)."""

    sheet: str
    row: int
    column: int
    field: Field
    typed: str


def workbook(case_id: str, country: Pack | None = None, answers: Sequence[Answer] = ()) -> bytes:
    """Return the workbook of a case, as the bytes of an .xlsx file: to fill, or filled with some answers. The same ask, the same bytes."""
    country = country or pack()
    room = io.BytesIO()
    with xlsxwriter.Workbook(room, {"in_memory": True}) as book:
        book.set_properties({"title": "Prakas case", "created": SAME_DAY})
        _Writer(book, country).write(case_id, answers)
    return room.getvalue()


@dataclass(frozen=True)
class _Looks:
    """The formats of a workbook, made once."""

    book: Any

    def __call__(self, **shape: Any) -> Any:
        return self.book.add_format({"font_name": FONT, "font_size": 11, "valign": "vcenter", **shape})

    def answer(self, kind: str, *, boxed: bool = True) -> Any:
        """Return the format of a box to fill."""
        box = {"border": 1, "border_color": "#8A8A8A", "bg_color": "#FFFBE6"} if boxed else {}
        return self(num_format=FORMATS.get(kind, "@"), locked=False, **box)


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, country: Pack) -> None:
        self.country, self.words, self.sheets = country, case_words(country), form(country)
        self.looks = _Looks(book)
        self.title = self.looks(bold=True, font_size=15, font_color="#1F3B57")
        self.said = self.looks(font_color="#444444")
        self.head = self.looks(bold=True, bg_color="#DCE6EF", border=1, text_wrap=True, align="center")
        self.wrapped = self.looks(text_wrap=True, border=1, border_color="#C8C8C8")
        self.asked = self.looks(text_wrap=True, border=1, border_color="#C8C8C8", bold=True)
        self.hint = self.looks(text_wrap=True, border=1, border_color="#C8C8C8", font_color="#555555", font_size=9)
        self.unseen = self.looks(font_color="#999999", font_size=8)
        self.pages = {name: book.add_worksheet(name) for name in ("guide", *self.sheets, "codes", "communes")}
        self.lists: dict[str, str] = {}

    def write(self, case_id: str, answers: Sequence[Answer]) -> None:
        self._guide()
        self._codes()
        self._communes()
        for sheet in self.sheets.values():
            page = self.pages[sheet.name]
            self._set_up(page)
            if sheet.form == "rows":
                self._list(page, sheet)
            else:
                self._page(page, sheet, case_id)
        for answer in answers:
            self._answer(answer)
        self.pages["household"].activate()

    def _answer(self, answer: Answer) -> None:
        place = (answer.row - 1, answer.column - 1)
        page, looks = self.pages[answer.sheet], self.looks_of(answer.field.kind)
        if answer.field.codes:
            page.write_string(*place, self.words.choice(answer.field.code_list, answer.typed), looks)
        elif answer.field.kind in FORMATS:
            page.write_number(*place, float(answer.typed), looks)
        else:
            page.write_string(*place, answer.typed, looks)

    def _set_up(self, page: Any) -> None:
        page.set_paper(9)
        page.set_landscape()
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer(f"&L&A&C{self.words.text('page')['km']} / {self.words.text('page')['en']} &P / &N")
        # No password: it only keeps a slip of the hand from changing the questions.
        page.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def _headed(self, page: Any, sheet: Sheet) -> int:
        """Write title, directions and hidden headings; return the first row of answers, from 0."""
        left = 0 if sheet.form == "rows" else 1
        page.write_string(0, left, self.words.both(self.words.title(sheet.name)), self.title)
        page.set_row(0, 30)
        page.write_string(1, left, self.words.both(self.words.how(sheet.name)), self.said)
        page.set_row(1, LINE)
        for name, column in headings(sheet).items():
            page.write_string(HEADS - 1, column - 1, name, self.unseen)
        page.set_row(HEADS - 1, None, None, {"hidden": True})
        return FIRST[sheet.form] - 1

    # ------------------------------------------------------------------------------------------------------ one a question

    def _page(self, page: Any, sheet: Sheet, case_id: str) -> None:
        first = self._headed(page, sheet)
        page.set_column(0, 0, 3, self.unseen, {"hidden": True})
        page.set_column(1, 1, 38)
        page.set_column(2, 2, 35)
        page.set_column(3, 3, 22)
        head = first - 1
        page.set_row(head, 2 * LINE)
        page.merge_range(head, 1, head, 2, self.words.both(self.words.text("question")), self.head)
        page.write_string(head, 3, self.words.lines(self.words.text("expected")), self.head)
        for pair, column in self._columns(sheet):
            if sheet.form == "page":
                title = self.words.text("answer")
            else:
                title = {k: v.format(number=pair.number) for k, v in self.words.text("debt").items()}
            page.write_string(head, column, self.words.lines(title), self.head)
            page.write_string(head, column + 1, self.words.lines(self.words.text("mark")), self.head)
            page.set_column(column, column, 22)
            page.set_column(column + 1, column + 1, 20)
        for row, field in enumerate(sheet.fields, first):
            self._question(page, sheet, field, row)
            for _, column in self._columns(sheet):
                self._box(page, row, column, field, case_id if field.name == "case_id" else "")
        page.freeze_panes(first, FIRST_ANSWER - 1)
        last = headings(sheet)
        page.print_area(0, 1, first + len(sheet.fields) - 1, max(last.values()) - 1)
        if sheet.form == "page":
            page.fit_to_pages(1, 0)
        else:
            page.set_print_scale(54)
            page.repeat_columns(1, 3)
            page.set_v_pagebreaks([FIRST_ANSWER - 1 + 6])
        page.ignore_errors({"number_stored_as_text": f"E{first + 1}:{letters(max(last.values()))}{first + len(sheet.fields)}"})

    @staticmethod
    def _columns(sheet: Sheet) -> list[tuple[Pair, int]]:
        return [(pair, headings(sheet)[pair.value] - 1) for pair in pairs(sheet)]

    def _question(self, page: Any, sheet: Sheet, field: Field, row: int) -> None:
        page.set_row(row, QUESTION)
        page.write_string(row, 0, field.name, self.unseen)
        asked, needed = self.words.question(sheet.name, field.name), self.words.text("required")
        star = {language: f" ({needed[language]})" if field.required else "" for language in needed}
        page.write_string(row, 1, asked["km"] + star["km"], self.asked)
        page.write_string(row, 2, asked["en"] + star["en"], self.wrapped)
        page.write_string(row, 3, self.words.lines(self.words.expected(sheet.name, field)), self.hint)

    def _box(self, page: Any, row: int, column: int, field: Field, text: str) -> None:
        page.write(row, column, text or None, self.looks_of(field.kind))
        self._choices(page, (row, column, row, column), field)
        if field.is_marked:
            page.write_blank(row, column + 1, None, self.looks_of("code"))
            self._choices(page, (row, column + 1, row, column + 1), MARKED)

    def looks_of(self, kind: str) -> Any:
        """Return the format of a box, made once a kind."""
        key = FORMATS.get(kind, "@")
        if not hasattr(self, "_boxes"):
            self._boxes: dict[str, Any] = {}
        return self._boxes.setdefault(key, self.looks.answer(kind))

    # --------------------------------------------------------------------------------------------------------- one a line

    def _list(self, page: Any, sheet: Sheet) -> None:
        first = self._headed(page, sheet)
        fields = (*sheet.fields, MARKED)
        for column, field in enumerate(fields):
            page.set_column(column, column, WIDTHS[field.kind], self.looks.answer(field.kind, boxed=False))
            asked = self.words.text("mark") if field is MARKED else self.words.question(sheet.name, field.name)
            needed = self.words.text("required") if field.required else {"km": "", "en": ""}
            for row, language in ((first - 3, "km"), (first - 2, "en")):
                tail = f"\n({needed[language]})" if field.required else ""
                page.write_string(row, column, asked[language] + tail, self.head)
            expected = self.words.raw["expect"]["code"] if field is MARKED else self.words.expected(sheet.name, field)
            page.write_string(first - 1, column, self.words.lines(expected), self.hint)
            self._choices(page, (first, column, first + ROWS - 1, column), field)
        for row in (first - 3, first - 2, first - 1):
            page.set_row(row, 50)
        page.freeze_panes(first, 0)
        page.repeat_rows(first - 3, first - 1)
        page.fit_to_pages(1, 0)
        page.hide_gridlines(0)
        page.ignore_errors({"number_stored_as_text": f"A{first + 1}:{letters(len(fields))}{first + ROWS}"})

    def _choices(self, page: Any, area: tuple[int, int, int, int], field: Field) -> None:
        if field.kind == "code":
            source: Any = self.lists[field.code_list]
        elif field.kind == "commune" and "commune" in self.lists:
            source = self.lists["commune"]
        elif field.name in {"debt", "refinances"}:
            source = [str(pair.number) for pair in pairs(self.sheets["debts"])]
        else:
            return
        message = self.words.both(self.words.text("choose"))
        page.data_validation(*area, {"validate": "list", "source": source, "error_title": "Prakas", "error_message": message})

    # --------------------------------------------------------------------------------------------------- for people alone

    def _guide(self) -> None:
        page = self.pages["guide"]
        self._set_up(page)
        page.set_portrait()
        page.write_string(0, 0, self.words.both(self.words.text("title")), self.title)
        page.write_string(1, 0, self.words.both(self.words.text("guide")), self.said)
        for row, line in enumerate(self.words.guide(), 3):
            page.write_string(row, 0, line["km"], self.wrapped)
            page.write_string(row, 1, line["en"], self.wrapped)
            page.set_row(row, LINE * (1 + max(len(line["km"]) // 48, len(line["en"]) // 52)))
        page.set_column(0, 1, 60)
        page.set_row(0, 30)
        page.fit_to_pages(1, 0)

    def _codes(self) -> None:
        page = self.pages["codes"]
        self._set_up(page)
        page.write_string(0, 0, self.words.both(self.words.text("codes")), self.title)
        used = dict.fromkeys(f.code_list for sheet in self.sheets.values() for f in sheet.fields if f.codes)
        for column, code_list in enumerate(dict.fromkeys((*used, *OWN_CODES))):
            page.write_string(2, column, code_list, self.unseen)
            entries = [self.words.choice(code_list, code) for code in self._codes_of(code_list)]
            for row, entry in enumerate(entries, 3):
                page.write_string(row, column, entry, self.wrapped)
            page.set_column(column, column, 34)
            letter = letters(column + 1)
            self.lists[code_list] = f"=codes!${letter}$4:${letter}${3 + len(entries)}"
        page.fit_to_pages(1, 0)

    def _codes_of(self, code_list: str) -> tuple[str, ...]:
        return OWN_CODES.get(code_list) or self.country.codes[code_list]

    def _communes(self) -> None:
        page = self.pages["communes"]
        self._set_up(page)
        page.write_string(0, 0, self.words.both(self.words.text("places_source")), self.said)
        for column, key in enumerate(("commune", "district", "province")):
            page.write_string(2, column, self.words.both(self.words.text(key)), self.head)
        found = communes(self.country)
        plain = self.looks()
        for row, commune in enumerate(found.values(), 3):
            page.write_string(row, 0, commune_choice(commune.code, commune.name, self.words), plain)
            page.write_string(row, 1, self.words.both(commune.district), plain)
            page.write_string(row, 2, self.words.both(commune.province), plain)
        if found:
            self.lists["commune"] = f"=communes!$A$4:$A${3 + len(found)}"
            page.autofilter(2, 0, 2 + len(found), 2)
        page.set_column(0, 2, 42)
        page.freeze_panes(3, 0)
        page.repeat_rows(2)
        page.fit_to_pages(1, 0)


MARKED = Field("mark", "code", codes=OWN_CODES["mark"], code_list="mark")


def commune_choice(code: str, name: dict[str, str], words: CaseWords) -> str:
    """Return a commune as an entry of a drop-down: its code, then its names."""
    return f"{code} {words.both(name)}"
