"""A plain oddity: the contract's rate, or the way interest is counted, changed and no restructuring came in between."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.rules.months import EARLIER, LATER, Months
from prakas.rules.pairs import differs, in_both, left_to, other, two_rows
from prakas.rules.rule import Rule, judged

NANO_IN_MICRO = 1000


def _one(rows: ir.Table, name: str) -> ir.Table:
    rows = rows.filter(rows[f"{EARLIER}_{name}"].notnull())
    earlier, later = rows[f"{EARLIER}_{name}"], rows[f"{LATER}_{name}"]
    is_rate = name == "nominal_rate"
    if is_rate:
        earlier, later = earlier * NANO_IN_MICRO, later * NANO_IN_MICRO
    changed = differs(rows, name) & ~rows.is_restructured_between
    return judged(
        rows,
        subject=rows.loan_id,
        hit=changed,
        missing=[
            (later.isnull(), f"{name} in the later tape"),
            *((changed & flag, reason) for flag, reason in left_to(rows, "events_rewritten")),
        ],
        columns={
            "aspect": name,
            "observed": later.cast("string"),
            "limit": earlier.cast("string"),
            "unit": "rate" if is_rate else "code",
            **other(rows),
        },
    )


def rule(months: Months) -> Rule:
    """Return the rule over the loans of both tapes that state a rate or a method.

    A restructuring in between may change both; a new schedule alone may not. One dated back by the earlier date, that its tape does
    not tell of, is left to `events_rewritten`.
    """
    del months
    rows = two_rows(in_both())
    both = ibis.union(*(_one(rows, name) for name in ("nominal_rate", "rate_method")))
    return Rule("continuity.rate_changed", "notice", "loan", "loans", "rate", both, has_aspects=True)
