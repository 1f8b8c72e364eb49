"""Asked for, not law: land pays for a loan only upon a judgment, the legal mechanism for default (letter of 16 July 2020)."""

from __future__ import annotations

from prakas.rules.recovery import asked, events_since, is_land_sold, loans_held_to
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting

PARAMETER = "demand.legal_mechanisms"


def rule(setting: Setting) -> Rule:
    """Return the rule: land sold by the borrower, or paying for the loan, on a day by which no judgment stood; with what it paid.

    The tape does not say whether a sale was free, so this is a question to ask and never a reproach.
    """
    value = asked(setting, PARAMETER)
    sold = events_since(value, is_land_sold)
    rows = loans_held_to(setting, value, sold, sales=True, covers=value is not None)
    return Rule("conduct.land_sold", "demand", "loan", "loans", "date", rows, (PARAMETER,))
