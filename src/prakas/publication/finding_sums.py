"""What the page says of findings and edits: counts by rule, confidence and basis, and the first few of each rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

SHOWN = 20
# Institutions are few: all of their findings are kept, to say beside each one whether it falls short.
STANDING_RULES = ("registration.required", "licensing.required", "licensing.transition")
KEYS = ("rule_id", "confidence", "basis", "citation")


@dataclass
class RuleFindings:
    """The findings of one rule: how many, of which confidence, basis and citation, and the first few as they stand."""

    count: int = 0
    confidence: Counter[str] = field(default_factory=Counter)
    basis: Counter[str] = field(default_factory=Counter)
    citations: Counter[str] = field(default_factory=Counter)
    first: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class FindingSums:
    """All that the page says of findings. `short`: rule -> institutions that it found."""

    rules: dict[str, RuleFindings] = field(default_factory=dict)
    short: dict[str, set[str]] = field(default_factory=dict)

    def of(self, rule: str) -> RuleFindings:
        """Return what was found by a rule; nothing where it found nothing."""
        return self.rules.get(rule, RuleFindings())


def finding_sums(path: Path) -> FindingSums:
    """Return the sums over findings.parquet, read group by group."""
    found = FindingSums()
    with pq.ParquetFile(path) as file:
        for group in range(file.num_row_groups):
            _add(found, file.read_row_group(group))
    return found


def _add(found: FindingSums, rows: pa.Table) -> None:
    for row in rows.group_by(list(KEYS)).aggregate([([], "count_all")]).to_pylist():
        one = found.rules.setdefault(row["rule_id"], RuleFindings())
        count = row["count_all"]
        one.count += count
        for counter, name in ((one.confidence, "confidence"), (one.basis, "basis"), (one.citations, "citation")):
            if row[name]:
                counter[row[name]] += count
    for rule in pc.unique(rows["rule_id"]).to_pylist():
        one = found.rules[rule]
        if len(one.first) >= SHOWN and rule not in STANDING_RULES:
            continue
        mine = rows.filter(pc.equal(rows["rule_id"], rule))
        one.first += mine.slice(0, SHOWN - len(one.first)).to_pylist()
        if rule in STANDING_RULES:
            found.short.setdefault(rule, set()).update(mine["institution_id"].to_pylist())


def edit_sums(path: Path) -> list[dict[str, Any]]:
    """Return edits.csv as counts by code and table, with the sentence of the first: rule_id, table, sentence, count."""
    counts: Counter[tuple[str, str]] = Counter()
    sentences: dict[tuple[str, str], str] = {}
    columns = ["rule_id", "table", "sentence"]
    reader = pacsv.open_csv(
        path,
        parse_options=pacsv.ParseOptions(newlines_in_values=True),
        convert_options=pacsv.ConvertOptions(
            include_columns=columns, column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=False
        ),
    )
    for batch in reader:
        table = pa.Table.from_batches([batch])
        grouped = table.group_by(["rule_id", "table"], use_threads=False).aggregate([([], "count_all"), ("sentence", "first")])
        for row in grouped.to_pylist():
            key = (row["rule_id"], row["table"])
            counts[key] += row["count_all"]
            sentences.setdefault(key, row["sentence_first"])
    return [{"rule_id": r, "table": t, "sentence": sentences[r, t], "count": n} for (r, t), n in sorted(counts.items())]
