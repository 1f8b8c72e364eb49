"""Until 31 December 2002 a lender that needs a licence has time to apply for it: a notice, not a breach."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "licensing.transition"
LARGE = """
    institution_id | borrowers
    ---------------+----------
    large          | 1,000
"""


def test_within_the_window_a_lender_that_needs_a_licence_is_told_so(engine):
    tape = engine(
        on="2002-12-31",
        institution_facts="""
            institution_id    | status       | portfolio_khr  | borrowers
            ------------------+--------------+----------------+----------
            below             | unregistered | 999,999,999.99 |       999
            portfolio reached | unregistered | 1,000,000,000  |         0
            borrowers reached | registered   |             0  |     1,000
            is licensed       | licensed     | 1,000,000,000  |     1,000
            status unknown    |              | 1,000,000,000  |         0
        """,
    )
    assert tape.found(RULE) == ["borrowers reached: borrowers", "portfolio reached: portfolio"]
    assert tape.not_assessed(RULE)["status unknown: portfolio"] == "the status on the audit date"
    assert tape.rule(RULE).standing == "notice"
    assert tape.each(RULE, "citation")["portfolio reached: portfolio"] == "B7-02-49, art. 9"


def test_the_window_is_open_from_25_february_to_31_december_2002(engine):
    days = ("2002-02-24", "2002-02-25", "2002-02-26", "2002-12-30", "2002-12-31", "2003-01-01")
    told = [day for day in days if engine(on=day, institution_facts=LARGE).found(RULE)]
    assert told == ["2002-02-25", "2002-02-26", "2002-12-30", "2002-12-31"]


def test_a_confirmed_end_keeps_the_window_open(engine):
    law = {"licensing/transition_end.yaml": confirmed("2002-02-25", "2003-03-31", until="2003-03-31")}
    tape = engine(on="2003-03-31", institution_facts=LARGE, law=law, strict=True)
    assert tape.found(RULE) == ["large: borrowers"]
    assert tape.found("licensing.required") == []
    after = tape.again(on="2003-04-01", law=law)
    assert (after.found(RULE), after.found("licensing.required")) == ([], ["large: borrowers"])
