"""Keeps a case under age encryption: sealed for some recipients, padded so that its size says little, written whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import re
import secrets
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pyrage

from prakas.errors import FilingError

STEP: Final = 32 << 10  # sizes come in steps of so many bytes
SEALED: Final = ".age"
MARKS_OF_AGE: Final = (b"age-encryption.org/v1", b"-----BEGIN AGE ENCRYPTED FILE-----")  # plain, and as letters: age --armor
LONGEST_COMMENT: Final = 0xFFFF  # of a zip
# Endings after which blanks at the end change nothing for any reader.
BLANKS: Final = {".html": b" ", ".csv": b"\n", ".json": b" ", ".txt": b"\n", ".md": b"\n", ".yaml": b"\n"}
ZIPPED: Final = (".xlsx", ".zip")
LAST_OF_PDF: Final = re.compile(rb"startxref\s+([0-9]+)\s+%%EOF\s*\Z")

LETTERS: Final = "BCDFGHJKMNPQRTVWXY"  # no vowels, so that no word comes out by chance; nothing that looks like another
DIGITS: Final = "2346789"


def new_case_id() -> str:
    """Return a random number for a case, such as K7M2-9QXD: about 34 bits, nothing in it about anybody."""
    pairs = [secrets.choice(LETTERS) + secrets.choice(DIGITS) for _ in range(2)]
    tail = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(3)) + secrets.choice(LETTERS)
    return f"{''.join(pairs)}-{tail}"


def padded(content: bytes, name: str) -> bytes:
    """Return a file made longer, so that its size is a whole number of steps; it opens as before.

    A workbook or .zip is padded in the comment at its end, a PDF by a comment before its last lines, a text by blanks after its
    end. Raises FilingError for another kind of file, since nobody knows how to lengthen it without harm, and for a damaged one.
    """
    ending = Path(name).suffix.lower()
    if ending in BLANKS:
        return content + BLANKS[ending] * (-len(content) % STEP)
    if ending in ZIPPED:
        # Once more where the archive came out of a program that writes its directory in another way than we do.
        made = _longer_zip(_longer_zip(content, name), name)
    elif ending == ".pdf":
        made = _longer_pdf(content, name)
    else:
        raise FilingError(
            f"{name}: a file of this kind cannot be made longer without harm, and its size would tell of the case. "
            "Give it a name that ends in .csv, .html, .json, .pdf, .xlsx or .zip."
        )
    return made


def _longer_zip(content: bytes, name: str) -> bytes:
    room = io.BytesIO(content)
    if not zipfile.is_zipfile(room):  # to what is no archive, one would be appended
        raise _damaged(name)
    try:
        with zipfile.ZipFile(room, "a") as archive:
            length = len(archive.comment) + -len(content) % STEP
            if length > LONGEST_COMMENT:
                raise _damaged(name)
            archive.comment = b" " * length
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise _damaged(name) from fault
    return room.getvalue()


def _longer_pdf(content: bytes, name: str) -> bytes:
    """Readers look for the end of a PDF in its last kilobyte, so the end is said once more after the padding."""
    found = LAST_OF_PDF.search(content)
    if found is None:
        raise _damaged(name)
    end = b"\nstartxref\n" + found[1] + b"\n%%EOF\n"
    return content + b"\n%" + b" " * (-(len(content) + 2 + len(end)) % STEP) + end


def _damaged(name: str) -> FilingError:
    return FilingError(f"{name}: the file is damaged, so it cannot be sealed. Save it again in a spreadsheet and try once more.")


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    """Return a content that only the holders of the recipients' keys can open, with any age tool. Raises FilingError."""
    if not recipients:
        raise FilingError("Nobody is named who may open what is sealed. Name at least one age recipient: --seal age1…")
    return bytes(pyrage.encrypt(content, [_recipient(text, at) for at, text in enumerate(recipients, 1)]))


def _recipient(text: str, at: int) -> Any:
    plain = text.strip()
    if plain.upper().startswith("AGE-SECRET-KEY-"):
        raise FilingError(f"Recipient {at} is a secret key. Keep that one to yourself and name the line that begins with age1.")
    try:
        return pyrage.x25519.Recipient.from_str(plain)
    except Exception:  # noqa: BLE001 - what the library raises is not said, since it may repeat the text
        raise FilingError(
            f"Recipient {at} is no age recipient. It begins with age1 and comes from age-keygen; copy the whole line."
        ) from None


def read_identities(path: Path) -> tuple[Any, ...]:
    """Return the secret keys of an age identity file, with its comments left out. Raises FilingError, without any of the file."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise FilingError(f"{path.name}: the key file cannot be read as text. Name the file that age-keygen wrote.") from None
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            found.append(pyrage.x25519.Identity.from_str(line.strip()))
        except Exception:  # noqa: BLE001 - what the library raises is not said, since it may repeat the key
            raise FilingError(
                f"{path.name}, line {number}: this is no secret key of age. Such a line begins with AGE-SECRET-KEY-1; "
                "name the file that age-keygen wrote."
            ) from None
    if not found:
        raise FilingError(f"{path.name}: the file has no secret key. Name the file that age-keygen wrote.")
    return tuple(found)


def is_sealed(content: bytes) -> bool:
    """Whether a content begins as an age file does."""
    return content.startswith(MARKS_OF_AGE)


def unseal(content: bytes, identities: Sequence[Any], name: str) -> bytes:
    """Return what was sealed. Raises FilingError, which names the file alone: no sealed file, no key, a wrong one, or damage."""
    if not is_sealed(content):
        raise FilingError(f"{name}: the file is not sealed with age, whatever its name says. Take it out of the folder.")
    if not identities:
        raise FilingError(f"{name}: the file is sealed. Name the file with your age key: --key FILE.")
    try:
        return bytes(pyrage.decrypt(content, list(identities)))
    except Exception:  # noqa: BLE001 - the library tells damage and a wrong key apart by words only
        raise FilingError(
            f"{name}: the file cannot be opened; it was sealed for another key, or is damaged. Name the key file of its recipient."
        ) from None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all: what was there before stays until the new one is complete."""
    hidden = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        handle = os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            hidden.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                hidden.unlink()
            raise
    except OSError as fault:
        raise FilingError(f"{path.name}: the file cannot be written there. Look at the folder and its permissions.") from fault
