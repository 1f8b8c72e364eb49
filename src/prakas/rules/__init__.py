"""One file a rule: which rows it covers, what it needs, when it is broken, from which parameters. Rules never run."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from prakas.facts import PERSON, sealed
from prakas.rules.grading import GRIDS, LOAN_RESULTS, RATES, graded_loans, provisioned
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
    "provisioned",
    "rule",
    "rule_ids",
    "rules",
    "spoken",
    "words",
]

# From law to a plain oddity; never mixed in one figure.
STANDINGS = ("law", "industry_code", "demand", "notice")
CHAPTERS = (
    "registration",
    "licensing",
    "classification",
    "provisioning",
    "suspense",
    "price",
    "collateral",
    "conduct",
    "burden",
    "reported",
)
# Held to two months of one book, by `compare-months` alone.
MONTH_CHAPTERS = ("continuity",)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules: the paths of their files, chapter by chapter."""
    found = []
    for chapter in CHAPTERS:
        package = import_module(f"prakas.rules.{chapter}")
        found += [f"{chapter}.{module.name}" for module in iter_modules(package.__path__)]
    return tuple(found)


def rule(setting: Setting, rule_id: str) -> Rule:
    """Return one rule as it stands on the audit date, over those whom its text binds.

    Laws, the lenders' own code and the demands bind institutions, and so does a notice of what standing one needs. A private
    person who lends is covered by none of them; this is the one place that says so.
    """
    made: Rule = import_module(f"prakas.rules.{rule_id}").rule(setting)
    if made.standing == "notice" and made.subject_kind != "institution":
        return made
    people = sealed("institutions").filter(lambda t: t.legal_form == PERSON)
    return replace(made, rows=made.rows.anti_join(people, "institution_id"))


def rules(setting: Setting, standings: tuple[str, ...] = STANDINGS) -> tuple[Rule, ...]:
    """Return every rule as it stands on the audit date, those of the given standings alone."""
    return tuple(one for one in (rule(setting, name) for name in rule_ids()) if one.standing in standings)
