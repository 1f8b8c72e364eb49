"""Accrued interest of a loan graded substandard or worse stands in suspense and is not income."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "suspense.recognized"


def test_interest_of_a_loan_graded_substandard_or_worse_is_no_income(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id              | days_past_due | outstanding_principal | reported_accrued_interest | is_short_term | is_written_off
            ---------------------+---------------+-----------------------+---------------------------+---------------+---------------
            30 days, standard    |            30 | 1,000.00              | 12.50                     | yes           | no
            31 days, substandard |            31 | 1,000.00              | 12.50                     | yes           | no
            31 days, one unit    |            31 | 1,000.00              |  0.01                     | yes           | no
            31 days, none taken  |            31 | 1,000.00              |  0                        | yes           | no
            91 days, loss        |            91 | 1,000.00              | 40.00                     | yes           | no
            repaid               |             0 |     0                 | 12.50                     | yes           | no
            written off          |            91 | 1,000.00              | 40.00                     | yes           | yes
        """,
    )
    assert tape.found(RULE) == ["31 days, one unit", "31 days, substandard", "91 days, loss"]
    assert tape.not_assessed(RULE) == {}
    assert tape.sound(RULE) == ["30 days, standard", "31 days, none taken", "repaid"]
    assert tape.amounts(RULE)["31 days, substandard"] == "12.50"
    assert tape.each(RULE, "confidence")["91 days, loss"] == "unverified"


def test_what_is_not_known_is_named(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id        | lender_kind | days_past_due | outstanding_principal | reported_accrued_interest | is_short_term | is_as_of
            ---------------+-------------+---------------+-----------------------+---------------------------+---------------+---------
            no status      |             | 31            | 1,000.00              | 12.50                     | yes           | yes
            no grade       | licensed    |               | 1,000.00              | 12.50                     | yes           | yes
            nothing told   | licensed    | 31            | 1,000.00              |                           | yes           | yes
            of another day | licensed    | 31            | 1,000.00              | 12.50                     | yes           | no
        """,
    )
    assert tape.found(RULE) == []
    assert tape.not_assessed(RULE) == {
        "no status": "the lender's status on the audit date",
        "no grade": "the grade",
        "nothing told": "the accrued interest taken to income",
        "of another day": "the accrued interest taken to income",
    }


def test_nothing_is_covered_before_the_first_grid(engine):
    drawn = """
        loan_id | lender_kind | days_past_due | outstanding_principal | reported_accrued_interest
        --------+-------------+---------------+-----------------------+--------------------------
        late    | bank        | 91            | 1,000.00              | 12.50
    """
    found = {day: engine(on=day, loan_facts=drawn).found(RULE) for day in ("2000-02-16", "2000-02-17", "2000-02-18")}
    assert found == {"2000-02-16": [], "2000-02-17": ["late"], "2000-02-18": ["late"]}


def test_the_trigger_has_no_source_so_strict_holds_it_back_until_somebody_confirms_it(engine):
    drawn = """
        loan_id     | days_past_due | outstanding_principal | reported_accrued_interest | is_short_term
        ------------+---------------+-----------------------+---------------------------+--------------
        substandard | 31            | 1,000.00              | 12.50                     | yes
        doubtful    | 61            | 1,000.00              | 12.50                     | yes
    """
    reason = "no sourced rule for this date"
    assert engine(on="2017-09-30", strict=True, loan_facts=drawn).not_assessed(RULE) == {
        "substandard": reason,
        "doubtful": reason,
    }
    law = {"suspense/trigger_grade.yaml": confirmed("2000-02-17", "doubtful", instrument="B7-00-51")}
    tape = engine(on="2017-09-30", strict=True, loan_facts=drawn, law=law)
    assert (tape.found(RULE), tape.sound(RULE)) == (["doubtful"], ["substandard"])
