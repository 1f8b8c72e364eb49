"""While the window of article 9 is open, a lender that needs a licence has until its end to apply (B7-02-49, art. 9)."""

from __future__ import annotations

from prakas.rules.rule import Rule, nothing
from prakas.rules.setting import Setting
from prakas.rules.standing import LICENSED, LICENSING
from prakas.rules.thresholds import threshold_rows


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date. A notice, not a breach: what is due by then is an application."""
    rows = threshold_rows(
        setting,
        LICENSING,
        prefix="license",
        required="is_license_required",
        falls_short=lambda t: ~t.status.isin(LICENSED),
    )
    window = setting.value("licensing.transition_end")
    if window is None:
        rows = nothing(rows)
    else:
        rows = rows.mutate(citation=rows.citation.notnull().ifelse(setting.cited(window.citation), rows.citation))
    return Rule(
        "licensing.transition",
        "notice",
        "institution",
        "institutions",
        "count",
        rows,
        ("licensing.transition_end",),
        has_aspects=True,
    )
