"""A folder of cases: its workbooks opened, and files put into it, sealed for those who may read them or plain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prakas.case.reading import read_case
from prakas.case.record import Filled
from prakas.case.sealing import SEALED, is_sealed, padded, read_identities, seal, unseal, write_whole
from prakas.errors import FilingError

WORKBOOK = ".xlsx"


@dataclass(frozen=True)
class Keeper:
    """Who may read what is written (age recipients; empty: it is kept plain), and the keys that open what is sealed."""

    recipients: tuple[str, ...] = ()
    identities: tuple[Any, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, recipients: Sequence[str] | None, key: Path | None) -> Keeper:
        """Return the keeper for what a user gave. Raises FilingError for a key file or a recipient that cannot be used."""
        keeper = cls(tuple(recipients or ()), read_identities(key) if key else ())
        if keeper.recipients:
            seal(b"", keeper.recipients)  # said before the work, not after it
        return keeper

    def opened(self, path: Path) -> bytes:
        """Return what a file holds, unsealed where it is sealed. Raises FilingError, which names the file alone."""
        try:
            content = path.read_bytes()
        except OSError as fault:
            raise FilingError(f"{path.name}: the file cannot be read ({fault.strerror}). Look at its permissions.") from fault
        if not is_sealed(content):
            return content
        if not self.identities:
            raise FilingError(f"{path.name} is sealed. Name the file with your age key: --key FILE.")
        try:
            return unseal(content, self.identities)
        except FilingError as fault:
            raise FilingError(f"{path.name}: {fault}") from None

    def put(self, folder: Path, name: str, content: bytes) -> Path:
        """Write a file whole, sealed and padded where there are recipients, and return its path."""
        if not self.recipients:
            write_whole(folder / name, content)
            return folder / name
        path = folder / f"{name}{SEALED}"
        write_whole(path, seal(padded(content, name), self.recipients))
        return path


@dataclass(frozen=True)
class Opened:
    """The cases of some files or folders, by the name of their file, and the files that could not be read, each with a sentence."""

    cases: tuple[tuple[str, Filled], ...]
    refused: tuple[tuple[str, str], ...]


def workbooks(paths: Sequence[Path]) -> list[Path]:
    """Return the workbooks that some files and folders hold, plain and sealed, by name. Raises FilingError where there is none."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith((".", "~$")))
            found += [one for one in inside if one.name.removesuffix(SEALED).endswith(WORKBOOK)]
        elif path.exists():
            found.append(path)
        else:
            raise FilingError(f"'{path.name}' does not exist. Name a workbook of a case, or a folder of them.")
    if not found:
        raise FilingError("There is no workbook (.xlsx or .xlsx.age) in it. Make one with: prakas case new FOLDER")
    return found


def cases_in(paths: Sequence[Path], keeper: Keeper) -> Opened:
    """Return the cases of some files and folders. One bad file stops none; Raises FilingError where not one can be read."""
    read: list[tuple[str, Filled]] = []
    refused: list[tuple[str, str]] = []
    for path in workbooks(paths):
        try:
            read.append((path.name, read_case(keeper.opened(path), path.name)))
        except FilingError as fault:
            refused.append((path.name, str(fault)))
    names = defaultdict(list)
    for name, filled in read:
        names[filled.case.case_id].append(name)
    twice = {name for case_id, all_of in names.items() if len(all_of) > 1 or not case_id for name in all_of}
    for name in sorted(twice):
        reason = "it has no case number, or another file has the same one. Give each case its own number, from `prakas case new`."
        refused.append((name, f"{name}: {reason}"))
    kept = tuple((name, filled) for name, filled in read if name not in twice)
    if not kept:
        raise FilingError(
            refused[0][1] if len(refused) == 1 else f"None of the {len(refused)} files can be used. {refused[0][1]}"
        )
    return Opened(kept, tuple(refused))
