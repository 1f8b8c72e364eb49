"""A date as it is written on the command line."""

from __future__ import annotations

from datetime import date

import typer


def day(text: str) -> date:
    """Return a date of the form 2020-06-30. Raises what the command line shows as wrong use."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        message = "A date is written year, month, day, such as 2020-06-30."
        raise typer.BadParameter(message) from fault
