"""How values of Fineract are written in a tape: the SQL of an amount, a day, a code and a plain text."""

from __future__ import annotations

from collections.abc import Mapping


def literal(value: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def money(amount: str) -> str:
    """Return the SQL of an amount with two decimals, or with all it has where they are more: nothing is rounded.

    The reader of tapes returns a row with such an amount, and what rests on it is then not known.
    """
    return f"CASE WHEN {amount} = round({amount}, 2) THEN round({amount}, 2)::text ELSE ({amount})::text END"


def day(date: str) -> str:
    """Return the SQL of a day as 2020-06-30, whatever the server's habits."""
    return f"to_char({date}, 'YYYY-MM-DD')"


def plain(value: str) -> str:
    """Return the SQL of a text on one line; empty is null."""
    return f"nullif(btrim(regexp_replace({value}, '[[:cntrl:][:space:]]+', ' ', 'g')), '')"


def code(value: str, words: Mapping[int, str], otherwise: str = "NULL") -> str:
    """Return the SQL of the word for one of Fineract's numbers."""
    cases = " ".join(f"WHEN {number} THEN {literal(word)}" for number, word in words.items())
    return f"CASE {value} {cases} ELSE {otherwise} END"


def none(amount: str) -> str:
    """Return the SQL of an amount of which Fineract writes null for zero."""
    return f"coalesce({amount}, 0)"


def numbers(values: Mapping[int, str] | tuple[int, ...]) -> str:
    """Return numbers as a list of SQL."""
    return ", ".join(str(value) for value in values)
