"""A lender that is no bank must be licensed from the thresholds of article 8 on."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "licensing.required"


def test_a_lender_without_a_licence_that_reaches_a_threshold_must_have_one(engine):
    tape = engine(
        institution_facts="""
            institution_id     | status                  | portfolio_khr    | borrowers | public_savings_khr | depositors
            -------------------+-------------------------+------------------+-----------+--------------------+-----------
            below everything   | unregistered            | 999,999,999.99   |       999 |      99,999,999.99 |        999
            portfolio reached  | unregistered            | 1,000,000,000    |         1 |               0    |          0
            borrowers reached  | registered              |             1    |     1,000 |               0    |          0
            savings reached    | registered              |             0    |         0 |     100,000,000    |          0
            depositors reached | unregistered            |             0    |         0 |               0    |      1,000
            one above each     | registered              | 1,000,000,001    |     1,001 |     100,000,001    |      1,001
            is licensed        | licensed                | 1,000,000,000    |     1,000 |     100,000,000    |      1,000
            takes deposits     | licensed_deposit_taking | 1,000,000,000    |     1,000 |     100,000,000    |      1,000
            a bank             | bank                    | 1,000,000,000    |     1,000 |     100,000,000    |      1,000
        """
    )
    assert tape.found(RULE) == [
        "borrowers reached: borrowers",
        "depositors reached: depositors",
        "one above each: borrowers",
        "one above each: depositors",
        "one above each: portfolio",
        "one above each: public_savings",
        "portfolio reached: portfolio",
        "savings reached: public_savings",
    ]
    assert tape.not_assessed(RULE) == {}
    assert not any(who.startswith("a bank") for who in tape.each(RULE, "state"))
    assert tape.each(RULE, "limit")["borrowers reached: borrowers"] == "1000"


def test_until_the_end_of_2002_the_transition_reports_instead(engine):
    drawn = """
        institution_id | borrowers
        ---------------+----------
        large          | 1,000
    """
    tapes = {day: engine(on=day, institution_facts=drawn) for day in ("2002-12-31", "2003-01-01", "2003-01-02")}
    assert [tape.found(RULE) for tape in tapes.values()] == [[], ["large: borrowers"], ["large: borrowers"]]


def test_what_is_not_known_neither_finds_nor_passes(engine):
    tape = engine(
        institution_facts="""
            institution_id    | status     | portfolio_khr | is_portfolio_whole | borrowers | is_borrowers_whole | public_savings_khr | depositors
            ------------------+------------+---------------+--------------------+-----------+--------------------+--------------------+-----------
            status unknown    |            | 0             | yes                | 1,000     | yes                | 0                  | 0
            figures missing   | registered |               | no                 |           | no                 |                    |
            part of the loans | registered | 999,999,999   | no                 |       999 | no                 | 0                  | 0
            part is enough    | registered | 999,999,999   | no                 |     1,000 | no                 | 0                  | 0
        """
    )
    assert tape.found(RULE) == ["part is enough: borrowers"]
    assert tape.not_assessed(RULE) == {
        **dict.fromkeys(
            (f"status unknown: {c}" for c in ("portfolio", "borrowers", "public_savings", "depositors")),
            "the status on the audit date",
        ),
        **{f"figures missing: {c}": f"{c} on the audit date" for c in ("portfolio", "borrowers", "public_savings", "depositors")},
        "part of the loans: portfolio": "portfolio: some loans have no position",
        "part of the loans: borrowers": "borrowers: some loans have no position",
    }


def test_a_confirmed_threshold_takes_the_place_of_ours_and_strict_leaves_sourced_ones_alone(engine):
    drawn = """
        institution_id | borrowers
        ---------------+----------
        small          | 500
        larger         | 1,000
    """
    law = {"licensing/borrowers_min.yaml": confirmed("2002-02-25", '"500"')}
    assert engine(institution_facts=drawn, law=law).found(RULE) == ["larger: borrowers", "small: borrowers"]
    assert engine(institution_facts=drawn, strict=True).found(RULE) == ["larger: borrowers"]
