"""A workbook with every field wrong in turn: each named with sheet, cell, value and mend, and nothing else touched."""

from __future__ import annotations

import datetime as dt

import pytest

from prakas.case.checking import remarks
from prakas.case.form import form
from prakas.case.reading import read_case
from tests.case.made import FIRST_LINE, LISTS, Filling, sound

# What a person may write that cannot be used, by the kind of a field: value, code of the remark, value as it is named.
WRONG = {
    "date": [
        ("03/04/2020", "date_unreadable", "03/04/2020"),
        ("2020-02-30", "date_unreadable", "2020-02-30"),
        ("last year", "date_unreadable", "last year"),
        (44012, "date_unreadable", "44012"),
        (True, "date_unreadable", "TRUE"),
        ("1978-12-31", "date_out_of_range", "1978-12-31"),
        (dt.date(2563, 5, 1), "date_out_of_range", "2563-05-01"),
        (dt.datetime(2020, 5, 1, 13, 30), "date_unreadable", "2020-05-01 13:30"),
    ],
    "money": [
        ("1,5", "money_unreadable", "1,5"),
        ("១,៥", "money_unreadable", "១,៥"),
        ("1.500.000", "money_unreadable", "1.500.000"),
        ("12,34,567", "money_unreadable", "12,34,567"),
        ("1500 dollars", "money_unreadable", "1500 dollars"),
        (dt.date(2020, 5, 1), "money_unreadable", "2020-05-01"),
        (True, "money_unreadable", "TRUE"),
        (-5, "number_negative", "-5"),
        ("-5", "number_negative", "-5"),
        (10.555, "money_decimals", "10.555"),
        (10**14, "number_too_large", "100000000000000"),
    ],
    "integer": [
        ("two", "integer_unreadable", "two"),
        (2.5, "integer_unreadable", "2.5"),
        (dt.date(2020, 5, 1), "integer_unreadable", "2020-05-01"),
        (-1, "number_negative", "-1"),
        (100_001, "number_too_large", "100001"),
    ],
    "percent": [
        ("1,5", "percent_unreadable", "1,5"),
        ("much", "percent_unreadable", "much"),
        (-1, "number_negative", "-1"),
        (0.015, "percent_fraction", "0.015"),
        (0.36, "percent_fraction", "0.36"),
        (1001, "number_too_large", "1001"),
    ],
    "code": [
        ("no such word", "code_unknown", "no such word"),
        (7, "code_unknown", "7"),
        (True, "code_unknown", "TRUE"),
        ("012 345 678", "person_number", ""),
    ],
    "commune": [
        ("999999", "commune_unknown", "999999"),
        ("Phnom Penh", "commune_unknown", "Phnom Penh"),
        (dt.date(2020, 5, 1), "commune_unknown", "2020-05-01"),
        ("01020112", "person_number", ""),
    ],
    "text": [
        ("012 345 678", "person_number", ""),
        ("+855 12-345-678", "person_number", ""),
        ("០១២៣៤៥៦៧៨", "person_number", ""),
        (10123456, "person_number", ""),
        (True, "text_unreadable", "TRUE"),
        (dt.date(2020, 5, 1), "text_unreadable", "2020-05-01"),
    ],
    # In any cell at all.
    "": [("=1+1", "cell_fault", ""), ("#REF!", "cell_fault", "")],
}
LONG = ("x y " * 16, "text_too_long", ("x y " * 16).strip())
CASE_IDS = [("A B", "case_id_form", "A B"), ("ក១", "case_id_form", "ក១"), ("A" * 21, "case_id_form", "A" * 21)]


def wrong_values(sheet, field):
    found = WRONG[field.kind] + WRONG[""]
    if field.kind == "text":
        found = found + (CASE_IDS if field.name == "case_id" else [LONG])
    if field.kind in {"integer", "money"} and field.least:
        found = [*found, (0, "number_zero", "0")]
    if field.name == "debt":
        found = [*found, (5, "debt_without_block", "5"), (7, "debt_without_block", "7")]
    return found


FIELDS = [(sheet.name, field.name) for sheet in form().values() for field in sheet.fields]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """The sound case in a workbook that each test changes in one place and puts back."""
    return Filling(tmp_path_factory.mktemp("case") / "case.xlsx").fill(sound())


@pytest.fixture(scope="module")
def right(workbook):
    filled = read_case(workbook.content(), "case.xlsx")
    assert remarks(filled) == ()
    return entries(filled)


def entries(filled):
    case = filled.case
    lines = [case.household, *case.debts.values(), *(line for lines in case.lists.values() for line in lines)]
    return {str(entry.place): (entry.value, entry.mark) for line in lines for entry in line.entries.values()}


def item_of(sheet):
    return FIRST_LINE if sheet in LISTS else 1


def changed(workbook, sheet, cell, value):
    there = workbook.book[sheet][cell]
    value_there, format_there = there.value, there.number_format
    there.number_format = "General"
    there.value = value
    try:
        return read_case(workbook.content(), "case.xlsx")
    finally:
        there.value = value_there
        there.number_format = format_there


@pytest.mark.parametrize("sheet,name", FIELDS, ids=lambda text: text)
def test_a_wrong_value_is_named_and_nothing_else_is_touched(workbook, right, sheet, name):
    field, cell = form()[sheet][name], workbook.place(sheet, name, item_of(sheet))
    # What goes with it: its own entry; in a list the whole line, where no line can do without it.
    gone = {f"{sheet}!{cell}"}
    if sheet in LISTS and field.required:
        gone = {place for place in right if place.startswith(f"{sheet}!") and place.endswith(str(FIRST_LINE))}
        gone = {place for place in gone if int("".join(filter(str.isdigit, place))) == FIRST_LINE}
    if (sheet, name) == ("debts", "creditor_kind"):
        assert f"{sheet}!{cell}" in right
    for value, code, named in wrong_values(sheet, field):
        filled = changed(workbook, sheet, cell, value)
        found = [(one.code, one.kind, [str(place) for place in one.places], one.value) for one in filled.unreadable]
        assert found == [(code, "unreadable", [f"{sheet}!{cell}"], named)], value
        (one,) = filled.unreadable
        assert all(one.say[language] and one.settle[language] for language in ("km", "en"))
        assert entries(filled) == {place: entry for place, entry in right.items() if place not in gone}, value
        assert [later.code for later in remarks(filled) if later.places == one.places] == [
            code
        ]  # said once, and not again as missing


@pytest.mark.parametrize(
    "sheet,name", [(s, n) for s, n in FIELDS if form()[s][n].is_marked and s not in LISTS], ids=lambda text: text
)
def test_a_wrong_mark_is_named_and_the_value_stays(workbook, right, sheet, name):
    cell, at = workbook.place(sheet, name, marking=True), workbook.place(sheet, name)
    filled = changed(workbook, sheet, cell, "heard")
    assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [
        ("mark_unknown", f"{sheet}!{cell}", "heard")
    ]
    assert {place for place, entry in entries(filled).items() if entry != right[place]} <= {f"{sheet}!{at}"}
    assert [one.code for one in remarks(filled)] == ["mark_unknown"]


@pytest.mark.parametrize("sheet", LISTS)
def test_a_wrong_mark_of_a_line_is_named_and_the_line_stays(workbook, right, sheet):
    cell = workbook.place(sheet, "mark", FIRST_LINE)
    filled = changed(workbook, sheet, cell, "heard")
    assert [(one.code, str(one.places[0]), one.value) for one in remarks(filled)] == [
        ("mark_unknown", f"{sheet}!{cell}", "heard")
    ]
    assert set(entries(filled)) == set(right)


@pytest.mark.parametrize("sheet,name", FIELDS, ids=lambda text: text)
def test_a_value_without_a_mark_is_asked_for_one(workbook, right, sheet, name):
    if not form()[sheet][name].is_marked:
        return
    at = workbook.place(sheet, name, item_of(sheet))
    if f"{sheet}!{at}" not in right:
        return
    cell = workbook.place(sheet, "mark" if sheet in LISTS else name, item_of(sheet), marking=sheet not in LISTS)
    filled = changed(workbook, sheet, cell, None)
    assert [(one.code, one.kind, str(one.places[0])) for one in remarks(filled)] == [
        ("mark_missing", "missing", f"{sheet}!{cell}")
    ]


@pytest.mark.parametrize("sheet,name", FIELDS, ids=lambda text: text)
def test_an_answer_that_every_case_needs_is_missed(workbook, sheet, name):
    if not form()[sheet][name].required:
        return
    cell = workbook.place(sheet, name, item_of(sheet))
    filled = changed(workbook, sheet, cell, None)
    found = [one for one in remarks(filled) if one.code == "field_missing"]
    assert [(one.kind, str(one.places[0])) for one in found] == [("missing", f"{sheet}!{cell}")]
    if sheet in LISTS:
        assert FIRST_LINE not in [line.number for line in filled.case.lists[sheet]]


@pytest.mark.parametrize("sheet", list(form()))
def test_a_sheet_that_is_gone_is_named_and_the_rest_is_read(tmp_path, right, sheet):
    filling = Filling(tmp_path / "case.xlsx").fill(sound())
    del filling.book[sheet]
    filled = read_case(filling.content(), "case.xlsx")
    assert ("sheet_missing", f"{sheet}!A1") in [(one.code, str(one.places[0])) for one in filled.unreadable]
    if sheet != "debts":  # without debts no line of a list has one
        assert entries(filled) == {place: entry for place, entry in right.items() if not place.startswith(f"{sheet}!")}


@pytest.mark.parametrize("sheet", list(form()))
def test_every_heading_that_is_changed_is_named(workbook, sheet):
    for head in [c for c in workbook.book[sheet][3] if c.value]:
        filled = changed(workbook, sheet, head.coordinate, "something else")
        assert ("heading_renamed", f"{sheet}!{head.coordinate}", "something else") in [
            (one.code, str(one.places[0]), one.value) for one in filled.unreadable
        ]
        assert {one.code for one in filled.unreadable} <= {"heading_renamed", "debt_without_block"}


@pytest.mark.parametrize("sheet", ["household", "debts"])
def test_every_hidden_name_of_a_question_that_is_changed_is_named(workbook, right, sheet):
    for name in form()[sheet].names:
        (cell,) = (c for c in workbook.book[sheet]["A"] if c.value == name)
        filled = changed(workbook, sheet, cell.coordinate, "something else")
        assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [
            ("heading_renamed", f"{sheet}!{cell.coordinate}", "something else")
        ]
        lost = f"{sheet}!{workbook.place(sheet, name) if cell.value == name else ''}"
        assert entries(filled) == {place: entry for place, entry in right.items() if place != lost}


@pytest.mark.parametrize(
    "sheet,cell",
    [("household", "H7"), ("household", "F5"), ("household", "E40"), ("debts", "C60"), ("receipts", "N7"), ("papers", "AA9")],
)
def test_what_stands_beyond_the_form_is_named(workbook, right, sheet, cell):
    filled = changed(workbook, sheet, cell, "a remark")
    assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [
        ("beyond_form", f"{sheet}!{cell}", "a remark")
    ]
    assert entries(filled) == right
    filled = changed(workbook, sheet, cell, "call 012 345 678")
    assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [("person_number", f"{sheet}!{cell}", "")]


def test_a_sheet_that_was_added_is_named_and_numbers_of_people_on_it(tmp_path, right):
    filling = Filling(tmp_path / "case.xlsx").fill(sound())
    notes = filling.book.create_sheet("notes")
    notes["B3"], notes["B4"] = "a thought", "012345678"
    filled = read_case(filling.content(), "case.xlsx")
    assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [
        ("sheet_beyond", "notes!B3", ""),
        ("person_number", "notes!B4", ""),
    ]
    assert entries(filled) == right


def test_a_private_lender_has_no_name(workbook, right):
    kind, name = workbook.place("debts", "creditor_kind"), workbook.place("debts", "creditor_name")
    workbook.book["debts"][kind].value = "private_lender"
    filled = changed(workbook, "debts", name, "A Name")
    workbook.book["debts"][kind].value = "microfinance"
    assert [(one.code, str(one.places[0]), one.value) for one in filled.unreadable] == [("private_name", f"debts!{name}", "")]
    assert "creditor_name" not in filled.case.debts[1].entries
    assert "A Name" not in str(filled)


def test_a_mark_without_an_answer_is_named(workbook, right):
    cell = workbook.place("debts", "repaid_on", marking=True)
    filled = changed(workbook, "debts", cell, "told")
    assert [(one.code, str(one.places[0])) for one in remarks(filled)] == [("mark_without_value", f"debts!{cell}")]
    cell = workbook.place("receipts", "mark", 30)
    filled = changed(workbook, "receipts", cell, "told")
    assert [(one.code, str(one.places[0])) for one in remarks(filled)] == [("mark_without_value", f"receipts!{cell}")]
