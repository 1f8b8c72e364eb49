"""Identity papers are not acceptable security."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "collateral.forbidden_paper"
LOAN = """
    loan_id | principal
    --------+----------
    loan    | 2,000,000
"""


def test_an_identity_paper_taken_since_the_letter_is_found(engine):
    tape = engine(
        loan_results="""
            loan_id | principal
            --------+----------
            loan    | 2,000,000
        """,
        collateral="""
            collateral_id        | loan_id | kind        | taken_on   | released_on
            ---------------------+---------+-------------+------------+------------
            the day before       | loan    | id_paper    | 2023-02-09 |
            on the first day     | loan    | id_paper    | 2023-02-10 |
            on the day after     | loan    | id_paper    | 2023-02-11 |
            handed back since    | loan    | id_paper    | 2023-02-11 | 2023-03-01
            taken on D           | loan    | id_paper    | 2024-12-31 |
            taken after D        | loan    | id_paper    | 2025-01-01 |
            a title              | loan    | hard_title  | 2023-02-11 |
            a poverty card       | loan    | idpoor_card | 2023-02-11 |
            of a loan not known  | another | id_paper    | 2023-02-11 |
        """,
    )
    assert tape.found(RULE) == ["handed back since", "on the day after", "on the first day", "taken on D"]
    assert tape.sound(RULE) == ["a poverty card", "a title"]
    assert tape.not_assessed(RULE) == {}
    assert tape.amounts(RULE)["on the first day"] == "2000000.00"
    assert tape.each(RULE, "limit")["on the first day"] == "2023-02-10"


def test_a_confirmed_day_and_list_of_papers_take_the_place_of_ours(engine):
    drawn = """
        collateral_id       | loan_id | kind        | taken_on
        --------------------+---------+-------------+-----------
        card the day before | loan    | idpoor_card | 2023-02-19
        card on the day     | loan    | idpoor_card | 2023-02-20
        paper before it     | loan    | id_paper    | 2023-02-10
        a title             | loan    | soft_title  | 2023-02-20
    """
    text = confirmed("2023-02-20", "[id_paper, idpoor_card]", instrument="NBC-LETTER-2023-02-10")
    law = {"collateral/id_papers_forbidden.yaml": text + "    replaces_from: 2023-02-10\n"}
    tape = engine(loan_results=LOAN, collateral=drawn, law=law, strict=True)
    assert (tape.found(RULE), tape.sound(RULE)) == (["card on the day"], ["a title"])
    assert engine(loan_results=LOAN, collateral=drawn, strict=True).found(RULE) == ["paper before it"]
