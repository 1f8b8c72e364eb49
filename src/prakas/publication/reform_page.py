"""compare.html: a proposal beside today's law, in both languages on one page, named on it and marked as no law."""

from __future__ import annotations

import base64
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import yaml
from markupsafe import Markup

from prakas.publication.fonts import FONT_FAMILY, HEAVIEST, LIGHTEST, web_font
from prakas.publication.numbers import grouped
from prakas.publication.page import environment
from prakas.rules import words

LANGUAGES = ("en", "km")
LENDER_LINES = 120  # longer lists stand in the table beside the page
UNKNOWN = "unknown"


@cache
def spoken() -> dict[str, Any]:
    """Return the words of the page by key and language."""
    return yaml.safe_load((Path(__file__).parent / "reform_words.yaml").read_text("utf-8"))


def say(key: str, **values: object) -> dict[str, str]:
    """Return a text in both languages, its placeholders filled."""
    return {language: str(spoken()[key][language]).format(**values) for language in LANGUAGES}


def write_reform_page(folder: Path) -> None:
    """Write `compare.html` into a folder with the finished tables of a comparison."""
    record = json.loads((folder / "compare.json").read_text("utf-8"))
    rows = pq.read_table(folder / "differences.parquet").to_pylist()
    moved = [row for row in rows if row["change"] or row["today_code"] != row["reform_code"]]
    lenders = [row for row in moved if row["institution_id"] and not row["measure"].startswith("findings.")]
    font = base64.b64encode(web_font()).decode("ascii")
    face = (
        f"@font-face {{ font-family: '{FONT_FAMILY}'; font-weight: {LIGHTEST} {HEAVIEST}; font-display: swap; "
        f'src: url("data:font/woff2;base64,{font}") format("woff2"); unicode-range: U+1780-17FF, U+200B-200D; }}'
    )
    style = (Path(__file__).parent / "templates" / "report.css").read_text("utf-8")
    text = (
        environment()
        .get_template("reform.html")
        .render(
            record=record,
            say=say,
            changes=record["reform"]["changes"],
            sector=[_line(row) for row in moved if not row["institution_id"]],
            lenders=[{**_line(row), "lender": row["institution_id"]} for row in lenders[:LENDER_LINES]],
            more=max(0, len(lenders) - LENDER_LINES),
            lines=[
                {"id": rule, "sentence": words()[rule].sentence, **{side: grouped(str(n)) for side, n in counts.items()}}
                for rule, counts in record["crossings"].items()
            ],
            concerned=grouped(str(record["loans_concerned"])),
            style=Markup(f"{face}\n{style}"),  # noqa: S704 - our own files
        )
    )
    (folder / "compare.html").write_text(text, "utf-8")


def _line(row: dict[str, Any]) -> dict[str, Any]:
    """Return a measure under both laws as people read it."""
    rule, _, rest = row["measure"].partition(".")
    label = words()[rest].sentence if rule == "findings" and rest else spoken()["measures"][row["measure"]]
    if row["unit"] == "code":
        sides = {side: _codes(row[f"{side}_code"]) for side in ("today", "reform")}
        return {"label": label, "id": row["measure"], **sides, "change": dict.fromkeys(LANGUAGES, "")}
    numbers = {side: _number(row[side], row["unit"]) for side in ("today", "reform", "change")}
    if row["change"] is not None and row["change"] > 0:
        numbers["change"] = {language: f"+{text}" for language, text in numbers["change"].items()}
    return {"label": label, "id": row["measure"], **numbers}


def _codes(text: str | None) -> dict[str, str]:
    if text is None:
        return say(UNKNOWN)
    return {
        language: ", ".join(spoken()["codes"].get(code, {}).get(language, code) for code in text.split()) or "–"
        for language in LANGUAGES
    }


def _number(value: Decimal | None, unit: str) -> dict[str, str]:
    if value is None:
        return say(UNKNOWN)
    text = grouped(str(int(value)) if unit == "count" else str(value))
    return dict.fromkeys(LANGUAGES, text)
