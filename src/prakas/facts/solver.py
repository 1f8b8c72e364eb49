"""The rate of return of a row of dated flows, with a proof of how many there are, compiled for the kernel.

Everything is done in x = ln(1 + e), where a flow is worth a e^(-t x). Sign changes of the flows in the order of time decide:

* none: no rate;
* one: at most one rate on the whole line, since e^(tau x) f(x), with tau at the change, only rises or only falls;
* two: the derivative of e^(tau x) f(x) has one sign change less, so one turning point, and f is looked at there and at the ends;
* more: the range is halved until on every piece f, or its derivative, is shown by an enclosure to keep its sign.

A single rate at or above zero goes before rates below zero: a saving that comes back at the end of a long loan puts a second,
meaningless root far below zero beside its rate.

A place where f touches zero without crossing it, as nearly as 64-bit numbers can tell, is two equal rates: the smallest change
in an amount makes them two or none. So it counts as several. The search always ends: steps that do not halve give way to halving.
"""

from __future__ import annotations

import math

import numpy as np

from prakas.facts.compiled import READ_ONLY, compiled

__all__ = [
    "NONE",
    "OK",
    "SEVERAL",
    "effective_percent",
    "effective_rate",
    "effective_rate_guess",
    "nominal_percent",
    "present_value",
    "unit_period_rate",
    "unit_period_rates",
]

OK, NONE, SEVERAL = 0, 1, 2

# Rates are looked for between -99 % and 100,000,000 % a year, the two ends included.
LOWEST = math.log(0.01)
HIGHEST = math.log1p(1e6)
USUAL_RATE = 0.2

# Beyond these a flow is not one of a loan; inside them no sum overflows.
LONGEST, LARGEST = 1e5, 1e100

MOST_KINDS = 8

EPSILON = 2.220446049250313e-16


@compiled(f"int64({READ_ONLY}, {READ_ONLY})")
def order_of(years: np.ndarray, amounts: np.ndarray) -> int:
    """Return 1 for flows in rising times none of which is 0, 0 for others, -1 where a value is NaN or beyond all loans."""
    order = 1
    for k in range(years.size):
        if not (abs(years[k]) <= LONGEST and abs(amounts[k]) <= LARGEST):  # NaN is neither
            return -1
        if amounts[k] == 0.0 or (k > 0 and years[k] <= years[k - 1]):
            order = 0
    return order


@compiled(f"Tuple((float64[::1], float64[::1]))({READ_ONLY}, {READ_ONLY})")
def ordered(years: np.ndarray, amounts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return rising times and the amounts, those of one time added up and none of them 0."""
    times, sums = np.empty(years.size), np.empty(years.size)
    kept = 0
    for k in range(years.size):
        place = kept
        while place > 0 and times[place - 1] > years[k]:  # nearly always at the end already
            place -= 1
        if place > 0 and times[place - 1] == years[k]:
            sums[place - 1] += amounts[k]
        else:
            for later in range(kept, place, -1):
                times[later], sums[later] = times[later - 1], sums[later - 1]
            times[place], sums[place] = years[k], amounts[k]
            kept += 1
    count = 0
    for k in range(kept):
        if sums[k] != 0.0:
            times[count], sums[count] = times[k], sums[k]
            count += 1
    return times[:count].copy(), sums[:count].copy()


@compiled(f"Tuple((int64, int64))({READ_ONLY})")
def sign_changes(amounts: np.ndarray) -> tuple[int, int]:
    """Return how often the sign changes, and the place of the first amount after the first change."""
    changes, split = 0, 0
    for k in range(1, amounts.size):
        if (amounts[k] > 0.0) != (amounts[k - 1] > 0.0):
            changes += 1
            if changes == 1:
                split = k
    return changes, split


@compiled(f"Tuple((int64[::1], float64[:, ::1], int64))({READ_ONLY})")
def links_between(times: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
    """Return for each time the kind of the gap before it, the length of each kind (and room for its factor), and how many.

    Days of a month differ little: 24 monthly flows have four kinds of gaps, so four powers of e instead of 24.
    """
    kinds, links = np.empty(times.size, np.int64), np.empty((2, times.size))
    count = 0
    for k in range(1, times.size):
        gap = times[k] - times[k - 1]
        kind = 0
        # Equal but for the rounding of the two times.
        while kind < min(count, MOST_KINDS) and abs(links[0, kind] - gap) > 3e-14:
            kind += 1
        if kind == min(count, MOST_KINDS):
            kind = count
            links[0, kind] = gap
            count += 1
        kinds[k] = kind
    return kinds, links, count


@compiled(f"UniTuple(float64, 3)(int64[::1], float64[:, ::1], {READ_ONLY}, {READ_ONLY}, int64, int64, bool_)")
def moments(
    kinds: np.ndarray, links: np.ndarray, times: np.ndarray, amounts: np.ndarray, first: int, after: int, is_forward: bool
) -> tuple[float, float, float]:
    """Return the worth of the flows [first, after) at the time of the first (else the last) one, their mean time, its variance."""
    total, moment, square, factor = 0.0, 0.0, 0.0, 1.0
    origin = times[first] if is_forward else times[after - 1]
    for step in range(after - first):
        k = first + step if is_forward else after - 1 - step
        if step > 0:
            factor *= links[1, kinds[k if is_forward else k + 1]]
        part = amounts[k] * factor
        time = times[k] - origin
        total += part
        moment += part * time
        square += part * time * time
    mean = moment / total
    return total, mean + origin, square / total - mean * mean


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, int64, float64)")
def single_root(times: np.ndarray, amounts: np.ndarray, split: int, start: float) -> tuple[float, int]:
    """Return x and a status for rising times and one sign change, at ``split``: Halley's steps in a bracket that shrinks.

    The function is ln(worth of the later flows / worth of the earlier ones): it falls everywhere and is nearly straight.
    """
    low, high = LOWEST, HIGHEST
    is_low_seen = is_high_seen = False
    span = times[times.size - 1] - times[0]
    kinds, links, count = links_between(times)
    x = min(max(start, LOWEST), HIGHEST)
    before = np.inf
    for _ in range(200):
        for kind in range(count):
            links[1, kind] = math.exp(-abs(x) * links[0, kind])  # never above 1: no overflow
        is_forward = x >= 0.0
        early, early_mean, early_variance = moments(kinds, links, times, amounts, 0, split, is_forward)
        late, late_mean, late_variance = moments(kinds, links, times, amounts, split, times.size, is_forward)
        apart = times[split] - times[0] if is_forward else times[times.size - 1] - times[split - 1]
        gap, slope = math.log(-late / early) - x * apart, early_mean - late_mean
        if (gap > 0.0 and x >= HIGHEST) or (gap < 0.0 and x <= LOWEST):
            return (x, OK) if abs(gap) <= 8.0 * EPSILON * (1.0 + times.size + abs(x) * span) else (np.nan, NONE)
        newton = -gap / slope
        step = newton / (1.0 + 0.5 * newton * (late_variance - early_variance) / slope)
        following = x + step
        # Variances and third moments are at most the span, and its square, times the slope: after such a step the error
        # is below the cube of 3e-5, over the span.
        if abs(newton) * max(span, 1e-2) < 3e-5 and LOWEST <= following <= HIGHEST:
            return following, OK
        if gap > 0.0:
            low, is_low_seen = x, True
        else:
            high, is_high_seen = x, True
        if not (low < following < high and abs(step) <= 0.5 * before):
            if gap > 0.0 and not is_high_seen:
                following = HIGHEST
            elif gap < 0.0 and not is_low_seen:
                following = LOWEST
            else:
                following = 0.5 * (low + high)
        if following == x:
            break
        before = abs(following - x)
        x = following
    return x, OK


@compiled(f"Tuple((float64, float64, float64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64)")
def worth(times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, pivot: float, x: float) -> tuple[float, float, float]:
    """Return the worth of all flows at the time ``pivot``, its derivative, and a bound on the rounding error of the worth.

    A flow counts a e^((pivot - t) x) / (1 + f (e^x - 1)): compound interest for the time t, simple for the fraction f.
    """
    total, slope, error = 0.0, 0.0, 0.0
    growth, gain = math.exp(x), math.expm1(x)
    for k in range(times.size):
        exponent = pivot - times[k]
        part = amounts[k] * math.exp(exponent * x)
        rate = exponent
        if fractions[k] != 0.0:
            simple = 1.0 + fractions[k] * gain
            part /= simple
            rate -= fractions[k] * growth / simple
        total += part
        slope += part * rate
        error += abs(part) * (4.0 + abs(exponent * x) + times.size)
    return total, slope, EPSILON * error


@compiled(f"UniTuple(float64, 2)({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64, float64)")
def slope_bounds(
    times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, pivot: float, low: float, high: float
) -> tuple[float, float]:
    """Return the least and the most that the derivative of ``worth`` can be anywhere between two places."""
    least, most, error = 0.0, 0.0, 0.0
    for k in range(times.size):
        exponent = pivot - times[k]
        at_low, at_high = math.exp(exponent * low), math.exp(exponent * high)
        small, large = min(at_low, at_high), max(at_low, at_high)
        rate_least, rate_most = exponent, exponent
        if fractions[k] != 0.0:
            simple_low, simple_high = 1.0 + fractions[k] * math.expm1(low), 1.0 + fractions[k] * math.expm1(high)
            small /= simple_high
            large /= simple_low
            rate_least -= fractions[k] * math.exp(high) / simple_high
            rate_most -= fractions[k] * math.exp(low) / simple_low
        bottom = rate_least * (small if rate_least > 0.0 else large)
        top = rate_most * (large if rate_most > 0.0 else small)
        if amounts[k] > 0.0:
            least += amounts[k] * bottom
            most += amounts[k] * top
        else:
            least += amounts[k] * top
            most += amounts[k] * bottom
        error += abs(amounts[k]) * max(abs(bottom), abs(top))
    error *= EPSILON * (8.0 + times.size)
    return least - error, most + error


@compiled(f"int64({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64)")
def sign_at(times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, x: float) -> int:
    """Return the sign of the worth at x; 0 where rounding could have made it."""
    value, _, error = worth(times, fractions, amounts, times[0] if x >= 0.0 else times[times.size - 1], x)
    return 0 if abs(value) <= error else (1 if value > 0.0 else -1)


@compiled(f"float64({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64, int64)")
def polished(times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, low: float, high: float, sign_low: int) -> float:
    """Return the place between low and high where the worth, of opposite signs there, is zero."""
    x = 0.5 * (low + high)
    before = high - low
    for _ in range(200):
        value, slope, _ = worth(times, fractions, amounts, times[0] if x >= 0.0 else times[times.size - 1], x)
        if value == 0.0:
            break
        if (value > 0.0) == (sign_low > 0):
            low = x
        else:
            high = x
        step = -value / slope
        following = x + step
        if not (low < following < high and abs(step) <= 0.5 * before):
            following = 0.5 * (low + high)
        before = abs(following - x)
        x = following
        if before <= 2.0 * EPSILON * max(abs(x), 1e-3):
            break
    return x


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, int64)")
def two_changes(times: np.ndarray, amounts: np.ndarray, split: int) -> tuple[float, int]:
    """Return x and a status for flows with two sign changes, through the one turning point of e^(tau x) f(x)."""
    others, derived = np.empty(times.size - 1), np.empty(times.size - 1)
    for k in range(times.size - 1):
        at = k if k < split else k + 1
        others[k], derived[k] = times[at], amounts[at] * (times[split] - times[at])
    _, derived_split = sign_changes(derived)
    turning, status = single_root(others, derived, derived_split, 0.0)
    places = (LOWEST, turning if status == OK else LOWEST, HIGHEST)
    fractions, signs = np.zeros(times.size), np.zeros(3, np.int64)
    for k in range(3):
        signs[k] = sign_at(times, fractions, amounts, places[k])
    if status == OK and signs[1] == 0:
        return np.nan, SEVERAL
    root, count = np.nan, 0
    for k in range(2):
        if signs[2 * k] == 0:
            root, count = places[2 * k], count + 1
        if signs[k] * signs[k + 1] < 0:
            root, count = polished(times, fractions, amounts, places[k], places[k + 1], signs[k]), count + 1
    return (root, OK) if count == 1 else (np.nan, SEVERAL if count else NONE)


@compiled(f"Tuple((float64, int64, int64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64)")
def settled_end(
    times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, end: float, other: float
) -> tuple[float, int, int]:
    """Return a place at the end of a range where the sign shows, that sign (0: nowhere), and whether the end itself is a root."""
    sign = sign_at(times, fractions, amounts, end)
    is_root = 1 if sign == 0 else 0
    inward = 1e-12 * (other - end)
    place = end
    while sign == 0 and abs(place - end) < 0.5 * abs(other - end):
        place += inward
        inward *= 2.0
        sign = sign_at(times, fractions, amounts, place)
    return place, sign, is_root


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64)")
def divide(times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, low: float, high: float) -> tuple[float, int]:
    """Return a place inside a piece where the sign shows, its middle or beside it, and that sign (0: nowhere)."""
    part = 0.5
    while part > 0.05:
        place = low + part * (high - low)
        sign = sign_at(times, fractions, amounts, place)
        if sign != 0:
            return place, sign
        part *= 0.9
    return np.nan, 0


@compiled(f"Tuple((float64[::1], int64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64, bool_)")
def halving(
    times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, lowest: float, highest: float, is_listing: bool
) -> tuple[np.ndarray, int]:
    """Return the roots x of any flows, and a status: pieces of the range are halved until each is shown to hold none or one.

    On a piece with middle m: |f(m)| above half the width times the steepest slope means no root; a slope of one sign means
    at most one; and where half the width times the steepest slope is within rounding, so is all of f: it touches zero there.
    Unless all roots are to be listed, the search stops when two are sure.
    """
    pieces, signs = np.empty((512, 2)), np.empty((512, 2), np.int64)
    roots, count, is_touching = np.empty(512), 0, False
    low, low_sign, is_root = settled_end(times, fractions, amounts, lowest, highest)
    roots[count], count = lowest, count + is_root
    high, high_sign, is_root = settled_end(times, fractions, amounts, highest, lowest)
    roots[count], count = highest, count + is_root
    pieces[0, 0], pieces[0, 1], signs[0, 0], signs[0, 1] = low, high, low_sign, high_sign
    waiting = 0 if low_sign * high_sign == 0 else 1
    crossings = 1 if low_sign * high_sign < 0 else 0  # waiting pieces that are sure to hold a root
    while waiting > 0 and waiting < 510 and count < 510 and (is_listing or (count + crossings <= 1 and not is_touching)):
        waiting -= 1
        low, high, low_sign, high_sign = pieces[waiting, 0], pieces[waiting, 1], signs[waiting, 0], signs[waiting, 1]
        crossings -= 1 if low_sign != high_sign else 0
        middle = 0.5 * (low + high)
        pivot = times[0] if middle >= 0.0 else times[times.size - 1]
        value, _, error = worth(times, fractions, amounts, pivot, middle)
        least, most = slope_bounds(times, fractions, amounts, pivot, low, high)
        if least > 0.0 or most < 0.0:
            if low_sign != high_sign:
                roots[count], count = polished(times, fractions, amounts, low, high, low_sign), count + 1
            continue
        reach = 0.5 * (high - low) * max(abs(least), abs(most))
        if low_sign == high_sign and abs(value) > reach + error:
            continue
        place, sign = divide(times, fractions, amounts, low, high)
        if reach <= error or sign == 0 or not low < place < high:
            is_touching = True
            if count == 0 or abs(roots[count - 1] - middle) > 1e-3:  # pieces side by side are one place
                roots[count], count = middle, count + 1
            continue
        crossings += (1 if low_sign != sign else 0) + (1 if sign != high_sign else 0)
        pieces[waiting, 0], pieces[waiting, 1], signs[waiting, 0], signs[waiting, 1] = low, place, low_sign, sign
        pieces[waiting + 1, 0], pieces[waiting + 1, 1] = place, high
        signs[waiting + 1, 0], signs[waiting + 1, 1] = sign, high_sign
        waiting += 2
    if is_touching or count + crossings > 1 or waiting >= 510:
        return roots[:count].copy(), SEVERAL
    return roots[:count].copy(), OK if count == 1 else NONE


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64, float64)")
def searched(times: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, lowest: float, highest: float) -> tuple[float, int]:
    """Return x and a status of any flows; of several roots a single one at or above zero is the one."""
    roots, status = halving(times, fractions, amounts, lowest, highest, False)
    if status == SEVERAL:
        roots, above = halving(times, fractions, amounts, 0.0, highest, False)
        status = OK if above == OK else SEVERAL
    return roots[0] if status == OK else np.nan, status


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, float64)")
def rising_rate(times: np.ndarray, amounts: np.ndarray, guess: float) -> tuple[float, int]:
    """Return the effective annual rate as a fraction and its status, for flows in rising times none of which is 0."""
    changes, split = sign_changes(amounts)
    if changes == 0:
        return np.nan, NONE
    if changes == 1:
        start = math.log1p(guess) if -0.99 < guess < 1e6 else math.log1p(USUAL_RATE)
        x, status = single_root(times, amounts, split, start)
    else:
        x, status = two_changes(times, amounts, split) if changes == 2 else (np.nan, SEVERAL)
        if status == SEVERAL:
            x, status = searched(times, np.zeros(times.size), amounts, LOWEST, HIGHEST)
    return math.expm1(x), status


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, float64)")
def effective_rate_guess(years: np.ndarray, amounts: np.ndarray, guess: float) -> tuple[float, int]:
    """Return the effective annual rate e as a fraction, sum of a_k (1+e)^(-t_k) = 0, and OK, NONE or SEVERAL.

    Flows in any order; those of one time are added up first. The rate is NaN unless the status is OK. A guess near the
    rate saves steps and never changes which rate is found.
    """
    order = order_of(years, amounts)
    if order < 0:
        return np.nan, NONE
    if order == 0:
        times, sums = ordered(years, amounts)
        return rising_rate(times, sums, guess)
    return rising_rate(years, amounts, guess)


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY})")
def effective_rate(years: np.ndarray, amounts: np.ndarray) -> tuple[float, int]:
    """Return the effective annual rate as a fraction and its status, as ``effective_rate_guess`` with a usual guess."""
    return effective_rate_guess(years, amounts, USUAL_RATE)


@compiled(f"Tuple((float64, int64))({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64)")
def unit_period_rate(periods: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, per_year: float) -> tuple[float, int]:
    """Return the rate i of one unit-period as a fraction, sum of a_k / ((1 + f_k i) (1 + i)^(t_k)) = 0, and its status.

    ``periods`` are whole unit-periods t from any origin, ``fractions`` the rest f; flows in the order of time, those of one
    time added up. The range is that of a year: i compounded ``per_year`` times.
    """
    if amounts.size < 2:
        return np.nan, NONE
    x, status = searched(periods - periods[0], fractions, amounts, LOWEST / per_year, HIGHEST / per_year)
    return math.expm1(x), status


@compiled(f"float64[::1]({READ_ONLY}, {READ_ONLY}, {READ_ONLY}, float64)")
def unit_period_rates(periods: np.ndarray, fractions: np.ndarray, amounts: np.ndarray, per_year: float) -> np.ndarray:
    """Return every rate of the flows of ``unit_period_rate``, in no order; a place that only touches is listed once."""
    return np.expm1(halving(periods - periods[0], fractions, amounts, LOWEST / per_year, HIGHEST / per_year, True)[0])


@compiled(f"float64({READ_ONLY}, {READ_ONLY}, float64)")
def present_value(years: np.ndarray, amounts: np.ndarray, nominal: float) -> float:
    """Return the sum of a_k (1 + nominal/1200)^(-12 t_k): the worth at year 0 under a nominal annual rate in percent."""
    growth = 12.0 * math.log1p(nominal / 1200.0)
    total = 0.0
    for k in range(years.size):
        total += amounts[k] * math.exp(-growth * years[k])
    return total


@compiled("float64(float64)")
def nominal_percent(effective: float) -> float:
    """Return the nominal annual rate in percent, 12 x ((1 + e)^(1/12) - 1), of an effective annual rate as a fraction."""
    return 1200.0 * math.expm1(math.log1p(effective) / 12.0)


@compiled("float64(float64)")
def effective_percent(effective: float) -> float:
    """Return an effective annual rate in percent, of the rate as a fraction."""
    return 100.0 * effective
