"""funders.parquet: what each funder's money stands beside, in proportion to its share of the lenders that it finances. Exposure, no guilt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa

from prakas.audit.book import Book
from prakas.audit.decimals import MONEY, RATE
from prakas.audit.tables import as_printed, whole_numbers, write_table
from prakas.facts import RATES, declared, in_base, sealed
from prakas.rules import Setting, rule_ids

TEXT, WHOLE = pa.string(), pa.int64()
NANO_PERCENT = 100 * 1_000_000_000
HUNDREDTHS = 100
KEY = ("institution_id", "funder", "instrument", "currency")
FUNDERS = pa.schema(
    [
        *(pa.field(name, TEXT) for name in KEY),
        pa.field("amount", MONEY),
        pa.field("amount_khr", MONEY),
        pa.field("share", RATE),
        pa.field("portfolio_khr", MONEY),
        # Counts in proportion have decimals: they are shares of a count, and no loans.
        *(pa.field(name, MONEY) for name in ("loans_above_ceiling", "loans_above_ceiling_all_in", "titles", "conduct_findings")),
    ]
)
ACTIVE = pa.schema([*(pa.field(name, TEXT) for name in KEY), pa.field("amount", WHOLE), pa.field("amount_khr", WHOLE)])
Row = dict[str, Any]


def active_funding(setting: Setting) -> ir.Table:
    """Return the rows of funding that run on the audit date, first and last day included. Shape: ACTIVE."""
    day = setting.day.literal
    rows = sealed("funders")
    rows = rows.filter((rows.since.isnull() | (rows.since <= day)) & (rows.until.isnull() | (rows.until >= day)))
    rates = declared("rates", RATES).rename(rate_tape="tape", rate_currency="currency")
    rows = rows.left_join(rates, [rows.tape == rates.rate_tape, rows.currency == rates.rate_currency])
    riel = in_base(rows.amount, rows.currency, rows.khr, setting.country.base_currency)
    return rows.mutate(amount_khr=riel).select(ACTIVE.names).order_by(*KEY, "amount")


def _sum(values: Sequence[int | None]) -> int | None:
    return None if None in values else sum(value for value in values if value is not None)


def half_up(value: Fraction) -> int:
    """Return a number at or above zero as a whole one, halves up.

    >>> half_up(Fraction(5, 2)), half_up(Fraction(12, 5))
    (3, 2)
    """
    return int((2 * value.numerator + value.denominator) // (2 * value.denominator))


def funder_rows(funding: Sequence[Row], lenders: Mapping[str, Row]) -> list[Row]:
    """Return one row a funder, institution, instrument and currency, money in hundredths, with its part of what the lender has.

    `lenders`: by institution portfolio_khr, loans_above_ceiling, loans_above_ceiling_all_in, titles, conduct_findings. A share is the
    amount over the lender's portfolio, or over its funding where that is more, so the shares of a lender never exceed the whole. What
    is not known stays null: an amount without an exchange rate leaves every share of its lender open.
    """
    amounts: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for row in funding:
        amounts[tuple(row[name] for name in KEY)].append(row)
    funded: dict[str, list[int | None]] = defaultdict(list)
    for row in funding:
        funded[row["institution_id"]].append(row["amount_khr"])
    found = []
    for key in sorted(amounts, key=lambda names: tuple(name or "" for name in names)):
        line: Row = dict(zip(KEY, key, strict=True)) | {
            name: _sum([r[name] for r in amounts[key]]) for name in ("amount", "amount_khr")
        }
        lender = lenders[line["institution_id"]]
        whole, portfolio = _sum(funded[line["institution_id"]]), lender["portfolio_khr"]
        share = None
        if whole is not None and portfolio is not None and max(whole, portfolio) > 0:
            share = Fraction(line["amount_khr"], max(whole, portfolio))
        line["share"] = None if share is None else half_up(share * NANO_PERCENT)
        for name in FUNDERS.names[len(line) :]:
            unit = 1 if name.endswith("_khr") else HUNDREDTHS
            line[name] = None if share is None or lender[name] is None else half_up(share * lender[name] * unit)
        found.append(line)
    return found


def write_funders(book: Book, out: Path, facts: pa.Table, rows: list[Row], findings: Mapping[str, Counter[str]]) -> None:
    """Write funders.parquet and .csv. `facts`: the institutions' results; `rows`: those of institutions.parquet; `findings`: by rule.

    Findings of conduct are known of a lender that sent its whole book with a collection log, where every rule on conduct was asked.
    """
    conduct = [name for name in rule_ids() if name.startswith("conduct.")]
    has_log = dict(zip(facts["institution_id"].to_pylist(), facts["has_recovery"].to_pylist(), strict=True))
    lenders: dict[str, Row] = {}
    for row in rows:
        identifier = row["institution_id"]
        is_known = has_log[identifier] and row["is_whole_book"] and all(name in findings for name in conduct)
        lenders[identifier] = row | {
            "titles": _sum([row["titles_hard"], row["titles_soft"]]),
            "conduct_findings": sum(findings[name][identifier] for name in conduct) if is_known else None,
        }
    funding = book.run("funding", active_funding(book.setting), ACTIVE).to_pylist()
    table = pa.Table.from_pylist(funder_rows(funding, lenders), schema=whole_numbers(FUNDERS))
    write_table(out, "funders", as_printed(table, FUNDERS))
