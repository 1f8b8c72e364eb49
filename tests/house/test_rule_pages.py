"""The page and the SQL of every rule are the ones in the repository, and come from the rule, the law and the test."""

from __future__ import annotations

import importlib.util

import pytest

from prakas.publication import worked_example
from prakas.rules import month_rule_ids, proposed_rule_ids, rule_ids, words
from tests.house.repository import ROOT

PLACE = ROOT / "docs" / "reference" / "rules"
EVERY = (*rule_ids(), *month_rule_ids(), *proposed_rule_ids())


@pytest.fixture(scope="module")
def made():
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "docs" / "build.py")
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    return build.of_rules()


def test_what_is_made_is_what_stands_in_the_repository(made):
    there = {p.relative_to(PLACE).as_posix(): p.read_text("utf-8") for p in PLACE.rglob("*") if p.is_file()}
    assert sorted(there) == sorted(made)
    old = [name for name in made if there[name] != made[name]]
    assert old == [], "Make them again: python3 run.py docs"


def test_every_rule_has_a_page_and_its_sql_for_both_engines(made):
    wanted = {f"{rule_id.replace('.', '/')}{end}" for rule_id in EVERY for end in (".md", ".duckdb.sql", ".spark.sql")}
    assert wanted <= set(made)


@pytest.mark.parametrize("rule_id", EVERY)
def test_a_page_holds_both_sentences_the_law_and_an_example_with_a_finding(made, rule_id):
    page = made[f"{rule_id.replace('.', '/')}.md"]
    assert all(sentence in page for sentence in words()[rule_id].sentence.values())
    assert "\nFound:\n\n- " in page
    assert ("\n### " in page) or "No law:" in page


def test_an_example_is_the_first_test_and_says_what_the_rule_made_of_it():
    example = worked_example('''
def test_a_rate_is_held_against_the_ceiling(engine):
    tape = engine(on="2020-06-30", loans="""
        loan_id | nominal_rate
        --------+-------------
        above   | 18.1
    """)
    assert tape.found(RULE) == ["above"]
    assert tape.not_assessed(RULE) == {}
    assert tape.each(RULE, "limit")["above"] == "18"


def test_another(engine):
    assert engine(loans="").found(RULE) == ["another"]
''')
    assert (example.title, example.on) == ("a rate is held against the ceiling", "2020-06-30")
    assert example.tables == {"loans": [["loan_id", "nominal_rate"], ["above", "18.1"]]}
    assert example.answers == {"found": ["above"], "not_assessed": {}}


def test_a_first_test_without_a_drawing_stops_the_build():
    with pytest.raises(ValueError, match="draw its tables in the call"):
        worked_example("def test_nothing(engine):\n    assert engine().found(RULE) == []\n")
