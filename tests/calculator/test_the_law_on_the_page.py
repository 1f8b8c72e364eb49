"""The ceiling comes from the rulebook, with its days, its citation and how sure it is; law and demand are two things."""

from __future__ import annotations

from datetime import date

import pytest

from prakas.errors import RulebookError
from prakas.publication import write_calculator
from tests.calculator.sheet import FOUR, Sheet

KNOWN = {**FOUR, "received": "15/1/2020", "last": "195000", "signed": "2000000"}


@pytest.mark.parametrize(
    ("signed_on", "is_bound"), [("31/3/2017", False), ("1/4/2017", True), ("2/4/2017", True)], ids=["before", "on", "after"]
)
def test_the_ceiling_binds_contracts_signed_from_1_april_2017(sheet, signed_on, is_bound):
    sheet.speak("en")
    said = sheet.work_out(**KNOWN, signed_on=signed_on, lender="microfinance", saving="no")
    assert ("The ceiling of that day: 18 % a year, nominal." in said) == is_bound
    assert ("Too dear. It lies above the ceiling of 18 %." in said) == is_bound
    assert ("No ceiling was in force on that day" in said) != is_bound
    assert ("Beyond the ceiling, once all is paid" in sheet.text(".card.law")) == is_bound


def test_the_page_says_which_law_from_which_day_how_sure_and_when_it_was_made(sheet):
    sheet.speak("en")
    said = sheet.work_out(**FOUR)
    assert "For contracts signed from 1 April 2017: 18 % a year, nominal." in said
    assert "B7-017-109, in force from 1 April 2017." in said
    assert "How sure: the text or the central bank's own release was seen" in said
    assert "0.125 percentage points over the ceiling. This room is our own choice, no law" in said
    assert "Letter of 16 July 2020. How sure: read in full. Asked for, not law." in said
    assert "Made on 22 November 2026" in sheet.text("#made")


def test_another_ceiling_in_a_folder_of_the_law_shows_on_the_page(page, tmp_path):
    folder = tmp_path / "law" / "price"
    folder.mkdir(parents=True)
    lines = [
        "values:", "  - from: 2017-04-01", "    to: 2024-12-31", '    value: "18"', "    citation: {instrument: B7-017-109, article: null}",
        "    confirmed_by: Legal department", "    confirmed_on: 2026-11-20", "  - from: 2025-01-01", '    value: "42.5"',
        "    citation: {instrument: B7-017-109, article: null}", "    confirmed_by: Legal department", "    confirmed_on: 2026-11-20",
    ]  # fmt: skip
    (folder / "annual_rate_ceiling.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    write_calculator(tmp_path / "page.html", date(2026, 11, 22), tmp_path / "law")
    sheet = Sheet(page, tmp_path / "page.html")
    sheet.speak("en")
    told = {**KNOWN, "lender": "microfinance", "saving": "no"}
    assert "Too dear" in sheet.work_out(**told, signed_on="31/12/2024")
    later = sheet.work_out(**told, signed_on="1/1/2025")
    assert "The ceiling of that day: 42.5 % a year" in later
    assert "confirmed by somebody who holds the text" in later
    assert "Not above the ceiling of 42.5 %" in later
    assert "Too dear" not in later
    # Nobody says when it was signed: neither too dear (42.5 may hold) nor not (18 may hold).
    unknown = sheet.work_out(**{**FOUR, "received": "", "signed_on": "", "last": "", "signed": ""}, saving="no")
    assert "Too dear" not in unknown
    assert "Not above" not in unknown


def test_a_ceiling_for_some_lenders_alone_is_refused(tmp_path):
    folder = tmp_path / "law" / "price"
    folder.mkdir(parents=True)
    lines = [
        "values:", "  - from: 2017-04-01", '    value: "18"', "    for: [licensed]", "    citation: {instrument: B7-017-109, article: null}",
        "    replaces_from: 2017-04-01", "    confirmed_by: Legal department", "    confirmed_on: 2026-11-20",
    ]  # fmt: skip
    (folder / "annual_rate_ceiling.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(RulebookError, match=r"price\.annual_rate_ceiling"):
        write_calculator(tmp_path / "page.html", date(2026, 11, 22), tmp_path / "law")


def test_before_the_letter_nobody_had_asked(page, tmp_path):
    write_calculator(tmp_path / "page.html", date(2020, 7, 15))
    sheet = Sheet(page, tmp_path / "page.html")
    sheet.speak("en")
    sheet.work_out(**KNOWN, saving="no")
    assert "nobody had asked for it yet" in sheet.text(".card.demand")
    assert "above the ceiling" not in sheet.text(".card.demand")


@pytest.mark.parametrize(
    ("lender", "law", "demand"),
    [
        ("bank", "The ceiling does not bind banks.", "Too dear."),
        ("person", "No text that we know binds a private person", "not of private persons"),
        ("private", "No source was found that speaks of lenders who are not registered", "Too dear."),
        ("unknown", "This holds if the lender is neither a bank nor a private person", "Too dear."),
        ("microfinance", "Too dear. It lies above the ceiling of 18 %.", "Too dear."),
    ],
)
def test_whom_the_ceiling_binds_depends_on_the_lender(sheet, lender, law, demand):
    sheet.speak("en")
    sheet.work_out(**KNOWN, lender=lender, saving="no")
    assert law in sheet.text(".card.law")
    assert demand in sheet.text(".card.demand")
    assert ("Beyond the ceiling, once" in sheet.text(".card.law")) == (lender not in {"bank", "person"})


def test_a_rate_written_above_the_ceiling_is_above_by_itself(sheet):
    sheet.speak("en")
    told = {"cash": "1000000", "payment": "85000", "count": "12", "received": "1/6/2021", "last": "85000"}
    assert "by the rate in the contract itself" in sheet.work_out(**told, stated="1.6", stated_per="month")
    assert "The rate written in the contract, 19.2 % a year, is itself above the ceiling." in sheet.said()
    assert "is not above the ceiling" in sheet.work_out(stated="18", stated_per="year")


def test_the_demand_is_never_shown_as_law(sheet):
    sheet.speak("en")
    sheet.work_out(**KNOWN, saving="no")
    assert sheet.text(".card.law .tag") == "Law"
    assert sheet.text(".card.demand .tag") == "Asked for"
    assert "It is not law." in sheet.text(".card.demand")
    assert "not owed by law" in sheet.text(".card.demand")
