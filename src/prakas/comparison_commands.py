"""The commands that lay two books side by side. Each imports what it needs, so that --version answers at once."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from prakas.arguments import day

app = typer.Typer(rich_markup_mode=None)


class EngineName(StrEnum):
    """The engines."""

    duckdb = "duckdb"
    spark = "spark"


@app.command(name="compare-months")
def compare_months(
    earlier: Annotated[Path, typer.Argument(help="The tape of the earlier month (folder, .zip or .xlsx).")],
    later: Annotated[Path, typer.Argument(help="The tape of the later month, of the same lender.")],
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder for the result; it appears whole or not at all.")],
    earlier_date: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day the earlier book was closed; empty: its as_of.")
    ] = None,
    later_date: Annotated[
        date | None, typer.Option(parser=day, metavar="DATE", help="The day the later book was closed; empty: its as_of.")
    ] = None,
    engine: Annotated[EngineName, typer.Option(help="Where the figures are computed; the same to the byte.")] = EngineName.duckdb,
    threads: Annotated[int | None, typer.Option(min=1, help="Processor threads to use.")] = None,
    memory: Annotated[str | None, typer.Option(help="Memory that the engine may use, such as 2GB.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out values of the law for which no source was seen.")] = False,
    law: Annotated[
        Path | None, typer.Option("--law", help="A folder with values of the law that you confirm or replace.")
    ] = None,
    answers: Annotated[Path | None, typer.Option(help="A CSV of the lender's answers (finding_id, reason, by, on).")] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="The file that maps the lender's columns to ours, in both tapes.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a result that stands there already, in one step.")] = False,
) -> None:
    """Compare two months of a lender's book: balances roll forward, and no history quietly changed."""
    from prakas.audit import Options  # noqa: PLC0415 - see the first line
    from prakas.comparison import compare_months as run  # noqa: PLC0415
    from prakas.comparison import month_lines  # noqa: PLC0415
    from prakas.publication import Progress  # noqa: PLC0415

    with Progress() as progress:
        options = Options(
            date.max,  # each tape has its own
            engine=engine.value,
            threads=threads,
            memory=memory,
            is_strict=strict,
            law=law,
            answers=answers,
            mapping=mapping,
            replace=replace,
            progress=progress,
        )
        outcome = run((earlier, later), out, options, (earlier_date, later_date))
    for line in month_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out))
    raise typer.Exit(outcome.exit_code)


@app.command()
def compare(
    tapes: Annotated[list[Path], typer.Argument(help="A tape (folder, .zip or .xlsx), several, or a folder of tapes.")],
    *,
    audit_date: Annotated[date, typer.Option("--date", parser=day, metavar="DATE", help="The audit date, such as 2020-06-30.")],
    law: Annotated[Path, typer.Option("--law", help="The YAML file with the reform: the values that it proposes.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the result; it appears whole or not at all.")],
    today: Annotated[
        Path | None, typer.Option("--today", help="A folder with values of today's law that you confirm or replace.")
    ] = None,
    engine: Annotated[EngineName, typer.Option(help="Where the figures are computed; the same to the byte.")] = EngineName.duckdb,
    threads: Annotated[int | None, typer.Option(min=1, help="Processor threads to use.")] = None,
    memory: Annotated[str | None, typer.Option(help="Memory that the engine may use, such as 2GB.")] = None,
    fx: Annotated[Path | None, typer.Option(help="A CSV of exchange rates (on, currency, khr) for all tapes.")] = None,
    mapping: Annotated[Path | None, typer.Option("--mapping", help="The file that maps the lender's columns to ours.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a result that stands there already, in one step.")] = False,
) -> None:
    """Hold the same tapes to today's law and to a proposed one: who crosses which line, and what it comes to."""
    from prakas.audit import Options  # noqa: PLC0415 - see the first line
    from prakas.comparison import compare as run  # noqa: PLC0415
    from prakas.comparison import reform_lines  # noqa: PLC0415
    from prakas.publication import Progress, write_reform_page  # noqa: PLC0415

    with Progress() as progress:
        options = Options(
            audit_date,
            engine=engine.value,
            threads=threads,
            memory=memory,
            law=today,
            fx=fx,
            mapping=mapping,
            replace=replace,
            progress=progress,
            report=write_reform_page,
        )
        outcome = run(tapes, out, options, law)
    for line in reform_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out / "compare.html"))
    raise typer.Exit(outcome.exit_code)
