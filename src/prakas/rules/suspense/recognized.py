"""Accrued interest of a loan graded substandard or worse stands in suspense, not in income (B7-00-51; trigger not seen)."""

from __future__ import annotations

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged, nothing
from prakas.rules.setting import NO_SOURCED_RULE, Setting, weakest_of


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date."""
    trigger = setting.value("suspense.trigger_grade")
    loans = loan_results()
    rows = loans.filter(~loans.is_written_off & (loans.is_grid_in_force | loans.lender_kind.isnull()))
    if trigger is None:
        rows = nothing(rows)
    told = rows.is_as_of.ifelse(rows.reported_accrued_interest, ibis.null("int64"))
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=rows.interest_in_suspense > 0,
        missing=[
            (rows.lender_kind.isnull(), "the lender's status on the audit date"),
            (ibis.literal(setting.usable(trigger) is None), NO_SOURCED_RULE),
            (rows.grade.isnull(), "the grade"),
            (rows.interest_in_suspense.isnull(), "the accrued interest taken to income"),
        ],
        columns={
            "observed": told,
            "limit": ibis.literal("0"),
            "amount": rows.interest_in_suspense,
            "currency": rows.currency,
            "basis": "reported",
            "confidence": weakest_of(rows.grade_confidence, ibis.literal(trigger.confidence)) if trigger else "",
            "citation": setting.cited(trigger.citation) if trigger else "",
        },
    )
    return Rule("suspense.recognized", "law", "loan", "loans", "money", judged_rows, ("suspense.trigger_grade",))
