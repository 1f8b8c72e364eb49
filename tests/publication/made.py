"""Results of an audit made by hand: three lenders, nine loans, a few findings, whose sums can be done on paper."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from prakas.audit import FINDINGS, INSTITUTIONS, LOANS, TITLE_COUNTS
from prakas.jurisdictions import pack
from prakas.rulebook import rulebook

HOSTILE = """<script>alert("x")</script> & 'Sons'"""
DAY = "2021-06-30"
D = Decimal

LENDERS: list[dict[str, Any]] = [
    {"institution_id": "I1", "name": HOSTILE, "status": "unregistered", "required_standing": "registration", "triggers": "portfolio",
     "portfolio_khr": D("150000000.00"), "borrowers": 30, "public_savings_khr": D("0.00"), "depositors": 0, "loans": 4, "loans_without_position": 0,
     "par30_khr": D("1000.00"), "par30_with_restructured_khr": D("1000.00"), "par_portfolio_khr": D("4000.00"),
     "provision_required_khr": D("700.00"), "provision_reported_khr": D("100.00"), "provision_shortfall_khr": D("650.00"),
     "interest_in_suspense_khr": D("12.34"), "loans_above_ceiling": 1, "loans_above_ceiling_all_in": 2, "excess_khr": D("99.10"),
     "titles_hard": 7, "titles_soft": 4, "titles_after_repayment": 2, "findings": 3},
    {"institution_id": "I2", "name": "Second lender", "status": "licensed", "required_standing": "license", "triggers": "portfolio",
     "portfolio_khr": D("2345678901.00"), "borrowers": 11, "public_savings_khr": D("5.00"), "depositors": 3, "loans": 2, "loans_without_position": 1,
     "provision_required_khr": D("50.00"), "provision_reported_khr": None, "provision_shortfall_khr": None,
     "loans_above_ceiling": 0, "loans_above_ceiling_all_in": 0, "excess_khr": D("0.90"), "titles_hard": None, "titles_soft": None},
    {"institution_id": "I3", "name": "Third lender (made up)", "status": None, "required_standing": None},
]  # fmt: skip


def _loan(number: int, currency: str, owed: str | None, grade: str | None, **more: Any) -> dict[str, Any]:
    row = dict.fromkeys(LOANS.names)
    row |= {"institution_id": "I1", "loan_id": f"K{number}", "currency": currency, "grade": grade, "is_written_off": False}
    row["outstanding_principal"] = None if owed is None else D(owed)
    row |= {name: D(value) if isinstance(value, str) and value[:1].isdigit() else value for name, value in more.items()}
    for name in ("schedule_rate_nominal", "all_in_rate_nominal", "all_in_rate_effective"):
        row[f"{name}_months"] = row[f"{name}_months"] or row[name]
    return row


# Ceiling 18, room 0.125. Contract rates above: K2. Schedule: K2 (18.13), not K3 (18.125). All-in: K2, K3. Effective: K1, K2, K3.
LOANS_MADE = [
    _loan(1, "KHR", "1000000.00", "standard", provision_required="0.00", provision_reported="0.00", provision_shortfall="0.00", ceiling="18",
          nominal_rate="18", schedule_rate_nominal="18", all_in_rate_nominal="18.1", all_in_rate_nominal_months="19", all_in_rate_effective="19.7", confidence="primary"),
    _loan(2, "KHR", "250000.00", "substandard", provision_required="25000.00", provision_reported="5000.00", provision_shortfall="20000.00",
          ceiling="18", nominal_rate="24", schedule_rate_nominal="18.13", all_in_rate_nominal="26", all_in_rate_effective="29", confidence="seed"),
    _loan(3, "KHR", "50.50", "loss", provision_required="50.50", ceiling="18", nominal_rate="17.9", schedule_rate_nominal="18.125",
          all_in_rate_nominal="18.126", all_in_rate_effective="19.9", confidence="unverified"),
    _loan(4, "KHR", None, None, ceiling="18"),
    _loan(5, "KHR", "300.00", None, is_written_off=True, nominal_rate="30"),
    _loan(6, "KHR", "0.00", "standard", nominal_rate="12"),
    _loan(7, "USD", "1234.56", "standard", provision_required="0.00", provision_reported="1.25", provision_shortfall="0.00", nominal_rate="75"),
    _loan(8, "USD", "1000.44", "standard", provision_required="0.00", provision_reported="0.00", provision_shortfall="0.00", nominal_rate="36"),
    _loan(9, "USD", "10.00", None, nominal_rate="36"),
]  # fmt: skip

TITLES_MADE = [
    {
        "institution_id": "I1",
        "kind": "hard_title",
        "province": "02",
        "titles": 5,
        "titles_after_repayment": 2,
        "first_in_sector": 4,
    },
    {
        "institution_id": "I1",
        "kind": "hard_title",
        "province": None,
        "titles": 2,
        "titles_after_repayment": None,
        "first_in_sector": 2,
    },
    {
        "institution_id": "I1",
        "kind": "soft_title",
        "province": "02",
        "titles": 1,
        "titles_after_repayment": 0,
        "first_in_sector": 1,
    },
    {
        "institution_id": "I1",
        "kind": "soft_title",
        "province": "17",
        "titles": 3,
        "titles_after_repayment": None,
        "first_in_sector": 3,
    },
]


def _finding(rule: str, standing: str, subject: str, **more: Any) -> dict[str, Any]:
    row = {"finding_id": f"{rule}-{subject}", "rule_id": rule, "standing": standing, "institution_id": "I1", "subject_kind": "loan",
           "loan_id": subject, "tape": "t", "source_table": "loans", "source_row": 2, "sentence_en": f"Loan {subject} is found.",
           "sentence_km": "", "basis": "computed", "confidence": "primary"}  # fmt: skip
    return row | more


FINDINGS_MADE = [
    _finding("registration.required", "law", "I1", subject_kind="institution", citation="B7-02-49, art. 3", confidence="seed"),
    _finding("price.nominal_ceiling", "law", "K2", citation="B7-017-109", sentence_en="Loan K2 <b>bold</b>: 24 % a year.", amount=D("250000.00"), currency="KHR"),
    *[_finding("price.all_in_ceiling", "demand", f"N{n:03}", citation="Letter of 16 July 2020", source_row=n) for n in range(25)],
    _finding("suspense.recognized", "law", "K3", citation="B7-00-51", confidence="unverified"),
    _finding("collateral.pledged_twice", "notice", "T1", citation=None, confidence=None),
]  # fmt: skip


def _tally(standing: str, found: int, sound: int, unknown: int = 0, **because: int) -> dict[str, Any]:
    return {"standing": standing, "covered": found + sound + unknown, "not_assessed": unknown, "sound": sound, "found": found,
            "not_assessed_because": {name.replace("_", " "): count for name, count in because.items()}}  # fmt: skip


RULES_MADE = {
    "registration.required": _tally("law", 1, 0, 1, the_status_on_the_audit_date=1),
    "licensing.required": _tally("law", 0, 1, 1),
    "classification.grade": _tally("law", 0, 5, 4, the_position=4),
    "provisioning.shortfall": _tally("law", 0, 0, 9, the_grade=9),
    "suspense.recognized": _tally("law", 1, 2),
    "price.nominal_ceiling": _tally("law", 1, 2, 1),
    "price.all_in_ceiling": _tally("demand", 25, 1, 1),
    "collateral.forbidden_paper": _tally("law", 0, 0),
    "collateral.pledged_twice": _tally("notice", 1, 3),
    "collateral.poverty_card": _tally("industry_code", 0, 0),
}

EDITS_MADE = [
    ("Q007", "collateral", "A title\nwithout <i>reference</i>."),
    ("Q007", "collateral", "Another."),
    ("V001", "loans", "A day that is none."),
]


def total(column: str) -> Decimal | int | None:
    values = [row[column] for row in LENDERS if row.get(column) is not None]
    return sum(values[1:], values[0]) if values else None


def record(**more: Any) -> dict[str, Any]:
    columns = ("portfolio_khr", "borrowers", "public_savings_khr", "all_savings_khr", "depositors", "loans", "loans_without_position", "par30_khr",
               "par30_with_restructured_khr", "par_portfolio_khr", "provision_required_khr", "provision_reported_khr", "provision_shortfall_khr",
               "interest_in_suspense_khr", "loans_above_ceiling", "loans_above_ceiling_all_in", "excess_khr", "titles_hard", "titles_soft",
               "titles_after_repayment", "findings")  # fmt: skip
    totals = {name: total(name) for name in columns} | {"titles_in_sector": 10}
    file = {
        "table": "loans",
        "tape": "t",
        "file": "loans <1>.csv",
        "sha256": "0" * 64,
        "rows": 11,
        "kept": 9,
        "returned": 2,
        "taken_along": 1,
    }
    return {
        "audit_date": DAY, "engine": "duckdb", "prakas": "0.1.0", "jurisdiction": "kh",
        "options": {"standings": ["law", "industry_code", "demand", "notice"], "strict": False},
        "tape": {"files": [file], "edits": 3, "refused": [{"tape": "u", "sentence": "u: nothing in it <can> be read."}],
                 "register": [{"institution_id": "I9", "name": "Ninth", "outcome": "missing", "tape": ""}]},
        "rulebook": {"version": "2026-11-22", "hash": rulebook(pack()).hash, "confirmed": []},
        "tolerance_percent_points": "0.125",
        "rules": RULES_MADE,
        "totals": {name: str(value) if isinstance(value, Decimal) else value for name, value in totals.items()},
        "timings": {},
        **more,
    }  # fmt: skip


def _write(path: Path, rows: list[dict[str, Any]], schema: pa.Schema, *, group: int = 4) -> None:
    filled = [{name: row.get(name) for name in schema.names} for row in rows]
    pq.write_table(pa.Table.from_pylist(filled, schema), path, row_group_size=group)


def result(folder: Path, content: dict[str, Any] | None = None, findings: list[dict[str, Any]] | None = None) -> Path:
    """Write a finished result but for the page, in several row groups; return its folder."""
    folder.mkdir()
    (folder / "audit.json").write_text(json.dumps(content or record(), ensure_ascii=False), "utf-8")
    _write(folder / "institutions.parquet", LENDERS, INSTITUTIONS)
    _write(folder / "loans.parquet", LOANS_MADE, LOANS)
    _write(folder / "titles.parquet", TITLES_MADE, TITLE_COUNTS)
    _write(folder / "findings.parquet", FINDINGS_MADE if findings is None else findings, FINDINGS)
    with (folder / "edits.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(["rule_id", "tape", "table", "source_row", "key", "field", "value", "expected", "sentence"])
        out.writerows([rule, "t", table, 2, "", "", "", "", sentence] for rule, table, sentence in EDITS_MADE)
    return folder
