"""The lenders' own rules: titles go back when the loan is repaid."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "collateral.held_after_repayment"
TITLES = """
    title | is_after_repayment
    ------+-------------------
    held  | yes
"""


def test_a_title_is_not_held_when_every_loan_it_secures_is_repaid(engine):
    tape = engine(
        titles="""
            title                       | kind       | is_after_repayment
            ----------------------------+------------+-------------------
            every loan repaid before D  | hard_title | yes
            a soft one, the same        | soft_title | yes
            a loan still open           | hard_title | no
            one day of payoff not known | hard_title |
        """
    )
    assert tape.found(RULE) == ["a soft one, the same", "every loan repaid before D"]
    assert tape.sound(RULE) == ["a loan still open"]
    assert tape.not_assessed(RULE) == {"one day of payoff not known": "the day on which a loan it secures was repaid"}


def test_the_day_of_repayment_itself_is_no_holding_and_a_loan_still_open_keeps_the_title(engine):
    # repaid_on counts days from 1970-01-01: 20088 is 2024-12-31, the audit date.
    tape = engine(
        loan_facts="""
            loan_id                 | outstanding_principal | repaid_on
            ------------------------+-----------------------+----------
            repaid the day before D | 0                     | 20087
            repaid on D             | 0                     | 20088
            open                    | 0.01                  |
            day not known           | 0                     |
        """,
        collateral="""
            collateral_id | title_ref | loan_id                 | kind       | taken_on   | released_on
            --------------+-----------+-------------------------+------------+------------+------------
            c1            | free      | repaid the day before D | hard_title | 2020-01-01 |
            c2            | today     | repaid on D             | hard_title | 2020-01-01 |
            c3            | shared    | repaid the day before D | hard_title | 2020-01-01 |
            c4            | shared    | open                    | hard_title | 2020-01-01 |
            c5            | unknown   | day not known           | hard_title | 2020-01-01 |
            c6            | back on D | repaid the day before D | hard_title | 2020-01-01 | 2024-12-31
            c7            |           | repaid the day before D | soft_title | 2020-01-01 | 2025-01-01
            c8            | a house   | repaid the day before D | building   | 2020-01-01 |
        """,
    )
    assert tape.found(RULE) == ["c7", "free"]
    assert tape.sound(RULE) == ["shared", "today"]
    assert list(tape.not_assessed(RULE)) == ["unknown"]


def test_it_is_a_notice_until_the_lenders_gave_themselves_the_rule(engine):
    days = ("2024-08-31", "2024-09-01", "2024-09-02")
    tapes = [engine(on=day, titles=TITLES) for day in days]
    assert [tape.rule(RULE).standing for tape in tapes] == ["notice", "industry_code", "industry_code"]
    assert [tape.found(RULE) for tape in tapes] == [["held"]] * 3
    assert [tape.each(RULE, "citation")["held"] for tape in tapes[:2]] == [None, tapes[1].each(RULE, "citation")["held"]]


def test_a_confirmed_day_makes_it_a_rule_earlier(engine):
    text = (
        confirmed("2024-08-16", "[hard_title, soft_title]", instrument="ABC-CMA-RULES-2024") + "    replaces_from: 2024-09-01\n"
    )
    tape = engine(on="2024-08-16", titles=TITLES, law={"collateral/titles_returned.yaml": text}, strict=True)
    assert (tape.rule(RULE).standing, tape.found(RULE)) == ("industry_code", ["held"])
    assert tape.each(RULE, "confidence") == {"held": "confirmed"}
