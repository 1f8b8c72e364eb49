"""What a sample has, for the last words of the command and for SAMPLE.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SampleSummary:
    """What was written; amounts in riel."""

    folder: Path
    tapes: tuple[str, ...]
    institutions: int
    loans: int
    rows: Mapping[str, int]  # by table, over all tapes
    findings: Mapping[str, int]  # by rule, as the answer key has them
    errors: int  # rows that the reader must return
    portfolio_khr: int  # of the lenders that send loans
    par30_percent: float
