"""A tape and its honest next month give no finding; the same month told otherwise gives what its key has, and nothing else.

PRAKAS_FULL=1 takes twenty seeds over five dates, otherwise one.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter

import pyarrow.parquet as pq

from prakas.audit import Options
from prakas.comparison import compare_months
from prakas.rules import month_rule_ids
from prakas.sample import write_sample
from tests.acceptance.running import FULL

DATES = ["2024-12-31", "2017-09-30", "2020-12-31", "2012-12-31", "2003-01-31"]
SEEDS = 20 if FULL else 1
LOANS = 3_000


def sector_of(seed, folder):
    day = dt.date.fromisoformat(DATES[seed % len(DATES)])
    write_sample(folder, loans=LOANS, seed=300 + seed, audit_date=day, months=2)
    return day


def key_of(sector):
    with (sector / "answer_key_months.csv").open(encoding="utf-8", newline="") as file:
        return Counter((r["rule_id"], r["institution_id"], r["loan_id"], r["aspect"]) for r in csv.DictReader(file))


def compared(sector, later, out, day):
    compare_months((sector / "earlier/level-3", sector / later), out, Options(day), (None, day))
    rows = pq.read_table(out / "findings.parquet").to_pylist()
    return Counter((r["rule_id"], r["institution_id"], r["loan_id"], r["aspect"]) for r in rows)


def test_an_honest_month_shows_nothing_and_each_tampering_shows_itself(tmp_path):
    keys = []
    for seed in range(SEEDS):
        sector, out = tmp_path / f"sector-{seed}", tmp_path / f"out-{seed}"
        out.mkdir()
        day = sector_of(seed, sector)
        assert compared(sector, "level-3", out / "honest", day) == Counter(), seed
        found, key = compared(sector, "tampered/level-3", out / "tampered", day), key_of(sector)
        assert (seed, found - key, key - found) == (seed, Counter(), Counter())
        keys.append(key)
    found = {rule for key in keys for rule, *_ in key}
    assert found == set(month_rule_ids()) if FULL else len(found) > 8, "every way to tamper is in the keys"
