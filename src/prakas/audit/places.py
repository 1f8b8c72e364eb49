"""titles.parquet: land titles counted by institution, kind and place."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import LENDERS, LOAN_FACTS, TITLES, declared, number
from prakas.rules import Setting

TITLE_COUNTS = pa.schema(
    [
        pa.field("institution_id", pa.string()),
        pa.field("kind", pa.string()),
        pa.field("province", pa.string()),
        pa.field("district", pa.string()),
        pa.field("commune", pa.string()),
        pa.field("titles", pa.int64()),
        pa.field("titles_after_repayment", pa.int64()),
        pa.field("first_in_sector", pa.int64()),
        pa.field("basis", pa.string()),
    ]
)


def _placed(rows: ir.Table, commune: Any, basis: Any) -> ir.Table:
    return rows.mutate(
        commune=commune,
        district=commune.substr(0, 4),
        province=commune.substr(0, 2),
        basis=basis,
    )


def title_counts(setting: Setting) -> ir.Table:
    """Return the counts. Shape: TITLE_COUNTS. A title counts once in its institution; `first_in_sector` once in all.

    Titles in a tape that holds only a part of a lender's book are not counted: a part is no count.
    """
    held = declared("titles", TITLES)
    rows = _placed(held, held.commune, held.basis).select(
        "institution_id", "kind", "province", "district", "commune", "is_after_repayment", "is_first_in_sector", "basis"
    )
    loans = declared("loan_facts", LOAN_FACTS)
    told = loans.filter(~loans.has_collateral & loans.is_as_of & loans.title_kind.isin(setting.country.title_kinds))
    told = _placed(told, ibis.null("string"), ibis.literal("reported")).select(
        "institution_id",
        "province",
        "district",
        "commune",
        "basis",
        kind=told.title_kind,
        is_after_repayment=ibis.null("boolean"),
        is_first_in_sector=ibis.literal(value=True),
    )
    every = ibis.union(rows, told.select(rows.columns))
    every = every.anti_join(declared("lenders", LENDERS).filter(lambda t: ~t.is_whole_book), "institution_id")
    counted = every.group_by("institution_id", "kind", "province", "district", "commune", "basis").agg(
        titles=every.count().cast("int64"),
        titles_after_repayment=number(every.is_after_repayment),
        first_in_sector=number(every.is_first_in_sector),
    )
    places = [ibis.coalesce(counted[n], ibis.literal("")) for n in ("province", "district", "commune")]
    return counted.select(TITLE_COUNTS.names).order_by("institution_id", "kind", *(p for p in places), "basis")
