"""Published delinquency and schedules against the slow path."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.oracle import audit, published

CASES = published.fitting()


def test_every_published_record_fits_the_tape_or_is_left_out_with_a_reason() -> None:
    fitting, out = {case.record for case in CASES}, published.left_out()
    assert fitting | set(out) == published.record_ids()
    assert not fitting & set(out)
    assert all(out.values())
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_published_case_comes_out_as_published(case: published.Case, tmp_path: Path) -> None:
    result = audit(published.write(case, tmp_path / "tape"), date.fromisoformat(case.audit_date))
    assert published.disagreements(case, {row["loan_id"]: row for row in result.loans}) == []
    assert any(case.expected["loans"].values())


def test_a_wrong_figure_is_seen(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.id == "fineract-emi-360/terms")
    result = audit(published.write(case, tmp_path / "tape"), date.fromisoformat(case.audit_date))
    loans = {row["loan_id"]: dict(row) for row in result.loans}
    loans["L003"]["days_past_due"] += 1
    assert len(published.disagreements(case, loans)) == 1
