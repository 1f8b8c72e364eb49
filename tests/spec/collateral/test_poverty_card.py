"""The lenders' own rules: no IDPoor card as security."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "collateral.poverty_card"
LOAN = """
    loan_id | principal
    --------+----------
    loan    | 2,000,000
"""


def test_an_idpoor_card_taken_since_september_2024_is_found(engine):
    tape = engine(
        loan_results="""
            loan_id | principal
            --------+----------
            loan    | 2,000,000
        """,
        collateral="""
            collateral_id     | loan_id | kind        | taken_on   | released_on
            ------------------+---------+-------------+------------+------------
            the day before    | loan    | idpoor_card | 2024-08-31 |
            on the first day  | loan    | idpoor_card | 2024-09-01 |
            on the day after  | loan    | idpoor_card | 2024-09-02 |
            handed back since | loan    | idpoor_card | 2024-09-02 | 2024-10-01
            taken after D     | loan    | idpoor_card | 2025-01-01 |
            an identity paper | loan    | id_paper    | 2024-09-02 |
        """,
    )
    assert tape.found(RULE) == ["handed back since", "on the day after", "on the first day"]
    assert tape.sound(RULE) == ["an identity paper"]
    assert tape.not_assessed(RULE) == {}
    assert tape.rule(RULE).standing == "industry_code"
    assert tape.each(RULE, "confidence")["on the first day"] == "press"


def test_a_confirmed_day_takes_the_place_of_the_first_of_the_month(engine):
    drawn = """
        collateral_id  | loan_id | kind        | taken_on
        ---------------+---------+-------------+-----------
        the day before | loan    | idpoor_card | 2024-08-15
        on the day     | loan    | idpoor_card | 2024-08-16
    """
    text = confirmed("2024-08-16", "[idpoor_card]", instrument="ABC-CMA-RULES-2024") + "    replaces_from: 2024-09-01\n"
    law = {"collateral/poverty_card_forbidden.yaml": text}
    assert engine(loan_results=LOAN, collateral=drawn, law=law, strict=True).found(RULE) == ["on the day"]
    assert engine(loan_results=LOAN, collateral=drawn, strict=True).rows(RULE) == []
