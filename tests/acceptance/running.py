"""One whole audit, what a reader of its files sees, and what the slow path says of the same tapes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from prakas.audit import Options, audit
from tests.oracle import Result
from tests.oracle.compare import (
    borrower_differences,
    differences,
    finding_differences,
    institution_differences,
    weight_differences,
)

# The figures of the acceptance, instead of a few cases of each kind.
FULL = bool(os.environ.get("PRAKAS_FULL"))


@dataclass(frozen=True)
class Seen:
    """A result as its reader sees it."""

    folder: Path

    @cached_property
    def record(self) -> dict[str, Any]:
        return json.loads((self.folder / "audit.json").read_text("utf-8"))

    def rows(self, table: str) -> list[dict[str, Any]]:
        return pq.read_table(self.folder / f"{table}.parquet").to_pylist()

    @cached_property
    def loans(self) -> dict[tuple[str, str], dict[str, Any]]:
        return {(row["institution_id"], row["loan_id"]): row for row in self.rows("loans")}

    @cached_property
    def institutions(self) -> dict[str, dict[str, Any]]:
        return {row["institution_id"]: row for row in self.rows("institutions")}

    @cached_property
    def findings(self) -> list[tuple[str, str, str, str]]:
        return [(r["rule_id"], r["institution_id"], r["loan_id"], r["aspect"]) for r in self.rows("findings")]


def audited(tapes: Path | Sequence[Path], out: Path, day: str | date, **options: Any) -> Seen:
    """Return what an audit of some tapes wrote."""
    on = day if isinstance(day, date) else date.fromisoformat(day)
    audit([tapes] if isinstance(tapes, Path) else list(tapes), out, Options(on, **options))
    return Seen(out)


def disagreements(seen: Seen, slow: Result) -> list[str]:
    """Return every difference of loans.parquet, institutions.parquet, borrowers.parquet and the findings from the slow path."""
    found = [f"loan {line}" for line in differences(seen.folder / "loans.parquet", slow)]
    found += [f"institution {line}" for line in institution_differences(seen.folder / "institutions.parquet", slow)]
    found += [f"borrower {line}" for line in borrower_differences(seen.folder / "borrowers.parquet", slow)]
    found += [f"finding {line}" for line in weight_differences(seen.folder / "findings.parquet", slow)]
    if len(set(seen.findings)) != len(seen.findings):
        found.append("a finding is there twice")
    return found + finding_differences(set(seen.findings), slow)


def written(folder: Path, tables: Mapping[str, str]) -> Path:
    """Write a tape from CSV text by table into a new folder, and return it."""
    folder.mkdir(parents=True)
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
