"""Deposits: voluntary savings of the public where a lender may take them, compulsory ones elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from prakas.sample.figures import Figures
from prakas.sample.labels import numbered, words
from prakas.sample.lenders import Lender
from prakas.sample.loans import CURRENCIES, Flags, Ints

VOLUNTARY, COMPULSORY, NOT_TOLD = 0, 1, -1


@dataclass
class Accounts:
    """Savings accounts of one lender, one entry an account; balances in minor units."""

    number: Ints
    depositor: Ints
    currency: Ints
    balance: Ints
    kind: Ints


def accounts(lender: Lender, first: int, count: int, figures: Figures, rng: np.random.Generator) -> Accounts:
    """Return some accounts of a lender, numbered from `first`."""
    if lender.exact:
        return _exact(lender)
    number = np.arange(first, first + count)
    currency = rng.choice(3, count, p=(0.4, 0.58, 0.02))
    kind = rng.choice(np.array([VOLUNTARY, COMPULSORY, NOT_TOLD]), count, p=(0.9, 0.07, 0.03))
    if not lender.takes_deposits:
        kind[:] = COMPULSORY
    mean = figures["mean_outstanding_usd"] * figures["deposits_percent_of_loans"] / figures["depositors_for_100_borrowers"]
    spread = 1.2
    usd = mean * np.exp(spread * rng.standard_normal(count) - spread**2 / 2) * np.where(kind == COMPULSORY, 0.1, 1)
    value = np.array([figures["riel_for_a_dollar"], 1, figures["riel_for_a_dollar"] / figures["riel_for_a_baht"]])
    step = np.array([10_000, 1, 1])[currency]
    balance = np.floor(usd * value[currency] * 100 / step).astype(np.int64) * step
    balance = np.where(rng.random(count) < 0.01, 0, balance)
    depositor = np.where((number % 2 == 1) & (number > first) & (rng.random(count) < 0.1), number - 1, number)
    return Accounts(number, depositor, currency, balance, kind)


def _exact(lender: Lender) -> Accounts:
    """Return accounts that reach a mark to the unit: riel of the public's savings, or persons."""
    mark = lender.exact.get("public_savings", 0)
    people = lender.exact.get("depositors", 0)
    if mark:
        each = np.full(9, mark // 12, np.int64)
        balance = np.append(np.append(each, mark - each.sum()), mark // 2) * 100
        kind = np.append(np.zeros(10, np.int64), COMPULSORY)  # compulsory savings are not the public's
        number = np.arange(11)
    elif people:
        balance = np.append(np.full(people + 1, 5_000_00), 0)  # one person saves twice, one account is empty
        number, kind = np.arange(people + 2), np.zeros(people + 2, np.int64)
    else:
        number = balance = kind = np.zeros(0, np.int64)
    depositor = np.where(number == people, 0, number) if people else number
    return Accounts(number, depositor, np.zeros(len(number), np.int64), balance, kind)


def of_the_public(saved: Accounts) -> Flags:
    """Return which accounts are savings of the general public; where the kind is not told, it counts."""
    return saved.kind != COMPULSORY


def depositors(saved: Accounts) -> int:
    """Return how many persons have something in an account."""
    return len(np.unique(saved.depositor[saved.balance > 0]))


def account_rows(lender: Lender, saved: Accounts) -> dict[str, Any]:
    """Return the rows of the table `deposits`."""
    return {
        "account_id": numbered(f"A{lender.number:03d}-", saved.number),
        "institution_id": pa.array([lender.id]).take(pa.array(np.zeros(len(saved.number), np.int32))),
        "depositor_id": numbered(f"D{lender.number:03d}-", saved.depositor),
        "currency": words(CURRENCIES, saved.currency),
        "balance": saved.balance,
        "kind": words(("voluntary", "compulsory"), saved.kind),
    }
