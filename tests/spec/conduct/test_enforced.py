"""Asked for, not law: a lender enforces, or sells land, only upon a judgment."""

from __future__ import annotations

RULE = "conduct.enforced"


def test_enforcement_or_a_sale_by_the_lender_without_a_judgment_is_told(engine):
    tape = engine(
        loan_results="""
            loan_id
            -----------------------
            the day before
            on the day
            the day after
            sold by the lender
            judgment the day before
            judgment the same day
            judgment the day after
            a filing is no judgment
            sold by the borrower
        """,
        recovery="""
            loan_id                 | happened_on | step
            ------------------------+-------------+----------------------
            the day before          | 2020-07-15  | enforcement
            on the day              | 2020-07-16  | enforcement
            the day after           | 2020-07-17  | enforcement
            sold by the lender      | 2021-06-01  | land_sold_by_lender
            judgment the day before | 2021-05-31  | judgment
            judgment the day before | 2021-06-01  | enforcement
            judgment the same day   | 2021-06-01  | land_sold_by_lender
            judgment the same day   | 2021-06-01  | judgment
            judgment the day after  | 2021-06-01  | land_sold_by_lender
            judgment the day after  | 2021-06-02  | judgment
            a filing is no judgment | 2021-05-01  | court_filing
            a filing is no judgment | 2021-06-01  | enforcement
            sold by the borrower    | 2021-06-01  | land_sold_by_borrower
        """,
    )
    assert tape.found(RULE) == [
        "a filing is no judgment",
        "judgment the day after",
        "on the day",
        "sold by the lender",
        "the day after",
    ]
    assert tape.sound(RULE) == ["judgment the day before", "judgment the same day", "sold by the borrower", "the day before"]
    assert tape.rule(RULE).standing == "demand"
    assert tape.each(RULE, "amount")["sold by the lender"] is None


def test_without_the_log_it_is_not_assessed(engine):
    tape = engine(
        loan_results="""
            loan_id        | has_recovery | recovery_returned
            ---------------+--------------+------------------
            no log         | no           | no
            a row returned | no           | yes
        """,
    )
    assert tape.not_assessed(RULE) == {
        "no log": "a collection log",
        "a row returned": "the loan's collection log: a row was returned",
    }


def test_nobody_had_asked_before_the_letter(engine):
    loan = """
        loan_id
        -------
        loan
    """
    done = """
        loan_id | happened_on | step
        --------+-------------+------------
        loan    | 2020-07-16  | enforcement
    """
    assert engine(on="2020-07-15", loan_results=loan, recovery=done).rows(RULE) == []
    assert engine(on="2020-07-16", loan_results=loan, recovery=done).found(RULE) == ["loan"]
