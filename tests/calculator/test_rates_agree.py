"""The page and `prakas rate` give the same rate, to the last digit that the page prints.

Published examples come from ``tests/cases/apr_examples.json`` (each record names its source) and are read as in
``tests/rates/test_published_examples.py``; generated ones are made here, seeds fixed. PRAKAS_FULL=1: 10,000 of them, else 2,000.
"""

from __future__ import annotations

import json
import os
import random
import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from prakas.facts.conventions import Flow, actual_365

RECORDS = {
    record["id"]: record
    for record in json.loads((Path(__file__).parents[1] / "cases" / "apr_examples.json").read_text(encoding="utf-8"))["records"]
}
GENERATED = 10_000 if os.environ.get("PRAKAS_FULL") else 2_000


def of_family(*families):
    return [name for name, record in RECORDS.items() if record["family"] in families]


# Flows with dates, on actual days over 365: they are typed into the exact table.
DATED = ["eu96-2", *of_family("xirr_act365f"), "pyxirr-daycount-3", "fs-eu-1"]
# Flows whose times are given in years: the table asks for days, so they go to the page's script.
IN_YEARS = ["eu96-3", *of_family("single_payment_uk_style", "irr_periodic", "annuity_effective")]
LEFT_OUT = {
    **dict.fromkeys(of_family("regulation_z_appendix_j", "regulation_z_style_extra"), "US Regulation Z: another convention"),
    **dict.fromkeys(
        [*of_family("ec_aprc_2015", "eu_interval_rule"), "fs-eu-0", "curo-3"], "European intervals: another convention"
    ),
    **dict.fromkeys(of_family("interval_rule_other"), "an interval, and no flows"),
    **dict.fromkeys(["pyxirr-daycount-1", "pyxirr-daycount-4", "pyxirr-daycount-6"], "a clock of 30/360 or of actual years"),
    "pyxirr-xnpv-unordered": "a value at a given rate, not a rate",
    **dict.fromkeys(of_family("mftransparency_cambodia"), "a range or an exchange rate: no flows"),
}


def test_every_published_case_is_held_or_left_out_with_a_reason():
    assert sorted([*DATED, *IN_YEARS, *LEFT_OUT]) == sorted(RECORDS)


def rounded(percent, places):
    return f"{percent.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0:,f}"


def plain(amount):
    return format(Decimal(repr(amount)), "f")


@pytest.mark.parametrize("name", DATED)
def test_a_published_case_typed_into_the_table_gives_what_prakas_rate_prints(name, sheet):
    flows = RECORDS[name]["cash_flows"]
    ours = actual_365([Flow(Decimal(repr(flow["amount"])), on=date.fromisoformat(flow["date"])) for flow in flows])
    days = [date.fromisoformat(flow["date"]).strftime("%d/%m/%Y") for flow in flows]
    sheet.speak("en")
    sheet.table([(day, plain(flow["amount"])) for day, flow in zip(days, flows, strict=True)])
    said = sheet.work_out()
    assert sheet.faults() == {}
    if ours.status != "ok":
        assert {"none": "No rate fits", "several": "More than one rate"}[ours.status] in said
        assert "%" not in sheet.text("#result .cost")
        return
    # Of the rates on the two clocks that of actual days is the one that `prakas rate` prints.
    by_days = re.search(r"Counted by days: (\S+) %", said).group(1)
    assert by_days == rounded(ours.nominal_percent, 4)
    expected = RECORDS[name]["expected"]
    published = expected.get("xirr", expected.get("apr_percent", 0) / 100) or expected["apr_percent_1dp"] / 100
    assert float(ours.effective_percent) == pytest.approx(100 * published, rel=1e-3)


def given_in_years(record):
    flows = record["cash_flows"]
    if isinstance(flows, list):
        return [(flow["amount"], flow["t_years"]) if isinstance(flow, dict) else (flow, k) for k, flow in enumerate(flows)]
    if "payment" in flows:
        return [(flows["drawdown"], 0), (-flows["payment"]["amount"], float(Fraction(flows["payment"]["days"] * 4, 1461)))]
    count = flows["payments"]["count"]
    return [(flows["drawdown"], 0), *((-flows["payments"]["amount"], k / 12) for k in range(1, count + 1))]


@pytest.mark.parametrize("name", IN_YEARS)
def test_a_published_case_in_years_gives_what_prakas_rate_prints(name, script):
    rows = given_in_years(RECORDS[name])
    ours = actual_365([Flow(amount, years=years) for amount, years in rows])
    theirs = script.evaluate("(flows) => prakas.rate(flows)", [{"amount": amount, "years": years} for amount, years in rows])
    agree(theirs, ours)


def agree(theirs, ours):
    assert theirs["status"] == ours.status
    if ours.status == "ok":
        both = (ours.effective_percent, ours.nominal_percent)
        assert theirs["printed"][:2] == [[rounded(percent, places) for percent in both] for places in (2, 4)]
        for percent, unrounded in zip(both, (theirs["effective"], theirs["nominal"]), strict=True):
            if abs(percent) < 10_000:  # beyond, nine decimals are finer than 64-bit numbers
                assert unrounded == pytest.approx(float(percent), abs=1e-9)


# ----------------------------------------------------------------------------------------------------------- generated flows


def series(rng, start, amounts):
    """Amounts on the days of a rhythm that lenders use."""
    rhythm = rng.choice(["months", "weeks", "fortnights", "days", "any"])
    day = start
    for k, amount in enumerate(amounts, start=1):
        if rhythm == "months":
            month = start.month - 1 + k
            day = date(start.year + month // 12, month % 12 + 1, min(start.day, 28))
        else:
            day += timedelta({"weeks": 7, "fortnights": 14, "days": 1}.get(rhythm) or rng.randrange(1, 60))
        yield amount, day


def loan(rng):
    """A loan of any price, from a gift to a moneylender's."""
    start = date(2012, 1, 1) + timedelta(rng.randrange(5500))
    count = rng.choice([1, 2, 3, 6, 12, 18, 24, 36, 60, rng.randrange(1, 100)])
    principal = rng.randrange(50, 50_000) * rng.choice([1, 100, 1000])
    payment = Decimal(round(100 * principal * rng.uniform(0.8, 2.2) / count)) / 100
    flows = [(Decimal(principal), start), *series(rng, start, [-payment] * count)]
    kind = rng.random()
    if kind < 0.2:
        flows.append((-Decimal(rng.randrange(1, max(2, principal // 20))), start))  # a fee on the day
    elif kind < 0.4:
        flows.append((Decimal(rng.randrange(1, max(2, principal // 4))), flows[-1][1]))  # savings come back
    elif kind < 0.5:
        flows.append((Decimal(principal // 2 + 1), start + timedelta(rng.randrange(1, 400))))  # drawn in two parts
    elif kind < 0.55:
        flows = [(rng.choice([-1, 1]) * Decimal(rng.randrange(1, 2000)), day) for _, day in flows]  # anything
    rng.shuffle(flows)
    return flows


def test_generated_flows_give_what_prakas_rate_prints(script):
    rng = random.Random(20200716)
    loans = [loan(rng) for _ in range(GENERATED)]
    sent = [[{"amount": str(amount), "on": on.isoformat()} for amount, on in flows] for flows in loans]
    theirs = script.evaluate("(loans) => loans.map((flows) => prakas.rate(flows))", sent)
    seen = set()
    for flows, said in zip(loans, theirs, strict=True):
        ours = actual_365([Flow(amount, on=on) for amount, on in flows])
        agree(said, ours)
        seen.add(ours.status)
    assert seen == {"ok", "none", "several"}
