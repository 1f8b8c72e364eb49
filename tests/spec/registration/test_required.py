"""A lender that is no bank and needs no licence must be registered from the thresholds of article 3 on."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "registration.required"


def test_an_unregistered_lender_that_reaches_a_threshold_must_be_registered(engine):
    tape = engine(
        institution_facts="""
            institution_id       | status       | portfolio_khr  | public_savings_khr | depositors
            ---------------------+--------------+----------------+--------------------+-----------
            below everything     | unregistered |  99,999,999.99 |         999,999.99 |         99
            portfolio reached    | unregistered | 100,000,000    |               0    |          0
            savings reached      | unregistered |           0    |       1,000,000    |          0
            depositors reached   | unregistered |           0    |               0    |        100
            one above each       | unregistered | 100,000,001    |       1,000,001    |        101
            is registered        | registered   | 100,000,000    |       1,000,000    |        100
            a bank               | bank         | 100,000,000    |       1,000,000    |        100
            needs a licence      | unregistered | 1,000,000,000  |               0    |          0
        """
    )
    assert tape.found(RULE) == [
        "depositors reached: depositors",
        "one above each: depositors",
        "one above each: portfolio",
        "one above each: public_savings",
        "portfolio reached: portfolio",
        "savings reached: public_savings",
    ]
    assert tape.not_assessed(RULE) == {}
    assert {who.partition(":")[0] for who in tape.each(RULE, "state")}.isdisjoint({"a bank", "needs a licence"})
    assert tape.each(RULE, "observed")["portfolio reached: portfolio"] == "10000000000"
    assert tape.each(RULE, "limit")["depositors reached: depositors"] == "100"


def test_nobody_must_be_registered_before_25_february_2002(engine):
    drawn = """
        institution_id | portfolio_khr
        ---------------+--------------
        large          | 100,000,000
    """
    found = {}
    for day in ("2002-02-24", "2002-02-25", "2002-02-26"):
        found[day] = engine(on=day, institution_facts=drawn).found(RULE)
    assert found == {"2002-02-24": [], "2002-02-25": ["large: portfolio"], "2002-02-26": ["large: portfolio"]}


def test_what_is_not_known_neither_finds_nor_passes(engine):
    tape = engine(
        institution_facts="""
            institution_id         | status       | is_bank | portfolio_khr | is_portfolio_whole | public_savings_khr | depositors
            -----------------------+--------------+---------+---------------+--------------------+--------------------+-----------
            status unknown         |              |         | 100,000,000   | yes                | 0                  | 0
            no figure at all       | unregistered | no      |               | no                 |                    |
            part of the loans      | unregistered | no      |  99,999,999   | no                 | 0                  | 0
            part is enough         | unregistered | no      | 100,000,000   | no                 | 0                  | 0
            another decides        | unregistered | no      |               | no                 | 1,000,000          |
        """
    )
    assert tape.found(RULE) == ["another decides: public_savings", "part is enough: portfolio"]
    assert tape.not_assessed(RULE) == {
        "status unknown: portfolio": "the status on the audit date",
        "status unknown: public_savings": "the status on the audit date",
        "status unknown: depositors": "the status on the audit date",
        "no figure at all: portfolio": "portfolio on the audit date",
        "no figure at all: public_savings": "public_savings on the audit date",
        "no figure at all: depositors": "depositors on the audit date",
        "part of the loans: portfolio": "portfolio: some loans have no position",
    }


def test_a_confirmed_threshold_takes_the_place_of_ours_and_strict_leaves_sourced_ones_alone(engine):
    drawn = """
        institution_id | portfolio_khr
        ---------------+--------------
        small          | 100,000,000
        larger         | 200,000,000
    """
    law = {"registration/portfolio_min.yaml": confirmed("2002-02-25", '"200000000"')}
    tape = engine(institution_facts=drawn, law=law, strict=True)
    assert tape.found(RULE) == ["larger: portfolio"]
    assert tape.each(RULE, "confidence")["larger: portfolio"] == "confirmed"
    assert engine(institution_facts=drawn, strict=True).found(RULE) == ["larger: portfolio", "small: portfolio"]
