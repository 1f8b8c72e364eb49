"""What follows from a tape by arithmetic alone, so that both sides of a dispute can agree on it. No law is known here."""

from __future__ import annotations

from prakas.facts.burden import borrower_facts, is_open
from prakas.facts.calendar import add_months
from prakas.facts.compiled import compiled as machine_code
from prakas.facts.conventions import moved
from prakas.facts.evidence import basis_at, capped, weakness_of
from prakas.facts.holdings import OUTSTANDING, outstanding, security, titles
from prakas.facts.institutions import institution_facts
from prakas.facts.kernel import LOAN_INPUTS, POSITION_SCHEMA, Positions
from prakas.facts.laid_out import LAID_OUT, schedules_in_force
from prakas.facts.loans import loan_facts
from prakas.facts.loans import outstanding as outstanding_of_loans
from prakas.facts.money import share
from prakas.facts.position import NONE, days_past_due, first_uncovered
from prakas.facts.rate_file import rate_json
from prakas.facts.recovery import paid_by_land, recovery_events, timelines
from prakas.facts.refund import REFUNDS, Refunds, refund_inputs
from prakas.facts.riel import UNIT, in_base, number, total
from prakas.facts.schedule import PERCENT
from prakas.facts.tables import (
    BORROWER_FACTS,
    INSTITUTION_FACTS,
    LENDERS,
    LOAN_FACTS,
    RATES,
    RECOVERY_EVENTS,
    SECURITY,
    TERMS,
    TIMELINES,
    TITLES,
    declared,
    sealed,
)
from prakas.facts.terms import PERSON, Day, kernel_inputs, lenders, terms

__all__ = [
    "BORROWER_FACTS",
    "INSTITUTION_FACTS",
    "LAID_OUT",
    "LENDERS",
    "LOAN_FACTS",
    "LOAN_INPUTS",
    "NONE",
    "OUTSTANDING",
    "PERCENT",
    "PERSON",
    "POSITION_SCHEMA",
    "RATES",
    "RECOVERY_EVENTS",
    "REFUNDS",
    "SECURITY",
    "TERMS",
    "TIMELINES",
    "TITLES",
    "UNIT",
    "Day",
    "Positions",
    "Refunds",
    "add_months",
    "basis_at",
    "borrower_facts",
    "capped",
    "days_past_due",
    "declared",
    "first_uncovered",
    "in_base",
    "institution_facts",
    "is_open",
    "kernel_inputs",
    "lenders",
    "loan_facts",
    "machine_code",
    "moved",
    "number",
    "outstanding",
    "outstanding_of_loans",
    "paid_by_land",
    "rate_json",
    "recovery_events",
    "refund_inputs",
    "schedules_in_force",
    "sealed",
    "security",
    "share",
    "terms",
    "timelines",
    "titles",
    "total",
    "weakness_of",
]
