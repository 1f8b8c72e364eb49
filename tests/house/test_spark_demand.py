"""Without Java the Spark tests are skipped and named; where both engines are demanded, the run fails instead."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.house.repository import ROOT


@pytest.fixture
def project(tmp_path):
    """Two tests, one of them for Spark, under our own conftest and configuration."""
    (tmp_path / "tests").mkdir()
    for name in ("conftest.py", "browser.py"):  # the first takes the browser of the tests of pages from the second
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "src").mkdir()
    (tmp_path / "tests" / "test_two.py").write_text(
        "import pytest\n\n\ndef test_plain():\n    pass\n\n\n@pytest.mark.spark\ndef test_on_spark():\n    pass\n"
    )
    return tmp_path


def run(project, **extra):
    """Run the project's tests on a machine without Java."""
    (project / "empty").mkdir(exist_ok=True)
    kept = {k: v for k, v in os.environ.items() if k not in {"JAVA_HOME", "PRAKAS_REQUIRE_SPARK"} and not k.startswith("PYTEST_")}
    path = {"PATH": str(project / "empty"), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=project, env=kept | path | extra, capture_output=True, text=True, check=False)


def test_without_java_they_are_skipped_and_named(project):
    done = run(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 tests skipped: Java is not installed" in done.stdout
    assert "tests/test_two.py::test_on_spark" in done.stdout
    assert "1 passed, 1 skipped" in done.stdout


def test_without_java_a_run_that_demands_both_engines_fails(project):
    done = run(project, PRAKAS_REQUIRE_SPARK="1")
    assert done.returncode == 4, done.stdout + done.stderr
    assert "1 Spark tests cannot run: Java is not installed" in done.stderr


def test_the_check_of_a_change_demands_both_engines():
    assert "export PRAKAS_REQUIRE_SPARK=1" in (ROOT / ".ci" / "run").read_text("utf-8")
