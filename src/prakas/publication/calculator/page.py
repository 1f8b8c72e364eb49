"""The calculator's page as text: template, style, script, words, font and law in one file that asks for nothing else."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prakas.jurisdictions import Pack, pack
from prakas.publication.calculator.law import law_of
from prakas.publication.fonts import FONT_FAMILY, HEAVIEST, LIGHTEST, web_font
from prakas.rulebook import rulebook

HERE = Path(__file__).parent
LEAST_IN_BASE = 20_000_00  # hundredths: no loan is of fewer riel, so that a smaller number is another currency
LANGUAGES = ("km", "en")  # the first is the one the page opens in
SCRIPTS = ("calendar.js", "solver.js", "numbers.js", "reading.js", "price.js", "picture.js", "telling.js", "asking.js")


def write_calculator(file: Path, day: date, law: Path | None = None) -> None:
    """Write the page to a file. Raises RulebookError where the law cannot be used, OSError where the file cannot be written."""
    file.write_text(calculator_page(day, law), "utf-8")


def calculator_page(day: date, law: Path | None = None) -> str:
    """Return the page as made for a day, with a deployer's values of the law in place where a folder is given. Equal input gives equal text."""
    country = pack()
    made = {"day": day.isoformat(), **currencies(country), **law_of(rulebook(country, law), day)}
    words = {code: words_in(code) for code in LANGUAGES}
    script = script_text({"MADE": made, "WORDS": words})
    style = (HERE / "calculator.css").read_text("utf-8")
    font = font_face()
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("calculator.html").render(
        words=words,
        opening=LANGUAGES[0],
        currencies=country.code_words["currency"],
        policy=policy(scripts=[script], styles=[style, font]),
        script=Markup(script),  # noqa: S704 - our own files, and JSON without a closing tag
        style=Markup(style),  # noqa: S704 - our own file
        font=Markup(font),  # noqa: S704 - made here
    )


def currencies(country: Pack) -> dict[str, Any]:
    """Return the currencies with their words, and the unit to which lenders round payments, in hundredths."""
    return {
        "base": country.base_currency,
        "other": next(code for code in country.code_words["currency"] if code != country.base_currency),
        "leastBase": LEAST_IN_BASE,
        "currencies": country.code_words["currency"],
        "units": country.rounding_unit,
        "unit": country.rounding_unit_default,
    }


@cache
def words_in(code: str) -> dict[str, Any]:
    """Return the words of one language."""
    words: dict[str, Any] = yaml.safe_load((HERE / "words" / f"{code}.yaml").read_text("utf-8"))
    return words


def script_text(constants: dict[str, Any]) -> str:
    """Return the one script of the page: constants as JSON, then our files, in a scope of their own."""
    given = [f"const {name} = {json_text(value)};" for name, value in constants.items()]
    parts = [(HERE / name).read_text("utf-8") for name in SCRIPTS]
    return "\n".join(["(function () {", '"use strict";', *given, *parts, "})();"])


def json_text(content: Any) -> str:
    """Return JSON that can stand inside a script: no tag can end it, no line end is hidden in it."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def font_face() -> str:
    """Return the style that carries the font."""
    source = f'url("data:font/woff2;base64,{b64encode(web_font()).decode()}") format("woff2")'
    return f'@font-face {{ font-family: "{FONT_FAMILY}"; font-weight: {LIGHTEST} {HEAVIEST}; src: {source}; }}'


def policy(scripts: list[str], styles: list[str]) -> str:
    """Return the content security policy: these scripts and styles, fonts within the page, and nothing from anywhere."""
    allowed = {"script-src": scripts, "style-src": styles}
    parts = [f"{kind} {' '.join(fingerprint(text) for text in texts)}" for kind, texts in allowed.items()]
    return "; ".join(["default-src 'none'", *parts, "font-src data:", "img-src data:", "base-uri 'none'", "form-action 'none'"])


def fingerprint(text: str) -> str:
    """Return the hash by which a policy knows an inline script or style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
