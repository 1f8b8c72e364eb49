"""Pages made from code are the ones in the repository, and leave nothing out."""

from __future__ import annotations

import importlib.util
import re

import pytest

from tests.house.repository import ROOT

PLACE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_generated_page_is_the_one_in_the_repository(build):
    for name, text in build.pages().items():
        assert (PLACE / name).read_text("utf-8") == text, f"docs/reference/{name} is old. Make it again: python3 run.py docs"


def test_a_page_that_says_it_is_made_is_made(build):
    said = {p.name for p in PLACE.glob("*.md") if re.search(r"^This page is made (by|from)", p.read_text("utf-8"), re.MULTILINE)}
    assert said == set(build.pages())


def test_every_column_of_every_result_has_a_line(build):
    page = (PLACE / "audit.md").read_text("utf-8")
    for name, schema in build.RESULTS.items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| (\w+) \|", section, re.MULTILINE)[1:] == schema.names


def test_a_column_without_a_meaning_stops_the_build(build, monkeypatch):
    schema = build.LOANS.append(build.pa.field("new_column", build.pa.string()))
    monkeypatch.setitem(build.RESULTS, "loans", schema)
    with pytest.raises(ValueError, match="loans differ in new_column"):
        build.audit_page()


def test_every_rule_and_every_edit_stands_on_its_page(build):
    told = set(re.findall(r"`(\w+\.\w+)`", (PLACE / "rules.md").read_text("utf-8")))
    assert told == set(build.words())
    edits = set(re.findall(r"^\| ([A-Z]\d{3}) \|", (PLACE / "edits.md").read_text("utf-8"), re.MULTILINE))
    assert edits == set(build.EDITS)


def test_every_page_can_be_found_from_the_index():
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")} - {"index.md"}
    linked = set(re.findall(r"\]\(([\w./-]+\.md)\)", index))
    rules = (PLACE / "rules.md").read_text("utf-8")  # one step further: the page of each rule
    linked |= {f"reference/{page}" for page in re.findall(r"\]\(([\w./-]+\.md)\)", rules)}
    assert pages - linked == set()
