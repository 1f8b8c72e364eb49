"""Two months of one lender's book, each assessed on its own date, and every rule of continuity held to both."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import prakas
from prakas.audit import (
    FINDINGS,
    Answers,
    Book,
    Options,
    Tally,
    answers_file,
    assess,
    declare_tapes,
    judge,
    opened,
    tape_record,
    whole_folder,
    write_table,
)
from prakas.comparison.roll import SUMS, roll_forward, roll_table
from prakas.engine import write_parquet
from prakas.errors import FilingError
from prakas.facts import Day
from prakas.rulebook import Rulebook, rulebook
from prakas.rules import (
    MONTH_EDGES,
    MONTH_LENDERS,
    MONTH_LOANS,
    RETURNED_ROWS,
    REWRITTEN,
    SPAN,
    Months,
    Setting,
    heaps,
    lenders_of_both,
    month_rule,
    month_rule_ids,
    paired_loans,
    rewritten_installments,
    rewritten_log,
    rewritten_payments,
)
from prakas.tape import Sealed, contract, seal

EARLIER, LATER = "earlier", "later"
FACTS = ("lenders", "loan_facts", "titles")
# While a tape is read no date is known yet: nothing in it lies after this one.
NO_DAY = date.max


@dataclass(frozen=True)
class Month:
    """One of both months: its name, its sealed tape, the folder of its facts and the options that it was assessed with."""

    name: str
    sealed: Sealed
    work: Path
    options: Options

    @property
    def on(self) -> date:
        """The day on which its book was closed."""
        return self.options.audit_date

    @property
    def returned(self) -> int:
        """How many rows were returned, and tapes refused."""
        return sum(one.returned for one in self.sealed.files) + len(self.sealed.refused)


@dataclass(frozen=True)
class MonthsOutcome:
    """What a comparison came to. `folder` holds the result; `returned` counts rows held back and tapes refused in both months."""

    folder: Path
    record: dict[str, Any]
    returned: int

    @property
    def exit_code(self) -> int:
        """0: done, nothing returned; 1: done, with rows returned or a tape refused among many."""
        return 1 if self.returned else 0


def compare_months(
    tapes: tuple[Path, Path], out: Path, options: Options, dates: tuple[date | None, date | None] = (None, None)
) -> MonthsOutcome:
    """Return the outcome of a comparison of an earlier and a later tape, written to `out` whole or not at all.

    `dates` are the days on which the books were closed; None: the day that the tape itself names. The options' own date is not
    used. Raises PrakasError.
    """
    answers = answers_file(options.answers) if options.answers else {}
    law = rulebook(options.pack, options.law)
    with whole_folder(out, replace=options.replace) as folder:
        work = folder / ".work"
        read = [
            _read(name, tape, work / name, options, day) for name, tape, day in zip((EARLIER, LATER), tapes, dates, strict=True)
        ]
        earlier, later = read
        if later.on <= earlier.on:
            message = (
                f"The earlier book was closed on {earlier.on} and the later one on {later.on}: there is no time between them. "
                "Name the earlier tape first, or give --earlier-date and --later-date."
            )
            raise FilingError(message)
        lenders = _lenders(earlier, later)
        timings: dict[str, float] = {}
        for month in (earlier, later):
            with opened(month.options, month.work, law) as book:
                declare_tapes(book, month.sealed)
                assess(book)
                timings |= {f"{month.name}: {name}": seconds for name, seconds in book.timings.items()}
        with opened(later.options, work / "months", law) as book:
            record = _compared(book, law, (earlier, later), answers, folder)
            record |= {"lenders": lenders, "timings": timings | book.timings}
        for month in (earlier, later):
            _given_back(month, folder)
        shutil.rmtree(work)
        (folder / "months.json").write_text(json.dumps(record, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")
    return MonthsOutcome(out, record, earlier.returned + later.returned)


def _read(name: str, tape: Path, work: Path, options: Options, day: date | None) -> Month:
    """Return a month with its tape read and the day on which its book was closed."""
    options.progress(f"reading the {name} tape", None)
    sealed = seal(
        [tape], work / "tape", pack=options.pack, mapping=options.mapping, work=work, audit_date=day or NO_DAY,
        progress=options.progress, threads=options.threads, memory=options.memory,
    )  # fmt: skip
    return Month(name, sealed, work, replace(options, audit_date=day or _closed_on(name, sealed)))


def _closed_on(name: str, sealed: Sealed) -> date:
    """Return the one day on which the books of a tape were closed, as it says itself. Raises FilingError where it does not."""
    days = set(pq.read_table(sealed.folder / "institutions.parquet", columns=["as_of"])["as_of"].to_pylist())
    if len(days) != 1 or None in days:
        message = (
            f"The {name} tape does not name one day on which its book was closed (as_of in institutions). "
            f"Give it with --{name}-date, such as --{name}-date 2020-06-30."
        )
        raise FilingError(message)
    return next(iter(days))


def _lenders(earlier: Month, later: Month) -> dict[str, list[str]]:
    """Return the lenders of both tapes and of one alone. Raises FilingError where none is in both."""
    there = [
        set(pq.read_table(month.sealed.folder / "institutions.parquet", columns=["institution_id"])["institution_id"].to_pylist())
        for month in (earlier, later)
    ]
    both = there[0] & there[1]
    if not both:
        message = "No lender is in both tapes, so there is nothing to compare. Look at institution_id: it stays the same from month to month."
        raise FilingError(message)
    return {"both": sorted(both), EARLIER: sorted(there[0] - both), LATER: sorted(there[1] - both)}


def _declared(book: Book, month: Month) -> None:
    """Declare the tables and facts of a month under its name."""
    for name in contract(book.options.pack):
        book.engine.declare(f"{month.name}_{name}", month.sealed.folder / f"{name}.parquet")
    for name in FACTS:
        book.engine.declare(f"{month.name}_{name}", month.work / f"{name}.parquet")
    back = pa.Table.from_pylist(
        [{"tape": one.tape, "of": one.table, "returned": one.returned} for one in month.sealed.files if one.returned],
        RETURNED_ROWS,
    )
    path = book.work / f"{month.name}_returned.parquet"
    write_parquet(path, [back], RETURNED_ROWS)
    book.engine.declare(f"{month.name}_returned", path)


def _compared(book: Book, law: Rulebook, both: tuple[Month, Month], answers: Answers, out: Path) -> dict[str, Any]:
    """Write the findings and the roll forward, and return what months.json says of them."""
    earlier, later = both
    settings = (Setting(Day(month.on, month.options.pack), law, month.options.is_strict) for month in both)
    months = Months(*settings)
    with book.step("putting both months side by side"):
        for month in both:
            _declared(book, month)
        book.write("month_lenders", lenders_of_both(), MONTH_LENDERS)
        book.write("month_payments", rewritten_payments(months), REWRITTEN)
        book.write("month_installments", rewritten_installments(), REWRITTEN)
        book.write("month_log", rewritten_log(months), REWRITTEN)
        book.write("month_loans", paired_loans(months), MONTH_LOANS)
        book.write("month_edges", heaps(months), MONTH_EDGES)
    tallies: dict[str, Tally] = {}
    found: list[pa.Table] = []
    with book.step("holding the rules to both"):
        for rule_id in month_rule_ids():
            tallies[rule_id], rows = judge(book, month_rule(months, rule_id), answers)
            found.append(rows)
    write_table(out, "findings", pa.concat_tables(found) if found else FINDINGS.empty_table())
    with book.step("rolling balances forward"):
        rolled = roll_table(book.run("roll forward", roll_forward(months), SUMS))
        write_table(out, "roll_forward", rolled)
    return {
        "earlier": {"date": earlier.on.isoformat(), "tape": tape_record(earlier.sealed)},
        "later": {"date": later.on.isoformat(), "tape": tape_record(later.sealed)},
        "engine": book.options.engine,
        "prakas": prakas.__version__,
        "jurisdiction": book.options.pack.name,
        "options": {"strict": book.options.is_strict},
        "rulebook": {"version": law.version, "hash": law.hash, "confirmed": law.confirmed},
        "method": {"days_on_either_side_of_an_edge": SPAN},
        "rules": {name: tally.record() for name, tally in tallies.items()},
        "roll_forward": [{name: _printed(value) for name, value in row.items()} for row in rolled.to_pylist()],
    }


def _printed(value: Any) -> Any:
    return value if isinstance(value, int) else str(value)


def _given_back(month: Month, out: Path) -> None:
    """Write what was held back or repaired in one tape into a folder of its own."""
    folder = out / month.name
    folder.mkdir()
    shutil.copyfile(month.sealed.edits, folder / "edits.csv")
    if month.sealed.returned.is_dir():
        shutil.copytree(month.sealed.returned, folder / "returned")
