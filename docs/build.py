"""Writes the generated pages under docs/reference anew, each from the code or data that it describes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import typer
import yaml

from prakas.__main__ import app
from prakas.audit import (
    BORROWERS,
    BURDEN,
    CONDUCT_COUNTS,
    FINDINGS,
    FUNDERS,
    INSTITUTIONS,
    LOANS,
    REFUND_ROWS,
    REFUND_TOTALS,
    TITLE_COUNTS,
)
from prakas.comparison import ROLL_FORWARD
from prakas.facts import Day
from prakas.jurisdictions import pack
from prakas.publication import Example, rule_files, worked_example
from prakas.relief import CHECKED, COMPARISON, COSTS, INSTALLMENTS, LENDERS_CHECKED, QUEUE
from prakas.rulebook import law_page, rulebook
from prakas.rules import STANDINGS, Setting, month_rule_ids, proposed_rule_ids, rule_ids, rules, words
from prakas.tape import CLASSES, EDITS, Column, contract

DOCS = Path(__file__).resolve().parent
RESULTS = {
    "loans": LOANS,
    "institutions": INSTITUTIONS,
    "titles": TITLE_COUNTS,
    "findings": FINDINGS,
    "conduct": CONDUCT_COUNTS,
    "borrowers": BORROWERS,
    "burden": BURDEN,
    "funders": FUNDERS,
    "refunds": REFUND_ROWS,
    "refund_totals": REFUND_TOTALS,
    "roll_forward": ROLL_FORWARD,
}
OF_RELIEF = {
    "queue": QUEUE,
    "installments": INSTALLMENTS,
    "costs": COSTS,
    "comparison": COMPARISON,
    "checked": CHECKED,
    "lenders": LENDERS_CHECKED,
}
MADE = "This page is made by `python3 run.py docs`; do not edit it."
# On this day the law of every rule is known; which rules there are does not depend on it.
A_DAY = date(2026, 11, 22)
KINDS = {
    "text": "text",
    "code": "code",
    "commune": "6-digit text",
    "date": "date",
    "money": "money",
    "integer": "integer",
    "percent": "decimal, percent",
    "rate": "decimal",
    "boolean": "true, false",
}


def pages() -> dict[str, str]:
    """Return every generated page by its name."""
    return {
        "law.md": law_page(rulebook(pack())),
        "tape.md": tape_page(),
        "audit.md": audit_page(),
        "relief.md": relief_page(),
        "rules.md": rules_page(),
        "edits.md": edits_page(),
        "commands.md": commands_page(),
    }


def of_rules() -> dict[str, str]:
    """Return the page of every rule and its SQL, by their names under `rules`."""
    return rule_files({rule_id: example_of(rule_id) for rule_id in (*rule_ids(), *month_rule_ids(), *proposed_rule_ids())}, MADE)


def example_of(rule_id: str) -> Example:
    """Return a rule's worked example: the first test in the rule's own file of tests/spec."""
    chapter, name = rule_id.split(".")
    return worked_example((DOCS.parent / "tests" / "spec" / chapter / f"test_{name}.py").read_text("utf-8"))


def rows(head: tuple[str, ...], body: list[tuple[str, ...]]) -> str:
    """Return a table of Markdown."""
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def tape_page() -> str:
    """Return the page of the tape: each table and column of the contract, and the codes with their words."""
    parts = ["# The tape", MADE, (DOCS / "reference" / "tape-intro.txt").read_text("utf-8").strip()]
    for table in contract().values():
        body = [(c.name, kind_of(c), marks(c), c.meaning) for c in table.columns]
        parts += [
            f"## {table.name}",
            f"From level {table.level}: {table.meaning}.",
            rows(("column", "type", "", "meaning"), body),
        ]
    parts.append("## Codes and their words")
    lists = {c.code_list for table in contract().values() for c in table.columns if c.code_list}
    for name in sorted(lists):
        entries = pack().code_words[name].items()
        parts += [f"### {name}", rows(("code", "English", "Khmer"), [(code, word["en"], word["km"]) for code, word in entries])]
    return "\n\n".join(parts) + "\n"


def kind_of(column: Column) -> str:
    """Return a column's type as people read it; a code's list is named."""
    return f"[{column.code_list}](#{column.code_list})" if column.code_list else KINDS[column.kind]


def marks(column: Column) -> str:
    """Return K for a part of the key, else R for what must be filled."""
    return "K" if column.key else "R" if column.required else ""


def audit_page() -> str:
    """Return the page of the audit: what comes out, column by column. Raises ValueError where a column has no meaning, or a meaning no column."""
    meanings: dict[str, dict[str, str]] = yaml.safe_load((DOCS / "columns.yaml").read_text("utf-8"))
    parts = ["# The audit", MADE, (DOCS / "reference" / "audit-intro.txt").read_text("utf-8").strip()]
    for name, schema in RESULTS.items():
        parts += [f"## {name}", columns_of(name, schema, meanings[name])]
    return "\n\n".join(parts) + "\n"


def relief_page() -> str:
    """Return the page of relief: what comes out of a plan and of a check, column by column. Raises ValueError as `audit_page` does."""
    meanings: dict[str, dict[str, str]] = yaml.safe_load((DOCS / "columns.yaml").read_text("utf-8"))
    intro = "What `prakas relief` writes, and `prakas relief check` (checked, lenders). [How it is meant](../how-to/relief.md)."
    parts = ["# Relief", MADE, intro]
    for name, schema in OF_RELIEF.items():
        parts += [f"## {name}", columns_of(name, schema, meanings[f"relief_{name}"])]
    return "\n\n".join(parts) + "\n"


def columns_of(name: str, schema: pa.Schema, meanings: dict[str, str]) -> str:
    """Return the table of a result's columns. Raises ValueError where a column has no meaning, or a meaning no column."""
    if lost := set(schema.names) ^ set(meanings):
        raise ValueError(f"docs/columns.yaml and {name} differ in {', '.join(sorted(lost))}. Give each column one meaning.")
    return rows(("column", "type", "meaning"), [(field.name, kind_in_file(field.type), meanings[field.name]) for field in schema])


def kind_in_file(kind: Any) -> str:
    """Return an Arrow type as people read it."""
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision},{kind.scale})"
    return {"string": "text", "int64": "integer", "bool": "true, false", "date32[day]": "date"}.get(str(kind), str(kind))


def rules_page() -> str:
    """Return the page of the rules: id, standing and sentence in both languages."""
    listed = rules(Setting(Day(A_DAY, pack()), rulebook(pack())))
    parts = ["# The rules", MADE, "`law` alone makes a breach; the other standings are told apart and never summed with it."]
    for standing in STANDINGS:
        parts += [f"## {standing}", rules_table([rule.id for rule in listed if rule.standing == standing])]
    parts += [
        "## On two months of one book",
        "Held by [`prakas compare-months`](../how-to/compare-months.md) alone; every one a notice.",
        rules_table(month_rule_ids()),
    ]
    parts += [
        "## In no text today",
        "Asleep until [a reform](../how-to/try-a-reform.md), or a deployer who holds a text, gives their figure a value.",
        rules_table(proposed_rule_ids()),
    ]
    return "\n\n".join(parts) + "\n"


def rules_table(ids: Iterable[str]) -> str:
    """Return some rules with their pages and sentences as a table."""
    body = [(f"[`{i}`](rules/{i.replace('.', '/')}.md)", words()[i].sentence["en"], words()[i].sentence["km"]) for i in ids]
    return rows(("rule", "sentence", "Khmer"), body)


def edits_page() -> str:
    """Return the page of the edits: what can be wrong with a tape, by class and number."""
    parts = ["# What can be wrong with a tape", MADE, "A number is never used for anything else again."]
    for letter, meaning in CLASSES.items():
        body = [
            (e.id, e.name, e.en, "row held back" if e.returned else "repaired" if e.repaired else "told")
            for e in EDITS.values()
            if e.id.startswith(letter)
        ]
        parts += [f"## {letter}: {meaning}", rows(("edit", "reason", "what it says", "what happens"), body)]
    return "\n\n".join(parts) + "\n"


def commands_page() -> str:
    """Return the page of the commands. Raises ValueError where a command or option lacks its line, or a line its command."""
    told: dict[str, dict[str, Any]] = yaml.safe_load((DOCS / "commands.yaml").read_text("utf-8"))
    every = told.pop("every")
    root: Any = typer.main.get_command(app)
    commands = commands_of(root)
    if lost := set(commands) ^ set(told):
        raise ValueError(
            f"docs/commands.yaml and the command line differ in {', '.join(sorted(lost))}. Describe each command once."
        )
    parts = [
        "# The commands",
        MADE,
        (DOCS / "reference" / "commands-intro.txt").read_text("utf-8").strip(),
        codes_of(every["codes"]),
    ]
    parts += ["Without a command:", options_of("prakas", root)]
    for name, command in commands.items():
        line = told[name]
        usage = " ".join(["prakas", name, *(usage_of(one) for one in command.params)]).rstrip()
        parts += [f"## prakas {name}", command.help, f"```text\n{' '.join(usage.split())}\n```"]
        parts += [options_of(name, command), f"**Standard output:** {line['stdout']}."]
        parts += [f"**Standard error:** {line.get('stderr', every['stderr'])}.", f"**Writes** {line['writes']}."]
        if line.get("codes"):
            parts += ["Exit codes of its own:", codes_of(line["codes"])]
    return "\n\n".join(parts) + "\n"


def commands_of(root: Any) -> dict[str, Any]:
    """Return every command by its whole name, those of a group after the group's name."""
    found: dict[str, Any] = {}
    for name, command in root.commands.items():
        inside = getattr(command, "commands", None)
        if inside is None:
            found[name] = command
        else:
            default = getattr(command, "default", None)  # its name may be left out, so it goes by the group's
            found |= {name if inner == default else f"{name} {inner}": one for inner, one in inside.items()}
    return found


def codes_of(codes: dict[int, str]) -> str:
    """Return a table of exit codes."""
    return rows(("exit code", "meaning"), [(str(code), meaning) for code, meaning in codes.items()])


def options_of(name: str, command: Any) -> str:
    """Return the table of a command's arguments and options. Raises ValueError where one does not say what it is for."""
    body = []
    for one in command.params:
        if not one.help:
            raise ValueError(f"{one.opts[0]} of prakas {name} does not say what it is for. Give it a help text.")
        default = "" if one.default is None or one.default is False else f"`{getattr(one.default, 'value', one.default)}`"
        body.append((f"`{label_of(one)}`", takes(one), one.help, "required" if one.required else default))
    return rows(("", "takes", "meaning", "default"), body)


def label_of(one: Any) -> str:
    """Return an option as it is typed, an argument in capitals; dots where it takes several."""
    return one.opts[0] if one.opts[0].startswith("-") else one.opts[0].upper() + ("…" if one.nargs == -1 else "")


def usage_of(one: Any) -> str:
    """Return an argument or a required option as it stands in a usage line; empty for what the table alone lists."""
    label = label_of(one)
    if label.startswith("-"):
        return f"{label} {one.metavar or label.strip('-').upper()}" if one.required else ""
    return label if one.required else f"[{label}]"


def takes(one: Any) -> str:
    """Return what may be given for an argument or option, as people read it; empty for a switch."""
    kind = one.type_descriptor.annotation
    kind = next(iter(get_args(kind)), kind)
    if kind is bool:
        return ""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    if kind is int:
        return f"whole number, {one.min} to {one.max}" if one.max is not None else f"whole number from {one.min}"
    return {Path: "path", date: "date", str: "text", Decimal: "amount"}[kind]


def main() -> None:
    """Write every page."""
    for name, text in (pages() | {f"rules/{name}": text for name, text in of_rules().items()}).items():
        (DOCS / "reference" / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / "reference" / name).write_text(text, "utf-8")
        sys.stdout.write(f"docs/reference/{name}\n")


if __name__ == "__main__":
    main()
