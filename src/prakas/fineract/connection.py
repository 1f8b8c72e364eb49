"""One read-only snapshot of a PostgreSQL database, streamed as Arrow; what goes wrong is told without the address."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pyarrow as pa

from prakas.errors import FilingError

SCHEMES = ("postgresql://", "postgres://")
CANCELLED = "canceling statement due to user request"
PATIENCE = "20"  # seconds until a host that does not answer is given up; PGCONNECT_TIMEOUT says otherwise


@dataclass(frozen=True)
class Snapshot:
    """A database as it stood at one moment."""

    connection: Any
    failure: type[Exception]

    def rows(self, subject: str, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a short query; `subject` is what a message calls it."""
        return [tuple(row.values()) for batch in self.batches(subject, sql) for row in batch.to_pylist()]

    def batches(self, subject: str, sql: str) -> Iterator[pa.RecordBatch]:
        """Give a query's rows batch by batch, so that a table need not fit into memory."""
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(sql)
                with cursor.fetch_record_batch() as reader:
                    yield from reader
        except (self.failure, pa.ArrowException, OSError) as fault:
            is_stopped = CANCELLED in str(fault)
            # The driver's own words go no further: they may hold values of rows.
        else:
            return
        if is_stopped:  # the driver answers Ctrl-C by cancelling the statement, and tells nobody else
            raise KeyboardInterrupt
        raise _broken_off(subject)


def _broken_off(subject: str) -> FilingError:
    return FilingError(f"The database broke off while '{subject}' was read; nothing was written. Is it still there? Try again.")


@contextmanager
def snapshot(url: str) -> Iterator[Snapshot]:
    """Give the database at an address: one transaction that can only read, and sees one moment whatever others do meanwhile.

    Raises FilingError where the driver is missing, or the address is wrong, refused or silent. No message holds the address.
    """
    driver = _driver()
    connection = _connected(driver, url)
    try:
        try:
            with connection.cursor() as cursor:
                # The first words of the transaction that the driver has opened: every table as of one moment, and nothing changed.
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        except driver.Error:
            raise _broken_off("pg_catalog") from None
        yield Snapshot(connection, driver.Error)
    finally:
        with suppress(driver.Error):  # it may be gone
            connection.close()


def _driver() -> ModuleType:
    try:
        import adbc_driver_postgresql.dbapi as driver  # noqa: PLC0415 - an extra
    except ImportError:
        message = "The driver for PostgreSQL is not installed. Install it with: pip install 'prakas[fineract]'."
        raise FilingError(message) from None
    return driver


def _connected(driver: ModuleType, url: str) -> Any:
    if url.startswith(SCHEMES):
        os.environ.setdefault("PGCONNECT_TIMEOUT", PATIENCE)
        try:
            return driver.connect(url)
        except driver.Error as fault:
            # What the driver says may quote the address, password and all: only which of three it is goes on.
            said = str(fault)
        if "FATAL" in said or "no password supplied" in said:
            message = (
                "The server refused the user, the password or the database of this address. Look at all three; "
                "the password belongs in PGPASSWORD or ~/.pgpass."
            )
            raise FilingError(message)
        if "connection to server" in said or "translate host name" in said:
            message = (
                "No PostgreSQL server answers at this address. Look at its host and port, "
                "and whether the server runs and lets this machine in."
            )
            raise FilingError(message)
        if "Failed to connect" not in said:  # it let us in, and then did not answer
            raise _broken_off("pg_type")
    message = (
        "This is no address of a PostgreSQL database. Write it as postgresql://USER@HOST:5432/DATABASE; "
        "the password belongs in PGPASSWORD or ~/.pgpass."
    )
    raise FilingError(message)
