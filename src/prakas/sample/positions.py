"""Where each loan stands on the audit date, by the same rule that an audit uses: the tape's contract, not its code."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from prakas.sample.days import NO_DAY, add_months
from prakas.sample.figures import Figures
from prakas.sample.loans import KHR, RESTRUCTURED, Ints, Loans
from prakas.sample.receipts import Receipts
from prakas.sample.schedules import Schedule

STANDARD, SPECIAL_MENTION, SUBSTANDARD, DOUBTFUL, LOSS = range(5)
GRADES = ("standard", "special_mention", "substandard", "doubtful", "loss")


@dataclass
class Positions:
    """One entry a loan; money in minor units. The grade of a written-off loan is -1: there is none."""

    outstanding: Ints
    days_past_due: Ints
    accrued: Ints
    grade: Ints


def positions(loans: Loans, plan: Schedule, received: Receipts, figures: Figures, day: int) -> Positions:
    """Return outstanding, days past due, accrued interest and grade on the audit date."""
    outstanding = np.maximum(0, loans.opening - received.principal_received)
    floor = np.where(loans.currency == KHR, 10_000, 100)
    tolerance = np.maximum(plan.total, 100 * floor[:, None])
    by_total = 100 * (plan.total.cumsum(1) - received.total_received[:, None]) <= tolerance
    by_principal = 100 * (plan.principal.cumsum(1) - received.principal_received[:, None]) <= tolerance
    covered = by_total | (by_principal & (plan.principal > 0))
    open_ = plan.real & (plan.due < day) & ~covered
    oldest = plan.due[np.arange(len(loans)), open_.argmax(1)]
    late = np.where(open_.any(1) & (outstanding > 0), day - oldest, 0)
    grade = np.where(loans.written_off != NO_DAY, -1, _grade(loans, late, figures))
    return Positions(
        outstanding, late, _accrued(loans, plan, received, outstanding, day), np.where(outstanding == 0, STANDARD, grade)
    )


def _grade(loans: Loans, late: Ints, figures: Figures) -> Ints:
    first_end = np.where(loans.origin == RESTRUCTURED, loans.original_matures, loans.matures)
    short = first_end <= add_months(loans.disbursed, 12)
    grade = np.zeros(len(loans), np.int64)
    for cuts, which in ((figures.law.grid.short, short), (figures.law.grid.long, ~short)):
        for worse, begins in enumerate(cuts, start=1):
            if begins is not None:
                grade = np.where(which & (late >= begins), worse, grade)
    return grade


def _accrued(loans: Loans, plan: Schedule, received: Receipts, outstanding: Ints, day: int) -> Ints:
    """Return interest earned and not received: due by the day, and the part of the running period."""
    past = plan.real & (plan.due <= day)
    due = np.where(past, plan.interest, 0).sum(1)
    k = np.minimum(past.sum(1), loans.count - 1)
    row = np.arange(len(loans))
    since = np.where(k > 0, plan.due[row, np.maximum(0, k - 1)], loans.start)
    running = np.where(
        past.sum(1) < loans.count, plan.interest[row, k] * (day - since) // np.maximum(1, plan.due[row, k] - since), 0
    )
    return np.where(outstanding > 0, np.maximum(0, due + running - received.interest_received), 0)
