"""What was planted in the made-up sector is what is found: nothing more, nothing less, for every rule.

PRAKAS_FULL=1 takes twenty seeds of 5,000 loans over five dates; otherwise three seeds of 2,000 loans over three dates.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter

import pytest

from prakas.rules import rule_ids
from prakas.sample import write_sample
from tests.acceptance.running import FULL, audited

DATES = ["2017-09-30", "2024-12-31", "2002-11-30", "2012-12-31", "2020-12-31"]
SEEDS = 20 if FULL else 3
LOANS = 5_000 if FULL else 2_000


def answer_key(sector):
    with (sector / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        return Counter((r["rule_id"], r["institution_id"], r["loan_id"], r["aspect"]) for r in csv.DictReader(file))


def sector_of(seed, folder):
    """Return the day of a seed, and the sector made from it."""
    day = DATES[seed % len(DATES)]
    write_sample(folder, loans=LOANS, seed=100 + seed, audit_date=dt.date.fromisoformat(day), form="csv")
    return day, folder


@pytest.mark.parametrize("seed", range(SEEDS))
def test_findings_are_the_answer_key_both_ways(seed, tmp_path):
    day, sector = sector_of(seed, tmp_path / "sector")
    found, planted = Counter(audited(sector, tmp_path / "out", day).findings), answer_key(sector)
    assert found - planted == Counter()
    assert planted - found == Counter()
    assert len(planted) >= 100


def test_every_rule_is_planted_on_some_of_these_dates(tmp_path):
    """And so found, where the answer key is met."""
    keys = [answer_key(sector_of(seed, tmp_path / str(seed))[1]) for seed in range(min(SEEDS, len(DATES)))]
    assert {rule for key in keys for rule, *_ in key} == set(rule_ids())
