"""What a run was asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa

from prakas.jurisdictions import Pack, pack
from prakas.rules import STANDINGS, Rule

Progress = Callable[[str, int | None], None]
Witness = Callable[[Rule, pa.Table], None]


def quiet(step: str, rows: int | None) -> None:
    """Say nothing."""
    del step, rows


@dataclass(frozen=True)
class Options:
    """The audit date and everything that a user can choose."""

    audit_date: date
    engine: str = "duckdb"
    threads: int | None = None
    memory: str | None = None
    standings: tuple[str, ...] = STANDINGS
    is_strict: bool = False
    law: Path | None = None
    fx: Path | None = None
    register: Path | None = None
    answers: Path | None = None
    mapping: Path | None = None
    replace: bool = False
    country: Pack | None = None
    progress: Progress = quiet
    witness: Witness | None = None  # hears every rule with all the rows it covers, sound and not assessed too: for small tapes
    report: Callable[[Path], None] | None = None  # writes the pages for people into the finished tables' folder

    @property
    def pack(self) -> Pack:
        """The country's pack."""
        return self.country or pack()
