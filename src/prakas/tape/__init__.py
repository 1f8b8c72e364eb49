"""Says what a loan tape is, and reads one into sealed Parquet: every row is kept, or returned with a reason."""

from __future__ import annotations

from prakas.tape.counts import FileCount
from prakas.tape.edits import CLASSES, EDITS, Edit
from prakas.tape.intake import Refused
from prakas.tape.register import Filed
from prakas.tape.seal import Sealed, check, seal
from prakas.tape.tables import (
    ARROW,
    LARGEST_MONEY,
    LARGEST_RATE,
    MONEY_SCALE,
    PERCENT_SCALE,
    Column,
    Table,
    contract,
    sealed_schema,
)

__all__ = [
    "ARROW",
    "CLASSES",
    "EDITS",
    "LARGEST_MONEY",
    "LARGEST_RATE",
    "MONEY_SCALE",
    "PERCENT_SCALE",
    "Column",
    "Edit",
    "FileCount",
    "Filed",
    "Refused",
    "Sealed",
    "Table",
    "check",
    "contract",
    "seal",
    "sealed_schema",
]
