"""A tape to share: people and titles under pseudonyms, the rest as it was, and nothing else about anybody."""

from __future__ import annotations

import gzip
import hashlib
import hmac
import logging

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prakas.errors import FilingError
from prakas.tape import pseudonymize
from tests.tape import made

KEY = "K3y-that-lenders-share-and-nobody-else-0123456789"
SECRET = "ភក្តី-CANARY-7701"


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "key"
    path.write_text(KEY + "\n")
    path.chmod(0o600)
    return path


def by_hand(kind, plain):
    return hmac.new(KEY.encode(), f"{kind}\0{plain}".encode(), hashlib.sha256).hexdigest()[:32]


def test_all_bytes_but_those_of_people_and_titles_stay(tmp_path, key):
    book = made.folder(
        tmp_path / "book",
        fx=b"\xef\xbb\xbf" + made.text("fx").replace("\n", "\r\n").encode(),
        recovery=b"loan_id,happened_on,step",
    )
    pseudonymize(book, key, tmp_path / "out")
    for table in made.BOOK:
        before, after = ((tmp_path / f / f"{table}.csv").read_bytes() for f in ("book", "out"))
        for person in ("P1", "P2", "P3"):
            before = before.replace(f"{person},".encode(), f"{by_hand('person', person.lower())},".encode())
        before = before.replace(b",T1,", f",{by_hand('title', 't1')},".encode())
        assert after == before, table


def test_the_shared_tape_is_the_same_book(tmp_path, key):
    pseudonymize(made.folder(tmp_path / "book"), key, tmp_path / "shared" / "book")
    plain = made.sealed(tmp_path / "book", tmp_path / "plain")
    shared = made.sealed(tmp_path / "shared" / "book", tmp_path / "sealed")
    assert made.edits(shared) == []
    for name in ("installments", "payments", "institutions", "recovery"):
        assert made.table(shared, name) == made.table(plain, name)


def test_one_person_written_in_several_ways_is_one_at_every_lender(tmp_path, key):
    ways = ["010 123 ab", " ០១០ ១២៣  AB ", "010\u200b 123 ab"]
    seen = []
    for number, way in enumerate(ways):
        borrowers = f"borrower_id,sex\n{way},f\n".encode()
        pseudonymize(made.folder(tmp_path / f"book{number}", borrowers=borrowers), key, tmp_path / f"out{number}")
        seen.append((tmp_path / f"out{number}" / "borrowers.csv").read_text().splitlines()[1])
    assert set(seen) == {f"{by_hand('person', '010 123 ab')},f"}


def test_two_ways_to_type_one_khmer_letter_are_one_name(tmp_path, key):
    names = ["ស្តី", "ស្ដី", "ស្ដី".replace("ី", "ី\u200b")]
    borrowers = "borrower_id,sex\n" + "".join(f"{n},f\n" for n in names)
    pseudonymize(made.folder(tmp_path / "book", borrowers=borrowers.encode()), key, tmp_path / "out")
    lines = (tmp_path / "out" / "borrowers.csv").read_text().splitlines()[1:]
    assert len(set(lines)) == 1
    assert len(lines) == 3


def test_a_person_is_no_title_and_another_key_gives_other_pseudonyms(tmp_path, key):
    book = made.folder(tmp_path / "book", collateral=made.text("collateral").replace("T1", "P1").encode())
    pseudonymize(book, key, tmp_path / "out")
    title = (tmp_path / "out" / "collateral.csv").read_text().splitlines()[1].split(",")[3]
    person = (tmp_path / "out" / "borrowers.csv").read_text().splitlines()[1].split(",")[0]
    key.write_text(KEY[::-1])
    pseudonymize(book, key, tmp_path / "other")
    assert len({title, person, (tmp_path / "other" / "borrowers.csv").read_text().splitlines()[1].split(",")[0]}) == 3


@pytest.mark.parametrize(
    "line",
    [
        f"{SECRET},f,1985,010201,,,,,,{SECRET}",  # one value too many
        f'"{SECRET},f,1985,010201,,,,,',  # a quote that does not close
        f"f,{SECRET}",
    ],
)
def test_nothing_about_a_person_is_left_anywhere(line, tmp_path, key, caplog, capfd):
    borrowers = made.text("borrowers").splitlines()
    borrowers[0] += ",full_name"
    borrowers[1:] = [f"{b},{SECRET}" for b in borrowers[1:]]
    content = "\n".join([*borrowers, line]) + "\n"
    with caplog.at_level(logging.DEBUG):
        done = pseudonymize(made.folder(tmp_path / "book", borrowers=content.encode()), key, tmp_path / "out")
    assert done.dropped["borrowers"] == ["full_name"]
    assert done.blanked == {"borrowers": 1}
    everything = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    said = "\n".join(done) + caplog.text + "".join(capfd.readouterr())
    assert SECRET.encode() not in everything
    assert SECRET not in said
    assert "full_name" in said
    # line numbers stay
    assert len((tmp_path / "out" / "borrowers.csv").read_bytes().split(b"\n")) == len(content.split("\n"))


@pytest.mark.parametrize("form", ["gz", "zip", "xlsx", "parquet", "parts"])
def test_every_form_of_tape_can_be_shared(form, tmp_path, key):
    book = made.folder(tmp_path / "plain" / "book")
    pseudonymize(book, key, tmp_path / "expected" / "book")
    source = {
        "gz": lambda: made.gzipped(tmp_path / "book", book),
        "zip": lambda: made.zipped(tmp_path / "book.zip", book),
        "xlsx": lambda: made.workbook(tmp_path / "book.xlsx"),
        "parquet": lambda: made.parquet(tmp_path / "book"),
        "parts": lambda: made.parquet(tmp_path / "book", parts=True),
    }[form]()
    pseudonymize(source, key, tmp_path / "shared" / "book")
    expected = made.sealed(tmp_path / "expected" / "book", tmp_path / "one")
    shared = made.sealed(tmp_path / "shared" / "book", tmp_path / "two")
    for name in made.BOOK:
        pair = [[{k: v for k, v in r.items() if k != "source_row"} for r in made.table(s, name)] for s in (expected, shared)]
        assert pair[0] == pair[1], name
    if form == "gz":
        again = gzip.decompress((tmp_path / "shared" / "book" / "loans.csv.gz").read_bytes())
        assert again == (tmp_path / "expected" / "book" / "loans.csv").read_bytes()


def test_unknown_columns_of_parquet_are_dropped(tmp_path, key):
    folder = made.parquet(tmp_path / "book")
    table = pq.read_table(folder / "borrowers.parquet")
    pq.write_table(table.append_column("phone", pa.array([SECRET] * 3)), folder / "borrowers.parquet")
    done = pseudonymize(folder, key, tmp_path / "out")
    assert done.dropped["borrowers"] == ["phone"]
    assert SECRET.encode() not in (tmp_path / "out" / "borrowers.parquet").read_bytes()


@pytest.mark.parametrize(
    ("content", "mode", "sentence"),
    [
        ("tiny-secret", 0o600, "too short or too simple"),
        ("z" * 64, 0o600, "too short or too simple"),
        (KEY, 0o604, "everybody on this machine can read the key"),
        (None, 0, "the key cannot be read"),
    ],
)
def test_a_key_that_keeps_no_secret_is_refused(content, mode, sentence, tmp_path):
    path = tmp_path / "key"
    if content is not None:
        path.write_text(content)
        path.chmod(mode)
    with pytest.raises(FilingError, match=sentence) as fault:
        pseudonymize(made.folder(tmp_path / "book"), path, tmp_path / "out")
    assert content is None or content not in str(fault.value)
    assert not (tmp_path / "out").exists()


def test_nothing_half_written_stands_under_the_name(tmp_path, key):
    book = made.gzipped(tmp_path / "gz", made.folder(tmp_path / "book"))
    path = book / "payments.csv.gz"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(FilingError):
        pseudonymize(book, key, tmp_path / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["book", "gz", "key"]
    (tmp_path / "out").mkdir()
    with pytest.raises(FilingError, match="is there already"):
        pseudonymize(tmp_path / "book", key, tmp_path / "out")
