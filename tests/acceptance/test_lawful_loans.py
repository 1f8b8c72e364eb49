"""No lawful loan is ever a breach: exactly 1.5 % a month on the falling balance, whatever the term, the first day and the rounding.

PRAKAS_FULL=1 takes 10,000 loans, otherwise 1,500. The schedules are made here, in exact fractions, from the two texts' words.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction

from tests.acceptance.running import FULL, audited, written
from tests.oracle.days import plus_months

LOANS = 10_000 if FULL else 1_500
MONTHLY = Fraction(15, 1000)
PRICES = {"price.nominal_ceiling", "price.flat_method", "price.all_in_ceiling"}


def rounded(value, unit):
    """Return a fraction of hundredths rounded half up to a unit (100 riel = 10,000 hundredths, or 1 cent)."""
    return int(value / unit + Fraction(1, 2)) * unit


def schedule(principal, months, unit, shape, rng):
    """Return principal and interest by month; every instalment is rounded to the unit, and the last one takes the rest."""
    growth = (1 + MONTHLY) ** months
    level = rounded(principal * MONTHLY * growth / (growth - 1), unit)
    equal = rounded(Fraction(principal, months), unit)
    balance, rows = principal, []
    for month in range(1, months + 1):
        exact = balance * MONTHLY
        interest = rounded(exact, unit)
        part = min(balance, max(0, level - interest) if shape == "annuity" else equal)
        if month == months:
            part = balance
        rows.append((part, interest))
        balance -= part
    return rows


def lawful_tape(rng):
    loans, installments = [], []
    for number in range(LOANS):
        currency, unit = rng.choice([("KHR", 10_000), ("KHR", 100), ("USD", 1)])
        principal = rng.randrange(200, 40_000) * 1_000_000 if currency == "KHR" else rng.randrange(50, 10_000) * 100
        start = date(2017, 4, 1) + timedelta(rng.randrange(3 * 365))
        months = number % 60 + 1
        ends = plus_months(start, months)
        loans.append(f"L{number},A,B{number},{currency},{principal // 100},{start},{start},{ends},18,declining,0")
        rows = schedule(principal, months, unit, rng.choice(["annuity", "equal"]), rng)
        for k, (part, interest) in enumerate(rows, start=1):
            due = plus_months(start, k)
            installments.append(f"L{number},{k},{due},{part // 100}.{part % 100:02d},{interest // 100}.{interest % 100:02d}")
    heads = {
        "institutions": "institution_id,name,legal_form,status\nA,Alpha,company,licensed",
        "loans": "loan_id,institution_id,borrower_id,currency,principal,signed_on,disbursed_on,matures_on,nominal_rate,"
        "rate_method,fees_upfront",
        "installments": "loan_id,number,due_on,principal,interest",
    }
    rows = {"institutions": [], "loans": loans, "installments": installments}
    return {name: "\n".join([head, *rows[name]]) + "\n" for name, head in heads.items()}


def test_a_loan_at_one_and_a_half_percent_a_month_is_never_a_breach(tmp_path):
    tape = written(tmp_path / "tape", lawful_tape(random.Random(1)))
    seen = audited(tape, tmp_path / "out", "2020-12-31")
    assert [row for row in seen.rows("findings") if row["rule_id"] in PRICES] == []
    rules = seen.record["rules"]
    assert {name: rules[name]["sound"] for name in PRICES} == dict.fromkeys(PRICES, LOANS)
    assert {name: rules[name]["not_assessed"] for name in PRICES} == dict.fromkeys(PRICES, 0)
    assert all(row["excess_at_ceiling"] == 0 and row["rate_status"] == "ok" for row in seen.loans.values())
