"""Every question, code and remark has its words in every language, and the Khmer is spelt as letters are meant to be joined."""

from __future__ import annotations

import re

import pytest
import yaml

from prakas.case.form import OWN_CODES, form
from prakas.case.words import case_words
from prakas.jurisdictions import pack
from prakas.tape import normalized
from tests.house.repository import ROOT

LANGUAGES = {"km", "en"}
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
COENG = "\u17d2"
LONELY = re.compile(f"{COENG}(?![\u1780-\u17a2])")  # the sign that puts a letter below, and no letter after it
AFTER_VOWEL = re.compile(f"[\u17b6-\u17c5]{COENG}")
MISSING_IN_FONT = set("→≥≤")


def said():
    """Every text of the file, with its place."""

    def walk(node, path):
        if isinstance(node, dict) and LANGUAGES & set(node):
            yield path, node
        elif isinstance(node, dict):
            for key, inner in node.items():
                yield from walk(inner, f"{path}.{key}")
        elif isinstance(node, list):
            for at, inner in enumerate(node):
                yield from walk(inner, f"{path}.{at}")

    raw = yaml.safe_load((pack().folder / "case.yaml").read_text("utf-8"))
    return list(walk({key: value for key, value in raw.items() if key != "languages"}, ""))


def test_every_text_is_said_in_both_languages():
    assert [path for path, texts in said() if set(texts) != LANGUAGES or not all(map(str.strip, texts.values()))] == []


def test_the_khmer_has_no_unseen_marks_and_no_lonely_signs():
    for path, texts in said():
        khmer = texts["km"]
        assert not UNSEEN.search(khmer), path
        assert not LONELY.search(khmer), path
        assert not AFTER_VOWEL.search(khmer), path
        assert not MISSING_IN_FONT & set(khmer + texts["en"]), path


def test_no_english_hides_in_the_khmer_and_no_khmer_in_the_english():
    for path, texts in said():
        assert not re.search("[\u1780-\u17ff]", texts["en"]), path
        assert re.search("[\u1780-\u17ff]", texts["km"]) or not re.search("[A-Za-z]", texts["km"]), path


@pytest.mark.parametrize("sheet", form().values(), ids=lambda sheet: sheet.name)
def test_every_field_has_a_question_how_to_write_it_and_a_paper(sheet):
    words = case_words()
    raw = words.raw["sheets"][sheet.name]
    assert set(raw["fields"]) == set(sheet.names)
    for field in sheet.fields:
        for told in (
            words.question(sheet.name, field.name),
            words.expected(sheet.name, field),
            words.paper(sheet.name, field.name),
        ):
            assert set(told) == LANGUAGES


def test_every_code_of_the_form_has_words_that_mean_it_alone():
    words = case_words()
    lists = {field.code_list: field.codes for sheet in form().values() for field in sheet.fields if field.codes} | OWN_CODES
    for code_list, codes in lists.items():
        meant = {}
        for code in codes:
            told = words.code_word(code_list, code)
            assert set(told) == LANGUAGES
            for text in (code, *told.values(), words.choice(code_list, code)):
                assert words.code_of(code_list, text) == code
                assert words.code_of(code_list, f" {text.upper()}\u200b ") == code
                assert meant.setdefault(normalized(text), code) == code


def test_every_remark_that_the_program_makes_has_sentences_and_every_sentence_is_used():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "prakas" / "case").glob("*.py"))
    assert [code for code in case_words().remark_codes() if f'"{code}"' not in source] == []


def test_a_sentence_names_the_question_and_the_paper_of_its_field():
    say, settle = case_words().remark("rate_needs", "debts", "received_on")
    assert say["en"] == "The rate as lived cannot be counted without an answer to “Day the money was received”."
    assert settle["en"] == "Ask it, and look at the receipt of the day the money was paid out."
    assert "{" not in "".join([*say.values(), *settle.values()])
