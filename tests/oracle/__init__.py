"""An independent slow path: the contract of the tape and of the audit in plain Python.

Written from the reference pages alone, with integers, `fractions`, `decimal` and `datetime`; it shares no code with the
program it checks. `audit` gives every column of loans.parquet and institutions.parquet and the set of findings.
"""

from tests.oracle.whole import Result, audit

__all__ = ["Result", "audit"]
