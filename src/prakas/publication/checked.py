"""What `prakas check` says: files with their rows kept and returned, and the edits by what is wrong."""

from __future__ import annotations

import csv
from collections import Counter
from typing import Any

from prakas.publication.numbers import grouped


def check_lines(checked: Any) -> list[str]:
    """Return the outcome of a check as plain lines."""
    lines = [f"{'table':<14}{'rows':>12}{'kept':>12}{'returned':>12}  file"]
    for one in checked.files:
        lines.append(
            f"{one.table:<14}{grouped(str(one.rows)):>12}{grouped(str(one.kept)):>12}{grouped(str(one.returned)):>12}  {one.tape}/{one.file}"
        )
    lines += [f"Refused: {one.tape}: {one.sentence}" for one in checked.refused]
    lines += [f"Register: {one.institution_id}: {one.outcome}" for one in checked.register if one.outcome != "filed"]
    counts: Counter[tuple[str, str]] = Counter()
    with checked.edits.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts[row["rule_id"], row["sentence"]] += 1
    lines.append("")
    lines += [f"{rule}  {grouped(str(count)):>9}  {sentence}" for (rule, sentence), count in sorted(counts.items())]
    if not counts:
        lines.append("Nothing to say: every row can be used.")
    return lines
