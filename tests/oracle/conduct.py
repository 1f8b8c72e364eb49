"""Conduct in recovery: what a loan's collection log and its payments tell, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from tests.oracle import law
from tests.oracle.evidence import of_loan
from tests.oracle.hits import Hit

if TYPE_CHECKING:
    from tests.oracle.book import Book
    from tests.oracle.reader import Loan


def log_known(book: Book, loan: Loan) -> bool:
    """Return whether the whole collection log of a loan is there."""
    return book.tape.has("recovery") and "recovery" not in loan.returned and not (book.part and not loan.recovery)


def steps(loan: Loan, day: date, *kinds: str) -> list[date]:
    """Return the days of some steps in a loan's log up to a day, earliest first."""
    return sorted(row["happened_on"] for row in loan.recovery if row["step"] in kinds and row["happened_on"] <= day)


def land_money(loan: Loan, day: date) -> dict[date, int]:
    """Return the days up to a day on which more came from the sale of land than was undone, each with its sum in hundredths.

    Nothing is known of the payments of a loan of which one was returned.
    """
    sums: dict[date, int] = {}
    for row in [] if "payments" in loan.returned else loan.payments:
        if row.get("source") == "land_sale" and row["paid_on"] <= day:
            paid = row["principal"] + row["interest"] + (row.get("fee") or 0) + (row.get("penalty") or 0)
            sums[row["paid_on"]] = sums.get(row["paid_on"], 0) + paid
    return {on: paid for on, paid in sums.items() if paid > 0}


def _before(days: list[date], limit: date) -> bool:
    """Return whether one of some days came by another one, that day itself counted."""
    return any(one <= limit for one in days)


def conduct_of_loan(loan: Loan, day: date, basis: str) -> Iterator[Hit]:
    """Yield what is found of one loan whose log is known."""
    name, lender = loan.row["loan_id"], loan.key[0]
    money = land_money(loan, day)
    judged, filed, threatened = (steps(loan, day, kind) for kind in ("judgment", "court_filing", "threat"))
    sales = sorted({*steps(loan, day, "land_sold_by_borrower"), *money})

    def first(rule: str, days: list[date], from_day: date, wrong: Callable[[date], bool]) -> Iterator[Hit]:
        found = [on for on in days if on >= from_day and wrong(on)]
        if found:
            sums = [money[on] for on in found if on in money]
            yield Hit(rule, lender, name, "", basis, sum(sums) if sums and days is sales else None, found[0])

    yield from first("conduct.land_sold", sales, law.LETTER, lambda on: not _before(judged, on))
    yield from first("conduct.coerced_sale", sales, law.INDUSTRY_CODE_FROM, lambda on: _before(threatened, on))
    taken = steps(loan, day, "title_taken")
    yield from first("conduct.title_taken", taken, law.LETTER, lambda on: not _before(judged, on) and not _before(filed, on))
    forced = steps(loan, day, "enforcement", "land_sold_by_lender")
    yield from first("conduct.enforced", forced, law.LETTER, lambda on: not _before(judged, on))


def demands(book: Book) -> Iterator[Hit]:
    """Yield what is found against the letter and the industry's code."""
    for f in book.figures:
        if log_known(book, f.loan):
            yield from conduct_of_loan(f.loan, book.day, of_loan(f.loan))


def pressure(book: Book) -> Iterator[Hit]:
    """Yield the notices of local authorities and threats, on any date."""
    for f in book.figures:
        for kind in ("local_authority", "threat") if log_known(book, f.loan) else ():
            days = steps(f.loan, book.day, kind)
            if days:
                yield Hit("conduct.pressure", book.id, f.loan.row["loan_id"], kind, of_loan(f.loan), None, days[0])
