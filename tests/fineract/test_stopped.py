"""Stopped midway nothing half-written stands, and a table of any size passes through a memory that stays small."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import date
from itertools import islice

import pytest

from prakas.fineract import tape_from_fineract
from prakas.fineract.connection import snapshot
from tests.acceptance.commanding import environment
from tests.fineract.book import SECRET, TABLES, book
from tests.fineract.conftest import LENDER

pytestmark = pytest.mark.xdist_group("fineract")

ENDLESS = "SELECT repeat('x', 200) AS one, n::text AS two FROM generate_series(1, 5000000) AS n"
WORDS = ("--institution", "L1", "--legal-form", "company", "--status", "licensed")


@contextmanager
def locked(server, database, table):
    """Nobody can read a table meanwhile: whoever tries, waits."""
    arguments = [server.programs / "psql", "-X", "-q", "-d", server.url(database)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, text=True) as session:
        session.stdin.write(f"BEGIN; LOCK TABLE {table};\n")
        session.stdin.flush()
        until(lambda: waiting(server, database, table, "granted"))
        yield
        session.stdin.close()


def waiting(server, database, table, which):
    count = f"SELECT count(*) FROM pg_locks WHERE {which} AND relation = '{table}'::regclass AND mode LIKE 'Access%'"
    return int(server.sql(count, database)) > 0


def until(holds):
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen within 30 seconds")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_stopped_between_two_tables_there_is_no_tape_and_the_next_run_makes_one(server, other_book, tmp_path, number):
    url = other_book(TABLES, book().sql)
    database = url.partition("@/")[2].partition("?")[0]
    out = tmp_path / "tape"
    line = [sys.executable, "-m", "prakas", "tape", "from-fineract", url, "--out", str(out), *WORDS]
    with locked(server, database, "m_savings_account"):  # the last table: all others are written by then
        with subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
            until(lambda: waiting(server, database, "m_savings_account", "NOT granted"))
            assert (tmp_path / "tape.partial" / "payments.csv").stat().st_size > 0
            run.send_signal(number)
            said = run.communicate()
        assert not out.exists()
    assert run.returncode == (-number if number == signal.SIGKILL else 130)
    assert "Traceback" not in said[1]
    assert SECRET not in "".join(said)
    done = tape_from_fineract(url, out, LENDER)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tape"]
    assert done.written["deposits"] == 3


def test_a_change_made_meanwhile_is_not_in_the_tape(server, other_book, tmp_path, monkeypatch):
    """All tables are of one moment: a payment that comes in between two tables is in none of them."""
    url = other_book(TABLES, book().sql)
    database = url.partition("@/")[2].partition("?")[0]

    def progress(step, rows):
        if (step, rows) == ("loans", None):
            late = book()
            late.rows = {}
            late.transaction(1, 2, "2024-06-30", 1, 1, id=9999)
            server.sql(late.sql, database)

    done = tape_from_fineract(url, tmp_path / "tape", LENDER, progress=progress)
    assert "9999" not in (done.path / "payments.csv").read_text("utf-8")
    again = tape_from_fineract(url, tmp_path / "again", LENDER, as_of=date(2024, 6, 30))
    assert "9999" in (again.path / "payments.csv").read_text("utf-8")


def test_a_table_comes_in_pieces_however_long_it_is(fineract):
    """Five million rows are never in memory at once: each piece is let go before the next."""
    with snapshot(fineract) as database:
        sizes = [batch.nbytes for batch in islice(database.batches("numbers", ENDLESS), 4)]
    assert len(sizes) == 4
    assert max(sizes) < 40_000_000
