"""A plain oddity: what falls due in a month, over all lenders, is more than the household's assessed income. No text sets a limit."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.facts import BORROWER_FACTS, basis_at, declared, is_open
from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting

NO_BORROWER = "the loan's borrower"


def _of_borrowers(setting: Setting, loans: ir.Table) -> ir.Table:
    """Return one row a borrower and lender with an open loan; the sum is over all lenders. A sum in part can exceed, never fall short."""
    people = declared("borrower_facts", BORROWER_FACTS)
    lenders = loans.filter(loans.borrower_id.notnull()).select("institution_id", owes="borrower_id").distinct()
    rows = lenders.inner_join(people, lenders.owes == people.borrower_id)
    above = (rows.due_next_month_khr > rows.monthly_income_khr).fill_null(False)
    return judged(
        rows,
        subject=rows.borrower_id,
        hit=above,
        missing=[
            (rows.monthly_income_khr.isnull(), "the household's assessed income"),
            (rows.lacks_schedule & ~above, "the schedule of an open loan"),
            (rows.lacks_rate & ~above, "the exchange rate of an open loan"),
            ((rows.loans_without_position > 0) & ~above, "the position of another loan"),
        ],
        columns={
            "observed": rows.due_next_month_khr,
            "limit": rows.monthly_income_khr,
            "currency": setting.country.base_currency,
            "basis": basis_at(rows.weakness),
            "subject_kind": "borrower",
            "source_table": "borrowers",
        },
    )


def rule(setting: Setting) -> Rule:
    """Return the rule. A loan that is open and names no borrower cannot be added to anybody's, and is not assessed."""
    loans = loan_results()
    loans = loans.filter(is_open(loans))
    nameless = loans.filter(loans.borrower_id.isnull())
    lone = judged(
        nameless,
        subject=nameless.loan_id,
        hit=ibis.literal(False),
        missing=[(ibis.literal(True), NO_BORROWER)],
        columns={"subject_kind": "loan", "source_table": "loans"},
    )
    rows = ibis.union(_of_borrowers(setting, loans), lone)
    return Rule("burden.due_above_income", "notice", "borrower", "borrowers", "money", rows)
