"""What every test gets: no network, and Spark skipped by name, or demanded, where Java is missing."""

from __future__ import annotations

import functools
import ipaddress
import os
import re
import shutil
import socket
import subprocess
from importlib.util import find_spec
from typing import Any

import pytest

from tests.browser import chromium, page  # noqa: F401 - one browser for all tests of pages

# ------------------------------------------------------------------------------------------------------ sockets are off

_connect, _connect_ex = socket.socket.connect, socket.socket.connect_ex


class NetworkRefusedError(RuntimeError):
    """A test tried to reach another machine."""


def _refuse_elsewhere(self: socket.socket, address: Any) -> None:
    """Raise unless an address lies on this machine; Spark talks to its Java process over the loopback."""
    if self.family == getattr(socket, "AF_UNIX", None):
        return
    host = str(address[0])
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = host in {"localhost", ""}
    if not here:
        raise NetworkRefusedError(
            "A test tried to reach another machine. Nothing in Prakas talks to a network: use a stored copy."
        )


@functools.wraps(_connect)
def _guarded_connect(self: socket.socket, address: Any) -> Any:
    _refuse_elsewhere(self, address)
    return _connect(self, address)


@functools.wraps(_connect_ex)
def _guarded_connect_ex(self: socket.socket, address: Any) -> Any:
    _refuse_elsewhere(self, address)
    return _connect_ex(self, address)


def pytest_configure(config: pytest.Config) -> None:
    """Switch the network off before any test is imported, and keep Spark on the loopback."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign]
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")


# ------------------------------------------------------------------------------------------- Spark: run, named, or demanded


@functools.cache
def why_no_spark() -> str:
    """Return what Spark lacks on this machine; empty where it can run."""
    if find_spec("pyspark") is None:
        return "pyspark is not installed"
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=f"{home}/bin") if home else shutil.which("java")
    if java is None:
        return "Java is not installed (apt-get install -y openjdk-17-jre-headless)"
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version.group(1)) < 17:
        return "Java is older than 17"
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked spark where it cannot run, or stop where the environment demands it; one worker gets them all."""
    spark = [item for item in items if item.get_closest_marker("spark")]
    if not spark:
        return
    reason = why_no_spark()
    if reason and os.environ.get("PRAKAS_REQUIRE_SPARK"):
        raise pytest.UsageError(f"{len(spark)} Spark tests cannot run: {reason}. PRAKAS_REQUIRE_SPARK asks for both engines.")
    for item in spark:
        item.add_marker(pytest.mark.xdist_group("spark"))  # a session takes 15 s to start: one a run
        if reason:
            item.add_marker(pytest.mark.skip(reason=f"needs Spark: {reason}"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Name the Spark tests that were skipped."""
    skipped = [r.nodeid for r in terminalreporter.stats.get("skipped", []) if "needs Spark" in str(r.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} tests skipped: {why_no_spark()}")
        for name in sorted(skipped):
            terminalreporter.write_line(name)


# -------------------------------------------------------------------------------------------------- the engine of a test
