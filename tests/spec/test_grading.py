"""Grades by days past due and term, provisions by grade, and which day's law holds: the figures under several rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.spec.drawn import confirmed

GRADES = ("standard", "special_mention", "substandard", "doubtful", "loss")
DAYS = (0, 14, 15, 29, 30, 31, 59, 60, 61, 89, 90, 91, 179, 180, 181, 359, 360, 361)
# Printed grids, by first day of each grade (law.md, section 2): for a term of one year or less, and for a longer one.
OF_2000 = ({"substandard": 91, "doubtful": 181, "loss": 360},) * 2
OF_2002 = ({"substandard": 31, "doubtful": 61, "loss": 91}, {"substandard": 31, "doubtful": 181, "loss": 361})
OF_2009 = ({"special_mention": 30, "substandard": 90, "doubtful": 180, "loss": 360},) * 2
OF_2017 = ({"special_mention": 15, "substandard": 31, "doubtful": 61, "loss": 91}, OF_2009[0])
CASES = (
    ("2002-09-12", {"bank": OF_2000, "licensed": OF_2000, "unregistered": OF_2000}),
    ("2002-09-13", {"bank": OF_2000, "licensed": OF_2002, "unregistered": OF_2002}),
    ("2017-11-30", {"bank": OF_2009, "licensed_deposit_taking": OF_2002, "registered": OF_2002}),
    ("2017-12-01", {"bank": OF_2017, "licensed": OF_2017, "registered": OF_2017}),
)


def expected(grid: tuple[dict[str, int], dict[str, int]], days: int, *, is_short: bool) -> str:
    """Return the worst grade whose first day is reached."""
    reached = [grade for grade, first in grid[0 if is_short else 1].items() if days >= first]
    return max(reached, key=GRADES.index, default="standard")


@pytest.mark.parametrize(("on", "grids"), CASES)
def test_every_boundary_of_every_grid(engine, on, grids):
    lines = ["loan_id | lender_kind | days_past_due | is_short_term | outstanding_principal", "---"]
    answers = {}
    for kind, grid in grids.items():
        for days in DAYS:
            for is_short in (True, False):
                name = f"{kind}, {days} days, {'short' if is_short else 'long'}"
                lines.append(f"{name} | {kind} | {days} | {'yes' if is_short else 'no'} | 100.00")
                answers[name] = expected(grid, days, is_short=is_short)
    found = engine(on=on, loan_facts="\n".join(lines)).table("loan_results")
    assert {row["loan_id"]: row["grade"] for row in found} == answers


def test_no_bank_has_a_grid_in_2009(engine):
    drawn = """
        loan_id | lender_kind | days_past_due | outstanding_principal
        --------+-------------+---------------+----------------------
        late    | bank        | 400           | 100.00
    """
    grades = {}
    for day in ("2008-12-31", "2009-01-01", "2009-12-31", "2010-01-01"):
        (row,) = engine(on=day, loan_facts=drawn).table("loan_results")
        grades[day] = (row["grade"], row["is_grid_in_force"])
    assert grades == {
        "2008-12-31": ("loss", True),
        "2009-01-01": (None, False),
        "2009-12-31": (None, False),
        "2010-01-01": ("loss", True),
    }


def test_a_grid_that_does_not_ask_for_the_term_grades_a_loan_without_one(engine):
    drawn = """
        loan_id | days_past_due | is_short_term | outstanding_principal
        --------+---------------+---------------+----------------------
        late    | 91            |               | 100.00
    """
    assert [row["grade"] for row in engine(on="2002-09-12", loan_facts=drawn).table("loan_results")] == ["substandard"]
    assert [row["grade"] for row in engine(on="2002-09-13", loan_facts=drawn).table("loan_results")] == [None]


def test_one_year_or_less_ends_with_the_same_day_of_the_next_year_as_first_agreed(engine):
    tape = engine(
        loans="""
            loan_id                  | disbursed_on | matures_on | restructured_on | original_matures_on
            -------------------------+--------------+------------+-----------------+--------------------
            a day less               | 2023-06-15   | 2024-06-14 |                 |
            one year exactly         | 2023-06-15   | 2024-06-15 |                 |
            a day more               | 2023-06-15   | 2024-06-16 |                 |
            from 29 February         | 2024-02-29   | 2025-02-28 |                 |
            from 29 February, longer | 2024-02-29   | 2025-03-01 |                 |
            restructured, told       | 2023-06-15   | 2025-06-15 | 2024-01-15      | 2024-06-15
            restructured, not told   | 2023-06-15   | 2024-06-15 | 2024-01-15      |
        """
    )
    assert {row["loan_id"]: row["is_short_term"] for row in tape.table("terms")} == {
        "a day less": True,
        "one year exactly": True,
        "a day more": False,
        "from 29 February": True,
        "from 29 February, longer": False,
        "restructured, told": True,
        "restructured, not told": None,
    }


def test_the_ceiling_of_a_loan_is_that_of_the_day_it_was_agreed(engine):
    tape = engine(
        loans="""
            loan_id                    | signed_on  | disbursed_on | restructured_on
            ---------------------------+------------+--------------+----------------
            31 March                   |            | 2017-03-31   |
            1 April                    |            | 2017-04-01   |
            signed on 31 March         | 2017-03-31 | 2017-04-30   |
            signed on 1 April          | 2017-04-01 | 2017-04-30   |
            restructured on 31 March   |            | 2016-01-01   | 2017-03-31
            restructured on 1 April    |            | 2016-01-01   | 2017-04-01
            signed, then restructured  | 2016-01-01 | 2016-01-01   | 2017-04-01
            restructured after D       |            | 2016-01-01   | 2025-01-01
        """
    )
    ceilings = {row["loan_id"]: row["ceiling"] for row in tape.table("terms")}
    held = ("1 April", "signed on 1 April", "restructured on 1 April", "signed, then restructured")
    assert ceilings == {name: 18_000_000 if name in held else None for name in ceilings}


def half_up(product: Decimal) -> int:
    """Return hundredths, halves up, in plain Decimal."""
    return int((product + Decimal("0.5")) // 1)


def test_provisions_are_rounded_once_half_up_for_any_amount(engine):
    rates = {31: Decimal(10), 61: Decimal(30), 91: Decimal(100)}
    amounts = (
        "0.01",
        "0.04",
        "0.05",
        "0.06",
        "0.15",
        "0.17",
        "0.49",
        "0.50",
        "1000.04",
        "1000.05",
        "99999.99",
        "10000000000000.00",
    )
    lines = ["loan_id | days_past_due | is_short_term | outstanding_principal", "---"]
    lines += [f"{days} {amount} | {days} | yes | {amount}" for days in rates for amount in amounts]
    found = engine(on="2017-09-30", loan_facts="\n".join(lines)).table("loan_results")
    answers = {
        f"{days} {amount}": half_up(Decimal(amount) * 100 * rate / 100) for days, rate in rates.items() for amount in amounts
    }
    assert {row["loan_id"]: row["provision_required"] for row in found} == answers
    assert answers["31 1000.05"] == 10001  # 100.005 goes up


def test_a_rate_of_two_and_a_half_percent_stays_whole(engine):
    rates = '{standard: "0", substandard: "2.5", doubtful: "30", loss: "100"}'
    law = {"provisioning/rates.yaml": confirmed("2002-06-07", rates, instrument="B7-02-145", until="2017-11-30")}
    lines = ["loan_id | days_past_due | is_short_term | outstanding_principal", "---"]
    amounts = ("0.19", "0.20", "0.21", "0.59", "0.60", "400.00", "9999999999999.80", "10000000000000.00")
    lines += [f"{amount} | 31 | yes | {amount}" for amount in amounts]
    found = engine(on="2017-09-30", law=law, loan_facts="\n".join(lines)).table("loan_results")
    assert {row["loan_id"]: row["provision_required"] for row in found} == {
        amount: half_up(Decimal(amount) * 100 * Decimal("0.025")) for amount in amounts
    }
    assert {row["provision_rate"] for row in found} == {250}


def test_cash_reduces_every_grade_and_accepted_value_a_loss_alone(engine):
    tape = engine(
        on="2017-09-30",
        loan_facts="""
            loan_id     | days_past_due | is_short_term | outstanding_principal | cash   | proven_value
            ------------+---------------+---------------+-----------------------+--------+-------------
            substandard | 31            | yes           | 1,000.00              | 250.00 | 700.00
            doubtful    | 61            | yes           | 1,000.00              | 250.00 | 700.00
            loss        | 91            | yes           | 1,000.00              | 250.00 | 700.00
            all covered | 91            | yes           | 1,000.00              | 250.00 | 750.00
            over it     | 91            | yes           | 1,000.00              | 250.00 | 750.01
        """,
    )
    assert {row["loan_id"]: row["provision_required"] for row in tape.table("loan_results")} == {
        "substandard": 7500,
        "doubtful": 22500,
        "loss": 5000,
        "all covered": 0,
        "over it": 0,
    }


def test_only_a_value_proved_by_the_day_and_accepted_counts_and_a_title_covers_one_loan(engine):
    tape = engine(
        loan_facts="""
            loan_id | outstanding_principal | disbursed_on
            --------+-----------------------+-------------
            first   | 1,000.00              | 2020-01-01
            second  | 1,000.00              | 2020-01-02
            third   | 1,000.00              | 2020-01-03
        """,
        outstanding="""
            loan_no | institution_id | disbursed_on | outstanding_principal
            --------+----------------+--------------+----------------------
            0       | a lender       | 2020-01-01   | 1,000.00
            1       | a lender       | 2020-01-02   | 1,000.00
            2       | a lender       | 2020-01-03   | 1,000.00
        """,
        collateral="""
            collateral_id | title_ref | loan_id | kind       | taken_on   | value  | valued_on  | valuation_accepted
            --------------+-----------+---------+------------+------------+--------+------------+-------------------
            proved on D   |           | first   | hard_title | 2020-01-01 |  10.00 | 2024-12-31 | yes
            a day late    |           | first   | hard_title | 2020-01-01 | 100.00 | 2025-01-01 | yes
            not accepted  |           | first   | hard_title | 2020-01-01 | 100.00 | 2024-12-31 | no
            not said      |           | first   | hard_title | 2020-01-01 | 100.00 | 2024-12-31 |
            a guarantor   |           | first   | guarantor  | 2020-01-01 | 100.00 | 2024-12-31 | yes
            cash          |           | first   | cash       | 2020-01-01 |   5.00 |            |
            shared 1      | shared    | third   | hard_title | 2020-01-01 |  70.00 | 2024-12-31 | yes
            shared 2      | shared    | second  | hard_title | 2020-01-01 |  70.00 | 2024-12-31 | yes
        """,
    )
    found = {row["loan_no"]: (row["cash"], row["proven_value"]) for row in tape.table("security")}
    assert found == {0: (500, 1000), 1: (0, 7000), 2: (0, 0)}
