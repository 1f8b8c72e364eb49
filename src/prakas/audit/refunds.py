"""refunds.parquet: what lies beyond the ceiling, loan by loan, by three doctrines; what the law's limit gives and what is asked for, apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit.book import Book
from prakas.audit.decimals import MONEY, RATE
from prakas.audit.tables import as_printed, write_table
from prakas.audit.tally import HIGHEST, highest_loan
from prakas.facts import LENDERS, REFUNDS, Refunds, declared, in_base, number, refund_inputs, total
from prakas.rules import FOUND, LOAN_RESULTS, Setting, rule

TEXT, WHOLE = pa.string(), pa.int64()
MONTH = 7  # letters of 2020-06

# The rule whose findings have an amount, and the figures of the kernel that belong to it.
FIGURES = {"price.nominal_ceiling": "schedule", "price.all_in_ceiling": "all_in"}
# The limit of each standing: on a day without it nothing is beyond it, and that is not the same as nothing.
LIMITS = {"law": "price.annual_rate_ceiling", "demand": "demand.all_in_ceiling"}
PARTS = ("excess", "carried", "paid", "never_due", "to_come")
IN_RIEL = tuple(f"{name}_khr" for name in PARTS)

# name, type in the result; whole numbers inside
COLUMNS: tuple[tuple[str, Any], ...] = (
    ("institution_id", TEXT),
    ("loan_id", TEXT),
    ("borrower_id", TEXT),
    ("standing", TEXT),
    ("rule_id", TEXT),
    ("disbursed_on", pa.date32()),
    ("month", TEXT),
    ("currency", TEXT),
    ("rate", RATE),
    ("ceiling", RATE),
    *((name, MONEY) for name in PARTS),
    ("next_instalment", MONEY),
    ("level_instalment", MONEY),
    ("new_instalment", MONEY),
    ("instalments_to_come", WHOLE),
    *((name, MONEY) for name in IN_RIEL),
    ("basis", TEXT),
    ("confidence", TEXT),
    ("citation", TEXT),
    ("tape", TEXT),
    ("source_row", WHOLE),
)
REFUND_ROWS = pa.schema([pa.field(name, kind) for name, kind in COLUMNS])
INSIDE = pa.schema([pa.field(name, WHOLE if pa.types.is_decimal(kind) else kind) for name, kind in COLUMNS])

REFUND_TOTALS = pa.schema(
    [
        pa.field("by", TEXT),
        pa.field("key", TEXT),
        pa.field("standing", TEXT),
        pa.field("loans", WHOLE),
        pa.field("loans_without_rate", WHOLE),
        pa.field("loans_without_receipts", WHOLE),
        *(pa.field(name, MONEY) for name in IN_RIEL),
    ]
)
TOTALS_INSIDE = pa.schema([pa.field(f.name, WHOLE if pa.types.is_decimal(f.type) else f.type) for f in REFUND_TOTALS])


def _riel(amount: Any, loans: ir.Table, base: str) -> Any:
    """Return an amount of either sign in the base currency: half up on its size."""
    size = (amount < 0).ifelse(-amount, amount)
    converted = in_base(size, loans.currency, loans.khr, base)
    return (amount < 0).ifelse(-converted, converted)


def _of_rule(setting: Setting, rule_id: str, prefix: str) -> ir.Table:
    made = rule(setting, rule_id)
    found = made.rows.filter((made.rows.state == FOUND) & (made.rows.amount > 0))
    found = found.select(
        "basis",
        "confidence",
        "citation",
        found_institution=found.institution_id,
        found_loan=found.subject,
        observed=found.observed,
    )
    loans = declared("loan_results", LOAN_RESULTS)
    rows = loans.inner_join(
        found.rename(found_basis="basis", found_confidence="confidence", found_citation="citation"),
        [loans.institution_id == found.found_institution, loans.loan_id == found.found_loan],
    )
    figures = declared("refund_figures", REFUNDS)
    rows = rows.inner_join(figures.rename(figures_no="loan_no"), rows.loan_no == figures.loan_no)
    counts = setting.fees_count(rows.agreed_on)

    def figure(name: str) -> Any:
        chosen = rows[f"{prefix}_{name}"]
        return chosen if counts is None else counts.ifelse(rows[f"all_in_{name}"], chosen)

    given = {name: figure(name) for name in (*PARTS, "level_instalment", "new_instalment")}
    base = setting.country.base_currency
    riel = {f"{name}_khr": _riel(given[name], rows, base) for name in PARTS[:-1]}
    # The parts are converted one by one; what is still to come takes the rest, so that they add up.
    riel["to_come_khr"] = riel["carried_khr"] - riel["paid_khr"] - riel["never_due_khr"]
    by_contract = rows.observed.cast("int64")
    return rows.select(
        "institution_id", "loan_id", "borrower_id", "disbursed_on", "currency", "next_instalment", "instalments_to_come", "tape",
        "source_row",
        standing=ibis.literal(made.standing), rule_id=ibis.literal(made.id),
        month=rows.disbursed_on.cast("string").substr(0, MONTH), rate=by_contract, ceiling=rows.ceiling * 1000,
        **given, **riel, basis=rows.found_basis, confidence=rows.found_confidence, citation=rows.found_citation,
    ).select(INSIDE.names)  # fmt: skip


def refund_rows(setting: Setting, standings: tuple[str, ...]) -> ir.Table | None:
    """Return one row a loan above a ceiling and standing, whole numbers inside (shape: INSIDE); None where no standing is asked."""
    parts = [
        _of_rule(setting, rule_id, prefix) for rule_id, prefix in FIGURES.items() if rule(setting, rule_id).standing in standings
    ]
    if not parts:
        return None
    every = ibis.union(*parts) if len(parts) > 1 else parts[0]
    return every.order_by("institution_id", "loan_id", "standing")


def refund_totals() -> ir.Table:
    """Return sums by borrower, institution and month of disbursement. Shape: TOTALS_INSIDE. Reads `refund_rows`.

    A sum is not known where a loan of it has no exchange rate, or (paid and still to come) no known receipts. Of a book of which there
    is a part, borrowers alone have sums: a part is nobody's total.
    """
    every = declared("refund_rows", INSIDE)
    parts = declared("lenders", LENDERS).filter(lambda t: ~t.is_whole_book)
    tables = []
    for by, column in (("borrower", "borrower_id"), ("institution", "institution_id"), ("month", "month")):
        rows = every if by == "borrower" else every.anti_join(parts, "institution_id")
        known = rows.filter(rows[column].notnull())
        grouped = known.group_by(key=known[column], standing=known.standing)
        tables.append(
            grouped.agg(
                loans=number(known.standing.notnull()),
                loans_without_rate=number(known.excess_khr.isnull()),
                loans_without_receipts=number(known.paid.isnull()),
                **{name: (number(known[name].isnull()) == 0).ifelse(total(known[name]), ibis.null("int64")) for name in IN_RIEL},
            ).mutate(by=ibis.literal(by))
        )
    return ibis.union(*tables).select(TOTALS_INSIDE.names).order_by("by", "key", "standing")


def write_refunds(book: Book, out: Path) -> dict[str, int | None]:
    """Write refunds and refund_totals of an assessed book; return what is beyond each standing's limit in all, in riel hundredths."""
    highest = book.run("loan numbers", highest_loan(), HIGHEST)["loan_no"][0].as_py()
    day = book.setting.day
    path = book.work / "refund_figures.parquet"
    book.engine.map("refunds", Refunds(day.number), refund_inputs(day), REFUNDS, path, (highest or 0) + 1)
    rows = refund_rows(book.setting, book.options.standings)
    if rows is None:
        write_table(out, "refunds", REFUND_ROWS.empty_table())
        write_table(out, "refund_totals", REFUND_TOTALS.empty_table())
        return {}
    book.write("refund_rows", rows, INSIDE)
    write_table(out, "refunds", as_printed(book.run("refunds", declared("refund_rows", INSIDE), INSIDE), REFUND_ROWS))
    summed = book.run("refund totals", refund_totals(), TOTALS_INSIDE)
    write_table(out, "refund_totals", as_printed(summed, REFUND_TOTALS))
    lenders = book.run("who lends", declared("lenders", LENDERS), LENDERS).to_pylist()
    is_known = any(one["is_whole_book"] and one["has_loans"] for one in lenders)  # without a book nothing is
    found: dict[str, int | None] = {
        f"refund_{name}_khr": 0 if is_known and book.setting.value(limit) is not None else None
        for name, limit in LIMITS.items()
        if name in book.options.standings
    }
    for row in summed.to_pylist():
        if row["by"] == "institution":
            name = f"refund_{row['standing']}_khr"
            known = found[name] if row["carried_khr"] is not None else None
            found[name] = None if known is None else known + row["carried_khr"]
    return found
