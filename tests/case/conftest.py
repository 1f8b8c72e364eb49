"""The browser of the tests of pages."""

from tests.browser import chromium, page  # noqa: F401 - fixtures
