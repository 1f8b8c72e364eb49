"""The rules with their standing, sentence and citation on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from prakas.audit import rules_on

NOTHING = {False: "no law: a plain oddity", True: "nothing in force on this day"}


def rule_table(day: date, law: Path | None = None) -> list[dict[str, Any]]:
    """Return one record a rule: id, standing, sentence in both languages, citations on that day, whether it covers that day."""
    return rules_on(day, law)


def rule_lines(table: list[dict[str, Any]]) -> list[str]:
    """Return the table as plain lines."""
    lines = []
    for row in table:
        lines.append(f"{row['rule_id']}  [{row['standing']}]  {'; '.join(row['citations']) or NOTHING[bool(row['parameters'])]}")
        lines.append(f"    {row['sentence']['en']}")
        lines.append(f"    {row['sentence']['km']}")
    return lines
