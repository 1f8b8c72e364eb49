"""Typesets the form of a case for pen and paper: the same questions and words as the workbook, boxes to write in and to tick."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prakas.case.form import DEBTS, OWN_CODES, Field, Sheet, form
from prakas.case.words import CaseWords, Said, case_words
from prakas.jurisdictions import Pack, pack
from prakas.publication import typeset

TEMPLATE = Path(__file__).parent / "templates" / "form.typ"
# Lines of each list, and the room of a line in millimetres.
LINES = {"schedule": (19, 7.4), "receipts": (17, 7.6), "fees": (6, 7.6), "papers": (6, 7.6), "events": (17, 11)}
ROOM = {"household": 9.5, "debts": 6.5}
WIDE = ("schedule", "receipts", "fees", "papers")
SHARED = (("fees", "papers"),)  # lists on one page
# Shares of the width of a list, by the kind of a field.
SHARES = {"integer": 2, "date": 4, "money": 4, "code": 4, "text": 2, "commune": 4, "percent": 3}


def printed_form(country: Pack | None = None, case_id: str = "") -> bytes:
    """Return the form for pen and paper, A4, as the bytes of a PDF; the number of the case stands on it where one is given."""
    country = country or pack()
    return typeset(TEMPLATE.read_text("utf-8"), _Said(country).form(case_id))


class _Said:
    """The form as the template takes it: plain words and numbers."""

    def __init__(self, country: Pack) -> None:
        self.country, self.words = country, case_words(country)
        self.sheets = form(country)

    def form(self, case_id: str) -> dict[str, Any]:
        words: CaseWords = self.words
        return {
            "title": words.text("title"),
            "guide": words.guide(),
            "words": {key: words.text(key) for key in ("page", "question", "answer", "required")},
            "marks": [words.code_word("mark", code) for code in OWN_CODES["mark"]],
            "pages": [[self.sheet(sheet, number, case_id) for sheet, number in page] for page in self.pages()],
        }

    def pages(self) -> list[list[tuple[Sheet, int]]]:
        """Return the sheets on each page, a page a debt."""
        shared = {name for names in SHARED for name in names[1:]}
        made: list[list[tuple[Sheet, int]]] = []
        for sheet in self.sheets.values():
            if sheet.form == "blocks":
                made += [[(sheet, number)] for number in range(1, DEBTS + 1)]
            elif sheet.name in shared:
                made[-1].append((sheet, 0))
            else:
                made.append([(sheet, 0)])
        return made

    def sheet(self, sheet: Sheet, number: int, case_id: str) -> dict[str, Any]:
        words = self.words
        at = {language: text.format(number=number) for language, text in words.text("debt").items()} if number else None
        lines, height = LINES.get(sheet.name, (0, ROOM.get(sheet.name, 7)))
        return {
            "form": sheet.form,
            "title": words.title(sheet.name),
            "how": words.how(sheet.name),
            "at": at,
            "wide": sheet.name in WIDE,
            "lines": lines,
            "height": height,
            "rows": [self.row(sheet, field, case_id) for field in sheet.fields if sheet.form != "rows"],
            "columns": [self.column(sheet, field) for field in sheet.fields if sheet.form == "rows"],
            "keys": [self.key(sheet, field) for field in sheet.fields if sheet.form == "rows" and field.codes],
        }

    def row(self, sheet: Sheet, field: Field, case_id: str) -> dict[str, Any]:
        return {
            "ask": self.words.question(sheet.name, field.name),
            "required": field.required,
            "hint": self.words.expected(sheet.name, field),
            "options": self.options(field),
            "marked": field.is_marked,
            "answer": case_id if field.name == "case_id" else "",
        }

    def column(self, sheet: Sheet, field: Field) -> dict[str, Any]:
        hint = self.words.text("number_codes") if field.codes else self.words.expected(sheet.name, field)
        asked = self.words.question(sheet.name, field.name)
        return {"ask": asked, "required": field.required, "hint": hint, "width": SHARES[field.kind]}

    def key(self, sheet: Sheet, field: Field) -> dict[str, Any]:
        return {"ask": self.words.question(sheet.name, field.name), "options": self.options(field)}

    def options(self, field: Field) -> list[Said]:
        return [self.words.code_word(field.code_list, code) for code in field.codes]
