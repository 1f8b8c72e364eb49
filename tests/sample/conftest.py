"""One small made-up sector for the tests that only read."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from prakas.sample import write_sample


def rows(path):
    """The rows of a CSV file as dictionaries, by Python's own reader."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="session")
def sector(tmp_path_factory):
    """The folder of a small sector on the default date, and its summary."""
    folder = tmp_path_factory.mktemp("sample") / "sector"
    return folder, write_sample(folder, loans=3000, seed=7)


@pytest.fixture(scope="session")
def later_sector(tmp_path_factory):
    """The same in 2024, when every rule has begun."""
    folder = tmp_path_factory.mktemp("sample") / "later"
    return folder, write_sample(folder, loans=2000, seed=7, audit_date=date(2024, 12, 31))
