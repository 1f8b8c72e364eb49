"""Every column of loans.parquet and institutions.parquet and every finding against a second reader of the contract.

Two kinds of book: the made-up sector (levels 0 to 3, restructured, prepaid, written off, shared titles) and small random tapes of
odd loans. PRAKAS_FULL=1 takes 20,000 loans of the sector and thirteen dates of 120 odd tapes each.
"""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from prakas.sample import write_sample
from tests.acceptance.odd_tapes import CHILDREN, odd_tape
from tests.acceptance.running import FULL, audited, disagreements
from tests.oracle import audit as slow_audit

# A date on each regime of the law, and the first day of some.
REGIMES = [
    "2002-11-30",
    "2024-12-31",
    "2001-12-31",
    "2003-01-01",
    "2009-12-31",
    "2010-01-01",
    "2012-12-31",
    "2017-04-30",
    "2017-09-30",
    "2018-02-28",
    "2020-07-16",
    "2020-12-31",
    "2023-02-10",
]
ODD_TAPES = 120 if FULL else 70
SAMPLE = 20_000 if FULL else 1_500


def odd_differences(tmp_path, day, *, is_closed=True):
    returned = {name: set() for name in CHILDREN}
    for seed in range(ODD_TAPES):
        tape = odd_tape(seed, day, f"t{seed:04d}", is_closed=is_closed)
        tape.write(tmp_path / "sound", tmp_path / "whole")
        for name in CHILDREN:
            returned[name] |= tape.returned[name]
    seen = audited(tmp_path / "whole", tmp_path / "out", day)
    slow = slow_audit(tmp_path / "sound", day, **{f"{name}_returned": keys for name, keys in returned.items()})
    assert len(slow.loans) > 4 * ODD_TAPES
    assert any(returned.values())
    texts = [(path / "institutions.csv").read_text("utf-8") for path in (tmp_path / "sound").iterdir()]
    lenders = [row for text in texts for row in csv.DictReader(text.splitlines())]
    parts = {row["institution_id"] for row in lenders if row["is_whole_book"] == "false"}
    people = {row["institution_id"] for row in lenders if row["legal_form"] == "person"}
    assert parts - people
    assert people - parts
    assert parts & {row["institution_id"] for row in slow.loans}
    told = [row for row in slow.loans if row["basis"] == "reported" and row["arrears_principal"] is not None]
    assert told, "some positions follow from rows of which one was told"
    # Before the first text on prices (2002) no finding has an amount.
    assert any(hit.amount for hit in slow.hits.values()) == (day >= dt.date(2002, 1, 1))
    return disagreements(seen, slow)


@pytest.mark.parametrize("day", REGIMES if FULL else REGIMES[:2])
def test_odd_loans_have_the_figures_of_the_slow_path(day, tmp_path):
    assert odd_differences(tmp_path, dt.date.fromisoformat(day)) == []


@pytest.mark.parametrize("day", REGIMES if FULL else ["2017-09-30"])
def test_odd_books_closed_on_another_day_have_the_figures_of_the_slow_path(day, tmp_path):
    assert odd_differences(tmp_path, dt.date.fromisoformat(day), is_closed=False) == []


@pytest.mark.parametrize("day", ["2017-09-30", "2024-12-31"])
def test_the_sector_has_the_figures_of_the_slow_path(day, tmp_path):
    on = dt.date.fromisoformat(day)
    write_sample(tmp_path / "sector", loans=SAMPLE, seed=11, audit_date=on, form="csv")
    tapes = [tmp_path / "sector" / f"level-{level}" for level in range(4)]  # without the two with planted mistakes
    for tape in tapes:
        (tmp_path / "sound").mkdir(exist_ok=True)
        (tmp_path / "sound" / tape.name).symlink_to(tape)
    seen = audited(tapes, tmp_path / "out", on)
    slow = slow_audit(tmp_path / "sound", on)
    assert {row["basis"] for row in slow.loans} >= {"computed", "reported"}  # rebuilt ones: the odd tapes
    assert any(row["is_restructured"] for row in slow.loans)
    assert any(row["is_written_off"] for row in slow.loans)
    assert any(finding[0] == "collateral.pledged_twice" for finding in slow.findings)
    assert disagreements(seen, slow) == []
