"""A plain oddity: a land title held on the earlier date is in no row of the later tape, and no hand-back since is told."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from prakas.rules.months import EARLIER, LATER, Months, month_lenders, of
from prakas.rules.pairs import pairs
from prakas.rules.rule import Rule, judged


def _held(months: Months) -> ir.Table:
    """Return the titles held on the earlier date, the first row of each, with the loans that it secured."""
    rows = of(EARLIER, "collateral")
    rows = rows.filter(
        rows.kind.isin(months.later.country.title_kinds)
        & (rows.taken_on <= months.since)
        & (rows.released_on.isnull() | (rows.released_on > months.since))
    ).drop("institution_id", "loan_id")
    loans = pairs().select(
        "institution_id",
        "loan_id",
        "earlier_loan_no",
        "later_loan_no",
        "earlier_collateral_returned",
        "later_collateral_returned",
    )
    rows = rows.inner_join(loans, rows.loan_no == loans.earlier_loan_no)
    rows = rows.mutate(title=ibis.coalesce(rows.title_ref, rows.collateral_id))
    each = ibis.window(group_by=["institution_id", "title"], order_by=["taken_on", "collateral_id", "source_row"])
    every = ibis.window(group_by=["institution_id", "title"])
    rows = rows.mutate(
        place=ibis.row_number().over(each),
        is_loan_there=rows.later_loan_no.notnull().cast("int64").max().over(every),
        is_returned=(rows.earlier_collateral_returned | rows.later_collateral_returned.fill_null(False))
        .cast("int64")
        .max()
        .over(every),
    )
    return rows.filter(rows.place == 0).drop("place")


def _there(months: Months) -> ir.Table:
    """Return the rows of titles in the later tape that were not handed back by the earlier date."""
    rows = of(LATER, "collateral")
    rows = rows.filter(
        rows.kind.isin(months.later.country.title_kinds) & (rows.released_on.isnull() | (rows.released_on > months.since))
    ).drop("institution_id")
    loans = of(LATER, "loans").select("loan_no", "institution_id")
    return rows.inner_join(loans, "loan_no")


def _matched(months: Months) -> ir.Table:
    """Return the titles held on the earlier date with the row of the later tape that is the same title, and what their lender sent."""
    rows = _held(months)
    there = _there(months)
    by_ref = (
        there.filter(there.title_ref.notnull())
        .group_by("institution_id", "title_ref", "kind")
        .agg(ref_row=there.source_row.min(), ref_tape=there.tape.min())
    )
    by_ref = by_ref.rename(ref_institution="institution_id", ref="title_ref", ref_kind="kind")
    by_number = there.group_by("institution_id", "collateral_id", "kind").agg(
        number_row=there.source_row.min(), number_tape=there.tape.min(), number_ref=there.title_ref.min()
    )
    by_number = by_number.rename(number_institution="institution_id", number="collateral_id", number_kind="kind")
    rows = rows.left_join(
        by_ref, [rows.institution_id == by_ref.ref_institution, rows.title_ref == by_ref.ref, rows.kind == by_ref.ref_kind]
    )
    rows = rows.left_join(
        by_number,
        [
            rows.institution_id == by_number.number_institution,
            rows.collateral_id == by_number.number,
            rows.kind == by_number.number_kind,
        ],
    )
    same_number = rows.number_row.notnull() & (rows.number_ref.isnull() | rows.title_ref.isnull())
    is_there = rows.ref_row.notnull() | same_number
    lenders = month_lenders().drop("earlier_tape", "later_tape", "earlier_row", "later_row")
    rows = rows.mutate(
        is_there=is_there,
        later_row=ibis.coalesce(rows.ref_row, rows.number_row),
        later_tape=ibis.coalesce(rows.ref_tape, rows.number_tape),
    )
    return rows.inner_join(lenders, "institution_id")


def rule(months: Months) -> Rule:
    """Return the rule over the titles held on the earlier date.

    A title is there where a row of the later tape has its reference and kind, or its number where one of both tapes names no
    reference. Handed back in between is a reason. Handed back by the earlier date, told only now, is none: it was held then.
    Nothing is said where none of the loans that it secured is in the later tape (`vanished`, or repaid long ago), where a row of
    their collateral was returned, and of parts of books.
    """
    rows = _matched(months)
    gone = ~rows.is_there
    here = rows.mutate(earlier_tape=rows.tape, earlier_row=rows.source_row)
    here = here.mutate(
        tape=gone.ifelse(here.earlier_tape, here.later_tape), source_row=gone.ifelse(here.earlier_row, here.later_row)
    )
    judged_rows = judged(
        here,
        subject=here.title,
        hit=gone,
        missing=[
            (gone & ~here.later_has_collateral.fill_null(False), "the collateral in the later tape"),
            (gone & (here.is_loan_there == 0), "a loan that it secures in the later tape"),
            (gone & (here.is_returned == 1), "the collateral of a loan it secures: a row was returned"),
            (gone & ~(here.earlier_is_whole_book & here.later_is_whole_book).fill_null(False), "the collateral of a whole book"),
        ],
        columns={
            "observed": here.kind,
            "limit": here.taken_on.cast("string"),
            "other_tape": gone.ifelse(ibis.null("string"), here.earlier_tape),
            "other_row": gone.ifelse(ibis.null("int64"), here.earlier_row),
            "note": gone.ifelse("the row stands in the earlier tape", ibis.null("string")),
        },
    )
    return Rule("continuity.title_gone", "notice", "title", "collateral", "code", judged_rows)
