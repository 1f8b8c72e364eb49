"""One run of the rules in force over some tapes on one audit date, written down whole so that it can be repeated to the byte."""

from __future__ import annotations

from prakas.audit.book import Book, assess, declare_tapes, opened, sealed_tapes
from prakas.audit.burden import BORROWERS, BURDEN
from prakas.audit.conduct import CONDUCT_COUNTS
from prakas.audit.decimals import MONEY, RATE, as_decimal
from prakas.audit.findings import FINDINGS, Answers, answers_file
from prakas.audit.funders import FUNDERS
from prakas.audit.institutions import INSTITUTIONS
from prakas.audit.loans import LOANS
from prakas.audit.options import Options
from prakas.audit.places import TITLE_COUNTS
from prakas.audit.record import Tally, tape_record
from prakas.audit.refunds import REFUND_ROWS, REFUND_TOTALS
from prakas.audit.rulelist import rules_on
from prakas.audit.run import Outcome, audit, judge, write_results
from prakas.audit.tables import as_printed, write_table
from prakas.audit.whole import whole_folder

__all__ = [
    "BORROWERS",
    "BURDEN",
    "CONDUCT_COUNTS",
    "FINDINGS",
    "FUNDERS",
    "INSTITUTIONS",
    "LOANS",
    "MONEY",
    "RATE",
    "REFUND_ROWS",
    "REFUND_TOTALS",
    "TITLE_COUNTS",
    "Answers",
    "Book",
    "Options",
    "Outcome",
    "Tally",
    "answers_file",
    "as_decimal",
    "as_printed",
    "assess",
    "audit",
    "declare_tapes",
    "judge",
    "opened",
    "rules_on",
    "sealed_tapes",
    "tape_record",
    "whole_folder",
    "write_results",
    "write_table",
]
