"""Each matter of a loan in Fineract's tables, and the rows of the tape that it must become, worked out by hand in book.py."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.xdist_group("fineract")


def cells(rows, *columns):
    """Some columns of some rows, joined with a space, so that a test can be read."""
    return [" ".join(row[column] for column in columns) for row in rows]


def paid(tape, loan):
    return cells(tape("payments", loan), "paid_on", "principal", "interest", "fee", "penalty")


def due(tape, loan):
    return cells(tape("installments", loan), "number", "due_on", "principal", "interest", "fee")


def of_loan(tape, loan, *columns):
    (row,) = tape("loans", loan)
    return {column: row[column] for column in columns}


# ------------------------------------------------------------------------------------------------- who lends and borrows


def test_the_lender_is_the_head_office_on_the_business_date(tape):
    assert tape("institutions") == [
        {"institution_id": "L1", "name": "Made-up Lender", "legal_form": "company", "status": "licensed", "status_since": "",
         "as_of": "2024-06-30"}
    ]  # fmt: skip


def test_a_borrower_is_a_number_with_the_lender_s_id(tape):
    assert cells(tape("borrowers")[:4], "borrower_id", "sex", "birth_year") == [
        "L1-11 f 1980",
        "L1-12 m 1975",
        "L1-13 f ",
        "L1-14  ",
    ]


def test_who_has_no_loan_in_the_tape_is_no_borrower(tape):
    assert "L1-15" not in cells(tape("borrowers"), "borrower_id")


def test_two_loans_of_one_client_have_one_borrower(tape):
    assert [of_loan(tape, loan, "borrower_id") for loan in (1, 5)] == [{"borrower_id": "L1-11"}] * 2


# --------------------------------------------------------------------------------------------------------------- loans


def test_terms_are_read_by_fineract_s_numbers(tape):
    assert of_loan(tape, 1, "product", "purpose", "segment", "currency", "principal", "disbursed_on", "matures_on", "nominal_rate",
                   "rate_method", "frequency", "amortization", "grace_months") == {
        "product": "Farm loan", "purpose": "Farm", "segment": "individual", "currency": "USD", "principal": "1200.00",
        "disbursed_on": "2024-01-15", "matures_on": "2025-01-15", "nominal_rate": "18.000000", "rate_method": "declining",
        "frequency": "monthly", "amortization": "equal_principal", "grace_months": "0",
    }  # fmt: skip


def test_the_method_of_interest_is_flat_where_fineract_says_one(tape):
    assert of_loan(tape, 2, "rate_method", "nominal_rate") == {"rate_method": "flat", "nominal_rate": "14.400000"}


def test_one_repayment_is_at_maturity(tape):
    assert of_loan(tape, 10, "frequency", "amortization") == {"frequency": "at_maturity", "amortization": "at_maturity"}


def test_a_rhythm_for_which_a_tape_has_no_word_stays_empty_and_grace_is_counted_in_months(tape):
    terms = {"frequency": "", "amortization": "equal_installments", "grace_months": "2"}
    assert of_loan(tape, 15, "frequency", "amortization", "grace_months") == terms


def test_a_loan_of_a_group_has_no_borrower(tape):
    group = {"borrower_id": "", "segment": "group", "frequency": "weekly"}
    assert of_loan(tape, 11, "borrower_id", "segment", "frequency") == group


def test_a_loan_that_was_topped_up_names_the_one_that_it_repays(tape):
    assert of_loan(tape, 15, "refinances") == {"refinances": "2"}


def test_what_fineract_does_not_hold_stays_empty(tape):
    held = set(tape("loans")[0])
    assert held & {"signed_on", "is_microloan", "fees_upfront", "title_kind", "reported_class", "reported_provision"} == set()
    assert set(tape("borrowers")[0]) == {"borrower_id", "sex", "birth_year"}


def test_what_the_lender_s_books_say_is_reported(tape):
    books = {"reported_outstanding": "863.50", "reported_days_past_due": "46"}
    assert of_loan(tape, 1, "reported_outstanding", "reported_days_past_due") == books
    # No row of arrears: whether there are none or nobody has looked, Fineract does not say.
    assert of_loan(tape, 17, "reported_days_past_due") == {"reported_days_past_due": ""}


@pytest.mark.parametrize("loan", [6, 7, 8, 9])
def test_what_was_never_handed_out_is_no_loan(tape, loan):
    assert [table for table in ("loans", "installments", "payments", "charges", "collateral") if tape(table, loan)] == []


# ---------------------------------------------------------------------------------------------------- what was received


def test_an_instalment_may_come_in_parts(tape):
    assert paid(tape, 1) == [
        "2024-02-15 100.00 18.00 0.00 0.00",
        "2024-03-15 43.50 16.50 0.00 0.00",
        "2024-03-20 56.50 0.00 0.00 0.00",
        "2024-04-15 100.00 15.00 0.00 0.00",
        "2024-05-15 36.50 13.50 0.00 0.00",
    ]


def test_a_payment_taken_back_stands_and_is_undone_on_the_day_it_was_taken_back(tape):
    assert paid(tape, 2)[1:4] == [
        "2024-04-01 1000000.00 48000.00 2000.00 0.00",
        "2024-04-03 -1000000.00 -48000.00 -2000.00 0.00",
        "2024-04-05 1000000.00 48000.00 2000.00 0.00",
    ]
    assert cells(tape("payments", 2)[1:3], "payment_id") == ["11", "11-undone"]


def test_a_payment_that_fineract_worked_out_anew_stands_once_as_it_is_now(tape):
    assert paid(tape, 16)[0] == "2024-05-15 100.00 2.00 0.00 0.00"
    assert len(paid(tape, 16)) == 3


def test_a_credit_of_the_lender_lowers_what_is_owed(tape):
    assert paid(tape, 16)[1:] == ["2024-06-15 90.00 1.00 0.00 0.00", "2024-06-15 10.00 0.00 0.00 0.00"]


def test_what_is_paid_beyond_what_was_owed_is_in_no_column(tape):
    assert paid(tape, 10) == ["2024-06-01 100.00 3.00 0.00 0.00"]


def test_money_given_back_while_the_loan_runs_is_negative(tape):
    assert paid(tape, 17)[-1] == "2024-05-02 -50.00 0.00 0.00 0.00"


def test_a_reversed_payment_whose_parts_are_gone_is_left_out(tape, exported):
    assert len(paid(tape, 17)) == 3
    assert exported.fates["m_loan_transaction"]["erased"] == 1


def test_a_transaction_of_an_unknown_type_has_no_amounts_so_that_it_is_returned(tape):
    assert paid(tape, 15) == ["2024-06-15    "]


def test_charges_paid_at_disbursement_do_not_cover_the_first_instalment(tape):
    assert "2024-01-15" not in cells(tape("payments", 1), "paid_on")


# ------------------------------------------------------------------------------------------------------ what falls due


def test_a_schedule_never_touched_is_whole_and_adds_up(tape):
    lines = tape("installments", 1)
    assert [float(line["principal"]) for line in lines] == [100.0] * 12
    assert due(tape, 1)[0] == "1 2024-02-15 100.00 18.00 0.00"
    assert due(tape, 1)[-1] == "12 2025-01-15 100.00 1.50 0.00"


def test_a_fee_of_instalments_is_in_the_instalments_and_in_no_charge(tape):
    assert due(tape, 2)[0] == "1 2024-03-01 1000000.00 48000.00 2000.00"
    assert tape("charges", 2) == []


def test_what_was_waived_is_no_longer_asked(tape):
    assert due(tape, 5) == ["1 2024-04-20 100.00 3.00 0.00", "2 2024-05-20 100.00 0.00 0.00", "3 2024-06-20 100.00 1.00 0.00"]
    assert tape("charges", 5) == []


def test_after_a_restructuring_the_schedule_holds_what_was_left_on_that_day(tape):
    """600 less 100 and 45 is 455. What was overdue keeps its old day, so that nobody looks paid up by being rescheduled."""
    assert due(tape, 3) == [
        "2 2024-02-10 55.00 0.00 0.00",
        "3 2024-03-10 100.00 4.00 0.00",
        "4 2024-07-10 100.00 3.00 0.00",
        "5 2024-08-10 100.00 2.00 0.00",
        "6 2024-09-10 100.00 1.00 0.00",
    ]


def test_a_restructured_loan_has_its_day_and_the_maturity_first_agreed(tape):
    days = {"restructured_on": "2024-03-01", "original_matures_on": "2024-06-10", "matures_on": "2024-09-10", "schedule_from": ""}
    assert of_loan(tape, 3, *days) == days


def test_a_request_that_was_refused_or_not_decided_restructures_nothing(tape):
    assert [of_loan(tape, loan, "restructured_on") for loan in (1, 5)] == [{"restructured_on": ""}] * 2


def test_a_loan_handed_out_in_two_parts_has_the_schedule_from_the_second_on(tape):
    assert of_loan(tape, 12, "principal", "schedule_from", "restructured_on") == {
        "principal": "1000.00",
        "schedule_from": "2024-05-10",
        "restructured_on": "",
    }
    assert due(tape, 12) == [
        "2 2024-06-10 200.00 8.00 0.00",
        "3 2024-07-10 200.00 6.00 0.00",
        "4 2024-08-10 200.00 4.00 0.00",
        "5 2024-09-10 200.00 2.00 0.00",
    ]


def test_an_amount_finer_than_a_hundredth_is_written_as_it_is(tape):
    assert cells(tape("installments", 13), "principal") == ["33.333333", "33.333333", "33.333334"]


def test_a_loan_written_off_has_its_day_and_keeps_its_schedule(tape):
    assert of_loan(tape, 4, "written_off_on") == {"written_off_on": "2024-01-31"}
    assert paid(tape, 4) == []
    assert len(due(tape, 4)) == 2


# ----------------------------------------------------------------------------------------- charges, collateral, savings


def test_charges_outside_the_instalments_have_their_day(tape):
    assert cells(tape("charges"), "loan_id", "charged_on", "kind", "amount") == [
        "1 2024-01-15 other 24.00",
        "1 2024-05-25 penalty 5.00",
        "12 2024-05-10 other 4.00",
    ]


def test_collateral_comes_from_both_modules_and_a_kind_is_never_guessed(tape):
    """A vehicle is 800 apiece, one and a half of it pledged. Fineract keeps no day, so that of the disbursement stands in."""
    assert cells(tape("collateral"), "collateral_id", "loan_id", "kind", "taken_on", "value") == [
        "c1 1 hard_title 2024-01-15 5000.00",
        "c2 3 Land paper 2023-12-10 ",
        "m1 12 vehicle 2024-04-10 1200.00",
    ]


def test_savings_that_are_open_are_deposits(tape):
    assert cells(tape("deposits"), "account_id", "depositor_id", "currency", "balance") == [
        "1 L1-11 USD 55.25",
        "2 L1-group-71 KHR 120000.00",
        "5 L1-14 USD -3.00",
    ]
