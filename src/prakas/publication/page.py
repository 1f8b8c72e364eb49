"""The page as text: templates filled with what is given, every value escaped, the style in the page itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prakas.publication.language import Language

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """Return the templates' environment: escapes everything, and stops at a name that is not given."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def page(content: dict[str, Any], words: Language) -> str:
    """Return the whole page in one language. Equal content gives equal text."""
    style = Markup((TEMPLATES / "report.css").read_text("utf-8"))  # noqa: S704 - our own file
    spoken = {"say": words.say, "number": words.number, "percent": words.percent, "day": words.day, "word": words.code_word}
    template = environment().get_template("report.html")
    return template.render(**content, **spoken, language=words.code, style=style)
