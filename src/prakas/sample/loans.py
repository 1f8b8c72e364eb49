"""Loans as arrays: what a contract of the made-up sector consists of, and the words for it. Money in minor units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prakas.sample.days import Days, add_months
from prakas.sample.lenders import Lender
from prakas.sample.plants import Plant

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

KHR, USD, THB = 0, 1, 2
CURRENCIES: Final = ("KHR", "USD", "THB")
UNIT: Final = np.array([10_000, 1, 1])  # what lenders round instalments to: 100 riel, else 0.01

FREQUENCIES: Final = ("monthly", "quarterly", "semiannual", "at_maturity", "weekly", "biweekly")
AMORTIZATIONS: Final = ("equal_installments", "equal_principal", "at_maturity")
# frequency, amortization, months of a step, days of a step, percent of loans (ours)
SHAPES: Final = np.array(
    [
        (0, 0, 1, 0, 46),
        (0, 1, 1, 0, 26),
        (0, 2, 1, 0, 7),
        (1, 1, 3, 0, 4),
        (2, 1, 6, 0, 4),
        (3, 2, 0, 0, 4),
        (4, 0, 0, 7, 4),
        (5, 0, 0, 14, 5),
    ]
)
MONTHLY_EQUAL, MONTHLY_PRINCIPAL, SINGLE = 0, 1, 5
CURRENT, LATE, REPAID_EARLY, MATURED, WRITTEN_OFF = range(5)
PLAIN, RESTRUCTURED, RESCHEDULED = range(3)
SAME_BORROWER, REFINANCED, SAME_TITLE = 1, 2, 3  # what ties the second loan of a pair to the first


@dataclass
class Loans:
    """One array a field, one entry a loan. The schedule in force has `count` instalments and begins at `start`."""

    lender: Lender
    place: Ints  # within the lender, from 0
    plant: NDArray[np.int8]
    tie: Ints  # to the loan before it
    state: Ints
    origin: Ints
    currency: Ints
    principal: Ints
    opening: Ints
    shape: Ints
    frequency: Ints
    amortization: Ints
    step_months: Ints
    step_days: Ints
    count: Ints
    grace: Ints
    start: Days
    disbursed: Days
    signed: Days  # as the tape shows it: may be empty
    agreed: Days
    stopped: Ints  # instalments paid before the borrower stopped (or repaid early); -1: pays on
    contract_rate: Ints  # hundredths of a percent a year
    lived_rate: Floats  # percent a year, as the schedule was made
    flat_contract: Flags
    flat_lived: Flags
    original_count: Ints  # instalments before a restart, of those first agreed
    paid_before: Ints
    restructured: Days
    rescheduled: Days
    original_matures: Days
    written_off: Days
    refinances: Ints  # place of the loan it repays, -1 where none

    def __len__(self) -> int:
        """How many loans."""
        return len(self.place)

    def planted(self, *kinds: Plant) -> Flags:
        """Return which loans were made for one of these."""
        return np.isin(self.plant, kinds)

    def after(self, steps: Ints) -> Days:
        """Return the day so many steps after the start of the schedule in force."""
        return add_months(self.start, self.step_months * steps) + self.step_days * steps

    @property
    def matures(self) -> Days:
        """The last day of the schedule in force."""
        return self.after(self.count)

    @property
    def restarted(self) -> Flags:
        """Whether the schedule in force is not the first one."""
        return self.origin != PLAIN
