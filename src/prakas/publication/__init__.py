"""Turns results into sentences, tables and pages for people. It computes no figure that is not in the result."""

from __future__ import annotations

from prakas.publication.calculator import write_calculator
from prakas.publication.checked import check_lines
from prakas.publication.example import Example, worked_example
from prakas.publication.fonts import web_font
from prakas.publication.language import Language
from prakas.publication.numbers import grouped
from prakas.publication.progress import Progress
from prakas.publication.reform_page import write_reform_page
from prakas.publication.relief_lines import relief_check_lines, relief_lines
from prakas.publication.relief_page import write_relief_page
from prakas.publication.report import write_report
from prakas.publication.rulelist import rule_lines, rule_table
from prakas.publication.rulepage import rule_files
from prakas.publication.sector_page import write_sector_page
from prakas.publication.summary import summary_lines
from prakas.publication.typesetting import typeset

__all__ = [
    "Example",
    "Language",
    "Progress",
    "check_lines",
    "grouped",
    "relief_check_lines",
    "relief_lines",
    "rule_files",
    "rule_lines",
    "rule_table",
    "summary_lines",
    "typeset",
    "web_font",
    "worked_example",
    "write_calculator",
    "write_reform_page",
    "write_relief_page",
    "write_report",
    "write_sector_page",
]
