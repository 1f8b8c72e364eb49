"""The mechanism, shown on a country that does not exist: other languages, other lenders, other law."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from prakas.errors import RulebookError
from prakas.jurisdictions import pack
from prakas.rulebook import CONFIDENCES, Citation, citation_text, in_force, load, rulebook, values_on, weakest

TOY = Path(__file__).parent / "toy"


@pytest.fixture(scope="module")
def toy():
    codes = {**pack().codes, "status": ("shop", "guild")}
    return rulebook(replace(pack(), name="toy", folder=TOY, languages=("en", "fr"), codes=codes))


def test_another_country_is_read_by_the_same_mechanism(toy):
    assert sorted(toy.parameters) == ["price.annual_rate_ceiling", "registration.members_min"]
    assert toy["price.annual_rate_ceiling"].label["fr"] == "Plafond du taux annuel"
    assert toy.instruments["ACT-1"].signed_on == date(1989, 12, 1)
    assert toy.languages == ("en", "fr")


def test_the_version_is_the_latest_day_on_which_somebody_looked(toy):
    assert toy.version == "2001-02-03"


@pytest.mark.parametrize(
    ("day", "shop", "guild"),
    [
        ("1989-12-31", None, None),
        ("1990-01-01", "24", "24"),
        ("1999-12-31", "24", "24"),
        ("2000-01-01", "12.5", "30"),
        ("2999-12-31", "12.5", "30"),
    ],
)
def test_a_value_counts_from_its_first_day_to_its_last_for_its_lenders(toy, day, shop, guild):
    ceiling = toy["price.annual_rate_ceiling"]
    found = [in_force(ceiling, date.fromisoformat(day), kind) for kind in ("shop", "guild")]
    assert [value.value if value else None for value in found] == [shop, guild]


def test_where_the_value_depends_on_the_lender_asking_without_one_is_refused(toy):
    ceiling = toy["price.annual_rate_ceiling"]
    assert in_force(ceiling, date(1999, 12, 31)) is not None
    assert len(values_on(ceiling, date(2000, 1, 1))) == 2
    with pytest.raises(RulebookError) as caught:
        in_force(ceiling, date(2000, 1, 1))
    assert str(caught.value) == (
        "price.annual_rate_ceiling: on 2000-01-01 the value depends on the kind of lender. Say which kind is meant."
    )


def test_cambodias_languages_and_lenders_do_not_fit_another_country():
    with pytest.raises(RulebookError, match='has no words in the language "km"'):
        load(TOY / "law", TOY / "instruments")
    with pytest.raises(RulebookError, match='is for "shop", which is not a kind of lender'):
        load(TOY / "law", TOY / "instruments", languages=("en", "fr"))


def test_a_text_without_a_number_is_cited_by_its_short_name(toy):
    first, second, third = toy["price.annual_rate_ceiling"].values
    assert citation_text(first.citation, "en") == "Act 1, art. 4"
    assert citation_text(second.citation, "fr") == "Loi 1, art. 4 bis"
    assert citation_text(third.citation, "en") == "Act 1"


@pytest.mark.parametrize(
    ("article", "english", "khmer"),
    [
        ("8", "B7-02-49, art. 8", "B7-02-49 មាត្រា 8"),
        ("2, 3", "B7-02-49, arts. 2, 3", "B7-02-49 មាត្រា 2, 3"),
        ("3 and 8", "B7-02-49, arts. 3 and 8", "B7-02-49 មាត្រា 3 and 8"),
        (None, "B7-02-49", "B7-02-49"),
    ],
)
def test_a_citation_reads_in_both_languages(article, english, khmer):
    citation = Citation("B7-02-49", article)
    assert (citation_text(citation, "en"), citation_text(citation, "km")) == (english, khmer)


def test_the_weakest_confidence_is_that_of_the_whole():
    assert CONFIDENCES == ("seed", "primary", "confirmed", "official_form", "restated", "press", "unverified")
    for place, confidence in enumerate(CONFIDENCES):
        assert weakest(CONFIDENCES[: place + 1]) == confidence
        assert weakest(reversed(CONFIDENCES[: place + 1])) == confidence
    assert weakest([]) is None


def test_the_number_of_a_value_is_exact_and_a_word_has_none(law):
    tolerance = law["price.comparison_tolerance"].values[0]
    assert str(tolerance.number * 3) == "0.375"
    with pytest.raises(RulebookError) as caught:
        _ = law["suspense.trigger_grade"].values[0].number
    assert str(caught.value) == "The value from 2000-02-17 (B7-00-51) is not a number. Read its `value` instead."


def test_the_same_content_has_the_same_hash_wherever_and_however_it_is_written(toy, tmp_path):
    shutil.copytree(TOY, tmp_path / "elsewhere")
    file = tmp_path / "elsewhere/law/price/annual_rate_ceiling.yaml"
    text = file.read_text("utf-8")
    file.write_bytes(("# a comment\n" + text.replace('"24"', "'24'")).replace("\n", "\r\n").encode("utf-8-sig"))
    elsewhere = load(
        tmp_path / "elsewhere/law", tmp_path / "elsewhere/instruments", languages=("en", "fr"), lender_kinds=("shop", "guild")
    )
    assert elsewhere.hash == toy.hash
    assert len(toy.hash) == 64


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("law/price/annual_rate_ceiling.yaml", '"24"', '"25"'),
        ("law/price/annual_rate_ceiling.yaml", "1999-12-31", "1999-12-30"),
        ("law/price/annual_rate_ceiling.yaml", "article: 4}", "article: 5}"),
        ("law/price/annual_rate_ceiling.yaml", "press", "restated"),
        ("law/price/annual_rate_ceiling.yaml", "Plafond", "Limite"),
        ("law/price/annual_rate_ceiling.yaml", "[shop]", "[shop, guild]\n    to: 2000-01-01"),
        ("law/registration/members_min.yaml", "Nothing was found", "Little was found"),
        ("instruments/ACT-1.yaml", "1989-12-01", "1989-12-02"),
        ("instruments/sources.yaml", "gazette", "journal"),
    ],
)
def test_whatever_the_rulebook_says_otherwise_changes_its_hash(toy, tmp_path, path, old, new):
    shutil.copytree(TOY, tmp_path / "toy")
    file = tmp_path / "toy" / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    if "guild" in new:
        file.write_text(
            file.read_text("utf-8").replace("from: 2000-01-01\n    for: [guild]", "from: 2000-01-02\n    for: [guild]"), "utf-8"
        )
    changed = load(tmp_path / "toy/law", tmp_path / "toy/instruments", languages=("en", "fr"), lender_kinds=("shop", "guild"))
    assert changed.hash != toy.hash


def test_the_rulebook_of_a_country_is_read_once_a_process(law):
    assert rulebook(pack()) is law
    assert isinstance(law.parameters, Mapping)
    assert "price.annual_rate_ceiling" in law
    assert "price.annual_rate" not in law
