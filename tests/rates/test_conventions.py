"""What the three conventions make of dates, beside the published examples."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from prakas.facts.conventions import Flow, Rate, actual_365, eu_apr, us_reg_z

EIGHTEEN = Decimal("18.000000000")


def month(first, k):
    index = first.year * 12 + first.month - 1 + k
    ends = [31, 29 if index // 12 % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return date(index // 12, index % 12 + 1, min(first.day, ends[index % 12]))


def dated(*pairs):
    return [Flow(Decimal(str(amount)), on=date.fromisoformat(str(on))) for amount, on in pairs]


def bullet(start, due_dates, interest=15):
    """1000 at 15 a period, the principal with the last payment."""
    *first, last = due_dates
    return dated((1000, start), *((-interest, on) for on in first), (-1000 - interest, last))


# -------------------------------------------------------------------------------------------------- one and a half a month


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2015, 1, 1), date(2035, 12, 31)), st.integers(1, 60))
def test_one_and_a_half_percent_a_month_is_exactly_18_by_months_whatever_the_day(start, months):
    flows = bullet(start, [month(start, k) for k in range(1, months + 1)])
    if months >= 3 or start.day <= 28:
        assert eu_apr(flows).nominal_percent == EIGHTEEN
        assert us_reg_z(flows).nominal_percent == EIGHTEEN
    twelfths = [Flow(flow.amount, years=Fraction(k, 12)) for k, flow in enumerate(flows)]
    assert actual_365(twelfths) == eu_apr(twelfths)
    assert actual_365(twelfths).nominal_percent == us_reg_z(twelfths).nominal_percent == EIGHTEEN


def test_effective_and_nominal_stand_side_by_side():
    flows = bullet(date(2026, 1, 5), [month(date(2026, 1, 5), k) for k in range(1, 13)])
    assert us_reg_z(flows) == Rate(Decimal("19.561817146"), EIGHTEEN, "ok")
    short_february = actual_365(bullet(date(2026, 1, 31), [date(2026, 2, 28), date(2026, 3, 31)]))
    assert short_february.nominal_percent > EIGHTEEN  # 59 days for two months


# ------------------------------------------------------------------------------------------------ the unit-period of the US


@pytest.mark.parametrize(
    ("title", "due_dates", "per_year"),
    [
        ("weeks", [date(2024, 1, 8) + timedelta(7 * k) for k in range(30)], 52),
        ("fortnights", [date(2024, 1, 15) + timedelta(14 * k) for k in range(30)], 26),
        ("four weeks", [date(2024, 1, 29) + timedelta(28 * k) for k in range(13)], 13),
        ("every day", [date(2024, 1, 2) + timedelta(k) for k in range(90)], 365),
        ("every ten days", [date(2024, 1, 11) + timedelta(10 * k) for k in range(30)], 36.5),
        ("months", [month(date(2024, 1, 1), k) for k in range(1, 25)], 12),
        ("quarters", [month(date(2024, 1, 1), 3 * k) for k in range(1, 9)], 4),
        ("half years", [month(date(2024, 1, 1), 6 * k) for k in range(1, 9)], 2),
        ("years", [month(date(2024, 1, 1), 12 * k) for k in range(1, 6)], 1),
    ],
)
def test_the_unit_is_the_period_that_occurs_most_often(title, due_dates, per_year):
    assert us_reg_z(bullet(date(2024, 1, 1), due_dates)).nominal_percent == pytest.approx(
        Decimal(str(1.5 * per_year)), abs=Decimal("1e-8")
    )


@pytest.mark.parametrize("days", [(1, 16), (1, 15), (10, 25), (15, 31)])
def test_two_days_a_month_are_semimonths_and_no_fortnights(days):
    due = [date(2023, m, min(day, month(date(2023, 1, 31), m - 1).day)) for m in range(1, 13) for day in days]
    assert us_reg_z(bullet(due[0], due[1:])).nominal_percent == pytest.approx(36, abs=0.15)  # 39 by fortnights


def test_a_month_of_28_days_is_a_month_in_a_series_of_months_and_four_weeks_in_one_of_weeks():
    february = [date(2023, 2, 1), date(2023, 3, 1)]
    assert us_reg_z(bullet(date(2023, 1, 1), [*february, date(2023, 4, 1)])).nominal_percent == EIGHTEEN
    assert us_reg_z(bullet(date(2023, 1, 4), [*february, date(2023, 3, 29)])).nominal_percent == Decimal("19.500000000")


def test_of_two_periods_that_occur_equally_often_the_smaller_is_the_unit():
    due = [date(2024, 2, 1), date(2024, 3, 1), date(2024, 5, 1), date(2024, 7, 1)]  # 1, 1, 2, 2 months
    by_month = us_reg_z(dated((1000, "2024-01-01"), *((-300, on) for on in due)))
    i = brentq(lambda i: 1000 - sum(300 * (1 + i) ** -t for t in (1, 2, 4, 6)), 0, 1, xtol=1e-15)
    assert float(by_month.nominal_percent) == pytest.approx(1200 * i, abs=1e-8)


def test_a_standard_interval_goes_before_a_number_of_days_that_occurs_as_often():
    # From 1 January to 1 March and from 1 February to 1 April: two months each, and 59 days each.
    flows = dated((1000, "2023-01-01"), (1000, "2023-03-01"), (-50, "2023-02-01"), (-2100, "2023-04-01"))
    i = brentq(lambda i: 1000 + 1000 / (1 + i) - (50 + 2100 / (1 + i)) / (1 + i / 2), 0, 1, xtol=1e-15)
    assert float(us_reg_z(flows).nominal_percent) == pytest.approx(600 * i, abs=1e-8)


def test_a_single_rate_at_or_above_zero_goes_before_those_below_it():
    # 100 of 1,000 kept back and returned at the end of 48 months: the other root is -94.9 % a year.
    flows = dated((900, "2024-01-01"), *((-22, month(date(2024, 1, 1), k)) for k in range(1, 48)), (78, "2028-01-01"))
    for convention in (actual_365, us_reg_z, eu_apr):
        rate = convention(flows)
        assert (rate.status, rate.candidates) == ("ok", ())
        assert rate.nominal_percent > 0


def test_without_a_period_that_occurs_twice_the_standard_interval_nearest_to_the_average_is_the_unit():
    flows = dated((1000, "2024-01-01"), (-500, "2024-01-06"), (-600, "2024-01-14"), (-7, "2024-01-23"))  # 5, 8, 9: average 7.33
    i = brentq(
        lambda i: 1000 - 500 / (1 + 5 / 7 * i) - 600 / ((1 + 6 / 7 * i) * (1 + i)) - 7 / ((1 + i / 7) * (1 + i) ** 3),
        0,
        9,
        xtol=1e-15,
    )
    assert float(us_reg_z(flows).nominal_percent) == pytest.approx(5200 * i, abs=1e-6)


@pytest.mark.parametrize(
    ("due", "repaid", "nominal"),
    [
        ("2024-03-01", 1030, Decimal("18.000000000")),  # two whole months: 6 a year
        ("2024-03-02", 1030, Decimal("17.950819672")),  # 61 days: 365/61 a year
        ("2024-12-01", 1110, Decimal("12.000000000")),  # eleven months
        ("2025-01-01", 1100, Decimal("10.000000000")),  # a year is one year
        ("2026-01-01", 1210, Decimal("10.000000000")),  # two years are two unit-periods
        ("2025-07-01", 1155, Decimal("10.000000000")),  # a year and six twelfths, simple: 1.10 x 1.05
        ("2025-01-02", 1102, Decimal("9.900000000")),
    ],
)
def test_one_advance_and_one_payment_have_the_term_as_unit_up_to_a_year(due, repaid, nominal):
    rate = us_reg_z(dated((1000, "2024-01-01"), (-repaid, due))).nominal_percent
    if due == "2025-01-02":  # a year and one day of 365
        i = brentq(lambda i: (1 + i) * (1 + i / 365) - 1.102, 0, 1, xtol=1e-15)
        nominal = Decimal(repr(100 * i)).quantize(Decimal("1e-9"))
    assert rate == nominal


def test_a_series_on_the_last_days_of_months_runs_from_last_day_to_last_day():
    due = [date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 30), date(2023, 5, 31)]
    assert us_reg_z(bullet(date(2023, 1, 31), due)).nominal_percent == EIGHTEEN
    due = [date(2023, 1, 30), date(2023, 2, 28), date(2023, 3, 30), date(2023, 4, 30)]
    assert us_reg_z(bullet(date(2022, 12, 30), due)).nominal_percent == EIGHTEEN
    due = [date(2023, 2, 28), date(2023, 3, 28), date(2023, 4, 28)]  # the 28th is no last day: from 31 January 28 days of 30
    i = brentq(lambda i: 1000 - sum(400 / ((1 + 28 / 30 * i) * (1 + i) ** t) for t in range(3)), 0, 1, xtol=1e-15)
    rate = us_reg_z(dated((1000, "2023-01-31"), *((-400, on) for on in due)))
    assert float(rate.nominal_percent) == pytest.approx(1200 * i, abs=1e-8)


def test_several_advances_are_each_counted_from_the_first():
    flows = dated((500, "2024-01-10"), (500, "2024-02-25"), *((-180, month(date(2024, 4, 10), k)) for k in range(6)))
    i = brentq(
        lambda i: 500 + 500 / ((1 + 15 / 30 * i) * (1 + i)) - sum(180 * (1 + i) ** -(3 + k) for k in range(6)), 0, 1, xtol=1e-15
    )
    assert float(us_reg_z(flows).nominal_percent) == pytest.approx(1200 * i, abs=1e-8)


@pytest.mark.parametrize(
    "step", [Fraction(1, 12), Fraction(1, 24), Fraction(1, 52), Fraction(14, 365), Fraction(1, 365), Fraction(1, 4), 1]
)
def test_years_alone_show_the_unit_too(step):
    per_year = Fraction(26) if step == Fraction(14, 365) else 1 / Fraction(step)
    flows = [Flow(1000, years=0), *(Flow(-15, years=k * step) for k in range(1, 9)), Flow(-1015, years=9 * step)]
    assert us_reg_z(flows).nominal_percent == pytest.approx(Decimal(float(per_year) * 1.5), abs=Decimal("1e-8"))


# ----------------------------------------------------------------------------------------------------- the European interval


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2023-03-01", "2024-03-01", Fraction(1)),
        ("2023-03-01", "2024-02-29", Fraction(11, 12) + Fraction(28, 365)),  # back to 29 March 2023
        ("2024-02-28", "2024-02-29", Fraction(1, 366)),  # 28 February 2023 to 29 February 2024 is 366 days
        ("2024-02-27", "2024-02-28", Fraction(1, 365)),
        ("2024-01-31", "2024-02-29", Fraction(1, 12)),
        ("2024-01-31", "2024-02-28", Fraction(28, 365)),
        ("2024-01-01", "2024-01-15", Fraction(14, 365)),  # a single fortnight: days, as in the Commission's tables
    ],
)
def test_a_single_interval_is_months_counted_back_and_days_of_that_year(start, end, years):
    e = brentq(lambda e: 1000 - 1200 * (1 + e) ** -float(years), 0, 1e30, xtol=1e-15, rtol=1e-14)
    rate = eu_apr(dated((1000, start), (-1200, end)))
    if e > 1e6:
        assert rate.status == "none"
    else:
        assert float(rate.effective_percent) == pytest.approx(100 * e, rel=1e-11)


def test_weekly_payments_are_weeks_of_which_a_year_has_52():
    flows = bullet(date(2024, 1, 1), [date(2024, 1, 8) + timedelta(7 * k) for k in range(30)])
    assert float(eu_apr(flows).effective_percent) == pytest.approx(100 * (1.015**52 - 1), abs=1e-8)


def test_a_cost_before_the_first_drawdown_counts_back_from_it():
    flows = dated((-5, "2024-02-10"), (1000, "2024-03-10"), *((-180, month(date(2024, 4, 10), k)) for k in range(6)))
    e = brentq(lambda e: 1000 - 5 * (1 + e) ** (1 / 12) - sum(180 * (1 + e) ** (-k / 12) for k in range(1, 7)), 0, 5, xtol=1e-15)
    rate = eu_apr(flows)
    assert next(float(effective) for effective, _ in rate.candidates or [(rate.effective_percent, None)]) == pytest.approx(
        100 * e, abs=1e-8
    )


def test_money_paid_back_on_the_day_it_came_costs_nothing_in_europe_and_has_no_rate_elsewhere():
    flows = dated((500, "2012-10-10"), (-500, "2012-10-10"))
    assert eu_apr(flows) == Rate(Decimal("0.000000000"), Decimal("0.000000000"), "ok")
    assert actual_365(flows) == us_reg_z(flows) == Rate(None, None, "none")


# ------------------------------------------------------------------------------------------------------------- any convention


@pytest.mark.parametrize("convention", [actual_365, us_reg_z, eu_apr])
@pytest.mark.parametrize(
    "flows",
    [[], dated((100, "2024-01-01")), dated((0, "2024-01-01"), (0, "2025-01-01")), dated((5, "2024-01-01"), (5, "2024-02-01"))],
)
def test_flows_without_two_sides_have_no_rate(convention, flows):
    assert convention(flows) == Rate(None, None, "none")


@pytest.mark.parametrize("convention", [actual_365, us_reg_z, eu_apr])
def test_values_that_are_no_numbers_have_no_rate(convention):
    assert convention([Flow(Decimal("NaN"), on=date(2024, 1, 1)), Flow(-5, on=date(2025, 1, 1))]).status == "none"
    assert convention([Flow(5, years=float("inf")), Flow(-5, years=0)]).status == "none"


@pytest.mark.parametrize("convention", [actual_365, us_reg_z, eu_apr])
def test_dates_and_years_are_not_mixed(convention):
    with pytest.raises(ValueError, match="a date each, or years each"):
        convention([Flow(5, on=date(2024, 1, 1)), Flow(-5, years=1)])
    with pytest.raises(ValueError, match="a date each, or years each"):
        convention([Flow(5), Flow(-5)])


@pytest.mark.parametrize("convention", [actual_365, us_reg_z, eu_apr])
def test_two_rates_are_several_and_both_are_listed(convention):
    rate = convention(dated((-1600, "2023-01-01"), (10000, "2024-01-01"), (-10000, "2024-12-31")))
    assert (rate.status, rate.effective_percent, rate.nominal_percent) == ("several", None, None)
    assert [round(float(effective)) for effective, _ in rate.candidates] in ([25, 400], [25, 402], [25, 401], [25, 399])


amounts_and_days = st.lists(
    st.tuples(st.integers(-(10**9), 10**9), st.dates(date(2018, 1, 1), date(2026, 12, 31))), min_size=2, max_size=12
)


@settings(max_examples=150, deadline=None)
@given(amounts_and_days, st.integers(1, 10**6), st.randoms(use_true_random=False))
def test_order_of_rows_and_unit_of_money_change_nothing(rows, unit, random):
    assume(any(amount for amount, _ in rows))
    flows = [Flow(Decimal(amount).scaleb(-2), on=on) for amount, on in rows]
    shuffled = list(flows)
    random.shuffle(shuffled)
    split = [Flow(part, on=flow.on) for flow in shuffled for part in (flow.amount - Decimal("0.001"), Decimal("0.001"))]
    for convention in (actual_365, us_reg_z, eu_apr):
        rate = convention(flows)
        assert convention(shuffled) == rate
        assert convention(split) == rate
        scaled = convention([Flow(flow.amount * unit, on=flow.on) for flow in flows])
        assert scaled.status == rate.status
        if rate.status == "ok":
            assert float(scaled.effective_percent) == pytest.approx(float(rate.effective_percent), rel=1e-9, abs=2e-9)
