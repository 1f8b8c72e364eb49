"""The comparison sees every column, and nothing where there is nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.oracle import Result
from tests.oracle.compare import LAST, RATES, differences, finding_differences, institution_differences
from tests.oracle.small import OTHER, PLAIN, paid, run, table


def result() -> Result:
    head = (
        PLAIN
        + ",nominal_rate,rate_method,frequency,amortization,fees_upfront,reported_provision,reported_accrued_interest,title_kind"
    )
    loans = table(
        head, "L,A,B,USD,1000,2018-01-15,2019-01-15,18,declining,monthly,equal_installments,30,1,2,hard_title", OTHER + "," * 8
    )
    return run("2018-09-01", loans=loans, payments=paid(), fx=table("on,currency,khr", "2018-09-01,USD,4000"))


def store(rows: list[dict[str, Any]], folder: Path) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), folder / "rows.parquet")
    return folder / "rows.parquet"


def other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, Decimal):
        return value + Decimal("0.01")
    return value + 1 if isinstance(value, int) else f"{value}_"


def test_the_same_rows_do_not_differ(tmp_path: Path) -> None:
    slow = result()
    assert differences(store(slow.loans, tmp_path), slow) == []
    assert institution_differences(store(slow.institutions, tmp_path), slow) == []
    assert finding_differences(slow.findings, slow) == []


@pytest.mark.parametrize("column", [c for c in result().loans[0] if c not in ("institution_id", "loan_id")])
def test_one_changed_value_of_any_column_is_named_with_both_values(column: str, tmp_path: Path) -> None:
    slow = result()
    rows = [dict(row) for row in slow.loans]
    if rows[0][column] is None:
        rows[0][column] = "x"
    else:
        rows[0][column] = other(rows[0][column])
    found = differences(store(rows, tmp_path), slow)
    assert len(found) == 1
    assert found[0].startswith(f"A/L {column}: ")


def test_a_rate_may_be_off_by_one_in_the_last_decimal_and_money_may_not(tmp_path: Path) -> None:
    slow = result()
    for column in sorted(RATES & set(slow.loans[0])):
        for steps, count in ((1, 0), (2, 1)):
            rows = [dict(row) for row in slow.loans]
            rows[0][column] += steps * LAST
            assert len(differences(store(rows, tmp_path), slow)) == count


def test_missing_rows_columns_and_findings_are_named(tmp_path: Path) -> None:
    slow = result()
    assert differences(store(slow.loans[1:], tmp_path), slow)[0] == "A/L: not in the file"
    assert differences(store([{k: v for k, v in r.items() if k != "grade"} for r in slow.loans], tmp_path), slow) == [
        "column grade: not in the file"
    ]
    assert finding_differences([*slow.findings, ("x", "A", "L", "")], slow) == ["only the program: ('x', 'A', 'L', '')"]
    assert len(finding_differences([], slow)) == len(slow.findings) > 0
