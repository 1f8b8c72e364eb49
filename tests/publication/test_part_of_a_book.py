"""An audit of tapes that hold whole books, parts of books and the loans of a private person: what its reader is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from prakas.audit import Options, audit
from prakas.publication import summary_lines, write_report
from tests.publication.reading import page

LENDERS = {
    "whole": "whole,Whole book,company,licensed,",
    "part": "part,Part of a book,association,unregistered,false",
    "person": "person,A neighbour,person,unregistered,false",
}
LOANS = """
loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate,rate_method,frequency,amortization,fees_upfront,reported_outstanding,reported_days_past_due
w,whole,B1,KHR,1000000,2023-01-15,2024-01-15,24,declining,monthly,equal_installments,0,600000,0
p,part,B1,KHR,3000000,2023-01-15,2024-01-15,24,declining,monthly,equal_installments,0,2000000,40
n,person,B1,KHR,5000000,2023-01-15,2024-01-15,120,flat,monthly,equal_installments,0,4000000,40
"""
COLLATERAL = """
collateral_id,institution_id,loan_id,kind,title_ref,commune,taken_on
c1,whole,w,hard_title,T1,010201,2023-02-01
c2,part,p,hard_title,T1,010201,2023-01-15
c3,part,p,soft_title,T2,010201,2023-01-15
"""


def audited(place: Path, names: tuple[str, ...]) -> Path:
    """Return the result for a tape of some of these lenders."""
    tape = place / "tape"
    tape.mkdir()
    head = "institution_id,name,legal_form,status,is_whole_book"
    (tape / "institutions.csv").write_text("\n".join([head, *(LENDERS[name] for name in names)]) + "\n", "utf-8")
    for table, text, column in (("loans", LOANS, 1), ("collateral", COLLATERAL, 1)):
        first, *rows = text.strip().splitlines()
        kept = [row for row in rows if row.split(",")[column] in names]
        (tape / f"{table}.csv").write_text("\n".join([first, *kept]) + "\n", "utf-8")
    audit([tape], place / "out", Options(date(2023, 6, 30), report=write_report))
    return place / "out"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return audited(tmp_path_factory.mktemp("mixed"), tuple(LENDERS))


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return audited(tmp_path_factory.mktemp("parts"), ("part", "person"))


def record(folder: Path) -> dict:
    return json.loads((folder / "audit.json").read_text("utf-8"))


def test_the_sectors_totals_are_those_of_the_whole_books_alone(mixed):
    totals = record(mixed)["totals"]
    assert (totals["portfolio_khr"], totals["loans"], totals["borrowers"], totals["partial_books"]) == ("600000.00", 1, 1, 2)
    assert (totals["titles_hard"], totals["titles_soft"], totals["titles_in_sector"]) == (1, 0, 1)
    assert totals["loans_above_ceiling"] == 1
    titles = pq.read_table(mixed / "titles.parquet").to_pylist()
    assert [(row["institution_id"], row["titles"], row["first_in_sector"]) for row in titles] == [("whole", 1, 1)]


def test_with_parts_alone_no_total_is_known_and_none_is_zero(parts):
    totals = record(parts)["totals"]
    known = {name: value for name, value in totals.items() if value is not None}
    assert set(known) == {"partial_books", "findings"}
    assert pq.read_table(parts / "titles.parquet").num_rows == 0


def test_loans_and_titles_of_a_part_are_judged_and_a_persons_are_not(mixed):
    found = {(row["rule_id"], row["institution_id"]) for row in pq.read_table(mixed / "findings.parquet").to_pylist()}
    assert {who for rule, who in found if rule == "price.nominal_ceiling"} == {"whole", "part"}
    assert {who for rule, who in found if rule == "collateral.pledged_twice"} == {"whole", "part"}
    assert "person" not in {who for _, who in found}
    loans = {row["loan_id"]: row for row in pq.read_table(mixed / "loans.parquet").to_pylist()}
    assert loans["n"]["all_in_rate_nominal"] > 120
    assert loans["n"]["excess_at_ceiling"] > 0


def test_the_page_says_which_totals_are_wanting_and_why(mixed, parts):
    for folder, count in ((mixed, 2), (parts, 2)):
        shown = page(folder)
        assert f"only some loans are in the tapes: {count}" in shown.one(id="headline").text
        lenders = shown.one(id="lenders").text
        assert "only some of its loans are in the tape" in lenders
        assert "private person: not bound" in lenders
    assert page(parts).one("dd", data_fact="portfolio").text == "not assessed"
    assert "Known for 1 of 3 institutions." in page(mixed).one(id="headline").text


def test_the_summary_says_it_in_ten_lines(mixed, parts):
    said = "Parts of books   lenders with only some of their loans here: 2; no total counts them"
    for folder in (mixed, parts):
        assert said in summary_lines(record(folder))
    lines = summary_lines(record(parts))
    assert "Portfolio        not assessed" in lines
    assert "Price            not assessed" in lines
    assert not any(line.count("not assessed") > 1 for line in lines)
