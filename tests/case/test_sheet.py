"""The sheet of a debt: what it says and what it holds back, on a screen, in print, and in both languages."""

from __future__ import annotations

import datetime as dt
import html
import re

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from prakas.case.assessed import assessment_of
from prakas.case.checking import remarks
from prakas.case.examples import example_names, example_workbook, first_debt
from prakas.case.pages import sheet_html, sheet_pdf
from prakas.case.reading import read_case
from prakas.case.sheet import Subject, sheet_of
from prakas.case.wording import wording
from prakas.case.workbook import workbook
from prakas.jurisdictions import pack
from prakas.rulebook import rulebook

DAY = dt.date(2021, 9, 30)
FOUR = {"cash_received": "1000", "payment": "98.33", "payments": "12", "frequency": "monthly", "currency": "USD"}
TOLD = {**FOUR, "creditor_kind": "microfinance", "received_on": "2020-09-01", "interviewed_on": "2021-09-30"}
ALONE = {
    "FOUR-WITH": TOLD,  # four numbers and the day
    "FOUR-DAYLESS": {k: v for k, v in TOLD.items() if k != "received_on"},
    "FLAT-SAID": {**TOLD, "stated_rate": "3", "stated_rate_per": "month"},  # above the ceiling by its own words
}


@pytest.fixture(scope="module")
def drawn():
    """(case and debt, language) -> sheet: the made-up cases and some with next to nothing, audited at once."""
    filled = [read_case(example_workbook(name), name) for name in example_names()]
    filled += [read_case(workbook(case_id, None, first_debt(known)), case_id) for case_id, known in ALONE.items()]
    assessment = assessment_of([one.case for one in filled], DAY)
    law = rulebook(pack())
    return {
        (one.case.case_id, number, language): sheet_of(
            Subject(one.case, number, remarks(one), assessment, law, wording(language))
        )
        for one in filled
        for number in one.case.debts
        for language in ("km", "en")
    }


def section(sheet, name):
    return next(part for part in sheet.sections if part.id == name)


def line(sheet, part, label):
    """The cells beside a label of a section's table."""
    return next(cells[1:] for cells in section(sheet, part).table.lines if cells[0].startswith(label))


def said(sheet, part):
    return " ".join(section(sheet, part).lines)


def test_both_languages_have_the_same_words():
    def keys(words, path=""):
        for key, value in words.items():
            yield from keys(value, f"{path}{key}.") if isinstance(value, dict) else [f"{path}{key}"]

    km, en = (set(keys(wording(language).words.words)) for language in ("km", "en"))
    assert km == en


def test_every_reason_and_rule_of_a_sheet_has_khmer_words(drawn):
    for (_, _, language), sheet in drawn.items():
        if language == "km":
            for part in ("price", "owed", "papers"):
                for text in section(sheet, part).lines:
                    assert re.search("[ក-៹]", text), text


def test_the_ceiling_stands_with_its_text_its_day_and_how_sure_that_is(drawn):
    for key in (("EXAM-PLE3", 1, "en"), ("FOUR-WITH", 1, "en")):
        assert (
            "18.00 % stands for what is agreed from 1 April 2017 on (B7-017-109; law; text or the issuer's own release seen"
            in said(drawn[key], "price")
        )
    assert "counts as agreed on 31 August 2020" in said(drawn["EXAM-PLE3", 1, "en"], "price")  # signed a day before the money


def test_a_rule_that_was_kept_says_its_standing_and_how_sure_that_is_too(drawn):
    kept = [text for text in section(drawn["EXAM-PLE7", 2, "en"], "price").lines if text.startswith("Held to and kept")]
    assert ["; law; " in text for text in kept] == [True, True, False]
    assert "; asked for, not law; " in kept[2]
    assert all("release seen, at least in part" in text for text in kept)


def test_without_the_amount_signed_for_nothing_is_held_against_the_law(drawn):
    sheet = drawn["FOUR-WITH", 1, "en"]
    assert line(sheet, "price", "Principal and interest") == ["not assessed", "not assessed"]
    # 1,000 now against twelve times 98.33: by a spreadsheet's RATE(12,-98.33,1000)*12, 31.7096 %.
    assert line(sheet, "price", "Everything included, nominal")[1] == "31.71 %"
    assert said(sheet, "price").count("Lacking: the amount signed for") == 2
    assert [cells[1] for cells in section(sheet, "owed").table.lines] == ["not assessed", "not assessed", "72.53 USD"]
    assert "asked for, not law" in said(sheet, "price")


def test_a_contract_that_breaks_the_ceiling_by_its_own_words_needs_no_amount(drawn):
    sheet = drawn["FLAT-SAID", 1, "en"]
    assert "36 % a year; the ceiling was 18 %" in said(sheet, "price")
    assert section(sheet, "owed").table.lines[0][1] == "not assessed"


def test_without_a_day_the_sheet_says_what_lacks_and_computes_nothing(drawn):
    sheet = drawn["FOUR-DAYLESS", 1, "en"]
    assert section(sheet, "price").table is None
    assert "the day the money was received is missing" in said(sheet, "price")
    assert section(sheet, "owed").lines == ["not assessed"]


def test_a_private_lender_is_held_to_nothing(drawn):
    sheet = drawn["EXAM-PLE7", 4, "en"]
    assert "No rule in this book covers a private person" in said(sheet, "price")
    assert section(sheet, "owed").table is None
    assert line(sheet, "price", "Everything included, nominal")[0].endswith("%")


def test_a_bank_is_not_held_to_the_ceiling_of_law_and_is_to_the_demand(drawn):
    sheet = drawn["EXAM-PLE7", 1, "en"]
    assert [cells[1] for cells in section(sheet, "owed").table.lines][:2] == ["no such rule covers it"] * 2


def test_a_title_taken_from_a_poor_household_is_told_as_asked_for_and_not_as_law(drawn):
    told = said(drawn["EXAM-PLE7", 1, "en"], "papers")
    assert "poor household" in told
    assert "asked for, not law" in told


def test_a_debt_without_receipts_says_nothing_of_what_was_paid(drawn):
    assert said(drawn["EXAM-PLE7", 3, "en"], "receipts").startswith("No receipt is in the case")


def test_contacts_are_those_vouched_for_on_the_day_each_with_its_source(drawn):
    told = said(drawn["EXAM-PLE7", 1, "en"], "complain")
    assert "085 600 002" in told
    assert "press release of 18 August 2017" in told
    assert "015 365 222" not in told  # the associations' line is known from 2024


def test_every_sheet_for_print_has_two_pages_with_text(drawn):
    for key, sheet in drawn.items():
        pdf = pypdfium2.PdfDocument(sheet_pdf(sheet))
        try:
            assert len(pdf) == 2, key
        finally:
            pdf.close()


def test_the_same_sheet_gives_the_same_bytes(drawn):
    sheet = drawn["EXAM-PLE2", 1, "km"]
    assert sheet_pdf(sheet) == sheet_pdf(sheet)
    assert sheet_html(sheet) == sheet_html(sheet)


def test_what_a_household_wrote_is_never_markup(drawn):
    sheet = drawn["EXAM-PLE2", 1, "en"]
    mean = "<img src=x onerror=alert(1)>#pagebreak() $x$ *bold*"
    part = section(sheet, "agreed")
    spoiled = type(part)(part.id, mean, part.table, None, None, [mean])
    changed = type(sheet)(sheet.language, mean, mean, mean, sheet.page, [spoiled])
    page = sheet_html(changed)
    assert "<img" not in page
    assert html.escape(mean, quote=False) in page.replace("&#34;", '"')
    pdf = pypdfium2.PdfDocument(sheet_pdf(changed))
    try:
        assert len(pdf) == 1
        assert "#pagebreak()" in pdf[0].get_textpage().get_text_range()
    finally:
        pdf.close()


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("which", [("EXAM-PLE4", 3), ("EXAM-PLE7", 3), ("FOUR-DAYLESS", 1)])
def test_on_a_phone_nothing_is_cut_nothing_is_asked_for_and_axe_finds_no_barrier(drawn, page, tmp_path, which, language):
    file = tmp_path / "sheet.html"
    file.write_text(sheet_html(drawn[*which, language]), "utf-8")
    page.goto(file.as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.fonts.check('16px \"Noto Sans Khmer\"', 'ក')")
    assert page.locator("script").count() == 0
    assert page.asked == []
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
