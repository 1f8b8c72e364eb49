"""Published cases of delinquency and of schedules as small tapes with what must come out.

Each case is plain data: the CSV text of a tape, the day, and the expected figures by loan. The numbers come from the records
in tests/cases (each names its source); what does not fit the tape is left out with its reason.

A schedule is proved row by row in one audit: one copy of the loan for each row, the first k rows of which were paid as
published. On the day after the last due date its arrears are the sums of the rows that follow, and its days past due
are counted from the due date of the next one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.oracle.days import plus_months

CASES = Path(__file__).parent.parent / "cases"
Record = dict[str, Any]
_RANGES = {"RANGE_1": (1, 3), "RANGE_3": (4, 30), "RANGE_30": (31, 60), "RANGE_60": (61, 90)}


@dataclass
class Case:
    """A tape (CSV text by table), the day of the audit, and what must come out.

    `expected`: `loans` = columns of loans.parquet by loan_id (money as text, days as integers); `days_past_due_between` =
    [least, most] by loan_id; `arrears_total` = arrears of principal and interest together by loan_id.
    """

    id: str
    record: str
    tables: dict[str, str]
    audit_date: str
    expected: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Line:
    """A published row of a schedule."""

    due_on: date
    principal: Decimal
    interest: Decimal
    fee: Decimal = Decimal(0)
    penalty: Decimal = Decimal(0)
    paid: Decimal = Decimal(0)

    @property
    def due(self) -> Decimal:
        return self.principal + self.interest + self.fee + self.penalty


@dataclass
class Builder:
    """The rows of a tape as they are put together."""

    loans: list[str] = field(default_factory=list)
    installments: list[str] = field(default_factory=list)
    payments: list[str] = field(default_factory=list)

    def loan(self, name: str, principal: Decimal, start: date, end: date, terms: str = ",,,", written_off: str = "") -> None:
        self.loans.append(f"{name},PUB,{name}-B,USD,{principal:.2f},{start},{end},{terms},{written_off}")

    def schedule(self, name: str, lines: list[Line]) -> None:
        for number, row in enumerate(lines, start=1):
            self.installments.append(f"{name},{number},{row.due_on},{row.principal:.2f},{row.interest:.2f},{row.fee:.2f}")

    def pay(
        self,
        name: str,
        on: date,
        principal: Decimal,
        interest: Decimal = Decimal(0),
        fee: Decimal = Decimal(0),
        penalty: Decimal = Decimal(0),
    ) -> None:
        number = len(self.payments) + 1
        self.payments.append(f"P{number},{name},{on},{principal:.2f},{interest:.2f},{fee:.2f},{penalty:.2f}")

    def tables(self) -> dict[str, str]:
        """Return the CSV text of the tape. A paid loan stands beside the case, so that the book has payments."""
        self.loan("paid", Decimal(100), date(2020, 1, 1), date(2020, 2, 1))
        self.schedule("paid", [Line(date(2020, 2, 1), Decimal(100), Decimal(0))])
        self.pay("paid", date(2020, 2, 1), Decimal(100))
        heads = {
            "institutions": "institution_id,name,legal_form,status",
            "loans": "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,"
            "nominal_rate,rate_method,frequency,amortization,written_off_on",
            "installments": "loan_id,number,due_on,principal,interest,fee",
            "payments": "payment_id,loan_id,paid_on,principal,interest,fee,penalty",
        }
        rows = {
            "institutions": ["PUB,Published cases,company,licensed"],
            "loans": self.loans,
            "installments": self.installments,
            "payments": self.payments,
        }
        return {name: "\n".join([head, *rows[name]]) + "\n" for name, head in heads.items()}


def _read(name: str) -> list[Record]:
    records: list[Record] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"), parse_float=Decimal)["records"]
    return records


def _dec(value: Any) -> Decimal:
    return Decimal(value or 0)


def _day(text: str) -> date:
    return date.fromisoformat(text)


# ------------------------------------------------------------------------------------------------------- delinquency

_DELINQUENCY_OUT = {
    "fineract-delinq-397": "a charge raises the amounts, and neither its amount nor its day is in the record",
    "fineract-delinq-1152": "never disbursed: the tape has no loan without a day of disbursement",
    "fineract-prov-criteria": "a setting of another system, without a loan",
    "fineract-prov-query": "a sentence about another system, without a loan; and its base has interest and fees in",
}
_QUARTERS = [Line(date(2023, 10, 1) + timedelta(15 * n), Decimal(250), Decimal(0)) for n in range(4)]


def _delinquency(record: Record) -> list[Case]:
    """Return one case for each state of the record. A quarter is due on the day of disbursement, then one every 15 days."""
    cases = []
    today, paid, pause_from = None, [], None
    for number, event in enumerate(record["timeline"]):
        kind = event["type"]
        if kind == "as_of":
            today = _day(event["date"])
        elif kind == "repayment":
            paid.append((_day(event["date"]), _dec(event["amount"])))
        elif kind == "pause" and pause_from is None:
            pause_from = _day(event["from"])
        if today is None or kind not in ("loan_delinquency", "instalment_delinquency"):
            continue
        expected: dict[str, dict[str, Any]] = {"loans": {"L": {}}}
        if kind == "loan_delinquency":
            expected["loans"]["L"] = {
                "days_past_due": event["past_due_days"],
                "arrears_principal": f"{_dec(event['delinquent_amount']):.2f}",
            }
        else:
            if pause_from is not None and today > pause_from:
                continue  # the ranges stand still inside a pause; days past due do not
            # Instalment ranges carry no amount for what is due today, nor inside the three days before the first range.
            total = sum((_dec(r["amount"]) for r in event["ranges"]), Decimal(0))
            if not event["ranges"]:
                continue
            expected["loans"]["L"] = {"arrears_principal": f"{total:.2f}"}
            expected["days_past_due_between"] = {"L": list(_RANGES[event["ranges"][-1]["range"]])}
        built = Builder()
        built.loan("L", Decimal(1000), _QUARTERS[0].due_on, _QUARTERS[-1].due_on)
        built.schedule("L", _QUARTERS)
        for on, amount in paid:
            built.pay("L", on, amount)
        cases.append(Case(f"{record['id']}/{number}", record["id"], built.tables(), today.isoformat(), expected))
    return cases


# --------------------------------------------------------------------------------------------------------- schedules

_FIRST_YEAR = "only the first 12 of its rows are published, "
_DRIFT = _FIRST_YEAR + "from unrounded balances: within a year they drift by some cents from a schedule kept in whole cents"
_SCHEDULES_OUT = {
    "ec-table-1": _DRIFT,
    "ec-table-5": _DRIFT,
    "ec-table-2-1": _FIRST_YEAR + "and the odd first period is no term of the tape",
    "ec-table-7": _FIRST_YEAR + "and a balloon with the instalment of a longer term is no term of the tape",
    "ec-table-18-1": _FIRST_YEAR + "and the short first period is no term of the tape",
    "ec-table-20": _FIRST_YEAR + "and the tape has one rate a loan",
    "frappe-20": "three of 20 rows are published, and the instalment is rounded to a whole unit, which no term of the tape says",
    "frappe-dates-2": "due dates alone, by a rule that is no term of the tape (the first of the next month)",
    "frappe-dates-3": "due dates alone, by a rule that is no term of the tape (the end of the month)",
    "curo-ex3": "interest capitalised each quarter; the split of the instalments is not published",
}
# Of these the terms alone give the published rows under our reading of a rebuilt schedule: frequency, method, amortization.
_BY_TERMS = {
    "fineract-loan-5547": "declining,monthly,equal_installments",
    "fineract-loan-5564": "declining,monthly,equal_installments",
    "fineract-emi-360": "declining,monthly,equal_installments",
    "fineract-emi-2weekly": "declining,biweekly,equal_installments",
    "fineract-loancharge-629": "flat,monthly,equal_installments",
    "fineract-loanrepayment-1437": "flat,monthly,equal_installments",
    "fineract-loanrepayment-1600": "flat,monthly,equal_installments",
    "fineract-loanrepayment-1643": "flat,monthly,equal_installments",
    "fineract-loanrepayment-2760": "flat,monthly,equal_installments",
    "fineract-loanreschedule-267": "flat,monthly,equal_installments",
    "ec-table-42": "declining,monthly,at_maturity",
}
_NO_DATES = date(2015, 1, 1)  # where a record prints no dates, any first day will do


def _start(record: Record) -> date:
    terms = record["terms"]
    if "disbursements" in terms:
        return _day(terms["disbursements"][0]["date"])
    disbursed = terms.get("disbursed_on") or terms.get("submitted_on")
    return _day(disbursed) if disbursed else _NO_DATES


def _lines(record: Record) -> list[Line]:
    start, terms, expected = _start(record), record["terms"], record["expected"]
    lines = []
    for row in expected.get("rows") or expected["rows_first_year"]:
        if row["nr"] == 0:
            continue
        if "due_date" in row:
            due_on = _day(row["due_date"])
        elif terms.get("repay_every") == "2 weeks":
            due_on = start + timedelta(14 * row["nr"])
        else:
            due_on = plus_months(start, row["nr"])
        interest = _dec(row["interest"])
        principal = _dec(row["principal"]) if "principal" in row else _dec(row["due"]) - interest
        lines.append(Line(due_on, principal, interest, _dec(row.get("fees")), _dec(row.get("penalties")), _dec(row.get("paid"))))
    return lines


def _copies(record: Record, lines: list[Line], terms: str | None) -> Case:
    """Return the case with one copy a row; with `terms` the loan has no rows, and only what the rows say of it is known."""
    start, end = _start(record), lines[-1].due_on
    day = end + timedelta(1)
    principal = sum((row.principal for row in lines), Decimal(0))
    built = Builder()
    expected: dict[str, Any] = {}
    for k in range(len(lines) + 1):
        name = f"L{k:03d}"
        rate = f"{record['terms']['annual_rate_percent']},{terms}" if terms else ",,,"
        built.loan(name, principal, start, end, rate)
        if terms is None:
            built.schedule(name, lines)
        for row in lines[:k]:
            if row.due:
                built.pay(name, row.due_on, row.principal, row.interest, Decimal(0) if terms else row.fee)
        unpaid = [row for row in lines[k:] if row.due]
        expected[name] = {
            "outstanding_principal": f"{principal - sum((row.principal for row in lines[:k]), Decimal(0)):.2f}",
            "arrears_principal": f"{sum((row.principal for row in unpaid), Decimal(0)):.2f}",
            "arrears_interest": f"{sum((row.interest for row in unpaid), Decimal(0)):.2f}",
            "days_past_due": (day - unpaid[0].due_on).days if unpaid else 0,
            "basis": "rebuilt" if terms else "computed",
        }
    return Case(
        f"{record['id']}/{'terms' if terms else 'rows'}", record["id"], built.tables(), day.isoformat(), {"loans": expected}
    )


def _cancelled(record: Record) -> set[date]:
    """Return the days whose last receipt was undone later."""
    days = set()
    for event in record["events"]:
        if event["type"] == "undo_transaction":
            number, month, year = event["text"].split(";")[-1].split()
            days.add(date(int(year), ("January", "February", "March").index(month) + 1, int(number)))
    return days


def _receipts(record: Record, lines: list[Line], built: Builder) -> date:
    """Put what was received on the tape, spread over the rows as they say; return the last day of the record."""
    today = _start(record)
    left = sum((row.paid for row in lines), Decimal(0))
    pools = [[row.penalty, row.fee, row.interest, row.principal, row.paid] for row in lines]
    undone = _cancelled(record)
    last = [e for e in record["events"] if e["type"] in ("repayment", "goodwill_credit")]
    reversals: list[tuple[date, Decimal]] = []
    for event in record["events"]:
        kind = event["type"]
        if kind == "as_of":
            today = _day(event["date"])
        if kind == "undo_transaction":
            on, amount = reversals.pop(0)
            built.pay("L", today, -amount)
        if kind not in ("repayment", "pay_off", "goodwill_credit"):
            continue
        on = _day(event["date"])
        amount = left if kind == "pay_off" else _dec(event["amount"])
        if on in undone and event is [e for e in last if _day(e["date"]) == on][-1]:
            built.pay("L", on, amount)
            reversals.append((on, amount))
            continue
        left -= amount
        split = [Decimal(0)] * 4
        for pool in pools:
            for part in range(4):
                taken = min(pool[part], pool[4], amount)
                pool[part] -= taken
                pool[4] -= taken
                amount -= taken
                split[part] += taken
        if amount:
            raise ValueError(f"{record['id']}: the rows do not hold what was paid")
        built.pay("L", on, split[3], split[2], split[1], split[0])
    return today


def _as_it_went(record: Record, lines: list[Line]) -> Case:
    """Return the case of the record's own payments on its own last day."""
    built = Builder()
    principal = sum((row.principal for row in lines), Decimal(0))
    written_off = next((e["date"] for e in record["events"] if e["type"] == "charge_off"), "")
    built.loan("L", principal, _start(record), lines[-1].due_on, written_off=written_off)
    built.schedule("L", lines)
    day = _receipts(record, lines, built)
    late = [row for row in lines if row.due_on < day and row.paid < row.due]
    columns: dict[str, Any] = {"days_past_due": (day - late[0].due_on).days if late else 0, "basis": "computed"}
    if all(row.paid in (0, row.due) or row.paid <= row.fee + row.penalty for row in lines):
        columns["outstanding_principal"] = f"{sum((row.principal for row in lines if row.paid < row.due), Decimal(0)):.2f}"
    expected: dict[str, dict[str, Any]] = {"loans": {"L": columns}}
    if not any(row.fee or row.penalty for row in late):
        expected["arrears_total"] = {"L": f"{sum((row.due - row.paid for row in late), Decimal(0)):.2f}"}
    if written_off:
        columns["is_written_off"] = True
    return Case(f"{record['id']}/as it went", record["id"], built.tables(), day.isoformat(), expected)


def _schedules(record: Record) -> list[Case]:
    lines = _lines(record)
    cases = [_copies(record, lines, None)]
    if record["id"] in _BY_TERMS:
        cases.append(_copies(record, lines, _BY_TERMS[record["id"]]))
    if any(e["type"] in ("as_of", "repayment") for e in record["events"]):
        cases.append(_as_it_went(record, lines))
    return cases


def fitting() -> list[Case]:
    """Return every case that the tape can hold."""
    out = left_out()
    cases = [case for record in _read("delinquency") if record["id"] not in out for case in _delinquency(record)]
    return cases + [case for record in _read("schedules") if record["id"] not in out for case in _schedules(record)]


def left_out() -> dict[str, str]:
    """Return the ids of the records that do not fit, with the reason."""
    return {**_DELINQUENCY_OUT, **_SCHEDULES_OUT}


def record_ids() -> set[str]:
    """Return the ids of all records of both files."""
    return {record["id"] for name in ("delinquency", "schedules") for record in _read(name)}


def write(case: Case, folder: Path) -> Path:
    """Write a case's tape into a new folder and return it."""
    folder.mkdir(parents=True)
    for name, text in case.tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def disagreements(case: Case, loans: dict[str, dict[str, Any]]) -> list[str]:
    """Return what differs between a case and the rows of loans.parquet by loan_id."""
    found = []
    for loan_id, columns in case.expected["loans"].items():
        for column, wanted in columns.items():
            seen = loans[loan_id][column]
            if str(seen) != str(wanted) and not (isinstance(seen, Decimal) and seen == Decimal(wanted)):
                found.append(f"{case.id}: {loan_id} {column}: expected {wanted}, got {seen}")
    for loan_id, (least, most) in case.expected.get("days_past_due_between", {}).items():
        if not least <= loans[loan_id]["days_past_due"] <= most:
            found.append(f"{case.id}: {loan_id} days_past_due: expected {least} to {most}, got {loans[loan_id]['days_past_due']}")
    for loan_id, wanted in case.expected.get("arrears_total", {}).items():
        seen = loans[loan_id]["arrears_principal"] + loans[loan_id]["arrears_interest"]
        if seen != Decimal(wanted):
            found.append(f"{case.id}: {loan_id} arrears: expected {wanted}, got {seen}")
    return found
