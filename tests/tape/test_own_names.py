"""A lender with other names: a mapping is proposed, read strictly, and gives the same tape."""

from __future__ import annotations

import pytest
import yaml

from prakas.errors import FilingError
from prakas.tape import contract, proposed_mapping
from prakas.tape.proposal import pair
from prakas.tape.synonyms import CODES, COLUMNS
from tests.tape import made

THEIRS = {
    "institutions": "MFI Code,Institution Name,Legal Form,Status\nA,Alpha,company,licensed\n",
    "loans": "Loan Account No,MFI Code,Client ID,Ccy,Principal Amount,disbursedon_date,expected_maturedon_date,interest_method_enum,Branch\n"
    "L1,A,P1,riel,1000,2020-01-01,2021-01-01,declining balance,north\n"
    "L2,A,P1,dollar,10,2020-01-01,2021-01-01,flat rate,north\n",
}


def test_a_proposal_used_as_it_is_reads_the_tape(tmp_path):
    book = made.folder(tmp_path / "book", THEIRS)
    (tmp_path / "mapping.yaml").write_text(proposed_mapping(book), encoding="utf-8")
    result = made.sealed(book, tmp_path / "out", mapping=tmp_path / "mapping.yaml")
    assert [(r["loan_id"], r["currency"], r["principal"], r["rate_method"]) for r in made.table(result, "loans")] == [
        ("L1", "KHR", 100_000, "declining"),
        ("L2", "USD", 1_000, "flat"),
    ]
    assert made.fired(result) == ["F105", "Q001"]


def test_what_is_not_known_is_left_as_a_comment_to_fill_in(tmp_path):
    text = proposed_mapping(made.folder(tmp_path / "book", THEIRS))
    assert '    # "Branch": ?' in text
    assert "Branch" not in str(yaml.safe_load(text))


def test_each_of_our_columns_is_proposed_once():
    assert pair(["Loan ID", "loan_id", "Loan No"], contract()["loans"]) == {"Loan ID": "loan_id"}


def test_every_synonym_is_of_a_column_and_every_code_of_a_list():
    for table, columns in COLUMNS.items():
        names = {n for t in contract().values() for n in t.names} if table == "any" else set(contract()[table].names)
        assert set(columns) <= names, table
    lists = {c.code_list: set(c.codes) for t in contract().values() for c in t.columns if c.code_list} | {
        "boolean": {"true", "false"}
    }
    assert all(set(codes) <= lists[name] for name, codes in CODES.items())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "the mapping is empty"),
        ("a: [", "not readable YAML"),
        ("lones: {columns: {a: loan_id}}", '"lones" is no table'),
        ("loans: {columns: {a: lone_id}}", 'mapped to "lone_id", which is no column'),
        ("loans: {colums: {a: loan_id}}", "and nothing else"),
        ("loans: {columns: {a: loan_id}, codes: {currency: {riel: KRH}}}", 'mapped to "KRH"'),
        ("loans: {codes: {principal: {a: b}}}", "which has none"),
        ("loans: {columns: [a]}", "stand pairs"),
        ("loans: {columns: {No Such Column: purpose}}", "no tape has the column loans: No Such Column"),
    ],
)
def test_a_slip_in_a_mapping_is_refused_in_a_sentence(content, sentence, tmp_path):
    (tmp_path / "mapping.yaml").write_text(content)
    with pytest.raises(FilingError) as fault:
        made.sealed(made.folder(tmp_path / "book"), tmp_path / "out", mapping=tmp_path / "mapping.yaml")
    assert sentence in str(fault.value)
    assert str(fault.value).startswith("mapping.yaml: ")


def test_two_of_their_columns_for_one_of_ours_are_refused(tmp_path):
    mapping = made.mapping(tmp_path / "mapping.yaml", {"loans": {"columns": {"product": "purpose", "segment": "purpose"}}})
    with pytest.raises(FilingError, match='"purpose" is there twice'):
        made.sealed(made.folder(tmp_path / "book"), tmp_path / "out", mapping=mapping)
