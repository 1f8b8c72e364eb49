"""A plain oddity: a restructuring, a write-off or a step of recovery up to the earlier date appears, disappears or moves."""

from __future__ import annotations

import pytest

RULE = "continuity.events_rewritten"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_what_had_happened_by_the_earlier_date_still_did(engine):
    tape = engine(
        earlier_loans="""
            loan_id                   | restructured_on | written_off_on
            --------------------------+-----------------+---------------
            restructured again        | 2024-03-01      |
            never restructured now    | 2024-03-01      |
            restructured on paper     |                 |
            restructured in December  |                 |
            owed again                |                 | 2024-03-01
            a threat no longer told   |                 |
            a court filing added      |                 |
            a reminder since          |                 |
        """,
        earlier_recovery="""
            loan_id                   | happened_on | step
            --------------------------+-------------+---------
            a threat no longer told   | 2024-10-01  | threat
            a reminder since          | 2024-10-01  | visit
        """,
        later_loans="""
            loan_id                   | restructured_on | written_off_on
            --------------------------+-----------------+---------------
            restructured again        | 2024-12-01      |
            never restructured now    |                 |
            restructured on paper     | 2024-11-30      |
            restructured in December  | 2024-12-01      |
            owed again                |                 |
            a threat no longer told   |                 |
            a court filing added      |                 |
            a reminder since          |                 |
        """,
        later_recovery="""
            loan_id                   | happened_on | step
            --------------------------+-------------+-------------
            a court filing added      | 2024-11-30  | court_filing
            a reminder since          | 2024-10-01  | visit
            a reminder since          | 2024-12-01  | reminder
        """,
    )
    assert tape.found(RULE) == [
        "a court filing added: recovery",
        "a threat no longer told: recovery",
        "never restructured now: restructured_on",
        "owed again: written_off_on",
        "restructured on paper: restructured_on",
    ]


@ON_DUCKDB
def test_a_new_schedule_gives_way_to_a_later_restructuring_and_not_the_other_way_round(engine):
    tape = engine(
        earlier_loans="loan_id | schedule_from | restructured_on\n---+---+---\na | 2024-03-01 |\nb | | 2024-03-01\nc | 2024-03-01 |",
        later_loans="loan_id | schedule_from | restructured_on\n---+---+---\na | | 2024-12-01\nb | 2024-12-01 |\nc | |",
    )
    assert tape.found(RULE) == ["b: restructured_on", "c: schedule_from"]


@ON_DUCKDB
def test_a_log_is_compared_where_both_tapes_have_one(engine):
    loans = {"earlier_loans": "loan_id\n---\na", "later_loans": "loan_id\n---\na"}
    log = "loan_id | happened_on | step\n---+---+---\na | 2024-10-01 | threat"
    assert engine(**loans).rows(RULE) == []
    assert engine(**loans, earlier_recovery=log).not_assessed(RULE) == {"a: recovery": "a collection log in the later tape"}
    assert engine(**loans, later_recovery=log).not_assessed(RULE) == {"a: recovery": "a collection log in the earlier tape"}
    [row] = engine(**loans, earlier_recovery=log, later_recovery=log.replace("-01 ", "-02 ")).rows(RULE)
    assert (row["state"], row["observed"], row["limit"], row["source_table"]) == ("found", "2024-10-02", "2024-10-01", "recovery")
