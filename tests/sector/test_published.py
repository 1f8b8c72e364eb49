"""Published figures: each with source and date, as it was typed from the page, and never two perimeters together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from prakas.errors import PrakasError
from prakas.jurisdictions import pack
from prakas.rulebook import rulebook
from prakas.sector import Series, read_published, sector_sheet, series_of

DAY = date(2026, 1, 1)
FILE = pack().folder / "published.yaml"
LAW = rulebook(pack())
PUBLISHED = read_published(FILE, LAW.sources, LAW.languages)

# Typed by hand from notes on the sources: perimeter, measure, when, value, unit, sources.
TYPED = """
unstated borrowers 2001 370651 count S67
unstated loans 2001 29.3 usd_m S67
unstated borrowers 2007-09 750000 count S68
unstated loans 2007-09 400 usd_m S68
unstated depositors 2007-09 300000 count S68
nbc loans 2012-12 813 usd_m S70
cma loans 2012-12 808 usd_m S69
unstated deposits 2012-12 226 usd_m S69,S70
cma loans 2013-03 1.0 usd_bn S69
cma arrears 2013-03 0.27 percent S69
cma deposits 2013-03 346 usd_m S69
nbc borrowers 2013-12 2.4 count_m S70
nbc loans 2013-12 1.17 usd_bn S70
nbc arrears 2013-12 0.7 percent S70
nbc deposits 2013-12 364 usd_m S70
unstated deposits 2013-12 445 usd_m P1
unstated deposits 2014-12 897 usd_m P1
nbc arrears 2016-H1 1 percent S72
nbc_banks arrears 2016-H1 3.1 percent S72
cma arrears 2016 1.38 percent S13
cma arrears_amount 2016 39 usd_m S13
cma borrowers 2017-03 1.85 count_m S71
cma loans 2017-03 3.32 usd_bn S71
cma par 2017-03 1.67 percent S71
cma deposits 2017-03 1.62 usd_bn S71
cma arrears 2017-09 1.9 percent S13
cma arrears_amount 2017-09 76 usd_m S13
cma borrowers 2018-03 1.85 count_m S71
cma loans 2018-03 4.62 usd_bn S71
cma par 2018-03 1.37 percent S71
cma depositors 2018-03 2.0 count_m S71
cma deposits 2018-03 2.2 usd_bn S71
nbc loans 2019-06 6.2 usd_bn S75
unstated npl 2020-01 1.33 percent P2
unstated npl 2020-05 2.61 percent P2
unstated npl 2020-09 2.56 percent P2
unstated npl 2020-10 2.27 percent P2
cma_plus borrowers 2020 2.6 count_m S65
cma_plus loans 2020 10 usd_bn S65
cma_plus average_loan 2020 3804 usd S65
cma_plus accounts 2020-12 2.8 count_m S64
cma_plus loans 2020-12 11.8 usd_bn S64
cma_plus average_loan 2020-12 4280 usd S64
cma accounts 2022-Q3 2 count_m S78
cma loans 2022-Q3 9.135 usd_bn S78
cma depositors 2022-Q3 2.66 count_m S78
cma deposits 2022-Q3 4.686 usd_bn S78
cma npl 2022-11 2.5 percent S82
unstated borrowers 2023-Q3 1.5 count_m S79
unstated loans 2023-Q3 5 usd_bn S79
unstated depositors 2023-Q3 2 count_m S79
unstated deposits 2023-Q3 2 usd_bn S79
cma loans 2023-Q4 5.103 usd_bn S80
cma par30 2023-Q4 5.9 percent S80
cma restructured 2023-Q4 2 percent S80
cma written_off 2023-Q4 0.8 percent S80
nbc accounts 2024-08 1.6 count_m S81
nbc loans 2024-08 21.3 khr_tn S81
nbc loans 2024-08 5.2 usd_bn S81
nbc assets 2024-08 25 khr_tn S81
cma loans 2024-Q3 5.153 usd_bn S80
cma par30 2024-Q3 8.7 percent S80
cma restructured 2024-Q3 3.8 percent S80
cma written_off 2024-Q3 1.2 percent S80
ngo borrowers 2019 2.4 count_m P3
ngo loans 2019 5.4 usd_bn P3
ngo borrowers 2019 2 count_m seed-001
ngo borrowers 2022 4.8 count_m S83
ngo loans 2022 16 usd_bn S83
"""


def test_every_figure_is_the_one_that_was_typed_by_hand():
    kept = [f"{f.perimeter} {f.measure} {f.when} {f.value} {f.unit} {','.join(f.sources)}" for f in PUBLISHED.figures]
    assert sorted(kept) == sorted(TYPED.split("\n")[1:-1])


def test_no_figure_stands_without_a_source_and_a_day():
    for series in sector_sheet(pack(), DAY)["series"]:
        for one in series["figures"]:
            assert one["sources"]
            assert date.fromisoformat(one["ends_on"]) <= DAY


def test_no_series_mixes_two_perimeters_and_where_none_is_stated_no_two_sources():
    found = series_of(PUBLISHED, PUBLISHED.figures)
    assert sum(len(one.figures) for one in found) == len(PUBLISHED.figures)
    for one in found:
        assert {f.perimeter for f in one.figures} == {one.perimeter}
        if one.perimeter in {"unstated", "ngo"}:
            assert len({f.sources for f in one.figures}) == 1


def test_a_series_made_of_two_perimeters_is_refused():
    loans = next(f for f in PUBLISHED.figures if f.measure == "loans")
    other = replace(loans, perimeter="cma")
    with pytest.raises(ValueError, match="one perimeter"):
        Series(loans.perimeter, "loans", "usd", (loans, other))


def test_what_we_work_out_stays_within_one_perimeter_time_and_source():
    found = {(one["perimeter"], one["measure"], one["when"]): one["value"] for one in sector_sheet(pack(), DAY)["computed"]}
    assert found == {
        ("unstated", "average_per_borrower", "2001"): "79",  # 29,300,000 / 370,651 = 79.05
        ("cma", "average_per_borrower", "2017-03"): "1795",  # 3,320 / 1.85 = 1794.6
        ("cma", "average_per_borrower", "2018-03"): "2497",  # 4,620 / 1.85 = 2497.3
        ("cma", "implied_loans", "2016"): "2800000000",  # 39 m / 1.38 % = 2,826 m: two digits were told
        ("cma", "implied_loans", "2017-09"): "4000000000",  # 76 m / 1.9 %
    }


def test_a_figure_of_a_later_time_is_left_out():
    ends = [f["ends_on"] for s in sector_sheet(pack(), date(2013, 3, 31))["series"] for f in s["figures"]]
    assert max(ends) == "2013-03-31"
    earlier = [f["ends_on"] for s in sector_sheet(pack(), date(2013, 3, 30))["series"] for f in s["figures"]]
    assert max(earlier) == "2012-12-31"


def test_titles_are_not_published_and_that_has_a_day_and_a_source():
    assert sector_sheet(pack(), DAY)["not_published"] == [
        {"measure": "titles", "looked_on": "2026-11-22", "sources": ["seed-000"]}
    ]


def test_amounts_are_in_whole_units():
    loans = next(f for f in PUBLISHED.figures if f.perimeter == "cma" and f.when == "2017-03" and f.measure == "loans")
    assert loans.amount == Decimal(3_320_000_000)


ROW = 'perimeter: one, measure: loans, when: "2001", value: "2", unit: usd_m, sources: [S1], confidence: press'


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.replace("sources: [S1], ", ""), 'has no "sources"'),
        (ROW.replace("[S1]", "[]"), "names no source"),
        (ROW.replace("[S1]", "[S999]"), '"S999" is not listed'),
        (ROW.replace('when: "2001", ', ""), 'has no "when"'),
        (ROW.replace('"2001"', '"2001-13"'), "when is no date"),
        (ROW.replace('"2001"', "2001"), "when is no date"),
        (ROW.replace('"2"', '"two"'), "not a number"),
        (ROW.replace("usd_m", "percent"), "loans cannot be in percent"),
        (ROW.replace("perimeter: one", "perimeter: two"), 'perimeter "two" is not known'),
        (ROW.replace("press", "sure"), 'confidence "sure" is not known'),
        (ROW + ", colour: red", 'key "colour"'),
        (ROW + "}\n  - {" + ROW, "twice"),
    ],
)
def test_a_wrong_file_is_refused_with_one_sentence(tmp_path, row, said):
    file = tmp_path / "published.yaml"
    names = "{kind: regulator, name: {en: a, km: b}, note: {en: a, km: b}}"
    file.write_text(
        f"sources: {{}}\nperimeters:\n  one: {names}\nfigures:\n  - {{{row}}}\nnot_published: []\nnot_found: []\n", "utf-8"
    )
    with pytest.raises(PrakasError, match=r"published\.yaml") as told:
        read_published(file, LAW.sources, LAW.languages)
    assert said in str(told.value)
