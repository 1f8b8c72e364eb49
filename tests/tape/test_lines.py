"""Lines of a file are counted and numbered as an editor shows them, wherever a block ends."""

from __future__ import annotations

import random

import pytest

from prakas.tape.lines import LONGEST_LINE, open_csv
from tests.tape import made

PIECES = [b"a,b\n", b"a,b\r\n", b"\n", b"a\n", b"a,b,c\n", b'"a,b",c\n', b'"a,b\n', b'a",b\n', b"\xff,b\n", b"a,\x00\n", b"a\rb,c\n", b",\n", b'"a""",b\n',
          "ក,ខ\n".encode(), "a\u2028,b\n".encode(), b'"a",b"\n', b'a"b"c,d\n',
          b'"a","b"\n', b'"a","b"\r\n', b'"","b"\n', b'"a","b",c\n', b'"a""","b"\n', b'"a,b","c"\n', b'"a" ,b\n', b'a,"b"c\n', b'"a","b\n',
          b'"a"b,"c"\n', b'","\n', b'""\n', b'"",""\n']  # fmt: skip
WHOLE = {b"a,b\n", b"a,b\r\n", b'"a,b",c\n', b",\n", b'"a""",b\n', "ក,ខ\n".encode(), "a\u2028,b\n".encode(), b'a"b"c,d\n',
         b'"a","b"\n', b'"a","b"\r\n', b'"","b"\n', b'"a""","b"\n', b'"a,b","c"\n', b'"",""\n'}  # fmt: skip


@pytest.mark.parametrize("seed", range(30))
def test_every_line_is_read_or_broken_under_its_own_number(seed, tmp_path):
    chosen = [*random.Random(seed).choices(PIECES, k=199), b"a,b\n"]
    path = tmp_path / "loans.csv"
    path.write_bytes(b"x,y\n" + b"".join(chosen)[: None if seed % 2 else -1])
    expected = {number: piece in WHOLE for number, piece in enumerate(chosen, 2)}
    for block in (1 << 20, 64, 7):
        found = {}
        for part in open_csv(path, block).blocks:
            assert len(part.rows) == part.table.num_rows
            found |= dict.fromkeys(part.rows.tolist(), True)
            found |= {b.row: False for b in part.broken}
        assert found == expected, block
    assert made.lines_of(path) == 200


def test_values_are_those_of_the_line_with_that_number(tmp_path):
    path = tmp_path / "loans.csv"
    path.write_text(
        "x,y\n"
        + "".join(
            f'"{n}, q",b\n' if n % 3 == 0 else (f'"{n}","b"\n' if n % 2 else f"{n},b\n") if n % 3 == 1 else "broken\n"
            for n in range(2, 500)
        )
    )
    for block in (1 << 20, 50):
        rows = {}
        for part in open_csv(path, block).blocks:
            rows |= dict(zip(part.rows.tolist(), part.table.column("c0").to_pylist(), strict=True))
        assert rows == {n: f"{n}, q" if n % 3 == 0 else f"{n}" for n in range(2, 500) if n % 3 != 2}


@pytest.mark.parametrize("block", [1 << 16, 8 << 20])
def test_an_endless_line_takes_no_memory_and_one_number(block, tmp_path):
    path = tmp_path / "loans.csv"
    path.write_bytes(b"x,y\na,b\n" + b"z" * (3 * LONGEST_LINE) + b"\nc,d\n" + b"z" * (LONGEST_LINE + 1))
    parts = list(open_csv(path, block).blocks)
    assert sorted((b.row, b.rule, len(b.raw) < 5000) for p in parts for b in p.broken) == [(3, "F006", True), (5, "F006", True)]
    assert [r for p in parts for r in p.rows.tolist()] == [2, 4]


def test_raw_text_goes_back_with_its_invalid_bytes_shown(tmp_path):
    book = made.folder(
        tmp_path / "book", recovery=b"loan_id,happened_on,step\nL3,2020-03-01,vi\xffsit\nL3,2020\x00-03-01,visit\n"
    )
    back = made.returned(made.sealed(book, tmp_path / "out"), "recovery")
    assert [(r["line"], r["source_row"]) for r in back] == [("L3,2020-03-01,vi\\xffsit", "2"), ("L3,2020\\x00-03-01,visit", "3")]
    assert [r["reason"][:4] for r in back] == ["F002", "F003"]


def test_rows_go_back_as_they_came(tmp_path):
    recovery = 'Loan_ID,note,happened_on,step\n  L3 ,"say ""no"", twice",2020-02-30,visit\nL1,,2020-03-01,visit\n'
    result = made.sealed(made.folder(tmp_path / "book", recovery=recovery), tmp_path / "out")
    assert made.returned(result, "recovery") == [
        {
            "Loan_ID": "  L3 ", "note": 'say "no", twice', "happened_on": "2020-02-30", "step": "visit", "line": "", "tape": "book",
            "source_row": "2", "reason": "V002: happened_on is not a date written as 2020-06-30.",
        }
    ]  # fmt: skip


def test_returned_rows_of_several_tapes_are_put_together_by_name(tmp_path):
    for tape, recovery in (
        ("one", "loan_id,happened_on,step\nL3,x,visit\n"),
        ("two", "step,extra,loan_id,happened_on\nvisit,e,L3,y\n"),
    ):
        lender = {t: b.replace(",A,", f",A{tape},").replace(",B,", f",B{tape},") for t, b in made.BOOK.items()}
        lender["institutions"] = made.BOOK["institutions"].replace("A,", f"A{tape},").replace("B,", f"B{tape},")
        lender = {t: lender[t] for t in ("institutions", "loans", "recovery")}
        made.folder(tmp_path / "tapes" / tape, lender, recovery=recovery)
    back = made.returned(made.sealed(tmp_path / "tapes", tmp_path / "out"), "recovery")
    assert [(r["tape"], r["loan_id"], r["happened_on"], r["step"], r["extra"]) for r in back] == [
        ("one", "L3", "x", "visit", ""), ("two", "L3", "y", "visit", "e"),
    ]  # fmt: skip


@pytest.mark.slow
def test_a_hundred_thousand_bad_rows_come_back_one_by_one(tmp_path):
    lines = [f"L3,2020-03-{n % 31 + 1:02d},{'visit' if n % 2 else 'vist'}" if n % 5 else "L3" for n in range(100_000)]
    book = made.folder(tmp_path / "book", recovery="loan_id,happened_on,step\n" + "\n".join(lines) + "\n")
    result = made.sealed(book, tmp_path / "out", memory="200MB")
    bad = sum(1 for n in range(100_000) if n % 5 == 0 or n % 2 == 0)
    count = next(f for f in result.files if f.table == "recovery")
    assert (count.rows, count.kept, count.returned) == (100_000, 100_000 - bad, bad)
    assert len(made.returned(result, "recovery")) == bad
