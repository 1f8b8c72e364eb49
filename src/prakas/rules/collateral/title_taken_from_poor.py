"""Asked for, not law: no land titles for loans to poor households, nor for microloans (letter of 16 July 2020). Every lender."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts import capped, sealed, weakness_of
from prakas.rules.grading import loan_results
from prakas.rules.papers import ROWS_RETURNED
from prakas.rules.rule import Rule, judged
from prakas.rules.setting import Setting

UNDECLARED = "is_microloan is empty: a loan of a lender that is no bank, and not of the segment sme, is taken for one"


def _taken(setting: Setting) -> ir.Table:
    """Return one row a title taken: rows of collateral, and loans that tell of a title where there is no such table."""
    kinds = setting.country.title_kinds
    loans = loan_results()
    named = (
        "institution_id",
        "poverty",
        "is_microloan",
        "segment",
        "is_bank",
        "currency",
        "principal",
        "tape",
        "has_collateral",
        "collateral_returned",
    )
    collateral = sealed("collateral").select("loan_no", "collateral_id", "kind", "taken_on", "evidence", "source_row")
    rows = collateral.filter(collateral.kind.isin(kinds) & (collateral.taken_on <= setting.day.literal))
    rows = rows.inner_join(loans.select("loan_no", *named), "loan_no")
    basis = capped(ibis.literal("computed"), weakness_of(rows.evidence))
    rows = rows.select(*named, "taken_on", "source_row", subject=rows.collateral_id, basis=basis,
        subject_kind=ibis.literal("collateral"), source_table=ibis.literal("collateral"),
    )  # fmt: skip
    told = loans.filter(~loans.has_collateral & loans.title_kind.isin(kinds) & loans.is_as_of)
    told = told.select(
        *named, taken_on=told.disbursed_on, source_row=told.source_row, subject=told.loan_id, basis=ibis.literal("reported"),
        subject_kind=ibis.literal("loan"), source_table=ibis.literal("loans"),
    )  # fmt: skip
    return ibis.union(rows, told)


def _judged(
    rows: ir.Table, setting: Setting, parameter: str, aspect: str, hit: Any, lacking: Any, lacks: str, note: Any
) -> ir.Table:
    asked = setting.law[parameter].values
    value = asked[-1]
    rows = rows.filter(rows.taken_on >= ibis.literal(value.since))
    return judged(
        rows,
        subject=rows.subject,
        hit=hit(rows),
        missing=[(rows.has_collateral & rows.collateral_returned, ROWS_RETURNED), (lacking(rows), lacks)],
        columns={
            "aspect": aspect,
            "observed": rows.taken_on.cast("string"),
            "limit": value.since.isoformat(),
            "amount": rows.principal,
            "currency": rows.currency,
            "basis": rows.basis,
            "confidence": value.confidence,
            "citation": setting.cited(value.citation),
            "subject_kind": rows.subject_kind,
            "note": note(rows),
            "source_table": rows.source_table,
        },
    )


def _is_micro(rows: ir.Table) -> Any:
    # Declared by the lender; where it declares nothing, a non-bank's loan that is not to an enterprise.
    undeclared = ~rows.is_bank & (rows.segment != "sme").fill_null(True)
    return ibis.coalesce(rows.is_microloan, undeclared)


def rule(setting: Setting) -> Rule:
    """Return the rule; titles of poor households and titles for microloans are counted apart."""
    taken = _taken(setting)
    poor = _judged(
        taken,
        setting,
        "demand.no_titles_from_poor",
        "idpoor",
        lambda t: t.poverty.isin(setting.country.poor),
        lambda t: t.poverty.isnull(),
        "the household's poverty level",
        lambda _: ibis.null("string"),
    )
    micro = _judged(
        taken,
        setting,
        "demand.no_titles_from_poor",
        "microloan",
        _is_micro,
        lambda t: _is_micro(t).isnull(),
        "whether it is a microloan",
        lambda t: t.is_microloan.isnull().ifelse(UNDECLARED, ibis.null("string")),
    )
    rows = ibis.union(poor, micro)
    return Rule(
        "collateral.title_taken_from_poor",
        "demand",
        "collateral",
        "collateral",
        "date",
        rows,
        ("demand.no_titles_from_poor",),
        has_aspects=True,
    )
