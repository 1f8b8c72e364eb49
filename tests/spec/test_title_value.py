"""What proves the value behind a loan: a title covers one loan, the earliest that still owes; anything else covers its own."""

from __future__ import annotations


def test_a_title_covers_the_earliest_loan_that_owes_and_a_reference_on_anything_else_names_no_title(engine):
    tape = engine(
        on="2024-12-31",
        outstanding="""
            loan_no | institution_id | disbursed_on | outstanding_principal
            --------+----------------+--------------+----------------------
            0       | here           | 2020-01-01   | 0
            1       | here           | 2021-01-01   | 500.00
            2       | there          | 2022-01-01   | 500.00
            3       | there          | 2019-01-01   | 500.00
        """,
        collateral="""
            loan_no | institution_id | collateral_id | kind       | title_ref | taken_on   | value  | valued_on  | valuation_accepted
            --------+----------------+---------------+------------+-----------+------------+--------+------------+-------------------
            0       | here           | c0            | hard_title | T         | 2020-01-01 | 100.00 | 2020-01-01 | yes
            1       | here           | c1            | hard_title | T         | 2021-01-01 | 200.00 | 2020-01-01 | yes
            2       | there          | c2            | hard_title | T         | 2022-01-01 | 400.00 | 2020-01-01 | yes
            2       | there          | c3            | building   | T         | 2022-01-01 | 30.00  | 2020-01-01 | yes
            3       | there          | c4            | vehicle    | T         | 2019-01-01 | 7.00   | 2020-01-01 | yes
        """,
    )
    proven = {row["loan_no"]: (row["proven_value"], row["titles_held"]) for row in tape.table("security")}
    # Loan 0 is repaid, so loan 1 is the earliest that owes: the title counts its 200 there, and nothing for loan 2. The vehicle of
    # the older loan 3 bears the title's reference: it takes nothing away, and proves its own 7; the building its own 30.
    assert proven == {0: (0, 1), 1: (20_000, 1), 2: (3_000, 1), 3: (700, 0)}
