"""The lenders' own rules: no borrower is forced to sell. The tape does not say whether a sale was free."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "conduct.coerced_sale"
LOAN = """
    loan_id
    -------
    loan
"""
THREAT_AND_SALE = """
    loan_id | happened_on | step
    --------+-------------+----------------------
    loan    | 2024-08-15  | threat
    loan    | 2024-08-16  | land_sold_by_borrower
"""


def test_land_sold_with_a_threat_by_that_day_is_told(engine):
    tape = engine(
        loan_results="""
            loan_id
            ---------------------
            sold the day before
            sold on the first day
            sold the day after
            threat the same day
            threat the day after
            no threat
            judgment between them
            paid by land
        """,
        recovery="""
            loan_id               | happened_on | step
            ----------------------+-------------+----------------------
            sold the day before   | 2024-08-01  | threat
            sold the day before   | 2024-08-31  | land_sold_by_borrower
            sold on the first day | 2019-01-01  | threat
            sold on the first day | 2024-09-01  | land_sold_by_borrower
            sold the day after    | 2024-08-01  | threat
            sold the day after    | 2024-09-02  | land_sold_by_borrower
            threat the same day   | 2024-10-10  | land_sold_by_borrower
            threat the same day   | 2024-10-10  | threat
            threat the day after  | 2024-10-10  | land_sold_by_borrower
            threat the day after  | 2024-10-11  | threat
            no threat             | 2024-10-10  | land_sold_by_borrower
            judgment between them | 2024-10-01  | threat
            judgment between them | 2024-10-05  | judgment
            judgment between them | 2024-10-10  | land_sold_by_borrower
            paid by land          | 2024-10-10  | threat
        """,
        payments="""
            loan_id      | paid_on    | source    | principal | interest
            -------------+------------+-----------+-----------+---------
            paid by land | 2024-10-10 | land_sale | 700       | 50
        """,
    )
    assert tape.found(RULE) == [
        "judgment between them",
        "paid by land",
        "sold on the first day",
        "sold the day after",
        "threat the same day",
    ]
    assert tape.sound(RULE) == ["no threat", "sold the day before", "threat the day after"]
    assert tape.amounts(RULE) == {"paid by land": "750.00"}
    assert tape.rule(RULE).standing == "industry_code"
    assert tape.each(RULE, "confidence")["paid by land"] == "press"


def test_there_was_no_such_rule_before(engine):
    tapes = [engine(on=day, loan_results=LOAN, recovery=THREAT_AND_SALE) for day in ("2024-08-31", "2024-09-01")]
    assert [len(tape.rows(RULE)) for tape in tapes] == [0, 1]
    assert [tape.found(RULE) for tape in tapes] == [[], []]


def test_a_confirmed_day_takes_the_place_of_the_first_of_the_month(engine):
    text = confirmed("2024-08-16", '"yes"', instrument="ABC-CMA-RULES-2024") + "    replaces_from: 2024-09-01\n"
    tape = engine(loan_results=LOAN, recovery=THREAT_AND_SALE, law={"conduct/no_coerced_sale.yaml": text}, strict=True)
    assert tape.found(RULE) == ["loan"]
    assert tape.each(RULE, "confidence") == {"loan": "confirmed"}


def test_a_log_or_payments_with_a_returned_row_leave_it_open(engine):
    tape = engine(
        loan_results="""
            loan_id           | has_recovery | recovery_returned | payments_returned
            ------------------+--------------+-------------------+------------------
            no log            | no           | no                | no
            a row returned    | yes          | yes               | no
            payments returned | yes          | no                | yes
            found all the same | yes          | no                | yes
        """,
        recovery="""
            loan_id            | happened_on | step
            -------------------+-------------+----------------------
            payments returned  | 2024-10-01  | threat
            found all the same | 2024-10-01  | threat
            found all the same | 2024-10-02  | land_sold_by_borrower
        """,
        payments="""
            loan_id           | paid_on    | source    | principal | interest
            ------------------+------------+-----------+-----------+---------
            payments returned | 2024-10-10 | land_sale | 700       | 0
        """,
    )
    assert tape.not_assessed(RULE) == {
        "no log": "a collection log",
        "a row returned": "the loan's collection log: a row was returned",
        "payments returned": "the loan's payments: a row was returned",
    }
    assert tape.found(RULE) == ["found all the same"]
