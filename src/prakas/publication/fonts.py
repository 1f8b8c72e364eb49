"""The font that pages and sheets carry: Noto Sans Khmer, cut down for pages, whole for sheets that are typeset."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Final

import fontpkg_noto_sans_khmer
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

# As it is named in CSS and by typesetters.
FONT_FAMILY: Final = "Noto Sans Khmer"

LIGHTEST, HEAVIEST = 400, 700
LATIN = range(0x20, 0x7F)
KHMER = (*range(0x1780, 0x17DE), *range(0x17E0, 0x17EA))  # letters, signs and digits; the rest of the block counts lunar days
# No-break space, zero-width space and joiners (between Khmer words), the circle that carries a lone sign, and punctuation.
SIGNS = (0xA0, 0x200B, 0x200C, 0x200D, 0x25CC, *map(ord, "·×÷°«»–—‘’“”…−€"))


def font_folder() -> Path:
    """Return the folder with the one whole font file, for typst (``font_paths``, with ``ignore_system_fonts=True``) and others."""
    return Path(fontpkg_noto_sans_khmer.ROOT) / "files"


def font_file() -> Path:
    """Return the whole font file: every weight and width, Khmer and Latin."""
    (file,) = font_folder().glob("*.ttf")
    return file


@cache
def web_font() -> bytes:
    """Return the font for pages as woff2: Khmer, plain Latin and our punctuation, weights 400 to 700, one width. Equal bytes in every run."""
    font = TTFont(font_file(), recalcTimestamp=False)
    narrowed = saved(instantiateVariableFont(font, {"wdth": 100, "wght": (LIGHTEST, HEAVIEST)}))
    options = Options()
    options.layout_features = ["*"]  # Khmer is shaped by them
    options.hinting = False
    cut = TTFont(io.BytesIO(narrowed), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LATIN, *KHMER, *SIGNS])
    subsetter.subset(cut)
    cut.flavor = "woff2"
    return saved(cut)


def saved(font: TTFont) -> bytes:
    """Return a font as the bytes of a file."""
    room = io.BytesIO()
    font.save(room)
    return room.getvalue()
