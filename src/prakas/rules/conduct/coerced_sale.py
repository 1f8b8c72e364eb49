"""The lenders' own rules: no coerced sale (ABC and CMA, August 2024). A code of conduct, not law."""

from __future__ import annotations

from prakas.rules.recovery import asked, events_since, is_coerced_sale, loans_held_to
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting

PARAMETER = "conduct.no_coerced_sale"


def rule(setting: Setting) -> Rule:
    """Return the rule: land sold on a day by which the log tells of a threat. A judgment does not heal it.

    The tape does not say whether a sale was free, nor whether a threat led to it.
    """
    value = asked(setting, PARAMETER)
    sold = events_since(value, is_coerced_sale)
    rows = loans_held_to(setting, value, sold, sales=True, covers=value is not None)
    return Rule("conduct.coerced_sale", "industry_code", "loan", "loans", "date", rows, (PARAMETER,))
