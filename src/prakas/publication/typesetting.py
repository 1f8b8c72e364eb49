"""Typesets pages for print: a template and its data in, a PDF out, with our font alone, so that every machine gives the same page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import typst

from prakas.publication.fonts import font_folder

NO_DAY = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)  # the same content gives the same bytes, whatever the clock says


def typeset(template: str, files: Mapping[str, bytes]) -> bytes:
    """Return the PDF of a typst template that reads its data from files beside it, by name. The template is ours, data is never markup."""
    inputs: dict[str, bytes] = {"main.typ": template.encode(), **files}
    return typst.compile(
        inputs,
        font_paths=[font_folder()],
        ignore_system_fonts=True,
        timestamp=int(NO_DAY.timestamp()),
    )
