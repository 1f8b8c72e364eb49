"""Rates against a published table and flows worked out by hand."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from tests.oracle.roots import effective, nominal, solve
from tests.oracle.small import PLAIN, loan, run, table

D = Decimal
TERMS = PLAIN + ",nominal_rate,rate_method,frequency,amortization,fees_upfront"
# 1.5 % a month, fee withheld in percent: nominal / effective, worked out beside the sources of the ceiling.
WORKED = {
    ("2018-07-15", "equal_installments"): "18.00/19.56 19.77/21.66 21.55/23.81 25.16/28.27 28.82/32.95",
    ("2019-01-15", "equal_installments"): "18.00/19.56 18.97/20.71 19.94/21.87 21.91/24.25 23.91/26.71",
    ("2019-01-15", "equal_principal"): "18.00/19.56 18.99/20.74 19.99/21.93 22.01/24.38 24.07/26.91",
    ("2020-01-15", "equal_installments"): "18.00/19.56 18.52/20.17 19.04/20.79 20.10/22.05 21.17/23.35",
    ("2021-01-15", "equal_installments"): "18.00/19.56 18.36/19.99 18.73/20.42 19.46/21.30 20.21/22.19",
}


def cents(value: Decimal) -> str:
    return str(value.quantize(D("0.01"), rounding=ROUND_HALF_UP))


def one(day: str, row: str, head: str = TERMS, **tables: str) -> dict[str, Any]:
    return loan(run(day, loans=table(head, row), **tables))


@pytest.mark.parametrize(("end", "amortization"), WORKED)
def test_the_worked_table_of_fees_at_one_and_a_half_percent_a_month(end: str, amortization: str) -> None:
    for fee, wanted in zip(("0", "5000", "10000", "20000", "30000"), WORKED[end, amortization].split(), strict=True):
        row = one("2018-01-15", f"L,A,B,USD,1000000,2018-01-15,{end},18,declining,monthly,{amortization},{fee}")
        assert f"{cents(row['all_in_rate_nominal_months'])}/{cents(row['all_in_rate_effective_months'])}" == wanted
        assert cents(row["schedule_rate_nominal_months"]) == "18.00"
        assert row["rate_status"] == "ok"


def test_flat_interest_at_one_and_a_half_percent_a_month_costs_31_72_a_year() -> None:
    row = one("2018-01-15", "L,A,B,USD,1000000,2018-01-15,2019-01-15,18,flat,monthly,equal_installments,0")
    assert (cents(row["all_in_rate_nominal_months"]), cents(row["all_in_rate_effective_months"])) == ("31.72", "36.76")


def test_a_loan_repaid_once_after_a_year_has_its_rate_on_both_clocks() -> None:
    row = one("2017-06-01", "L,A,B,USD,1000,2017-06-01,2018-06-01,21,declining,at_maturity,at_maturity,0")
    assert (row["all_in_rate_effective"], row["all_in_rate_effective_months"]) == (D("21.000000000"), D("21.000000000"))
    # 12 x (1.21 ** (1/12) - 1) = 19.2142...: from logarithms of another library
    assert abs(float(row["all_in_rate_nominal"]) - 1200 * math.expm1(math.log(1.21) / 12)) < 1e-9


def test_the_clocks_part_over_february() -> None:
    row = one("2018-01-31", "L,A,B,USD,1000,2018-01-31,2018-02-28,18,declining,monthly,equal_principal,0")
    assert row["schedule_rate_nominal_months"] == D("18.000000000")
    # 28 days: (1.015 ** (365/336) - 1) x 12
    assert abs(float(row["schedule_rate_nominal"]) - 1200 * math.expm1(math.log(1.015) * 365 / 336)) < 1e-9


def test_charges_on_the_first_day_later_ones_and_penalties_count_as_they_should() -> None:
    charges = table(
        "loan_id,charged_on,kind,amount",
        "L,2018-01-10,admin,10",
        "L,2018-01-15,insurance,10",
        "L,2018-02-15,penalty,500",
        "L,2018-03-15,other,5",
    )
    row = "L,A,B,USD,1000,2018-01-15,2019-01-15,0,declining,at_maturity,at_maturity,999"
    early, late = one("2018-03-14", row, charges=charges), one("2018-03-15", row, charges=charges)
    assert abs(float(early["all_in_rate_effective"]) - 100 * (1000 / 980 - 1)) < 1e-9, (
        "with charges the total of up-front fees is not used"
    )
    assert late["all_in_rate_effective"] > early["all_in_rate_effective"]
    assert late["schedule_rate_nominal"] == D(0)


def test_compulsory_savings_come_back_at_the_end_without_interest() -> None:
    head = "loan_id,charged_on,kind,amount,returned_on,returned_amount"
    row = "L,A,B,USD,1000,2018-01-15,2019-01-15,10,declining,at_maturity,at_maturity,"
    end = one("2018-03-14", row, charges=table(head, "L,2018-01-15,compulsory_saving,100,,"))
    assert abs(float(end["all_in_rate_effective"]) - 100 * (1000 / 900 - 1)) < 1e-9
    half = one("2018-03-14", row, charges=table(head, "L,2018-01-15,compulsory_saving,100,2019-01-15,50"))
    assert abs(float(half["all_in_rate_effective"]) - 100 * (1050 / 900 - 1)) < 1e-9


def test_where_fees_are_not_known_only_the_schedule_has_a_rate() -> None:
    row = one("2018-01-15", "L,A,B,USD,1000,2018-01-15,2019-01-15,18,declining,monthly,equal_installments,")
    assert (row["all_in_rate_nominal"], row["excess_at_ceiling"], row["rate_status"]) == (None, None, "ok")
    assert row["schedule_rate_nominal"] is not None


def test_the_excess_is_what_is_paid_beyond_the_ceiling_valued_on_the_first_day() -> None:
    fee = one("2018-01-15", "L,A,B,USD,1000000,2018-01-15,2019-01-15,18,declining,monthly,equal_installments,20000")
    # without the fee the flows are worth nothing at 18 %, so the excess is the fee; February shifts it on actual days
    assert abs(fee["excess_at_ceiling"] - 20000) < 300
    months = one("2018-01-15", "L,A,B,USD,1000,2018-01-15,2018-02-15,18,declining,monthly,equal_principal,30")
    # one month: 1,015 / 1.015 - 970 = 30 on months; 31 days: 1,015 x 1.015 ** (-12 x 31/365) - 970 = 29.71
    assert months["excess_at_ceiling"] == D(str(round(1015 * 1.015 ** (-12 * 31 / 365) - 970, 2)))
    within = one("2018-01-15", "L,A,B,USD,1000,2018-01-15,2021-01-15,18,declining,monthly,equal_installments,1")
    assert within["excess_at_ceiling"] == D(0), "0.07 points above the ceiling is within the tolerance"
    above = one("2018-01-15", "L,A,B,USD,1000,2018-01-15,2021-01-15,18,declining,monthly,equal_installments,2")
    assert above["excess_at_ceiling"] > 1
    before = one("2018-01-15", "L,A,B,USD,1000,2017-03-31,2018-03-31,18,declining,monthly,equal_installments,30")
    assert (before["ceiling"], before["excess_at_ceiling"]) == (None, None)


def test_a_restarted_loan_is_priced_from_its_new_balance() -> None:
    head = PLAIN + ",restructured_on,restructured_balance"
    rows = table("loan_id,number,due_on,principal,interest,fee", "L,1,2019-01-15,500,50,5")
    charges = table("loan_id,charged_on,kind,amount", "L,2017-01-15,admin,400", "L,2018-01-15,admin,5")
    row = one("2018-02-01", "L,A,B,USD,1000,2017-01-15,2019-01-15,2018-01-15,500", head, installments=rows, charges=charges)
    assert abs(float(row["all_in_rate_effective"]) - 100 * (555 / 495 - 1)) < 1e-9
    assert abs(float(row["schedule_rate_nominal"]) - 1200 * math.expm1(math.log(1.1) / 12)) < 1e-9
    assert row["ceiling"] == D(18), "agreed again after the ceiling came"


def test_no_rate_and_more_than_one_are_told_apart() -> None:
    assert solve([(0, 0, -5), (0, 365, -5)])[0] == "none"
    assert solve([])[0] == "none"
    assert solve([(0, 0, 100), (0, 365, -230), (0, 730, 132)])[0] == "several"  # 10 % and 20 %
    assert solve([(0, 0, 100), (0, 365, -300), (0, 730, 301)])[0] == "none"  # no real root
    assert solve([(0, 0, 1), (0, 365, -100_000_000)])[0] == "none", "beyond the range that is looked at"
    status, s = solve([(0, 0, 1000), (0, 365, -1100), (0, 730, 4)])  # the second root lies below -99 %
    assert (status, s is None) == ("ok", False)


@pytest.mark.parametrize("percent", ["-98", "-50", "0", "0.0001", "19.56", "400", "900000"])
def test_a_known_rate_is_found_to_nine_decimals(percent: str) -> None:
    growth = 1 + D(percent) / 100
    flows = [(0, 0, 10**18), (0, 365, -int((growth * 10**18) / 2)), (0, 730, -int(growth * growth * 10**18 / 2))]
    status, s = solve(flows)
    assert status == "ok"
    assert s is not None
    assert abs(effective(s) - D(percent)) <= D("1e-9")


def test_the_monthly_rate_times_twelve_is_the_nominal_one() -> None:
    s = solve([(0, 0, 10**36), (12, 0, -(1015**12))])[1]
    assert s is not None
    assert nominal(s) == D("18.000000000")
