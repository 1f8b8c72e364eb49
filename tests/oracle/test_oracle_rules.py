"""Rules and totals on tapes typed by hand, on both sides of each line."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.oracle.small import OTHER, OTHER_ROW, PLAIN, loan, paid, rules, run, table

D = Decimal
RECORDS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "cases" / "thresholds.json").read_text(encoding="utf-8")
)["records"]
HEAD = (
    "institution_id,name,legal_form,status,as_of,informed_of_refusal_on,"
    "reported_portfolio_khr,reported_borrowers,reported_public_savings_khr,reported_depositors"
)
REGIMES = {"license": "licence", "registration": "registration", "none": "none"}


def of(family: str) -> list[Any]:
    return [pytest.param(r, id=r["id"]) for r in RECORDS if r["family"] == family]


def standing(
    portfolio: int, borrowers: int, savings: int, depositors: int, status: str = "unregistered", day: str = "2015-06-30"
) -> tuple[str | None, set[Any]]:
    row = f"A,Alpha,ngo,{status},,,{portfolio},{borrowers},{savings},{depositors}"
    result = run(day, institutions=table(HEAD, row))
    return result.institutions[0]["required_standing"], {(f[0], f[3]) for f in result.findings}


@pytest.mark.parametrize("record", of("licensing"))
def test_published_readings_of_the_thresholds(record: dict[str, Any]) -> None:
    credit, savings = record["input"].get("credit", {}), record["input"].get("savings", {})
    figures = [
        credit.get("portfolio_khr", 0),
        credit.get("borrowers", 0),
        savings.get("amount_khr", 0),
        savings.get("depositors", 0),
    ]
    portfolio, borrowers, amount, depositors = (int(f) for f in figures)
    regime = standing(portfolio, borrowers, amount, depositors)[0]
    assert REGIMES[str(regime)] == record["expected"]["regime"]


@pytest.mark.parametrize(
    ("figures", "regime", "trigger"),
    [
        ((99_999_999, 0, 0, 0), "none", ""),
        ((100_000_000, 0, 0, 0), "registration", "portfolio"),
        ((999_999_999, 999, 0, 0), "registration", "portfolio"),
        ((1_000_000_000, 0, 0, 0), "license", "portfolio"),
        ((0, 999, 0, 0), "none", ""),
        ((0, 1000, 0, 0), "license", "borrowers"),
        ((0, 0, 999_999, 99), "none", ""),
        ((0, 0, 1_000_000, 0), "registration", "public_savings"),
        ((0, 0, 0, 100), "registration", "depositors"),
        ((0, 0, 99_999_999, 999), "registration", "public_savings depositors"),
        ((0, 0, 100_000_000, 0), "license", "public_savings"),
        ((0, 0, 0, 1000), "license", "depositors"),
    ],
)
def test_one_unit_below_and_at_each_threshold(figures: tuple[int, int, int, int], regime: str, trigger: str) -> None:
    rule = {"none": "", "registration": "registration.required", "license": "licensing.required"}[regime]
    assert standing(*figures) == (regime, {(rule, t) for t in trigger.split()})


def test_the_duty_falls_on_those_below_the_standing_and_the_transition_ends_with_2002() -> None:
    assert standing(1_000_000_000, 0, 0, 0, "registered")[1] == {("licensing.required", "portfolio")}
    assert standing(1_000_000_000, 0, 0, 0, "licensed")[1] == set()
    assert standing(100_000_000, 0, 0, 0, "registered")[1] == set()
    assert standing(1_000_000_000, 0, 0, 0, day="2002-12-31")[1] == {("licensing.transition", "portfolio")}
    assert standing(1_000_000_000, 0, 0, 0, day="2003-01-01")[1] == {("licensing.required", "portfolio")}
    assert standing(1_000_000_000, 0, 0, 0, day="2002-02-24") == (None, set())


def test_what_is_not_known_cannot_clear_a_lender_but_one_condition_met_is_enough() -> None:
    result = run("2015-06-30", institutions=table(HEAD, "A,Alpha,ngo,unregistered,,,5,,,"))
    assert result.institutions[0]["required_standing"] is None
    result = run("2015-06-30", institutions=table(HEAD, "A,Alpha,ngo,unregistered,,,100000000,,,"))
    assert result.institutions[0]["required_standing"] == "registration"


@pytest.mark.parametrize("record", of("wind_down"))
def test_three_calendar_months_after_the_notice_lending_ends(record: dict[str, Any]) -> None:
    informed, last = record["input"]["informed_on"], record["expected"]["cease_by"]
    institutions = table(HEAD, f"A,Alpha,ngo,unregistered,,{informed},,,,")
    loans = table(PLAIN, f"L,A,B,KHR,10,{last},2003-01-01", "M,A,B,KHR,10,2002-06-16,2003-01-01")
    result = run("2002-12-01", institutions=institutions, loans=loans)
    assert {f for f in result.findings if f[0] == "registration.cessation"} == {("registration.cessation", "A", "M", "")}


REPORTED = PLAIN + ",reported_class,reported_outstanding,reported_days_past_due,reported_provision,reported_accrued_interest"


def graded(day: str, days: int, matures_on: str = "2030-01-01", books: str = "", kind: str = "company,licensed") -> Any:
    loans = table(REPORTED, f"L,A,B,KHR,1000000,2001-01-01,{matures_on},{books},1000000,{days},0,77")
    return run(day, institutions=table("institution_id,name,legal_form,status", f"A,Alpha,{kind}"), loans=loans)


@pytest.mark.parametrize(
    ("day", "term", "kind", "grades"),
    [
        (
            "2015-06-30",
            "2002-01-01",
            "company,licensed",
            "30 standard 31 substandard 60 substandard 61 doubtful 90 doubtful 91 loss",
        ),
        (
            "2015-06-30",
            "2002-01-02",
            "company,licensed",
            "30 standard 31 substandard 180 substandard 181 doubtful 360 doubtful 361 loss",
        ),
        ("2017-11-30", "2002-01-02", "ngo,unregistered", "30 standard 31 substandard 180 substandard 181 doubtful"),
        (
            "2002-09-12",
            "2002-01-01",
            "company,licensed",
            "90 standard 91 substandard 180 substandard 181 doubtful 359 doubtful 360 loss",
        ),
        ("2008-06-30", "2002-01-01", "bank,bank", "90 standard 91 substandard 360 loss"),
        (
            "2015-06-30",
            "2002-01-01",
            "bank,bank",
            "29 standard 30 special_mention 89 special_mention 90 substandard 180 doubtful 360 loss",
        ),
        (
            "2017-12-01",
            "2002-01-01",
            "company,licensed",
            "14 standard 15 special_mention 30 special_mention 31 substandard 61 doubtful 90 doubtful 91 loss",
        ),
        (
            "2017-12-01",
            "2002-01-02",
            "bank,bank",
            "29 standard 30 special_mention 90 substandard 179 substandard 180 doubtful 359 doubtful 360 loss",
        ),
    ],
)
def test_grades_by_days_term_kind_and_date(day: str, term: str, kind: str, grades: str) -> None:
    words = grades.split()
    for days, grade in zip(words[::2], words[1::2], strict=True):
        assert loan(graded(day, int(days), term, kind=kind))["grade"] == grade, days


def test_before_the_first_instrument_nothing_is_graded() -> None:
    assert loan(graded("2002-06-06", 400))["grade"] is None
    assert loan(graded("2002-06-07", 400))["grade"] == "loss"


def test_books_that_show_a_better_grade_are_found_and_worse_ones_are_not() -> None:
    assert "classification.grade" in rules(graded("2015-06-30", 31, books="standard"))
    assert "classification.grade" not in rules(graded("2015-06-30", 31, books="substandard"))
    assert "classification.grade" not in rules(graded("2015-06-30", 31, books="loss"))


def test_interest_of_a_substandard_loan_taken_to_income_is_suspended() -> None:
    assert (loan(graded("2015-06-30", 31))["interest_in_suspense"], "suspense.recognized" in rules(graded("2015-06-30", 31))) == (
        D(77),
        True,
    )
    assert (loan(graded("2015-06-30", 30))["interest_in_suspense"], "suspense.recognized" in rules(graded("2015-06-30", 30))) == (
        D(0),
        False,
    )


@pytest.mark.parametrize("record", of("provision2002"))
def test_published_readings_of_the_minimum_provision(record: dict[str, Any]) -> None:
    said = record["input"]
    days = {"substandard": 31, "doubtful": 181, "loss": 361}[said["class"]]
    value = said["proven_non_cash_collateral"]
    loans = table(REPORTED, f"L,A,B,KHR,{said['outstanding']},2013-01-01,2016-01-01,,{said['outstanding']},{days},0,")
    collateral = table(
        "collateral_id,loan_id,kind,taken_on,value,valued_on,valuation_accepted",
        f"C,L,building,2013-01-01,{value},2015-06-30,true",
    )
    row = loan(run("2015-06-30", loans=loans, collateral=collateral))
    assert (row["grade"], row["provision_required"]) == (said["class"], D(record["expected"]["specific_provision"]))


COLLATERAL = "collateral_id,loan_id,kind,title_ref,taken_on,released_on,value,valued_on,valuation_accepted"


def provision(days: int, *collateral: str, reported: str = "0") -> dict[str, Any]:
    loans = table(REPORTED, f"L,A,B,KHR,1000.25,2013-01-01,2016-01-01,,1000.25,{days},{reported},")
    return loan(run("2015-06-30", loans=loans, collateral=table(COLLATERAL, *collateral)))


def test_cash_reduces_the_base_and_half_a_unit_is_rounded_up() -> None:
    assert provision(31, "C,L,cash,,2013-01-01,,0.20,,")["provision_required"] == D("100.01")  # 100.005
    assert provision(31, "C,L,cash,,2013-01-01,2015-06-30,900,,")["provision_base"] == D("1000.25"), "released on the day"
    assert provision(31, "C,L,cash,,2013-01-01,2015-07-01,2000,,")["provision_required"] == D(0)
    assert provision(31, "C,L,building,,2013-01-01,,2000,2015-01-01,true")["provision_required"] == D("100.03")
    assert provision(31, reported="100.02")["provision_shortfall"] == D("0.01")
    assert provision(31, reported="100.03")["provision_shortfall"] == D(0)
    assert provision(31, reported="")["provision_shortfall"] is None


def test_only_a_value_proved_by_the_day_and_accepted_reduces_a_loss() -> None:
    assert provision(361, "C,L,hard_title,,2013-01-01,,1000,2015-06-30,true")["provision_required"] == D("0.25")
    assert provision(361, "C,L,hard_title,,2013-01-01,,1000,2015-07-01,true")["provision_required"] == D("1000.25")
    assert provision(361, "C,L,hard_title,,2013-01-01,,1000,2015-06-30,")["provision_required"] == D("1000.25")


def test_one_titles_value_covers_the_earliest_loan_still_outstanding_and_never_two() -> None:
    loans = table(
        REPORTED,
        "E,A,B,KHR,100,2012-01-01,2016-01-01,,0,0,0,",
        "F,A,B,KHR,100,2012-02-01,2016-01-01,,100,361,0,",
        "G,A,B,KHR,100,2012-03-01,2016-01-01,,100,361,0,",
    )
    rows = [f"C{n},{n},hard_title,T1,2012-01-01,,60,2015-01-01,true" for n in "EFG"]
    result = run("2015-06-30", loans=loans, collateral=table(COLLATERAL, *rows))
    assert [loan(result, n)["provision_required"] for n in "EFG"] == [D(0), D(40), D(100)]
    assert result.institutions[0]["titles_hard"] == 1


TERMS = PLAIN + ",nominal_rate,signed_on,restructured_on"


@pytest.mark.parametrize("record", of("ceiling"))
def test_published_readings_of_the_ceiling(record: dict[str, Any]) -> None:
    agreed, rate = record["input"]["agreed_on"], record["input"]["nominal_annual_rate_percent"]
    if record["input"]["kind"] == "restructured":
        row = f"L,A,B,KHR,1000,2015-01-01,2019-01-01,{rate},2015-01-01,{agreed}"
    else:
        row = f"L,A,B,KHR,1000,{agreed},2019-01-01,{rate},{agreed},"
    found = "price.nominal_ceiling" in rules(run("2018-06-30", loans=table(TERMS, row)))
    assert found == (record["expected"]["result"] == "above the ceiling")


def test_eighteen_percent_passes_banks_are_outside_and_the_signing_counts() -> None:
    def found(row: str, kind: str = "company,licensed") -> bool:
        institutions = table("institution_id,name,legal_form,status", f"A,Alpha,{kind}")
        return "price.nominal_ceiling" in rules(run("2018-06-30", institutions=institutions, loans=table(TERMS, row)))

    assert not found("L,A,B,KHR,1000,2017-04-01,2019-01-01,18,,")
    assert found("L,A,B,KHR,1000,2017-04-01,2019-01-01,18.000001,,")
    assert not found("L,A,B,KHR,1000,2017-04-01,2019-01-01,30,2017-03-31,")
    assert not found("L,A,B,KHR,1000,2017-04-01,2019-01-01,30,,", "bank,bank")


def lived(interests: list[int], principal: int = 100) -> bool:
    rows = [f"L,{n},2017-{n + 4:02d}-15,{principal},{i}" for n, i in enumerate(interests, start=1)]
    loans = table(PLAIN, f"L,A,B,USD,{principal * len(interests)},2017-04-15,2018-04-15")
    return "price.flat_method" in rules(
        run("2017-06-30", loans=loans, installments=table("loan_id,number,due_on,principal,interest", *rows))
    )


def test_interest_that_stays_while_the_principal_falls_is_flat_as_lived() -> None:
    assert lived([10, 10, 10, 10])
    assert lived([10, 10, 10, 3]), "the last instalment is left out"
    assert not lived([10, 8, 5, 3])
    assert not lived([10, 10])
    assert not lived([10, 10, 10, 10], 0), "a bullet's balance does not fall"
    assert not lived([0, 0, 0, 0])


def test_the_demand_holds_the_all_in_rate_of_banks_too_from_the_day_of_the_letter() -> None:
    head = PLAIN + ",nominal_rate,rate_method,frequency,amortization,fees_upfront"
    loans = table(head, "L,A,B,USD,1000,2018-01-15,2019-01-15,18,declining,monthly,equal_installments,10")
    for kind in ("company,licensed", "bank,bank"):
        institutions = table("institution_id,name,legal_form,status", f"A,Alpha,{kind}")
        assert "price.all_in_ceiling" in rules(run("2020-07-16", institutions=institutions, loans=loans))
        assert "price.all_in_ceiling" not in rules(run("2020-07-15", institutions=institutions, loans=loans))


def taken(*rows: str, day: str = "2025-06-30", loans: str = "") -> set[tuple[str, str, str]]:
    head = PLAIN + ",is_microloan,segment"
    loans = loans or table(head, "L,A,B1,KHR,1000,2019-01-01,2026-01-01,,sme")
    borrowers = table("borrower_id,poverty", "B1,idpoor2", "B2,none")
    result = run(
        day,
        loans=loans,
        borrowers=borrowers,
        collateral=table("collateral_id,loan_id,kind,title_ref,taken_on,released_on", *rows),
    )
    return {(f[0].removeprefix("collateral."), f[2], f[3]) for f in result.findings if f[0].startswith("collateral.")}


def test_titles_and_papers_are_found_from_the_day_after_or_the_day_of_their_rule() -> None:
    assert taken("C,L,hard_title,T,2020-07-16,") == set()
    assert taken("C,L,soft_title,T,2020-07-17,2021-01-01") == {("title_taken_from_poor", "C", "idpoor")}
    assert taken("C,L,id_paper,,2023-02-09,", "D,L,id_paper,,2023-02-10,2023-03-01") == {("forbidden_paper", "D", "")}
    assert taken("C,L,idpoor_card,,2024-08-31,", "D,L,idpoor_card,,2024-09-01,") == {("poverty_card", "D", "")}


def test_a_microloan_is_declared_or_else_what_is_not_sme_and_not_a_banks() -> None:
    def of_loan(declared: str, segment: str, borrower: str = "B2") -> set[tuple[str, str, str]]:
        row = f"L,A,{borrower},KHR,1000,2019-01-01,2026-01-01,{declared},{segment}"
        return taken("C,L,hard_title,T,2020-07-17,", loans=table(PLAIN + ",is_microloan,segment", row))

    found = {("title_taken_from_poor", "C", "microloan")}
    assert of_loan("true", "sme") == found
    assert of_loan("false", "individual") == set()
    assert of_loan("", "individual") == found
    assert of_loan("", "sme") == set()


def test_a_title_is_held_after_repayment_from_the_day_after_its_last_loan_is_repaid() -> None:
    loans = table(PLAIN, "L,A,B,USD,100,2016-01-01,2016-06-01", OTHER)
    rows = table("loan_id,number,due_on,principal,interest", "L,1,2016-06-01,100,1", OTHER_ROW[:-1])
    collateral = table("collateral_id,loan_id,kind,title_ref,taken_on,released_on", "C,L,soft_title,,2016-01-01,2016-07-01")

    def held(day: str) -> tuple[bool, int]:
        result = run(day, loans=loans, installments=rows, payments=paid("2016-05-01,100,1"), collateral=collateral)
        return ("collateral.held_after_repayment", "A", "C", "") in result.findings, result.institutions[0][
            "titles_after_repayment"
        ]

    assert held("2016-05-01") == (False, 0)
    assert held("2016-05-02") == (True, 1)
    assert held("2016-07-01") == (False, 0)


def test_a_title_that_two_institutions_hold_is_found_at_both() -> None:
    institutions = table("institution_id,name,legal_form,status", "A,Alpha,company,licensed", "B,Beta,company,licensed")
    loans = table(PLAIN, "L,A,X,KHR,100,2016-01-01,2018-06-01", "M,B,X,KHR,100,2016-01-01,2018-06-01")
    head = "collateral_id,loan_id,kind,title_ref,taken_on,released_on"
    twice = table(head, "C,L,soft_title,T,2016-01-01,", "D,M,hard_title,T,2016-01-01,2016-07-01")
    found = {("collateral.pledged_twice", i, "T", "") for i in "AB"}
    assert run("2016-06-30", institutions=institutions, loans=loans, collateral=twice).findings == found
    assert run("2016-07-01", institutions=institutions, loans=loans, collateral=twice).findings == set()


def test_totals_in_riel_convert_each_loan_half_up_and_ask_for_a_rate_of_at_most_seven_days() -> None:
    head = PLAIN + ",reported_outstanding,reported_days_past_due"
    loans = table(
        head,
        "L,A,B1,USD,10,2016-01-01,2018-06-01,1.10,0",
        "M,A,B1,USD,10,2016-01-01,2018-06-01,1.10,31",
        "N,A,B2,KHR,10,2016-01-01,2018-06-01,0.50,0",
    )
    fx = table("on,currency,khr", "2016-06-20,USD,9999", "2016-06-23,USD,4005", "2016-07-01,USD,9999")
    row = run("2016-06-30", loans=loans, fx=fx).institutions[0]
    # 1.10 x 4005 = 4405.5 -> 4406 each
    assert (row["portfolio_khr"], row["borrowers"], row["loans"]) == (D("8812.50"), 2, 3)
    assert row["par30"] == D("49.997163121")  # 4406 / 8812.5
    assert (
        run("2016-07-01", loans=loans, fx=table("on,currency,khr", "2016-06-23,USD,4005")).institutions[0]["portfolio_khr"]
        is None
    )


def test_deposits_count_voluntary_and_unknown_kinds_as_public_savings_and_all_as_depositors() -> None:
    deposits = table(
        "account_id,institution_id,depositor_id,currency,balance,kind",
        "1,A,D1,KHR,10,voluntary",
        "2,A,D1,KHR,5,",
        "3,A,D2,KHR,7,compulsory",
        "4,A,D3,KHR,0,",
    )
    row = run("2016-06-30", deposits=deposits).institutions[0]
    assert (row["public_savings_khr"], row["all_savings_khr"], row["depositors"]) == (D(15), D(22), 2)


def test_figures_that_differ_from_the_books_are_found_field_by_field() -> None:
    head = PLAIN + ",reported_outstanding,reported_days_past_due,reported_class"
    rows = table("loan_id,number,due_on,principal,interest", "L,1,2016-06-01,100,1", OTHER_ROW[:-1])
    loans = table(head, "L,A,B,USD,100,2016-01-01,2016-06-01,99,8,loss", OTHER + ",,,")
    institutions = table("institution_id,name,legal_form,status,reported_borrowers", "A,Alpha,company,licensed,2")
    result = run("2016-06-10", institutions=institutions, loans=loans, installments=rows, payments=paid())
    assert {f[1:] for f in result.findings} == {
        ("A", "L", "reported_outstanding"),
        ("A", "L", "reported_days_past_due"),
        ("A", "L", "reported_class"),
        ("A", "A", "reported_borrowers"),
    }
