"""A plain oddity: what falls due in the next month, over all lenders, is more than the income that was assessed."""

from __future__ import annotations

RULE = "burden.due_above_income"


def test_what_falls_due_over_all_lenders_is_held_to_the_income_that_was_assessed(engine):
    tape = engine(
        loan_facts="""
            loan_id | institution_id | borrower_id        | outstanding_principal | due_next_month | is_written_off
            --------+----------------+--------------------+-----------------------+----------------+---------------
            l1      | A              | one unit above     | 5,000                 | 600.01         | no
            l2      | A              | the same           | 5,000                 | 600            | no
            l3      | A              | one unit below     | 5,000                 | 599.99         | no
            l4      | A              | two lenders        | 5,000                 | 300            | no
            l5      | B              | two lenders        | 5,000                 | 300.01         | no
            l6      | A              | one is repaid      | 5,000                 | 600            | no
            l7      | B              | one is repaid      | 0                     | 0              | no
            l8      | A              | one is written off | 5,000                 | 600            | no
            l9      | B              | one is written off | 5,000                 | 600            | yes
            l10     | A              | no income told     | 5,000                 | 600            | no
            l11     | A              | nothing is open    | 0                     | 0              | no
            l12     | A              |                    | 5,000                 | 600            | no
        """,
        borrowers="""
            borrower_id        | monthly_income_khr
            -------------------+-------------------
            one unit above     | 600
            the same           | 600
            one unit below     | 600
            two lenders        | 600
            one is repaid      | 600
            one is written off | 600
            no income told     |
            nothing is open    | 600
        """,
    )
    assert tape.found(RULE) == ["one unit above", "two lenders", "two lenders"]
    assert tape.sound(RULE) == ["one is repaid", "one is written off", "one unit below", "the same"]
    assert tape.not_assessed(RULE) == {"no income told": "the household's assessed income", "l12": "the loan's borrower"}
    assert tape.rule(RULE).standing == "notice"
    assert sorted(row["institution_id"] for row in tape.rows(RULE) if row["who"] == "two lenders") == ["A", "B"]


def test_the_highest_income_told_anywhere_counts_and_the_finding_names_its_row(engine):
    tape = engine(
        loan_facts="""
            loan_id | borrower_id | outstanding_principal | due_next_month
            --------+-------------+-----------------------+---------------
            l1      | told thrice | 5,000                 | 600.01
        """,
        borrowers="""
            borrower_id | monthly_income_khr | tape | source_row
            ------------+--------------------+------+-----------
            told thrice | 500                | a    | 9
            told thrice | 600                | c    | 3
            told thrice | 600                | b    | 5
            told thrice | 600                | b    | 6
            told thrice |                    | a    | 2
        """,
    )
    (row,) = tape.rows(RULE)
    assert (row["state"], row["observed"], row["limit"], row["currency"]) == ("found", "60001", "60000", "KHR")
    assert (row["subject_kind"], row["source_table"], row["tape"], row["source_row"]) == ("borrower", "borrowers", "b", 5)


def test_a_sum_in_part_can_be_above_the_income_and_never_below_it(engine):
    tape = engine(
        loan_facts="""
            loan_id | borrower_id               | currency | khr   | outstanding_principal | due_next_month
            --------+---------------------------+----------+-------+-----------------------+---------------
            l1      | no schedule               | KHR      |       | 5,000                 | 10
            l2      | no schedule               | KHR      |       | 5,000                 |
            l3      | no schedule, above anyway | KHR      |       | 5,000                 | 601
            l4      | no schedule, above anyway | KHR      |       | 5,000                 |
            l5      | no rate                   | USD      |       | 5,000                 | 10
            l6      | no rate, nothing due      | USD      |       | 5,000                 | 0
            l7      | another not known         | KHR      |       | 5,000                 | 10
            l8      | another not known         | KHR      |       |                       | 10
            l9      | in dollars, above         | USD      | 4,000 | 5,000                 | 0.16
            l10     | in dollars, below         | USD      | 4,000 | 5,000                 | 0.15
            l11     | half a riel rounds up     | USD      | 4,050 | 5,000                 | 0.01
            l12     | half a riel rounds up     | KHR      |       | 5,000                 | 559.50
        """,
        borrowers="""
            borrower_id               | monthly_income_khr
            --------------------------+-------------------
            no schedule               | 600
            no schedule, above anyway | 600
            no rate                   | 600
            no rate, nothing due      | 600
            another not known         | 600
            in dollars, above         | 600
            in dollars, below         | 600
            half a riel rounds up     | 600
        """,
    )
    assert tape.found(RULE) == ["half a riel rounds up", "in dollars, above", "no schedule, above anyway"]
    assert tape.sound(RULE) == ["in dollars, below", "no rate, nothing due"]
    assert tape.not_assessed(RULE) == {
        "no schedule": "the schedule of an open loan",
        "no rate": "the exchange rate of an open loan",
        "another not known": "the position of another loan",
    }
    assert tape.each(RULE, "observed")["in dollars, above"] == "64000"


def test_a_finding_is_no_stronger_than_the_weakest_open_loan_that_it_adds_up(engine):
    tape = engine(
        loan_facts="""
            loan_id | borrower_id | outstanding_principal | due_next_month | basis    | schedule_basis
            --------+-------------+-----------------------+----------------+----------+---------------
            l1      | computed    | 5,000                 | 700            | computed | computed
            l2      | rebuilt     | 5,000                 | 700            | computed | rebuilt
            l3      | rebuilt     | 5,000                 | 700            | computed | computed
            l4      | reported    | 5,000                 | 700            | reported | computed
            l5      | repaid      | 5,000                 | 700            | computed | computed
            l6      | repaid      | 0                     | 0              | reported | computed
        """,
        borrowers="""
            borrower_id | monthly_income_khr
            ------------+-------------------
            computed    | 600
            rebuilt     | 600
            reported    | 600
            repaid      | 600
        """,
    )
    assert tape.each(RULE, "basis") == {
        "computed": "computed",
        "rebuilt": "rebuilt",
        "reported": "reported",
        "repaid": "computed",
    }
