"""A plain oddity: the lender's own figure is not the one that follows from its rows."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting
from prakas.rules.standing import institution_results

# Each total with the column that says what it rests on.
TOTALS = {
    "portfolio_khr": "loans_basis",
    "borrowers": "loans_basis",
    "public_savings_khr": "savings_basis",
    "depositors": "savings_basis",
    "titles_hard": "titles_basis",
    "titles_soft": "titles_basis",
}


def _compared(
    rows: ir.Table, subject: Any, told: Any, found: Any, aspect: str, *, unit: str, money: Any, kind: str, table: str, basis: Any
) -> ir.Table:
    """Return the rows of one figure, where both are known."""
    amount = (told - found).abs() if money is not None else ibis.null("int64")
    return judged(
        rows,
        subject=subject,
        hit=told != found,
        missing=[],
        columns={
            "aspect": aspect,
            "observed": told,
            "limit": found,
            "amount": amount,
            "currency": ibis.null("string") if money is None else money,
            "basis": basis,
            "unit": unit,
            "subject_kind": kind,
            "source_table": table,
        },
    )


def _of_loans() -> list[ir.Table]:
    loans = loan_results()
    loans = loans.filter(loans.is_as_of & (loans.basis == "computed") & ~loans.is_written_off)
    pairs = (
        ("reported_outstanding", "outstanding_principal", "money"),
        ("reported_days_past_due", "days_past_due", "days"),
        ("reported_class", "grade", "code"),
    )
    parts = []
    for told, found, unit in pairs:
        rows = loans.filter(loans[told].notnull() & loans[found].notnull())
        money = rows.currency if unit == "money" else None
        parts.append(
            _compared(
                rows, rows.loan_id, rows[told], rows[found], told,
                unit=unit, money=money, kind="loan", table="loans", basis=rows.basis,
            )
        )  # fmt: skip
    return parts


def _of_institutions(setting: Setting) -> list[ir.Table]:
    everyone = institution_results()
    parts = []
    for name, basis in TOTALS.items():
        told, found = f"reported_{name}", f"computed_{name}"
        rows = everyone.filter(everyone.is_as_of & everyone[told].notnull() & everyone[found].notnull())
        unit = "money" if name.endswith("_khr") else "count"
        money = ibis.literal(setting.country.base_currency) if unit == "money" else None
        parts.append(
            _compared(
                rows, rows.institution_id, rows[told], rows[found], told,
                unit=unit, money=money, kind="institution", table="institutions", basis=rows[basis],
            )
        )  # fmt: skip
    return parts


def rule(setting: Setting) -> Rule:
    """Return the rule: outstanding, days past due and grade of each loan, totals of each institution; only where both are known."""
    rows = ibis.union(*_of_loans(), *_of_institutions(setting))
    return Rule("reported.differs", "notice", "loan", "loans", "money", rows, has_aspects=True)
