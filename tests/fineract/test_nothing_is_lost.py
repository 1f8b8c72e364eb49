"""Rows in are rows out or named, nothing that names a person is read, the database is left as it was, and a table may be missing."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from datetime import date

import pytest

from prakas.fineract import LATER, READ, Lender, tape_from_fineract
from prakas.tape import contract
from tests.fineract.book import SECRET, TABLES, Book, book
from tests.fineract.conftest import LENDER
from tests.house.repository import ROOT

pytestmark = pytest.mark.xdist_group("fineract")

PAGE = (ROOT / "docs" / "how-to" / "from-fineract.md").read_text("utf-8")
COUNTED = ("m_client", "m_loan", "m_loan_charge", "m_loan_collateral", "m_loan_collateral_management", "m_loan_repayment_schedule",
           "m_loan_reschedule_request", "m_loan_transaction", "m_office", "m_savings_account")  # fmt: skip


def lines(path):
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


@pytest.mark.parametrize("table", COUNTED)
def test_every_row_of_fineract_has_one_fate(exported, table):
    assert sum(exported.fates[table].values()) == book().count(table)


def test_every_table_that_holds_a_book_is_counted(exported):
    assert sorted(exported.fates) == sorted(COUNTED)


def test_what_became_of_the_loans(exported):
    assert exported.fates["m_loan"] == {
        "kept": 13,
        "pending": 1,
        "not_disbursed": 1,
        "withdrawn": 1,
        "rejected": 1,
        "moved": 1,
    }


def test_what_became_of_the_transactions(exported):
    """Fifteen disbursements are of the fourteen loans in the tape and the second part of one; two rows are of the loan that was undone."""
    assert exported.fates["m_loan_transaction"] == {
        "kept": 26, "loan_left_out": 2, "undone": 1, "overpaid": 1, "credit": 1, "unsplit": 1, "erased": 1, "replayed": 1,
        "disbursement": 15, "at_disbursement": 1, "waiver": 2, "write_off": 1, "recovery": 1, "bookkeeping": 2,
    }  # fmt: skip


def test_rows_of_the_tape_are_as_many_as_were_counted_and_the_cover_says_so(exported):
    with (exported.path / "cover.csv").open(encoding="utf-8") as file:
        cover = {row["table"]: int(row["rows"]) for row in csv.DictReader(file)}
    found = {path.stem: lines(path) for path in exported.path.glob("*.csv") if path.stem != "cover"}
    assert cover == found == exported.written
    assert exported.written["payments"] == 26 + 2 + 1 + 1 + 1  # one that was undone has two rows


def test_the_account_stands_beside_the_tape(exported):
    package = json.loads((exported.path / "datapackage.json").read_text("utf-8"))
    assert package["fineract"]["m_loan"]["rejected"] == 1
    assert {one["path"] for one in package["resources"]} == {path.name for path in exported.path.glob("*.csv")} - {"cover.csv"}


def test_every_file_is_a_table_of_the_contract_with_its_columns(exported):
    for path in exported.path.glob("*.csv"):
        header = path.read_text("utf-8").partition("\n")[0].split(",")
        if path.stem != "cover":
            assert set(header) <= set(contract()[path.stem].names)


def test_nothing_that_names_a_person_is_in_the_tape_or_said(exported):
    told = "\n".join(exported.lines) + "".join(path.read_text("utf-8") for path in exported.path.iterdir())
    assert SECRET not in told
    assert SECRET in book().sql


def test_no_column_that_names_a_person_is_ever_asked_for():
    asked = {column for columns in (*READ.values(), *LATER.values()) for column in columns}
    naming = ("firstname", "middlename", "lastname", "fullname", "display_name", "mobile_no", "email_address", "external_id",
              "account_no", "description", "reschedule_reason_comment", "document_key")  # fmt: skip
    assert asked & set(naming) == set()
    assert {table for table, columns in READ.items() if "name" in columns} == {
        "c_configuration", "m_collateral_management", "m_office", "m_product_loan"}  # fmt: skip


def test_a_user_made_as_the_page_says_can_make_the_tape_and_read_no_name(server, fineract, exported, tmp_path):
    (statements,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    server.sql(statements, "fineract_default")
    again = tape_from_fineract(server.url("fineract_default", "reader"), tmp_path / "tape", LENDER)
    assert bytes_of(again.path) == bytes_of(exported.path)
    with pytest.raises(AssertionError, match="permission denied"):
        server.sql("SELECT display_name FROM m_client", "fineract_default", "reader")


def test_the_page_names_every_table_that_is_read():
    assert {table for table in (*READ, *LATER) if table not in PAGE} == set()


@pytest.mark.parametrize(
    "column", sorted({column for columns in READ.values() for column in columns if column.endswith(("_enum", "_date"))})
)
def test_the_page_names_every_day_and_every_number_with_a_meaning_that_is_read(column):
    assert column in PAGE


def bytes_of(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_book_gives_the_same_bytes_whatever_the_order_of_its_rows(other_book, exported, tmp_path):
    backwards = book()
    backwards.rows = {table: rows[::-1] for table, rows in backwards.rows.items()}
    again = tape_from_fineract(other_book(TABLES, backwards.sql), tmp_path / "tape", LENDER)
    assert bytes_of(again.path) == bytes_of(exported.path)


def test_the_database_is_left_as_it_was(server, fineract, tmp_path):
    count = "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables; SELECT count(*) FROM pg_locks WHERE mode LIKE '%Exclusive%' AND relation IS NOT NULL;"
    before = server.sql(count, "fineract_default")
    tape_from_fineract(fineract, tmp_path / "tape", LENDER)
    assert server.sql(count, "fineract_default") == before


def test_numbers_of_two_lenders_are_kept_apart(fineract, tmp_path):
    one = tape_from_fineract(fineract, tmp_path / "tape", Lender("L2", "ngo", "registered", "Another", date(2020, 1, 1)))
    assert "L2-11" in (one.path / "borrowers.csv").read_text("utf-8")
    assert (one.path / "institutions.csv").read_text("utf-8").splitlines()[1] == "L2,Another,ngo,registered,2020-01-01,2024-06-30"


def test_doubts_are_an_exit_code_and_a_book_without_them_has_none(other_book, exported, tmp_path):
    assert exported.exit_code == 1
    plain = small()
    assert tape_from_fineract(other_book(TABLES, plain.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30)).exit_code == 0


def small():
    """One loan and nothing else."""
    one = Book()
    one.add("m_office", id=1, name="Small", opening_date="2010-01-01")
    one.client(11)
    one.loan(1, 11, "USD", 100, "2024-05-01", "2024-06-01", 1)
    one.schedule(1, ("2024-06-01", 100, 1))
    return one


def test_what_may_be_kept_elsewhere_is_no_table_where_fineract_has_not_one_row(other_book, tmp_path):
    """An empty table would say that there are none: no charge, no title, no saver."""
    done = tape_from_fineract(other_book(TABLES, small().sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert sorted(done.written) == ["borrowers", "installments", "institutions", "loans", "payments"]


def test_charges_that_are_all_of_instalments_leave_an_empty_table_that_says_none(other_book, tmp_path):
    one = small()
    one.charge(1, 8, 2)
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert done.written["charges"] == 0
    assert (done.path / "charges.csv").read_text("utf-8") == "loan_id,charged_on,kind,amount\n"


def test_an_older_release_without_the_later_columns_is_read(other_book, tmp_path):
    """Before the day of a reversal was kept, a payment taken back is undone on its own day."""
    old = (
        f"{TABLES} ALTER TABLE m_loan_transaction DROP COLUMN reversed_on_date;"
        "ALTER TABLE m_loan_charge DROP COLUMN submitted_on_date; ALTER TABLE m_loan_disbursement_detail DROP COLUMN is_reversed;"
        "DROP TABLE m_loan_transaction_relation; DROP TABLE m_business_date;"
    )
    one = small()
    one.transaction(1, 2, "2024-06-01", 101, 100, 1, is_reversed=True)
    done = tape_from_fineract(other_book(old, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert (done.path / "payments.csv").read_text("utf-8").splitlines()[1:] == [
        '"2","1","2024-06-01","100.00","1.00","0.00","0.00"',
        '"2-undone","1","2024-06-01","-100.00","-1.00","0.00","0.00"',
    ]


def test_a_status_that_is_not_known_leaves_the_loan_out_and_says_so(other_book, tmp_path):
    one = small()
    one.loan(2, 11, "USD", 100, "2024-05-01", "2024-06-01", 1, 999)
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert done.fates["m_loan"] == {"kept": 1, "unknown_status": 1}
    assert done.exit_code == 1


def test_a_charge_waived_in_part_and_one_taken_off_again(other_book, tmp_path):
    one = small()
    one.charge(1, 1, 10, amount_waived_derived=4)
    one.charge(1, 1, 3, is_active=False)
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert (done.path / "charges.csv").read_text("utf-8").splitlines()[1:] == ['"1","2024-05-01","other","6.00"']
    assert done.fates["m_loan_charge"] == {"lowered": 1, "inactive": 1}


def test_rows_stand_in_the_order_of_fineract_s_numbers(exported):
    with (exported.path / "loans.csv").open(encoding="utf-8") as file:
        numbers = [int(row["loan_id"]) for row in csv.DictReader(file)]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 18


def test_a_penalty_on_a_day_or_of_an_instalment_is_a_charge_on_its_day(other_book, tmp_path):
    """Without a day of its own it has the day on which it was entered."""
    one = small()
    one.charge(1, 2, 3, is_penalty=True, due_for_collection_as_of_date="2024-06-10")
    one.charge(1, 8, 2, is_penalty=True, submitted_on_date="2024-06-12")
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert (done.path / "charges.csv").read_text("utf-8").splitlines()[1:] == [
        '"1","2024-06-10","penalty","3.00"',
        '"1","2024-06-12","penalty","2.00"',
    ]


def twice(one):
    """Loan 1 of `small` rescheduled in May and again in June; both times the schedule before was kept."""
    for number, on, before in ((1, "2024-05-10", "2024-06-01"), (2, "2024-06-05", "2024-07-01")):
        one.add("m_loan_reschedule_request", id=number, loan_id=1, status_enum=200, reschedule_from_installment=1,
                reschedule_from_date=before, submitted_on_date=on, approved_on_date=on)  # fmt: skip
        one.add("m_loan_repayment_schedule_history", loan_id=1, loan_reschedule_request_id=number, duedate=before, installment=1,
                principal_amount=100, version=number)  # fmt: skip
    return one


def restarted(done):
    with (done.path / "loans.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    return row["restructured_on"], row["schedule_from"], row["original_matures_on"]


def test_a_loan_rescheduled_twice_has_the_last_day_and_the_first_maturity(other_book, tmp_path):
    done = tape_from_fineract(other_book(TABLES, twice(small()).sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert restarted(done) == ("2024-06-05", "", "2024-06-01")


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        (29, {}, ("2024-06-20", "", "")),
        (30, {}, ("", "2024-06-20", "")),
        (29, {"is_reversed": True, "reversed_on_date": "2024-06-21"}, ("", "", "")),
    ],
)
def test_a_loan_re_aged_is_restructured_and_one_re_amortized_has_a_new_schedule(other_book, tmp_path, kind, more, expected):
    one = small()
    one.transaction(1, kind, "2024-06-20", 100, **more)
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert restarted(done) == expected


def test_a_chargeback_stands_in_the_instalments_alone(other_book, tmp_path):
    """Fineract adds it to what is due: taken from the payments too, it would count twice."""
    one = small()
    one.rows["m_loan_repayment_schedule"][0]["principal_amount"] = 120
    one.transaction(1, 25, "2024-05-20", 20, 20)
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert done.fates["m_loan_transaction"] == {"disbursement": 1, "chargeback": 1}
    assert done.written["payments"] == 0
    assert done.exit_code == 0


def test_a_payment_taken_back_after_a_restructuring_was_still_there_on_its_day(other_book, tmp_path):
    """What was left on 5 June is 100 - 60; when the 60 are taken back on 10 June, the negative row brings them back as owed."""
    one = twice(small())
    one.paid(1, "2024-06-01", 60, 0, is_reversed=True, reversed_on_date="2024-06-10")
    done = tape_from_fineract(other_book(TABLES, one.sql), tmp_path / "tape", LENDER, as_of=date(2024, 6, 30))
    assert (done.path / "installments.csv").read_text("utf-8").splitlines()[1:] == ['"1","1","2024-06-01","40.00","1.00","0.00"']
    assert [line.split(",")[2:4] for line in (done.path / "payments.csv").read_text("utf-8").splitlines()[1:]] == [
        ['"2024-06-01"', '"60.00"'],
        ['"2024-06-10"', '"-60.00"'],
    ]
