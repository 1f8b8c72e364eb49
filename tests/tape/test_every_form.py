"""The same book in every form is the same sealed tape."""

from __future__ import annotations

import decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prakas.tape import contract, sealed_schema
from tests.tape import made


@pytest.fixture
def book(tmp_path):
    return made.folder(tmp_path / "folder" / "book")


def contents(result, *, with_rows=True):
    drop = () if with_rows else ("source_row",)
    return {t: [{k: v for k, v in row.items() if k not in drop} for row in made.table(result, t)] for t in contract()}


def in_form(form, book, place):
    place.mkdir()
    if form == "zip":
        return made.zipped(place / "book.zip", book)
    if form == "gz":
        return made.gzipped(place / "book", book)
    if form == "xlsx":
        return made.workbook(place / "book.xlsx")
    if form == "crlf and bom":
        changed = {t: b"\xef\xbb\xbf" + made.text(t).replace("\n", "\r\n").encode() for t in made.BOOK}
        return made.folder(place / "book", **changed)
    if form == "no final line feed":
        return made.folder(place / "book", **{t: made.text(t)[:-1] for t in made.BOOK})
    return made.parquet(place / "book", parts=form == "parquet parts")


def test_a_clean_book_fires_no_edit_and_every_row_is_kept(book, tmp_path):
    result = made.sealed(book, tmp_path / "out")
    assert made.edits(result) == []
    assert {f.table: (f.rows, f.kept, f.returned) for f in result.files} == {
        t: (len(made.rows(t)), len(made.rows(t)), 0) for t in made.BOOK
    }
    assert result.exit_code == 0


def test_a_sealed_tape_has_all_eleven_tables_in_their_schema(book, tmp_path):
    result = made.sealed(made.folder(tmp_path / "lone", {"institutions": made.BOOK["institutions"]}), tmp_path / "out")
    for name, table in contract().items():
        assert pq.read_schema(result.folder / f"{name}.parquet").equals(sealed_schema(table)), name
    assert made.table(result, "institutions")[0]["has_loans"] is False


@pytest.mark.parametrize("form", ["zip", "gz", "xlsx", "crlf and bom", "no final line feed"])
def test_forms_with_lines_give_the_same_bytes(form, book, tmp_path):
    plain = made.sealed(book, tmp_path / "plain")
    other = made.sealed(in_form(form, book, tmp_path / "other"), tmp_path / "out")
    for name in contract():
        assert (plain.folder / f"{name}.parquet").read_bytes() == (other.folder / f"{name}.parquet").read_bytes(), name


@pytest.mark.parametrize("form", ["parquet", "parquet parts"])
def test_parquet_gives_the_same_rows_numbered_from_one(form, book, tmp_path):
    plain = made.sealed(book, tmp_path / "plain")
    other = made.sealed(in_form(form, book, tmp_path / "other"), tmp_path / "out")
    assert contents(other, with_rows=False) == contents(plain, with_rows=False)
    assert [r["source_row"] for r in made.table(other, "loans")] == [r["source_row"] - 1 for r in made.table(plain, "loans")]


def test_typed_parquet_is_read_as_the_text_it_stands_for(book, tmp_path):
    plain = made.sealed(book, tmp_path / "plain")
    typed = made.parquet(tmp_path / "typed")
    # What a sealed tape itself holds in contract columns, as dates, booleans and decimals.
    loans = made.rows("loans")
    columns = {c: [r[c] or None for r in loans] for c in loans[0]}
    columns["principal"] = pa.array([decimal.Decimal(v) for v in columns["principal"]], pa.decimal128(18, 4))
    columns["nominal_rate"] = pa.array([float(v) for v in columns["nominal_rate"]])
    columns["is_microloan"] = pa.array([None if v is None else v == "true" for v in columns["is_microloan"]])
    columns["disbursed_on"] = pa.array(columns["disbursed_on"]).cast(pa.date32())
    columns["matures_on"] = pa.array(columns["matures_on"]).cast(pa.timestamp("ms"))
    columns["currency"] = pa.array(columns["currency"]).dictionary_encode()
    pq.write_table(pa.table(columns), typed / "loans.parquet")
    other = made.sealed(typed, tmp_path / "out")
    drop = ("source_row", "tape")
    assert [{k: v for k, v in r.items() if k not in drop} for r in made.table(other, "loans")] == [
        {k: v for k, v in r.items() if k not in drop} for r in made.table(plain, "loans")
    ]


def test_two_readings_give_the_same_bytes(book, tmp_path):
    first = made.sealed(book, tmp_path / "one", threads=1)
    second = made.sealed(book, tmp_path / "two", threads=2)
    for name in contract():
        assert (first.folder / f"{name}.parquet").read_bytes() == (second.folder / f"{name}.parquet").read_bytes(), name
    assert first.edits.read_bytes() == second.edits.read_bytes()


@pytest.mark.parametrize(
    ("level", "tables"),
    [
        (0, ("institutions",)),
        (1, ("institutions", "loans")),
        (2, ("institutions", "loans", "installments")),
        (3, tuple(made.BOOK)),
    ],
)
def test_every_level_is_read(level, tables, tmp_path):
    result = made.sealed(made.folder(tmp_path / "book", {t: made.BOOK[t] for t in tables}), tmp_path / "out")
    assert made.edits(result) == []
    institution = made.table(result, "institutions")[0]
    assert {t for t in contract() if institution.get(f"has_{t}")} == {t for t in tables if f"has_{t}" in institution}
    assert all(contract()[t].level <= level for t in tables)
