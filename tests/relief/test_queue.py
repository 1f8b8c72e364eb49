"""The queue by hand: who comes first, how far a budget or a cap reaches, and that the order of rows changes nothing."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from tests.relief.made import PLAN, desk, plan, priced, written

BORROWERS = """borrower_id,commune,poverty,livelihood,work_status
    poor1,010201,idpoor1,farming,working
    poor2,010202,idpoor2,garment,working
    jobless,170104,none,trade,lost
    waiting,170104,none,garment,suspended
    weaver,120101,none,garment,working
    other,010201,none,other,working
    unsaid,010201,,other,working"""
LOAN = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate"
# 12 % a year, so three months cost 3 % of what is outstanding.
LOANS = {"big": 9_000_000, "small": 1_000_000, "poor1": 3_000_000, "poor2": 2_000_000, "jobless": 8_000_000, "waiting": 4_000_000, "weaver": 5_000_000, "unsaid": 6_000_000}  # fmt: skip
WHOSE = {"big": "other", "small": "other"}


def tables(order=None):
    names = order or list(LOANS)
    loans = "\n".join([LOAN, *(f"{n},A,{WHOSE.get(n, n)},KHR,{LOANS[n]},2020-06-01,2020-12-01,12" for n in names)])
    due = [f"{n},1,2020-12-01,{LOANS[n]},{LOANS[n] * 6 // 100}" for n in names]
    return {
        "loans": loans,
        "installments": "\n".join(["loan_id,number,due_on,principal,interest", *due]),
        "payments": "payment_id,loan_id,paid_on,principal,interest",
        "borrowers": BORROWERS,
    }


@pytest.fixture(scope="module")
def tape(tmp_path_factory):
    return written(tmp_path_factory.mktemp("queue") / "tape", **tables())


@pytest.fixture(scope="module")
def books(tape, tmp_path_factory):
    with desk(tape, tmp_path_factory.mktemp("desk")) as opened:
        yield opened


def test_tiers_come_in_the_plans_order_and_the_smaller_debt_first(books, tmp_path):
    seen = books.price(plan(tmp_path, who="[work_lost, idpoor1, {livelihood: [garment]}, everyone]"))
    assert seen.granted == ["jobless", "poor1", "poor2", "waiting", "weaver", "small", "unsaid", "big"]
    rows = {row["loan_id"]: row for row in seen.queue}
    assert [rows[n]["tier"] for n in seen.granted] == [1, 2, 3, 3, 3, 4, 4, 4]
    assert [rows[n]["place"] for n in seen.granted] == list(range(1, 9))
    assert rows["jobless"]["reason"] == "work_lost"
    assert rows["weaver"]["reason"] == "livelihood: garment"
    assert rows["jobless"]["cost"] == Decimal("240000.00")
    assert rows["poor1"]["cost_so_far_khr"] == Decimal("330000.00")


@pytest.mark.parametrize(
    ("who", "wanted"),
    [
        ("[idpoor1]", ["poor1"]),
        ("[idpoor2]", ["poor2"]),
        ("[work_suspended]", ["waiting"]),
        ('[{province: ["17"]}]', ["waiting", "jobless"]),
        ('[{communes: ["010202", "120101"]}]', ["poor2", "weaver"]),
        ('[{province: ["17"]}, {livelihood: [garment]}]', ["waiting", "jobless", "poor2", "weaver"]),
    ],
)
def test_a_tier_holds_those_whom_it_names(books, tmp_path, who, wanted):
    seen = books.price(plan(tmp_path, who=who))
    assert seen.granted == wanted


def test_communes_may_stand_in_a_file_beside_the_plan(books, tmp_path):
    (tmp_path / "poor.csv").write_text("commune,name\n120101,x\n010202,y\n", encoding="utf-8")
    seen = books.price(plan(tmp_path, who="[{communes: poor.csv}]"))
    assert seen.granted == ["poor2", "weaver"]
    told = seen.record["plans"][0]["plan"]["who"][0]
    assert told["file"] == "poor.csv"
    assert len(told["sha256"]) == 64


def test_a_borrower_of_whom_it_is_not_known_is_not_assessed_and_not_passed_over_in_silence(books, tmp_path):
    seen = books.price(plan(tmp_path, who="[idpoor1, idpoor2]"))
    apart = {row["loan_id"]: row["missing"] for row in seen.queue if row["state"] == "not_assessed"}
    assert apart == {"unsaid": "the borrower's poverty level"}
    assert seen.record["plans"][0]["not_assessed_because"] == {"the borrower's poverty level": 1}


# In order: jobless 240,000 riel, then poor1 90,000 (330,000), then poor2 60,000 (390,000).
@pytest.mark.parametrize(("budget", "reached"), [(239_999, 0), (240_000, 1), (389_999, 2), (390_000, 3)])
def test_a_budget_reaches_as_far_as_it_pays_for_and_not_one_riel_further(books, tmp_path, budget, reached):
    seen = books.price(plan(tmp_path, who="[work_lost, idpoor1, idpoor2]", budget=budget))
    assert seen.granted == ["jobless", "poor1", "poor2"][:reached]
    states = [row["state"] for row in seen.queue if row["state"] != "not_assessed"]
    assert states == ["granted"] * reached + ["beyond_budget"] * (3 - reached)
    assert len(seen.rows("installments")) == reached
    spent = [0, 240_000, 330_000, 390_000][reached]
    assert seen.totals["budget_left_khr"] == f"{budget - spent}.00"


def test_a_budget_ends_at_the_first_loan_that_does_not_fit_and_nobody_is_passed_over(books, tmp_path):
    seen = books.price(plan(tmp_path, who="[work_lost, idpoor1, everyone]", budget=340_000))
    assert seen.granted == ["jobless", "poor1"]  # small would cost 30,000 and poor2 stands before nobody who fits


@pytest.mark.parametrize("cap", [0, 1, 2])
def test_a_cap_counts_loans(books, tmp_path, cap):
    seen = books.price(plan(tmp_path, who="[work_lost, idpoor1, idpoor2]", cap=cap))
    assert seen.granted == ["jobless", "poor1", "poor2"][:cap]


def test_the_order_of_the_rows_in_the_tape_changes_nothing(tape, tmp_path):
    order = list(LOANS)
    random.Random(4).shuffle(order)
    turned = written(tmp_path / "turned", **tables(order))
    plans = plan(tmp_path, who="[idpoor1, {livelihood: [garment]}, everyone]", cap=5)
    first, second = priced(tape, tmp_path / "a", plans), priced(turned, tmp_path / "b", plans)
    for name in ("queue", "costs"):
        assert first.rows(name) == second.rows(name)
    for seen in (first, second):
        by_loan = sorted(seen.rows("installments"), key=lambda row: (row["loan_id"], row["number"]))
        assert [row["loan_id"] for row in by_loan] == sorted(seen.granted)


def test_loans_written_off_or_repaid_and_those_of_private_people_are_not_covered(tmp_path):
    lenders = "institution_id,name,legal_form,status,as_of\nA,Alpha,company,licensed,2020-06-30\nP,Somebody,person,unregistered,2020-06-30"
    loans = f"""{LOAN},written_off_on
        open,A,b,KHR,100,2020-01-01,2020-12-01,12,
        off,A,b,KHR,100,2020-01-01,2020-12-01,12,2020-06-30
        done,A,b,KHR,100,2020-01-01,2020-12-01,12,
        private,P,b,KHR,100,2020-01-01,2020-12-01,12,"""
    due = "loan_id,number,due_on,principal,interest\n" + "\n".join(
        f"{n},1,2020-12-01,100,1" for n in ("open", "off", "done", "private")
    )
    paid = "payment_id,loan_id,paid_on,principal,interest\nY,done,2020-06-30,100,1"
    tape = written(tmp_path / "tape", institutions=lenders, loans=loans, installments=due, payments=paid)
    seen = priced(tape, tmp_path / "out", plan(tmp_path))
    assert [row["loan_id"] for row in seen.queue] == ["open"]


def test_the_letter_with_no_months_gives_back_the_schedules_that_it_read_to_the_byte(books, tape, tmp_path):
    """Every cell of the tape's own file, as the new schedules have it."""
    from prakas.jurisdictions import pack  # noqa: PLC0415
    from prakas.relief import shipped  # noqa: PLC0415

    text = shipped(pack())["letter"].read_text("utf-8")
    seen = books.price(plan(tmp_path, text, months=0))
    rows = sorted(seen.rows("installments"), key=lambda row: list(LOANS).index(row["loan_id"]))
    again = ["loan_id,number,due_on,principal,interest"]
    again += [f"{r['loan_id']},{r['number']},{r['due_on']},{r['principal']:.0f},{r['interest']:.0f}" for r in rows]
    assert ("\n".join(again) + "\n").encode() == (tape / "installments.csv").read_bytes()
    assert {row["change"] for row in rows} == {"kept"}
    assert all(row["old_due_on"] == row["due_on"] and row["old_interest"] == row["interest"] for row in rows)
    assert seen.totals["interest_forgone_khr"] == seen.totals["cash_delayed_at_end_khr"] == "0.00"
    texts = {one["key"]: one["kept"] for one in seen.record["plans"][0]["plan"]["texts"]}
    assert texts["months"] is False  # the letter asks for three at least


def test_the_months_of_the_lenders_add_up_to_the_totals(books, tmp_path):
    seen = books.price(plan(tmp_path))
    costs = seen.rows("costs")
    assert f"{sum(r['interest_forgone_khr'] for r in costs)}" == seen.totals["interest_forgone_khr"]
    assert sum(row["cost_khr"] for row in seen.queue) == sum(r["interest_forgone_khr"] for r in costs) == Decimal("1140000.00")
    assert [r["interest_forgone_khr"] for r in costs[:4]] == [Decimal(n) for n in ("0.00", "380000.00", "380000.00", "380000.00")]
    assert sum(r["cash_delayed_khr"] for r in costs) == 0


def test_a_plan_without_anybody_in_it_writes_empty_tables(books, tmp_path):
    seen = books.price(plan(tmp_path, who='[{province: ["24"]}]'))
    assert seen.queue == seen.rows("installments") == []
    assert {r["month"] for r in seen.rows("costs")} == {0, 1, 2, 3}
    assert seen.totals["loans_granted"] == 0


def test_two_plans_are_set_beside_each_other(tape, tmp_path):
    more = plan(tmp_path, PLAN, "longer.yaml", months=6)
    seen = priced(tape, tmp_path / "out", plan(tmp_path, cap=2), more)
    rows = {row["institution_id"]: row for row in seen.rows("comparison")}
    assert rows["A"] | {"institution_id": ""} == rows[""]
    assert (rows["A"]["loans_first"], rows["A"]["loans_second"], rows["A"]["loans_difference"]) == (2, 8, 6)
    assert rows["A"]["interest_forgone_khr_second"] == Decimal("2280000.00")
    assert sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir()) == ["1-plan", "2-longer"]
