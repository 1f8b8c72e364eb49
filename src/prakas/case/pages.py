"""Draws a sheet as a page for a screen and as two pages for print, from the same content."""

from __future__ import annotations

import base64
from dataclasses import asdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from prakas.case.sheet import Bars, Curve, Sheet
from prakas.publication import typeset, web_font

HERE = Path(__file__).parent / "templates"

ABOVE, BELOW = "#b5452c", "#2f6577"  # both dark enough beside white


@cache
def _templates() -> Environment:
    return Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@cache
def _font() -> str:
    return base64.b64encode(web_font()).decode("ascii")


def sheet_html(sheet: Sheet) -> str:
    """Return a sheet as one page that needs nothing else: font, style and pictures are in it, and it runs no script."""
    style = (HERE / "sheet.css").read_text("utf-8")
    ours = {"font": Markup(_font()), "css": Markup(style), "bars": bars_svg, "curve": curve_svg}  # noqa: S704 - no word of a case
    return _templates().get_template("sheet.html").render(sheet=sheet, **ours)


def sheet_pdf(sheet: Sheet) -> bytes:
    """Return a sheet as a PDF of A4 pages."""
    return typeset((HERE / "sheet.typ").read_text("utf-8"), asdict(sheet))


def bars_svg(bars: Bars) -> Markup:
    """Return rates as bars with the ceiling as a line. Wide enough for a phone; the figures stand in the table too."""
    left, wide, row = 8, 384, 46
    top = max([value for _, value, _ in bars.bars] + ([bars.limit] if bars.limit is not None else [])) * 1.2 or 1.0
    high = row * len(bars.bars) + 24
    parts = []
    for k, (label, value, text) in enumerate(bars.bars):
        y = k * row
        color = ABOVE if bars.limit is not None and value > bars.limit else BELOW
        length = max(wide * max(value, 0.0) / top, 1)
        parts.append(f'<text x="{left}" y="{y + 15}">{escape(label)}: {escape(text)}</text>')
        parts.append(f'<rect x="{left}" y="{y + 21}" width="{length:.1f}" height="18" fill="{color}"/>')
    if bars.limit is not None:
        x = left + wide * bars.limit / top
        for k in range(len(bars.bars)):  # beside each bar, and clear of the words above it
            parts.append(
                f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{k * row + 19}" y2="{k * row + 41}" stroke="#111" stroke-width="3"/>'
            )
        anchor = "middle" if 80 < x < 320 else "end" if x >= 320 else "start"
        parts.append(f'<text x="{x:.1f}" y="{high - 6}" text-anchor="{anchor}">{escape(bars.limit_text)}</text>')
    else:
        parts.append(f'<text x="{left}" y="{high - 6}">{escape(bars.limit_text)}</text>')
    return _figure(bars.caption, 400, high, parts)


def curve_svg(curve: Curve) -> Markup:
    """Return what was due and what was received, added up over time."""
    wide, high = 400, 150

    def path(points: object, color: str, dash: str) -> str:
        line = " ".join(f"{x * wide:.1f},{10 + (high - 10) * (1 - y):.1f}" for x, y in points)  # type: ignore[attr-defined]
        return f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2.5"{dash}/>'

    parts = [
        f'<path d="M0 0V{high}H{wide}" fill="none" stroke="#111"/>',
        path(curve.due, BELOW, ' stroke-dasharray="6 4"'),
        path(curve.received, ABOVE, ""),
        f'<text x="0" y="{high + 18}">{escape(curve.first)}</text>',
        f'<text x="{wide}" y="{high + 18}" text-anchor="end">{escape(curve.last)}</text>',
        f'<line x1="0" x2="30" y1="{high + 36}" y2="{high + 36}" stroke="{BELOW}" stroke-width="2.5" stroke-dasharray="6 4"/>',
        f'<text x="38" y="{high + 40}">{escape(curve.due_text)}</text>',
        f'<line x1="200" x2="230" y1="{high + 36}" y2="{high + 36}" stroke="{ABOVE}" stroke-width="2.5"/>',
        f'<text x="238" y="{high + 40}">{escape(curve.received_text)}</text>',
    ]
    return _figure(curve.caption, wide, high + 48, parts)


def _figure(caption: str, wide: int, high: int, parts: list[str]) -> Markup:
    body = "".join(parts)
    return Markup(  # noqa: S704 - every text in it was escaped above
        f'<figure><figcaption>{escape(caption)}</figcaption><svg viewBox="0 0 {wide} {high}" role="img" aria-label="{escape(caption)}">'
        f"{body}</svg></figure>"
    )
