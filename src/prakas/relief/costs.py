"""What a plan costs each lender month by month, and how its book would be graded with days past due frozen and counted on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit import MONEY, RATE, Book, as_decimal
from prakas.facts import LENDERS, LOAN_FACTS, Day, add_months, declared, in_base, number, total
from prakas.relief.candidates import CANDIDATES
from prakas.relief.months import FLOWS
from prakas.relief.plan import Plan
from prakas.relief.working import STANDINGS
from prakas.rules import LOAN_RESULTS, Setting, provisioned

DATE, TEXT, WHOLE = pa.date32(), pa.string(), pa.int64()
LATE = 30  # days past due above which a loan's whole outstanding counts, as in PAR30
NANO = 1_000_000_000
STOCKS = ("loans", "portfolio", "provision", "par30", "without_provision", "without_position")
OTHERS = pa.schema(
    [pa.field("institution_id", TEXT), pa.field("is_whole_book", pa.bool_()), *(pa.field(n, WHOLE) for n in STOCKS)]
)
BY_MONTH = pa.schema([pa.field("institution_id", TEXT), pa.field("month", WHOLE), *(pa.field(n, WHOLE) for n in STOCKS)])

COSTS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        pa.field("month", WHOLE),
        pa.field("ends_on", DATE),
        pa.field("interest_forgone_khr", MONEY),
        pa.field("principal_delayed_khr", MONEY),
        pa.field("interest_delayed_khr", MONEY),
        pa.field("fees_delayed_khr", MONEY),
        pa.field("cash_delayed_khr", MONEY),
        pa.field("cash_delayed_so_far_khr", MONEY),
        pa.field("provision_frozen_khr", MONEY),
        pa.field("provision_running_khr", MONEY),
        pa.field("loans_without_provision", WHOLE),
        pa.field("portfolio_khr", MONEY),
        pa.field("par30_frozen_khr", MONEY),
        pa.field("par30_running_khr", MONEY),
        pa.field("par30_frozen", RATE),
        pa.field("par30_running", RATE),
    ]
)


def _stocks(rows: ir.Table, setting: Setting) -> dict[str, Any]:
    """Return what is added up of some loans, in the base currency, half up loan by loan."""
    base = setting.country.base_currency

    def riel(amount: Any) -> Any:
        return in_base(amount, rows.currency, rows.khr, base)

    owed, set_aside = riel(rows.outstanding_principal), riel(rows.provision_required)
    unprovided = rows.provision_required.isnull() | ((rows.provision_required > 0) & set_aside.isnull())
    late = (rows.days_past_due > LATE).fill_null(False)
    unplaced = rows.outstanding_principal.isnull() | (
        (rows.outstanding_principal > 0) & (owed.isnull() | rows.days_past_due.isnull())
    )
    return {
        "loans": number(rows.loan_no.notnull()),
        "portfolio": total(owed),
        "provision": total(set_aside),
        "par30": total(owed, where=late),
        "without_provision": number(unprovided & (rows.outstanding_principal.fill_null(1) > 0)),
        "without_position": number(unplaced),
    }


def others(setting: Setting, granted: str) -> ir.Table:
    """Return the stocks of every loan that was not granted, by institution: as they stand on the day of the books. Shape: OTHERS."""
    rows = declared("loan_results", LOAN_RESULTS).filter(lambda t: ~t.is_written_off)
    rows = rows.anti_join(declared(granted, CANDIDATES), "loan_no")
    summed = rows.group_by("institution_id").agg(**_stocks(rows, setting))
    lenders = declared("lenders", LENDERS).select("institution_id", "is_whole_book")
    found = lenders.left_join(summed, "institution_id").drop("institution_id_right")
    zero = ibis.literal(0, type="int64")
    return found.mutate(**{n: found[n].fill_null(zero) for n in STOCKS}).select(OTHERS.names).order_by("institution_id")


def standings_graded(setting: Setting, standings: str, days: str) -> ir.Table:
    """Return the stocks of the granted loans by institution and month. `days`: the column of days past due. Shape: BY_MONTH."""
    facts = declared("loan_facts", LOAN_FACTS).drop("days_past_due", "outstanding_principal").rename(fact_no="loan_no")
    told = declared(standings, STANDINGS)
    told = told.select("loan_no", "month", "outstanding_principal", days_past_due=told[days])
    rows = provisioned(told.inner_join(facts, told.loan_no == facts.fact_no), setting)
    summed = rows.group_by("institution_id", "month").agg(**_stocks(rows, setting))
    return summed.select(BY_MONTH.names).order_by("institution_id", "month")


def cost_rows(book: Book, plan: Plan, names: Mapping[str, str], lenders: list[str], flows: Any) -> list[dict[str, Any]]:
    """Return costs by lender and month, money in hundredths, in order. `names`: the tables granted and standings.

    `flows` has a row for each of the lenders with a loan granted and each month (see `Grants`). Every other lender with loans has
    the months of the plan, with nothing in them but its grades. Those are told for the months of the plan alone: what becomes of
    them afterwards depends on who pays.
    """
    setting = book.setting
    apart = {row["institution_id"]: row for row in book.run("others", others(setting, names["granted"]), OTHERS).to_pylist()}
    graded = {}
    for way, days in (("frozen", "frozen_days_past_due"), ("running", "days_past_due")):
        found = book.run(f"graded {way}", standings_graded(setting, names["standings"], days), BY_MONTH)
        graded[way] = {(row["institution_id"], row["month"]): row for row in found.to_pylist()}
    start = Day(plan.start, book.options.pack).number
    count = flows.shape[0] // max(1, len(lenders))
    nothing = [[0] * len(FLOWS)] * (plan.months + 1)
    rows = []
    for lender in sorted({*lenders, *(name for name, one in apart.items() if one["loans"])}):
        place = lenders.index(lender) if lender in lenders else None
        own = nothing if place is None else flows[place * count : (place + 1) * count].tolist()
        so_far = 0
        for month, values in enumerate(own):
            told = dict(zip(FLOWS, values, strict=True))
            cash = told["principal_delayed"] + told["interest_delayed"] + told["fees_delayed"]
            so_far += cash
            rows.append(
                {
                    "institution_id": lender,
                    "month": month,
                    "ends_on": add_months(start, month),
                    **{f"{name}_khr": value for name, value in told.items()},
                    "cash_delayed_khr": cash,
                    "cash_delayed_so_far_khr": so_far,
                    **_stock_columns(apart[lender], [graded[way].get((lender, month)) for way in graded], month <= plan.months),
                }
            )
    return rows


def _stock_columns(apart: Mapping[str, Any], ways: list[Mapping[str, Any] | None], is_within: bool) -> dict[str, Any]:
    """Return the columns on grading of one lender and month; null after the plan and where only a part of a book is there.

    `apart`: the loans not granted; `ways`: those granted, graded with days past due frozen and counted on (None: there are none).
    """
    names = [n for n in COSTS.names if n.startswith(("provision_", "par30_", "portfolio", "loans_without"))]
    if not is_within or not apart["is_whole_book"]:
        return dict.fromkeys(names)
    frozen, running = (one or dict.fromkeys(STOCKS, 0) for one in ways)
    portfolio = apart["portfolio"] + frozen["portfolio"]
    is_placed = apart["without_position"] + frozen["without_position"] == 0
    late = {way: apart["par30"] + one["par30"] if is_placed else None for way, one in (("frozen", frozen), ("running", running))}
    return {
        "provision_frozen_khr": apart["provision"] + frozen["provision"],
        "provision_running_khr": apart["provision"] + running["provision"],
        "loans_without_provision": apart["without_provision"] + frozen["without_provision"],
        "portfolio_khr": portfolio,
        **{f"par30_{way}_khr": value for way, value in late.items()},
        **{f"par30_{way}": share_of(value, portfolio) for way, value in late.items()},
    }


def share_of(part: int | None, whole: int) -> int | None:
    """Return a share in billionths of a percent, half up; None where the whole is nothing or the part is not known.

    >>> share_of(1, 3)
    33333333333
    """
    return None if part is None or whole <= 0 else (2 * part * 100 * NANO + whole) // (2 * whole)


def cost_table(rows: list[dict[str, Any]]) -> pa.Table:
    """Return rows of costs as the table that is written. Shape: COSTS."""
    columns = {}
    for field in COSTS:
        values = [row[field.name] for row in rows]
        if pa.types.is_decimal(field.type):
            columns[field.name] = as_decimal(pa.array(values, WHOLE), field.type)
        elif field.type == DATE:
            columns[field.name] = pa.array(values, pa.int32()).cast(DATE)
        else:
            columns[field.name] = pa.array(values, field.type)
    return pa.table(columns, schema=COSTS)
