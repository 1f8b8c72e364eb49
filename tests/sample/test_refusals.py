"""A sample is written whole, or refused in a sentence with nothing left behind."""

from __future__ import annotations

import errno
from datetime import date

import pytest

from prakas.errors import PrakasError
from prakas.sample import sector as sector_module
from prakas.sample import write_sample


def left_in(folder):
    return sorted(p.name for p in folder.iterdir())


def test_a_folder_with_something_in_it_is_not_touched(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("mine")
    for replace in (False, True):
        with pytest.raises(PrakasError, match="mine"):
            write_sample(tmp_path / "mine", loans=1000, seed=1, replace=replace)
    assert (tmp_path / "mine/letter.txt").read_text() == "mine"
    assert left_in(tmp_path) == ["mine"]


def test_an_earlier_sample_is_replaced_only_when_asked(tmp_path):
    write_sample(tmp_path / "sector", loans=1000, seed=1)
    before = (tmp_path / "sector/answer_key.csv").read_bytes()
    with pytest.raises(PrakasError, match="--replace"):
        write_sample(tmp_path / "sector", loans=1000, seed=2)
    assert (tmp_path / "sector/answer_key.csv").read_bytes() == before
    write_sample(tmp_path / "sector", loans=1000, seed=2, replace=True)
    assert (tmp_path / "sector/answer_key.csv").read_bytes() != before
    assert left_in(tmp_path) == ["sector"]


@pytest.mark.parametrize(("day", "refused"), [("2002-09-12", True), ("2002-09-13", False), ("1999-12-31", True)])
def test_a_day_before_the_grading_of_microfinance_loans_is_refused(tmp_path, day, refused):
    if refused:
        with pytest.raises(PrakasError, match="2002-09-13"):
            write_sample(tmp_path / "sector", loans=1000, seed=1, audit_date=date.fromisoformat(day))
        assert left_in(tmp_path) == []
    else:
        write_sample(tmp_path / "sector", loans=1000, seed=1, audit_date=date.fromisoformat(day))


@pytest.mark.parametrize(("loans", "refused"), [(999, True), (1000, False), (1001, False)])
def test_too_few_loans_to_plant_everything_are_refused(tmp_path, loans, refused):
    if refused:
        with pytest.raises(PrakasError, match="1000"):
            write_sample(tmp_path / "sector", loans=loans, seed=1)
        assert left_in(tmp_path) == []
    else:
        assert write_sample(tmp_path / "sector", loans=loans, seed=1).loans == loans


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sector_module, "write_mistakes", full)
    with pytest.raises(PrakasError, match="No space left"):
        write_sample(tmp_path / "sector", loans=1000, seed=1)
    assert left_in(tmp_path) == []


def test_what_a_killed_run_left_does_not_stop_the_next(tmp_path):
    (tmp_path / ".sector.partial/level-3").mkdir(parents=True)
    write_sample(tmp_path / "sector", loans=1000, seed=1)
    assert left_in(tmp_path) == ["sector"]


def test_progress_names_each_tape_and_counts_every_loan(tmp_path):
    heard = []
    write_sample(tmp_path / "sector", loans=1000, seed=1, progress=lambda step, rows: heard.append((step, rows)))
    assert {"making up level-0", "making up level-3", "making up the answer key"} <= {step for step, _ in heard}
    assert sum(rows or 0 for _, rows in heard) == 1000
