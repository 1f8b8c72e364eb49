"""Shares of money against exact fractions."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from prakas.facts.money import share
from prakas.facts.schedule import PERCENT


def half_up(amount: Fraction) -> int:
    return floor(amount + Fraction(1, 2))


@settings(deadline=None, max_examples=500)
@given(st.integers(0, 10**15), st.integers(0, 10**12), st.integers(1, 10**12))
@example(10**15, 10**12, 10**12)
@example(10**15, 10**12 - 1, 10**12)
@example(1, 1, 2)
@example(0, 10**12, 7)
@example(2**53 + 1, 1, 1)
def test_a_share_is_exact_and_half_up_though_its_product_leaves_int64(amount, numerator, denominator):
    exact = half_up(Fraction(amount) * numerator / denominator)
    if exact < 2**63:
        assert share(amount, numerator, denominator) == exact


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 10**15), st.integers(0, 100_000_000), st.integers(1, 40_000))
def test_interest_by_days_is_a_share(amount, rate, days):
    denominator = 365 * PERCENT
    assert share(amount, rate * days, denominator) == half_up(Fraction(amount * rate * days, denominator))


@pytest.mark.parametrize(
    ("amount", "numerator", "denominator", "result"),
    [(5, 1, 10, 1), (4, 1, 10, 0), (15, 1, 10, 2), (49, 1, 100, 0), (50, 1, 100, 1), (51, 1, 100, 1), (1, 0, 3, 0), (3, 7, 7, 3)],
)
def test_half_goes_up_and_a_unit_below_does_not(amount, numerator, denominator, result):
    assert share(amount, numerator, denominator) == result
