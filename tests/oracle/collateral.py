"""Cash, proved values and titles: what secures the loans on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.oracle.reader import Loan, Row

TITLES = ("hard_title", "soft_title")


def held(row: Row, day: date) -> bool:
    """Return whether a collateral row was held by the close of a day."""
    released = row.get("released_on")
    return row["taken_on"] <= day and (released is None or released > day)


def rows_of(loan: Loan) -> list[Row]:
    """Return a loan's collateral rows; none where some of them were returned."""
    return [] if "collateral" in loan.returned else loan.collateral


def title_name(loan: Loan, row: Row) -> tuple[str, ...]:
    """Return what names a title: its reference everywhere, else the collateral id within its institution."""
    return (row["title_ref"],) if row.get("title_ref") else (loan.key[0], row["collateral_id"])


def _place(row: Row) -> tuple[date, str]:
    return row["taken_on"], row["collateral_id"]


@dataclass(frozen=True)
class Title:
    """A title that one institution holds on a day."""

    name: tuple[str, ...]
    subject: str  # title_ref, or collateral_id where there is none
    kind: str
    loans: tuple[Loan, ...]
    rows: tuple[Row, ...]


def titles_held(loans: Sequence[Loan], day: date) -> list[Title]:
    """Return the titles one institution holds, each once; kind is that of the earliest taking."""
    found: dict[tuple[str, ...], list[tuple[Loan, Row]]] = {}
    for loan in loans:
        for row in rows_of(loan):
            if row["kind"] in TITLES and held(row, day):
                found.setdefault(title_name(loan, row), []).append((loan, row))
    titles = []
    for name, pairs in found.items():
        first = min((row for _, row in pairs), key=_place)
        titles.append(Title(name, name[-1], first["kind"], tuple(loan for loan, _ in pairs), tuple(row for _, row in pairs)))
    return titles


def cash_held(loan: Loan, day: date) -> int:
    """Return the cash blocked for a loan on a day, in hundredths."""
    return sum(row.get("value") or 0 for row in rows_of(loan) if row["kind"] == "cash" and held(row, day))


def title_owners(outstanding: Sequence[tuple[Loan, int | None]], day: date) -> dict[tuple[str, ...], Loan]:
    """Return for each title held the earliest loan that still has something outstanding: its value covers that one."""
    owners: dict[tuple[str, ...], Loan] = {}
    for loan, amount in outstanding:
        if not amount:
            continue
        for row in rows_of(loan):
            if row["kind"] not in TITLES or not held(row, day):
                continue
            name = title_name(loan, row)
            other = owners.get(name)
            if other is None or (loan.row["disbursed_on"], *loan.key) < (other.row["disbursed_on"], *other.key):
                owners[name] = loan
    return owners


def securing_rows(loan: Loan, owners: dict[tuple[str, ...], Loan], day: date) -> list[Row]:
    """Return the rows that prove cash or a value that counts for a loan."""
    found = [row for row in rows_of(loan) if row["kind"] == "cash" and held(row, day) and row.get("value")]
    for row in rows_of(loan):
        valued = row.get("valued_on")
        is_proved = row.get("valuation_accepted") and valued is not None and valued <= day and row.get("value")
        if row["kind"] == "cash" or not held(row, day) or not is_proved:
            continue
        if row["kind"] not in TITLES or owners.get(title_name(loan, row)) is loan:
            found.append(row)
    return found


def proved_value(loan: Loan, owners: dict[tuple[str, ...], Loan], day: date) -> int:
    """Return the market value proved by a day and accepted, other than cash; each title once and for one loan."""
    total = 0
    seen: set[tuple[str, ...]] = set()
    for row in sorted(rows_of(loan), key=_place):
        valued = row.get("valued_on")
        if row["kind"] == "cash" or not held(row, day) or not row.get("valuation_accepted") or valued is None or valued > day:
            continue
        if row["kind"] in TITLES:
            name = title_name(loan, row)
            if name in seen or owners.get(name) is not loan:
                continue
            seen.add(name)
        total += row.get("value") or 0
    return total
