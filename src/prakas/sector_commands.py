"""The command for the sector sheet. It imports what it needs, so that --version answers at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from prakas.arguments import day

app = typer.Typer(rich_markup_mode=None)


@app.command()
def sector(
    *,
    out: Annotated[Path | None, typer.Option("--out", help="The HTML page to write; without it nothing is written.")] = None,
    on: Annotated[
        date | None, typer.Option("--date", parser=day, metavar="DATE", help="Only figures and answers up to it; empty: today.")
    ] = None,
    demands: Annotated[
        Path | None, typer.Option("--demands", help="A .yaml or .csv of what lenders did about the six demands.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Lay out what is published about the sector, figure by figure with perimeter, date and source. Needs no tape."""
    import json  # noqa: PLC0415 - see the first line

    from prakas.jurisdictions import pack  # noqa: PLC0415
    from prakas.publication import write_sector_page  # noqa: PLC0415
    from prakas.sector import sector_lines, sector_sheet  # noqa: PLC0415

    sheet = sector_sheet(pack(), on or date.today(), demands)  # noqa: DTZ011 - the day where the user sits
    if out is not None:
        write_sector_page(sheet, out)
    if as_json:
        typer.echo(json.dumps(sheet, ensure_ascii=False, indent=2))
        return
    for line in sector_lines(sheet):
        typer.echo(line)
    if out is not None:
        typer.echo(str(out))
