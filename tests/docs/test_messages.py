"""Every message that stops a command stands on the page as it is printed, and happens as the page says."""

from __future__ import annotations

import ast

import pytest

from tests.docs import happenings_of_cases, happenings_of_fineract, happenings_of_months, happenings_of_relief  # noqa: F401 - registers what they make happen
from tests.docs.happenings import HAPPENINGS, World
from tests.docs.messages import made, made_in, one_line, told
from tests.house.repository import ROOT

TOLD = told()
RULEBOOK = "about one value of the law, or about our own folder of it; tests/rulebook compares the sentence to the letter"
OURS = "about a file of ours that no user gives"
PASSED_ON = "passes on a sentence that was made elsewhere"
# Messages that the page leaves out, by place and words, each with its reason. This list may only shrink.
LEFT_OUT = {
    ("__main__.py:_explained", "str(fault)"): PASSED_ON,
    ("case/folder.py:none_left", "first"): PASSED_ON,
    ("tape/intake.py:take_in", "str(fault)"): PASSED_ON,
    ("tape/seal.py:_some_left", "first"): PASSED_ON,
    ("rulebook/fields.py:refuse", ": "): RULEBOOK,
    ("rulebook/parameter_file.py:value_of", ": in "): RULEBOOK,
    (
        "rulebook/book.py:read_instruments",
        '": the folder holds no instrument. Put one YAML file an instrument in it, beside sources.yaml.',
    ): RULEBOOK,
    (
        "rulebook/book.py:read_parameters",
        '": the folder holds no parameter. Put one YAML file a figure in it; see docs/how-to/add-a-parameter.md.',
    ): RULEBOOK,
    (
        "rulebook/book.py:read_parameters",
        ": the path cannot be an id. Use small letters, digits and underscores, as in price/annual_rate_ceiling.yaml.",
    ): RULEBOOK,
    (
        "rules/words.py:_checked",
        ".yaml must hold exactly sentence and line, each in ",
    ): OURS,
    ("case/contacts.py:_contact", " and phones or web, and nothing else. Complete it."): OURS,
    ("case/contacts.py:_contact", ": a contact has no such confidence. Choose one of "): OURS,
    ("case/contacts.py:_contact", ": name and source are needed in "): OURS,
    ("case/contacts.py:_contact", ": since, until and seen are days, such as 2017-08-18. Write them so."): OURS,
    (
        "tape/cover.py:_unreadable",
        ': the cover sheet cannot be read. It has the columns "table", "rows" and any column of money, one line a table.',
    ): "told as the edit M007; the tape is read all the same",
    (
        "tape/archives.py:_write",
        ": an entry is longer than it says. Pack the tape again.",
    ): "a second lock: Python's own reader of archives never gives more than an entry says",
}


def line_of(words):
    """The one line of the page that holds some words, or is them."""
    found = [one for one in TOLD if one.message == words] or [one for one in TOLD if words in one.message]
    assert len(found) == 1, f"{words!r} stands in {len(found)} lines of the page"
    return found[0]


@pytest.mark.parametrize("words", HAPPENINGS)
def test_a_message_happens_and_is_the_one_on_the_page(words, tmp_path, prakas, monkeypatch):
    line = line_of(words)
    happened = HAPPENINGS[words](World(tmp_path, prakas, monkeypatch))
    for said, code in happened if isinstance(happened, list) else [happened]:
        assert line.pattern.fullmatch(one_line(said)), f"was said: {said}"
        assert code == (3 if "faults of ours" in line.section else 2)


def test_every_line_of_the_page_happens_in_a_test():
    happened = [line_of(words).message for words in HAPPENINGS]
    assert sorted(happened) == sorted(one.message for one in TOLD)


def is_told(one):
    return one.is_sentence and any(one.pattern.fullmatch(line.message) for line in TOLD)


def test_every_message_in_the_code_stands_on_the_page():
    lost = {(one.place, one.words) for one in made() if not is_told(one)}
    assert lost - set(LEFT_OUT) == set(), "docs/how-to/messages.md does not tell what is said there"
    assert set(LEFT_OUT) - lost == set(), "told by now: take it off the list"


def test_the_page_tells_nothing_that_is_not_said():
    said = [one.pattern for one in made() if one.is_sentence]
    assert [line.message for line in TOLD if not any(pattern.fullmatch(line.message) for pattern in said)] == []


def test_every_line_says_why_and_what_to_do():
    assert [one.message for one in TOLD if not (one.why.endswith((".", ")")) and one.mend.endswith((".", "?", "`", ")")))] == []


@pytest.mark.parametrize(
    "code",
    [
        'raise FilingError(f"{path.name}: the planted thing is wrong. Mend it.")',
        'message = f"{path.name}: the planted thing is wrong. Mend it."\n    raise FilingError(message) from None',
        'return FilingError(f"{path.name}: the planted thing" " is wrong. Mend it.")',
        'raise errors.EngineError("x: the planted thing is wrong. Mend it.")',
    ],
)
def test_a_planted_message_is_found_and_not_on_the_page(code, monkeypatch):
    tree = ast.parse(f"def planted(path):\n    {code}\n")
    monkeypatch.setattr("tests.docs.messages.parsed", lambda _: tree)
    [one] = made_in(ROOT / "src" / "prakas" / "planted.py")
    assert (one.place, one.is_sentence, is_told(one)) == ("planted.py:planted", True, False)
    assert one.pattern.fullmatch("x: the planted thing is wrong. Mend it.")


def test_what_the_page_leaves_out_of_the_law_is_compared_elsewhere():
    pinned = "".join(p.read_text("utf-8") for p in (ROOT / "tests" / "rulebook").glob("test_*.py"))
    of_law = [place for place, reason in LEFT_OUT.items() if reason == RULEBOOK and len(place[1]) > 10]
    assert len(of_law) == 3
    assert [words for _, words in of_law if words.removeprefix('": ') not in pinned] == []
