"""A whole made-up sector: its tapes, written lender by lender, and the answer key beside them."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, Literal

import numpy as np

from prakas.errors import PrakasError
from prakas.sample.blocks import Neighbour, Sector, Totals, write_block
from prakas.sample.burden import Debts, joined, note_burden
from prakas.sample.days import NO_DAY, add_months, number
from prakas.sample.days import day as date_of
from prakas.sample.earlier import Month
from prakas.sample.figures import figures
from prakas.sample.key import AnswerKey, note_standing, note_totals
from prakas.sample.lenders import Lender, informed_of_refusal, lenders
from prakas.sample.mistakes import break_lines, plant_mistakes, write_mistakes
from prakas.sample.money import riel
from prakas.sample.plants import Plan, plan
from prakas.sample.readme import write_readme
from prakas.sample.rows import TABLES, fx_rows, institution_row
from prakas.sample.savings import account_rows, accounts, depositors, of_the_public
from prakas.sample.summary import SampleSummary
from prakas.sample.writing import Format, TapeFolder

BLOCK: Final = 1 << 14  # loans; even, for loans come in pairs
FIRST_DAY: Final = date(2002, 9, 13)
LAST_DAY: Final = date(2099, 12, 31)
README: Final = "SAMPLE.md"
EARLIER: Final = "earlier"  # the folder of the month before
TAMPERED: Final = "tampered"  # the folder of the later month told otherwise, and the key to it
MONTHS_KEY: Final = "answer_key_months.csv"
TWICE: Final = "level-3"  # the tape that is written for both months
TOLD: Final = ("portfolio", "borrowers", "public_savings", "depositors", "titles_hard", "titles_soft")
KEY: Final = "answer_key.csv"
DEFAULT_DATE: Final = date(2017, 9, 30)  # the grading of 2002 and the ceiling of April 2017, both sourced
Progress = Callable[[str, int | None], None]  # what is being done, and how many rows more


def write_sample(
    folder: Path,
    *,
    loans: int,
    seed: int,
    audit_date: date = DEFAULT_DATE,
    progress: Progress | None = None,
    form: Format = "csv",
    errors: bool = True,
    replace: bool = False,
    months: Literal[1, 2] = 1,
) -> SampleSummary:
    """Write a made-up sector and return what it has: one tape folder a level, answer_key.csv, planted_errors.csv, SAMPLE.md.

    With two months the tape of level 3 stands once more in the folder `earlier`, as its book was a month before,
    and in `tampered`, where the audit date's book is told otherwise, with answer_key_months.csv beside it. The same arguments give the same bytes. The folder is written whole or not at all; `replace` takes the place of an earlier
    sample, and of nothing else. Raises PrakasError where the folder is taken, where the date has no sourced grading behind it,
    where too few loans are asked, or where the disk refuses.
    """
    folder = Path(folder).absolute()
    known, before = figures(audit_date), _month_before(audit_date)
    if not known.law.first_day <= number(before if months == 2 else audit_date) <= number(audit_date) <= number(LAST_DAY):
        raise PrakasError(
            f"--date {audit_date}: the made-up sector needs a date from {FIRST_DAY}, when microfinance loans were first graded "
            f"by a rule of their own, to {LAST_DAY}; with two months the earlier one too. Choose such a date."
        )
    everyone = lenders(known, loans)
    if not errors:
        everyone = tuple(lender for lender in everyone if lender.role not in ("errors", "broken"))
    _refuse_taken(folder, replace=replace)
    sector = Sector(known, number(audit_date), seed, AnswerKey())
    partial = folder.with_name(f".{folder.name}.partial")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        summary = _write(partial, sector, everyone, form, progress or _silent, before if months == 2 else None)
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
    except OSError as error:
        raise PrakasError(
            f'"{folder.name}" could not be written: {error.strerror}. Nothing is left of it; mend that and start again.'
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return dataclasses.replace(summary, folder=folder)


def _refuse_taken(folder: Path, *, replace: bool) -> None:
    """Raise PrakasError where something stands in the folder that this sample may not take the place of."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if replace and (folder / README).is_file() and (folder / KEY).is_file():
        return
    what = "no made-up sector, and would be lost" if replace else "not empty, and a sample would mix with what is there"
    raise PrakasError(
        f'"{folder.name}" is {what}. Name a new folder{"" if replace else ", or give --replace to write over an earlier sample"}.'
    )


def _silent(_what: str, _rows: int | None) -> None:
    """Say nothing."""


def _month_before(day: date) -> date:
    """Return the day one month earlier."""
    return date_of(int(add_months(np.array([number(day)]), -1)[0]))


def _write(
    partial: Path, sector: Sector, everyone: tuple[Lender, ...], form: Format, progress: Progress, before: date | None
) -> SampleSummary:
    """Write everything under the partial folder and return what it has."""
    partial.mkdir(parents=True)
    planned = plan(everyone, sector.figures.law, sector.day, np.random.default_rng([sector.seed, 0]))
    whole, rows, errors = Counter[str](), Counter[str](), []
    tapes = sorted({lender.tape for lender in everyone})
    for name in tapes:
        mine = [lender for lender in everyone if lender.tape == name]
        faulty = mine[0].role in ("errors", "broken")
        tape = TapeFolder(partial / name, TABLES[mine[0].level], "csv" if faulty else form)
        month = _open_month(partial, sector, before, form) if before and name == TWICE else None
        told_of = dataclasses.replace(sector, before=month)
        progress(f"making up {name}", None)
        debts: list[Debts] = []
        for place, lender in enumerate(mine):
            progress(f"making up {name}", lender.loans)
            totals = _write_lender(tape, told_of, lender, mine[place - 1], planned)
            whole.update(totals.told)
            debts += totals.debts
        if debts and mine[0].role != "broken":  # of loans whose payments are not known nothing is found
            note_burden(sector.key, joined(debts), {lender.number: lender for lender in mine})
        tape.append("fx", fx_rows(sector.figures, sector.day))
        tape.close()
        if month:
            _close_month(month, sector, partial / MONTHS_KEY)
        if faulty:
            found = sector.key.subjects(mine[0].id)
            errors += plant_mistakes(tape.folder, found) if mine[0].role == "errors" else break_lines(tape.folder)
        rows.update(tape.rows)
    progress("making up the answer key", None)
    sector.key.write(partial / KEY)
    write_mistakes(partial / "planted_errors.csv", errors)
    summary = SampleSummary(
        folder=partial,
        tapes=tuple(tapes),
        institutions=len(everyone),
        loans=sum(lender.loans for lender in everyone),
        rows=dict(sorted(rows.items())),
        findings=sector.key.counts(),
        errors=len(errors),
        portfolio_khr=whole["portfolio"] // 100,
        par30_percent=round(100 * whole["late"] / whole["portfolio"], 2),
    )
    write_readme(partial / README, sector, summary)
    return summary


def _write_lender(tape: TapeFolder, sector: Sector, lender: Lender, before: Lender, planned: Plan) -> Totals:
    """Write one lender with its loans and savings, and return its totals."""
    totals = Totals()
    neighbour = Neighbour(before.number, before.loans if before.role == "ordinary" and before.number != lender.number else 0)
    kinds, shared = planned.kinds[lender.number], planned.shared_titles[lender.number]
    for places in _blocks(lender.loans):
        write_block(tape, sector, lender, places, kinds[places], shared, neighbour, totals)
    _save(tape, sector, lender, totals)
    told = {name: totals.told[name] for name in TOLD}
    if lender.level == 0:
        told |= {n: v * (100 if n in ("portfolio", "public_savings") else 1) for n, v in lender.exact.items()}
    riel_totals = {n: v // 100 if n in ("portfolio", "public_savings") else v for n, v in told.items()}
    note_standing(sector.key, lender, riel_totals, sector.figures.law, sector.day)
    if lender.differs:
        told[lender.differs] += 700  # seven riel, or seven hundred persons or titles
        note_totals(sector.key, lender, [lender.differs])
    if lender.role in ("errors", "broken"):
        told = {}
    as_of = sector.day if lender.says_as_of else NO_DAY
    informed = informed_of_refusal(sector.day) if lender.role == "refused" else NO_DAY
    since = sector.day - 400 - lender.number
    row = institution_row(lender, told, since, as_of, informed)
    tape.append("institutions", row)
    if month := sector.before:
        month.tampered.append("institutions", row)
        then = {name: totals.before[name] for name in TOLD}
        month.tape.append("institutions", institution_row(lender, then, since, month.day, informed))
    return totals


def _blocks(loans: int) -> Iterator[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    for first in range(0, loans, BLOCK):
        yield np.arange(first, min(loans, first + BLOCK))


def _save(tape: TapeFolder, sector: Sector, lender: Lender, totals: Totals) -> None:
    """Write a lender's savings accounts and add them to its totals. They are the same in the month before."""
    known, month = sector.figures, sector.before
    count = lender.loans // 12 if lender.status == "licensed" else 0
    if lender.takes_deposits:
        count = round(lender.loans * known["depositors_for_100_borrowers"] / 100)
    if lender.level == 0 or lender.role == "broken":
        return
    for first in range(0, max(1, count), BLOCK):
        rng = np.random.default_rng([sector.seed, lender.number, first, 2])
        some = accounts(lender, first, min(BLOCK, count - first), known, rng)
        public, rows = of_the_public(some), account_rows(lender, some)
        for told, rates in [(totals.told, known)] + ([(totals.before, month.figures)] if month else []):
            savings = int(riel(some.balance, some.currency, rates)[public].sum())
            told.update({"public_savings": savings, "depositors": depositors(some)})
        for folder in [tape] + ([month.tape, month.tampered] if month else []):
            folder.append("deposits", rows)


def _open_month(partial: Path, sector: Sector, before: date, form: Format) -> Month:
    """Return the month before, with its tape and the copy of the later one opened."""
    tapes = [TapeFolder(partial / where / TWICE, TABLES[3], form) for where in (EARLIER, TAMPERED)]
    known = figures(before)
    return Month(number(before), known, tapes[0], sector.day, tapes[1], known.law.grid != sector.figures.law.grid)


def _close_month(month: Month, sector: Sector, key: Path) -> None:
    """Finish both tapes and write what comparing them must show."""
    month.tape.append("fx", fx_rows(month.figures, month.day))
    month.tampered.append("fx", fx_rows(sector.figures, sector.day))
    month.tape.close()
    month.tampered.close()
    month.key.write(key)
