"""A plain oddity: one land title held by two institutions."""

from __future__ import annotations

RULE = "collateral.pledged_twice"


def test_a_title_held_by_two_institutions_is_told(engine):
    tape = engine(
        titles="""
            title                | title_ref | institutions
            ---------------------+-----------+-------------
            held by one          | T1        | 1
            held by two          | T2        | 2
            held by three        | T3        | 3
            without a reference  |           | 1
        """
    )
    assert tape.found(RULE) == ["held by three", "held by two"]
    assert tape.sound(RULE) == ["held by one"]
    assert tape.not_assessed(RULE) == {"without a reference": "a reference of the title"}
    assert tape.rule(RULE).standing == "notice"


def test_one_holder_counts_a_title_once_and_two_holders_are_both_told(engine):
    tape = engine(
        loan_facts="""
            loan_id | institution_id | outstanding_principal
            --------+----------------+----------------------
            of A    | A              | 100.00
            A again | A              | 100.00
            of B    | B              | 100.00
        """,
        collateral="""
            collateral_id | title_ref | loan_id | institution_id | kind       | taken_on   | released_on
            --------------+-----------+---------+----------------+------------+------------+------------
            c1            | twice     | of A    | A              | hard_title | 2020-01-01 |
            c2            | twice     | of B    | B              | hard_title | 2021-01-01 |
            c3            | at home   | of A    | A              | soft_title | 2020-01-01 |
            c4            | at home   | A again | A              | soft_title | 2021-01-01 |
            c5            | released  | of A    | A              | hard_title | 2020-01-01 |
            c6            | released  | of B    | B              | hard_title | 2020-01-01 | 2024-12-31
            c7            |           | of A    | A              | hard_title | 2020-01-01 |
        """,
    )
    assert tape.found(RULE) == ["twice", "twice"]
    assert tape.sound(RULE) == ["at home", "released"]
    assert list(tape.not_assessed(RULE)) == ["c7"]


def test_it_rests_on_no_law_so_strict_and_the_date_change_nothing(engine):
    drawn = """
        title | title_ref | institutions
        ------+-----------+-------------
        twice | T2        | 2
    """
    assert engine(on="1999-12-31", titles=drawn, strict=True).found(RULE) == ["twice"]
