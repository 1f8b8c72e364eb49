"""What a rule is: rows that it covers, each of them found, sound or not assessed, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

FOUND, SOUND, NOT_ASSESSED = "found", "sound", "not_assessed"

# Every rule's rows have this shape. Amounts in minor units; `observed` and `limit` as whole numbers or codes in text.
JUDGED = pa.schema(
    [
        pa.field("institution_id", pa.string()),
        pa.field("subject", pa.string()),
        pa.field("aspect", pa.string()),
        pa.field("state", pa.string()),
        pa.field("missing", pa.string()),
        pa.field("source_row", pa.int64()),
        pa.field("observed", pa.string()),
        pa.field("limit", pa.string()),
        pa.field("amount", pa.int64()),
        pa.field("currency", pa.string()),
        pa.field("basis", pa.string()),
        pa.field("confidence", pa.string()),
        pa.field("citation", pa.string()),
        pa.field("tape", pa.string()),
        # Where one row differs from its rule in these; null: as the rule says.
        pa.field("subject_kind", pa.string()),
        pa.field("source_table", pa.string()),
        pa.field("unit", pa.string()),
        pa.field("note", pa.string()),  # what stands in for something the tape does not say
        # The second row that a finding rests on, where it rests on two: the earlier month's, the other loan's.
        pa.field("other_tape", pa.string()),
        pa.field("other_row", pa.int64()),
    ]
)


@dataclass(frozen=True)
class Rule:
    """One rule of one run. It describes and never runs.

    `unit` says how observed and limit are printed: rate (billionths of a percent), percent (millionths), days, money, count,
    date or code. `subject_kind`: loan, institution, collateral or title.
    """

    id: str
    standing: str  # law, industry_code, demand or notice
    subject_kind: str
    source_table: str
    unit: str
    rows: ir.Table
    law: tuple[str, ...] = ()  # the parameters that it is held to
    has_aspects: bool = False


def judged(
    rows: ir.Table,
    *,
    subject: Any,
    hit: Any,
    missing: Sequence[tuple[Any, Any]],
    columns: Mapping[str, Any],
) -> ir.Table:
    """Return the rows of a rule in the shape JUDGED.

    `missing` lists conditions under which a row cannot be judged, with what is lacking; a null `hit` never passes as sound.
    `columns` gives observed, limit, amount, currency, basis, confidence, citation and aspect where the rule has them,
    and subject_kind, source_table and unit where a row differs from its rule in them, a note, and other_tape and other_row.
    """
    lacking = ibis.cases(*((condition.fill_null(False), reason) for condition, reason in missing)) if missing else None
    reason = ibis.null("string") if lacking is None else lacking
    reason = ibis.coalesce(reason, hit.isnull().ifelse("something the rule compares", ibis.null("string")))
    state = ibis.cases((reason.notnull(), NOT_ASSESSED), (hit, FOUND), else_=SOUND)
    given: dict[str, Any] = {
        "aspect": ibis.literal(""),
        "observed": ibis.null("string"),
        "limit": ibis.null("string"),
        "amount": ibis.null("int64"),
        "currency": ibis.null("string"),
        "basis": ibis.null("string"),
        "confidence": ibis.null("string"),
        "citation": ibis.null("string"),
        "subject_kind": ibis.null("string"),
        "source_table": ibis.null("string"),
        "unit": ibis.null("string"),
        "note": ibis.null("string"),
        "other_tape": ibis.null("string"),
        "other_row": ibis.null("int64"),
        **{name: ibis.literal(value) if isinstance(value, str) else value for name, value in columns.items()},
    }
    table = rows.select(
        institution_id=rows.institution_id,
        subject=subject,
        state=state,
        missing=reason,
        source_row=rows.source_row,
        tape=rows.tape,
        observed=given.pop("observed").cast("string"),
        limit=given.pop("limit").cast("string"),
        **given,
    )
    return table.select(JUDGED.names)


def nothing(table: ir.Table) -> ir.Table:
    """Return no rows of a table: a rule that covers nothing on this day."""
    return table.filter(ibis.literal(False))
