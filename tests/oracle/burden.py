"""What a borrower owes over all lenders of a run, and the notices on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.oracle import law
from tests.oracle.book import Book, Figures, money
from tests.oracle.days import half_up, plus_months
from tests.oracle.evidence import of_loan, strongest, weaker
from tests.oracle.hits import Finding, Hit
from tests.oracle.money import NoRateError, riel
from tests.oracle.provision import written_off
from tests.oracle.reader import Loan, Row

Place = tuple[date, bytes, bytes]  # disbursed, lender, loan: the order of one borrower's loans


@dataclass(frozen=True)
class Debt:
    """One loan of a borrower, disbursed by the day."""

    book: Book
    figures: Figures
    place: Place

    @property
    def is_open(self) -> bool:
        """Something is outstanding, and it is on the books; a loan of which that is not known is not open."""
        return bool(self.figures.position.outstanding) and not written_off(self.figures.loan, self.book.day)

    @property
    def repaid_on(self) -> date | None:
        """The day on which it was repaid, where that is known."""
        return self.figures.position.repaid_on

    @property
    def due_next_month(self) -> int | None:
        """What falls due after the day and up to a month later; None without a schedule."""
        return due_next_month(self.figures, self.book.day)

    def in_riel(self, amount: int | None) -> int | None:
        """Return an amount in hundredths of riel, None without a rate."""
        try:
            return None if amount is None else riel(amount, self.figures.loan.row["currency"], self.book.rates)
        except NoRateError:
            return None


@dataclass
class Borrower:
    """A person with a loan disbursed by the day, and the rows that tell something of the person."""

    id: str
    debts: list[Debt] = field(default_factory=list)
    told: list[Row] = field(default_factory=list)

    @property
    def open_debts(self) -> list[Debt]:
        return [debt for debt in self.debts if debt.is_open]

    @property
    def income(self) -> int | None:
        """The highest monthly income of the household that any lender assessed."""
        return max((row["monthly_income_khr"] for row in self.told if row.get("monthly_income_khr") is not None), default=None)


def due_next_month(f: Figures, day: date) -> int | None:
    """Return principal, interest and fee due after a day and within a calendar month of it."""
    if f.position.outstanding == 0:
        return 0
    if f.schedule is None:
        return None
    return sum(i.total for i in f.schedule.installments if day < i.due_on <= plus_months(day, 1))


def borrowers_of(books: Sequence[Book]) -> list[Borrower]:
    """Return everybody with a loan disbursed by the day, by id."""
    people: dict[str, Borrower] = {}
    tapes = {id(book.tape): book.tape for book in books}
    for book in books:
        for f in book.figures:
            name = f.loan.row.get("borrower_id")
            if name:
                place = f.loan.row["disbursed_on"], *(part.encode() for part in f.loan.key)
                people.setdefault(name, Borrower(name)).debts.append(Debt(book, f, place))
    for tape in tapes.values():
        for row in tape.tables.get("borrowers", []):
            if row["borrower_id"] in people:
                people[row["borrower_id"]].told.append(row)
    return [people[name] for name in sorted(people)]


def _known(amounts: Sequence[int | None]) -> int:
    return sum(amount for amount in amounts if amount is not None)


def _above_income(person: Borrower) -> Iterator[Hit]:
    due = _known([debt.in_riel(debt.due_next_month) for debt in person.open_debts])
    if person.income is not None and due > person.income:
        bases = [basis for d in person.open_debts for basis in (d.figures.position.basis, d.figures.schedule_basis) if basis]
        for lender in sorted({debt.book.id for debt in person.open_debts}):
            yield Hit("burden.due_above_income", lender, person.id, "", weaker(*bases))


def _repaid_that_month(person: Borrower, debt: Debt) -> Debt | None:
    """Return the earlier loan of the person that was repaid last in the month in which this one was disbursed."""
    since = debt.figures.loan.row["disbursed_on"]
    repaid = [(o.repaid_on, o.place, o) for o in person.debts if o.place < debt.place and o.repaid_on is not None]
    same = [one for one in repaid if (one[0].year, one[0].month) == (since.year, since.month)]
    return max(same)[-1] if same else None


def _rolled_over(person: Borrower) -> Iterator[Hit]:
    for debt in person.debts:
        loan, other = debt.figures.loan, _repaid_that_month(person, debt)
        if other is not None:
            basis = weaker(other.figures.position.basis, of_loan(loan))
            yield Hit("burden.rolled_over", debt.book.id, loan.row["loan_id"], "", basis, None, other.repaid_on)


def _larger_than(book: Book, f: Figures) -> Loan | None:
    """Return the loan of the same lender and currency that a loan repays, where the loan is larger than 130 % of it."""
    row, day = f.loan.row, f.loan.row["disbursed_on"]
    repaid = next((loan for loan in book.all_loans if loan.row["loan_id"] == row.get("refinances")), None)
    if repaid is None or repaid.row["currency"] != row["currency"] or day < law.REFINANCED_FROM:
        return None
    return repaid if 100 * row["principal"] > law.REFINANCED_PERCENT * repaid.row["principal"] else None


def _refinanced(book: Book) -> Iterator[Hit]:
    for f in book.figures:
        repaid = _larger_than(book, f)
        if repaid is not None:
            is_there = repaid.row["disbursed_on"] <= book.day  # of a loan still to come only its own row is looked at
            other = of_loan(repaid) if is_there else strongest([repaid.row])
            yield Hit("burden.refinanced_larger", book.id, f.loan.row["loan_id"], "", weaker(of_loan(f.loan), other))


def burden_of(books: Sequence[Book], people: Sequence[Borrower]) -> dict[Finding, Hit]:
    """Return the notices on borrowers and on loans that replace others."""
    hits = [hit for person in people for hit in (*_above_income(person), *_rolled_over(person))]
    hits += [hit for book in books for hit in _refinanced(book)]
    return {hit[:4]: hit for hit in hits}


def _lowest(values: Sequence[str | None], order: Sequence[str] = ()) -> str | None:
    known = [value for value in values if value]
    return min(known, key=lambda v: order.index(v) if order else v, default=None)


def borrower_columns(person: Borrower, day: date) -> dict[str, Any]:
    """Return the columns of borrowers.parquet for one person."""
    debts = person.open_debts
    dark = [d for d in person.debts if d.figures.position.outstanding is None and not written_off(d.figures.loan, day)]
    owed = [debt.in_riel(debt.figures.position.outstanding) for debt in debts]
    due = [debt.in_riel(debt.due_next_month) for debt in debts]
    whole, ratio = None not in due and not dark, None
    if person.income and whole:
        ratio = Decimal(half_up(_known(due) * 100 * 10**9, person.income)).scaleb(-9)
    larger = sum(_larger_than(debt.book, debt.figures) is not None for debt in person.debts)
    on_books = [debt for debt in person.debts if not written_off(debt.figures.loan, day)]
    nothing = bool(dark) and len(dark) == len(on_books)  # of no loan that may be open is the position known
    return {
        "borrower_id": person.id,
        "lenders": None if nothing else len({debt.book.id for debt in debts}),
        "loans": None if nothing else len(debts),
        "loans_without_position": len(dark),
        "outstanding_khr": money(None if nothing or None in owed else _known(owed)),
        "due_next_month_khr": money(None if nothing else _known(due)),
        "is_due_whole": whole,
        "monthly_income_khr": money(person.income),
        "due_to_income": ratio,
        "poverty": _lowest([row.get("poverty") for row in person.told], ("idpoor1", "idpoor2", "none")),
        "province": _lowest([(row.get("commune") or "")[:2] for row in person.told]),
        "rolled_over": sum(_repaid_that_month(person, debt) is not None for debt in person.debts),
        "refinanced_larger": larger if day >= law.REFINANCED_FROM else None,
    }
