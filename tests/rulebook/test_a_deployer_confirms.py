"""Values that a deployer who holds the text confirms or replaces."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from prakas.errors import RulebookError
from prakas.jurisdictions import pack
from prakas.rulebook import in_force, rulebook

MINE = "mine/price/ceiling.yaml"
CONFIRMED = """\
values:
  - from: 2017-04-01
    value: "17.5"
    citation: {instrument: B7-017-109, article: "3"}
    confirmed_by: Legal department
    confirmed_on: 2026-11-20
"""
LATER = """\
  - from: 2020-01-01
    value: "15"
    citation: {instrument: B7-017-109, article: null}
    confirmed_by: Legal department
    confirmed_on: 2026-11-21
"""


def refusal(country):
    with pytest.raises(RulebookError) as caught:
        country.load("mine")
    return str(caught.value)


def test_a_confirmed_value_takes_the_place_of_the_one_that_begins_on_its_day(country):
    country.write(MINE, CONFIRMED)
    (value,) = country.load("mine")["price.ceiling"].values
    assert (value.value, value.confidence, value.standing) == ("17.5", "confirmed", "law")
    assert (value.citation.article, value.confirmed_by, value.confirmed_on) == ("3", "Legal department", date(2026, 11, 20))
    assert country.load()["price.ceiling"].values[0].value == "18"


def test_what_was_confirmed_is_written_down_for_the_audit_with_the_hash_of_the_file(country):
    file = country.write(MINE, CONFIRMED)
    assert country.load().confirmed == []
    assert country.load("mine").confirmed == [
        {
            "id": "price.ceiling",
            "from": "2017-04-01",
            "to": None,
            "value": "17.5",
            "for": [],
            "citation": {"instrument": "B7-017-109", "article": "3"},
            "by": "Legal department",
            "on": "2026-11-20",
            "replaces": ["2017-04-01"],
            "sha256": sha256(file.read_bytes()).hexdigest(),
        }
    ]


def test_a_confirmed_value_changes_the_hash_of_the_rulebook_even_where_the_figure_stays(country):
    country.write(MINE, CONFIRMED.replace("17.5", "18"))
    assert country.load("mine").hash != country.load().hash


def test_a_value_that_would_be_in_force_beside_an_old_one_is_refused(country):
    country.write(MINE, "values:\n" + LATER)
    assert refusal(country) == (
        f"{MINE}: the values from 2017-04-01 and from 2020-01-01 overlap, and on any day one value at most may be in force. "
        'End the first with "to: 2019-12-31" or earlier, or take one out.'
    )


def test_a_later_value_is_added_where_the_earlier_one_is_given_again_with_its_end(country):
    country.write(MINE, CONFIRMED.replace("    value", "    to: 2019-12-31\n    value") + LATER)
    parameter = country.load("mine")["price.ceiling"]
    found = [in_force(parameter, day) for day in (date(2017, 3, 31), date(2017, 4, 1), date(2019, 12, 31), date(2020, 1, 1))]
    assert [value.value if value else None for value in found] == [None, "17.5", "17.5", "15"]
    assert [one["replaces"] for one in country.load("mine").confirmed] == [["2017-04-01"], []]


def test_an_earlier_value_is_added_before_the_first(country):
    country.write(MINE, "values:\n" + LATER.replace("from: 2020-01-01", "from: 2015-01-01\n    to: 2017-03-31"))
    assert [value.value for value in country.load("mine")["price.ceiling"].values] == ["15", "18"]


def test_a_value_with_another_first_day_names_the_value_that_goes(country):
    country.write(MINE, "values:\n" + LATER + "    replaces_from: 2017-04-01\n")
    (value,) = country.load("mine")["price.ceiling"].values
    assert (value.since, value.value) == (date(2020, 1, 1), "15")
    assert country.load("mine").confirmed[0]["replaces"] == ["2017-04-01"]


def test_one_value_may_take_the_place_of_several(tmp_path):
    file = tmp_path / "law" / "classification" / "bank.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "values:\n  - from: 2009-02-25\n    replaces_from: [2010-01-01, 2017-12-01]\n"
        "    value: {any: [{grade: loss, comparison: ge, days: 360}]}\n"
        "    citation: {instrument: B7-09-074, article: 10}\n    confirmed_by: Legal department\n    confirmed_on: 2026-11-20\n",
        "utf-8",
    )
    parameter = rulebook(pack(), tmp_path / "law")["classification.bank"]
    assert [(value.since.year, value.confidence) for value in parameter.values] == [(2000, "restated"), (2009, "confirmed")]
    assert len(rulebook(pack())["classification.bank"].values) == 3


def test_a_value_for_one_kind_of_lender_replaces_only_that_kinds(tmp_path):
    file = tmp_path / "law" / "provisioning" / "collateral_loss.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        "values:\n  - from: 2002-06-07\n    to: 2009-02-24\n    for: [bank]\n    value: [cash]\n"
        "    citation: {instrument: B7-02-145, article: 1}\n    confirmed_by: Legal department\n    confirmed_on: 2026-11-20\n",
        "utf-8",
    )
    parameter = rulebook(pack(), tmp_path / "law")["provisioning.collateral_loss"]
    bank, other = in_force(parameter, date(2009, 1, 1), "bank"), in_force(parameter, date(2009, 1, 1), "licensed")
    assert bank is not None
    assert other is not None
    assert (bank.confidence, other.confidence) == ("confirmed", "seed")


def test_a_demand_that_is_confirmed_stays_a_demand(tmp_path):
    file = tmp_path / "law" / "demand" / "all_in_ceiling.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(CONFIRMED.replace("B7-017-109", "LETTER-2020-07-16").replace("2017-04-01", "2020-07-16"), "utf-8")
    assert rulebook(pack(), tmp_path / "law")["demand.all_in_ceiling"].values[0].standing == "demand"


def test_a_standing_that_the_deployer_gives_counts(country):
    country.write(MINE, CONFIRMED + "    standing: industry_code\n")
    assert country.load("mine")["price.ceiling"].values[0].standing == "industry_code"


def test_a_figure_for_which_nothing_was_found_can_be_given_a_value(tmp_path):
    file = tmp_path / "law" / "prudential" / "mfi_solvency_min.yaml"
    file.parent.mkdir(parents=True)
    given = CONFIRMED.replace("2017-04-01", "2007-08-27").replace("B7-017-109", "B7-07-133")
    file.write_text(given, "utf-8")
    with pytest.raises(RulebookError) as caught:
        rulebook(pack(), tmp_path / "law")
    assert str(caught.value) == (
        'law/prudential/mfi_solvency_min.yaml: the value from 2007-08-27 has no "standing". '
        "Say what kind of rule it is; docs/reference/law.md lists the words."
    )
    file.write_text(given + "    standing: law\n", "utf-8")
    assert in_force(rulebook(pack(), tmp_path / "law")["prudential.mfi_solvency_min"], date(2007, 8, 27)) is not None


def test_a_text_that_the_rulebook_does_not_know_comes_with_its_own_file(country):
    country.write(MINE, CONFIRMED.replace("B7-017-109", "B7-030-001"))
    assert "no instrument has that name" in refusal(country)
    country.write("mine/instruments/B7-030-001.yaml", (country.folder / "instruments/B7-017-109.yaml").read_text("utf-8"))
    assert country.load("mine")["price.ceiling"].values[0].citation.instrument == "B7-030-001"
    assert "B7-030-001" in country.load("mine").instruments


def test_a_text_that_the_rulebook_knows_is_not_rewritten(country):
    country.write(MINE, CONFIRMED)
    country.write("mine/instruments/B7-017-109.yaml", (country.folder / "instruments/B7-017-109.yaml").read_text("utf-8"))
    assert refusal(country) == (
        'mine/instruments/B7-017-109.yaml: the instrument "B7-017-109" is in the rulebook already. Cite it as it is, or give yours another name.'
    )


SPOILT = {
    "nobody stands for it": (
        "    confirmed_by: Legal department\n", "",
        'the value from 2017-04-01 has no "confirmed_by". Say who read the text and on which day: confirmed_by and confirmed_on.',
    ),
    "no day": (
        "    confirmed_on: 2026-11-20\n", "",
        'the value from 2017-04-01 has no "confirmed_on". Say who read the text and on which day: confirmed_by and confirmed_on.',
    ),
    "a day that is none": (
        "2026-11-20", "yesterday",
        'in the value from 2017-04-01, confirmed_on "yesterday" is not a date. Write it as 2017-04-01, without quotes and without a time.',
    ),
    "a confidence of its own": (
        "    confirmed_on", "    confidence: seed\n    confirmed_on",
        'the value from 2017-04-01 has a confidence other than "confirmed". Leave the key out: what a deployer gives is confirmed.',
    ),
    "no citation": (
        '    citation: {instrument: B7-017-109, article: "3"}\n', "",
        'the value from 2017-04-01 has no "citation". Add "citation: {instrument: …, article: …}"; write "article: null" if it was not seen.',
    ),
    "a value of another shape": (
        '"17.5"', "17",
        'in the value from 2017-04-01, "17" is not a number written as text. Write it in quotes, without separators, as in "18" or "0.125".',
    ),
    "another unit": (
        "values:", "unit: percent\nvalues:",
        'the unit is "percent", and that of price.ceiling is "percent_a_year". Leave the unit out, or give the value in that unit.',
    ),
    "an unknown key": (
        "    confirmed_on", "    confirmed_at: Phnom Penh\n    confirmed_on",
        'the value from 2017-04-01 has a key "confirmed_at" that is not known. Take it out, or correct it.',
    ),
    "a first day to replace that no value has": (
        "    confirmed_on", "    replaces_from: 2016-01-01\n    confirmed_on",
        ('the value from 2017-04-01 replaces a value from "2016-01-01", and price.ceiling has none for the same lenders that begins then. '
        "Its values begin on 2017-04-01."),
    ),
    "a first day to replace of other lenders": (
        "    confirmed_on", "    for: [bank]\n    replaces_from: 2017-04-01\n    confirmed_on",
        ('the value from 2017-04-01 replaces a value from "2017-04-01", and price.ceiling has none for the same lenders that begins then. '
        "It has no value for these lenders: take replaces_from out."),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SPOILT.values(), ids=SPOILT)
def test_a_deployers_file_is_read_as_strictly_as_ours(country, case):
    old, new, message = case
    assert old in CONFIRMED
    country.write(MINE, CONFIRMED.replace(old, new))
    assert refusal(country) == f"{MINE}: {message}"


def test_a_file_without_values_is_refused(country):
    country.write(MINE, "values: []\n")
    assert refusal(country) == f'{MINE}: there are no values. Write each value as "- from: …" under "values:".'


def test_a_file_for_a_figure_that_does_not_exist_is_refused_with_the_nearest(country):
    country.write("mine/price/cieling.yaml", CONFIRMED)
    assert refusal(country) == (
        'mine/price/cieling.yaml: the rulebook has no "price.cieling". Name the file "price/ceiling.yaml" if that is meant.'
    )


def test_a_folder_without_a_value_is_refused(country):
    country.write("mine/README.md", "Nothing yet.")
    assert refusal(country) == (
        "mine: the folder holds no YAML file with a value. Put one file a figure in it; see docs/how-to/confirm-a-value.md."
    )


def test_the_name_of_who_confirmed_is_never_in_a_message(country):
    for old, new, _ in SPOILT.values():
        country.write(MINE, CONFIRMED.replace(old, new))
        assert "Legal department" not in refusal(country)


def test_strings_of_the_same_day_for_the_same_lender_are_refused_within_one_file(country):
    country.write(MINE, CONFIRMED + CONFIRMED.removeprefix("values:\n"))
    assert "overlap" in refusal(country)
