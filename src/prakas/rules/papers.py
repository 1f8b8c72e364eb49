"""The rows of a rule that forbids papers as security: each taking since the first day, whatever became of the paper."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.facts import capped, sealed, weakness_of
from prakas.rules.grading import loan_results
from prakas.rules.rule import judged, nothing
from prakas.rules.setting import NO_SOURCED_RULE, Setting

ROWS_RETURNED = "the loan's collateral: a row was returned"


def papers_taken(setting: Setting, parameter: str) -> ir.Table:
    """Return the judged rows of all collateral taken since the parameter's first day and by the audit date."""
    value = setting.value(parameter)
    loans = loan_results().select("loan_no", "institution_id", "tape", "principal", "currency", "collateral_returned")
    collateral = sealed("collateral").select("loan_no", "collateral_id", "kind", "taken_on", "evidence", "source_row")
    rows = collateral.filter(collateral.taken_on <= setting.day.literal).inner_join(loans, "loan_no")
    if value is None:
        rows = nothing(rows)
    else:
        rows = rows.filter(rows.taken_on >= ibis.literal(value.since))
    return judged(
        rows,
        subject=rows.collateral_id,
        hit=rows.kind.isin(value.value) if value else ibis.literal(False),
        missing=[
            (ibis.literal(value is not None and setting.usable(value) is None), NO_SOURCED_RULE),
            (rows.collateral_returned, ROWS_RETURNED),
        ],
        columns={
            "observed": rows.kind,
            "limit": rows.taken_on.cast("string"),
            "amount": rows.principal,
            "currency": rows.currency,
            "basis": capped(ibis.literal("computed"), weakness_of(rows.evidence)),
            "confidence": value.confidence if value else "",
            "citation": setting.cited(value.citation) if value else "",
        },
    )
