"""Opens a .zip without trusting it: names that leave the folder, and files that swell, are refused."""

from __future__ import annotations

import errno
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from prakas.errors import FilingError

MOST_ENTRIES = 10_000
MOST_BYTES = 64 << 30  # what one archive may unpack to
FREE_BYTES = 64 << 20  # below this the ratio is not looked at: small repetitive books compress well
MOST_RATIO = 200  # unpacked bytes for one packed; real books come to 5 to 40
CHUNK = 1 << 20

_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def check_archive(path: Path) -> None:
    """Raise FilingError where a .zip (or .xlsx, which is one) is broken, leaves its folder or is a bomb."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, path)
    except _UNREADABLE as fault:
        raise _broken(path) from fault


def unpack(path: Path, folder: Path) -> Path:
    """Return the folder that a .zip was unpacked to. Raises FilingError where it is broken or not to be trusted."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, path)
            for entry in archive.infolist():
                if not entry.is_dir():
                    _write(archive, entry, folder.joinpath(*PurePosixPath(entry.filename).parts), path)
    except _UNREADABLE as fault:
        if isinstance(fault, OSError) and fault.errno == errno.ENOSPC:
            raise  # the disk is full; nothing is wrong with the archive
        raise _broken(path) from fault
    return folder


def _check(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise FilingError(f"{path.name}: the archive has {len(entries):,} entries; a tape has a few. Send only the tables.")
    for entry in entries:
        name = entry.filename
        if name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts:
            raise FilingError(
                f"{path.name}: an entry's name leads out of the folder. Pack the tape again, with plain file names."
            )
    unpacked = sum(e.file_size for e in entries)
    packed = sum(e.compress_size for e in entries)
    if unpacked > MOST_BYTES or (unpacked > FREE_BYTES and unpacked > MOST_RATIO * max(packed, 1)):
        raise FilingError(
            f"{path.name}: {packed:,} packed bytes would become {unpacked:,}, which no book does. Send the files unpacked."
        )


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, path: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with archive.open(entry) as source, target.open("wb") as file:
        while chunk := source.read(CHUNK):
            left -= len(chunk)
            if left < 0:  # the directory of the archive lied about its size
                raise FilingError(f"{path.name}: an entry is longer than it says. Pack the tape again.")
            file.write(chunk)


def _broken(path: Path) -> FilingError:
    return FilingError(f"{path.name}: the archive cannot be read; it may be cut off or locked with a password. Send it again.")
