"""The lenders' own rules: titles go back when the loan is repaid (ABC and CMA, August 2024); before that, a notice."""

from __future__ import annotations

from prakas.facts import TITLES, declared
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting


def rule(setting: Setting) -> Rule:
    """Return the rule: a title held though every loan it secures had nothing outstanding before the audit date."""
    value = setting.value("collateral.titles_returned")
    rows = declared("titles", TITLES)
    judged_rows = judged(
        rows,
        subject=rows.title,
        hit=rows.is_after_repayment,
        missing=[(rows.is_after_repayment.isnull(), "the day on which a loan it secures was repaid")],
        columns={
            "observed": rows.kind,
            "limit": rows.taken_on.cast("string"),
            "basis": rows.basis_with_loans,
            **({"confidence": value.confidence, "citation": setting.cited(value.citation)} if value else {}),
        },
    )
    standing = "notice" if value is None else "industry_code"
    return Rule(
        "collateral.held_after_repayment", standing, "title", "collateral", "code", judged_rows, ("collateral.titles_returned",)
    )
