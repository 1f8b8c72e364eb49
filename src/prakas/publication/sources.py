"""Where each figure of the page comes from: the values of the law on the audit date, those that a deployer gave in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from prakas.audit import rules_on
from prakas.jurisdictions import Pack
from prakas.rulebook import CONFIDENCES, law_table, rulebook

OWN = ("demand", "industry_code")  # standings of a rule that needs a value of the same standing


@dataclass(frozen=True)
class LawUsed:
    """The rules on the audit date and the values they are held to. `is_same`: the rulebook here is the one of the audit."""

    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: dict[str, list[dict[str, Any]]] = field(default_factory=dict)  # parameter -> values in force, one a kind of lender
    labels: dict[str, str] = field(default_factory=dict)
    is_same: bool = True

    def citations(self, rule: str, found: Iterable[str] = ()) -> list[str]:
        """Return what a rule is cited by: its values on the audit date, and what its findings cite (a loan's day may be another)."""
        return list(dict.fromkeys([*self.rules.get(rule, {}).get("citations", ()), *sorted(found)]))

    def confidence(self, rule: str, found: Iterable[str] = ()) -> list[str]:
        """Return the words of confidence of a rule's values on the audit date and of its findings, weakest first."""
        words = {*self.rules.get(rule, {}).get("confidence", ()), *found}
        return sorted(words, key=CONFIDENCES.index, reverse=True)

    def limit(self, parameter: str) -> int | None:
        """Return a threshold in its own unit; None where none is in force."""
        rows = self.values.get(parameter, [])
        return int(rows[0]["value"]) if rows else None


def law_used(record: dict[str, Any], country: Pack, language: str) -> LawUsed:
    """Return the law of an audit from audit.json's content. Confirmed values stand where they stood in the audit."""
    day = date.fromisoformat(record["audit_date"])
    book = rulebook(country)
    values: dict[str, list[dict[str, Any]]] = {}
    labels: dict[str, str] = {}
    standings = {name: parameter.values[-1].standing for name, parameter in book.parameters.items() if parameter.values}
    for row in law_table(book, day):
        labels[row["id"]] = row["label"][language]
        if row["in_force"]:
            shown = {**row, "citation_text": row["citation_text"][language]}
            values.setdefault(row["id"], []).append(shown)
    for one in record["rulebook"]["confirmed"]:
        if one["from"] <= record["audit_date"] and (one["to"] is None or record["audit_date"] <= one["to"]):
            kept = [row for row in values.get(one["id"], []) if one["for"] and row["for"] != one["for"]]
            values[one["id"]] = [*kept, _confirmed(one, standings.get(one["id"], "law"))]
    rules = {row["rule_id"]: row for row in rules_on(day, None, country)}
    for name, row in rules.items():
        held_to = [value for parameter in row["parameters"] for value in values.get(parameter, [])]
        if row["standing"] in OWN and not any(value["standing"] == row["standing"] for value in held_to):
            held_to = []  # before the letter nobody had asked; the law that it speaks of does not make it law
        rules[name] = {
            **row,
            "sentence": row["sentence"][language],
            "citations": list(dict.fromkeys(value["citation_text"] for value in held_to)),
            "confidence": list(dict.fromkeys(value["confidence"] for value in held_to)),
            "covers": bool(held_to) or not row["parameters"],
        }
    is_same = book.hash == record["rulebook"]["hash"] or bool(record["rulebook"]["confirmed"])
    return LawUsed(rules, values, labels, is_same)


def _confirmed(one: dict[str, Any], standing: str) -> dict[str, Any]:
    """Return a value given with --law in the shape of law_table's rows."""
    article = one["citation"]["article"]
    name = one["citation"]["instrument"]
    return {
        "id": one["id"],
        "value": one["value"],
        "value_text": str(one["value"]),
        "for": one["for"],
        "from": one["from"],
        "to": one["to"],
        "citation_text": f"{name}, art. {article}" if article else name,
        "standing": standing,
        "confidence": "confirmed",
        "confirmed_by": one["by"],
        "confirmed_on": one["on"],
    }
