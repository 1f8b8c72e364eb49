"""The calculator: one page that says what a loan costs, works without a network, and keeps and sends nothing."""

from __future__ import annotations

from prakas.publication.calculator.page import calculator_page, write_calculator

__all__ = ["calculator_page", "write_calculator"]
