"""Two months of one book: the earlier one is honest, and the later one follows from it, checked in plain Python."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest

from prakas.errors import PrakasError
from prakas.sample import write_sample
from tests.oracle import audit
from tests.sample.conftest import rows

DAY, BEFORE = date(2024, 12, 31), date(2024, 11, 30)
TABLES = ("loans", "installments", "payments", "charges", "collateral", "recovery", "deposits", "borrowers", "institutions", "fx")


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    """The folder of a sector with the month before."""
    folder = tmp_path_factory.mktemp("months") / "sector"
    write_sample(folder, loans=4000, seed=5, audit_date=DAY, months=2)
    return folder


@pytest.fixture(scope="module")
def books(months):
    """Both books by table: the earlier one, the later one."""
    return [{name: rows(months / where / f"{name}.csv") for name in TABLES} for where in ("earlier/level-3", "level-3")]


@pytest.fixture(scope="module")
def audited(months):
    """What the slow path makes of both."""
    return audit(months / "earlier/level-3", BEFORE), audit(months / "level-3", DAY)


def by_loan(book, table="loans"):
    found = defaultdict(list)
    for row in book[table]:
        found[row["loan_id"]].append(row)
    return found


def test_the_later_book_is_what_it_is_without_the_earlier_one(months, tmp_path):
    write_sample(tmp_path / "alone", loans=4000, seed=5, audit_date=DAY)
    assert not (tmp_path / "alone/earlier").exists()
    for path in sorted((tmp_path / "alone").glob("level-*/*.csv")):
        assert path.read_bytes() == (months / path.relative_to(tmp_path / "alone")).read_bytes(), path.name


def test_the_earlier_book_has_every_loan_disbursed_by_its_day_and_no_other(books):
    earlier, later = books
    assert [r["loan_id"] for r in earlier["loans"]] == [r["loan_id"] for r in later["loans"] if r["disbursed_on"] <= str(BEFORE)]
    assert len(earlier["loans"]) < len(later["loans"])


@pytest.mark.parametrize(
    ("table", "on", "ended"),
    [("payments", "paid_on", ()), ("recovery", "happened_on", ()), ("charges", "charged_on", ("returned_on", "returned_amount")),
     ("collateral", "taken_on", ("released_on",))],
)  # fmt: skip
def test_rows_up_to_the_earlier_day_are_the_same_in_both(books, table, on, ended):
    earlier, later = books
    loans = {r["loan_id"] for r in earlier["loans"]}
    kept = [r for r in later[table] if r[on] <= str(BEFORE) and r["loan_id"] in loans]
    wanted = [r | dict.fromkeys(ended, "") if ended and r[ended[0]] > str(BEFORE) else r for r in kept]
    assert earlier[table] == wanted
    assert len(wanted) < len(later[table])
    assert wanted != kept or table != "collateral", "some titles went back in between"


def test_schedules_stay_but_for_loans_restarted_in_between(books):
    earlier, later = (by_loan(book, "installments") for book in books)
    loans = {r["loan_id"]: r for r in books[1]["loans"]}
    anew = {n for n, r in loans.items() if max(r["restructured_on"], r["schedule_from"]) > str(BEFORE)}
    assert anew & set(earlier)
    assert {name for name in earlier if earlier[name] != later[name]} <= anew


def test_terms_stay_but_for_loans_restarted_in_between(books):
    earlier, later = ({r["loan_id"]: r for r in book["loans"]} for book in books)
    moving = {"matures_on", "original_matures_on", "restructured_on", "schedule_from", "restructured_balance", "written_off_on"}
    told = {name for name in books[0]["loans"][0] if name.startswith("reported_")}
    for name, row in earlier.items():
        now = later[name]
        assert {c for c in row if row[c] != now[c]} <= moving | told, name
        if max(now["restructured_on"], now["schedule_from"], now["written_off_on"]) <= str(BEFORE):
            assert {c for c in row if row[c] != now[c]} <= told, name


def test_balances_roll_forward_over_the_payments_between(books, audited):
    earlier, later = ({r["loan_id"]: r for r in result.loans} for result in audited)
    loans = {r["loan_id"]: r for r in books[1]["loans"]}
    payments = by_loan(books[1], "payments")
    rolled = 0
    for name, row in earlier.items():
        between = [r for r in payments[name] if str(BEFORE) < r["paid_on"]]
        paid = sum(Decimal(r["principal"]) for r in between)
        added = Decimal(0)
        if loans[name]["restructured_on"] > str(BEFORE):
            added = Decimal(loans[name]["restructured_balance"]) - row["outstanding_principal"]
            assert added >= 0
        assert row["outstanding_principal"] - paid + added == later[name]["outstanding_principal"], name
        rolled += paid > 0
    assert rolled > 300


def test_days_past_due_fall_only_with_a_payment_or_a_new_schedule(books, audited):
    earlier, later = ({r["loan_id"]: r for r in result.loans} for result in audited)
    loans = {r["loan_id"]: r for r in books[1]["loans"]}
    payments = by_loan(books[1], "payments")
    for name, row in earlier.items():
        if later[name]["days_past_due"] < row["days_past_due"]:
            paid = [r for r in payments[name] if str(BEFORE) < r["paid_on"]]
            assert paid or max(loans[name]["restructured_on"], loans[name]["schedule_from"]) > str(BEFORE), name


def test_the_lender_told_the_truth_in_the_earlier_month_too(audited, months):
    """But for what is planted in the later one: a lender that tells a loan wrongly did so a month ago."""
    planted = {r["loan_id"] for r in rows(months / "answer_key.csv") if r["rule_id"] == "reported.differs"}
    found = {f[2] for f in audited[0].findings if f[0] == "reported.differs"}
    assert found <= planted
    assert not found & {r["institution_id"] for r in audited[0].institutions}, "totals are told truly"


@pytest.mark.parametrize(("day", "refused"), [("2002-10-12", True), ("2002-10-13", False)])
def test_a_month_before_that_has_no_grading_is_refused(tmp_path, day, refused):
    if refused:
        with pytest.raises(PrakasError, match="with two months the earlier one too"):
            write_sample(tmp_path / "sector", loans=1000, seed=1, audit_date=date.fromisoformat(day), months=2)
        assert not list(tmp_path.iterdir())
    else:
        write_sample(tmp_path / "sector", loans=1000, seed=1, audit_date=date.fromisoformat(day), months=2)
        assert rows(tmp_path / "sector/earlier/level-3/loans.csv")


def test_the_tampered_month_differs_in_what_its_key_names_and_nowhere_else(months):
    """Each loan of the key in its own way; the one heap in forty loans of its lender."""
    key = rows(months / "answer_key_months.csv")
    kinds = defaultdict(set)
    for row in key:
        kinds[row["rule_id"].removeprefix("continuity.")].add(row["loan_id"])
    titles = {r["title_ref"]: r["loan_id"] for r in rows(months / "level-3/collateral.csv")}
    named = {titles.get(name, name) for names in kinds.values() for name in names}
    heaped = set()
    for table in TABLES:
        sound, told = (rows(months / where / f"{table}.csv") for where in ("level-3", "tampered/level-3"))
        lines, others = ({tuple(r.values()) for r in side} for side in (sound, told))
        loans = {dict(zip(sound[0], line, strict=True)).get("loan_id") for line in lines ^ others}
        heaped |= loans - named
        assert loans <= named or table == "loans", table
    assert len(heaped) == 40
    assert {len(names) for kind, names in kinds.items() if kind != "heaped"} == {3}
    assert kinds["heaped"] <= {name[:4] for name in heaped}
    assert len(kinds) == 13


def test_a_loan_that_vanished_is_in_no_table(months):
    gone = {r["loan_id"] for r in rows(months / "answer_key_months.csv") if r["rule_id"] == "continuity.vanished"}
    for table in ("loans", "installments", "payments", "charges", "collateral", "recovery"):
        assert not gone & {r["loan_id"] for r in rows(months / f"tampered/level-3/{table}.csv")}, table
    assert gone <= {r["loan_id"] for r in rows(months / "earlier/level-3/loans.csv")}
