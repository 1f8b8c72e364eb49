"""The page of relief: both languages, standing in words, nothing asked of a network, no figure cut off on a phone."""

from __future__ import annotations

import re

import pytest

from prakas.publication import write_relief_page
from tests.relief.made import PLAN, plan, priced, written

LOANS = """loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate
    one,A,b1,KHR,9000000,2020-06-01,2020-12-01,12
    two,A,b2,KHR,1000000,2020-06-01,2020-12-01,12
    three,A,b3,KHR,1000000,2020-06-01,2020-12-01,"""
DUE = """loan_id,number,due_on,principal,interest
    one,1,2020-12-01,9000000,540000
    two,1,2020-12-01,1000000,60000
    three,1,2020-12-01,1000000,60000"""
BORROWERS = """borrower_id,commune,poverty,livelihood
    b1,170104,idpoor1,garment
    b2,170104,none,<script>
    b3,170104,idpoor1,trade"""
PAID = "payment_id,loan_id,paid_on,principal,interest"


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    tape = written(folder / "tape", loans=LOANS, installments=DUE, borrowers=BORROWERS, payments=PAID)
    asked = plan(
        folder,
        PLAN,
        "asked.yaml",
        who='[idpoor1, {province: ["17"]}]',
        budget=270_000,
        texts="{months: demand.moratorium_months}",
    )
    own = plan(folder, PLAN, "own.yaml", months=1, title="{en: '<b>My own</b>', km: ផ្ទាល់ខ្លួន}")
    return priced(tape, folder / "out", asked, own, report=write_relief_page).folder


@pytest.fixture
def text(result):
    return (result / "relief.html").read_text("utf-8")


def test_the_page_says_of_each_plan_whether_it_is_law(text):
    assert "Asked for, not law: nobody ordered this." in text
    assert "It rests on no text and is not law." in text
    assert "ជាការទាមទារ មិនមែនជាច្បាប់ទេ" in text
    assert "not in force" in text  # the letter came sixteen days after these books


def test_the_page_says_what_it_supposes_and_what_it_could_not_assess(text):
    assert "This is a price, not a forecast." in text
    assert "the contract&#39;s rate" in text
    assert "អត្រាការប្រាក់ក្នុងកិច្ចសន្យា" in text


def test_every_text_stands_in_both_languages(text):
    body = text[text.index("<body>") :]
    assert body.count('<span lang="en">') == len(re.findall(r'<span class="km" lang="km">.*?</span>', body, re.DOTALL))
    assert len(re.findall(r'<span class="km" lang="km">[^<]*[ក-៹][^<]*</span>', body)) > 60


def test_what_a_plan_says_is_escaped_and_the_page_runs_no_script(text):
    assert "&lt;b&gt;My own&lt;/b&gt;" in text
    assert "<script" not in text
    assert "default-src 'none'" in text


def test_the_figures_are_those_of_the_tables(text):
    assert "270,000" in text  # 12 % a year on 9,000,000 for three months: the whole budget
    assert ">0 of the budget is left<" in text
    assert "1 / 1" in text


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_is_cut_off_and_nothing_is_asked_of_a_network(result, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((result / "relief.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.asked == []
    assert page.locator("svg.months").count() == 2
