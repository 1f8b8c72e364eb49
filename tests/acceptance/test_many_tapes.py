"""Hundreds of tapes in one run: levels mixed, ten broken in ten ways, five missing, one late; one result, and each is named.

PRAKAS_FULL=1 takes 300 tapes, otherwise 40.
"""

from __future__ import annotations

import gzip
import json
import zipfile

import pytest

from tests.acceptance.commanding import command, refused
from tests.acceptance.running import FULL, Seen
from tests.tape import made, mutations

TAPES = 300 if FULL else 40
DAY = made.AUDIT_DATE.isoformat()
LEVELS = (
    {"institutions"},
    {"institutions", "borrowers", "loans", "fx"},
    {"institutions", "borrowers", "loans", "installments", "fx"},
    set(made.BOOK),
)


def sound(folder, number):
    book = mutations.named(number)
    folder.mkdir(parents=True)
    for table in LEVELS[number % 4]:
        (folder / f"{table}.csv").write_bytes(book[table])
    return folder


def without_institutions(folder):
    (folder / "institutions.csv").unlink()


def with_nothing_in_institutions(folder):
    (folder / "institutions.csv").write_bytes(b"")


def not_text(folder):
    (folder / "institutions.csv").write_bytes(bytes(range(256)) * 9)


def without_a_required_column(folder):
    path = folder / "institutions.csv"
    path.write_bytes(path.read_bytes().replace(b"status,", b"standing,", 1))


def cut_off_gzip(folder):
    path = folder / "institutions.csv"
    (folder / "institutions.csv.gz").write_bytes(gzip.compress(path.read_bytes())[:40])
    path.unlink()


def cut_off_parquet(folder):
    (folder / "loans.csv").unlink(missing_ok=True)
    (folder / "loans.parquet").write_bytes(b"PAR1 and no more")


def twice_in_two_forms(folder):
    (folder / "institutions.csv.gz").write_bytes(gzip.compress((folder / "institutions.csv").read_bytes()))


def a_damaged_archive(folder):
    folder.with_suffix(".zip").write_bytes(b"PK\x03\x04 and no more")


def a_damaged_workbook(folder):
    folder.with_suffix(".xlsx").write_bytes(b"PK\x03\x04 and no more")


def an_archive_that_leads_out(folder):
    with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as archive:
        archive.writestr("../institutions.csv", made.text("institutions"))


FILES = (a_damaged_archive, a_damaged_workbook, an_archive_that_leads_out)
WAYS = [
    without_institutions,
    with_nothing_in_institutions,
    not_text,
    without_a_required_column,
    cut_off_gzip,
    cut_off_parquet,
    twice_in_two_forms,
    a_damaged_archive,
    a_damaged_workbook,
    an_archive_that_leads_out,
]


def test_one_result_names_the_sound_the_broken_the_missing_and_the_late(tmp_path):
    folder = tmp_path / "tapes"
    good = [sound(folder / f"t{n:03d}", n) for n in range(TAPES - len(WAYS))]
    broken = {}
    for k, way in enumerate(WAYS):
        path = folder / f"broken-{k}"
        if way not in FILES:
            sound(path, 900 + 4 * k + 3)
        way(path)
        broken[next(p for p in folder.glob(f"broken-{k}*")).name] = way
    rows = ["institution_id,name,due_on,filed_on"]
    rows += [
        f"{letter}{n},Lender {n},2020-07-15,2020-07-1{6 if (letter, n) == ('A', 0) else 0}"
        for n in range(len(good))
        for letter in "AB"
    ]
    rows += [f"M{n},Missing {n},2020-07-15," for n in range(5)]
    (tmp_path / "register.csv").write_text("\n".join(rows) + "\n")
    out = tmp_path / "out"
    ended = command("audit", folder, "--date", DAY, "--out", out, "--register", tmp_path / "register.csv")
    seen = Seen(out)
    said = {one["tape"]: one["sentence"] for one in seen.record["tape"]["refused"]}
    assert ended.code == 1
    assert {name.split(".")[0] for name in said} == {name.split(".")[0] for name in broken}
    assert all(len(sentence) > 30 and sentence.endswith(".") for sentence in said.values())
    assert len(set(said.values())) == len(WAYS)
    assert {one["tape"] for one in seen.record["tape"]["files"]} == {path.name for path in good}
    assert set(seen.institutions) == {f"{letter}{n}" for letter in "AB" for n in range(len(good))}
    outcomes = {one["institution_id"]: one["outcome"] for one in seen.record["tape"]["register"]}
    assert [who for who, outcome in outcomes.items() if outcome == "late"] == ["A0"]
    assert {who for who, outcome in outcomes.items() if outcome == "missing"} == {f"M{n}" for n in range(5)}
    assert sum(outcome == "filed" for outcome in outcomes.values()) == 2 * len(good) - 1
    for name in [*said, *(f"M{n}" for n in range(5))]:
        assert name in ended.out, "the summary names whom to call"
    assert "Traceback" not in ended.err


def test_two_tapes_of_one_institution_are_both_refused_and_the_rest_goes_on(tmp_path):
    folder = tmp_path / "tapes"
    for name, number in (("first", 1), ("second", 1), ("other", 2)):
        sound(folder / name, number)
    out = tmp_path / "out"
    assert command("audit", folder, "--date", DAY, "--out", out).code == 1
    record = json.loads((out / "audit.json").read_text("utf-8"))
    assert {one["tape"] for one in record["tape"]["refused"]} == {"first", "second"}
    assert set(Seen(out).institutions) == {"A2", "B2"}


@pytest.mark.parametrize("count", [1, 2])
def test_where_every_tape_is_broken_there_is_no_result(count, tmp_path):
    for n in range(count):
        with_nothing_in_institutions(sound(tmp_path / "tapes" / f"t{n}", n))
    refused(command("audit", tmp_path / "tapes", "--date", DAY, "--out", tmp_path / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["tapes"]
