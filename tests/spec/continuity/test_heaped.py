"""A plain oddity: many more loans are a few days short of a worse grade than a few days past it."""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction

import pytest

from prakas.rules.continuity.heaped import LEAST, SPARE, TIMES

RULE = "continuity.heaped"
ON_DUCKDB = pytest.mark.parametrize("engine", ["duckdb"], indirect=True)


def test_late_loans_are_not_heaped_up_just_under_an_edge(engine):
    tape = engine(
        month_edges="""
            institution_id     | edge | under | over | could_be_under | could_be_over | under_then | over_then
            -------------------+------+-------+------+----------------+---------------+------------+----------
            a heap             | 30   | 60    | 8    | 400            | 400           | 9          | 8
            no heap            | 30   | 60    | 9    | 400            | 400           | 9          | 8
            too few            | 90   | 29    | 0    | 400            | 400           | 1          | 0
            due on the first   | 30   | 60    | 0    | 400            | 90            | 2          | 60
            part of a book     | 30   | 60    | 8    | 400            | 400           | 9          | 8
            without schedules  | 30   | 60    | 8    | 0              | 0             | 9          | 8
        """,
        earlier_institutions="""
            institution_id     | has_installments | is_whole_book
            -------------------+------------------+--------------
            a heap             | yes              | yes
            no heap            | yes              | yes
            too few            | yes              | yes
            due on the first   | yes              | yes
            part of a book     | yes              | yes
            without schedules  | no               | yes
        """,
        later_institutions="""
            institution_id     | has_installments | is_whole_book
            -------------------+------------------+--------------
            a heap             | yes              | yes
            no heap            | yes              | yes
            too few            | yes              | yes
            due on the first   | yes              | yes
            part of a book     | yes              | no
            without schedules  | no               | yes
        """,
    )
    assert tape.found(RULE) == ["a heap: day 30"]
    assert tape.sound(RULE) == ["due on the first: day 30", "no heap: day 30", "too few: day 90"]
    assert tape.not_assessed(RULE) == {
        "part of a book: day 30": "the whole book: only some of its loans are in the tape",
        "without schedules: day 30": "the schedules: whether the due dates lie so by themselves is not known",
    }


UNTIL = date(2024, 12, 31)
LENDER = "institution_id | status | has_loans | has_installments\n---+---+---+---\na lender | licensed | yes | {}"


def book(engine, days, due_ages, *, has_schedules="yes", told=None):
    """Open loans so many days late, and one instalment each so many days old."""
    told = told or [None] * len(days)
    facts = ["loan_id | outstanding_principal | days_past_due | is_short_term | reported_days_past_due", "---+---+---+---+---"]
    facts += [
        f"l{i} | 500000 | {late} | no | {'' if word is None else word}"
        for i, (late, word) in enumerate(zip(days, told, strict=True))
    ]
    due = ["loan_id | number | due_on | principal | interest", "---+---+---+---+---"]
    due += [f"l{i} | 1 | {UNTIL - timedelta(days=age)} | 500000 | 0" for i, age in enumerate(due_ages)]
    return engine(
        earlier_institutions=LENDER.format(has_schedules), later_institutions=LENDER.format(has_schedules),
        later_loan_facts="\n".join(facts), **({"later_installments": "\n".join(due)} if due_ages else {}),
    )  # fmt: skip


# Two hundred loans of which the due dates fall alike on either side of day 30, as those of any month do.
AGES = [25 + i % 10 for i in range(200)]
UNDER, OVER = [25, 26, 27, 28, 29], [30, 31, 32, 33, 34]


def late(under, over):
    days = [UNDER[i % 5] for i in range(under)] + [OVER[i % 5] for i in range(over)]
    return days + [0] * (200 - len(days))


@ON_DUCKDB
@pytest.mark.parametrize(
    ("under", "over", "state"),
    [
        (46, 6, "found"),
        (45, 6, "sound"),
        (31, 3, "found"),
        (30, 3, "sound"),
        (30, 2, "found"),
        (29, 0, "sound"),
        (30, 30, "sound"),
    ],
)
def test_a_heap_is_thirty_loans_and_five_times_the_odds_of_the_due_dates(engine, under, over, state):
    tape = book(engine, late(under, over), AGES)
    assert [(row["aspect"], row["state"], row["observed"], row["limit"]) for row in tape.rows(RULE)] == [
        ("day 30", state, str(under), str(over))
    ]


@ON_DUCKDB
def test_a_lender_whose_loans_all_fall_due_on_the_first_hides_nothing(engine):
    tape = book(engine, [28] * 60 + [0] * 140, [28] * 200)
    assert tape.sound(RULE) == ["a lender: day 30"]
    tape = book(engine, [28] * 60 + [0] * 140, [28] * 180 + [32] * 20)
    assert tape.sound(RULE) == ["a lender: day 30"]


def test_chance_alone_heaps_so_less_than_once_in_a_hundred_thousand():
    """The odds of the due dates are r to 1; with the fewest loans that are found, o or fewer of them are just over."""
    for over in range(40):
        for odds in (Fraction(1, 20), Fraction(1, 4), Fraction(1), Fraction(3)):
            under = max(LEAST, math.floor(TIMES * (over + SPARE) / odds) + 1)
            is_over = odds / (1 + odds)
            chance = sum(math.comb(under + over, k) * is_over**k * (1 - is_over) ** (under + over - k) for k in range(over + 1))
            assert chance < Fraction(1, 100_000), (over, odds)


@ON_DUCKDB
def test_in_the_first_month_late_loans_are_paid_from_day_to_day_and_no_edge_tells_of_a_heap(engine):
    facts = ["loan_id | outstanding_principal | days_past_due | is_short_term", "---+---+---+---"]
    facts += [f"l{i} | 500000 | {14 if i < 100 else 27} | yes" for i in range(140)]
    due = ["loan_id | number | due_on | principal | interest", "---+---+---+---+---"]
    due += [f"l{i} | 1 | {UNTIL - timedelta(days=age)} | 500000 | 0" for i in range(140) for age in [(14, 15, 27, 31)[i % 4]]]
    tape = engine(
        earlier_institutions=LENDER.format("yes"), later_institutions=LENDER.format("yes"),
        later_loan_facts="\n".join(facts), later_installments="\n".join(due),
    )  # fmt: skip
    assert tape.found(RULE) == ["a lender: day 31"]
    assert tape.sound(RULE) == []


@ON_DUCKDB
def test_the_lenders_own_days_count_where_it_told_them(engine):
    tape = book(engine, [31] * 40 + [0] * 160, AGES, told=[29] * 40 + [0] * 160)
    assert tape.found(RULE) == ["a lender: day 30"]


@ON_DUCKDB
def test_without_schedules_the_calendar_could_explain_it(engine):
    tape = book(engine, late(40, 0), [], has_schedules="no")
    assert list(tape.not_assessed(RULE).values()) == ["the schedules: whether the due dates lie so by themselves is not known"]
