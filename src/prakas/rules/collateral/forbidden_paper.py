"""Identity papers are not acceptable security (letter of the National Bank of 10 February 2023)."""

from __future__ import annotations

from prakas.rules.papers import papers_taken
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date."""
    rows = papers_taken(setting, "collateral.id_papers_forbidden")
    return Rule(
        "collateral.forbidden_paper", "law", "collateral", "collateral", "code", rows, ("collateral.id_papers_forbidden",)
    )
