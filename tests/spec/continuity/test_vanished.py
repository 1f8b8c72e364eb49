"""A plain oddity: a loan that was owed on the earlier date is not in the later tape."""

from __future__ import annotations

import pytest

RULE = "continuity.vanished"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_loan_that_was_owed_a_month_ago_is_still_in_the_tape(engine):
    tape = engine(
        earlier_loans="""
            loan_id                | reported_outstanding | written_off_on
            -----------------------+----------------------+---------------
            still there            | 500000               |
            gone                   | 500000               |
            repaid since and there | 500000               |
            repaid before          | 0                    |
            written off before     | 500000               | 2024-11-30
            what is owed not told  |                      |
        """,
        later_loans="""
            loan_id                | reported_outstanding
            -----------------------+---------------------
            still there            | 480000
            repaid since and there | 0
        """,
    )
    assert tape.found(RULE) == ["gone"]
    assert tape.sound(RULE) == ["repaid before", "repaid since and there", "still there"]
    assert tape.not_assessed(RULE) == {"what is owed not told": "the principal outstanding on the earlier date"}


GONE = """
    loan_id | reported_outstanding
    --------+---------------------
    gone    | 500000
"""


@ON_DUCKDB
def test_the_earlier_row_stands_in_for_the_one_that_is_not_there(engine):
    [row] = engine(earlier_loans=GONE).rows(RULE)
    assert (row["tape"], row["source_row"], row["other_row"]) == ("the earlier tape", 2, None)
    assert (row["amount"], row["currency"], row["note"]) == (50000000, "KHR", "the row stands in the earlier tape")


@ON_DUCKDB
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        (
            {"later_returned": "tape | of | returned\n-----+-+-\nthe later tape | loans | 1"},
            "the loans of the later tape: a row was returned",
        ),
        (
            {"later_institutions": "institution_id | has_loans | is_whole_book\n--+--+--\na lender | yes | no"},
            "the whole book in the later tape: only some of its loans are there",
        ),
        ({"later_institutions": "institution_id | has_loans\n-----+---\na lender | no"}, "the loans in the later tape"),
    ],
)
def test_what_could_be_there_unseen_is_not_held_to_have_vanished(engine, more, missing):
    assert engine(earlier_loans=GONE, **more).not_assessed(RULE) == {"gone": missing}


@ON_DUCKDB
def test_returned_payments_hide_no_loan_and_a_lender_in_one_tape_alone_is_compared_with_nothing(engine):
    back = "tape | of | returned\n-----+-+-\nthe later tape | payments | 1"
    assert engine(earlier_loans=GONE, later_returned=back).found(RULE) == ["gone"]
    other = "institution_id | has_loans\n---+---\nanother | yes"
    assert engine(earlier_loans=GONE, later_institutions=other).rows(RULE) == []
