"""A folder of cases: its workbooks opened, and files put into it, sealed for those who may read them or plain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
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
        content = _content(path)
        return unseal(content, self.identities, path.name) if is_sealed(content) else content

    def unsealed(self, path: Path) -> bytes:
        """Return what a sealed file holds. Raises FilingError, which names the file alone, also where it is not sealed."""
        return unseal(_content(path), self.identities, path.name)

    def put(self, folder: Path, name: str, content: bytes) -> Path:
        """Write a file whole, sealed and padded where there are recipients, and return its path."""
        if not self.recipients:
            write_whole(folder / name, content)
            return folder / name
        path = folder / f"{name}{SEALED}"
        write_whole(path, seal(padded(content, name), self.recipients))
        return path


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise FilingError(f"{path.name}: the file cannot be read ({fault.strerror}). Look at its permissions.") from fault


@dataclass(frozen=True)
class Opened:
    """The cases of some files or folders, by the name of their file, and the files that could not be read, each with a sentence."""

    cases: tuple[tuple[str, Filled], ...]
    refused: tuple[tuple[str, str], ...]


def workbooks(paths: Sequence[Path]) -> list[Path]:
    """Return the workbooks that some files and folders hold, plain and sealed, by name. Raises FilingError where there is none."""
    found: list[Path] = []
    for path in dict.fromkeys(paths):
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith((".", "~$")))
            found += [one for one in inside if one.name.removesuffix(SEALED).endswith(WORKBOOK)]
        elif path.exists():
            found.append(path)
        else:
            raise FilingError(f"{path}: nothing is there. Name a workbook of a case, or a folder of them.")
    if not found:
        places = ", ".join(str(path) for path in paths)
        raise FilingError(f"{places}: there is no workbook (.xlsx or .xlsx.age) in it. Make one with: prakas case new FOLDER")
    return list({path.resolve(): path for path in found}.values())  # a folder and a file of it: the file once


def cases_in(paths: Sequence[Path], keeper: Keeper) -> Opened:
    """Return the cases of some files and folders. One bad file stops none; Raises FilingError where not one can be read."""
    read: list[tuple[str, Filled]] = []
    refused: list[tuple[str, str]] = []
    files = workbooks(paths)
    times = Counter(path.name for path in files)
    for path in files:
        name = path.name if times[path.name] == 1 else f"{path.parent.name}/{path.name}"
        try:
            read.append((name, read_case(keeper.opened(path), name)))
        except FilingError as fault:
            refused.append((name, str(fault)))
    numbered = defaultdict(list)
    for name, filled in read:
        numbered[filled.case.case_id].append(name)
    kept = []
    for name, filled in read:
        wrong = _misnumbered(name, filled.case.case_id, numbered)
        if wrong:
            refused.append((name, str(wrong)))
        else:
            kept.append((name, filled))
    if not kept:
        raise none_left([sentence for _, sentence in refused])
    return Opened(tuple(kept), tuple(refused))


def _misnumbered(name: str, case_id: str, numbered: Mapping[str, Sequence[str]]) -> FilingError | None:
    """Return what is wrong with a file's case number, by which its rows are told from those of others; None for nothing."""
    if not case_id:
        return FilingError(
            f"{name}: there is no case number that can be used. Write the one from 'prakas case new' into the sheet household."
        )
    others = ", ".join(other for other in numbered[case_id] if other != name)
    if others:
        return FilingError(
            f"{name}: the case number is also that of {others}, so neither is used. Leave one out, or write its own number into "
            "the sheet household."
        )
    return None


def none_left(sentences: Sequence[str]) -> FilingError:
    """Return what is said where not one workbook can be used, each for a reason of its own."""
    first = sentences[0]
    if len(sentences) == 1:
        return FilingError(first)
    return FilingError(f"None of the {len(sentences)} workbooks can be used. The first: {first}")
