"""The contracts of a block of loans drawn: who, when, how much, at what price, on which schedule. Money in minor units."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from prakas.sample.days import NO_DAY, add_months, month_and_day
from prakas.sample.figures import Figures
from prakas.sample.lenders import Lender, last_day_allowed
from prakas.sample.loans import (
    CURRENT,
    KHR,
    LATE,
    MATURED,
    MONTHLY_EQUAL,
    MONTHLY_PRINCIPAL,
    PLAIN,
    REFINANCED,
    REPAID_EARLY,
    RESCHEDULED,
    RESTRUCTURED,
    SAME_BORROWER,
    SAME_TITLE,
    SHAPES,
    SINGLE,
    USD,
    WRITTEN_OFF,
    Floats,
    Ints,
    Loans,
)
from prakas.sample.pairs import refinance, roll_over, size_refinancing
from prakas.sample.plants import (
    BAD_LOAN,
    FLAT,
    IN_RECOVERY,
    NEAR_INCOME,
    NEEDS_CEILING,
    PAID_BY_LAND,
    PRICE,
    REFINANCING,
    ROLLING,
    Plant,
)


def draw(lender: Lender, place: Ints, plant: NDArray[np.int8], figures: Figures, day: int, rng: np.random.Generator) -> Loans:
    """Return the contracts of some loans of a lender, before their price is known to be lawful."""
    loans = _blank(lender, place, plant)
    _draw_ties(loans, rng)
    _draw_currency(loans, figures, rng)
    _draw_shape(loans, figures, rng)
    _draw_state(loans, figures, rng)
    _draw_days(loans, figures, day, rng)
    refinance(loans, day, rng)
    roll_over(loans)
    _restart(loans, day, rng)
    _sign(loans, figures, rng)
    _draw_rate(loans, figures, rng)
    _draw_principal(loans, figures, rng)
    size_refinancing(loans, figures)
    return loans


def _blank(lender: Lender, place: Ints, plant: NDArray[np.int8]) -> Loans:
    n = len(place)
    columns: dict[str, Any] = {f.name: np.zeros(n, np.int64) for f in fields(Loans)}
    columns |= {"stopped": np.full(n, -1, np.int64), "refinances": np.full(n, -1, np.int64), "lived_rate": np.zeros(n)}
    columns |= {"flat_contract": np.zeros(n, bool), "flat_lived": np.zeros(n, bool)}
    return Loans(**(columns | {"lender": lender, "place": place, "plant": plant}))


def _draw_ties(loans: Loans, rng: np.random.Generator) -> None:
    """Tie some second loans of a pair to the first: the same borrower, a refinancing, the same title."""
    tie = rng.choice(4, len(loans), p=(0.9, 0.04, 0.04, 0.02))
    second = (loans.place % 2 == 1) & (loans.lender.role in ("ordinary", "errors"))
    loans.tie = np.where(second & (loans.plant == 0), tie, 0)
    loans.tie[loans.planted(Plant.VALUE_TAKEN_TWICE)] = SAME_TITLE
    loans.tie[loans.planted(*REFINANCING)] = REFINANCED
    loans.tie[loans.planted(*ROLLING)] = SAME_BORROWER


def _draw_shape(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    n = len(loans)
    shape = rng.choice(len(SHAPES), n, p=SHAPES[:, 4] / SHAPES[:, 4].sum())
    months = rng.choice(np.array(figures.months), n)
    priced = loans.planted(*PRICE, *FLAT)
    shape[priced] = MONTHLY_PRINCIPAL
    months[priced] = rng.choice([12, 18, 24], int(priced.sum()))
    twice = np.flatnonzero(loans.planted(Plant.VALUE_TAKEN_TWICE))
    shape[twice], months[twice] = MONTHLY_EQUAL, 24
    shape[twice - 1], months[twice - 1] = MONTHLY_EQUAL, 60
    long = loans.planted(Plant.SIGNED_BEFORE_CEILING, Plant.SOLD_BEFORE_LETTER)
    shape[long], months[long] = MONTHLY_EQUAL, 60
    plain = np.flatnonzero(loans.planted(*IN_RECOVERY, *PAID_BY_LAND, *NEAR_INCOME, *REFINANCING, *ROLLING))
    pairs = np.flatnonzero(loans.planted(*REFINANCING, *ROLLING))
    plain = np.concatenate([plain, pairs - 1])
    shape[plain], months[plain] = MONTHLY_EQUAL, 24
    if loans.lender.role == "threshold":
        shape[:], months[:] = SINGLE, 12
    loans.shape = shape
    loans.frequency, loans.amortization, step_months, loans.step_days = SHAPES[shape, :4].T.copy()
    loans.step_months = np.where(shape == SINGLE, np.minimum(months, 12), step_months)
    loans.count = np.select(
        [shape <= 2, shape == 3, shape == 4, shape == SINGLE, shape == 6],
        [months, np.maximum(2, months // 3), np.maximum(2, months // 6), np.ones(n, int), np.minimum(months, 12) * 4],
        np.minimum(months, 12) * 2,
    ).astype(np.int64)
    graced = (rng.random(n) < 0.03) & (shape <= 1) & (months >= 12) & (loans.plant == 0) & (loans.lender.level > 1)
    loans.grace = np.where(graced, 2, 0)


def _draw_state(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    """Draw who pays, who is late, who has repaid, and which schedules were restarted."""
    n, bad = len(loans), loans.planted(*BAD_LOAN, *IN_RECOVERY, Plant.DAYS_AT_CUT_OFF)
    share = 0.9 * figures["par30_percent"] / 100  # of loans; who stopped paying owes more than who pays on
    late = max(share / 10, share - bad.mean())
    off, anew = figures["written_off_percent"] / 100, figures["restructured_percent"] / 100
    chances = np.array([1 - late - 0.02 - 0.08 - off, late + 0.02, 0.045, 0.035, off])
    loans.state = rng.choice(5, n, p=chances)
    loans.origin = rng.choice(3, n, p=(1 - anew - 0.015, anew, 0.015))
    loans.state[(loans.state == REPAID_EARLY) & (loans.count < 2)] = MATURED
    loans.origin[(loans.shape > 1) | (loans.state > LATE) | (loans.grace > 0) | (loans.tie > 0)] = PLAIN
    if loans.lender.is_bank:
        loans.state[loans.state == WRITTEN_OFF] = CURRENT
    if loans.lender.role not in ("ordinary", "errors"):
        loans.state[:], loans.origin[:] = CURRENT, PLAIN
    planted = loans.plant > 0
    loans.state[planted], loans.origin[planted] = CURRENT, PLAIN
    loans.state[bad] = LATE
    loans.state[loans.planted(Plant.TITLE_KEPT)] = MATURED
    loans.state[loans.planted(Plant.LAND_PAID, Plant.LAND_SOLD_AND_PAID)] = REPAID_EARLY
    loans.origin[loans.planted(Plant.RATE_AFTER_RESTRUCTURING)] = RESTRUCTURED
    older = np.flatnonzero(loans.planted(Plant.VALUE_TAKEN_TWICE)) - 1
    loans.state[older], loans.origin[older], loans.tie[older] = CURRENT, PLAIN, 0
    first = np.flatnonzero(loans.planted(*REFINANCING, *ROLLING)) - 1
    loans.state[first], loans.origin[first] = CURRENT, PLAIN


def _days_late(loans: Loans, figures: Figures, rng: np.random.Generator) -> Ints:
    """Return for how many days the oldest unpaid instalment is due; only used for late and written-off loans."""
    n, late = len(loans), figures["par30_percent"] / 100
    edges = np.array([1, 31, 61, 91, 181, 361, 700])
    spread = np.array([0.25, 0.15, 0.25, 0.20, 0.15]) * late
    bucket = rng.choice(6, n, p=np.concatenate(([0.02], spread)) / (late + 0.02))
    days = edges[bucket] + (rng.random(n) * (edges[bucket + 1] - edges[bucket])).astype(np.int64)
    days = np.where(loans.state == WRITTEN_OFF, rng.integers(400, 1000, n), days)
    days = np.where(loans.planted(*BAD_LOAN), rng.choice([100, 150, 200, 250, 400, 500], n), days)
    days = np.where(loans.planted(Plant.VALUE_TAKEN_TWICE), 400, days)
    days = np.where(loans.planted(*IN_RECOVERY), rng.choice([100, 130, 150], n), days)
    grid = figures.law.grid
    cuts = np.array([d + near for d in (*grid.short, *grid.long) if d for near in (-1, 0)])
    days = np.where(loans.planted(Plant.DAYS_AT_CUT_OFF), rng.choice(cuts, n), days)
    # A bank's loans stay where every grid we know, sourced or not, says standard.
    return days if not loans.lender.is_bank else rng.integers(1, 14, n)


def _draw_days(loans: Loans, figures: Figures, day: int, rng: np.random.Generator) -> None:
    """Place the schedule in force in time, counted back from the audit date."""
    n = len(loans)
    length = loans.count * (loans.step_months * 30 + loans.step_days)
    age = (rng.random(n) * 0.97 * length).astype(np.int64)
    ended = np.where(loans.plant > 0, 30, rng.integers(1, 400, n))
    early = np.minimum((rng.random(n) * (loans.count - 1)).astype(np.int64), loans.count - 1)
    stop = np.minimum((rng.random(n) * loans.count).astype(np.int64), loans.count - 1)
    late_days = _days_late(loans, figures, rng)
    steps = np.select(
        [loans.state == REPAID_EARLY, loans.state == MATURED, loans.state >= LATE], [early + 1, loans.count, stop + 1], 0
    )
    back = np.select([np.isin(loans.state, (REPAID_EARLY, MATURED)), loans.state >= LATE], [ended, late_days], age)
    loans.start = add_months(day - back, -loans.step_months * steps) - loans.step_days * steps
    loans.stopped = np.select(
        [loans.state == REPAID_EARLY, (loans.state == LATE) | (loans.state == WRITTEN_OFF)], [early, stop], -1
    )
    loans.written_off = np.where(loans.state == WRITTEN_OFF, day - rng.integers(1, 30, n), NO_DAY)
    recent = loans.planted(*NEEDS_CEILING, Plant.FLAT_IN_CONTRACT, Plant.FLAT_AS_LIVED, Plant.FLAT_AT_A_BANK)
    room = min(300, max(1, day - figures.law.ceiling_from - 10)) if day > figures.law.ceiling_from else 300
    loans.start = np.where(recent, day - 5 - rng.integers(0, room, n), loans.start)
    before = loans.planted(Plant.SIGNED_BEFORE_CEILING)
    loans.start = np.where(before, figures.law.ceiling_from + 3, loans.start)
    loans.start = np.where(loans.planted(Plant.FLAT_BEFORE_RULE), figures.law.flat_from - 10, loans.start)
    loans.start = np.where(loans.planted(Plant.SOLD_BEFORE_LETTER), figures.law.letter - 120, loans.start)
    loans.start = np.where(loans.planted(*NEAR_INCOME, Plant.SALE_UNDONE), day - 100, loans.start)
    since = min(200, max(1, day - 45 - figures.law.refinanced_from)) if day > figures.law.refinanced_from + 45 else 200
    loans.start = np.where(loans.planted(*REFINANCING, *ROLLING), day - 45 - rng.integers(0, since, n), loans.start)
    loans.start = np.where(loans.planted(Plant.REFINANCED_LATELY), day - 12, loans.start)
    twice = np.flatnonzero(loans.planted(Plant.VALUE_TAKEN_TWICE))
    loans.stopped[twice] = np.minimum(loans.stopped[twice], 3)
    loans.start[twice] = add_months(day - late_days[twice], -(loans.stopped[twice] + 1))
    loans.start[twice - 1] = loans.start[twice] - 30
    if loans.lender.role == "threshold":
        loans.start[:] = day - 90
    if loans.lender.role == "refused":
        last = last_day_allowed(figures.law, day)
        loans.start[:] = last - 40 - 3 * loans.place
        loans.start[:3] = last + np.array([0, 1, 20])


def _restart(loans: Loans, day: int, rng: np.random.Generator) -> None:
    """Give restarted loans an earlier life: what was agreed first, and how much of it was paid."""
    n, anew = len(loans), loans.restarted
    _, in_month = month_and_day(loans.start)
    loans.start = np.where(anew, loans.start - np.maximum(0, in_month - 27), loans.start)
    before = rng.integers(2, 9, n)
    missed = np.where(loans.origin == RESTRUCTURED, rng.integers(1, 4, n), 0)
    missed = np.where((loans.start > day - 62) & (missed > 1), 1, missed)  # nobody is saved from a worse grade in the last months
    loans.disbursed = np.where(anew, add_months(loans.start, -(before + missed)), loans.start)
    loans.paid_before = np.where(anew, before, 0)
    more = np.where(loans.origin == RESTRUCTURED, np.maximum(missed, loans.count - rng.integers(0, 6, n)), loans.count)
    loans.original_count = np.where(anew, before + np.maximum(1, more), loans.count)
    loans.restructured = np.where(loans.origin == RESTRUCTURED, loans.start, NO_DAY)
    loans.rescheduled = np.where(loans.origin == RESCHEDULED, loans.start, NO_DAY)
    first_end = add_months(loans.disbursed, loans.original_count)
    loans.original_matures = np.where(loans.origin == RESTRUCTURED, first_end, NO_DAY)


def _sign(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    """Set the day of signature (sometimes not told) and the day on which the price was agreed."""
    law, n = figures.law, len(loans)
    signed = loans.disbursed - rng.integers(0, 8, n)
    signed = np.where(loans.planted(*NEEDS_CEILING, *FLAT), loans.disbursed - 1, signed)
    signed = np.where(loans.planted(Plant.SIGNED_BEFORE_CEILING), law.ceiling_from - 1, signed)
    if loans.lender.level < 3:  # without a table of collateral the day of the title could be read either way
        signed = np.where((signed <= law.letter) & (loans.disbursed > law.letter), loans.disbursed, signed)
    shown = (rng.random(n) > 0.1) | (loans.plant > 0)
    loans.signed = np.where(shown, signed, NO_DAY)
    loans.agreed = np.maximum(np.where(shown, signed, loans.disbursed), loans.restructured)


def _draw_rate(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    """Set the contract's rate and the one the schedule is made with, in percent a year."""
    pick = rng.random(len(loans))

    def one_of(name: str) -> Floats:
        values = np.array(figures.rates[name])
        return values[(pick * len(values)).astype(int)]

    earlier = np.where(loans.currency == USD, one_of("before_ceiling_other"), one_of("before_ceiling_riel"))
    within = np.where(loans.step_days > 0, np.minimum(one_of("within_ceiling"), 16.8), one_of("within_ceiling"))
    rate = np.where(loans.agreed >= figures.law.ceiling_from, within, earlier)
    if loans.lender.is_bank:
        rate = one_of("banks")
    high = np.array([19.2, 21.6, 24.0, 30.0])[(pick * 4).astype(int)]
    contract = np.select(
        [
            loans.planted(Plant.RATE_IN_CONTRACT, Plant.RATE_AFTER_RESTRUCTURING, Plant.RATE_AT_A_BANK),
            loans.planted(Plant.RATE_JUST_ABOVE),
            loans.planted(Plant.RATE_IN_SCHEDULE, Plant.FEE_UPFRONT, Plant.FEE_WITH_INSTALMENTS),
            loans.planted(Plant.FLAT_IN_CONTRACT, Plant.FLAT_AS_LIVED, Plant.FLAT_BEFORE_RULE),
            loans.planted(Plant.FLAT_AT_A_BANK),
            loans.planted(Plant.SIGNED_BEFORE_CEILING),
        ],
        [high, 18.01, 18.0, np.where(pick < 0.5, 9.0, 18.0), 6.0, 24.0],
        rate,
    )
    loans.contract_rate = np.rint(contract * 100).astype(np.int64)
    loans.lived_rate = np.where(loans.planted(Plant.RATE_IN_SCHEDULE), np.maximum(high, 21.6), contract)
    loans.flat_contract = loans.planted(Plant.FLAT_IN_CONTRACT, Plant.FLAT_AT_A_BANK, Plant.FLAT_BEFORE_RULE)
    loans.flat_lived = loans.planted(*FLAT)


def _draw_currency(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    """Draw currencies so that the balance, not the number of loans, has the published shares."""
    riel, baht = _shares_by_number(figures)
    loans.currency = rng.choice(3, len(loans), p=(riel, 1 - riel - baht, baht))
    first = np.flatnonzero(loans.tie == REFINANCED) - 1
    loans.currency[first + 1] = loans.currency[first]
    if loans.lender.role in ("threshold", "refused"):
        loans.currency[:] = KHR
        loans.currency[:-1] = USD if loans.lender.in_dollars else KHR


def _shares_by_number(figures: Figures) -> tuple[float, float]:
    smaller = figures["riel_loan_against_mean"]
    riel = min(0.8, figures["riel_percent_of_balance"] / 100 / smaller)
    return riel, min(0.95 - riel, figures["baht_percent_of_balance"] / 100 / smaller)


def _draw_principal(loans: Loans, figures: Figures, rng: np.random.Generator) -> None:
    """Draw the contract amount: log-normal, around the published mean outstanding, in round sums."""
    n, mean, smaller = len(loans), figures["mean_outstanding_usd"], figures["riel_loan_against_mean"]
    riel, baht = _shares_by_number(figures)
    dollars = (1 - smaller * (riel + baht)) / (1 - riel - baht)
    repaid_so_far = 0.6  # of a loan's principal this much is outstanding, over its life (seen in the sample itself)
    usd = mean / repaid_so_far * np.where(loans.currency == USD, dollars, smaller)
    spread = 0.8
    usd = usd * np.exp(spread * rng.standard_normal(n) - spread**2 / 2) * (0.15 if loans.lender.small else 1)
    value = np.array([figures["riel_for_a_dollar"], 1, figures["riel_for_a_dollar"] / figures["riel_for_a_baht"]])
    step = np.array([100_000, 50, 1000] if mean > 500 else [10_000, 5, 100])[loans.currency]
    units = np.maximum(3, np.rint(usd * value[loans.currency] / step))
    loans.principal = (units * step * 100).astype(np.int64)
    # So small that interest rounded to 100 riel hardly moves, flat interest could not be told from the other kind.
    least = np.array([200_000_00, 50_00, 2_000_00])[loans.currency]
    loans.principal = np.where(loans.planted(*FLAT), np.maximum(loans.principal, least), loans.principal)
    if loans.lender.role == "threshold":
        _reach_exactly(loans, figures)


def _reach_exactly(loans: Loans, figures: Figures) -> None:
    """Make the principal outstanding of a threshold lender add up to its mark, in riel."""
    loans.principal[:] = 40_000_00 if "borrowers" in loans.lender.exact else 400_000_00
    mark = loans.lender.exact.get("portfolio")
    if mark is None:
        return
    rate = round(figures["riel_for_a_dollar"] * 100) if loans.lender.in_dollars else 100
    each = mark * 100 // 6 // rate // 100 * 100  # in hundreds of dollars, or of riel
    loans.principal[:-1] = each * 100
    loans.principal[-1] = (mark - (len(loans) - 1) * ((each * rate * 2 + 100) // 200)) * 100
