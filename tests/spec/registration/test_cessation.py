"""Whoever was told that registration is denied or cancelled makes no loan after three calendar months."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "registration.cessation"


def test_no_loan_is_made_after_three_calendar_months_from_the_notice(engine):
    tape = engine(
        on="2020-06-30",
        institution_results="""
            institution_id | informed_of_refusal_on
            ---------------+-----------------------
            told in autumn | 2019-11-30
            told in winter | 2020-01-31
            told on D      | 2020-06-30
            told after D   | 2020-07-01
            never told     |
        """,
        loan_results="""
            loan_id                     | institution_id | disbursed_on
            ----------------------------+----------------+-------------
            the day before              | told in autumn | 2020-02-28
            last day, clipped           | told in autumn | 2020-02-29
            the day after               | told in autumn | 2020-03-01
            last day of a short month   | told in winter | 2020-04-30
            after a short month         | told in winter | 2020-05-01
            made on the day of the word | told on D      | 2020-06-30
            not told yet                | told after D   | 2020-06-30
            of another                  | never told     | 2020-06-30
        """,
    )
    assert tape.found(RULE) == ["after a short month", "the day after"]
    assert tape.sound(RULE) == [
        "last day of a short month",
        "last day, clipped",
        "made on the day of the word",
        "the day before",
    ]
    assert tape.not_assessed(RULE) == {}
    assert tape.each(RULE, "limit")["the day after"] == "2020-02-29"
    assert tape.each(RULE, "observed")["the day after"] == "2020-03-01"


def test_before_the_prakas_there_is_no_such_duty(engine):
    drawn = {
        "institution_results": """
            institution_id | informed_of_refusal_on
            ---------------+-----------------------
            a lender       | 2001-01-01
        """,
        "loan_results": """
            loan_id   | disbursed_on
            ----------+-------------
            long ago  | 2001-12-31
            the eve   | 2002-02-24
            first day | 2002-02-25
        """,
    }
    assert engine(on="2002-02-24", **drawn).rows(RULE) == []
    assert engine(on="2002-02-25", **drawn).found(RULE) == ["first day"]


def test_a_confirmed_period_moves_the_last_day(engine):
    law = {"registration/cessation_months.yaml": confirmed("2002-02-25", '"4"')}
    drawn = {
        "institution_results": """
            institution_id | informed_of_refusal_on
            ---------------+-----------------------
            a lender       | 2020-01-31
        """,
        "loan_results": """
            loan_id             | disbursed_on
            --------------------+-------------
            in the fourth month | 2020-05-31
            in the fifth        | 2020-06-01
        """,
    }
    tape = engine(on="2020-06-30", law=law, strict=True, **drawn)
    assert tape.found(RULE) == ["in the fifth"]
    assert tape.each(RULE, "limit")["in the fifth"] == "2020-05-31"
    assert tape.each(RULE, "confidence")["in the fifth"] == "confirmed"
