"""What lenders report of their loans: true to the unit, except where something else is planted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from prakas.sample.days import NO_DAY
from prakas.sample.figures import Figures
from prakas.sample.loans import UNIT, Ints, Loans
from prakas.sample.plants import Plant
from prakas.sample.positions import LOSS, STANDARD, SUBSTANDARD, Positions
from prakas.sample.security import Deducted


@dataclass
class Books:
    """The reported columns of `loans`, one entry a loan; the provision that was required stands beside the reported one."""

    outstanding: Ints
    days_past_due: Ints
    grade: Ints
    required: Ints  # 0 where there is no grade
    provision: Ints
    accrued: Ints


def books(loans: Loans, stand: Positions, deducted: Deducted, figures: Figures) -> Books:
    """Return what the lender reports."""
    percent = np.array(figures.law.grid.provision)
    unit = UNIT[loans.currency]
    outstanding = np.where(
        loans.planted(Plant.OUTSTANDING_DIFFERS), stand.outstanding * 9 // 10 // unit * unit, stand.outstanding
    )
    grade = np.where(loans.planted(Plant.GRADE_BETTER, Plant.GRADE_BETTER_PROVISION_FULL), STANDARD, stand.grade)
    grade = np.where(loans.planted(Plant.CLASS_WORSE), SUBSTANDARD, grade)
    base = np.maximum(0, stand.outstanding - deducted.cash - np.where(stand.grade == LOSS, deducted.proved, 0))
    required = np.where(stand.grade >= 0, _half_up(base * percent[np.maximum(0, stand.grade)], 100), 0)
    booked = np.where(loans.planted(Plant.GRADE_BETTER), _half_up(base * percent[STANDARD], 100), required)
    booked = np.where(loans.planted(Plant.PROVISION_SHORT), required // 2, booked)
    booked = np.where(loans.planted(Plant.VALUE_TAKEN_TWICE), np.maximum(0, base - deducted.wrongly), booked)
    if loans.lender.is_bank:  # enough under every grid that a bank may stand under
        booked = np.maximum(booked, _half_up(stand.outstanding, 100))
    written_off = loans.written_off != NO_DAY
    bad = (stand.grade >= SUBSTANDARD) | written_off
    accrued = np.where(bad & ~loans.planted(Plant.INTEREST_TO_INCOME), 0, np.maximum(stand.accrued, np.where(bad, 100 * unit, 0)))
    return Books(
        outstanding,
        np.where(loans.planted(Plant.DAYS_DIFFER), stand.days_past_due + 5, stand.days_past_due),
        np.where(written_off, LOSS, grade),
        required,
        np.where(written_off, stand.outstanding, booked),
        accrued,
    )


def _half_up(amount: Ints, divisor: int) -> Ints:
    return (amount * 2 + divisor) // (2 * divisor)
