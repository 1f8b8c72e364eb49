"""The work on cases that a user asks for: make one, check some, draw sheets, make a tape, seal and open a folder."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prakas.audit import whole_folder
from prakas.case.assessed import assessment_of, private_folder
from prakas.case.checking import remarks
from prakas.case.conversion import CaseTape, tape_of
from prakas.case.examples import example, example_workbook, first_debt
from prakas.case.folder import WORKBOOK, Keeper, Opened, cases_in, none_left, workbooks
from prakas.case.form import form
from prakas.case.pages import sheet_html, sheet_pdf
from prakas.case.printed import printed_form
from prakas.case.record import Filled, Place, Remark
from prakas.case.sealing import SEALED, new_case_id, padded, seal, write_whole
from prakas.case.sheet import Subject, sheet_of
from prakas.case.wording import wording
from prakas.case.workbook import workbook
from prakas.errors import FilingError
from prakas.jurisdictions import pack
from prakas.rulebook import rulebook

FORM = "form.pdf"
KINDS = ("unreadable", "missing", "contradiction")
COUNTED = {
    "unreadable": ("cell that cannot be used", "cells that cannot be used"),
    "missing": ("thing missing", "things missing"),
    "contradiction": ("contradiction", "contradictions"),
}
REMARK_COLUMNS = ("file", "case_id", "kind", "code", "debt", "sheet", "cell", "other_cells", "value")
ZIP_DAY = (2020, 1, 1, 0, 0, 0)  # no clock: the same tape, the same bytes

Progress = Callable[[str, int | None], None]


@dataclass(frozen=True)
class Done:
    """What some work came to: lines for the terminal, without any value of a case, and the exit code."""

    lines: tuple[str, ...]
    exit_code: int
    path: Path | None = None


def new_case(folder: Path, keeper: Keeper, example_name: str | None = None, known: Mapping[str, str] | None = None) -> Done:
    """Write a workbook for a household into a folder, empty or a made-up one, and the form for pen and paper beside it.

    `known`: what is known of one debt already (fields of the debts, and interviewed_on), written in as told. Raises FilingError where
    the made-up case is there already or the folder cannot be written.
    """
    if example_name is not None and known:
        raise FilingError("A made-up case is complete, so nothing more can be written into it. Leave out --example, or the rest.")
    if example_name is None:
        case_id = new_case_id()
        content = workbook(case_id, None, first_debt(known or {}))
    else:
        case_id, content = str(example(example_name)["case_id"]), example_workbook(example_name)
    _made(folder)
    if any((folder / f"{case_id}{WORKBOOK}{ending}").exists() for ending in ("", SEALED)):
        raise FilingError(f"The folder has the case {case_id} already. Move it away first; nothing was written.")
    if not (folder / FORM).exists():
        write_whole(folder / FORM, printed_form())  # the empty form is no secret
    path = keeper.put(folder, f"{case_id}{WORKBOOK}", content)
    return Done((), 0, path)


def check_cases(paths: Sequence[Path], keeper: Keeper, out: Path | None) -> Done:
    """Say what cannot be used, what is missing and what contradicts what; with `out` also as a CSV file, with the values."""
    opened = cases_in(paths, keeper)
    lines, rows = [], []
    is_bad = bool(opened.refused)
    for name, filled in opened.cases:
        found = remarks(filled)
        is_bad = is_bad or any(one.kind == "unreadable" for one in found)
        counts: Counter[str] = Counter(one.kind for one in found)
        said = ", ".join(f"{counts[kind]} {COUNTED[kind][counts[kind] != 1]}" for kind in KINDS if counts[kind])
        lines.append(f"{filled.case.case_id}: {said or 'nothing to remark'}")
        for one in found:
            lines += _spoken(one)
            rows.append(_row(name, filled, one))
    lines += [sentence for _, sentence in opened.refused]
    path = keeper.put(out.parent, out.name, _table(rows)) if out else None
    return Done(tuple(lines), int(is_bad), path)


def _spoken(one: Remark) -> Iterator[str]:
    # What somebody called a sheet of their own is no word of the form: it stands in the CSV file alone.
    known = (place if place.sheet in form() else Place("?", place.cell) for place in one.places)
    yield f"  {', '.join(map(str, known))} ({one.kind})"
    for language in pack().languages[::-1]:  # Khmer first
        yield f"    {one.say[language]} {one.settle[language]}"


def _row(name: str, filled: Filled, one: Remark) -> dict[str, object]:
    first, *rest = one.places
    row: dict[str, object] = {
        "file": name,
        "case_id": filled.case.case_id,
        "kind": one.kind,
        "code": one.code,
        "debt": one.debt,
        "sheet": first.sheet,
        "cell": first.cell,
        "other_cells": " ".join(map(str, rest)),
        "value": one.value,
    }
    for language in pack().languages[::-1]:
        row |= {f"say_{language}": one.say[language], f"settle_{language}": one.settle[language]}
    return row


def _table(rows: Sequence[dict[str, object]]) -> bytes:
    spoken = [f"{what}_{language}" for language in pack().languages[::-1] for what in ("say", "settle")]
    room = io.StringIO()
    writer = csv.DictWriter(room, (*REMARK_COLUMNS, *spoken), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return room.getvalue().encode("utf-8-sig")


def _usable(opened: Opened) -> tuple[list[Filled], list[str]]:
    """Return the cases of which every cell can be used, and a sentence for each of the others."""
    usable, lines = [], [sentence for _, sentence in opened.refused]
    for name, filled in opened.cases:
        wrong = _unusable(name, filled)
        if wrong:
            lines.append(str(wrong))
        else:
            usable.append(filled)
    if not usable:
        raise none_left(lines)
    return usable, lines


def _unusable(name: str, filled: Filled) -> FilingError | None:
    count = len(filled.unreadable)
    if count:
        return FilingError(
            f"{name}: {count} of its cells cannot be used, so the case is left out. 'prakas case check' names each."
        )
    if filled.case.household.value("interviewed_on") is None:
        return FilingError(
            f"{name}: the day of the interview is missing, so nobody knows when this was so. Write it into household."
        )
    if not filled.case.debts:
        return FilingError(f"{name}: no debt is filled in, so there is nothing to reckon. Fill in the sheet debts.")
    return None


def write_sheets(
    paths: Sequence[Path],
    out: Path,
    keeper: Keeper,
    *,
    day: date | None,
    law: Path | None,
    languages: Sequence[str],
    progress: Progress,
) -> Done:
    """Write the sheet of every debt, for a screen and for print, into a folder that appears whole; `day` None: that of each interview."""
    usable, lines = _usable(cases_in(paths, keeper))
    by_day: defaultdict[date, list[Filled]] = defaultdict(list)
    for filled in usable:
        told_on = filled.case.household.value("interviewed_on")
        by_day[day or (told_on if isinstance(told_on, date) else date.min)].append(filled)
    book = rulebook(pack(), law)
    with whole_folder(out, replace=None) as folder:
        for on, some in sorted(by_day.items()):
            progress("auditing the cases", None)  # not the day: that of the interview is a value of the case
            assessment = assessment_of([filled.case for filled in some], on, law)
            progress("drawing sheets", None)
            for filled in some:
                said = remarks(filled)
                for number in sorted(filled.case.debts):
                    progress("drawing sheets", 1)
                    for language in languages:
                        subject = Subject(filled.case, number, said, assessment, book, wording(language))
                        sheet = sheet_of(subject)
                        keeper.put(folder, f"{subject.loan_id}.{language}.html", sheet_html(sheet).encode())
                        keeper.put(folder, f"{subject.loan_id}.{language}.pdf", sheet_pdf(sheet))
    return Done(tuple(lines), int(bool(lines)), out)


def write_tape(paths: Sequence[Path], out: Path, keeper: Keeper) -> Done:
    """Write a tape made of cases, and beside it what no tape can hold, into a folder that appears whole; sealed: as one .zip."""
    usable, lines = _usable(cases_in(paths, keeper))
    tape = tape_of(filled.case for filled in usable)
    left = _left_out(tape)
    with whole_folder(out, replace=None) as folder:
        if keeper.recipients:
            keeper.put(folder, "tape.zip", _zipped(tape))
        else:
            (folder / "tape").mkdir()
            tape.write(folder / "tape")
        keeper.put(folder, "left_out.csv", left)
    counts = {name: len(tape.tables.get(name, ())) for name in ("institutions", "loans", "installments", "payments")}
    lines.append(
        ", ".join(f"{count} {name}" for name, count in counts.items())
        + f"; left out, and named in left_out.csv: {len(tape.left_out)}"
    )
    refused = len(lines) > 1
    return Done(tuple(lines), int(refused), out / ("tape.zip.age" if keeper.recipients else "tape"))


def _zipped(tape: CaseTape) -> bytes:
    room = io.BytesIO()
    with private_folder() as folder, zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
        tape.write(folder)
        for path in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(path.name, ZIP_DAY), path.read_bytes())
    return room.getvalue()


def _left_out(tape: CaseTape) -> bytes:
    room = io.StringIO()
    writer = csv.writer(room, lineterminator="\n")
    languages = pack().languages[::-1]
    writer.writerow(["case_id", "sheet", "number", "reason", *(f"sentence_{language}" for language in languages)])
    for one in tape.left_out:
        said = [wording(language).say(f"left_out.{one.reason}") for language in languages]
        writer.writerow([one.case_id, one.sheet, one.number, one.reason, *said])
    return room.getvalue().encode("utf-8-sig")


def seal_folder(folder: Path, keeper: Keeper) -> Done:
    """Seal every plain workbook of a folder and take the plain one away. Raises FilingError where nobody may open it afterwards."""
    seal(b"", keeper.recipients)  # before all: without a recipient the files would stay plain and then be taken away
    plain = [path for path in workbooks([folder]) if path.suffix == WORKBOOK]
    for path in plain:
        padded(keeper.opened(path), path.name)  # what is damaged is said before the first is sealed
    for path in plain:
        keeper.put(path.parent, path.name, keeper.opened(path))
        path.unlink()
    return Done((f"{len(plain)} sealed",), 0, folder)


def open_folder(folder: Path, out: Path, keeper: Keeper) -> Done:
    """Open every sealed file of a folder into another one, which appears whole. Raises FilingError where one cannot be opened."""
    sealed = sorted(path for path in folder.glob(f"*{SEALED}") if path.is_file()) if folder.is_dir() else [folder]
    if not sealed:
        raise FilingError(f"{folder}: there is no sealed file (.age) in it. Name the folder that holds the sealed cases.")
    plain = Keeper()
    with whole_folder(out, replace=None) as target:
        for path in sealed:
            plain.put(target, path.name.removesuffix(SEALED), keeper.unsealed(path))
    return Done((f"{len(sealed)} opened; what is open is no longer protected",), 0, out)


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise FilingError(f"'{folder.name}': the folder cannot be made ({fault.strerror}). Choose another place.") from fault
