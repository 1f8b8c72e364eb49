"""Reads a lender's own names: a YAML file that says which of its columns and codes are which of ours."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from prakas.errors import FilingError
from prakas.tape.tables import Column, contract


@dataclass
class Mapping:
    """Their columns and codes as ours, table by table, and which of them were met."""

    path: Path
    columns: dict[str, dict[str, str]]  # table -> their column -> ours
    codes: dict[str, dict[str, dict[str, str]]]  # table -> our column -> their code -> ours
    used: set[tuple[str, str]] = field(default_factory=set)

    def column(self, table: str, name: str) -> str:
        """Return our name of their column; empty where the file does not say."""
        target = self.columns.get(table, {}).get(name.strip(), "")
        if target:
            self.used.add((table, name.strip()))
        return target

    def code(self, table: str, column: str) -> dict[str, str]:
        """Return their codes as ours for one of our columns."""
        return self.codes.get(table, {}).get(column, {})

    def check_used(self) -> None:
        """Raise FilingError where a column of the file was met in no tape: a slip of the pen must not go unnoticed."""
        unused = [f"{t}: {c}" for t, names in self.columns.items() for c in names if (t, c) not in self.used]
        if unused:
            raise FilingError(
                f"{self.path.name}: no tape has the column {', '.join(unused)}. Correct the name or delete the line from the mapping."
            )


def read_mapping(path: Path) -> Mapping:
    """Return a mapping file. Raises FilingError where a table, column or code in it is not one of the contract."""
    try:
        raw = yaml.safe_load(path.read_text("utf-8"))
    except FileNotFoundError:
        raise FilingError(f"{path}: there is no such mapping file. Let 'prakas map' propose one.") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        raise FilingError(f"{path.name}: the mapping is not readable YAML. Look at its indentation and quotes.") from fault
    if not isinstance(raw, dict) or not raw:
        raise FilingError(f"{path.name}: the mapping is empty. It holds one section a table.")
    mapping = Mapping(path, {}, {})
    for table, section in raw.items():
        _read_table(mapping, str(table), section)
    return mapping


def _read_table(mapping: Mapping, name: str, section: Any) -> None:
    path = mapping.path.name
    table = contract().get(name)
    if table is None:
        raise FilingError(f'{path}: "{name}" is no table of the contract. The tables are {", ".join(contract())}.')
    if not isinstance(section, dict) or set(section) - {"columns", "codes"}:
        raise FilingError(f'{path}: the section "{name}" may hold "columns" and "codes" and nothing else. Delete the rest.')
    columns = {str(k).strip(): str(v) for k, v in _pairs(path, name, section.get("columns")).items() if v is not None}
    for theirs, ours in columns.items():
        if ours not in table.names:
            raise FilingError(
                f'{path}: "{theirs}" is mapped to "{ours}", which is no column of {name}. See docs/reference/tape.md.'
            )
    mapping.columns[name] = columns
    mapping.codes[name] = {
        str(ours): _codes(path, str(ours), table[str(ours)] if str(ours) in table.names else None, codes)
        for ours, codes in _pairs(path, name, section.get("codes")).items()
    }


def _codes(path: str, ours: str, column: Column | None, codes: Any) -> dict[str, str]:
    if column is None or not (column.codes or column.kind == "boolean"):
        raise FilingError(
            f'{path}: codes are given for "{ours}", which has none. Columns with codes: see docs/reference/tape.md.'
        )
    allowed = column.codes or ("true", "false")
    pairs = {_word(k): _word(v) for k, v in _pairs(path, ours, codes).items() if v is not None}
    for theirs, code in pairs.items():
        if code not in allowed:
            raise FilingError(f'{path}: the code "{theirs}" of {ours} is mapped to "{code}". It may be {", ".join(allowed)}.')
    return pairs


def _word(value: Any) -> str:
    # YAML reads true, false and 1 as what they look like; in a tape they are text.
    return str(value).lower() if isinstance(value, bool) else str(value)


def _pairs(path: str, name: str, value: Any) -> dict[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise FilingError(f'{path}: under "{name}" stand pairs, theirs: ours. Look at the indentation.')
    return value
