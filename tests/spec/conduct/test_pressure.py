"""A plain oddity: the collection log tells of the local authority, or of a threat."""

from __future__ import annotations

RULE = "conduct.pressure"


def test_a_log_that_tells_of_the_local_authority_or_of_a_threat_is_told_each_apart(engine):
    tape = engine(
        loan_results="""
            loan_id
            ------------------
            the authority came
            a threat
            both
            long ago
            on D
            after D
            other steps
        """,
        recovery="""
            loan_id            | happened_on | step
            -------------------+-------------+------------------
            the authority came | 2023-03-03  | local_authority
            a threat           | 2023-03-03  | threat
            both               | 2023-03-04  | threat
            both               | 2023-03-03  | threat
            both               | 2023-05-05  | local_authority
            long ago           | 1999-01-01  | threat
            on D               | 2024-12-31  | local_authority
            after D            | 2025-01-01  | local_authority
            other steps        | 2023-03-03  | visit
            other steps        | 2023-03-04  | notice_of_default
        """,
    )
    assert tape.found(RULE) == [
        "a threat: threat",
        "both: local_authority",
        "both: threat",
        "long ago: threat",
        "on D: local_authority",
        "the authority came: local_authority",
    ]
    assert {"after D: local_authority", "after D: threat", "a threat: local_authority"} <= set(tape.sound(RULE))
    assert tape.each(RULE, "observed")["both: threat"] == "2023-03-03"
    assert tape.each(RULE, "note")["both: threat"] == "2023-03-03 threat; 2023-03-04 threat; 2023-05-05 local_authority"
    assert tape.rule(RULE).standing == "notice"


def test_it_rests_on_no_law_so_strict_and_the_date_change_nothing(engine):
    loan = """
        loan_id
        -------
        loan
    """
    log = """
        loan_id | happened_on | step
        --------+-------------+-------
        loan    | 1999-12-31  | threat
    """
    assert engine(on="1999-12-31", loan_results=loan, recovery=log, strict=True).found(RULE) == ["loan: threat"]


def test_without_the_log_neither_is_assessed(engine):
    tape = engine(
        loan_results="""
            loan_id        | has_recovery | recovery_returned
            ---------------+--------------+------------------
            no log         | no           | no
            a row returned | yes          | yes
        """,
        recovery="""
            loan_id        | happened_on | step
            ---------------+-------------+-------
            a row returned | 2020-01-01  | threat
        """,
    )
    assert tape.not_assessed(RULE) == {
        "no log: local_authority": "a collection log",
        "no log: threat": "a collection log",
        "a row returned: local_authority": "the loan's collection log: a row was returned",
        "a row returned: threat": "the loan's collection log: a row was returned",
    }
