"""Plans that cannot be used are refused with one sentence: the file, the key and the mend. Plans that come along can be."""

from __future__ import annotations

from datetime import date

import pytest

from prakas.errors import PrakasError
from prakas.jurisdictions import pack
from prakas.relief import read_plan, shipped
from prakas.rulebook import rulebook
from tests.relief.made import DAY, PLAN, plan

WRONG = [
    ({"months": "2.5"}, 'plan.yaml: in the plan, months "2.5" is not a whole number from 0 to 36'),
    ({"months": '"3"'}, 'months "3" is not a whole number'),
    ({"months": "-1"}, 'months "-1" is not a whole number'),
    ({"months": "37"}, 'months "37" is not a whole number'),
    ({"months": "yes"}, 'months "yes" is not a whole number'),
    ({"months": None}, 'the plan has no "months". Add the key "months"'),
    ({"title": "A plan"}, '"title" is not in languages'),
    ({"title": "{en: A plan}"}, '"title" has no words in the language "km"'),
    ({"title": None}, 'the plan has no "title"'),
    ({"suspend": "all"}, 'suspend "all" is not known. Write one of both, principal, interest'),
    ({"suspend": "[both]"}, "suspend \"['both']\" is not known"),
    ({"suspend": None}, 'the plan has no "suspend"'),
    ({"interest": "forgiven"}, 'interest "forgiven" is not known. Write one of frozen, running'),
    ({"interest": None}, 'the plan has no "interest"'),
    ({"grading": "off"}, 'grading "off" is not known'),
    ({"from": "2020-6-1"}, 'from "2020-6-1" is not a date'),
    ({"from": '"2020-07-16"'}, 'from "2020-07-16" is not a date'),
    ({"from": "2020-06-29"}, "from 2020-06-29 lies before the day of the books, 2020-06-30"),
    ({"who": None}, 'the plan has no "who"'),
    ({"who": "everyone"}, '"who" is not a list of tiers'),
    ({"who": "[]"}, '"who" is not a list of tiers'),
    ({"who": "[idpoor3]"}, 'who "idpoor3" is not known. Write one of idpoor1, idpoor2'),
    ({"who": "[idpoor1, idpoor1]"}, 'who names the tier "idpoor1" twice'),
    ({"who": "[everyone, idpoor1]"}, 'who has a tier after "everyone"'),
    ({"who": "[{idpoor1: [a]}]"}, 'who "idpoor1" takes no list'),
    ({"who": "[livelihood]"}, 'who "livelihood" is not a list of different codes'),
    ({"who": "[{livelihood: garment}]"}, 'who "livelihood" is not a list of different codes'),
    ({"who": "[{livelihood: [garments]}]"}, 'who "livelihood" has the code "garments", which is not known'),
    ({"who": "[{livelihood: [garment, garment]}]"}, 'who "livelihood" is not a list of different codes'),
    ({"who": "[{province: [17]}]"}, 'who "province" is not a list of different codes in quotes'),
    ({"who": '[{province: ["99"]}]'}, 'who "province" has the code "99", which is not known'),
    ({"who": '[{communes: ["999999"]}]'}, 'who "communes" has the code "999999", which is not known'),
    ({"who": "[{communes: nowhere.csv}]"}, 'the file "nowhere.csv" of who "communes" cannot be read'),
    ({"who": "[{idpoor1: [], idpoor2: []}]"}, "is not known. Write one of idpoor1"),
    ({"budget": "much"}, 'budget "much" is not a whole number'),
    ({"budget": "10.5"}, 'budget "10.5" is not a whole number'),
    ({"budget": "-5"}, 'budget "-5" is not a whole number'),
    ({"budget": "5", "interest": "running"}, '"budget" has nothing to count: where interest runs on, no interest is forgone'),
    ({"cap": "1.5"}, 'cap "1.5" is not a whole number'),
    ({"texts": "demand"}, '"texts" is not a list of keys'),
    ({"texts": "{month: demand.moratorium_months}"}, 'texts names the key "month", which the plan does not have'),
    ({"texts": "{cap: demand.moratorium_months}"}, 'texts names the key "cap", which the plan does not have'),
    ({"texts": "{months: 3}"}, 'texts of "months" are not ids of the rulebook'),
    ({"texts": "{months: demand.moratorium_month}"}, 'names "demand.moratorium_month", which the rulebook does not have. Write "demand.moratorium_months"'),
    ({"note": "a note"}, '"note" is not in languages'),
    ({"month": "3"}, 'the plan has a key "month" that is not known. Write "months"'),
]  # fmt: skip


def refused(path, day=DAY):
    with pytest.raises(PrakasError) as caught:
        read_plan(path, pack(), rulebook(pack()), day)
    return str(caught.value)


@pytest.mark.parametrize(("changed", "said"), WRONG, ids=[said[:50] for _, said in WRONG])
def test_a_wrong_key_is_refused_with_its_place_and_the_mend(tmp_path, changed, said):
    message = refused(plan(tmp_path, PLAN, **changed))
    assert message.startswith("plan.yaml: ")
    assert said in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file holds no keys. A plan is a list of lines"),
        ("months: 3\nmonths: 4\n", 'the key "months" occurs twice'),
        ("title: {en: a\n", "the file is not YAML that can be read"),
        ("from: 2020-02-30\n", '"2020-02-30" is not a day of the calendar'),
    ],
)
def test_a_file_that_is_no_plan_is_refused(tmp_path, text, said):
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert said in refused(str(tmp_path / "plan.yaml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nx\n", 'the file "poor.csv" of who "communes" has no column "commune", or no row'),
        ("commune\n", "or no row"),
        ("commune\n010201\n99\n", 'in line 3 of "poor.csv", commune "99" is not known'),
        ("commune\n999999\n", 'in line 2 of "poor.csv", commune "999999" is not known'),
    ],
)
def test_a_file_of_communes_is_read_as_strictly(tmp_path, text, said):
    (tmp_path / "poor.csv").write_text(text, encoding="utf-8")
    assert said in refused(plan(tmp_path, who="[{communes: poor.csv}]"))


def test_a_plan_that_is_not_there_is_refused_with_the_names_of_those_that_come_along():
    assert refused("nothing.yaml") == (
        "There is no plan 'nothing.yaml'. Name a file, or one of the plans that come along: circular-2020, letter."
    )


def test_the_letters_plan_asks_what_the_letter_asks_and_says_that_it_is_no_law():
    letter = read_plan("letter", pack(), rulebook(pack()), date(2020, 7, 31))
    assert (letter.months, letter.suspend, letter.interest) == (3, "both", "frozen")
    # "prioritising workers who have lost their jobs or had their jobs suspended as well as … those identified through the IDPoor program"
    assert [tier.kind for tier in letter.who] == ["work_lost", "work_suspended", "idpoor1", "idpoor2", "everyone"]
    assert {(one.standing, one.is_in_force) for one in letter.texts} == {("demand", True)}
    assert next(one for one in letter.texts if one.key == "months").is_kept is True
    assert "never law" in letter.note["en"]


def test_the_letters_plan_before_the_letter_says_that_it_was_not_written_yet():
    letter = read_plan("letter", pack(), rulebook(pack()), date(2017, 9, 30))
    assert {one.is_in_force for one in letter.texts} == {False}


def test_the_circulars_plan_is_marked_as_far_as_it_is_known():
    circular = read_plan("circular-2020", pack(), rulebook(pack()), date(2020, 6, 30))
    assert (circular.months, circular.suspend, circular.interest, circular.grading) == (6, "principal", "running", "frozen")
    assert {one.standing for one in circular.texts} == {"law"}
    assert {one.confidence for one in circular.texts} == {"restated"}
    assert {one.is_in_force for one in circular.texts} == {True}
    assert "As far as it is known" in circular.note["en"]


def test_every_plan_that_comes_along_speaks_both_languages_and_can_be_read():
    for name in shipped(pack()):
        read = read_plan(name, pack(), rulebook(pack()), DAY)
        assert set(read.title) == set(read.note) == {"en", "km"}


def test_a_long_budget_needs_no_quotes(tmp_path):
    assert read_plan(plan(tmp_path, budget=25_000_000_000), pack(), rulebook(pack()), DAY).budget == 2_500_000_000_000
