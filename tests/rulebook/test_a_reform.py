"""A reform lies over the law on its own days and for its own lenders, changes nothing else, and is read as strictly as the rulebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prakas.errors import RulebookError
from prakas.jurisdictions import pack
from prakas.rulebook import PROPOSED, in_force, read_reform, rulebook, weakest

KINDS = pack().codes["status"]
HEAD = 'title: {en: "A test", km: "សាកល្បង"}\nby: "a test"\n'


def reform(folder, values, head=HEAD):
    file = folder / "reform.yaml"
    file.write_text(f"{head}values:{values}", "utf-8")
    return read_reform(file, rulebook(pack()), KINDS)


def entry(figure, *rows):
    return f"\n  {figure}:" + "".join(f"\n    - {{{row}}}" for row in rows)


def test_an_empty_reform_is_todays_law(tmp_path):
    made = reform(tmp_path, " {}")
    assert made.changes == ()
    assert made.law.parameters == rulebook(pack()).parameters
    assert made.law.hash == rulebook(pack()).hash


def test_a_value_stands_from_its_first_day_to_its_last_and_is_no_law(tmp_path):
    made = reform(tmp_path, entry("price.annual_rate_ceiling", 'from: 2021-01-01, to: 2021-12-31, value: "15"'))
    ceiling = made.law["price.annual_rate_ceiling"]
    days = [date(2020, 12, 31), date(2021, 1, 1), date(2021, 12, 31), date(2022, 1, 1)]
    assert [in_force(ceiling, day).value for day in days] == ["18", "15", "15", "18"]
    value = in_force(ceiling, date(2021, 1, 1))
    assert (value.confidence, value.standing, value.citation.short["en"]) == (PROPOSED, "demand", "Proposed: A test")
    assert weakest(["unverified", value.confidence]) == PROPOSED
    assert made.law.hash != rulebook(pack()).hash
    assert [old.value for old in made.changes[0].today] == ["18"]


def test_nothing_may_be_proposed_too(tmp_path):
    made = reform(tmp_path, entry("price.annual_rate_ceiling", "from: 2021-01-01, value: null"))
    ceiling = made.law["price.annual_rate_ceiling"]
    assert in_force(ceiling, date(2020, 12, 31)).value == "18"
    assert in_force(ceiling, date(2021, 1, 1)) is None
    assert made.changes[0].proposed is None


def test_a_figure_that_had_no_value_gets_one(tmp_path):
    made = reform(tmp_path, entry("collateral.no_title_below", 'from: 2021-01-01, value: "4000000"'))
    assert in_force(made.law["collateral.no_title_below"], date(2021, 1, 1)).value == "4000000"
    assert made.changes[0].today == ()


def test_a_grid_may_be_proposed_for_some_lenders_and_the_others_keep_theirs(tmp_path):
    values = (
        "\n  classification.licensed:\n    - from: 2020-01-01\n      value:\n        any:\n"
        + "".join(
            f"          - {{grade: {grade}, comparison: ge, days: {days}}}\n"
            for grade, days in (("special_mention", 10), ("substandard", 20), ("doubtful", 40), ("loss", 80))
        )
        + "      for: [licensed]\n"
    )
    made = reform(tmp_path, values)
    grid, day = made.law["classification.licensed"], date(2024, 12, 31)
    before = rulebook(pack())["classification.licensed"]
    assert in_force(grid, day, "licensed").confidence == PROPOSED
    for kind in ("licensed_deposit_taking",):
        assert in_force(grid, day, kind).value == in_force(before, day, kind).value


@settings(max_examples=150, deadline=None)
@given(
    start=st.dates(date(2001, 1, 1), date(2026, 1, 1)),
    length=st.one_of(st.none(), st.integers(0, 4000)),
    bound=st.sets(st.sampled_from(KINDS)),
    figure=st.sampled_from(["price.annual_rate_ceiling", "registration.portfolio_min", "provisioning.rates"]),
    days=st.lists(st.dates(date(2000, 1, 1), date(2027, 1, 1)), min_size=1, max_size=8),
)
def test_on_every_day_and_for_every_lender_one_of_both_laws_holds(tmp_path_factory, start, length, bound, figure, days):
    book = rulebook(pack())
    sample = book[figure].values[0].value
    text = sample if isinstance(sample, str) else "{" + ", ".join(f'{k}: "{v}"' for k, v in sample.items()) + "}"
    text = f'"{text}"' if isinstance(sample, str) else text
    until = start + timedelta(days=length) if length is not None else None
    row = (
        f"from: {start}, value: {text}"
        + (f", to: {until}" if until else "")
        + (f", for: [{', '.join(sorted(bound))}]" if bound else "")
    )
    made = reform(tmp_path_factory.mktemp("r"), entry(figure, row)).law[figure]
    for day in [*days, start, start - timedelta(days=1), *([until, until + timedelta(days=1)] if until else [])]:
        for kind in KINDS:
            inside = start <= day and (until is None or day <= until) and (not bound or kind in bound)
            found = in_force(made, day, kind)
            if inside:
                assert found is not None
                assert found.confidence == PROPOSED
            else:
                before = in_force(book[figure], day, kind)
                assert (found and _content(found)) == (before and _content(before))


def _content(value):
    return replace(value, since=None, until=None, lenders=(), first_day_known="", last_day_known="")


REFUSED = {
    "an unknown figure": (
        entry("price.annual_rate_ceilings", 'from: 2021-01-01, value: "15"'),
        'reform.yaml: the rulebook has no "price.annual_rate_ceilings", and a reform changes figures that it has. Write "price.annual_rate_ceiling" if that is meant.',
    ),
    "no values": (
        entry("price.annual_rate_ceiling") + " []",
        'reform.yaml, price.annual_rate_ceiling: there are no values. Write each value as "- from: …" under the figure\'s id.',
    ),
    "our own method": (
        entry("price.comparison_tolerance", 'from: 2021-01-01, value: "1"'),
        "reform.yaml, price.comparison_tolerance: it is no figure of law: our own method, or a fact that binds nobody. Take it out; a reform changes what binds.",
    ),
    "an unknown key": (
        entry("price.annual_rate_ceiling", 'from: 2021-01-01, value: "15", until: 2022-01-01'),
        'reform.yaml, price.annual_rate_ceiling: the value from 2021-01-01 has a key "until" that is not known. Take it out, or correct it.',
    ),
    "a value in the wrong shape": (
        entry("price.annual_rate_ceiling", "from: 2021-01-01, value: high"),
        "reform.yaml, price.annual_rate_ceiling: in the value from 2021-01-01,",
    ),
    "an end before the beginning": (
        entry("price.annual_rate_ceiling", 'from: 2021-01-01, to: 2020-12-31, value: "15"'),
        "reform.yaml, price.annual_rate_ceiling: the value from 2021-01-01 ends on 2020-12-31, before it begins. Put from and to in order; both days are included.",
    ),
    "two values on one day": (
        entry("price.annual_rate_ceiling", 'from: 2021-01-01, value: "15"', 'from: 2022-01-01, value: "12"'),
        'reform.yaml, price.annual_rate_ceiling: the values from 2021-01-01 and from 2022-01-01 overlap, and on any day one value at most may be in force. End the first with "to: 2021-12-31" or earlier, or take one out.',
    ),
    "an unknown kind of lender": (
        entry("price.annual_rate_ceiling", 'from: 2021-01-01, value: "15", for: [pawnshop]'),
        'reform.yaml, price.annual_rate_ceiling: the value from 2021-01-01 is for "pawnshop", which is not a kind of lender.',
    ),
    "a list of figures": ("\n  - price.annual_rate_ceiling", 'reform.yaml: "values" is not a table of figures.'),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_unclear_is_refused_with_its_place(tmp_path, case):
    values, message = REFUSED[case]
    with pytest.raises(RulebookError) as caught:
        reform(tmp_path, values)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ('title: {en: "A", km: "ក"}\n', 'reform.yaml: the file has no "by". Add the key "by".'),
        ('title: {en: "A"}\nby: b\n', 'reform.yaml: in the file, "title" has no words in the language "km".'),
        ('title: {en: "A", km: "ក"}\nby: b\nlaw: mine\n', 'reform.yaml: the file has a key "law" that is not known.'),
    ],
)
def test_a_reform_has_a_title_in_both_languages_and_somebody_who_proposes_it(tmp_path, head, message):
    with pytest.raises(RulebookError) as caught:
        reform(tmp_path, " {}", head)
    assert str(caught.value).startswith(message)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RulebookError, match=r"There is no file \"none\.yaml\" with a reform"):
        read_reform(tmp_path / "none.yaml", rulebook(pack()), KINDS)
