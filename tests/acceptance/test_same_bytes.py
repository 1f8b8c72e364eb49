"""The same tape, date and rulebook give the same bytes: run after run, on one thread or two, on either engine."""

from __future__ import annotations

import datetime as dt

import pytest

from prakas.publication import write_report
from prakas.sample import write_sample
from tests.acceptance.commanding import process
from tests.acceptance.running import FULL, audited
from tests.acceptance.same_bytes import bytes_of

DAY = dt.date(2017, 9, 30)
TABLES = ["loans.parquet", "findings.parquet", "findings.csv", "institutions.parquet", "institutions.csv", "titles.parquet", "titles.csv", "conduct.parquet", "conduct.csv", "borrowers.parquet", "burden.parquet", "burden.csv", "funders.parquet", "funders.csv", "edits.csv", "audit.json"]  # fmt: skip


def sector(folder, loans):
    write_sample(folder, loans=loans, seed=5, audit_date=DAY, form="csv")
    return folder


def test_two_runs_and_one_thread_or_two_write_the_same_bytes(tmp_path):
    tape = sector(tmp_path / "sector", 5_000 if FULL else 1_000)
    runs = [
        bytes_of(audited(tape, tmp_path / name, DAY, threads=threads, report=write_report).folder)
        for name, threads in (("one", 1), ("two", 2), ("again", 2))
    ]
    assert set(runs[0]) >= {*TABLES, "report.html"}
    assert any(name.startswith("returned/") for name in runs[0])
    for other in runs[1:]:
        assert list(other) == list(runs[0])
        assert [name for name in runs[0] if runs[0][name] != other[name]] == []


@pytest.mark.spark
def test_both_engines_write_the_same_bytes(tmp_path):
    """Each in a process of its own, as a user runs them."""
    tape = sector(tmp_path / "sector", 5_000 if FULL else 1_000)
    results = []
    for engine in ("duckdb", "spark"):
        ended = process("audit", tape, "--date", DAY, "--out", tmp_path / engine, "--engine", engine)
        assert ended.code == 1, ended.err[-2000:]  # the sector's own mistakes go back
        results.append(bytes_of(tmp_path / engine, engine=False))
    duck, spark = results
    assert list(duck) == list(spark)
    assert set(duck) >= {*TABLES, "report.html"}
    assert [name for name in duck if duck[name] != spark[name]] == []
