"""Schedules of the sample, checked again in plain Python: they repay what was lent, and lawful ones stay within the ceiling."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from scipy.optimize import brentq

from tests.sample.conftest import rows

CEILING, TOLERANCE = 18.0, 0.125


@pytest.fixture(scope="module")
def book(sector):
    """Loans of level 3 by id, with their instalments, payments and charges."""
    folder, _ = sector
    loans = {r["loan_id"]: r for r in rows(folder / "level-3/loans.csv")}
    children = {}
    for table in ("installments", "payments", "charges"):
        children[table] = defaultdict(list)
        for row in rows(folder / f"level-3/{table}.csv"):
            children[table][row["loan_id"]].append(row)
    return loans, children


@pytest.fixture(scope="module")
def priced_wrongly(sector):
    """Loans planted above the ceiling or flat."""
    return {r["loan_id"] for r in rows(sector[0] / "answer_key.csv") if r["rule_id"].startswith("price.")}


def start_of(loan):
    return date.fromisoformat(max(loan["disbursed_on"], loan["restructured_on"], loan["schedule_from"]))


def by_days(start, end):
    """Actual days as 365ths."""
    return (end - start).days / 365


def by_months(start, end):
    """Whole months with the same day number, clipped, as twelfths; days left over as 365ths."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if end.day < min(start.day, monthrange(end.year, end.month)[1]):
        months -= 1
    month = start.year * 12 + start.month - 1 + months
    year, number = divmod(month, 12)
    reached = date(year, number + 1, min(start.day, monthrange(year, number + 1)[1]))
    return months / 12 + (end - reached).days / 365


def nominal(flows):
    """The nominal rate, percent a year, of flows as (years, amount)."""

    def worth(monthly):
        return sum(amount * (1 + monthly) ** (-12 * t) for t, amount in flows)

    return 1200 * brentq(worth, -0.5, 1.0, xtol=1e-12)


def rate_of(loan, installments, charges=None):
    """The lower of the nominal rates on both clocks; with fees and charges where charges are given."""
    start = start_of(loan)
    flows = [(start, float(sum(Decimal(r["principal"]) for r in installments)))]
    for row in installments:
        paid = float(row["principal"]) + float(row["interest"]) + (0.0 if charges is None else float(row["fee"]))
        flows.append((date.fromisoformat(row["due_on"]), -paid))
    for charge in charges or ():
        if charge["kind"] != "penalty":
            flows.append((start, -float(charge["amount"])))
        if charge["kind"] == "compulsory_saving":
            flows.append((date.fromisoformat(loan["matures_on"]), float(charge["amount"])))
    return min(nominal([(clock(start, on), amount) for on, amount in flows]) for clock in (by_days, by_months))


def test_principal_of_a_schedule_adds_up_to_what_is_owed_when_it_begins(book):
    loans, children = book
    for name, loan in loans.items():
        total = sum(Decimal(r["principal"]) for r in children["installments"][name])
        if loan["restructured_on"]:
            assert total == Decimal(loan["restructured_balance"]), name
        elif loan["schedule_from"]:
            before = sum(Decimal(r["principal"]) for r in children["payments"][name] if r["paid_on"] <= loan["schedule_from"])
            assert total == Decimal(loan["principal"]) - before, name
        else:
            assert total == Decimal(loan["principal"]), name


def test_nobody_pays_more_principal_than_was_lent(book):
    loans, children = book
    for name, loan in loans.items():
        after = loan["restructured_on"] or loan["schedule_from"]
        paid = sum(Decimal(r["principal"]) for r in children["payments"][name] if not after or r["paid_on"] > after)
        assert paid <= sum(Decimal(r["principal"]) for r in children["installments"][name]), name


def test_instalments_in_riel_are_whole_hundreds(book):
    loans, children = book
    riel = [r for name, loan in loans.items() if loan["currency"] == "KHR" for r in children["installments"][name]]
    assert riel
    # One loan of each lender at a portfolio mark owes an odd sum on purpose.
    assert all(Decimal(r["interest"]) % 100 == 0 for r in riel)
    odd = [r for r in riel if Decimal(r["principal"]) % 100]
    assert len(odd) <= 9


def test_dates_of_a_loan_are_in_order(book):
    loans, children = book
    for name, loan in loans.items():
        due = [r["due_on"] for r in sorted(children["installments"][name], key=lambda r: int(r["number"]))]
        assert due == sorted(set(due)), name
        assert due[-1] == loan["matures_on"], name
        assert loan["signed_on"] <= loan["disbursed_on"] < due[0], name
        assert all(loan["disbursed_on"] <= r["paid_on"] <= "2017-09-30" for r in children["payments"][name]), name


def agreed_under_the_ceiling(loan):
    return max(loan["signed_on"] or loan["disbursed_on"], loan["restructured_on"]) >= "2017-04-01"


def test_lawful_loans_keep_the_ceiling_by_contract_by_schedule_and_all_in(book, priced_wrongly):
    loans, children = book
    # Before the letter of 2020 a fee above the ceiling is not found, so it is planted as a near miss: three to six percent.
    high_fee = {
        name
        for name, rows_of in children["charges"].items()
        if any(
            r["kind"] == "processing" and Decimal(r["amount"]) > Decimal(loans[name]["principal"]) * Decimal("0.025")
            for r in rows_of
        )
    }
    with_fee = {name for name, rows_of in children["installments"].items() if Decimal(rows_of[0]["fee"]) > 0}
    # Rates of banks above the ceiling are no breach either; they have one kind of lender.
    banks = {name for name, loan in loans.items() if float(loan["nominal_rate"]) > 18}
    lawful = [
        name
        for name, loan in loans.items()
        if agreed_under_the_ceiling(loan) and name not in priced_wrongly | high_fee | with_fee | banks
    ]
    assert len(lawful) > 300
    for name in lawful:
        loan = loans[name]
        assert float(loan["nominal_rate"]) <= CEILING, name
        assert rate_of(loan, children["installments"][name]) <= CEILING + TOLERANCE, name
        if not (loan["restructured_on"] or loan["schedule_from"]):
            assert rate_of(loan, children["installments"][name], children["charges"][name]) <= CEILING + TOLERANCE, name


def test_some_lawful_loans_lie_between_ceiling_and_tolerance_or_close_to_it(book, priced_wrongly):
    loans, children = book
    rates = [
        rate_of(loan, children["installments"][name])
        for name, loan in loans.items()
        if agreed_under_the_ceiling(loan) and name not in priced_wrongly and loan["nominal_rate"] == "18.00"
    ]
    assert sum(17.99 < r <= CEILING + TOLERANCE for r in rates) > 50


def test_loans_planted_above_the_ceiling_are_above_it(book, priced_wrongly):
    loans, children = book
    above = [name for name in priced_wrongly if name in loans and float(loans[name]["nominal_rate"]) > 19]
    assert above
    for name in above:
        assert rate_of(loans[name], children["installments"][name]) > CEILING + TOLERANCE, name
