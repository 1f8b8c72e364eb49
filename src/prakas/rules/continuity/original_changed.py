"""A plain oddity: what was agreed once reads otherwise a month later."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.months import EARLIER, LATER, Months, of
from prakas.rules.pairs import ORIGIN, differs, in_both, other, two_rows
from prakas.rules.rule import Rule, judged

MONEY = ("principal", "fees_upfront")


def _merged() -> ir.Table:
    """Return the borrowers of the earlier tape that the later one knows by one other id, all their loans together.

    Such a borrower was merged with another or got a new pseudonym: nobody else was put in the contract.
    """
    rows = in_both().filter(lambda t: t.earlier_borrower_id.notnull())
    moved = rows.group_by("institution_id", "earlier_borrower_id").agg(
        ids=rows.later_borrower_id.nunique(),
        first=rows.later_borrower_id.min(),
        unknown=rows.later_borrower_id.isnull().cast("int64").max(),
    )
    moved = moved.filter((moved.ids == 1) & (moved.unknown == 0) & (moved["first"] != moved.earlier_borrower_id))
    # Whoever is still there under the old id was not renamed.
    still = of(LATER, "borrowers").select(old_id="borrower_id")
    still = still.union(of(LATER, "loans").filter(lambda t: t.borrower_id.notnull()).select(old_id="borrower_id")).distinct()
    moved = moved.anti_join(still, moved.earlier_borrower_id == still.old_id)
    return moved.select(merged_at="institution_id", merged_id="earlier_borrower_id")


def _one(rows: ir.Table, name: str) -> ir.Table:
    """Return the loans of which the earlier tape told one of the terms."""
    rows = rows.filter(rows[f"{EARLIER}_{name}"].notnull())
    earlier, later = rows[f"{EARLIER}_{name}"], rows[f"{LATER}_{name}"]
    hit: Any = differs(rows, name)
    if name == "borrower_id":
        merged = _merged()
        rows = rows.left_join(merged, [rows.institution_id == merged.merged_at, rows.earlier_borrower_id == merged.merged_id])
        earlier, later = rows[f"{EARLIER}_{name}"], rows[f"{LATER}_{name}"]
        hit = differs(rows, name) & rows.merged_id.isnull()
    return judged(
        rows,
        subject=rows.loan_id,
        hit=hit,
        missing=[(later.isnull(), f"{name} in the later tape")],
        columns={
            "aspect": name,
            "observed": later.cast("string"),
            "limit": earlier.cast("string"),
            "unit": "money" if name in MONEY else "code",
            "amount": (later - earlier).abs() if name in MONEY else ibis.null("int64"),
            "currency": rows.earlier_currency,
            **other(rows),
        },
    )


def rule(months: Months) -> Rule:
    """Return the rule over each term that the earlier tape told of a loan that both have.

    Amount, currency, days of signing and disbursement, borrower, up-front charges, the loan that it repays, the last day first agreed.
    What was empty may be filled in; what is empty now is not assessed. A borrower whom the later tape knows by one other id in all
    loans, and by the old id nowhere, was merged with another or got a new pseudonym: no finding.
    """
    del months
    rows = two_rows(in_both())
    return Rule(
        "continuity.original_changed",
        "notice",
        "loan",
        "loans",
        "code",
        ibis.union(*(_one(rows, name) for name in ORIGIN)),
        has_aspects=True,
    )
