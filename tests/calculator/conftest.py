"""The calculator as a file, and the page open from it."""

from __future__ import annotations

from datetime import date

import pytest

from prakas.publication import write_calculator
from tests.calculator.sheet import Sheet

MADE_ON = date(2026, 11, 22)


@pytest.fixture(scope="session")
def file(tmp_path_factory):
    """The calculator with the law as it ships."""
    path = tmp_path_factory.mktemp("calculator") / "calculator.html"
    write_calculator(path, MADE_ON)
    return path


@pytest.fixture
def sheet(page, file):
    """The page, open, as a person has it."""
    return Sheet(page, file)


@pytest.fixture(scope="session")
def script(chromium, file):
    """The page, open for questions to its script; nothing is typed into it, so one serves all tests."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.goto(file.as_uri())
    yield opened
    context.close()
