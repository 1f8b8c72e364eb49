"""Exact products of money: whole minor units in, whole minor units out, halves up."""

from __future__ import annotations

from prakas.facts.compiled import compiled


@compiled("int64(int64, int64, int64)")
def share(amount: int, numerator: int, denominator: int) -> int:
    """Return amount x numerator / denominator, half up, for numbers at or above zero.

    The product is never formed: it could leave int64. Doubling and adding keeps the remainder below the denominator.
    """
    whole, rest = amount // denominator, amount % denominator
    quotient, remainder = 0, 0
    bit = 1
    while bit <= numerator >> 1:
        bit <<= 1
    while bit:
        quotient, remainder = quotient << 1, remainder << 1
        if remainder >= denominator:
            quotient, remainder = quotient + 1, remainder - denominator
        if numerator & bit:
            quotient, remainder = quotient + whole, remainder + rest
            if remainder >= denominator:
                quotient, remainder = quotient + 1, remainder - denominator
        bit >>= 1
    return quotient + 1 if 2 * remainder >= denominator else quotient
