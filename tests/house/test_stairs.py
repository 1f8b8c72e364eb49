"""Arrows between the rooms only point down, and every room has one door."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys

import pytest

from tests.house.repository import PACKAGE, ROOMS, ROOT, imported, modules, parsed, shown

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, show_timings=False))"


def lint(folder):
    """Run import-linter on a folder that holds src/prakas and our pyproject.toml."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-c", LINT], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path):
    """A copy of the house's Python alone, to plant something in."""
    for path in modules():
        target = tmp_path / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(copy, room, line):
    door = copy / "src" / "prakas" / room / "__init__.py"
    door.write_text(door.read_text("utf-8") + f"\n{line}\n", "utf-8")


def test_all_arrows_point_down():
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("room", "line", "named"),
    [
        ("rulebook", "import prakas.audit", "prakas.rulebook -> prakas.audit"),
        ("engine", "import prakas.rulebook", "prakas.engine -> prakas.rulebook"),
        ("tape", "import duckdb", "prakas.tape -> duckdb"),
        ("rules", "import pyspark", "prakas.rules -> pyspark"),
        ("sample", "import prakas.rules", "prakas.sample -> prakas.rules"),
        ("facts", "import socket", "prakas.facts -> socket"),
        ("tape", "import adbc_driver_postgresql.dbapi", "prakas.tape -> adbc_driver_postgresql"),
    ],
)
def test_an_arrow_planted_the_wrong_way_is_found_and_named(copy, room, line, named):
    plant(copy, room, line)
    done = lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert named in done.stdout


def test_only_the_engine_imports_an_engine():
    """Also inside functions and by name, where the linter does not look."""
    found = [
        f"{shown(path)}:{line} imports {name}"
        for path in modules()
        if PACKAGE / "engine" not in path.parents
        for line, name in imported(path)
        if name.split(".")[0] in {"duckdb", "pyspark", "pandas"} or name in {"ibis.connect", "ibis.duckdb", "ibis.pyspark"}
    ]
    assert found == []


def test_nobody_imports_past_a_door():
    """A room imports its own files, and of another room only what its __init__ offers."""
    found = []
    for path in modules():
        own = path.relative_to(PACKAGE).parts[0]
        for line, name in imported(path):
            parts = name.split(".")
            if parts[0] != "prakas" or len(parts) < 3 or parts[1] == own or parts[1] not in ROOMS:
                continue
            if (PACKAGE / parts[1] / f"{parts[2]}.py").exists() or (PACKAGE / parts[1] / parts[2]).is_dir():
                offered = door(parts[1])
                if parts[2] not in offered or len(parts) > 3:
                    found.append(f"{shown(path)}:{line} imports {name}")
    assert found == []


def door(room):
    """The names in a room's __all__."""
    for node in parsed(PACKAGE / room / "__init__.py").body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return set(ast.literal_eval(node.value))
    return set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_door(room):
    assert door(room), f"src/prakas/{room}/__init__.py offers nothing in __all__"


def test_there_is_no_room_that_the_linter_does_not_know():
    rooms = {p.name for p in PACKAGE.iterdir() if p.is_dir() and any(p.rglob("*.py"))}
    assert rooms == set(ROOMS)


def test_code_is_room_folder_file_and_no_deeper():
    deep = [shown(p) for p in modules() if len(p.relative_to(PACKAGE).parts) > 3]
    assert deep == []
