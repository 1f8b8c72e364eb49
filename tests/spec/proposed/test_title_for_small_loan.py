"""In no text today: no land title for a loan below a given size. Asleep until its figure is given a value."""

from __future__ import annotations

from prakas.rules import rules

RULE = "proposed.title_for_small_loan"


def test_a_title_for_a_loan_below_the_size_is_found(engine):
    tape = engine(
        on="2024-12-31",
        law={
            "collateral/no_title_below.yaml": """
                values:
                  - from: 2024-01-01
                    value: "4000000"
                    standing: law
                    citation: {instrument: LETTER-2020-07-16, article: null}
                    confirmed_by: an example
                    confirmed_on: 2026-11-20
            """
        },
        loan_results="""
            loan_id | principal  | currency | khr
            --------+------------+----------+-----
            small   | 3999999.99 | KHR      |
            at it   | 4000000    | KHR      |
            dollars | 999.75     | USD      | 4000
            a cent  | 1000       | USD      | 4000
            no rate | 10         | USD      |
        """,
        collateral="""
            collateral_id         | loan_id | kind       | taken_on
            ----------------------+---------+------------+-----------
            for a small loan      | small   | hard_title | 2024-01-01
            the day before        | small   | hard_title | 2023-12-31
            taken after D         | small   | soft_title | 2025-01-01
            a vehicle             | small   | vehicle    | 2024-06-01
            for a loan of it      | at it   | soft_title | 2024-06-01
            for 999.75 dollars    | dollars | soft_title | 2024-06-01
            for 1000 dollars      | a cent  | soft_title | 2024-06-01
            without exchange rate | no rate | soft_title | 2024-06-01
        """,
    )
    assert tape.found(RULE) == ["for 999.75 dollars", "for a small loan"]
    assert tape.sound(RULE) == ["for 1000 dollars", "for a loan of it"]
    assert tape.not_assessed(RULE) == {"without exchange rate": "the exchange rate of the audit date"}


DRAWN = {
    "loan_results": """
        loan_id | principal
        --------+----------
        small   | 10
    """,
    "collateral": """
        collateral_id | loan_id | kind       | taken_on
        --------------+---------+------------+-----------
        its title     | small   | hard_title | 2024-06-01
    """,
}


def test_without_a_value_it_covers_nothing_and_no_audit_runs_it(engine):
    tape = engine(on="2024-12-31", **DRAWN)
    assert tape.rows(RULE) == []
    assert RULE not in {one.id for one in rules(tape.setting)}


def test_a_text_that_a_deployer_holds_wakes_it_with_its_own_standing(engine):
    law = """
values:
  - from: 2024-01-01
    value: "4000000"
    standing: law
    citation: {instrument: B7-017-344, article: null}
    confirmed_by: Legal department, supervision
    confirmed_on: 2026-11-20
"""
    tape = engine(on="2024-12-31", law={"collateral/no_title_below.yaml": law}, **DRAWN)
    assert {one.id: one.standing for one in rules(tape.setting)}[RULE] == "law"
    assert tape.each(RULE, "confidence") == {"its title": "confirmed"}
