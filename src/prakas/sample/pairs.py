"""Two loans of one borrower: the second repays the first, or follows on its heels."""

from __future__ import annotations

import numpy as np

from prakas.sample.days import FIRST_OF_MONTH, NO_DAY, Days, add_months, month_and_day
from prakas.sample.figures import Figures
from prakas.sample.loans import CURRENT, PLAIN, REFINANCED, REPAID_EARLY, SAME_BORROWER, UNIT, Ints, Loans
from prakas.sample.plants import ROLLING, Plant


def refinance(loans: Loans, day: int, rng: np.random.Generator) -> None:
    """Let the second loan of some pairs repay the first one on the day it is disbursed."""
    second = np.flatnonzero((loans.tie == REFINANCED) & (loans.state == CURRENT) & (loans.start < day))
    second = second[(loans.plant[second - 1] == 0) & (loans.count[second - 1] > 1)]
    first = second - 1
    paid = (rng.random(len(first)) * (loans.count[first] - 1)).astype(np.int64)
    _repay_early(loans, first, paid, loans.start[second])
    loans.refinances[second] = loans.place[first]
    undone = (loans.tie == REFINANCED) & (loans.refinances < 0)
    loans.tie[undone] = SAME_BORROWER


def roll_over(loans: Loans) -> None:
    """Have the first loan of some pairs repaid on the 10th of the month in which the second is taken (on the 20th).

    A near miss is taken on the first day of the month after a repayment on the 28th.
    """
    second = np.flatnonzero(loans.planted(*ROLLING))
    month, _ = month_and_day(loans.start[second])
    begins, ends = FIRST_OF_MONTH[month], FIRST_OF_MONTH[month - 1] + 27
    near = loans.plant[second] == Plant.TAKEN_NEXT_MONTH
    loans.start[second] = begins + np.where(near, 0, 19)
    _repay_early(loans, second - 1, np.full(len(second), 5), np.where(near, ends, begins + 9))


def _repay_early(loans: Loans, which: Ints, paid: Ints, on: Days) -> None:
    """Move loans in time so that they are repaid in full on a day on which an instalment is due, some instalments paid before."""
    loans.state[which], loans.origin[which], loans.written_off[which] = REPAID_EARLY, PLAIN, NO_DAY
    loans.stopped[which] = paid
    steps = paid + 1
    loans.start[which] = add_months(on, -loans.step_months[which] * steps) - loans.step_days[which] * steps


def size_refinancing(loans: Loans, figures: Figures) -> None:
    """Keep a loan that repays another within the share of it that is told, at the mark or just above it where that is planted."""
    second = np.flatnonzero(loans.refinances >= 0)
    mark = loans.principal[second - 1] * figures.law.refinanced_percent // 100
    unit = UNIT[loans.currency[second]]
    least = np.minimum(loans.principal[second], mark // unit * unit)
    at, above = loans.planted(Plant.REFINANCED_AT_MARK)[second], loans.planted(Plant.REFINANCED_LARGER)[second]
    loans.principal[second] = np.where(at, mark, np.where(above, mark + unit, least))
