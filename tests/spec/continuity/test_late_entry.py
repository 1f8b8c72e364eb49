"""A plain oddity: a loan disbursed by the earlier date was not in the earlier tape."""

from __future__ import annotations

import pytest

RULE = "continuity.late_entry"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_loan_of_which_the_money_was_handed_out_is_in_the_tape_of_that_day(engine):
    tape = engine(
        earlier_loans="""
            loan_id     | disbursed_on | reported_outstanding
            ------------+--------------+---------------------
            an old one  | 2024-06-01   | 500000
        """,
        later_loans="""
            loan_id                | disbursed_on | reported_outstanding | written_off_on
            -----------------------+--------------+----------------------+---------------
            an old one             | 2024-06-01   | 480000               |
            on the earlier date    | 2024-11-30   | 500000               |
            the day after          | 2024-12-01   | 500000               |
            written off before     | 2020-01-01   | 500000               | 2024-11-30
            repaid on a day untold | 2024-06-01   | 0                    |
        """,
    )
    assert tape.found(RULE) == ["on the earlier date"]
    assert tape.sound(RULE) == ["an old one"]
    assert tape.not_assessed(RULE) == {"repaid on a day untold": "the day on which the loan was repaid"}


NEW = """
    loan_id  | disbursed_on | reported_outstanding
    ---------+--------------+---------------------
    entered  | 2024-06-01   | 500000
"""


@ON_DUCKDB
@pytest.mark.parametrize(
    ("more", "missing"),
    [
        (
            {"earlier_returned": "tape | of | returned\n-----+-+-\nthe earlier tape | loans | 1"},
            "the loans of the earlier tape: a row was returned",
        ),
        (
            {"earlier_institutions": "institution_id | has_loans | is_whole_book\n--+--+--\na lender | yes | no"},
            "the whole book in the earlier tape: only some of its loans are there",
        ),
        ({"earlier_institutions": "institution_id | has_loans\n-----+---\na lender | no"}, "the loans in the earlier tape"),
    ],
)
def test_what_could_have_been_there_unseen_did_not_come_late(engine, more, missing):
    assert engine(later_loans=NEW, **more).not_assessed(RULE) == {"entered": missing}


@ON_DUCKDB
def test_a_loan_repaid_by_the_earlier_date_may_have_been_left_out(engine):
    tape = engine(
        later_loans="""
            loan_id         | disbursed_on | principal
            ----------------+--------------+----------
            repaid on it    | 2024-06-01   | 100000
            repaid after it | 2024-06-01   | 100000
        """,
        later_installments="""
            loan_id         | number | due_on     | principal | interest
            ----------------+--------+------------+-----------+---------
            repaid on it    | 1      | 2025-06-01 | 100000    | 0
            repaid after it | 1      | 2025-06-01 | 100000    | 0
        """,
        later_payments="""
            loan_id         | paid_on    | principal | interest
            ----------------+------------+-----------+---------
            repaid on it    | 2024-11-30 | 100000    | 0
            repaid after it | 2024-12-01 | 100000    | 0
        """,
    )
    assert (tape.found(RULE), tape.sound(RULE)) == (["repaid after it"], ["repaid on it"])
