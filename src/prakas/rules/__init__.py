"""One file a rule: which rows it covers, what it needs, when it is broken, from which parameters. Rules never run."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from prakas.facts import PERSON, sealed
from prakas.rules.edges import SPAN
from prakas.rules.grading import GRIDS, LOAN_RESULTS, RATES, graded_loans, provisioned
from prakas.rules.heaps import MONTH_EDGES, heaps
from prakas.rules.months import MONTH_LENDERS, RETURNED_ROWS, Months, lenders_of_both, month_lenders
from prakas.rules.pairs import MONTH_LOANS, paired_loans, pairs
from prakas.rules.recovery import CONDUCT
from prakas.rules.rewritten import REWRITTEN, rewritten_installments, rewritten_log, rewritten_payments
from prakas.rules.rolled import rolled_loans
from prakas.rules.rule import FOUND, JUDGED, NOT_ASSESSED, SOUND, Rule
from prakas.rules.setting import NO_SOURCED_RULE, Setting
from prakas.rules.standing import INSTITUTION_RESULTS, institution_standings
from prakas.rules.words import Words, spoken, words

__all__ = [
    "CONDUCT",
    "FOUND",
    "GRIDS",
    "INSTITUTION_RESULTS",
    "JUDGED",
    "LOAN_RESULTS",
    "MONTH_EDGES",
    "MONTH_LENDERS",
    "MONTH_LOANS",
    "NOT_ASSESSED",
    "NO_SOURCED_RULE",
    "RATES",
    "RETURNED_ROWS",
    "REWRITTEN",
    "SOUND",
    "SPAN",
    "STANDINGS",
    "Months",
    "Rule",
    "Setting",
    "Words",
    "graded_loans",
    "heaps",
    "institution_standings",
    "lenders_of_both",
    "month_lenders",
    "month_rule",
    "month_rule_ids",
    "paired_loans",
    "pairs",
    "proposed_rule_ids",
    "provisioned",
    "rewritten_installments",
    "rewritten_log",
    "rewritten_payments",
    "rolled_loans",
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
# In no text today: held to nothing until a reform, or a deployer who holds a text, gives their figure a value.
PROPOSED_CHAPTERS = ("proposed",)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules: the paths of their files, chapter by chapter."""
    return _ids(CHAPTERS)


def month_rule_ids() -> tuple[str, ...]:
    """Return the ids of the rules that are held to two months of one book."""
    return _ids(MONTH_CHAPTERS)


def proposed_rule_ids() -> tuple[str, ...]:
    """Return the ids of the rules that no text holds today."""
    return _ids(PROPOSED_CHAPTERS)


def _ids(chapters: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for chapter in chapters:
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
    """Return every rule as it stands on the audit date, those of the given standings alone.

    A rule that no text holds today is among them only where its figure has been given a value.
    """
    every = [rule(setting, name) for name in (*rule_ids(), *proposed_rule_ids())]
    awake = set(rule_ids()) | {one.id for one in every if any(setting.law[name].values for name in one.law)}
    return tuple(one for one in every if one.id in awake and one.standing in standings)


def month_rule(months: Months, rule_id: str) -> Rule:
    """Return one rule on two months of one book. All are notices, so a private person's loans are covered, and its totals are not."""
    made: Rule = import_module(f"prakas.rules.{rule_id}").rule(months)
    return made
