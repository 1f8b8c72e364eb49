"""A plain oddity: the contract's rate, or the way interest is counted, changed and no restructuring came in between."""

from __future__ import annotations

RULE = "continuity.rate_changed"


def test_the_rate_of_a_contract_stays_unless_the_loan_is_restructured(engine):
    tape = engine(
        earlier_loans="""
            loan_id                 | nominal_rate | rate_method
            ------------------------+--------------+------------
            the same                | 18           | declining
            raised                  | 18           | declining
            raised by restructuring | 18           | declining
            raised after an old one | 18           | declining
            now flat                | 18           | declining
            no longer told          | 18           |
            told since              |              |
        """,
        later_loans="""
            loan_id                 | nominal_rate | rate_method | restructured_on | schedule_from
            ------------------------+--------------+-------------+-----------------+--------------
            the same                | 18           | declining   |                 |
            raised                  | 19.5         | declining   |                 | 2024-12-10
            raised by restructuring | 19.5         | declining   | 2024-12-10      |
            raised after an old one | 19.5         | declining   | 2024-11-30      |
            now flat                | 18           | flat        |                 |
            no longer told          |              |             |                 |
            told since              | 18           | declining   |                 |
        """,
    )
    assert tape.found(RULE) == ["now flat: rate_method", "raised: nominal_rate"]
    assert tape.not_assessed(RULE) == {
        "no longer told: nominal_rate": "nominal_rate in the later tape",
        "raised after an old one: nominal_rate": "the same past in both tapes: continuity.events_rewritten answers for it",
    }
    assert tape.each(RULE, "observed")["raised: nominal_rate"] == "19500000000"
