"""Asked for, not law: a title is taken in recovery only by way of the court (letter of 16 July 2020)."""

from __future__ import annotations

from prakas.rules.recovery import asked, events_since, is_title_taken, loans_held_to
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting

PARAMETER = "demand.legal_mechanisms"


def rule(setting: Setting) -> Rule:
    """Return the rule: a title taken on a day by which there was neither a filing at court nor a judgment."""
    value = asked(setting, PARAMETER)
    taken = events_since(value, is_title_taken)
    rows = loans_held_to(setting, value, taken, covers=value is not None)
    return Rule("conduct.title_taken", "demand", "loan", "loans", "date", rows, (PARAMETER,))
