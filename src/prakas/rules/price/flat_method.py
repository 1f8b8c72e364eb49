"""Interest is counted on the principal still owed, not on the principal first lent (prakas on the calculation of interest, art. 2)."""

from __future__ import annotations

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting, agreed_note


def rule(setting: Setting) -> Rule:
    """Return the rule: flat by contract, or flat as lived. Banks are not bound.

    The amount is what the schedule takes beyond the contract's own stated rate on the declining balance, valued on the first day.
    """
    loans = loan_results()
    parameter = "price.declining_method"
    confidence = setting.by_day(parameter, loans.agreed_on, lambda v: ibis.literal(v.confidence)).cast("string")
    citation = setting.by_day(parameter, loans.agreed_on, lambda v: ibis.literal(setting.cited(v.citation))).cast("string")
    rows = loans.mutate(method_confidence=confidence, method_citation=citation)
    rows = rows.filter(rows.method_confidence.notnull() & ~rows.is_bank.fill_null(False))
    by_contract = rows.rate_method == "flat"
    missing = [
        (rows.lender_kind.isnull(), "the lender's status on the audit date"),
        (rows.rate_method.isnull() & rows.is_flat_as_lived.isnull(), "the method of the contract and a schedule"),
    ]
    if setting.is_strict:
        missing.insert(0, (rows.method_confidence == "unverified", NO_SOURCED_RULE))
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=by_contract.fill_null(False) | rows.is_flat_as_lived.fill_null(False),
        missing=missing,
        columns={
            "observed": by_contract.fill_null(False).ifelse("flat", "flat as lived"),
            "limit": "declining",
            # Arithmetic on a reading: the text seen says nothing of paying back.
            "amount": rows.schedule_excess_at_contract_rate,
            "currency": rows.currency,
            "basis": by_contract.fill_null(False).ifelse(
                "reported", ibis.coalesce(rows.schedule_basis, ibis.literal("reported"))
            ),
            "confidence": rows.method_confidence,
            "note": agreed_note(rows),
            "citation": rows.method_citation,
        },
    )
    return Rule("price.flat_method", "law", "loan", "loans", "code", judged_rows, (parameter,))
