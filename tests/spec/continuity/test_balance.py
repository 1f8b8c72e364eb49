"""A plain oddity: a loan's balance is not the one that rolls forward over what was received in between."""

from __future__ import annotations

import pytest

RULE = "continuity.balance"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_a_balance_rolls_forward_over_what_was_received(engine):
    tape = engine(
        earlier_loans="""
            loan_id              | disbursed_on | principal | reported_outstanding
            ---------------------+--------------+-----------+---------------------
            paid on the 15th     | 2024-06-01   | 1000000   | 500000
            undone since         | 2024-06-01   | 1000000   | 500000
            less than it was     | 2024-06-01   | 1000000   | 500000
            more than it was     | 2024-06-01   | 1000000   | 500000
            repaid               | 2024-06-01   | 1000000   | 500000
            written off since    | 2024-06-01   | 1000000   | 500000
        """,
        earlier_payments="""
            loan_id              | paid_on    | principal | interest
            ---------------------+------------+-----------+---------
            undone since         | 2024-11-15 | 10000     | 0
        """,
        later_loans="""
            loan_id              | disbursed_on | principal | reported_outstanding | written_off_on
            ---------------------+--------------+-----------+----------------------+---------------
            paid on the 15th     | 2024-06-01   | 1000000   | 490000               |
            undone since         | 2024-06-01   | 1000000   | 510000               |
            less than it was     | 2024-06-01   | 1000000   | 480000               |
            more than it was     | 2024-06-01   | 1000000   | 500000.01            |
            repaid               | 2024-06-01   | 1000000   | 0                    |
            written off since    | 2024-06-01   | 1000000   | 0                    | 2024-12-31
            new, and paid a part | 2024-12-05   | 300000    | 280000               |
            new, and less        | 2024-12-05   | 300000    | 280000               |
        """,
        later_payments="""
            loan_id              | paid_on    | principal | interest
            ---------------------+------------+-----------+---------
            paid on the 15th     | 2024-12-15 | 10000     | 2000
            undone since         | 2024-11-15 | 10000     | 0
            undone since         | 2024-12-01 | -10000    | 0
            less than it was     | 2024-12-31 | 10000     | 0
            less than it was     | 2025-01-01 | 10000     | 0
            repaid               | 2024-12-20 | 500000    | 0
            new, and paid a part | 2024-12-20 | 20000     | 0
        """,
    )
    assert tape.found(RULE) == [
        "less than it was: reported_outstanding",
        "more than it was: reported_outstanding",
        "new, and less: reported_outstanding",
    ]
    assert tape.amounts(RULE)["less than it was: reported_outstanding"] == "10000.00"


TERMS = "loan_id | principal | disbursed_on\n---+---+---\na | 1000000 | 2024-06-01"
DUE = """
    loan_id | number | due_on     | principal | interest
    --------+--------+------------+-----------+---------
    a       | 1      | 2024-12-10 | 400000    | 15000
    a       | 2      | 2025-06-10 | 600000    | 9000
"""


def restructured(engine, balance, *, on="2024-12-20", how="restructured_on", paid=0):
    """A loan of 1,000,000 with 15,000 of interest due on 10 December, given a new schedule in December."""
    paid_on = {"earlier_payments": "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"}
    later = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"
    return engine(
        earlier_loans=TERMS,
        earlier_installments=DUE,
        later_loans=f"loan_id | principal | disbursed_on | {how}\n---+---+---+---\na | 1000000 | 2024-06-01 | {on}",
        later_installments=f"loan_id | number | due_on | principal | interest\n---+---+---+---+---\na | 1 | 2025-12-20 | {balance} | 0",
        later_payments=later + (f"\na | {on} | {paid} | 0" if paid else ""),
        **paid_on,
    )


@ON_DUCKDB
@pytest.mark.parametrize(
    ("balance", "paid", "state"),
    [
        ("1000000", 0, "sound"),
        ("600000", 400000, "sound"),
        ("1024000", 0, "sound"),  # with all the interest of the instalments up to the first one after the restructuring
        ("1038000", 0, "sound"),  # and what had accrued on the earlier date: 15,000 x 182 days of 192, less 1
        ("1040000", 0, "found"),
        ("990000", 0, "found"),
        ("600000", 0, "found"),
    ],
)
def test_a_restructuring_may_add_the_interest_that_could_be_owed_and_takes_nothing_away(engine, balance, paid, state):
    tape = restructured(engine, balance, paid=paid)
    assert {row["state"] for row in tape.rows(RULE)} == {state}


@ON_DUCKDB
@pytest.mark.parametrize(
    ("balance", "state"),
    [("1000000", "sound"), ("1000100", "sound"), ("999900", "sound"), ("1000101", "found"), ("1015000", "found")],
)
def test_a_new_schedule_without_a_restructuring_adds_nothing_beyond_rounding(engine, balance, state):
    assert {row["state"] for row in restructured(engine, balance, how="schedule_from").rows(RULE)} == {state}


@ON_DUCKDB
def test_rows_decide_and_a_word_that_was_wrong_a_month_ago_is_not_rolled_forward(engine):
    told = "loan_id | principal | disbursed_on | reported_outstanding\n---+---+---+---\na | 1000000 | 2024-06-01 | {}"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | 0 | 1"

    def of(then, now):
        return engine(
            earlier_loans=told.format(then), later_loans=told.format(now), earlier_installments=DUE, later_installments=DUE,
            earlier_payments=paid, later_payments=paid + "\na | 2024-12-10 | 400000 | 15000",
        )  # fmt: skip

    assert of(1000000, 600000).sound(RULE) == ["a: outstanding_principal", "a: reported_outstanding"]
    assert of(1000000, 610000).found(RULE) == ["a: reported_outstanding"]
    tape = of(900000, 540000)
    assert tape.sound(RULE) == ["a: outstanding_principal"]
    assert list(tape.not_assessed(RULE)) == ["a: reported_outstanding"]


@ON_DUCKDB
def test_without_payments_nothing_rolls_forward(engine):
    told = "loan_id | reported_outstanding\n---+---\na | {}"
    tape = engine(earlier_loans=told.format(500000), later_loans=told.format(480000))
    assert tape.not_assessed(RULE) == {"a: reported_outstanding": "the payments in the later tape"}


@ON_DUCKDB
def test_a_changed_original_or_a_rewritten_payment_is_left_to_its_own_rule(engine):
    told = "loan_id | principal | reported_outstanding\n---+---+---\na | {} | {}"
    paid = "loan_id | paid_on | principal | interest\n---+---+---+---\na | 2024-10-01 | {} | 1"
    tape = engine(
        earlier_loans=told.format(1000000, 500000), later_loans=told.format(900000, 400000),
        earlier_payments=paid.format(1), later_payments=paid.format(1),
    )  # fmt: skip
    assert tape.not_assessed(RULE) == {
        "a: reported_outstanding": "the same past in both tapes: continuity.original_changed answers for it"
    }
    tape = engine(
        earlier_loans=told.format(1000000, 500000), later_loans=told.format(1000000, 400000),
        earlier_payments=paid.format(1), later_payments=paid.format(100001),
    )  # fmt: skip
    assert tape.not_assessed(RULE) == {
        "a: reported_outstanding": "the same past in both tapes: continuity.payments_rewritten answers for it"
    }
