"""The schedule in force of a loan on a day: from rows, or rebuilt from terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.days import half_up, months_and_days, plus_months
from tests.oracle.reader import Loan, Row

MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6}
WEEKS = {"weekly": 7, "biweekly": 14}


@dataclass(frozen=True)
class Installment:
    """One instalment, money in hundredths."""

    number: int
    due_on: date
    principal: int
    interest: int
    fee: int = 0

    @property
    def total(self) -> int:
        return self.principal + self.interest + self.fee


@dataclass(frozen=True)
class Schedule:
    """A schedule in force: `basis` is computed or rebuilt; `start` is t0."""

    basis: str
    start: date
    restarted: bool
    installments: tuple[Installment, ...]

    @property
    def opening(self) -> int:
        return sum(i.principal for i in self.installments)


def starts(loan: Row, day: date) -> tuple[date, bool]:
    """Return t0 and whether the schedule was restarted by that day."""
    restarts = [d for d in (loan.get("restructured_on"), loan.get("schedule_from")) if d is not None and d <= day]
    return (max(restarts), True) if restarts else (loan["disbursed_on"], False)


def due_dates(start: date, matures_on: date, frequency: str) -> list[tuple[date, bool]]:
    """Return each due date and whether its period is a whole step."""
    if frequency == "at_maturity":
        return [(matures_on, False)]

    def step(n: int) -> date:
        return plus_months(start, MONTHS[frequency] * n) if frequency in MONTHS else start + timedelta(WEEKS[frequency] * n)

    dates = []
    n = 1
    while step(n) < matures_on:
        dates.append((step(n), True))
        n += 1
    return [*dates, (matures_on, step(n) == matures_on)]


def year_fraction(frequency: str, since: date, until: date, whole: bool) -> Fraction:
    """Return the part of a year that interest of one period counts."""
    if frequency == "at_maturity":
        months, days = months_and_days(since, until)
        return Fraction(months, 12) + Fraction(days, 365)
    if whole and frequency in MONTHS:
        return Fraction(MONTHS[frequency], 12)
    return Fraction((until - since).days, 365)


def annuity(balance: int, step_rate: Fraction, count: int) -> int:
    """Return the equal instalment that repays a balance, half up to the minor unit."""
    growth = (1 + step_rate) ** count
    value = balance * step_rate * growth / (growth - 1)
    return half_up(value.numerator, value.denominator)


def rebuild(loan: Row, start: date, opening: int) -> list[Installment]:
    """Return the instalments that the terms of a loan give from a day and a balance on."""
    frequency, flat = loan["frequency"], loan["rate_method"] == "flat"
    rate = Fraction(loan["nominal_rate"]) / 100
    dates = due_dates(start, loan["matures_on"], frequency)
    last = len(dates) - 1
    free_until = plus_months(start, loan.get("grace_months") or 0)
    bullet = loan["amortization"] == "at_maturity"
    pays = [i == last or (not bullet and due > free_until) for i, (due, _) in enumerate(dates)]
    count = sum(pays)
    equal = loan["amortization"] == "equal_installments" and not flat and rate != 0
    if equal:
        whole_step = Fraction(MONTHS[frequency], 12) if frequency in MONTHS else Fraction(WEEKS.get(frequency, 0), 365)
        payment = annuity(opening, rate * whole_step, count) if whole_step else 0
    rows = []
    balance, since = opening, start
    for i, (due, whole) in enumerate(dates):
        amount = (opening if flat else balance) * rate * year_fraction(frequency, since, due, whole)
        interest = half_up(amount.numerator, amount.denominator)
        if not pays[i]:
            principal = 0
        elif i == last:
            principal = balance
        elif equal:
            principal = min(max(payment - interest, 0), balance)
        else:
            principal = opening // count
        rows.append(Installment(i + 1, due, principal, interest))
        balance, since = balance - principal, due
    return rows


def schedule_on(loan: Loan, day: date) -> Schedule | None:
    """Return the schedule in force on a day, or None where none is known."""
    row = loan.row
    if any(row.get(name) is not None and row[name] > day for name in ("restructured_on", "schedule_from")):
        return None
    if "installments" in loan.returned:
        return None
    start, restarted = starts(row, day)
    if loan.installments:
        rows = [
            Installment(r["number"], r["due_on"], r["principal"], r["interest"], r.get("fee") or 0) for r in loan.installments
        ]
        rows.sort(key=lambda i: (i.due_on, i.number))
        return Schedule("computed", start, restarted, tuple(rows))
    if any(row.get(name) is None for name in ("nominal_rate", "rate_method", "frequency", "amortization")):
        return None
    opening = row.get("restructured_balance") if restarted else row["principal"]
    if opening is None or row["matures_on"] <= start:
        return None
    return Schedule("rebuilt", start, restarted, tuple(rebuild(row, start, opening)))
