"""What columns mean, in the languages of a country."""

from __future__ import annotations

from typing import Any

import yaml

from prakas.jurisdictions import Pack
from prakas.tape.tables import Column, Table


def meanings(country: Pack) -> dict[str, dict[str, str]]:
    """Return table -> column -> meaning in the country's second language; empty where its pack has none."""
    path = country.folder / "columns.yaml"
    raw: Any = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    return {str(t): {str(c): str(m) for c, m in columns.items()} for t, columns in raw.items()}


def mark(table: Table, column: Column) -> str:
    """Return K for a part of the key, R for required, else nothing."""
    return "K" if column.name in table.key else "R" if column.required else ""
