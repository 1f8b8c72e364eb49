"""The provision booked for a loan may not be below the minimum for its grade."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "provisioning.shortfall"


def test_a_provision_below_the_minimum_of_the_grade_is_short(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id                 | days_past_due | outstanding_principal | cash   | proven_value | reported_provision | is_short_term | is_written_off
            ------------------------+---------------+-----------------------+--------+--------------+--------------------+---------------+---------------
            standard                |             0 | 1,000.00              |   0    |     0        |     0              | yes           | no
            substandard, one below  |            31 | 1,000.00              |   0    |     0        |    99.99           | yes           | no
            substandard, met        |            31 | 1,000.00              |   0    |     0        |   100.00           | yes           | no
            substandard, one above  |            31 | 1,000.00              |   0    |     0        |   100.01           | yes           | no
            doubtful                |            61 | 1,000.00              |   0    |     0        |   299.99           | yes           | no
            doubtful, cash          |            61 | 1,000.00              | 400.00 |     0        |   179.99           | yes           | no
            doubtful, proven value  |            61 | 1,000.00              |   0    |   400.00     |   299.99           | yes           | no
            loss                    |            91 | 1,000.00              |   0    |     0        |   999.99           | yes           | no
            loss, both              |            91 | 1,000.00              | 400.00 |   500.00     |    99.99           | yes           | no
            loss, more than covered |            91 | 1,000.00              | 400.00 |   600.01     |     0              | yes           | no
            repaid                  |             0 |     0                 |   0    |     0        |     0              | yes           | no
            written off             |            91 | 1,000.00              |   0    |     0        |     0              | yes           | yes
        """,
    )
    assert tape.found(RULE) == [
        "doubtful",
        "doubtful, cash",
        "doubtful, proven value",
        "loss",
        "loss, both",
        "substandard, one below",
    ]
    assert tape.not_assessed(RULE) == {}
    assert tape.sound(RULE) == ["loss, more than covered", "repaid", "standard", "substandard, met", "substandard, one above"]
    assert {who: tape.amounts(RULE)[who] for who in tape.found(RULE)} == dict.fromkeys(tape.found(RULE), "0.01")
    assert tape.each(RULE, "limit")["doubtful, cash"] == "18000"


def test_what_is_not_known_is_named_and_never_short(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id             | lender_kind | days_past_due | outstanding_principal | cash | proven_value | reported_provision | is_as_of | is_short_term
            --------------------+-------------+---------------+-----------------------+------+--------------+--------------------+----------+--------------
            no status           |             | 31            | 1,000.00              | 0    | 0            | 0                  | yes      | yes
            no grade            | licensed    |               | 1,000.00              | 0    | 0            | 0                  | yes      | yes
            collateral returned | licensed    | 31            | 1,000.00              |      |              | 0                  | yes      | yes
            nothing told        | licensed    | 31            | 1,000.00              | 0    | 0            |                    | yes      | yes
            of another day      | licensed    | 31            | 1,000.00              | 0    | 0            | 0                  | no       | yes
        """,
    )
    assert tape.found(RULE) == []
    assert tape.not_assessed(RULE) == {
        "no status": "the lender's status on the audit date",
        "no grade": "the grade",
        "collateral returned": "the loan's collateral",
        "nothing told": "the provision in the books",
        "of another day": "the provision in the books",
    }
    assert tape.amounts(RULE) == {}


def test_the_minimum_is_the_one_of_the_audit_date(engine):
    drawn = """
        loan_id | days_past_due | is_short_term | outstanding_principal | reported_provision
        --------+---------------+---------------+-----------------------+-------------------
        late    |            31 | yes           | 1,000.00              | 0
    """
    tapes = {
        day: engine(on=day, loan_facts=drawn) for day in ("2002-06-06", "2002-06-07", "2017-11-30", "2017-12-01", "2017-12-02")
    }
    assert {day: tape.amounts(RULE).get("late") for day, tape in tapes.items()} == {
        "2002-06-06": None,
        "2002-06-07": "0.00",  # 31 days are standard until 13 September 2002
        "2017-11-30": "100.00",
        "2017-12-01": "200.00",
        "2017-12-02": "200.00",
    }


def test_strict_holds_back_rates_without_a_source_until_somebody_confirms_them(engine):
    drawn = """
        loan_id | days_past_due | is_short_term | outstanding_principal | reported_provision
        --------+---------------+---------------+-----------------------+-------------------
        late    |            31 | yes           | 1,000.00              | 0
    """
    strict = engine(on="2017-12-01", strict=True, loan_facts=drawn)
    assert strict.not_assessed(RULE) == {"late": "no sourced rule for this date"}
    grid = "{any: [{grade: substandard, comparison: gt, days: 30}]}"
    rates = '{standard: "0", special_mention: "1", substandard: "2.5", doubtful: "30", loss: "100"}'
    law = {
        "classification/licensed.yaml": confirmed("2017-12-01", grid, instrument="B7-017-344"),
        "provisioning/rates.yaml": confirmed("2017-12-01", rates, instrument="B7-017-344"),
    }
    tape = engine(on="2017-12-01", strict=True, loan_facts=drawn, law=law)
    assert (tape.amounts(RULE), tape.each(RULE, "confidence")) == ({"late": "25.00"}, {"late": "confirmed"})
    # A confirmed grid alone is not enough: the rates are still without a source.
    del law["provisioning/rates.yaml"]
    assert engine(on="2017-12-01", strict=True, loan_facts=drawn, law=law).not_assessed(RULE) == {
        "late": "no sourced rule for this date"
    }
