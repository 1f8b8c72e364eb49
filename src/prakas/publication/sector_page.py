"""The sector sheet as one page: both languages, one small picture a perimeter, every figure with its date and source."""

from __future__ import annotations

import base64
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup, escape

from prakas.publication.fonts import FONT_FAMILY, HEAVIEST, LIGHTEST, web_font
from prakas.publication.numbers import grouped
from prakas.publication.page import environment

LANGUAGES = ("en", "km")
WIDTH, HEIGHT, BASE = 300, 120, 98
FIRST, LAST = 2000, 2026
NEAR = 34  # from one figure to the next, so that a label stays clear of a bar
# What is drawn: the unit tells people from dollars. Shares of different definitions are not drawn side by side.
DRAWN = ("loans", "borrowers", "accounts", "deposits")


@cache
def spoken() -> dict[str, Any]:
    """Return the words of the page by key and language."""
    return yaml.safe_load((Path(__file__).parent / "sector_words.yaml").read_text("utf-8"))


def say(key: str, **values: object) -> dict[str, str]:
    """Return a text in both languages, its placeholders filled."""
    return {language: str(spoken()[key][language]).format(**values) for language in LANGUAGES}


def word(group: str, key: str) -> dict[str, str]:
    """Return a word of one of the lists in both languages."""
    return spoken()[group][key]


def shown(value: str, unit: str, how: str = "exact") -> dict[str, str]:
    """Return a figure as people read it: about USD 2.4 billion."""
    number = grouped(value) if "." not in value else value
    with_unit = {language: text.format(value=number) for language, text in spoken()["units"][unit].items()}
    return {language: text.format(value=with_unit[language]) for language, text in spoken()["how"][how].items()}


def write_sector_page(sheet: dict[str, Any], out: Path) -> None:
    """Write the sector sheet as one HTML file, in place of one that stands there."""
    font = base64.b64encode(web_font()).decode("ascii")
    face = (
        f"@font-face {{ font-family: '{FONT_FAMILY}'; font-weight: {LIGHTEST} {HEAVIEST}; font-display: swap; "
        f'src: url("data:font/woff2;base64,{font}") format("woff2"); unicode-range: U+1780-17FF, U+200B-200D; }}'
    )
    style = (Path(__file__).parent / "templates" / "report.css").read_text("utf-8")
    text = (
        environment()
        .get_template("sector.html")
        .render(
            sheet=sheet,
            say=say,
            word=word,
            charts=[(measure, panels(sheet, measure)) for measure in DRAWN],
            perimeters=[{**one, "rows": rows(sheet, one["id"])} for one in sheet["perimeters"]],
            style=Markup(f"{face}\n{style}"),  # noqa: S704 - our own files
        )
    )
    out.write_text(text, "utf-8")


def rows(sheet: dict[str, Any], perimeter: str) -> list[dict[str, Any]]:
    """Return the lines of one perimeter's table in order of time: what was published, then what we worked out of it."""
    published = [
        {**figure, "measure": series["measure"], "text": shown(figure["value"], figure["unit"], figure["how"]), "ours": None}
        for series in sheet["series"]
        if series["perimeter"] == perimeter
        for figure in series["figures"]
    ]
    ours = [
        {**one, "text": _ours(one), "note": {}, "confidence": "", "ours": say("ours", of="{of}"), "base": word("of", one["of"])}
        for one in sheet["computed"]
        if one["perimeter"] == perimeter
    ]
    ends = {one["when"]: one["ends_on"] for one in published}
    return sorted([*published, *ours], key=lambda one: (ends[one["when"]], one["when"], one["sources"], bool(one["ours"])))


def _ours(one: dict[str, Any]) -> dict[str, str]:
    billions = Decimal(one["value"]) / 1_000_000_000
    return (
        shown(str(billions.normalize() if billions % 1 else billions.quantize(Decimal("0.1"))), "usd_bn", "about")
        if (billions >= 1)
        else shown(one["value"], "usd")
    )


def panels(sheet: dict[str, Any], measure: str) -> list[dict[str, Any]]:
    """Return one picture a series of a measure (in dollars or people), all on one scale; never two series in one picture."""
    names = {one["id"]: one for one in sheet["perimeters"] if one["kind"] != "civil_society"}  # these stand apart
    found = [
        one
        for one in sheet["series"]
        if one["measure"] == measure and one["unit"] in {"usd", "count"} and one["perimeter"] in names
    ]
    tallest = max((Decimal(f["amount"]) for one in found for f in one["figures"]), default=Decimal(1))
    return [
        {
            "name": names[one["perimeter"]]["name"],
            "sources": sorted({tag for figure in one["figures"] for tag in figure["sources"]}),
            "picture": panel(one["figures"], tallest, names[one["perimeter"]]["name"]["en"], measure),
        }
        for one in found
    ]


def panel(figures: list[dict[str, Any]], tallest: Decimal, name: str, measure: str) -> Markup:
    """Return the figures of one series as bars at their dates; the sentence for those who do not see it holds them all."""
    parts = [f'<line class="axis" x1="4" y1="{BASE}" x2="{WIDTH - 4}" y2="{BASE}"/>']
    tops: list[tuple[float, float]] = []  # place and top of each bar, where the figure stands in time and nowhere else
    for one in figures:
        years = int(one["ends_on"][:4]) + int(one["ends_on"][5:7]) / 12
        x = 10 + (years - FIRST) * (WIDTH - 40) / (LAST - FIRST)
        high = max(float(Decimal(one["amount"]) / tallest) * (BASE - 26), 1.0)
        tops.append((x, BASE - high))
        parts.append(f'<rect class="under" x="{x - 2:.1f}" y="{BASE - high:.1f}" width="4" height="{high:.1f}"/>')
    if figures:  # the last figure alone is written out, above whatever stands near it; the table has them all
        x = tops[-1][0]
        y = min(top for place, top in tops if x - place < NEAR) - 5
        text = shown(figures[-1]["value"], figures[-1]["unit"])["en"]
        label = escape(text.replace("USD ", "").replace(" million", " m").replace(" billion", " bn"))
        parts.append(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{label}</text>')
    for year in (2005, 2010, 2015, 2020, 2025):
        x = 10 + (year - FIRST) * (WIDTH - 40) / (LAST - FIRST)
        parts.append(f'<text x="{x:.1f}" y="{HEIGHT - 6}" text-anchor="middle">{year}</text>')
    told = "; ".join(f"{one['when']}: {shown(one['value'], one['unit'], one['how'])['en']}" for one in figures)
    label = escape(f"{word('measures', measure)['en']}, {name}. {told}")
    return Markup(f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>')  # noqa: S704 - every text is escaped above
