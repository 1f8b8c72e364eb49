"""The chart of a plan's months as inline SVG: live text, no script, a sentence for those who do not see it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

WIDTH, HEIGHT, BOTTOM, TOP = 372, 170, 24, 10


def months_chart(months: list[dict[str, Any]], name: dict[str, str]) -> Markup:
    """Return what is delayed so far at the end of each month as bars (below the line: more was paid than the old schedule asks)."""
    values = [float(one["so_far"]) for one in months]
    high, low = max([*values, 0.0]), min([*values, 0.0])
    room = HEIGHT - TOP - BOTTOM
    span = (high - low) or 1.0
    zero = TOP + room * high / span
    wide = (WIDTH - 8) / max(1, len(values))
    parts = []
    for n, (one, value) in enumerate(zip(months, values, strict=True)):
        length = max(abs(value) * room / span, 1.0)
        y = zero - length if value >= 0 else zero
        said = f"{one['month']} ({one['ends_on'].isoformat()}): {value:,.0f}"
        shape = f'<rect x="{4 + n * wide:.1f}" y="{y:.1f}" width="{max(wide - 2, 1):.1f}" height="{length:.1f}" fill="#2f6577">'
        parts.append(f"{shape}<title>{escape(said)}</title></rect>")
        if n % max(1, len(values) // 8) == 0:
            parts.append(f'<text x="{4 + (n + 0.5) * wide:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{one["month"]}</text>')
    parts.append(f'<line class="axis" x1="4" y1="{zero:.1f}" x2="{WIDTH - 4}" y2="{zero:.1f}" stroke="#1b2430"/>')
    label = escape(f"{name['en']} / {name['km']}")
    return Markup(f'<svg class="months" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>')  # noqa: S704 - every text is escaped above
