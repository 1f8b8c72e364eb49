"""A plain oddity: payments up to the earlier date read otherwise a month later."""

from __future__ import annotations

import pytest

RULE = "continuity.payments_rewritten"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_what_was_received_by_the_earlier_date_reads_the_same_later(engine):
    tape = engine(
        earlier_loans="""
            loan_id
            --------------
            as it was
            larger now
            moved a day
            gone
            entered late
            undone since
            from land, not told now
            source told since
        """,
        earlier_payments="""
            payment_id | loan_id                 | paid_on    | principal | interest | source
            -----------+-------------------------+------------+-----------+----------+----------
            1          | as it was               | 2024-11-15 | 10000     | 1500     | income
            2          | larger now              | 2024-11-15 | 10000     | 1500     |
            3          | moved a day             | 2024-11-15 | 10000     | 1500     |
            4          | gone                    | 2024-11-15 | 10000     | 1500     |
            5          | undone since            | 2024-11-15 | 10000     | 1500     |
            6          | from land, not told now | 2024-11-15 | 10000     | 1500     | land_sale
            7          | source told since       | 2024-11-15 | 10000     | 1500     |
        """,
        later_loans="""
            loan_id
            --------------
            as it was
            larger now
            moved a day
            gone
            entered late
            undone since
            from land, not told now
            source told since
        """,
        later_payments="""
            payment_id | loan_id                 | paid_on    | principal | interest | source
            -----------+-------------------------+------------+-----------+----------+--------
            another id | as it was               | 2024-11-15 | 10000     | 1500     | income
            2          | larger now              | 2024-11-15 | 10001     | 1500     |
            3          | moved a day             | 2024-11-14 | 10000     | 1500     |
            8          | entered late            | 2024-11-30 | 10000     | 1500     |
            5          | undone since            | 2024-11-15 | 10000     | 1500     |
            9          | undone since            | 2024-12-01 | -10000    | -1500    |
            6          | from land, not told now | 2024-11-15 | 10000     | 1500     | income
            7          | source told since       | 2024-11-15 | 10000     | 1500     | family
        """,
    )
    assert tape.found(RULE) == [
        "entered late: row_new",
        "from land, not told now: source_changed",
        "gone: row_gone",
        "larger now: row_changed",
        "moved a day: row_changed",
    ]
    assert tape.sound(RULE) == ["as it was", "source told since", "undone since"]


LOANS = "loan_id\n----\na"
ONE = "loan_id | paid_on | principal | interest\n----+---+---+---\na | 2024-11-15 | 10000 | 1500"
TWICE = ONE + "\na | 2024-11-15 | 10000 | 1500"


@ON_DUCKDB
def test_two_equal_payments_are_two(engine):
    tape = engine(earlier_loans=LOANS, later_loans=LOANS, earlier_payments=TWICE, later_payments=ONE)
    [row] = tape.rows(RULE)
    assert (row["state"], row["aspect"], row["observed"], row["limit"], row["amount"]) == (
        "found",
        "row_gone",
        "0",
        "1150000",
        1150000,
    )
    assert (row["source_table"], row["tape"], row["source_row"], row["other_row"]) == ("payments", "the earlier tape", 3, None)
    tape = engine(earlier_loans=LOANS, later_loans=LOANS, earlier_payments=ONE, later_payments=TWICE)
    [row] = tape.rows(RULE)
    assert (row["aspect"], row["tape"], row["source_row"], row["other_row"]) == ("row_new", "the later tape", 3, None)


@ON_DUCKDB
def test_a_changed_row_is_named_in_both_tapes(engine):
    later = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-11-01 | 1 | 0\na | 2024-11-15 | 10000 | 1400"
    earlier = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-11-15 | 10000 | 1500\na | 2024-11-01 | 1 | 0"
    [row] = engine(earlier_loans=LOANS, later_loans=LOANS, earlier_payments=earlier, later_payments=later).rows(RULE)
    assert (row["tape"], row["source_row"], row["other_tape"], row["other_row"]) == ("the later tape", 3, "the earlier tape", 2)
    assert (row["observed"], row["limit"], row["amount"]) == ("1140000", "1150000", 10000)


@ON_DUCKDB
def test_without_payments_in_both_months_nothing_is_said_of_them(engine):
    later = {"later_loans": LOANS, "earlier_loans": LOANS}
    assert engine(earlier_payments=ONE, **later).not_assessed(RULE) == {"a": "the payments in the later tape"}
    assert engine(later_payments=ONE, **later).not_assessed(RULE) == {"a": "the payments in the earlier tape"}
    back = "loan_id | payments_returned\n---+---\na | yes"
    tape = engine(earlier_loans=LOANS, later_loans=back, earlier_payments=TWICE, later_payments=ONE)
    assert list(tape.not_assessed(RULE).values()) == ["the loan's payments in the later tape: a row was returned"]


@ON_DUCKDB
def test_a_tape_that_names_no_source_at_all_changed_none(engine):
    told = (
        ONE.replace("interest", "interest | source")
        .replace("---+---+---\n", "---+---+---+---\n")
        .replace("1500", "1500 | land_sale")
    )
    tape = engine(earlier_loans=LOANS, later_loans=LOANS, earlier_payments=told, later_payments=ONE)
    assert tape.sound(RULE) == ["a"]
