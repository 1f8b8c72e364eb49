"""The one way numbers are printed for people: groups of three with commas, a point before decimals, Khmer digits by choice."""

from __future__ import annotations

KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def grouped(plain: str, *, khmer_digits: bool = False) -> str:
    """Return a plain decimal number with its whole part in groups of three; a fraction of zeros is left out.

    >>> grouped("1234567.50")
    '1,234,567.50'
    >>> grouped("-1200.00")
    '-1,200'
    >>> grouped("1234", khmer_digits=True)
    '១,២៣៤'
    """
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, fraction = digits.partition(".")
    text = f"{sign}{int(whole):,}" + (f".{fraction}" if fraction.strip("0") else "")
    return text.translate(KHMER) if khmer_digits else text
