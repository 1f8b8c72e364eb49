"""A plain oddity: a loan was handed out in the month in which another loan of the borrower, at any lender, was repaid."""

from __future__ import annotations

RULE = "burden.rolled_over"

# repaid_on counts days from 1970-01-01: 18962 is 2021-12-01, 18992 is 2021-12-31.


def test_a_loan_in_the_month_in_which_another_was_repaid_is_told(engine):
    tape = engine(
        loan_facts="""
            loan_id            | institution_id | borrower_id    | disbursed_on | outstanding_principal | repaid_on
            -------------------+----------------+----------------+--------------+-----------------------+----------
            old, on the first  | A              | first day      | 2020-01-01   | 0                     | 18962
            new, first day     | A              | first day      | 2021-12-15   | 100                   |
            old, on the last   | A              | last day       | 2020-01-01   | 0                     | 18992
            new, last day      | B              | last day       | 2021-12-15   | 100                   |
            old, month before  | A              | month before   | 2020-01-01   | 0                     | 18961
            new, month before  | A              | month before   | 2021-12-01   | 100                   |
            old, month after   | A              | month after    | 2020-01-01   | 0                     | 18993
            new, month after   | A              | month after    | 2021-12-31   | 100                   |
            old, still open    | A              | still open     | 2020-01-01   | 50                    |
            new, still open    | A              | still open     | 2021-12-15   | 100                   |
            old, not known     | A              | not known      | 2020-01-01   |                       |
            new, not known     | A              | not known      | 2021-12-15   | 100                   |
            old, day not known | A              | day not known  | 2020-01-01   | 0                     |
            new, day not known | A              | day not known  | 2021-12-15   | 100                   |
            the only one       | A              | the only one   | 2021-12-15   | 0                     | 18992
            nobody's           | A              |                | 2021-12-15   | 100                   |
        """
    )
    assert tape.found(RULE) == ["new, first day", "new, last day"]
    assert tape.not_assessed(RULE) == {
        "new, not known": "the day on which another loan of the borrower was repaid",
        "new, day not known": "the day on which another loan of the borrower was repaid",
        "nobody's": "the loan's borrower",
    }
    assert {"new, month before", "new, month after", "new, still open", "the only one"} <= set(tape.sound(RULE))
    limits = tape.each(RULE, "limit")
    assert (limits["new, first day"], limits["new, last day"]) == ("2021-12-01", "2021-12-31")
    assert tape.each(RULE, "observed")["new, last day"] == "2021-12-15"
    assert tape.rule(RULE).standing == "notice"


def test_of_two_loans_of_one_day_the_later_row_is_the_new_one(engine):
    tape = engine(
        loan_facts="""
            loan_id      | borrower_id | disbursed_on | outstanding_principal | repaid_on
            -------------+-------------+--------------+-----------------------+----------
            first row    | a           | 2021-12-15   | 0                     | 18992
            second row   | a           | 2021-12-15   | 0                     | 18992
            a later loan | b           | 2021-12-16   | 0                     | 18992
            an earlier   | b           | 2021-12-15   | 100                   |
        """
    )
    assert tape.found(RULE) == ["second row"]
    assert tape.sound(RULE) == ["a later loan", "an earlier", "first row"]


def test_the_one_repaid_last_is_named_with_its_row_and_an_unknown_one_beside_it_changes_nothing(engine):
    tape = engine(
        loan_facts="""
            loan_id  | borrower_id | disbursed_on | outstanding_principal | repaid_on | basis    | weakness | tape | source_row
            ---------+-------------+--------------+-----------------------+-----------+----------+----------+------+-----------
            early    | a           | 2020-01-01   | 0                     | 18963     | computed | 0        | x    | 2
            late     | a           | 2020-01-02   | 0                     | 18970     | rebuilt  | 0        | y    | 7
            late too | a           | 2020-01-03   | 0                     | 18970     | computed | 0        | z    | 8
            unknown  | a           | 2020-01-04   |                       |           |          | 0        | x    | 9
            new      | a           | 2021-12-31   | 100                   |           | computed | 0        | x    | 10
            old      | b           | 2020-01-04   | 0                     | 18970     | computed | 0        | x    | 11
            new told | b           | 2021-12-31   | 100                   |           | reported | 2        | x    | 12
        """
    )
    assert tape.found(RULE) == ["new", "new told"]
    new = next(row for row in tape.rows(RULE) if row["subject"] == "new")
    assert (new["limit"], new["other_tape"], new["other_row"], new["tape"], new["source_row"]) == ("2021-12-09", "y", 7, "x", 10)
    assert tape.each(RULE, "basis")["new"] == "rebuilt"
    assert tape.each(RULE, "basis")["new told"] == "reported"


def test_it_rests_on_no_law_so_strict_and_the_date_change_nothing(engine):
    drawn = """
        loan_id | borrower_id | disbursed_on | outstanding_principal | repaid_on
        --------+-------------+--------------+-----------------------+----------
        old     | a           | 1999-01-01   | 0                     | 10926
        new     | a           | 1999-12-01   | 100                   |
    """  # 10926: 1999-12-01
    assert engine(on="1999-12-31", loan_facts=drawn, strict=True).found(RULE) == ["new"]
