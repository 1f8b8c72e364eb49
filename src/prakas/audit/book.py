"""The books of some tapes on one day: sealed, with every fact found and every loan graded, ready to be asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from prakas.audit.options import Options
from prakas.audit.rates import Row, fx_rows, rates_file, rates_on
from prakas.audit.tally import FX, HIGHEST, TAPES, highest_loan, tapes_of
from prakas.engine import Engine, connect, write_parquet
from prakas.facts import (
    BORROWER_FACTS,
    INSTITUTION_FACTS,
    LENDERS,
    LOAN_FACTS,
    OUTSTANDING,
    POSITION_SCHEMA,
    RECOVERY_EVENTS,
    SECURITY,
    TERMS,
    TIMELINES,
    TITLES,
    Day,
    Positions,
    borrower_facts,
    institution_facts,
    kernel_inputs,
    lenders,
    loan_facts,
    outstanding,
    outstanding_of_loans,
    recovery_events,
    security,
    terms,
    timelines,
    titles,
)
from prakas.rulebook import Rulebook, rulebook
from prakas.rules import INSTITUTION_RESULTS, LOAN_RESULTS, Setting, graded_loans, institution_standings
from prakas.tape import Sealed, contract, seal

NANO_IN_MICRO = 1000


@dataclass
class Book:
    """One day's books as they are worked out: the engine that knows their tables, the work folder, how long each step took."""

    options: Options
    setting: Setting
    engine: Engine
    work: Path
    rates: list[Row]  # exchange rates that go before the tapes' own
    timings: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Say what is being done, and keep how long it took."""
        self.options.progress(name, None)
        started = time.perf_counter()
        yield
        self.timings[name] = round(time.perf_counter() - started, 3)

    def write(self, name: str, expression: Any, schema: pa.Schema) -> int:
        """Return the number of rows of a table written to the work folder and declared under its name."""
        rows = self.engine.write(name, expression, schema, self.work / f"{name}.parquet")
        self.options.progress(name, rows)
        return rows

    def run(self, step: str, expression: Any, schema: pa.Schema) -> pa.Table:
        """Return an expression's rows."""
        return self.engine.run(step, expression, schema)


@contextmanager
def opened(options: Options, work: Path, law: Rulebook | None = None) -> Iterator[Book]:
    """Give a book to fill in a work folder, with the engine that the options name, closed on leaving.

    `law` stands in for the rulebook that the options name. Raises PrakasError before any tape is read where a file that is given beside
    the tapes cannot be used: a slip in it must not cost the reading of them.
    """
    book = law or rulebook(options.pack, options.law)
    given = rates_file(options.fx, options.pack.codes["foreign_currency"]) if options.fx else []
    work.mkdir(parents=True, exist_ok=True)
    engine = connect(options.engine, work, threads=options.threads, memory=options.memory)
    try:
        yield Book(options, Setting(Day(options.audit_date, options.pack), book, options.is_strict), engine, work, given)
    finally:
        engine.close()


def sealed_tapes(book: Book, tapes: list[Path]) -> Sealed:
    """Return the tapes sealed in the book's work folder, their tables declared under the contract's names. Raises PrakasError."""
    options = book.options
    with book.step("reading the tapes"):
        sealed = seal(
            tapes,
            book.work / "tape",
            pack=options.pack,
            mapping=options.mapping,
            register=options.register,
            work=book.work,
            audit_date=options.audit_date,
            progress=options.progress,
            threads=options.threads,
            memory=options.memory,
        )
    declare_tapes(book, sealed)
    return sealed


def declare_tapes(book: Book, sealed: Sealed) -> None:
    """Declare the tables of a sealed tape, this book's own or that of another day or law."""
    for name in contract(book.options.pack):
        book.engine.declare(name, sealed.folder / f"{name}.parquet")


def assess(book: Book) -> None:
    """Find every fact of the sealed tape and grade every loan.

    Afterwards the engine knows, beside the tables of the contract: lenders, rates, terms, positions, outstanding, security,
    loan_facts, titles, recovery_events, timelines, borrower_facts, institution_facts (shapes: `prakas.facts`), loan_results and institution_results (`prakas.rules`).
    """
    _facts(book)
    with book.step("grades and provisions"):
        book.write("loan_results", graded_loans(book.setting), LOAN_RESULTS)
        book.write("institution_results", institution_standings(book.setting), INSTITUTION_RESULTS)


def _facts(book: Book) -> None:
    """Write every fact, each from the ones before it."""
    setting = book.setting
    with book.step("who lends"):
        book.write("lenders", lenders(setting.day), LENDERS)
        _exchange_rates(book)
    with book.step("terms of the loans"):
        count = book.write("terms", terms(setting.day, setting.ceiling), TERMS)
        highest = book.run("loan numbers", highest_loan(), HIGHEST)["loan_no"][0].as_py()
    with book.step("positions and prices"):
        tolerance = setting.micro_percent(setting.tolerance) * NANO_IN_MICRO
        kernel = Positions(setting.day.number, tolerance)
        path = book.work / "positions.parquet"
        rows = book.engine.map("positions", kernel, kernel_inputs(setting.day), POSITION_SCHEMA, path, (highest or 0) + 1)
        if rows != count:
            message = f"{count} loans went in and {rows} positions came out."
            raise AssertionError(message)
    with book.step("what secures them"):
        book.write("outstanding", outstanding_of_loans(), OUTSTANDING)
        book.write("security", security(setting.day, outstanding()), SECURITY)
        book.write("loan_facts", loan_facts(), LOAN_FACTS)
        book.write("titles", titles(setting.day), TITLES)
    with book.step("what the collection logs tell"):
        book.write("recovery_events", recovery_events(setting.day), RECOVERY_EVENTS)
        book.write("timelines", timelines(), TIMELINES)
    with book.step("what borrowers owe over all lenders"):
        book.write("borrower_facts", borrower_facts(setting.day), BORROWER_FACTS)
    with book.step("totals of the institutions"):
        book.write("institution_facts", institution_facts(setting.day), INSTITUTION_FACTS)


def _exchange_rates(book: Book) -> None:
    options = book.options
    found = book.run("fx", fx_rows(options.audit_date), FX)
    own: dict[str, list[Any]] = {}
    for row in found.to_pylist():
        own.setdefault(row["tape"], []).append((row["on"], row["currency"], row["khr"]))
    names = book.run("tapes", tapes_of(), TAPES)["tape"].to_pylist()
    rates = rates_on(options.audit_date, book.rates, own, names, options.pack.codes["foreign_currency"])
    write_parquet(book.work / "rates.parquet", [rates], rates.schema)
    book.engine.declare("rates", book.work / "rates.parquet")
