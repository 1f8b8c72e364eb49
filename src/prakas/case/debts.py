"""A debt of a case with all its lines, as the check looks at it: amounts, days and cells by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from prakas.case.record import Case, Line, Place
from prakas.jurisdictions import Pack


def amount(line: Line, name: str) -> int | None:
    """Return a number of a line, or None."""
    value = line.value(name)
    return value if isinstance(value, int) else None


def day(line: Line, name: str) -> date | None:
    """Return a day of a line, or None."""
    value = line.value(name)
    return value if isinstance(value, date) else None


def sum_of(line: Line, *parts: str) -> int | None:
    """Return principal and interest with the other parts that are given; None where principal or interest is not."""
    principal, interest = amount(line, "principal"), amount(line, "interest")
    if principal is None or interest is None:
        return None
    return principal + interest + sum(amount(line, part) or 0 for part in parts)


def cells(lines: Iterable[Line], *names: str) -> Iterator[Place]:
    """Yield the cells of some entries of lines, where something stands in them."""
    for line in lines:
        for name in names:
            if name in line.entries:
                yield line.entries[name].place


@dataclass(frozen=True)
class Debt:
    """One debt of a case. `broken` names the lists that hold a line that could not be read: their sums are not compared."""

    case: Case
    number: int
    line: Line
    broken: frozenset[str]
    country: Pack

    def amount(self, name: str) -> int | None:
        """Return a number of the debt, or None."""
        return amount(self.line, name)

    def day(self, name: str) -> date | None:
        """Return a day of the debt, or None."""
        return day(self.line, name)

    def cells(self, *names: str) -> tuple[Place, ...]:
        """Return the cells of some answers, where something stands in them."""
        return tuple(cells((self.line,), *names))

    @cached_property
    def unit(self) -> int:
        """What two amounts may differ by and still be the same: 100 riel, or 1.00."""
        return self.country.coverage_floor.get(str(self.line.value("currency")), self.country.coverage_floor_default)

    def differs(self, one: int, other: int) -> bool:
        """Whether two amounts of this debt differ by more than the unit."""
        return abs(one - other) > self.unit

    @cached_property
    def schedule(self) -> tuple[Line, ...]:
        """The lines of its schedule; after a change of terms those due after it."""
        lines = self.case.of_debt("schedule", self.number)
        since = self.day("restructured_on")
        return tuple(line for line in lines if since is None or (day(line, "due_on") or since) > since)

    @cached_property
    def receipts(self) -> tuple[Line, ...]:
        """The lines of its receipts."""
        return self.case.of_debt("receipts", self.number)

    @cached_property
    def fees(self) -> tuple[Line, ...]:
        """The lines of its fees."""
        return self.case.of_debt("fees", self.number)

    @cached_property
    def papers(self) -> tuple[Line, ...]:
        """The lines of the papers held for it."""
        return self.case.of_debt("papers", self.number)

    @cached_property
    def is_restructured(self) -> bool:
        """Whether its terms were changed."""
        return self.day("restructured_on") is not None

    @cached_property
    def dues(self) -> tuple[int, ...]:
        """What each line of the schedule asks for; empty where one of them is not known, or a line could not be read."""
        found = [due(line) for line in self.schedule]
        known = [total for total in found if total is not None]
        return tuple(known) if "schedule" not in self.broken and len(known) == len(found) else ()

    @cached_property
    def all_due(self) -> int | None:
        """All that is due by the schedule, else by payment and number; None where neither is known."""
        if self.dues:
            return sum(self.dues)
        payment, payments = self.amount("payment"), self.amount("payments")
        if self.schedule or payment is None or payments is None:
            return None
        return payment * payments

    @cached_property
    def paid(self) -> int | None:
        """What its receipts add up to without penalties; None where an amount is not known."""
        found = [received(line) for line in self.receipts]
        known = [total for total in found if total is not None]
        return sum(known) if "receipts" not in self.broken and known and len(known) == len(found) else None

    @cached_property
    def is_refinanced(self) -> bool:
        """Whether another debt of the case repaid it."""
        return any(other.value("refinances") == self.number for number, other in self.case.debts.items() if number != self.number)


def due(line: Line) -> int | None:
    """Return what a line of a schedule asks for."""
    total = amount(line, "total")
    return sum_of(line, "fee") if total is None else total


def received(line: Line) -> int | None:
    """Return what a receipt brought, without its penalty."""
    total = amount(line, "total")
    return sum_of(line, "fee") if total is None else total - (amount(line, "penalty") or 0)
