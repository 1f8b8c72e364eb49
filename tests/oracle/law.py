"""The law as this reader of the texts typed it by hand, with first and last days (inclusive)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

GRADES = ("standard", "special_mention", "substandard", "doubtful", "loss")
STATUSES = ("unregistered", "registered", "licensed", "licensed_deposit_taking", "bank")
OPEN = date.max

# Prakas B7-02-49, 25 February 2002, arts. 3, 6, 8, 9.
REGISTRATION_LAW = date(2002, 2, 25)
TRANSITION_END = date(2002, 12, 31)
CESSATION_MONTHS = 3
REGISTRATION = {"portfolio": 100_000_000, "public_savings": 1_000_000, "depositors": 100}
LICENSE = {"portfolio": 1_000_000_000, "borrowers": 1_000, "public_savings": 100_000_000, "depositors": 1_000}
CONDITIONS = ("portfolio", "borrowers", "public_savings", "depositors")

# Prakas B7-017-109: contracts from 1 April 2017.
CEILING_FROM = date(2017, 4, 1)
CEILING = 18
# Prakas on the calculation of interest, 2001, day not known: from the first day after that year.
FLAT_FROM = date(2002, 1, 1)
TOLERANCE = "0.125"

# The letter of 16 July 2020.
LETTER = date(2020, 7, 16)
# Letter of the National Bank, 10 February 2023; industry rules of August 2024, day not known.
ID_PAPERS_FROM = date(2023, 2, 10)
INDUSTRY_CODE_FROM = date(2024, 9, 1)
# The lending guidelines of the microfinance association as restated since: a new loan of at most 130 % of the one it repays.
REFINANCED_FROM = date(2018, 6, 1)
REFINANCED_PERCENT = 130
SUSPENSE_FROM = date(2000, 2, 17)


@dataclass(frozen=True)
class Grid:
    """Cut-offs of grades by days past due, worst first: (grade, days, inclusive), for short and long terms."""

    short: tuple[tuple[str, int, bool], ...]
    long: tuple[tuple[str, int, bool], ...]
    sourced: bool

    @property
    def needs_term(self) -> bool:
        return self.short != self.long


def _cuts(inclusive: bool, **days: int) -> tuple[tuple[str, int, bool], ...]:
    return tuple((grade, days[grade], inclusive) for grade in reversed(GRADES) if grade in days)


_BANK_2000 = (("loss", 360, True), ("doubtful", 180, False), ("substandard", 90, False))
_MFI_2002_SHORT = _cuts(False, substandard=30, doubtful=60, loss=90)
_MFI_2002_LONG = _cuts(False, substandard=30, doubtful=180, loss=360)
_2009 = _cuts(True, special_mention=30, substandard=90, doubtful=180, loss=360)
_2017_SHORT = _cuts(True, special_mention=15, substandard=31, doubtful=61, loss=91)
_2017_LONG = _cuts(True, special_mention=30, substandard=90, doubtful=180, loss=360)


def grid(day: date, bank: bool, licensed: bool) -> Grid | None:
    """Return the cut-offs in force for a kind of institution on a day, or None."""
    if day >= date(2017, 12, 1):
        return Grid(_2017_SHORT, _2017_LONG, False)
    if bank:
        if date(2000, 2, 17) <= day <= date(2008, 12, 31):  # replaced on a day of 2009 that is not known
            return Grid(_BANK_2000, _BANK_2000, True)
        return Grid(_2009, _2009, False) if day >= date(2010, 1, 1) else None
    if day >= date(2002, 9, 13):
        return Grid(_MFI_2002_SHORT, _MFI_2002_LONG, licensed)
    return Grid(_BANK_2000, _BANK_2000, True) if day >= date(2002, 6, 7) else None


def provision_rates(day: date, bank: bool) -> tuple[dict[str, int], bool] | None:
    """Return percent by grade and whether it is sourced, or None where nothing is in force."""
    if day >= date(2017, 12, 1) or (bank and day >= date(2010, 1, 1)):
        return dict(zip(GRADES, (1, 3, 20, 50, 100), strict=True)), False
    if day >= date(2002, 6, 7):
        return {"standard": 0, "substandard": 10, "doubtful": 30, "loss": 100}, True
    return None


def ceiling(agreed: date) -> int | None:
    """Return the ceiling in percent a year for a contract of that day, or None."""
    return CEILING if agreed >= CEILING_FROM else None
