"""Asked for, not law: a lender enforces, or sells land, only upon a judgment (letter of 16 July 2020)."""

from __future__ import annotations

from prakas.rules.recovery import asked, events_since, is_enforced, loans_held_to
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting

PARAMETER = "demand.legal_mechanisms"


def rule(setting: Setting) -> Rule:
    """Return the rule: enforcement, or land sold by the lender, on a day by which no judgment stood."""
    value = asked(setting, PARAMETER)
    done = events_since(value, is_enforced)
    rows = loans_held_to(setting, value, done, covers=value is not None)
    return Rule("conduct.enforced", "demand", "loan", "loans", "date", rows, (PARAMETER,))
