"""One file a rule: which rows it covers, what it needs, when it is broken, from which parameters. Rules never run."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from prakas.rules.grading import GRIDS, LOAN_RESULTS, RATES, graded_loans
from prakas.rules.rule import FOUND, JUDGED, NOT_ASSESSED, SOUND, Rule
from prakas.rules.setting import NO_SOURCED_RULE, Setting
from prakas.rules.standing import INSTITUTION_RESULTS, institution_standings
from prakas.rules.words import Words, spoken, words

__all__ = [
    "FOUND",
    "GRIDS",
    "INSTITUTION_RESULTS",
    "JUDGED",
    "LOAN_RESULTS",
    "NOT_ASSESSED",
    "NO_SOURCED_RULE",
    "RATES",
    "SOUND",
    "STANDINGS",
    "Rule",
    "Setting",
    "Words",
    "graded_loans",
    "institution_standings",
    "rule_ids",
    "rules",
    "spoken",
    "words",
]

# From law to a plain oddity; never mixed in one figure.
STANDINGS = ("law", "industry_code", "demand", "notice")
CHAPTERS = ("registration", "licensing", "classification", "provisioning", "suspense", "price", "collateral", "reported")


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules: the paths of their files, chapter by chapter."""
    found = []
    for chapter in CHAPTERS:
        package = import_module(f"prakas.rules.{chapter}")
        found += [f"{chapter}.{module.name}" for module in iter_modules(package.__path__)]
    return tuple(found)


def rules(setting: Setting, standings: tuple[str, ...] = STANDINGS) -> tuple[Rule, ...]:
    """Return every rule as it stands on the audit date, those of the given standings alone."""
    made = (import_module(f"prakas.rules.{name}").rule(setting) for name in rule_ids())
    return tuple(rule for rule in made if rule.standing in standings)
