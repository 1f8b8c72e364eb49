"""Asked for, not law: no land titles for loans to poor households, nor for microloans."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "collateral.title_taken_from_poor"


def test_a_title_taken_from_a_poor_household_and_one_for_a_microloan_are_counted_apart(engine):
    tape = engine(
        loan_results="""
            loan_id        | poverty | is_microloan | segment    | lender_kind
            ---------------+---------+--------------+------------+------------
            poor           | idpoor1 | no           | individual | licensed
            also poor      | idpoor2 | no           | individual | bank
            not poor       | none    | no           | individual | licensed
            level unknown  |         | no           | individual | licensed
            micro          | none    | yes          | sme        | bank
            undeclared     | none    |              | individual | licensed
            undeclared sme | none    |              | sme        | licensed
            of a bank      | none    |              | individual | bank
        """,
        collateral="""
            collateral_id      | loan_id        | kind       | taken_on
            -------------------+----------------+------------+-----------
            day of the letter  | poor           | hard_title | 2020-07-16
            the day after      | poor           | hard_title | 2020-07-17
            two days after     | also poor      | soft_title | 2020-07-18
            not poor           | not poor       | hard_title | 2020-07-17
            level unknown      | level unknown  | hard_title | 2020-07-17
            micro              | micro          | hard_title | 2020-07-17
            undeclared         | undeclared     | hard_title | 2020-07-17
            undeclared sme     | undeclared sme | hard_title | 2020-07-17
            of a bank          | of a bank      | hard_title | 2020-07-17
            a building         | poor           | building   | 2020-07-17
            taken after D      | poor           | hard_title | 2025-01-01
        """,
    )
    assert tape.found(RULE) == ["micro: microloan", "the day after: idpoor", "two days after: idpoor", "undeclared: microloan"]
    assert tape.not_assessed(RULE) == {"level unknown: idpoor": "the household's poverty level"}
    assert tape.sound(RULE) == [
        "level unknown: microloan",
        "micro: idpoor",
        "not poor: idpoor",
        "not poor: microloan",
        "of a bank: idpoor",
        "of a bank: microloan",
        "the day after: microloan",
        "two days after: microloan",
        "undeclared sme: idpoor",
        "undeclared sme: microloan",
        "undeclared: idpoor",
    ]
    assert tape.rule(RULE).standing == "demand"


def test_where_no_collateral_is_sent_the_loan_tells_of_its_title(engine):
    tape = engine(
        loan_results="""
            loan_id           | poverty | title_kind | has_collateral | is_as_of | disbursed_on | is_microloan | segment | lender_kind
            ------------------+---------+------------+----------------+----------+--------------+--------------+---------+------------
            told of a title   | idpoor1 | soft_title | no             | yes      | 2020-07-17   | no           |         | licensed
            before the letter | idpoor1 | soft_title | no             | yes      | 2020-07-16   | no           |         | licensed
            told of none      | idpoor1 | none       | no             | yes      | 2020-07-17   | no           |         | licensed
            nothing told      | idpoor1 |            | no             | yes      | 2020-07-17   | no           |         | licensed
            of another day    | idpoor1 | soft_title | no             | no       | 2020-07-17   | no           |         | licensed
            collateral sent   | idpoor1 | soft_title | yes            | yes      | 2020-07-17   | no           |         | licensed
            no status         | none    | soft_title | no             | yes      | 2020-07-17   |              | group   |
        """
    )
    assert tape.found(RULE) == ["told of a title: idpoor"]
    assert tape.not_assessed(RULE) == {"no status: microloan": "whether it is a microloan"}
    assert tape.each(RULE, "subject_kind")["told of a title: idpoor"] == "loan"
    assert tape.each(RULE, "basis")["told of a title: idpoor"] == "reported"


def test_a_confirmed_day_takes_the_place_of_ours(engine):
    loan = """
        loan_id | poverty | is_microloan
        --------+---------+-------------
        poor    | idpoor1 | no
    """
    drawn = """
        collateral_id   | loan_id | kind       | taken_on
        ----------------+---------+------------+-----------
        before that day | poor    | hard_title | 2020-12-31
        on it           | poor    | hard_title | 2021-01-01
    """
    text = confirmed("2021-01-01", "[hard_title, soft_title]", instrument="LETTER-2020-07-16") + "    replaces_from: 2020-07-17\n"
    law = {"demand/no_titles_from_poor.yaml": text}
    assert engine(loan_results=loan, collateral=drawn, law=law, strict=True).found(RULE) == ["on it: idpoor"]
    assert engine(loan_results=loan, collateral=drawn, strict=True).found(RULE) == ["before that day: idpoor", "on it: idpoor"]
