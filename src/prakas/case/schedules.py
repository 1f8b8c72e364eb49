"""A schedule out of what a household knows: its lines where the paper is held, else payment, number and frequency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, localcontext

from prakas.case.form import MARKS
from prakas.case.record import Line, weakest
from prakas.facts import moved

REBUILT = "rebuilt"  # the tape's word for a row made from terms
MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6}
DAYS = {"weekly": 7, "biweekly": 14}
MOST = 600  # instalments of a household's loan


@dataclass(frozen=True)
class Due:
    """One instalment, in hundredths, and how it is known: document, photo, told or rebuilt."""

    number: int
    due_on: date
    principal: int
    interest: int
    fee: int
    evidence: str

    @property
    def total(self) -> int:
        """Principal, interest and fee."""
        return self.principal + self.interest + self.fee


def evidence_of(*marks: str, is_made: bool) -> str:
    """Return the tape's evidence for a row: ``told`` stays told; what is made of firmer values is ``rebuilt``.

    >>> evidence_of("document", "photo", is_made=True), evidence_of("document", "told", is_made=True)
    ('rebuilt', 'told')
    """
    mark = weakest(marks)
    return REBUILT if is_made and mark != MARKS[-1] else mark


def stepped(start: date, frequency: str, steps: int) -> date:
    """Return the day so many payments after a day. KeyError for a frequency without a step."""
    return moved(start, MONTHS[frequency] * steps) if frequency in MONTHS else start + timedelta(DAYS[frequency] * steps)


def schedule_of(debt: Line, lines: Sequence[Line], opening: int, start: date, unit: int) -> tuple[Due, ...]:
    """Return the instalments of a debt, by number; empty where what is known does not make a schedule.

    `opening` is what the instalments pay back, `start` the day it was handed out or restructured, `unit` what lenders round to.
    Lines of the schedule go before payment and number. Where a line says only its total, principal and interest are parted at
    the one rate that makes the lines pay back the opening balance: arithmetic, marked as rebuilt.
    """
    if lines:
        return _from_lines(lines, opening, start, unit)
    payment, count, frequency = (debt.value(name) for name in ("payment", "payments", "frequency"))
    if not (isinstance(payment, int) and isinstance(count, int) and isinstance(frequency, str)) or not 0 < count <= MOST:
        return ()
    days = _days(debt, start, frequency, count)
    if not days or payment * count < opening:
        return ()
    used = [n for n in ("payment", "payments", "frequency", "first_due_on", "received_on", "signed_amount") if debt.value(n)]
    evidence = evidence_of(debt.mark(*used), is_made=True)
    parts = parted([payment] * count, days, opening, start, unit)
    return tuple(Due(k, day, p, i, 0, evidence) for k, (day, (p, i)) in enumerate(zip(days, parts, strict=True), 1))


def _days(debt: Line, start: date, frequency: str, count: int) -> list[date]:
    first, last = debt.value("first_due_on"), debt.value("last_due_on")
    if frequency == "at_maturity":
        return [last] if count == 1 and isinstance(last, date) and last > start else []
    if isinstance(first, date):
        return [stepped(first, frequency, k) for k in range(count)]
    return [stepped(start, frequency, k + 1) for k in range(count)]


def _from_lines(lines: Sequence[Line], opening: int, start: date, unit: int) -> tuple[Due, ...]:
    rows = sorted(lines, key=lambda line: (str(line.value("due_on")), int(str(line.value("number")))))
    known = [_amounts(line) for line in rows]
    if any(amount is None for amount in known):
        totals = [_total(line) for line in rows]
        if any(total is None for total in totals):
            return ()
        days = [_day(line) for line in rows]
        fees = [_money(line, "fee") or 0 for line in rows]
        nets = [int(total or 0) - fee for total, fee in zip(totals, fees, strict=True)]
        if sum(nets) < opening:
            return ()
        parts = parted(nets, days, opening, start, unit)
        return tuple(
            Due(int(str(line.value("number"))), day, p, i, fee, evidence_of(line.mark(), is_made=True))
            for line, day, (p, i), fee in zip(rows, days, parts, fees, strict=True)
        )
    return tuple(
        Due(int(str(line.value("number"))), _day(line), *amounts, evidence_of(line.mark(), is_made=False))
        for line, amounts in zip(rows, known, strict=True)
        if amounts is not None
    )


def _day(line: Line) -> date:
    day = line.value("due_on")
    if not isinstance(day, date):  # the form requires it, so a line without it was not read
        raise TypeError(line.number)
    return day


def _money(line: Line, name: str) -> int | None:
    value = line.value(name)
    return value if isinstance(value, int) else None


def _amounts(line: Line) -> tuple[int, int, int] | None:
    """Return principal, interest and fee where two of the three amounts of a line give the third."""
    principal, interest, fee, total = (_money(line, name) for name in ("principal", "interest", "fee", "total"))
    fee = fee or 0
    if principal is None and interest is not None and total is not None:
        principal = total - interest - fee
    if interest is None and principal is not None and total is not None:
        interest = total - principal - fee
    if principal is None or interest is None or min(principal, interest) < 0:
        return None
    return principal, interest, fee


def _total(line: Line) -> int | None:
    amounts = _amounts(line)
    return _money(line, "total") if amounts is None else sum(amounts)


def parted(totals: Sequence[int], days: Sequence[date], opening: int, start: date, unit: int) -> list[tuple[int, int]]:
    """Return (principal, interest) of each payment at the one daily rate that pays back the opening balance.

    The interest of a payment is what the balance earned since the one before, down to the unit; the last takes what is left.
    ``totals`` add up to no less than ``opening``. Principal adds up to the opening balance exactly.
    """
    rate = daily_rate(totals, [(day - start).days for day in days], opening)
    parts: list[tuple[int, int]] = []
    balance, since = opening, start
    with localcontext() as context:
        context.prec = 40
        for k, (total, day) in enumerate(zip(totals, days, strict=True)):
            earned = Decimal(balance) * ((1 + rate) ** (day - since).days - 1)
            interest = min(total, max(0, unit * int(earned // unit)))  # down, so that the last payment is never short
            principal = balance if k == len(totals) - 1 else min(balance, total - interest)
            parts.append((principal, total - principal))
            balance -= principal
            since = day
    return parts


def daily_rate(totals: Sequence[int], days: Sequence[int], opening: int) -> Decimal:
    """Return the daily rate at which payments so many days later are worth the opening balance; 0 where they add up to it.

    >>> round(daily_rate([1100], [1], 1000), 6)
    Decimal('0.100000')
    """
    with localcontext() as context:
        context.prec = 40
        low, high = Decimal(0), Decimal(1)
        for _ in range(100):
            middle = (low + high) / 2
            worth = sum((total / (1 + middle) ** day for total, day in zip(totals, days, strict=True)), Decimal(0))
            low, high = (middle, high) if worth > opening else (low, middle)
        return low if sum(totals) > opening else Decimal(0)
