"""Names say what a thing is; some names say nothing and are not used."""

from __future__ import annotations

import ast
import re

from prakas.jurisdictions import pack
from tests.house.repository import ROOT, modules, parsed, shown, text_files, with_ending

SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "lib", "services", "manager", "managers"}
VERBS = ("get_", "process_", "handle_")
NOUNS = {"manager", "data", "info", "utils", "helper", "helpers"}
MARKS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK")) + r")\b")
OTHER_PLACES = re.compile(r"(?<![\w.$])/(home|root|Users)/\w")


def names(path):
    """Name and line of every function and class in a file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [(node.name, node.lineno) for node in ast.walk(parsed(path)) if isinstance(node, kinds)]


def test_no_file_has_a_name_that_says_nothing():
    found = [shown(p) for p in modules() if {p.stem, p.parent.name} & SAY_NOTHING]
    assert found == []


def test_no_file_of_a_room_begins_with_an_underscore():
    found = [shown(p) for p in modules() if p.stem.startswith("_") and p.stem not in {"__init__", "__main__"}]
    assert found == []


def test_functions_are_named_for_what_they_return_or_do():
    found = [
        f"{shown(path)}:{line} {name}"
        for path in modules()
        for name, line in names(path)
        if name.lstrip("_").startswith(VERBS) or set(re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().split("_")) & NOUNS
    ]
    assert found == []


def test_no_class_of_ours_inherits_from_a_class_of_ours_but_errors():
    classes = {
        (node.name): [b.id for b in node.bases if isinstance(b, ast.Name)]
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef)
    }
    found = [
        f"{name}({base})" for name, bases in classes.items() for base in bases if base in classes and not base.endswith("Error")
    ]
    assert found == []


def test_every_module_begins_with_one_sentence():
    found = [shown(p) for p in modules() if not (ast.get_docstring(parsed(p)) or "").partition("\n")[0].endswith((".", "?"))]
    assert found == []


def test_nothing_is_left_for_later_and_no_machine_is_named():
    found = [
        f"{shown(path)}:{number} {line.strip()[:80]}"
        for path in text_files()
        if path.suffix not in {".lock", ".csv"} and path.name != "LICENSE"
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if MARKS.search(line) or OTHER_PLACES.search(line)
    ]
    assert found == []


def test_yaml_ends_in_yaml():
    assert [shown(p) for p in with_ending(".yml")] == []


def test_the_glossary_and_the_codes_of_the_tape_use_the_same_khmer_word():
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|[^|]*\| `(\w+)` \|$", (ROOT / "GLOSSARY.md").read_text("utf-8"), re.MULTILINE)
    words = {}
    for codes in pack().code_words.values():
        for code, word in codes.items():
            words.setdefault(code, set()).add(word["km"])
    compared = {code: (khmer.strip(), words[code]) for khmer, code in rows if code in words}
    assert len(compared) >= 12
    assert {code: pair for code, pair in compared.items() if pair[0] not in pair[1]} == {}
