"""Every way in which a file of the rulebook can be unclear, made to happen, with the sentence that the user reads."""

from __future__ import annotations

import pytest

from prakas.errors import PrakasError, RulebookError

LAW, TEXT, LIST = "law/price/ceiling.yaml", "instruments/B7-017-109.yaml", "instruments/sources.yaml"
SHORT = "law/price/ceiling.yaml: "
FIRST = "the value from 2017-04-01"

# What is spoilt: file, words, their replacement, and the whole message.
REFUSED = {
    "an unknown key of a file": (
        LAW, "comparison: le", "comparision: le",
        f'{SHORT}the file has a key "comparision" that is not known. Write "comparison" if that is what is meant, or take it out.',
    ),
    "an unknown key of a value": (
        LAW, "    standing: law", "    standing: law\n    zzz: 1",
        f'{SHORT}{FIRST} has a key "zzz" that is not known. Take it out, or correct it.',
    ),
    "no unit": (LAW, "unit: percent_a_year\n", "", f'{SHORT}the file has no "unit". Add the key "unit".'),
    "no day of confirmation": (
        LAW, "confirmed_on: 2026-11-22\n", "",
        f'{SHORT}the file has no "confirmed_on". Add "confirmed_on: 2026-11-22", the day on which somebody last looked at the sources.',
    ),
    "no citation": (
        LAW, "    citation: {instrument: B7-017-109, article: null}\n", "",
        f'{SHORT}{FIRST} has no "citation". Add "citation: {{instrument: …, article: …}}"; write "article: null" if it was not seen.',
    ),
    "a citation without an article": (
        LAW, ", article: null", "",
        f'{SHORT}the citation of {FIRST} has no "article". Write "article: null" if it was not seen.',
    ),
    "a citation in words": (
        LAW, "{instrument: B7-017-109, article: null}", "the prakas",
        f'{SHORT}{FIRST} has no readable citation. Write "citation: {{instrument: …, article: …}}".',
    ),
    "an unknown instrument": (
        LAW, "B7-017-109", "B7-017-190",
        f'{SHORT}{FIRST} cites "B7-017-190", and no instrument has that name. Add the file "instruments/B7-017-190.yaml", or correct the name.',
    ),
    "an unknown source": (
        LAW, "[S17]", "[S18]",
        f'{SHORT}{FIRST} names the source "S18", which is not in sources.yaml. Add it there, or correct the tag.',
    ),
    "an unknown confidence": (
        LAW, "confidence: primary", "confidence: certain",
        (f'{SHORT}in {FIRST}, confidence "certain" is not known. '
        "Write one of seed, primary, confirmed, official_form, restated, press, unverified."),
    ),
    "a confirmed value among ours": (
        LAW, "confidence: primary", "confidence: confirmed",
        f'{SHORT}{FIRST} has the confidence "confirmed". Only a value that a deployer gives with --law is confirmed; write how it is known.',
    ),
    "an unknown standing": (
        LAW, "standing: law", "standing: custom",
        f'{SHORT}in {FIRST}, standing "custom" is not known. Write one of law, industry_code, demand, method, fact.',
    ),
    "an unknown unit": (
        LAW, "percent_a_year", "percents",
        (f'{SHORT}the unit "percents" is not known. Write a currency code such as KHR, or one of persons, households, days, months, years, '
        "times, percent, percent_a_year, percent_a_month, percentage_points, date, grade, codes, rule, yes_no, grid, grade_percentages."),
    ),
    "an unknown comparison": (
        LAW, "comparison: le", "comparison: <=",
        f'{SHORT}in the file, comparison "<=" is not known. Write one of ge, gt, le, lt.',
    ),
    "a language missing": (
        LAW, ", km: ពិដានអត្រា", "",
        f'{SHORT}in the file, "label" has no words in the language "km". Add "km: …" under label.',
    ),
    "a language too many": (
        LAW, "km: ពិដានអត្រា", "km: ពិដានអត្រា, fr: plafond",
        f'{SHORT}in the file, "label" has words in "fr", which is not a language of this country. The languages are en, km.',
    ),
    "a label in no language": (
        LAW, "{en: Ceiling on the rate, km: ពិដានអត្រា}", "Ceiling",
        f'{SHORT}in the file, "label" is not in languages. Write it as label: {{en: …, km: …}}.',
    ),
    "a number that passed through a float": (
        LAW, '"18"', "18.5",
        f'{SHORT}the file is not YAML that can be read: line 6: "18.5" is not text; put it in quotes. Mend that line and try again.',
    ),
    "a whole number without quotes": (
        LAW, '"18"', "18",
        f'{SHORT}in {FIRST}, "18" is not a number written as text. Write it in quotes, without separators, as in "18" or "0.125".',
    ),
    "a number with separators": (
        LAW, '"18"', '"1,800"',
        f'{SHORT}in {FIRST}, "1,800" is not a number written as text. Write it in quotes, without separators, as in "18" or "0.125".',
    ),
    "a negative number": (
        LAW, '"18"', '"-18"',
        f'{SHORT}in {FIRST}, "-18" is not a number written as text. Write it in quotes, without separators, as in "18" or "0.125".',
    ),
    "a first day that is no date": (
        LAW, "from: 2017-04-01", "from: April 2017",
        f'{SHORT}in the value from April 2017, from "April 2017" is not a date. Write it as 2017-04-01, without quotes and without a time.',
    ),
    "a first day that does not exist": (
        LAW, "from: 2017-04-01", "from: 2017-02-29",
        f'{SHORT}the file is not YAML that can be read: line 5: "2017-02-29" is not a day of the calendar. Mend that line and try again.',
    ),
    "an end before the beginning": (
        LAW, "from: 2017-04-01", "from: 2017-04-01\n    to: 2017-03-31",
        f"{SHORT}{FIRST} ends on 2017-03-31, before it begins. Put from and to in order; both days are included.",
    ),
    "a first day inside the month of which no more is known": (
        LAW, "from: 2017-04-01", "from: 2017-04-02\n    first_day_known: month",
        (f"{SHORT}the value from 2017-04-02 begins within a month, though only the month of its first day is known. "
        "Let it begin on the first day after that month: a rule covers nothing before its first day."),
    ),
    "a first day inside the year of which no more is known": (
        LAW, "from: 2017-04-01", "from: 2017-04-01\n    first_day_known: year",
        (f"{SHORT}{FIRST} begins within a year, though only the year of its first day is known. "
        "Let it begin on the first day after that year: a rule covers nothing before its first day."),
    ),
    "a last day inside the month of which no more is known": (
        LAW, "from: 2017-04-01", "from: 2017-04-01\n    to: 2018-04-29\n    last_day_known: month",
        f"{SHORT}{FIRST} ends within a month, though only the month of its last day is known. Let it end on the last day before that month.",
    ),
    "an unknown kind of lender": (
        LAW, "    standing: law", "    standing: law\n    for: [pawnshop]",
        (f'{SHORT}{FIRST} is for "pawnshop", which is not a kind of lender. '
        "The kinds are unregistered, registered, licensed, licensed_deposit_taking, bank."),
    ),
    "values that are no list": (
        LAW, "values:\n  - from", "values:\n    from",
        f'{SHORT}"values" is not a list. Write each value as "- from: …" under "values:", or "values: []" where none was found.',
    ),
    "a value that is only a word": (
        LAW, "  - from: 2017-04-01", "  - eighteen\n  - from: 2017-04-01",
        f'{SHORT}one of the values is not a list of keys. Begin each value with "- from: 2017-04-01".',
    ),
    "a value without a first day": (
        LAW, "  - from: 2017-04-01\n    value", "  - value",
        f'{SHORT}a value has no "from". Add "from: 2017-04-01", the first day on which the value counts.',
    ),
    "a note that is no text": (
        LAW, "    standing: law", "    standing: law\n    note: [1]",
        f'{SHORT}in {FIRST}, "note" is not text. Write note as words, in quotes if need be.',
    ),
    "sources that are no list": (
        LAW, "sources: [S17]", "sources: S17",
        f'{SHORT}in {FIRST}, "sources" is not a list of different texts. Write it as sources: [one, two].',
    ),
    "a confidence of parts that is no table": (
        LAW, "    standing: law", "    standing: law\n    confidence_of: restated",
        f'{SHORT}in {FIRST}, "confidence_of" is not a table of grades. Write it as {{standard: restated}}.',
    ),
    "YAML that cannot be read": (
        LAW, "unit: percent_a_year", "unit: [percent_a_year",
        f"{SHORT}the file is not YAML that can be read: line 3: did not find expected ',' or ']'. Mend that line and try again.",
    ),
    "a key written twice": (
        LAW, "unit: percent_a_year", "unit: percent\nunit: percent_a_year",
        f'{SHORT}the file is not YAML that can be read: line 3: the key "unit" occurs twice. Mend that line and try again.',
    ),
    "a bare yes": (
        LAW, '"18"', "yes",
        f'{SHORT}the file is not YAML that can be read: line 6: "yes" is not text; put it in quotes. Mend that line and try again.',
    ),
    "a title in one language": (
        TEXT, ", km: ប្រកាសស្តីពីពិដាន", "",
        'instruments/B7-017-109.yaml: in the file, "title" has no words in the language "km". Add "km: …" under title.',
    ),
    "an unknown kind of instrument": (
        TEXT, "kind: prakas", "kind: edict",
        ('instruments/B7-017-109.yaml: in the file, kind "edict" is not known. Write one of law, prakas, circular, letter, guideline, '
        "industry_code, demand, decision, release, foreign_rule."),
    ),
    "a full date that is said to be vague": (
        TEXT, "signed_on: 2017-03-13", "signed_on: 2017-03-13\nsigned_known: month",
        "instruments/B7-017-109.yaml: signed_known stands beside a full date. Take it out, or write signed_on: null.",
    ),
    "an instrument with an unknown source": (
        TEXT, "[S17]", "[S16]",
        'instruments/B7-017-109.yaml: the source "S16" is not in sources.yaml. Add it there, or correct the tag.',
    ),
    "an unknown key of an instrument": (
        TEXT, "seen: named_only", "seen: named_only\nread: yes it was",
        'instruments/B7-017-109.yaml: the file has a key "read" that is not known. Take it out, or correct it.',
    ),
    "a source without keys": (
        LIST, '{title: Press release, addresses: ["https://example.org/release"]}', "Press release",
        'instruments/sources.yaml: the source "S17" has no keys. Give it a title and addresses.',
    ),
    "a source that nobody could find": (
        LIST, '"https://example.org/release"', "",
        'instruments/sources.yaml: the source "S17" has neither an address nor the hash of a stored copy. Add one of them.',
    ),
    "a hash that is none": (
        LIST, "title: Press release", "title: Press release, sha256: abc",
        ('instruments/sources.yaml: in the source "S17", "sha256" is not 64 hexadecimal digits. '
        "Write the hash that sha256sum prints for the stored copy."),
    ),
}  # fmt: skip


def refusal(country, overrides=None) -> str:
    with pytest.raises(RulebookError) as caught:
        country.load(overrides)
    assert isinstance(caught.value, PrakasError)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_an_unclear_file_is_refused_with_its_name_and_the_mend(country, case):
    path, old, new, message = case
    country.load()
    country.spoil(path, old, new)
    assert refusal(country) == message


SECOND = """\
  - from: {since}
    value: "15"
    citation: {{instrument: B7-017-109, article: null}}
    confidence: primary
    standing: law
"""


def add(country, since, before=""):
    if before:
        country.spoil(LAW, "from: 2017-04-01", f"from: 2017-04-01\n    {before}")
    country.spoil(LAW, "confirmed_on", SECOND.format(since=since) + "confirmed_on")


def test_two_values_on_one_day_are_refused(country):
    add(country, "2020-01-01")
    assert refusal(country) == (
        f"{SHORT}the values from 2017-04-01 and from 2020-01-01 overlap, and on any day one value at most may be in force. "
        'End the first with "to: 2019-12-31" or earlier, or take one out.'
    )


def test_one_common_day_is_an_overlap_and_none_is_not(country):
    add(country, "2020-01-01", "to: 2020-01-01")
    assert "overlap" in refusal(country)
    country.spoil(LAW, "to: 2020-01-01", "to: 2019-12-31")
    assert len(country.load()["price.ceiling"].values) == 2


def test_values_out_of_order_are_refused(country):
    add(country, "2016-01-01")
    assert refusal(country) == (
        f"{SHORT}the value from 2016-01-01 stands after the value from 2017-04-01. Put the values in the order of their first days."
    )


def test_values_of_different_lenders_may_stand_on_one_day_and_those_of_one_lender_may_not(country):
    add(country, "2017-04-01\n    for: [registered]", "for: [bank, licensed]")
    assert len(country.load()["price.ceiling"].values) == 2
    country.spoil(LAW, "for: [registered]", "for: [registered, bank]")
    assert "overlap" in refusal(country)


def test_a_figure_without_values_must_say_why(country):
    text = country.write(LAW, "label: {en: a, km: ក}\nunit: percent\nvalues: []\nconfirmed_on: 2026-11-22\n")
    assert refusal(country) == (
        f'{SHORT}there are no values, and no doubts that say why. Say under "doubts:" what was looked for and not found.'
    )
    text.write_text(text.read_text("utf-8") + "doubts: The text was not found.\n", "utf-8")
    assert country.load()["price.ceiling"].values == ()


GRID = """\
label: {en: Grid, km: ក្រឡា}
unit: grid
values:
  - from: 2017-04-01
    value: VALUE
    citation: {instrument: B7-017-109, article: null}
    confidence: primary
    standing: law
confirmed_on: 2026-11-22
"""
SUB, DOUBT, LOSS = (
    "{grade: substandard, comparison: gt, days: 30",
    "{grade: doubtful, comparison: gt, days: 60",
    "{grade: loss, comparison: gt, days: 90",
)
GRIDS = {
    "no term": ("{}", "the value is not a grid. Give it the keys short and long, or the key any."),
    "one term of two": (f"{{short: [{SUB}}}]}}", "the value is not a grid. Give it the keys short and long, or the key any."),
    "no bands": ("{any: []}", "the grid has no bands under any. Write a list of {grade, comparison, days}."),
    "grades out of order": (
        f"{{any: [{DOUBT}}}, {{grade: substandard, comparison: gt, days: 90}}]}}",
        "under any, substandard follows doubtful. Write the bands from the mildest grade to the worst.",
    ),
    "a grade twice": (
        f"{{any: [{SUB}}}, {{grade: substandard, comparison: gt, days: 90}}]}}",
        "under any, substandard follows substandard. Write the bands from the mildest grade to the worst.",
    ),
    "an overlap on one day": (
        f"{{any: [{SUB}}}, {{grade: doubtful, comparison: ge, days: 31}}]}}",
        "under any, substandard (from day 31) and doubtful (from day 31) overlap. Let each worse grade begin on a later day.",
    ),
    "days that fall": (
        f"{{any: [{SUB}}}, {DOUBT}}}, {{grade: loss, comparison: gt, days: 45}}]}}",
        "under any, doubtful (from day 61) and loss (from day 46) overlap. Let each worse grade begin on a later day.",
    ),
    "a gap": (
        f"{{any: [{SUB}, up_to: 59}}, {DOUBT}}}]}}",
        (
            "under any, substandard (up to day 59) and doubtful (from day 61) leave a gap. "
            "Let each band begin on the day after the last day of the one before it."
        ),
    ),
    "an overlap of printed ends": (
        f"{{any: [{SUB}, up_to: 61}}, {DOUBT}}}]}}",
        (
            "under any, substandard (up to day 61) and doubtful (from day 61) overlap. "
            "Let each band begin on the day after the last day of the one before it."
        ),
    ),
    "a gap after the worst": (
        f"{{any: [{SUB}}}, {LOSS}, up_to: 900}}]}}",
        "under any, the worst grade ends on day 900, which leaves a gap. Take its up_to out.",
    ),
    "two signs": (
        f"{{any: [{SUB}}}, {{grade: loss, comparison: ge, days: 360}}]}}",
        "under any, gt and ge are mixed. Use one sign, or add signs_differ: with what the source prints.",
    ),
    "a band for standard": (
        "{any: [{grade: standard, comparison: gt, days: 0}]}",
        '"standard" cannot have a band under any. Bands are for special_mention, substandard, doubtful, loss; below the first is standard.',
    ),
    "an unknown grade": (
        "{any: [{grade: bad, comparison: gt, days: 0}]}",
        '"bad" cannot have a band under any. Bands are for special_mention, substandard, doubtful, loss; below the first is standard.',
    ),
    "a sign that bands cannot have": (
        "{any: [{grade: loss, comparison: le, days: 0}]}",
        '"le" is not a sign of a band under any. Write gt (more than) or ge (that many or more).',
    ),
    "days in quotes": (
        '{any: [{grade: loss, comparison: gt, days: "90"}]}',
        '"90" is not a number of days under any. Write a whole number, without quotes.',
    ),
    "a band without days": (
        "{any: [{grade: loss, comparison: gt}]}",
        "a band under any does not have the keys grade, comparison, days (and up_to). Write just those.",
    ),
}


@pytest.mark.parametrize("case", GRIDS.values(), ids=GRIDS)
def test_a_grid_with_a_fault_is_refused(country, case):
    value, message = case
    country.write(LAW, GRID.replace("VALUE", value))
    assert refusal(country) == f"{SHORT}in {FIRST}, {message}"


def test_a_grid_whose_source_mixes_signs_says_so_and_is_read(country):
    mixed = f"{{any: [{SUB}}}, {{grade: loss, comparison: ge, days: 360}}]}}\n    signs_differ: the table prints both"
    country.write(LAW, GRID.replace("VALUE", mixed))
    assert [band.first_day for band in country.load()["price.ceiling"].values[0].bands(is_short=True)] == [31, 360]


def test_printed_ends_that_meet_are_read_and_left_out_of_the_value(country):
    country.write(LAW, GRID.replace("VALUE", f"{{any: [{SUB}, up_to: 60}}, {DOUBT}}}]}}"))
    assert country.load()["price.ceiling"].values[0].value["any"][0] == {"grade": "substandard", "comparison": "gt", "days": 30}


SHAPES = {
    "a fraction of a person": ("persons", '"1.5"', '"1.5" is not a whole number written as text. Write it in quotes, without separators, as in "1000".'),
    "a thousandth of a riel": (
        "KHR", '"0.125"',
        '"0.125" is not a number with at most two decimals written as text. Write it in quotes, as in "2.5".',
    ),
    "a moment for a date": (
        "date", "2002-12-31 10:00:00",
        '"2002-12-31 10:00:00" is not a date. Write it as 2002-12-31, without quotes and without a time.',
    ),
    "an unknown grade": ("grade", "bad", '"bad" is not a grade. The grades are standard, special_mention, substandard, doubtful, loss.'),
    "one code for a list": ("codes", "id_paper", "the value is not a list of codes. Write it as [id_paper, idpoor_card]."),
    "a code twice": ("codes", "[a, b, a]", "a code stands twice in the list. Take one of them out."),
    "a code in words": ("codes", "[Id paper]", '"Id paper" is not a code. Write small letters, digits and underscores, as in "cash_only".'),
    "a rule in words": ("rule", "As required", '"As required" is not a code. Write small letters, digits and underscores, as in "cash_only".'),
    "neither yes nor no": ("yes_no", "perhaps", 'the value is neither "yes" nor "no". Write one of them, in quotes.'),
    "rates that are no table": (
        "grade_percentages", '"10"',
        'the value is not a table of grades. Write it as {substandard: "10", doubtful: "30"}.',
    ),
    "rates out of order": (
        "grade_percentages", '{loss: "100", doubtful: "30"}',
        "the grades are not in their order. Write them as standard, special_mention, substandard, doubtful, loss.",
    ),
    "rates that fall": (
        "grade_percentages", '{substandard: "30", doubtful: "10"}',
        "the percentages fall from one grade to a worse one, or pass 100. Check them against the text.",
    ),
    "a rate above a hundred": (
        "grade_percentages", '{doubtful: "30", loss: "100.01"}',
        "the percentages fall from one grade to a worse one, or pass 100. Check them against the text.",
    ),
    "a rate of a thousandth": (
        "grade_percentages", '{loss: "0.001"}',
        '"0.001" is not a number with at most two decimals written as text. Write it in quotes, as in "2.5".',
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SHAPES.values(), ids=SHAPES)
def test_a_value_without_the_shape_of_its_unit_is_refused(country, case):
    unit, value, message = case
    country.spoil(LAW, "unit: percent_a_year", f"unit: {unit}")
    country.spoil(LAW, 'value: "18"', f"value: {value}")
    assert refusal(country) == f"{SHORT}in {FIRST}, {message}"


def test_an_empty_law_folder_is_refused(country):
    (country.folder / LAW).unlink()
    assert refusal(country) == (
        '"law": the folder holds no parameter. Put one YAML file a figure in it; see docs/how-to/add-a-parameter.md.'
    )


def test_an_empty_instruments_folder_is_refused(country):
    (country.folder / TEXT).unlink()
    assert refusal(country) == (
        '"instruments": the folder holds no instrument. Put one YAML file an instrument in it, beside sources.yaml.'
    )


def test_a_folder_that_is_not_there_is_refused(country):
    assert refusal(country, "mine") == '"mine": there is no such folder. Name a folder that holds YAML files of the rulebook.'


def test_a_list_of_sources_that_is_not_there_is_refused(country):
    (country.folder / LIST).unlink()
    assert refusal(country) == (
        "instruments/sources.yaml: the file cannot be read (No such file or directory). Check that it is there and that you may read it."
    )


@pytest.mark.parametrize("name", ["price/floor.yml", "price/floor.YAML", "price/floor.json"])
def test_a_file_that_would_be_passed_over_is_refused(country, name):
    country.write(f"law/{name}", "x")
    assert refusal(country) == f'law/{name}: the file would not be read. Give it the ending ".yaml".'


def test_a_path_that_cannot_be_an_id_is_refused(country):
    country.write("law/price/The-Ceiling.yaml", (country.folder / LAW).read_text("utf-8"))
    assert refusal(country) == (
        "law/price/The-Ceiling.yaml: the path cannot be an id. Use small letters, digits and underscores, as in price/annual_rate_ceiling.yaml."
    )


def test_an_instrument_with_a_name_in_small_letters_is_refused(country):
    country.write("instruments/the prakas.yaml", (country.folder / TEXT).read_text("utf-8"))
    assert refusal(country) == (
        'instruments/the prakas.yaml: "the prakas" cannot be the name of an instrument. Write capital letters, digits and hyphens, as in B7-02-49.yaml.'
    )


def test_an_instrument_without_a_number_needs_a_short_name(country):
    country.write("instruments/LAND-LAW.yaml", (country.folder / TEXT).read_text("utf-8"))
    assert refusal(country) == (
        "instruments/LAND-LAW.yaml: the instrument has no number, and no short name to cite it by. Add short: in every language."
    )


def test_an_empty_file_is_refused(country):
    country.write(LAW, "# nothing\n")
    assert refusal(country) == (
        f'{SHORT}the file holds no keys. A file of the rulebook is a list of lines "key: value"; see docs/how-to/add-a-parameter.md.'
    )


def test_a_file_that_is_not_utf_8_is_refused(country):
    (country.folder / LAW).write_bytes(b"label: \xff\xfe")
    assert refusal(country) == f"{SHORT}the file is not UTF-8 text. Save it again as UTF-8."


def test_a_huge_file_is_refused(country):
    country.write(LAW, "#" * 200_001)
    assert (
        refusal(country)
        == f"{SHORT}the file is larger than 200,000 bytes, which no figure of the law needs. Give one figure a file."
    )


@pytest.mark.parametrize("nest", ["[" * 50_000, "{a: " * 40_000, "- " * 90_000, "? " * 90_000, ("[" * 1_001) + ("]" * 1_001)])
def test_a_file_nested_without_end_is_refused_before_the_reader_falls_over_it(country, nest):
    country.write(LAW, "label: " + nest if nest[0] in "[{" else nest)
    assert refusal(country) == f"{SHORT}the file is not YAML that can be read: it is nested too deeply. Give one figure a file."


def test_a_file_nested_as_deeply_as_may_be_is_read_and_refused_for_what_it_says(country):
    country.write(LAW, "label: " + "[" * 1_000 + "]" * 1_000)
    assert refusal(country) == f'{SHORT}the file has no "unit". Add the key "unit".'


@pytest.mark.parametrize("days", ["030", "1:30", "0x1e", "1_000", "-3"])
def test_a_number_of_days_that_yaml_reads_in_another_way_is_refused(country, days):
    country.write(LAW, GRID.replace("VALUE", f"{{any: [{{grade: loss, comparison: gt, days: {days}}}]}}"))
    assert refusal(country) == (
        f'{SHORT}the file is not YAML that can be read: line 5: "{days}" is not text; put it in quotes. Mend that line and try again.'
    )


def test_a_parameter_that_is_not_there_is_refused_with_the_nearest_ids(law):
    with pytest.raises(RulebookError) as caught:
        law["price.annual_rate_cieling"]
    assert str(caught.value).startswith(
        'The rulebook has no parameter "price.annual_rate_cieling". Near it are price.annual_rate_ceiling'
    )
    with pytest.raises(RulebookError) as caught:
        law["zzz"]
    assert str(caught.value) == 'The rulebook has no parameter "zzz". "prakas law" lists them all.'


def test_a_file_with_a_character_that_no_text_has_is_refused(country):
    country.write(LAW, "label: \x07\n")
    message = refusal(country)
    assert message.startswith(f"{SHORT}the file is not YAML that can be read: unacceptable character #x0007: ")
    assert message.endswith(". Mend that line and try again.")
