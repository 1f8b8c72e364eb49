"""A lender that is no bank may not agree more than the ceiling on the nominal annual rate (B7-017-109)."""

from __future__ import annotations

from typing import Any

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting, agreed_note, weakest_of

NANO_IN_MICRO = 1000
FEES = "price.ceiling_fees_included"


def _lower(by_days: Any, by_months: Any) -> Any:
    """Return the rate on the kinder clock; null where either clock has none."""
    known = by_days.notnull() & by_months.notnull()
    return known.ifelse(ibis.least(by_days, by_months), ibis.null("int64"))


def rule(setting: Setting) -> Rule:
    """Return the rule: contract rate above the ceiling of the day the terms were agreed, or schedule rate above it and the tolerance.

    The amount is what the schedule's principal and interest take beyond the ceiling, valued on the first day. Where a value of the law
    says that fees count, the rate and the amount with every charge stand in.
    """
    loans = loan_results()
    rows = loans.filter(loans.ceiling.notnull() & ~loans.is_bank.fill_null(False))
    lower = _lower(rows.schedule_rate_nominal, rows.schedule_rate_nominal_months)
    amount, confidence, citation = rows.schedule_excess_at_ceiling, rows.ceiling_confidence, rows.ceiling_citation
    lacks = rows.nominal_rate.isnull() & lower.isnull()
    missing = [(rows.lender_kind.isnull(), "the lender's status on the audit date")]
    counts = setting.fees_count(rows.agreed_on)
    if counts is not None:
        all_in = _lower(rows.all_in_rate_nominal, rows.all_in_rate_nominal_months)
        lower = counts.ifelse(all_in, lower)
        amount = counts.ifelse(rows.excess_at_ceiling, amount)
        by_fees = setting.by_day(FEES, rows.agreed_on, lambda v: ibis.literal(v.confidence)).cast("string")
        confidence = counts.ifelse(weakest_of(confidence, by_fees), confidence)
        text = setting.by_day(FEES, rows.agreed_on, lambda v: ibis.literal(setting.cited(v.citation))).cast("string")
        citation = counts.ifelse(text, citation)
        lacks = ~counts & lacks
        known = all_in.notnull() | (rows.nominal_rate > rows.ceiling).fill_null(False)
        missing.append((counts & ~known, "the fees, or a schedule"))
    tolerance = setting.micro_percent(setting.tolerance) * NANO_IN_MICRO
    by_contract = (rows.nominal_rate > rows.ceiling).fill_null(False)
    by_schedule = (lower > rows.ceiling * NANO_IN_MICRO + tolerance).fill_null(False)
    missing.append((lacks, "the contract rate and a schedule"))
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
            "amount": amount,
            "currency": rows.currency,
            "basis": by_contract.ifelse("reported", ibis.coalesce(rows.schedule_basis, ibis.literal("reported"))),
            "confidence": confidence,
            "note": agreed_note(rows),
            "citation": citation,
        },
    )
    return Rule("price.nominal_ceiling", "law", "loan", "loans", "rate", judged_rows, ("price.annual_rate_ceiling",))
