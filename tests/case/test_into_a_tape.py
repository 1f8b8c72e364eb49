"""A case on its way into a tape: nothing is lost, nothing grows stronger than it was told, and what is split adds up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prakas.case.conversion import tape_of
from prakas.case.record import Case, Entry, Line, Place
from prakas.case.schedules import parted, stepped

D = dt.date
ANYWHERE = Place("debts", "E5")


def line(at=1, mark="document", /, **values):
    return Line(at, {name: Entry(value, mark, ANYWHERE) for name, value in values.items() if value is not None})


LOAN = {
    "creditor_kind": "microfinance",
    "creditor_name": "Example Microfinance",
    "currency": "USD",
    "signed_amount": 100_000,
    "cash_received": 100_000,
    "received_on": D(2021, 1, 31),
    "frequency": "monthly",
    "payment": 26_000,
    "payments": 4,
}


def case(debts=None, mark="document", case_id="AAAA-1", **lists):
    debts = debts or {1: line(1, mark, **LOAN)}
    empty = {"schedule": (), "receipts": (), "fees": (), "papers": (), "events": ()}
    page = line(1, "told", case_id=case_id, interviewed_on=D(2021, 6, 30))
    return Case(case_id, page, debts, {**empty, **lists})


def loan(changes, mark="document", **lists):
    return case({1: line(1, mark, **{**LOAN, **changes})}, **lists)


def rows(made, table):
    return list(tape_of([made]).tables.get(table, ()))


# ------------------------------------------------------------------------------------------------------------- schedules


def test_a_monthly_schedule_keeps_the_day_and_is_clipped_to_the_month():
    assert [stepped(D(2021, 1, 31), "monthly", k) for k in (1, 2, 3)] == [D(2021, 2, 28), D(2021, 3, 31), D(2021, 4, 30)]
    assert stepped(D(2021, 1, 31), "biweekly", 2) == D(2021, 2, 28)
    assert stepped(D(2020, 8, 31), "semiannual", 1) == D(2021, 2, 28)


def test_payments_become_instalments_from_the_first_day_told_or_one_step_after_the_money():
    assert [row["due_on"] for row in rows(case(), "installments")] == [
        D(2021, 2, 28),
        D(2021, 3, 31),
        D(2021, 4, 30),
        D(2021, 5, 31),
    ]
    told = loan({"first_due_on": D(2021, 3, 10)})
    assert [row["due_on"] for row in rows(told, "installments")][:2] == [D(2021, 3, 10), D(2021, 4, 10)]


@settings(max_examples=150, deadline=None)
@given(
    opening=st.integers(1_000, 10**9),
    extra=st.lists(st.integers(0, 10**7), min_size=1, max_size=36),
    unit=st.sampled_from([1, 10_000]),
)
def test_what_is_split_adds_up_to_the_payments_and_to_the_loan(opening, extra, unit):
    count = len(extra)
    totals = [opening // count + 1 + more for more in extra]
    days = [stepped(D(2020, 1, 31), "monthly", k) for k in range(1, count + 1)]
    parts = parted(totals, days, opening, D(2020, 1, 31), unit)
    assert [sum(part) for part in parts] == totals
    assert sum(principal for principal, _ in parts) == opening
    assert min(min(part) for part in parts) >= 0


def test_a_split_charges_each_period_what_the_balance_earned():
    # Two payments of 550 for 1,000, a year of days apart: with g the growth of a year, 1,000 g^2 = 550 g + 550.
    days = [D(2022, 1, 1), D(2023, 1, 1)]
    growth = (0.55 + (0.55**2 + 4 * 0.55) ** 0.5) / 2
    (_, first), (_, second) = parted([55_000, 55_000], days, 100_000, D(2021, 1, 1), 1)
    assert first == int(100_000 * (growth - 1))
    assert first + second == 10_000


# --------------------------------------------------------------------------------------------------------- fees and cash


def test_what_was_kept_back_and_named_by_nobody_is_a_charge():
    made = loan({"cash_received": 97_000})
    assert [(row["kind"], row["amount"], row["charged_on"], row["evidence"]) for row in rows(made, "charges")] == [
        ("other", 3_000, D(2021, 1, 31), "rebuilt")
    ]


def test_of_what_was_kept_back_the_fees_listed_are_taken_off_first():
    fee = line(7, debt=1, kind="admin", amount=2_000, charged_on=D(2021, 1, 31))
    made = loan({"cash_received": 97_000}, fees=(fee,))
    assert [(row["kind"], row["amount"]) for row in rows(made, "charges")] == [("admin", 2_000), ("other", 1_000)]


def test_a_fee_after_the_first_day_is_not_part_of_what_was_kept_back():
    fee = line(7, debt=1, kind="collection", amount=2_000, charged_on=D(2021, 2, 1))
    made = loan({"cash_received": 97_000}, fees=(fee,))
    assert [(row["kind"], row["amount"]) for row in rows(made, "charges")] == [("collection", 2_000), ("other", 3_000)]


def test_what_repaid_an_old_loan_is_no_charge():
    made = loan({"cash_received": 40_000, "refinances": 2, "paid_to_old_loan": 60_000})
    assert rows(made, "charges") == []
    assert rows(made, "loans")[0]["fees_upfront"] == 0


def test_where_nobody_says_how_much_repaid_the_old_loan_no_fee_is_known():
    made = loan({"cash_received": 40_000, "refinances": 2})
    assert rows(made, "charges") == []
    assert rows(made, "loans")[0]["fees_upfront"] is None


@pytest.mark.parametrize(("cash", "known"), [(100_000, 0), (None, None)], ids=["all of it", "not known"])
def test_fees_are_known_to_be_none_only_where_all_came_in_cash(cash, known):
    assert rows(loan({"cash_received": cash}), "loans")[0]["fees_upfront"] == known


def test_without_the_amount_signed_for_a_debt_is_left_out_and_only_a_sheet_lets_cash_stand_in():
    made = loan({"signed_amount": None})
    assert [one.reason for one in tape_of([made]).left_out] == ["lacks_signed_amount"]
    assert tape_of([made], may_stand_in=True).tables["loans"][0]["principal"] == 100_000


# ------------------------------------------------------------------------------------------------------------------ marks


@pytest.mark.parametrize(("mark", "made"), [("document", "rebuilt"), ("photo", "rebuilt"), ("told", "told"), (None, "told")])
def test_what_is_made_of_terms_is_rebuilt_and_what_was_told_stays_told(mark, made):
    assert {row["evidence"] for row in rows(case(mark=mark), "installments")} == {made}


def test_a_receipt_with_its_parts_keeps_its_mark_and_one_that_is_split_does_not():
    whole = line(7, "photo", debt=1, paid_on=D(2021, 2, 28), principal=24_000, interest=2_000)
    total = line(8, "photo", debt=1, paid_on=D(2021, 3, 31), total=26_000)
    assert [row["evidence"] for row in rows(case(receipts=(whole, total)), "payments")] == ["photo", "rebuilt"]


# --------------------------------------------------------------------------------------------------------------- receipts


def schedule():
    fees = (500, 0, 0, 0)
    return tuple(
        line(
            6 + k,
            debt=1,
            number=k,
            due_on=stepped(D(2021, 1, 31), "monthly", k),
            principal=25_000,
            interest=1_000,
            fee=fees[k - 1],
        )
        for k in (1, 2, 3, 4)
    )


def test_a_total_fills_instalments_in_their_order_fee_and_interest_before_principal():
    receipts = (
        line(7, debt=1, paid_on=D(2021, 2, 28), total=1_200),
        line(8, debt=1, paid_on=D(2021, 3, 1), total=25_300 + 1_000),
        line(9, debt=1, paid_on=D(2021, 6, 1), total=200_000),
    )
    made = case(schedule=schedule(), receipts=receipts)
    paid = [(row["fee"], row["interest"], row["principal"]) for row in rows(made, "payments")]
    # 1,200: fee 500, interest 700. Then 300 interest and 25,000 of the first instalment, 1,000 interest of the second.
    assert paid == [(500, 700, 0), (None, 1_300, 25_000), (None, 2_000, 198_000)]


def test_a_total_without_a_schedule_is_left_out_and_named():
    total = line(7, debt=1, paid_on=D(2021, 2, 28), total=26_000)
    made = tape_of([loan({"payment": None, "last_due_on": D(2021, 5, 31)}, receipts=(total,))])
    assert "payments" not in made.tables
    assert [(one.sheet, one.number, one.reason) for one in made.left_out] == [("receipts", 7, "receipt_without_parts")]


def test_a_schedule_that_cannot_be_used_is_left_out_line_by_line():
    bare = tuple(line(6 + k, debt=1, number=k, due_on=stepped(D(2021, 1, 31), "monthly", k)) for k in (1, 2))
    made = tape_of([loan({"last_due_on": D(2021, 3, 31)}, schedule=bare)])
    assert [(one.sheet, one.number, one.reason) for one in made.left_out] == [
        ("schedule", 7, "schedule_without_amounts"),
        ("schedule", 8, "schedule_without_amounts"),
    ]


# ---------------------------------------------------------------------------------------------------------------- lenders


def test_a_lender_is_one_however_its_name_is_spaced_or_typed():
    names = ("Example  Microfinance", "EXAMPLE MICROFINANCE", "Example Microfinance\u200b")
    cases = [case({1: line(1, **{**LOAN, "creditor_name": name})}, case_id=f"AAAA-{k}") for k, name in enumerate(names)]
    made = tape_of(cases)
    assert [row["institution_id"] for row in made.tables["institutions"]] == ["Example Microfinance"]
    assert {row["institution_id"] for row in made.tables["loans"]} == {"Example Microfinance"}


def test_one_name_of_two_kinds_is_two_lenders():
    cases = [case(), case({1: line(1, **{**LOAN, "creditor_kind": "bank"})}, case_id="AAAA-2")]
    kinds = {row["institution_id"]: (row["legal_form"], row["status"]) for row in tape_of(cases).tables["institutions"]}
    assert kinds == {
        "Example Microfinance (microfinance)": ("company", "licensed"),
        "Example Microfinance (bank)": ("bank", "bank"),
    }


def test_a_private_lender_has_no_name_and_is_another_one_for_each_debt():
    private = {**LOAN, "creditor_kind": "private_lender", "creditor_name": None}
    made = tape_of([case({1: line(1, **private), 2: line(2, **private)})])
    assert [(row["name"], row["legal_form"]) for row in made.tables["institutions"]] == [
        ("private_lender AAAA-1-1", "person"),
        ("private_lender AAAA-1-2", "person"),
    ]


def test_every_lender_is_a_part_of_its_book():
    assert {row["is_whole_book"] for row in tape_of([case()]).tables["institutions"]} == {False}


# --------------------------------------------------------------------------------------------------------- nothing is lost


def test_events_that_are_no_step_of_collection_stay_in_the_case_and_are_named():
    events = (
        line(7, happened_on=D(2021, 5, 1), kind="visit", debt=1),
        line(8, happened_on=D(2021, 5, 2), kind="child_out_of_school"),
        line(9, happened_on=None, kind="threat", debt=1),
    )
    made = tape_of([case(events=events)])
    assert [row["step"] for row in made.tables["recovery"]] == ["visit"]
    assert [(one.number, one.reason) for one in made.left_out] == [(8, "event_without_place"), (9, "event_without_place")]


def test_a_line_of_a_debt_that_is_not_there_is_named():
    stray = line(7, debt=4, paid_on=D(2021, 2, 28), total=26_000)
    assert [one.reason for one in tape_of([case(receipts=(stray,))]).left_out] == ["no_such_debt"]
