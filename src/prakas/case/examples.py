"""Made-up cases for the manual and for practice, as filled workbooks: no household, lender or loan like them is known to us."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from prakas.case.form import MARKS, Field, Sheet, form
from prakas.case.layout import FIRST, headings, pairs
from prakas.case.workbook import MARKED, Answer, workbook
from prakas.errors import FilingError
from prakas.jurisdictions import Pack, pack

HERE = Path(__file__).parent / "examples"


def example_names() -> tuple[str, ...]:
    """Return the names of the made-up cases."""
    return tuple(sorted(path.stem for path in HERE.glob("*.yaml")))


@cache
def example(name: str) -> Mapping[str, Any]:
    """Return a made-up case: case_id, about (by language), and its answers by sheet. Raises FilingError for an unknown name."""
    if name not in example_names():
        raise FilingError(f"There is no made-up case of this name. Choose one of: {', '.join(example_names())}.")
    content: Mapping[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return content


def example_workbook(name: str, country: Pack | None = None) -> bytes:
    """Return a made-up case as a filled workbook, the bytes of an .xlsx file."""
    content = example(name)
    return workbook(str(content["case_id"]), country, tuple(_answers(content, form(country or pack()))))


def first_debt(known: Mapping[str, str]) -> tuple[Answer, ...]:
    """Return what is known of one debt, as answers of the first block, each of them told; ``interviewed_on`` goes to its page.

    Raises FilingError for a word that is not on the list of its field; the word itself is not repeated.
    """
    for field in form()["debts"].fields:
        if field.codes and field.name in known and known[field.name] not in field.codes:
            raise FilingError(f"{field.name}: there is no such word on its list. Choose one of: {', '.join(field.codes)}.")
    told = {name: [value, MARKS[-1]] for name, value in known.items()}
    page = {name: told.pop(name) for name in ("interviewed_on",) if name in told}
    return tuple(_answers({"household": page, "debts": {1: told}}, form()))


def _answers(content: Mapping[str, Any], sheets: Mapping[str, Sheet]) -> Iterator[Answer]:
    for sheet in sheets.values():
        columns = headings(sheet)
        if sheet.form == "rows":
            for at, line in enumerate(content.get(sheet.name, ())):
                for field in (*sheet.fields, MARKED):
                    if field.name in line:
                        yield Answer(sheet.name, FIRST["rows"] + at, columns[field.name], field, line[field.name])
            continue
        for pair in pairs(sheet):
            told = content.get(sheet.name, {})
            told = told if sheet.form == "page" else told.get(pair.number, {})
            for at, field in enumerate(sheet.fields):
                if field.name in told:
                    yield from _marked(sheet, FIRST[sheet.form] + at, columns[pair.value], field, told[field.name])


def _marked(sheet: Sheet, row: int, column: int, field: Field, told: list[str]) -> Iterator[Answer]:
    value, mark = told
    yield Answer(sheet.name, row, column, field, value)
    if field.is_marked:
        yield Answer(sheet.name, row, column + 1, MARKED, mark)
