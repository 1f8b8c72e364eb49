"""Each loan as it stands in both months, side by side, with what happened in between and which part of its past reads otherwise."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import LOAN_FACTS, declared, sealed, total
from prakas.rules.months import DATE, EARLIER, FLAG, LATER, MONTHS, TEXT, WHOLE, Months, of
from prakas.rules.rewritten import ZERO, month_installments, month_log, month_payments

# Of each month, from the tape and from the facts; `is_open` ones are null for a loan not yet disbursed on that date.
FROM_TAPE = (
    "borrower_id", "currency", "principal", "signed_on", "disbursed_on", "matures_on", "nominal_rate", "rate_method", "frequency",
    "amortization", "grace_months", "fees_upfront", "original_matures_on", "restructured_on", "schedule_from", "refinances",
    "written_off_on", "title_kind", "installments_returned", "payments_returned", "collateral_returned", "recovery_returned",
)  # fmt: skip
FROM_FACTS = (
    "outstanding_principal", "overpaid_principal", "days_past_due", "accrued_interest", "repaid_on", "basis", "lender_kind",
    "is_short_term", "is_as_of", "is_written_off", "are_payments_known", "reported_outstanding", "reported_days_past_due",
    "titles_held", "has_collateral",
)  # fmt: skip
# What a schedule rests on where no row of it is there, and what must stand as long as no new one was agreed.
TERMS_OF_SCHEDULE = ("matures_on", "frequency", "amortization", "grace_months")
# What was agreed or happened once.
ORIGIN = (
    "principal",
    "currency",
    "disbursed_on",
    "signed_on",
    "borrower_id",
    "fees_upfront",
    "refinances",
    "original_matures_on",
)
EVENTS = ("restructured_on", "schedule_from", "written_off_on")
COMPUTED = ("computed", "rebuilt")


def _kind(name: str) -> pa.DataType:
    if name in FROM_FACTS:
        return LOAN_FACTS.field(name).type
    kind = sealed("loans").schema()[name]
    return {"string": TEXT, "int64": WHOLE, "date": DATE, "boolean": FLAG}[str(kind)]


MONTH_LOANS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        *(
            pa.field(f"{month}_{name}", kind)
            for month in MONTHS
            for name, kind in (
                ("loan_no", WHOLE),
                ("tape", TEXT),
                ("row", WHOLE),
                ("is_disbursed", FLAG),
                *((name, _kind(name)) for name in (*FROM_TAPE, *FROM_FACTS)),
                ("has_schedule", FLAG),
            )
        ),
        pa.field("received_principal", WHOLE),  # after the earlier date, by the later one
        pa.field("received", WHOLE),  # the same with interest and fees, without penalties
        pa.field("restarted_on", DATE),  # by a restructuring or a new schedule in between
        pa.field("is_restructured_between", FLAG),
        pa.field("received_before_restart", WHOLE),  # principal, interest and fees after the earlier date, by that day
        pa.field("owed_interest", WHOLE),  # the most interest and fees that could be owed by the restructuring; null: not known
        pa.field("next_due_on", DATE),  # the first instalment from the earlier date on, by the earlier schedule
        # Which part of its past reads otherwise.
        pa.field("is_origin_changed", FLAG),
        pa.field("are_events_rewritten", FLAG),
        pa.field("are_payments_rewritten", FLAG),
        pa.field("is_rate_changed", FLAG),
        pa.field("is_schedule_moved", FLAG),
    ]
)


def pairs() -> ir.Table:
    """Return the declared table of loans in both months."""
    return declared("month_loans", MONTH_LOANS)


def in_both() -> ir.Table:
    """Return the loans that both tapes have, disbursed by the earlier date as the earlier one tells it."""
    rows = pairs()
    return rows.filter(rows.earlier_is_disbursed & rows.later_loan_no.notnull())


def two_rows(rows: ir.Table) -> ir.Table:
    """Return pairs with `tape` and `source_row` as rules name them: the later month's."""
    return rows.mutate(tape=rows.later_tape, source_row=rows.later_row)


def other(rows: ir.Table) -> dict[str, Any]:
    """Return the columns that name the earlier month's row."""
    return {"other_tape": rows.earlier_tape, "other_row": rows.earlier_row}


def left_to(rows: ir.Table, *rules: str) -> list[tuple[Any, str]]:
    """Return the conditions under which another rule answers for a loan: what it finds would make this one fire as well."""
    flags = {
        "original_changed": rows.is_origin_changed,
        "events_rewritten": rows.are_events_rewritten,
        "payments_rewritten": rows.are_payments_rewritten,
        "rate_changed": rows.is_rate_changed,
        "schedule_moved": rows.is_schedule_moved,
    }
    return [(flags[name], f"the same past in both tapes: continuity.{name} answers for it") for name in rules]


def _of_month(month: str) -> ir.Table:
    """Return the loans of one month, their columns named for it."""
    rows = of(month, "loans")
    facts = of(month, "loan_facts").select("loan_no", is_disbursed=ibis.literal(True), **{n: n for n in FROM_FACTS})
    facts = facts.rename(**{f"fact_{n}": n for n in facts.columns})
    rows = rows.left_join(facts, rows.loan_no == facts.fact_loan_no)
    due = of(month, "installments").select(due_no="loan_no").distinct()
    rows = rows.left_join(due, rows.loan_no == due.due_no)
    columns = {
        "loan_no": rows.loan_no,
        "tape": rows.tape,
        "row": rows.source_row,
        "is_disbursed": rows.fact_is_disbursed.fill_null(False),
        **{name: rows[name] for name in FROM_TAPE},
        **{name: rows[f"fact_{name}"] for name in FROM_FACTS},
        "has_schedule": rows.due_no.notnull(),
    }
    return rows.select("institution_id", "loan_id", **{f"{month}_{name}": column for name, column in columns.items()})


def _side_by_side() -> ir.Table:
    rows = _of_month(EARLIER).outer_join(_of_month(LATER), ["institution_id", "loan_id"])
    return rows.mutate(
        institution_id=ibis.coalesce(rows.institution_id, rows.institution_id_right),
        loan_id=ibis.coalesce(rows.loan_id, rows.loan_id_right),
    ).drop("institution_id_right", "loan_id_right")


def differs(rows: ir.Table, name: str) -> Any:
    """Return whether both months tell something of a loan, and not the same; an empty cell tells nothing."""
    return (rows[f"{LATER}_{name}"] != rows[f"{EARLIER}_{name}"]).fill_null(False)


def event_rewritten(rows: ir.Table, name: str, months: Months) -> Any:
    """Return whether a restructuring, new schedule or write-off up to the earlier date is in one tape alone or on another day.

    The tape has room for the last of each, so a new one in between takes the place of the old; a restructuring that of a new
    schedule, too.
    """
    earlier, later = (
        (rows[f"{month}_{name}"] <= months.since).fill_null(False).ifelse(rows[f"{month}_{name}"], ibis.null("date"))
        for month in MONTHS
    )
    replaced = months.between(rows[f"{LATER}_{name}"])
    if name == "schedule_from":
        replaced = replaced | months.between(rows.later_restructured_on)
    same = (earlier == later) | (earlier.isnull() & later.isnull())
    return ~same.fill_null(False) & ~replaced


def _restarts(months: Months) -> ir.Table:
    """Return the loans of the later tape with the day of a restructuring or a new schedule in between; null where there is none."""
    rows = of(LATER, "loans")
    first = ibis.literal(months.earlier.on)
    days = [months.between(rows[name]).ifelse(rows[name], first) for name in ("restructured_on", "schedule_from")]
    last = ibis.greatest(*days)
    return rows.select("loan_no", "institution_id", "loan_id", restarted_on=(last > first).ifelse(last, ibis.null("date")))


def _receipts(months: Months) -> ir.Table:
    """Return what was received for each loan in between, by its number in the later tape."""
    paid = of(LATER, "payments")
    paid = paid.filter(months.between(paid.paid_on)).select("loan_no", "paid_on", "principal", "interest", "fee")
    paid = paid.inner_join(_restarts(months).select("loan_no", "restarted_on"), "loan_no")
    counted = paid.principal + paid.interest + paid.fee.fill_null(ZERO)
    return paid.group_by(paid_no="loan_no").agg(
        received_principal=total(paid.principal),
        received=total(counted),
        received_before_restart=total(counted, where=paid.paid_on <= paid.restarted_on),
    )


def _coming(months: Months) -> ir.Table:
    """Return the next instalment of each earlier schedule, and the interest and fees to come by the first one on or after a restart."""
    due = of(EARLIER, "installments")
    due = due.filter(due.due_on >= months.since).select("loan_no", "due_on", "interest", "fee")
    loans = of(EARLIER, "loans").select("loan_no", "institution_id", "loan_id")
    restarts = _restarts(months).select("institution_id", "loan_id", "restarted_on")
    due = due.inner_join(loans, "loan_no").left_join(restarts, ["institution_id", "loan_id"])
    of_loan = ibis.window(group_by="loan_no")
    beyond = due.due_on.min(where=due.due_on >= due.restarted_on)
    due = due.mutate(until_on=ibis.coalesce(beyond.over(of_loan), due.due_on.max().over(of_loan)))
    cost = due.interest + due.fee.fill_null(ZERO)
    return due.group_by(due_no="loan_no").agg(
        next_due_on=due.due_on.min(), coming=total(cost, where=(due.due_on > months.since) & (due.due_on <= due.until_on))
    )


def _events_between(rows: ir.Table, months: Months) -> ir.Table:
    """Return the pairs with restarts and receipts in between, and the interest that could be owed by a restructuring.

    That bound is kind: interest owed on the earlier date, and every instalment's interest and fee after it up to and with the
    first one due on the day of the restructuring or later.
    """
    restarts = _restarts(months).select(restart_no="loan_no", restarted_on="restarted_on")
    sums, coming = _receipts(months), _coming(months)
    rows = rows.left_join(restarts, rows.later_loan_no == restarts.restart_no)
    rows = rows.left_join(sums, rows.later_loan_no == sums.paid_no)
    rows = rows.left_join(coming, rows.earlier_loan_no == coming.due_no)
    known = rows.earlier_has_schedule & rows.earlier_accrued_interest.notnull()
    names = ("received_principal", "received", "received_before_restart")
    return rows.mutate(
        **{name: rows[name].fill_null(ZERO) for name in names},
        is_restructured_between=months.between(rows.later_restructured_on),
        owed_interest=known.ifelse(rows.earlier_accrued_interest + rows.coming.fill_null(ZERO), ibis.null("int64")),
    )


def paired_loans(months: Months) -> ir.Table:
    """Return one row a loan of either tape. Shape: MONTH_LOANS."""
    rows = _events_between(_side_by_side(), months)
    for name, table in (("payments", month_payments()), ("installments", month_installments()), ("log", month_log())):
        marks = table.select(f_institution="institution_id", f_loan="loan_id")
        rows = rows.left_join(marks, [rows.institution_id == marks.f_institution, rows.loan_id == marks.f_loan])
        rows = rows.mutate(**{f"is_{name}_other": rows.f_loan.notnull()}).drop("f_institution", "f_loan")
    stays = rows.earlier_loan_no.notnull() & rows.later_loan_no.notnull() & rows.earlier_is_disbursed.fill_null(False)
    is_same_schedule = rows.restarted_on.isnull()
    rates = differs(rows, "nominal_rate") | differs(rows, "rate_method")
    terms = differs(rows, TERMS_OF_SCHEDULE[0])
    for name in TERMS_OF_SCHEDULE[1:]:
        terms = terms | differs(rows, name)
    origin = differs(rows, ORIGIN[0])
    for name in ORIGIN[1:3]:  # what balances and days are reckoned from
        origin = origin | differs(rows, name)
    events = event_rewritten(rows, EVENTS[0], months)
    for name in EVENTS[1:]:
        events = events | event_rewritten(rows, name, months)

    def kept(table: str) -> Any:
        return ~(rows[f"earlier_{table}_returned"].fill_null(False) | rows[f"later_{table}_returned"].fill_null(False))

    # Rows of a schedule that were not there before are no change of it.
    moved = rows.is_installments_other & rows.earlier_has_schedule & kept("installments")
    rows = rows.mutate(
        earlier_is_disbursed=rows.earlier_is_disbursed.fill_null(False),
        later_is_disbursed=rows.later_is_disbursed.fill_null(False),
        is_origin_changed=stays & origin,
        are_events_rewritten=stays & events,
        are_payments_rewritten=stays & rows.is_payments_other & kept("payments"),
        is_rate_changed=stays & rates & ~rows.is_restructured_between,
        is_schedule_moved=stays & is_same_schedule & (moved | terms),
    )
    return rows.select(MONTH_LOANS.names).order_by("institution_id", "loan_id")
