"""Where loans name no borrower the lender's count stands in, and the figure says that it is the lender's word."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("borrower", "borrowers", "basis"), [("", 7, "reported"), ("P1", 1, "computed")])
def test_a_count_that_is_the_lenders_word_has_the_basis_reported(engine, borrower, borrowers, basis):
    tape = engine(
        institutions="""
            institution_id | reported_borrowers | has_loans
            ---------------+--------------------+----------
            lender         | 7                  | yes
        """,
        loan_facts=f"""
            loan_id | institution_id | borrower_id | outstanding_principal
            --------+----------------+-------------+----------------------
            one     | lender         | {borrower:11} | 100.00
        """,
    )
    (row,) = tape.table("institution_facts")
    assert (row["borrowers"], row["borrowers_basis"], row["loans_basis"]) == (borrowers, basis, "computed")


def test_a_count_without_any_loan_or_total_is_the_lenders_word_too(engine):
    tape = engine(
        institutions="""
            institution_id | reported_borrowers | has_loans
            ---------------+--------------------+----------
            lender         | 7                  | no
        """,
    )
    (row,) = tape.table("institution_facts")
    assert (row["borrowers"], row["borrowers_basis"], row["loans_basis"]) == (7, "reported", None)
