"""Relief over whole books: a dated plan, the queue of loans, their new schedules, what it costs, and whether it was given."""

from __future__ import annotations

from prakas.relief.check import relief_check
from prakas.relief.comparison import COMPARISON
from prakas.relief.costs import COSTS
from prakas.relief.given import CHECKED, LENDERS_CHECKED, STATES
from prakas.relief.plan import Plan
from prakas.relief.plan_file import read_plan, shipped
from prakas.relief.queue import QUEUE
from prakas.relief.relieve import INSTALLMENTS, Relief, relief

__all__ = [
    "CHECKED",
    "COMPARISON",
    "COSTS",
    "INSTALLMENTS",
    "LENDERS_CHECKED",
    "QUEUE",
    "STATES",
    "Plan",
    "Relief",
    "read_plan",
    "relief",
    "relief_check",
    "shipped",
]
