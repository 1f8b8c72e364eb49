"""The SQL that turns a text of a given kind into its sealed value, or null where it cannot be read exactly."""

from __future__ import annotations

from prakas.engine import sql_text as text
from prakas.tape.tables import LARGEST_RATE, MONEY_SCALE, PERCENT_SCALE, Column, Kind

FIRST_DATE = "1979-01-01"
LAST_DATE = "2100-12-31"
LARGEST_INTEGER = 999_999_999
LARGEST_PERCENT = 100_000 * PERCENT_SCALE  # a day's interest a minute; above it the sum of products could leave int64

# As many digits as LARGEST_MONEY has, and that amount itself: what fits needs no second look at its size.
MONEY = r"-?0*([0-9]{1,13}(\.[0-9]{1,2})?|10000000000000(\.00?)?)"
MONEY_LIKE = r"-?[0-9]+(\.[0-9]+)?"
DECIMAL = r"-?[0-9]{1,11}(\.[0-9]{1,6})?"
INTEGER = r"-?[0-9]{1,9}"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
COMMUNE = r"[0-9]{6}"
BOOLEANS = ("true", "false")

SQL_TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "code": "VARCHAR",
    "commune": "VARCHAR",
    "date": "DATE",
    "money": "BIGINT",
    "integer": "BIGINT",
    "percent": "BIGINT",
    "rate": "BIGINT",
    "boolean": "BOOLEAN",
}


def fits(pattern: str, value: str) -> str:
    """Return the SQL that says whether a text is wholly of a pattern."""
    return f"regexp_full_match({value}, {text(pattern)})"


def parsed(column: Column, value: str) -> str:
    """Return the SQL of a column's typed value; null where the text is empty or cannot be read exactly."""
    kind = column.kind
    if kind == "text":
        return f"nullif({value}, '')"
    if kind == "code":
        return f"CASE WHEN {value} IN ({', '.join(text(c) for c in column.codes)}) THEN {value} END"
    if kind == "commune":
        return f"CASE WHEN {fits(COMMUNE, value)} THEN {value} END"
    if kind == "boolean":
        return f"CASE {value} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END"
    if kind == "date":
        day = f"TRY_CAST({value} AS DATE)"
        # Written back it must be the same text: the engine reads more spellings of a day than the contract.
        return f"CASE WHEN CAST({day} AS VARCHAR) = {value} AND {day} BETWEEN DATE '{FIRST_DATE}' AND DATE '{LAST_DATE}' THEN {day} END"
    if kind == "money":
        return f"CASE WHEN {fits(MONEY, value)} THEN TRY_CAST(TRY_CAST({value} AS DECIMAL(18, 2)) * {MONEY_SCALE} AS BIGINT) END"
    if kind == "integer":
        return f"CASE WHEN {fits(INTEGER, value)} THEN TRY_CAST({value} AS BIGINT) END"
    largest = LARGEST_RATE if kind == "rate" else LARGEST_PERCENT
    whole = f"TRY_CAST(TRY_CAST({value} AS DECIMAL(18, 6)) * {PERCENT_SCALE} AS BIGINT)"
    return f"CASE WHEN {fits(DECIMAL, value)} AND {whole} BETWEEN -{largest} AND {largest} THEN {whole} END"


def unread(column: Column, value: str) -> str:
    """Return the SQL of the edit that a text deserves which could not be read as its column's kind."""
    kind = column.kind
    if kind == "money":
        many = fits(r"-?[0-9]+\.[0-9]{3,}", value)
        return f"CASE WHEN {many} THEN 'V005' WHEN {fits(MONEY_LIKE, value)} THEN 'V006' ELSE 'V004' END"
    if kind == "date":
        day = f"TRY_CAST({value} AS DATE)"
        return f"CASE WHEN {fits(DATE, value)} AND {day} IS NOT NULL THEN 'V003' ELSE 'V002' END"
    return text(
        {"code": "V001", "integer": "V007", "percent": "V008", "rate": "V008", "boolean": "V009", "commune": "V010"}[kind]
    )


def expected(column: Column) -> str:
    """Return what a column's values look like, for people."""
    return {
        "text": "text",
        "code": " | ".join(column.codes),
        "commune": "six digits",
        "date": f"2020-06-30, from {FIRST_DATE} to {LAST_DATE}",
        "money": "1500.00, at most two decimals",
        "integer": "a whole number",
        "percent": "18 or 18.5, at most six decimals",
        "rate": "4100 or 4100.5, at most six decimals",
        "boolean": "true | false",
    }[column.kind]
