"""The fixtures `chromium` and `page`: the machine's own Chromium, without a network; skipped by name, or demanded, where it is missing.

``tests/conftest.py`` offers them to every folder: taken twice, they would start two browsers in one process, which cannot be.
"""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# What a phone is wide at least, in CSS pixels.
PHONE = {"width": 360, "height": 740}


@functools.cache
def why_no_chromium() -> str:
    """Return what is missing on this machine; empty where pages can be shown."""
    if shutil.which("chromium") is None:
        return "Chromium is not installed (apt-get install -y chromium)"
    return ""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a browser that runs for the whole session."""
    if reason := why_no_chromium():
        if os.environ.get("PRAKAS_REQUIRE_CHROMIUM"):
            pytest.fail(f"{reason}. PRAKAS_REQUIRE_CHROMIUM asks for the tests of pages.", pytrace=False)
        pytest.skip(f"needs Chromium: {reason}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return an empty page as wide as a small phone; every request but those for files is refused, and kept in `page.asked`."""
    context = chromium.new_context(viewport=PHONE)
    opened = context.new_page()
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    context.route(lambda url: not url.startswith(("file:", "data:", "about:")), refuse)
    opened.asked = asked  # type: ignore[attr-defined]
    yield opened
    context.close()
