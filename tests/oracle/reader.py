"""Tapes as plain rows: CSV in, dictionaries of typed values out. Only well-formed tapes."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Key = tuple[str, str]  # institution_id, loan_id


def minor(text: str) -> int:
    """Return money in whole hundredths."""
    value = Decimal(text) * 100
    if value != value.to_integral_value():
        raise ValueError("more than two places of money")
    return int(value)


_DATES = [
    "status_since",
    "as_of",
    "informed_of_refusal_on",
    "signed_on",
    "disbursed_on",
    "matures_on",
    "original_matures_on",
    "restructured_on",
    "schedule_from",
    "written_off_on",
    "due_on",
    "charged_on",
    "returned_on",
    "paid_on",
    "taken_on",
    "released_on",
    "valued_on",
    "on",
    "happened_on",
    "since",
    "until",
]
_MONEY = [
    "reported_portfolio_khr",
    "reported_public_savings_khr",
    "principal",
    "fees_upfront",
    "restructured_balance",
    "reported_outstanding",
    "reported_provision",
    "reported_accrued_interest",
    "interest",
    "fee",
    "penalty",
    "amount",
    "returned_amount",
    "value",
    "balance",
    "monthly_income_khr",
]
_INTEGERS = "reported_borrowers reported_depositors reported_titles_hard reported_titles_soft grace_months reported_days_past_due number birth_year"
_TYPES: dict[str, Callable[[str], Any]] = {
    **dict.fromkeys(_DATES, date.fromisoformat),
    **dict.fromkeys(_MONEY, minor),
    **dict.fromkeys(_INTEGERS.split(), int),
    "nominal_rate": Decimal,
    "khr": Decimal,
    "is_microloan": lambda text: {"true": True, "false": False}[text],
    "is_whole_book": lambda text: {"true": True, "false": False}[text],
    "valuation_accepted": lambda text: {"true": True, "false": False}[text],
}
CHILDREN = ("installments", "charges", "payments", "collateral", "recovery")


@dataclass
class Loan:
    """A row of `loans` with the rows of the other tables that belong to it."""

    row: Row
    tape: Tape
    installments: list[Row] = field(default_factory=list)
    charges: list[Row] = field(default_factory=list)
    payments: list[Row] = field(default_factory=list)
    collateral: list[Row] = field(default_factory=list)
    recovery: list[Row] = field(default_factory=list)
    returned: set[str] = field(default_factory=set)  # names of tables with returned rows of this loan
    part: bool = False  # only some of its lender's loans are in the tape, so a table holds what was kept

    @property
    def key(self) -> Key:
        return self.row["institution_id"], self.row["loan_id"]


@dataclass
class Tape:
    """One tape: its tables as rows; a table that has no file is not in `tables`."""

    name: str
    tables: dict[str, list[Row]]
    loans: list[Loan] = field(default_factory=list)

    def has(self, table: str) -> bool:
        """Return whether the tape has the file, even with no rows."""
        return table in self.tables


def _text(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")


def _rows(path: Path) -> list[Row]:
    rows = []
    for line, cells in enumerate(csv.DictReader(io.StringIO(_text(path), newline="")), start=2):
        row: Row = {name: _TYPES.get(name, str)(cell) if cell else None for name, cell in cells.items() if name}
        row["source_row"] = line
        rows.append(row)
    return rows


def read_tape(folder: Path) -> Tape:
    """Return one tape with each row of a loan's tables hung on its loan; orphans belong to no loan."""
    files = [f for f in sorted(folder.iterdir()) if f.name.endswith((".csv", ".csv.gz")) and f.name.split(".")[0] != "answer_key"]
    tape = Tape(folder.name, {f.name.split(".")[0]: _rows(f) for f in files})
    tape.loans = [Loan(row, tape) for row in tape.tables.get("loans", [])]
    by_key = {loan.key: loan for loan in tape.loans}
    by_id: dict[str, list[Loan]] = {}
    for loan in tape.loans:
        by_id.setdefault(loan.row["loan_id"], []).append(loan)
    for table in CHILDREN:
        for row in tape.tables.get(table, []):
            if row.get("institution_id"):
                owner = by_key.get((row["institution_id"], row["loan_id"]))
            else:
                named = by_id.get(row["loan_id"], [])
                owner = named[0] if len(named) == 1 else None
            if owner is not None:
                getattr(owner, table).append(row)
    return tape


def read_tapes(folder: Path) -> list[Tape]:
    """Return the tape in that folder, or the tapes in its folders in the order of their names."""
    if any((folder / f"institutions.csv{end}").exists() for end in ("", ".gz")):
        return [read_tape(folder)]
    return [tape for child in sorted(folder.iterdir()) if child.is_dir() for tape in read_tapes(child)]


def read_rates(path: Path) -> list[Row]:
    """Return the rows of a file of exchange rates."""
    return _rows(path)


def mark_returned(tapes: Iterable[Tape], table: str, loans: Iterable[str | Key]) -> None:
    """Note on loans, named by loan_id or by (institution_id, loan_id), that rows of a table were returned."""
    wanted = set(loans)
    for tape in tapes:
        for loan in tape.loans:
            if loan.key in wanted or loan.row["loan_id"] in wanted:
                loan.returned.add(table)
