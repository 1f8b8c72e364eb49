"""A made-up sector to try the audit on, with the key to its answers."""

from prakas.sample.sector import DEFAULT_DATE, write_sample
from prakas.sample.summary import SampleSummary

__all__ = ["DEFAULT_DATE", "SampleSummary", "write_sample"]
