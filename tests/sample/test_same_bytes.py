"""The same arguments give the same bytes."""

from __future__ import annotations

import hashlib
from datetime import date

import pyarrow.parquet
import pytest

from prakas.sample import sector as sector_module
from prakas.sample import write_sample
from tests.sample.conftest import rows


def digests(folder):
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*.*")) if p.is_file()
    }


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not(tmp_path, form):
    for name, seed in (("one", 3), ("again", 3), ("other", 4)):
        write_sample(tmp_path / name, loans=1200, seed=seed, form=form)
    one, again, other = (digests(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one.keys() == other.keys()
    assert one["answer_key.csv"] != other["answer_key.csv"]
    assert one[f"level-3/payments.{form}"] != other[f"level-3/payments.{form}"]


def test_another_date_gives_another_sector(tmp_path):
    write_sample(tmp_path / "one", loans=1200, seed=3)
    write_sample(tmp_path / "other", loans=1200, seed=3, audit_date=date(2017, 9, 29))
    assert digests(tmp_path / "one")["level-3/loans.csv"] != digests(tmp_path / "other")["level-3/loans.csv"]


def test_parquet_holds_what_csv_holds(tmp_path):
    write_sample(tmp_path / "text", loans=1200, seed=5)
    write_sample(tmp_path / "columns", loans=1200, seed=5, form="parquet")
    assert (tmp_path / "text/answer_key.csv").read_bytes() == (tmp_path / "columns/answer_key.csv").read_bytes()
    for name in ("loans", "payments", "collateral"):
        table = pyarrow.parquet.read_table(tmp_path / f"columns/level-3/{name}.parquet")
        text = rows(tmp_path / f"text/level-3/{name}.csv")
        assert table.column_names == list(text[0])
        assert table.num_rows == len(text)
        money = "principal" if name != "collateral" else "value"
        assert [str(v) if v is not None else "" for v in table[money].to_pylist()] == [r[money] for r in text]


def test_a_lender_larger_than_one_block_is_written_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(sector_module, "BLOCK", 64)
    summary = write_sample(tmp_path / "blocks", loans=1500, seed=3)
    loans = [r for p in (tmp_path / "blocks").glob("level-?/loans.csv") for r in rows(p)]
    assert len({r["loan_id"] for r in loans}) == len(loans)
    assert summary.loans == 1500
    payments = [r["payment_id"] for r in rows(tmp_path / "blocks/level-3/payments.csv")]
    assert len(set(payments)) == len(payments)
