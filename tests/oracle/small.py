"""Small tapes typed by hand, for the tests of the slow path."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from tests.oracle import Result, audit

INSTITUTION = "institution_id,name,legal_form,status\nA,Alpha,company,licensed\n"
PLAIN = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on"


def table(head: str, *rows: str) -> str:
    """Return CSV text."""
    return "\n".join([head, *rows]) + "\n"


def run(day: str, returned: Any = None, **tables: str) -> Result:
    """Return the slow path's result for a tape given as CSV text by table."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"institutions": INSTITUTION, **tables}.items():
            (Path(folder) / f"{name}.csv").write_text(text, encoding="utf-8")
        return audit(Path(folder), date.fromisoformat(day), **{f"{k}_returned": v for k, v in (returned or {}).items()})


def loan(result: Result, loan_id: str = "L") -> dict[str, Any]:
    """Return one loan's columns."""
    return next(row for row in result.loans if row["loan_id"] == loan_id)


def rules(result: Result) -> set[str]:
    """Return the ids of the rules that found something."""
    return {finding[0] for finding in result.findings}


def paid(*rows: str) -> str:
    """Return a payments table (loan L: day, principal, interest), with a receipt of another loan so that it is never empty."""
    lines = [f"P{n},L,{row}" for n, row in enumerate(rows)]
    return table("payment_id,loan_id,paid_on,principal,interest", *lines, "PO,O,2010-02-01,1,0")


OTHER = "O,A,BO,USD,1,2010-01-01,2010-02-01"  # the loan of that receipt
OTHER_ROW = "O,1,2010-02-01,1,0,"
