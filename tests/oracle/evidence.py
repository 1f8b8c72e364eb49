"""How rows are known: no figure is stronger than the weakest row that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from tests.oracle.reader import Loan, Row

STRENGTH = ("reported", "rebuilt", "computed")  # weakest first
ALLOWS = {"told": "reported", "rebuilt": "rebuilt"}


def strongest(rows: Iterable[Row]) -> str:
    """Return the strongest basis that some rows allow."""
    return min((ALLOWS.get(row.get("evidence") or "", "computed") for row in rows), key=STRENGTH.index, default="computed")


def weaker(*bases: str | None) -> str | None:
    """Return the weakest basis of several; None where one is None."""
    known = [basis for basis in bases if basis is not None]
    return min(known, key=STRENGTH.index) if len(known) == len(bases) else None


def of_loan(loan: Loan) -> str:
    """Return the strongest basis that a loan's own row, its schedule, payments and charges allow."""
    return strongest([loan.row, *loan.installments, *loan.payments, *loan.charges])
