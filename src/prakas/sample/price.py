"""The price of loans against the ceiling, and charges that keep a lawful loan within it.

No root is looked for: the sign of what the borrower's flows are worth at the ceiling says on which side of it the rate lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from prakas.sample.days import NO_DAY, Days, months_between
from prakas.sample.figures import Figures
from prakas.sample.loans import PLAIN, UNIT, Flags, Floats, Ints, Loans
from prakas.sample.plants import PRICE, Plant
from prakas.sample.schedules import Schedule, in_force, schedule

LONGEST: Final = 10_000  # days of a loan


@dataclass
class Charges:
    """What a loan costs beside its instalments, one entry a loan; 0 where nothing. Minor units."""

    processing: Ints
    credit_check: Ints
    insurance: Ints
    compulsory_saving: Ints
    told: Flags  # below level 3: whether `fees_upfront` is filled in

    @property
    def upfront(self) -> Ints:
        """All of them together."""
        return self.processing + self.credit_check + self.insurance + self.compulsory_saving


@dataclass(frozen=True)
class Clocks:
    """What one unit of each instalment is worth at the start of its loan, at ceiling and tolerance, on both clocks."""

    by_days: Floats
    by_months: Floats

    def worth(self, paid: Ints) -> tuple[Floats, Floats]:
        """Return what the payments of each loan are worth at its start, on both clocks."""
        return np.einsum("ij,ij->i", paid, self.by_days), np.einsum("ij,ij->i", paid, self.by_months)


@dataclass
class Price:
    """On which side of ceiling and tolerance each loan lies; never above where no ceiling was in force when it was agreed."""

    contract_above: Flags
    schedule_above: Flags
    all_in_above: Flags


def in_ceiling(loans: Loans, figures: Figures) -> Flags:
    """Return which loans were agreed under a ceiling."""
    return loans.agreed >= figures.law.ceiling_from


def lawful_schedule(loans: Loans, figures: Figures) -> tuple[Schedule, Clocks]:
    """Return the schedules in force, with their clocks.

    Where rounding alone would lift a lawful loan above the ceiling, its interest is rounded down.
    """
    plan = schedule(in_force(loans, np.zeros(len(loans), bool)))
    clocks = _clocks(loans, np.where(plan.real, plan.due, loans.start[:, None]), figures)
    cut = in_ceiling(loans, figures) & ~loans.planted(*PRICE) & (_room(loans, plan, clocks) < 0)
    if cut.any():
        plan = schedule(in_force(loans, cut))
    _add_fees(loans, plan, figures)
    return plan, clocks


def _add_fees(loans: Loans, plan: Schedule, figures: Figures) -> None:
    """Put a fee into each instalment of some loans: of old ones, and of those planted."""
    planted = loans.planted(Plant.FEE_WITH_INSTALMENTS)
    old = ~in_ceiling(loans, figures) & (loans.place % 29 == 3) & (loans.lender.level > 1) & (loans.plant == 0)
    unit = UNIT[loans.currency]
    fee = np.where(planted, loans.principal // 250, np.where(old, loans.principal // 2000, 0)) // unit * unit
    plan.fee[:] = np.where(plan.real, fee[:, None], 0)


@cache
def _tables(percent: float) -> tuple[Floats, Floats, Floats]:
    """Return what one unit is worth after so many days, after so many months, and after so many days left over."""
    a_month = 1 / (1 + percent / 1200)
    days = np.arange(LONGEST).astype(np.float64)
    by_day: Floats = a_month ** (12 * days / 365)
    by_month: Floats = a_month**days
    return by_day, by_month[: LONGEST // 28], by_day[:32]


def _clocks(loans: Loans, days: Days, figures: Figures) -> Clocks:
    by_day, by_month, left_over = _tables(figures.law.ceiling + figures.law.tolerance)
    start = np.broadcast_to(loans.start[:, None], days.shape)
    months, left = months_between(start, days)
    return Clocks(by_day[days - start], by_month[months] * left_over[left])


def _room(loans: Loans, plan: Schedule, clocks: Clocks) -> Floats:
    """Return what a loan could cost more, in money at its start, before its schedule passes ceiling and tolerance."""
    by_days, by_months = clocks.worth(plan.principal + plan.interest)
    return np.asarray(loans.opening - np.minimum(by_days, by_months), np.float64)


def charges(loans: Loans, plan: Schedule, clocks: Clocks, figures: Figures, rng: np.random.Generator) -> Charges:
    """Return charges on the day of disbursement: of a lawful loan as many as its price leaves room for."""
    n, unit = len(loans), UNIT[loans.currency]
    percent = np.array(figures.rates["upfront_fee_percent"])[rng.integers(0, 5, n)]
    dollar = np.array([round(figures["riel_for_a_dollar"] / 100) * 10_000, 100, 3500])[loans.currency]
    fee = _rounded_down(np.where(rng.random(n) < 0.7, loans.principal * percent / 100, 0.0), unit)
    check = np.where(rng.random(n) < 0.4, dollar, 0)
    cover = _rounded_down(loans.principal * 0.002 * (rng.random(n) < 0.2), unit)
    # Never more than the last instalment, or the flows would change their sign twice and have no single rate.
    last = np.take_along_axis(plan.total, loans.count[:, None] - 1, 1)[:, 0]
    saving = _rounded_down(np.minimum(loans.principal * 0.02, last / 2) * (rng.random(n) < 0.1), unit)
    saving = saving * (loans.lender.level == 3)
    room = np.where(in_ceiling(loans, figures), 0.9 * _room(loans, plan, clocks), np.inf)
    check, room = _affordable(check, room)
    cover, room = _affordable(cover, room)
    saving, room = _affordable(saving, room)
    fee = _rounded_down(np.clip(np.minimum(room, fee), 0, None), unit)
    fee = np.where(fee * 10 >= dollar, fee, 0)  # nobody charges less than ten cents
    none = loans.planted(Plant.RATE_JUST_ABOVE, Plant.FEE_UPFRONT) | (loans.lender.role in ("threshold", "refused"))
    high = _rounded_down(loans.principal * (0.03 + 0.01 * (loans.place % 4)), unit)
    told = (rng.random(n) < 0.9) | (loans.plant > 0)
    return Charges(
        np.where(loans.planted(Plant.FEE_UPFRONT), high, fee * ~none), check * ~none, cover * ~none, saving * ~none, told
    )


def _affordable(wanted: Ints, room: Floats) -> tuple[Ints, Floats]:
    """Return what is wanted where there is room for it, else nothing, and the room that is left."""
    fits = np.where(wanted <= room, wanted, 0)
    return fits, room - fits


def _rounded_down(amount: NDArray[np.floating[Any]], unit: Ints) -> Ints:
    return np.floor(amount / unit).astype(np.int64) * unit


def price(loans: Loans, plan: Schedule, clocks: Clocks, costs: Charges, figures: Figures) -> Price:
    """Return on which side of the ceiling each loan lies."""
    bound = in_ceiling(loans, figures)
    by_days, by_months = clocks.worth(plan.total)
    back = _clocks(loans, returned_on(loans)[:, None], figures).worth(costs.compulsory_saving[:, None])
    # Charges of a restarted loan belong to its earlier terms; below level 3 nobody knows them.
    known = np.ones(len(loans), bool) if loans.lender.level == 3 else costs.told & (loans.origin == PLAIN)
    upfront = np.where(loans.origin == PLAIN, costs.upfront, 0)
    saved = [np.where(loans.origin == PLAIN, b, 0) for b in back]
    worth = [loans.opening - upfront - w + s for w, s in ((by_days, saved[0]), (by_months, saved[1]))]
    rebuilt = (loans.lender.level > 1) | (
        loans.rescheduled == NO_DAY
    )  # level 1 has no balance to rebuild a rescheduled loan from
    return Price(
        contract_above=bound & (loans.contract_rate > figures.law.ceiling * 100),
        schedule_above=bound & rebuilt & (_room(loans, plan, clocks) < 0),
        all_in_above=bound & known & (np.maximum(*worth) < 0),
    )


def returned_on(loans: Loans) -> Days:
    """Return the day on which compulsory savings come back."""
    return loans.matures
