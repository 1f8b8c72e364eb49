"""A folder that appears whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prakas.errors import FilingError

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot."""
    try:
        swap = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = swap(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE)
    return bool(done == 0)


def _put_in_place(partial: Path, target: Path) -> None:
    if not target.exists():
        partial.rename(target)
    elif _exchange(partial, target):
        shutil.rmtree(partial)
    else:
        old = target.with_name(f"{target.name}.old")
        target.rename(old)
        partial.rename(target)
        shutil.rmtree(old)
    _sync(target.parent)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the one lock for a folder; the system frees it when a process dies, so no lock is ever stale."""
    path = target.with_name(f".{target.name}.lock")
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            message = f"Another run is writing '{target.name}' at this moment. Wait for it, or choose another folder with --out."
            raise FilingError(message) from fault
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


@contextmanager
def whole_folder(target: Path, *, replace: bool | None = False) -> Iterator[Path]:
    """Give a folder to write in; on leaving it stands under its name, whole, or (after an error) not at all.

    `replace` None: the command has no such option, so none is offered.
    Raises FilingError, before any work, where the name is taken and may not be replaced, where its parent is missing, or
    where another run holds it. A folder left by a run that was killed is cleared.
    """
    target = target.absolute()
    if not target.parent.is_dir():
        message = f"There is no folder '{target.parent.name}' to put '{target.name}' in. Make it first, or choose another --out."
        raise FilingError(message)
    try:
        with _locked(target):
            old = target.with_name(f"{target.name}.old")
            if old.exists() and not target.exists():
                old.rename(target)  # a run was cut off between the two steps
            if target.exists() and not replace:
                message = f"'{target.name}' is there already and stays as it is. Choose another --out, or add --replace."
                if replace is None:
                    message = f"'{target.name}' is there already and stays as it is. Choose another --out, or move it away."
                raise FilingError(message)
            if target.exists() and not target.is_dir():
                message = f"'{target.name}' is a file; results are a folder. Choose another --out."
                raise FilingError(message)
            yield from _written(target)
    except OSError as fault:
        raise _explained(fault, target) from fault


def _written(target: Path) -> Iterator[Path]:
    partial = target.with_name(f"{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700)
    try:
        yield partial
        for folder, _, files in os.walk(partial):
            for name in files:
                _sync(Path(folder) / name)
            _sync(Path(folder))
        partial.chmod(0o755)
        _put_in_place(partial, target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _explained(fault: OSError, target: Path) -> Exception:
    if fault.errno == errno.ENOSPC:
        return FilingError(
            f"There is no room left on the disk for '{target.name}'; nothing was written. Free some, or use another disk."
        )
    if fault.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return FilingError(f"'{target.name}' may not be written here; nothing was written. Choose another --out.")
    return fault
