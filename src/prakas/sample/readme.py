"""SAMPLE.md: says that all is made up, what it follows, and how to use the answer key."""

from __future__ import annotations

from pathlib import Path

from prakas.sample.blocks import Sector
from prakas.sample.days import day
from prakas.sample.summary import SampleSummary


def write_readme(path: Path, sector: Sector, summary: SampleSummary) -> None:
    """Write the page beside the tapes."""
    known = sector.figures
    lines = [
        "# A made-up sector",
        "",
        "**Every lender, borrower, loan and title in this folder is made up.** No real lender is meant, and no real person stands",
        "behind a pseudonym. Only the communes exist, and the sums follow published figures so that sizes look right.",
        "",
        f"Made for {day(sector.day)} with seed {sector.seed}: {summary.institutions} lenders, {summary.loans} loans.",
        f"Loans outstanding {summary.portfolio_khr:,} riel; more than 30 days past due {summary.par30_percent} %.",
        "",
        "- one folder a tape; `answer_key.csv` has every finding that an audit on that day must make, and no other;",
        "- `planted_errors.csv` has every row that a reader must return, with its line in the file (the header is line 1).",
        "",
        "| rule | findings planted |",
        "|---|---|",
        *(f"| {rule} | {count} |" for rule, count in summary.findings.items()),
        "",
        "## What it follows",
        "",
        "Figures on other days lie on a straight line between two published ones. *ours* marks an assumption: nothing was found.",
        "",
        "| figure | value | confidence | source |",
        "|---|---|---|---|",
        *(f"| {name} | {value} | {confidence} | {source} |" for name, value, confidence, source in known.sources),
        "",
    ]
    path.write_text("\n".join(lines), "utf-8")
