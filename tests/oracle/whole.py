"""The whole slow path: tapes and a day in; loans, institutions and findings out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle.book import finish_books, loan_columns, open_book
from tests.oracle.burden import borrower_columns, borrowers_of, burden_of
from tests.oracle.institution import institution_columns, totals_of
from tests.oracle.reader import CHILDREN, Key, mark_returned, read_rates, read_tapes
from tests.oracle.rules import Finding, Hit, findings_of, pledged_twice

Ids = Iterable["str | Key"]


@dataclass
class Result:
    """Rows sorted by institution_id, then id; hits by finding: (rule_id, institution_id, subject_id, aspect)."""

    loans: list[dict[str, Any]] = field(default_factory=list)
    institutions: list[dict[str, Any]] = field(default_factory=list)
    borrowers: list[dict[str, Any]] = field(default_factory=list)
    hits: dict[Finding, Hit] = field(default_factory=dict)

    @property
    def findings(self) -> set[Finding]:
        """The findings without what they rest on."""
        return set(self.hits)


def audit(
    tape_folder: Path,
    day: date,
    *,
    installments_returned: Ids = (),
    payments_returned: Ids = (),
    charges_returned: Ids = (),
    collateral_returned: Ids = (),
    recovery_returned: Ids = (),
    fx: Path | None = None,
    strict: bool = False,
) -> Result:
    """Return what the contract computes of a tape (or of a folder of tapes) on a day.

    The `*_returned` arguments name loans, by loan_id or by (institution_id, loan_id), of whose rows in that table some
    were held back. `fx` is a file of rates that goes before the tapes' own. `strict` leaves unsourced values out.
    """
    tapes = read_tapes(Path(tape_folder))
    returned = (installments_returned, charges_returned, payments_returned, collateral_returned, recovery_returned)
    for table, ids in zip(CHILDREN, returned, strict=True):
        mark_returned(tapes, table, ids)
    rates = read_rates(fx) if fx else []
    books = [open_book(row, tape, day, rates) for tape in tapes for row in tape.tables["institutions"]]
    books.sort(key=lambda book: book.id)
    finish_books(books, strict)
    people = borrowers_of(books)
    result = Result(hits=pledged_twice(books) | burden_of(books, people))
    result.borrowers = [borrower_columns(person, day) for person in people]
    totals = {book.id: totals_of(book) for book in books}
    for book in books:
        result.hits |= findings_of(book, totals[book.id])
    for book in books:
        result.institutions.append(institution_columns(book, totals[book.id], result.findings))
        result.loans += [loan_columns(book, f) for f in sorted(book.figures, key=lambda f: f.loan.row["loan_id"])]
    return result
