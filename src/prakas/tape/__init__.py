"""Says what a loan tape is, and reads one into sealed Parquet: every row is kept, or returned with a reason."""

from __future__ import annotations

from prakas.tape.checking import check
from prakas.tape.counts import FileCount
from prakas.tape.edits import CLASSES, EDITS, Edit
from prakas.tape.intake import Refused
from prakas.tape.places import communes
from prakas.tape.proposal import proposed_mapping
from prakas.tape.pseudonym import Pseudonymized, normalized, pseudonymize
from prakas.tape.register import Filed
from prakas.tape.seal import Sealed, seal
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
from prakas.tape.template import write_template

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
    "Pseudonymized",
    "Refused",
    "Sealed",
    "Table",
    "check",
    "communes",
    "contract",
    "normalized",
    "proposed_mapping",
    "pseudonymize",
    "seal",
    "sealed_schema",
    "write_template",
]
