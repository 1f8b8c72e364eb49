"""audit.json: what was audited, by which rules, and what came out; enough to repeat the run to the byte."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

import prakas
from prakas.audit.options import Options
from prakas.rules import FOUND, NOT_ASSESSED, SOUND, Rule, Setting
from prakas.tape import Sealed


@dataclass(frozen=True)
class Tally:
    """What one rule came to. covered = found + sound + not_assessed, counted in subjects; reasons in rows."""

    standing: str
    found: int
    sound: int
    not_assessed: int
    reasons: dict[str, int]

    @property
    def covered(self) -> int:
        """How many subjects the rule covers."""
        return self.found + self.sound + self.not_assessed

    @classmethod
    def of(cls, rule: Rule, rows: pa.Table, subjects: pa.Table) -> Tally:
        """Return the tally of a rule from its rows counted by state and lack, and its subjects counted by state."""
        counts: Counter[str] = Counter()
        for state, count in zip(subjects["state"].to_pylist(), subjects["rows"].to_pylist(), strict=True):
            counts[state] += count
        why = {row["missing"]: row["rows"] for row in rows.to_pylist() if row["state"] == NOT_ASSESSED}
        return cls(rule.standing, counts[FOUND], counts[SOUND], counts[NOT_ASSESSED], why)

    def record(self) -> dict[str, Any]:
        """Return the tally as audit.json has it."""
        return {
            "standing": self.standing,
            "covered": self.covered,
            "not_assessed": self.not_assessed,
            "sound": self.sound,
            "found": self.found,
            "not_assessed_because": self.reasons,
        }


def _printed(name: str, value: int | None) -> Any:
    """Return a total as audit.json has it: money as text with two decimals, counts as numbers."""
    if value is None or not name.endswith("_khr"):
        return value
    return str((Decimal(value) / 100).quantize(Decimal("0.01")))


def tape_record(sealed: Sealed) -> dict[str, Any]:
    """Return what was read: each file with its hash and the count of its rows, edits, tapes refused, the register."""
    return {
        "files": [
            {
                "table": one.table,
                "tape": one.tape,
                "file": one.file,
                "sha256": one.sha256,
                "rows": one.rows,
                "kept": one.kept,
                "returned": one.returned,
                "taken_along": one.taken_along,
            }
            for one in sealed.files
        ],
        "edits": sealed.edit_count,
        "refused": [{"tape": one.tape, "sentence": one.sentence} for one in sealed.refused],
        "register": [vars(one) for one in sealed.register],
    }


def audit_record(
    options: Options,
    setting: Setting,
    sealed: Sealed,
    tallies: dict[str, Tally],
    totals: dict[str, Any],
    timings: dict[str, float],
) -> dict[str, Any]:
    """Return the content of audit.json. Only `engine` and `timings` may differ between two runs on the same input."""
    return {
        "audit_date": options.audit_date.isoformat(),
        "engine": options.engine,
        "prakas": prakas.__version__,
        "jurisdiction": options.pack.name,
        "options": {"standings": list(options.standings), "strict": options.is_strict},
        "tape": tape_record(sealed),
        "rulebook": {"version": setting.law.version, "hash": setting.law.hash, "confirmed": setting.law.confirmed},
        "tolerance_percent_points": setting.tolerance.value,
        "rules": {name: tally.record() for name, tally in tallies.items()},
        "totals": {name: _printed(name, value) for name, value in totals.items()},
        "timings": timings,
    }


def write_record(folder: Path, sealed: Sealed, record: dict[str, Any]) -> None:
    """Write audit.json, edits.csv and returned/ into the result."""
    shutil.copyfile(sealed.edits, folder / "edits.csv")
    if sealed.returned.is_dir():
        shutil.copytree(sealed.returned, folder / "returned")
    text = json.dumps(record, ensure_ascii=False, indent=1, default=str)
    (folder / "audit.json").write_text(text + "\n", "utf-8")
