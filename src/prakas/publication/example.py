"""The worked example of a rule, read from the test that holds the rule to it: drawn tables, and what the rule makes of them."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import dedent
from typing import Any

DAY = "2024-12-31"  # the audit date of a test that names none
ANSWERS = ("found", "sound", "not_assessed")


@dataclass(frozen=True)
class Example:
    """One worked example: a sentence, the audit date, tables as lists of rows (the first holds the names), and the answers."""

    title: str
    on: str
    tables: Mapping[str, list[list[str]]]
    answers: Mapping[str, Any] = field(default_factory=dict)
    law: Mapping[str, str] = field(default_factory=dict)  # files of `--law` by path, where the test gives some


def worked_example(source: str) -> Example:
    """Return the example of the first test in a file. Raises ValueError where that test draws no table or asserts no answer."""
    test = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"))
    call = next(
        node
        for node in ast.walk(test)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "engine"
    )
    given = {word.arg: ast.literal_eval(word.value) for word in call.keywords if word.arg}
    on, law = given.pop("on", DAY), given.pop("law", {})
    answers = dict(answer for node in ast.walk(test) if isinstance(node, ast.Assert) for answer in _answer(node.test))
    if not given or "found" not in answers:
        raise ValueError(
            f"{test.name} is a rule's first example: draw its tables in the call of `engine`, and compare `found` to a list."
        )
    title = test.name.removeprefix("test_").replace("_", " ")
    return Example(title, on, {name: _cells(text) for name, text in given.items()}, answers, law)


def _answer(condition: ast.expr) -> list[tuple[str, Any]]:
    """Return what `tape.found(RULE) == [...]` says, for each of the three answers; nothing for other conditions."""
    if not (isinstance(condition, ast.Compare) and isinstance(condition.left, ast.Call)):
        return []
    called = condition.left.func
    if not (isinstance(called, ast.Attribute) and called.attr in ANSWERS):
        return []
    return [(called.attr, ast.literal_eval(condition.comparators[0]))]


def _cells(drawing: str) -> list[list[str]]:
    head, _, *body = [line for line in dedent(drawing).splitlines() if line.strip()]
    return [[cell.strip() for cell in line.split("|")] for line in (head, *body)]
