"""Tapes read as the contract says."""

from __future__ import annotations

import gzip
from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.oracle import audit
from tests.oracle.small import PLAIN, table

HEAD = "institution_id,name,legal_form,status"


def test_a_folder_of_tapes_is_one_result_and_a_loan_id_may_come_twice(tmp_path: Path) -> None:
    both = tmp_path / "both"
    both.mkdir()
    (both / "institutions.csv").write_text(
        "\ufeff" + table(HEAD, 'B,"Beta, Ltd",company,licensed', "A,Alpha,company,licensed"), encoding="utf-8"
    )
    (both / "loans.csv").write_text(
        table(PLAIN, "L,B,X,USD,100,2016-01-01,2016-02-01", "L,A,X,USD,100,2016-01-01,2016-02-01"), encoding="utf-8"
    )
    rows = table(
        "institution_id,loan_id,number,due_on,principal,interest",
        "A,L,1,2016-02-01,100,1",
        "B,L,1,2016-02-01,100,2",
        ",L,2,2016-03-01,9,9",
    )
    (both / "installments.csv.gz").write_bytes(gzip.compress(rows.encode()))
    payments = table(
        "institution_id,payment_id,loan_id,paid_on,principal,interest", "A,1,L,2016-02-01,100,1", "B,2,L,2016-01-15,0,1"
    )
    (both / "payments.csv").write_text(payments, encoding="utf-8")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "institutions.csv").write_text(table(HEAD, "C,Gamma,ngo,registered"), encoding="utf-8")
    result = audit(tmp_path, date(2016, 2, 11))
    assert [row["institution_id"] for row in result.institutions] == ["A", "B", "C"]
    assert result.institutions[1]["name"] == "Beta, Ltd"
    seen = [
        (r["institution_id"], r["source_row"], r["outstanding_principal"], r["days_past_due"], r["arrears_interest"])
        for r in result.loans
    ]
    assert seen == [("A", 3, Decimal(0), 0, Decimal(0)), ("B", 2, Decimal(100), 10, Decimal(1))]


def test_rates_given_apart_go_before_those_of_the_tape(tmp_path: Path) -> None:
    tape = tmp_path / "tape"
    tape.mkdir()
    (tape / "institutions.csv").write_text(table(HEAD, "A,Alpha,company,licensed"), encoding="utf-8")
    (tape / "deposits.csv").write_text(
        table("account_id,institution_id,depositor_id,currency,balance,kind", "1,A,D,USD,1,"), encoding="utf-8"
    )
    (tape / "fx.csv").write_text(table("on,currency,khr", "2016-02-11,USD,4000"), encoding="utf-8")
    given = tmp_path / "fx.csv"
    given.write_text(table("on,currency,khr", "2016-02-04,USD,4100"), encoding="utf-8")
    assert audit(tape, date(2016, 2, 11)).institutions[0]["public_savings_khr"] == Decimal(4000)
    assert audit(tape, date(2016, 2, 11), fx=given).institutions[0]["public_savings_khr"] == Decimal(4100)
    assert audit(tape, date(2016, 2, 12), fx=given).institutions[0]["public_savings_khr"] == Decimal(4000)
