"""The workbook as people fill it: words of either language, Khmer digits, days and amounts as they are typed, other programs."""

from __future__ import annotations

import datetime as dt
import io
import random
import re
import zipfile

import openpyxl
import pytest

from prakas.case.checking import remarks
from prakas.case.form import form
from prakas.case.printed import printed_form
from prakas.case.reading import read_case
from prakas.case.words import case_words
from prakas.case.workbook import workbook
from prakas.errors import FilingError
from tests.case.made import Filling, day, filled, sound


def value(path_or_content, sheet, name):
    content = path_or_content if isinstance(path_or_content, bytes) else path_or_content.read_bytes()
    case = read_case(content, "case.xlsx").case
    return (case.household if sheet == "household" else case.debts[1]).value(name)


def put(tmp_path, sheet, name, written):
    filling = Filling(tmp_path / "case.xlsx").fill(sound())
    filling.book[sheet][filling.place(sheet, name)].number_format = "General"
    filling.put(sheet, name, written)
    filled_form = read_case(filling.content(), "case.xlsx")
    assert filled_form.unreadable == ()
    return value(filling.content(), sheet, name)


def test_two_empty_workbooks_of_one_case_are_the_same_bytes():
    assert workbook("K7M2-9QXD") == workbook("K7M2-9QXD") != workbook("K7M2-9QXF")


def test_the_whole_workbook_shows_every_question_and_offers_every_word(tmp_path):
    (tmp_path / "case.xlsx").write_bytes(workbook("K7M2-9QXD"))
    book, words = openpyxl.load_workbook(tmp_path / "case.xlsx"), case_words()
    assert book.sheetnames == ["guide", *form(), "codes", "communes"]
    assert "vbaProject" not in str(zipfile.ZipFile(tmp_path / "case.xlsx").namelist())
    guide = [str(cell.value) for row in book["guide"].iter_rows() for cell in row if cell.value]
    assert all(line[language] in guide for line in words.guide() for language in ("km", "en"))
    for sheet in form().values():
        shown = [str(cell.value) for row in book[sheet.name].iter_rows() for cell in row if cell.value]
        for field in sheet.fields:
            asked = words.question(sheet.name, field.name)
            assert all(any(asked[language] in text for text in shown) for language in asked), field.name
        offered = set()
        for rule in book[sheet.name].data_validations.dataValidation:
            if "!" in rule.formula1:
                page, cells = rule.formula1.split("!")
                offered.add(tuple(row[0].value for row in book[page.lstrip("=")][cells.replace("$", "")]))
        for field in sheet.fields:
            if field.codes:
                assert tuple(words.choice(field.code_list, code) for code in field.codes) in offered
        assert tuple(words.choice("mark", code) for code in ("document", "photo", "told")) in offered


def test_every_choice_of_the_drop_downs_is_read_as_its_code(tmp_path):
    words = case_words()
    for sheet in ("household", "debts"):
        for field in form()[sheet].fields:
            for code in field.codes:
                filling = Filling(tmp_path / "case.xlsx").fill(sound())
                filling.put(sheet, field.name, words.choice(field.code_list, code))
                assert value(filling.content(), sheet, field.name) == code


@pytest.mark.parametrize(
    ("name", "written", "meant"),
    [
        ("signed_amount", "1,500", 150000),
        ("signed_amount", "១,៥០០", 150000),
        ("signed_amount", "1 500 000.5", 150000050),
        ("signed_amount", " 1500\u200b ", 150000),
        ("signed_amount", 0.1 + 0.2, 30),
        ("owed_now", 0, 0),
        ("signed_on", "2021-01-09", dt.date(2021, 1, 9)),
        ("signed_on", "២០២១-០១-០៩", dt.date(2021, 1, 9)),
        ("signed_on", "2021-1-9", dt.date(2021, 1, 9)),
        ("signed_on", dt.datetime(2021, 1, 9), dt.date(2021, 1, 9)),
        ("stated_rate", "1.5 %", 1_500_000),
        ("stated_rate", "18", 18_000_000),
        ("stated_rate", 0.4, 400_000),
        ("payments", "៦", 6),
        ("creditor_kind", "ធនាគារ", "bank"),
        ("creditor_kind", "Microfinance Institution", "microfinance"),
        ("creditor_kind", "microfinance", "microfinance"),
        ("creditor_name", " Example \n Bank ", "Example Bank"),
    ],
)
def test_what_can_be_read_for_certain_is_read(name, written, meant, tmp_path):
    assert put(tmp_path, "debts", name, written) == meant


@pytest.mark.parametrize("written", ["010201", 10201, "010201 បន្ទាយនាង / Banteay Neang", "០១០២០១"])
def test_a_commune_is_read_with_or_without_its_name_and_its_first_zero(written, tmp_path):
    assert put(tmp_path, "household", "commune", written) == "010201"


def test_marks_of_either_language_are_read(tmp_path):
    for mark, meant in (("ប្រាប់ផ្ទាល់មាត់", "told"), ("saw a photo", "photo"), ("ឃើញឯកសារ / saw the paper", "document")):
        found = read_case(filled(tmp_path / "case.xlsx", sound(), mark).read_bytes(), "case.xlsx").case
        assert {entry.mark for entry in found.debts[1].entries.values()} == {meant}
        assert {line.mark() for lines in found.lists.values() for line in lines} == {meant}


def test_lines_that_a_person_left_blank_between_others_are_passed_over(tmp_path):
    filling = Filling(tmp_path / "case.xlsx").fill(sound())
    filling.put("receipts", "debt", 1, 60)
    filling.put("receipts", "paid_on", day("2021-06-12"), 60)
    filling.put("receipts", "total", 210.63, 60)
    filling.put("receipts", "mark", "told", 60)
    receipts = read_case(filling.content(), "case.xlsx").case.of_debt("receipts", 1)
    assert [line.number for line in receipts] == [7, 8, 9, 10, 60]
    assert receipts[-1].mark() == "told"


# ------------------------------------------------------------------------------------------------------ what is no form


def bomb():
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (97 << 20))
    return room.getvalue()


def far():
    book = openpyxl.load_workbook(io.BytesIO(workbook("A")))
    book["household"]["XFD1048576"] = "far"
    room = io.BytesIO()
    book.save(room)
    return room.getvalue()


def another():
    book = openpyxl.Workbook()
    room = io.BytesIO()
    book.save(room)
    return room.getvalue()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: b"", "this is no workbook that can be read"),
        (lambda: b"debt;amount\n1;2\n", "this is no workbook that can be read"),
        (lambda: workbook("A")[:20_000], "this is no workbook that can be read"),
        (lambda: b"0" * ((16 << 20) + 1), "larger than 16 MB"),
        (bomb, "unpack to far more than a form holds"),
        (far, "far beyond the form, in row 1048576, column XFD"),
        (another, "none of the sheets household, debts"),
    ],
    ids=["empty", "text", "cut off", "huge", "bomb", "far", "another workbook"],
)
def test_a_file_that_is_no_form_is_refused_in_one_sentence(made, said):
    with pytest.raises(FilingError, match=re.escape(said)) as caught:
        read_case(made(), "case.xlsx")
    assert str(caught.value).startswith("case.xlsx: ")


def test_three_hundred_cells_spoilt_by_chance_end_in_remarks_and_never_in_a_traceback(tmp_path):
    dice = random.Random(20210615)
    junk = [
        "",
        "x",
        "=1/0",
        "#N/A",
        -1,
        0,
        1e300,
        10**18,
        "១២៣",
        "03/04/2020",
        True,
        dt.date(1900, 1, 1),
        dt.time(3, 4),
        "\u200b",
        "012345678",
    ]
    junk += ["<b>&", "'", "9" * 400, "document", 2, "2021-06-30", dt.timedelta(days=2), "debt", "mark", "principal"]
    filling = Filling(tmp_path / "case.xlsx").fill(sound())
    for _ in range(300):
        sheet = filling.book[dice.choice(list(form()))]
        there = sheet.cell(dice.randint(1, 32), dice.randint(1, 18))
        before = (there.value, there.number_format)
        if type(there).__name__ == "MergedCell":
            continue
        there.value = dice.choice(junk)
        for one in remarks(read_case(filling.content(), "case.xlsx")):
            assert one.places
            assert set(one.say) == set(one.settle) == {"km", "en"}
        if dice.random() < 0.7:  # the rest stays spoilt, so that faults come together
            there.value, there.number_format = before


def test_bytes_spoilt_by_chance_end_in_one_sentence(tmp_path):
    dice = random.Random(7)
    content = filled(tmp_path / "case.xlsx").read_bytes()
    said = []
    for _ in range(40):
        spoilt = bytearray(content)
        for _ in range(dice.randint(1, 20)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        try:
            remarks(read_case(bytes(spoilt), "case.xlsx"))
        except FilingError as fault:
            said.append(str(fault))
    assert said
    assert "Example" not in "".join(said)


# -------------------------------------------------------------------------------------------------------------- on paper


def test_the_printed_form_is_the_same_bytes_and_a_page_a_debt():
    pdfium = pytest.importorskip("pypdfium2")
    made = printed_form(case_id="K7M2-9QXD")
    assert made == printed_form(case_id="K7M2-9QXD") != printed_form()
    with pdfium.PdfDocument(made) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == 11
    assert "K7M2-9QXD" in texts[0]
    for number in range(1, 7):
        assert f"Debt {number}" in texts[number]


def test_the_printed_form_asks_the_same_questions_with_the_same_words():
    pdfium = pytest.importorskip("pypdfium2")
    words = case_words()
    with pdfium.PdfDocument(printed_form()) as document:
        text = " ".join("".join(page.get_textpage().get_text_bounded() for page in document).split())
    for sheet in form().values():
        assert words.title(sheet.name)["en"] in text
        for field in sheet.fields:
            asked = words.question(sheet.name, field.name)["en"]
            assert asked in text, asked
            for code in field.codes:
                assert words.code_word(field.code_list, code)["en"] in text, code
