"""The tables of conduct, of borrowers over all lenders and of funders, over small tapes whose figures were worked out by hand."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pyarrow as pa
import pytest

from prakas.audit import BURDEN
from prakas.audit.burden import share_of_income
from prakas.audit.funders import funder_rows
from tests.acceptance.running import audited, written

DAY = "2024-12-31"
FX = "on,currency,khr\n2024-12-31,USD,4000\n"


def institutions(*lenders, part=()):
    lines = [f"{one},Lender {one},company,licensed,{DAY},{'false' if one in part else 'true'}\n" for one in lenders]
    return "institution_id,name,legal_form,status,as_of,is_whole_book\n" + "".join(lines)


@pytest.fixture(scope="module")
def conduct(tmp_path_factory):
    """Three lenders: A with a log (one row of it is no step and goes back), B without one, C of whose book a part is there."""
    loans = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on\n"
    log = "loan_id,happened_on,step\n"
    tapes = {
        "a": {
            "institutions": institutions("A"),
            "fx": FX,
            "borrowers": "borrower_id,commune\nP1,010201\nP2,020301\nP3,\n",
            "loans": loans
            + "a1,A,P1,KHR,1000,2018-01-01,2026-01-01\na2,A,P1,KHR,1000,2018-01-01,2026-01-01\n"
            + "a3,A,P2,USD,1000,2018-01-01,2026-01-01\na4,A,P3,KHR,1000,2018-01-01,2026-01-01\n"
            + "a5,A,P2,KHR,1000,2018-01-01,2026-01-01\nlater,A,P3,KHR,1000,2025-01-01,2026-01-01\n",
            "recovery": log
            + "a1,2019-05-05,land_sold_by_borrower\na2,2021-01-01,judgment\na2,2021-02-01,land_sold_by_borrower\n"
            + "a2,2021-02-01,enforcement\na3,2024-10-01,threat\na4,2021-03-03,title_taken\na4,2021-03-04,local_authority\n"
            + "a5,2021-05-05,land_sold_by_borrower\na5,2021-05-06,shouted\n",
            "payments": "payment_id,loan_id,paid_on,principal,interest,source\n"
            "x1,a1,2019-06-01,10,0,income\nx2,a3,2024-10-05,10.01,0,land_sale\nx3,a3,2024-10-06,-0.01,0,land_sale\n"
            "x4,a3,2025-01-01,500,0,land_sale\n",
        },
        "b": {"institutions": institutions("B"), "loans": loans + "b1,B,P1,KHR,1000,2018-01-01,2026-01-01\n"},
        "c": {
            "institutions": institutions("C", part="C"),
            "loans": loans + "c1,C,P1,KHR,1000,2018-01-01,2026-01-01\n",
            "recovery": log + "c1,2024-10-01,threat\n",
        },
    }
    folder = tmp_path_factory.mktemp("conduct")
    paths = [written(folder / name, tables) for name, tables in tapes.items()]
    return audited(paths, folder / "out", DAY)


def test_conduct_is_counted_by_institution_and_province_whatever_the_year(conduct):
    rows = {(row.pop("institution_id"), row.pop("province")): tuple(row.values()) for row in conduct.rows("conduct")}
    # loans, without log; land sold, title taken, enforced, coerced sale, local authority, threat; repaid by land sale
    assert rows == {
        ("A", None): (1, 0, 0, 1, 0, 0, 1, 0, None),
        ("A", "01"): (2, 0, 1, 0, 0, 0, 0, 0, Decimal("0.00")),
        ("A", "02"): (2, 1, 1, 0, 0, 1, 0, 1, Decimal("40000.00")),
        ("B", None): (1, 1, None, None, None, None, None, None, None),
    }


def test_what_was_done_before_anybody_asked_is_counted_and_not_found(conduct):
    found = {(f["rule_id"], f["loan_id"], f["aspect"]) for f in conduct.rows("findings") if f["rule_id"].startswith("conduct.")}
    assert found == {
        ("conduct.land_sold", "a3", ""),
        ("conduct.title_taken", "a4", ""),
        ("conduct.coerced_sale", "a3", ""),
        ("conduct.pressure", "a3", "threat"),
        ("conduct.pressure", "a4", "local_authority"),
        ("conduct.pressure", "c1", "threat"),
    }
    (sold,) = (f for f in conduct.rows("findings") if f["rule_id"] == "conduct.land_sold")
    assert sold["note"] == "2024-10-01 threat; 2024-10-05 land_sale"
    assert (sold["amount"], sold["currency"], sold["source_table"], sold["source_row"]) == (
        Decimal("10.01"),
        "USD",
        "payments",
        3,
    )
    assert "The tape does not say whether the sale was free." in sold["sentence_en"]


@pytest.fixture(scope="module")
def burden(tmp_path_factory):
    """Lenders A and B with reported positions, lender D with payments."""
    reported = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,reported_outstanding\n"
    dues = "loan_id,number,due_on,principal,interest,fee\n"
    tapes = {
        "ab": {
            "institutions": institutions("A", "B"),
            "fx": FX,
            "borrowers": "borrower_id,commune,poverty,monthly_income_khr\nP1,010201,idpoor1,600000\nP2,010201,idpoor1,100000\n"
            "P3,020301,none,\nP4,020301,none,300000\nP5,020301,none,1000\n",
            "loans": reported
            + "x,A,P1,KHR,1100000,2020-01-01,2026-01-01,1000000\ny,B,P1,USD,120,2020-01-01,2026-01-01,100\n"
            + "z,A,P2,KHR,1100000,2020-01-01,2026-01-01,200000\nu,A,P3,KHR,1100000,2020-01-01,2026-01-01,200000\n"
            + "v,A,P4,KHR,1100000,2020-01-01,2026-01-01,200000\nw,A,P5,KHR,1100000,2020-01-01,2026-01-01,\n"
            + "none,A,P4,KHR,1100000,2020-01-01,2026-01-01,0\n",
            "installments": dues
            + "x,1,2024-12-31,800000,0,0\nx,2,2025-01-31,100000,19999,1\nx,3,2025-02-01,200000,7,0\n"
            + "y,1,2025-01-15,14,1,\ny,2,2025-12-15,106,1,\nz,1,2025-01-01,100000,1,0\nz,2,2025-06-01,1000000,0,0\n"
            + "u,1,2025-01-01,1100000,50,0\nv,1,2025-01-02,100000,0,0\nv,2,2025-03-02,1000000,0,0\nw,1,2025-01-01,1100000,0,0\n"
            + "none,1,2025-01-01,1100000,0,0\n",
        },
        "d": {
            "institutions": institutions("D"),
            "borrowers": "borrower_id,commune,poverty,monthly_income_khr\nP6,,idpoor2,1000\nP2,010201,idpoor2,90000\n",
            "loans": "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,refinances\n"
            "old,D,P6,KHR,100000,2024-01-10,2024-06-10,\nnew,D,P6,KHR,130001,2024-06-20,2025-06-20,old\n",
            "installments": dues + "old,1,2024-06-10,100000,0,0\nnew,1,2025-06-20,130001,0,0\n",
            "payments": "payment_id,loan_id,paid_on,principal,interest\np,old,2024-06-10,100000,0\n",
        },
    }
    folder = tmp_path_factory.mktemp("burden")
    paths = [written(folder / name, tables) for name, tables in tapes.items()]
    return audited(paths, folder / "out", DAY)


def test_a_borrower_is_added_up_over_all_lenders(burden):
    rows = {row["borrower_id"]: row for row in burden.rows("borrowers")}
    assert list(rows) == sorted(rows) == ["P1", "P2", "P3", "P4", "P5", "P6"]
    one = rows["P1"]
    assert (one["lenders"], one["loans"], one["outstanding_khr"]) == (2, 2, Decimal("1400000.00"))
    # 100,000 + 19,999 + 1 on the last day of the month ahead, and 15.00 dollars: 120,000 + 60,000
    assert (one["due_next_month_khr"], one["is_due_whole"]) == (Decimal("180000.00"), True)
    assert (one["due_to_income"], one["poverty"], one["province"]) == (Decimal("30.000000000"), "idpoor1", "01")
    assert (rows["P2"]["due_to_income"], rows["P2"]["monthly_income_khr"]) == (Decimal("100.001000000"), Decimal("100000.00"))
    assert (rows["P3"]["due_to_income"], rows["P3"]["monthly_income_khr"]) == (None, None)
    assert (rows["P4"]["due_to_income"], rows["P4"]["loans"]) == (Decimal("33.333333333"), 1)
    five = rows["P5"]
    assert (five["loans"], five["outstanding_khr"], five["due_next_month_khr"], five["is_due_whole"]) == (None, None, None, False)
    assert five["loans_without_position"] == 1
    six = rows["P6"]
    assert (six["loans"], six["rolled_over"], six["refinanced_larger"], six["due_to_income"]) == (1, 1, 1, Decimal("0E-9"))
    assert {(row["rolled_over"], row["refinanced_larger"]) for name, row in rows.items() if name != "P6"} == {(0, 0)}


def test_the_distribution_counts_each_borrower_once(burden):
    assert burden.rows("burden") == [
        dict(zip(BURDEN.names, values, strict=True))
        for values in (
            (None, "idpoor2", 1, 0, 0, Decimal("130001.00"), Decimal("0.00"), 0, 1, 0, 0, 0, 0, 0),
            ("01", "idpoor1", 2, 0, 1, Decimal("1600000.00"), Decimal("280001.00"), 0, 1, 0, 0, 0, 1, 0),
            ("02", "none", 2, 1, 0, Decimal("400000.00"), Decimal("1200050.00"), 0, 0, 1, 0, 0, 0, 1),
        )
    ]


def test_what_falls_due_above_the_income_is_found_at_each_lender_and_names_the_borrowers_row(burden):
    found = [f for f in burden.rows("findings") if f["rule_id"] == "burden.due_above_income"]
    assert [(f["institution_id"], f["loan_id"], f["subject_kind"], f["tape"], f["source_row"]) for f in found] == [
        ("A", "P2", "borrower", "ab", 3)
    ]
    assert (found[0]["observed"], found[0]["limit"], found[0]["basis"]) == ("100001", "100000", "reported")
    (rolled,) = (f for f in burden.rows("findings") if f["rule_id"] == "burden.rolled_over")
    assert (rolled["loan_id"], rolled["limit"], rolled["other_tape"], rolled["other_row"]) == ("new", "2024-06-10", "d", 2)


def test_a_share_of_income_is_exact_where_a_product_would_leave_the_machine():

    due = pa.array([10**15, 1, 2, 10**15, None, 5, 5], pa.int64())
    income = pa.array([3 * 10**14, 3, 3, 10**7, 1, None, 0], pa.int64())
    # 333.333333333 %, a third, two thirds (up), 10^15 / 10^7 = 10^8 times: more than the column holds
    assert share_of_income(due, income).to_pylist() == [333_333_333_333, 33_333_333_333, 66_666_666_667, None, None, None, None]


@pytest.fixture(scope="module")
def funders(tmp_path_factory):
    """Lenders A (1,000,000 riel), B (100 dollars) and C, with funding that ends and begins around the day."""
    loans = "loan_id,institution_id,borrower_id,currency,principal,signed_on,disbursed_on,matures_on,nominal_rate,title_kind,reported_outstanding\n"
    tape = {
        "institutions": institutions("A", "B", "C"),
        "fx": FX,
        "loans": loans
        + "l1,A,P1,KHR,2000000,2020-01-01,2020-01-01,2026-01-01,20,hard_title,1000000\n"
        + "l2,B,P2,USD,200,2020-01-01,2020-01-01,2026-01-01,18,none,100\n"
        + "l3,C,P3,KHR,2000000,2020-01-01,2020-01-01,2026-01-01,18,none,1000000\n",
        "recovery": "loan_id,happened_on,step\nl1,2023-01-01,threat\nl1,2023-01-02,local_authority\n",
        "funders": "institution_id,funder,instrument,currency,amount,since,until\n"
        "A,F1,debt,KHR,250000,2024-12-31,\nA,F1,debt,KHR,50000,2020-01-01,2024-12-31\nA,F2,equity,USD,50,,2025-06-30\n"
        "A,F2,debt,KHR,70000,2020-01-01,2024-12-30\nA,F2,grant,KHR,80000,2025-01-01,\n"
        "B,F1,debt,USD,150,,\nB,F2,debt,KHR,200000,,\nC,F1,debt,THB,100,,\nC,F2,debt,KHR,10,,\n",
    }
    folder = tmp_path_factory.mktemp("funders")
    return audited(written(folder / "tape", tape), folder / "out", DAY)


def test_a_funder_stands_beside_its_share_of_what_its_lenders_have(funders):
    rows = {(r["institution_id"], r["funder"], r["instrument"]): r for r in funders.rows("funders")}
    # Funding that ended the day before, or begins the day after, is not there; what ends or begins on the day is.
    assert list(rows) == [
        ("A", "F1", "debt"),
        ("A", "F2", "equity"),
        ("B", "F1", "debt"),
        ("B", "F2", "debt"),
        ("C", "F1", "debt"),
        ("C", "F2", "debt"),
    ]
    figures = {key: tuple(str(row[name]) for name in ("amount_khr", "share", "portfolio_khr")) for key, row in rows.items()}
    assert figures["A", "F1", "debt"] == ("300000.00", "30.000000000", "300000.00")
    assert figures["A", "F2", "equity"] == ("200000.00", "20.000000000", "200000.00")
    # 600,000 + 200,000 of funding stand above a portfolio of 400,000: the shares are of the funding.
    assert figures["B", "F1", "debt"] == ("600000.00", "75.000000000", "300000.00")
    assert figures["B", "F2", "debt"] == ("200000.00", "25.000000000", "100000.00")
    # Without a rate for the baht no share of this lender is known.
    assert figures["C", "F1", "debt"] == ("None", "None", "None")
    assert figures["C", "F2", "debt"] == ("10.00", "None", "None")


def test_counts_go_by_the_same_share_and_what_is_not_known_stays_so(funders):
    rows = {(r["institution_id"], r["funder"]): r for r in funders.rows("funders")}
    names = ("loans_above_ceiling", "titles", "conduct_findings")
    assert [rows["A", "F1"][n] for n in names] == [Decimal("0.30"), Decimal("0.30"), Decimal("0.60")]
    assert [rows["A", "F2"][n] for n in names] == [Decimal("0.20"), Decimal("0.20"), Decimal("0.40")]
    assert [rows["B", "F1"][n] for n in names] == [Decimal("0.00"), Decimal("0.00"), Decimal("0.00")]
    assert [rows["C", "F2"][n] for n in names] == [None, None, None]


def test_a_law_alone_audit_knows_no_conduct(tmp_path):
    tape = {
        "institutions": institutions("A"),
        "loans": "loan_id,institution_id,currency,principal,disbursed_on,matures_on,reported_outstanding\n"
        "l1,A,KHR,100,2020-01-01,2026-01-01,100\n",
        "recovery": "loan_id,happened_on,step\nl1,2023-01-01,threat\n",
        "funders": "institution_id,funder,instrument,currency,amount\nA,F1,debt,KHR,50\n",
    }
    seen = audited(written(tmp_path / "tape", tape), tmp_path / "out", DAY, standings=("law",))
    (row,) = seen.rows("funders")
    assert (row["share"], row["conduct_findings"]) == (Decimal("50.000000000"), None)


def test_parts_of_counts_are_rounded_half_up_and_the_shares_of_a_lender_never_exceed_the_whole():
    lender = {
        "portfolio_khr": 1,
        "loans_above_ceiling": 1,
        "loans_above_ceiling_all_in": None,
        "titles": 7,
        "conduct_findings": 0,
    }
    funding = [
        {"institution_id": "A", "funder": name, "instrument": None, "currency": "KHR", "amount": part, "amount_khr": part}
        for name, part in (("F1", 1), ("F2", 199))
    ]
    rows = funder_rows(funding, {"A": lender})
    assert [row["loans_above_ceiling"] for row in rows] == [1, 100]  # half a hundredth and 99.5 hundredths, up
    assert [row["titles"] for row in rows] == [4, 697]  # 3.5 and 696.5 hundredths
    assert [row["share"] for row in rows] == [500_000_000, 99_500_000_000]
    assert [row["loans_above_ceiling_all_in"] for row in rows] == [None, None]
    assert [row["share"] for row in funder_rows(funding, {"A": lender | {"portfolio_khr": None}})] == [None, None]


def test_no_pseudonym_of_a_borrower_stands_in_a_table_of_totals(burden):
    """Findings and the tables by borrower name it; nothing else does."""
    names = {path.name for path in burden.folder.iterdir() if path.suffix in (".csv", ".json", ".html")}
    named = Counter()
    for name in names:
        text = (burden.folder / name).read_text("utf-8")
        named[name] = sum(f"P{number}" in text for number in range(1, 7))
    assert {name for name, count in named.items() if count} <= {"findings.csv", "refund_totals.csv", "refunds.csv"}
