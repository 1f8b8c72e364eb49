"""How each message about cases, their seals and the calculator is brought about."""

from __future__ import annotations

import shutil
import zipfile

import openpyxl
import pyrage

from prakas.case import Keeper, seal_folder
from tests.case.made import Filling, day, filled
from tests.docs.happenings import happening, raised


def saved(w, name, *sheets):
    """A workbook with some empty sheets, or whatever else is asked of it."""
    book = openpyxl.Workbook()
    for title in sheets:
        book.create_sheet(title)
    path = w.file(name, b"")
    book.save(path)
    return book, path


def key_file(w, name="key.txt"):
    """A new key in a file; gives its recipient."""
    key = pyrage.x25519.Identity.generate()
    w.file(name, f"{key}\n")
    return str(key.to_public())


def checked(w, *more):
    return w.said("case", "check", "cases", *more)


# ------------------------------------------------------------------------------------------------------ workbooks


@happening("nothing is there. Name a workbook")
def _(w):
    return w.said("case", "check", "nowhere")


@happening("there is no workbook (")
def _(w):
    w.file("cases/letter.txt", "")
    return [checked(w), w.said("case", "seal", "cases", "--seal", key_file(w))]


@happening("workbooks can be used")
def _(w):
    for name in ("one", "two"):
        Filling(w.file(f"cases/{name}.xlsx", b""), case_id=name).save()
    w.file("other/one.xlsx", b"")
    w.file("other/two.xlsx", b"")
    return [w.said("case", "tape", "cases", "--out", "book"), w.said("case", "check", "other")]


@happening("this is no workbook that can be read")
def _(w):
    w.file("cases/case.xlsx", b"no workbook")
    return checked(w)


@happening("has none of the sheets")
def _(w):
    saved(w, "cases/case.xlsx")
    return checked(w)


@happening("MB, which no form is")
def _(w):
    w.file("cases/case.xlsx", bytes((16 << 20) + 1))
    return checked(w)


@happening("would unpack to far more")
def _(w):
    w.monkeypatch.setattr("prakas.case.opening.MOST_UNPACKED", 100)
    with zipfile.ZipFile(w.file("cases/case.xlsx", b""), "w") as archive:
        archive.writestr("a", bytes(101))
    return checked(w)


@happening("has something far beyond the form")
def _(w):
    book, path = saved(w, "cases/case.xlsx", "household")
    book["household"]["B20001"] = "far"
    book.save(path)
    return checked(w)


@happening("there is no case number that can be used")
def _(w):
    saved(w, "cases/case.xlsx", "household")
    return checked(w)


@happening("the case number is also that of")
def _(w):
    shutil.copy(filled(w.file("cases/one.xlsx", b"")), w.path / "cases" / "two.xlsx")
    filled(w.path / "cases" / "three.xlsx", case_id="OTHER")
    code, out, _ = w.prakas("case", "check", "cases")
    assert code == 1
    # Said of each of the two in the output, since the third goes on.
    return [(line, 2) for line in out.splitlines() if "also" in line]


@happening("of its cells cannot be used")
def _(w):
    filling = Filling(w.file("cases/case.xlsx", b""))
    filling.put("household", "people", "many")
    filling.save()
    return [w.said("case", verb, "cases", "--out", "out") for verb in ("sheet", "tape")]


@happening("the day of the interview is missing")
def _(w):
    Filling(w.file("cases/case.xlsx", b"")).save()
    return [w.said("case", verb, "cases", "--out", "out") for verb in ("sheet", "tape")]


@happening("no debt is filled in")
def _(w):
    filling = Filling(w.file("cases/case.xlsx", b""))
    filling.put("household", "interviewed_on", day("2021-06-15"))
    filling.save()
    return [w.said("case", verb, "cases", "--out", "out") for verb in ("sheet", "tape")]


@happening("the folder cannot be made")
def _(w):
    w.file("taken", "")
    return w.said("case", "new", "taken")


@happening("The folder has the case")
def _(w):
    w.prakas("case", "new", "cases", "--example", "lawful_loan")
    return w.said("case", "new", "cases", "--example", "lawful_loan")


@happening("no made-up case of this name")
def _(w):
    return w.said("case", "new", "cases", "--example", "nothing")


@happening("there is no such word on its list")
def _(w):
    return w.said("case", "new", "cases", "--lender", "neighbour")


@happening("A made-up case is complete")
def _(w):
    return w.said("case", "new", "cases", "--example", "lawful_loan", "--cash", "1000")


@happening("An amount is written in plain digits")
def _(w):
    code, _, err = w.prakas("case", "new", "cases", "--cash", "1,000")
    return err[err.index("Error: ") + len("Error: ") :].strip(), code


@happening("the file cannot be written there")
def _(w):
    filled(w.file("cases/case.xlsx", b""))
    return checked(w, "--out", "nowhere/remarks.csv")


@happening("or move it away")
def _(w):
    filled(w.file("cases/case.xlsx", b""))
    (w.path / "out").mkdir()
    key_file(w)
    w.file("sealed/case.xlsx.age", b"")
    return [
        w.said("case", "sheet", "cases", "--out", "out"),
        w.said("case", "tape", "cases", "--out", "out"),
        w.said("case", "open", "sealed", "--key", "key.txt", "--out", "out"),
    ]


# -------------------------------------------------------------------------------------------------------- sealed


@happening("is a secret key. Keep")
def _(w):
    return w.said("case", "new", "cases", "--seal", str(pyrage.x25519.Identity.generate()))


@happening("is no age recipient")
def _(w):
    return w.said("case", "new", "cases", "--seal", key_file(w), "--seal", "age1other")


@happening("the key file cannot be read as text")
def _(w):
    w.file("key.txt", b"\xff")
    return [checked(w, "--key", "key.txt"), checked(w, "--key", "nowhere")]


@happening("this is no secret key of age")
def _(w):
    w.file("key.txt", f"# a key\n{key_file(w)}\n")
    return checked(w, "--key", "key.txt")


@happening("the file has no secret key")
def _(w):
    w.file("key.txt", "# nothing\n")
    return checked(w, "--key", "key.txt")


@happening("the file is sealed. Name")
def _(w):
    w.file("cases/case.xlsx.age", pyrage.encrypt(b"a", [pyrage.x25519.Recipient.from_str(key_file(w))]))
    return checked(w)


@happening("the file cannot be opened; it was sealed for another key")
def _(w):
    w.file("cases/case.xlsx.age", pyrage.encrypt(b"a", [pyrage.x25519.Recipient.from_str(key_file(w))]))
    key_file(w, "other.txt")
    return [checked(w, "--key", "other.txt"), w.said("case", "open", "cases", "--key", "other.txt", "--out", "opened")]


@happening("the file is not sealed with age")
def _(w):
    key_file(w)
    w.file("cases/case.xlsx.age", b"plain")
    return w.said("case", "open", "cases", "--key", "key.txt", "--out", "opened")


@happening("there is no sealed file (.age)")
def _(w):
    key_file(w)
    w.file("cases/case.xlsx", b"")
    return w.said("case", "open", "cases", "--key", "key.txt", "--out", "opened")


@happening("so it cannot be sealed")
def _(w):
    w.file("cases/case.xlsx", b"damaged")
    return w.said("case", "seal", "cases", "--seal", key_file(w))


@happening("its size would tell of the case")
def _(w):
    filled(w.file("cases/case.xlsx", b""))
    return checked(w, "--out", "remarks.docx", "--seal", key_file(w))


@happening("Nobody is named who may open")
def _(w):
    w.file("cases/case.xlsx", b"")
    return raised(seal_folder, w.path / "cases", Keeper())


# ------------------------------------------------------------------------------------------------- the calculator


@happening("so nothing can be compared")
def _(w):
    return w.said("calculator", "calculator.html", "--date", "1990-01-01")


@happening("has values for some lenders alone")
def _(w):
    content = """values:
  - {from: 2017-04-01, to: 2029-12-31, value: "18", citation: {instrument: B7-017-109, article: null}, confirmed_by: a, confirmed_on: 2026-11-20}
  - {from: 2030-01-01, for: [registered], value: "15", citation: {instrument: B7-017-109, article: null}, confirmed_by: a, confirmed_on: 2026-11-20}
"""
    w.file("mine/price/annual_rate_ceiling.yaml", content)
    return w.said("calculator", "calculator.html", "--law", "mine")
