"""A plain oddity: a loan that was owed on the earlier date is not in the later tape."""

from __future__ import annotations

RULE = "continuity.vanished"


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
