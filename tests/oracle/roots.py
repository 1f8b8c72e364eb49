"""Rates of return with 40 digits, and how many there are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from itertools import pairwise

Flow = tuple[int, int, int]  # whole months, left-over days, amount (plus = received by the borrower)

DIGITS = Context(prec=50)
LOWEST = math.log(0.01)  # -99 % a year
HIGHEST = math.log(1_000_001.0)  # 100,000,000 % a year


def _years(flow: Flow) -> float:
    return flow[0] / 12 + flow[1] / 365


def _sum(terms: Sequence[tuple[float, float]], s: float) -> float:
    return math.fsum(a * math.exp(-s * t) for t, a in terms)


def _range(plus: tuple[float, float], minus: tuple[float, float]) -> tuple[float, float]:
    """Bounds of a difference of two falling sums between two points, opened a little for rounding."""
    slack = 1e-12 * (plus[0] + minus[0])
    return plus[1] - minus[0] - slack, plus[0] - minus[1] + slack


def _isolate(terms: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return intervals that hold exactly one root each: exclusion by bounds, monotone pieces by the derivative."""
    sides: dict[float, tuple[float, float, float, float]] = {}

    def at(s: float) -> tuple[float, float, float, float]:
        if s not in sides:
            values = [(a * math.exp(-s * t), t) for t, a in terms]
            sides[s] = (
                math.fsum(v for v, _ in values if v > 0),
                -math.fsum(v for v, _ in values if v < 0),
                math.fsum(v * t for v, t in values if v > 0),
                -math.fsum(v * t for v, t in values if v < 0),
            )
        return sides[s]

    found, stack = [], [(LOWEST, HIGHEST)]
    while stack:
        low, high = stack.pop()
        left, right = at(low), at(high)
        least, most = _range((left[0], right[0]), (left[1], right[1]))
        if least > 0 or most < 0:
            continue
        falling, rising = _range((left[2], right[2]), (left[3], right[3]))
        opposite = (left[0] - left[1] > 0) != (right[0] - right[1] > 0)
        if falling > 0 or rising < 0 or high - low < 1e-12:
            if opposite:
                found.append((low, high))
            continue
        middle = (low + high) / 2
        stack += [(low, middle), (middle, high)]
    return sorted(found)


NOTHING = Decimal("1e-18")  # a root of exactly zero is found to twenty digits, from above or from below


def _near(terms: Sequence[tuple[float, float]], low: float, high: float) -> float:
    """Return the root between two points of opposite sign, nearly to machine precision: Newton kept inside the bracket."""
    rises = _sum(terms, high) > 0
    s = (low + high) / 2 if high - low < 1 else min(max(0.17, low), high)
    for _ in range(200):
        value = _sum(terms, s)
        if value == 0:
            return s
        if (value > 0) == rises:
            high = s
        else:
            low = s
        slope = -math.fsum(a * t * math.exp(-s * t) for t, a in terms)
        step = s - value / slope if slope else math.inf
        following = step if low < step < high else (low + high) / 2
        if abs(following - s) <= 4e-16 * max(1.0, abs(s)) or high - low < 1e-15:
            return following
        s = following
    return s


def _exact(flows: Sequence[Flow], s: Decimal) -> tuple[Decimal, Decimal]:
    """Return the value and the slope of the discounted sum at ln(1 + rate) = s."""
    month, single = (-s / 12).exp(), (-s / 365).exp()
    powers: dict[tuple[int, int], Decimal] = {}

    def power(kind: int, count: int) -> Decimal:
        key = (kind, count)
        if key not in powers:
            powers[key] = (month, single)[kind] ** count
        return powers[key]

    value = slope = Decimal(0)
    factor, done_months, done_days = Decimal(1), 0, 0
    for months, days, amount in flows:
        if months == 0 and done_months == 0 and days >= done_days:
            factor *= power(1, days - done_days)
            done_days = days
            here = factor
        else:
            here = power(0, months) * power(1, days)
        piece = amount * here
        value += piece
        slope -= piece * (Decimal(months) / 12 + Decimal(days) / 365)
    return value, slope


def _polish(flows: Sequence[Flow], start: float) -> Decimal:
    """Return ln(1 + rate) to 40 digits, and prove it by a change of sign around it."""
    s = Decimal(start)
    for _ in range(60):
        value, slope = _exact(flows, s)
        step = value / slope
        s -= step
        if abs(step) < Decimal("1e-22"):  # the next error is its square
            break
    margin = Decimal("1e-20")
    if (_exact(flows, s - margin)[0] > 0) == (_exact(flows, s + margin)[0] > 0):
        raise ArithmeticError("no change of sign around the root")
    return s


def solve(flows: Sequence[Flow]) -> tuple[str, Decimal | None]:
    """Return the status ok, none or several, and ln(1 + annual rate) where it is ok. Flows in order of time."""
    flows = [f for f in flows if f[2] != 0]
    signs = [f[2] > 0 for f in flows]
    changes = sum(a != b for a, b in pairwise(signs))
    if changes == 0:
        return "none", None
    largest = max(abs(f[2]) for f in flows)
    terms = [(_years(f), f[2] / largest) for f in flows]
    if changes == 1:  # one change of sign: one root at most (Descartes, Laguerre)
        one = (_sum(terms, LOWEST) > 0) != (_sum(terms, HIGHEST) > 0)
        places = [(LOWEST, HIGHEST)] if one else []
    else:
        places = _isolate(terms)
    if not places:
        return "none", None
    with localcontext(DIGITS):
        roots = [_polish(flows, _near(terms, *place)) for place in places]
    if len(roots) > 1:  # a single rate at or above zero goes before rates below zero
        roots = [root for root in roots if root > -NOTHING]
    return ("ok", roots[0]) if len(roots) == 1 else ("several", None)


def discounted(flows: Sequence[Flow], s: Decimal) -> Decimal:
    """Return the sum of the flows discounted at ln(1 + annual rate) = s."""
    return _exact(flows, s)[0]


def nine(value: Decimal) -> Decimal:
    """Return a rate with nine decimals, half up."""
    with localcontext(DIGITS):
        return value.quantize(Decimal("1e-9"), rounding=ROUND_HALF_UP)


def effective(s: Decimal) -> Decimal:
    """Return the effective annual rate in percent."""
    with localcontext(DIGITS):
        return nine((s.exp() - 1) * 100)


def nominal(s: Decimal) -> Decimal:
    """Return twelve times the monthly rate, in percent."""
    with localcontext(DIGITS):
        return nine(((s / 12).exp() - 1) * 1200)
