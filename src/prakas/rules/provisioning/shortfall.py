"""The provision booked for a loan may not be below the minimum for its grade (B7-02-145, art. 1)."""

from __future__ import annotations

from prakas.facts import capped
from prakas.rules.grading import RATES, loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date."""
    del setting
    loans = loan_results()
    rows = loans.filter(~loans.is_written_off & (loans.is_grid_in_force | loans.lender_kind.isnull()))
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=rows.provision_shortfall > 0,
        missing=[
            (rows.lender_kind.isnull(), "the lender's status on the audit date"),
            (rows.is_grid_held_back, NO_SOURCED_RULE),
            (rows.grade.isnull(), "the grade"),
            (rows.cash.isnull(), "the loan's collateral"),
            (rows.provision_required.isnull(), NO_SOURCED_RULE),
            (rows.reported_provision.isnull(), "the provision in the books"),
        ],
        columns={
            "observed": rows.reported_provision,
            "limit": rows.provision_required,
            "amount": rows.provision_shortfall,
            "currency": rows.currency,
            "basis": capped(rows.basis, rows.security_weakness),  # cash and proven value are part of what is required
            "confidence": rows.provision_confidence,
            "citation": rows.provision_citation,
        },
    )
    return Rule("provisioning.shortfall", "law", "loan", "loans", "money", judged_rows, tuple(dict.fromkeys(RATES.values())))
