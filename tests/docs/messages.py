"""The messages that a user can meet: as the page lists them, and as the code makes them."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from prakas import errors
from tests.house.repository import PACKAGE, ROOT, modules, parsed

PAGE = (ROOT / "docs" / "how-to" / "messages.md").read_text("utf-8")
ROW = re.compile(r"^\| (`+)(?P<message>.+?)\1 \| (?P<why>.+?) \| (?P<mend>.+?) \|$", re.MULTILINE)


def one_line(text):
    return " ".join(text.split())


@dataclass(frozen=True)
class Told:
    """A line of the page."""

    section: str
    message: str  # words in braces stand for anything
    why: str
    mend: str

    @property
    def pattern(self):
        return re.compile(r".+?".join(re.escape(part) for part in re.split(r"\{\w+\}", self.message)), re.DOTALL)


def told():
    """Every line of the page."""
    return [
        Told(section.partition("\n")[0], row["message"].replace("\\|", "|"), row["why"], row["mend"])
        for section in PAGE.split("\n## ")[1:]
        for row in ROW.finditer(section)
    ]


@dataclass(frozen=True)
class Made:
    """A place in the code that makes a message."""

    place: str  # file and function
    parts: tuple[str, ...]  # its own words; between them stands what a run fills in
    is_read: bool = True  # whether its words could be found

    @property
    def words(self):
        """The longest of its own words: with the place, what it is known by."""
        return max(self.parts, key=len)

    @property
    def is_sentence(self):
        """Whether it has words of its own; else it passes on a sentence that was made elsewhere."""
        return self.is_read and len(re.findall(r"[a-z]", "".join(self.parts))) > 10

    @property
    def pattern(self):
        # What follows from line to line in a message follows by a space on the page.
        return re.compile(r".*?".join(re.sub(r"(\\?\s)+", r"\\s+", re.escape(part)) for part in self.parts), re.DOTALL)


def words_of(node):
    """The fixed parts of a text or f-string; None where it is neither."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return (node.value,)
    if isinstance(node, ast.JoinedStr):
        parts = [""]
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts[-1] += value.value
            elif (inner := words_of(value.value)) is not None and len(inner) == 1:
                parts[-1] += inner[0]
            else:
                parts.append("")
        return tuple(parts)
    return None


def made_in(path):
    """Every message that is made in a file: of our errors, of wrong values of options, of a tape refused among many, of faults."""
    kinds = {*errors.__all__, "BadParameter"}
    found = {}
    for function in ast.walk(parsed(path)):
        if not isinstance(function, ast.FunctionDef):
            continue
        place = f"{path.relative_to(PACKAGE).as_posix()}:{function.name}"
        for node in ast.walk(function):
            message = None
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in kinds:
                message = node.args[0]
            elif isinstance(node, ast.Call) and ast.unparse(node.func) == "intake.refuse":
                message = node.args[1]
            elif isinstance(node, ast.Return) and function.name == "_explained" and isinstance(node.value, ast.Tuple):
                message = node.value.elts[0]
            if message is not None:
                words = words_of(assigned(message, function))
                if words and ast.unparse(node).startswith("typer.BadParameter"):
                    words = ("Invalid value for '", f"': {words[0]}", *words[1:])
                # The innermost function is walked last, and is the place that counts.
                found[node.lineno, node.col_offset] = Made(place, words or (ast.unparse(message),), words is not None)
    return list(found.values())


def assigned(node, function):
    """What a name was last given in a function before it is used; anything else as it is."""
    if not isinstance(node, ast.Name):
        return node
    before = [
        a
        for a in ast.walk(function)
        if isinstance(a, ast.Assign) and a.lineno < node.lineno and [ast.unparse(t) for t in a.targets] == [node.id]
    ]
    return max(before, key=lambda a: a.lineno).value if before else node


def made():
    """Every message that the code makes."""
    return [one for path in modules() if path.name != "errors.py" for one in made_in(path)]
