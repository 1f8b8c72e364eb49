"""A lender that is no bank must be licensed from the thresholds of article 8 on (B7-02-49, art. 8)."""

from __future__ import annotations

from prakas.rules.rule import Rule, nothing
from prakas.rules.setting import Setting
from prakas.rules.standing import LICENSED, LICENSING
from prakas.rules.thresholds import threshold_rows


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date; until the end of the transition licensing.transition reports instead."""
    rows = threshold_rows(
        setting,
        LICENSING,
        prefix="license",
        required="is_license_required",
        falls_short=lambda t: ~t.status.isin(LICENSED),
    )
    if setting.value("licensing.transition_end") is not None:
        rows = nothing(rows)
    return Rule(
        "licensing.required", "law", "institution", "institutions", "count", rows, tuple(LICENSING.values()), has_aspects=True
    )
