"""A plain oddity: a land title held on the earlier date is in no row of the later tape, and no hand-back since is told."""

from __future__ import annotations

import pytest

RULE = "continuity.title_gone"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_title_that_was_held_is_still_there_or_was_handed_back_since(engine):
    tape = engine(
        earlier_institutions="""
            institution_id | has_loans | has_collateral
            ---------------+-----------+---------------
            a lender       | yes       | yes
        """,
        earlier_loans="""
            loan_id
            -------
            a loan
        """,
        earlier_collateral="""
            collateral_id | loan_id | title_ref     | kind       | taken_on   | released_on
            --------------+---------+---------------+------------+------------+------------
            c1            | a loan  | still held    | hard_title | 2020-01-01 |
            c2            | a loan  | gone          | hard_title | 2020-01-01 |
            c3            | a loan  | given back    | soft_title | 2020-01-01 |
            c4            | a loan  | on paper      | hard_title | 2020-01-01 |
            c5            | a loan  | renumbered    | hard_title | 2020-01-01 |
            c6            | a loan  | now a soft one| hard_title | 2020-01-01 |
            c7            | a loan  | returned      | hard_title | 2020-01-01 | 2024-11-30
            c8            | a loan  |               | hard_title | 2020-01-01 |
            c9            | a loan  | a car         | vehicle    | 2020-01-01 |
        """,
        later_institutions="""
            institution_id | has_loans | has_collateral
            ---------------+-----------+---------------
            a lender       | yes       | yes
        """,
        later_loans="""
            loan_id
            -------
            a loan
        """,
        later_collateral="""
            collateral_id | loan_id | title_ref      | kind       | taken_on   | released_on
            --------------+---------+----------------+------------+------------+------------
            c1            | a loan  | still held     | hard_title | 2020-01-01 |
            c3            | a loan  | given back     | soft_title | 2020-01-01 | 2024-12-01
            c4            | a loan  | on paper       | hard_title | 2020-01-01 | 2024-11-30
            c99           | a loan  | renumbered     | hard_title | 2020-01-01 |
            c6            | a loan  | now a soft one | soft_title | 2020-01-01 |
            c8            | a loan  | named since    | hard_title | 2020-01-01 |
        """,
    )
    assert tape.found(RULE) == ["gone", "now a soft one", "on paper"]
    assert tape.sound(RULE) == ["c8", "given back", "renumbered", "still held"]


BOOKS = "institution_id | has_loans | has_collateral\n---+---+---\na lender | yes | yes"
HELD = "collateral_id | loan_id | title_ref | kind | taken_on\n---+---+---+---+---\nc1 | a | t1 | hard_title | 2020-01-01"
LOAN = "loan_id | reported_outstanding\n---+---\na | {}"


@ON_DUCKDB
def test_what_hides_a_title_is_said(engine):
    earlier = {"earlier_institutions": BOOKS, "earlier_loans": LOAN.format(0), "earlier_collateral": HELD}
    without = BOOKS.replace("yes | yes", "yes | no")
    tape = engine(**earlier, later_institutions=without, later_loans=LOAN.format(0))
    assert tape.not_assessed(RULE) == {"t1": "the collateral in the later tape"}
    tape = engine(**earlier, later_institutions=BOOKS)
    assert tape.not_assessed(RULE) == {"t1": "a loan that it secures in the later tape"}
    back = "loan_id | collateral_returned\n---+---\na | yes"
    tape = engine(**earlier, later_institutions=BOOKS, later_loans=back)
    assert tape.not_assessed(RULE) == {"t1": "the collateral of a loan it secures: a row was returned"}
    part = (
        BOOKS.replace("has_loans", "is_whole_book | has_loans")
        .replace("---+---+---", "---+---+---+---")
        .replace("yes | yes", "no | yes | yes")
    )
    tape = engine(**earlier, later_institutions=part, later_loans=LOAN.format(0))
    assert tape.not_assessed(RULE) == {"t1": "the collateral of a whole book"}


@ON_DUCKDB
def test_the_earlier_row_is_named(engine):
    tape = engine(
        earlier_institutions=BOOKS, earlier_loans=LOAN.format(1), earlier_collateral=HELD,
        later_institutions=BOOKS, later_loans=LOAN.format(1),
    )  # fmt: skip
    [row] = tape.rows(RULE)
    assert (row["tape"], row["source_row"], row["other_row"]) == ("the earlier tape", 2, None)
    assert (row["observed"], row["limit"]) == ("hard_title", "2020-01-01")
