"""Proposed, in no text today: no land title for a loan below a size that a reform, or a confirmed text, sets."""

from __future__ import annotations

import ibis

from prakas.facts import capped, in_base, sealed, weakness_of
from prakas.rules.grading import loan_results
from prakas.rules.papers import ROWS_RETURNED
from prakas.rules.rule import Rule, judged, nothing
from prakas.rules.setting import NO_SOURCED_RULE, Setting


def rule(setting: Setting) -> Rule:
    """Return the rule: titles taken since the value's first day for loans whose principal, in riel, is below it."""
    value = setting.value("collateral.no_title_below")
    base = setting.country.base_currency
    loans = loan_results().select("loan_no", "institution_id", "tape", "principal", "currency", "khr", "collateral_returned")
    taken = sealed("collateral").select("loan_no", "collateral_id", "kind", "taken_on", "evidence", "source_row")
    taken = taken.filter(taken.kind.isin(setting.country.title_kinds) & (taken.taken_on <= setting.day.literal))
    rows = taken.inner_join(loans, "loan_no")
    rows = rows.filter(rows.taken_on >= ibis.literal(value.since)) if value else nothing(rows)
    least = int(value.number) * 100 if value else 0
    size = in_base(rows.principal, rows.currency, rows.khr, base)
    judged_rows = judged(
        rows,
        subject=rows.collateral_id,
        hit=size < least,
        missing=[
            (ibis.literal(value is not None and setting.usable(value) is None), NO_SOURCED_RULE),
            (rows.collateral_returned, ROWS_RETURNED),
            (size.isnull(), "the exchange rate of the audit date"),
        ],
        columns={
            "observed": size,
            "limit": ibis.literal(least, type="int64"),
            "amount": rows.principal,
            "currency": rows.currency,
            "basis": capped(ibis.literal("computed"), weakness_of(rows.evidence)),
            "confidence": value.confidence if value else "",
            "citation": setting.cited(value.citation) if value else "",
        },
    )
    standing = value.standing if value else "demand"
    return Rule(
        "proposed.title_for_small_loan",
        standing,
        "collateral",
        "collateral",
        "money",
        judged_rows,
        ("collateral.no_title_below",),
    )
