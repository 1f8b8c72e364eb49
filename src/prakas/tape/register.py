"""Who should have filed, held against who did."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prakas.errors import FilingError

REQUIRED = ("institution_id", "name")
OPTIONAL = ("due_on", "filed_on")


@dataclass(frozen=True)
class Filed:
    """One institution of the register, and what became of its filing."""

    institution_id: str
    name: str
    outcome: str  # filed, late, refused, missing; unlisted: it filed and the register does not know it
    tape: str


def read_register(path: Path) -> list[dict[str, str]]:
    """Return the rows of a register. Raises FilingError where a column, an id or a date is not as documented."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
            columns = tuple(rows[0]) if rows else ()
    except FileNotFoundError:
        raise FilingError(f"{path}: there is no such register. Look at the spelling of the path.") from None
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise FilingError(f"{path.name}: the register cannot be read. Save it as CSV UTF-8.") from fault
    if not rows:
        raise FilingError(f"{path.name}: the register is empty. It has one row an institution, with {', '.join(REQUIRED)}.")
    missing = [c for c in REQUIRED if c not in columns]
    if missing:
        raise FilingError(
            f"{path.name}: the register lacks the column {', '.join(missing)}. It has {', '.join((*REQUIRED, *OPTIONAL))}."
        )
    seen: set[str] = set()
    for line, row in enumerate(rows, 2):
        who = (row["institution_id"] or "").strip()
        if not who or who in seen or None in row:
            raise FilingError(
                f"{path.name}, line {line}: institution_id is empty or there twice, or the line has too many values. Correct it."
            )
        seen.add(who)
        for column in OPTIONAL:
            _date(path, line, column, row.get(column) or "")
    return rows


def _date(path: Path, line: int, column: str, value: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value.strip()) if value.strip() else None
    except ValueError:
        raise FilingError(f"{path.name}, line {line}: {column} is not a date written as 2020-06-30. Correct it.") from None


def outcomes(path: Path, filed: Mapping[str, str], refused: Callable[[str], str]) -> list[Filed]:
    """Return what became of every institution of a register.

    `filed` gives the tape in which an institution was kept, `refused` the refused tape that speaks of one. Late: filed_on after due_on.
    """
    found = []
    rows = read_register(path)
    for row in rows:
        who = row["institution_id"].strip()
        due, on = (_date(path, 0, c, row.get(c) or "") for c in OPTIONAL)
        if who in filed:
            outcome = "late" if due and on and on > due else "filed"
        else:
            outcome = "refused" if refused(who) else "missing"
        found.append(Filed(who, row["name"], outcome, filed.get(who) or refused(who)))
    listed = {f.institution_id for f in found}
    found += [Filed(who, "", "unlisted", tape) for who, tape in sorted(filed.items()) if who not in listed]
    return found
