"""What follows from a tape by arithmetic alone, so that both sides of a dispute can agree on it. No law is known here."""

from __future__ import annotations

from prakas.facts.conventions import moved
from prakas.facts.evidence import capped, weakness_of
from prakas.facts.holdings import OUTSTANDING, outstanding, security, titles
from prakas.facts.institutions import institution_facts
from prakas.facts.kernel import POSITION_SCHEMA, Positions
from prakas.facts.loans import loan_facts
from prakas.facts.loans import outstanding as outstanding_of_loans
from prakas.facts.rate_file import rate_json
from prakas.facts.recovery import recovery_events, timelines
from prakas.facts.refund import REFUNDS, Refunds, refund_inputs
from prakas.facts.riel import in_base, number, total
from prakas.facts.tables import (
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
    "INSTITUTION_FACTS",
    "LENDERS",
    "LOAN_FACTS",
    "OUTSTANDING",
    "PERSON",
    "POSITION_SCHEMA",
    "RATES",
    "RECOVERY_EVENTS",
    "REFUNDS",
    "SECURITY",
    "TERMS",
    "TIMELINES",
    "TITLES",
    "Day",
    "Positions",
    "Refunds",
    "capped",
    "declared",
    "in_base",
    "institution_facts",
    "kernel_inputs",
    "lenders",
    "loan_facts",
    "moved",
    "number",
    "outstanding",
    "outstanding_of_loans",
    "rate_json",
    "recovery_events",
    "refund_inputs",
    "sealed",
    "security",
    "terms",
    "timelines",
    "titles",
    "total",
    "weakness_of",
]
