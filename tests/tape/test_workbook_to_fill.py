"""The workbook to fill: what a person puts in by hand is a tape."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from prakas.errors import FilingError
from prakas.jurisdictions import pack
from prakas.tape import contract, write_template
from prakas.tape.words import meanings
from tests.tape import made


def filled(path, level):
    write_template(path, level)
    book = openpyxl.load_workbook(path)
    for table in made.BOOK:
        if table not in book.sheetnames:
            continue
        sheet = book[table]
        heads = [cell.value for cell in sheet[1]]
        for number, row in enumerate(made.rows(table), 2):
            for column, value in row.items():
                if value:
                    sheet.cell(number, heads.index(column) + 1, made._cell(table, column, value))
    book.save(path)
    return path


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_filled_workbook_is_read_without_one_edit(level, tmp_path):
    result = made.sealed(filled(tmp_path / "book.xlsx", level), tmp_path / "out")
    assert made.edits(result) == []
    tables = {t.name for t in contract().values() if t.level <= level}
    assert {f.table: f.kept for f in result.files} == {t: len(made.rows(t)) for t in tables}


def test_at_level_3_it_is_the_same_tape_as_the_folder(tmp_path):
    plain = made.sealed(made.folder(tmp_path / "folder" / "book"), tmp_path / "plain")
    other = made.sealed(filled(tmp_path / "book.xlsx", 3), tmp_path / "out")
    for name in contract():
        assert made.table(plain, name) == made.table(other, name), name


def test_an_empty_workbook_says_that_nobody_lends(tmp_path):
    write_template(tmp_path / "book.xlsx", 1)
    with pytest.raises(FilingError, match="the table institutions has no row, so nobody knows whose book this is"):
        made.sealed(tmp_path / "book.xlsx", tmp_path / "out")


def test_every_code_has_a_drop_down_with_the_codes_of_its_list(tmp_path):
    write_template(tmp_path / "book.xlsx", 3)
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    for table in contract().values():
        offered = {}
        for rule in book[table.name].data_validations.dataValidation:
            column = table.columns[openpyxl.utils.column_index_from_string(str(rule.sqref).split(":")[0].rstrip("2")) - 1]
            if column.kind == "code":
                sheet, cells = rule.formula1.split("!")
                offered[column.name] = tuple(row[0].value for row in book[sheet.lstrip("=")][cells.replace("$", "")])
        assert offered == {c.name: c.codes for c in table.columns if c.kind == "code"}, table.name


def test_every_head_says_what_it_means_in_both_languages(tmp_path):
    write_template(tmp_path / "book.xlsx", 3)
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    words = meanings(pack())
    for table in contract().values():
        assert set(words[table.name]) == set(table.names), table.name
        for cell, column in zip(book[table.name][1], table.columns, strict=True):
            assert column.meaning in cell.comment.text
            assert words[table.name][column.name] in cell.comment.text
    assert set(words) == set(contract())


def test_two_workbooks_are_the_same_bytes(tmp_path):
    write_template(tmp_path / "one.xlsx", 2)
    write_template(tmp_path / "two.xlsx", 2)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@pytest.mark.parametrize(
    ("path", "level", "sentence"), [("book.xlsx", 4, "no level 4"), ("nowhere/book.xlsx", 1, "cannot be written there")]
)
def test_what_cannot_be_written_is_said(path, level, sentence, tmp_path):
    with pytest.raises(FilingError, match=sentence):
        write_template(tmp_path / path, level)


def test_a_cell_of_a_spreadsheet_is_what_a_person_sees(tmp_path):
    write_template(tmp_path / "book.xlsx", 1)
    book = openpyxl.load_workbook(tmp_path / "book.xlsx")
    book["institutions"].append(["A", "Alpha", None, "company", "licensed"])
    heads = [c.value for c in book["loans"][1]]
    row = {"loan_id": 123456789012.0, "institution_id": "A", "currency": "KHR", "principal": 0.1 + 0.2, "disbursed_on": dt.date(2020, 1, 1),
           "matures_on": dt.datetime(2021, 1, 1), "is_microloan": True}  # fmt: skip
    book["loans"].append([row.get(h) for h in heads])
    book.save(tmp_path / "book.xlsx")
    loan = made.table(made.sealed(tmp_path / "book.xlsx", tmp_path / "out"), "loans")[0]
    assert (loan["loan_id"], loan["principal"], str(loan["matures_on"]), loan["is_microloan"]) == (
        "123456789012",
        30,
        "2021-01-01",
        True,
    )
