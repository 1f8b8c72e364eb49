"""The command line: parses and calls. Each command imports what it needs, so that --version answers at once."""

from __future__ import annotations

import errno
import os
import signal
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

import prakas
from prakas.arguments import day
from prakas.case_commands import app as case_app
from prakas.comparison_commands import app as comparison_app
from prakas.errors import PrakasError
from prakas.relief_commands import app as relief_app
from prakas.sector_commands import app as sector_app
from prakas.tape_commands import app as tape_app

app = typer.Typer(
    name="prakas",
    help="Supervision of microfinance as code: what the law asks and what the books say, loan by loan, with the article.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


app.add_typer(case_app, name="case")
app.add_typer(relief_app, name="relief")
app.add_typer(comparison_app)
app.add_typer(sector_app)
app.add_typer(tape_app, name="tape")

STOPPED = 130  # by Ctrl-C or SIGTERM

# The grid of 2002 and the ceiling of 2017 are both in force on it, and both are sourced.
DEMO_DATE = date(2017, 9, 30)


class EngineName(StrEnum):
    """The engines."""

    duckdb = "duckdb"
    spark = "spark"


class StandingName(StrEnum):
    """The standings, from law to a plain oddity."""

    law = "law"
    industry_code = "industry_code"
    demand = "demand"
    notice = "notice"


class FormName(StrEnum):
    """How a made-up tape is written."""

    csv = "csv"
    parquet = "parquet"


class ConventionName(StrEnum):
    """The conventions of `prakas rate`."""

    actual_365 = "actual-365"
    us_reg_z = "us-reg-z"
    eu_apr = "eu-apr"


def _show_version(value: bool) -> None:
    if value:
        typer.echo(f"prakas {prakas.__version__}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """What holds for every command."""


Tapes = Annotated[list[Path], typer.Argument(help="A tape (folder, .zip or .xlsx), several, or a folder of tapes.")]
AuditDate = Annotated[date, typer.Option("--date", parser=day, metavar="DATE", help="The audit date, such as 2020-06-30.")]
Law = Annotated[Path | None, typer.Option("--law", help="A folder with values of the law that you confirm or replace.")]
MappingFile = Annotated[Path | None, typer.Option("--mapping", help="The file that maps the lender's columns to ours.")]
Register = Annotated[
    Path | None, typer.Option("--register", help="A CSV of who should have filed: names the missing and the late.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Replace a result that stands there already, in one step.")]


@app.command()
def audit(
    tapes: Tapes,
    *,
    audit_date: AuditDate,
    out: Annotated[Path, typer.Option("--out", help="The folder for the result; it appears whole or not at all.")],
    engine: Annotated[EngineName, typer.Option(help="Where the figures are computed; the same to the byte.")] = EngineName.duckdb,
    threads: Annotated[int | None, typer.Option(min=1, help="Processor threads to use.")] = None,
    memory: Annotated[str | None, typer.Option(help="Memory that the engine may use, such as 2GB.")] = None,
    standing: Annotated[list[StandingName] | None, typer.Option(help="Only rules of this standing; may be repeated.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Leave out values of the law for which no source was seen.")] = False,
    law: Law = None,
    fx: Annotated[Path | None, typer.Option(help="A CSV of exchange rates (on, currency, khr) for all tapes.")] = None,
    register: Register = None,
    answers: Annotated[Path | None, typer.Option(help="A CSV of the lender's answers (finding_id, reason, by, on).")] = None,
    mapping: MappingFile = None,
    replace: Replace = False,
) -> None:
    """Audit tapes on a date: positions, grades, provisions, prices, titles, and every rule with its article."""
    from prakas.audit import Options  # noqa: PLC0415 - see the first line
    from prakas.audit import audit as run  # noqa: PLC0415
    from prakas.publication import Progress, summary_lines, write_report  # noqa: PLC0415

    chosen = tuple(s.value for s in standing) if standing else tuple(s.value for s in StandingName)
    with Progress() as progress:
        outcome = run(
            tapes,
            out,
            Options(
                audit_date,
                engine=engine.value,
                threads=threads,
                memory=memory,
                standings=chosen,
                is_strict=strict,
                law=law,
                fx=fx,
                register=register,
                answers=answers,
                mapping=mapping,
                replace=replace,
                progress=progress,
                report=write_report,
            ),
        )
    for line in summary_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out / "report.html"))
    raise typer.Exit(outcome.exit_code)


@app.command()
def check(
    tapes: Tapes,
    *,
    audit_date: Annotated[
        date | None, typer.Option("--date", parser=day, metavar="DATE", help="The day the books were closed; empty: today.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="A folder for edits.csv and the rows held back.")] = None,
    mapping: MappingFile = None,
    register: Register = None,
    replace: Replace = False,
) -> None:
    """Read tapes and say what is wrong with them: every row kept, or returned with its line and the reason. Computes nothing."""
    from prakas.publication import Progress, check_lines  # noqa: PLC0415
    from prakas.tape import check as run  # noqa: PLC0415

    with Progress() as progress:
        checked = run(
            tapes,
            audit_date=audit_date or date.today(),  # noqa: DTZ011 - the day where the user sits
            out=out,
            mapping=mapping,
            register=register,
            replace=replace,
            progress=progress,
        )
    for line in check_lines(checked):
        typer.echo(line)
    raise typer.Exit(checked.exit_code)


@app.command(name="map")
def map_columns(
    tape: Annotated[Path, typer.Argument(help="A tape whose columns have other names.")],
    *,
    out: Annotated[Path | None, typer.Option("--out", help="Where to write the proposal; else it is printed.")] = None,
) -> None:
    """Propose a mapping from a lender's columns and codes to ours, to be read and corrected by a person."""
    from prakas.tape import proposed_mapping  # noqa: PLC0415

    text = proposed_mapping(tape)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, "utf-8")
        typer.echo(str(out))


@app.command()
def template(
    file: Annotated[Path, typer.Argument(help="The Excel workbook to write.")],
    *,
    level: Annotated[int, typer.Option(min=0, max=3, help="0 totals, 1 loans, 2 schedules, 3 payments and collateral.")] = 1,
) -> None:
    """Write the Excel workbook to fill, with the code lists as drop-downs, in Khmer and English."""
    from prakas.tape import write_template  # noqa: PLC0415

    write_template(file, level)
    typer.echo(str(file))


@app.command()
def pseudonymize(
    tape: Annotated[Path, typer.Argument(help="The tape to share.")],
    *,
    key: Annotated[Path, typer.Option("--key", help="The file with the secret key: the same at every lender that shares.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the tape to hand over.")],
) -> None:
    """Turn names, identities and title numbers into keyed pseudonyms before a tape is shared."""
    from prakas.tape import pseudonymize as run  # noqa: PLC0415

    for line in run(tape, key, out):
        typer.echo(line)
    typer.echo(str(out))


@app.command()
def law(
    parameter: Annotated[str | None, typer.Argument(help="The id of one figure of the law; without it, all.")] = None,
    *,
    on: Annotated[date | None, typer.Option("--date", parser=day, metavar="DATE", help="The day; empty: today.")] = None,
    folder: Law = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what is in force on a day, or show one figure's history, citation and doubts."""
    import json  # noqa: PLC0415

    from prakas.jurisdictions import pack  # noqa: PLC0415
    from prakas.rulebook import history_lines, law_history, law_lines, law_table, rulebook  # noqa: PLC0415

    book = rulebook(pack(), folder)
    chosen = on or date.today()  # noqa: DTZ011 - the day where the user sits
    if as_json:
        content = law_history(book, parameter) if parameter else law_table(book, chosen)
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1, default=str))
        return
    for line in history_lines(book, parameter) if parameter else law_lines(book, chosen):
        typer.echo(line)


@app.command()
def rules(
    *,
    on: Annotated[date | None, typer.Option("--date", parser=day, metavar="DATE", help="The day; empty: today.")] = None,
    folder: Law = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the rules with their standing and citation."""
    import json  # noqa: PLC0415

    from prakas.publication import rule_lines, rule_table  # noqa: PLC0415

    table = rule_table(on or date.today(), folder)  # noqa: DTZ011 - the day where the user sits
    if as_json:
        typer.echo(json.dumps(table, ensure_ascii=False, indent=1))
        return
    for line in rule_lines(table):
        typer.echo(line)


@app.command()
def rate(
    flows: Annotated[
        Path, typer.Argument(help="A CSV with columns amount (plus = received) and on (date) or years; - for stdin.")
    ],
    *,
    convention: Annotated[ConventionName, typer.Option(help="How time is counted.")] = ConventionName.actual_365,
) -> None:
    """Print the rate of a loan's flows as JSON: effective_percent, nominal_percent, status."""
    from prakas.facts import rate_json  # noqa: PLC0415

    typer.echo(rate_json(flows, convention.value))


@app.command()
def calculator(
    file: Annotated[Path, typer.Argument(help="The HTML file to write; it needs nothing else and can be passed on.")],
    *,
    made_on: Annotated[
        date | None, typer.Option("--date", parser=day, metavar="DATE", help="The day it is made for; empty: today.")
    ] = None,
    law: Law = None,
) -> None:
    """Write the calculator: one page, Khmer and English, that says what a loan costs and sends nothing anywhere."""
    from prakas.publication import write_calculator  # noqa: PLC0415

    write_calculator(file, made_on or date.today(), law)  # noqa: DTZ011 - the day where the user sits
    typer.echo(str(file))


@app.command()
def sample(
    folder: Annotated[Path, typer.Argument(help="The folder for the made-up sector.")],
    *,
    loans: Annotated[int, typer.Option(min=1, help="How many loans, about.")] = 5000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same bytes.")] = 1,
    audit_date: Annotated[
        date | None, typer.Option("--date", parser=day, metavar="DATE", help="The day its books are closed.")
    ] = None,
    form: Annotated[FormName, typer.Option("--format", help="How its tables are written.")] = FormName.csv,
    months: Annotated[int, typer.Option(min=1, max=2, help="2: the month before stands in the folder earlier.")] = 1,
    replace: Replace = False,
) -> None:
    """Write a made-up sector with planted breaches and an answer key, to try the audit on."""
    from prakas.publication import Progress  # noqa: PLC0415
    from prakas.sample import write_sample  # noqa: PLC0415

    with Progress() as progress:
        write_sample(
            folder, loans=loans, seed=seed, audit_date=audit_date or DEMO_DATE, progress=progress,
            form=form.value, replace=replace, months=2 if months == 2 else 1,
        )  # fmt: skip
    typer.echo(str(folder))


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="The folder for the demonstration.")] = Path("prakas-demo"),
    *,
    loans: Annotated[int, typer.Option(min=1, help="How many loans, about.")] = 5000,
) -> None:
    """Make up a sector, audit it on a date whose law is sourced, and print the path of the report."""
    from prakas.audit import Options  # noqa: PLC0415
    from prakas.audit import audit as run  # noqa: PLC0415
    from prakas.publication import Progress, summary_lines, write_report  # noqa: PLC0415
    from prakas.sample import write_sample  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    sector, out = folder / "sector", folder / "audit"
    with Progress() as progress:
        write_sample(sector, loans=loans, seed=1, audit_date=DEMO_DATE, progress=progress, replace=True)
        outcome = run([sector], out, Options(DEMO_DATE, replace=True, progress=progress, report=write_report))
    typer.echo("This sector is made up: no lender, borrower or loan in it exists.")
    for line in summary_lines(outcome.record):
        typer.echo(line)
    typer.echo(str(out / "report.html"))


def _explained(fault: BaseException) -> tuple[str, int]:
    """Return what to tell the user, and the exit code. No value of a row is ever in it."""
    if isinstance(fault, PrakasError):
        return str(fault), fault.exit_code
    if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
        return "There is no room left on the disk; nothing was written. Free some, or use another disk.", 2
    if isinstance(fault, OSError) and fault.filename is not None:
        return f"'{Path(str(fault.filename)).name}': {fault.strerror}. Look at the path and its permissions.", 2
    if isinstance(fault, MemoryError):
        return "Memory ran out; nothing was written. Give --memory a smaller size, so that the engine uses the disk.", 2
    return f"A fault of ours ({type(fault).__name__}); nothing was written. Set PRAKAS_DEBUG=1 to see where, and report it.", 3


_stopped_by: list[int] = []  # signals that asked us to stop: an engine may turn the interruption into a fault of its own


def _stop(number: int, frame: object) -> None:
    del frame
    _stopped_by.append(number)
    raise KeyboardInterrupt


def main() -> None:
    """Run the command line; every end has its exit code, and none a traceback."""
    _stopped_by.clear()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _stop)
    try:
        code = app(prog_name="prakas", standalone_mode=False)
    except TyperException as fault:
        fault.show()  # type: ignore[attr-defined]  # wrong use: which option, and what it takes
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except SystemExit:  # whoever read our output has gone away: nothing is wrong on our side
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as fault:
        if os.environ.get("PRAKAS_DEBUG"):
            raise
        if not _stopped_by:
            message, code = _explained(fault)
            typer.echo(f"prakas: {message}", err=True)
            sys.exit(code)
        code = STOPPED
    if code == STOPPED:
        typer.echo("prakas: stopped; nothing was written.", err=True)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
