"""What the audit says of the debts of some cases: the figures of each loan, and every rule's word on it."""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from prakas.audit import Options, audit
from prakas.case.conversion import CaseTape, tape_of
from prakas.case.record import Case
from prakas.rules import Rule

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk that is no disk: what lies there is gone with the power


@dataclass(frozen=True)
class Word:
    """One rule on one loan: found, sound or not assessed (then what is missing), with what it compared."""

    rule_id: str
    standing: str
    state: str
    missing: str | None
    amount: int | None
    currency: str | None
    basis: str | None
    confidence: str | None
    citation: str | None
    note: str | None


@dataclass
class Assessed:
    """One subject once audited: every rule's word on it, and the findings with their sentences."""

    words: dict[str, list[Word]] = field(default_factory=lambda: defaultdict(list))
    findings: dict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class Assessment:
    """The audit of some cases on a day: the tape made of them, its loans, and what came of each subject.

    `loans` holds the rows of loans.parquet by loan_id; `subjects` is keyed by kind (loan, collateral, title) and id.
    """

    day: date
    tape: CaseTape
    loans: Mapping[str, Mapping[str, Any]]
    subjects: Mapping[tuple[str, str], Assessed]

    def of(self, kind: str, subject: str) -> Assessed:
        """Return what came of a subject; nothing where no rule covered it."""
        return self.subjects.get((kind, subject), Assessed())


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder that only we can read, in memory where the machine has such a place, and take it away at the end."""
    place = IN_MEMORY if IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="prakas-", dir=place) as name:
        yield Path(name)


def assessment_of(cases: Sequence[Case], day: date, law: Path | None = None) -> Assessment:
    """Return the audit of some cases on a day. Raises PrakasError, as the audit does; writes nothing that stays."""
    tape = tape_of(cases, may_stand_in=True)
    subjects: defaultdict[tuple[str, str], Assessed] = defaultdict(Assessed)
    if not tape.tables.get("loans"):
        return Assessment(day, tape, {}, {})

    def heard(rule: Rule, rows: Any) -> None:
        for row in rows.to_pylist():
            word = Word(rule.id, rule.standing, **{name: row[name] for name in Word.__annotations__ if name in row})
            subjects[row["subject_kind"] or rule.subject_kind, row["subject"]].words[rule.id].append(word)

    with private_folder() as folder:
        filed = folder / "tape"
        filed.mkdir()
        tape.write(filed)
        audit([filed], folder / "audit", Options(day, law=law, witness=heard))
        loans = {row["loan_id"]: row for row in pq.read_table(folder / "audit" / "loans.parquet").to_pylist()}
        for row in pq.read_table(folder / "audit" / "findings.parquet").to_pylist():
            subjects[row["subject_kind"], row["loan_id"]].findings[row["rule_id"]].append(row)
    return Assessment(day, tape, loans, dict(subjects))
