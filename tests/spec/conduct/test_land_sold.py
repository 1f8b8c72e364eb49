"""Asked for, not law: land pays for a loan only upon a judgment. The tape does not say whether a sale was free."""

from __future__ import annotations

RULE = "conduct.land_sold"
SOLD = """
    loan_id | happened_on | step
    --------+-------------+----------------------
    sold    | 2020-07-16  | land_sold_by_borrower
"""
ONE = """
    loan_id
    -------
    sold
"""


def test_land_sold_while_no_judgment_stood_is_told(engine):
    tape = engine(
        loan_results="""
            loan_id
            -----------------------
            sold the day before
            sold on the day
            sold the day after
            judgment the day before
            judgment the same day
            judgment the day after
            a filing is no judgment
            paid by land
            sold by the lender
            nothing happened
        """,
        recovery="""
            loan_id                 | happened_on | step
            ------------------------+-------------+----------------------
            sold the day before     | 2020-07-15  | land_sold_by_borrower
            sold on the day         | 2020-07-16  | land_sold_by_borrower
            sold the day after      | 2020-07-17  | land_sold_by_borrower
            judgment the day before | 2021-03-01  | judgment
            judgment the day before | 2021-03-02  | land_sold_by_borrower
            judgment the same day   | 2021-03-02  | land_sold_by_borrower
            judgment the same day   | 2021-03-02  | judgment
            judgment the day after  | 2021-03-02  | land_sold_by_borrower
            judgment the day after  | 2021-03-03  | judgment
            a filing is no judgment | 2021-03-01  | court_filing
            a filing is no judgment | 2021-03-02  | land_sold_by_borrower
            sold by the lender      | 2021-03-02  | land_sold_by_lender
            nothing happened        | 2021-03-02  | reminder
        """,
        payments="""
            loan_id      | paid_on    | source    | principal | interest
            -------------+------------+-----------+-----------+---------
            paid by land | 2021-03-02 | land_sale | 900.00    | 100.00
        """,
    )
    assert tape.found(RULE) == [
        "a filing is no judgment",
        "judgment the day after",
        "paid by land",
        "sold on the day",
        "sold the day after",
    ]
    assert tape.sound(RULE) == [
        "judgment the day before",
        "judgment the same day",
        "nothing happened",
        "sold by the lender",
        "sold the day before",
    ]
    assert tape.amounts(RULE) == {"paid by land": "1000.00"}
    assert tape.rule(RULE).standing == "demand"


def test_a_finding_tells_the_first_day_the_row_and_everything_that_happened_in_order(engine):
    tape = engine(
        loan_results=ONE,
        recovery="""
            loan_id | happened_on | step                  | source_row
            --------+-------------+-----------------------+-----------
            sold    | 2020-09-02  | land_sold_by_borrower | 7
            sold    | 2020-08-01  | reminder              | 5
            sold    | 2020-08-01  | reminder              | 6
            sold    | 2020-10-02  | land_sold_by_borrower | 8
            sold    | 2025-01-01  | judgment              | 9
        """,
        payments="""
            loan_id | paid_on    | source    | principal | interest | source_row
            --------+------------+-----------+-----------+----------+-----------
            sold    | 2020-09-05 | land_sale | 500       | 0        | 3
            sold    | 2020-09-06 | income    | 70        | 0        | 4
        """,
    )
    (row,) = tape.rows(RULE)
    assert (row["observed"], row["limit"], row["source_table"], row["source_row"]) == ("2020-09-02", "2020-07-16", "recovery", 7)
    assert (
        row["note"]
        == "2020-08-01 reminder; 2020-09-02 land_sold_by_borrower; 2020-09-05 land_sale; 2020-10-02 land_sold_by_borrower"
    )
    assert (row["amount"], row["currency"], row["confidence"]) == (50_000, "KHR", "seed")


def test_a_day_of_payments_counts_where_its_land_sales_come_to_more_than_nothing(engine):
    tape = engine(
        loan_results="""
            loan_id
            ---------------------
            one unit left
            undone the same day
            undone the day after
            from other sources
            after D
            with a penalty
            judgment between them
        """,
        recovery="""
            loan_id               | happened_on | step
            ----------------------+-------------+---------
            judgment between them | 2021-01-10  | judgment
        """,
        payments="""
            loan_id               | paid_on    | source    | principal | interest | fee | penalty | source_row
            ----------------------+------------+-----------+-----------+----------+-----+---------+-----------
            one unit left         | 2021-01-05 | land_sale | 100       | 0        |     |         | 2
            one unit left         | 2021-01-05 | land_sale | -99.99    | 0        |     |         | 3
            undone the same day   | 2021-01-05 | land_sale | 100       | 0        |     |         | 4
            undone the same day   | 2021-01-05 | land_sale | -100      | 0        |     |         | 5
            undone the day after  | 2021-01-05 | land_sale | 100       | 0        |     |         | 6
            undone the day after  | 2021-01-06 | land_sale | -100      | 0        |     |         | 7
            from other sources    | 2021-01-05 | family    | 100       | 0        |     |         | 8
            from other sources    | 2021-01-05 |           | 100       | 0        |     |         | 9
            after D               | 2025-01-01 | land_sale | 100       | 0        |     |         | 10
            with a penalty        | 2024-12-31 | land_sale | 1         | 2        | 4   | 8       | 11
            judgment between them | 2021-01-09 | land_sale | 100       | 0        |     |         | 12
            judgment between them | 2021-01-10 | land_sale | 200       | 0        |     |         | 13
        """,
    )
    assert tape.amounts(RULE) == {
        "one unit left": "0.01",
        "undone the day after": "100.00",
        "with a penalty": "15.00",
        "judgment between them": "100.00",
    }
    assert tape.found(RULE) == sorted(tape.amounts(RULE))
    assert tape.each(RULE, "source_table")["with a penalty"] == "payments"
    assert tape.each(RULE, "source_row")["with a penalty"] == 11


def test_without_the_log_nothing_is_said_even_where_land_paid(engine):
    tape = engine(
        loan_results="""
            loan_id                  | has_recovery | recovery_returned | payments_returned | are_payments_known
            -------------------------+--------------+-------------------+-------------------+-------------------
            no log                   | no           | no                | no                | yes
            a row of it returned     | yes          | yes               | no                | yes
            payments returned        | yes          | no                | yes               | yes
            returned, sold by log    | yes          | no                | yes               | yes
            payments were never sent | yes          | no                | no                | no
        """,
        recovery="""
            loan_id               | happened_on | step
            ----------------------+-------------+----------------------
            a row of it returned  | 2021-01-05  | land_sold_by_borrower
            returned, sold by log | 2021-01-06  | land_sold_by_borrower
        """,
        payments="""
            loan_id               | paid_on    | source    | principal | interest
            ----------------------+------------+-----------+-----------+---------
            no log                | 2021-01-05 | land_sale | 100       | 0
            payments returned     | 2021-01-05 | land_sale | 100       | 0
            returned, sold by log | 2021-01-05 | land_sale | 100       | 0
        """,
    )
    assert tape.not_assessed(RULE) == {
        "no log": "a collection log",
        "a row of it returned": "the loan's collection log: a row was returned",
        "payments returned": "the loan's payments: a row was returned",
    }
    assert tape.found(RULE) == ["returned, sold by log"]
    assert tape.each(RULE, "amount")["returned, sold by log"] is None  # a returned row may have undone it
    assert tape.sound(RULE) == ["payments were never sent"]


def test_nobody_had_asked_before_the_letter(engine):
    tapes = [engine(on=day, loan_results=ONE, recovery=SOLD) for day in ("2020-07-15", "2020-07-16", "2020-07-17")]
    assert [len(tape.rows(RULE)) for tape in tapes] == [0, 1, 1]
    assert [tape.found(RULE) for tape in tapes] == [[], ["sold"], ["sold"]]


def test_a_finding_is_no_stronger_than_the_way_in_which_the_loan_is_known(engine):
    told = """
        loan_id | weakness
        --------+---------
        sold    | 2
    """
    assert engine(loan_results=told, recovery=SOLD).each(RULE, "basis") == {"sold": "reported"}
