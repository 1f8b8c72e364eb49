"""Amounts in riel."""

from __future__ import annotations

import numpy as np

from prakas.sample.figures import Figures
from prakas.sample.loans import KHR, THB, Ints


def riel(minor: Ints, currency: Ints, figures: Figures) -> Ints:
    """Return amounts in hundredths of riel: each converted half up to one riel, an amount in riel as it is."""
    dollar, baht = round(figures["riel_for_a_dollar"] * 100), round(figures["riel_for_a_baht"] * 100)
    rate = np.where(currency == THB, baht, dollar)
    return np.where(currency == KHR, minor, (minor * rate * 2 + 10_000) // 20_000 * 100)
