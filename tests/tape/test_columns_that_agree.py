"""A spelling is repaired where the whole column agrees, and nowhere else."""

from __future__ import annotations

import pytest

from tests.tape import made

HEAD = "loan_id,institution_id,currency,principal,disbursed_on,matures_on,nominal_rate,is_microloan"


def read(tmp_path, *rows, head=HEAD):
    content = "\n".join([head, *rows]) + "\n"
    book = made.folder(tmp_path / "book", {"institutions": made.BOOK["institutions"]})
    (book / "loans.csv").write_text(content, encoding="utf-8")
    return made.sealed(book, tmp_path / "out")


def column(result, name):
    return [str(r[name]) for r in made.table(result, "loans")]


def told(result):
    return [(e["rule_id"], e["field"]) for e in made.edits(result)]


@pytest.mark.parametrize(
    ("edit", "name", "spellings", "meant"),
    [
        ("F113", "principal", ("១០០០", "2000.៥០"), ["100000", "200050"]),
        ("F114", "principal", ('"1,000"', "999"), ["100000", "99900"]),
        ("F114", "principal", ('"-1,234,567.50"', '"1,000.00"'), []),
        ("F111", "principal", (" 1000", "2000 "), ["100000", "200000"]),
        ("F115", "disbursed_on", ("43831", "43861"), ["2020-01-01", "2020-01-31"]),
        ("F116", "disbursed_on", ("31/01/2020", "1/2/2020"), ["2020-01-31", "2020-02-01"]),
        ("F116", "disbursed_on", ("31-01-2020", "01.02.2020"), ["2020-01-31", "2020-02-01"]),
        ("F117", "disbursed_on", ("2020-01-01 00:00:00", "2020-01-02"), ["2020-01-01", "2020-01-02"]),
        ("F112", "currency", ("khr", "KHR"), ["KHR", "KHR"]),
        ("F112", "is_microloan", ("TRUE", "False"), ["True", "False"]),
        ("F111", "loan_id", ("\u00a0one", "two"), ["one", "two"]),
    ],
)
def test_a_column_that_agrees_is_repaired_and_told_once(edit, name, spellings, meant, tmp_path):
    rows = []
    for number, spelling in enumerate(spellings):
        row = dict(
            zip(HEAD.split(","), [f"L{number}", "A", "KHR", "1000", "2020-01-01", "2021-01-01", "18", "true"], strict=True)
        )
        rows.append(",".join((row | {name: spelling}).values()))
    result = read(tmp_path, *rows)
    assert (edit, name) in told(result)
    assert [t for t in told(result) if t[0] == edit] == [(edit, name)]
    if meant:
        assert column(result, name) == meant
    else:  # repaired, and then found to be below zero
        assert "V011" in made.fired(result) or "V012" in made.fired(result)


@pytest.mark.parametrize(
    ("name", "good", "odd", "edit"),
    [
        ("principal", "1000", '"1,000"', "V004"),
        ("principal", '"1,000"', '"1,00"', "V004"),
        ("principal", "១០០០", "one", "V004"),
        ("disbursed_on", "2020-01-01", "43831", "V002"),
        ("disbursed_on", "2020-01-01", "31/01/2020", "V002"),
        ("disbursed_on", "43831", "28855", "V002"),
        ("disbursed_on", "31/01/2020", "31/02/2020", "V002"),
        ("currency", "khr", "riel", "V001"),
    ],
)
def test_one_cell_that_does_not_agree_leaves_the_column_as_it_stands(name, good, odd, edit, tmp_path):
    rows = []
    for number, spelling in enumerate((good, odd)):
        row = dict(
            zip(HEAD.split(","), [f"L{number}", "A", "KHR", "1000", "2020-01-01", "2021-01-01", "18", "true"], strict=True)
        )
        rows.append(",".join((row | {name: spelling}).values()))
    result = read(tmp_path, *rows)
    assert (edit, name) in told(result)
    assert not [t for t in told(result) if t[0].startswith("F")]
    assert "L1" not in column(result, "loan_id")


def test_each_file_is_asked_for_itself(tmp_path):
    for tape, day in (("one", "31/01/2020"), ("two", "2020-01-31")):
        lender = made.BOOK["institutions"].replace("A,", f"A{tape},").replace("B,", f"B{tape},")
        book = made.folder(tmp_path / "tapes" / tape, {"institutions": lender})
        (book / "loans.csv").write_text(f"{HEAD}\nL1,A{tape},KHR,1000,{day},2021-01-01,18,true\n")
    result = made.sealed(tmp_path / "tapes", tmp_path / "out")
    assert column(result, "disbursed_on") == ["2020-01-31", "2020-01-31"]
    assert [(e["tape"], e["rule_id"], e["field"]) for e in made.edits(result)] == [("one", "F116", "disbursed_on")]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("10000000000000.00", True), ("10000000000000.01", False), ("0.01", True), ("0", False), ("0.00", False), ("1.005", False),
        ("1.5", True), ("1.", False), (".5", False), ("+5", False), ("1e3", False), ("007", True), ("-0.01", False), ("NaN", False), ("1_000", False),
    ],
)  # fmt: skip
def test_an_amount_is_read_exactly_or_not_at_all(value, kept, tmp_path):
    result = read(tmp_path, f"L1,A,KHR,{value},2020-01-01,2021-01-01,18,true", "L2,A,KHR,5,2020-01-01,2021-01-01,18,true")
    assert ("L1" in column(result, "loan_id")) is kept
    if kept:
        assert column(result, "principal")[0] == str(round(float(value) * 100))


@pytest.mark.parametrize(
    ("day", "kept"),
    [("1979-01-01", True), ("1978-12-31", False), ("2020-02-29", True), ("2019-02-29", False), ("2020-1-1", False)],
)
def test_a_day_is_a_day_of_the_calendar(day, kept, tmp_path):
    result = read(tmp_path, f"L1,A,KHR,5,{day},2100-12-31,18,true", "L2,A,KHR,5,2020-01-01,2021-01-01,18,true")
    assert ("L1" in column(result, "loan_id")) is kept


@pytest.mark.parametrize(("day", "kept"), [("2100-12-31", True), ("2101-01-01", False)])
def test_no_loan_matures_after_this_century(day, kept, tmp_path):
    result = read(tmp_path, f"L1,A,KHR,5,2020-01-01,{day},18,true", "L2,A,KHR,5,2020-01-01,2021-01-01,18,true")
    assert ("L1" in column(result, "loan_id")) is kept


@pytest.mark.parametrize(
    ("rate", "kept"),
    [("0", True), ("18.123456", True), ("18.1234567", False), ("-0.000001", False), ("100000", True), ("100000.1", False)],
)
def test_a_rate_has_six_decimals_and_a_range(rate, kept, tmp_path):
    result = read(tmp_path, f"L1,A,KHR,5,2020-01-01,2021-01-01,{rate},true", "L2,A,KHR,5,2020-01-01,2021-01-01,18,true")
    assert ("L1" in column(result, "loan_id")) is kept
    if kept:
        assert column(result, "nominal_rate")[0] == str(round(float(rate) * 1_000_000))
