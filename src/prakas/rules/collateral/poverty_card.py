"""The lenders' own rules: no IDPoor card as security (ABC and CMA, August 2024). A code of conduct, not law."""

from __future__ import annotations

from prakas.rules.papers import papers_taken
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date."""
    rows = papers_taken(setting, "collateral.poverty_card_forbidden")
    return Rule(
        "collateral.poverty_card",
        "industry_code",
        "collateral",
        "collateral",
        "code",
        rows,
        ("collateral.poverty_card_forbidden",),
    )
