"""Compiles the arithmetic of this room to machine code once, and keeps the result in a folder that nobody else can write."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numba

Function = TypeVar("Function", bound=Callable[..., Any])


def cache_folders() -> Iterator[Path]:
    """Yield the places where compiled code may be kept, best first: NUMBA_CACHE_DIR, the XDG cache, the home folder."""
    chosen = os.environ.get("NUMBA_CACHE_DIR", "")
    if chosen:
        yield Path(chosen)
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    if Path(xdg).is_absolute():
        yield Path(xdg, "prakas", "compiled")
    home = Path(os.environ.get("HOME", ""))
    if home.is_absolute() and home.is_dir():
        yield home / ".cache" / "prakas" / "compiled"


def is_private(folder: Path) -> bool:
    """Return whether the folder is ours alone and writable; it is made, with mode 0700, where it is missing.

    Entries of the cache are pickles, so reading one runs it: a folder that another user owns is refused, and so is one
    that others could write to and that already holds something.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        seen = folder.stat()
        if seen.st_uid != os.getuid() or (seen.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and any(folder.iterdir())):
            return False
        folder.chmod(0o700)
    except OSError:
        return False
    return os.access(folder, os.R_OK | os.W_OK | os.X_OK)


def sources_digest() -> str:
    """Return a digest of every file of the house that holds compiled functions.

    Numba looks only at the file of the function itself. Machine code of a caller holds that of the functions it calls, so
    without this a change in one file would leave the old arithmetic in the cached code of another.
    """
    digest = hashlib.sha256(numba.__version__.encode())
    for file in sorted(Path(__file__).parents[1].glob("*/*.py")):
        content = file.read_bytes()
        if b"compiled(" in content:
            digest.update(f"{file.parent.name}/{file.name}\0".encode() + content)
    return digest.hexdigest()[:16]


def cache_folder() -> Path | None:
    """Return the folder for the compiled code of these very sources, or None: then it is compiled afresh in every run."""
    try:
        name = sources_digest()
    except OSError:
        return None
    return next((folder / name for folder in cache_folders() if is_private(folder) and is_private(folder / name)), None)


CACHE_FOLDER = cache_folder()
if CACHE_FOLDER is not None:
    # Read when a function is decorated, so it holds even where numba was imported by somebody else before us.
    numba.config.CACHE_DIR = str(CACHE_FOLDER)


def compiled(signature: str | Sequence[str]) -> Callable[[Function], Function]:
    """Return a decorator that compiles a function for the given types at once (so that no first call waits), without the lock.

    Division by zero gives infinity or NaN as in numpy. No fast maths: the same input gives the same bits. Arrays that come
    from Arrow are read-only; ``READ_ONLY`` names such an argument and takes a writable array too.
    """
    signatures = signature if isinstance(signature, str) else list(signature)
    decorator: Callable[[Function], Function] = numba.njit(
        signatures, cache=CACHE_FOLDER is not None, nogil=True, error_model="numpy"
    )
    return decorator


# float64, one dimension, contiguous, not written to: for use inside a signature.
READ_ONLY = "Array(float64, 1, 'C', readonly=True)"
