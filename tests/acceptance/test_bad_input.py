"""Bad input: one clear sentence, the right exit code, no traceback, nothing half-written."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.acceptance.commanding import command, nothing_left, process, refused
from tests.acceptance.running import FULL, Seen
from tests.tape import made

BAD_ROWS = 1_000_000 if FULL else 20_000
DAY = made.AUDIT_DATE.isoformat()


def tape(tmp_path, **changed):
    return made.folder(tmp_path / "tape", **changed)


def no_institutions(tmp_path):
    return tape(tmp_path, institutions=None)


def empty_folder(tmp_path):
    (tmp_path / "tape").mkdir()
    return tmp_path / "tape"


def empty_file(tmp_path):
    return tape(tmp_path, institutions=b"")


def not_text(tmp_path):
    return tape(tmp_path, institutions=bytes(range(256)) * 40)


def a_picture(tmp_path):
    path = tmp_path / "tape.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    return path


def a_file_cut_off(tmp_path):
    folder = made.parquet(tmp_path / "tape")
    path = folder / "loans.parquet"
    path.write_bytes(path.read_bytes()[:-40])
    return folder


def a_bomb(tmp_path):
    path = tmp_path / "tape.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tape/institutions.csv", made.text("institutions"))
        with archive.open("tape/loans.csv", "w") as file:
            for _ in range(200):
                file.write(bytes(1 << 20))
    return path


def an_archive_that_leads_out(tmp_path):
    path = tmp_path / "tape.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../institutions.csv", made.text("institutions"))
    return path


def nowhere(tmp_path):
    return tmp_path / "no such tape"


BAD = [
    (no_institutions, "institutions"),
    (empty_folder, "tape"),
    (empty_file, "institutions"),
    (not_text, "institutions"),
    (a_picture, "tape.xlsx"),
    (a_file_cut_off, "loans"),
    (a_bomb, "tape.zip"),
    (an_archive_that_leads_out, "tape.zip"),
    (nowhere, "no such tape"),
]


@pytest.mark.parametrize(("make", "names"), BAD, ids=[make.__name__ for make, _ in BAD])
def test_what_cannot_be_read_is_refused_in_a_sentence(make, names, tmp_path):
    out = tmp_path / "out"
    refused(command("audit", make(tmp_path), "--date", DAY, "--out", out), names)
    nothing_left(out)


@pytest.mark.parametrize("make", [nowhere, a_bomb], ids=["nowhere", "a bomb"])
def test_a_process_of_its_own_ends_the_same_way(make, tmp_path):
    out = tmp_path / "out"
    refused(process("audit", make(tmp_path), "--date", DAY, "--out", out))
    nothing_left(out)


@pytest.mark.parametrize("day", ["2020-02-30", "30/06/2020", "yesterday", ""])
def test_a_wrong_audit_date_is_refused(day, tmp_path):
    ended = command("audit", tape(tmp_path), "--date", day, "--out", tmp_path / "out")
    assert ended.code == 2
    assert "2020-06-30" in ended.err
    assert "Traceback" not in ended.err
    nothing_left(tmp_path / "out")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["--fx", "none.csv"], "none.csv"),
        (["--answers", "none.csv"], "none.csv"),
        (["--register", "none.csv"], "none.csv"),
        (["--mapping", "none.yaml"], "none.yaml"),
        (["--law", "none"], "none"),
    ],
    ids=lambda value: value[0].strip("-") if isinstance(value, list) else "",
)
def test_a_file_named_beside_the_tape_that_is_not_there_is_named(words, names, tmp_path):
    ended = command("audit", tape(tmp_path), "--date", DAY, "--out", tmp_path / "out", words[0], tmp_path / words[1])
    refused(ended, names)
    nothing_left(tmp_path / "out")


def test_a_result_that_stands_is_not_replaced_unless_asked(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    refused(command("audit", tape(tmp_path), "--date", DAY, "--out", out), "--replace")
    assert [path.name for path in out.iterdir()] == ["mine.txt"]
    assert command("audit", tmp_path / "tape", "--date", DAY, "--out", out, "--replace").code == 0
    assert (out / "audit.json").is_file()
    assert not (out / "mine.txt").exists()


def test_without_an_exchange_rate_figures_in_riel_are_not_assessed_and_the_rest_stands(tmp_path):
    out = tmp_path / "out"
    assert command("audit", tape(tmp_path, fx=None), "--date", DAY, "--out", out).code == 0
    seen = Seen(out)
    assert seen.institutions["A"]["portfolio_khr"] is None  # owes in dollars
    assert seen.institutions["B"]["portfolio_khr"] is not None  # in riel alone
    assert seen.loans["A", "L2"]["outstanding_principal"] is not None
    assert seen.record["rules"]["licensing.required"]["not_assessed"] == 1


def test_a_missing_exchange_rate_is_named_with_its_currency_and_date(tmp_path):
    out = tmp_path / "out"
    assert command("audit", tape(tmp_path, fx=None), "--date", DAY, "--out", out).code == 0
    because = " ".join(Seen(out).record["rules"]["licensing.required"]["not_assessed_because"])
    assert "USD" in because
    assert DAY in because


def test_many_bad_rows_are_returned_each_and_the_rest_is_audited(tmp_path):
    head = made.text("payments").splitlines()[0]
    width = head.count(",")
    bad = "\n".join(f"P{n}" + ",x" * width for n in range(BAD_ROWS))
    out = tmp_path / "out"
    ended = command("audit", tape(tmp_path, payments=made.text("payments") + bad + "\n"), "--date", DAY, "--out", out)
    assert ended.code == 1
    assert ended.said == []
    (payments,) = [one for one in Seen(out).record["tape"]["files"] if one["table"] == "payments"]
    assert payments["returned"] == BAD_ROWS
    assert payments["rows"] == payments["kept"] + BAD_ROWS
    with (out / "returned" / "payments.csv").open(encoding="utf-8") as file:
        assert sum(1 for _ in file) == BAD_ROWS + 1


# ------------------------------------------------------------------------------------------------------ no room on the disk


@pytest.mark.parametrize("call", ["write_parquet", "copyfile"])
def test_a_disk_that_fills_up_leaves_nothing(call, tmp_path, monkeypatch):
    def full(*words, **options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(f"prakas.audit.{'run.write_parquet' if call == 'write_parquet' else 'record.shutil.copyfile'}", full)
    refused(command("audit", tape(tmp_path), "--date", DAY, "--out", tmp_path / "out"), "room", "disk")
    nothing_left(tmp_path / "out")


@contextlib.contextmanager
def small_disk(place: Path, size: str):
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk; the patched writes above stand in")
@pytest.mark.parametrize("size", ["64k", "300k"])
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_a_small_disk_really_filled_leaves_nothing(size, form, tmp_path):
    given = tape(tmp_path)
    (given / "recovery.csv").write_text("loan_id,happened_on,step\n" + "L1,2020-02-01,visit\n" * 20_000)
    if form == "zip":
        given = made.zipped(tmp_path / "tape.zip", given)
    with small_disk(tmp_path / "disk", size) as disk:
        out = disk / "out"
        refused(process("audit", given, "--date", DAY, "--out", out), "room", "disk")
        nothing_left(out)
