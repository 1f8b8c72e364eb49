"""A case that goes through its workbook, the check, the sheet and the tape gives the figures of the same loans typed as a tape.

The tapes in ``typed/`` were written from the same made-up facts by a path of their own (annuities by scipy's root finder, plain CSV), not by
the program; ids of receipts and papers, lines and the finding ids made of them differ, all else is equal.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from prakas.audit import Options, audit
from prakas.case import Keeper, check_cases, example, example_names, new_case, write_sheets, write_tape

# A sheet has an audit of its own; those whose sheet says most are drawn by default, all with PRAKAS_FULL=1.
DRAWN = {"upfront_fee", "flat_sold_as_declining", "three_lenders_and_a_private_one"}

TYPED = Path(__file__).parent / "typed"
# What names a line or an id of the sender's file, and so cannot be the same in two files.
OF_THE_FILE = {"source_row", "other_row", "finding_id", "tape", "other_tape", "loan_id", "sentence_en", "sentence_km"}


def figures(tape, out, day):
    audit([tape], out, Options(day))
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in ("loans", "institutions", "titles", "findings")}


def told(findings):
    """Findings without what belongs to one file, loans by their id."""
    found = []
    for row in findings:
        subject = row["loan_id"] if row["subject_kind"] == "loan" else ""
        found.append((subject, *(str(row[name]) for name in sorted(set(row) - OF_THE_FILE))))
    return sorted(found)


def without(rows, *names):
    return [{name: value for name, value in row.items() if name not in names} for row in rows]


def test_every_made_up_case_has_its_typed_tape():
    assert {path.name for path in TYPED.iterdir()} == set(example_names())


@pytest.mark.parametrize("name", example_names())
def test_workbook_check_sheet_tape_audit_gives_the_figures_of_the_typed_loans(name, tmp_path):
    keeper, cases = Keeper(), tmp_path / "cases"
    new_case(cases, keeper, name)
    assert check_cases([cases], keeper, None).exit_code == 0
    interviewed = example(name)["household"]["interviewed_on"][0]
    day = dt.date.fromisoformat(interviewed)
    done = write_tape([cases], tmp_path / "tape", keeper)
    of_case = figures(done.path, tmp_path / "of_case", day)
    typed = figures(TYPED / name, tmp_path / "typed", day)
    assert without(of_case["loans"], "source_row") == without(typed["loans"], "source_row")
    assert without(of_case["institutions"], "source_row", "tape") == without(typed["institutions"], "source_row", "tape")
    assert of_case["titles"] == typed["titles"]
    assert told(of_case["findings"]) == told(typed["findings"])
    assert len(of_case["loans"]) == len(example(name)["debts"])
    if name in DRAWN or os.environ.get("PRAKAS_FULL"):
        write_sheets([cases], tmp_path / "sheets", keeper, day=None, law=None, languages=["en"], progress=lambda *_: None)
        _sheets_show(tmp_path / "sheets", typed)


def _sheets_show(folder, typed):
    """Each sheet shows the rates and the amounts that the audit of the typed tape gives, to the last printed digit."""
    for loan in typed["loans"]:
        page = re.sub(r"<[^>]+>", " ", (folder / f"{loan['loan_id']}.en.html").read_text("utf-8"))
        for column in ("schedule_rate_nominal", "all_in_rate_nominal", "all_in_rate_effective"):
            for clock in ("", "_months"):
                rate = loan[column + clock]
                shown = "not assessed" if rate is None else f"{rate:.2f} %"
                assert shown in page, (loan["loan_id"], column + clock)
        found = [row for row in typed["findings"] if row["loan_id"] == loan["loan_id"] and row["rule_id"].startswith("price.")]
        for row in found:
            if row["amount"]:
                assert f"{row['amount']:,.2f}".removesuffix(".00") in page
        assert ("asked for, not law" in page) or loan["ceiling"] is None or not found
