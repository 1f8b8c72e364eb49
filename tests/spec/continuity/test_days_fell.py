"""A plain oddity: days past due fell, and nothing was paid, restructured or written off in between."""

from __future__ import annotations

import pytest

RULE = "continuity.days_fell"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_days_past_due_fall_where_something_was_paid(engine):
    tape = engine(
        earlier_loans="""
            loan_id               | reported_outstanding | reported_days_past_due
            ----------------------+----------------------+-----------------------
            grew with the days    | 500000               | 45
            fell                  | 500000               | 45
            fell to nothing       | 500000               | 45
            stood still           | 500000               | 45
            paid, and fell        | 500000               | 45
            paid and undone       | 500000               | 45
            restructured          | 500000               | 45
            written off           | 500000               | 45
            was not late          | 500000               | 0
        """,
        later_loans="""
            loan_id               | reported_outstanding | reported_days_past_due | restructured_on | written_off_on
            ----------------------+----------------------+------------------------+-----------------+---------------
            grew with the days    | 500000               | 76                     |                 |
            fell                  | 500000               | 44                     |                 |
            fell to nothing       | 500000               | 0                      |                 |
            stood still           | 500000               | 45                     |                 |
            paid, and fell        | 499999               | 14                     |                 |
            paid and undone       | 500000               | 14                     |                 |
            restructured          | 500000               | 0                      | 2024-12-01      |
            written off           | 500000               | 0                      |                 | 2024-12-01
            was not late          | 500000               | 0                      |                 |
        """,
        later_payments="""
            loan_id               | paid_on    | principal | interest
            ----------------------+------------+-----------+---------
            paid, and fell        | 2024-12-01 | 1         | 0
            paid and undone       | 2024-12-01 | 1         | 0
            paid and undone       | 2024-12-02 | -1        | 0
        """,
    )
    assert tape.found(RULE) == ["fell", "fell to nothing", "paid and undone"]
    assert tape.sound(RULE) == ["grew with the days", "paid, and fell", "restructured", "stood still", "written off"]


LATE = "loan_id | reported_outstanding | reported_days_past_due\n---+---+---\na | 500000 | {}"


@ON_DUCKDB
def test_without_payments_a_fall_may_have_been_paid_for(engine):
    tape = engine(earlier_loans=LATE.format(45), later_loans=LATE.format(14))
    assert tape.not_assessed(RULE) == {"a": "the payments in the later tape"}
    assert engine(earlier_loans=LATE.format(45), later_loans=LATE.format(76)).sound(RULE) == ["a"]


@ON_DUCKDB
def test_a_new_schedule_that_nobody_paid_for_makes_a_loan_younger(engine):
    due = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | {} | 1000000 | 0"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\nb | 2024-10-01 | 1 | 0"
    tape = engine(
        earlier_loans="loan_id\n---\na\nb",
        later_loans="loan_id | schedule_from\n---+---\na | 2024-12-01\nb |",
        earlier_installments=due.format("2024-10-01"),
        later_installments=due.format("2025-10-01"),
        earlier_payments=paid,
        later_payments=paid,
    )
    assert tape.found(RULE) == ["a"]
    assert (tape.each(RULE, "limit")["a"], tape.each(RULE, "observed")["a"]) == ("60", "0")
    assert tape.found("continuity.schedule_moved") == []
    assert tape.found("continuity.balance") == []


@ON_DUCKDB
def test_a_word_that_was_wrong_a_month_ago_gives_way_to_the_rows(engine):
    due = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | 2024-11-20 | 1000000 | 0"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"
    both = {"earlier_installments": due, "later_installments": due, "earlier_payments": paid, "later_payments": paid}
    tape = engine(earlier_loans=LATE.format(45), later_loans=LATE.format(41), **both)  # 10 days by the rows, and then 41
    assert (tape.sound(RULE), tape.each(RULE, "observed")["a"]) == (["a"], "41")
    assert engine(earlier_loans=LATE.format(10), later_loans=LATE.format(9), **both).found(RULE) == ["a"]


@ON_DUCKDB
def test_a_moved_schedule_is_left_to_its_own_rule(engine):
    due = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | {} | 1000000 | 0"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"
    tape = engine(
        earlier_loans="loan_id\n---\na", later_loans="loan_id\n---\na", earlier_payments=paid, later_payments=paid,
        earlier_installments=due.format("2024-11-01"), later_installments=due.format("2024-12-15"),
    )  # fmt: skip
    assert tape.not_assessed(RULE) == {"a": "the same past in both tapes: continuity.schedule_moved answers for it"}
    assert tape.found("continuity.schedule_moved") == ["a: due_on"]
