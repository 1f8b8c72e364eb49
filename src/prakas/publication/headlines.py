"""The figures at the top of the page: what is counted, and what each rule came to. No two standings share a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from prakas.publication.finding_sums import FindingSums
from prakas.publication.language import Language
from prakas.publication.sources import LawUsed

# Facts of the sector: name, column of the totals, and how it is written.
FACTS = (
    ("portfolio", "portfolio_khr", "money"),
    ("loans", "loans", "count"),
    ("borrowers", "borrowers", "count"),
    ("par30", "par30_khr", "share"),
    ("par30_with_restructured", "par30_with_restructured_khr", "share"),
    ("public_savings", "public_savings_khr", "money"),
    ("depositors", "depositors", "count"),
    ("titles_hard", "titles_hard", "count"),
    ("titles_soft", "titles_soft", "count"),
)
# Riel that belong beside a rule's count.
AMOUNTS = {
    "provisioning.shortfall": ("provision_shortfall_khr",),
    "suspense.recognized": ("interest_in_suspense_khr",),
    "price.all_in_ceiling": ("excess_khr",),
}


def facts(record: dict[str, Any], institutions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the facts with the number of institutions that have the figure; `value` None where none has."""
    totals = record["totals"]
    found = []
    for name, column, kind in FACTS:
        value, known = totals[column], sum(row[column] is not None for row in institutions)
        whole = totals["par_portfolio_khr"]
        if kind == "share":
            value = Decimal(value) * 100 / Decimal(whole) if value is not None and whole and Decimal(whole) else None
        found.append({"name": name, "kind": kind, "value": value, "known": known, "of": len(institutions)})
    return found


def rule_cards(record: dict[str, Any], findings: FindingSums, law: LawUsed, words: Language) -> dict[str, list[dict[str, Any]]]:
    """Return one card a rule that covers something, by standing."""
    cards: dict[str, list[dict[str, Any]]] = {}
    for identifier, tally in record["rules"].items():
        if not tally["covered"]:
            continue
        cards.setdefault(tally["standing"], []).append(
            {
                "id": identifier,
                "label": words.code_word("rule", identifier),
                "tally": tally,
                "amounts": [(column, record["totals"][column]) for column in AMOUNTS.get(identifier, ())],
                "citations": law.citations(identifier, findings.of(identifier).citations),
                "confidence": law.confidence(identifier, findings.of(identifier).confidence),
            }
        )
    return cards
