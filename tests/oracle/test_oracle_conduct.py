"""The slow path on conduct in recovery and on burdens, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from tests.oracle.small import PLAIN, run, table

DAY = "2024-12-31"
LOANS = table(PLAIN, "L,A,B1,USD,100,2018-01-01,2026-01-01")
HEAD = "payment_id,loan_id,paid_on,principal,interest,fee,penalty,source"


def found(result, chapter="conduct."):
    return {
        (f[0].removeprefix(chapter), f[3]) if f[3] else f[0].removeprefix(chapter)
        for f in result.findings
        if f[0].startswith(chapter)
    }


def log(*steps):
    return table("loan_id,happened_on,step", *(f"L,{step.replace(' ', ',')}" for step in steps))


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        (["2020-07-16 land_sold_by_borrower"], {"land_sold"}),
        (["2020-07-15 land_sold_by_borrower"], set()),
        (["2020-08-01 land_sold_by_borrower", "2020-08-01 judgment"], set()),
        (["2020-08-01 land_sold_by_borrower", "2020-08-02 judgment"], {"land_sold"}),
        (["2020-08-02 land_sold_by_borrower", "2020-08-01 court_filing"], {"land_sold"}),
        (["2020-08-02 title_taken", "2020-08-02 court_filing"], set()),
        (["2020-08-02 title_taken", "2020-08-03 court_filing"], {"title_taken"}),
        (["2020-08-02 enforcement", "2020-08-01 court_filing"], {"enforced"}),
        (["2020-08-02 land_sold_by_lender", "2020-08-02 judgment"], set()),
        (["2019-01-01 threat"], {("pressure", "threat")}),
        (["2019-01-01 local_authority"], {("pressure", "local_authority")}),
        (["2025-01-01 threat"], set()),
        (["2024-09-01 land_sold_by_borrower", "2024-08-01 judgment", "2024-09-01 threat"], {"coerced_sale", ("pressure", "threat")}),
        (["2024-08-31 land_sold_by_borrower", "2024-08-01 judgment", "2024-08-01 threat"], {("pressure", "threat")}),
        (["2024-09-01 land_sold_by_borrower", "2024-08-01 judgment", "2024-09-02 threat"], {("pressure", "threat")}),
    ],
)  # fmt: skip
def test_steps_of_a_log(steps, wanted):
    assert found(run(DAY, loans=LOANS, recovery=log(*steps))) == wanted


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["P1,L,2021-01-01,10,1,,,land_sale"], 1100),
        (["P1,L,2021-01-01,10,1,0.50,0.25,land_sale"], 1175),
        (["P1,L,2021-01-01,10,1,,,land_sale", "P2,L,2021-01-01,-10,-1,,,land_sale"], None),
        (["P1,L,2021-01-01,10,1,,,land_sale", "P2,L,2021-01-02,-10,-1,,,land_sale"], 1100),
        (["P1,L,2020-07-15,10,1,,,land_sale"], None),
        (["P1,L,2021-01-01,10,1,,,asset_sale"], None),
        (["P1,L,2021-01-01,10,1,,,land_sale", "P2,L,2021-02-01,3,0,,,land_sale", "P3,L,2020-01-01,50,0,,,land_sale"], 1400),
    ],
)
def test_payments_that_land_brought(rows, wanted):
    result = run(DAY, loans=LOANS, recovery=log(), payments=table(HEAD, *rows))
    hits = [hit for hit in result.hits.values() if hit.rule == "conduct.land_sold"]
    assert [hit.amount for hit in hits] == ([] if wanted is None else [wanted])


def test_without_a_log_nothing_is_found():
    paid = table(HEAD, "P1,L,2021-01-01,10,1,,,land_sale")
    assert found(run(DAY, loans=LOANS, payments=paid)) == set()
    assert found(run(DAY, returned={"recovery": ["L"]}, loans=LOANS, payments=paid, recovery=log("2021-01-01 threat"))) == set()


def test_of_returned_payments_nothing_is_known():
    paid = table(HEAD, "P1,L,2021-01-01,10,1,,,land_sale")
    assert found(run(DAY, returned={"payments": ["L"]}, loans=LOANS, payments=paid, recovery=log())) == set()


def test_the_day_seen_is_the_first_one():
    result = run(DAY, loans=LOANS, recovery=log("2021-03-01 land_sold_by_borrower", "2020-09-01 land_sold_by_borrower"))
    assert {hit.observed for hit in result.hits.values() if hit.rule == "conduct.land_sold"} == {date(2020, 9, 1)}


# ------------------------------------------------------------------------------------------------------------- burden

INSTALLMENTS = table(
    "loan_id,number,due_on,principal,interest,fee", "L,1,2024-12-31,40,0,", "L,2,2025-01-31,50,9,1", "L,3,2025-02-01,10,0,"
)
PAID = table("payment_id,loan_id,paid_on,principal,interest", "P1,L,2024-12-31,40,0")
KHR = LOANS.replace("USD", "KHR")


@pytest.mark.parametrize(
    ("income", "wanted"), [("59.99", {"due_above_income"}), ("60", set()), ("0", {"due_above_income"}), ("", set())]
)
def test_what_falls_due_within_a_month_against_the_income(income, wanted):
    people = table("borrower_id,monthly_income_khr", f"B1,{income}")
    assert found(run(DAY, loans=KHR, installments=INSTALLMENTS, payments=PAID, borrowers=people), "burden.") == wanted


def test_a_loan_written_off_or_repaid_asks_for_nothing():
    people = table("borrower_id,monthly_income_khr", "B1,1")
    off = table(PLAIN + ",written_off_on", "L,A,B1,KHR,100,2018-01-01,2026-01-01,2024-12-31")
    assert found(run(DAY, loans=off, installments=INSTALLMENTS, payments=PAID, borrowers=people), "burden.") == set()
    whole = PAID + "P2,L,2024-12-31,60,9\n"
    assert found(run(DAY, loans=KHR, installments=INSTALLMENTS, payments=whole, borrowers=people), "burden.") == set()


@pytest.mark.parametrize(
    ("repaid", "taken", "wanted"),
    [("2024-03-10", "2024-03-31", {"N"}), ("2024-03-31", "2024-04-01", set()), ("2024-03-31", "2024-03-01", {"N"}),
     ("2024-03-31", "2023-03-01", set())],
)  # fmt: skip
def test_a_loan_taken_in_the_month_in_which_another_was_repaid(repaid, taken, wanted):
    loans = LOANS + f"N,A,B1,USD,100,{taken},2026-01-01\n"
    plan = table("loan_id,number,due_on,principal,interest", "L,1,2025-01-01,100,0", "N,1,2026-01-01,100,0")
    paid = table("payment_id,loan_id,paid_on,principal,interest", f"P1,L,{repaid},100,0")
    result = run(DAY, loans=loans, installments=plan, payments=paid)
    assert {f[2] for f in result.findings if f[0] == "burden.rolled_over"} == wanted


@pytest.mark.parametrize(
    ("principal", "currency", "taken", "wanted"),
    [("130.01", "USD", "2018-06-01", {"N"}), ("130", "USD", "2018-06-01", set()), ("130.01", "USD", "2018-05-31", set()),
     ("130.01", "THB", "2018-06-01", set())],
)  # fmt: skip
def test_a_loan_larger_than_the_share_of_the_one_it_repays(principal, currency, taken, wanted):
    head = PLAIN + ",refinances"
    loans = table(head, "L,A,B1,USD,100,2018-01-01,2026-01-01,", f"N,A,B1,{currency},{principal},{taken},2026-01-01,L")
    result = run(DAY, loans=loans)
    assert {f[2] for f in result.findings if f[0] == "burden.refinanced_larger"} == wanted
