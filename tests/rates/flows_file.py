"""Writes flows as the small CSV file that the command reads, and gives back what it says."""

import json
from decimal import Decimal
from fractions import Fraction

from prakas.facts.rate_file import rate_json


def plain(value) -> str:
    """A number in full, without exponent; fractions of a year to 25 decimals."""
    if isinstance(value, Fraction):
        value = Decimal(value.numerator * 10**25 // value.denominator).scaleb(-25)
    return format(Decimal(repr(value)) if isinstance(value, float) else Decimal(value), "f")


def rate_of_file(folder, convention, rows, column):
    """``rows`` are (amount, time); ``column`` is on or years."""
    file = folder / "flows.csv"
    lines = [f"{plain(amount)},{time if column == 'on' else plain(time)}" for amount, time in rows]
    file.write_text("\n".join([f"amount,{column}", *lines]) + "\n", encoding="utf-8")
    return json.loads(rate_json(file, convention), parse_float=Decimal)
