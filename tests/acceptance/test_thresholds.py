"""Every threshold of the Prakas on registration and licensing through a whole audit: below, at and above, by one riel and one person.

Each case is a tape of its own with a single lender; the tapes of one date are read in one run, which is what a supervisor does and
costs one start of the engine. At level 0 the lender states its totals; at level 3 they follow from loans and accounts, in riel or
with most of the money in dollars. The expected standing is worked out here from the articles' words ("equal to or greater than",
"or more"). Of tests/cases/thresholds.json the families licensing, wind_down, provision2002 and ceiling are matters of the audit;
`rounding` is not: it rounds an annual rate to one or two places, and the audit prints nine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest

from tests.acceptance.running import audited, written

RECORDS = json.loads((Path(__file__).parent.parent / "cases" / "thresholds.json").read_text(encoding="utf-8"))["records"]
NOT_OF_THE_AUDIT = {"rounding-01", "rounding-02"}
KHR_FOR_A_DOLLAR = Fraction("4005.5")
DAY = date(2003, 6, 30)


@dataclass(frozen=True)
class Lender:
    """What a lender has, in riel and persons."""

    name: str
    portfolio: int = 0
    borrowers: int = 0
    savings: int = 0
    depositors: int = 0
    level: int = 0
    dollars: bool = False
    status: str = "unregistered"

    @property
    def licence(self) -> list[str]:
        """The conditions of article 8 that are met."""
        return self._met(portfolio=10**9, borrowers=1000, savings=10**8, depositors=1000)

    @property
    def registration(self) -> list[str]:
        """The conditions of article 3 that are met."""
        return self._met(portfolio=10**8, savings=10**6, depositors=100)

    def _met(self, **least: int) -> list[str]:
        return [{"savings": "public_savings"}.get(name, name) for name, value in least.items() if getattr(self, name) >= value]

    @property
    def standing(self) -> str:
        return "license" if self.licence else "registration" if self.registration else "none"

    @property
    def findings(self) -> set[tuple[str, str]]:
        """Rule and condition; an unregistered lender falls short of both standings, a registered one of a licence."""
        if self.standing == "license":
            return {("licensing.required", condition) for condition in self.licence}
        if self.standing == "registration" and self.status == "unregistered":
            return {("registration.required", condition) for condition in self.registration}
        return set()


def in_riel(dollars):
    """Return what an amount in whole dollars and a cent more comes to, half up to one riel."""
    return floor((dollars + Fraction(1, 100)) * KHR_FOR_A_DOLLAR + Fraction(1, 2))


def amounts(total, persons, dollars):
    """Return (currency, amount) for each person; with `dollars` the first amount is in dollars as far as it goes."""
    if not persons:
        return []
    rest = total - (persons - 1)
    found = [("KHR", "1")] * (persons - 1)
    whole = rest // 2 // 4006
    if dollars and whole:
        return [("USD", f"{whole}.01"), ("KHR", str(rest - in_riel(whole))), *found]
    return [("KHR", str(rest)), *found]


def tape(lender, day=DAY):
    """Return the lender's tape: totals at level 0, rows at level 3."""
    told = f"{lender.portfolio},{lender.borrowers},{lender.savings},{lender.depositors}" if lender.level == 0 else ",,,"
    head = "institution_id,name,legal_form,status,reported_portfolio_khr,reported_borrowers,reported_public_savings_khr,reported_depositors"
    tables = {"institutions": f"{head}\n{lender.name},Lender,ngo,{lender.status},{told}\n"}
    if lender.level == 0:
        return tables
    start, due = day - timedelta(30), day + timedelta(30)
    loans, installments, accounts = [], [], []
    lent, saved = (
        amounts(*pair, lender.dollars) for pair in ((lender.portfolio, lender.borrowers), (lender.savings, lender.depositors))
    )
    for n, (currency, amount) in enumerate(lent):
        person = max(0, n - (len(lent) - lender.borrowers))  # who owes dollars owes the riel beside them too
        loans.append(f"L{n},{lender.name},B{person},{currency},{amount},{start},{due}")
        installments.append(f"L{n},1,{due},{amount},0")
    for n, (currency, amount) in enumerate(saved):
        person = max(0, n - (len(saved) - lender.depositors))
        accounts.append(f"A{n},{lender.name},D{person},{currency},{amount},voluntary")
    rows = {
        "loans": ["loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on", *loans],
        "installments": ["loan_id,number,due_on,principal,interest", *installments],
        "payments": ["payment_id,loan_id,paid_on,principal,interest"],
        "deposits": ["account_id,institution_id,depositor_id,currency,balance,kind", *accounts],
        "fx": ["on,currency,khr", f"{day},USD,{float(KHR_FOR_A_DOLLAR)}"],
    }
    return tables | {name: "\n".join(lines) + "\n" for name, lines in rows.items()}


def edges():
    """Return lenders one below, at and one above each threshold, and nothing else of note."""
    credit = [Lender("", portfolio=least + step, borrowers=5) for least in (10**8, 10**9) for step in (-1, 0, 1)]
    credit += [Lender("", portfolio=50_000_000, borrowers=1000 + step) for step in (-1, 0, 1)]
    savings = [Lender("", savings=least + step, depositors=5) for least in (10**6, 10**8) for step in (-1, 0, 1)]
    savings += [Lender("", savings=500_000, depositors=least + step) for least in (100, 1000) for step in (-1, 0, 1)]
    return credit + savings


def of_record(record):
    credit, savings = record["input"].get("credit", {}), record["input"].get("savings", {})
    return Lender(
        "",
        int(credit.get("portfolio_khr", 0)),
        credit.get("borrowers", 0),
        int(savings.get("amount_khr", 0)),
        savings.get("depositors", 0),
    )


def at_every_level(lenders):
    forms = [{"level": 0}, {"level": 3}, {"level": 3, "dollars": True}]
    return [replace(lender, **form) for lender in lenders for form in forms]


def named(lenders):
    return [replace(lender, name=f"N{number:03d}") for number, lender in enumerate(lenders)]


def differences(lenders, seen):
    found = []
    for lender in lenders:
        row = seen.institutions[lender.name]
        figures = {"portfolio_khr": lender.portfolio, "borrowers": lender.borrowers, "public_savings_khr": lender.savings, "depositors": lender.depositors}  # fmt: skip
        found += [f"{lender}: {name} {row[name]}" for name, value in figures.items() if row[name] != value]
        if row["required_standing"] != lender.standing:
            found.append(f"{lender}: requires {row['required_standing']}")
        findings = {(rule, aspect) for rule, who, _, aspect in seen.findings if who == lender.name}
        if findings != lender.findings:
            found.append(f"{lender}: {findings}")
    return found


def run(lenders, folder, day=DAY):
    for lender in lenders:
        written(folder / "tapes" / lender.name, tape(lender, day))
    return audited(folder / "tapes", folder / "out", day)


def test_each_record_of_licensing_holds_at_every_level_in_riel_and_in_dollars(tmp_path):
    records = [record for record in RECORDS if record["family"] == "licensing"]
    regimes = {"licence": "license", "registration": "registration", "none": "none"}
    assert [of_record(r).standing for r in records] == [regimes[r["expected"]["regime"]] for r in records]
    lenders = named(at_every_level([of_record(r) for r in records]))
    assert len(lenders) == 27
    assert differences(lenders, run(lenders, tmp_path)) == []


def test_one_riel_or_one_person_below_at_and_above_each_threshold(tmp_path):
    lenders = at_every_level(edges())
    lenders += [replace(lender, status="registered") for lender in edges()]
    lenders = named(lenders)
    assert len(lenders) == 84
    assert {lender.standing for lender in lenders} == {"none", "registration", "license"}
    assert differences(lenders, run(lenders, tmp_path)) == []


@pytest.mark.parametrize("level", [0, 3])
def test_a_tape_of_one_lender_alone_says_the_same(level, tmp_path):
    lender = Lender("ALONE", portfolio=10**8, borrowers=3, savings=10**8 - 1, depositors=99, level=level, dollars=True)
    folder = written(tmp_path / "tape", tape(lender))
    seen = audited(folder, tmp_path / "out", DAY)
    assert lender.findings == {("registration.required", "portfolio"), ("registration.required", "public_savings")}
    assert differences([lender], seen) == []


def test_the_last_day_of_three_months_is_allowed(tmp_path):
    (record,) = [r for r in RECORDS if r["family"] == "wind_down"]
    informed, last = record["input"]["informed_on"], date.fromisoformat(record["expected"]["cease_by"])
    head = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on"
    rows = [
        f"{name},A,B,KHR,100,{last + timedelta(days)},2004-01-01" for name, days in (("before", -1), ("last", 0), ("after", 1))
    ]
    folder = written(
        tmp_path / "tape",
        {
            "institutions": f"institution_id,name,legal_form,status,informed_of_refusal_on\nA,Alpha,ngo,unregistered,{informed}\n",
            "loans": "\n".join([head, *rows]) + "\n",
        },
    )
    seen = audited(folder, tmp_path / "out", "2002-09-30")
    assert [(rule, subject) for rule, _, subject, _ in seen.findings] == [("registration.cessation", "after")]


def test_minimum_provisions_of_2002_hold(tmp_path):
    records = [r for r in RECORDS if r["family"] == "provision2002"]
    days = {"doubtful": 200, "loss": 400}  # past due, of loans of more than a year
    head = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,reported_outstanding,reported_days_past_due"
    loans, collateral = [], []
    for r in records:
        given = r["input"]
        loans.append(
            f"{r['id']},A,B,KHR,{given['outstanding']},2001-01-01,2004-01-01,{given['outstanding']},{days[given['class']]}"
        )
        if given["proven_non_cash_collateral"]:
            collateral.append(f"C{r['id']},{r['id']},building,2001-01-01,{given['proven_non_cash_collateral']},2003-01-01,true")
    folder = written(
        tmp_path / "tape",
        {
            "institutions": "institution_id,name,legal_form,status\nA,Alpha,company,licensed\n",
            "loans": "\n".join([head, *loans]) + "\n",
            "collateral": "\n".join(["collateral_id,loan_id,kind,taken_on,value,valued_on,valuation_accepted", *collateral])
            + "\n",
        },
    )
    seen = audited(folder, tmp_path / "out", DAY)
    for r in records:
        row = seen.loans["A", r["id"]]
        assert (row["grade"], row["provision_required"]) == (r["input"]["class"], r["expected"]["specific_provision"])


def test_the_ceiling_begins_on_its_first_day_and_binds_restructured_loans(tmp_path):
    records = [r for r in RECORDS if r["family"] == "ceiling"]
    head = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate,signed_on,restructured_on"
    rows = []
    for r in records:
        agreed, rate = r["input"]["agreed_on"], r["input"]["nominal_annual_rate_percent"]
        dates = (
            ("2016-05-10", "2019-01-01", "2016-05-10", agreed)
            if r["input"]["kind"] == "restructured"
            else (agreed, "2019-01-01", agreed, "")
        )
        rows.append(f"{r['id']},A,B,KHR,1000,{dates[0]},{dates[1]},{rate},{dates[2]},{dates[3]}")
    rows.append("exactly,A,B,KHR,1000,2017-04-01,2019-01-01,18,2017-04-01,")
    rows.append("the least above,A,B,KHR,1000,2017-04-01,2019-01-01,18.000001,2017-04-01,")
    rows.append("the day before,A,B,KHR,1000,2017-04-01,2019-01-01,18.000001,2017-03-31,")
    folder = written(
        tmp_path / "tape",
        {
            "institutions": "institution_id,name,legal_form,status\nA,Alpha,company,licensed\n",
            "loans": "\n".join([head, *rows]) + "\n",
        },
    )
    seen = audited(folder, tmp_path / "out", "2018-06-30")
    above = {r["id"] for r in records if r["expected"]["result"] == "above the ceiling"}
    assert above < {r["id"] for r in records}
    found = {subject for rule, _, subject, _ in seen.findings if rule == "price.nominal_ceiling"}
    assert found == above | {"the least above"}


def test_every_record_is_held_here_or_named_as_no_matter_of_the_audit():
    held = {r["id"] for r in RECORDS if r["family"] in {"licensing", "wind_down", "provision2002", "ceiling"}}
    assert held | NOT_OF_THE_AUDIT == {r["id"] for r in RECORDS}


@pytest.mark.parametrize(("day", "rule"), [("2002-12-31", "licensing.transition"), ("2003-01-01", "licensing.required")])
def test_until_the_end_of_2002_a_licence_may_still_be_asked_for(day, rule, tmp_path):
    lender = Lender("A", portfolio=10**9, borrowers=1000)
    seen = run([lender], tmp_path, date.fromisoformat(day))
    assert {(found, aspect) for found, _, _, aspect in seen.findings} == {(rule, "portfolio"), (rule, "borrowers")}
