"""What is known of a loan's collection log, and what falls due in the next month, as they follow from the tape."""

from __future__ import annotations

BOOKS = {
    "institutions": """
        institution_id | is_whole_book | has_recovery
        ---------------+---------------+-------------
        whole          | yes           | yes
        whole, no log  | yes           | no
        a part         | no            | yes
        a part, no log | no            | no
    """,
    "loans": """
        loan_id                | institution_id | recovery_returned
        -----------------------+----------------+------------------
        with rows              | whole          | no
        without rows           | whole          | no
        a row returned         | whole          | yes
        no log was sent        | whole, no log  | no
        of a part, with rows   | a part         | no
        of a part, without     | a part         | no
        of a part, none sent   | a part, no log | no
    """,
    "recovery": """
        loan_id              | happened_on | step
        ---------------------+-------------+---------
        with rows            | 2020-01-01  | reminder
        of a part, with rows | 2030-01-01  | reminder
    """,
}


def test_a_log_is_known_where_a_whole_book_sent_it_or_the_loan_has_rows_of_its_own(engine):
    rows = {row["loan_id"]: row for row in engine(**BOOKS).table("terms")}
    assert {name for name, row in rows.items() if row["has_recovery"]} == {
        "with rows",
        "without rows",
        "a row returned",
        "of a part, with rows",
    }
    assert {name for name, row in rows.items() if row["recovery_returned"]} == {"a row returned"}


def test_events_and_timelines_stop_at_the_audit_date_and_are_the_same_text_whatever_the_order_of_rows(engine):
    log = """
        loan_id   | happened_on | step
        ----------+-------------+-------------
        with rows | 2024-12-31  | threat
        with rows | 2025-01-01  | judgment
        with rows | 2024-02-02  | visit
        with rows | 2024-02-02  | reminder
        with rows | 2024-02-02  | reminder
    """
    tape = engine(**(BOOKS | {"recovery": log}))
    assert [row["timeline"] for row in tape.table("timelines")] == ["2024-02-02 reminder; 2024-02-02 visit; 2024-12-31 threat"]
    assert {row["judgment_on"] for row in tape.table("recovery_events")} == {None}
    assert {str(row["threat_on"]) for row in tape.table("recovery_events")} == {"2024-12-31"}


def test_what_falls_due_stands_by_the_schedule_where_the_lenders_word_says_that_something_is_owed(engine):
    terms = """
        loan_id          | loan_no | reported_outstanding
        -----------------+---------+---------------------
        told owing       | 0       | 500
        told repaid      | 1       | 0
        nothing told     | 2       |
        without schedule | 3       | 500
    """
    positions = """
        loan_no | schedule_basis | due_next_month
        --------+----------------+---------------
        0       | 1              | 120
        1       | 1              | 120
        2       | 1              | 120
        3       |                |
    """
    rows = {row["loan_id"]: row["due_next_month"] for row in engine(terms=terms, positions=positions).table("loan_facts")}
    assert rows == {"told owing": 12_000, "told repaid": 0, "nothing told": 12_000, "without schedule": None}
