"""Two books side by side: two months of one lender, or one tape under two laws."""

from __future__ import annotations

from prakas.comparison.lines import month_lines
from prakas.comparison.months import MonthsOutcome, compare_months
from prakas.comparison.roll import ROLL_FORWARD

__all__ = ["ROLL_FORWARD", "MonthsOutcome", "compare_months", "month_lines"]
