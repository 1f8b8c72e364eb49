"""A sealed case opens for its key alone, with any age tool; its size says little, and no message repeats a key or a content."""

from __future__ import annotations

import io
import re
import stat
import zipfile

import openpyxl
import pyrage
import pytest

from prakas.case import sealing
from prakas.case.printed import printed_form
from prakas.case.sealing import STEP, is_sealed, new_case_id, padded, read_identities, seal, unseal, write_whole
from prakas.errors import FilingError
from tests.case.made import filled


@pytest.fixture
def key():
    return pyrage.x25519.Identity.generate()


def recipient(key):
    return str(key.to_public())


def test_what_is_sealed_opens_with_the_age_tool_and_with_ours(key, tmp_path):
    content = filled(tmp_path / "case.xlsx").read_bytes()
    sealed = seal(content, [recipient(key)])
    assert is_sealed(sealed)
    assert not is_sealed(content)
    assert pyrage.decrypt(sealed, [key]) == content
    (tmp_path / "key.txt").write_text(f"# created: long ago\n# public key: {recipient(key)}\n\n{key}\n")
    assert unseal(sealed, read_identities(tmp_path / "key.txt"), "a.age") == content


def test_each_of_several_recipients_can_open(key):
    other = pyrage.x25519.Identity.generate()
    sealed = seal(b"a", [recipient(key), f" {recipient(other)}\n"])
    assert unseal(sealed, [other], "a.age") == unseal(sealed, [key], "a.age") == b"a"


def test_nothing_of_the_content_can_be_read_in_the_sealed_file(key):
    assert b"Example" not in seal(b"Example Microfinance " * 100, [recipient(key)])


def test_without_the_right_key_it_stays_shut(key):
    sealed = seal(b"secret of a household", [recipient(pyrage.x25519.Identity.generate())])
    with pytest.raises(FilingError, match=r"a\.age: .* sealed for another key, or is damaged") as caught:
        unseal(sealed, [key], "a.age")
    assert caught.value.__cause__ is None
    with pytest.raises(FilingError, match=r"a\.age: the file is sealed\. Name the file with your age key"):
        unseal(sealed, [], "a.age")


def test_a_damaged_or_other_file_is_said_in_one_sentence(key):
    sealed = bytearray(seal(b"a" * 1000, [recipient(key)]))
    sealed[-20] ^= 1
    with pytest.raises(FilingError, match="or is damaged"):
        unseal(bytes(sealed), [key], "a.age")
    with pytest.raises(FilingError, match=r"a\.age: the file is not sealed with age"):
        unseal(b"PK\x03\x04", [key], "a.age")


@pytest.mark.parametrize("wrong", ["age1notone", "", "somebody", "ssh-ed25519 AAAA"])
def test_a_wrong_recipient_is_said_without_repeating_it(wrong, key):
    with pytest.raises(FilingError, match="Recipient 2 is no age recipient") as caught:
        seal(b"a", [recipient(key), wrong])
    assert not wrong or wrong not in str(caught.value)


def test_a_secret_key_in_the_place_of_a_recipient_is_not_repeated(key):
    with pytest.raises(FilingError, match="Recipient 1 is a secret key") as caught:
        seal(b"a", [str(key)])
    assert str(key) not in str(caught.value)
    with pytest.raises(FilingError, match="Nobody is named"):
        seal(b"a", [])


def test_a_wrong_key_file_is_said_by_line_and_not_repeated(tmp_path, key):
    path = tmp_path / "key.txt"
    path.write_text(f"# a comment\n{key}\n{str(key)[:-1]}\n")
    with pytest.raises(FilingError, match=re.escape("key.txt, line 3: this is no secret key")) as caught:
        read_identities(path)
    assert "AGE-SECRET-KEY-1" not in str(caught.value).replace("begins with AGE-SECRET-KEY-1;", "")
    path.write_text("# nothing\n")
    with pytest.raises(FilingError, match="has no secret key"):
        read_identities(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FilingError, match="cannot be read as text"):
        read_identities(path)
    with pytest.raises(FilingError, match="cannot be read as text"):
        read_identities(tmp_path / "none.txt")


def test_a_padded_workbook_has_a_size_in_steps_and_still_opens(tmp_path):
    content = filled(tmp_path / "case.xlsx").read_bytes()
    made = padded(content, "case.xlsx")
    assert len(made) % STEP == 0
    assert 0 <= len(made) - len(content) < STEP
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert padded(made, "case.xlsx") == made


@pytest.mark.parametrize("size", [0, 1, 40_000, 66_000])
def test_an_archive_of_any_size_and_comment_is_padded(size):
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as archive:
        archive.writestr("a", b"x" * size)
        archive.comment = b"mine"
    made = padded(room.getvalue(), "tape.ZIP")
    assert len(made) % STEP == 0
    assert zipfile.ZipFile(io.BytesIO(made)).read("a") == b"x" * size


def test_a_padded_page_for_print_still_opens():
    pdfium = pytest.importorskip("pypdfium2")
    content = printed_form()
    made = padded(content, "form.pdf")
    assert len(made) % STEP == 0
    assert made.startswith(content)
    assert b"startxref" in made[-100:]
    with pdfium.PdfDocument(made) as document:
        assert len(document) == 11


@pytest.mark.parametrize("length", [0, 1, STEP - 1, STEP, STEP + 1])
def test_a_text_is_padded_by_blanks(length):
    made = padded(b"x" * length, "a.csv")
    assert len(made) == -(-length // STEP) * STEP
    assert made.rstrip() == b"x" * length


def test_what_cannot_be_padded_is_refused():
    with pytest.raises(FilingError, match="cannot be made longer without harm"):
        padded(b"", "a.png")
    for name in ("a.xlsx", "a.pdf"):
        with pytest.raises(FilingError, match="damaged, so it cannot be sealed"):
            padded(b"not one", name)


def test_a_file_is_written_whole_and_for_its_owner_alone(tmp_path, monkeypatch):
    path = tmp_path / "case.age"
    write_whole(path, b"one")
    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def full(_handle):
        raise OSError(28, "no space left")

    monkeypatch.setattr(sealing.os, "fsync", full)
    with pytest.raises(FilingError, match=r"case\.age: the file cannot be written there"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_numbers_of_cases_are_short_readable_and_unlike_one_another():
    made = [new_case_id() for _ in range(2000)]
    assert len(set(made)) == 2000
    for one in made:
        assert re.fullmatch("[A-Z0-9]{4}-[A-Z0-9]{4}", one)
        assert not set(one) & set("01OIL5SUZAE")
        assert sum(letter.isdigit() for letter in one) < 8
