"""What is planted: which loan of which lender carries which breach or near miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from prakas.sample.figures import Law
from prakas.sample.lenders import Lender

SHARE: Final = 0.0006  # of the loans of a level, for each kind
FEWEST: Final = 3  # of each kind and level
LONG_AGO: Final = 1650  # days: a loan of five years, four months old on that day, is not yet repaid


class Plant(IntEnum):
    """What a loan was made for; NOTHING is an ordinary, lawful loan."""

    NOTHING = 0
    # price
    RATE_IN_CONTRACT = 1
    RATE_JUST_ABOVE = 2
    RATE_IN_SCHEDULE = 3
    RATE_AFTER_RESTRUCTURING = 4
    RATE_AT_A_BANK = 5
    FLAT_IN_CONTRACT = 6
    FLAT_AS_LIVED = 7
    FEE_UPFRONT = 8
    FEE_WITH_INSTALMENTS = 9
    # grade and provision
    GRADE_BETTER = 20
    GRADE_BETTER_PROVISION_FULL = 21
    PROVISION_SHORT = 22
    INTEREST_TO_INCOME = 23
    VALUE_TAKEN_TWICE = 24  # the second loan of a pair on one accepted title
    # the lender's word
    OUTSTANDING_DIFFERS = 30
    DAYS_DIFFER = 31
    CLASS_WORSE = 32
    # titles and papers
    TITLE_KEPT = 40
    TITLE_AT_TWO = 41
    IDENTITY_PAPER = 42
    POVERTY_CARD = 43
    # conduct in recovery
    LAND_SOLD = 44  # by the borrower, as the log says
    LAND_PAID = 45  # the loan was repaid with what land brought
    LAND_SOLD_AND_PAID = 46
    TITLE_SEIZED = 47
    ENFORCED = 48
    LAND_SOLD_BY_LENDER = 49
    THREAT = 50
    LOCAL_AUTHORITY = 51
    COERCED = 52  # sold after a judgment, and after a threat
    # burden
    ROLLED_OVER = 53  # the second of two loans, taken in the month in which the first was repaid
    REFINANCED_LARGER = 54
    DUE_ABOVE_INCOME = 55
    # near misses: nothing may be found
    SIGNED_BEFORE_CEILING = 60
    PAPER_BEFORE_LETTER = 61
    TITLE_ON_LETTER_DAY = 62
    FLAT_AT_A_BANK = 63
    FLAT_BEFORE_RULE = 64
    DAYS_AT_CUT_OFF = 65
    SOLD_ON_JUDGMENT = 66
    SOLD_BEFORE_LETTER = 67
    FILED_ON_TAKING = 68
    SALE_UNDONE = 69
    THREAT_AFTER_SALE = 70
    TAKEN_NEXT_MONTH = 71
    REFINANCED_AT_MARK = 72
    DUE_AT_INCOME = 73
    REFINANCED_LATELY = 74  # in the last month, and says so


P = Plant
PRICE: Final = frozenset(p for p in Plant if 1 <= p <= 9)
NEEDS_CEILING: Final = frozenset({P.RATE_IN_CONTRACT, P.RATE_JUST_ABOVE, P.RATE_IN_SCHEDULE, P.RATE_AFTER_RESTRUCTURING,
                                  P.RATE_AT_A_BANK, P.FEE_UPFRONT, P.FEE_WITH_INSTALMENTS, P.SIGNED_BEFORE_CEILING})  # fmt: skip
BAD_LOAN: Final = frozenset({P.GRADE_BETTER, P.GRADE_BETTER_PROVISION_FULL, P.PROVISION_SHORT, P.INTEREST_TO_INCOME,
                             P.VALUE_TAKEN_TWICE})  # fmt: skip
FLAT: Final = frozenset({P.FLAT_IN_CONTRACT, P.FLAT_AS_LIVED, P.FLAT_AT_A_BANK, P.FLAT_BEFORE_RULE})
PAID_BY_LAND: Final = frozenset({P.LAND_PAID, P.LAND_SOLD_AND_PAID, P.SALE_UNDONE})  # some payment has land as its source
IN_RECOVERY: Final = frozenset({P.LAND_SOLD, P.TITLE_SEIZED, P.ENFORCED, P.LAND_SOLD_BY_LENDER, P.THREAT, P.LOCAL_AUTHORITY,
                                P.COERCED, P.SOLD_ON_JUDGMENT, P.FILED_ON_TAKING, P.THREAT_AFTER_SALE})  # fmt: skip
SIZED: Final = frozenset({P.REFINANCED_LARGER, P.REFINANCED_AT_MARK})
REFINANCING: Final = SIZED | {P.REFINANCED_LATELY}
ROLLING: Final = frozenset({P.ROLLED_OVER, P.TAKEN_NEXT_MONTH})
NEAR_INCOME: Final = frozenset({P.DUE_ABOVE_INCOME, P.DUE_AT_INCOME})
BY_DEMAND: Final = frozenset({P.LAND_SOLD, P.LAND_PAID, P.LAND_SOLD_AND_PAID, P.TITLE_SEIZED, P.ENFORCED, P.LAND_SOLD_BY_LENDER,
                              P.SOLD_ON_JUDGMENT, P.FILED_ON_TAKING, P.SALE_UNDONE})  # fmt: skip
ONLY_BANKS: Final = frozenset({P.RATE_AT_A_BANK, P.FLAT_AT_A_BANK})
ALSO_BANKS: Final = frozenset({P.FEE_UPFRONT, P.TITLE_KEPT, P.OUTSTANDING_DIFFERS, P.DAYS_DIFFER, P.CLASS_WORSE, P.LAND_PAID})
LEVELS: Final = {
    1: frozenset({P.RATE_IN_CONTRACT, P.RATE_JUST_ABOVE, P.RATE_AT_A_BANK, P.FLAT_IN_CONTRACT, P.FEE_UPFRONT, P.GRADE_BETTER,
                  P.GRADE_BETTER_PROVISION_FULL, P.PROVISION_SHORT, P.INTEREST_TO_INCOME, P.FLAT_AT_A_BANK,
                  P.SIGNED_BEFORE_CEILING, P.FLAT_BEFORE_RULE, P.DAYS_AT_CUT_OFF}),
    2: frozenset({P.RATE_IN_CONTRACT, P.RATE_IN_SCHEDULE, P.RATE_AFTER_RESTRUCTURING, P.RATE_AT_A_BANK, P.FLAT_IN_CONTRACT,
                  P.FLAT_AS_LIVED, P.FEE_UPFRONT, P.FEE_WITH_INSTALMENTS, P.GRADE_BETTER, P.PROVISION_SHORT,
                  P.INTEREST_TO_INCOME, P.SIGNED_BEFORE_CEILING, P.FLAT_AT_A_BANK}),
    3: frozenset(Plant) - {P.NOTHING},
}  # fmt: skip


def possible(law: Law, audit_day: int, level: int) -> tuple[Plant, ...]:
    """Return what can be planted at a level on a day: a rule is planted only where it can hit, or nearly."""
    first_day = {
        P.IDENTITY_PAPER: law.papers_from,
        P.PAPER_BEFORE_LETTER: law.papers_from,
        P.POVERTY_CARD: law.poverty_card_from,
        P.TITLE_ON_LETTER_DAY: law.letter,
    }
    first_day |= dict.fromkeys(NEEDS_CEILING, law.ceiling_from)
    first_day |= dict.fromkeys(BY_DEMAND, law.letter + 10)
    first_day |= dict.fromkeys((P.COERCED, P.THREAT_AFTER_SALE), law.no_coercion_from)
    first_day |= dict.fromkeys(SIZED, law.refinanced_from + 20)
    first_day[P.SOLD_BEFORE_LETTER] = law.letter
    if audit_day - law.letter > LONG_AGO:
        first_day[P.SOLD_BEFORE_LETTER] = audit_day  # such a loan would be long repaid
    enough_days = 30  # so that a loan agreed since then has a life of its own
    if audit_day - law.flat_from > 5 * 365:
        first_day[P.FLAT_BEFORE_RULE] = audit_day  # such a loan would be long repaid
    return tuple(p for p in Plant if p in LEVELS[level] and audit_day >= first_day.get(p, -enough_days) + enough_days)


@dataclass(frozen=True)
class Plan:
    """What each loan of each lender (by number) was made for, and titles pledged to two lenders."""

    kinds: dict[int, NDArray[np.int8]]
    shared_titles: dict[int, dict[int, str]]  # lender -> place -> the title that another lender holds too


def plan(everyone: Sequence[Lender], law: Law, audit_day: int, rng: np.random.Generator) -> Plan:
    """Return what is planted where; the same lenders, day and generator give the same plan."""
    kinds = {lender.number: np.zeros(lender.loans, np.int8) for lender in everyone}
    free = {n: list(_places(len(loans), rng)) for n, loans in kinds.items()}
    shared: dict[int, dict[int, str]] = {lender.number: {} for lender in everyone}
    for level in LEVELS:
        group = [lender for lender in everyone if lender.level == level and lender.weight]
        count = max(FEWEST, round(SHARE * sum(lender.loans for lender in group)))
        for kind in possible(law, audit_day, level):
            takers = [lender for lender in group if _may_carry(lender, kind)]
            if kind == P.TITLE_AT_TWO:
                _pledge_twice([t.number for t in takers], count, kinds, free, shared)
                continue
            for number in _shared_out(takers, count, free):
                kinds[number][free[number].pop()] = kind
    for lender in everyone:
        if lender.role == "errors":
            for kind in (P.RATE_IN_CONTRACT, P.GRADE_BETTER, P.TITLE_KEPT, P.FLAT_IN_CONTRACT):
                if kind in possible(law, audit_day, 3):
                    kinds[lender.number][free[lender.number].pop()] = kind
    return Plan(kinds, shared)


def _pledge_twice(
    takers: Sequence[int],
    count: int,
    kinds: dict[int, NDArray[np.int8]],
    free: dict[int, list[int]],
    shared: dict[int, dict[int, str]],
) -> None:
    """Plant titles that two neighbouring lenders hold."""
    for turn in range(count):
        two = takers[turn % len(takers)], takers[(turn + 1) % len(takers)]
        if len(set(two)) == 2 and all(free[n] for n in two):
            for number in two:
                place = free[number].pop()
                kinds[number][place] = P.TITLE_AT_TWO
                shared[number][place] = f"T000-{turn:07d}"


def _places(loans: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Return places for planted loans: the second of each pair of loans, in any order, at most half as many as loans."""
    return rng.permutation(loans // 2)[: max(200, loans // 40)] * 2 + 1


def _may_carry(lender: Lender, kind: Plant) -> bool:
    if lender.is_bank:
        return kind in ONLY_BANKS or kind in ALSO_BANKS
    return kind not in ONLY_BANKS and not (kind == P.TITLE_AT_TWO and lender.loans < 40)


def _shared_out(takers: Sequence[Lender], count: int, free: dict[int, list[int]]) -> list[int]:
    """Return lenders' numbers, as many as count, in turn, each as long as it has places left."""
    order: list[int] = []
    room = {t.number: len(free[t.number]) for t in takers}
    total = sum(t.loans for t in takers)
    for t in takers:
        order += [t.number] * min(room[t.number], count * t.loans // max(1, total))
    turn = 0
    while len(order) < count and any(order.count(n) < room[n] for n in room):
        number = takers[turn % len(takers)].number
        if order.count(number) < room[number]:
            order.append(number)
        turn += 1
    return order[:count]
