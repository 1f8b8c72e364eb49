"""One run of the rules in force over some tapes on one audit date, written down whole so that it can be repeated to the byte."""

from __future__ import annotations

from prakas.audit.findings import FINDINGS
from prakas.audit.institutions import INSTITUTIONS
from prakas.audit.loans import LOANS
from prakas.audit.options import Options
from prakas.audit.places import TITLE_COUNTS
from prakas.audit.rulelist import rules_on
from prakas.audit.run import Outcome, audit
from prakas.audit.whole import whole_folder

__all__ = ["FINDINGS", "INSTITUTIONS", "LOANS", "TITLE_COUNTS", "Options", "Outcome", "audit", "rules_on", "whole_folder"]
