"""Rows belong to loans and loans to institutions: who is taken along, and which loans are marked."""

from __future__ import annotations

import pytest

from tests.tape import made

INSTITUTIONS = """
    institution_id,name,legal_form,status
    A,Alpha,company,licensed
    B,Beta,ngo,registered
"""
LOANS = """
    loan_id,institution_id,currency,principal,disbursed_on,matures_on
    L1,A,KHR,1000,2020-01-01,2021-01-01
    L2,A,KHR,1000,2020-01-01,2021-01-01
    L3,B,KHR,1000,2020-01-01,2021-01-01
    both,A,KHR,1000,2020-01-01,2021-01-01
    both,B,KHR,1000,2020-01-01,2021-01-01
"""
PAYMENTS = "payment_id,institution_id,loan_id,paid_on,principal,interest"


def read(tmp_path, payments, loans=LOANS, institutions=INSTITUTIONS):
    book = made.folder(tmp_path / "book", {"institutions": institutions, "loans": loans})
    (book / "payments.csv").write_bytes(
        b"\n".join(p.encode() if isinstance(p, str) else p for p in [PAYMENTS, *payments]) + b"\n"
    )
    return made.sealed(book, tmp_path / "out")


def marked(result):
    return {(r["institution_id"], r["loan_id"]) for r in made.table(result, "loans") if r["payments_returned"]}


ALL = {("A", "L1"), ("A", "L2"), ("B", "L3"), ("A", "both"), ("B", "both")}


@pytest.mark.parametrize(
    ("line", "loans"),
    [
        ("Y1,,L1,2020-02-01,1,1", set()),
        ("Y1,,L1,2020-02-30,1,1", {("A", "L1")}),
        ("Y1,B,both,2020-02-30,1,1", {("B", "both")}),
        ("Y1,,both,2020-02-01,1,1", {("A", "both"), ("B", "both")}),
        ("Y1,B,L1,2020-02-01,1,1", {("A", "L1")}),
        ("Y1,,L9,2020-02-01,1,1", set()),
        ("Y1,,L9,never,1,1", set()),
        ("Y1,,,2020-02-01,1,1", ALL),
        ("", set()),
        (",,,,,", set()),
        ("Y1,,L1,2020-02-01,1", {("A", "L1")}),
        ("L2,2020-02-01,1,1", {("A", "L2")}),
        ('Y1,,"L1,2020-02-01,1,1', {("A", "L1")}),
        (b"Y1,,L1,2020-02-01,1,\xff", {("A", "L1")}),
        ("nobody knows", ALL),
    ],
)
def test_a_loan_is_marked_where_a_row_of_it_was_returned(line, loans, tmp_path):
    result = read(tmp_path, ["Y0,,L3,2020-02-01,1,1", line])
    assert marked(result) == loans
    assert not any(r["installments_returned"] or r["charges_returned"] for r in made.table(result, "loans"))


def test_only_loans_of_the_same_tape_are_marked(tmp_path):
    for tape in ("one", "two"):
        lender = INSTITUTIONS.replace("A,", f"A{tape},").replace("B,", f"B{tape},")
        loans = LOANS.replace(",A,", f",A{tape},").replace(",B,", f",B{tape},")
        book = made.folder(tmp_path / "tapes" / tape, {"institutions": lender, "loans": loans})
        (book / "payments.csv").write_text(PAYMENTS + "\n" + ("what is this\n" if tape == "one" else ""))
    result = made.sealed(tmp_path / "tapes", tmp_path / "out")
    assert {i for i, _ in marked(result)} == {"Aone", "Bone"}


def test_a_loan_held_back_takes_its_rows_along_and_they_are_counted_apart(tmp_path):
    result = read(
        tmp_path,
        ["Y1,,L1,2020-02-01,1,1", "Y2,,L2,2020-02-01,1,1", "Y3,,L1,2020-02-30,1,1"],
        loans=LOANS.replace("L1,A,KHR", "L1,A,XXX"),
    )
    count = next(f for f in result.files if f.table == "payments")
    assert (count.rows, count.kept, count.returned, count.taken_along) == (3, 1, 2, 1)
    assert [(r["payment_id"], r["reason"][:4]) for r in made.returned(result, "payments")] == [("Y1", "R004"), ("Y3", "R004")]
    assert "V002" in made.returned(result, "payments")[1]["reason"]
    assert marked(result) == set()


def test_a_broken_loan_takes_its_rows_along_too(tmp_path):
    result = read(tmp_path, ["Y1,,L1,2020-02-01,1,1"], loans=LOANS.replace("L1,A,KHR,1000", "L1,A,KHR"))
    assert made.fired(result) == ["F001", "R004"]


def test_an_institution_held_back_takes_everything_along(tmp_path):
    result = read(
        tmp_path, ["Y1,,L1,2020-02-01,1,1", "Y2,,L3,2020-02-01,1,1"], institutions=INSTITUTIONS.replace("company", "firm")
    )
    assert [r["loan_id"] for r in made.table(result, "loans")] == ["L3", "both"]
    assert {(f.table, f.kept, f.returned, f.taken_along) for f in result.files} == {
        ("institutions", 1, 1, 0), ("loans", 2, 3, 3), ("payments", 1, 1, 1),
    }  # fmt: skip


def test_every_member_of_a_group_with_one_key_is_returned_and_named(tmp_path):
    result = read(tmp_path, ["Y1,,L1,2020-02-01,1,1", "Y1,,L2,2020-03-01,2,2", "Y1,,L3,2020-02-01,1,1", "Y2,,L3,2020-02-01,1,1"])
    assert [(e["rule_id"], e["source_row"]) for e in made.edits(result)] == [("S002", "2"), ("S002", "3")]
    # the same payment_id at another institution is another payment
    assert [(r["institution_id"], r["payment_id"]) for r in made.table(result, "payments")] == [("B", "Y1"), ("B", "Y2")]


def test_loans_are_numbered_in_the_binary_order_of_institution_and_loan(tmp_path):
    names = ["b", "B", "ខ", "a-1", "a_1", "10", "9"]
    loans = "loan_id,institution_id,currency,principal,disbursed_on,matures_on\n"
    loans += "\n".join(f"{n},{i},KHR,1,2020-01-01,2021-01-01" for n in names for i in ("B", "A"))
    result = read(tmp_path, [f"Y{i},B,{n},2020-02-01,1,1" for i, n in enumerate(names)], loans=loans)
    found = [(r["institution_id"], r["loan_id"], r["loan_no"]) for r in made.table(result, "loans")]
    expected = sorted(((i, n) for n in names for i in ("A", "B")), key=lambda p: (p[0].encode(), p[1].encode()))
    assert found == [(*pair, number) for number, pair in enumerate(expected)]
    numbers = {pair: number for number, pair in enumerate(expected)}
    paid = [(r["loan_no"], r["institution_id"], r["loan_id"]) for r in made.table(result, "payments")]
    assert paid == sorted((numbers["B", n], "B", n) for n in names)
