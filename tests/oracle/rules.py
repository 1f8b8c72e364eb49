"""The rules of section 2 as sets of findings: (rule_id, institution_id, subject_id, aspect)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from tests.oracle import law
from tests.oracle.book import Book
from tests.oracle.collateral import TITLES, rows_of, titles_held
from tests.oracle.days import plus_months
from tests.oracle.institution import Totals, above_all_in, held_after_repayment, required_standing
from tests.oracle.price import TOLERANCE, agreed_on, flat_as_lived, lower
from tests.oracle.provision import written_off
from tests.oracle.reader import Loan

Finding = tuple[str, str, str, str]
Hits = Iterator[Finding]


def _standing(book: Book, totals: Totals) -> Hits:
    standing, met = required_standing(book, totals)
    if book.status is None or standing in (None, "none"):
        return
    rank = law.STATUSES.index(book.status)
    if standing == "license":
        rule = "licensing.transition" if book.day <= law.TRANSITION_END else "licensing.required"
        needed = law.STATUSES.index("licensed")
    else:
        rule, needed = "registration.required", law.STATUSES.index("registered")
    if rank < needed:
        for condition in met:
            yield rule, book.id, "", condition


def _cessation(book: Book, totals: Totals) -> Hits:
    informed = book.row.get("informed_of_refusal_on")
    if informed is None:
        return
    last = plus_months(informed, law.CESSATION_MONTHS)
    for f in book.figures:
        if f.loan.row["disbursed_on"] > max(last, law.REGISTRATION_LAW - timedelta(1)):
            yield "registration.cessation", book.id, f.loan.row["loan_id"], ""


def _grades(book: Book, totals: Totals) -> Hits:
    for f in book.figures:
        name = f.loan.row["loan_id"]
        told = book.told(f.loan.row, "reported_class")
        if told is not None and f.grade is not None and law.GRADES.index(told) < law.GRADES.index(f.grade):
            yield "classification.grade", book.id, name, ""
        if f.provision.shortfall:
            yield "provisioning.shortfall", book.id, name, ""
        if f.suspense:
            yield "suspense.recognized", book.id, name, ""


def _prices(book: Book, totals: Totals) -> Hits:
    for f in book.figures:
        row, price = f.loan.row, f.price
        name = row["loan_id"]
        if price.ceiling is not None and book.bank is False:
            rate = row.get("nominal_rate")
            lived = lower(price.schedule_nominal, price.schedule_nominal_months)
            if (rate is not None and Decimal(rate) > price.ceiling) or (lived is not None and lived > price.ceiling + TOLERANCE):
                yield "price.nominal_ceiling", book.id, name, ""
        flat = row.get("rate_method") == "flat" or (f.schedule is not None and flat_as_lived(f.schedule, row["currency"]))
        if flat and book.bank is False and agreed_on(f.loan, book.day) >= law.FLAT_FROM:
            yield "price.flat_method", book.id, name, ""
        if book.day >= law.LETTER and above_all_in(f):
            yield "price.all_in_ceiling", book.id, name, ""


def _microloan(book: Book, loan: Loan) -> bool:
    declared = loan.row.get("is_microloan")
    return bool(declared) if declared is not None else (book.bank is False and loan.row.get("segment") != "sme")


def _taken(book: Book, totals: Totals) -> Hits:
    poor = {r["borrower_id"] for r in book.tape.tables.get("borrowers", []) if r.get("poverty") in ("idpoor1", "idpoor2")}

    def limbs(loan: Loan, subject: str) -> Hits:
        if loan.row.get("borrower_id") in poor:
            yield "collateral.title_taken_from_poor", book.id, subject, "idpoor"
        if _microloan(book, loan):
            yield "collateral.title_taken_from_poor", book.id, subject, "microloan"

    if not book.tape.has("collateral"):
        for f in book.figures:
            if book.told(f.loan.row, "title_kind") in TITLES and f.loan.row["disbursed_on"] > law.LETTER:
                yield from limbs(f.loan, f.loan.row["loan_id"])
        return
    for loan in book.all_loans:
        for row in rows_of(loan):
            taken, name = row["taken_on"], row["collateral_id"]
            if taken > book.day:
                continue
            if row["kind"] in TITLES and taken > law.LETTER:
                yield from limbs(loan, name)
            if row["kind"] == "id_paper" and taken >= law.ID_PAPERS_FROM:
                yield "collateral.forbidden_paper", book.id, name, ""
            if row["kind"] == "idpoor_card" and taken >= law.INDUSTRY_CODE_FROM:
                yield "collateral.poverty_card", book.id, name, ""


def _after_repayment(book: Book, totals: Totals) -> Hits:
    if book.tape.has("collateral"):
        for subject in held_after_repayment(book):
            yield "collateral.held_after_repayment", book.id, subject, ""


def _differs(book: Book, totals: Totals) -> Hits:
    rule = "reported.differs"
    for f in book.figures:
        if f.position.basis != "computed" or written_off(f.loan, book.day):  # a written-off loan is off the books
            continue
        pairs = (
            ("reported_outstanding", f.position.outstanding),
            ("reported_days_past_due", f.position.days_past_due),
            ("reported_class", f.grade),
        )
        for name, computed in pairs:
            told = book.told(f.loan.row, name)
            if told is not None and computed is not None and told != computed:
                yield rule, book.id, f.loan.row["loan_id"], name
    figures = (
        ("reported_portfolio_khr", totals.portfolio),
        ("reported_borrowers", totals.borrowers),
        ("reported_public_savings_khr", totals.public_savings),
        ("reported_depositors", totals.depositors),
        ("reported_titles_hard", totals.titles_hard),
        ("reported_titles_soft", totals.titles_soft),
    )
    for name, figure in figures:
        told = book.told(book.row, name)
        if told is not None and figure.complete and not figure.told and figure.value != told:
            yield rule, book.id, book.id, name


def pledged_twice(books: Sequence[Book]) -> set[Finding]:
    """Return one finding for each institution that holds a title which another one holds too."""
    holders: dict[str, set[str]] = {}
    for book in books:
        for title in titles_held(book.all_loans, book.day):
            if len(title.name) == 1:
                holders.setdefault(title.subject, set()).add(book.id)
    return {("collateral.pledged_twice", i, subject, "") for subject, ids in holders.items() if len(ids) > 1 for i in ids}


RULES: tuple[Callable[[Book, Totals], Hits], ...] = (_standing, _cessation, _grades, _prices, _taken, _after_repayment, _differs)


def findings_of(book: Book, totals: Totals) -> set[Finding]:
    """Return every finding that one institution's own tape gives."""
    found: set[Finding] = set()
    for rule in RULES:
        for rule_id, institution, subject, aspect in rule(book, totals):
            found.add((rule_id, institution, subject or institution, aspect))
    return found


__all__ = ["Finding", "findings_of", "pledged_twice"]
