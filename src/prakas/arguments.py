"""What is typed on the command line and is no plain text: a day, an amount of money."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import typer

AMOUNT = re.compile(r"[0-9]{1,13}(\.[0-9]{1,2})?", re.ASCII)


def day(text: str) -> date:
    """Return a date of the form 2020-06-30. Raises what the command line shows as wrong use."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        message = "A date is written year, month, day, such as 2020-06-30."
        raise typer.BadParameter(message) from fault


def amount(text: str) -> Decimal:
    """Return an amount of money, exactly. Raises what the command line shows as wrong use."""
    if not AMOUNT.fullmatch(text):
        message = "An amount is written in plain digits, with a point before cents, such as 1250.50."
        raise typer.BadParameter(message)
    return Decimal(text)
