"""A plain oddity: the collection log tells of the local authority, or of a threat."""

from __future__ import annotations

import ibis

from prakas.facts import RECOVERY_EVENTS, declared
from prakas.rules.recovery import loans_held_to
from prakas.rules.rule import Rule
from prakas.rules.setting import Setting

STEPS = ("local_authority", "threat")


def rule(setting: Setting) -> Rule:
    """Return the rule: each of the two steps apart, on any day up to the audit date."""
    events = declared("recovery_events", RECOVERY_EVENTS)
    parts = [loans_held_to(setting, None, events.filter(events.step == step), aspect=step) for step in STEPS]
    return Rule("conduct.pressure", "notice", "loan", "loans", "date", ibis.union(*parts), has_aspects=True)
