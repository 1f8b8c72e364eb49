"""The rulebook: every parameter and instrument of a country, read strictly, with one hash over all that it says."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from prakas.errors import RulebookError
from prakas.jurisdictions import Pack
from prakas.rulebook.instrument_file import instrument, sources_list
from prakas.rulebook.overrides import Confirmation, added_instruments, overridden
from prakas.rulebook.parameter_file import Known, parameter
from prakas.rulebook.records import Instrument, Parameter, Source
from prakas.rulebook.yaml_file import display_name, read_yaml, yaml_files

SOURCES = "sources.yaml"
NAME = re.compile(r"[a-z][a-z0-9_]*")
LANGUAGES = ("en", "km")
LENDER_KINDS = ("unregistered", "registered", "licensed", "licensed_deposit_taking", "bank")


@dataclass(frozen=True)
class Rulebook:
    """All the law of a country as dated data.

    `hash`: sha256 over everything read (labels, notes and confirmed values too), the same for the same content on any machine.
    `version`: the latest day on which somebody looked at the sources of one of our values.
    """

    parameters: Mapping[str, Parameter]
    instruments: Mapping[str, Instrument]
    sources: Mapping[str, Source]
    confirmations: tuple[Confirmation, ...]
    languages: tuple[str, ...]
    version: str
    hash: str

    def __getitem__(self, identifier: str) -> Parameter:
        """Return a parameter. Raises RulebookError naming the nearest ids where there is none."""
        if identifier in self.parameters:
            return self.parameters[identifier]
        near = get_close_matches(identifier, self.parameters, n=3, cutoff=0.5)
        hint = f"Near it are {', '.join(near)}." if near else '"prakas law" lists them all.'
        message = f'The rulebook has no parameter "{identifier}". {hint}'
        raise RulebookError(message)

    def __contains__(self, identifier: object) -> bool:
        """Whether there is a parameter of that id."""
        return identifier in self.parameters

    @property
    def confirmed(self) -> list[dict[str, Any]]:
        """What `--law DIR` changed, as it stands in audit.json; empty where nothing was given."""
        return [one.record() for one in self.confirmations]


def load(
    law_folder: Path,
    instruments_folder: Path,
    overrides: Path | None = None,
    *,
    languages: tuple[str, ...] = LANGUAGES,
    lender_kinds: tuple[str, ...] = LENDER_KINDS,
) -> Rulebook:
    """Return the rulebook in two folders, with a deployer's values in place where a third is given. Raises RulebookError."""
    sources = read_sources(instruments_folder)
    known = Known(languages, lender_kinds, read_instruments(instruments_folder, languages, sources), sources)
    parameters = read_parameters(law_folder, known)
    confirmations: tuple[Confirmation, ...] = ()
    if overrides is not None:
        yaml_files(overrides)  # refuses a folder that is not there before anything in it is named
        known = replace(known, instruments={**known.instruments, **added_instruments(overrides, known)})
        parameters, confirmations = overridden(overrides, parameters, known)
    content = [parameters, known.instruments, sources]
    return Rulebook(
        parameters=parameters,
        instruments=known.instruments,
        sources=sources,
        confirmations=confirmations,
        languages=languages,
        version=max(one.confirmed_on for one in parameters.values()).isoformat(),
        hash=sha256(canonical(content).encode()).hexdigest(),
    )


def rulebook(pack: Pack, overrides: Path | None = None) -> Rulebook:
    """Return a country's rulebook; read once a process where no folder of a deployer is given. Raises RulebookError."""
    if overrides is not None:
        return load(pack.law, pack.instruments, overrides, languages=pack.languages, lender_kinds=pack.codes["status"])
    return of_folders(pack.law, pack.instruments, pack.languages, pack.codes["status"])


@cache
def of_folders(law: Path, instruments: Path, languages: tuple[str, ...], lender_kinds: tuple[str, ...]) -> Rulebook:
    """The rulebook of two folders, kept in memory: a pack itself cannot be a key of a cache."""
    return load(law, instruments, languages=languages, lender_kinds=lender_kinds)


def read_sources(folder: Path) -> dict[str, Source]:
    """The sources by tag."""
    yaml_files(folder)
    return sources_list(f"{folder.name}/{SOURCES}", read_yaml(folder / SOURCES, f"{folder.name}/{SOURCES}"))


def read_instruments(folder: Path, languages: tuple[str, ...], sources: Mapping[str, Source]) -> dict[str, Instrument]:
    """The instruments by their name, which is the name of the file."""
    found = {}
    for file in yaml_files(folder):
        if file.name != SOURCES:
            name = display_name(file, folder)
            found[file.stem] = instrument(file.stem, name, read_yaml(file, name), languages, sources)
    if not found:
        message = f'"{folder.name}": the folder holds no instrument. Put one YAML file an instrument in it, beside sources.yaml.'
        raise RulebookError(message)
    return found


def read_parameters(folder: Path, known: Known) -> dict[str, Parameter]:
    """The parameters by their id: the path of the file, with dots."""
    found = {}
    for file in yaml_files(folder):
        name = display_name(file, folder)
        parts = file.relative_to(folder).with_suffix("").parts
        if not all(NAME.fullmatch(part) for part in parts):
            message = f"{name}: the path cannot be an id. Use small letters, digits and underscores, as in price/annual_rate_ceiling.yaml."
            raise RulebookError(message)
        found[".".join(parts)] = parameter(".".join(parts), name, read_yaml(file, name), known)
    if not found:
        message = f'"{folder.name}": the folder holds no parameter. Put one YAML file a figure in it; see docs/how-to/add-a-parameter.md.'
        raise RulebookError(message)
    return found


def canonical(content: Any) -> str:
    """The one JSON text of some content: keys sorted, dates as ISO text, no blanks."""
    return json.dumps(plain(content), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def plain(content: Any) -> Any:
    """The content as lists, mappings, texts and numbers."""
    if is_dataclass(content) and not isinstance(content, type):
        return {name: plain(getattr(content, name)) for name in content.__dataclass_fields__}
    if isinstance(content, Mapping):
        return {key: plain(value) for key, value in content.items()}
    if isinstance(content, (list, tuple)):
        return [plain(item) for item in content]
    return content.isoformat() if isinstance(content, date) else content
