"""A plain oddity: due dates or amounts of a schedule changed, and the tape tells of no restructuring and no new schedule."""

from __future__ import annotations

import pytest

RULE = "continuity.schedule_moved"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_schedule_stays_unless_a_new_one_is_told(engine):
    tape = engine(
        earlier_loans="""
            loan_id
            -------------------
            as it was
            due a month later
            less to pay
            one instalment more
            restructured since
            schedule renewed
        """,
        earlier_installments="""
            loan_id             | number | due_on     | principal | interest
            --------------------+--------+------------+-----------+---------
            as it was           | 1      | 2025-01-15 | 1000000   | 15000
            due a month later   | 1      | 2025-01-15 | 1000000   | 15000
            less to pay         | 1      | 2025-01-15 | 1000000   | 15000
            one instalment more | 1      | 2025-01-15 | 1000000   | 15000
            restructured since  | 1      | 2025-01-15 | 1000000   | 15000
            schedule renewed    | 1      | 2025-01-15 | 1000000   | 15000
        """,
        later_loans="""
            loan_id             | restructured_on | schedule_from
            --------------------+-----------------+--------------
            as it was           |                 |
            due a month later   |                 |
            less to pay         |                 |
            one instalment more |                 |
            restructured since  | 2024-12-01      |
            schedule renewed    |                 | 2024-12-31
        """,
        later_installments="""
            loan_id             | number | due_on     | principal | interest
            --------------------+--------+------------+-----------+---------
            as it was           | 1      | 2025-01-15 | 1000000   | 15000
            due a month later   | 1      | 2025-02-15 | 1000000   | 15000
            less to pay         | 1      | 2025-01-15 | 1000000   | 14000
            one instalment more | 1      | 2025-01-15 | 1000000   | 15000
            one instalment more | 2      | 2025-02-15 | 0         | 15000
            restructured since  | 1      | 2025-06-15 | 1000000   | 15000
            schedule renewed    | 1      | 2025-06-15 | 1000000   | 15000
        """,
    )
    assert tape.found(RULE) == ["due a month later: due_on", "less to pay: due_amount", "one instalment more: due_on"]
    assert tape.sound(RULE) == ["as it was", "restructured since", "schedule renewed"]


@ON_DUCKDB
def test_without_rows_the_terms_that_make_a_schedule_are_compared(engine):
    tape = engine(
        earlier_loans="""
            loan_id         | matures_on | frequency | grace_months
            ----------------+------------+-----------+-------------
            the same        | 2025-06-01 | monthly   | 0
            longer          | 2025-06-01 | monthly   | 0
            rarer           | 2025-06-01 | monthly   | 0
            told since      | 2025-06-01 |           |
            made longer     | 2025-06-01 | monthly   | 0
        """,
        later_loans="""
            loan_id         | matures_on | frequency | grace_months | restructured_on
            ----------------+------------+-----------+--------------+----------------
            the same        | 2025-06-01 | monthly   | 0            |
            longer          | 2026-06-01 | monthly   | 0            |
            rarer           | 2025-06-01 | quarterly | 3            |
            told since      | 2025-06-01 | monthly   | 0            |
            made longer     | 2026-06-01 | monthly   | 0            | 2024-12-15
        """,
    )
    assert tape.found(RULE) == ["longer: matures_on", "rarer: frequency"]
    assert tape.sound(RULE) == ["made longer", "the same", "told since"]


DUE = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | 2025-01-15 | 1000000 | 15000"
MOVED = DUE.replace("2025-01-15", "2025-02-15")
LOAN = "loan_id\n---\na"


@ON_DUCKDB
@pytest.mark.parametrize(
    ("later_loan", "rule"),
    [
        ("loan_id | principal\n---+---\na | 900000", "original_changed"),
        ("loan_id | nominal_rate\n---+---\na | 20", "rate_changed"),
        ("loan_id | restructured_on\n---+---\na | 2024-11-30", "events_rewritten"),
    ],
)
def test_what_follows_from_another_change_is_left_to_that(engine, later_loan, rule):
    earlier = "loan_id | nominal_rate\n---+---\na | 18" if rule == "rate_changed" else LOAN
    tape = engine(earlier_loans=earlier, later_loans=later_loan, earlier_installments=DUE, later_installments=MOVED)
    assert tape.not_assessed(RULE) == {"a: due_on": f"the same past in both tapes: continuity.{rule} answers for it"}
    assert len(tape.found(f"continuity.{rule}")) == 1


@ON_DUCKDB
def test_rows_that_come_to_terms_alone_or_that_a_tape_no_longer_has_are_no_change(engine):
    assert engine(earlier_loans=LOAN, later_loans=LOAN, later_installments=DUE).sound(RULE) == ["a"]
    tape = engine(earlier_loans=LOAN, later_loans=LOAN, earlier_installments=DUE)
    assert tape.not_assessed(RULE) == {"a": "the schedule in the later tape"}
    returned = "loan_id | installments_returned\n---+---\na | yes"
    tape = engine(earlier_loans=LOAN, later_loans=returned, earlier_installments=DUE, later_installments=MOVED)
    assert list(tape.not_assessed(RULE).values()) == ["the loan's schedule in the later tape: a row was returned"]


@ON_DUCKDB
def test_both_rows_of_the_first_instalment_that_differs_are_named(engine):
    rows = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | 2025-01-15 | 1 | 1\na | 2 | {} | 999999 | 1"
    tape = engine(
        earlier_loans=LOAN,
        later_loans=LOAN,
        earlier_installments=rows.format("2025-02-15"),
        later_installments=rows.format("2025-02-16"),
    )
    [row] = tape.rows(RULE)
    assert (row["observed"], row["limit"], row["unit"]) == ("2025-02-16", "2025-02-15", "code")
    assert (row["source_table"], row["source_row"], row["other_tape"], row["other_row"]) == (
        "installments",
        3,
        "the earlier tape",
        3,
    )
