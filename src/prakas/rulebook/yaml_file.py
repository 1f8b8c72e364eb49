"""Reads one YAML file strictly: text, whole numbers, dates, lists and mappings; everything else is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from prakas.errors import RulebookError

if TYPE_CHECKING:
    Loader = yaml.SafeLoader
else:
    Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where there is one: ten times as fast

PLAIN_INTEGER = re.compile(r"0|[1-9]\d{0,8}")
# The C reader goes down one stack frame a level and would crash; our deepest file has six levels.
MOST_BRACKETS = 1_000
NESTED_ON_A_LINE = re.compile(rb"([-?:][ \t]+){20}")
JUDGED_BY_KEY = tuple(f"tag:yaml.org,2002:{tag}" for tag in ("int", "float", "bool"))
LARGEST_FILE = 200_000  # bytes; our longest is under 4,000


class StrictLoader(Loader):
    """Reads only what the rulebook needs, and refuses a key that is written twice (YAML itself would keep the last one)."""

    is_keyed = (
        False  # numbers with decimals, long numbers and bare yes or no come as the text in the file: the key's reader judges them
    )

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Return the mapping of a node. Raises a YAML error where a key occurs twice."""
        pairs = [(self.construct_object(key, deep=True), key) for key, _ in node.value]
        seen: set[Any] = set()
        for key, key_node in pairs:
            if not isinstance(key, str) or key in seen:
                problem = f'the key "{key}" occurs twice' if isinstance(key, str) else f"the key {key!r} is not text"
                raise yaml.constructor.ConstructorError(None, None, problem, key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def refuse_type(loader: StrictLoader, node: yaml.Node) -> Any:
    """Raise a YAML error: numbers with decimals would pass through a float, and a bare yes or no is not text."""
    if loader.is_keyed and isinstance(node, yaml.ScalarNode) and node.tag in JUDGED_BY_KEY:
        return loader.construct_scalar(node)
    problem = f'"{getattr(node, "value", "")}" is not text; put it in quotes'
    raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


def plain_integer(loader: StrictLoader, node: yaml.ScalarNode) -> Any:
    """Return a whole number in plain digits; YAML would also read 030 as 24 and 1:30 as 90."""
    if not PLAIN_INTEGER.fullmatch(node.value):
        return refuse_type(loader, node)
    return int(node.value)


def real_day(loader: StrictLoader, node: yaml.ScalarNode) -> Any:
    """Return a date; one that the calendar does not have is refused with its line."""
    try:
        return loader.construct_yaml_timestamp(node)
    except ValueError as error:
        raise yaml.constructor.ConstructorError(
            None, None, f'"{node.value}" is not a day of the calendar', node.start_mark
        ) from error


StrictLoader.add_constructor("tag:yaml.org,2002:int", plain_integer)
StrictLoader.add_constructor("tag:yaml.org,2002:timestamp", real_day)
for tag in ("float", "bool", "set", "omap", "pairs", "binary", "merge"):
    StrictLoader.add_constructor(f"tag:yaml.org,2002:{tag}", refuse_type)


def display_name(file: Path, folder: Path) -> str:
    """The name of a file in messages: from its rulebook folder on, never a whole machine path."""
    return f"{folder.name}/{file.relative_to(folder).as_posix()}"


def read_yaml(
    file: Path,
    name: str,
    shape: str = 'A file of the rulebook is a list of lines "key: value"; see docs/how-to/add-a-parameter.md.',
    *,
    is_keyed: bool = False,
) -> dict[str, Any]:
    """Return the mapping in a YAML file. Raises RulebookError naming the file, the line and the mend.

    `shape` says what the file should be; with `is_keyed` a scalar of the wrong type is left to the reader of its key.
    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        message = f"{name}: the file cannot be read ({error.strerror}). Check that it is there and that you may read it."
        raise RulebookError(message) from error
    if len(raw) > LARGEST_FILE:
        message = (
            f"{name}: the file is larger than {LARGEST_FILE:,} bytes, which no figure of the law needs. Give one figure a file."
        )
        raise RulebookError(message)
    if raw.count(b"[") + raw.count(b"{") > MOST_BRACKETS or NESTED_ON_A_LINE.search(raw):
        message = f"{name}: the file is not YAML that can be read: it is nested too deeply. Give one figure a file."
        raise RulebookError(message)
    try:
        loader = StrictLoader(raw.decode("utf-8-sig"))
        loader.is_keyed = is_keyed
        content = loader.get_single_data()
    except UnicodeDecodeError as error:
        message = f"{name}: the file is not UTF-8 text. Save it again as UTF-8."
        raise RulebookError(message) from error
    except (yaml.YAMLError, ValueError) as error:
        message = f"{name}: the file is not YAML that can be read: {problem_of(error)}. Mend that line and try again."
        raise RulebookError(message) from error
    if not isinstance(content, dict):
        message = f"{name}: the file holds no keys. {shape}"
        raise RulebookError(message)
    return content


def problem_of(error: Exception) -> str:
    """What the YAML reader complains of, with its line."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error).splitlines()[0].rstrip(".")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files under a folder, in the order of their names. Raises RulebookError for a name that would be passed over."""
    if not folder.is_dir():
        message = f'"{folder.name}": there is no such folder. Name a folder that holds YAML files of the rulebook.'
        raise RulebookError(message)
    found = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    for file in found:
        if file.suffix != ".yaml" and file.suffix.lower() in {".yml", ".yaml", ".json"}:
            message = f'{display_name(file, folder)}: the file would not be read. Give it the ending ".yaml".'
            raise RulebookError(message)
    return [file for file in found if file.suffix == ".yaml"]
