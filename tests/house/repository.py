"""What the tests of the house read: the places of the repository, its files and its Python."""

from __future__ import annotations

import ast
import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "prakas"
LEFT_OUT = {".git", ".venv", ".venv-dev", "__pycache__", "prakas-demo"}

# From the top stair down; what stands beside another does not know it.
ROOMS = (
    "case",
    "publication",
    "sample",
    "fineract",
    "relief",
    "sector",
    "comparison",
    "audit",
    "rules",
    "facts",
    "tape",
    "engine",
    "rulebook",
    "jurisdictions",
)


@functools.cache
def text_files() -> tuple[Path, ...]:
    """Every file of ours that is text: what git holds or would hold; the whole tree where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split("\0")
        paths = [ROOT / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [p for p in ROOT.rglob("*") if p.is_file() and not LEFT_OUT & set(p.relative_to(ROOT).parts)]
    found = (p for p in paths if p.is_file() and not LEFT_OUT & set(p.relative_to(ROOT).parts))
    return tuple(sorted(p for p in found if b"\0" not in p.read_bytes()[:8000]))


def with_ending(*endings: str) -> list[Path]:
    return [p for p in text_files() if p.suffix in endings]


@functools.cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> list[tuple[int, str]]:
    """Line and full name of every import in a file, those inside functions too; `from a import b` gives both a and a.b."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            found += [(node.lineno, base), *((node.lineno, f"{base}.{alias.name}") for alias in node.names)]
        elif isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            called = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if called in {"import_module", "__import__"} and node.args and isinstance(node.args[0], ast.Constant):
                found.append((node.lineno, str(node.args[0].value)))
    return found


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
