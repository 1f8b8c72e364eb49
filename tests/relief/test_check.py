"""Whether relief that was granted was given, by later tapes typed by hand."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from prakas.audit import Options
from prakas.errors import FilingError
from prakas.relief import relief_check
from tests.relief.made import checked, plan, priced, written

LOAN = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on,nominal_rate,schedule_from"
NO_PAYMENTS = "payment_id,loan_id,paid_on,principal,interest"
BEFORE = [("2020-07-15", 100_000, 6_000), ("2020-08-15", 100_000, 5_000), ("2020-12-15", 100_000, 4_000)]
GRANTED = [("2020-10-15", 100_000, 6_000), ("2020-11-15", 100_000, 5_000), ("2021-03-15", 100_000, 4_000)]
LATER = date(2020, 9, 30)


def tape(folder, day, rows, *, since="", loans=("L",), numbers=True):
    lenders = f"institution_id,name,legal_form,status,as_of\nA,Alpha,company,licensed,{day}"
    lines = [f"{n},A,b,KHR,300000,2020-06-15,2020-12-15,24,{since}" for n in loans]
    due = [f"{n},{k},{on},{p},{i}" for n in loans for k, (on, p, i) in enumerate(rows, 1)]
    return written(
        folder,
        institutions=lenders,
        loans="\n".join([LOAN, *lines]),
        installments="\n".join(["loan_id,number,due_on,principal,interest", *due]),
        payments=NO_PAYMENTS,
    )


@pytest.fixture
def granted(tmp_path):
    priced(tape(tmp_path / "before", "2020-06-30", BEFORE), tmp_path / "granted", plan(tmp_path))
    return tmp_path / "granted"


def seen(granted, tmp_path, rows, **more):
    return checked(tape(tmp_path / "later", LATER, rows, **more), granted, tmp_path / "out", LATER)["L"]


def test_a_schedule_moved_as_granted_was_given(granted, tmp_path):
    row = seen(granted, tmp_path, GRANTED)
    assert row["state"] == "given"
    assert [str(row[n]) for n in ("old_due_on", "granted_due_on", "tape_due_on")] == ["2020-07-15", "2020-10-15", "2020-10-15"]
    assert [row[n] for n in ("due_by_old_schedule", "due_as_granted", "due_by_tape")] == [Decimal(211_000), 0, 0]
    assert row["due_too_early"] == 0


def test_the_old_schedule_still_standing_was_not_given(granted, tmp_path):
    row = seen(granted, tmp_path, BEFORE)
    assert row["state"] == "not_given"
    assert str(row["tape_due_on"]) == "2020-07-15"
    assert row["due_too_early"] == Decimal(211_000)


def test_a_month_instead_of_three_was_given_in_part(granted, tmp_path):
    rows = [("2020-08-15", 100_000, 6_000), ("2020-09-15", 100_000, 5_000), ("2021-01-15", 100_000, 4_000)]
    row = seen(granted, tmp_path, rows)
    assert row["state"] == "partly"
    assert str(row["tape_due_on"]) == "2020-08-15"


def test_interest_charged_for_months_that_were_frozen_was_given_in_part(granted, tmp_path):
    row = seen(granted, tmp_path, [*GRANTED[:2], ("2021-03-15", 100_000, 22_000)])
    assert row["state"] == "partly"
    assert row["due_too_early"] == Decimal(18_000)


@pytest.mark.parametrize(("more", "state"), [(1_060, "given"), (1_061, "partly")])
def test_one_percent_of_the_first_instalment_is_let_pass_and_not_one_riel_more(granted, tmp_path, more, state):
    """1 % of 106,000 riel."""
    assert seen(granted, tmp_path, [*GRANTED[:2], ("2021-03-15", 100_000, 4_000 + more)])["state"] == state


def test_an_instalment_a_day_too_early_is_seen(granted, tmp_path):
    row = seen(granted, tmp_path, [("2020-10-14", 100_000, 6_000), *GRANTED[1:]])
    assert row["state"] == "partly"
    assert row["due_too_early"] == Decimal(106_000)


def test_more_than_was_granted_is_given(granted, tmp_path):
    rows = [("2021-01-15", 100_000, 6_000), ("2021-02-15", 100_000, 5_000), ("2021-06-15", 100_000, 4_000)]
    assert seen(granted, tmp_path, rows)["state"] == "given"


def test_a_schedule_issued_anew_with_other_numbers_is_read_by_its_days(granted, tmp_path):
    rows = [("2020-10-15", 100_000, 6_000), ("2020-11-15", 200_000, 9_000)]
    row = seen(granted, tmp_path, rows, since="2020-07-20")
    assert row["state"] == "partly"  # the last 104,000 come four months too early
    assert row["due_too_early"] == Decimal(104_000)


def test_a_loan_that_is_no_longer_there_is_gone(granted, tmp_path):
    row = checked(tape(tmp_path / "later", LATER, GRANTED, loans=("M",)), granted, tmp_path / "out", LATER)["L"]
    assert row["state"] == "gone"
    assert row["tape_due_on"] is None
    assert row["due_by_tape"] is None


def test_a_loan_without_a_schedule_in_the_later_tape_is_not_assessed(granted, tmp_path):
    row = seen(granted, tmp_path, [])
    assert (row["state"], row["missing"]) == ("not_assessed", "a repayment schedule")


def test_lenders_are_counted_and_the_record_says_what_was_held_against_what(granted, tmp_path):
    seen(granted, tmp_path, GRANTED)
    record = json.loads((tmp_path / "out" / "check.json").read_text("utf-8"))
    assert record["states"]["given"] == record["loans"] == 1
    assert record["granted"]["plan"]["months"] == 3
    assert record["ends_on"] == "2020-09-30"
    assert (tmp_path / "out" / "lenders.csv").read_text("utf-8").splitlines()[1] == '"A",1,1,0,0,0,0,0'


def test_a_plan_that_changed_nothing_has_nothing_to_give(tmp_path):
    priced(tape(tmp_path / "before", "2020-06-30", BEFORE), tmp_path / "granted", plan(tmp_path, months=0))
    assert seen(tmp_path / "granted", tmp_path, BEFORE)["state"] == "nothing_to_give"


def test_books_before_the_plan_cannot_show_it(tmp_path):
    before = tape(tmp_path / "before", "2020-06-30", BEFORE)
    priced(before, tmp_path / "granted", plan(tmp_path, from_="2020-07-16"))
    with pytest.raises(FilingError, match="The plan starts on 2020-07-16, after the books of 2020-06-30"):
        relief_check([before], tmp_path / "granted", tmp_path / "out", Options(date(2020, 6, 30)))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("spoil", ["no record", "no schedules", "other columns", "not JSON"])
def test_a_folder_that_is_no_result_is_refused(granted, tmp_path, spoil):
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    if spoil == "no record":
        (granted / "relief.json").unlink()
    elif spoil == "no schedules":
        (granted / "installments.parquet").unlink()
    elif spoil == "other columns":
        pq.write_table(pa.table({"a": [1]}), granted / "installments.parquet")
    else:
        (granted / "relief.json").write_text("{", encoding="utf-8")
    with pytest.raises(FilingError, match="'granted' is not a result of 'prakas relief' that can be read"):
        relief_check([tmp_path / "before"], granted, tmp_path / "out", Options(LATER))


def test_a_result_with_two_plans_is_refused_and_each_of_its_folders_is_taken(tmp_path):
    before = tape(tmp_path / "before", "2020-06-30", BEFORE)
    priced(before, tmp_path / "granted", plan(tmp_path), plan(tmp_path, name="none.yaml", months=0))
    with pytest.raises(FilingError, match="'granted' holds two plans"):
        relief_check([before], tmp_path / "granted", tmp_path / "out", Options(LATER))
    assert seen(tmp_path / "granted" / "1-plan", tmp_path, GRANTED)["state"] == "given"
