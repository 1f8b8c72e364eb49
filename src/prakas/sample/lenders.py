"""Who lends in the made-up sector: ordinary lenders of every level and status, and lenders placed exactly at the thresholds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np

from prakas.errors import PrakasError
from prakas.sample.days import add_months
from prakas.sample.figures import Figures, Law

Role = Literal["ordinary", "threshold", "refused", "errors", "broken"]

FEWEST_LOANS: Final = 1000
KHMER_DIGITS: Final = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
NEAR: Final = (-1, 0, 1)  # below the mark, on it, above it
CONDITIONS: Final = ("portfolio", "borrowers", "public_savings", "depositors")


@dataclass(frozen=True)
class Lender:
    """One made-up lender; `exact` holds totals (riel, persons) that its book must reach to the unit."""

    number: int
    level: int
    tape: str
    legal_form: str
    status: str
    role: Role = "ordinary"
    loans: int = 0
    weight: float = 0.0
    small: bool = False  # lends small amounts
    exact: dict[str, int] = field(default_factory=dict)
    in_dollars: bool = False  # a threshold lender whose loans but the last are in dollars
    differs: str = ""  # a total that it reports wrongly
    says_as_of: bool = True

    @property
    def id(self) -> str:
        """The institution_id."""
        return f"L{self.number:03d}"

    @property
    def name(self) -> str:
        """A name that cannot be taken for a real one."""
        return f"Lender {self.number:03d} (made up)"

    @property
    def name_km(self) -> str:
        """The same in Khmer."""
        return f"អ្នកឱ្យខ្ចី {self.number:03d} (ប្រឌិត)".translate(KHMER_DIGITS)

    @property
    def is_bank(self) -> bool:
        """Whether it is a bank, which the rules for microfinance do not bind."""
        return self.status == "bank"

    @property
    def takes_deposits(self) -> bool:
        """Whether the public saves with it."""
        return self.status in ("licensed_deposit_taking", "bank")


def lenders(figures: Figures, loans: int) -> tuple[Lender, ...]:
    """Return every lender with its number of loans; the loans add up to the number asked.

    Raises PrakasError where fewer loans are asked than the planted breaches need.
    """
    if loans < FEWEST_LOANS:
        raise PrakasError(
            f"--loans {loans}: too few to plant every breach. A sample needs at least {FEWEST_LOANS} loans; ask for more."
        )
    everyone = [*_ordinary(), *_at_thresholds(figures, loans), *_totals_only(figures), *_special()]
    numbered = [replace(lender, number=n) for n, lender in enumerate(everyone, start=1)]
    return tuple(_share_out(numbered, loans, figures["five_largest_percent_of_loans"]))


def _ordinary() -> Iterator[Lender]:
    """Yield lenders with books of every level; the first five carry most of the sector."""
    taking, licensed = ("company", "licensed_deposit_taking"), ("company", "licensed")
    books = [(3, *taking, 30.0), (3, *taking, 16.0), (1, *taking, 13.0), (2, *taking, 8.7), (3, *taking, 6.0)]
    books += [(3, *licensed, w) for w in (3.0, 2.2, 1.6, 1.2, 1.0, 0.8)]
    books += [(2, *licensed, w) for w in (2.0, 1.4, 0.9)] + [(1, *licensed, w) for w in (2.4, 1.6, 1.1, 0.7)]
    books += [(2, *taking, 1.2), (3, "cooperative", "licensed", 0.5)]
    books += [(3, "bank", "bank", 2.6), (2, "bank", "bank", 1.2), (1, "bank", "bank", 1.0)]
    wrong = iter(("portfolio", "borrowers", "public_savings", "depositors", "titles_hard", "titles_soft"))
    for place, (level, form, status, weight) in enumerate(books):
        lender = Lender(0, level, f"level-{level}", form, status, weight=weight, says_as_of=place % 3 != 2)
        may_differ = level == 3 and status in ("licensed", "licensed_deposit_taking") and place > 1
        yield replace(lender, differs=next(wrong, "") if may_differ else "")
    for level, form in ((3, "ngo"), (3, "association"), (2, "ngo"), (1, "ngo"), (1, "other")):
        yield Lender(0, level, f"level-{level}", form, "registered", loans=12, small=True)


def _at_thresholds(figures: Figures, loans: int) -> Iterator[Lender]:
    """Yield lenders one unit below, on and above each mark, with whole books behind them."""
    law = figures.law
    for steps, status in ((law.registration, "unregistered"), (law.licensing, "registered")):
        for condition in [c for c in CONDITIONS if c in steps]:
            if condition == "borrowers" and loans < 40 * steps[condition]:
                continue  # a thousand borrowers would be most of a small sector; level 0 has them in any case
            level = 1 if condition == "borrowers" else 3
            for near in NEAR:
                mark = steps[condition] + near
                count = {"portfolio": 5, "borrowers": mark}.get(condition, 1)
                yield Lender(
                    0,
                    level,
                    f"level-{level}",
                    "ngo" if near else "association",
                    status,
                    "threshold",
                    loans=count,
                    small=True,
                    exact={condition: mark},
                    in_dollars=condition == "portfolio" and near == 1,
                )


def _totals_only(figures: Figures) -> Iterator[Lender]:
    """Yield lenders that send totals and nothing else."""
    law = figures.law
    for steps, status in ((law.registration, "unregistered"), (law.licensing, "registered")):
        for condition, mark in steps.items():
            for near in NEAR:
                yield Lender(0, 0, "level-0", "ngo", status, "threshold", exact={condition: mark + near})
    asymmetry = {"portfolio": 60_000_000, "borrowers": law.licensing["borrowers"]}  # art. 8 counts borrowers, art. 3 does not
    yield Lender(0, 0, "level-0", "ngo", "unregistered", "threshold", exact=asymmetry)
    several = {name: mark * 3 for name, mark in law.licensing.items()}
    for form, status in (("ngo", "unregistered"), ("ngo", "registered"), ("company", "licensed"), ("bank", "bank")):
        yield Lender(0, 0, "level-0", form, status, "threshold", exact=several)


def _special() -> Iterator[Lender]:
    yield Lender(0, 3, "level-3", "ngo", "unregistered", "refused", loans=12, small=True)
    yield Lender(0, 3, "level-3-errors", "company", "licensed", "errors", loans=120)
    yield Lender(0, 3, "level-3-broken-lines", "company", "licensed", "broken", loans=10)


def _share_out(everyone: list[Lender], loans: int, five_largest: float) -> Iterator[Lender]:
    """Yield the lenders with loans shared out by weight, the five largest taking their published share."""
    left = loans - sum(lender.loans for lender in everyone)
    weights = np.array([lender.weight for lender in everyone])
    large = weights >= np.sort(weights)[-5]
    weights[large] *= five_largest / weights[large].sum()
    weights[~large] *= (100 - five_largest) / weights[~large].sum()
    shares = weights / weights.sum() * left
    counts = np.floor(shares).astype(int)
    counts[np.argsort(counts - shares, kind="stable")[: left - counts.sum()]] += 1
    for lender, count in zip(everyone, counts, strict=True):
        yield replace(lender, loans=int(count)) if lender.weight else lender


def informed_of_refusal(day: int) -> int:
    """Return the day on which the refused lender was told."""
    return day - 150


def last_day_allowed(law: Law, day: int) -> int:
    """Return the last day on which the refused lender may lend."""
    return int(add_months(np.array([informed_of_refusal(day)]), law.cessation_months)[0])
