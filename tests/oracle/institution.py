"""An institution's totals on a day and the standing that they require."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from tests.oracle import law
from tests.oracle.book import Book, Figures, money
from tests.oracle.collateral import Title, titles_held
from tests.oracle.evidence import STRENGTH, strongest
from tests.oracle.money import riel_sum
from tests.oracle.price import TOLERANCE, lower
from tests.oracle.provision import restructured
from tests.oracle.roots import DIGITS


@dataclass(frozen=True)
class Figure:
    """A total with how sure it is: `complete` False means a lower bound. Riel in hundredths."""

    value: int | None = None
    complete: bool = False
    told: bool = False  # the lender's word, or built on it


@dataclass
class Totals:
    """An institution's totals."""

    portfolio: Figure = Figure()
    borrowers: Figure = Figure()
    loans: Figure = Figure()
    public_savings: Figure = Figure()
    all_savings: Figure = Figure()
    depositors: Figure = Figure()
    titles_hard: Figure = Figure()
    titles_soft: Figure = Figure()
    titles_basis: str | None = None
    titles_after_repayment: int | None = None
    par30: int | None = None
    par30_with_restructured: int | None = None
    sums: dict[str, int | None] = field(default_factory=dict)

    def condition(self, name: str) -> Figure:
        return {
            "portfolio": self.portfolio,
            "borrowers": self.borrowers,
            "public_savings": self.public_savings,
            "depositors": self.depositors,
        }[name]


def _told(book: Book, name: str) -> Figure:
    value = book.told(book.row, name)
    return Figure(value, value is not None, True)


def _in_portfolio(book: Book) -> list[Figures]:
    return [f for f in book.figures if f.loan.row.get("written_off_on") is None or f.loan.row["written_off_on"] > book.day]


def _khr(book: Book, pairs: Iterable[tuple[Figures, int | None]]) -> int | None:
    return riel_sum([(amount, f.loan.row["currency"]) for f, amount in pairs if amount is not None], book.rates)


def _credit(book: Book, totals: Totals) -> None:
    if not book.tape.has("loans"):
        totals.portfolio, totals.borrowers = _told(book, "reported_portfolio_khr"), _told(book, "reported_borrowers")
        return
    inside = _in_portfolio(book)
    known = [f for f in inside if f.position.outstanding is not None]
    if inside and not known:
        return
    complete = len(known) == len(inside)
    open_ones = [f for f in known if f.position.outstanding]
    portfolio = _khr(book, ((f, f.position.outstanding) for f in open_ones))
    told = any(f.position.basis == "reported" for f in book.figures)
    totals.portfolio = Figure(portfolio, complete and portfolio is not None, told)
    totals.loans = Figure(len(open_ones), complete)
    if all(f.loan.row.get("borrower_id") for f in open_ones):
        totals.borrowers = Figure(len({f.loan.row["borrower_id"] for f in open_ones}), complete, told)
    else:
        totals.borrowers = _told(book, "reported_borrowers")
    if all(f.position.days_past_due is not None for f in open_ones):
        late = [f for f in open_ones if (f.position.days_past_due or 0) > 30]
        both = [f for f in open_ones if (f.position.days_past_due or 0) > 30 or restructured(f.loan, book.day)]
        totals.par30 = _khr(book, ((f, f.position.outstanding) for f in late))
        totals.par30_with_restructured = _khr(book, ((f, f.position.outstanding) for f in both))


def _savings(book: Book, totals: Totals) -> None:
    if not book.tape.has("deposits"):
        totals.public_savings, totals.depositors = _told(book, "reported_public_savings_khr"), _told(book, "reported_depositors")
        return
    if not book.closed:
        return
    rows = [r for r in book.tape.tables["deposits"] if r["institution_id"] == book.id]

    def total(keep: Callable[[dict[str, Any]], bool]) -> Figure:
        value = riel_sum([(r["balance"], r["currency"]) for r in rows if keep(r)], book.rates)
        return Figure(value, value is not None)

    totals.public_savings = total(lambda r: r.get("kind") in (None, "voluntary"))
    totals.all_savings = total(bool)
    totals.depositors = Figure(len({r["depositor_id"] for r in rows if r["balance"] > 0}), True)


def _titles(book: Book, totals: Totals) -> None:
    if book.tape.has("collateral"):
        complete = not any("collateral" in loan.returned for loan in book.all_loans)
        titles = titles_held(book.all_loans, book.day)
        totals.titles_basis = strongest(row for t in titles for row in t.rows)
        told = totals.titles_basis == "reported"
        totals.titles_hard = Figure(sum(t.kind == "hard_title" for t in titles), complete, told)
        totals.titles_soft = Figure(sum(t.kind == "soft_title" for t in titles), complete, told)
        totals.titles_after_repayment = len(held_after_repayment(book))
        return
    kinds = [book.told(f.loan.row, "title_kind") for f in book.figures]
    if book.tape.has("loans") and (any(kinds) or (book.closed and not kinds)):
        totals.titles_hard = Figure(kinds.count("hard_title"), None not in kinds, True)
        totals.titles_soft = Figure(kinds.count("soft_title"), None not in kinds, True)
        totals.titles_basis = "reported"
    else:
        totals.titles_hard, totals.titles_soft = _told(book, "reported_titles_hard"), _told(book, "reported_titles_soft")
        if totals.titles_hard.complete or totals.titles_soft.complete:
            totals.titles_basis = "reported"


def held_after_repayment(book: Book) -> list[Title]:
    """Return the titles held on the day whose loans had nothing outstanding before it."""
    repaid = {id(f.loan) for f in book.figures if f.position.repaid_before}
    return [t for t in titles_held(book.all_loans, book.day) if all(id(loan) in repaid for loan in t.loans)]


def above_all_in(f: Figures) -> bool:
    """Return whether the all-in rate is above the ceiling of the loan's day by more than the tolerance."""
    rate = lower(f.price.all_in_nominal, f.price.all_in_nominal_months)
    return f.price.ceiling is not None and rate is not None and rate > f.price.ceiling + TOLERANCE


def totals_of(book: Book) -> Totals:
    """Return the totals of one institution; none where only a part of its book is there."""
    totals = Totals()
    if book.part:
        return totals
    _credit(book, totals)
    _savings(book, totals)
    _titles(book, totals)
    if book.tape.has("loans"):
        amounts: dict[str, Callable[[Figures], int | None]] = {
            "provision_required_khr": lambda f: f.provision.required,
            "provision_reported_khr": lambda f: f.provision.reported,
            "provision_shortfall_khr": lambda f: f.provision.shortfall,
            "interest_in_suspense_khr": lambda f: f.suspense,
            "excess_khr": lambda f: f.price.excess,
        }
        for name, amount in amounts.items():
            values = [(f, amount(f)) for f in book.figures]
            known = not values or any(v is not None for _, v in values)
            totals.sums[name] = _khr(book, values) if known else None
    return totals


def required_standing(book: Book, totals: Totals) -> tuple[str | None, list[str]]:
    """Return none, registration or license with the conditions met; None where that is not known."""
    if book.day < law.REGISTRATION_LAW or (book.bank is None and not book.person):
        return None, []
    if book.bank or book.person:
        return "none", []
    unknown = False
    for standing, limits in (("license", law.LICENSE), ("registration", law.REGISTRATION)):
        met = []
        for name in law.CONDITIONS:
            if name not in limits:
                continue
            figure = totals.condition(name)
            limit = limits[name] * (100 if name in ("portfolio", "public_savings") else 1)
            if figure.value is not None and figure.value >= limit:
                met.append(name)
            elif not figure.complete:
                unknown = True
        if met:
            return standing, met
    return (None if unknown else "none"), []


def _percent(part: int | None, whole: int | None) -> Decimal | None:
    if part is None or not whole:
        return None
    with localcontext(DIGITS):
        return (Decimal(part) * 100 / whole).quantize(Decimal("1e-9"), rounding=ROUND_HALF_UP)


def weakest_basis(book: Book) -> str | None:
    """Return the weakest basis of the positions; without a table of loans that of its totals, else of its savings."""
    if book.part:
        return None
    if not book.tape.has("loans"):
        told = [book.told(book.row, name) for name in ("reported_public_savings_khr", "reported_depositors")]
        if book.told(book.row, "reported_portfolio_khr") is not None:
            return "reported"
        if book.tape.has("deposits"):
            return "computed" if book.closed else None
        return "reported" if any(value is not None for value in told) else None
    if not book.figures:
        return "computed"  # there is the table, and it says none
    known = [f.position.basis for f in book.figures if f.position.basis is not None]
    return min(known, key=STRENGTH.index) if known else None


def institution_columns(book: Book, totals: Totals, findings: set[tuple[str, str, str, str]]) -> dict[str, Any]:
    """Return the columns of institutions.parquet."""
    standing, met = required_standing(book, totals)
    known = book.tape.has("loans") and not book.part
    mine = [f for f in findings if f[1] == book.id]
    portfolio = totals.portfolio.value
    whole = portfolio if known else None
    return {
        "institution_id": book.id,
        "name": book.row["name"],
        "status": book.status,
        "basis": weakest_basis(book),
        "required_standing": standing,
        "triggers": met,
        "portfolio_khr": money(portfolio),
        "borrowers": totals.borrowers.value,
        "public_savings_khr": money(totals.public_savings.value),
        "all_savings_khr": money(totals.all_savings.value),
        "depositors": totals.depositors.value,
        "loans": totals.loans.value,
        "par30": _percent(totals.par30, whole),
        "par30_with_restructured": _percent(totals.par30_with_restructured, whole),
        "par30_numerator_khr": money(totals.par30),
        "par30_with_restructured_numerator_khr": money(totals.par30_with_restructured),
        "par30_denominator_khr": money(whole),
        **{
            n: money(totals.sums.get(n))
            for n in ("provision_required_khr", "provision_reported_khr", "provision_shortfall_khr", "interest_in_suspense_khr")
        },
        "loans_above_ceiling": len({s for rule, _, s, _ in mine if rule == "price.nominal_ceiling"}) if known else None,
        "loans_above_ceiling_all_in": sum(above_all_in(f) for f in book.figures) if known else None,
        "excess_khr": money(totals.sums.get("excess_khr")),
        "titles_hard": totals.titles_hard.value,
        "titles_soft": totals.titles_soft.value,
        "titles_after_repayment": totals.titles_after_repayment,
        "titles_basis": totals.titles_basis,
        "is_whole_book": not book.part,
        "findings": len(mine),
    }


__all__ = [
    "Figure",
    "Totals",
    "above_all_in",
    "held_after_repayment",
    "institution_columns",
    "required_standing",
    "totals_of",
    "weakest_basis",
]
