"""One institution's book on a day: each loan with its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle import law
from tests.oracle.collateral import TITLES, securing_rows, title_owners, titles_held
from tests.oracle.evidence import of_loan, strongest, weaker
from tests.oracle.money import rate_on
from tests.oracle.position import Position, position_on
from tests.oracle.price import Price, price_on
from tests.oracle.provision import Provision, grade_on, provision_on, restructured, written_off
from tests.oracle.reader import Loan, Row, Tape
from tests.oracle.schedule import Schedule, schedule_on


@dataclass
class Figures:
    """All that is computed of one loan disbursed by the day."""

    loan: Loan
    schedule: Schedule | None
    position: Position
    price: Price
    grade: str | None = None
    provision: Provision = field(default_factory=Provision)
    suspense: int | None = None
    titles: int | None = None
    security: str = "computed"  # the strongest basis that its security allows

    @property
    def schedule_basis(self) -> str | None:
        """What its prices rest on."""
        return None if self.schedule is None else weaker(self.schedule.basis, of_loan(self.loan))


@dataclass
class Book:
    """One institution with its loans on a day."""

    row: Row
    tape: Tape
    day: date
    rates: dict[str, Fraction | None]
    all_loans: list[Loan]  # those not yet disbursed too
    figures: list[Figures]
    has_payments: bool

    @property
    def id(self) -> str:
        return str(self.row["institution_id"])

    @property
    def closed(self) -> bool:
        """The day is the one on which this book was closed."""
        return self.row.get("as_of") in (None, self.day)

    @property
    def status(self) -> str | None:
        """The status where it is known on the day: that of the closed book, or one said to stand since before."""
        since, as_of = self.row.get("status_since"), self.row.get("as_of")
        stands = since is not None and since <= self.day and (as_of is None or as_of >= self.day)
        return str(self.row["status"]) if self.closed or stands else None

    @property
    def bank(self) -> bool | None:
        return None if self.status is None else not self.person and "bank" in (self.row["legal_form"], self.status)

    @property
    def person(self) -> bool:
        """A private person who lends: the texts bind institutions."""
        return bool(self.row["legal_form"] == "person")

    @property
    def part(self) -> bool:
        """Only some of the lender's loans are in the tape."""
        return self.row.get("is_whole_book") is False

    @property
    def licensed(self) -> bool:
        return self.status in ("licensed", "licensed_deposit_taking")

    def told(self, row: Row, name: str) -> Any:
        """Return a reported value, or None where the day is not that of the book."""
        return row.get(name) if self.closed else None


def open_book(row: Row, tape: Tape, day: date, fx: Sequence[Row]) -> Book:
    """Return an institution's book with positions and prices; grades and provisions come after all books are open."""
    loans = [loan for loan in tape.loans if loan.key[0] == row["institution_id"]]
    rates = {currency: rate_on(day, currency, tape.tables.get("fx", []), fx) for currency in ("USD", "THB")}
    book = Book(row, tape, day, rates, loans, [], False)
    here = [(loan, schedule_on(loan, day)) for loan in loans if loan.row["disbursed_on"] <= day]
    due = any(i.due_on < day for _, schedule in here if schedule for i in schedule.installments)
    book.has_payments = tape.has("payments") and (not due or any(loan.payments for loan in loans))
    for loan, schedule in here:
        kept = book.has_payments and not (book.part and not loan.payments)  # in a part of a book, what is there is what was kept
        position = position_on(loan, schedule, day, kept, book.closed)
        position = replace(position, basis=weaker(position.basis, of_loan(loan)))
        loan.part = book.part
        book.figures.append(Figures(loan, schedule, position, price_on(loan, schedule, day)))
    return book


def titles_of(book: Book, loan: Loan, day: date) -> int | None:
    """Return how many titles secure a loan on a day, or None where that is not known."""
    if not loan.tape.has("collateral") or (book.part and not loan.collateral):
        told = book.told(loan.row, "title_kind")
        return None if told is None else int(told in TITLES)
    if "collateral" in loan.returned:
        return None
    return len(titles_held([loan], day))


def finish_books(books: Sequence[Book], strict: bool) -> None:
    """Put grades, provisions, suspended interest and titles on the loans of all books."""
    if not books:
        return
    day = books[0].day
    owners = title_owners([(f.loan, f.position.outstanding) for book in books for f in book.figures], day)
    for book in books:
        for f in book.figures:
            f.titles = titles_of(book, f.loan, day)
            kind = None if book.person else book.bank  # no grid is made for a person
            f.grade = grade_on(f.loan, f.position, day, kind, book.licensed, strict)
            f.security = strongest(securing_rows(f.loan, owners, day))
            reported = None if written_off(f.loan, day) else book.told(f.loan.row, "reported_provision")
            f.provision = provision_on(f.loan, f.position, f.grade, owners, day, book.bank, reported, strict)
            if f.grade is not None and day >= law.SUSPENSE_FROM and not strict:
                bad = law.GRADES.index(f.grade) >= law.GRADES.index("substandard")
                f.suspense = book.told(f.loan.row, "reported_accrued_interest") if bad else 0


def money(minor: int | None) -> Decimal | None:
    return None if minor is None else Decimal(minor).scaleb(-2)


def loan_columns(book: Book, f: Figures) -> dict[str, Any]:
    """Return the columns of loans.parquet for one loan (confidence apart)."""
    row, p, v, c = f.loan.row, f.position, f.provision, f.price
    rate = row.get("nominal_rate")
    nine = Decimal("1e-9")
    return {
        "institution_id": book.id,
        "loan_id": row["loan_id"],
        "borrower_id": row.get("borrower_id"),
        "currency": row["currency"],
        "basis": p.basis,
        "outstanding_principal": money(p.outstanding),
        "arrears_principal": money(p.arrears_principal),
        "arrears_interest": money(p.arrears_interest),
        "days_past_due": p.days_past_due,
        "grade": f.grade,
        "reported_grade": book.told(row, "reported_class"),
        "provision_base": money(v.base),
        "provision_rate": None if v.rate is None else Decimal(v.rate).quantize(nine),
        "provision_required": money(v.required),
        "provision_reported": money(v.reported),
        "provision_shortfall": money(v.shortfall),
        "accrued_interest": money(p.accrued_interest),
        "interest_in_suspense": money(f.suspense),
        "nominal_rate": None if rate is None else Decimal(rate).quantize(nine),
        "schedule_rate_nominal": c.schedule_nominal,
        "schedule_rate_nominal_months": c.schedule_nominal_months,
        "all_in_rate_nominal": c.all_in_nominal,
        "all_in_rate_nominal_months": c.all_in_nominal_months,
        "all_in_rate_effective": c.all_in_effective,
        "all_in_rate_effective_months": c.all_in_effective_months,
        "rate_status": c.status,
        "ceiling": None if c.ceiling is None else Decimal(c.ceiling).quantize(nine),
        "excess_at_ceiling": money(c.excess),
        "is_written_off": written_off(f.loan, book.day),
        "is_restructured": restructured(f.loan, book.day),
        "titles_held": f.titles,
        "source_row": row["source_row"],
    }
