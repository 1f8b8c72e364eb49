"""Positions worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.oracle.small import OTHER, OTHER_ROW, PLAIN, loan, paid, run, table

D = Decimal
ROWS = table(
    "loan_id,number,due_on,principal,interest,fee",
    "L,1,2016-02-29,100,6,",
    "L,2,2016-03-31,100,4,",
    "L,3,2016-04-30,100,2,",
    OTHER_ROW,
)
LOANS = table(PLAIN, "L,A,B1,USD,300,2016-01-31,2016-04-30", OTHER)


def seen(day: str, *payments: str) -> dict[str, object]:
    return loan(run(day, loans=LOANS, installments=ROWS, payments=paid(*payments)))


@pytest.mark.parametrize(
    ("day", "days", "principal", "interest"),
    [
        ("2016-02-28", 0, "0", "0"),
        ("2016-02-29", 0, "0", "0"),
        ("2016-03-01", 1, "100", "6"),
        ("2016-03-31", 31, "100", "6"),
        ("2016-04-01", 32, "200", "10"),
        ("2016-05-01", 62, "300", "12"),
    ],
)
def test_days_past_due_count_from_the_day_after_the_oldest_unpaid_instalment(
    day: str, days: int, principal: str, interest: str
) -> None:
    row = seen(day)
    assert (row["days_past_due"], row["arrears_principal"], row["arrears_interest"]) == (days, D(principal), D(interest))
    assert (row["basis"], row["outstanding_principal"]) == ("computed", D(300))


@pytest.mark.parametrize(("principal", "days"), [("98.94", 0), ("98.93", 5)])
def test_a_shortfall_of_one_percent_is_covered_and_one_cent_more_is_not(principal: str, days: int) -> None:
    assert seen("2016-03-05", f"2016-02-29,{principal},6")["days_past_due"] == days


def test_a_shortfall_within_the_tolerance_is_no_arrears_on_the_day_the_next_instalment_falls_due() -> None:
    row = seen("2016-03-31", "2016-02-29,98.94,6")
    assert (row["days_past_due"], row["arrears_principal"]) == (0, D(0))
    row = seen("2016-04-01", "2016-02-29,98.94,6")
    assert (row["days_past_due"], row["arrears_principal"]) == (1, D("101.06"))


@pytest.mark.parametrize(("principal", "days"), [("4900", 0), ("4899.99", 1)])
def test_in_riel_a_shortfall_of_100_riel_is_covered(principal: str, days: int) -> None:
    rows = table("loan_id,number,due_on,principal,interest", "L,1,2016-02-29,5000,0", "L,2,2016-03-31,5000,0")
    result = run(
        "2016-03-01",
        loans=table(PLAIN, "L,A,B,KHR,10000,2016-01-31,2016-03-31"),
        installments=rows,
        payments=table("payment_id,loan_id,paid_on,principal,interest", f"P,L,2016-02-29,{principal},0"),
    )
    assert loan(result)["days_past_due"] == days


def test_either_the_total_or_the_principal_covers_an_instalment() -> None:
    assert seen("2016-03-05", "2016-02-20,100,0")["days_past_due"] == 0
    assert seen("2016-03-05", "2016-02-20,40,66")["days_past_due"] == 0
    assert seen("2016-03-05", "2016-02-20,40,64")["days_past_due"] == 5


def test_a_prepayment_covers_the_instalments_that_follow() -> None:
    row = seen("2016-04-15", "2016-02-20,200,6")
    assert (row["days_past_due"], row["outstanding_principal"], row["arrears_interest"]) == (0, D(100), D(0))


def test_a_reversal_opens_the_instalment_again() -> None:
    row = seen("2016-03-10", "2016-02-29,100,6", "2016-03-04,-100,-6")
    assert (row["days_past_due"], row["arrears_principal"], row["outstanding_principal"]) == (10, D(100), D(300))


def test_a_payment_after_the_day_does_not_count_and_one_on_the_day_does() -> None:
    assert seen("2016-03-10", "2016-03-11,100,6")["days_past_due"] == 10
    assert seen("2016-03-11", "2016-03-11,100,6")["days_past_due"] == 0


@pytest.mark.parametrize(
    ("day", "payments", "interest"),
    [
        ("2016-02-10", (), "2.07"),  # 6 x 10/29 = 2.0690
        ("2016-02-29", (), "6"),
        ("2016-03-15", (), "7.94"),  # 6 + 4 x 15/31 = 7.9355
        ("2016-03-15", ("2016-02-29,100,6",), "1.94"),
        ("2016-03-15", ("2016-02-29,100,8",), "0"),  # more received than accrued
        ("2016-06-01", (), "12"),
        ("2016-04-15", ("2016-02-29,100,6", "2016-03-10,200,0"), "0"),  # repaid: nothing accrues, nothing after it is owed
        ("2016-04-15", ("2016-03-10,300,0",), "6"),
    ],
)
def test_accrued_interest_grows_by_the_day_and_stops_at_the_payoff(day: str, payments: tuple[str, ...], interest: str) -> None:
    assert seen(day, *payments)["accrued_interest"] == D(interest)


def test_a_repaid_loan_is_not_late_whatever_interest_was_left() -> None:
    row = seen("2016-06-01", "2016-03-10,300,0")
    assert (row["days_past_due"], row["outstanding_principal"], row["grade"], row["provision_required"]) == (
        0,
        D(0),
        "standard",
        D(0),
    )


def test_a_restart_counts_from_its_own_day_and_payments_on_it_belong_to_the_time_before() -> None:
    loans = table(
        PLAIN + ",restructured_on,restructured_balance", "L,A,B1,USD,300,2015-01-31,2016-04-30,2016-01-31,300", OTHER + ",,"
    )
    rows = table("loan_id,number,due_on,principal,interest", "L,1,2016-02-29,150,6", "L,2,2016-04-30,150,4", OTHER_ROW[:-1])
    result = run(
        "2016-03-02", loans=loans, installments=rows, payments=paid("2015-06-01,80,2", "2016-01-31,50,0", "2016-02-01,20,1")
    )
    row = loan(result)
    assert (row["outstanding_principal"], row["days_past_due"], row["arrears_principal"], row["arrears_interest"]) == (
        D(280),
        2,
        D(130),
        D(5),
    )
    assert row["is_restructured"]
    assert row["grade"] is None, "the term first agreed is hidden by the restructuring"


def test_a_new_schedule_without_a_restructuring_is_no_restructuring() -> None:
    loans = table(PLAIN + ",schedule_from", "L,A,B1,USD,300,2015-01-31,2016-04-30,2016-01-31", OTHER + ",")
    rows = table("loan_id,number,due_on,principal,interest", "L,1,2016-02-29,150,6", OTHER_ROW[:-1])
    row = loan(run("2016-03-02", loans=loans, installments=rows, payments=paid("2015-06-01,150,2")))
    assert (row["outstanding_principal"], row["is_restructured"], row["grade"]) == (D(150), False, "standard")


def test_before_the_day_of_a_later_restart_the_earlier_schedule_is_not_known() -> None:
    loans = table(
        PLAIN + ",schedule_from,reported_outstanding", "L,A,B1,USD,300,2015-01-31,2016-04-30,2016-01-31,77", OTHER + ",,"
    )
    row = loan(run("2016-01-30", loans=loans, installments=ROWS, payments=paid()))
    assert (row["basis"], row["outstanding_principal"], row["schedule_rate_nominal"], row["rate_status"]) == (
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize("returned", ["installments", "payments"])
def test_a_returned_row_makes_the_position_unknown_and_the_lenders_word_does_not_stand_in(returned: str) -> None:
    loans = table(PLAIN + ",reported_outstanding", "L,A,B1,USD,300,2016-01-31,2016-04-30,300", OTHER + ",")
    row = loan(run("2016-03-05", {returned: {("A", "L")}}, loans=loans, installments=ROWS, payments=paid()))
    assert (row["basis"], row["outstanding_principal"], row["days_past_due"], row["grade"]) == (None, None, None, None)
    assert (row["rate_status"] is None) == (returned == "installments")


@pytest.mark.parametrize("payments", [None, "payment_id,loan_id,paid_on,principal,interest\n"])
def test_without_any_payment_the_lenders_word_stands_on_the_day_of_the_book_only(payments: str | None) -> None:
    loans = table(PLAIN + ",reported_outstanding,reported_days_past_due", "L,A,B1,USD,300,2016-01-31,2016-04-30,250,7")
    rows = "\n".join(ROWS.splitlines()[:-1]) + "\n"
    tables = {"loans": loans, "installments": rows} | ({"payments": payments} if payments else {})
    row = loan(run("2016-03-05", **tables))
    assert (row["basis"], row["outstanding_principal"], row["days_past_due"], row["arrears_principal"]) == (
        "reported",
        D(250),
        7,
        None,
    )
    other_day = table("institution_id,name,legal_form,status,as_of", "A,Alpha,company,licensed,2016-03-06")
    row = loan(run("2016-03-05", **tables, institutions=other_day))
    assert (row["basis"], row["outstanding_principal"], row["days_past_due"]) == (None, None, None)


def test_before_anything_is_due_an_empty_payments_table_means_that_nothing_was_paid() -> None:
    rows = "\n".join(ROWS.splitlines()[:-1]) + "\n"
    loans = table(PLAIN, "L,A,B1,USD,300,2016-01-31,2016-04-30")
    row = loan(run("2016-02-29", loans=loans, installments=rows, payments="payment_id,loan_id,paid_on,principal,interest\n"))
    assert (row["basis"], row["outstanding_principal"]) == ("computed", D(300))
