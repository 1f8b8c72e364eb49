"""Two books side by side: two months of one lender, or one tape under two laws."""

from __future__ import annotations

from prakas.comparison.lines import month_lines
from prakas.comparison.measures import DIFFERENCES
from prakas.comparison.months import MonthsOutcome, compare_months
from prakas.comparison.reform import CONCERNED, CROSSINGS, Compared, compare
from prakas.comparison.reform_lines import reform_lines
from prakas.comparison.roll import ROLL_FORWARD

__all__ = [
    "CONCERNED",
    "CROSSINGS",
    "DIFFERENCES",
    "ROLL_FORWARD",
    "Compared",
    "MonthsOutcome",
    "compare",
    "compare_months",
    "month_lines",
    "reform_lines",
]
