"""The page of the commands leaves nothing out, and what it says of streams and exit codes is so."""

from __future__ import annotations

import importlib.util
import json
import re
from typing import Annotated

import pytest
import typer

from prakas import facts
from tests.house.repository import ROOT
from tests.tape import made

PAGE = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## prakas ([\w-]+(?: [\w-]+)?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def build():
    spec = importlib.util.spec_from_file_location("build_docs", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_planted(build, command):
    """The builder with a command line that has one command more."""
    whole = typer.Typer()
    whole.registered_commands = [*build.app.registered_commands]
    whole.registered_groups = [*build.app.registered_groups]
    whole.command(name="planted")(command)
    build.app = whole
    return build


def test_every_command_has_a_heading_and_every_argument_and_option_a_line(build):
    commands = build.commands_of(typer.main.get_command(build.app))
    assert list(SECTIONS) == list(commands)
    for name, command in commands.items():
        cells = re.findall(r"^\| `([^`]+)` \|[^|]*\| (.*?) \|", SECTIONS[name], re.MULTILINE)
        told = {label.rstrip("…").lower(): meaning for label, meaning in cells}
        assert told == {p.opts[0]: p.help for p in command.params}


def test_a_command_without_a_description_stops_the_build(build):
    def command():
        """Do nothing."""

    with pytest.raises(ValueError, match="differ in planted"):
        with_planted(build, command).commands_page()


def test_an_option_that_does_not_say_what_it_is_for_stops_the_build(build, monkeypatch, tmp_path):
    def command(silent: Annotated[bool, typer.Option("--silent")] = False):
        """Do nothing."""

    (tmp_path / "reference").mkdir()
    for name in ("commands.yaml", "reference/commands-intro.txt"):
        (tmp_path / name).write_bytes((ROOT / "docs" / name).read_bytes())
    with (tmp_path / "commands.yaml").open("a") as file:
        file.write("planted:\n  stdout: nothing\n  writes: nothing\n")
    monkeypatch.setattr(build, "DOCS", tmp_path)
    with pytest.raises(ValueError, match="--silent of prakas planted"):
        with_planted(build, command).commands_page()


def exit_codes(text):
    return {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}


def test_the_page_names_all_exit_codes_there_are():
    every = PAGE.split("\n## ")[0]
    assert exit_codes(every) == {0, 2, 3, 130}
    assert {name: exit_codes(text) for name, text in SECTIONS.items() if exit_codes(text)} == {
        "audit": {0, 1},
        "check": {0, 1},
        "compare": {0, 1},
        "compare-months": {0, 1},
        "tape from-fineract": {0, 1},
        "demo": {0},
        "case check": {0, 1},
        "case sheet": {0, 1},
        "case tape": {0, 1},
        "relief": {0, 1},
        "relief check": {0, 1},
    }


LATE = made.BOOK["loans"].replace("2020-02-15", "2020-02-30")  # nobody lends on 30 February: one row goes back
STEP = re.compile(r" *\d+\.\d s  \S.*")


def steps(err):
    """Whether standard error holds steps and nothing else."""
    return bool(err) and all(STEP.fullmatch(line) for line in err.splitlines())


@pytest.mark.parametrize(("loans", "code"), [(made.BOOK["loans"], 0), (LATE, 1)], ids=["kept", "returned"])
def test_check_and_audit_end_with_1_where_a_row_was_returned(prakas, tmp_path, loans, code):
    made.folder(tmp_path / "tape", {**made.BOOK, "loans": loans})
    ended, out, err = prakas("check", "tape", "--date", "2020-06-30", "--out", "checked")
    assert (ended, "V002" in out, err) == (code, code == 1, "")
    written = {p.relative_to(tmp_path / "checked").as_posix() for p in (tmp_path / "checked").rglob("*.csv")}
    assert ("edits.csv" in written, "returned/loans.csv" in written) == (True, code == 1)
    ended, out, err = prakas("audit", "tape", "--date", "2020-06-30", "--out", "result")
    assert (ended, out.splitlines()[-1], steps(err)) == (code, "result/report.html", True)


def test_without_a_folder_check_leaves_nothing(prakas, tmp_path):
    made.folder(tmp_path / "tape")
    assert prakas("check", "tape", "--date", "2020-06-30")[0] == 0
    assert [p.name for p in tmp_path.iterdir()] == ["tape"]


def test_what_a_command_prints_is_its_result_and_nothing_goes_to_standard_error(prakas, tmp_path):
    made.folder(tmp_path / "tape")
    (tmp_path / "flows.csv").write_text("amount,on\n1000,2024-01-01\n-1100,2024-12-31\n")
    (tmp_path / "key").write_bytes(bytes(range(33, 73)))
    (tmp_path / "key").chmod(0o600)
    code, out, err = prakas("map", "tape")
    assert (code, out.splitlines()[0][0], err) == (0, "#", "")
    assert prakas("map", "--out", "mapping.yaml", "tape") == (0, "mapping.yaml\n", "")
    assert prakas("template", "--level", "0", "book.xlsx") == (0, "book.xlsx\n", "")
    code, out, err = prakas("pseudonymize", "tape", "--key", "key", "--out", "shared")
    assert (code, out.splitlines()[-1], err) == (0, "shared", "")
    code, out, err = prakas("rate", "flows.csv")
    assert (code, json.loads(out)["status"], err) == (0, "ok", "")


@pytest.mark.parametrize("command", ["law", "rules"])
def test_law_and_rules_are_printed_as_lines_or_as_json(prakas, command):
    code, out, err = prakas(command, "--date", "2020-06-30")
    assert (code, len(out.splitlines()) > 20, err) == (0, True, "")
    code, out, err = prakas(command, "--date", "2020-06-30", "--json")
    assert (code, len(json.loads(out)) > 10, err) == (0, True, "")


def test_one_figure_of_the_law_has_its_history(prakas):
    code, out, err = prakas("law", "price.annual_rate_ceiling")
    assert (code, "2017-04-01" in out, err) == (0, True, "")


def test_a_rule_has_three_lines(prakas):
    lines = prakas("rules", "--date", "2020-06-30")[1].splitlines()
    assert [line.startswith("    ") for line in lines] == [False, True, True] * (len(lines) // 3)


def test_a_sample_prints_its_folder(prakas):
    code, out, err = prakas("sample", "sector", "--loans", "1000")
    assert (code, out, steps(err)) == (0, "sector\n", True)


@pytest.mark.slow
def test_the_demonstration_ends_with_0_although_rows_are_returned(prakas, tmp_path):
    for _ in range(2):
        code, out, err = prakas("demo", "--loans", "1000")
        lines = out.splitlines()
        assert (code, "made up" in lines[0], lines[-1], steps(err)) == (0, True, "prakas-demo/audit/report.html", True)
    assert sorted(p.name for p in (tmp_path / "prakas-demo").iterdir()) == ["audit", "sector"]
    assert list((tmp_path / "prakas-demo" / "audit" / "returned").iterdir())


def test_wrong_use_ends_with_2_and_shows_the_usage(prakas):
    for arguments in (["audit", "tape"], ["template", "book.xlsx", "--level", "4"], ["no-command"], ["law", "--dated"]):
        code, out, err = prakas(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("Usage: prakas ")
        assert "\nError: " in err


@pytest.mark.parametrize(("fault", "code"), [(RuntimeError("x"), 3), (KeyboardInterrupt(), 130)])
def test_a_fault_of_ours_ends_with_3_and_being_stopped_with_130(prakas, monkeypatch, fault, code):
    def fails(*_):
        raise fault

    monkeypatch.setattr(facts, "rate_json", fails)
    ended, out, err = prakas("rate", "flows.csv")
    assert (ended, out, "Traceback" in err) == (code, "", False)


def test_with_the_variable_a_run_that_stops_shows_where(prakas, monkeypatch):
    monkeypatch.setenv("PRAKAS_DEBUG", "1")
    with pytest.raises(BaseException, match=r"flows\.csv cannot be read"):
        prakas("rate", "flows.csv")
