"""Parts receipts that name only a total into fee, interest and principal, over the instalments that wait for money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from prakas.case.record import Entry, Line
from prakas.case.schedules import Due


class Waiting:
    """The instalments of a debt that still wait for money; receipts that name only a total are parted over them in order."""

    def __init__(self, schedule: Sequence[Due], since: date | None) -> None:
        """Begin with a schedule; `since`: the day of the restructuring that it follows, before which it parts nothing."""
        self.has_schedule = bool(schedule)
        self.since = since
        self.left = [[due.fee, due.interest, due.principal] for due in sorted(schedule, key=lambda due: (due.due_on, due.number))]

    def taken(self, line: Line) -> tuple[int, int, int, int, bool] | None:
        """Return principal, interest, fee, penalty and whether we parted them; None where a total meets no schedule."""
        told = {name: _whole(line.entries.get(name)) for name in ("total", "principal", "interest", "fee", "penalty")}
        fee, penalty = told["fee"] or 0, told["penalty"] or 0
        paid_on = line.value("paid_on")
        is_before = self.since is not None and isinstance(paid_on, date) and paid_on <= self.since
        principal, interest, total = told["principal"], told["interest"], told["total"]
        if total is not None and principal is not None and interest is None:
            interest = total - principal - fee - penalty
        if total is not None and interest is not None and principal is None:
            principal = total - interest - fee - penalty
        if principal is not None and interest is not None:
            if not is_before:
                self._pay([fee, interest, principal])
            return (principal, interest, fee, penalty, False) if min(principal, interest) >= 0 else None
        if total is None or not self.has_schedule or is_before:
            return None
        parts = self._part(total - penalty, told["fee"])
        return parts[2], parts[1], parts[0], penalty, True

    def _pay(self, amounts: list[int]) -> None:
        """Take known parts off the instalments, each from its own component, the oldest first."""
        for component, amount in enumerate(amounts):
            left = amount
            for due in self.left:
                taken = min(left, due[component])
                due[component] -= taken
                left -= taken

    def _part(self, total: int, fee: int | None) -> list[int]:
        """Return fee, interest and principal of a total, instalment by instalment; what no instalment waits for is principal."""
        parts, left = [0, 0, 0], total
        if fee is not None:
            parts[0], left = fee, total - fee
            self._pay([fee, 0, 0])
        for due in self.left:
            for component in (1, 2) if fee is not None else (0, 1, 2):
                taken = min(left, due[component])
                due[component] -= taken
                parts[component] += taken
                left -= taken
        parts[2] += left
        return parts


def _whole(entry: Entry | None) -> int | None:
    return entry.value if entry is not None and isinstance(entry.value, int) else None
