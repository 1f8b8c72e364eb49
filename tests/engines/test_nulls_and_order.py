"""Where SQL engines like to differ: nulls, lists, order of text, month ends. Each answer is pinned, and the same on both."""

from __future__ import annotations

from datetime import date

import ibis
import pyarrow as pa

TEXT = pa.schema([("n", pa.int64()), ("t", pa.string())])
PAIR = pa.schema([("n", pa.int64()), ("a", pa.int64()), ("b", pa.int64())])


def answers(*names):
    return pa.schema([("n", pa.int64()), *((name, pa.bool_()) for name in names)])


def test_a_missing_value_is_in_no_list_and_out_of_none(asked):
    rows = asked.table(TEXT, [{"n": 0, "t": "a"}, {"n": 1, "t": "z"}, {"n": 2, "t": None}])
    inside = rows.t.isin(["a", "b"])
    expression = rows.select(
        "n", inside=inside, outside=~inside, unknown=inside.isnull(), known=inside.notnull(), told=inside.fill_null(False)
    ).order_by("n")
    found = asked.run(expression, answers("inside", "outside", "unknown", "known", "told"))
    assert [tuple(row.values())[1:] for row in found] == [
        (True, False, False, True, True),
        (False, True, False, True, False),
        (None, None, True, False, False),
    ]


def test_and_or_and_comparison_with_a_missing_value(asked):
    rows = asked.table(PAIR, [{"n": 0, "a": 1, "b": None}])
    unknown = rows.b > 0
    yes, no = rows.a > 0, rows.a < 0
    names = ("yes_and", "no_and", "yes_or", "no_or", "not_", "equal", "same")
    expression = rows.select(
        "n",
        yes_and=yes & unknown,
        no_and=no & unknown,
        yes_or=yes | unknown,
        no_or=no | unknown,
        not_=~unknown,
        equal=rows.b == rows.b,
        same=rows.b.identical_to(rows.b),
    )
    (row,) = asked.run(expression, answers(*names))
    assert [row[name] for name in names] == [None, False, True, None, None, None, True]


def test_greatest_and_least_pass_over_a_missing_value(asked):
    # The reason why a rule asks first whether both are there: the answer is not null.
    rows = asked.table(PAIR, [{"n": 0, "a": 1, "b": None}, {"n": 1, "a": None, "b": None}, {"n": 2, "a": 1, "b": 2}])
    schema = pa.schema([("n", pa.int64()), ("most", pa.int64()), ("least", pa.int64())])
    expression = rows.select("n", most=ibis.greatest(rows.a, rows.b), least=ibis.least(rows.a, rows.b)).order_by("n")
    assert [(r["most"], r["least"]) for r in asked.run(expression, schema)] == [(1, 1), (None, None), (2, 1)]


def test_the_first_condition_that_holds_decides_and_a_missing_one_does_not_hold(asked):
    rows = asked.table(PAIR, [{"n": 0, "a": 5, "b": None}])
    schema = pa.schema([("n", pa.int64()), ("x", pa.string()), ("y", pa.string())])
    expression = rows.select(
        "n",
        x=ibis.cases((rows.b > 0, "unknown"), (rows.a > 4, "first"), (rows.a > 3, "second"), else_="rest"),
        y=ibis.cases((rows.b > 0, "unknown"), (rows.a > 9, "first")),
    )
    assert asked.run(expression, schema) == [{"n": 0, "x": "first", "y": None}]


def test_text_is_ordered_by_its_code_points(asked):
    texts = ["b", "a", "B", "A", "10", "9", "", "é", "z", "ក", "ខ", "៩", "a b", "ab", "a-b"]
    rows = asked.table(TEXT, [{"n": i, "t": text} for i, text in enumerate(texts)])
    assert [row["t"] for row in asked.run(rows.order_by("t"), TEXT)] == sorted(texts)


def test_a_month_later_is_the_same_day_clipped_to_the_months_end(asked):
    schema = pa.schema([("n", pa.int64()), ("start", pa.date32()), ("end", pa.date32())])
    cases = [  # start, end, months, whether the end is on or before start + months
        (date(2023, 1, 31), date(2023, 2, 28), 1, True),
        (date(2023, 1, 31), date(2023, 3, 1), 1, False),
        (date(2024, 1, 31), date(2024, 2, 29), 1, True),
        (date(2024, 2, 29), date(2025, 2, 28), 12, True),
        (date(2024, 2, 29), date(2025, 3, 1), 12, False),
        (date(2019, 11, 30), date(2020, 2, 29), 3, True),
        (date(2019, 11, 30), date(2020, 3, 1), 3, False),
        (date(2020, 12, 31), date(2021, 6, 30), 6, True),
    ]
    for months in sorted({case[2] for case in cases}):
        chosen = [case for case in cases if case[2] == months]
        rows = asked.table(schema, [{"n": i, "start": start, "end": end} for i, (start, end, _, _) in enumerate(chosen)])
        later = rows.start + ibis.interval(months=months)
        found = asked.run(rows.select("n", reached=rows.end <= later).order_by("n"), answers("reached"))
        assert [row["reached"] for row in found] == [case[3] for case in chosen]


def test_days_between_two_dates_are_counted_by_the_calendar(asked):
    schema = pa.schema([("n", pa.int64()), ("start", pa.date32()), ("end", pa.date32())])
    days = [date(1970, 1, 1), date(2000, 2, 29), date(2017, 4, 1), date(2024, 12, 31), date(2100, 3, 1)]
    rows = asked.table(schema, [{"n": i, "start": date(1970, 1, 1), "end": day} for i, day in enumerate(days)])
    counted = pa.schema([("n", pa.int64()), ("days", pa.int64())])
    found = asked.run(rows.select("n", days=rows.end.delta(rows.start, unit="day").cast("int64")).order_by("n"), counted)
    assert [row["days"] for row in found] == [(day - date(1970, 1, 1)).days for day in days]
