"""Whether relief that was granted was given: the promised schedules held against those of a later tape."""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit import MONEY, as_decimal
from prakas.facts import LOAN_FACTS, Day, declared, number, sealed, total

DATE, TEXT, WHOLE = pa.date32(), pa.string(), pa.int64()
GIVEN, PARTLY, NOT_GIVEN, NOTHING_TO_GIVE = "given", "partly", "not_given", "nothing_to_give"
GONE, NOT_ASSESSED = "gone", "not_assessed"
STATES = (GIVEN, PARTLY, NOT_GIVEN, NOTHING_TO_GIVE, GONE, NOT_ASSESSED)

# The schedules of a relief's installments.parquet in hundredths.
PROMISED = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        pa.field("due_on", DATE),
        pa.field("old_due_on", DATE),
        pa.field("amount", WHOLE),  # principal, interest and fee by the new schedule
        pa.field("old_amount", WHOLE),
        pa.field("is_changed", pa.bool_()),
    ]
)
AMOUNTS = ("due_by_old_schedule", "due_as_granted", "due_by_tape", "due_too_early", "still_suspended")
CHECKED_ROWS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("loan_id", TEXT),
        pa.field("state", TEXT),
        pa.field("missing", TEXT),
        pa.field("currency", TEXT),
        pa.field("old_due_on", DATE),
        pa.field("granted_due_on", DATE),
        pa.field("tape_due_on", DATE),
        *(pa.field(name, WHOLE) for name in AMOUNTS),
        pa.field("tape", TEXT),
        pa.field("source_row", WHOLE),
    ]
)
CHECKED = pa.schema([pa.field(f.name, MONEY if f.name in AMOUNTS else f.type) for f in CHECKED_ROWS])
LENDERS_CHECKED = pa.schema([pa.field("institution_id", TEXT), pa.field("granted", WHOLE), *(pa.field(n, WHOLE) for n in STATES)])


def _loans(promised: ir.Table) -> ir.Table:
    """Return one row a loan granted, with its first changed instalment by both schedules."""
    return promised.group_by("institution_id", "loan_id").agg(
        old_due_on=promised.old_due_on.min(where=promised.is_changed),
        granted_due_on=promised.due_on.min(where=promised.is_changed & promised.old_due_on.notnull()),
        first_amount=promised.amount.max(where=promised.is_changed),
        changed=number(promised.is_changed),
    )


def _found(granted: ir.Table, day: Day, start: Any) -> ir.Table:
    """Return the loans granted with what the later tape says of each: there or not, since when its schedule counts, what it lacks."""
    facts = declared("loan_facts", LOAN_FACTS)
    country = day.country
    own = sealed("installments").select(rows_no="loan_no").distinct()
    facts = facts.left_join(own, facts.loan_no == own.rows_no)
    there = facts.select(
        "loan_no", "currency", "tape", "source_row",
        there_id=facts.institution_id,
        there_loan=facts.loan_id,
        since=facts.is_restarted.ifelse(ibis.greatest(facts.start_on, start), start),
        lack=ibis.cases(
            (facts.is_schedule_unknown, "the schedule in force on the audit date"),
            (facts.installments_returned, "the loan's schedule: a row was returned"),
            (facts.rows_no.isnull(), "a repayment schedule"),
        ),
        floor=ibis.cases(
            *((facts.currency == code, ibis.literal(floor, type="int64")) for code, floor in country.coverage_floor.items()),
            else_=country.coverage_floor_default,
        ),
    )  # fmt: skip
    return granted.left_join(there, [granted.institution_id == there.there_id, granted.loan_id == there.there_loan])


def _events(rows: ir.Table, promised: ir.Table, start: Any) -> ir.Table:
    """Return what falls due on each day after the start by the old schedule, as granted and by the later tape, a row a loan and day."""
    keys = rows.select("institution_id", "loan_id", "loan_no", since=rows.since.fill_null(start))
    ours = promised.inner_join(keys, ["institution_id", "loan_id"])
    ours = ours.select(*(c for c in ours.columns if not c.endswith("_right")))
    tape = sealed("installments").drop("institution_id", "loan_id").inner_join(keys, "loan_no")
    tape = tape.select(*(c for c in tape.columns if not c.endswith("_right")))
    zero = ibis.literal(0, type="int64")
    due = tape.principal + tape.interest + tape.fee.fill_null(zero)
    kinds = (
        (ours.filter(ours.old_due_on.notnull()), "old_due_on", "old_amount", "old"),
        (ours, "due_on", "amount", "granted"),
        (tape.mutate(due=due), "due_on", "due", "found"),
    )
    parts = []
    for table, on, amount, kind in kinds:
        kept = table.filter(table[on] > table.since)
        amounts = {name: (kept[amount] if name == kind else zero) for name in ("old", "granted", "found")}
        parts.append(kept.select("institution_id", "loan_id", on=kept[on], **amounts))
    every = ibis.union(*parts)
    return every.group_by("institution_id", "loan_id", "on").agg(
        old=total(every.old), granted=total(every.granted), found=total(every.found)
    )


def checked(promised_name: str, day: Day, start: Any, end: Any) -> ir.Table:
    """Return one row a loan granted. Shape: CHECKED_ROWS. `start` and `end`: the first and the last day of the plan.

    Added up day by day from the start (or from a later restart of the schedule): where the tape never asks for more than was
    granted, relief was given; where it never asks for less than the old schedule did, it was not; else in part. The tolerance is
    that of a covered instalment: 1 % of the first one that changed, and the country's floor at least.
    """
    promised = declared(promised_name, PROMISED)
    start, end = ibis.literal(start), ibis.literal(end)
    rows = _found(_loans(promised), day, start)
    events = _events(rows, promised, start)
    so_far = ibis.window(group_by=["institution_id", "loan_id"], order_by="on", preceding=None, following=0)
    summed = {name: events[name].sum().over(so_far).cast("int64") for name in ("old", "granted", "found")}
    inside = events.on <= end
    days = events.mutate(
        early=summed["found"] - summed["granted"],
        late=summed["old"] - summed["found"],
        **{f"{name}_inside": inside.ifelse(events[name], 0) for name in ("old", "granted", "found")},
    )
    told = days.group_by(day_of="institution_id", day_loan="loan_id").agg(
        due_too_early=days.early.max(),
        still_suspended=days.late.max(),
        due_by_old_schedule=total(days.old_inside),
        due_as_granted=total(days.granted_inside),
        due_by_tape=total(days.found_inside),
    )
    rows = rows.left_join(told, [rows.institution_id == told.day_of, rows.loan_id == told.day_loan])
    rows = rows.left_join(*_first_found(rows, days))
    zero = ibis.literal(0, type="int64")
    room = ibis.greatest(rows.floor.fill_null(zero), rows.first_amount.fill_null(zero) // 100)
    early, suspended = (rows[n].fill_null(zero) for n in ("due_too_early", "still_suspended"))
    state = ibis.cases(
        (rows.there_loan.isnull(), GONE),
        (rows.lack.notnull(), NOT_ASSESSED),
        (rows.changed == 0, NOTHING_TO_GIVE),
        (early <= room, GIVEN),
        (suspended <= room, NOT_GIVEN),
        else_=PARTLY,
    )
    known = ~state.isin([GONE, NOT_ASSESSED])
    none = ibis.null("int64")
    rows = rows.mutate(
        state=state,
        missing=rows.there_loan.notnull().ifelse(rows.lack, ibis.null("string")),
        tape_due_on=known.ifelse(rows.first_found, ibis.null("date")),
        due_by_tape=known.ifelse(rows.due_by_tape.fill_null(zero), none),
        due_too_early=known.ifelse(ibis.greatest(early, zero), none),
        still_suspended=known.ifelse(ibis.greatest(suspended, zero), none),
        due_by_old_schedule=rows.due_by_old_schedule.fill_null(zero),
        due_as_granted=rows.due_as_granted.fill_null(zero),
    )
    return rows.select(CHECKED_ROWS.names).order_by("institution_id", "loan_id")


def _first_found(rows: ir.Table, days: ir.Table) -> tuple[ir.Table, list[Any]]:
    """Return the first day from the first changed instalment's own on which the tape makes something due, and how to join it."""
    firsts = rows.select(first_of="institution_id", first_loan="loan_id", old_due="old_due_on")
    dues = days.filter(days.found > 0)
    dues = dues.inner_join(firsts, [dues.institution_id == firsts.first_of, dues.loan_id == firsts.first_loan])
    dues = dues.filter(dues.on >= dues.old_due)
    found = dues.group_by("first_of", "first_loan").agg(first_found=dues.on.min())
    return found, [rows.institution_id == found.first_of, rows.loan_id == found.first_loan]


def lenders_checked(name: str) -> ir.Table:
    """Return how many loans of each lender are in each state. Shape: LENDERS_CHECKED."""
    rows = declared(name, CHECKED_ROWS)
    counts = {state: number(rows.state == state) for state in STATES}
    summed = rows.group_by("institution_id").agg(granted=number(rows.loan_id.notnull()), **counts)
    return summed.select(LENDERS_CHECKED.names).order_by("institution_id")


def as_people_read(rows: pa.Table) -> pa.Table:
    """Return rows of CHECKED_ROWS as the table that is written. Shape: CHECKED."""
    columns = {n: as_decimal(rows[n], MONEY) if n in AMOUNTS else rows[n] for n in CHECKED.names}
    return pa.table(columns).cast(CHECKED)
