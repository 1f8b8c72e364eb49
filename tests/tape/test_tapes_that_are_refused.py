"""What cannot be used as a whole is refused in a sentence, and many tapes are not stopped by one."""

from __future__ import annotations

import os
import zipfile

import pytest

from prakas.errors import FilingError
from tests.tape import made


def refusal(tape, tmp_path, **options):
    with pytest.raises(FilingError) as fault:
        made.sealed(tape, tmp_path / "out", **options)
    assert fault.value.exit_code == 2
    return str(fault.value)


def book(tmp_path, **changed):
    return made.folder(tmp_path / "book", **changed)


def test_a_path_that_does_not_exist(tmp_path):
    assert "there is no such file or folder" in refusal(tmp_path / "nowhere", tmp_path)


def test_an_empty_folder(tmp_path):
    (tmp_path / "empty").mkdir()
    assert "holds no table and no tape" in refusal(tmp_path / "empty", tmp_path)


def test_a_single_table_is_no_tape(tmp_path):
    assert "Name its folder" in refusal(book(tmp_path) / "loans.csv", tmp_path)


def test_a_tape_without_institutions(tmp_path):
    assert "there is no table institutions" in refusal(book(tmp_path, institutions=None), tmp_path)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "the file is empty"),
        (b"\n", "the first line is blank"),
        ("loan_id,institution_id\n".encode("utf-16"), "UTF-16"),
        (b"loan_id,\xff\n", "not UTF-8"),
        (b'loan_id,"institution_id\n', "quotes"),
        (b"loan_id,institution_id\rL1,A\r", "carriage return alone"),
        (b"loan_id,loan_id,institution_id\n", '"loan_id" is there twice'),
        (b"loan_id,institution_id\n", 'lacks the column "currency", "principal", "disbursed_on", "matures_on"'),
    ],
)
def test_a_header_that_cannot_be_used(content, sentence, tmp_path):
    assert sentence in refusal(book(tmp_path, loans=content), tmp_path)


def test_a_table_that_is_there_twice(tmp_path):
    folder = book(tmp_path)
    (folder / "loans.parquet").write_bytes(b"")
    assert "the table loans is there twice" in refusal(folder, tmp_path)


def test_a_truncated_parquet(tmp_path):
    folder = made.parquet(tmp_path / "book")
    path = folder / "loans.parquet"
    path.write_bytes(path.read_bytes()[:-20])
    assert "loans.parquet: the Parquet file cannot be read" in refusal(folder, tmp_path)


def test_a_parquet_damaged_in_its_middle_is_never_half_read(tmp_path):
    for place in range(4, 400, 12):
        folder = made.parquet(tmp_path / f"book{place}")
        path = folder / "payments.parquet"
        data = bytearray(path.read_bytes())
        data[place : place + 4] = b"\xff\xff\xff\xff"
        path.write_bytes(bytes(data))
        try:
            result = made.sealed(folder, tmp_path / f"out{place}")
        except FilingError as fault:
            assert "cannot be read" in str(fault) or "lacks the column" in str(fault) or "not UTF-8" in str(fault)  # noqa: PT017
        else:
            assert all(f.rows == f.kept + f.returned for f in result.files)


def test_a_truncated_gz(tmp_path):
    made.gzipped(tmp_path / "gz", book(tmp_path))
    path = tmp_path / "gz" / "payments.csv.gz"
    path.write_bytes(path.read_bytes()[:-9])
    assert "payments.csv.gz: the file cannot be read to its end" in refusal(tmp_path / "gz", tmp_path)


def test_a_truncated_zip_and_a_zip_that_is_none(tmp_path):
    path = made.zipped(tmp_path / "book.zip", book(tmp_path))
    path.write_bytes(path.read_bytes()[:-50])
    assert "the archive cannot be read" in refusal(path, tmp_path)
    path.write_bytes(b"no zip")
    assert "the archive cannot be read" in refusal(path, tmp_path)


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "book.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("loans.csv", "w", force_zip64=True) as file:
            for _ in range(100):
                file.write(bytes(1 << 20))
        archive.writestr("institutions.csv", made.text("institutions"))
    assert "which no book does" in refusal(path, tmp_path)
    assert not list((tmp_path / "out").rglob("loans.csv"))


@pytest.mark.parametrize("name", ["../loans.csv", "/loans.csv", "a\\..\\loans.csv", "C:loans.csv"])
def test_an_entry_that_leaves_the_folder(name, tmp_path):
    path = tmp_path / "book.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("institutions.csv", made.text("institutions"))
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        archive.writestr(entry, "x")
    assert "leads out of the folder" in refusal(path, tmp_path)


def test_a_damaged_workbook(tmp_path):
    path = made.workbook(tmp_path / "book.xlsx")
    whole = path.read_bytes()
    for place in range(0, len(whole), 997):
        path.write_bytes(whole[:place] + b"\xff\x00\xff\x00" + whole[place + 4 :])
        try:
            result = made.sealed(path, tmp_path / f"out{place}")
        except FilingError as fault:
            assert str(fault).endswith(".")  # noqa: PT017
        else:
            assert all(f.rows == f.kept + f.returned for f in result.files)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    folder = book(tmp_path)
    (folder / "loans.csv").chmod(0)
    assert "cannot be read" in refusal(folder, tmp_path)


def test_one_institution_in_two_tapes_refuses_both_and_names_them(tmp_path):
    made.folder(tmp_path / "tapes" / "first")
    made.folder(tmp_path / "tapes" / "second", {"institutions": made.BOOK["institutions"].replace("A,", "C,")})
    other = made.BOOK["institutions"].replace("A,", "X,").replace("B,", "Y,")
    made.folder(tmp_path / "tapes" / "third", {"institutions": other})
    result = made.sealed(tmp_path / "tapes", tmp_path / "out")
    assert [(r.tape, "B is in more than one tape (first, second)" in r.sentence) for r in result.refused] == [
        ("first", True),
        ("second", True),
    ]
    assert [r["institution_id"] for r in made.table(result, "institutions")] == ["X", "Y"]
    assert result.exit_code == 1


def test_one_bad_tape_among_many_stops_none_and_all_bad_ones_stop(tmp_path):
    lenders = {n: made.BOOK["institutions"].replace("A,", f"A{n},").replace("B,", f"B{n},") for n in range(4)}
    for number, lender in lenders.items():
        made.folder(tmp_path / "tapes" / f"t{number}", {"institutions": lender}, **({"loans": None} if number else {}))
    (tmp_path / "tapes" / "t0" / "loans.csv").write_bytes(b"")
    result = made.sealed(tmp_path / "tapes", tmp_path / "out")
    assert [r.tape for r in result.refused] == ["t0"]
    assert len(made.table(result, "institutions")) == 6
    for number in (1, 2, 3):
        (tmp_path / "tapes" / f"t{number}" / "institutions.csv").write_bytes(b"")
    assert refusal(tmp_path / "tapes", tmp_path / "again").startswith("None of the 4 tapes can be used. The first: ")


REGISTER = """institution_id,name,due_on,filed_on
A,Alpha,2020-07-15,2020-07-15
B,Beta,2020-07-15,2020-07-16
C,Gamma,2020-07-15,
D,Delta,,
E,Epsilon,,
"""


def test_the_register_names_the_missing_the_late_and_the_refused(tmp_path):
    made.folder(tmp_path / "tapes" / "good")
    broken = made.folder(
        tmp_path / "tapes" / "broken", {"institutions": "institution_id,name,legal_form,status\nC,Gamma,ngo,registered\n"}
    )
    (broken / "loans.csv").write_bytes(b"")
    unread = made.folder(tmp_path / "tapes" / "D-2020-06", {"institutions": ""})
    (unread / "institutions.csv").write_bytes(b"\xff")
    extra = made.folder(
        tmp_path / "tapes" / "extra", {"institutions": "institution_id,name,legal_form,status\nF,Phi,ngo,registered\n"}
    )
    assert extra.is_dir()
    (tmp_path / "register.csv").write_text(REGISTER)
    result = made.sealed(tmp_path / "tapes", tmp_path / "out", register=tmp_path / "register.csv")
    assert [(f.institution_id, f.outcome, f.tape) for f in result.register] == [
        ("A", "filed", "good"), ("B", "late", "good"), ("C", "refused", "broken"), ("D", "refused", "D-2020-06"), ("E", "missing", ""),
        ("F", "unlisted", "extra"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "the register is empty"),
        ("name\nx\n", "lacks the column institution_id"),
        ("institution_id,name\nA,x\nA,y\n", "line 3"),
        ("institution_id,name,due_on\nA,x,tomorrow\n", "due_on is not a date"),
    ],
)
def test_a_register_that_cannot_be_used(content, sentence, tmp_path):
    (tmp_path / "register.csv").write_text(content)
    assert sentence in refusal(book(tmp_path), tmp_path, register=tmp_path / "register.csv")


def test_two_tapes_of_one_name_are_told_apart(tmp_path):
    made.zipped(tmp_path / "tapes" / "book.zip", made.folder(tmp_path / "tapes" / "book"))
    other = made.BOOK["institutions"].replace("A,", "X,").replace("B,", "Y,")
    made.folder(tmp_path / "tapes" / "third", {"institutions": other})
    result = made.sealed(tmp_path / "tapes", tmp_path / "out")
    assert [r.tape for r in result.refused] == ["book", "book.zip"]
