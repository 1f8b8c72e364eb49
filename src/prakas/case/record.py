"""What a filled workbook holds: values with their marks and their cells, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from prakas.case.form import MARKS

Value = str | int | date  # money in hundredths, percent in millionths


@dataclass(frozen=True)
class Place:
    """A cell of the workbook, such as debts!E7."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True)
class Entry:
    """One value, how it is known (``document``, ``photo``, ``told``; None where nobody said), and where it stands.

    `marked_at` is the cell of its mark, where the reader saw one or there is room for one.
    """

    value: Value
    mark: str | None
    place: Place
    marked_at: Place | None = None


@dataclass(frozen=True)
class Line:
    """One block of the debts, or one line of a list: its number (of the debt, or of the line in the sheet) and its entries.

    `cells` are the cells of all its fields, also of those where nothing was written.
    """

    number: int
    entries: Mapping[str, Entry]
    cells: Mapping[str, Place] = field(default_factory=dict)

    def value(self, name: str) -> Value | None:
        """Return a value, or None where nothing was written."""
        entry = self.entries.get(name)
        return None if entry is None else entry.value

    def mark(self, *names: str) -> str:
        """Return the weakest mark among some entries (all of them where none is named); ``told`` where one has none."""
        found = [self.entries[name] for name in (names or tuple(self.entries)) if name in self.entries]
        return weakest(entry.mark for entry in found)


@dataclass(frozen=True)
class Case:
    """One household: one page, its debts by number, and its lists by the name of their sheet."""

    case_id: str
    household: Line
    debts: Mapping[int, Line]
    lists: Mapping[str, tuple[Line, ...]]

    def of_debt(self, sheet: str, number: int) -> tuple[Line, ...]:
        """Return the lines of a list that belong to a debt."""
        return tuple(line for line in self.lists[sheet] if line.value("debt") == number)


@dataclass(frozen=True)
class Remark:
    """What is wrong, missing or at odds in a case, and what would settle it.

    `kind`: ``unreadable`` (a cell holds what cannot be used), ``missing`` (nothing stands where a figure needs it) or
    ``contradiction``. `places` are the cells; `value` what stands in the first of them, for the file that stays with the case.
    `code` names the sentence in the pack; `say` and `settle` are filled sentences by language, without any value of the case.
    """

    code: str
    kind: Literal["unreadable", "missing", "contradiction"]
    places: tuple[Place, ...]
    say: Mapping[str, str]
    settle: Mapping[str, str]
    value: str = ""
    debt: int | None = None


@dataclass(frozen=True)
class Filled:
    """A workbook once read: the case as far as it can be used, and the cells that cannot.

    A line of a list that lacks what every line needs (its debt, its day) is no part of the case, and is told here.
    """

    case: Case
    unreadable: tuple[Remark, ...] = field(default=())


def weakest(marks: Iterable[str | None]) -> str:
    """Return the weakest of some marks; a value without one is as weak as what was told.

    >>> weakest(["photo", "document"]), weakest(["document", None]), weakest([])
    ('photo', 'told', 'document')
    """
    return max((mark or MARKS[-1] for mark in marks), key=MARKS.index, default=MARKS[0])
