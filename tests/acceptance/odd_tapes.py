"""Small random tapes of odd loans: whatever the contract allows, and seldom what a neat lender would send.

A tape is made twice: once for the slow path, with sound rows alone, and once for the program, with rows that it must return
after them. The slow path is told of which loans rows were held back.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from tests.oracle.days import plus_months

CHILDREN = ("installments", "payments", "charges", "collateral", "recovery")
COLUMNS = {
    "institutions": "institution_id name legal_form status status_since as_of informed_of_refusal_on reported_portfolio_khr "
    "reported_borrowers reported_public_savings_khr reported_depositors reported_titles_hard reported_titles_soft is_whole_book",
    "borrowers": "borrower_id sex commune poverty monthly_income_khr",
    "loans": "loan_id institution_id borrower_id segment is_microloan currency principal signed_on disbursed_on matures_on "
    "nominal_rate rate_method frequency amortization grace_months fees_upfront original_matures_on restructured_on schedule_from "
    "restructured_balance refinances written_off_on title_kind reported_class reported_outstanding reported_provision "
    "reported_days_past_due reported_accrued_interest evidence",
    "installments": "institution_id loan_id number due_on principal interest fee evidence",
    "charges": "institution_id loan_id charged_on kind amount returned_on returned_amount evidence",
    "payments": "institution_id payment_id loan_id paid_on principal interest fee penalty source evidence",
    "collateral": "institution_id collateral_id loan_id kind title_ref commune taken_on released_on value valued_on valuation_accepted evidence",
    "recovery": "institution_id loan_id happened_on step",
    "deposits": "account_id institution_id depositor_id currency balance kind",
    "fx": "on currency khr",
}
RATES = [
    "0",
    "1",
    "12",
    "17.5",
    "18",
    "18.000001",
    "18.12",
    "18.125",
    "18.13",
    "18.2",
    "19.56",
    "24",
    "36",
    "60",
    "150.5",
    "7.123456",
]
GRADES = ["standard", "special_mention", "substandard", "doubtful", "loss"]
FREQUENCIES = ["weekly", "biweekly", "monthly", "monthly", "monthly", "quarterly", "semiannual", "at_maturity"]
STEPS = [
    *["reminder", "visit", "local_authority", "restructuring_offer", "notice_of_default", "court_filing", "judgment"],
    *["enforcement", "title_taken", "land_sold_by_borrower", "land_sold_by_lender", "threat"],
]
LANDMARKS = [
    date(2017, 3, 31),
    date(2017, 4, 1),
    date(2020, 7, 16),
    date(2020, 7, 17),
    date(2023, 2, 10),
    date(2002, 1, 1),
    date(2024, 9, 1),
    date(2018, 6, 1),
]


def money(minor: int) -> str:
    """Return hundredths as the tape writes them."""
    sign, minor = ("-", -minor) if minor < 0 else ("", minor)
    return f"{sign}{minor // 100}.{minor % 100:02d}" if minor % 100 else f"{sign}{minor // 100}"


@dataclass
class OddTape:
    """A tape as rows by table, and the rows that the program must return."""

    name: str
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    spoilt: dict[str, list[str]] = field(default_factory=dict)
    returned: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: {name: set() for name in CHILDREN})

    def text(self, table: str) -> str:
        out = io.StringIO()
        columns = COLUMNS[table].split()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for row in self.tables[table]:
            writer.writerow(["" if row.get(c) is None else row[c] for c in columns])
        return out.getvalue()

    def write(self, sound: Path, whole: Path) -> None:
        """Write the sound rows into one folder and all rows into another."""
        for parent in (sound, whole):
            folder = parent / self.name
            folder.mkdir(parents=True)
            for table in self.tables:
                extra = "".join(f"{line}\n" for line in self.spoilt.get(table, [])) if parent == whole else ""
                (folder / f"{table}.csv").write_text(self.text(table) + extra, encoding="utf-8")


@dataclass
class Maker:
    """Makes one tape; everything comes from one generator."""

    rng: Random
    name: str
    day: date
    is_closed: bool = True  # every book was closed on the day of the audit
    tape: OddTape = field(init=False)

    def __post_init__(self) -> None:
        self.tape = OddTape(self.name)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def some(self, value: Any, share: float = 0.5) -> Any:
        return value if self.chance(share) else None

    def near(self, day: date, days: int) -> date:
        return day + timedelta(self.rng.randint(-days, days))

    def made(self) -> OddTape:
        """Return the tape."""
        rng, tables = self.rng, self.tape.tables
        count = rng.choice([1, 1, 2, 3])
        ids = [f"{self.name}-{rng.choice(['a', 'B', 'ក', '1', 'z'])}{n}" for n in range(count)]
        tables["institutions"] = [self.institution(i) for i in ids]
        if not self.chance(0.05):
            tables["fx"] = self.rates()
        if self.chance(0.5):
            tables["deposits"] = [self.account(rng.choice(ids), n) for n in range(rng.choice([0, 1, 4, 12]))]
        if self.chance(0.08):
            return self.tape
        tables["loans"] = []
        present = {name for name in CHILDREN if self.chance(0.75)}
        for name in present:
            tables[name] = []
        if self.chance(0.7):
            tables["borrowers"] = [self.borrower(n) for n in range(8)]
        self.shares_ids = count == 1 or self.chance(0.5)
        for institution in ids:
            for number in range(rng.choice([0, 1, 5, 9, 14])):
                self.loan(institution, f"L{number}" if self.shares_ids else f"L{institution}-{number}", present)
        if self.chance(0.5):
            self.mark_evidence()
        if self.chance(0.4):
            self.spoil(present)
        return self.tape

    @property
    def neighbours(self) -> str:
        """What begins the pseudonyms of this tape and of its neighbours: they lend to the same people."""
        return f"P{self.name[:-1]}-"

    def borrower(self, number: int) -> dict[str, Any]:
        """Return a person; every lender may have assessed another income."""
        rng = self.rng
        income = self.some(money(rng.choice([0, 100, 50_000_000, 10**8, 5 * 10**9, rng.randrange(10**10)])), 0.7)
        return {"borrower_id": f"{self.neighbours}{number}", "sex": "f", "poverty": rng.choice(["idpoor1", "idpoor2", "none", None]),
                "monthly_income_khr": income}  # fmt: skip

    def mark_evidence(self) -> None:
        """Say of some rows how they are known; half of the tapes say nothing."""
        share = self.rng.choice([0.02, 0.1, 0.5])
        for table in ("loans", *(name for name in CHILDREN if name != "recovery")):
            for row in self.tape.tables.get(table, []):
                row["evidence"] = self.some(self.rng.choice(["document", "photo", "told", "rebuilt"]), share)

    # -------------------------------------------------------------------------------------------------- institutions

    def institution(self, name: str) -> dict[str, Any]:
        rng = self.rng
        return {
            "institution_id": name,
            "name": f"Lender {name}",
            "legal_form": rng.choice(["company", "ngo", "association", "cooperative", "bank", "person", "other"]),
            "status": rng.choice(["unregistered", "unregistered", "registered", "licensed", "licensed", "licensed_deposit_taking", "bank"]),
            "status_since": self.some(self.day - timedelta(rng.randint(-2, 400)), 0.4),
            "as_of": rng.choice([None, self.day] if self.is_closed else [self.day, self.day + timedelta(1), self.day + timedelta(90), self.day - timedelta(1)]),
            "informed_of_refusal_on": self.some(self.day - timedelta(rng.randint(0, 500)), 0.2),
            "reported_portfolio_khr": self.some(money(rng.choice([0, 9_999_999_999, 10_000_000_000, 100_000_000_000, rng.randrange(10**11)]))),
            "reported_borrowers": self.some(rng.choice([0, 3, 5, 999, 1000])),
            "reported_public_savings_khr": self.some(money(rng.choice([0, 99_999_999, 100_000_000, 10_000_000_000]))),
            "reported_depositors": self.some(rng.choice([0, 2, 99, 100, 999, 1000])),
            "reported_titles_hard": self.some(rng.randint(0, 3)),
            "reported_titles_soft": self.some(rng.randint(0, 3)),
            "is_whole_book": rng.choice([None, None, None, None, None, "true", "true", "false"]),
        }  # fmt: skip

    def rates(self) -> list[dict[str, Any]]:
        rows = {}
        for currency, around in (("USD", 4000), ("THB", 118)):
            for back in self.rng.sample([-3, 0, 1, 3, 6, 7, 8, 30], self.rng.choice([0, 1, 2, 3, 4])):
                rows[self.day - timedelta(back), currency] = (
                    f"{around + self.rng.randint(-40, 40)}.{self.rng.randrange(10**6):06d}"
                )
        return [{"on": on, "currency": currency, "khr": khr} for (on, currency), khr in rows.items()]

    def account(self, institution: str, number: int) -> dict[str, Any]:
        rng = self.rng
        return {
            "account_id": f"A{number}",
            "institution_id": institution,
            "depositor_id": f"D{rng.randint(1, 6)}",
            "currency": rng.choice(["KHR", "KHR", "USD", "THB"]),
            "balance": money(rng.choice([0, 1, 50, 99_999_999, 100_000_000, rng.randrange(10**8)])),
            "kind": rng.choice(["voluntary", "compulsory", None]),
        }

    # --------------------------------------------------------------------------------------------------------- loans

    def loan(self, institution: str, loan_id: str, present: set[str]) -> None:
        rng, day = self.rng, self.day
        currency = rng.choice(["KHR", "KHR", "USD", "USD", "THB"])
        principal = rng.choice([100, 999, 100_000, 123_456, 50_000_000, rng.randrange(1, 10**9), 10**12])
        start = rng.choice(
            [day - timedelta(rng.randint(0, 1200)), day - timedelta(rng.randint(0, 90)), day, day + timedelta(rng.randint(1, 40))]
        )
        if self.chance(0.15):
            start = self.near(rng.choice(LANDMARKS), 3)
        if self.chance(0.2):
            start = plus_months(start.replace(day=1), 1) - timedelta(1)
        months = rng.choice([1, 2, 3, 6, 11, 12, 12, 13, 18, 24, 36, 60])
        matures = plus_months(start, months) + timedelta(rng.choice([0, 0, 0, 0, 1, 15, -1, 20]))
        matures = max(matures, start + timedelta(1))
        row: dict[str, Any] = {
            "loan_id": loan_id,
            "institution_id": institution,
            "borrower_id": self.some(f"{self.neighbours}{rng.randint(0, 9)}", 0.9),
            "segment": rng.choice(["individual", "group", "sme", None]),
            "is_microloan": rng.choice(["true", "false", None, None]),
            "currency": currency,
            "principal": money(principal),
            "signed_on": self.some(start - timedelta(rng.choice([0, 1, 2, 30])), 0.4),
            "disbursed_on": start,
            "matures_on": matures,
            "nominal_rate": self.some(rng.choice(RATES), 0.85),
            "rate_method": rng.choice(["declining", "declining", "declining", "flat", None]),
            "frequency": self.some(rng.choice(FREQUENCIES), 0.9),
            "amortization": self.some(rng.choice(["equal_installments", "equal_installments", "equal_principal", "at_maturity"]), 0.9),
            "grace_months": rng.choice([None, None, 0, 1, 3, 12, 70]),
            "fees_upfront": self.some(money(rng.choice([0, 1, principal // 100, principal // 50, principal])), 0.6),
            "written_off_on": self.some(self.near(day, 60), 0.1),
            "title_kind": rng.choice([None, "none", "hard_title", "soft_title"]),
            "reported_class": self.some(rng.choice(GRADES), 0.6),
            "reported_outstanding": self.some(money(rng.choice([0, principal, principal // 2])), 0.7),
            "reported_provision": self.some(money(rng.choice([0, principal // 10, principal])), 0.6),
            "reported_days_past_due": self.some(rng.choice([0, 1, 14, 15, 29, 30, 31, 60, 61, 89, 90, 91, 180, 181, 360, 361]), 0.7),
            "reported_accrued_interest": self.some(money(rng.choice([0, 1, 5_000])), 0.6),
        }  # fmt: skip
        if self.chance(0.25):
            row["restructured_on"] = rng.choice([start, start + timedelta(rng.randint(0, 400)), day, day + timedelta(5), matures])
            row["original_matures_on"] = self.some(plus_months(start, rng.choice([6, 12, 13])))
        if self.chance(0.2):
            row["schedule_from"] = rng.choice(
                [start, start + timedelta(rng.randint(0, 400)), day, day + timedelta(1), row.get("restructured_on")]
            )
        if row.get("restructured_on") or row.get("schedule_from") or self.chance(0.05):
            row["restructured_balance"] = self.some(
                money(rng.choice([1, principal // 2 + 1, principal, principal + principal // 10])), 0.8
            )
        mine = [r for r in self.tape.tables["loans"] if r["institution_id"] == institution]
        if mine and self.chance(0.4):
            self.refinance(row, rng.choice(mine))
        self.tape.tables["loans"].append(row)
        if "installments" in present and self.chance(0.75):
            self.schedule(row, principal, start)
        if "payments" in present:
            self.receipts(row, principal, start)
        if "charges" in present:
            self.charges(row, principal, start, matures)
        if "collateral" in present:
            self.securities(row, principal, start)
        if "recovery" in present:
            self.log(row, start)

    def refinance(self, row: dict[str, Any], repaid: dict[str, Any]) -> None:
        """Let a loan repay another one of its lender: near the share of it that is told, or anything."""
        row["refinances"] = repaid["loan_id"]
        row["borrower_id"] = self.rng.choice([row["borrower_id"], repaid["borrower_id"]])
        if self.chance(0.6):
            row["currency"] = repaid["currency"]
        if self.chance(0.5):  # principals of earlier rows are whole hundredths, and 130 % of them may not be
            whole = int(Decimal(repaid["principal"]) * 100)
            row["principal"] = money(max(1, whole * 130 // 100 + self.rng.choice([-1, 0, 1])))

    def log(self, row: dict[str, Any], start: date) -> None:
        """Write a collection log: any steps on any days, often on the days of payments or of each other."""
        rng = self.rng
        days = [
            start,
            self.day,
            self.day + timedelta(1),
            date(2020, 7, 15),
            date(2020, 7, 16),
            date(2024, 8, 31),
            date(2024, 9, 1),
        ]
        days += [day for day, _, _ in row.get("_paid", [])]
        days += [start + timedelta(rng.randint(0, 900)) for _ in range(2)]
        for _ in range(rng.choice([0, 0, 1, 3, 6, 10])):
            step = rng.choice(
                [*STEPS, "judgment", "land_sold_by_borrower", "land_sold_by_borrower", "court_filing", "title_taken"]
            )
            self.tape.tables["recovery"].append({**self.owner(row), "happened_on": rng.choice(days), "step": step})

    def owner(self, row: dict[str, Any]) -> dict[str, Any]:
        needed = self.shares_ids or self.chance(0.5)
        return {"loan_id": row["loan_id"], "institution_id": row["institution_id"] if needed else None}

    def schedule(self, row: dict[str, Any], principal: int, start: date) -> None:
        rng = self.rng
        opening = principal
        restarts = [d for d in (row.get("restructured_on"), row.get("schedule_from")) if d]
        first = max(restarts) if restarts else start
        if first != start:
            opening = rng.choice([principal, max(1, principal // 2), principal + principal // 10])
        count = rng.choice([1, 2, 3, 4, 6, 12, 24])
        step = rng.choice([7, 14, 30, 31, 91])
        shape = rng.choice(["level", "level", "flat", "bullet", "random"])
        balance, interest_share = opening, rng.choice([0, 5, 15, 15, 20, 80])
        rows = []
        for k in range(count):
            due = first + timedelta(step * (k + 1)) if step < 30 or step == 91 else plus_months(first, k + 1)
            last = k == count - 1
            part = {"level": opening // count, "flat": opening // count, "bullet": 0, "random": rng.randrange(balance + 1)}[shape]
            part = balance if last else min(part, balance)
            base = opening if shape == "flat" else balance
            rows.append([due, part, base * interest_share // 1000])
            balance -= part
        if self.chance(0.1):
            rows[-1][1] += (
                rng.choice([-1, 1, 100]) if rows[-1][1] > 1 else 1
            )  # sums do not match: an edit, and the schedule stands
        if self.chance(0.1) and count > 1:
            rows[0][0] = rows[1][0]  # two on one day
        if self.chance(0.05):
            rows[0][0] = first
        if self.chance(0.05) and count > 1:
            rows[0][1:] = [0, 0]
        numbers = list(range(1, count + 1))
        if self.chance(0.1):
            rng.shuffle(numbers)
        for number, (due, part, interest) in zip(numbers, rows, strict=True):
            fee = rng.choice([None, None, 0, 1, part // 100])
            self.tape.tables["installments"].append(
                {**self.owner(row), "number": number, "due_on": due, "principal": money(part), "interest": money(interest),
                 "fee": None if fee is None else money(fee)}
            )  # fmt: skip
        row["_lines"] = rows

    def receipts(self, row: dict[str, Any], principal: int, start: date) -> None:
        rng = self.rng
        kind = rng.choice(["none", "as due", "late", "short", "ahead", "wild", "wild", "off"])
        lines = row.get("_lines") or [[plus_months(start, k + 1), principal // 6, principal // 60] for k in range(6)]
        if kind == "none":
            return
        given: list[tuple[date, int, int]] = []
        for due, part, interest in lines:
            if due > self.day + timedelta(20) and kind != "ahead":
                break
            if kind == "as due":
                given.append((due, part, interest))
            elif kind == "late":
                given.append((due + timedelta(rng.choice([0, 1, 30, 89, 90, 91])), part, interest))
            elif kind == "short":
                given.append(
                    (due, part - part * rng.choice([0, 0, 1, 2]) // 100, max(0, interest - rng.choice([0, 1, 100, 10_000])))
                )
            elif kind == "ahead":
                given.append((due - timedelta(rng.randint(0, 200)), part, interest * rng.choice([0, 1])))
            elif kind == "wild":
                given.append((self.near(due, 40), rng.randrange(2 * part + 1), rng.randrange(2 * interest + 1)))
        if kind == "off":
            given = [(start + timedelta(rng.randint(0, 300)), principal, rng.choice([0, principal // 50]))]
        if self.chance(0.2) and given:
            when, part, interest = rng.choice(given)  # undone, the same day or later, and perhaps paid again
            given.append((when + timedelta(rng.choice([0, 1, 40])), -part, -interest))
            if self.chance(0.5):
                given.append((when + timedelta(45), part, interest))
        if self.chance(0.15):
            for name in ("restructured_on", "schedule_from"):
                if row.get(name):
                    given.append((row[name], principal // 3, 7))
        if self.chance(0.05):
            given.append((self.day, principal, 0))
        rows = self.tape.tables["payments"]
        rng.shuffle(given)
        row["_paid"] = given
        sources = [None, None, "income", "unknown", "land_sale"] if self.chance(0.7) else [None, "land_sale", "land_sale"]
        for when, part, interest in given:
            rows.append(
                {**self.owner(row), "institution_id": row["institution_id"] if self.shares_ids else None,
                 "payment_id": f"R{len(rows)}", "paid_on": when, "principal": money(part),
                 "interest": money(interest), "fee": rng.choice([None, "0", "0.01"]), "penalty": rng.choice([None, "0", "500"]),
                 "source": rng.choice(sources)}
            )  # fmt: skip

    def charges(self, row: dict[str, Any], principal: int, start: date, matures: date) -> None:
        rng = self.rng
        for _ in range(rng.choice([0, 0, 1, 1, 2, 4])):
            kind = rng.choice(
                [
                    "admin",
                    "processing",
                    "credit_check",
                    "insurance",
                    "collection",
                    "compulsory_saving",
                    "compulsory_saving",
                    "penalty",
                    "other",
                ]
            )
            again = row.get("restructured_on") or row.get("schedule_from") or start
            on = rng.choice(
                [
                    start,
                    start,
                    start - timedelta(5),
                    start + timedelta(40),
                    again,
                    again + timedelta(1),
                    self.day,
                    self.day + timedelta(1),
                    matures,
                ]
            )
            amount = rng.choice([0, 1, principal // 100, principal // 20, principal // 8])
            back = rng.choice([None, None, matures, matures + timedelta(30), on, on + timedelta(60), on - timedelta(2), again])
            self.tape.tables["charges"].append(
                {**self.owner(row), "charged_on": on, "kind": kind, "amount": money(amount),
                 "returned_on": back if kind == "compulsory_saving" else None,
                 "returned_amount": rng.choice([None, money(amount), money(amount // 2), "0"]) if kind == "compulsory_saving" else None}
            )  # fmt: skip

    def securities(self, row: dict[str, Any], principal: int, start: date) -> None:
        rng, rows = self.rng, self.tape.tables["collateral"]
        if start > self.day:
            return  # whether a title taken ahead of a loan is one taken for it, the contract leaves open
        for _ in range(rng.choice([0, 0, 1, 1, 2, 3])):
            kind = rng.choice(
                [
                    "hard_title",
                    "hard_title",
                    "soft_title",
                    "cash",
                    "building",
                    "vehicle",
                    "guarantor",
                    "id_paper",
                    "idpoor_card",
                    "other",
                ]
            )
            taken = rng.choice(
                [start, start - timedelta(10), self.near(rng.choice(LANDMARKS), 1), self.day, self.day + timedelta(1)]
            )
            rows.append(
                {
                    "institution_id": row["institution_id"],
                    "collateral_id": f"C{len(rows)}",
                    "loan_id": row["loan_id"],
                    "kind": kind,
                    "title_ref": rng.choice([None, f"{self.name}-T{rng.randint(1, 6)}", f"T{rng.randint(1, 30)}"]),
                    "commune": rng.choice([None, "010201", "010202"]),
                    "taken_on": taken,
                    "released_on": self.some(max(taken, rng.choice([self.day, self.day + timedelta(1), self.day - timedelta(1), taken + timedelta(200)])), 0.3),
                    "value": None if kind in ("id_paper", "idpoor_card", "guarantor") else self.some(money(rng.choice([0, 1, principal // 10, principal // 3, principal, 2 * principal])), 0.8),
                    "valued_on": self.some(rng.choice([taken, self.day, self.day + timedelta(1)]), 0.7),
                    "valuation_accepted": rng.choice(["true", "true", "false", None]),
                }
            )  # fmt: skip

    # -------------------------------------------------------------------------------------------- rows to be returned

    def spoil(self, present: set[str]) -> None:
        """Add rows that must be returned, and note the loans whose figures they make unknown."""
        rng, loans = self.rng, self.tape.tables["loans"]
        for table in sorted(present):
            if not loans or not self.chance(0.5):
                continue
            row = rng.choice(loans)
            key = (row["institution_id"], row["loan_id"])
            if self.chance(0.15):
                self.add(table, rng.choice(['"broken', "a,b", "x" * 30]))
                self.tape.returned[table] |= {(r["institution_id"], r["loan_id"]) for r in loans}
            elif self.chance(0.2):
                self.add(table, self.line(table, ("", "nobody's")))  # an orphan belongs to no loan
            elif self.chance(0.1):
                self.add(table, "")  # a blank line is nobody's
            else:
                self.add(table, self.line(table, key))
                self.tape.returned[table].add(key)

    def add(self, table: str, line: str) -> None:
        self.tape.spoilt.setdefault(table, []).append(line)

    def line(self, table: str, key: tuple[str, str]) -> str:
        """Return a row of a table whose first required value after its keys cannot be read."""
        bad = {"installments": "due_on", "payments": "paid_on", "charges": "charged_on", "collateral": "taken_on",
               "recovery": "happened_on"}[table]  # fmt: skip
        cells = {"institution_id": key[0], "loan_id": key[1], bad: "31/31/2020", "number": "777", "payment_id": "R777", "collateral_id": "C777",
                 "kind": "other", "amount": "1", "principal": "1", "interest": "1", "step": "visit"}  # fmt: skip
        return ",".join(cells.get(c, "") for c in COLUMNS[table].split())


def odd_tape(seed: int, day: date, name: str, *, is_closed: bool = True) -> OddTape:
    """Return a tape; the same seed, day and name give the same one."""
    return Maker(Random(f"{seed}/{day}"), name, day, is_closed).made()
