"""What is looked at in a single row: each check is a condition in SQL, made from the contract, and the edit it fires.

In the conditions `"t:x"` is the text of column x once repaired, `"x"` its typed value, `closed_on` the day the book was closed.
"""

from __future__ import annotations

from dataclasses import dataclass

from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.jurisdictions import Pack
from prakas.tape.repairs import SPACES
from prakas.tape.tables import PERCENT_SCALE, Table
from prakas.tape.typing import expected, unread

HIGH_RATE = 200 * PERCENT_SCALE
PADDED = f"^[{SPACES}]|[{SPACES}]$"
YOUNGEST, OLDEST = 15, 100

# Events that cannot lie after the day the book was closed.
EVENTS = {
    "institutions": ("status_since", "informed_of_refusal_on"),
    "loans": ("signed_on", "disbursed_on", "restructured_on", "schedule_from", "written_off_on"),
    "charges": ("charged_on",),
    "payments": ("paid_on",),
    "collateral": ("taken_on", "released_on", "valued_on"),
    "recovery": ("happened_on",),
    "fx": ("on",),
}


@dataclass(frozen=True)
class Check:
    """One condition on one row."""

    edit: str  # the edit's id, or SQL that gives it (see edit_is_sql)
    field: str
    condition: str
    expected: str
    kind: str = ""  # "unread": the value could not be read, and a repair may help; "padded": a text with spaces around it
    edit_is_sql: bool = False


def checks(table: Table, country: Pack) -> list[Check]:
    """Return every check on a row of a table."""
    return [*_columns(table), *_order(table), *_events(table), *_plausible(table, country)]


def text_of(column: str) -> str:
    """Return the SQL name of a column's text, beside its typed value."""
    return name(f"t:{column}")


def blank(table: Table) -> str:
    """Return the SQL that says whether a row holds nothing at all; a column never empty there answers at once."""
    first = next(c.name for c in table.columns if c.required)
    everything = ", ".join(text_of(n) for n in table.names)
    # CASE, because AND works out both sides for every row, and the second costs more than all other checks together.
    return (
        f"CASE WHEN regexp_full_match({text_of(first)}, {text(f'[{SPACES}]*')}) "
        f"THEN regexp_full_match(concat_ws('', {everything}, array_to_string(extra, '')), {text(f'[{SPACES}]*')}) ELSE FALSE END"
    )


def _columns(table: Table) -> list[Check]:
    found = []
    for column in table.columns:
        t, v = text_of(column.name), name(column.name)
        wanted = expected(column)
        if column.kind == "text":
            found.append(Check("F111", column.name, f"regexp_matches({t}, {text(PADDED)})", "", "padded"))
        else:
            condition = f"{t} <> '' AND {v} IS NULL"
            found.append(Check(unread(column, t), column.name, condition, wanted, "unread", edit_is_sql=True))
        if column.required:
            found.append(Check("S001", column.name, f"{t} = ''", wanted))
        if column.positive:
            found.append(Check("V012", column.name, f"{v} <= 0", "above 0"))
        elif column.kind in ("money", "integer", "percent", "rate") and not column.signed:
            least = 1 if column.name == "number" else 0
            found.append(Check("V012" if least else "V011", column.name, f"{v} < {least}", f"{least} or more"))
    return found


def _order(table: Table) -> list[Check]:
    if table.name == "loans":
        found = [
            Check("V013", "matures_on", '"matures_on" <= "disbursed_on"', "after disbursed_on"),
            Check("Q011", "signed_on", '"signed_on" > "disbursed_on"', "disbursed_on or before"),
            Check("Q014", "original_matures_on", '"original_matures_on" <= "disbursed_on"', "after disbursed_on"),
        ]
        for event in ("restructured_on", "schedule_from", "written_off_on"):
            found.append(Check("Q010", event, f'{name(event)} < "disbursed_on"', "disbursed_on or after"))
        return found
    if table.name == "collateral":
        return [Check("V014", "released_on", '"released_on" < "taken_on"', "taken_on or after")]
    if table.name == "charges":
        return [Check("Q012", "returned_on", '"returned_on" < "charged_on"', "charged_on or after")]
    return []


def _events(table: Table) -> list[Check]:
    days = EVENTS.get(table.name, ())
    closed_on = '"as_of"' if table.name == "institutions" else "closed_on"
    return [Check("Q004", day, f"{name(day)} > {closed_on}", "the day the book was closed, or before") for day in days]


def _plausible(table: Table, country: Pack) -> list[Check]:
    found = []
    for column in table.columns:
        if column.kind == "commune":
            condition = f"{name(column.name)} NOT IN (SELECT code FROM communes) AND EXISTS (SELECT code FROM communes)"
            found.append(Check("Q003", column.name, condition, "a commune of the official list"))
    if table.name == "loans":
        found.append(Check("Q006", "nominal_rate", f'"nominal_rate" > {HIGH_RATE}', "200 or less"))
    if table.name == "borrowers":
        age = 'year(closed_on) - "birth_year"'
        found.append(Check("Q005", "birth_year", f"{age} NOT BETWEEN {YOUNGEST} AND {OLDEST}", "an age of 15 to 100"))
    if table.name == "collateral":
        kinds = ", ".join(text(k) for k in country.title_kinds)
        found.append(Check("Q007", "title_ref", f'"kind" IN ({kinds}) AND "t:title_ref" = \'\'', "the title's pseudonym"))
    return found
