"""What is found, and what it rests on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Finding = tuple[str, str, str, str]


class Hit(NamedTuple):
    """One finding with its basis; of a price what is paid beyond it, of conduct what land paid (hundredths), and the day seen."""

    rule: str
    institution: str
    subject: str
    aspect: str
    basis: str | None
    amount: int | None = None
    observed: date | None = None
