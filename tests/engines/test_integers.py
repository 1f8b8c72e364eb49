"""Whole numbers stay whole: division, remainders and conversion into riel against Python's integers, above 2 to the 53rd too."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prakas.engine import to_sql
from prakas.errors import EngineError
from prakas.facts import declared, in_base, number, total
from prakas.tape import LARGEST_MONEY, LARGEST_RATE

PAIR = pa.schema([("n", pa.int64()), ("a", pa.int64()), ("b", pa.int64())])
RESULT = pa.schema([("n", pa.int64()), ("quotient", pa.int64()), ("rest", pa.int64())])
RIEL = pa.schema([("n", pa.int64()), ("riel", pa.int64())])
AMOUNT = pa.schema([("n", pa.int64()), ("amount", pa.int64()), ("rate", pa.int64()), ("currency", pa.string())])
MOST = 2**63 - 1


def test_division_is_exact_where_a_float_is_not(asked):
    pairs = [
        (2**53 + 1, 1),
        (90071992547409935, 10),
        (MOST, 7),
        (MOST, 1),
        (MOST, MOST),
        (10**18 - 1, 10**9),
        (0, 3),
        (6, 7),
        (7, 7),
    ]
    assert int(float(2**53 + 1)) != 2**53 + 1  # what a floating division would give
    rows = asked.table(PAIR, [{"n": i, "a": a, "b": b} for i, (a, b) in enumerate(pairs)])
    found = asked.run(rows.select("n", quotient=rows.a // rows.b, rest=rows.a % rows.b).order_by("n"), RESULT)
    assert [(row["quotient"], row["rest"]) for row in found] == [divmod(a, b) for a, b in pairs]


def test_below_zero_division_is_cut_off_so_callers_stay_at_or_above_it(asked):
    rows = asked.table(PAIR, [{"n": 0, "a": -7, "b": 2}])
    (row,) = asked.run(rows.select("n", quotient=rows.a // rows.b, rest=rows.a % rows.b), RESULT)
    assert row == {"n": 0, "quotient": -3, "rest": -1}


@pytest.mark.parametrize("dialect", ["duckdb", "spark"])
def test_no_floor_stands_in_the_sql_of_a_division(dialect):
    rows = declared("rows", PAIR)
    assert "FLOOR" not in to_sql(rows.select(x=rows.a // rows.b), dialect).upper()


def in_riel(amount: int, rate: int) -> int:
    """Return hundredths of riel for hundredths of a currency at a rate in millionths: half up to one whole riel."""
    scale = 100 * 1_000_000
    return (2 * amount * rate + scale) // (2 * scale) * 100


def converted(asked, pairs):
    rows = asked.table(AMOUNT, [{"n": i, "amount": a, "rate": r, "currency": "USD"} for i, (a, r) in enumerate(pairs)])
    riel = in_base(rows.amount, rows.currency, rows.rate, "KHR")
    return [row["riel"] for row in asked.run(rows.select("n", riel=riel).order_by("n"), RIEL)]


BOUNDARIES = (
    *((100, rate) for rate in (499_999, 500_000, 500_001, 1_499_999, 1_500_000)),  # half a riel, and a unit to each side
    *((1, rate) for rate in (49_999_999, 50_000_000, 50_000_001)),
    (0, 4_100_000_000),
    (2**53 + 1, 1_000_000),
    (10**13 + 1, 4_123_456_789),
)


def test_conversion_into_riel_is_half_up_to_one_whole_riel(asked):
    chosen = random.Random(20241231)
    pairs = [*BOUNDARIES, *((chosen.randrange(10**13), chosen.randrange(10**10)) for _ in range(2000))]
    assert converted(asked, pairs) == [in_riel(a, r) for a, r in pairs]
    assert in_riel(100, 500_000) == 100
    assert in_riel(100, 499_999) == 0


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 10**13), st.integers(1, 10**10)), min_size=1, max_size=200))
def test_conversion_agrees_with_integers_of_any_size(duck, pairs):
    assert converted(duck, pairs) == [in_riel(a, r) for a, r in pairs]


def test_the_largest_amount_is_converted_exactly_and_refused_where_the_riel_would_not_fit(asked):
    usual = 4_100 * 1_000_000
    assert converted(asked, [(LARGEST_MONEY, usual)]) == [in_riel(LARGEST_MONEY, usual)]
    assert in_riel(LARGEST_MONEY, LARGEST_RATE) > MOST
    with pytest.raises(EngineError):
        converted(asked, [(LARGEST_MONEY, LARGEST_RATE)])


def test_an_amount_in_riel_is_not_rounded_and_one_without_a_rate_is_not_known(asked):
    rows = asked.table(
        AMOUNT,
        [
            {"n": 0, "amount": 12345, "rate": None, "currency": "KHR"},
            {"n": 1, "amount": 12345, "rate": None, "currency": "USD"},
            {"n": 2, "amount": None, "rate": 1, "currency": "USD"},
            {"n": 3, "amount": 12345, "rate": 1, "currency": None},
        ],
    )
    riel = in_base(rows.amount, rows.currency, rows.rate, "KHR")
    found = asked.run(rows.select("n", riel=riel).order_by("n"), RIEL)
    assert [row["riel"] for row in found][:3] == [12345, None, None]


def test_a_sum_over_nothing_is_zero_and_a_sum_that_does_not_fit_is_refused(asked):
    rows = asked.table(PAIR, [{"n": 0, "a": MOST, "b": None}, {"n": 1, "a": 1, "b": None}])
    result = pa.schema([("total", pa.int64()), ("rows", pa.int64())])
    nobody = rows.filter(rows.n > 5)
    assert asked.run(nobody.agg(total=total(nobody.a), rows=number(nobody.a > 0)), result) == [{"total": 0, "rows": 0}]
    assert asked.run(rows.agg(total=total(rows.b), rows=number(rows.b > 0)), result) == [{"total": 0, "rows": 0}]
    with pytest.raises(EngineError) as refused:
        asked.run(rows.agg(total=total(rows.a), rows=number(rows.a > 0)), result)
    assert str(MOST) not in str(refused.value)


def test_a_product_that_does_not_fit_is_refused(asked):
    rows = asked.table(PAIR, [{"n": 0, "a": 4_611_686_018_427_387_999, "b": 2}])
    with pytest.raises(EngineError) as refused:
        asked.run(rows.select("n", quotient=rows.a * rows.b, rest=rows.n), RESULT)
    assert "4611686018427387999" not in str(refused.value)
