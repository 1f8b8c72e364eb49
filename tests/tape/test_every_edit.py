"""One tape in which every edit fires, and no other: what can be wrong, each once on a screen."""

from __future__ import annotations

import pytest

from prakas.tape import EDITS
from tests.tape import made

# A name of a row says what is wrong with it. The book of A is sound enough to carry the children's mistakes.
FULL = {
    "institutions": """
        institution_id,name,legal_form,status,as_of,reported_portfolio_khr,Motto
        A,Alpha,company,licensed,2020-06-30,123,hello
        B,Beta,ngo,registered,2020-06-30,1000,
        GONE,Gone,shop,registered,,,
    """,
    "borrowers": """
        borrower_id,birth_year,commune
        P1,1985,010201
        too young,2010,010201
        nowhere,1980,999999
        no code,1980,Khum
    """,
    "loans": """
        loan_id,institution_id,borrower_id,is_microloan,currency,principal,signed_on,disbursed_on,matures_on,nominal_rate,grace_months,original_matures_on,restructured_on,restructured_balance,refinances,reported_outstanding
        sound,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        restarted,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,2020-03-01,900,,
        paid too much,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        both,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        both,B,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,999.99
        no currency,A,P1,true,,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        euro,A,P1,true,EUR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        no date,A,P1,true,KHR,1000,2020-01-01,2020-02-30,2021-01-01,18,0,,,,,
        old date,A,P1,true,KHR,1000,,1978-12-31,2021-01-01,18,0,,,,,
        no money,A,P1,true,KHR,1k,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        three decimals,A,P1,true,KHR,1.005,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        too much,A,P1,true,KHR,10000000000000.01,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        no number,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,1.5,,,,,
        no rate,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18.1234567,0,,,,,
        perhaps,A,P1,maybe,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        below zero,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,-1,0,,,,,
        nothing lent,A,P1,true,KHR,0,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        over at once,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2020-01-01,18,0,,,,,
        twice,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        twice,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        stranger,Z,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        of the gone,GONE,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        later,A,P1,true,KHR,1000,2020-07-01,2020-07-01,2021-07-01,18,0,,,,,
        dear,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,200.000001,0,,,,,
        unknown borrower,A,P9,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,,
        repays nothing,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,,,L0,
        restructured early,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,,2019-12-31,,,
        signed late,A,P1,true,KHR,1000,2020-01-02,2020-01-01,2021-01-01,18,0,,,,,
        first maturity,A,P1,true,KHR,1000,2020-01-01,2020-01-01,2021-01-01,18,0,2020-01-01,,,,
    """,
    "installments": """
        loan_id,institution_id,number,due_on,principal,interest
        sound,,1,2021-01-01,999.99,0
        restarted,,1,2021-01-01,900.01,0
        paid too much,,1,2021-01-01,1000,0
        both,,1,2021-01-01,1000,0
        no such loan,,1,2021-01-01,1000,0
        euro,,1,2021-01-01,1000,0
    """,
    "charges": """
        loan_id,charged_on,kind,amount,returned_on
        sound,2020-01-01,compulsory_saving,1,2019-12-31
    """,
    "payments": """
        payment_id,loan_id,paid_on,principal,interest
        Y1,paid too much,2020-02-01,1000.01,0
    """,
    "collateral": """
        collateral_id,loan_id,kind,title_ref,taken_on,released_on
        unnamed,sound,hard_title,,2020-01-01,
        back before,sound,vehicle,,2020-01-02,2020-01-01
    """,
    "deposits": """
        account_id,institution_id,depositor_id,currency,balance,kind
        D1,A,P1,KHR,1,
    """,
}


def broken_lines():
    lines = made.text("recovery", {"recovery": "loan_id,happened_on,step\nsound,2020-03-01,visit"}).encode()
    lines += b"sound,2020-03-01\n"  # too few values
    lines += b"sound\xff,2020-03-01,visit\n"
    lines += b"so\x00und,2020-03-01,visit\n"
    lines += b"\n"
    lines += b'"sound,2020-03-01,visit\n'
    return lines + b"x" * ((1 << 20) + 1) + b",2020-03-01,visit\n"


def repaired_columns(folder):
    """A second tape whose columns are all spelt otherwise; nothing of it is held back."""
    folder.mkdir(parents=True)
    mended = {
        "institutions": b"\xef\xbb\xbf Institution ID ;name;legal_form;status\r\nC; Gamma ;Company;licensed\r\n",
        "loans": (
            "loan_id;institution_id;currency;Amount Lent;disbursed_on;matures_on;signed_on;grace_months\n"
            "L1;C;khr;1,000,000;43831;31/12/2020;2020-01-01 00:00:00;០\n"
        ).encode(),
        "borrowers": b"borrower_id;commune\nP1;10201\n",
        "notes": b"what\nis this\n",
    }
    for name, content in mended.items():
        (folder / f"{name}.csv").write_bytes(content)
    (folder / "cover.yaml").write_text("loans: {rows: 2, principal: 1000000.01}\n")
    return folder


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    root = tmp_path_factory.mktemp("every-edit")
    first = made.folder(root / "tapes" / "first", FULL)
    (first / "recovery.csv").write_bytes(broken_lines())
    repaired_columns(root / "tapes" / "second")
    cover = made.folder(
        root / "tapes" / "third", {"institutions": made.BOOK["institutions"].replace("A,", "X,").replace("B,", "Y,")}
    )
    (cover / "cover.csv").write_text("no cover\n")
    mapping = made.mapping(root / "mapping.yaml", {"loans": {"columns": {"Amount Lent": "principal"}}})
    return made.sealed(root / "tapes", root / "out", mapping=mapping)


def test_every_edit_fires_and_no_other(result):
    assert made.fired(result) == sorted(EDITS)


def test_each_row_says_what_its_name_says(result):
    found = {(e["rule_id"], e["key"]) for e in made.edits(result) if e["table"] == "loans" and e["tape"] == "first"}
    assert found == {
        ("S001", "no currency"), ("V001", "euro"), ("V002", "no date"), ("V003", "old date"), ("V004", "no money"),
        ("V005", "three decimals"), ("V006", "too much"), ("V007", "no number"), ("V008", "no rate"), ("V009", "perhaps"),
        ("V011", "below zero"), ("V012", "nothing lent"), ("V013", "over at once"), ("S002", "twice"), ("R001", "stranger"),
        ("R005", "of the gone"), ("Q004", "later"), ("Q006", "dear"), ("Q008", "unknown borrower"), ("Q009", "repays nothing"),
        ("Q010", "restructured early"), ("Q011", "signed late"), ("Q014", "first maturity"), ("M001", "sound"), ("M002", "restarted"),
        ("M003", "paid too much"),
    }  # fmt: skip


def test_rows_are_held_back_by_the_edits_that_say_so_and_by_no_others(result):
    held = {}
    for edit in made.edits(result):
        if edit["tape"] == "first" and edit["table"] == "loans":
            held[edit["key"]] = held.get(edit["key"], False) or EDITS[edit["rule_id"]].returned
    kept = {r["loan_id"] for r in made.table(result, "loans") if r["tape"] == "first"}
    assert kept == {loan for loan, is_held in held.items() if not is_held} | {"both"}
    assert {r["loan_id"] for r in made.returned(result, "loans")} == {loan for loan, is_held in held.items() if is_held}


def test_the_line_named_is_the_line_in_the_senders_file(result):
    lines = [line.strip() for line in FULL["loans"].strip("\n").splitlines()]
    for edit in made.edits(result):
        if edit["tape"] == "first" and edit["table"] == "loans":
            assert lines[int(edit["source_row"]) - 1].startswith(edit["key"] + ","), edit


def test_repaired_values_are_those_that_were_meant(result):
    loan = next(r for r in made.table(result, "loans") if r["tape"] == "second")
    assert (loan["principal"], loan["currency"], loan["grace_months"]) == (100_000_000, "KHR", 0)
    assert [str(loan[c]) for c in ("disbursed_on", "matures_on", "signed_on")] == ["2020-01-01", "2020-12-31", "2020-01-01"]
    assert [f.returned for f in result.files if f.tape == "second"] == [0, 0, 0]


def test_both_sums_are_shown_where_they_differ(result):
    shown = {
        (e["rule_id"], e["key"] or e["field"]): (e["value"], e["expected"]) for e in made.edits(result) if e["rule_id"][0] == "M"
    }
    assert shown == {
        ("M001", "sound"): ("999.99", "1000.00"),
        ("M002", "restarted"): ("900.01", "900.00"),
        ("M003", "paid too much"): ("1000.01", "1000.00"),
        ("M004", "rows"): ("1", "2"),
        ("M005", "principal"): ("1000000", "1000000.01"),
        ("M006", "B"): ("999.99", "1000.00"),
        ("M007", ""): ("", ""),
    }


def test_every_edit_speaks_both_languages():
    assert all(e.en.endswith(".") and e.km.endswith("។") and e.name for e in EDITS.values())
    assert len({e.name for e in EDITS.values()}) == len(EDITS)
    assert all(("{field}" in e.en) == ("{field}" in e.km) or e.id in {"F103", "F105"} for e in EDITS.values())
