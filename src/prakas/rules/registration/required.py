"""A lender that is no bank and needs no licence must be registered from the thresholds of article 3 on (B7-02-49, art. 3)."""

from __future__ import annotations

from prakas.rules.rule import Rule
from prakas.rules.setting import Setting
from prakas.rules.standing import REGISTRATION
from prakas.rules.thresholds import threshold_rows


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date."""
    rows = threshold_rows(
        setting,
        REGISTRATION,
        prefix="registration",
        required="is_registration_required",
        falls_short=lambda t: t.status == "unregistered",
        excluded=lambda t: (
            t.is_license_required
        ),  # article 8 is tested first: 1,000 borrowers need a licence whatever the portfolio
    )
    return Rule(
        "registration.required",
        "law",
        "institution",
        "institutions",
        "count",
        rows,
        tuple(REGISTRATION.values()),
        has_aspects=True,
    )
