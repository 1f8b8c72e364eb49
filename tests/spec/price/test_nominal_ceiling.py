"""A lender that is no bank may not agree more than the ceiling on the nominal annual rate of the day its terms were agreed."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "price.nominal_ceiling"


def test_a_rate_is_held_against_the_ceiling_of_the_day_its_terms_were_agreed(engine):
    tape = engine(
        loans="""
            loan_id                  | signed_on  | disbursed_on | restructured_on | nominal_rate
            -------------------------+------------+--------------+-----------------+-------------
            the day before the cap   |            | 2017-03-31   |                 | 24
            at the cap               |            | 2017-04-01   |                 | 18
            a millionth above it     |            | 2017-04-01   |                 | 18.000001
            the day after, above it  |            | 2017-04-02   |                 | 24
            signed the day before    | 2017-03-31 | 2017-04-10   |                 | 24
            signed on the first day  | 2017-04-01 | 2017-04-10   |                 | 24
            renewed the day before   |            | 2016-01-01   | 2017-03-31      | 24
            renewed on the first day |            | 2016-01-01   | 2017-04-01      | 24
            to be renewed after D    |            | 2016-01-01   | 2025-01-01      | 24
            no rate given            |            | 2024-06-30   |                 |
        """
    )
    assert tape.found(RULE) == [
        "a millionth above it",
        "renewed on the first day",
        "signed on the first day",
        "the day after, above it",
    ]
    assert tape.not_assessed(RULE) == {"no rate given": "the contract rate and a schedule"}
    assert tape.sound(RULE) == ["at the cap"]
    assert tape.each(RULE, "limit")["a millionth above it"] == "18000000000"


def test_a_schedule_has_a_tolerance_of_an_eighth_of_a_point_on_the_kinder_clock(engine):
    tape = engine(
        loan_facts="""
            loan_id            | lender_kind  | agreed_on  | nominal_rate | schedule_rate_nominal | schedule_rate_nominal_months
            -------------------+--------------+------------+--------------+-----------------------+-----------------------------
            at the tolerance   | licensed     | 2018-01-01 | 18           | 18.125                | 18.125
            above it           | licensed     | 2018-01-01 | 18           | 18.125000001          | 18.125000001
            by one clock alone | licensed     | 2018-01-01 | 18           | 18.2                  | 18.0
            contract not given | licensed     | 2018-01-01 |              | 30                    | 30
            one clock missing  | licensed     | 2018-01-01 |              | 30                    |
            of a bank          | bank         | 2018-01-01 | 30           | 30                    | 30
            of an unregistered | unregistered | 2018-01-01 | 30           | 30                    | 30
            no status          |              | 2018-01-01 | 30           | 30                    | 30
        """
    )
    assert tape.found(RULE) == ["above it", "contract not given", "of an unregistered"]
    assert tape.sound(RULE) == ["at the tolerance", "by one clock alone"]
    assert tape.not_assessed(RULE) == {
        "no status": "the lender's status on the audit date",
        "one clock missing": "the contract rate and a schedule",
    }
    assert tape.each(RULE, "observed")["above it"] == "18125000001"


def test_its_amount_is_what_the_schedule_takes_beyond_the_ceiling_and_not_what_is_owed(engine):
    tape = engine(
        loan_facts="""
            loan_id               | agreed_on  | nominal_rate | schedule_rate_nominal | schedule_rate_nominal_months | schedule_excess_at_ceiling | excess_at_ceiling | outstanding_principal
            ----------------------+------------+--------------+-----------------------+------------------------------+----------------------------+-------------------+----------------------
            dear by its schedule  | 2018-01-01 | 18           | 24                    | 24                           | 30.01                      | 55.00             | 800.00
            dear by contract only | 2018-01-01 | 24           | 18                    | 18                           | 0                          | 0                 | 800.00
            no schedule           | 2018-01-01 | 24           |                       |                              |                            |                   | 800.00
        """
    )
    assert tape.found(RULE) == ["dear by contract only", "dear by its schedule", "no schedule"]
    assert tape.amounts(RULE) == {"dear by its schedule": "30.01", "dear by contract only": "0.00"}


def test_a_confirmed_ceiling_takes_the_place_of_ours_and_strict_leaves_the_sourced_one_alone(engine):
    drawn = """
        loan_id | agreed_on  | nominal_rate
        --------+------------+-------------
        at 16   | 2018-01-01 | 16
        at 17   | 2018-01-01 | 17
        at 19   | 2018-01-01 | 19
    """
    law = {"price/annual_rate_ceiling.yaml": confirmed("2017-04-01", '"16"', instrument="B7-017-109")}
    tape = engine(loan_facts=drawn, strict=True, law=law)
    assert (tape.found(RULE), tape.each(RULE, "confidence")["at 17"]) == (["at 17", "at 19"], "confirmed")
    assert engine(loan_facts=drawn, strict=True).found(RULE) == ["at 19"]


FEES = """
    loan_id         | agreed_on  | nominal_rate | schedule_rate_nominal | schedule_rate_nominal_months | all_in_rate_nominal | all_in_rate_nominal_months | schedule_excess_at_ceiling | excess_at_ceiling
    ----------------+------------+--------------+-----------------------+------------------------------+---------------------+----------------------------+----------------------------+------------------
    dear by fees    | 2020-01-01 | 18           | 18                    | 18                           | 24                  | 24                         | 0                          | 12.50
    the day before  | 2019-12-31 | 18           | 18                    | 18                           | 24                  | 24                         | 0                          | 12.50
    at tolerance    | 2020-01-01 | 18           | 18                    | 18                           | 18.125              | 18.125                     | 0                          | 0
    fees not known  | 2020-01-01 | 18           | 18                    | 18                           |                     |                            | 0                          |
    dear by itself  | 2020-01-01 | 30           | 30                    | 30                           |                     |                            | 40                         |
"""


def test_fees_count_from_the_day_on_which_a_text_that_is_held_says_so(engine):
    today = engine(loan_facts=FEES)
    assert today.found(RULE) == ["dear by itself"]
    law = {
        "price/ceiling_fees_included.yaml": confirmed("2017-04-01", '"no"', until="2019-12-31")
        + confirmed("2020-01-01", '"yes"').removeprefix("\nvalues:\n")
    }
    tape = engine(loan_facts=FEES, law=law)
    assert tape.found(RULE) == ["dear by fees", "dear by itself"]
    assert tape.sound(RULE) == ["at tolerance", "the day before"]
    assert tape.not_assessed(RULE) == {"fees not known": "the fees, or a schedule"}
    assert tape.amounts(RULE)["dear by fees"] == "12.50"
    assert tape.each(RULE, "confidence")["dear by fees"] == "confirmed"
    assert tape.each(RULE, "citation")["dear by fees"] == "B7-02-49, art. 1"
