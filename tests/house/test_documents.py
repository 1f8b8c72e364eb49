"""What the documents promise holds: set-up commands, links, and every block of code."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.house.repository import ROOT, shown, with_ending

PAGES = with_ending(".md")
FENCE = re.compile(r"^( *)(`{3,})([^\n`]*)\n(.*?)^\1\2 *$", re.MULTILINE | re.DOTALL)
NOT_RUN = re.compile(r"<!-- not run: \S.+ -->\s*\Z")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    kind: str  # sh, python, csv, text …
    name: str  # the file that a block of data becomes
    text: str
    is_run: bool


def blocks(text):
    found = []
    for match in FENCE.finditer(text):
        kind, _, name = match.group(3).strip().partition(" ")
        found.append(Block(kind, name.strip(), match.group(4), not NOT_RUN.search(text[: match.start()])))
    return found


def commands(block):
    """The command lines of a block, lines that end in a backslash joined."""
    return [
        line.strip()
        for line in block.text.replace("\\\n", " ").splitlines()
        if line.strip() and not line.lstrip().startswith("#")
    ]


def test_the_readme_holds_exactly_two_set_up_commands():
    lines = [line for block in blocks((ROOT / "README.md").read_text("utf-8")) if block.kind == "sh" for line in commands(block)]
    assert [line.split("#")[0].strip() for line in lines] == ["python3 run.py demo", "python3 run.py test"]


def test_the_readme_is_one_screen():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 60


def anchors(text):
    """The headings of a page as links name them."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_link_leads_somewhere(page):
    text = FENCE.sub("", page.read_text("utf-8"))
    lost = []
    for target in LINK.findall(text):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there.read_text("utf-8"))):
            lost.append(target)
    assert lost == []


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_block_of_code_says_what_it_is(page):
    nameless = [block.text[:60] for block in blocks(page.read_text("utf-8")) if not block.kind]
    assert nameless == []


def told(pattern, output):
    """Whether an output is what a page shows; … stands for anything, also for several lines."""
    parts = [re.escape(part) for part in pattern.strip().split("…")]
    return re.fullmatch(r"[\s\S]*?".join(parts), output.strip()) is not None


RUNNABLE = [p for p in PAGES if any(b.is_run and b.kind in {"sh", "python"} for b in blocks(p.read_text("utf-8")))]


@pytest.mark.parametrize("page", [p for p in RUNNABLE if p.name != "README.md"], ids=shown)
def test_the_code_of_a_page_does_what_the_page_shows(page, tmp_path):
    """From an empty folder: files are written, commands run, and a block of text after one is its standard output."""
    script = tmp_path / ".bin" / "prakas"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m prakas "$@"\n')
    script.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "COLUMNS": "120",
        "NO_COLOR": "1",
    }
    output = None
    for block in blocks(page.read_text("utf-8")):
        if not block.is_run:
            output = None
        elif block.kind in {"csv", "yaml", "json"} and block.name:
            target = tmp_path / block.name
            assert tmp_path in target.resolve().parents
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, "utf-8")
        elif block.kind == "sh":
            output = ""
            for line in commands(block):
                done = subprocess.run(
                    ["/bin/sh", "-c", line],
                    cwd=tmp_path,
                    env=environment,
                    capture_output=True,
                    text=True,
                    check=False,
                    timeout=120,
                )
                expected = re.search(r"# exit code (\d)$", line)
                assert done.returncode == int(expected.group(1) if expected else 0), f"{line}\n{done.stdout}{done.stderr}"
                output += done.stdout
        elif block.kind == "python":
            done = subprocess.run(
                [sys.executable, "-c", block.text], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            output = done.stdout
        elif block.kind == "text" and output is not None:
            assert told(block.text, output), f"{shown(page)} shows\n{block.text}\nand the output was\n{output}"
            output = None


@pytest.mark.parametrize(
    ("pattern", "output", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a … d", "a b\nc d", True),
        ("a …", "b a c", False),
        ("a", "a b", False),
        ("1.5 %", "125 %", False),
    ],
)
def test_a_shown_output_is_compared_to_the_letter(pattern, output, same):
    assert told(pattern, output) is same


def test_a_block_is_left_out_only_with_a_reason():
    page = "<!-- not run: needs a folder of your own -->\n```sh\nprakas audit mine\n```\n\n```sh\nprakas --version\n```\n"
    assert [block.is_run for block in blocks(page)] == [False, True]
    assert blocks("<!-- not run: -->\n```sh\nx\n```\n")[0].is_run
