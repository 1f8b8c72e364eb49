"""A plain oddity: a loan was restructured in between, a few days before its days past due would have changed its grade."""

from __future__ import annotations

import pytest

RULE = "continuity.restructured_at_edge"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_loan_is_not_restructured_just_before_its_grade_would_change(engine):
    tape = engine(
        earlier_loans="""
            loan_id             | matures_on | reported_outstanding | reported_days_past_due
            --------------------+------------+----------------------+-----------------------
            at 29 days          | 2030-01-01 | 500000               | 20
            at 30 days          | 2030-01-01 | 500000               | 21
            at 24 days          | 2030-01-01 | 500000               | 15
            at 25 days          | 2030-01-01 | 500000               | 16
            at 89 days          | 2030-01-01 | 500000               | 80
            paid in between     | 2030-01-01 | 500000               | 20
            never late          | 2030-01-01 | 500000               | 0
            not restructured    | 2030-01-01 | 500000               | 20
            nothing told        | 2030-01-01 |                      |
        """,
        later_loans="""
            loan_id             | matures_on | original_matures_on | reported_outstanding | reported_days_past_due | restructured_on
            --------------------+------------+---------------------+----------------------+------------------------+----------------
            at 29 days          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            at 30 days          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            at 24 days          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            at 25 days          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            at 89 days          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            paid in between     | 2030-01-01 | 2029-01-01          | 499999               | 0                      | 2024-12-09
            never late          | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
            not restructured    | 2030-01-01 | 2029-01-01          | 500000               | 51                     |
            nothing told        | 2030-01-01 | 2029-01-01          | 500000               | 0                      | 2024-12-09
        """,
        later_payments="""
            loan_id             | paid_on    | principal | interest
            --------------------+------------+-----------+---------
            paid in between     | 2024-12-09 | 1         | 0
        """,
    )
    assert tape.found(RULE) == ["at 25 days", "at 29 days", "at 89 days"]
    assert tape.sound(RULE) == ["at 24 days", "at 30 days", "never late"]
    assert tape.not_assessed(RULE) == {
        "nothing told": "the days past due on the earlier date",
        "paid in between": "the days past due after the payments before the restructuring",
    }


def with_schedule(engine, due, restructured_on, **more):
    """A loan that was not late on 30 November, with an instalment due on some day, restructured since."""
    rows = "loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | {} | 1000000 | 0"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"
    return engine(
        earlier_loans="loan_id\n---\na", earlier_installments=rows.format(due), earlier_payments=paid, later_payments=paid,
        later_loans=f"loan_id | restructured_on | original_matures_on\n---+---+---\na | {restructured_on} | 2029-01-01",
        later_installments=rows.format("2026-01-01"), **more,
    )  # fmt: skip


@ON_DUCKDB
@pytest.mark.parametrize(
    ("due", "on", "state", "days"),
    [
        ("2024-11-30", "2024-12-29", "found", "29"),  # due on the earlier date itself, not yet late on it
        ("2024-12-01", "2024-12-31", "sound", "30"),
        ("2024-12-02", "2024-12-31", "found", "29"),
        ("2024-12-20", "2024-12-15", "sound", "0"),
    ],
)
def test_an_instalment_that_fell_due_since_counts_from_its_day(engine, due, on, state, days):
    [row] = with_schedule(engine, due, on).rows(RULE)
    assert (row["state"], row["observed"]) == (state, days)


@ON_DUCKDB
def test_the_edges_are_those_of_the_grid_of_the_day_the_lender_and_the_term(engine):
    tape = with_schedule(engine, "2024-12-02", "2024-12-31")
    assert "B7-017-344" in tape.each(RULE, "citation")["a"]
    assert tape.each(RULE, "confidence") == {"a": "unverified"}
    assert tape.each(RULE, "limit") == {"a": "30"}
    assert tape.rule(RULE).standing == "notice"
    strict = with_schedule(engine, "2024-12-02", "2024-12-31", strict=True)
    assert strict.not_assessed(RULE) == {"a": "no sourced rule for this date"}
