"""The commands of relief: ``prakas relief …`` prices a plan, ``prakas relief check`` asks whether it was given."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from prakas.arguments import day


class Relief(TyperGroup):
    """The group; a first word that is none of its commands belongs to the one that prices a plan."""

    default = "price"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the arguments with the name of the default command put in where it was left out."""
        if args and args[0] != "--help" and args[0] not in self.commands:
            args = [self.default, *args]
        return super().parse_args(ctx, args)


class EngineName(StrEnum):
    """The engines."""

    duckdb = "duckdb"
    spark = "spark"


app = typer.Typer(
    cls=Relief,
    help="Relief over whole books: who comes first, what it costs, and whether it was given. The word 'price' may be left out.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Tapes = Annotated[list[Path], typer.Argument(help="A tape (folder, .zip or .xlsx), several, or a folder of tapes.")]
Out = Annotated[Path, typer.Option("--out", help="The folder for the result; it appears whole or not at all.")]
Engine = Annotated[EngineName, typer.Option("--engine", help="Where the figures are computed; the same to the byte.")]
Threads = Annotated[int | None, typer.Option(min=1, help="Processor threads to use.")]
Memory = Annotated[str | None, typer.Option(help="Memory that the engine may use, such as 2GB.")]
Law = Annotated[Path | None, typer.Option("--law", help="A folder with values of the law that you confirm or replace.")]
Rates = Annotated[Path | None, typer.Option("--fx", help="A CSV of exchange rates (on, currency, khr) for all tapes.")]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help="The file that maps the lender's columns to ours.")]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a result that stands there already, in one step.")]


@app.command()
def price(
    tapes: Tapes,
    *,
    audit_date: Annotated[
        date, typer.Option("--date", parser=day, metavar="DATE", help="The day of the books, such as 2020-06-30.")
    ],
    plan: Annotated[
        list[str],
        typer.Option("--plan", help="The plan: a YAML file, or letter, or circular-2020; twice to set two beside each other."),
    ],
    out: Out,
    engine: Engine = EngineName.duckdb,
    threads: Threads = None,
    memory: Memory = None,
    law: Law = None,
    fx: Rates = None,
    mapping: MappingFile = None,
    replace: Replace = False,
) -> None:
    """Price a plan of relief: the queue of loans, the new schedules, what it costs each lender by month, how far a budget reaches."""
    from prakas.audit import Options  # noqa: PLC0415 - --version answers at once
    from prakas.publication import Progress, relief_lines, write_relief_page  # noqa: PLC0415
    from prakas.relief import relief as run  # noqa: PLC0415

    with Progress() as progress:
        outcome = run(
            tapes,
            plan,
            out,
            Options(
                audit_date,
                engine=engine.value,
                threads=threads,
                memory=memory,
                law=law,
                fx=fx,
                mapping=mapping,
                replace=replace,
                progress=progress,
                report=write_relief_page,
            ),
        )
    for line in relief_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out / "relief.html"))
    raise typer.Exit(outcome.exit_code)


@app.command()
def check(
    tapes: Tapes,
    *,
    audit_date: Annotated[date, typer.Option("--date", parser=day, metavar="DATE", help="The day of the later books.")],
    granted: Annotated[Path, typer.Option("--granted", help="The folder that 'prakas relief' wrote, with one plan in it.")],
    out: Out,
    engine: Engine = EngineName.duckdb,
    threads: Threads = None,
    memory: Memory = None,
    mapping: MappingFile = None,
    replace: Replace = False,
) -> None:
    """Check whether relief was given: the granted schedules held against a later tape, loan by loan and lender by lender."""
    from prakas.audit import Options  # noqa: PLC0415 - --version answers at once
    from prakas.publication import Progress, relief_check_lines  # noqa: PLC0415
    from prakas.relief import relief_check as run  # noqa: PLC0415

    with Progress() as progress:
        outcome = run(
            tapes,
            granted,
            out,
            Options(
                audit_date,
                engine=engine.value,
                threads=threads,
                memory=memory,
                mapping=mapping,
                replace=replace,
                progress=progress,
            ),
        )
    for line in relief_check_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out))
    raise typer.Exit(outcome.exit_code)
