"""The law as people and programs read it: rows for a day, the history of a figure, the reference page, the guides."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from prakas.jurisdictions import pack
from prakas.rulebook import history_lines, in_force, law_history, law_lines, law_page, law_table, load, rulebook

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def row(law, identifier, day):
    return [one for one in law_table(law, date.fromisoformat(day)) if one["id"] == identifier]


def test_the_table_of_a_day_names_every_figure_and_says_whether_it_is_in_force(law):
    table = law_table(law, date(2017, 4, 1))
    assert {one["id"] for one in table} == set(law.parameters)
    assert [one["id"] for one in table] == sorted(one["id"] for one in table)
    assert json.loads(json.dumps(table)) == table
    assert len({frozenset(one) for one in table}) == 1, "the same keys in every row"


def test_a_figure_appears_on_its_first_day(law):
    (before,) = row(law, "price.annual_rate_ceiling", "2017-03-31")
    assert (before["in_force"], before["value"], before["citation"]) == (False, None, None)
    (on,) = row(law, "price.annual_rate_ceiling", "2017-04-01")
    assert (on["in_force"], on["value"], on["value_text"]) == (True, "18", "≤ 18 % a year")
    assert on["citation_text"] == {"en": "B7-017-109", "km": "B7-017-109"}
    assert (on["confidence"], on["standing"], on["from"], on["to"]) == ("primary", "law", "2017-04-01", None)


def test_a_figure_that_differs_by_lender_has_a_row_for_each(law):
    rows = row(law, "provisioning.collateral_loss", "2005-01-01")
    assert [one["for"] for one in rows] == [["bank"], ["unregistered", "registered", "licensed", "licensed_deposit_taking"]]


@pytest.mark.parametrize(
    ("identifier", "day", "text"),
    [
        ("registration.portfolio_min", "2016-01-01", "≥ 100,000,000 KHR"),
        ("licensing.transition_end", "2002-12-31", "2002-12-31"),
        ("price.comparison_tolerance", "2016-01-01", "0.125 percentage points"),
        ("relief.garment_benefit", "2020-06-01", "70 USD a month"),
        ("collateral.titles_returned", "2025-01-01", "hard_title, soft_title"),
        ("registration.report_frequency", "2016-01-01", "as required"),
        ("provisioning.rates", "2016-01-01", "standard 0 %, substandard 10 %, doubtful 30 %, loss 100 %"),
        (
            "classification.licensed",
            "2016-01-01",
            "term up to one year: substandard > 30, doubtful > 60, loss > 90 days; longer term: substandard > 30, doubtful > 180, loss > 360 days",
        ),
    ],
)
def test_a_value_reads_as_one_line(law, identifier, day, text):
    assert [one["value_text"] for one in row(law, identifier, day)] == [text]


def test_the_history_of_a_figure_has_its_values_instruments_and_sources(law):
    history = law_history(law, "classification.bank")
    assert [one["from"] for one in history["values"]] == ["2000-02-17", "2010-01-01", "2017-12-01"]
    assert [one["id"] for one in history["instruments"]] == ["B7-00-51", "B7-017-344", "B7-09-074"]
    assert {"S8", "S9", "S10", "S89"} <= {one["tag"] for one in history["sources"]}
    assert history["confirmed_on"] == "2026-11-22"
    assert history["values"][0]["last_day_known"] == "year"
    assert json.loads(json.dumps(history, ensure_ascii=False)) == history


def test_the_lines_of_a_day_have_the_label_in_the_language_asked_for(law):
    assert any(
        line == "price.annual_rate_ceiling: Ceiling on the nominal annual interest rate: ≤ 18 % a year (B7-017-109; law; primary)"
        for line in law_lines(law, date(2020, 1, 1))
    )
    assert any("ពិដានអត្រាការប្រាក់ប្រចាំឆ្នាំ: ≤ 18 % a year" in line for line in law_lines(law, date(2020, 1, 1), "km"))
    earliest = law_lines(law, date(1990, 1, 1))
    assert earliest[0] == "Nothing in force on 1990-01-01:"
    assert len(earliest) == len(law.parameters) + 1


def test_the_lines_of_a_history_say_what_is_not_known(law):
    lines = history_lines(law, "relief.covid_grace_months_max")
    assert lines[1] == "  from 2020-03-27 (when it ended was not found): ≤ 6 months"
    lines = history_lines(law, "classification.bank", "km")
    assert lines[0].startswith("classification.bank: ចំណាត់ថ្នាក់")
    assert "(only the year of the last day is known)" in lines[1]
    assert lines[-1] == "  Sources last looked at on 2026-11-22"


def test_the_reference_page_is_the_one_made_from_the_rulebook(law):
    page = (DOCS / "reference" / "law.md").read_text("utf-8")
    assert page == law_page(law), "make it again: python3 run.py docs"


def test_the_reference_page_has_a_heading_for_every_figure_and_instrument_and_warns_of_its_khmer(law):
    headings = re.findall(r"^### (\S+)$", law_page(law), re.MULTILINE)
    assert headings == [*sorted(law.parameters), *sorted(law.instruments)]
    assert "a native reader must confirm them" in law_page(law)


def blocks(name):
    """The YAML examples of a guide by the path in their first line."""
    text = (DOCS / "how-to" / name).read_text("utf-8")
    found = {}
    for indent, body in re.findall(r"^( *)```yaml\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL):
        lines = [line.removeprefix(indent) for line in body.splitlines()]
        found[lines[0].removeprefix("# ")] = "\n".join(lines) + "\n"
    return found


def written(folder, examples):
    for path, text in examples.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def test_the_examples_of_how_to_add_a_parameter_can_be_read(tmp_path):
    examples = blocks("add-a-parameter.md")
    assert sorted(examples) == [
        "instruments/B7-017-109.yaml",
        "law/classification/example.yaml",
        "law/price/annual_rate_ceiling.yaml",
    ]
    folder = written(tmp_path, examples)
    for name in ("sources.yaml", "B7-017-344.yaml"):
        (folder / "instruments" / name).write_text((pack().instruments / name).read_text("utf-8"), "utf-8")
    read = load(folder / "law", folder / "instruments")
    assert in_force(read["price.annual_rate_ceiling"], date(2017, 4, 1)) is not None


def test_the_examples_of_how_to_confirm_a_value_can_be_read(tmp_path):
    examples = blocks("confirm-a-value.md")
    assert len(examples) == 3
    law = rulebook(pack(), written(tmp_path, examples) / "my-law")
    assert [one["id"] for one in law.confirmed] == [
        "price.annual_rate_ceiling",
        "price.annual_rate_ceiling",
        "suspense.trigger_grade",
    ]
    later = in_force(law["price.annual_rate_ceiling"], date(2030, 1, 1))
    assert later is not None
    assert (later.value, later.confidence) == ("16.5", "confirmed")
    lines = history_lines(law, "suspense.trigger_grade")
    assert "    confirmed on 2026-11-20 by Legal department, supervision" in lines


def test_a_figure_about_which_nothing_is_doubtful_has_no_line_of_doubts(country):
    assert history_lines(country.load(), "price.ceiling") == [
        "price.ceiling: Ceiling on the rate",
        "  from 2017-04-01: ≤ 18 % a year",
        "    B7-017-109; law; primary; S17",
        "  Sources last looked at on 2026-11-22",
    ]
