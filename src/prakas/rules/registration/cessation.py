"""Whoever was told that registration is denied or cancelled ceases within three months: no loan after them (B7-02-49, art. 6)."""

from __future__ import annotations

import ibis

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged, nothing
from prakas.rules.setting import Setting
from prakas.rules.standing import institution_results


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date. The last day of the period is allowed."""
    loans = loan_results()
    told = institution_results()
    told = told.filter(told.informed_of_refusal_on <= setting.day.literal).select(
        refused_id="institution_id", informed_on="informed_of_refusal_on"
    )
    rows = loans.inner_join(told, loans.institution_id == told.refused_id)
    value = setting.value("registration.cessation_months")
    if value is None:
        rows, months, confidence, citation = nothing(rows), 0, "", ""
    else:
        months, confidence, citation = int(value.number), value.confidence, setting.cited(value.citation)
    # Calendar months from the notice, same day number, clipped to the month's end: not 90 days.
    last = (rows.informed_on + ibis.interval(months=months)).cast("timestamp").cast("date")
    # A rule covers nothing before its first day, however early the notice was.
    covered = rows.disbursed_on >= ibis.literal(value.since) if value else ibis.literal(False)
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=(rows.disbursed_on > last) & covered,
        missing=[],
        columns={
            "observed": rows.disbursed_on.cast("string"),
            "limit": last.cast("string"),
            "amount": rows.principal,
            "currency": rows.currency,
            "basis": "reported",
            "confidence": confidence,
            "citation": citation,
        },
    )
    return Rule("registration.cessation", "law", "loan", "loans", "date", judged_rows, ("registration.cessation_months",))
