"""One server for all tests of this folder, the made-up book in it, and the tape that comes of it."""

from __future__ import annotations

import csv

import pytest

from prakas.fineract import Lender, tape_from_fineract
from tests.fineract.book import TABLES, book
from tests.fineract.server import running

LENDER = Lender("L1", "company", "licensed")


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of our own."""
    with running() as one:
        yield one


@pytest.fixture(scope="session")
def fineract(server):
    """The address of a Fineract tenant's database with the made-up book."""
    return server.database("fineract_default", TABLES, book().sql)


@pytest.fixture(scope="session")
def exported(fineract, tmp_path_factory):
    """What came of the whole book."""
    return tape_from_fineract(fineract, tmp_path_factory.mktemp("fineract") / "tape", LENDER)


@pytest.fixture(scope="session")
def tape(exported):
    """Gives the rows of a table, each as the texts that stand in it, of one loan or all."""

    def rows(table, loan=None):
        with (exported.path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if loan is None or row["loan_id"] == str(loan)]

    return rows


@pytest.fixture
def other_book(server, request, tmp_path):
    """Makes another database, from a book or from texts of SQL, and gives its address; gone after the test."""
    made = []

    def make(*texts):
        name = f"other_{len(made)}_{abs(hash(request.node.nodeid))}"
        made.append(name)
        return server.database(name, *texts)

    yield make
    for name in made:
        server.sql(f"DROP DATABASE {name} WITH (FORCE)")
