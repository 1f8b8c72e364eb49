"""Spellings that are replaced where a whole column agrees: Khmer digits, thousands, day numbers, spaces, letter case.

A repair is taken only where, with it, every value of that column in that file can be read. One cell that spoils it, and the
column is read as it stands: its odd cells are returned row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from prakas.engine import Database
from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.tape.tables import Column, Table
from prakas.tape.typing import BOOLEANS, fits, parsed

KHMER_DIGITS = "០១២៣៤៥៦៧៨៩"
SPACES = " \t\u00a0\u200b\u2007\u202f\ufeff"
NO = "'?'"  # a text that no kind can read: this value does not agree with the repair


def _trimmed(_: Column, value: str) -> str:
    return f"trim({value}, {text(SPACES)})"


def _cased(column: Column, value: str) -> str:
    words = " ".join(f"WHEN {text(c.lower())} THEN {text(c)}" for c in column.codes or BOOLEANS)
    return f"CASE lower({value}) {words} ELSE {value} END"


def _latin(_: Column, value: str) -> str:
    return f"translate({value}, '{KHMER_DIGITS}', '0123456789')"


def _joined(_: Column, value: str) -> str:
    # Each value of a thousand or more must have its separators: 1,234 beside 1234.50 is no agreement.
    ok = fits(r"-?[0-9]{1,3}(,[0-9]{3})*(\.[0-9]+)?", value)
    return f"CASE WHEN {ok} THEN replace({value}, ',', '') ELSE {NO} END"


def _from_serial(_: Column, value: str) -> str:
    # A spreadsheet counts days from 1899-12-30; 28,856 is the first day of 1979, 73,415 the last of 2100.
    day = f"TRY_CAST({value} AS INTEGER)"
    return (
        f"CASE WHEN {fits('[0-9]{5}', value)} AND {day} BETWEEN 28856 AND 73415 "
        f"THEN CAST(CAST(DATE '1899-12-30' + {day} AS DATE) AS VARCHAR) ELSE {NO} END"
    )


def _from_day_first(_: Column, value: str) -> str:
    ok = fits(r"[0-9]{1,2}([/.\-])[0-9]{1,2}[/.\-][0-9]{4}", value)
    day = f"try_strptime(translate({value}, '.-', '//'), '%d/%m/%Y')"
    return f"CASE WHEN {ok} THEN coalesce(strftime({day}, '%Y-%m-%d'), {NO}) ELSE {NO} END"


def _from_midnight(_: Column, value: str) -> str:
    ok = fits(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T]00:00(:00(\.0+)?)?", value)
    return f"CASE WHEN {ok} THEN left({value}, 10) ELSE {value} END"


def _padded(_: Column, value: str) -> str:
    return f"CASE WHEN {fits('[0-9]{5}', value)} THEN '0' || {value} ELSE {value} END"


# In this order they are applied; the edit is what is reported.
_REPAIRS: dict[str, Callable[[Column, str], str]] = {
    "F111": _trimmed,
    "F113": _latin,
    "F112": _cased,
    "F114": _joined,
    "F118": _padded,
    "F115": _from_serial,
    "F116": _from_day_first,
    "F117": _from_midnight,
}
_NUMBER = ("F111", "F113", "F114")
_FOR = {
    "text": ("F111",),
    "code": ("F111", "F112"),
    "boolean": ("F111", "F112"),
    "commune": ("F111", "F113", "F118"),
    "money": _NUMBER,
    "integer": _NUMBER,
    "percent": _NUMBER,
    "rate": _NUMBER,
    "date": ("F111", "F113", "F115", "F116", "F117"),
}
_FORMS = {"F115", "F116", "F117"}  # one column has one form of date

Chain = tuple[str, ...]
Taken = Mapping[tuple[int, str], Chain]  # (file, column) -> repairs


def chains(column: Column) -> list[Chain]:
    """Return every set of repairs that a column's kind allows, the smallest first."""
    allowed = _FOR[column.kind]
    found = [c for size in range(1, len(allowed) + 1) for c in combinations(allowed, size)]
    return [c for c in found if len(_FORMS.intersection(c)) <= 1]


def repaired(column: Column, value: str, chain: Chain) -> str:
    """Return the SQL of a value after some repairs."""
    for edit, repair in _REPAIRS.items():
        if edit in chain:
            value = repair(column, value)
    return value


def read(column: Column, value: str, chain: Chain = ()) -> str:
    """Return the SQL that says whether a text that is not empty can be read, once repaired."""
    mended = repaired(column, value, chain)
    if column.kind == "text":
        return f"{mended} = trim({mended}, {text(SPACES)})"
    return f"({mended} = '' OR ({parsed(column, mended)}) IS NOT NULL)"


def agreed(
    database: Database, staged: str, table: Table, failing: Mapping[str, list[int]], source: Callable[[Column], str]
) -> Taken:
    """Return the repairs on which whole columns agree. `failing` names columns with the files where a value could not be read.

    `staged` is the SQL of the rows put aside, `source` the SQL of a column's text (with the mapping's codes).
    """
    taken: dict[tuple[int, str], Chain] = {}
    for column_name, files in failing.items():
        column = table[column_name]
        options = chains(column)
        counts = ", ".join(f"count(*) FILTER (NOT {read(column, 'v', c)})" for c in options)
        wanted = ", ".join(str(f) for f in files)
        sql = (
            f"SELECT file_no, {counts} FROM (SELECT file_no, {source(column)} AS v FROM {staged} "
            f"WHERE file_no IN ({wanted}) AND {name(column_name)} <> '') GROUP BY file_no ORDER BY file_no"
        )
        for file_no, *failures in database.rows(sql):
            chain = next((c for c, n in zip(options, failures, strict=True) if n == 0), None)
            if chain:
                taken[file_no, column_name] = chain
    return taken
