from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from prakas.audit import Options, audit
from prakas.publication import grouped, write_report
from tests.publication.reading import page

TAPE = {
    "institutions": """
institution_id,name,legal_form,status,as_of
I1,Lender one,company,licensed,2017-09-30
I2,Lender two,ngo,unregistered,2017-09-30
""",
    "loans": """
loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate,rate_method,frequency,amortization
L1,I1,B1,USD,1200.00,2017-06-01,2018-06-01,18,declining,monthly,equal_installments
L2,I1,B2,USD,1200.00,2017-06-01,2018-06-01,24,flat,monthly,equal_installments
L3,I2,B3,KHR,150000000,2017-01-15,2018-01-15,30,declining,monthly,equal_installments
""",
    "fx": """
on,currency,khr
2017-09-29,USD,4080
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("audit")
    (place / "tape").mkdir()
    for name, text in TAPE.items():
        (place / "tape" / f"{name}.csv").write_text(text.lstrip(), "utf-8")
    audit([place / "tape"], place / "out", Options(date(2017, 9, 30), report=write_report))
    return place / "out"


def test_an_audit_leaves_a_page_that_names_every_rule_it_ran(folder):
    record = json.loads((folder / "audit.json").read_text("utf-8"))
    articles = {one.attrs["data-rule"]: one for one in page(folder).one(id="rules").all("article")}
    assert set(articles) == set(record["rules"])
    for name, tally in record["rules"].items():
        found = re.search(r"Covered (\S+): found (\S+), sound (\S+), not assessed (\S+)", articles[name].text)
        assert (found is None) == (tally["covered"] == 0), name
        if found:
            counts = [grouped(str(tally[key])) for key in ("covered", "found", "sound", "not_assessed")]
            assert list(found.groups()) == counts


def test_nobody_had_asked_before_the_letter_so_no_demand_is_counted_in_2017(folder):
    shown = page(folder).one("li", data_total="loans_above_ceiling_all_in")
    assert shown.one("p", class_="big").text == "not assessed"
    assert "Nothing in force" in shown.text


def test_what_no_tape_tells_is_not_assessed_and_not_zero(folder):
    report = page(folder)
    for fact in ("public_savings", "depositors", "titles_hard"):
        assert report.one("dd", data_fact=fact).text == "not assessed"
