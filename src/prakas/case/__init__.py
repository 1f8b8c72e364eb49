"""One household's case: the form, its reading and checking, its way into a tape, and the sheet that comes of it."""

from __future__ import annotations

from prakas.case.casework import Done, check_cases, new_case, open_folder, seal_folder, write_sheets, write_tape
from prakas.case.conversion import CaseTape, tape_of
from prakas.case.examples import example, example_names, example_workbook
from prakas.case.folder import Keeper
from prakas.case.reading import read_case

__all__ = [
    "CaseTape",
    "Done",
    "Keeper",
    "check_cases",
    "example",
    "example_names",
    "example_workbook",
    "new_case",
    "open_folder",
    "read_case",
    "seal_folder",
    "tape_of",
    "write_sheets",
    "write_tape",
]
