"""The solver finds the rate of flows that have one, and says so of flows that have none or several."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from prakas.facts.solver import (
    NONE,
    OK,
    SEVERAL,
    effective_percent,
    effective_rate,
    effective_rate_guess,
    nominal_percent,
    present_value,
    unit_period_rates,
)


def solved(years, amounts):
    return effective_rate(np.array(years, dtype=float), np.array(amounts, dtype=float))


def every(years, amounts):
    years, amounts = np.array(years, dtype=float), np.array(amounts, dtype=float)
    return sorted(unit_period_rates(years, np.zeros(years.size), amounts, 1.0))


def from_roots(*rates):
    """Flows a year apart that balance at these rates and no others: the product of (v - 1/(1+e)), exact until the end."""
    product = [Fraction(1)]
    for rate in rates:
        root = 1 / (1 + Fraction(rate))
        product = [(product[k - 1] if k else 0) - root * (product[k] if k < len(product) else 0) for k in range(len(product) + 1)]
    return [float(amount) for amount in product]


# --------------------------------------------------------------------------------------------------------- none, one, several


@pytest.mark.parametrize(
    ("years", "amounts"),
    [
        ([], []),
        ([0], [100]),
        ([0, 1], [0, 0]),
        ([0, 0], [100, -100]),
        ([0, 1, 2], [100, 100, 100]),
        ([0, 1], [100, float("nan")]),
        ([float("nan"), 1], [100, -100]),
        ([0, float("inf")], [100, -100]),
        ([0, 1], [float("inf"), -100]),
        ([0, 1], [1e300, -1e300]),
        ([0, 1, 2], [100, -100, 1000]),
    ],
)
def test_flows_without_a_rate_have_none(years, amounts):
    rate, status = solved(years, amounts)
    assert status == NONE
    assert np.isnan(rate)


def test_money_back_unchanged_is_a_rate_of_zero():
    assert solved([0, 0.5], [100, -100]) == (0.0, OK)


@pytest.mark.parametrize(
    ("repaid", "status", "rate"),
    [
        (0.999_999, NONE, None),  # just below -99 %
        (1, OK, -0.99),
        (1.000_001, OK, -0.989_999_99),
        (100 * 1_000_001, OK, 1e6),
        (100 * 1_000_001 * 0.999_999, OK, 999_999.0 - 1.000_001 + 1),
        (100 * 1_000_001 * 1.000_001, NONE, None),  # just above 100,000,000 %
    ],
)
def test_rates_are_looked_for_from_minus_99_to_100_million_percent_with_the_ends(repaid, status, rate):
    found, said = solved([0, 1], [100, -repaid])
    assert said == status
    if rate is not None:
        assert found == pytest.approx(rate, rel=1e-6)


def test_one_and_a_half_percent_a_month_is_18_nominal_and_19_56_effective():
    rate, status = solved(np.arange(13) / 12, [1000] + [-15] * 11 + [-1015])
    assert status == OK
    assert nominal_percent(rate) == pytest.approx(18, abs=1e-11)
    assert effective_percent(rate) == pytest.approx(100 * (1.015**12 - 1), abs=1e-11)


def test_the_textbook_case_has_two_rates():
    assert solved([0, 1, 2], [-1600, 10000, -10000])[1] == SEVERAL
    assert every([0, 1, 2], [-1600, 10000, -10000]) == pytest.approx([0.25, 4.0], abs=1e-12)


@pytest.mark.parametrize(
    ("rates", "status"),
    [
        (("1/10", "1/5"), SEVERAL),
        (("1/10", "1/5", "3/10"), SEVERAL),
        (("-1/2", "1", "5", "9"), SEVERAL),
        (("1/10", "-995/1000"), OK),  # the other lies below the range
        (("1/10", "2000000"), OK),  # the other lies above the range
        (("-999/1000", "2000000"), NONE),
        (("-999/1000", "1/10", "2000000"), OK),
        (("-999/1000", "-998/1000", "2000000"), NONE),
        (("-99/100", "-1/10"), SEVERAL),  # the end of the range belongs to it
        (("-1/2", "1/10"), OK),  # a single rate at or above zero goes before those below
        (("-1/2", "-1/10", "1/10"), OK),
        (("-1/2", "0"), OK),
        (("-1/2", "-1/10"), SEVERAL),
        (("-1/2", "1/10", "1/5"), SEVERAL),
        (("1/10", "1/10"), SEVERAL),  # touches zero without crossing: two equal rates
        (("1/10", "1/10", "1/10"), SEVERAL),
        (("1/10", "10001/100000"), SEVERAL),  # 10 % and 10.001 %
    ],
)
def test_flows_built_from_chosen_rates_have_those_in_the_range(rates, status):
    amounts = from_roots(*rates)
    rate, said = solved(range(len(amounts)), amounts)
    assert said == status
    inside = [float(Fraction(one)) for one in rates if Fraction("-0.99") <= Fraction(one) <= 10**6]
    if status == OK:
        assert rate == pytest.approx(max(inside), abs=1e-9)
    if len(set(inside)) == len(rates):
        assert every(range(len(amounts)), amounts) == pytest.approx(sorted(inside), abs=1e-6)


def test_just_not_touching_is_no_rate_and_just_crossing_is_two():
    # 4 v^2 - 4 v + 1 has its two equal rates at 100 %; a millionth more or less parts or lifts them.
    assert solved([0, 1, 2], [1, -4, 4])[1] == SEVERAL
    assert solved([0, 1, 2], [1, -3.999999, 4])[1] == NONE
    assert solved([0, 1, 2], [1, -4.000001, 4])[1] == SEVERAL


def test_a_saving_back_at_the_end_of_a_long_loan_does_not_hide_its_rate():
    # 1,000 lent over 48 months, 100 of it kept back and returned with the last instalment: the other root is -98.4 %.
    amounts = [900] + [-29.375] * 47 + [-29.375 + 100]
    rate, status = solved(np.arange(49) / 12, amounts)
    assert status == OK
    assert rate == pytest.approx(
        brentq(lambda e: sum(a * (1 + e) ** (-k / 12) for k, a in enumerate(amounts)), 0.01, 5), abs=1e-10
    )


def changes_of_sturm(chain, place):
    values = [sum(c * place**k for k, c in enumerate(poly)) for poly in chain]
    signs = [value > 0 for value in values if value != 0]
    return sum(a != b for a, b in pairwise(signs))


def distinct_roots(poly, low, high):
    """How many different roots a polynomial with fractions has in (low, high]: Sturm's theorem, exactly."""

    def trimmed(p):
        while p and p[-1] == 0:
            p = p[:-1]
        return p

    chain = [trimmed(poly), trimmed([k * c for k, c in enumerate(poly)][1:])]
    while len(chain[-1]) > 1:
        rest = list(chain[-2])
        while len(rest) >= len(chain[-1]):
            factor, shift = rest[-1] / chain[-1][-1], len(rest) - len(chain[-1])
            for k, c in enumerate(chain[-1]):
                rest[k + shift] -= factor * c
            rest = rest[:-1]
        rest = trimmed(rest)
        if not rest:
            break
        chain.append([-c for c in rest])
    return changes_of_sturm(chain, low) - changes_of_sturm(chain, high)


def norm(poly, at):
    return sum(abs(c) * at**k for k, c in enumerate(poly))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(-50, 50), min_size=3, max_size=9))
def test_the_number_of_rates_is_that_of_sturms_theorem(amounts):
    poly = [Fraction(a) for a in amounts]
    while poly and poly[0] == 0:
        poly = poly[1:]
    while poly and poly[-1] == 0:
        poly = poly[:-1]
    status = solved(range(len(amounts)), amounts)[1]
    if len(poly) < 2:
        assert status == NONE
        return
    low, high = 1 / Fraction(1_000_001), Fraction(100)
    count = distinct_roots(poly, low, high) + (sum(c * low**k for k, c in enumerate(poly)) == 0)
    derivative = [k * c for k, c in enumerate(poly)][1:]
    turning = [r.real for r in np.roots([float(c) for c in derivative[::-1]]) if abs(r.imag) < 1e-3 and 1e-6 <= r.real <= 100.1]
    if any(abs(sum(float(c) * r**k for k, c in enumerate(poly))) < 1e-11 * norm(amounts, r) for r in turning):
        assert status in {SEVERAL, NONE} or count == 1  # touches, or as good as
    else:
        at_or_above_zero = distinct_roots(poly, low, Fraction(1)) + (sum(c * low**k for k, c in enumerate(poly)) == 0)
        assert status == (NONE if count == 0 else OK if 1 in (count, at_or_above_zero) else SEVERAL)


# -------------------------------------------------------------------------------------------------------------- one sign change

loans = st.tuples(
    st.integers(1, 10**12),
    st.lists(st.tuples(st.integers(1, 15000), st.integers(1, 10**12)), min_size=1, max_size=40),
)


def flows_of(loan):
    """A disbursement and later payments, days over 365."""
    principal, payments = loan
    years = np.array([0.0, *(day / 365 for day, _ in payments)])
    return years, np.array([float(principal), *(-float(paid) for _, paid in payments)])


def log_worth(years, amounts, x):
    """ln(received / paid), each at its worth: changes sign where they balance, without overflow."""
    received, paid = amounts > 0, amounts < 0
    parts = [np.log(np.abs(amounts[side])) - x * years[side] for side in (received, paid)]
    return np.logaddexp.reduce(parts[0]) - np.logaddexp.reduce(parts[1])


@settings(max_examples=300, deadline=None)
@given(loans)
def test_a_loan_has_the_rate_that_an_independent_search_finds(loan):
    years, amounts = flows_of(loan)
    low, high = np.log(0.01), np.log1p(1e6)
    rate, status = solved(years, amounts)
    if log_worth(years, amounts, low) > 1e-9 or log_worth(years, amounts, high) < -1e-9:
        assert status == NONE
    elif log_worth(years, amounts, low) < -1e-9 and log_worth(years, amounts, high) > 1e-9:
        x = brentq(lambda place: log_worth(years, amounts, place), low, high, xtol=1e-15, rtol=1e-15)
        assert status == OK
        assert np.log1p(rate) == pytest.approx(x, rel=1e-11, abs=1e-11)
        assert present_value(years, amounts, nominal_percent(rate)) == pytest.approx(
            0, abs=1e-9 * np.abs(amounts * (1 + rate) ** -years).sum()
        )


@settings(max_examples=100, deadline=None)
@given(loans, st.floats(1e-6, 1e6), st.randoms(use_true_random=False), st.floats(-1, 1e7), st.floats(-50, 50))
def test_scale_order_guess_and_origin_change_nothing(loan, scale, random, guess, origin):
    years, amounts = flows_of(loan)
    rate, status = solved(years, amounts)
    order = list(range(years.size))
    random.shuffle(order)
    for again, said in (
        solved(years, amounts * scale),
        solved(years[order], amounts[order]),
        solved(years, -amounts),
        effective_rate_guess(years, amounts, guess),
        solved(years + origin, amounts),
    ):
        assert said == status or abs(abs(np.log1p(0 if np.isnan(rate) else rate)) - 4.6) < 1e-6
        if status == said == OK:
            assert np.log1p(again) == pytest.approx(np.log1p(rate), rel=1e-9, abs=1e-9)


def test_flows_of_one_time_count_as_one():
    assert solved([0, 0, 1, 1], [100, -5, -60, -50]) == solved([0, 1], [95, -110])
    assert solved([1, 0, 1, 0], [-60, 100, -50, -5]) == solved([0, 1], [95, -110])
    assert solved([0, 0.5, 0.5, 1], [100, 30, -30, -110]) == solved([0, 1], [100, -110])


def test_read_only_arrays_are_taken():
    years, amounts = np.array([0.0, 1.0]), np.array([100.0, -110.0])
    years.flags.writeable = amounts.flags.writeable = False
    assert effective_rate(years, amounts)[0] == pytest.approx(0.1, abs=1e-15)
    assert present_value(years, amounts, nominal_percent(0.1)) == pytest.approx(0, abs=1e-12)


def test_savings_that_come_back_make_two_changes_of_sign_and_one_rate():
    years = np.arange(14) / 12
    amounts = np.array([950.0] + [-92.0] * 12 + [50.0])
    rate, status = solved(years, amounts)
    assert status == OK
    assert (amounts * (1 + rate) ** -years).sum() == pytest.approx(0, abs=1e-9)
    assert every(years, amounts) == pytest.approx([rate], abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_two_thousand_flows_of_changing_sign_come_to_an_end(seed):
    amounts = np.random.default_rng(seed).normal(size=2000)
    _, status = solved(np.arange(2000) / 365, amounts)
    assert status in {OK, NONE, SEVERAL}
    x = np.linspace(np.log(0.011), 5, 1500)
    worth = np.array([np.polynomial.polynomial.polyval(np.exp(-place / 365), amounts) for place in x if place > -0.5])
    assert (np.abs(np.diff(np.sign(worth))) > 1).sum() <= (0 if status == NONE else 1 if status == OK else 2000)


def test_a_thousand_years_and_a_tenth_of_a_second_are_no_trouble():
    assert solved([0, 1000], [1, -2])[0] == pytest.approx(2 ** (1 / 1000) - 1, rel=1e-12)
    assert solved([0, 1e-9], [1, -2])[1] == NONE
    assert solved([0, 1e-9], [1, -1 - 1e-12])[0] == pytest.approx(np.expm1(1e-3), rel=1e-3)
