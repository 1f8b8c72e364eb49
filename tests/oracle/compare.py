"""The program's Parquet files against the slow path, column by column. The only module here that needs pyarrow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tests.oracle.rules import Finding
from tests.oracle.whole import Result

Row = dict[str, Any]

# Rates may differ by one in the last of nine decimals: the program finds them in floating point. Above a thousand percent
# fifteen digits are all that floating point has.
RATES = frozenset(
    """schedule_rate_nominal schedule_rate_nominal_months all_in_rate_nominal all_in_rate_nominal_months all_in_rate_effective
    all_in_rate_effective_months par30 par30_with_restructured""".split()  # noqa: SIM905
)
LAST = Decimal("1e-9")
DIGITS = Decimal("1e-13")  # relative: of rates of thousands of percent a 64-bit number and its root hold no more
# The contract gives these no name of their own; they are compared where the file has them.
OPTIONAL = frozenset({"par30_numerator_khr", "par30_with_restructured_numerator_khr", "par30_denominator_khr"})


def _rows(path: Path) -> list[Row]:
    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


def _words(value: Any) -> frozenset[str]:
    """Return a list of codes as a set, whether it came as a list or as text."""
    if value is None:
        return frozenset()
    words = re.findall(r"[a-z_]+", value) if isinstance(value, str) else value
    return frozenset(words)


def same(column: str, seen: Any, wanted: Any) -> bool:
    """Return whether a value agrees: money, days and codes exactly, rates to nine decimals."""
    if column == "triggers":
        return _words(seen) == _words(wanted)
    if seen is None or wanted is None:
        return seen is None and wanted is None
    if isinstance(wanted, Decimal):
        difference = abs(Decimal(str(seen)) - wanted)
        return difference <= (max(LAST, abs(wanted) * DIGITS) if column in RATES else 0)
    return bool(seen == wanted)


def _compare(seen: Sequence[Row], wanted: Sequence[Row], key: tuple[str, ...], leave_out: Iterable[str]) -> list[str]:
    found = []
    by_key = {tuple(row[k] for k in key): row for row in seen}
    if len(by_key) != len(seen):
        found.append(f"{len(seen)} rows for {len(by_key)} keys")
    expected = {tuple(row[k] for k in key): row for row in wanted}
    found += [f"{'/'.join(k)}: not in the file" for k in expected if k not in by_key]
    found += [f"{'/'.join(k)}: only in the file" for k in by_key if k not in expected]
    if list(by_key) != sorted(by_key):
        found.append(f"rows not sorted by {', '.join(key)}")
    columns = [c for c in (wanted[0] if wanted else {}) if c not in leave_out]
    missing = [c for c in columns if seen and c not in seen[0]]
    found += [f"column {c}: not in the file" for c in missing if c not in OPTIONAL]
    for name, row in expected.items():
        for column in columns:
            if name in by_key and column not in missing and not same(column, by_key[name][column], row[column]):
                found.append(f"{'/'.join(name)} {column}: file {by_key[name][column]}, slow path {row[column]}")
    return found


def differences(loans_parquet: Path, oracle_result: Result, leave_out: Iterable[str] = ()) -> list[str]:
    """Return each difference of loans.parquet from the slow path as institution/loan, column, both values."""
    return _compare(_rows(loans_parquet), oracle_result.loans, ("institution_id", "loan_id"), leave_out)


def institution_differences(institutions_parquet: Path, oracle_result: Result, leave_out: Iterable[str] = ()) -> list[str]:
    """Return each difference of institutions.parquet from the slow path as institution, column, both values."""
    return _compare(_rows(institutions_parquet), oracle_result.institutions, ("institution_id",), leave_out)


def borrower_differences(borrowers_parquet: Path, oracle_result: Result) -> list[str]:
    """Return each difference of borrowers.parquet from the slow path as borrower, column, both values."""
    return _compare(_rows(borrowers_parquet), oracle_result.borrowers, ("borrower_id",), ())


def weight_differences(findings_parquet: Path, oracle_result: Result) -> list[str]:
    """Return the findings of both sides that rest on something else, or of a price with another amount: its key, both values."""
    found = []
    for row in _rows(findings_parquet):
        key = (row["rule_id"], row["institution_id"], row["loan_id"], row["aspect"])
        hit = oracle_result.hits.get(key)
        if hit is None:
            continue
        if row["basis"] != hit.basis:
            found.append(f"{'/'.join(key)} basis: file {row['basis']}, slow path {hit.basis}")
        amount = None if hit.amount is None else Decimal(hit.amount).scaleb(-2)
        if hit.rule.startswith(("price.", "conduct.")) and row["amount"] != amount:
            found.append(f"{'/'.join(key)} amount: file {row['amount']}, slow path {amount}")
    return found


def finding_differences(found: Iterable[Finding], oracle_result: Result) -> list[str]:
    """Return the findings that only one side has."""
    seen = set(found)
    only_slow = [f"only the slow path: {f}" for f in sorted(oracle_result.findings - seen)]
    return only_slow + [f"only the program: {f}" for f in sorted(seen - oracle_result.findings)]
