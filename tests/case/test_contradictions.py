"""Each contradiction and each lack by an example that fires it alone, with all its cells; a sound case fires none."""

from __future__ import annotations

import pytest

from prakas.case.checking import remarks
from prakas.case.words import case_words
from tests.case.made import FIRST_LINE, Filling, day, read, sound

R = FIRST_LINE  # the first line of a list; R + 1 the second


def second(case, **answers):
    """Add a second debt: a bank loan repaid at once at its end, with nothing at odds."""
    case["debts"][2] = {
        "creditor_kind": "bank",
        "creditor_name": "Example Bank (made up)",
        "currency": "USD",
        "signed_amount": 500,
        "cash_received": 500,
        "signed_on": day("2021-03-01"),
        "received_on": day("2021-03-01"),
        "last_due_on": day("2021-09-01"),
        "frequency": "at_maturity",
        "payment": 520,
        "payments": 1,
        "owed_now": 500,
        "days_late": 0,
        **answers,
    }
    case["schedule"].append({"debt": 2, "number": 1, "due_on": day("2021-09-01"), "principal": 500, "interest": 20, "total": 520})
    case["receipts"].append({"debt": 2, "paid_on": day("2021-04-01"), "total": 20})
    return case["debts"][2]


def cash_above_signed(case):
    case["debts"][1]["cash_received"] = 1212
    return [("debts", "cash_received", 1), ("debts", "signed_amount", 1)]


def cash_and_the_old_loan_above_signed(case):
    second(case, refinances=1, paid_to_old_loan=100)
    return [("debts", "cash_received", 2), ("debts", "signed_amount", 2), ("debts", "paid_to_old_loan", 2)]


def upfront_fees_differ(case):
    case["fees"][0]["amount"] = 20
    return [("debts", "signed_amount", 1), ("debts", "cash_received", 1), ("fees", "amount", R)]


def schedule_principal_differs(case):
    case["schedule"][2].update(principal=188.45, interest=22.18)
    return [("debts", "signed_amount", 1), *[("schedule", "principal", R + n) for n in range(6)]]


def schedule_balance_differs(case):
    case["debts"][1].update(restructured_on=day("2021-04-20"), restructured_balance=700)
    return [("debts", "restructured_balance", 1), *[("schedule", "principal", R + n) for n in (3, 4, 5)]]


def schedule_count_differs(case):
    case["debts"][1].update(payments=7)
    return [("debts", "payments", 1), *[("schedule", "number", R + n) for n in range(6)]]


def schedule_totals_differ(case):
    case["debts"][1].update(payment=207)
    return [("debts", "payment", 1), *[("schedule", "total", R + n) for n in range(6)]]


def schedule_line_differs(case):
    case["schedule"][1]["total"] = 215
    return [("schedule", name, R + 1) for name in ("total", "principal", "interest")]


def schedule_number_twice(case):
    case["schedule"][3]["number"] = 3
    return [("schedule", "number", R + 2), ("schedule", "number", R + 3)]


def schedule_out_of_order(case):
    case["schedule"][2]["due_on"], case["schedule"][3]["due_on"] = day("2021-05-12"), day("2021-04-12")
    return [("schedule", "due_on", R + 2), ("schedule", "due_on", R + 3)]


def payments_below_cash(case):
    case["schedule"] = []
    case["debts"][1].update(payment=190, stated_rate=None, stated_rate_per=None, rate_method=None)
    case["receipts"] = case["receipts"][:1]
    return [("debts", "payment", 1), ("debts", "payments", 1), ("debts", "cash_received", 1)]


def declining_paid_as_flat(case):
    case["schedule"] = []
    case["debts"][1].update(payment=218)  # 1200 / 6 + 1.5 % of 1200
    return [
        ("debts", name, 1)
        for name in ("stated_rate", "stated_rate_per", "rate_method", "payment", "payments", "frequency", "signed_amount")
    ]


def rate_far_from_payments(case):
    case["debts"][1].update(stated_rate_per="year", stated_rate=1.5, rate_method="flat")
    return [
        ("debts", name, 1)
        for name in ("stated_rate", "stated_rate_per", "rate_method", "payment", "payments", "frequency", "signed_amount")
    ]


def first_due_differs(case):
    case["debts"][1]["first_due_on"] = day("2021-02-15")
    return [("debts", "first_due_on", 1), ("schedule", "due_on", R)]


def last_due_differs(case):
    case["debts"][1]["last_due_on"] = day("2021-08-12")
    return [("debts", "last_due_on", 1), ("schedule", "due_on", R + 5)]


def due_before_received(case):
    second(case, first_due_on=day("2021-03-01"))
    case["schedule"].pop()
    return [("debts", "first_due_on", 2), ("debts", "received_on", 2)]


def last_due_before_first(case):
    second(case, first_due_on=day("2021-10-01"))
    case["schedule"].pop()
    return [("debts", "last_due_on", 2), ("debts", "first_due_on", 2)]


def signed_after_received(case):
    case["debts"][1]["signed_on"] = day("2021-01-13")
    return [("debts", "signed_on", 1), ("debts", "received_on", 1)]


def receipt_before_received(case):
    case["receipts"][0]["paid_on"] = day("2021-01-11")
    return [("receipts", "paid_on", R), ("debts", "received_on", 1)]


def receipts_beyond_due(case):
    case["receipts"][3]["total"] = 700
    amounts = [(R, "total"), (R, "principal"), (R, "interest"), (R + 1, "total"), (R + 1, "principal"), (R + 1, "interest")]
    amounts += [(R + 2, "total"), (R + 3, "total")]
    return [*[("receipts", name, row) for row, name in amounts], *[("schedule", "total", R + n) for n in range(6)]]


def receipt_twice(case):
    case["receipts"].append(dict(case["receipts"][2]))
    return [("receipts", name, row) for row in (R + 2, R + 4) for name in ("paid_on", "total")]


def receipt_parts_differ(case):
    case["receipts"][0]["interest"] = 10
    return [("receipts", name, R) for name in ("total", "principal", "interest")]


def returned_above_fee(case):
    case["fees"][0].update(kind="compulsory_saving", returned_on=day("2021-06-01"), returned_amount=13)
    return [("fees", "returned_amount", R), ("fees", "amount", R)]


def returned_before_fee(case):
    case["fees"][0].update(kind="compulsory_saving", returned_on=day("2021-01-01"), returned_amount=12)
    return [("fees", "returned_on", R), ("fees", "charged_on", R)]


def released_before_taken(case):
    case["papers"][0]["released_on"] = day("2021-01-09")
    return [("papers", "released_on", R), ("papers", "taken_on", R)]


def paper_of_two_creditors(case):
    second(case)
    case["papers"].append({"debt": 2, "kind": "soft_title", "label": "a", "taken_on": day("2021-03-01")})
    return [
        *[("papers", name, row) for row in (R, R + 1) for name in ("label", "taken_on")],
        *[("debts", name, debt) for debt in (1, 2) for name in ("creditor_kind", "creditor_name")],
    ]


def repaid(case):
    """The first debt as one that is repaid."""
    debt = case["debts"][1]
    debt.update(repaid_on=day("2021-06-10"), owed_now=None, days_late=None)
    case["receipts"][3]["total"] = 640
    case["papers"][0]["released_on"] = day("2021-06-11")
    return debt


def paper_after_repaid(case):
    repaid(case)
    del case["papers"][0]["released_on"]
    return [("papers", "kind", R), ("papers", "taken_on", R), ("debts", "repaid_on", 1)]


def refinances_nothing(case):
    case["debts"][1].update(refinances=4, paid_to_old_loan=0)
    return [("debts", "refinances", 1)]


def refinances_itself(case):
    case["debts"][1].update(refinances=1, paid_to_old_loan=0)
    return [("debts", "refinances", 1)]


def refinances_later(case):
    second(case)
    case["debts"][1].update(refinances=2, paid_to_old_loan=0)
    return [("debts", "refinances", 1), ("debts", "received_on", 1), ("debts", "received_on", 2)]


def repaid_and_owed(case):
    repaid(case).update(owed_now=10)
    return [("debts", "owed_now", 1), ("debts", "repaid_on", 1)]


def repaid_and_late(case):
    repaid(case).update(days_late=3)
    return [("debts", "days_late", 1), ("debts", "repaid_on", 1)]


def repaid_and_receipts_short(case):
    repaid(case)
    case["receipts"] = case["receipts"][2:3]
    return [("debts", "repaid_on", 1), ("debts", "signed_amount", 1), ("receipts", "total", R)]


def repaid_before_received(case):
    repaid(case).update(repaid_on=day("2021-01-11"))
    return [("debts", "repaid_on", 1), ("debts", "received_on", 1)]


def restructured_before_received(case):
    case["debts"][1].update(restructured_on=day("2021-01-11"), restructured_balance=1200)
    return [("debts", "restructured_on", 1), ("debts", "received_on", 1)]


def children_above_people(case):
    case["household"]["children"] = 6
    return [("household", "children", 1), ("household", "people", 1)]


def after_interview(case):
    case["events"][0]["happened_on"] = day("2021-06-16")
    return [("events", "happened_on", R), ("household", "interviewed_on", 1)]


EXAMPLES = [
    cash_above_signed,
    cash_and_the_old_loan_above_signed,
    upfront_fees_differ,
    schedule_principal_differs,
    schedule_balance_differs,
    schedule_count_differs,
    schedule_totals_differ,
    schedule_line_differs,
    schedule_number_twice,
    schedule_out_of_order,
    payments_below_cash,
    declining_paid_as_flat,
    rate_far_from_payments,
    first_due_differs,
    last_due_differs,
    due_before_received,
    last_due_before_first,
    signed_after_received,
    receipt_before_received,
    receipts_beyond_due,
    receipt_twice,
    receipt_parts_differ,
    returned_above_fee,
    returned_before_fee,
    released_before_taken,
    paper_of_two_creditors,
    paper_after_repaid,
    refinances_nothing,
    refinances_itself,
    refinances_later,
    repaid_and_owed,
    repaid_and_late,
    repaid_and_receipts_short,
    repaid_before_received,
    restructured_before_received,
    children_above_people,
    after_interview,
]
# Where the example's name is not the code of the remark.
NAMED = {"cash_and_the_old_loan_above_signed": "cash_above_signed"}


def without_nothing(case):
    """Leave out the answers that an example took away."""
    case["debts"] = {n: {k: v for k, v in debt.items() if v is not None} for n, debt in case["debts"].items()}
    return case


def at_odds(case, path):
    return [one for one in remarks(read(path, without_nothing(case))) if one.kind == "contradiction"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.__name__)
def test_a_contradiction_is_said_alone_and_with_all_its_cells(example, tmp_path):
    case = sound()
    cells = example(case)
    found = at_odds(case, tmp_path / "case.xlsx")
    assert [one.code for one in found] == [NAMED.get(example.__name__, example.__name__)]
    there = Filling(tmp_path / "empty.xlsx")
    assert sorted(map(str, found[0].places)) == sorted(f"{sheet}!{there.place(sheet, name, item)}" for sheet, name, item in cells)
    assert found[0].value


def test_every_contradiction_has_an_example():
    said = {one.__name__ for one in EXAMPLES}
    words = case_words()
    codes = list(words.remark_codes())
    assert set(codes[codes.index("cash_above_signed") :]) == {NAMED.get(name, name) for name in said}


def test_a_sound_case_has_no_remark(tmp_path):
    assert remarks(read(tmp_path / "case.xlsx")) == ()


def test_the_second_debt_of_the_examples_is_sound_too(tmp_path):
    case = sound()
    second(case)
    assert remarks(read(tmp_path / "case.xlsx", case)) == ()


def test_a_repaid_debt_whose_paper_came_back_is_sound(tmp_path):
    case = sound()
    repaid(case)
    assert remarks(read(tmp_path / "case.xlsx", without_nothing(case))) == ()


FAR, FLAT = ["rate_far_from_payments"], ["declining_paid_as_flat"]


@pytest.mark.parametrize(
    ("payment", "codes"), [(210.63, []), (215.28, []), (215.29, FAR), (215.81, FAR), (215.83, FLAT), (220.2, FLAT), (220.21, FAR)]
)
def test_a_payment_within_one_percent_of_the_flat_one_is_flat_and_one_far_from_both_is_far(payment, codes, tmp_path):
    """Flat: 1200 / 6 + 1.5 % of 1200 = 218, less 1 % is 215.82, and 220.20 is 1 % less than itself above it.

    On the declining balance 210.6303 each, 63.78 of interest in all: 1.25 times that and 12 (1 % of 1200) is 91.73, or 215.288 each.
    """
    case = sound()
    case["schedule"] = []
    case["debts"][1]["payment"] = payment
    assert [one.code for one in at_odds(case, tmp_path / "case.xlsx")] == codes


def test_payments_that_fall_are_not_taken_for_flat(tmp_path):
    """The first payment of equal principal is the flat one, to the cent; the next ones are smaller."""
    case = sound()
    for n, line in enumerate(case["schedule"]):
        line.update(principal=200, interest=18 - 3 * n, total=218 - 3 * n)
    case["debts"][1]["payment"] = 218
    case["receipts"] = case["receipts"][2:]
    assert at_odds(case, tmp_path / "case.xlsx") == []


@pytest.mark.parametrize(("day_released", "codes"), [("2021-03-01", []), ("2021-03-02", ["paper_of_two_creditors"])])
def test_a_paper_that_moved_on_the_same_day_is_held_by_one(day_released, codes, tmp_path):
    case = sound()
    second(case)
    case["papers"][0]["released_on"] = day(day_released)
    case["papers"].append({"debt": 2, "kind": "soft_title", "label": "A", "taken_on": day("2021-03-01")})
    assert [one.code for one in at_odds(case, tmp_path / "case.xlsx")] == codes


def test_one_creditor_may_hold_one_paper_for_two_debts(tmp_path):
    case = sound()
    second(case, creditor_kind="microfinance", creditor_name="example  MICROFINANCE (made up)")
    case["papers"].append({"debt": 2, "kind": "soft_title", "label": "A", "taken_on": day("2021-03-01")})
    assert at_odds(case, tmp_path / "case.xlsx") == []


def lacks(case, path):
    return {(one.code, *map(str, one.places)) for one in remarks(read(path, without_nothing(case))) if one.kind == "missing"}


LACKS = [
    ("cash_received", None, "rate_needs"),
    ("received_on", None, "rate_needs"),
    ("signed_on", None, "ceiling_needs"),
    ("creditor_name", None, "creditor_name_needed"),
    ("stated_rate_per", None, "rate_period_needed"),
    ("rate_method", None, "method_needed"),
]


@pytest.mark.parametrize(("name", "value", "code"), LACKS)
def test_what_is_missing_is_said_with_the_cell_to_fill(name, value, code, tmp_path):
    case = sound()
    case["debts"][1][name] = value
    cell = Filling(tmp_path / "empty.xlsx").place("debts", name)
    assert lacks(case, tmp_path / "case.xlsx") == {(code, f"debts!{cell}")}


@pytest.mark.parametrize("name", ["payment", "payments", "frequency"])
def test_terms_are_asked_for_only_where_no_schedule_says_them(name, tmp_path):
    case = sound()
    case["debts"][1][name] = None
    assert lacks(case, tmp_path / "case.xlsx") == set()
    case["schedule"] = []
    cell = Filling(tmp_path / "empty.xlsx").place("debts", name)
    assert lacks(case, tmp_path / "case.xlsx") == {("rate_needs", f"debts!{cell}"), ("schedule_paper_needed", "schedule!A7")}


def in_a_list(sheet, item, name, code):
    def change(case):
        case[sheet][item].pop(name)

    return pytest.param(change, {(code, (sheet, name, R + item))}, id=code)


def without_receipts(case):
    case["receipts"] = []
    case["debts"][1].update(owed_now=None, days_late=None)


def without_schedule_amounts(case):
    for line in case["schedule"][1:3]:
        del line["total"], line["principal"]


def kept_back_by_nobody(case):
    case["fees"] = []


def restructured_without_a_balance(case):
    case["debts"][1].update(restructured_on=day("2021-04-20"))


def a_balance_without_a_day(case):
    case["debts"][1].update(restructured_balance=600)


def repaid_an_old_loan(case):
    second(case, refinances=1, cash_received=200)


def old_loan_unnamed(case):
    second(case, paid_to_old_loan=300, cash_received=200)


def income_without_currency(case):
    del case["household"]["income_currency"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        in_a_list("receipts", 2, "total", "receipt_amount_needed"),
        in_a_list("fees", 0, "charged_on", "fee_day_needed"),
        in_a_list("papers", 0, "label", "label_needed"),
        in_a_list("papers", 0, "taken_on", "taken_needed"),
        (income_without_currency, {("income_currency_needed", ("household", "income_currency", 1))}),
        (
            without_receipts,
            {
                ("receipts_needed", ("receipts", "debt", R)),
                ("position_needs", ("debts", "owed_now", 1)),
                ("position_needs", ("debts", "days_late", 1)),
            },
        ),
        (without_schedule_amounts, {("schedule_amounts_needed", ("schedule", "number", R + 1), ("schedule", "number", R + 2))}),
        (kept_back_by_nobody, {("fees_not_listed", ("debts", "signed_amount", 1), ("debts", "cash_received", 1))}),
        (restructured_without_a_balance, {("balance_needed", ("debts", "restructured_balance", 1))}),
        (a_balance_without_a_day, {("restructuring_day_needed", ("debts", "restructured_on", 1))}),
        (repaid_an_old_loan, {("old_loan_needed", ("debts", "paid_to_old_loan", 2))}),
        (old_loan_unnamed, {("field_missing", ("debts", "refinances", 2))}),
    ],
)
def test_a_lack_is_said_with_its_cells(change, expected, tmp_path):
    case = sound()
    change(case)
    there = Filling(tmp_path / "empty.xlsx")
    wanted = {
        (code, *[f"{sheet}!{there.place(sheet, name, item)}" for sheet, name, item in places]) for code, *places in expected
    }
    assert lacks(case, tmp_path / "case.xlsx") == wanted


@pytest.mark.parametrize(("kind", "code"), [("idpoor_card", "poverty_card_held"), ("id_paper", "id_paper_held")])
def test_a_paper_of_a_person_that_is_held_is_asked_about(kind, code, tmp_path):
    case = sound()
    case["papers"].append({"debt": 1, "kind": kind, "taken_on": day("2021-01-12")})
    cell = Filling(tmp_path / "empty.xlsx").place("papers", "kind", R + 1)
    assert lacks(case, tmp_path / "case.xlsx") == {(code, f"papers!{cell}")}
    case["papers"][1]["released_on"] = day("2021-06-01")
    assert lacks(case, tmp_path / "case.xlsx") == set()


def test_an_empty_form_asks_for_the_interview_and_a_debt(tmp_path):
    case = {"household": {}, "debts": {}, "schedule": [], "receipts": [], "fees": [], "papers": [], "events": []}
    assert {code for code, *_ in lacks(case, tmp_path / "case.xlsx")} == {"field_missing", "no_debt"}


def test_no_sentence_repeats_a_value_of_the_case(tmp_path):
    """Amounts, days and names stand in the value of a remark alone."""
    for example in EXAMPLES:
        case = sound()
        example(case)
        secrets = {"Example", "1188", "1200", "210.63", "2021-0", "5000"}
        for one in remarks(read(tmp_path / "case.xlsx", without_nothing(case))):
            text = " ".join([*one.say.values(), *one.settle.values()])
            assert not [secret for secret in secrets if secret in text]
