"""A lender that is no bank may not agree more than the ceiling on the nominal annual rate (B7-017-109)."""

from __future__ import annotations

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting, agreed_note

NANO_IN_MICRO = 1000


def rule(setting: Setting) -> Rule:
    """Return the rule: contract rate above the ceiling of the day the terms were agreed, or schedule rate above it and the tolerance.

    The amount is what the schedule's principal and interest take beyond the ceiling, valued on the first day.
    """
    loans = loan_results()
    rows = loans.filter(loans.ceiling.notnull() & ~loans.is_bank.fill_null(False))
    lower = ibis.least(rows.schedule_rate_nominal, rows.schedule_rate_nominal_months)
    known = rows.schedule_rate_nominal.notnull() & rows.schedule_rate_nominal_months.notnull()
    lower = known.ifelse(lower, ibis.null("int64"))
    tolerance = setting.micro_percent(setting.tolerance) * NANO_IN_MICRO
    by_contract = (rows.nominal_rate > rows.ceiling).fill_null(False)
    by_schedule = (lower > rows.ceiling * NANO_IN_MICRO + tolerance).fill_null(False)
    missing = [
        (rows.lender_kind.isnull(), "the lender's status on the audit date"),
        (rows.nominal_rate.isnull() & lower.isnull(), "the contract rate and a schedule"),
    ]
    if setting.is_strict:
        missing.insert(0, (rows.ceiling_confidence == "unverified", NO_SOURCED_RULE))
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=by_contract | by_schedule,
        missing=missing,
        columns={
            "observed": by_contract.ifelse(
                rows.nominal_rate * NANO_IN_MICRO, ibis.coalesce(lower, rows.nominal_rate * NANO_IN_MICRO)
            ),
            "limit": rows.ceiling * NANO_IN_MICRO,
            # Arithmetic on a reading: the text seen says nothing of paying back.
            "amount": rows.schedule_excess_at_ceiling,
            "currency": rows.currency,
            "basis": by_contract.ifelse("reported", ibis.coalesce(rows.schedule_basis, ibis.literal("reported"))),
            "confidence": rows.ceiling_confidence,
            "note": agreed_note(rows),
            "citation": rows.ceiling_citation,
        },
    )
    return Rule("price.nominal_ceiling", "law", "loan", "loans", "rate", judged_rows, ("price.annual_rate_ceiling",))
