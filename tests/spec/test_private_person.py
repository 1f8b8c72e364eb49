"""A private person who lends: the texts bind institutions, so no law, code or demand covers one; facts and notices stand."""

from __future__ import annotations

from prakas.rules import STANDINGS, rule_ids, rules

DRAWN = {
    "institutions": """
        institution_id | legal_form | status       | informed_of_refusal_on | has_loans | has_deposits | has_collateral
        ---------------+------------+--------------+------------------------+-----------+--------------+---------------
        a person       | person     | unregistered | 2015-01-01             | yes       | yes          | yes
        an association | association| unregistered | 2015-01-01             | yes       | yes          | yes
    """,
    "terms": """
        loan_id | institution_id | lender_kind  | is_bank | disbursed_on | nominal_rate | rate_method | poverty | reported_class | reported_provision | reported_accrued_interest | reported_days_past_due | borrower_id | is_short_term
        --------+----------------+--------------+---------+--------------+--------------+-------------+---------+----------------+--------------------+---------------------------+------------------------+-------------+--------------
        dear    | a person       | person       | no      | 2018-01-01   | 60           | flat        | idpoor1 | standard       | 0                  | 5.00                      | 1                      | P1          | no
        repaid  | a person       | person       | no      | 2018-01-01   | 60           | flat        | idpoor1 | standard       | 0                  | 0                         | 0                      | P1          | no
        dear 2  | an association | unregistered | no      | 2018-01-01   | 60           | flat        | idpoor1 | standard       | 0                  | 5.00                      | 1                      | P1          | no
        repaid 2| an association | unregistered | no      | 2018-01-01   | 60           | flat        | idpoor1 | standard       | 0                  | 0                         | 0                      | P1          | no
    """,
    "positions": """
        loan_no | schedule_basis | outstanding_principal | days_past_due | repaid_on | all_in_rate_nominal | all_in_rate_nominal_months | rate_status | excess_at_ceiling
        --------+----------------+-----------------------+---------------+-----------+---------------------+----------------------------+-------------+------------------
        0       | 1              | 2,000,000,000         | 400           |           | 70                  | 70                         | 0           | 10.00
        1       | 1              | 0                     | 0             | 18000     | 70                  | 70                         | 0           | 10.00
        2       | 1              | 2,000,000,000         | 400           |           | 70                  | 70                         | 0           | 10.00
        3       | 1              | 0                     | 0             | 18000     | 70                  | 70                         | 0           | 10.00
    """,
    "loans": """
        loan_id  | institution_id
        ---------+---------------
        dear     | a person
        repaid   | a person
        dear 2   | an association
        repaid 2 | an association
    """,
    "collateral": """
        collateral_id | title_ref | loan_id  | institution_id | kind        | taken_on
        --------------+-----------+----------+----------------+-------------+-----------
        c1            | T1        | repaid   | a person       | hard_title  | 2024-10-01
        c2            | T2        | repaid   | a person       | id_paper    | 2024-10-01
        c3            | T3        | repaid   | a person       | idpoor_card | 2024-10-01
        c4            | T4        | repaid 2 | an association | hard_title  | 2024-10-01
        c5            | T5        | repaid 2 | an association | id_paper    | 2024-10-01
        c6            | T6        | repaid 2 | an association | idpoor_card | 2024-10-01
        c7            | T7        | dear     | a person       | soft_title  | 2019-01-01
        c8            | T7        | dear 2   | an association | soft_title  | 2019-01-01
    """,
}


def covered(tape, standings):
    """Return rule -> lenders whose rows it covers, of the rules with these standings on the tape's day."""
    listed = [rule.id for rule in rules(tape.setting, standings)]
    return {rule_id: {row["institution_id"] for row in tape.rows(rule_id)} for rule_id in listed}


def test_no_law_no_code_and_no_demand_covers_a_private_person(engine):
    who = covered(engine(**DRAWN), ("law", "industry_code", "demand"))
    # What an institution does with its registration and licence hangs on other facts; every other rule covers the association.
    assert {rule for rule, lenders in who.items() if lenders != {"an association"}} == {"registration.required"}
    assert who["registration.required"] == set()  # it needs a licence, so the other rule answers
    assert who["licensing.required"] == {"an association"}


def test_plain_oddities_stand_whoever_lends(engine):
    tape = engine(**DRAWN)
    assert covered(tape, ("notice",)) == {
        "licensing.transition": set(),
        "collateral.pledged_twice": {"a person", "an association"},
        "conduct.pressure": {"a person", "an association"},
        "burden.due_above_income": {"a person", "an association"},
        "burden.rolled_over": {"a person", "an association"},
        "burden.refinanced_larger": set(),  # no loan here repays another
        "reported.differs": {"a person", "an association"},
    }


def test_a_title_held_after_repayment_is_a_notice_until_the_lenders_made_their_code(engine):
    drawn = DRAWN | {"collateral": DRAWN["collateral"].replace("2024-10-01", "2018-02-01")}
    who = {
        day: covered(engine(on=day, **drawn), STANDINGS)["collateral.held_after_repayment"]
        for day in ("2024-08-31", "2024-09-01")
    }
    assert who == {"2024-08-31": {"a person", "an association"}, "2024-09-01": {"an association"}}


def test_in_2002_no_application_is_due_from_a_private_person(engine):
    drawing = """
        institution_id | legal_form | portfolio_khr
        ---------------+------------+--------------
        a person       | person     | 2,000,000,000
        a company      | company    | 2,000,000,000
    """
    tape = engine(on="2002-12-31", institution_facts=drawing)
    assert tape.found("licensing.transition") == ["a company: portfolio"]
    assert {row["institution_id"]: row["required_standing"] for row in tape.table("institution_results")} == {
        "a company": "license",
        "a person": "none",
    }


def test_the_facts_are_there_and_nothing_that_the_law_alone_could_say(engine):
    rows = {row["loan_id"]: row for row in engine(**DRAWN).table("loan_results")}
    mine, theirs = rows["dear"], rows["dear 2"]
    for fact in ("outstanding_principal", "days_past_due", "all_in_rate_nominal", "excess_at_ceiling", "basis"):
        assert mine[fact] == theirs[fact] is not None
    for judgement in ("grade", "provision_required", "interest_in_suspense"):
        assert mine[judgement] is None
        assert theirs[judgement] is not None


def test_a_person_is_one_on_any_day_and_whatever_the_status_says(engine):
    tape = engine(
        institutions="""
            institution_id  | legal_form | status       | as_of
            ----------------+------------+--------------+-----------
            of the day      | person     | unregistered | 2024-12-31
            of another day  | person     | unregistered | 2024-06-30
            says it is bank | person     | bank         | 2024-12-31
            a bank          | bank       | licensed     | 2024-12-31
            a company       | company    | licensed     | 2024-12-31
        """
    )
    kinds = {row["institution_id"]: (row["lender_kind"], row["is_bank"]) for row in tape.table("lenders")}
    assert kinds == {
        "of the day": ("person", False),
        "of another day": ("person", None),
        "says it is bank": ("person", False),
        "a bank": ("bank", True),
        "a company": ("licensed", False),
    }


def test_every_rule_is_one_of_those_asked_here(engine):
    assert {rule.id for rule in rules(engine(**DRAWN).setting)} == set(rule_ids())
