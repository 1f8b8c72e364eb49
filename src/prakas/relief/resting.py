"""What the rulebook holds of each figure of a plan that rests on a text: its standing, citation and confidence, and whether it was in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from prakas.relief.plan import Plan, Resting
from prakas.rulebook import DatedValue, Parameter, Place, Rulebook, citation_text, values_on

COMPARED = {
    "ge": lambda own, told: own >= told,
    "gt": lambda own, told: own > told,
    "le": lambda own, told: own <= told,
    "lt": lambda own, told: own < told,
}


def resting(place: Place, plan: Plan, texts: Mapping[str, tuple[str, ...]], law: Rulebook) -> Plan:
    """Return the plan with what the rulebook holds of its texts on its first day. Raises where the rulebook has no such figure."""
    found = []
    for key, names in texts.items():
        for name in names:
            if name not in law.parameters:
                near = get_close_matches(name, law.parameters, n=1)
                mend = f'Write "{near[0]}" if that is meant' if near else "`prakas law` lists the ids"
                place.refuse(f'in the plan, texts of {key} names "{name[:60]}", which the rulebook does not have', mend)
            found.append(_resting(plan, key, law[name]))
    return replace(plan, texts=tuple(found))


def _nearest(parameter: Parameter, day: date) -> tuple[DatedValue, bool]:
    """Return the value in force on a day and True, else the one nearest to it and False."""
    now = values_on(parameter, day)
    if now:
        return now[0], True
    return min(parameter.values, key=lambda v: min(abs((v.since - day).days), abs(((v.until or v.since) - day).days))), False


def _resting(plan: Plan, key: str, parameter: Parameter) -> Resting:
    value, is_in_force = _nearest(parameter, plan.start)
    is_kept = None
    if key == "months" and parameter.unit == "months" and parameter.comparison:
        is_kept = COMPARED[parameter.comparison](Decimal(plan.months), value.number)
    return Resting(
        key=key,
        parameter=parameter.id,
        label=parameter.label,
        value=value.value,
        unit=parameter.unit,
        citation={language: citation_text(value.citation, language) for language in plan.title},
        standing=value.standing,
        confidence=value.confidence,
        is_in_force=is_in_force,
        is_kept=is_kept,
    )
