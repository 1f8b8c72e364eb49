"""Where the tail of long files and functions ends. The aims are in CONTRIBUTING; these are the ends of patience."""

from __future__ import annotations

import ast

from tests.house.repository import modules, parsed, shown, with_ending

LONGEST_MODULE = 400  # aim 300
LONGEST_FUNCTION = 60  # aim 40
LONGEST_PAGE = 300
# Tables written as code: one call that holds the contract, with nothing to read but rows. This set may only shrink.
TABLES = {"src/prakas/tape/tables.py:_tables"}


def filled(text):
    return sum(1 for line in text.splitlines() if line.strip())


def test_no_module_is_longer_than_a_reader_bears():
    long = {shown(p): filled(p.read_text("utf-8")) for p in modules()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{shown(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert set(long) == TABLES, long


def test_no_page_of_the_manual_is_a_book():
    generated = ("docs/reference/", "CHANGELOG.md")
    long = {shown(p): filled(p.read_text("utf-8")) for p in with_ending(".md") if not shown(p).startswith(generated)}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_PAGE} == {}
