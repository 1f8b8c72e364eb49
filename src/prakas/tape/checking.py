"""Reads tapes only to say what is wrong with them."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable, Sequence
from dataclasses import replace as changed
from datetime import date
from pathlib import Path

from prakas.errors import FilingError
from prakas.jurisdictions import Pack
from prakas.tape.seal import Sealed, quiet, seal


def check(
    tapes: Sequence[Path],
    *,
    audit_date: date,
    out: Path | None = None,
    pack: Pack | None = None,
    mapping: Path | None = None,
    register: Path | None = None,
    replace: bool = False,
    progress: Callable[[str, int], None] = quiet,
) -> Sealed:
    """Return what sealing says of some tapes; the sealed tape itself is thrown away.

    `out` gets edits.csv and returned/, whole or not at all; without it they live as long as what is returned. Raises FilingError as
    sealing does, and where `out` is there already and may not be replaced.
    """
    if out is not None and out.exists() and not replace:
        raise FilingError(f"'{out.name}' is there already and stays as it is. Choose another --out, or add --replace.")
    if out is not None and not out.absolute().parent.is_dir():
        raise FilingError(
            f"There is no folder '{out.absolute().parent.name}' to put '{out.name}' in. Make it first, or choose another --out."
        )
    near = None if out is None else out.absolute().parent
    folder = Path(tempfile.mkdtemp(prefix=".prakas-check-", suffix=".partial", dir=near))
    done = False
    try:
        sealed = seal(
            tapes,
            folder,
            audit_date=audit_date,
            work=folder / "work",
            pack=pack,
            mapping=mapping,
            register=register,
            progress=progress,
        )
        shutil.rmtree(folder / "work")
        shutil.rmtree(sealed.folder)
        if out is not None:
            sealed = _put(sealed, folder, out)
        done = True
    finally:
        if not done:
            shutil.rmtree(folder, ignore_errors=True)
    if out is None:
        weakref.finalize(sealed, shutil.rmtree, folder, ignore_errors=True)
    return sealed


def _put(sealed: Sealed, folder: Path, out: Path) -> Sealed:
    if out.is_dir():
        shutil.rmtree(out)
    elif out.exists():
        raise FilingError(f"'{out.name}' is a file; results are a folder. Choose another --out.")
    folder.chmod(0o755)
    folder.rename(out)
    return changed(sealed, folder=out / "sealed", edits=out / "edits.csv", returned=out / "returned")
