"""What is known of the sector from published figures alone, and what lenders did about six demands. It needs no tape."""

from __future__ import annotations

from prakas.sector.answers import Answer, Demand, read_answers, read_demands
from prakas.sector.published import Figure, Published, Series, read_published, series_of
from prakas.sector.sheet import sector_lines, sector_sheet

__all__ = [
    "Answer",
    "Demand",
    "Figure",
    "Published",
    "Series",
    "read_answers",
    "read_demands",
    "read_published",
    "sector_lines",
    "sector_sheet",
    "series_of",
]
