"""A loan's grade in the lender's books may not be better than the one its days past due call for (B7-02-186 and its kin)."""

from __future__ import annotations

import ibis

from prakas.rules.grading import GRIDS, grade_rank, loan_results
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import NO_SOURCED_RULE, Setting


def rule(setting: Setting) -> Rule:
    """Return the rule as it stands on the audit date. Loans written off are outside the portfolio."""
    del setting
    loans = loan_results()
    rows = loans.filter(~loans.is_written_off & (loans.is_grid_in_force | loans.lender_kind.isnull()))
    told = rows.is_as_of.ifelse(rows.reported_class, ibis.null("string"))
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=grade_rank(told) < grade_rank(rows.grade),
        missing=[
            (rows.lender_kind.isnull(), "the lender's status on the audit date"),
            (rows.is_grid_held_back, NO_SOURCED_RULE),
            (rows.outstanding_principal.isnull(), "the loan's position"),
            (rows.days_past_due.isnull(), "days past due"),
            (rows.grade.isnull(), "the maturity first agreed"),
            (told.isnull(), "the grade in the books"),
        ],
        columns={
            "observed": told,
            "limit": rows.grade,
            "amount": rows.outstanding_principal,
            "currency": rows.currency,
            "basis": rows.basis,
            "confidence": rows.grade_confidence,
            "citation": rows.grade_citation,
        },
    )
    return Rule("classification.grade", "law", "loan", "loans", "code", judged_rows, tuple(dict.fromkeys(GRIDS.values())))
