"""The page of each rule: what a lawyer signs, and the SQL that a supervisor reads. Made from the rule, its words, the law and its test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from inspect import getdoc
from typing import Any

import yaml

from prakas.engine import ENGINES, to_sql
from prakas.facts import Day
from prakas.jurisdictions import pack
from prakas.publication.example import Example
from prakas.rulebook import law_history, rulebook
from prakas.rules import (
    Months,
    Rule,
    Setting,
    graded_loans,
    heaps,
    institution_standings,
    lenders_of_both,
    month_rule,
    month_rule_ids,
    paired_loans,
    rewritten_installments,
    rewritten_log,
    rewritten_payments,
    rule,
    words,
)

# The rules are shown as they stand on this day; one that ended before, on its last day.
DAY = date(2024, 12, 31)
LAST_DAYS = {"licensing.transition": date(2002, 12, 31)}
NAMES = {"duckdb": "DuckDB", "spark": "Spark"}
# Tables that several rules read, and in which parts of the law have been applied already.
SHARED = {"loan_results": graded_loans, "institution_results": institution_standings}
# Rules on two months are shown between this day and DAY; what they read of both follows from the tables of each.
MONTH_BEFORE = date(2024, 11, 30)
SHARED_BY_MONTHS = {
    "month_lenders": lambda _: lenders_of_both(),
    "month_payments": rewritten_payments,
    "month_installments": lambda _: rewritten_installments(),
    "month_log": rewritten_log,
    "month_loans": paired_loans,
    "month_edges": heaps,
}
GRIDS = ("classification.bank", "classification.licensed", "classification.other")
THRESHOLDS = ("licensing.portfolio_min", "licensing.borrowers_min", "licensing.public_savings_min", "licensing.depositors_min")
# What a rule leans on beyond the figures that it is held to itself.
ALSO = {
    "licensing.transition": THRESHOLDS,
    "provisioning.shortfall": GRIDS,
    "suspense.recognized": GRIDS,
    "price.nominal_ceiling": ("price.comparison_tolerance",),
    "price.all_in_ceiling": ("price.annual_rate_ceiling", "price.comparison_tolerance"),
}
STANDINGS = {
    "law": "law: a finding is a breach",
    "industry_code": "a rule that lenders' associations gave themselves: a finding is no breach of law",
    "demand": "asked for by civil society, not law: a finding is no breach",
    "notice": "a plain oddity: a finding is no breach",
}
UNITS = {
    "rate": "nominal percent a year, inside as whole billionths of a percent",
    "money": "money, inside as whole hundredths of the currency",
    "count": "a count, or money in riel (inside as whole hundredths)",
    "date": "dates",
    "days": "days",
    "code": "codes of the tape",
}
# What the amount of a finding is, where it could be taken for what a text orders.
NO_ORDER = "valued on the first day, on the kinder clock. Arithmetic on a reading: the texts seen say nothing of paying back"
AMOUNTS = {
    "price.nominal_ceiling": f"what the schedule's principal and interest take beyond the ceiling, {NO_ORDER}",
    "price.flat_method": f"what the schedule takes beyond the contract's stated rate on the principal still owed, {NO_ORDER}",
    "price.all_in_ceiling": f"what all flows, fees and charges too, take beyond the ceiling, {NO_ORDER}",
}
ANSWERS = {"found": "Found", "sound": "Sound", "not_assessed": "Not assessed"}


def rule_files(examples: Mapping[str, Example], made: str) -> dict[str, str]:
    """Return pages and SQL files by their path under `rules/`; `made` is the line that says how they are made."""
    files = {}
    for rule_id, example in examples.items():
        rule = _rule(rule_id)
        path = rule_id.replace(".", "/")
        files[f"{path}.md"] = rule_page(rule, example, made)
        for engine in ENGINES:
            files[f"{path}.{engine}.sql"] = _sql(rule_id, _day(rule_id), rule.rows, engine)
    for name, expression in SHARED.items():
        for engine in ENGINES:
            files[f"{name}.{engine}.sql"] = _sql(name, DAY, expression(_setting(DAY)), engine)
    for name, of_months in SHARED_BY_MONTHS.items():
        for engine in ENGINES:
            files[f"{name}.{engine}.sql"] = _sql(name, DAY, of_months(_months()), engine)
    return files


def rule_page(rule: Rule, example: Example, made: str) -> str:
    """Return a rule's page in Markdown."""
    spoken = words()[rule.id]
    held_to = (*rule.law, *ALSO.get(rule.id, ()))
    parts = [
        f"# {rule.id}",
        made,
        *spoken.sentence.values(),
        _table(
            ("", ""),
            [
                ("standing", STANDINGS[rule.standing]),
                ("about each", rule.subject_kind),
                ("observed and limit", UNITS[rule.unit]),
                *([("amount", AMOUNTS[rule.id])] if rule.id in AMOUNTS else []),
                ("line of a finding", f"`{spoken.line['en']}`"),
                ("the same in Khmer", f"`{spoken.line['km']}`"),
                *[("and where the amount is known", f"`{text}`") for text in (spoken.amount or {}).values()],
            ],
        ),
        "## The law",
        *([_parameter(name) for name in held_to] or ["No law: the rule compares what the tape says with itself."]),
        *_reading(rule.id),
        "## Worked example",
        *_example(example, of_months=rule.id in month_rule_ids()),
        "## As SQL",
        *_sql_links(rule),
    ]
    return "\n\n".join(parts) + "\n"


def _setting(day: date) -> Setting:
    return Setting(Day(day, pack()), rulebook(pack()))


def _day(rule_id: str) -> date:
    return LAST_DAYS.get(rule_id, DAY)


def _months() -> Months:
    return Months(_setting(MONTH_BEFORE), _setting(DAY))


def _reading(rule_id: str) -> list[str]:
    """Return how a rule on two months is read: what is a reason, and what is left to another rule, as its code says it."""
    if rule_id not in month_rule_ids():
        return []
    text = getdoc(import_module(f"prakas.rules.{rule_id}").rule) or ""
    first, _, rest = text.partition("\n\n")
    return ["## How it is read", first.replace("Return the rule", "The rule stands", 1).replace("stands:", "says:"), rest]


def _rule(rule_id: str) -> Rule:
    if rule_id in month_rule_ids():
        return month_rule(_months(), rule_id)
    return rule(_setting(_day(rule_id)), rule_id)


def _table(head: tuple[str, ...], body: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)


def _parameter(name: str) -> str:
    """Return a figure of the law with its history, doubts, and the way to its sources."""
    history = law_history(rulebook(pack()), name)
    body = [_dated(value) for value in history["values"]]
    notes = [f"- From {value['from']}: {value['note']}" for value in history["values"] if value["note"]]
    parts = [
        f"### {name}",
        *history["label"].values(),
        _table(("from", "to", "value", "citation", "confidence"), body),
        *(["\n".join(notes)] if notes else []),
        *([f"Doubts: {history['doubts']}"] if history["doubts"] else []),
        f"Last looked at: {history['confirmed_on']}. Sources: [{name}](../../law.md#{name.replace('.', '')}).",
    ]
    return "\n\n".join(parts)


def _dated(value: Mapping[str, Any]) -> tuple[str, ...]:
    vague = {"from": value["first_day_known"], "to": value["last_day_known"]}
    ends = [
        f"{value[end] or ''}{f' (only the {known} is known)' if known in {'month', 'quarter', 'year'} else ''}"
        for end, known in vague.items()
    ]
    parts = "".join(f"; {grade}: {confidence}" for grade, confidence in value["confidence_of"].items())
    article = "" if value["citation"]["article"] else " (article not seen)"
    cited = dict.fromkeys(value["citation_text"].values())  # once, where both languages write it alike
    return (*ends, value["value_text"], "; ".join(cited) + article, value["confidence"] + parts)


def _example(example: Example, *, of_months: bool) -> list[str]:
    days = f"From {MONTH_BEFORE} to {DAY}" if of_months else f"Audit date {example.on}"
    parts = [f"{example.title[:1].upper()}{example.title[1:]}. {days}."]
    for path, text in example.law.items():
        name = path.removesuffix(".yaml").replace("/", ".")
        dated: list[tuple[str, ...]] = [(str(value["from"]), str(value["value"])) for value in yaml.safe_load(text)["values"]]
        parts += [f"With a value of `{name}` that is in no text, for the sake of the example:", _table(("from", "value"), dated)]
    for name, (head, *body) in example.tables.items():
        parts += [f"`{name}`:", _table(tuple(head), [tuple(row) for row in body])]
    for answer, title in ANSWERS.items():
        told = example.answers.get(answer)
        if told:
            lines = [f"- {who}: {why}" for who, why in told.items()] if isinstance(told, dict) else [f"- {who}" for who in told]
            parts += [f"{title}:", "\n".join(lines)]
    rest = "is not covered by the rule" if set(ANSWERS) <= set(example.answers) else "was not found"
    usual = "Columns that are not drawn hold what is usual: a licensed lender (an institution: unregistered), everything sent and whole."
    return [*parts, f"A row that is named nowhere {rest}. {usual}"]


def _sql_links(rule: Rule) -> list[str]:
    """Return where the rule's own SQL stands, and that of the tables in which parts of the law were applied before."""
    name = rule.id.rpartition(".")[2]
    day = _day(rule.id).isoformat()
    text = to_sql(rule.rows, "duckdb")
    own = ", ".join(f"[{NAMES[e]}]({name}.{e}.sql)" for e in ENGINES)
    parts = [f"The rule as it stands on {day}, with the law of that day written in: {own}. `state` says what became of each row."]
    for table in (*SHARED, *SHARED_BY_MONTHS):
        if f'"{table}"' in text:
            links = ", ".join(f"[{NAMES[e]}](../{table}.{e}.sql)" for e in ENGINES)
            parts.append(f"It reads `{table}`, as that stands on {DAY.isoformat()}: {links}.")
    return parts


def _sql(name: str, day: date, expression: Any, engine: str) -> str:
    return f"-- {name} as it stands on {day.isoformat()}, for {NAMES[engine]}. Made by `python3 run.py docs`.\n{to_sql(expression, engine)}\n"
