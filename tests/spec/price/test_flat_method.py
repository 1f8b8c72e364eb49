"""Interest is counted on the principal still owed, not on the principal first lent."""

from __future__ import annotations

from tests.spec.drawn import confirmed

RULE = "price.flat_method"


def test_interest_may_not_be_flat_by_contract_nor_as_lived(engine):
    tape = engine(
        loan_facts="""
            loan_id                  | lender_kind  | agreed_on  | rate_method | is_flat_as_lived
            -------------------------+--------------+------------+-------------+-----------------
            flat the day before      | licensed     | 2001-12-31 | flat        |
            flat on the first day    | licensed     | 2002-01-01 | flat        |
            flat on the day after    | licensed     | 2002-01-02 | flat        |
            declining                | licensed     | 2018-01-01 | declining   | no
            declining, flat as lived | licensed     | 2018-01-01 | declining   | yes
            no method, flat as lived | unregistered | 2018-01-01 |             | yes
            no method, not flat      | registered   | 2018-01-01 |             | no
            nothing known            | licensed     | 2018-01-01 |             |
            no status                |              | 2018-01-01 | flat        |
            of a bank                | bank         | 2018-01-01 | flat        | yes
        """
    )
    assert tape.found(RULE) == [
        "declining, flat as lived",
        "flat on the day after",
        "flat on the first day",
        "no method, flat as lived",
    ]
    assert tape.sound(RULE) == ["declining", "no method, not flat"]
    assert tape.not_assessed(RULE) == {
        "nothing known": "the method of the contract and a schedule",
        "no status": "the lender's status on the audit date",
    }
    assert tape.each(RULE, "observed")["declining, flat as lived"] == "flat as lived"
    assert tape.each(RULE, "basis")["flat on the first day"] == "reported"


def test_its_amount_is_what_is_taken_beyond_the_stated_rate_and_not_what_is_owed(engine):
    tape = engine(
        loan_facts="""
            loan_id           | agreed_on  | rate_method | is_flat_as_lived | nominal_rate | schedule_excess_at_contract_rate | schedule_excess_at_ceiling | outstanding_principal
            ------------------+------------+-------------+------------------+--------------+----------------------------------+----------------------------+----------------------
            flat, rate stated | 2018-01-01 | flat        | yes              | 18           | 81.07                            | 12.00                      | 800.00
            flat as lived     | 2018-01-01 | declining   | yes              | 18           | 0.01                             | 0.01                       | 800.00
            no rate stated    | 2018-01-01 | flat        | yes              |              |                                  | 12.00                      | 800.00
        """
    )
    assert tape.found(RULE) == ["flat as lived", "flat, rate stated", "no rate stated"]
    assert tape.amounts(RULE) == {"flat, rate stated": "81.07", "flat as lived": "0.01"}


def test_a_confirmed_first_day_takes_the_place_of_ours_and_strict_leaves_the_sourced_one_alone(engine):
    drawn = """
        loan_id           | agreed_on  | rate_method
        ------------------+------------+------------
        in 2002           | 2002-06-30 | flat
        the day before    | 2003-06-30 | flat
        the confirmed day | 2003-07-01 | flat
    """
    text = (
        confirmed("2003-07-01", "declining_balance", instrument="INTEREST-CALCULATION-2001") + "    replaces_from: 2002-01-01\n"
    )
    law = {"price/declining_method.yaml": text}
    assert engine(loan_facts=drawn, strict=True, law=law).found(RULE) == ["the confirmed day"]
    assert engine(loan_facts=drawn, strict=True).found(RULE) == ["in 2002", "the confirmed day", "the day before"]
