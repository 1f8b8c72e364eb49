"""One server for all tests of this folder, and the made-up book in it."""

from __future__ import annotations

import pytest

from tests.fineract.book import TABLES, book
from tests.fineract.server import running


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own."""
    with running() as one:
        yield one


@pytest.fixture(scope="session")
def fineract(server):
    """The address of a Fineract tenant's database with the made-up book."""
    return server.database("fineract_default", TABLES, book().sql)
