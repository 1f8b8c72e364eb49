"""Planted mistakes of data entry: rows that a reader must return, each in a loan that nothing else was planted in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

Row = list[str]
Planted = tuple[str, str, int, str]  # tape, table, source_row, what

WHOLE_LOAN: Final = "its loan is held back"
CHILDREN: Final = ("installments", "charges", "payments", "collateral", "recovery")


def _to(column: str, value: str) -> Callable[[Row, Row], list[Row]]:
    """Return a mistake that puts a value into a column."""

    def spoil(header: Row, row: Row) -> list[Row]:
        place = header.index(column)
        return [[*row[:place], value, *row[place + 1 :]]]

    return spoil


def _more_columns(_header: Row, row: Row) -> list[Row]:
    return [[*row, "", ""]]


def _twice(_header: Row, row: Row) -> list[Row]:
    return [row, row]


MISTAKES: Final[tuple[tuple[str, str, Callable[[Row, Row], list[Row]]], ...]] = (
    ("loans", "no such date", _to("disbursed_on", "2017-02-30")),
    ("loans", "a date the wrong way round", _to("matures_on", "31/12/2030")),
    ("loans", "matures before it is disbursed", _to("matures_on", "1990-01-01")),
    ("loans", "negative principal", _to("principal", "-500.00")),
    ("loans", "three decimals", _to("principal", "1000.125")),
    ("loans", "unknown currency", _to("currency", "KHM")),
    ("loans", "no currency", _to("currency", "")),
    ("loans", "a lender that the tape does not have", _to("institution_id", "L999")),
    ("loans", "more columns than the header", _more_columns),
    ("loans", "a stray quote", _to("product", '"farm loan')),
    ("loans", "the same loan twice", _twice),
    ("installments", "no such date", _to("due_on", "2018-13-01")),
    ("installments", "letters in an amount", _to("principal", "l00.00")),
    ("installments", "the same number twice", _twice),
    ("payments", "no such date", _to("paid_on", "2016-00-10")),
    ("payments", "no amount", _to("principal", "")),
    ("payments", "three decimals", _to("interest", "1.005")),
    ("payments", "the same payment twice", _twice),
    ("charges", "unknown kind", _to("kind", "gift")),
    ("collateral", "unknown kind", _to("kind", "promise")),
    ("collateral", "no day of taking", _to("taken_on", "")),
    ("recovery", "unknown step", _to("step", "shout")),
    ("deposits", "unknown currency", _to("currency", "EUR")),
)
ORPHANS: Final = ("installments", "payments", "charges", "collateral")


class Lines:
    """The files of one small tape as lines of fields; no value of a sample holds a comma."""

    def __init__(self, folder: Path) -> None:
        """Read every file of the tape."""
        self.folder = folder
        self.tables = {
            p.stem: [line.split(",") for line in p.read_text("utf-8").splitlines()] for p in sorted(folder.glob("*.csv"))
        }
        self.marks: dict[str, dict[int, str]] = {name: {} for name in self.tables}  # line, by place -> what

    def rows_of(self, table: str, loan_id: str) -> list[int]:
        """Return the places of a loan's lines in a table."""
        lines = self.tables[table]
        column = lines[0].index("loan_id")
        return [i for i, row in enumerate(lines) if i and row[column] == loan_id]

    def replace(self, table: str, place: int, rows: list[Row], what: str) -> None:
        """Put spoilt lines in the place of a sound one; the marks of later lines move along."""
        lines, marks = self.tables[table], self.marks[table]
        more = len(rows) - 1
        lines[place : place + 1] = rows
        self.marks[table] = {i + more if i > place else i: w for i, w in marks.items()}
        self.marks[table] |= {place + k: what for k in range(len(rows))}

    def write(self) -> list[Planted]:
        """Write the files again and return what was planted, in order."""
        for name, lines in self.tables.items():
            text = "".join(",".join(row) + "\n" for row in lines)
            (self.folder / f"{name}.csv").write_text(text, "utf-8")
        return [
            (self.folder.name, name, place + 1, what) for name in self.tables for place, what in sorted(self.marks[name].items())
        ]


def _without_findings(tape: Lines, found: set[str]) -> list[str]:
    """Return loans that nothing is found of, nor of their collateral and borrower, and whose borrower has no other loan."""
    header, *loans = tape.tables["loans"]
    borrowers = [row[header.index("borrower_id")] for row in loans]
    noted = {
        row[1]
        for row in tape.tables["collateral"][1:]
        if row[0] in found or row[tape.tables["collateral"][0].index("title_ref")] in found
    }
    pairs = zip(loans, borrowers, strict=True)
    single = (row[0] for row, borrower in pairs if borrowers.count(borrower) == 1 and borrower not in found)
    return [loan for loan in single if loan not in found and loan not in noted]


def plant_mistakes(folder: Path, found: set[str]) -> list[Planted]:
    """Spoil lines of a tape, one loan each, none of which has a finding; return them with their lines in the file."""
    tape = Lines(folder)
    free, held_back = _without_findings(tape, found), []
    # Scarce tables choose first: not every loan has collateral or a collection log.
    for table, what, spoil in sorted(MISTAKES, key=lambda mistake: len(tape.tables[mistake[0]])):
        if table == "deposits":
            places = [1]
        else:
            loan = next((loan for loan in free if tape.rows_of(table, loan)), "")
            if not loan:
                continue
            free.remove(loan)
            places = tape.rows_of(table, loan)
            held_back += [loan] if table == "loans" else []
        tape.replace(table, places[0], spoil(tape.tables[table][0], tape.tables[table][places[0]]), what)
    for table in ORPHANS:
        _orphan(tape, table)
    for loan in held_back:
        for table in CHILDREN:
            for place in tape.rows_of(table, loan):
                tape.marks[table].setdefault(place, WHOLE_LOAN)
    tape.tables["payments"].append([""])
    tape.marks["payments"][len(tape.tables["payments"]) - 1] = "a blank line"
    return tape.write()


def _orphan(tape: Lines, table: str) -> None:
    """Add a line whose loan the tape does not have."""
    header, row = tape.tables[table][0], list(tape.tables[table][-1])
    if header[0] != "loan_id":
        row[0] += "9"  # an id of its own
    row[header.index("loan_id")] = "L999-0000000"
    tape.tables[table].append(row)
    tape.marks[table][len(tape.tables[table]) - 1] = "a loan that the tape does not have"


def break_lines(folder: Path) -> list[Planted]:
    """Cut lines short so that they name no loan: everything that needs their tables cannot be assessed in this tape."""
    tape = Lines(folder)
    for table in ("payments", "installments"):
        row = tape.tables[table][2]
        tape.replace(table, 2, [[row[0]] if table == "payments" else ["", *row[1:3]]], "half a line, which names no loan")
    return tape.write()


def write_mistakes(path: Path, planted: Iterable[Planted]) -> None:
    """Write the list of planted mistakes."""
    lines = ["tape,table,source_row,what", *(",".join(map(str, row)) for row in planted)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
