"""What lies beyond a ceiling, over a whole tape: the law's limit and what is asked for apart, and sums of what is shown."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal

import pytest

from prakas.sample import write_sample
from tests.acceptance.running import audited, written

PARTS = ("excess_khr", "carried_khr", "paid_khr", "never_due_khr", "to_come_khr")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    folder = tmp_path_factory.mktemp("refunds")
    write_sample(folder / "sector", loans=1_500, seed=11, audit_date=dt.date(2020, 12, 31), form="parquet")
    return audited(folder / "sector", folder / "out", "2020-12-31")


def test_every_row_is_a_finding_with_its_amount_and_every_such_finding_has_a_row(seen):
    found = {
        (f["rule_id"], f["institution_id"], f["loan_id"]): f["amount"]
        for f in seen.rows("findings")
        if f["rule_id"] in ("price.nominal_ceiling", "price.all_in_ceiling") and f["amount"]
    }
    rows = {(r["rule_id"], r["institution_id"], r["loan_id"]): r["excess"] for r in seen.rows("refunds")}
    assert rows == found
    assert {r["standing"] for r in seen.rows("refunds")} == {"law", "demand"}


def test_the_parts_of_each_row_add_up(seen):
    known = [r for r in seen.rows("refunds") if r["paid"] is not None]
    assert len(known) > 10
    for row in known:
        assert row["carried"] == row["paid"] + row["never_due"] + row["to_come"]
        assert row["carried_khr"] == row["paid_khr"] + row["never_due_khr"] + row["to_come_khr"]


def test_totals_are_sums_of_the_rows_and_law_and_demand_stay_apart(seen):
    sums = defaultdict(lambda: defaultdict(Decimal))
    for row in seen.rows("refunds"):
        keys = [("institution", row["institution_id"]), ("month", row["disbursed_on"].isoformat()[:7])]
        keys += [("borrower", row["borrower_id"])] if row["borrower_id"] else []
        for by, key in keys:
            entry = sums[by, key, row["standing"]]
            entry["loans"] += 1
            for name in PARTS:
                entry[name] = None if entry.get(name, 0) is None or row[name] is None else entry[name] + row[name]
    for row in seen.rows("refund_totals"):
        entry = sums.pop((row["by"], row["key"], row["standing"]))
        assert row["loans"] == entry["loans"]
        assert {name: row[name] for name in PARTS} == {name: entry[name] for name in PARTS}
    assert not sums


def test_the_record_holds_the_sum_of_each_standing(seen):
    for standing in ("law", "demand"):
        rows = [r["carried_khr"] for r in seen.rows("refunds") if r["standing"] == standing]
        assert seen.record["totals"][f"refund_{standing}_khr"] == str(sum(rows))


INSTITUTIONS = "institution_id,name,legal_form,status\nA,Lender A,company,licensed\nB,Bank B,bank,bank\n"
LOANS = """loan_id,institution_id,borrower_id,currency,principal,signed_on,disbursed_on,matures_on
dear,A,P1,USD,1000,2019-01-15,2019-01-15,2020-01-15
before,A,P2,USD,1000,2017-03-31,2017-03-31,2018-03-31
bank,B,P1,USD,1000,2019-01-15,2019-01-15,2020-01-15
"""
INSTALLMENTS = """loan_id,number,due_on,principal,interest
dear,1,2020-01-15,1000,300
before,1,2018-03-31,1000,300
bank,1,2020-01-15,1000,300
"""
CHARGES = "loan_id,charged_on,kind,amount\ndear,2019-01-15,admin,10\n"
PAYMENTS = "payment_id,loan_id,paid_on,principal,interest\nx,dear,2019-02-15,0,0.01\n"
TAPE = {"institutions": INSTITUTIONS, "loans": LOANS, "installments": INSTALLMENTS, "charges": CHARGES, "payments": PAYMENTS}


def test_before_the_letter_nothing_is_asked_and_a_bank_is_bound_by_no_law(tmp_path):
    tape = written(tmp_path / "tape", TAPE)
    rows = {day: audited(tape, tmp_path / day, day).rows("refunds") for day in ("2019-07-15", "2020-07-15", "2020-07-16")}
    assert [(r["loan_id"], r["standing"]) for r in rows["2019-07-15"]] == [("dear", "law")]
    assert [(r["loan_id"], r["standing"]) for r in rows["2020-07-15"]] == [("dear", "law")]
    asked = [(r["loan_id"], r["standing"]) for r in rows["2020-07-16"]]
    assert asked == [("dear", "demand"), ("dear", "law"), ("bank", "demand")]


def test_a_dollar_without_a_rate_leaves_the_sum_in_riel_unknown_and_counted(tmp_path):
    tape = written(tmp_path / "tape", TAPE)
    seen = audited(tape, tmp_path / "out", "2019-07-15")
    (row,) = seen.rows("refunds")
    assert row["excess"] == Decimal("87.30")
    assert row["excess_khr"] is None
    assert {(t["by"], t["loans"], t["loans_without_rate"], t["excess_khr"]) for t in seen.rows("refund_totals")} == {
        ("borrower", 1, 1, None),
        ("institution", 1, 1, None),
        ("month", 1, 1, None),
    }
    assert seen.record["totals"]["refund_law_khr"] is None
