"""What a loan costs: its flows, its rates on two clocks, and what it costs beyond a ceiling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from tests.oracle import law
from tests.oracle.days import months_and_days
from tests.oracle.reader import Loan
from tests.oracle.roots import DIGITS, Flow, discounted, effective, nominal, solve
from tests.oracle.schedule import Schedule

TOLERANCE = Decimal(law.TOLERANCE)
Dated = dict[date, int]


@dataclass(frozen=True)
class Price:
    """Rates in percent with nine decimals, money in hundredths; None where not known."""

    schedule_nominal: Decimal | None = None
    schedule_nominal_months: Decimal | None = None
    all_in_effective: Decimal | None = None
    all_in_effective_months: Decimal | None = None
    all_in_nominal: Decimal | None = None
    all_in_nominal_months: Decimal | None = None
    status: str | None = None
    ceiling: int | None = None
    excess: int | None = None
    schedule_excess: int | None = None  # of principal and interest alone
    excess_at_rate: int | None = None  # the same beyond the rate that the contract states


def lower(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Return the lower of two figures; None where either is missing."""
    return None if one is None or other is None else min(one, other)


def agreed_on(loan: Loan, day: date) -> date:
    """Return the day the loan was agreed: signed, else disbursed, or restructured where that came later."""
    row = loan.row
    first: date = row.get("signed_on") or row["disbursed_on"]
    again: date | None = row.get("restructured_on")
    return max(first, again) if again is not None and again <= day else first


@lru_cache(maxsize=400_000)
def _month_clock(start: date, on: date) -> tuple[int, int]:
    return months_and_days(start, on)


def clock(flows: Dated, start: date, months: bool) -> list[Flow]:
    """Return flows in order of time on one of the two clocks."""
    days = sorted(flows)
    if months:
        return [(*_month_clock(start, d), flows[d]) for d in days]
    return [(0, (d - start).days, flows[d]) for d in days]


def received(loan: Loan, schedule: Schedule) -> int:
    """Return what the borrower gets on t0 before charges."""
    return schedule.opening if schedule.restarted else int(loan.row["principal"])


def schedule_flows(loan: Loan, schedule: Schedule) -> Dated:
    """Return the flows of principal and interest alone."""
    flows: Dated = {schedule.start: received(loan, schedule)}
    for i in schedule.installments:
        flows[i.due_on] = flows.get(i.due_on, 0) - i.principal - i.interest
    return flows


def all_in_flows(loan: Loan, schedule: Schedule, day: date) -> Dated | None:
    """Return the flows with fees, charges and compulsory savings, or None where fees are not known."""
    flows = schedule_flows(loan, schedule)

    def add(on: date, amount: int) -> None:
        flows[on] = flows.get(on, 0) + amount

    for i in schedule.installments:
        add(i.due_on, -i.fee)
    if "charges" in loan.returned:
        return None
    if not loan.tape.has("charges") or (loan.part and not loan.charges):
        fees = loan.row.get("fees_upfront")
        if fees is None or schedule.restarted:
            return None
        add(schedule.start, -fees)
        return flows
    for charge in loan.charges:
        on = charge["charged_on"]
        if charge["kind"] == "penalty" or on > day or (schedule.restarted and on < schedule.start):
            continue
        add(max(on, schedule.start), -charge["amount"])
        if charge["kind"] == "compulsory_saving":
            back = charge.get("returned_on")
            given = charge.get("returned_amount")
            amount = charge["amount"] if back is None or given is None else given
            add(max(schedule.start, back or loan.row["matures_on"]), amount)
    return flows


def excess_at(flows: Dated, start: date, rate: Decimal | None, limit: Decimal | int | None) -> int | None:
    """Return what is paid beyond a limit, valued on the first day, the lower of both clocks, half up.

    `rate` is the lower of the flows' rates: 0 unless it is above the limit and the tolerance, None where one of both is not known.
    """
    if rate is None or limit is None:
        return None
    if rate <= limit + TOLERANCE:
        return 0
    with localcontext(DIGITS):
        log = (1 + Decimal(limit) / 1200).ln() * 12
        values = [-discounted(clock(flows, start, months), log) for months in (False, True)]
        return int(min(values).to_integral_value(rounding=ROUND_HALF_UP))


def price_on(loan: Loan, schedule: Schedule | None, day: date) -> Price:
    """Return the price of a loan as known on a day."""
    ceiling = law.ceiling(agreed_on(loan, day))
    if schedule is None:
        return Price(ceiling=ceiling)
    start = schedule.start
    plain = schedule_flows(loan, schedule)
    statuses = []
    rates: list[Decimal | None] = []
    for months in (False, True):
        status, s = solve(clock(plain, start, months))
        statuses.append(status)
        rates.append(None if s is None else nominal(s))
    low = lower(rates[0], rates[1])
    alone = excess_at(plain, start, low, ceiling), excess_at(plain, start, low, loan.row.get("nominal_rate"))
    full = all_in_flows(loan, schedule, day)
    if full is None:
        return Price(rates[0], rates[1], status=statuses[0], ceiling=ceiling, schedule_excess=alone[0], excess_at_rate=alone[1])
    solved = [solve(clock(full, start, months)) for months in (False, True)]
    high = [None if s is None else effective(s) for _, s in solved]
    twelve = [None if s is None else nominal(s) for _, s in solved]
    excess = excess_at(full, start, lower(twelve[0], twelve[1]), ceiling)
    return Price(rates[0], rates[1], high[0], high[1], twelve[0], twelve[1], solved[0][0], ceiling, excess, *alone)


def flat_as_lived(schedule: Schedule, currency: str) -> bool:
    """Return whether interest stays constant while the principal falls."""
    rows = schedule.installments
    if len(rows) < 3:
        return False
    interest = [i.interest for i in rows[:-1]]
    balance = schedule.opening
    first = balance
    for i in rows[:-2]:
        balance -= i.principal
    unit = 100_00 if currency == "KHR" else 1
    tolerance = max(100 * unit, *interest)  # times 100
    same = 100 * (max(interest) - min(interest)) <= tolerance
    return same and first > 0 and 100 * max(interest) * (first - balance) > 3 * tolerance * first
