"""What only asks for the version or for help pays for nothing heavy. Looks at what is imported, never at a clock."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import prakas
from tests.house.repository import ROOT

HEAVY = {
    "ibis",
    "sqlglot",
    "numba",
    "llvmlite",
    "pyarrow",
    "numpy",
    "duckdb",
    "pyspark",
    "pandas",
    "python_calamine",
    "xlsxwriter",
}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_light_questions_import_nothing_heavy(option):
    command = [sys.executable, "-X", "importtime", "-m", "prakas", option]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert "prakas" in told
    assert {name.split(".")[0] for name in told} & HEAVY == set()
    assert (prakas.__version__ if option == "--version" else "audit") in done.stdout
