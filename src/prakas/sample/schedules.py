"""Repayment schedules as lenders make them: interest on the balance, rounded to 100 riel or 0.01, the last instalment taking the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from prakas.sample.days import Days, add_months
from prakas.sample.loans import UNIT, Flags, Floats, Ints, Loans


@dataclass
class Schedule:
    """Instalments, one row a loan, one column a number; beyond a loan's `count` all is 0. Minor units."""

    due: Days
    principal: Ints
    interest: Ints
    fee: Ints
    real: Flags  # whether the loan has that many instalments

    @property
    def total(self) -> Ints:
        """Principal, interest and fee of each instalment."""
        return self.principal + self.interest + self.fee


@dataclass(frozen=True)
class Terms:
    """What a schedule is made from, one entry a loan."""

    opening: Ints
    start: Days
    step_months: Ints
    step_days: Ints
    count: Ints
    amortization: Ints
    grace: Ints
    rate: Floats  # percent a year
    unit: Ints  # what interest and annuity are rounded to
    flat: Flags
    cut: Flags  # interest rounded down, not to the nearest


def in_force(loans: Loans, cut: Flags) -> Terms:
    """Return the terms of the schedule in force; level 1 rounds to 0.01, for its schedules are rebuilt from terms."""
    unit = UNIT[loans.currency] if loans.lender.level > 1 else np.ones(len(loans), np.int64)
    return Terms(loans.opening, loans.start, loans.step_months, loans.step_days, loans.count, loans.amortization, loans.grace,
                 loans.lived_rate, unit, loans.flat_lived, cut)  # fmt: skip


def first_agreed(loans: Loans, which: Ints) -> Terms:
    """Return the terms first agreed for some restarted loans: monthly, from the day of disbursement."""
    zero = np.zeros(len(which), np.int64)
    return Terms(loans.principal[which], loans.disbursed[which], loans.step_months[which], loans.step_days[which],
                 loans.original_count[which], loans.amortization[which], zero, loans.lived_rate[which],
                 UNIT[loans.currency[which]], zero.astype(bool), zero.astype(bool))  # fmt: skip


def schedule(terms: Terms) -> Schedule:
    """Return the instalments that follow from terms."""
    n, longest = len(terms.count), int(terms.count.max(initial=1))
    number = np.arange(1, longest + 1)
    real = number <= terms.count[:, None]
    due = add_months(terms.start[:, None], terms.step_months[:, None] * number) + terms.step_days[:, None] * number
    principal, interest = np.zeros((n, longest), np.int64), np.zeros((n, longest), np.int64)
    rate = terms.rate / 100 * np.where(terms.step_days > 0, terms.step_days / 365, terms.step_months / 12)
    annuity = _annuity(terms, rate)
    equal = terms.opening // np.maximum(1, terms.count - terms.grace) // terms.unit * terms.unit
    balance = terms.opening.copy()
    for k in range(longest):
        here, last = real[:, k], terms.count == k + 1
        due_interest = _rounded(np.where(terms.flat, terms.opening, balance) * rate, terms.unit, terms.cut)
        part = np.where(
            (terms.amortization == 0) & ~terms.flat, np.clip(annuity - due_interest, 0, balance), np.minimum(equal, balance)
        )
        part = np.where((terms.amortization == 2) | (k < terms.grace), 0, part)
        part = np.where(last, balance, part)
        principal[:, k] = np.where(here, part, 0)
        interest[:, k] = np.where(here, due_interest, 0)
        balance = balance - principal[:, k]
    return Schedule(due, principal, interest, np.zeros_like(principal), real)


def _rounded(exact: Floats, unit: Ints, cut: Flags) -> Ints:
    steps = exact / unit
    return (np.floor(np.where(cut, steps, steps + 0.5)) * unit).astype(np.int64)


def _annuity(terms: Terms, rate: Floats) -> Ints:
    """Return the equal instalment; growth is multiplied out, for powers differ by a last bit from machine to machine."""
    paying = terms.count - terms.grace
    growth = np.ones(len(rate))
    for k in range(int(paying.max(initial=1))):
        growth = np.where(k < paying, growth * (1 + rate), growth)
    exact = terms.opening * rate * growth / np.where(growth > 1, growth - 1, 1.0)
    exact = np.where(growth > 1, exact, terms.opening / np.maximum(1, paying))
    return _rounded(exact, terms.unit, np.zeros(len(rate), bool))
