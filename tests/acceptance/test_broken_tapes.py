"""Spoilt tapes through the command line: no traceback, the right exit code, and every physical line kept or returned.

PRAKAS_FULL=1 takes 1,000 spoilt tapes in batches and 100 alone; otherwise 150 and 5. Lines are counted here from the bytes.
"""

from __future__ import annotations

import csv
import json
import random
from collections import Counter

import pytest

from tests.acceptance.commanding import command, nothing_left, process, refused
from tests.acceptance.running import FULL
from tests.tape import made, mutations

BATCHES = 20 if FULL else 3
TOGETHER = 50
ALONE = 100 if FULL else 5
FIRST = 50_000  # seeds that the tests of the tape alone do not use
DAY = made.AUDIT_DATE.isoformat()


def spoilt(folder, seed):
    files = mutations.spoilt(random.Random(seed), mutations.named(seed))
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def lines_returned(out):
    """Count, by tape and table, the rows that go back to their senders."""
    counts = Counter()
    for path in (out / "returned").glob("*.csv") if (out / "returned").is_dir() else ():
        with path.open(encoding="utf-8", newline="") as file:
            counts.update((row["tape"], path.stem) for row in csv.DictReader(file))
    return counts


def check(ended, out, folders):
    """Assert that what came of some tapes is sound, and return the exit code."""
    assert "Traceback" not in ended.err
    record = json.loads((out / "audit.json").read_text("utf-8"))
    files = record["tape"]["files"]
    refused_tapes = {one["tape"] for one in record["tape"]["refused"]}
    assert {one["tape"] for one in files} | refused_tapes == {folder.name for folder in folders}
    by_name = {folder.name: folder for folder in folders}
    back = lines_returned(out)
    for one in files:
        assert one["rows"] == one["kept"] + one["returned"], one
        assert one["rows"] == made.lines_of(by_name[one["tape"]] / one["file"]), one
    assert +Counter({(one["tape"], one["table"]): one["returned"] for one in files}) == back
    assert ended.code == (1 if refused_tapes or back else 0)
    assert ended.out.splitlines()[-1] == str(out / "report.html")
    return ended.code


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_line_of_spoilt_tapes_is_kept_or_returned(batch, tmp_path):
    seeds = range(FIRST + batch * TOGETHER, FIRST + (batch + 1) * TOGETHER)
    folders = [spoilt(tmp_path / "tapes" / f"t{seed}", seed) for seed in seeds]
    out = tmp_path / "out"
    assert check(command("audit", tmp_path / "tapes", "--date", DAY, "--out", out), out, folders) == 1


@pytest.mark.parametrize("seed", range(FIRST - ALONE, FIRST))
def test_a_spoilt_tape_alone_is_audited_or_refused_in_a_sentence(seed, tmp_path):
    folder, out = spoilt(tmp_path / "tape", seed), tmp_path / "out"
    run = process if seed % 5 == 0 else command
    ended = run("audit", folder, "--date", DAY, "--out", out)
    if out.exists():
        check(ended, out, [folder])
    else:
        refused(ended)
        nothing_left(out)
