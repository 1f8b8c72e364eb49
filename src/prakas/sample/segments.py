"""Individual, group and enterprise loans, and which of them are microloans."""

from __future__ import annotations

from typing import Final

import numpy as np

from prakas.sample.figures import Figures
from prakas.sample.loans import Flags, Ints, Loans

SEGMENTS: Final = ("individual", "group", "sme")
SME: Final = 2


def segments(loans: Loans, figures: Figures) -> tuple[Ints, Ints]:
    """Return the segment of each loan, and whether the lender declares it a microloan: 1 yes, 0 no, -1 not told."""
    value = np.array([1 / figures["riel_for_a_dollar"], 1, figures["riel_for_a_baht"] / figures["riel_for_a_dollar"]])
    usd = loans.principal / 100 * value[loans.currency]
    group = (loans.place % 23 == 7) & (usd < figures["mean_outstanding_usd"])
    segment = np.where(usd > 6 * figures["mean_outstanding_usd"], SME, np.where(group, 1, 0))
    told = np.where(segment == SME, 0, 1)
    silent = loans.place % 11 == 4
    if loans.lender.is_bank:
        told = np.where(usd < figures["mean_outstanding_usd"], 1, 0)
    return segment, np.where(silent, -1, told)


def is_micro(loans: Loans, declared: Ints, sme: Flags) -> Flags:
    """Return which loans are microloans: by the lender's word, and without it a non-bank's loan that is not to an enterprise."""
    return np.where(declared >= 0, declared == 1, (not loans.lender.is_bank) & ~sme)
