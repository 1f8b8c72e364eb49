"""The commands on cases: what goes to which stream, exit codes, one bad file among many, and no word of a household anywhere else."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pyrage
import pytest

from prakas.__main__ import main
from prakas.case import Keeper, assessed, example_workbook, seal_folder
from prakas.errors import FilingError
from tests.case.made import Filling, day, filled, sound
from tests.house.repository import ROOT

# What stands in a case and nowhere else: whatever of it comes out of a command came out of the case.
LENDER, AMOUNT, DAY = "Zebra Fixture", 7654321, "2021-06-17"
PRIVATE = ("zebra", "fixture", "7654321", "76543.21", "7,654,321", "76543", "2021-06-17", "17 June", "17/6", "012 345 678")
SECRET = "AGE-SECRET-KEY-1"
STEP_OF_SIZES = 32 << 10
STEP = re.compile(r" *\d+\.\d s  (auditing the cases|drawing sheets)")


def telling():
    """A case with values that would be known again; the day of its interview is one of them."""
    case = sound()
    case["household"] |= {"interviewed_on": day(DAY), "income_monthly": AMOUNT}
    case["debts"][1] |= {"creditor_name": LENDER, "owed_now": AMOUNT}
    return case


def spoilt(path, case_id="K7M2-9QXD"):
    """The same with cells that cannot be used, which hold just such values, and a sheet somebody added."""
    filling = Filling(path, case_id).fill(telling())
    filling.put("household", "people", f"{AMOUNT} {LENDER}")
    filling.put("debts", "currency", LENDER)
    filling.put("debts", "payment", f"{AMOUNT} dollars")
    filling.put("receipts", "paid_on", LENDER, 7)
    filling.put("papers", "label", "012 345 678", 7)
    filling.book.create_sheet(LENDER)["A1"] = AMOUNT
    return filling.save()


@pytest.fixture
def prakas(monkeypatch, capfd, tmp_path):
    """Runs a command from an empty folder: exit code, standard output, standard error. Whatever it says, nothing is of a case."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRAKAS_DEBUG", raising=False)
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["prakas", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        said = capfd.readouterr()
        assert [word for word in (*PRIVATE, SECRET.lower()) if word in unremarkable(said.out + said.err)] == []
        return end.value.code, said.out.splitlines(), said.err.splitlines()

    yield run
    signal.signal(signal.SIGTERM, before)


def unremarkable(text):
    """What was said in small letters, less the one sentence of ours that says how a key begins."""
    return text.lower().replace("such a line begins with age-secret-key-1;", "")


@pytest.fixture
def rooms(monkeypatch, tmp_path):
    """The two places for what is open for a while, both empty."""
    found = (tmp_path / "shm", tmp_path / "tmp")
    for room in found:
        room.mkdir()
    monkeypatch.setattr(assessed, "IN_MEMORY", found[0])
    monkeypatch.setattr(tempfile, "tempdir", str(found[1]))
    monkeypatch.setenv("TMPDIR", str(found[1]))
    return found


@pytest.fixture
def key(tmp_path):
    """A key; its file is key.txt."""
    made = pyrage.x25519.Identity.generate()
    (tmp_path / "key.txt").write_text(f"# created: long ago\n{made}\n")
    return made


def recipient(key):
    return str(key.to_public())


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def cases(tmp_path, **made):
    """A folder of workbooks, by the name of their file."""
    folder = tmp_path / "cases"
    folder.mkdir()
    for number, (name, make) in enumerate(made.items()):
        make(folder / f"{name}.xlsx", case_id=f"NUMBER-{number}")
    return folder


def sound_one(path, case_id):
    return filled(path, telling(), case_id=case_id)


# ------------------------------------------------------------------------------------------------------------------- new


def test_new_says_where_the_workbook_is_and_nothing_else(prakas):
    code, out, err = prakas("case", "new", "mine", "--cash", AMOUNT, "--interviewed", DAY)
    [path] = out
    assert (code, err) == (0, [])
    assert re.fullmatch(r"mine/[A-Z0-9]{4}-[A-Z0-9]{4}\.xlsx", path)
    assert files("mine") == sorted([Path(path).name, "form.pdf"])
    cells = [cell.value for row in openpyxl.load_workbook(path)["debts"].iter_rows() for cell in row]
    assert AMOUNT in cells


def test_a_second_household_gets_a_number_of_its_own_and_the_form_stays(prakas):
    first = prakas("case", "new", "mine")[1]
    Path("mine/form.pdf").write_text("mine")
    assert prakas("case", "new", "mine")[1] != first
    assert Path("mine/form.pdf").read_text() == "mine"
    assert len(files("mine")) == 3


@pytest.mark.parametrize(
    "wrong", [("--cash", "7,654,321"), ("--payments", "7654321x"), ("--received", "17/6/2021"), ("--interviewed", LENDER)]
)
def test_a_wrong_answer_on_the_command_line_is_not_repeated(prakas, wrong):
    code, out, err = prakas("case", "new", "mine", *wrong)
    assert (code, out) == (2, [])
    assert err[-1].startswith(f"Error: Invalid value for '{wrong[0]}': ")
    assert not Path("mine").exists()


def test_a_made_up_case_and_known_numbers_are_not_mixed(prakas):
    assert prakas("case", "new", "mine", "--example", "lawful_loan", "--cash", "1")[0] == 2
    assert not Path("mine").exists()


# ----------------------------------------------------------------------------------------------------------------- check


def test_check_names_cells_and_keeps_what_stands_in_them_for_the_file(prakas, tmp_path):
    cases(tmp_path, bad=spoilt)
    code, out, err = prakas("case", "check", "cases", "--out", "remarks.csv")
    assert (code, err, out[-1]) == (1, [], "remarks.csv")
    assert re.fullmatch(r"NUMBER-0: \d+ cells that cannot be used.*", out[0])
    assert any("debts!" in line for line in out)
    assert "  ?!A1 (unreadable)" in out
    text = Path("remarks.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    held = {row["cell"]: row["value"] for row in rows if row["sheet"] == "debts"}
    assert {LENDER, f"{AMOUNT} dollars"} <= set(held.values())
    assert LENDER in {row["sheet"] for row in rows}
    assert "012 345 678" not in text
    assert stat.S_IMODE(Path("remarks.csv").stat().st_mode) == 0o600


def test_check_without_a_file_prints_the_same_remarks_and_writes_nothing(prakas, tmp_path):
    cases(tmp_path, bad=spoilt, good=sound_one)
    before = files(".")
    with_file = prakas("case", "check", "cases")
    assert files(".") == before
    assert prakas("case", "check", "cases", "--out", "remarks.csv") == (1, [*with_file[1], "remarks.csv"], [])


def test_what_is_missing_or_at_odds_is_said_and_is_no_failure(prakas, tmp_path):
    case = telling()
    del case["debts"][1]["signed_amount"]
    cases(tmp_path)
    filled(tmp_path / "cases" / "one.xlsx", case, case_id="ONE")
    code, out, err = prakas("case", "check", "cases")
    assert (code, err) == (0, [])
    assert re.match(r"ONE: \d+ things? missing", out[0])
    filled(tmp_path / "cases" / "one.xlsx", sound(), case_id="ONE")
    assert prakas("case", "check", "cases") == (0, ["ONE: nothing to remark"], [])


def test_many_cases_in_one_folder_are_each_counted_and_what_is_no_case_is_passed_over(prakas, tmp_path):
    cases(tmp_path, **{f"case{number}": sound_one for number in range(5)})
    for name in ("notes.txt", "~$case0.xlsx", ".hidden.xlsx", "photo.jpg"):
        (tmp_path / "cases" / name).write_text(LENDER)
    code, out, _ = prakas("case", "check", "cases")
    assert code == 0
    assert [line.split(":")[0] for line in out if line.startswith("NUMBER-")] == [f"NUMBER-{number}" for number in range(5)]
    once = prakas("case", "check", "cases", "cases/case0.xlsx", "cases")
    assert once[1] == out, "a file that is named twice is one case"


def test_files_with_one_case_number_are_refused_by_name_and_the_others_go_on(prakas, tmp_path):
    cases(tmp_path, one=sound_one, three=sound_one)
    shutil.copy(tmp_path / "cases" / "one.xlsx", tmp_path / "cases" / "two.xlsx")
    code, out, err = prakas("case", "check", "cases")
    assert (code, err) == (1, [])
    assert [line.partition(":")[0] for line in out if line.startswith("NUMBER-")] == ["NUMBER-1"]
    assert out[-2].startswith("one.xlsx: the case number is also that of two.xlsx, so neither is used.")
    assert out[-1].startswith("two.xlsx: the case number is also that of one.xlsx, so neither is used.")
    code, out, _ = prakas("case", "tape", "cases", "--out", "book")
    assert (code, out[-1]) == (1, "book/tape")
    assert "NUMBER-1-1" in Path("book/tape/loans.csv").read_text()
    assert "NUMBER-0-1" not in Path("book/tape/loans.csv").read_text()


def test_files_of_one_name_in_two_folders_are_told_apart(prakas, tmp_path):
    for folder, number in (("a", "ONE"), ("b", "TWO"), ("c", "TWO")):
        (tmp_path / folder).mkdir()
        sound_one(tmp_path / folder / "case.xlsx", number)
    code, out, _ = prakas("case", "check", "a", "b", "c")
    assert code == 1
    assert out[0].startswith("ONE: ")
    assert [line.partition(": ")[0] for line in out[-2:]] == ["b/case.xlsx", "c/case.xlsx"]


# -------------------------------------------------------------------------------------------------------- sheet and tape


@pytest.mark.parametrize("verb", ["sheet", "tape"])
def test_a_workbook_with_a_bad_cell_is_left_out_and_named(prakas, tmp_path, verb):
    cases(tmp_path, bad=spoilt, good=sound_one)
    (tmp_path / "cases" / "broken.xlsx").write_text(f"{LENDER} {AMOUNT}")
    code, out, err = prakas("case", verb, "cases", "--out", "out")
    assert code == 1
    assert out[0].startswith("broken.xlsx: this is no workbook that can be read;")
    assert re.fullmatch(r"bad\.xlsx: [4-9] of its cells cannot be used, so the case is left out\. .*", out[1])
    if verb == "sheet":
        assert out[2:] == ["out"]
        assert all(STEP.fullmatch(line) for line in err)
        assert len(err) == 2
        assert files("out") == [f"NUMBER-1-1.{language}.{kind}" for language in ("en", "km") for kind in ("html", "pdf")]
        assert LENDER in Path("out/NUMBER-1-1.en.html").read_text("utf-8")
    else:
        assert out[2:] == [
            "1 institutions, 1 loans, 6 installments, 4 payments; left out, and named in left_out.csv: 0",
            "out/tape",
        ]
        assert err == []
        assert LENDER in Path("out/tape/institutions.csv").read_text("utf-8")
        assert "NUMBER-0" not in "".join(path.read_text("utf-8") for path in Path("out").rglob("*.csv"))


@pytest.mark.parametrize("verb", ["sheet", "tape"])
@pytest.mark.parametrize("spoil", ["interviewed_on", "debts", "cell", "file"])
def test_where_no_case_is_left_nothing_is_written(prakas, tmp_path, verb, spoil):
    folder = cases(tmp_path)
    case = telling()
    if spoil == "interviewed_on":
        del case["household"]["interviewed_on"]
    if spoil == "debts":
        case |= {"debts": {}} | {name: [] for name in ("schedule", "receipts", "fees", "papers", "events")}
    filled(folder / "one.xlsx", case, case_id="ONE")
    if spoil == "cell":
        spoilt(folder / "one.xlsx")
    if spoil == "file":
        content = (folder / "one.xlsx").read_bytes()
        (folder / "one.xlsx").write_bytes(content[: len(content) // 2])
    code, out, err = prakas("case", verb, "cases", "--out", "out")
    assert (code, out) == (2, [])
    [said] = err
    assert said.startswith("prakas: one.xlsx: ")
    assert files(".") == ["cases/one.xlsx"]


def test_a_sheet_or_tape_that_is_there_stays_and_no_option_is_offered_that_is_not_there(prakas, tmp_path):
    cases(tmp_path, one=sound_one)
    (tmp_path / "out").mkdir()
    for verb in ("sheet", "tape"):
        code, out, [said] = prakas("case", verb, "cases", "--out", "out")
        assert (code, out) == (2, [])
        assert said.endswith("'out' is there already and stays as it is. Choose another --out, or move it away.")
        assert prakas("case", verb, "cases", "--out", "out", "--replace")[0] == 2
    assert files("out") == []


# ---------------------------------------------------------------------------------------------------------------- sealed


def test_a_sealed_folder_goes_all_the_way_and_nothing_plain_is_written(prakas, tmp_path, key, rooms):
    made = Path(prakas("case", "new", "sealed", "--seal", recipient(key), "--cash", AMOUNT, "--interviewed", DAY)[1][0])
    assert made.name.endswith(".xlsx.age")
    assert files("sealed") == sorted(["form.pdf", made.name])
    sound_one(tmp_path / "plain.xlsx", "ONE")
    made.write_bytes(pyrage.encrypt((tmp_path / "plain.xlsx").read_bytes(), [key.to_public()]))
    (tmp_path / "plain.xlsx").unlink()
    more = ("--key", "key.txt", "--seal", recipient(key))

    code, out, err = prakas("case", "check", "sealed", *more, "--out", "remarks.csv")
    assert (code, err, out[-1]) == (0, [], "remarks.csv.age")
    code, out, err = prakas("case", "sheet", "sealed", *more, "--out", "sheets")
    assert (code, out) == (0, ["sheets"])
    assert files("sheets") == [f"ONE-1.{language}.{kind}.age" for language in ("en", "km") for kind in ("html", "pdf")]
    code, out, err = prakas("case", "tape", "sealed", *more, "--out", "book")
    assert (code, err, out[-1]) == (0, [], "book/tape.zip.age")
    assert files("book") == ["left_out.csv.age", "tape.zip.age"]

    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name not in {"key.txt", "form.pdf"}]
    assert {path.suffix for path in written} == {".age"}
    for path in written:
        assert path.read_bytes().startswith(b"age-encryption.org/v1\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [list(room.iterdir()) for room in rooms] == [[], []]

    def opened(name):
        return pyrage.decrypt((tmp_path / name).read_bytes(), [key])

    assert LENDER in opened("sheets/ONE-1.en.html.age").decode()
    assert opened("sheets/ONE-1.km.pdf.age").startswith(b"%PDF")
    with zipfile.ZipFile(io.BytesIO(opened("book/tape.zip.age"))) as archive:
        assert LENDER in archive.read("institutions.csv").decode()
    assert opened("remarks.csv.age").decode("utf-8-sig").startswith("file,case_id,kind")


def test_what_seal_puts_away_open_brings_back_as_it_was(prakas, tmp_path, key):
    folder = cases(tmp_path, one=sound_one, two=sound_one)
    plain = openpyxl.load_workbook(folder / "one.xlsx")
    code, out, err = prakas("case", "seal", "cases", "--seal", recipient(key))
    assert (code, out, err) == (0, ["2 sealed", "cases"], [])
    assert files(folder) == ["one.xlsx.age", "two.xlsx.age"]
    sizes = {len(pyrage.decrypt(path.read_bytes(), [key])) for path in folder.iterdir()}
    assert [size % STEP_OF_SIZES for size in sizes] == [0], "sizes tell nothing"
    assert prakas("case", "seal", "cases", "--seal", recipient(key))[1] == ["0 sealed", "cases"]
    code, out, err = prakas("case", "open", "cases", "--key", "key.txt", "--out", "opened")
    assert (code, out, err) == (0, ["2 opened; what is open is no longer protected", "opened"], [])
    back = openpyxl.load_workbook("opened/one.xlsx")
    for name in plain.sheetnames:
        assert list(back[name].values) == list(plain[name].values)
    assert files("opened") == ["one.xlsx", "two.xlsx"]


def test_one_damaged_workbook_leaves_the_whole_folder_as_it_was(prakas, tmp_path, key):
    folder = cases(tmp_path, a=sound_one, c=sound_one)
    (folder / "b.xlsx").write_text(f"{LENDER} {AMOUNT}")
    code, out, [said] = prakas("case", "seal", "cases", "--seal", recipient(key))
    assert (code, out) == (2, [])
    assert said.startswith("prakas: b.xlsx: the file is damaged, so it cannot be sealed.")
    assert files(folder) == ["a.xlsx", "b.xlsx", "c.xlsx"]


def test_without_a_recipient_no_workbook_is_taken_away(prakas, tmp_path):
    folder = cases(tmp_path, a=sound_one)
    for given in ((), ("--seal", ""), ("--seal", LENDER), ("--seal", str(pyrage.x25519.Identity.generate()))):
        assert prakas("case", "seal", "cases", *given)[:2] == (2, [])
        assert files(folder) == ["a.xlsx"]
    with pytest.raises(FilingError, match="Nobody is named"):
        seal_folder(folder, Keeper())
    assert files(folder) == ["a.xlsx"]


def test_a_wrong_key_opens_nothing_and_no_key_is_repeated(prakas, tmp_path, key):
    cases(tmp_path, one=sound_one)
    prakas("case", "seal", "cases", "--seal", recipient(pyrage.x25519.Identity.generate()))
    (tmp_path / "broken.txt").write_text(f"{str(key)[:-1]}\n")
    (tmp_path / "public.txt").write_text(f"{recipient(key)}\n")
    before = files(".")
    for given in ((), *(("--key", name) for name in ("key.txt", "broken.txt", "public.txt", "cases/one.xlsx.age", "nowhere"))):
        for verb in ("check", "sheet", "tape", "open"):
            out = () if verb == "check" else ("--out", "out")
            code, said, err = prakas("case", verb, "cases", *given, *out)
            assert (code, said) == (2, []), verb
            assert recipient(key) not in "".join(err)
            assert str(key)[20:40].lower() not in "".join(err).lower()
    assert files(".") == before


def test_a_sealed_case_among_open_ones_is_left_out_by_name_without_its_key(prakas, tmp_path, key):
    cases(tmp_path, one=sound_one)
    prakas("case", "seal", "cases", "--seal", recipient(key))
    sound_one(tmp_path / "cases" / "two.xlsx", "TWO")
    code, out, _ = prakas("case", "check", "cases")
    assert (code, out[-1]) == (1, "one.xlsx.age: the file is sealed. Name the file with your age key: --key FILE.")
    assert prakas("case", "check", "cases", "--key", "key.txt")[0] == 0


def test_a_case_sealed_as_letters_opens_too(prakas, tmp_path, key):
    folder = cases(tmp_path, one=sound_one)
    path = folder / "one.xlsx"
    (folder / "one.xlsx.age").write_bytes(pyrage.encrypt(path.read_bytes(), [key.to_public()], armored=True))
    path.unlink()
    assert prakas("case", "check", "cases", "--key", "key.txt")[1][0].startswith("NUMBER-0: ")


# ----------------------------------------------------------------------------------------------- what is open for a while


@pytest.mark.parametrize("place", [0, 1])
def test_what_is_open_for_a_while_lies_where_only_we_can_read_it_and_is_taken_away(prakas, tmp_path, rooms, monkeypatch, place):
    cases(tmp_path, one=sound_one)
    if place:
        rooms[0].rmdir()  # a machine without such a place: the temporary folder serves
    seen = []
    work = assessed.audit

    def watched(tapes, *arguments):
        [folder] = rooms[place].iterdir()
        seen.append((stat.S_IMODE(folder.stat().st_mode), LENDER in (tapes[0] / "institutions.csv").read_text("utf-8")))
        return work(tapes, *arguments)

    monkeypatch.setattr(assessed, "audit", watched)
    assert prakas("case", "sheet", "cases", "--language", "en", "--out", "sheets")[0] == 0
    assert seen == [(0o700, True)]
    assert [list(room.iterdir()) for room in rooms if room.exists()] == [[]] * (2 - place)


@pytest.mark.parametrize(
    "fault", [RuntimeError(f"{LENDER} {AMOUNT}"), KeyboardInterrupt(), OSError(28, "No space left on device")]
)
def test_a_run_that_is_cut_off_leaves_nothing_open_and_repeats_nothing(prakas, tmp_path, rooms, monkeypatch, fault):
    cases(tmp_path, one=sound_one)

    def fails(tapes, *_):
        assert LENDER in (tapes[0] / "institutions.csv").read_text("utf-8")
        raise fault

    monkeypatch.setattr(assessed, "audit", fails)
    code, out, err = prakas("case", "sheet", "cases", "--out", "sheets")
    assert (code, out) == ({"RuntimeError": 3, "KeyboardInterrupt": 130}.get(type(fault).__name__, 2), [])
    assert err[-1].startswith("prakas: ")
    assert [list(room.iterdir()) for room in rooms] == [[], []]
    assert files(".") == ["cases/one.xlsx"]


def test_a_run_of_its_own_leaves_the_temporary_folder_empty(tmp_path, key):
    cases(tmp_path, one=sound_one)
    (tmp_path / "tmp").mkdir()
    script = (
        "import sys, pathlib; from prakas.case import assessed; assessed.IN_MEMORY = pathlib.Path('none'); "
        "from prakas.__main__ import main; main()"
    )
    places = {"TMPDIR": str(tmp_path / "tmp"), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", script, "case", "sheet", "cases", "--language", "km", "--out", "sheets", "--seal", recipient(key)],
        cwd=tmp_path, env={**os.environ, **places}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "sheets\n"), done.stderr
    assert all(STEP.fullmatch(line) for line in done.stderr.splitlines())
    assert list((tmp_path / "tmp").iterdir()) == []
    assert files(tmp_path / "sheets") == ["NUMBER-0-1.km.html.age", "NUMBER-0-1.km.pdf.age"]


# --------------------------------------------------------------------------------------------------------- broken workbooks


BROKEN = {
    "cut off": lambda content: content[: len(content) * 2 // 3],
    "no archive": lambda _: f"{LENDER},{AMOUNT}\n".encode(),
    "empty": lambda _: b"",
    "one byte another": lambda content: content[:5000] + bytes([content[5000] ^ 0xFF]) + content[5001:],
    "without its list of sheets": lambda content: repacked(content, "xl/workbook.xml"),
    "without its parts": lambda content: repacked(content, "xl/_rels/workbook.xml.rels"),
    "without its words": lambda _: repacked(example_workbook("lawful_loan"), "xl/sharedStrings.xml"),
}


def repacked(content, without):
    room = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(room, "w") as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, old.read(name))
    return room.getvalue()


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_workbook_is_said_in_one_sentence_by_every_command(prakas, tmp_path, how):
    folder = cases(tmp_path, one=sound_one)
    path = folder / "one.xlsx"
    path.write_bytes(BROKEN[how](path.read_bytes()))
    for verb in ("check", "sheet", "tape"):
        out = () if verb == "check" else ("--out", "out")
        code, said, err = prakas("case", verb, "cases", *out)
        if code == 1:  # what is left of it can be read, and what cannot be used is named
            assert said[0].startswith((":", "NUMBER-0: "))
            continue
        assert (code, said) == (2, [])
        assert len(err) == 1
        assert err[0].startswith("prakas: one.xlsx: ")
    assert files(".") == ["cases/one.xlsx"]
