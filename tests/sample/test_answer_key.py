"""The answer key against an independent slow path, both ways, on days of different law."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from prakas.sample import write_sample
from tests.oracle import audit
from tests.sample.conftest import rows

FAULTY = ("level-3-errors", "level-3-broken-lines")  # the slow path reads sound tapes only


def key_and_findings(folder, day):
    away = {r["institution_id"] for tape in FAULTY for r in rows(folder / tape / "institutions.csv")}
    for tape in FAULTY:
        shutil.rmtree(folder / tape)
    key = {(r["rule_id"], r["institution_id"], r["loan_id"], r["aspect"]) for r in rows(folder / "answer_key.csv")}
    return {row for row in key if row[1] not in away}, audit(folder, day).findings


@pytest.mark.parametrize(
    "day",
    ["2002-09-13", "2002-12-31", "2003-01-01", "2012-12-31", "2017-04-15", "2017-09-30", "2017-12-01", "2020-07-16",
     "2020-12-31", "2023-03-31", "2024-12-31"],
)  # fmt: skip
def test_the_key_has_every_finding_and_no_other(tmp_path, day):
    write_sample(tmp_path / "sector", loans=1000, seed=int(day[2:4]), audit_date=date.fromisoformat(day))
    key, findings = key_and_findings(tmp_path / "sector", date.fromisoformat(day))
    assert key - findings == set()
    assert findings - key == set()
    assert len(key) > 80


def test_the_key_is_in_order_and_has_no_row_twice(later_sector):
    folder, summary = later_sector
    key = [tuple(r.values()) for r in rows(folder / "answer_key.csv")]
    assert key == sorted(set(key))
    assert sum(summary.findings.values()) == len(key)
