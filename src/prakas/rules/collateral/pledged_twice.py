"""A plain oddity: one land title held by two institutions."""

from __future__ import annotations

from prakas.facts import TITLES, declared
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting


def rule(setting: Setting) -> Rule:
    """Return the rule; a title without a reference cannot be recognized elsewhere and is not assessed."""
    del setting
    rows = declared("titles", TITLES)
    judged_rows = judged(
        rows,
        subject=rows.title,
        hit=rows.institutions > 1,
        missing=[(rows.title_ref.isnull(), "a reference of the title")],
        columns={"observed": rows.institutions, "limit": "1", "basis": rows.basis_of_holders},
    )
    return Rule("collateral.pledged_twice", "notice", "title", "collateral", "count", judged_rows)
