"""Grade and provision of a loan on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.oracle import law
from tests.oracle.collateral import cash_held, proved_value
from tests.oracle.days import half_up, plus_months
from tests.oracle.position import Position
from tests.oracle.reader import Loan


@dataclass(frozen=True)
class Provision:
    """Money in hundredths, rate in percent; None where not known."""

    base: int | None = None
    rate: int | None = None
    required: int | None = None
    reported: int | None = None
    shortfall: int | None = None


def written_off(loan: Loan, day: date) -> bool:
    """Return whether the loan was written off by a day."""
    on = loan.row.get("written_off_on")
    return on is not None and on <= day


def restructured(loan: Loan, day: date) -> bool:
    """Return whether the loan was restructured by a day."""
    on = loan.row.get("restructured_on")
    return on is not None and on <= day


def short_term(loan: Loan, day: date) -> bool | None:
    """Return whether the term first agreed is one year or less; None where a restructuring hides it."""
    row = loan.row
    matures = row.get("original_matures_on")
    if matures is None:
        if restructured(loan, day):
            return None
        matures = row["matures_on"]
    return bool(matures <= plus_months(row["disbursed_on"], 12))


def grade_on(loan: Loan, position: Position, day: date, bank: bool | None, licensed: bool, strict: bool) -> str | None:
    """Return the grade, or None where it is not assessed."""
    if bank is None:  # the grid hangs on the kind of lender
        return None
    grid = law.grid(day, bank, licensed)
    if grid is None or (strict and not grid.sourced) or written_off(loan, day):
        return None
    if position.outstanding == 0:
        return "standard"
    if position.days_past_due is None or position.outstanding is None:
        return None
    cuts = grid.short
    if grid.needs_term:
        short = short_term(loan, day)
        if short is None:
            return None
        cuts = grid.short if short else grid.long
    for grade, days, inclusive in cuts:
        if position.days_past_due > days or (inclusive and position.days_past_due == days):
            return grade
    return "standard"


def provision_on(
    loan: Loan,
    position: Position,
    grade: str | None,
    owners: dict[tuple[str, ...], Loan],
    day: date,
    bank: bool | None,
    reported: int | None,
    strict: bool,
) -> Provision:
    """Return the provision: rate of the grade on what cash, and for a loss proved value, leave uncovered."""
    rates = law.provision_rates(day, bool(bank))  # without a known kind there is no grade, and so no rate
    none = Provision(reported=reported)
    if (
        grade is None
        or position.outstanding is None
        or rates is None
        or (strict and not rates[1])
        or "collateral" in loan.returned
    ):
        return none
    if position.outstanding == 0:
        return Provision(0, rates[0]["standard"], 0, reported, None if reported is None else 0)
    if grade not in rates[0]:
        return none
    base = position.outstanding - cash_held(loan, day)
    if grade == "loss":
        base -= proved_value(loan, owners, day)
    base = max(0, base)
    required = half_up(base * rates[0][grade], 100)
    return Provision(base, rates[0][grade], required, reported, None if reported is None else max(0, required - reported))
