"""The commands on cases: ``prakas case …``. Each imports what it needs, so that --version answers at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prakas.arguments import amount, day

app = typer.Typer(
    help="One household's debts: a workbook to fill, what is missing in it, a sheet a debt, and a tape for the audit.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class LanguageName(StrEnum):
    """The languages of a sheet."""

    km = "km"
    en = "en"


Cases = Annotated[list[Path], typer.Argument(help="Workbooks of cases (.xlsx, .xlsx.age), or a folder of them.")]
Folder = Annotated[Path, typer.Argument(help="The folder of the cases.")]
Seal = Annotated[
    list[str] | None,
    typer.Option("--seal", metavar="AGE_RECIPIENT", help="Seal what is written for this age recipient; may be repeated."),
]
Key = Annotated[Path | None, typer.Option("--key", help="The file with your age key, to open what is sealed.")]


@app.command()
def new(
    folder: Folder,
    *,
    example: Annotated[
        str | None, typer.Option(help="A made-up case instead of an empty one; a wrong name lists them all.")
    ] = None,
    cash: Annotated[
        Decimal | None,
        typer.Option(
            parser=amount, metavar="AMOUNT", help="Cash in hand of the first debt; written in as told, like the next ones."
        ),
    ] = None,
    payment: Annotated[Decimal | None, typer.Option(parser=amount, metavar="AMOUNT", help="Each payment.")] = None,
    payments: Annotated[int | None, typer.Option(min=1, help="How many payments.")] = None,
    frequency: Annotated[str | None, typer.Option(help="How often; a wrong word lists them all.")] = None,
    currency: Annotated[str | None, typer.Option(help="In which money; a wrong word lists them all.")] = None,
    lender: Annotated[str | None, typer.Option(help="What kind of lender; a wrong word lists them all.")] = None,
    received: Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="The day the money was received.")] = None,
    interviewed: Annotated[date | None, typer.Option(parser=day, metavar="DATE", help="The day of the interview.")] = None,
    seal: Seal = None,
) -> None:
    """Write the workbook for one household, and the form for pen and paper beside it. No name is asked for."""
    from prakas.case import Keeper, new_case  # noqa: PLC0415 - see the first line

    given = {
        "cash_received": cash,
        "payment": payment,
        "payments": payments,
        "frequency": frequency,
        "currency": currency,
        "creditor_kind": lender,
        "received_on": received,
        "interviewed_on": interviewed,
    }
    known = {name: str(value) for name, value in given.items() if value is not None}
    typer.echo(str(new_case(folder, Keeper.of(seal, None), example, known).path))


@app.command()
def check(
    cases: Cases,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", help="A CSV file for the remarks, with the values; else they are printed.")
    ] = None,
    key: Key = None,
    seal: Seal = None,
) -> None:
    """Say what is missing, what contradicts what, and which question or paper would settle it."""
    from prakas.case import Keeper, check_cases  # noqa: PLC0415

    done = check_cases(cases, Keeper.of(seal, key), out)
    for line in done.lines:
        typer.echo(line)
    if done.path:
        typer.echo(str(done.path))
    raise typer.Exit(done.exit_code)


@app.command()
def sheet(
    cases: Cases,
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder for the sheets; it appears whole or not at all.")],
    on: Annotated[
        date | None,
        typer.Option("--date", parser=day, metavar="DATE", help="The day of the sheet; empty: that of the interview."),
    ] = None,
    language: Annotated[list[LanguageName] | None, typer.Option(help="One language; without it both.")] = None,
    law: Annotated[
        Path | None, typer.Option("--law", help="A folder with values of the law that you confirm or replace.")
    ] = None,
    key: Key = None,
    seal: Seal = None,
) -> None:
    """Write a two-page sheet for every debt, as a page and as a PDF: what it costs, what may be owed back, what to ask for."""
    from prakas.case import Keeper, write_sheets  # noqa: PLC0415
    from prakas.publication import Progress  # noqa: PLC0415

    languages = [one.value for one in language or LanguageName]
    with Progress() as progress:
        done = write_sheets(cases, out, Keeper.of(seal, key), day=on, law=law, languages=languages, progress=progress)
    for line in done.lines:
        typer.echo(line)
    typer.echo(str(done.path))
    raise typer.Exit(done.exit_code)


@app.command()
def tape(
    cases: Cases,
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder for the tape; it appears whole or not at all.")],
    key: Key = None,
    seal: Seal = None,
) -> None:
    """Turn a folder of cases into a tape for the audit. What was told stays told: no figure that rests on it counts as computed."""
    from prakas.case import Keeper, write_tape  # noqa: PLC0415

    done = write_tape(cases, out, Keeper.of(seal, key))
    for line in done.lines:
        typer.echo(line)
    typer.echo(str(done.path))
    raise typer.Exit(done.exit_code)


@app.command(name="seal")
def seal_all(
    folder: Folder,
    *,
    recipients: Annotated[
        list[str], typer.Option("--seal", metavar="AGE_RECIPIENT", help="Who may open them: an age recipient; may be repeated.")
    ],
) -> None:
    """Seal every plain workbook of a folder and take the plain one away."""
    from prakas.case import Keeper, seal_folder  # noqa: PLC0415

    done = seal_folder(folder, Keeper.of(recipients, None))
    for line in (*done.lines, str(done.path)):
        typer.echo(line)


@app.command(name="open")
def open_all(
    folder: Folder,
    *,
    key: Annotated[Path, typer.Option("--key", help="The file with your age key.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for what is opened; it appears whole or not at all.")],
) -> None:
    """Open every sealed file of a folder into another folder. Any age tool does the same."""
    from prakas.case import Keeper, open_folder  # noqa: PLC0415

    done = open_folder(folder, out, Keeper.of(None, key))
    for line in (*done.lines, str(done.path)):
        typer.echo(line)
