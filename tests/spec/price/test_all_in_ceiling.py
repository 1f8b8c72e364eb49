"""Asked for, not law: no fees that lift the rate above the ceiling. Every lender, banks too."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "price.all_in_ceiling"


def test_the_rate_with_all_fees_is_held_against_the_ceiling_and_its_tolerance(engine):
    tape = engine(
        loan_facts="""
            loan_id                | lender_kind | agreed_on  | all_in_rate_nominal | all_in_rate_nominal_months | rate_status | excess_at_ceiling
            -----------------------+-------------+------------+---------------------+----------------------------+-------------+------------------
            agreed before the cap  | licensed    | 2017-03-31 | 40                  | 40                         | 0           |
            agreed on its day      | licensed    | 2017-04-01 | 40                  | 40                         | 0           | 1,200.50
            at the tolerance       | licensed    | 2018-01-01 | 18.125              | 18.125                     | 0           | 0
            above it               | licensed    | 2018-01-01 | 18.125000001        | 18.125000001               | 0           | 0.01
            above by one clock     | licensed    | 2018-01-01 | 18.2                | 18.1                       | 0           | 0
            of a bank              | bank        | 2018-01-01 | 40                  | 40                         | 0           | 1,200.50
            fees not known         | licensed    | 2018-01-01 |                     |                            | 0           |
            several rates          | licensed    | 2018-01-01 |                     |                            | 2           |
        """
    )
    assert tape.found(RULE) == ["above it", "agreed on its day", "of a bank"]
    assert tape.sound(RULE) == ["above by one clock", "at the tolerance"]
    assert tape.not_assessed(RULE) == {
        "fees not known": "the fees, or a schedule",
        "several rates": "a single rate: the flows have several",
    }
    assert tape.amounts(RULE)["of a bank"] == "1200.50"
    assert tape.rule(RULE).standing == "demand"


def test_nobody_had_asked_before_the_day_of_the_letter(engine):
    drawn = """
        loan_id | agreed_on  | all_in_rate_nominal | all_in_rate_nominal_months
        --------+------------+---------------------+---------------------------
        dear    | 2018-01-01 | 40                  | 40
    """
    found = {day: engine(on=day, loan_facts=drawn).found(RULE) for day in ("2020-07-15", "2020-07-16", "2020-07-17")}
    assert found == {"2020-07-15": [], "2020-07-16": ["dear"], "2020-07-17": ["dear"]}


def test_a_confirmed_ceiling_moves_the_demand_too_and_strict_leaves_it_alone(engine):
    drawn = """
        loan_id | agreed_on  | all_in_rate_nominal | all_in_rate_nominal_months
        --------+------------+---------------------+---------------------------
        at 17   | 2018-01-01 | 17                  | 17
        at 19   | 2018-01-01 | 19                  | 19
    """
    law = {"price/annual_rate_ceiling.yaml": confirmed("2017-04-01", '"16"', instrument="B7-017-109")}
    assert engine(loan_facts=drawn, strict=True, law=law).found(RULE) == ["at 17", "at 19"]
    assert engine(loan_facts=drawn, strict=True).found(RULE) == ["at 19"]
