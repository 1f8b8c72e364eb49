"""Planted mistakes: each stands where the list says, and none touches the answer key."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

import pytest

from prakas.sample import write_sample
from tests.sample.conftest import rows

TAPE = "level-3-errors"


def lines(folder, table):
    return (folder / TAPE / f"{table}.csv").read_text("utf-8").splitlines()


def is_day(text):
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_money(text):
    try:
        return Decimal(text) == round(Decimal(text), 2)
    except InvalidOperation:
        return False


def shows(folder, table, line, what):
    """Whether a line shows the mistake that is told of it."""
    header, row = lines(folder, table)[0].split(","), lines(folder, table)[line - 1].split(",")
    cell = dict(zip(header, row, strict=False))
    loan = cell.get("loan_id", "")
    tell = {
        "no such date": lambda: any(not is_day(cell[c]) for c in cell if c.endswith("_on") and cell[c]),
        "a date the wrong way round": lambda: not is_day(cell["matures_on"]),
        "matures before it is disbursed": lambda: cell["matures_on"] < cell["disbursed_on"],
        "negative principal": lambda: cell["principal"].startswith("-"),
        "three decimals": lambda: not is_money(cell["principal"]) or not is_money(cell["interest"]),
        "unknown currency": lambda: cell["currency"] not in {"KHR", "USD", "THB", ""},
        "no currency": lambda: cell["currency"] == "",
        "a lender that the tape does not have": lambda: cell["institution_id"] == "L999",
        "more columns than the header": lambda: len(row) > len(header),
        "a stray quote": lambda: '"' in lines(folder, table)[line - 1],
        "letters in an amount": lambda: not is_money(cell["principal"]),
        "no amount": lambda: cell["principal"] == "",
        "no day of taking": lambda: cell["taken_on"] == "",
        "unknown kind": lambda: cell["kind"] in {"gift", "promise"},
        "unknown step": lambda: cell["step"] == "shout",
        "a loan that the tape does not have": lambda: loan == "L999-0000000",
        "a blank line": lambda: row == [""],
        "its loan is held back": lambda: loan != "",
    }
    if what.endswith("twice"):
        return lines(folder, table).count(",".join(row)) == 2
    return tell[what]()


@pytest.mark.parametrize("which", ["sector", "later_sector"])
def test_every_mistake_stands_where_the_list_says(request, which):
    folder, summary = request.getfixturevalue(which)
    listed = [r for r in rows(folder / "planted_errors.csv") if r["tape"] == TAPE]
    wrong = [r for r in listed if not shows(folder, r["table"], int(r["source_row"]), r["what"])]
    assert wrong == []
    assert len(rows(folder / "planted_errors.csv")) == summary.errors
    assert len({r["what"] for r in listed}) >= 20


def test_no_loan_with_a_mistake_has_a_finding(later_sector):
    folder, _ = later_sector
    found = {r["loan_id"] for r in rows(folder / "answer_key.csv")}
    for row in rows(folder / "planted_errors.csv"):
        if row["tape"] != TAPE or row["table"] == "deposits":
            continue
        cells = lines(folder, row["table"])[int(row["source_row"]) - 1].split(",")
        assert not found & set(cells), row


def test_sound_loans_beside_the_mistakes_keep_their_findings(sector):
    folder, _ = sector
    lender = rows(folder / TAPE / "institutions.csv")[0]["institution_id"]
    rules = {r["rule_id"] for r in rows(folder / "answer_key.csv") if r["institution_id"] == lender}
    assert {"price.nominal_ceiling", "classification.grade", "collateral.held_after_repayment", "price.flat_method"} <= rules


def test_broken_lines_stand_in_a_tape_of_their_own_without_findings(sector):
    folder, _ = sector
    broken = [r for r in rows(folder / "planted_errors.csv") if r["tape"] == "level-3-broken-lines"]
    assert {r["table"] for r in broken} == {"payments", "installments"}
    lender = rows(folder / "level-3-broken-lines/institutions.csv")[0]["institution_id"]
    assert not [r for r in rows(folder / "answer_key.csv") if r["institution_id"] == lender]


def test_mistakes_can_be_left_out(tmp_path):
    summary = write_sample(tmp_path / "sound", loans=1000, seed=1, errors=False)
    assert summary.errors == 0
    assert summary.tapes == ("level-0", "level-1", "level-2", "level-3")
    assert rows(tmp_path / "sound/planted_errors.csv") == []
    assert summary.loans == summary.rows["loans"]
