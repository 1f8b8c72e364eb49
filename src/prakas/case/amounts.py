"""Amounts of a debt that cannot all be right: cash and contract, schedule, payments, rate, receipts, fees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from prakas.case.debts import Debt, amount, cells, day, sum_of
from prakas.case.record import Line, Place
from prakas.tape import PERCENT_SCALE

Found = tuple[str, Iterable[Place]]

ALIKE = Decimal("0.01")  # two payments within this share are the same payment
FAR = Decimal("0.25")  # interest so much beside what the stated rate asks for, and 1 % of the loan besides, is far from it
# A period of each frequency as a share of a year.
SHARE_OF_YEAR = {
    "weekly": Decimal(7) / 365,
    "biweekly": Decimal(14) / 365,
    "monthly": Decimal(1) / 12,
    "quarterly": Decimal(1) / 4,
    "semiannual": Decimal(1) / 2,
}
PARTS = ("total", "principal", "interest", "fee", "penalty")


def amounts_at_odds(debt: Debt) -> Iterator[Found]:
    """Yield amounts of a debt that cannot all be right."""
    yield from _contract(debt)
    yield from _schedule(debt)
    yield from _payments(debt)
    yield from _rate(debt)
    yield from _receipts(debt)
    for fee in debt.fees:
        charged, returned = amount(fee, "amount"), amount(fee, "returned_amount")
        if charged is not None and returned is not None and returned > charged:
            yield "returned_above_fee", cells((fee,), "returned_amount", "amount")


def _contract(debt: Debt) -> Iterator[Found]:
    signed, cash = debt.amount("signed_amount"), debt.amount("cash_received")
    if signed is None or cash is None:
        return
    old = debt.amount("paid_to_old_loan")
    if cash + (old or 0) > signed:
        yield "cash_above_signed", debt.cells("cash_received", "signed_amount", "paid_to_old_loan")
        return
    if "fees" in debt.broken or not debt.fees or (debt.amount("refinances") is not None and old is None):
        return  # what is kept back and named by nobody is a lack, not a contradiction
    received = debt.day("received_on")
    kept = signed - cash - (old or 0)
    dated = [line for line in debt.fees if received and (on := day(line, "charged_on")) and on <= received]
    undated = [line for line in debt.fees if received is None or day(line, "charged_on") is None]
    least = sum(amount(line, "amount") or 0 for line in dated)
    most = least + sum(amount(line, "amount") or 0 for line in undated)
    if kept < least - debt.unit or kept > most + debt.unit:
        fees = cells((*dated, *undated), "amount")
        yield "upfront_fees_differ", (*debt.cells("signed_amount", "cash_received", "paid_to_old_loan"), *fees)


def _schedule(debt: Debt) -> Iterator[Found]:
    for line in debt.schedule:
        total, parts = amount(line, "total"), sum_of(line, "fee")
        if total is not None and parts is not None and debt.differs(total, parts):
            yield "schedule_line_differs", cells((line,), *PARTS[:4])
    if not debt.schedule or "schedule" in debt.broken:
        return
    principal = [amount(line, "principal") for line in debt.schedule]
    opening = "restructured_balance" if debt.is_restructured else "signed_amount"
    owed, known = debt.amount(opening), [part for part in principal if part is not None]
    if owed is not None and len(known) == len(principal) and debt.differs(sum(known), owed):
        code = "schedule_balance_differs" if debt.is_restructured else "schedule_principal_differs"
        yield code, (*debt.cells(opening), *cells(debt.schedule, "principal"))
    if debt.is_restructured:
        return
    payments, payment = debt.amount("payments"), debt.amount("payment")
    if payments is not None and payments != len(debt.schedule):
        yield "schedule_count_differs", (*debt.cells("payments"), *cells(debt.schedule, "number"))
    if payment is not None and debt.dues and not any(_alike(Decimal(total), Decimal(payment)) for total in debt.dues):
        yield "schedule_totals_differ", (*debt.cells("payment"), *_asked(debt.schedule))


def _asked(lines: Iterable[Line]) -> Iterator[Place]:
    """Yield the cells that say what each line asks for: its total, or its parts where it has none."""
    for line in lines:
        yield from cells((line,), *(("total",) if "total" in line.entries else PARTS[1:4]))


def _payments(debt: Debt) -> Iterator[Found]:
    cash, all_due = debt.amount("cash_received"), debt.all_due
    if cash is None or all_due is None or debt.is_restructured or all_due >= cash - debt.unit:
        return
    where = tuple(_asked(debt.schedule)) if debt.schedule else debt.cells("payment", "payments")
    yield "payments_below_cash", (*where, *debt.cells("cash_received"))


def _rate(debt: Debt) -> Iterator[Found]:
    stated, per, frequency = (debt.line.value(name) for name in ("stated_rate", "stated_rate_per", "frequency"))
    payment, count = debt.amount("payment"), len(debt.schedule) or debt.amount("payments")
    base = "signed_amount" if debt.amount("signed_amount") else "cash_received"
    principal, share = debt.amount(base), SHARE_OF_YEAR.get(str(frequency))
    if not isinstance(stated, int) or per is None or share is None or not (payment and count and principal):
        return
    if debt.is_restructured or _varies(debt):
        return  # one payment says nothing of the others
    a_year = Decimal(stated * (12 if per == "month" else 1)) / PERCENT_SCALE / 100
    level, flat = level_payments(Decimal(principal), count, a_year * share)
    places = debt.cells("stated_rate", "stated_rate_per", "rate_method", "payment", "payments", "frequency", base)
    method, paid = debt.line.value("rate_method"), Decimal(payment)
    if method == "declining" and _alike(paid, flat):
        if not _alike(paid, level):
            yield "declining_paid_as_flat", places
        return
    lowest, highest = (flat if method == "flat" else level), (level if method == "declining" else flat)
    interest, least, most = (each * count - principal for each in (paid, lowest, highest))
    if interest < least * (1 - FAR) - principal * ALIKE or interest > most * (1 + FAR) + principal * ALIKE:
        yield "rate_far_from_payments", places


def level_payments(principal: Decimal, count: int, rate: Decimal) -> tuple[Decimal, Decimal]:
    """Return the level payment at a rate a period, counted on the declining balance and flat.

    >>> [round(payment, 2) for payment in level_payments(Decimal(1000), 12, Decimal("0.015"))]
    [Decimal('91.68'), Decimal('98.33')]
    """
    flat = principal / count + principal * rate
    return (principal * rate / (1 - (1 + rate) ** -count) if rate else flat), flat


def _varies(debt: Debt) -> bool:
    """Whether the schedule asks for other amounts from line to line, the last one left out."""
    dues = debt.dues[:-1]
    return bool(dues) and not _alike(Decimal(min(dues)), Decimal(max(dues)))


def _alike(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= ALIKE * max(one, other)


def _receipts(debt: Debt) -> Iterator[Found]:
    for line in debt.receipts:
        total, parts = amount(line, "total"), sum_of(line, "fee", "penalty")
        if total is not None and parts is not None and debt.differs(total, parts):
            yield "receipt_parts_differ", cells((line,), *PARTS)
    same = defaultdict(list)
    for line in debt.receipts:
        said = tuple(line.value(name) for name in ("paid_on", *PARTS))
        if any(value is not None for value in said[1:]):
            same[said].append(line)
    for lines in same.values():
        if len(lines) > 1:
            yield "receipt_twice", cells(lines, "paid_on", *PARTS)
    all_due, paid = debt.all_due, debt.paid
    if all_due is None or paid is None or debt.is_restructured:
        return
    later = sum(amount(line, "amount") or 0 for line in debt.fees)
    if paid > (all_due + later) * (1 + ALIKE) + debt.unit:
        where = tuple(_asked(debt.schedule)) if debt.schedule else debt.cells("payment", "payments")
        yield "receipts_beyond_due", (*cells(debt.receipts, *PARTS), *where)
