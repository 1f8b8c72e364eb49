"""The rules of section 2 as findings, (rule_id, institution_id, subject_id, aspect), each with what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from tests.oracle import law
from tests.oracle.book import Book
from tests.oracle.collateral import TITLES, rows_of, titles_held
from tests.oracle.conduct import demands, pressure
from tests.oracle.days import plus_months
from tests.oracle.evidence import of_loan, strongest, weaker
from tests.oracle.hits import Finding, Hit
from tests.oracle.institution import Totals, above_all_in, held_after_repayment, required_standing, weakest_basis
from tests.oracle.price import TOLERANCE, agreed_on, flat_as_lived, lower
from tests.oracle.provision import written_off
from tests.oracle.reader import Loan

Hits = Iterator[Hit]


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
    savings = "computed" if book.tape.has("deposits") else "reported"
    figures = {
        "portfolio": "reported" if totals.portfolio.told else weakest_basis(book),
        "borrowers": "reported" if totals.borrowers.told else weakest_basis(book),
        **dict.fromkeys(("public_savings", "depositors"), savings),
    }
    if rank < needed:
        for condition in met:
            yield Hit(rule, book.id, "", condition, figures[condition])


def _cessation(book: Book, totals: Totals) -> Hits:
    informed = book.row.get("informed_of_refusal_on")
    if informed is None:
        return
    last = plus_months(informed, law.CESSATION_MONTHS)
    for f in book.figures:
        if f.loan.row["disbursed_on"] > max(last, law.REGISTRATION_LAW - timedelta(1)):
            yield Hit("registration.cessation", book.id, f.loan.row["loan_id"], "", "reported")


def _grades(book: Book, totals: Totals) -> Hits:
    for f in book.figures:
        name = f.loan.row["loan_id"]
        told = book.told(f.loan.row, "reported_class")
        if told is not None and f.grade is not None and law.GRADES.index(told) < law.GRADES.index(f.grade):
            yield Hit("classification.grade", book.id, name, "", f.position.basis)
        if f.provision.shortfall:
            yield Hit("provisioning.shortfall", book.id, name, "", weaker(f.position.basis, f.security))
        if f.suspense:
            yield Hit("suspense.recognized", book.id, name, "", "reported")


def _prices(book: Book, totals: Totals) -> Hits:
    for f in book.figures:
        row, price = f.loan.row, f.price
        name = row["loan_id"]
        if price.ceiling is not None and book.bank is False:
            rate = row.get("nominal_rate")
            lived = lower(price.schedule_nominal, price.schedule_nominal_months)
            stated = rate is not None and Decimal(rate) > price.ceiling
            if stated or (lived is not None and lived > price.ceiling + TOLERANCE):
                yield Hit(
                    "price.nominal_ceiling", book.id, name, "", "reported" if stated else f.schedule_basis, price.schedule_excess
                )
        flat = row.get("rate_method") == "flat" or (f.schedule is not None and flat_as_lived(f.schedule, row["currency"]))
        if flat and book.bank is False and agreed_on(f.loan, book.day) >= law.FLAT_FROM:
            basis = "reported" if row.get("rate_method") == "flat" else f.schedule_basis
            yield Hit("price.flat_method", book.id, name, "", basis, price.excess_at_rate)
        if book.day >= law.LETTER and above_all_in(f):
            yield Hit("price.all_in_ceiling", book.id, name, "", f.schedule_basis, price.excess)


def _microloan(book: Book, loan: Loan) -> bool:
    declared = loan.row.get("is_microloan")
    return bool(declared) if declared is not None else (book.bank is False and loan.row.get("segment") != "sme")


def _taken(book: Book, totals: Totals) -> Hits:
    poor = {r["borrower_id"] for r in book.tape.tables.get("borrowers", []) if r.get("poverty") in ("idpoor1", "idpoor2")}

    def limbs(loan: Loan, subject: str, basis: str) -> Hits:
        if loan.row.get("borrower_id") in poor:
            yield Hit("collateral.title_taken_from_poor", book.id, subject, "idpoor", basis)
        if _microloan(book, loan):
            yield Hit("collateral.title_taken_from_poor", book.id, subject, "microloan", basis)

    for f in book.figures:
        if book.tape.has("collateral") and not (book.part and not f.loan.collateral):
            continue
        if book.told(f.loan.row, "title_kind") in TITLES and f.loan.row["disbursed_on"] > law.LETTER:
            yield from limbs(f.loan, f.loan.row["loan_id"], "reported")
    if not book.tape.has("collateral"):
        return
    for loan in book.all_loans:
        if loan.row["disbursed_on"] > book.day:  # held, and judged once there is a loan
            continue
        for row in rows_of(loan):
            taken, name = row["taken_on"], row["collateral_id"]
            if taken > book.day:
                continue
            if row["kind"] in TITLES and taken > law.LETTER:
                yield from limbs(loan, name, strongest([row]))
            if row["kind"] == "id_paper" and taken >= law.ID_PAPERS_FROM:
                yield Hit("collateral.forbidden_paper", book.id, name, "", strongest([row]))
            if row["kind"] == "idpoor_card" and taken >= law.INDUSTRY_CODE_FROM:
                yield Hit("collateral.poverty_card", book.id, name, "", strongest([row]))


def _after_repayment(book: Book, totals: Totals) -> Hits:
    if book.tape.has("collateral"):
        for title in held_after_repayment(book):
            basis = weaker(strongest(title.rows), *(of_loan(loan) for loan in title.loans))
            yield Hit("collateral.held_after_repayment", book.id, title.subject, "", basis)


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
                yield Hit(rule, book.id, f.loan.row["loan_id"], name, f.position.basis)
    loans = weakest_basis(book)
    figures = (
        ("reported_portfolio_khr", totals.portfolio, loans),
        ("reported_borrowers", totals.borrowers, loans),
        ("reported_public_savings_khr", totals.public_savings, "computed"),
        ("reported_depositors", totals.depositors, "computed"),
        ("reported_titles_hard", totals.titles_hard, totals.titles_basis),
        ("reported_titles_soft", totals.titles_soft, totals.titles_basis),
    )
    for name, figure, basis in figures:
        told = book.told(book.row, name)
        if told is not None and figure.complete and not figure.told and figure.value != told:
            yield Hit(rule, book.id, book.id, name, basis)


def pledged_twice(books: Sequence[Book]) -> dict[Finding, Hit]:
    """Return one finding for each institution that holds a title which another one holds too."""
    holders: dict[str, dict[str, str]] = {}
    for book in books:
        for title in titles_held(book.all_loans, book.day):
            if len(title.name) == 1:
                holders.setdefault(title.subject, {})[book.id] = strongest(title.rows)
    found: dict[Finding, Hit] = {}
    for subject, bases in holders.items():
        for institution in bases if len(bases) > 1 else ():
            hit = Hit("collateral.pledged_twice", institution, subject, "", weaker(*bases.values()))
            found[hit[:4]] = hit
    return found


def _conduct(book: Book, totals: Totals) -> Hits:
    yield from demands(book)


def _pressure(book: Book, totals: Totals) -> Hits:
    yield from pressure(book)


Rule = Callable[[Book, Totals], Hits]
# The rules that stay for a private person: plain oddities, and no notice of what standing an institution needs.
NOTICES: tuple[Rule, ...] = (_differs, _pressure)
RULES: tuple[Rule, ...] = (_standing, _cessation, _grades, _prices, _taken, _after_repayment, _conduct, *NOTICES)


def findings_of(book: Book, totals: Totals) -> dict[Finding, Hit]:
    """Return every finding that one institution's own tape gives."""
    rules = RULES
    if book.person:
        rules = NOTICES if book.day >= law.INDUSTRY_CODE_FROM else (_after_repayment, *NOTICES)
    found: dict[Finding, Hit] = {}
    for rule in rules:
        for made in rule(book, totals):
            hit = made._replace(subject=made.subject or made.institution)
            found[hit[:4]] = hit
    return found


__all__ = ["Finding", "Hit", "findings_of", "pledged_twice"]
