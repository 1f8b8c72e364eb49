"""Turns cases into a loan tape: every debt that can be audited goes in, and what cannot is named with the reason."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prakas.case.debt import STEPS, DebtRows, LeftOut, Row
from prakas.case.record import Case, Line
from prakas.jurisdictions import Pack, pack
from prakas.tape import contract, normalized

# What a household can say of a lender. The supervisor's register is not asked, so the sheet says `as told`.
FORMS = {"bank": "bank", "microfinance": "company", "rural_credit": "other", "private_lender": "person"}
STATUSES = {"bank": "bank", "microfinance": "licensed", "rural_credit": "registered", "private_lender": "unregistered"}


@dataclass(frozen=True)
class CaseTape:
    """The tables of a tape made of cases, and everything of the cases that is not in it."""

    tables: Mapping[str, Sequence[Row]]
    left_out: tuple[LeftOut, ...]

    def write(self, folder: Path) -> None:
        """Write one CSV file a table, the contract's columns first; the money as plain decimals."""
        for name, table in contract().items():
            rows = self.tables.get(name, ())
            if not rows and name not in {"institutions", "loans"}:
                continue
            used = {column for row in rows for column in row}
            columns = [column for column in table.columns if column.name in used or column.required]
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow([column.name for column in columns])
                for row in rows:
                    writer.writerow([written(row.get(column.name), column.kind) for column in columns])


def written(value: Any, kind: str) -> str:
    """Return a value as a tape writes it.

    >>> written(150050, "money"), written(18000000, "percent"), written(None, "money"), written(True, "boolean")
    ('1500.50', '18', '', 'true')
    """
    if value is None:
        return ""
    if kind == "money":
        return f"{value // 100}.{value % 100:02}"
    if kind == "percent":
        whole, rest = divmod(value, 1_000_000)
        return f"{whole}.{rest:06}".rstrip("0").rstrip(".") if rest else str(whole)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def tape_of(cases: Iterable[Case], country: Pack | None = None, *, may_stand_in: bool = False) -> CaseTape:
    """Return a tape of some cases, each lender once, sorted by id. The same cases give the same rows.

    `may_stand_in`: where the amount signed for is not known, the cash received stands in for it. That is enough for what the
    household pays in all, and never for what the law compares: a fee kept back would pass for interest.
    """
    country = country or pack()
    tables: defaultdict[str, list[Row]] = defaultdict(list)
    left_out: list[LeftOut] = []
    ordered = sorted(cases, key=lambda case: case.case_id)
    lenders = _lenders(ordered)
    tables["institutions"] = [row for _, row in sorted(lenders.rows.items())]
    for case in ordered:
        tables["borrowers"].append(_borrower(case))
        for number, debt in sorted(case.debts.items()):
            made = DebtRows(case, number, debt, lenders.of[case.case_id, number], country, may_stand_in=may_stand_in)
            reason = made.lacking
            if reason:
                left_out.append(LeftOut(case.case_id, "debts", number, reason))
                continue
            for table, row in made.rows(left_out):
                tables[table].append(row)
        left_out += _not_carried(case)
    return CaseTape(tables, tuple(left_out))


# ---------------------------------------------------------------------------------------------------------------- lenders


@dataclass(frozen=True)
class _Lenders:
    rows: dict[str, Row]
    of: dict[tuple[str, int], str]  # case and debt: the lender's id


def _lenders(cases: Sequence[Case]) -> _Lenders:
    """Return the lenders of all debts, each once. A private person has no name here, and is another one for each debt."""
    rows: dict[str, Row] = {}
    of: dict[tuple[str, int], str] = {}
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for case, number, debt in _debts(cases):
        name, kind = str(debt.value("creditor_name") or ""), str(debt.value("creditor_kind") or "")
        if name and kind != "private_lender":
            kinds[normalized(name)].add(kind)
            names.setdefault(normalized(name), " ".join(name.split()))
        of[case.case_id, number] = ""
    for case, number, debt in _debts(cases):
        kind = str(debt.value("creditor_kind") or "")
        name = str(debt.value("creditor_name") or "")
        if kind not in FORMS:
            continue
        if name and kind != "private_lender":
            title = names[normalized(name)]
            lender = title if len(kinds[normalized(name)]) == 1 else f"{title} ({kind})"
        else:
            lender = title = f"{kind} {case.case_id}-{number}"
        of[case.case_id, number] = lender
        told_on = case.household.value("interviewed_on")
        since = min((d for n in ("signed_on", "received_on") if isinstance(d := debt.value(n), date)), default=told_on)
        row = rows.setdefault(lender, _lender(lender, title, kind, told_on, since))
        row["as_of"], row["status_since"] = max(row["as_of"], told_on), min(row["status_since"], since)
    return _Lenders(rows, of)


def _lender(lender: str, title: str, kind: str, told_on: Any, since: Any) -> Row:
    return {
        "institution_id": lender,
        "name": title,
        "legal_form": FORMS[kind],
        "status": STATUSES[kind],
        "status_since": since,
        "as_of": told_on,
        "is_whole_book": False,
    }


def _debts(cases: Sequence[Case]) -> Iterator[tuple[Case, int, Line]]:
    for case in cases:
        for number, debt in sorted(case.debts.items()):
            yield case, number, debt


def _borrower(case: Case) -> Row:
    page = case.household
    columns = ("commune", "poverty", "livelihood", "work_status")
    return {"borrower_id": case.case_id, **{name: page.value(name) for name in columns}}


def _not_carried(case: Case) -> Iterator[LeftOut]:
    """Yield what a tape has no place for: lines of debts that are not there, and events that are no step of collection."""
    for sheet, lines in sorted(case.lists.items()):
        for line in lines:
            if line.value("debt") is not None and line.value("debt") not in case.debts:
                yield LeftOut(case.case_id, sheet, line.number, "no_such_debt")
            elif sheet == "events" and not (
                line.value("debt") and line.value("happened_on") and str(line.value("kind")) in STEPS
            ):
                yield LeftOut(case.case_id, sheet, line.number, "event_without_place")
