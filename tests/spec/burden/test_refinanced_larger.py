"""A plain oddity: a loan repays another and is larger than 130 % of it."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "burden.refinanced_larger"


def test_a_loan_above_130_percent_of_the_one_that_it_refinances_is_told(engine):
    tape = engine(
        loan_facts="""
            loan_id             | institution_id | disbursed_on | principal | currency | refinances
            --------------------+----------------+--------------+-----------+----------+-----------
            old                 | A              | 2017-01-01   | 1,000.01  | KHR      |
            one unit below      | A              | 2019-01-01   | 1,300.00  | KHR      | old
            up to it            | A              | 2019-01-01   | 1,300.01  | KHR      | old
            one unit above      | A              | 2019-01-01   | 1,300.02  | KHR      | old
            the day before      | A              | 2018-05-31   | 2,000     | KHR      | old
            on the first day    | A              | 2018-06-01   | 2,000     | KHR      | old
            the day after       | A              | 2018-06-02   | 2,000     | KHR      | old
            in another currency | A              | 2019-01-01   | 2,000     | USD      | old
            of another lender   | B              | 2019-01-01   | 2,000     | KHR      | old
            refinances nothing  | A              | 2019-01-01   | 2,000     | KHR      |
        """,
        loans="""
            loan_id | institution_id | principal | currency | source_row
            --------+----------------+-----------+----------+-----------
            old     | A              | 1,000.01  | KHR      | 17
        """,
    )
    assert tape.found(RULE) == ["on the first day", "one unit above", "the day after"]
    assert tape.sound(RULE) == ["one unit below", "up to it"]
    assert tape.not_assessed(RULE) == {
        "in another currency": "both loans in one currency",
        "of another lender": "the loan that it refinances",
    }
    (row,) = (row for row in tape.rows(RULE) if row["subject"] == "one unit above")
    assert (row["observed"], row["limit"], row["currency"]) == ("130002", "130001", "KHR")
    assert (row["other_tape"], row["other_row"]) == ("tape", 17)
    assert (row["confidence"], tape.rule(RULE).standing) == ("restated", "notice")


def test_before_the_guidelines_nobody_measured_it(engine):
    loans = """
        loan_id | disbursed_on | principal | refinances
        --------+--------------+-----------+-----------
        old     | 2017-01-01   | 100       |
        new     | 2018-06-01   | 131       | old
    """
    sealed = """
        loan_id | principal
        --------+----------
        old     | 100
    """
    assert engine(on="2018-05-31", loan_facts=loans, loans=sealed).rows(RULE) == []
    assert engine(on="2018-06-01", loan_facts=loans, loans=sealed).found(RULE) == ["new"]


def test_another_share_and_the_largest_amounts_are_held_exactly(engine):
    text = confirmed("2018-06-01", '"130.000001"', instrument="CMA-LENDING-GUIDELINES")
    tape = engine(
        loan_facts="""
            loan_id | disbursed_on | principal             | refinances
            --------+--------------+-----------------------+-----------
            below   | 2019-01-01   | 13,000,000,100,000.00 | old
            above   | 2019-01-01   | 13,000,000,100,000.01 | old
        """,
        loans="""
            loan_id | principal
            --------+----------------------
            old     | 10,000,000,000,000.00
        """,
        law={"conduct/refinanced_size.yaml": text},
    )
    assert (tape.found(RULE), tape.sound(RULE)) == (["above"], ["below"])


def test_a_finding_is_no_stronger_than_the_weaker_of_both_rows(engine):
    tape = engine(
        loan_facts="""
            loan_id | disbursed_on | principal | refinances | weakness
            --------+--------------+-----------+------------+---------
            told    | 2017-01-01   | 100       |            | 2
            rebuilt | 2017-01-01   | 100       |            | 1
            new     | 2019-01-01   | 131       | told       | 0
            newer   | 2019-01-01   | 131       | rebuilt    | 0
        """,
        loans="""
            loan_id | principal
            --------+----------
            told    | 100
            rebuilt | 100
        """,
    )
    assert tape.each(RULE, "basis") == {"new": "reported", "newer": "rebuilt"}
