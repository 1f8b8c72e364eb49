"""What secures the loans: titles (some for two loans), cash, guarantors, papers that may not be taken."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from prakas.sample.days import NO_DAY, Days
from prakas.sample.figures import Figures, Law
from prakas.sample.labels import numbered, words
from prakas.sample.loans import REFINANCED, SAME_TITLE, UNIT, Flags, Ints, Loans
from prakas.sample.plants import Plant
from prakas.sample.positions import LOSS, Positions
from prakas.sample.receipts import Receipts
from prakas.sample.writing import NONE

KINDS: Final = ("hard_title", "soft_title", "cash", "building", "vehicle", "guarantor", "id_paper", "idpoor_card", "other")
HARD, SOFT, CASH, BUILDING, VEHICLE, GUARANTOR, PAPER, CARD = range(8)


@dataclass
class Security:
    """Rows of collateral; `title` is the place whose title it is, -1 where it has no reference or is none."""

    loan: Ints
    number: Ints  # of the rows of one loan
    kind: Ints
    title: Ints
    taken: Days
    released: Days
    value: Ints
    valued: Days
    accepted: Ints  # 1 yes, 0 no, -1 not told
    second: Flags  # the same title stands at the loan before, and is counted there


@dataclass
class Deducted:
    """What may be taken off the base of a provision, one entry a loan, and what the lender takes off wrongly."""

    cash: Ints
    proved: Ints
    wrongly: Ints


def security(
    loans: Loans, received: Receipts, stand: Positions, figures: Figures, day: int, rng: np.random.Generator
) -> tuple[Security, Deducted]:
    """Return every row of collateral of a block, and what it takes off provisions."""
    titles, proved, wrongly = _titles(loans, received, stand, figures, day, rng)
    cash = _cash(loans, received, stand, day, rng)
    parts = [titles, cash, _things(loans, received, day, rng), _papers(loans, figures.law, day)]
    joined = Security(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(Security)))
    order = np.lexsort((joined.kind, joined.loan))
    joined = Security(*(getattr(joined, f.name)[order] for f in fields(Security)))
    first = np.searchsorted(joined.loan, joined.loan)
    joined.number = np.arange(len(joined.loan)) - first + 1
    held = cash.released == NO_DAY
    blocked = np.bincount(cash.loan[held], cash.value[held], len(loans)).astype(np.int64)
    return joined, Deducted(blocked, proved, wrongly)


def _rows(loan: Ints, kind: Ints | int, taken: Days, released: Days, value: Ints | int = NONE) -> Security:
    n = len(loan)
    none, no_day = np.full(n, -1, np.int64), np.full(n, NO_DAY, np.int64)
    return Security(loan, np.zeros(n, np.int64), np.full(n, kind, np.int64), none.copy(), taken, released,
                    np.full(n, value, np.int64), no_day, none, np.zeros(n, bool))  # fmt: skip


def _handed_back(loans: Loans, received: Receipts, day: int) -> Days:
    """Return when a lawful lender hands back what secured a loan: a few days after the last payment, and by the audit date."""
    return np.where(received.paid_off > 0, np.minimum(received.paid_off + loans.place % 8, day), NO_DAY)


def _titles(
    loans: Loans, received: Receipts, stand: Positions, figures: Figures, day: int, rng: np.random.Generator
) -> tuple[Security, Ints, Ints]:
    n, tied = len(loans), np.isin(loans.tie, (SAME_TITLE, REFINANCED))
    followed = np.append(tied[1:], False)
    wanted = rng.random(n) < figures["loans_with_title_percent"] / 100
    needed = loans.planted(Plant.TITLE_KEPT, Plant.TITLE_AT_TWO, Plant.VALUE_TAKEN_TWICE, Plant.TITLE_ON_LETTER_DAY)
    has = (wanted | tied | followed | needed) & (loans.lender.role in ("ordinary", "errors"))
    hard = rng.random(n) < figures["hard_percent_of_titles"] / 100
    hard = np.where(tied, np.append(False, hard[:-1]), hard) | loans.planted(Plant.TITLE_AT_TWO)
    back = _handed_back(loans, received, day)
    other = np.where(tied, np.append(0, back[:-1]), np.where(followed, np.append(back[1:], 0), back))
    back = np.where((back == NO_DAY) | (other == NO_DAY) | loans.planted(Plant.TITLE_KEPT), NO_DAY, np.maximum(back, other))
    named = (rng.random(n) > 0.02) | tied | followed | needed
    who = np.flatnonzero(has)
    taken = np.where(loans.planted(Plant.TITLE_ON_LETTER_DAY), figures.law.letter, loans.disbursed)
    unit = UNIT[loans.currency]
    worth = (loans.principal * (1.2 + 2 * rng.random(n))).astype(np.int64) // unit * unit
    twice = loans.planted(Plant.VALUE_TAKEN_TWICE)
    sure = (stand.grade == LOSS) & (loans.plant == 0) & ~tied & ~followed & (rng.random(n) < 0.3) & (loans.lender.level == 3)
    worth = np.where(sure, stand.outstanding * (4 + loans.place % 9) // 10 // unit * unit, worth)
    rows = _rows(who, np.where(hard, HARD, SOFT)[who], taken[who], back[who], worth[who])
    rows.title = np.where(named, np.where(tied, loans.place - 1, loans.place), -1)[who]
    rows.accepted = np.where(sure | twice, 1, np.where(loans.place % 3 == 0, 0, -1))[who]
    rows.valued = np.where(sure | twice, day - 40, loans.disbursed)[who]
    rows.second = tied[who]
    return rows, np.where(sure & has, worth, 0), np.where(twice & has, worth, 0)


def _cash(loans: Loans, received: Receipts, stand: Positions, day: int, rng: np.random.Generator) -> Security:
    share = np.where(stand.days_past_due > 30, 0.15, 0.02)
    some = (rng.random(len(loans)) < share) & (loans.lender.role in ("ordinary", "errors")) & (loans.plant == 0)
    who = np.flatnonzero(some)
    unit = UNIT[loans.currency]
    value = loans.principal // 20 * (1 + loans.place % 4) // unit * unit
    return _rows(who, CASH, loans.disbursed[who], _handed_back(loans, received, day)[who], value[who])


def _things(loans: Loans, received: Receipts, day: int, rng: np.random.Generator) -> Security:
    kind = rng.choice(4, len(loans), p=(0.83, 0.03, 0.04, 0.10))
    who = np.flatnonzero((kind > 0) & (loans.lender.role in ("ordinary", "errors")))
    value = np.where(kind == 3, NONE, loans.principal)[who]
    kinds = np.array([HARD, BUILDING, VEHICLE, GUARANTOR])[kind[who]]
    return _rows(who, kinds, loans.disbursed[who], _handed_back(loans, received, day)[who], value)


def _papers(loans: Loans, law: Law, day: int) -> Security:
    paper, early = loans.planted(Plant.IDENTITY_PAPER), loans.planted(Plant.PAPER_BEFORE_LETTER)
    card = loans.planted(Plant.POVERTY_CARD)
    who = np.flatnonzero(paper | early | card)
    first = np.where(card, law.poverty_card_from, law.papers_from)
    taken = np.minimum(day, np.where(early, law.papers_from - 1, np.maximum(first, loans.disbursed)))
    return _rows(who, np.where(card, CARD, PAPER)[who], taken[who], np.full(len(who), NO_DAY, np.int64))


def title_names(loans: Loans, rows: Security, shared: dict[int, str]) -> pa.Array:
    """Return the pseudonym of each row's title; `shared` names, by place, those that another lender holds too."""
    place = rows.title
    made = numbered(f"T{loans.lender.number:03d}-", np.maximum(place, 0))
    made = pc.if_else(pa.array((place >= 0) & (rows.kind <= SOFT)), made, pa.scalar(None, pa.string()))
    two = loans.plant[rows.loan] == Plant.TITLE_AT_TWO
    if two.any():
        listed = made.to_pylist()
        for i in np.flatnonzero(two & (rows.kind <= SOFT)):
            listed[i] = shared[int(loans.place[rows.loan[i]])]
        made = pa.array(listed, pa.string())
    return made


def security_rows(rows: Security, names: dict[str, pa.Array], communes: pa.Array) -> dict[str, Any]:
    """Return the rows of the table `collateral`."""
    return {
        "collateral_id": names["collateral"],
        "loan_id": names["loan"].take(pa.array(rows.loan)),
        "kind": words(KINDS, rows.kind),
        "title_ref": names["title"],
        "commune": _where_titles(communes.take(pa.array(rows.loan)), rows.kind <= SOFT),
        "taken_on": rows.taken,
        "released_on": rows.released,
        "value": rows.value,
        "valued_on": rows.valued,
        "valuation_accepted": pa.array(rows.accepted == 1, mask=rows.accepted < 0),
    }


def _where_titles(column: pa.Array, titles: Flags) -> pa.Array:
    return pc.if_else(pa.array(titles), column, pa.scalar(None, pa.string()))
