"""Grades, provisions and interest in suspense of every loan, from the grid and rates in force on the audit date."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import LOAN_FACTS, declared
from prakas.rulebook import GRADES, DatedValue
from prakas.rules.setting import Setting, weakest_of

# Which parameter holds the grid, and which the rates, for each kind of lender.
GRIDS = {
    "bank": "classification.bank",
    "licensed": "classification.licensed",
    "licensed_deposit_taking": "classification.licensed",
    "registered": "classification.other",
    "unregistered": "classification.other",
}
RATES = {kind: "provisioning.bank_rates" if kind == "bank" else "provisioning.rates" for kind in GRIDS}

LOAN_RESULTS = pa.schema(
    [
        *LOAN_FACTS,
        pa.field("is_grid_in_force", pa.bool_()),
        pa.field("is_grid_held_back", pa.bool_()),
        pa.field("grade", pa.string()),
        pa.field("grade_confidence", pa.string()),
        pa.field("grade_citation", pa.string()),
        pa.field("provision_base", pa.int64()),
        pa.field("provision_rate", pa.int64()),
        pa.field("provision_required", pa.int64()),
        pa.field("provision_shortfall", pa.int64()),
        pa.field("provision_confidence", pa.string()),
        pa.field("provision_citation", pa.string()),
        pa.field("interest_in_suspense", pa.int64()),
        pa.field("ceiling_confidence", pa.string()),
        pa.field("ceiling_citation", pa.string()),
        pa.field("confidence", pa.string()),
    ]
)


def loan_results() -> ir.Table:
    """Return the declared table of loan results."""
    return declared("loan_results", LOAN_RESULTS)


def by_kind(rows: ir.Table, values: dict[str, Any]) -> Any:
    """Return, for each row, the value of its kind of lender; null for a kind that has none."""
    branches = [(rows.lender_kind == kind, value) for kind, value in values.items() if value is not None]
    return ibis.cases(*branches) if branches else ibis.null("string")


def grade_by_days(days: Any, is_short: Any, value: DatedValue) -> Any:
    """Return the grade of a grid for a column of days past due; null where the term matters and is not known."""

    def graded(bands: Any) -> Any:
        worst_first = [(days >= band.first_day, ibis.literal(band.grade)) for band in reversed(bands)]
        return days.isnull().ifelse(ibis.null("string"), ibis.cases(*worst_first, else_=GRADES[0]))

    short, long = graded(value.bands(is_short=True)), graded(value.bands(is_short=False))
    if value.bands(is_short=True) == value.bands(is_short=False):
        return short
    return ibis.cases((is_short, short), (~is_short, long))


def grade_rank(grade: Any) -> Any:
    """Return the place of a grade, 0 for the best."""
    return ibis.cases(*((grade == name, ibis.literal(i, type="int64")) for i, name in enumerate(GRADES)))


def _graded(rows: ir.Table, setting: Setting) -> ir.Table:
    grids = {kind: setting.value(name, kind) for kind, name in GRIDS.items()}
    usable = {kind: setting.usable(value) for kind, value in grids.items()}
    found = by_kind(rows, {k: grade_by_days(rows.days_past_due, rows.is_short_term, v) if v else None for k, v in usable.items()})
    confidence = by_kind(rows, {k: ibis.literal(v.confidence) if v else None for k, v in usable.items()})
    citation = by_kind(rows, {k: ibis.literal(setting.cited(v.citation)) if v else None for k, v in usable.items()})
    in_force = by_kind(rows, {k: ibis.literal(value=True) if v else None for k, v in grids.items()})
    grade = ibis.cases(
        (rows.is_written_off, ibis.null("string")),
        ((rows.outstanding_principal == 0) & confidence.notnull(), GRADES[0]),
        (rows.outstanding_principal.isnull(), ibis.null("string")),
        else_=found,
    )
    return rows.mutate(
        is_grid_in_force=in_force.cast("boolean").fill_null(False),
        is_grid_held_back=in_force.notnull() & confidence.isnull(),
        grade=grade,
        grade_confidence=grade.notnull().ifelse(confidence, ibis.null("string")),
        grade_citation=citation,
    )


def _provisioned(rows: ir.Table, setting: Setting) -> ir.Table:
    tables = {kind: setting.value(name, kind) for kind, name in RATES.items()}

    def part(of: Any) -> Any:
        branches = []
        for kind, value in tables.items():
            for grade in value.value if value else ():
                if setting.is_strict and value is not None and value.confidence_of(grade) == "unverified":
                    continue
                branches.append(((rows.lender_kind == kind) & (rows.grade == grade), of(value, grade)))
        return ibis.cases(*branches) if branches else ibis.null("string")

    # Hundredths of a percent, so that 2.5 % stays whole.
    rate = part(lambda value, grade: ibis.literal(int(setting.percent(value.value[grade]) * 100), type="int64")).cast("int64")
    confidence = part(lambda value, grade: ibis.literal(value.confidence_of(grade)))
    citation = part(lambda value, _: ibis.literal(setting.cited(value.citation)))
    none = ibis.null("int64")
    proven = (rows.grade == GRADES[-1]).ifelse(rows.proven_value, 0)
    base = ibis.greatest(rows.outstanding_principal - rows.cash - proven, 0)
    complete = rows.grade.notnull() & rows.outstanding_principal.notnull() & rows.cash.notnull() & rows.proven_value.notnull()
    return rows.mutate(
        provision_rate=complete.ifelse(rate, none),
        provision_base=(complete & rate.notnull()).ifelse(base, none),
        provision_confidence=confidence,
        provision_citation=citation,
    )


def _required(rows: ir.Table) -> ir.Table:
    """Return the provision, half up at the end; the base is split so that the product stays inside int64."""
    whole, rest = rows.provision_base // 10_000, rows.provision_base % 10_000
    required = whole * rows.provision_rate + (rest * rows.provision_rate * 2 + 10_000) // 20_000
    rows = rows.mutate(provision_required=required)
    told = (rows.is_as_of & ~rows.is_written_off).ifelse(rows.reported_provision, ibis.null("int64"))
    short = rows.provision_required - told  # null where one of both is; the engines' greatest would pass over the null
    return rows.mutate(
        provision_shortfall=short.notnull().ifelse(ibis.greatest(short, ibis.literal(0, type="int64")), ibis.null("int64")),
        reported_provision=told,
    )


def provisioned(rows: ir.Table, setting: Setting) -> ir.Table:
    """Return rows of loan facts, also of another day or an assumption, with their grade and the provision they require."""
    return _required(_provisioned(_graded(rows, setting), setting))


def graded_loans(setting: Setting) -> ir.Table:
    """Return the results of every loan. Shape: LOAN_RESULTS."""
    rows = provisioned(declared("loan_facts", LOAN_FACTS), setting)
    trigger = setting.usable(setting.value("suspense.trigger_grade"))
    none = ibis.null("int64")
    suspended = none
    if trigger is not None:
        told = rows.is_as_of.ifelse(rows.reported_accrued_interest, none)
        worse = grade_rank(rows.grade) >= GRADES.index(trigger.value)
        suspended = ibis.cases((worse, told), (~worse, 0))
    text = ibis.null("string")
    ceiling_confidence = setting.by_day("price.annual_rate_ceiling", rows.agreed_on, lambda v: ibis.literal(v.confidence))
    ceiling_citation = setting.by_day(
        "price.annual_rate_ceiling", rows.agreed_on, lambda v: ibis.literal(setting.cited(v.citation))
    )
    rows = rows.mutate(
        interest_in_suspense=suspended,
        ceiling_confidence=ceiling_confidence.cast("string"),
        ceiling_citation=ceiling_citation.cast("string"),
    )
    used = [
        rows.grade_confidence,
        rows.provision_required.notnull().ifelse(rows.provision_confidence, text),
        rows.ceiling_confidence,
    ]
    if trigger is not None:
        used.append(rows.interest_in_suspense.notnull().ifelse(trigger.confidence, text))
    rows = rows.mutate(confidence=weakest_of(*used))
    return rows.select(LOAN_RESULTS.names).order_by("loan_no")
