"""How each message about a Fineract database is brought about, on a server of our own."""

from __future__ import annotations

import functools
import sys
from contextlib import ExitStack

from tests.docs.happenings import happening
from tests.fineract.book import TABLES
from tests.fineract.server import running

LENDER = ("--institution", "L1", "--legal-form", "company", "--status", "licensed")
OFFICE = "INSERT INTO m_office (id, name, opening_date) VALUES (1, 'Made-up', '2010-01-01');"
PASSWORD = "n0t-to-be-said"


AT_THE_END = ExitStack()  # closed by the conftest when the last test is over


@functools.cache
def server():
    """A server that starts when it is first asked for."""
    return AT_THE_END.enter_context(running())


@functools.cache
def database(name, *texts):
    return server().database(name, *texts)


def asked(w, url, *more, lender=LENDER):
    said, code = w.said("tape", "from-fineract", url, "--out", "tape", *lender, *more)
    assert PASSWORD not in said
    assert not (w.path / "tape").exists()
    return said, code


def of_tenant(w, *more):
    return asked(w, database("tenant", TABLES, OFFICE), *more)


@happening("The driver for PostgreSQL is not installed.")
def _(w):
    w.monkeypatch.setitem(sys.modules, "adbc_driver_postgresql.dbapi", None)
    return asked(w, "postgresql://somebody@localhost/nowhere")


@happening("This is no address of a PostgreSQL database.")
def _(w):
    wrong = (
        f"jdbc:postgresql://localhost/fineract_default?password={PASSWORD}",
        f"mysql://root:{PASSWORD}@localhost/fineract_default",
        f"postgresql://somebody:{PASSWORD}@[localhost/fineract_default",
        f"postgresql://somebody:{PASSWORD}@localhost:port/fineract_default",
        f"postgresql://somebody:{PASSWORD}%@localhost/fineract_default",
        f"postgresql://localhost/fineract_default?{PASSWORD}=1",
        "",
    )
    return [asked(w, url) for url in wrong]


@happening("No PostgreSQL server answers at this address.")
def _(w):
    return [
        asked(w, f"postgresql://somebody:{PASSWORD}@127.0.0.1:1/fineract_default"),
        asked(w, f"postgresql://somebody:{PASSWORD}@nowhere.invalid/fineract_default"),
        asked(w, f"postgresql://somebody:{PASSWORD}@/fineract_default?host={w.path}"),
    ]


@happening("The server refused the user, the password or the database")
def _(w):
    socket = server().socket
    return [
        asked(w, f"postgresql://tester:{PASSWORD}@/nowhere?host={socket}"),
        asked(w, f"postgresql://nobody:{PASSWORD}@/postgres?host={socket}"),
    ]


@happening("The database has no schema '")
def _(w):
    return of_tenant(w, "--schema", "elsewhere")


@happening("This is no database of a Fineract tenant")
def _(w):
    return [asked(w, server().url()), asked(w, database("almost", TABLES, "DROP TABLE m_loan_topup;"))]


@happening("this is a release of Fineract whose tables are not known here")
def _(w):
    return asked(w, database("renamed", TABLES, "ALTER TABLE m_loan RENAME COLUMN repay_every TO every;"))


@happening("The database user may not read")
def _(w):
    database("shut", TABLES, "CREATE ROLE stranger LOGIN;")
    return asked(w, server().url("shut", "stranger"))


@happening("On which day does this book stand?")
def _(w):
    off = "INSERT INTO m_business_date (id, type, date) VALUES (1, 'BUSINESS_DATE', '2024-06-30');"
    return [of_tenant(w), asked(w, database("switched_off", TABLES, OFFICE, off))]


@happening("The book has moved on: it holds transactions after")
def _(w):
    late = (
        "INSERT INTO m_loan_transaction (id, loan_id, office_id, is_reversed, transaction_type_enum, transaction_date, amount, "
        "submitted_on_date) VALUES (1, 1, 1, false, 2, '2024-07-01', 1, '2024-07-01');"
    )
    return asked(w, database("moved_on", TABLES, OFFICE, late), "--date", "2024-06-30")


@happening("The database has no head office with a name.")
def _(w):
    return asked(w, database("headless", TABLES), "--date", "2024-06-30")


@happening("The lender's id has up to 40 letters, digits, points or dashes")
def _(w):
    return [
        asked(w, server().url(), lender=("--institution", wrong, *LENDER[2:])) for wrong in ("two words", "", ".hidden", "x" * 41)
    ]


@happening("A tape has no such word for --")
def _(w):
    return [
        asked(w, server().url(), lender=(*LENDER[:3], "firm", *LENDER[4:])),
        asked(w, server().url(), lender=(*LENDER[:5], "illegal")),
    ]


@happening("The database broke off while '")
def _(w):
    url = database("slow", TABLES, OFFICE, "CREATE ROLE hasty LOGIN SUPERUSER; ALTER ROLE hasty SET statement_timeout = 1500;", "ALTER TABLE m_loan RENAME TO loans;",
                   "CREATE VIEW m_loan AS SELECT loans.* FROM loans, (SELECT pg_sleep(60)) AS slow;")  # fmt: skip
    return asked(w, url.replace("tester", "hasty"), "--date", "2024-06-30")
