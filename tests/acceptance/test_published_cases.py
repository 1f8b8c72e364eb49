"""Published cases of delinquency and of schedules as tapes through the whole program, each its own lender.

One audit has one date, and the cases have fifty. PRAKAS_FULL=1 audits each date as it was published. Otherwise all stand in two
audits: a case whose schedule is given row by row is moved in time as a whole, day for day, which changes no number of days; a
case rebuilt from its terms, whose months may not be moved, is audited later, and each day later is one day more past due.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import defaultdict

import pytest

from tests.acceptance.running import FULL, audited, written
from tests.oracle import published

COMMON = dt.date(2024, 7, 2)
BY_DATE = defaultdict(list)
for _number, _case in enumerate(published.fitting()):
    BY_DATE[_case.audit_date].append((f"PUB{_number:03d}", _case))
EVERY = [pair for pairs in BY_DATE.values() for pair in pairs]


def of_lender(text, name):
    """Return a table of a case whose lender has a name of its own."""
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "institution_id": name} if "institution_id" in row else row for row in rows)
    return out.getvalue()


def moved(text, days):
    """Return a table with every date so many days later."""
    shift = dt.timedelta(days)
    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", lambda m: (dt.date.fromisoformat(m[0]) + shift).isoformat(), text)


def disagreements(pairs, day, folder, *, move=False, later=False):
    """Return what differs between cases and one audit of them all."""
    for name, case in pairs:
        shift = (day - dt.date.fromisoformat(case.audit_date)).days if move else 0
        written(folder / "tapes" / name, {table: moved(of_lender(text, name), shift) for table, text in case.tables.items()})
    seen = audited(folder / "tapes", folder / "out", day)
    assert seen.record["tape"]["refused"] == []
    assert sum(one["returned"] for one in seen.record["tape"]["files"]) == 0
    found = []
    for name, case in pairs:
        loans = {loan: dict(row) for (lender, loan), row in seen.loans.items() if lender == name}
        if later:
            for row in loans.values():
                row["days_past_due"] -= (day - dt.date.fromisoformat(case.audit_date)).days if row["days_past_due"] else 0
        found += published.disagreements(case, loans)
    return found


def test_every_published_record_is_a_case_or_is_left_out_with_a_reason():
    left_out = published.left_out()
    assert {case.record for _, case in EVERY} | set(left_out) == published.record_ids()
    assert all(len(reason) > 20 for reason in left_out.values())
    assert (len(EVERY), len(left_out)) == (126, 14)


if FULL:

    @pytest.mark.parametrize("day", sorted(BY_DATE))
    def test_published_cases_come_out_as_published_on_their_own_day(day, tmp_path):
        assert disagreements(BY_DATE[day], dt.date.fromisoformat(day), tmp_path) == []

else:

    @pytest.mark.parametrize("by_terms", [False, True], ids=["row by row", "from terms"])
    def test_published_cases_come_out_as_published(by_terms, tmp_path):
        pairs = [(name, case) for name, case in EVERY if case.id.endswith("/terms") == by_terms]
        day = dt.date(2060, 1, 1) if by_terms else COMMON  # after the longest of them
        assert len(pairs) == (11 if by_terms else 115)
        assert disagreements(pairs, day, tmp_path, move=not by_terms, later=by_terms) == []
