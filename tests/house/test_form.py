"""Lint, form and types hold. Here rather than in a step of their own, so that who runs the tests has run everything."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.repository import ROOT


def complaints(*tool, folder=ROOT):
    """What a tool says of a tree; empty where it is content."""
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run([sys.executable, "-m", *tool], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr or f"{tool[0]} ended with exit code {done.returncode}"


@pytest.fixture
def tree(tmp_path):
    """An empty tree under our settings, to plant something in."""
    (tmp_path / "src" / "prakas").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "run.py").write_text('"""Nothing."""\n', "utf-8")

    def plant(line):
        (tmp_path / "src" / "prakas" / "planted.py").write_text(f'"""Planted."""\n\n{line}\n', "utf-8")
        return tmp_path

    return plant


def test_the_lint_has_nothing_to_say():
    assert complaints("ruff", "check") == ""


def test_every_file_has_the_one_form():
    assert complaints("ruff", "format", "--check") == ""


@pytest.mark.slow
def test_the_types_hold():
    assert complaints("mypy") == ""


@pytest.mark.parametrize(
    ("tool", "line", "named"),
    [
        (("ruff", "check"), "import duckdb", "TID251"),
        (("ruff", "format", "--check"), "ONE = {  'two':3 }", "planted.py"),
        pytest.param(("mypy",), 'ONE: int = "one"', "Incompatible types", marks=pytest.mark.slow),
    ],
    ids=["lint", "form", "types"],
)
def test_what_is_planted_is_found(tree, tool, line, named):
    assert complaints(*tool, folder=tree("ONE = 1")) == ""
    assert named in complaints(*tool, folder=tree(line))
