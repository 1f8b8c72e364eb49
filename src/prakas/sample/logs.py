"""The collection log, payments that land brought, and what is found of both. Late loans go the way of the court, unless planted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyarrow as pa

from prakas.sample.days import Days
from prakas.sample.figures import Law
from prakas.sample.key import AnswerKey
from prakas.sample.labels import words
from prakas.sample.loans import Flags, Ints, Loans
from prakas.sample.plants import PAID_BY_LAND, Plant
from prakas.sample.positions import Positions
from prakas.sample.receipts import Receipts

STEPS: Final = (
    "reminder", "visit", "restructuring_offer", "notice_of_default", "court_filing", "judgment", "enforcement",
    "land_sold_by_borrower", "land_sold_by_lender", "title_taken", "local_authority", "threat",
)  # fmt: skip
(REMINDER, VISIT, OFFER, NOTICE, FILING, JUDGMENT, ENFORCEMENT,
 SOLD_BY_BORROWER, SOLD_BY_LENDER, TAKEN, AUTHORITY, THREAT) = range(len(STEPS))  # fmt: skip
# How many days past due a loan is when a lawful lender takes a step; the step, of how many loans it takes it, and of which.
LAWFUL: Final = (
    (3, REMINDER, 1, 0), (10, VISIT, 1, 0), (60, OFFER, 1, 0), (120, NOTICE, 1, 0), (180, FILING, 1, 0), (200, TAKEN, 4, 1),
    (300, JUDGMENT, 1, 0), (300, SOLD_BY_BORROWER, 8, 3), (320, ENFORCEMENT, 2, 0), (330, SOLD_BY_LENDER, 6, 0),
    (340, SOLD_BY_BORROWER, 6, 1),
)  # fmt: skip
ANCHOR: Final = 25  # days before the audit date: when planted things happened
P = Plant
# What is planted: steps, and how many days they lie after the anchor.
PLANTED: Final[dict[Plant, tuple[tuple[int, int], ...]]] = {
    P.LAND_SOLD: ((NOTICE, -40), (SOLD_BY_BORROWER, 0)),
    P.LAND_SOLD_AND_PAID: ((NOTICE, -40), (SOLD_BY_BORROWER, -15)),
    P.TITLE_SEIZED: ((NOTICE, -30), (TAKEN, 0), (FILING, 1)),
    P.ENFORCED: ((FILING, -30), (ENFORCEMENT, 0)),
    P.LAND_SOLD_BY_LENDER: ((FILING, -30), (SOLD_BY_LENDER, 0), (JUDGMENT, 1)),
    P.THREAT: ((VISIT, -3), (THREAT, 0)),
    P.LOCAL_AUTHORITY: ((VISIT, -3), (AUTHORITY, 0)),
    P.COERCED: ((JUDGMENT, -10), (THREAT, 0), (SOLD_BY_BORROWER, 0)),
    P.SOLD_ON_JUDGMENT: ((FILING, -50), (JUDGMENT, 0), (SOLD_BY_BORROWER, 0), (ENFORCEMENT, 0)),
    P.FILED_ON_TAKING: ((FILING, 0), (TAKEN, 0)),
    P.THREAT_AFTER_SALE: ((JUDGMENT, -10), (SOLD_BY_BORROWER, 0), (THREAT, 1)),
}
NEVER: Final = 1 << 40


@dataclass
class Log:
    """Steps of collection, by loan and day."""

    loan: Ints  # which loan of the block
    on: Days
    step: Ints

    def of(self, *steps: int) -> Flags:
        """Return which rows are one of some steps."""
        return np.isin(self.step, steps)

    def first(self, step: int, loans: int) -> Days:
        """Return the first day of a step, one entry a loan; NEVER where there is none."""
        days = np.full(loans, NEVER)
        which = self.of(step)
        np.minimum.at(days, self.loan[which], self.on[which])
        return days


def collection_log(loans: Loans, stand: Positions, law: Law, day: int) -> Log:
    """Return the collection log: the longer a loan is late, the further it goes."""
    parts = []
    for days, step, every, at in LAWFUL:
        goes = (stand.days_past_due >= days) & (stand.outstanding > 0) & (loans.place % every == at)
        who = np.flatnonzero(goes)
        parts.append((who, day - stand.days_past_due[who] + days, np.full(len(who), step)))
    for plant, steps in PLANTED.items():
        who = np.flatnonzero(loans.plant == plant)
        parts += [(who, np.full(len(who), day - ANCHOR + days), np.full(len(who), step)) for step, days in steps]
    early = np.flatnonzero(loans.plant == P.SOLD_BEFORE_LETTER)
    for step in (SOLD_BY_BORROWER, TAKEN, ENFORCEMENT):
        parts.append((early, np.full(len(early), law.letter - 1), np.full(len(early), step)))
    loan, on, which = (np.concatenate(columns).astype(np.int64) for columns in zip(*parts, strict=True))
    order = np.lexsort((which, on, loan))
    return Log(loan[order], on[order], which[order])


def log_rows(log: Log, ids: pa.Array) -> dict[str, Any]:
    """Return the rows of the table `recovery`."""
    return {"loan_id": ids.take(pa.array(log.loan)), "happened_on": log.on, "step": words(STEPS, log.step)}


def land_paid(loans: Loans, received: Receipts) -> Flags:
    """Return which payments came from the sale of land: the last one, or one that is undone on its day."""
    planted = np.isin(loans.plant[received.loan], list(PAID_BY_LAND))
    undone = loans.plant[received.loan] == P.SALE_UNDONE
    last = received.on == received.paid_off[received.loan]
    negative = np.zeros(len(received.loan), bool)
    negative[1:-1] = undone[1:-1] & (received.interest[1:-1] < 0)
    # An undone row stands after the one that it undoes, on the same day, and the row booked again after it.
    return (planted & ~undone & last) | negative | np.append(negative, False)[1:]


def note_conduct(key: AnswerKey, loans: Loans, log: Log, received: Receipts, ids: pa.Array, law: Law, day: int) -> None:
    """Note what is found of the log and of the payments that land brought. The same day counts as before."""
    n, lender = len(loans), loans.lender
    judged, filed, threatened = (log.first(step, n) for step in (JUDGMENT, FILING, THREAT))
    sold = log.of(SOLD_BY_BORROWER)
    paid, on = _paid_days(received, land_paid(loans, received))
    who, when = np.concatenate([log.loan[sold], paid]), np.concatenate([log.on[sold], on])

    def hit(loan: Ints, wrong: Flags) -> Flags:
        found = np.zeros(n, bool)
        found[loan[wrong]] = True
        return found

    if day >= law.letter:
        key.where("conduct.land_sold", lender, ids, hit(who, (when >= law.letter) & (judged[who] > when)))
        taken, forced = log.of(TAKEN), log.of(ENFORCEMENT, SOLD_BY_LENDER)
        loan, at = log.loan[taken], log.on[taken]
        early = (at >= law.letter) & (np.minimum(filed, judged)[loan] > at)
        key.where("conduct.title_taken", lender, ids, hit(loan, early))
        loan, at = log.loan[forced], log.on[forced]
        key.where("conduct.enforced", lender, ids, hit(loan, (at >= law.letter) & (judged[loan] > at)))
    key.where("conduct.coerced_sale", lender, ids, hit(who, (when >= law.no_coercion_from) & (threatened[who] <= when)))
    for step in (AUTHORITY, THREAT):
        key.where("conduct.pressure", lender, ids, log.first(step, n) < NEVER, STEPS[step])


def _paid_days(received: Receipts, land: Flags) -> tuple[Ints, Days]:
    """Return loans and days on which more came from land than was undone."""
    amount = received.principal + received.interest + received.fee + received.penalty
    pairs, place = np.unique(received.loan[land] << 20 | received.on[land], return_inverse=True)
    above = np.bincount(place, amount[land], len(pairs)) > 0
    return pairs[above] >> 20, pairs[above] & ((1 << 20) - 1)
