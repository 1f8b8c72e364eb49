"""A plain oddity: what was agreed once reads otherwise a month later."""

from __future__ import annotations

import pytest

RULE = "continuity.original_changed"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_what_was_agreed_once_stays_as_it_was(engine):
    tape = engine(
        earlier_loans="""
            loan_id              | borrower_id | principal | signed_on  | disbursed_on
            ---------------------+-------------+-----------+------------+-------------
            as it was            | b1          | 1000000   | 2024-05-30 | 2024-06-01
            another amount       | b1          | 1000000   |            | 2024-06-01
            another day          | b1          | 1000000   |            | 2024-06-01
            signed later         | b1          | 1000000   | 2024-05-30 | 2024-06-01
            filled in since      | b1          | 1000000   |            | 2024-06-01
            no longer told       | b1          | 1000000   | 2024-05-30 | 2024-06-01
            somebody else's      | b1          | 1000000   |            | 2024-06-01
        """,
        later_loans="""
            loan_id              | borrower_id | principal | signed_on  | disbursed_on
            ---------------------+-------------+-----------+------------+-------------
            as it was            | b1          | 1000000   | 2024-05-30 | 2024-06-01
            another amount       | b1          | 1200000   |            | 2024-06-01
            another day          | b1          | 1000000   |            | 2024-06-02
            signed later         | b1          | 1000000   | 2024-05-31 | 2024-06-01
            filled in since      | b1          | 1000000   | 2024-05-30 | 2024-06-01
            no longer told       | b1          | 1000000   |            | 2024-06-01
            somebody else's      | b2          | 1000000   |            | 2024-06-01
        """,
    )
    assert tape.found(RULE) == [
        "another amount: principal",
        "another day: disbursed_on",
        "signed later: signed_on",
        "somebody else's: borrower_id",
    ]
    assert tape.not_assessed(RULE) == {"no longer told: signed_on": "signed_on in the later tape"}


@ON_DUCKDB
def test_a_borrower_known_by_another_id_throughout_was_merged_or_renamed(engine):
    tape = engine(
        earlier_loans="""
            loan_id     | borrower_id
            ------------+------------
            first       | merged
            second      | merged
            of the heir | kept
            one of two  | split
            other half  | split
            stays named | still there
        """,
        later_loans="""
            loan_id     | borrower_id
            ------------+------------
            first       | kept
            second      | kept
            of the heir | kept
            one of two  | half
            other half  | other half
            stays named | kept
        """,
        later_borrowers="""
            borrower_id
            -----------
            kept
            still there
        """,
    )
    assert tape.found(RULE) == ["one of two: borrower_id", "other half: borrower_id", "stays named: borrower_id"]


@ON_DUCKDB
def test_both_rows_and_the_difference_are_named(engine):
    tape = engine(
        earlier_loans="loan_id | principal | fees_upfront\n---+---+---\na | 1 | 1\nb | 1000000 | 5000",
        later_loans="loan_id | principal | fees_upfront\n---+---+---\nb | 1000000 | 4000",
    )
    [row] = [row for row in tape.rows(RULE) if row["state"] == "found"]
    assert (row["aspect"], row["observed"], row["limit"], row["amount"]) == ("fees_upfront", "400000", "500000", 100000)
    assert (row["tape"], row["source_row"]) == ("the later tape", 2)
    assert (row["other_tape"], row["other_row"]) == ("the earlier tape", 3)
