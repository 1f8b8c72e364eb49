"""The commands that make tapes from other systems: ``prakas tape …``. Each imports what it needs, so that --version answers at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from prakas.arguments import day

app = typer.Typer(
    help="A tape from the database of a lender's own system.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def root() -> None:
    """Keep `from-fineract` a command of its own while it is the only one."""


@app.command(name="from-fineract")
def from_fineract(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="postgresql://USER@HOST:5432/DATABASE of one tenant; the password from PGPASSWORD or ~/.pgpass."
        ),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder for the tape; it appears whole or not at all.")],
    institution: Annotated[str, typer.Option(help="The lender's id in the tape: letters, digits, points, dashes.")],
    legal_form: Annotated[str, typer.Option(help="What the lender is; Fineract does not say. A wrong word lists them all.")],
    status: Annotated[str, typer.Option(help="Its status with the supervisor on --date. A wrong word lists them all.")],
    status_since: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="Since when it has that status, where known.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="The lender's name; empty: that of the head office.")] = None,
    as_of: Annotated[
        date | None,
        typer.Option("--date", parser=day, metavar="DATE", help="The day the book stands on; empty: Fineract's business date."),
    ] = None,
    schema: Annotated[str, typer.Option(help="The schema in which Fineract's tables lie.")] = "public",
) -> None:
    """Write a tape of the book in a Fineract or Mifos database (PostgreSQL), which is only read. No name of a client is asked for."""
    from prakas.fineract import Lender, tape_from_fineract  # noqa: PLC0415 - see the first line
    from prakas.publication import Progress  # noqa: PLC0415

    lender = Lender(institution, legal_form, status, name, status_since)
    with Progress() as progress:
        done = tape_from_fineract(url, out, lender, as_of=as_of, schema=schema, progress=progress)
    for line in done.lines:
        typer.echo(line)
    typer.echo(str(done.path))
    raise typer.Exit(done.exit_code)
