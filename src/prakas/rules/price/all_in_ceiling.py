"""Asked for, not law: no fees that lift the rate above the ceiling (letter of 16 July 2020). Every lender, banks too."""

from __future__ import annotations

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.price.nominal_ceiling import NANO_IN_MICRO
from prakas.rules.rule import Rule, judged, nothing
from prakas.rules.setting import Setting, agreed_note, weakest_of


def rule(setting: Setting) -> Rule:
    """Return the rule: the all-in nominal rate, on the kinder clock, above the ceiling and the tolerance; with the excess.

    The letter speaks of the National Bank's own cap, so the figure is the law's on the day the terms were agreed.
    """
    asked = setting.value("demand.all_in_ceiling")  # nobody had asked before the letter's day
    loans = loan_results()
    rows = loans.filter(loans.ceiling.notnull())
    if asked is None:
        rows = nothing(rows)
    both = rows.all_in_rate_nominal.notnull() & rows.all_in_rate_nominal_months.notnull()
    lower = both.ifelse(ibis.least(rows.all_in_rate_nominal, rows.all_in_rate_nominal_months), ibis.null("int64"))
    tolerance = setting.micro_percent(setting.tolerance) * NANO_IN_MICRO
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=lower > rows.ceiling * NANO_IN_MICRO + tolerance,
        missing=[
            (rows.rate_status == 2, "a single rate: the flows have several"),
            (lower.isnull(), "the fees, or a schedule"),
        ],
        columns={
            "observed": lower,
            "limit": rows.ceiling * NANO_IN_MICRO,
            "amount": rows.excess_at_ceiling,
            "currency": rows.currency,
            "basis": rows.schedule_basis,
            "confidence": weakest_of(rows.ceiling_confidence, ibis.literal(asked.confidence)) if asked else "",
            "note": agreed_note(rows),
            "citation": setting.cited(asked.citation) if asked else "",
        },
    )
    return Rule(
        "price.all_in_ceiling",
        "demand",
        "loan",
        "loans",
        "rate",
        judged_rows,
        ("demand.all_in_ceiling",),
    )
