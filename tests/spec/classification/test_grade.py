"""A loan's grade in the lender's books may not be better than the one its days past due call for."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "classification.grade"


def test_books_may_show_a_worse_grade_than_the_days_call_for_and_never_a_better_one(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id                | days_past_due | is_short_term | reported_class | outstanding_principal | is_written_off
            -----------------------+---------------+---------------+----------------+-----------------------+---------------
            30 days                |            30 | yes           | standard       | 500,000               | no
            31 days                |            31 | yes           | standard       | 500,000               | no
            31 days, told          |            31 | yes           | substandard    | 500,000               | no
            31 days, told as worse |            31 | yes           | loss           | 500,000               | no
            61 days, short         |            61 | yes           | substandard    | 500,000               | no
            61 days, long          |            61 | no            | substandard    | 500,000               | no
            361 days, long         |           361 | no            | doubtful       | 500,000               | no
            repaid                 |             0 | yes           | loss           |       0               | no
            written off            |           361 | no            | standard       | 500,000               | yes
        """,
    )
    assert tape.found(RULE) == ["31 days", "361 days, long", "61 days, short"]
    assert tape.not_assessed(RULE) == {}
    assert tape.sound(RULE) == ["30 days", "31 days, told", "31 days, told as worse", "61 days, long", "repaid"]
    assert tape.each(RULE, "limit")["61 days, short"] == "doubtful"
    assert tape.each(RULE, "confidence")["61 days, short"] == "official_form"


def test_the_grid_is_the_one_of_the_audit_date(engine):
    drawn = """
        loan_id | days_past_due | is_short_term | reported_class | outstanding_principal
        --------+---------------+---------------+----------------+----------------------
        late    |            30 | no            | standard       | 500,000
        later   |            90 | no            | standard       | 500,000
    """
    days = ("2002-06-06", "2002-06-07", "2002-09-12", "2002-09-13", "2017-11-30", "2017-12-01")
    found = {day: engine(on=day, loan_facts=drawn).found(RULE) for day in days}
    assert found == {
        "2002-06-06": [],
        "2002-06-07": [],
        "2002-09-12": [],
        "2002-09-13": ["later"],
        "2017-11-30": ["later"],
        "2017-12-01": ["late", "later"],
    }


def test_what_is_not_known_is_named(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id         | lender_kind | days_past_due | is_short_term | reported_class | outstanding_principal | is_as_of
            ----------------+-------------+---------------+---------------+----------------+-----------------------+---------
            no status       |             |            61 | yes           | standard       | 500,000               | yes
            no position     | licensed    |               | yes           | standard       |                       | yes
            no days         | licensed    |               | yes           | standard       | 500,000               | yes
            no first term   | licensed    |            61 |               | standard       | 500,000               | yes
            no grade told   | licensed    |            61 | yes           |                | 500,000               | yes
            of another day  | licensed    |            61 | yes           | standard       | 500,000               | no
        """,
    )
    assert tape.found(RULE) == []
    assert tape.not_assessed(RULE) == {
        "no status": "the lender's status on the audit date",
        "no position": "the loan's position",
        "no days": "days past due",
        "no first term": "the maturity first agreed",
        "no grade told": "the grade in the books",
        "of another day": "the grade in the books",
    }


def test_strict_holds_back_the_grid_that_no_source_was_seen_for_until_somebody_confirms_it(engine):
    drawn = """
        loan_id       | lender_kind  | days_past_due | is_short_term | reported_class | outstanding_principal
        --------------+--------------+---------------+---------------+----------------+----------------------
        of a licensed | licensed     |            61 | yes           | standard       | 500,000
        of another    | unregistered |            61 | yes           | standard       | 500,000
    """
    sourced = engine(on="2017-09-30", strict=True, loan_facts=drawn)
    assert sourced.found(RULE) == ["of a licensed"]
    assert sourced.not_assessed(RULE) == {"of another": "no sourced rule for this date"}
    grid = "{any: [{grade: loss, comparison: ge, days: 61}]}"
    law = {"classification/other.yaml": confirmed("2002-09-13", grid, instrument="B7-02-186", until="2017-11-30")}
    confirmed_too = sourced.again(on="2017-09-30", strict=True, law=law)
    assert confirmed_too.found(RULE) == ["of a licensed", "of another"]
    assert confirmed_too.each(RULE, "limit") == {"of a licensed": "doubtful", "of another": "loss"}
