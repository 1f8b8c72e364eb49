"""Asked for, not law: in recovery a title is taken only by way of the court."""

from __future__ import annotations

RULE = "conduct.title_taken"


def test_a_title_taken_without_a_filing_or_a_judgment_is_told(engine):
    tape = engine(
        loan_results="""
            loan_id
            ---------------------
            taken the day before
            taken on the day
            taken the day after
            filed the day before
            filed the same day
            filed the day after
            judged the same day
            judged the day after
            nothing taken
        """,
        recovery="""
            loan_id              | happened_on | step
            ---------------------+-------------+-------------
            taken the day before | 2020-07-15  | title_taken
            taken on the day     | 2020-07-16  | title_taken
            taken the day after  | 2020-07-17  | title_taken
            filed the day before | 2021-05-03  | court_filing
            filed the day before | 2021-05-04  | title_taken
            filed the same day   | 2021-05-04  | title_taken
            filed the same day   | 2021-05-04  | court_filing
            filed the day after  | 2021-05-04  | title_taken
            filed the day after  | 2021-05-05  | court_filing
            judged the same day  | 2021-05-04  | judgment
            judged the same day  | 2021-05-04  | title_taken
            judged the day after | 2021-05-04  | title_taken
            judged the day after | 2021-05-05  | judgment
            nothing taken        | 2021-05-04  | enforcement
        """,
    )
    assert tape.found(RULE) == ["filed the day after", "judged the day after", "taken on the day", "taken the day after"]
    assert tape.sound(RULE) == [
        "filed the day before",
        "filed the same day",
        "judged the same day",
        "nothing taken",
        "taken the day before",
    ]
    assert tape.each(RULE, "observed")["filed the day after"] == "2021-05-04"
    assert tape.rule(RULE).standing == "demand"


def test_a_taking_after_the_audit_date_is_not_looked_at_and_the_first_one_is_told(engine):
    tape = engine(
        loan_results="""
            loan_id
            -----------
            after D
            on D
            taken twice
        """,
        recovery="""
            loan_id     | happened_on | step
            ------------+-------------+------------
            after D     | 2025-01-01  | title_taken
            on D        | 2024-12-31  | title_taken
            taken twice | 2022-02-02  | title_taken
            taken twice | 2021-02-02  | title_taken
        """,
    )
    assert tape.found(RULE) == ["on D", "taken twice"]
    assert tape.each(RULE, "observed")["taken twice"] == "2021-02-02"


def test_without_the_log_it_is_not_assessed_and_returned_payments_change_nothing(engine):
    tape = engine(
        loan_results="""
            loan_id           | has_recovery | recovery_returned | payments_returned
            ------------------+--------------+-------------------+------------------
            no log            | no           | no                | no
            a row returned    | yes          | yes               | no
            payments returned | yes          | no                | yes
        """,
    )
    assert tape.not_assessed(RULE) == {
        "no log": "a collection log",
        "a row returned": "the loan's collection log: a row was returned",
    }
    assert tape.sound(RULE) == ["payments returned"]
