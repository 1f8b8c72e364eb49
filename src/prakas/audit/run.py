"""One audit: seal the tapes, find the facts, hold the rules to them, write the result whole."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from prakas.audit.book import Book, assess, opened, sealed_tapes
from prakas.audit.burden import write_burden
from prakas.audit.conduct import write_conduct
from prakas.audit.findings import FINDINGS, Answers, answers_file, findings_of
from prakas.audit.funders import write_funders
from prakas.audit.institutions import institution_rows, institution_table, totals
from prakas.audit.loans import LOANS, loan_rows
from prakas.audit.options import Options
from prakas.audit.places import TITLE_COUNTS, title_counts
from prakas.audit.record import Tally, audit_record, write_record
from prakas.audit.refunds import write_refunds
from prakas.audit.sums import SUMS, sums
from prakas.audit.tables import write_table
from prakas.audit.tally import STATES, covered_rows, found_rows, institutions_by_id, states, subjects
from prakas.audit.whole import whole_folder
from prakas.engine import write_parquet
from prakas.rules import INSTITUTION_RESULTS, JUDGED, Rule, rules, words
from prakas.tape import Sealed


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
    answers = answers_file(options.answers) if options.answers else {}
    with whole_folder(out, replace=options.replace) as folder:
        work = folder / ".work"
        with opened(options, work) as book:
            sealed = sealed_tapes(book, tapes)
            assess(book)
            record = write_results(book, sealed, answers, folder)
            if options.report is not None:
                with book.step("writing the report"):
                    options.report(folder)
        shutil.rmtree(work)
    returned = sum(one.returned for one in sealed.files)
    return Outcome(out, record, returned, len(sealed.refused))


def write_results(book: Book, sealed: Sealed, answers: Answers, out: Path) -> dict[str, Any]:
    """Write every table of the result of an assessed book, and return audit.json's content."""
    chosen = rules(book.setting, book.options.standings)
    tallies, by_rule = _judge(book, chosen, answers, out)
    with book.step("writing the tables"):
        summed = book.run("sums", sums(book.setting), SUMS)
        facts = book.run("institutions", institutions_by_id(), INSTITUTION_RESULTS)
        rows = institution_rows(facts, summed, by_rule, rules_run=frozenset(rule.id for rule in chosen))
        write_table(out, "institutions", institution_table(rows))
        write_parquet(out / "loans.parquet", loan_rows(book.work / "loan_results.parquet"), LOANS)
        counts = book.run("titles by place", title_counts(book.setting), TITLE_COUNTS)
        write_table(out, "titles", counts)
    with book.step("conduct, burden and funders"):
        write_conduct(book, out)
        write_burden(book, out)
        write_funders(book, out, facts, rows, by_rule)
    with book.step("what lies beyond the ceiling"):
        beyond = write_refunds(book, out)
    summary = totals(rows) | beyond
    is_counted = any(row["titles_hard"] is not None for row in rows)
    summary["titles_in_sector"] = sum(counts["first_in_sector"].to_pylist()) if is_counted else None
    summary["partial_books"] = sum(not row["is_whole_book"] for row in rows)
    record = audit_record(book.options, book.setting, sealed, tallies, summary, book.timings)
    write_record(out, sealed, record)
    return record


def _judge(book: Book, chosen: tuple[Rule, ...], answers: Answers, out: Path) -> tuple[dict[str, Tally], dict[str, Counter[str]]]:
    """Write findings.parquet and .csv; return what each rule came to, and its findings by institution."""
    tallies: dict[str, Tally] = {}
    by_rule: dict[str, Counter[str]] = {}
    tables: list[pa.Table] = []
    with book.step("holding the rules to the loans"):
        for rule in chosen:
            tallies[rule.id], table = judge(book, rule, answers)
            by_rule[rule.id] = Counter(table["institution_id"].to_pylist())
            tables.append(table)
    everything = pa.concat_tables(tables) if tables else FINDINGS.empty_table()
    write_table(out, "findings", everything)
    return tallies, by_rule


def judge(book: Book, rule: Rule, answers: Answers) -> tuple[Tally, pa.Table]:
    """Return what one rule came to, and its findings (shape: FINDINGS)."""
    book.engine.view("judged", rule.rows)
    rows = book.run(rule.id, found_rows(), JUDGED)
    book.options.progress(rule.id, rows.num_rows)
    if book.options.witness is not None:
        book.options.witness(rule, book.run(f"{rule.id} in full", covered_rows(), JUDGED))
    table = findings_of(rule, rows, words()[rule.id], answers, book.options.pack)
    counted = book.run(f"{rule.id} counts", states(), STATES)
    one_each = book.run(f"{rule.id} subjects", subjects(), STATES) if rule.has_aspects else counted
    return Tally.of(rule, counted, one_each), table
