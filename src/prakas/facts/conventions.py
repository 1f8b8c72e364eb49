"""Three published ways to turn flows into a yearly rate, from their dates alone: actual/365, US Regulation Z, EU APR.

A flow is seen from the borrower: received is above 0, paid below. Flows of one time are added up first, exactly.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from types import MappingProxyType
from typing import Final, TypeVar

import numpy as np

from prakas.facts.solver import (
    NONE,
    OK,
    SEVERAL,
    effective_percent,
    effective_rate,
    nominal_percent,
    unit_period_rate,
    unit_period_rates,
)

__all__ = ["CONVENTIONS", "Flow", "Rate", "actual_365", "eu_apr", "us_reg_z"]

STATUSES: Final = ("ok", "none", "several")
NINE_DECIMALS: Final = Decimal("1e-9")


@dataclass(frozen=True)
class Flow:
    """An amount received (+) or paid (-) by the borrower, on a date or so many years after an origin of one's choice."""

    amount: Decimal | float
    on: date | None = None
    years: Decimal | float | None = None


@dataclass(frozen=True)
class Rate:
    """A yearly rate in percent, effective and nominal, half up to nine decimals; both None unless the status is ``ok``.

    ``none``: no rate between -99 % and 100,000,000 % effective a year balances the flows; ``several``: more than one does,
    and not just one of them at or above zero; they stand in ``candidates``, each as (effective, nominal), from the lowest.
    """

    effective_percent: Decimal | None
    nominal_percent: Decimal | None
    status: str
    candidates: tuple[tuple[Decimal, Decimal], ...] = ()


@dataclass(frozen=True)
class Unit:
    """A unit-period: ``count`` calendar months, one half month, or ``count`` days (a week is 7)."""

    kind: str  # month, semimonth or day
    count: int = 1

    @property
    def length(self) -> int:
        """Days, to compare sizes: a month is 30, twelve are 365."""
        return {"month": 365 if self.count == 12 else 30 * self.count, "semimonth": 15, "day": self.count}[self.kind]

    @property
    def is_standard(self) -> bool:
        """Whether Appendix J (b)(3)(iii) names it; 30 days, say, is no standard interval."""
        return self.kind != "day" or self.count == 1 or self.count % 7 == 0

    @property
    def per_year(self) -> Fraction:
        """Unit-periods in a year: 12 months, 24 semimonths, 52 weeks, 365 days (Appendix J (b)(5))."""
        if self.kind == "day":
            return Fraction(365, self.count) if self.count % 7 else Fraction(364, self.count)
        return Fraction(12, self.count) if self.kind == "month" else Fraction(24)


YEAR, MONTH, SEMIMONTH, DAY = Unit("month", 12), Unit("month"), Unit("semimonth"), Unit("day")
STANDARD_UNITS: Final = (
    DAY,
    SEMIMONTH,
    *(Unit("day", 7 * n) for n in range(1, 53)),
    *(Unit("month", n) for n in range(1, 13)),
)

Time = TypeVar("Time", date, Fraction)


# ---------------------------------------------------------------------------------------------------- the three conventions


def actual_365(flows: Sequence[Flow]) -> Rate:
    """Return the rate e with sum of amount / (1+e)^t = 0, t being actual days / 365, leap years too; nominal 12 x ((1+e)^(1/12) - 1).

    Source: the rate of return of dated flows as spreadsheets define it (XIRR); for loans, the clock of 12 CFR 1030
    Appendix A part I (annual percentage yield: 365 days). With ``years``, t is as given.
    """
    if has_dates(flows):
        dated = by_date(flows)
        return yearly_rate([Fraction((day - min(dated)).days, 365) for day in dated], list(dated.values()))
    return yearly_rate(list(by_years(flows)), list(by_years(flows).values()))


def us_reg_z(flows: Sequence[Flow]) -> Rate:
    """Return the annual percentage rate of US Regulation Z by the actuarial method, as the nominal rate.

    Source: 12 CFR Part 1026, Appendix J. The unit-period (b)(4) is the period between advances or between payments (or from
    the first advance to the first payment) that occurs most often, the smaller of equals; where none occurs twice, the
    standard interval nearest to the average period; for one advance and one payment the term, up to a year. Whole
    unit-periods are counted back from the later date (b)(5); a fraction f of one earns simple interest, 1 + f i (b)(6).
    Nominal = unit-period rate x unit-periods in a year (b)(1); effective = the same rate compounded so often.
    A period of so many days that is no standard interval (every 10 days) is taken as it is, 365 days to the year: our reading.
    """
    counted: Sequence[tuple[Fraction | int, Fraction]]
    if has_dates(flows):
        dated = by_date(flows)
        counted, per_year = unit_periods_by_date(dated)
        amounts = list(dated.values())
    else:
        times = by_years(flows)
        counted, per_year = unit_periods_by_years(times)
        amounts = list(times.values())
    whole, rest = (doubles([pair[part] for pair in counted]) for part in (0, 1))
    terms = whole, rest, doubles(amounts[: len(counted)]), float(per_year)
    rate, status = unit_period_rate(*terms)
    rates = unit_period_rates(*terms) if status == SEVERAL else [rate]
    return rate_of([(math.expm1(float(per_year) * math.log1p(i)), 100 * i * float(per_year)) for i in rates], status)


def eu_apr(flows: Sequence[Flow]) -> Rate:
    """Return the annual percentage rate of charge of the European Union, as the effective rate.

    Source: Directive 2008/48/EC, Annex I part I, and 2014/17/EU, Annex I part I (text of remark (c): Directive 2011/90/EU and
    Commission SWD(2012) 128, 4.1.1). Time runs from the first drawdown; a year has 52 weeks or 12 equal months. An interval that is
    no whole number of years, months or weeks (those that the flows keep to; months where to none) is so many whole ones counted back from its end,
    and the remaining days over the 365 or 366 days of the year that ends where those days end.
    A month from the 31st ends on the last day of a shorter month (Regulation 1182/71, article 3(2)(c)). What is paid back on
    the day it is received costs nothing: 0 %.
    """
    if not has_dates(flows):
        times = by_years(flows)
        return yearly_rate(list(times), list(times.values()), costs_nothing=not times and moves_money(flows))
    dated = by_date(flows)
    start = min((day for day, amount in dated.items() if amount > 0), default=min(dated, default=date.min))
    interval = eu_interval(dated)
    years = [interval(start, day) for day in dated]
    return yearly_rate(years, list(dated.values()), costs_nothing=not dated and moves_money(flows))


CONVENTIONS: Final[Mapping[str, Callable[[Sequence[Flow]], Rate]]] = MappingProxyType(
    {"actual-365": actual_365, "us-reg-z": us_reg_z, "eu-apr": eu_apr}
)


# ------------------------------------------------------------------------------------------------------ flows and results


def has_dates(flows: Sequence[Flow]) -> bool:
    """Return whether the flows carry dates; ValueError where some carry dates and others years, or one carries neither or both."""
    kinds = {(flow.on is not None, flow.years is not None) for flow in flows}
    if kinds - {(True, False)} and kinds - {(False, True)}:
        raise ValueError("Flows need a date each, or years each: not both, and not some with the one and some with the other.")
    return kinds == {(True, False)}


def moves_money(flows: Sequence[Flow]) -> bool:
    """Return whether all values are numbers and one amount is not 0."""
    return all(math.isfinite(flow.amount) and math.isfinite(flow.years or 0) for flow in flows) and any(
        flow.amount for flow in flows
    )


def summed(pairs: Iterable[tuple[Time, Decimal | float]]) -> dict[Time, Fraction]:
    """Return the exact sum of the amounts of each time, in the order of time, without sums of 0; empty where one is no number."""
    sums: defaultdict[Time, Fraction] = defaultdict(Fraction)
    for time, amount in pairs:
        if not math.isfinite(amount):
            return {}
        sums[time] += Fraction(amount)
    return {time: sums[time] for time in sorted(sums) if sums[time]}


def by_date(flows: Sequence[Flow]) -> dict[date, Fraction]:
    """Return the sums by date."""
    return summed((flow.on, flow.amount) for flow in flows if flow.on is not None)


def by_years(flows: Sequence[Flow]) -> dict[Fraction, Fraction]:
    """Return the sums by time in years; empty where one is no number."""
    times = [(flow.years, flow.amount) for flow in flows if flow.years is not None]
    return summed((Fraction(years), amount) for years, amount in times) if all(math.isfinite(t) for t, _ in times) else {}


def doubles(values: Sequence[Fraction | int]) -> np.ndarray:
    """Return numbers as the solver takes them."""
    return np.array([float(value) for value in values], dtype=np.float64)


def yearly_rate(years: Sequence[Fraction], amounts: Sequence[Fraction], *, costs_nothing: bool = False) -> Rate:
    """Return the rate of flows in the order of time; the nominal one is 12 times the monthly one."""
    if costs_nothing:
        return rate_of([(0.0, 0.0)], OK)
    effective, status = effective_rate(doubles(years), doubles(amounts))
    rates = [effective]
    if status == SEVERAL:
        rates = list(unit_period_rates(doubles(years), np.zeros(len(years)), doubles(amounts), 1.0))
    return rate_of([(rate, nominal_percent(rate)) for rate in rates], status)


def rounded(percent: float) -> Decimal:
    """Return a percentage, half up to nine decimals.

    >>> rounded(19.5618171461)
    Decimal('19.561817146')
    """
    return Decimal(repr(float(percent))).quantize(NINE_DECIMALS, ROUND_HALF_UP) + 0  # + 0: no minus before a zero


def rate_of(rates: Sequence[tuple[float, float]], status: int) -> Rate:
    """Return the record of rates, each as (effective as a fraction, nominal in percent)."""
    if status == NONE:
        return Rate(None, None, STATUSES[status])
    percents = tuple((rounded(effective_percent(effective)), rounded(nominal)) for effective, nominal in sorted(rates))
    return Rate(None, None, STATUSES[status], percents) if status == SEVERAL else Rate(*percents[0], STATUSES[status])


# ------------------------------------------------------------------------------------------------------------ calendar


def is_month_end(day: date) -> bool:
    """Return whether it is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def moved(day: date, months: int, number: int = 0) -> date:
    """Return the date so many months later (or earlier), same day number or the given one, clipped to the month's end.

    >>> moved(date(2019, 1, 31), 1), moved(date(2019, 2, 28), 1, 31)
    (datetime.date(2019, 2, 28), datetime.date(2019, 3, 31))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(number or day.day, monthrange(year, month + 1)[1]))


def anchor_of(series: Sequence[date]) -> int:
    """Return the day number a series keeps to where months are too short for it (29 to 31), else 0.

    Appendix J (b)(3)(iv): a series on the last days of months is measured from last day to last day; one on the 29th or 30th
    has the last day of February. A single date is no series.
    """
    number = max((day.day for day in series), default=0)
    if len(series) < 2 or not all(day.day == number or is_month_end(day) for day in series):
        return 0
    return 31 if all(is_month_end(day) for day in series) else number


def counted_back(start: date, end: date, anchor: int) -> tuple[int, int, date]:
    """Return the whole months counted back from the end, the days left, and the date where the months begin."""
    number = anchor if anchor and is_month_end(end) else end.day
    months = (end.year - start.year) * 12 + end.month - start.month
    first = moved(end, -months, number)
    if first < start:
        months -= 1
        first = moved(end, -months, number)
    return months, (first - start).days, first


def whole_months(start: date, end: date) -> int:
    """Return the months between two dates of a series where they are whole, month ends taken kindly, else 0."""
    months = (end.year - start.year) * 12 + end.month - start.month
    same = moved(start, months) == end or moved(end, -months) == start or (is_month_end(start) and is_month_end(end))
    return months if same else 0


# --------------------------------------------------------------------------------------------------- unit-periods, by date


def runs(times: Mapping[Time, Fraction]) -> list[list[Time]]:
    """Return the advances, and the payments with the first advance before them: periods lie between neighbours of a run."""
    advances = [time for time, amount in times.items() if amount > 0]
    payments = [time for time, amount in times.items() if amount < 0]
    if advances and payments and advances[0] < payments[0]:
        payments.insert(0, advances[0])
    return [advances, payments]


def units_of(run: Sequence[date]) -> Iterator[Unit]:
    """Yield for each period of a run the units it may be: 28 days of February are 4 weeks and a month."""
    for start, end in pairwise(run):
        days, months = (end - start).days, whole_months(start, end)
        if months or days > 365:
            yield Unit("month", min(months or 12, 12))  # never above a year
        if days <= 365:
            yield Unit("day", days)
    halves = set()
    for k in range(1, len(run) - 1):  # two periods of about half a month that make up a month
        gaps = [(run[k] - run[k - 1]).days, (run[k + 1] - run[k]).days]
        if whole_months(run[k - 1], run[k + 1]) == 1 and all(12 <= gap <= 18 for gap in gaps):
            halves |= {k, k + 1}
    yield from (SEMIMONTH for _ in halves)


def common_unit(times: Mapping[date, Fraction]) -> Unit | None:
    """Return the period that occurs most often, at least twice: a standard one before another, then the smaller; or None."""
    seen = Counter(unit for run in runs(times) for unit in units_of(run))
    repeated = [unit for unit, count in seen.items() if count > 1]
    return min(repeated, key=lambda unit: (-seen[unit], not unit.is_standard, unit.length), default=None)


def average_unit(periods: Sequence[Fraction | int]) -> Unit:
    """Return the standard interval nearest to the average of periods in days, the lower of two equally near."""
    average = Fraction(sum(periods), len(periods))
    return min(STANDARD_UNITS, key=lambda unit: (abs(unit.length - average), unit.length))


def unit_periods(start: date, end: date, unit: Unit, anchor: int) -> tuple[int, Fraction]:
    """Return the whole unit-periods between two dates and the fraction of one that is left, Appendix J (b)(5)."""
    if unit.kind == "day":
        whole, days = divmod((end - start).days, unit.count)
        return whole, Fraction(days, unit.count)
    months, days, first = counted_back(start, end, anchor)
    if unit == YEAR:
        years, months = divmod(months, 12)
        return years, Fraction((moved(first, months) - start).days, 365) if days else Fraction(months, 12)
    length = 30 * unit.count if unit.kind == "month" else 15
    whole, days = divmod(30 * months + days, length)
    return whole, Fraction(days, length)


def unit_periods_by_date(times: Mapping[date, Fraction]) -> tuple[list[tuple[int, Fraction]], Fraction]:
    """Return for each flow its unit-periods since the first one, whole and rest, and the unit-periods in a year."""
    if len(times) < 2:
        return [], Fraction(1)
    start, *later = times
    advances, payments = runs(times)
    months, days, _ = counted_back(start, later[-1], 0)
    if len(times) == 2 and months < 12:  # a single advance and a single payment: the term is the unit, (b)(5)(vi) and (vii)
        return [(0, Fraction(0)), (1, Fraction(0))], Fraction(365, (later[0] - start).days) if days else Fraction(12, months)
    unit = YEAR if len(times) == 2 else common_unit(times)
    unit = unit or average_unit([(b - a).days for run in (advances, payments) for a, b in pairwise(run)])
    anchors = {amount > 0: anchor_of([time for time in times if (times[time] > 0) == (amount > 0)]) for amount in times.values()}
    return [unit_periods(start, time, unit, anchors[amount > 0]) for time, amount in times.items()], unit.per_year


# -------------------------------------------------------------------------------------------------- unit-periods, by years


def near(value: Fraction) -> int:
    """Return the whole number that a value is but for rounding when it was written, else 0."""
    return round(value) if abs(value - round(value)) < Fraction(1, 10**6) else 0


def lengths_of(period: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield what a period in years may be, as (units in a year of that clock, unit-periods in a year)."""
    if near(12 * period):
        yield (Fraction(12, min(near(12 * period), 12)),) * 2
    elif near(24 * period) == 1:
        yield (Fraction(24),) * 2
    elif near(52 * period):
        yield (Fraction(52, near(52 * period)),) * 2
    elif near(365 * period):
        yield Fraction(365, near(365 * period)), Unit("day", near(365 * period)).per_year


def unit_periods_by_years(times: Mapping[Fraction, Fraction]) -> tuple[list[tuple[Fraction, Fraction]], Fraction]:
    """Return the same where only years are known: months are twelfths, weeks 52nds, days 365ths of a year."""
    if len(times) < 2:
        return [], Fraction(1)
    start, *later = times
    periods = [b - a for run in runs(times) for a, b in pairwise(run)]
    if len(times) == 2 and later[0] - start < 1:
        return [(Fraction(0), Fraction(0)), (Fraction(1), Fraction(0))], 1 / (later[0] - start)
    seen = Counter(length for period in periods for length in lengths_of(period))
    common = [length for length, count in seen.items() if count > 1]
    if len(times) == 2:
        scale, per_year = Fraction(1), Fraction(1)
    elif common:
        scale, per_year = max(common, key=lambda length: (seen[length], length))
    else:
        scale = per_year = average_unit([365 * period for period in periods]).per_year
    counted = []
    for time in times:
        units = (time - start) * scale
        whole = units if near(units) else Fraction(math.floor(units))
        counted.append((whole, units - whole))
    return counted, per_year


# ------------------------------------------------------------------------------------------------------- European intervals


def eu_interval(times: Mapping[date, Fraction]) -> Callable[[date, date], Fraction]:
    """Return the function that gives the years between two dates in the unit to which these flows keep, months where to none."""
    unit = common_unit(times) or MONTH
    anchor = anchor_of([time for time, amount in times.items() if amount < 0])
    return lambda begin, end: eu_years(begin, end, unit, anchor) if begin <= end else -eu_years(end, begin, unit, anchor)


def eu_years(start: date, end: date, unit: Unit, anchor: int) -> Fraction:
    """Return the years between two dates: whole weeks, months or years counted back, then days over 365 or 366."""
    if unit.kind == "day" and unit.count % 7 == 0:
        weeks, days = divmod((end - start).days, 7)
        years, first = Fraction(weeks, 52), start + timedelta(days=days)
    else:
        months = (end.year - start.year) * 12 + end.month - start.month
        if moved(start, months) == end:
            return Fraction(months, 12)
        months, _, first = counted_back(start, end, anchor)
        if unit == YEAR and first != start:
            months -= months % 12
            first = moved(end, -months)
        years = Fraction(months, 12)
    return years + Fraction((first - start).days, (first - moved(first, -12)).days)
