"""Tables drawn as text become Arrow tables of the declared schemas; a column that is not drawn gets its stated default."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyarrow as pa

from prakas.facts import (
    BORROWER_FACTS,
    INSTITUTION_FACTS,
    LENDERS,
    LOAN_FACTS,
    OUTSTANDING,
    POSITION_SCHEMA,
    RATES,
    RECOVERY_EVENTS,
    SECURITY,
    TERMS,
    TIMELINES,
    TITLES,
)
from prakas.rules import INSTITUTION_RESULTS, LOAN_RESULTS
from prakas.tape import contract, sealed_schema
from tests.spec.months import for_months

ON_ONE_DAY = {
    "lenders": LENDERS,
    "rates": RATES,
    "terms": TERMS,
    "positions": POSITION_SCHEMA,
    "outstanding": OUTSTANDING,
    "security": SECURITY,
    "loan_facts": LOAN_FACTS,
    "titles": TITLES,
    "recovery_events": RECOVERY_EVENTS,
    "timelines": TIMELINES,
    "borrower_facts": BORROWER_FACTS,
    "institution_facts": INSTITUTION_FACTS,
    "loan_results": LOAN_RESULTS,
    "institution_results": INSTITUTION_RESULTS,
    **{name: sealed_schema(table) for name, table in contract().items()},
}
SCHEMAS = for_months(ON_ONE_DAY)
KIND_OF = {column.name: column.kind for table in contract().values() for column in table.columns}
MONEY = {name for name, kind in KIND_OF.items() if kind == "money"} | {
    *(f"{start}{name}_khr" for start in ("", "computed_") for name in ("portfolio", "public_savings")),
    *("all_savings_khr", "par30_khr", "par30_with_restructured_khr", "opening_balance", "outstanding_principal"),
    *("computed_outstanding", "overpaid_principal", "arrears_principal", "arrears_interest", "accrued_interest"),
    *("schedule_excess_at_ceiling", "schedule_excess_at_contract_rate"),
    *("excess_at_ceiling", "cash", "proven_value", "provision_base", "provision_required", "provision_shortfall"),
    *("interest_in_suspense", "due_next_month", "outstanding_khr", "due_next_month_khr"),
}
SCALES = (
    dict.fromkeys(MONEY, 100)
    | dict.fromkeys(("nominal_rate", "ceiling", "khr"), 1_000_000)  # millionths
    | dict.fromkeys((name for name in LOAN_RESULTS.names if "_rate_" in name), 1_000_000_000)  # billionths
    | {"provision_rate": 100}
)
YES_NO = {"yes": True, "no": False}
LENDER, TAPE, SOME_DAY = "a lender", "tape", date(2016, 1, 1)


def rows_of(drawing: str) -> list[dict[str, str]]:
    """Return a drawing's rows as text by column; the second line is a rule of dashes."""
    lines = [line for line in drawing.strip().splitlines() if line.strip()]
    head, rule, *body = lines
    assert not rule.strip("-+ "), f"the second line of a drawing is dashes, not {rule!r}"
    names = [cell.strip() for cell in head.split("|")]
    found = []
    for line in body:
        cells = [cell.strip() for cell in line.split("|")]
        assert len(cells) == len(names), f"{len(names)} columns are drawn, {len(cells)} cells stand in {line!r}"
        found.append(dict(zip(names, cells, strict=True)))
    return found


def value(name: str, kind: pa.DataType, text: str):
    """Return a cell: money in major units, rates in percent, dates as 2017-04-01, yes or no; null where it is empty."""
    if not text:
        return None
    if kind == pa.bool_():
        return YES_NO[text]
    if kind == pa.date32():
        return date.fromisoformat(text)
    if kind == pa.int64():
        number = Decimal(text.replace(",", "")) * SCALES.get(name, 1)
        assert number == int(number), f"{name}: {text} is finer than the unit"
        return int(number)
    return text


def typed(name: str, drawing: str) -> list[dict]:
    """Return a drawing's rows with their values; only the columns that are drawn."""
    schema = SCHEMAS[name]
    rows = rows_of(drawing)
    unknown = set(rows[0]) - set(schema.names) if rows else set()
    assert not unknown, f"{name} has no column {', '.join(sorted(unknown))}"
    return [{column: value(column, schema.field(column).type, cell) for column, cell in row.items()} for row in rows]


def arrow(name: str, rows: list[dict], given: dict) -> pa.Table:
    """Return rows as a table of the declared schema. `given` holds defaults: values, and functions of the row, asked in their order."""
    schema = SCHEMAS[name]
    whole = []
    for number, row in enumerate(rows):
        line = dict.fromkeys(schema.names) | {"source_row": number + 2, "tape": TAPE}
        line |= {column: default for column, default in given.items() if not callable(default)} | row
        for column, default in given.items():
            if callable(default) and column not in row:
                line[column] = default(line)
        whole.append({column: line[column] for column in schema.names})
    return pa.Table.from_pylist(whole, schema=schema)


def confirmed(since: str, held: str, *, instrument: str = "B7-02-49", until: str = "") -> str:
    """Return the text of a file of `--law` with one confirmed value; `held` is the value as YAML writes it."""
    end = f"\n    to: {until}" if until else ""
    return f"""
values:
  - from: {since}{end}
    value: {held}
    citation: {{instrument: {instrument}, article: "1"}}
    confirmed_by: Legal department, supervision
    confirmed_on: 2026-11-20
"""
