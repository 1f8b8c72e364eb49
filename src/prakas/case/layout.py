"""Where everything stands in the workbook: the hidden headings that the reader looks for, and the first line of answers."""

from __future__ import annotations

from dataclasses import dataclass

from prakas.case.form import DEBTS, Sheet

HEADS = 3  # the row of hidden headings; rows count from 1 as people count them
FIRST = {"page": 5, "blocks": 5, "rows": 7}  # the first row of answers
ROWS = 400  # lines of a list that are formatted and get drop-downs
FIELD, ANSWER, MARK = "field", "answer", "mark"
NAMES, FIRST_ANSWER = 1, 5  # columns of a page or of blocks: names of the fields, and the first answer

OTHER_SHEETS = ("guide", "codes", "communes")  # made by us, read by people alone


@dataclass(frozen=True)
class Pair:
    """The headings of a value and of its mark, on a page or for one debt."""

    number: int
    value: str
    mark: str


def pairs(sheet: Sheet) -> tuple[Pair, ...]:
    """Return the columns of answers of a page or of blocks, by debt."""
    if sheet.form == "page":
        return (Pair(1, ANSWER, MARK),)
    return tuple(Pair(number, f"debt {number}", f"mark {number}") for number in range(1, DEBTS + 1))


def headings(sheet: Sheet) -> dict[str, int]:
    """Return the hidden headings of a sheet with their columns, from 1."""
    if sheet.form == "rows":
        return {name: at for at, name in enumerate((*sheet.names, MARK), 1)}
    found = {FIELD: NAMES}
    for at, pair in enumerate(pairs(sheet)):
        found[pair.value] = FIRST_ANSWER + 2 * at
        found[pair.mark] = FIRST_ANSWER + 2 * at + 1
    return found


def letters(column: int) -> str:
    """Return the letters of a column, from 1.

    >>> letters(1), letters(26), letters(27), letters(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def cell(row: int, column: int) -> str:
    """Return the name of a cell, row and column from 1.

    >>> cell(7, 5)
    'E7'
    """
    return f"{letters(column)}{row}"
