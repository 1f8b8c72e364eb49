"""What lenders did about six demands, and the page: both languages, nothing asked of a network, no barrier."""

from __future__ import annotations

import re
from datetime import date

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

from prakas.errors import PrakasError
from prakas.jurisdictions import pack
from prakas.publication import write_sector_page
from prakas.sector import sector_sheet

DAY = date(2026, 1, 1)
HEAD = "lender,demand,state,on,evidence\n"
SIX = ["no_titles", "count_titles", "no_pressure", "no_fees", "investigate", "suspend"]
GIVEN = HEAD + "<b>A,no_titles,refused,2021-03-01,Letter\n<b>A,suspend,done,2020-08-01,Report\nB,count_titles,unknown,,\n"


def sheet(tmp_path, text, day=DAY, name="answers.csv"):
    file = tmp_path / name
    file.write_text(text, "utf-8")
    return sector_sheet(pack(), day, file)


def states(sheet, lender=0):
    return {one["demand"]: one["state"] for one in sheet["demands"]["lenders"][lender]["answers"]}


def test_without_a_file_six_demands_stand_there_and_no_lender():
    demands = sector_sheet(pack(), DAY)["demands"]
    assert [one["id"] for one in demands["asked"]] == SIX
    assert (demands["lenders"], demands["standing"]) == ([], "demand")


def test_every_state_is_shown_and_what_is_not_told_is_unknown(tmp_path):
    made = sheet(tmp_path, GIVEN)
    assert states(made) == {**dict.fromkeys(SIX, "unknown"), "no_titles": "refused", "suspend": "done"}
    assert set(states(made, 1).values()) == {"unknown"}


def test_yaml_and_csv_say_the_same(tmp_path):
    row = {"lender": "A", "demand": "suspend", "state": "done", "on": date(2020, 8, 1), "evidence": "Report"}
    from_yaml = sheet(tmp_path, yaml.safe_dump({"answers": [row]}), name="answers.yaml")
    assert from_yaml == sheet(tmp_path, HEAD + "A,suspend,done,2020-08-01,Report\n")


def test_the_latest_answer_by_the_date_counts(tmp_path):
    text = HEAD + "A,suspend,done,2021-08-01,B\nA,suspend,refused,2020-08-01,A\n"
    assert states(sheet(tmp_path, text))["suspend"] == "done"
    assert states(sheet(tmp_path, text, date(2021, 7, 31)))["suspend"] == "refused"
    early = sheet(tmp_path, text, date(2020, 7, 31))
    assert (states(early)["suspend"], early["demands"]["after_the_date"]) == ("unknown", 2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Secret,suspend,maybe,2020-08-01,Report", "the state is none that is known"),
        ("Secret,titles,done,2020-08-01,Report", "the demand is none that is known"),
        ("Secret,suspend,done,2020-08-01,", "says done without evidence"),
        ("Secret,suspend,refused,2020-08-01,", "says refused without evidence"),
        ("Secret,suspend,done,,Report", "says done without on"),
        ("Secret,suspend,done,2020-02-30,Report", "on is not a date"),
        (",suspend,done,2020-08-01,Report", 'has no "lender"'),
        ("Secret,suspend,done", "does not have 5 cells"),
        ("Secret,suspend,unknown,,\nSecret,suspend,unknown,,", "repeats the lender"),
    ],
)
def test_a_wrong_answer_is_refused_with_one_sentence_that_repeats_no_name(tmp_path, row, said):
    with pytest.raises(PrakasError) as told:
        sheet(tmp_path, HEAD + row + "\n")
    assert said in str(told.value)
    assert "Secret" not in str(told.value)


def test_a_file_with_other_columns_is_refused(tmp_path):
    with pytest.raises(PrakasError, match="does not name the columns"):
        sheet(tmp_path, "name,demand\n")


@pytest.fixture
def file(tmp_path):
    write_sector_page(sheet(tmp_path, GIVEN), tmp_path / "sector.html")
    return tmp_path / "sector.html"


def test_every_text_stands_in_both_languages_and_a_demand_is_never_law(file):
    text = file.read_text("utf-8")
    body = text[text.index("<body>") :]
    english = re.findall(r'<span lang="en">(.*?)</span>', body, re.DOTALL)
    khmer = re.findall(r'<span class="km" lang="km">(.*?)</span>', body, re.DOTALL)
    assert len(english) == len(khmer) > 200
    assert all(english)
    assert all(khmer)
    assert "It is not law" in body
    assert "មិនមែនជាច្បាប់ទេ" in body
    assert not {"→", "≥"} & set(text)
    assert "<b>A" not in text
    assert "<script" not in text


@pytest.mark.parametrize("width", [360, 1200])
def test_nothing_is_cut_nothing_is_asked_for_and_axe_finds_no_barrier(file, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.asked == []
    assert Axe().run(page).response["violations"] == []


def test_the_page_draws_one_picture_a_series_and_no_line_across(file):
    text = file.read_text("utf-8")
    drawn = {"loans", "borrowers", "accounts", "deposits"}
    wanted = [s for s in sector_sheet(pack(), DAY)["series"] if s["measure"] in drawn and s["unit"] != "khr"]
    assert text.count("<svg") == sum(1 for s in wanted if s["perimeter"] != "ngo")
    assert text.count("<rect") == sum(len(s["figures"]) for s in wanted if s["perimeter"] != "ngo")
    assert "<path" not in text
    assert "<polyline" not in text
