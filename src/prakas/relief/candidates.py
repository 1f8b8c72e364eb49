"""The loans that a plan looks at: in which tier each stands, what is known of it, and what it lacks to be worked out."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import LOAN_FACTS, LOAN_INPUTS, PERSON, Day, declared, kernel_inputs, sealed, total
from prakas.relief.months import IN_BASE
from prakas.relief.plan import TIERS, Plan, Tier

TEXT, WHOLE = pa.string(), pa.int64()

# One row a loan that is open (or not known to be closed) on the day of the books, in a tier or not known to be in none.
CANDIDATES = pa.schema(
    [
        *(pa.field(name, WHOLE) for name in LOAN_INPUTS),
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        pa.field("borrower_id", TEXT),
        pa.field("currency", TEXT),
        pa.field("basis", TEXT),
        pa.field("reason", TEXT),
        pa.field("missing", TEXT),  # what the loan lacks; null: it can be worked out
        pa.field("tier", WHOLE),  # place of the tier in the plan; null: not known
        pa.field("outstanding_principal", WHOLE),
        pa.field("days_past_due", WHOLE),
        pa.field("received_principal", WHOLE),
        pa.field("received_total", WHOLE),
        pa.field("is_computed", WHOLE),
        pa.field("riel_rate", WHOLE),  # millionths of the base unit for one unit; IN_BASE for the base currency itself
    ]
)
# What is missing, in words, where a tier cannot be told.
UNTOLD = {
    "poverty": "the borrower's poverty level",
    "work_status": "the borrower's work",
    "livelihood": "the borrower's livelihood",
    "commune": "the borrower's commune",
}


def meets(rows: Any, tier: Tier) -> Any:
    """Return whether a borrower meets a tier; null where it is not known."""
    if tier.kind == "everyone":
        return ibis.literal(value=True)
    column = rows[TIERS[tier.kind]]
    if tier.kind == "province":
        return column.substr(0, 2).isin(list(tier.codes))
    if tier.codes:
        return column.isin(list(tier.codes))
    return column == {"work_lost": "lost", "work_suspended": "suspended"}.get(tier.kind, tier.kind)


def _reason(rows: Any, tier: Tier) -> Any:
    """Return what put a borrower into a tier: its kind, with the code where the tier has several."""
    if not tier.codes:
        return ibis.literal(tier.kind)
    column = rows[TIERS[tier.kind]]
    code = column.substr(0, 2) if tier.kind == "province" else column
    return ibis.literal(f"{tier.kind}: ").concat(code)


def _received(day: Day) -> ir.Table:
    """Return what was received of each loan for the schedule in force: paid_no, paid_principal, paid_total."""
    loans = declared("loan_facts", LOAN_FACTS).select("is_restarted", "start_on", fact_no="loan_no")
    rows = sealed("payments").filter(lambda t: t.paid_on <= day.literal)
    rows = rows.inner_join(loans, rows.loan_no == loans.fact_no)
    rows = rows.filter(~rows.is_restarted | (rows.paid_on > rows.start_on))
    zero = ibis.literal(0, type="int64")
    return rows.group_by(paid_no=rows.loan_no).agg(
        paid_principal=total(rows.principal), paid_total=total(rows.principal + rows.interest + rows.fee.fill_null(zero))
    )


def _missing(rows: Any, plan: Plan) -> Any:
    """Return what a loan lacks, the first of several; null where it lacks nothing."""
    untold = [name for name in UNTOLD if any(TIERS[tier.kind] == name for tier in plan.who)]
    return ibis.cases(
        *((rows.tier.isnull() & rows[name].isnull(), UNTOLD[name]) for name in untold),
        (rows.fact_schedule_unknown, "the schedule in force on the audit date"),
        (rows.fact_installments_returned, "the loan's schedule: a row was returned"),
        (rows.opening_balance.isnull(), "a repayment schedule"),
        (rows.fact_payments_returned, "the loan's payments: a row was returned"),
        (rows.outstanding_principal.isnull(), "what is outstanding"),
        (rows.fact_rate.isnull() & plan.is_rate_needed, "the contract's rate"),
        (rows.riel_rate.isnull(), "the exchange rate"),
    )


def candidates(day: Day, plan: Plan) -> ir.Table:
    """Return the loans that a plan looks at. Shape: CANDIDATES.

    Left out are loans written off or repaid, those of private persons who lend, and those whose borrower is known to be in no tier.
    """
    facts = declared("loan_facts", LOAN_FACTS)
    rows = facts.filter(
        ~facts.is_written_off & (facts.outstanding_principal.fill_null(1) > 0) & (facts.lender_kind.fill_null("") != PERSON)
    )
    rows = rows.rename(
        fact_no="loan_no",
        fact_rate="nominal_rate",
        fact_schedule_unknown="is_schedule_unknown",
        fact_installments_returned="installments_returned",
        fact_payments_returned="payments_returned",
    ).drop("poverty")
    people = sealed("borrowers").select(
        "poverty", "work_status", "livelihood", "commune", person="borrower_id", person_tape="tape"
    )
    rows = rows.left_join(people, [rows.tape == people.person_tape, rows.borrower_id == people.person])
    told = [(meets(rows, tier).fill_null(False), place, tier) for place, tier in enumerate(plan.who)]
    base = day.country.base_currency
    rows = rows.mutate(
        tier=ibis.cases(*((met, ibis.literal(place, type="int64")) for met, place, _ in told)),
        reason=ibis.cases(*((met, _reason(rows, tier)) for met, _, tier in told)),
        riel_rate=(rows.currency == base).ifelse(ibis.literal(IN_BASE, type="int64"), rows.khr),
    )
    rows = rows.mutate(missing=_missing(rows, plan))
    rows = rows.filter(rows.tier.notnull() | rows.missing.isin(list(UNTOLD.values())))
    paid = _received(day)
    rows = rows.left_join(paid, rows.fact_no == paid.paid_no)
    zero = ibis.literal(0, type="int64")
    is_computed = rows.computed_outstanding.notnull()
    told_principal = ibis.greatest(rows.opening_balance - rows.outstanding_principal, zero)
    rows = rows.mutate(
        is_computed=is_computed.cast("int64"),
        received_principal=is_computed.ifelse(rows.paid_principal.fill_null(zero), told_principal),
        received_total=is_computed.ifelse(rows.paid_total.fill_null(zero), told_principal),
    )
    wanted = [name for name in CANDIDATES.names if name not in LOAN_INPUTS]
    inputs = kernel_inputs(day)["loans"]
    return (
        rows.select("fact_no", *wanted)
        .inner_join(inputs, rows.fact_no == inputs.loan_no)
        .select(CANDIDATES.names)
        .order_by("loan_no")
    )
