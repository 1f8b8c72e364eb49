"""From Fineract to an audit in two commands, held against figures that were worked out by hand."""

from __future__ import annotations

import csv

import pyarrow.parquet as pq
import pytest

from tests.acceptance.commanding import command

pytestmark = pytest.mark.xdist_group("fineract")

DAY = "2024-06-30"


@pytest.fixture(scope="module")
def audited(fineract, tmp_path_factory):
    """The folder of both results, and what the two commands said."""
    folder = tmp_path_factory.mktemp("audited")
    first = command(
        "tape", "from-fineract", fineract, "--out", folder / "tape", "--institution", "L1", "--legal-form", "company",
        "--status", "licensed",
    )  # fmt: skip
    second = command("audit", folder / "tape", "--date", DAY, "--out", folder / "audit")
    return folder, first, second


@pytest.fixture(scope="module")
def loan(audited):
    """Gives a loan as the audit sees it, money in hundredths as people write it."""
    rows = {row["loan_id"]: row for row in pq.read_table(audited[0] / "audit" / "loans.parquet").to_pylist()}
    return rows.__getitem__


def test_both_commands_end_well_and_say_that_some_rows_are_in_doubt(audited):
    _, first, second = audited
    assert (first.code, second.code) == (1, 1)
    assert first.said == second.said == []
    assert first.out.splitlines()[-1].endswith("tape")
    assert "  13 in the tape\n  1 not approved yet\n" in first.out


def position(row):
    columns = ("outstanding_principal", "arrears_principal", "arrears_interest", "days_past_due", "basis")
    return " ".join(str(row[name]) for name in columns)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # 1,200 - 336.50; of five due 500 - 336.50 and 75 - 63; from 15 May, 16 + 30 days.
        ("1", "863.50 163.50 12.00 46 computed"),
        # All four paid, one of them twice and once taken back.
        ("2", "0.00 0.00 0.00 0 computed"),
        # 455 - 55; of March 100 and 4, from 10 March 21 + 30 + 31 + 30 days.
        ("3", "400.00 100.00 4.00 112 computed"),
        # Written off, nothing received that counts: from 1 July 2023 a leap year less a day.
        ("4", "2000000.00 2000000.00 60000.00 365 computed"),
        # Interest and a fee were waived, the rest paid.
        ("5", "0.00 0.00 0.00 0 computed"),
        ("10", "0.00 0.00 0.00 0 computed"),
        # The third week is due tomorrow.
        ("11", "500000.00 0.00 0.00 0 computed"),
        # Handed out in two parts: 800 left on 10 May, 200 of it paid.
        ("12", "600.00 0.00 0.00 0 computed"),
        ("16", "0.00 0.00 0.00 0 computed"),
        # 200 paid and 50 given back: April is open again, from 28 April 2 + 31 + 30 days; all four are due, 10 - 7 of interest.
        ("17", "250.00 250.00 3.00 63 computed"),
        # Still owed as far as Fineract says: from 1 April 29 + 31 + 30 days.
        ("18", "150.00 150.00 4.00 90 computed"),
    ],
)
def test_positions_are_those_worked_out_by_hand(loan, number, expected):
    assert position(loan(number)) == expected


@pytest.mark.parametrize("number", ["13", "15"])
def test_where_a_row_was_returned_the_position_is_not_known(loan, number):
    """Parts finer than a hundredth; a transaction of an unknown type."""
    assert position(loan(number)) == "None None None None None"


@pytest.mark.parametrize(("number", "rate"), [("1", 18), ("17", 12)])
def test_the_price_of_an_honest_schedule_is_its_own_rate(loan, number, rate):
    """1.5 and 1 % a month on what is left, months counted as months."""
    assert float(loan(number)["schedule_rate_nominal_months"]) == pytest.approx(rate, abs=1e-6)


def test_the_fee_at_disbursement_raises_the_price(loan):
    """1,176 in hand for twelve times 100 and the interest; the monthly rate is looked for by halving."""
    payments = [118.0 - 1.5 * k for k in range(12)]
    low, high = 0.0, 0.1
    for _ in range(200):
        middle = (low + high) / 2
        worth = sum(amount / (1 + middle) ** (k + 1) for k, amount in enumerate(payments))
        low, high = (middle, high) if worth > 1200 - 24 else (low, middle)
    assert float(loan("1")["all_in_rate_nominal_months"]) == pytest.approx(1200 * low, abs=1e-6)
    assert low > 0.015


def test_a_loan_restructured_since_is_known_as_such(loan):
    assert [number for number in ("1", "3", "5", "12") if loan(number)["is_restructured"]] == ["3"]


def test_titles_are_counted_where_the_kind_is_known_and_not_where_it_is_not(loan):
    assert (loan("1")["titles_held"], loan("2")["titles_held"], loan("3")["titles_held"]) == (1, 0, None)


def test_the_lender_s_books_agree_with_the_figures(audited):
    with (audited[0] / "audit" / "findings.csv").open(encoding="utf-8") as file:
        assert [row for row in csv.DictReader(file) if row["rule_id"] == "reported.differs"] == []


def test_rows_that_are_returned_are_named_with_their_edit(audited):
    found = {}
    for path in (audited[0] / "audit" / "returned").glob("*.csv"):
        with path.open(encoding="utf-8") as file:
            found[path.stem] = sorted((row.get("loan_id", ""), row["reason"].partition(":")[0]) for row in csv.DictReader(file))
    assert found == {
        "loans": [("14", "V001")],
        "installments": [("13", "V005")] * 3 + [("14", "R004")] * 2,
        "payments": [("14", "R004"), ("15", "S001")],
        "collateral": [("3", "V001")],
        "deposits": [("", "V011")],
    }


def test_a_kind_of_collateral_that_the_lender_named_can_be_mapped(audited, tmp_path):
    folder = audited[0]
    (tmp_path / "mapping.yaml").write_text('collateral:\n  codes:\n    kind:\n      "Land paper": soft_title\n')
    checked = command("check", folder / "tape", "--date", DAY, "--mapping", tmp_path / "mapping.yaml")
    (line,) = [line for line in checked.out.splitlines() if line.startswith("collateral")]
    assert line.split()[1:4] == ["3", "3", "0"]
