"""Charts as inline SVG: live text, no script, a sentence for those who do not see them."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup, escape

from prakas.publication.language import Language
from prakas.publication.loan_sums import HIGHEST_BIN, PriceSums

WIDTH, HEIGHT = 372, 190
LEFT, RIGHT, TOP, BOTTOM = 8, 8, 30, 26
PLACES = range(-1, HIGHEST_BIN + 1)  # below 0, (0,1] ... (59,60], above
TICKS = (0, 12, 24, 36, 48)


def _x(percent: float) -> float:
    return round(LEFT + (percent + 1) * (WIDTH - LEFT - RIGHT) / len(PLACES), 1)


def histogram(price: PriceSums, ceilings: list[Decimal], words: Language, kind: str) -> Markup:
    """Return loans by rate in steps of one percent a year; below, loans under a ceiling, above them those agreed without one."""
    tallest = max((price.bins[True][k] + price.bins[False][k] for k in PLACES), default=0)
    base = HEIGHT - BOTTOM
    parts = _bars(price, min(ceilings, default=None), tallest, words) if tallest else []
    for ceiling in ceilings:
        x = _x(float(ceiling))
        label = escape(words.say("price.ceiling_label", percent=words.percent(ceiling, 0)))
        parts.append(f'<line class="limit" x1="{x}" y1="14" x2="{x}" y2="{base}"/>')
        parts.append(f'<text class="limit" x="{x + 4}" y="22">{label}</text>')
    parts.append(f'<line class="axis" x1="{LEFT}" y1="{base}" x2="{WIDTH - RIGHT}" y2="{base}"/>')
    parts += [f'<text x="{_x(tick)}" y="{HEIGHT - 8}" text-anchor="middle">{tick}</text>' for tick in TICKS]
    end = escape(words.say("price.axis", highest=HIGHEST_BIN))
    parts.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{end}</text>')
    if tallest:
        tall = escape(words.say("price.tallest", loans=words.number(tallest)))
        parts.append(f'<text x="{LEFT}" y="12">{tall}</text>')
    name = escape(words.say("price.alt", kind=words.say(f"price.kinds.{kind}")))
    return Markup(f'<svg class="histogram" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}">{"".join(parts)}</svg>')  # noqa: S704 - every text is escaped above


def _bars(price: PriceSums, ceiling: Decimal | None, tallest: int, words: Language) -> list[str]:
    """Return the bars, each with a sentence; those of loans above the lowest ceiling are set apart."""
    room, base = HEIGHT - TOP - BOTTOM, HEIGHT - BOTTOM
    wide = round(_x(1) - _x(0) - 0.6, 1)
    parts = []
    for k in PLACES:
        top = float(base)
        for is_under, name in ((True, "under"), (False, "free")):
            count = price.bins[is_under][k]
            if count:
                high = max(round(count * room / tallest, 1), 1.0)
                top = round(top - high, 1)
                shade = "above" if is_under and ceiling is not None and ceiling <= k else name
                which = words.say(f"price.{name}")
                said = words.say("price.bar", range=_range(k, price.room, words), loans=words.number(count), which=which)
                shape = f'<rect class="{shade}" x="{_x(k)}" y="{top}" width="{wide}" height="{high}">'
                parts.append(f"{shape}<title>{escape(said)}</title></rect>")
    return parts


def _range(place: int, room: Decimal, words: Language) -> str:
    low, high = (words.number(Decimal(edge) + room) for edge in (place, place + 1))
    if place < 0:
        return words.say("price.at_most", percent=high)
    if place >= HIGHEST_BIN:
        return words.say("price.more_than", percent=low)
    return words.say("price.between", low=low, high=high)
