"""The end of a comparison of two laws in a few lines that a person can read in ten seconds."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

SHOWN = 28  # letters of a measure's name


def reform_lines(record: dict[str, Any]) -> Iterator[str]:
    """Yield the headline of a comparison from compare.json's content: what is proposed, and what differs in the sector."""
    reform = record["reform"]
    yield f"Reform: {reform['title']['en']} (proposed by {reform['by']}; no law)"
    yield f"Audit date {record['audit_date']}, {record['institutions']} institutions, {record['loans_concerned']:,} loans concerned"
    for change in reform["changes"]:
        proposed = change["proposed"] or "nothing in force"
        today = "; ".join(f"{old['value']} ({old['citation']})" for old in change["today"]) or "nothing in force"
        bound = f" for {', '.join(change['for'])}" if change["for"] else ""
        until = f" to {change['to']}" if change["to"] else ""
        yield f"  {change['id']} from {change['from']}{until}{bound}: {proposed} in place of {today}"
    moved = [row for row in record["sector"] if row["change"] not in (None, 0) and Decimal(str(row["change"]))]
    yield ""
    if not moved:
        yield "Nothing differs in the sector."
        return
    yield f"{'Sector':<{SHOWN}}  {'today':>22}  {'reform':>22}  {'change':>22}"
    for row in moved:
        cells = "  ".join(f"{Decimal(str(row[side])):>22,}" for side in ("today", "reform", "change"))
        yield f"{row['measure']:<{SHOWN}}  {cells}"
