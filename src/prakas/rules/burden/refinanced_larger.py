"""A plain oddity: a loan repays another and is larger than a share of it that the guidelines of 2018 counted apart. No text forbids it."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.facts import capped, sealed, weakness_of
from prakas.rules.grading import loan_results
from prakas.rules.rule import Rule, judged, nothing
from prakas.rules.setting import NO_SOURCED_RULE, Setting

PARAMETER = "conduct.refinanced_size"
UNIT = 100_000_000  # millionths of a percent in one whole


def _beside_the_old() -> ir.Table:
    """Return each loan that says which one it refinances, with that one: a loan of the same institution."""
    loans = loan_results()
    old = sealed("loans")
    known = loans.select(known_no="loan_no", known_weakness="weakness")
    old = old.left_join(known, old.loan_no == known.known_no)
    old = old.select(
        old_lender="institution_id",
        old_id="loan_id",
        old_principal="principal",
        old_currency="currency",
        other_tape="tape",
        other_row="source_row",
        old_weakness=ibis.coalesce(old.known_weakness, weakness_of(old.evidence)),
    )
    rows = loans.filter(loans.refinances.notnull())
    return rows.left_join(old, [rows.institution_id == old.old_lender, rows.refinances == old.old_id])


def rule(setting: Setting) -> Rule:
    """Return the rule: its principal above so many percent of the other's, in the same currency."""
    value = setting.value(PARAMETER)
    rows = _beside_the_old()
    rows = rows.filter(rows.disbursed_on >= ibis.literal(value.since)) if value else nothing(rows)
    percent = setting.micro_percent(value) if value else 0
    # The product could leave int64, so the principal is split; a whole amount is above the limit where it is above its whole part.
    limit = rows.old_principal // UNIT * percent + rows.old_principal % UNIT * percent // UNIT
    judged_rows = judged(
        rows,
        subject=rows.loan_id,
        hit=rows.principal > limit,
        missing=[
            (ibis.literal(value is not None and setting.usable(value) is None), NO_SOURCED_RULE),
            (rows.old_principal.isnull(), "the loan that it refinances"),
            (rows.old_currency != rows.currency, "both loans in one currency"),
        ],
        columns={
            "observed": rows.principal,
            "limit": limit,
            "currency": rows.currency,
            "basis": capped(ibis.literal("computed"), ibis.greatest(rows.weakness, rows.old_weakness)),
            "other_tape": rows.other_tape,
            "other_row": rows.other_row,
            **({"confidence": value.confidence, "citation": setting.cited(value.citation)} if value else {}),
        },
    )
    return Rule("burden.refinanced_larger", "notice", "loan", "loans", "money", judged_rows, (PARAMETER,))
