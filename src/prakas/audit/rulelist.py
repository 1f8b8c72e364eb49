"""The rules as they stand on a day, with the values of the law that each is held to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from prakas.facts import Day
from prakas.jurisdictions import Pack, pack
from prakas.rulebook import citation_text, rulebook, values_on
from prakas.rules import Setting, rules, words


def rules_on(day: date, law: Path | None = None, country: Pack | None = None) -> list[dict[str, Any]]:
    """Return one record a rule: id, standing, sentence by language, citations and confidence on that day.

    `covers` is false where the rule is held to values of the law and none is in force on the day.
    """
    country = country or pack()
    book = rulebook(country, law)
    found = []
    for rule in rules(Setting(Day(day, country), book)):
        values = [value for name in rule.law for value in values_on(book[name], day)]
        found.append(
            {
                "rule_id": rule.id,
                "standing": rule.standing,
                "sentence": dict(words()[rule.id].sentence),
                "citations": list(dict.fromkeys(citation_text(value.citation, "en") for value in values)),
                "confidence": sorted({value.confidence for value in values}),
                "parameters": list(rule.law),
                "covers": bool(values) or not rule.law,
            }
        )
    return found
