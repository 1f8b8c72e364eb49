"""A plain oddity: a new loan on the day on which an old one of the borrower was repaid, and it does not say that it repays it."""

from __future__ import annotations

import pytest

RULE = "continuity.closed_and_opened"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_loan_that_repays_another_says_which_one(engine):
    tape = engine(
        earlier_loans="""
            loan_id | borrower_id | principal | disbursed_on
            --------+-------------+-----------+-------------
            old 1   | b1          | 100000    | 2024-06-01
            old 2   | b2          | 100000    | 2024-06-01
            old 3   | b3          | 100000    | 2024-06-01
        """,
        earlier_installments="""
            loan_id | number | due_on     | principal | interest
            --------+--------+------------+-----------+---------
            old 1   | 1      | 2025-06-01 | 100000    | 0
            old 2   | 1      | 2025-06-01 | 100000    | 0
            old 3   | 1      | 2025-06-01 | 100000    | 0
        """,
        earlier_payments="""
            loan_id | paid_on    | principal | interest
            --------+------------+-----------+---------
            old 3   | 2024-10-01 | 0         | 1
        """,
        later_loans="""
            loan_id          | borrower_id | principal | disbursed_on | refinances
            -----------------+-------------+-----------+--------------+-----------
            old 1            | b1          | 100000    | 2024-06-01   |
            old 2            | b2          | 100000    | 2024-06-01   |
            old 3            | b3          | 100000    | 2024-06-01   |
            same day, silent | b1          | 150000    | 2024-12-10   |
            says what for    | b2          | 150000    | 2024-12-10   | old 2
            a day later      | b3          | 150000    | 2024-12-11   |
            to somebody else | b4          | 150000    | 2024-12-10   |
            to nobody named  |             | 150000    | 2024-12-10   |
        """,
        later_installments="""
            loan_id | number | due_on     | principal | interest
            --------+--------+------------+-----------+---------
            old 1   | 1      | 2025-06-01 | 100000    | 0
            old 2   | 1      | 2025-06-01 | 100000    | 0
            old 3   | 1      | 2025-06-01 | 100000    | 0
        """,
        later_payments="""
            loan_id | paid_on    | principal | interest
            --------+------------+-----------+---------
            old 1   | 2024-12-10 | 100000    | 0
            old 2   | 2024-12-10 | 100000    | 0
            old 3   | 2024-10-01 | 0         | 1
            old 3   | 2024-12-10 | 100000    | 0
        """,
    )
    assert tape.found(RULE) == ["same day, silent"]
    assert tape.sound(RULE) == ["a day later", "says what for", "to somebody else"]
    assert tape.not_assessed(RULE) == {"to nobody named": "the loan's borrower"}


@ON_DUCKDB
def test_where_the_day_of_repayment_is_not_known_nothing_is_said(engine):
    tape = engine(
        earlier_loans="loan_id | borrower_id | disbursed_on | reported_outstanding\n---+---+---+---\nold | b1 | 2024-06-01 | 100",
        later_loans="""
            loan_id | borrower_id | disbursed_on | reported_outstanding
            --------+-------------+--------------+---------------------
            old     | b1          | 2024-06-01   | 0
            new     | b1          | 2024-12-10   | 100
        """,
    )
    assert tape.not_assessed(RULE) == {"new": "the day on which another loan of the borrower was repaid"}
