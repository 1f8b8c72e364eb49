"""One audit: seal the tapes, find the facts, hold the rules to them, write the result whole."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from prakas.audit.findings import FINDINGS, Answers, answers_file, findings_of
from prakas.audit.institutions import institution_rows, institution_table, totals
from prakas.audit.loans import LOANS, loan_rows
from prakas.audit.options import Options
from prakas.audit.places import TITLE_COUNTS, title_counts
from prakas.audit.rates import Row, fx_rows, rates_file, rates_on
from prakas.audit.record import Tally, audit_record, write_record
from prakas.audit.sums import SUMS, sums
from prakas.audit.tables import write_table
from prakas.audit.tally import (
    FX,
    HIGHEST,
    STATES,
    TAPES,
    covered_rows,
    found_rows,
    highest_loan,
    institutions_by_id,
    states,
    subjects,
    tapes_of,
)
from prakas.audit.whole import whole_folder
from prakas.engine import Engine, connect, write_parquet
from prakas.facts import (
    INSTITUTION_FACTS,
    LENDERS,
    LOAN_FACTS,
    OUTSTANDING,
    POSITION_SCHEMA,
    SECURITY,
    TERMS,
    TITLES,
    Day,
    Positions,
    institution_facts,
    kernel_inputs,
    lenders,
    loan_facts,
    outstanding,
    outstanding_of_loans,
    security,
    terms,
    titles,
)
from prakas.rulebook import rulebook
from prakas.rules import (
    INSTITUTION_RESULTS,
    JUDGED,
    LOAN_RESULTS,
    Rule,
    Setting,
    graded_loans,
    institution_standings,
    rules,
    words,
)
from prakas.tape import Sealed, contract, seal

NANO_IN_MICRO = 1000


@dataclass
class Run:
    """One run as it goes: its engine, its folders, and how long each step took."""

    options: Options
    setting: Setting
    engine: Engine
    work: Path
    out: Path
    timings: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Say what is being done, and keep how long it took."""
        self.options.progress(name, None)
        started = time.perf_counter()
        yield
        self.timings[name] = round(time.perf_counter() - started, 3)

    def write(self, name: str, expression: Any, schema: pa.Schema) -> int:
        """Return the number of rows of a fact written to the work folder and declared under its name."""
        rows = self.engine.write(name, expression, schema, self.work / f"{name}.parquet")
        self.options.progress(name, rows)
        return rows


@dataclass(frozen=True)
class Outcome:
    """What a run came to. `folder` holds the result; `returned` counts rows held back, `refused` tapes."""

    folder: Path
    record: dict[str, Any]
    returned: int
    refused: int

    @property
    def exit_code(self) -> int:
        """0: done, nothing returned; 1: done, with rows returned or a tape refused among many."""
        return 1 if self.returned or self.refused else 0


def audit(tapes: list[Path], out: Path, options: Options) -> Outcome:
    """Return the outcome of an audit of some tapes, written to `out` whole or not at all. Raises PrakasError."""
    law = rulebook(options.pack, options.law)
    # What a user gives beside the tapes is read first: a slip in it must not cost the reading of them.
    answers = answers_file(options.answers) if options.answers else {}
    given = rates_file(options.fx, options.pack.codes["foreign_currency"]) if options.fx else []
    setting = Setting(Day(options.audit_date, options.pack), law, options.is_strict)
    with whole_folder(out, replace=options.replace) as folder:
        work = folder / ".work"
        work.mkdir()
        engine = connect(options.engine, work, threads=options.threads, memory=options.memory)
        try:
            run = Run(options, setting, engine, work, folder)
            sealed = _seal(run, tapes)
            record = _audited(run, sealed, answers, given)
            if options.report is not None:
                with run.step("writing the report"):
                    options.report(folder)
        finally:
            engine.close()
        shutil.rmtree(work)
    returned = sum(one.returned for one in sealed.files)
    return Outcome(out, record, returned, len(sealed.refused))


def _seal(run: Run, tapes: list[Path]) -> Sealed:
    options = run.options
    with run.step("reading the tapes"):
        sealed = seal(
            tapes,
            run.work / "tape",
            pack=options.pack,
            mapping=options.mapping,
            register=options.register,
            work=run.work,
            audit_date=options.audit_date,
            progress=options.progress,
            threads=options.threads,
            memory=options.memory,
        )
    for name in contract(options.pack):
        run.engine.declare(name, sealed.folder / f"{name}.parquet")
    return sealed


def _facts(run: Run, given: list[Row]) -> None:
    """Write every fact, each from the ones before it. `given`: exchange rates that go before the tapes' own."""
    options, setting = run.options, run.setting
    currencies = options.pack.codes["foreign_currency"]
    with run.step("who lends"):
        run.write("lenders", lenders(setting.day), LENDERS)
        found = run.engine.run("fx", fx_rows(options.audit_date), FX)
        own: dict[str, list[Any]] = {}
        for row in found.to_pylist():
            own.setdefault(row["tape"], []).append((row["on"], row["currency"], row["khr"]))
        tapes = run.engine.run("tapes", tapes_of(), TAPES)["tape"].to_pylist()
        rates = rates_on(options.audit_date, given, own, tapes, currencies)
        write_parquet(run.work / "rates.parquet", [rates], rates.schema)
        run.engine.declare("rates", run.work / "rates.parquet")
    with run.step("terms of the loans"):
        count = run.write("terms", terms(setting.day, setting.ceiling), TERMS)
        highest = run.engine.run("loan numbers", highest_loan(), HIGHEST)["loan_no"][0].as_py()
    with run.step("positions and prices"):
        tolerance = setting.micro_percent(setting.tolerance) * NANO_IN_MICRO
        kernel = Positions(setting.day.number, tolerance)
        path = run.work / "positions.parquet"
        rows = run.engine.map("positions", kernel, kernel_inputs(setting.day), POSITION_SCHEMA, path, (highest or 0) + 1)
        if rows != count:
            message = f"{count} loans went in and {rows} positions came out."
            raise AssertionError(message)
    with run.step("what secures them"):
        run.write("outstanding", outstanding_of_loans(), OUTSTANDING)
        run.write("security", security(setting.day, outstanding()), SECURITY)
        run.write("loan_facts", loan_facts(), LOAN_FACTS)
        run.write("titles", titles(setting.day), TITLES)
    with run.step("totals of the institutions"):
        run.write("institution_facts", institution_facts(setting.day), INSTITUTION_FACTS)


def _audited(run: Run, sealed: Sealed, answers: Answers, given: list[Row]) -> dict[str, Any]:
    """Write every table of the result, and return audit.json's content."""
    _facts(run, given)
    with run.step("grades and provisions"):
        run.write("loan_results", graded_loans(run.setting), LOAN_RESULTS)
        run.write("institution_results", institution_standings(run.setting), INSTITUTION_RESULTS)
    chosen = rules(run.setting, run.options.standings)
    tallies, by_rule = _judge(run, chosen, answers)
    with run.step("writing the tables"):
        summed = run.engine.run("sums", sums(run.setting), SUMS)
        facts = run.engine.run("institutions", institutions_by_id(), INSTITUTION_RESULTS)
        rows = institution_rows(facts, summed, by_rule, rules_run=frozenset(rule.id for rule in chosen))
        write_table(run.out, "institutions", institution_table(rows))
        write_parquet(run.out / "loans.parquet", loan_rows(run.work / "loan_results.parquet"), LOANS)
        counts = run.engine.run("titles by place", title_counts(run.setting), TITLE_COUNTS)
        write_table(run.out, "titles", counts)
    summary = totals(rows)
    is_counted = any(row["titles_hard"] is not None for row in rows)
    summary["titles_in_sector"] = sum(counts["first_in_sector"].to_pylist()) if is_counted else None
    summary["partial_books"] = sum(not row["is_whole_book"] for row in rows)
    record = audit_record(run.options, run.setting, sealed, tallies, summary, run.timings)
    write_record(run.out, sealed, record)
    return record


def _judge(run: Run, chosen: tuple[Rule, ...], answers: Answers) -> tuple[dict[str, Tally], dict[str, Counter[str]]]:
    """Write findings.parquet and .csv; return what each rule came to, and its findings by institution."""
    tallies: dict[str, Tally] = {}
    by_rule: dict[str, Counter[str]] = {}
    tables: list[pa.Table] = []
    with run.step("holding the rules to the loans"):
        for rule in chosen:
            run.engine.view("judged", rule.rows)
            rows = run.engine.run(rule.id, found_rows(), JUDGED)
            run.options.progress(rule.id, rows.num_rows)
            if run.options.witness is not None:
                run.options.witness(rule, run.engine.run(f"{rule.id} in full", covered_rows(), JUDGED))
            table = findings_of(rule, rows, words()[rule.id], answers, run.options.pack)
            counted = run.engine.run(f"{rule.id} counts", states(), STATES)
            one_each = run.engine.run(f"{rule.id} subjects", subjects(), STATES) if rule.has_aspects else counted
            tallies[rule.id] = Tally.of(rule, counted, one_each)
            by_rule[rule.id] = Counter(table["institution_id"].to_pylist())
            tables.append(table)
    everything = pa.concat_tables(tables) if tables else FINDINGS.empty_table()
    write_table(run.out, "findings", everything)
    return tallies, by_rule
