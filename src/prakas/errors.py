"""The four families of errors that a user can meet: a sentence and an exit code, never a traceback."""

from __future__ import annotations

__all__ = ["EngineError", "FilingError", "PrakasError", "RulebookError"]


class PrakasError(Exception):
    """What is wrong, where, why it matters and what to do, in one or two sentences."""

    exit_code = 2


class RulebookError(PrakasError):
    """A file of the law (ours or a deployer's) cannot be used."""


class FilingError(PrakasError):
    """A tape, register, mapping or other file that a user names cannot be used as a whole."""


class EngineError(PrakasError):
    """The engine failed on an expression of ours; carries the name of the step and its SQL, never a row."""

    exit_code = 3
