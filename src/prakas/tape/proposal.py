"""Proposes which of a lender's columns and codes are which of ours; a person looks at it before it is used."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import islice
from pathlib import Path

import yaml

from prakas.errors import FilingError
from prakas.jurisdictions import Pack, pack
from prakas.tape.heading import tidy
from prakas.tape.sources import Source, Tape, find_tables
from prakas.tape.staging import opened
from prakas.tape.synonyms import CODES, COLUMNS
from prakas.tape.tables import Column, Table, contract

LIKE = 0.84  # how alike two names must be to be proposed; below it the proposals were more often wrong than right
MOST_CODES = 40  # a column with more different values holds no codes


def proposed_mapping(path: Path, country: Pack | None = None) -> str:
    """Return a mapping as YAML for the tables of a tape. Lines without a proposal are comments to fill in.

    Raises FilingError where the tape cannot be opened.
    """
    country = country or pack()
    if not path.exists():
        raise FilingError(f"{path}: there is no such file or folder. Look at the spelling of the path.")
    with tempfile.TemporaryDirectory(prefix="prakas-map-") as folder:
        sources = find_tables(Tape(path.name, path), Path(folder)).sources
        if not sources:
            raise FilingError(
                f"{path}: no table was found there. Files or sheets are named as the tables: {', '.join(contract())}."
            )
        first = {s.table: s for s in reversed(sources)}
        sections = [_section(contract(country)[s.table], s, country) for s in first.values()]
    head = (
        "# Which of your columns and codes are which of ours. Look at every line: proposals are guesses from names.\n"
        "# Form: your name: our name. Delete a line to leave a column out. Use: prakas check TAPE --mapping THIS_FILE\n"
    )
    return head + "\n".join(sections)


def _section(table: Table, source: Source, country: Pack) -> str:
    file = opened(source, 1)
    pairs = pair(file.header, table)
    lines = [f"{table.name}:", "  columns:"]
    for name in file.header:
        ours = pairs.get(name, "")
        if ours:
            lines.append(f"    {_quoted(name)}: {ours}")
        elif name.strip():
            lines.append(f"    # {_quoted(name)}: ?")
    missing = [c.name for c in table.columns if c.required and c.name not in pairs.values()]
    if missing:
        lines.append(f"    # required and not found: {', '.join(missing)}")
    codes = _codes(file.header, pairs, table, (b.table.to_pylist() for b in islice(file.blocks, 1)), country)
    if codes:
        lines += ["  codes:", *codes]
    return "\n".join(lines) + "\n"


def pair(header: Sequence[str], table: Table) -> dict[str, str]:
    """Return their column -> ours, each of ours once: the same name first, then known synonyms, then names much alike."""
    pairs: dict[str, str] = {}
    synonyms = COLUMNS.get(table.name, {}) | COLUMNS["any"]

    def known(name: str) -> str:
        return tidy(name) if tidy(name) in table.names else ""

    def meant(name: str) -> str:
        return next((ours for ours, theirs in synonyms.items() if ours in table.names and _bare(name) in map(_bare, theirs)), "")

    def alike(name: str) -> str:
        best = max(table.names, key=lambda n: _likeness(name, n))
        return best if _likeness(name, best) >= LIKE else ""

    for way in (known, meant, alike):
        for name in header:
            ours = way(name)
            if name not in pairs and ours and ours not in pairs.values():
                pairs[name] = ours
    return pairs


def _codes(
    header: Sequence[str], pairs: dict[str, str], table: Table, blocks: Iterable[list[dict[str, str]]], country: Pack
) -> list[str]:
    rows = next(iter(blocks), [])
    lines: list[str] = []
    for at, name in enumerate(header):
        column = table[pairs[name]] if name in pairs else None
        if column is None or not (column.codes or column.kind == "boolean"):
            continue
        allowed = column.codes or ("true", "false")
        values = sorted({row[f"c{at}"].strip() for row in rows} - {"", *allowed})
        if values and len(values) <= MOST_CODES:
            lines.append(f"    {column.name}:")
            lines += [_code_line(value, column, country) for value in values]
    return lines


def _code_line(value: str, column: Column, country: Pack) -> str:
    ours = code(value, column, country)
    return f"      {_quoted(value)}: {ours}" if ours else f"      # {_quoted(value)}: ?"


def code(value: str, column: Column, country: Pack) -> str:
    """Return our code for one of theirs, by its words in the country's languages or a known synonym; empty where none fits."""
    allowed = column.codes or ("true", "false")
    words = country.code_words.get(column.code_list, {})
    for ours in allowed:
        known = {ours, *words.get(ours, {}).values(), *CODES.get(column.code_list or "boolean", {}).get(ours, ())}
        if _bare(value) in map(_bare, known):
            return ours
    return ""


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _bare(one), _bare(other)).ratio()


def _quoted(value: str) -> str:
    return yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10_000).strip()
