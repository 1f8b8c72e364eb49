"""Every published example of a rate that speaks of one of the three conventions holds, through the file that the command reads.

``tests/cases/apr_examples.json`` holds worked examples of regulators and libraries; each record names its source. What is
expected is the published figure; ``recomputed`` in a record is not read.
"""

import json
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import brentq

from prakas.facts.solver import nominal_percent, present_value
from tests.rates.flows_file import rate_of_file

RECORDS = {
    record["id"]: record
    for record in json.loads((Path(__file__).parents[1] / "cases" / "apr_examples.json").read_text(encoding="utf-8"))["records"]
}

LEFT_OUT = {
    "curo-interval-12": "United Kingdom (CONC App 1.2): another rule for the year over which days are divided, no convention of ours",
    "curo-interval-13": "United Kingdom (CONC App 1.2): divides by the year in which the interval ends, no convention of ours",
    "curo-interval-15": "United Kingdom (CONC App 1.2): divides by the year in which the interval ends, no convention of ours",
    "pyxirr-xnpv-unordered": "a value at a given rate, not a rate (tested below as a present value)",
    "mft-amk-p07": "a range of rates over loans that are not given: no flows",
    "mft-chamroeun-p02": "a range of rates over loans that are not given: no flows",
    "mft-tpc-p03": "a range of rates over loans that are not given: no flows",
    "mft-spn-p08": "a range of rates over loans that are not given: no flows",
    "mft-amk-p12": "an exchange rate, no price",
}


def of_family(*families):
    return [name for name, record in RECORDS.items() if record["family"] in families and name not in LEFT_OUT]


REGULATION_Z = of_family("regulation_z_appendix_j", "regulation_z_style_extra")
# These have more than one rate, so no number stands as the rate; the published one must be among those that are listed.
AMONG_SEVERAL = {
    "ec-43": ("eu-apr", 2),  # a cost a year before the drawdown: also near 19,600 %
    "pyxirr-30-21": ("actual-365", 3),
    "npf-irr-7": ("actual-365", 3),
}
EU_LOANS = [name for name in of_family("ec_aprc_2015") if name not in AMONG_SEVERAL]
EU_OTHERS = ["fs-eu-0", "curo-3"]
CALENDAR_1996 = of_family("eu_1996_calendar_basis")
XIRR = [*(name for name in of_family("xirr_act365f") if name not in AMONG_SEVERAL), "pyxirr-daycount-3"]
ACTUAL_365 = ["fs-eu-1"]
EU_INTERVALS = [*of_family("eu_interval_rule"), *(f"curo-interval-{n}" for n in (1, 2, 4, 5, 6))]
US_INTERVALS = ["curo-interval-10", "curo-interval-11"]
# Their equation is ours, their clock is not: the years are counted here, by their clock, and given as years.
OWN_CLOCK = ["pyxirr-daycount-1", "pyxirr-daycount-4", "pyxirr-daycount-6"]
SINGLE_PAYMENTS = of_family("single_payment_uk_style")
PERIODS = [name for name in of_family("irr_periodic", "annuity_effective") if name not in AMONG_SEVERAL]

HELD = [
    *REGULATION_Z, *EU_LOANS, *EU_OTHERS, *CALENDAR_1996, *XIRR, *ACTUAL_365, *EU_INTERVALS, *US_INTERVALS, *OWN_CLOCK,
    *SINGLE_PAYMENTS, *PERIODS, *AMONG_SEVERAL,
]  # fmt: skip


def test_every_record_is_held_or_left_out_with_a_reason():
    assert len(HELD) == len(set(HELD))
    assert sorted([*HELD, *LEFT_OUT]) == sorted(RECORDS)


def agrees(percent, expected_percent, record):
    """To the precision stated in the record: so many decimals, half up, or an absolute or relative distance."""
    tolerance = record["tolerance"]
    if "decimals" in tolerance:
        unit = Decimal(1).scaleb(-tolerance["decimals"])
        return percent.quantize(unit, ROUND_HALF_UP) == Decimal(str(expected_percent)).quantize(unit)
    apart = abs(percent - Decimal(str(expected_percent)))
    if "rel" in tolerance:
        return apart <= Decimal(str(tolerance["rel"])) * abs(Decimal(str(expected_percent)))
    scale = {"x_percent": 1, "abs_decimal": 1, "abs": 100, "x": 100}
    (key,) = [key for key in scale if key in tolerance]
    return apart <= Decimal(str(tolerance[key])) * scale[key]


def later(first, step, k):
    """The k-th date of a series: every n days, weeks, months or years, or on the 1st and 16th."""
    if step == "semimonthly on the 1st and 16th":
        halves = first.year * 24 + (first.month - 1) * 2 + (first.day == 16) + k
        return date(halves // 24, halves % 24 // 2 + 1, 16 if halves % 2 else 1)
    count, unit = step.split()
    if unit.startswith(("day", "week")):
        return first + timedelta(days=int(count) * k * (7 if unit.startswith("week") else 1))
    months = first.year * 12 + first.month - 1 + int(count) * k * (12 if unit.startswith("year") else 1)
    return date(months // 12, months % 12 + 1, first.day)


def dated_rows(flows):
    """(amount, date) of a record with dates, as the borrower sees them."""
    if isinstance(flows, list):
        return [(flow["amount"], flow["date"]) for flow in flows]
    drawdown = flows.get("advance") or flows["drawdown"]
    rows = [(drawdown["amount"], drawdown["date"])]
    for series in flows["payments"]:
        first = date.fromisoformat(series["first"])
        rows += [(-series["amount"], later(first, series.get("every", "1 day"), k)) for k in range(series["count"])]
    if "fee" in flows:
        rows.append((-flows["fee"]["amount"], flows["fee"]["date"]))
    return rows


@pytest.mark.parametrize("name", REGULATION_Z)
def test_regulation_z_gives_the_published_annual_percentage_rate(name, tmp_path):
    record = RECORDS[name]
    said = rate_of_file(tmp_path, "us-reg-z", dated_rows(record["cash_flows"]), "on")
    expected = record["expected"]
    assert said["status"] == "ok"
    assert agrees(
        said["nominal_percent"], expected["apr_percent"] if "apr_percent" in expected else 100 * expected["rate"], record
    )


# The same source as the records: 12 CFR Part 1026 Appendix J(c), and variants confirmed by hand in a spreadsheet by the author of the
# repository named there (tests/AprUsActuarialTests.fs).
MORE_OF_APPENDIX_J = [
    ("(c)(1)(ii)", 11.82, [(6000, "1978-02-10")], [(200, 36, "1978-04-01", "1 month")]),
    ("(c)(3)(ii)", 12.22, [(200, "1978-04-03")], [(9.5, 19, "1978-04-11", "2 weeks"), (30, 1, "1979-01-02", "1 day")]),
    ("(c)(4)(i)", 10.90, [(5000, "1978-01-10")],
     [(250, 1, "1978-02-10", "1 day"), (230, 22, "1978-03-10", "1 month"), (280, 1, "1980-01-10", "1 day")]),
    ("(c)(5)(i)", 11.45, [(1000, "1978-01-03")], [(1080, 1, "1978-09-15", "1 day")]),
    ("quarterly, short first period", 9.32, [(10000, "1978-07-23")], [(385, 40, "1978-10-01", "3 months")]),
    ("weekly, long first period", 176.52, [(1000, "2023-10-28")], [(250, 5, "2023-11-30", "1 week")]),
    ("weekly, short first period", 434.30, [(1000, "2023-11-24")], [(250, 5, "2023-11-30", "1 week")]),
]  # fmt: skip


@pytest.mark.parametrize(("title", "percent", "advances", "series"), MORE_OF_APPENDIX_J)
def test_more_examples_of_appendix_j(title, percent, advances, series, tmp_path):
    rows = list(advances)
    for amount, count, first, step in series:
        rows += [(-amount, later(date.fromisoformat(first), step, k)) for k in range(count)]
    said = rate_of_file(tmp_path, "us-reg-z", rows, "on")
    assert said["nominal_percent"].quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(str(percent)).quantize(Decimal("0.01"))


def ec_payments(flows):
    """Amounts in order; one record describes them: equal principal, interest at half a percent a month, to the cent."""
    if isinstance(flows["payments_in_order"], list):
        return [series["amount"] for series in flows["payments_in_order"] for _ in range(series["count"])]
    principal, cent = Decimal(200000) / 240, Decimal("0.01")
    amounts = [(principal + (200000 - principal * k) * Decimal("0.005")).quantize(cent, ROUND_HALF_UP) for k in range(240)]
    assert [amounts[0], amounts[1], amounts[-1]] == [Decimal("1833.33"), Decimal("1829.17"), Decimal("837.50")]  # as printed
    return amounts


def ec_rows(flows):
    step = Fraction(flows["step_years"]) if isinstance(flows["step_years"], str) else Fraction(str(flows["step_years"]))
    first = Fraction(flows["first_payment_t_years"]).limit_denominator(36600)  # printed to ten decimals
    rows = [(flows["drawdown"]["amount"], flows["drawdown"]["t_years"]), (-flows["cost_at_t0"], flows["drawdown"]["t_years"])]
    rows += [(-amount, first + k * step) for k, amount in enumerate(ec_payments(flows))]
    if "extra_cost" in flows:
        rows.append((-flows["extra_cost"]["amount"], flows["extra_cost"]["t_years"]))
    return rows


def agrees_with_commission(said, record):
    assert said["status"] == "ok"
    assert agrees(said["effective_percent"], record["expected"]["x_percent_6dp"], record)
    assert said["effective_percent"].quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(
        str(record["expected"]["apr_percent_1dp"])
    )


@pytest.mark.parametrize("name", EU_LOANS)
def test_the_commissions_examples_hold_with_their_intervals_in_years(name, tmp_path):
    agrees_with_commission(rate_of_file(tmp_path, "eu-apr", ec_rows(RECORDS[name]["cash_flows"]), "years"), RECORDS[name])


@pytest.mark.parametrize(
    ("name", "drawdown", "first", "step"),
    [
        ("ec-1", "2013-01-15", "2013-02-15", "1 month"),
        ("ec-2-2", "2013-01-12", "2013-02-15", "1 month"),
        ("ec-2-3", "2012-01-12", "2012-02-15", "1 year"),
        ("ec-18-1", "2014-02-15", "2014-03-01", "1 month"),
        ("ec-42", "2013-05-07", "2013-06-07", "1 month"),
        ("ec-40", "2013-05-31", "2013-11-30", "1 day"),
    ],
)
def test_the_commissions_examples_hold_from_dates_alone(name, drawdown, first, step, tmp_path):
    flows = RECORDS[name]["cash_flows"]
    rows = [(flows["drawdown"]["amount"] - flows["cost_at_t0"], drawdown)]
    rows += [(-amount, later(date.fromisoformat(first), step, k)) for k, amount in enumerate(ec_payments(flows))]
    agrees_with_commission(rate_of_file(tmp_path, "eu-apr", rows, "on"), RECORDS[name])


@pytest.mark.parametrize("name", EU_OTHERS)
def test_other_european_examples_hold(name, tmp_path):
    record = RECORDS[name]
    said = rate_of_file(tmp_path, "eu-apr", dated_rows(record["cash_flows"]), "on")
    expected = record["expected"]
    percent = expected["apr_percent"] if "apr_percent" in expected else 100 * expected["apr_decimal"]
    assert said["status"] == "ok"
    assert agrees(said["effective_percent"], percent, record)


@pytest.mark.parametrize("name", CALENDAR_1996)
def test_the_examples_of_1996_hold_on_actual_days(name, tmp_path):
    record = RECORDS[name]
    column, key = ("on", "date") if "date" in record["cash_flows"][0] else ("years", "t_years")
    rows = [(flow["amount"], flow[key]) for flow in record["cash_flows"]]
    said = rate_of_file(tmp_path, "actual-365", rows, column)
    if "x" in record["expected"]:  # printed to seven decimals, the rest cut off
        assert (said["effective_percent"] / 100).quantize(Decimal("1e-7"), ROUND_DOWN) == Decimal(str(record["expected"]["x"]))
    assert said["effective_percent"].quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(
        str(record["expected"]["apr_percent_1dp"])
    )


@pytest.mark.parametrize("name", [*XIRR, *ACTUAL_365])
def test_rates_of_dated_flows_hold_on_actual_days(name, tmp_path):
    record = RECORDS[name]
    said = rate_of_file(tmp_path, "actual-365", dated_rows(record["cash_flows"]), "on")
    percent = (
        100 * Decimal(repr(record["expected"]["xirr"])) if "xirr" in record["expected"] else record["expected"]["apr_percent"]
    )
    assert said["status"] == "ok"
    assert agrees(said["effective_percent"], percent, record)


def thirty_360(start, end):
    return Fraction(360 * (end.year - start.year) + 30 * (end.month - start.month) + end.day - start.day, 360)


def actual_actual(start, end):
    """Days of each calendar year over its own length."""
    total, day = Fraction(0), start
    while day < end:
        stop = min(end, date(day.year + 1, 1, 1))
        total += Fraction((stop - day).days, (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days)
        day = stop
    return total


@pytest.mark.parametrize(("name", "clock"), list(zip(OWN_CLOCK, [thirty_360, thirty_360, actual_actual], strict=True)))
def test_other_clocks_hold_through_years(name, clock, tmp_path):
    record = RECORDS[name]
    dated = [(flow["amount"], date.fromisoformat(flow["date"])) for flow in record["cash_flows"]]
    said = rate_of_file(tmp_path, "actual-365", [(amount, clock(dated[0][1], on)) for amount, on in dated], "years")
    assert agrees(said["effective_percent"], 100 * Decimal(repr(record["expected"]["xirr"])), record)


@pytest.mark.parametrize("name", SINGLE_PAYMENTS)
def test_single_payments_hold_with_a_year_of_365_and_a_quarter_days(name, tmp_path):
    record = RECORDS[name]
    payment = record["cash_flows"]["payment"]
    rows = [(record["cash_flows"]["drawdown"], 0), (-payment["amount"], Fraction(payment["days"] * 4, 1461))]
    said = rate_of_file(tmp_path, "actual-365", rows, "years")
    assert agrees(said["effective_percent"], record["expected"]["apr_percent_1dp"], record)


@pytest.mark.parametrize("name", PERIODS)
def test_equal_periods_hold_as_years(name, tmp_path):
    record = RECORDS[name]
    flows = record["cash_flows"]
    if isinstance(flows, dict):
        payments = flows["payments"]
        rows = [(flows["drawdown"], 0), *((-payments["amount"], Fraction(k, 12)) for k in range(1, payments["count"] + 1))]
    else:
        rows = [(amount, k) for k, amount in enumerate(flows)]
    said = rate_of_file(tmp_path, "actual-365", rows, "years")
    if record["expected"].get("irr", 0) is None:
        assert said == {
            "effective_percent": None,
            "nominal_percent": None,
            "status": "none",
            "convention": "actual-365",
            "flows": 3,
        }
    else:
        expected = record["expected"]
        assert agrees(said["effective_percent"], expected.get("apr_percent_1dp") or 100 * Decimal(repr(expected["irr"])), record)


def fixed(record):
    """The years of the record, from its own words (3/365+2/12); its value is the same to its printed digits."""
    years = sum(
        Fraction(part.strip()) for part in record["expected"]["t_years" if "t_years" in record["expected"] else "t"].split("+")
    )
    assert abs(float(years) - record["expected"]["value"]) < 1e-8
    return years


def root(equation):
    return Decimal(repr(100 * brentq(equation, -0.9, 1e4, xtol=1e-15, rtol=1e-14))).quantize(Decimal("1e-9"), ROUND_HALF_UP)


@pytest.mark.parametrize("name", EU_INTERVALS)
def test_european_intervals_are_those_published(name, tmp_path):
    # A loan with that interval before a first of three payments, which show whether it is counted in months or in years.
    record = RECORDS[name]
    flows = record["cash_flows"]
    step = flows.get("unit", "month")
    first = date.fromisoformat(flows["to"])
    if first.day > 27:  # a series would have to say which day it keeps to; a single payment does not
        rows, times = [(1000, flows["from"]), (-1100, first)], [fixed(record)]
    else:
        rows = [(1000, flows["from"]), *((-400, later(first, f"1 {step}", k)) for k in range(3))]
        times = [fixed(record) + Fraction(k, 12 if step == "month" else 1) for k in range(3)]
        if name in {"eu-interval-13", "eu-interval-10", "curo-interval-5"}:
            rows, times = rows[:2], times[:1]  # the payments after it fall under another year of 365 or 366 days
            rows[1] = (-1100, rows[1][1])
    paid = -rows[1][0]
    said = rate_of_file(tmp_path, "eu-apr", rows, "on")
    expected = root(lambda e: 1000 - sum(paid * (1 + e) ** -float(t) for t in times))
    assert abs(said["effective_percent"] - expected) <= Decimal("2e-9")


@pytest.mark.parametrize(("name", "step", "whole", "rest", "per_year"), [
    ("curo-interval-10", "1 month", 0, Fraction(10, 30), 12),
    ("curo-interval-11", "1 week", 1, Fraction(3, 7), 52),
])  # fmt: skip
def test_american_intervals_are_those_published(name, step, whole, rest, per_year, tmp_path):
    flows = RECORDS[name]["cash_flows"]
    assert RECORDS[name]["expected"]["t"] in {"t=0, f=10/30", "t=1, f=3/7"}
    rows = [(1000, flows["from"]), *((-400, later(date.fromisoformat(flows["to"]), step, k)) for k in range(3))]
    said = rate_of_file(tmp_path, "us-reg-z", rows, "on")
    expected = per_year * root(lambda i: 1000 - sum(400 / ((1 + float(rest) * i) * (1 + i) ** (whole + k)) for k in range(3)))
    assert abs(said["nominal_percent"] - expected) <= Decimal("1e-7")


@pytest.mark.parametrize("name", AMONG_SEVERAL)
def test_a_published_rate_that_is_not_the_only_one_is_listed_and_not_given_as_the_rate(name, tmp_path):
    record, (convention, count) = RECORDS[name], AMONG_SEVERAL[name]
    flows, expected = record["cash_flows"], record["expected"]
    if name == "ec-43":
        rows, column, percent = ec_rows(flows), "years", expected["x_percent_6dp"]
    elif name == "npf-irr-7":
        rows, column, percent = [(amount, k) for k, amount in enumerate(flows)], "years", 100 * expected["irr"]
    else:
        rows, column, percent = dated_rows(flows), "on", 100 * Decimal(repr(expected["xirr"]))
    said = rate_of_file(tmp_path, convention, rows, column)
    assert (said["status"], said["effective_percent"], said["nominal_percent"]) == ("several", None, None)
    assert len(said["candidates"]) == count
    assert sum(agrees(one["effective_percent"], percent, record) for one in said["candidates"]) == 1


def test_a_published_present_value_holds():
    record = RECORDS["pyxirr-xnpv-unordered"]
    days = [date.fromisoformat(flow["date"]) for flow in record["cash_flows"]]
    years = np.array([(day - min(days)).days / 365 for day in days])
    amounts = np.array([flow["amount"] for flow in record["cash_flows"]])
    value = present_value(years, amounts, nominal_percent(0.1))
    assert abs(value - record["expected"]["xnpv_at_0.1"]) <= record["tolerance"]["abs"]
