"""How each message of the page is brought about: by its own words, a function that makes it happen and gives what was said."""

from __future__ import annotations

import errno
import fcntl
import gzip
import sys
import types
import zipfile
from datetime import date
from pathlib import Path

import ibis
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from prakas.engine import Database, connect
from prakas.errors import PrakasError
from prakas.facts import rate_json
from prakas.jurisdictions import pack
from prakas.rulebook import in_force, rulebook
from prakas.tape import check, seal, write_template
from tests.tape import made

HAPPENINGS = {}
DAY = ("--date", "2020-06-30")
BOOK = {name: made.BOOK[name] for name in ("institutions", "loans")}
LAST = "loan_id,institution_id,borrower_id,currency,principal,disbursed_on,matures_on\n"
FULL = OSError(errno.ENOSPC, "No space left on device")
DENIED = PermissionError(errno.EACCES, "Permission denied")
BROKEN = OSError(errno.EIO, "Input/output error")


def happening(words):
    """Register a function under some words that only one line of the page holds."""

    def registered(function):
        assert words not in HAPPENINGS
        HAPPENINGS[words] = function
        return function

    return registered


class World:
    """An empty folder, the command line in it, and ways to make things fail."""

    def __init__(self, path, prakas, monkeypatch):
        self.path, self.prakas, self.monkeypatch = path, prakas, monkeypatch

    def tape(self, name="tape", **changed):
        """A tape of two tables."""
        return made.folder(self.path / name, BOOK, **changed)

    def file(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def said(self, *arguments):
        """What a command that stops says, and its exit code."""
        code, _, err = self.prakas(*arguments)
        assert "\nTraceback" not in err
        return err[err.rindex("prakas: ") + len("prakas: ") :].strip(), code

    def checked(self, *more):
        return self.said("check", "tape", *DAY, *more)

    def with_loans(self, content):
        """What is said of a tape whose loans have such bytes."""
        self.tape(loans=content)
        return self.checked()

    def with_mapping(self, content):
        self.tape()
        self.file("mapping.yaml", content)
        return self.checked("--mapping", "mapping.yaml")

    def with_register(self, content):
        self.tape()
        self.file("register.csv", content)
        return self.checked("--register", "register.csv")

    def zipped(self, *entries):
        with zipfile.ZipFile(self.path / "tape.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in entries:
                entry = zipfile.ZipInfo("x")
                entry.filename, entry.compress_type = name, zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        return self.said("check", "tape.zip", *DAY)

    def audited(self, *more):
        if not (self.path / "tape").exists():
            self.tape()
        return self.said("audit", "tape", *DAY, "--out", "result", *more)

    def with_rates(self, content):
        self.file("fx.csv", content)
        return self.audited("--fx", "fx.csv")

    def with_flows(self, content):
        self.file("flows.csv", content)
        return self.said("rate", "flows.csv")

    def with_law(self, name, content):
        self.file(f"mine/{name}", content)
        return self.said("law", "--law", "mine")

    def failing(self, place, fault):
        """Make something fail from now on."""

        def fails(*_, **__):
            raise fault

        self.monkeypatch.setattr(place, fails)
        return self

    def failing_for(self, method, name, fault):
        """Make a method of paths fail for the one file of a name."""
        works = getattr(Path, method)

        def fails(path, *arguments, **more):
            if path.name == name:
                raise fault
            return works(path, *arguments, **more)

        self.monkeypatch.setattr(Path, method, fails)
        return self


def raised(function, *arguments, **more):
    """What a function at a door says, and its exit code."""
    with pytest.raises(PrakasError) as fault:
        function(*arguments, **more)
    return str(fault.value), fault.value.exit_code


# ------------------------------------------------------------------------------------------------------ files and folders


@happening("no such file or folder")
def _(w):
    w.file("key", bytes(range(33, 73))).chmod(0o600)
    return [
        w.said("check", "nowhere"),
        w.said("map", "nowhere"),
        w.said("pseudonymize", "nowhere", "--key", "key", "--out", "shared"),
    ]


@happening("holds no table and no tape")
def _(w):
    (w.path / "tape").mkdir()
    return w.checked()


@happening("not a single file of this kind")
def _(w):
    return w.said("check", w.tape() / "loans.csv")


@happening("the folder cannot be read")
def _(w):
    w.tape()
    return w.failing_for("iterdir", "tape", DENIED).checked()


@happening("the file cannot be read ({reason}). Look")
def _(w):
    w.tape()
    w.failing("prakas.tape.staging.hashlib.file_digest", BROKEN)
    return w.checked()


@happening("the tape cannot be read")
def _(w):
    w.tape()
    return w.failing("prakas.tape.intake.find", BROKEN).checked()


@happening("Look at the path and its permissions")
def _(w):
    w.tape()
    w.file("taken", "")
    return [
        w.said("map", "tape", "--out", "nowhere/mapping.yaml"),
        w.said("demo", "taken"),
        w.said("calculator", "nowhere/calculator.html"),
    ]


@happening("no room left on the disk; nothing")
def _(w):
    w.tape()
    return w.failing_for("write_text", "mapping.yaml", FULL).said("map", "tape", "--out", "mapping.yaml")


@happening("for the tape being read")
def _(w):
    import duckdb  # noqa: PLC0415 - the engine's own fault is imitated

    database = Database(w.path)
    database.close()
    fault = duckdb.IOException('Could not write file "x": No space left on device')
    database._connection = types.SimpleNamespace(execute=lambda _: (_ for _ in ()).throw(fault))
    w.tape()
    return [raised(database.run, "SELECT 1"), w.failing("prakas.tape.intake.find", FULL).checked()]


@happening("could not be put aside")
def _(w):
    taken = w.file("taken", "")
    return raised(seal, [w.tape()], taken / "out", audit_date=date(2020, 6, 30), work=w.path / "work")


@happening("Memory ran out")
def _(w):
    return w.failing("prakas.facts.rate_json", MemoryError()).said("rate", "flows.csv")


@happening("the workbook cannot be written there")
def _(w):
    return w.said("template", "nowhere/book.xlsx")


@happening("A date is written year, month, day")
def _(w):
    code, _, err = w.prakas("check", "tape", "--date", "30.6.2020")
    return err[err.index("Error: ") + len("Error: ") :].strip(), code


# --------------------------------------------------------------------------------------------------------------- the tape


@happening("tapes can be used")
def _(w):
    for number in (1, 2):
        w.tape(f"tapes/t{number}", loans="")
    return w.said("check", "tapes", *DAY)


@happening("the table institutions has no row")
def _(w):
    w.tape(institutions="institution_id,name,legal_form,status\n")
    return w.checked()


@happening("there is no table institutions")
def _(w):
    w.tape(institutions=None)
    return w.checked()


@happening("is in more than one tape")
def _(w):
    other = made.BOOK["institutions"].replace("A,", "X,").replace("B,", "Y,")
    for name, lenders in (("a", BOOK["institutions"]), ("b", BOOK["institutions"]), ("c", other)):
        made.folder(w.path / "tapes" / name, {"institutions": lenders})
    code, out, _ = w.prakas("check", "tapes", *DAY)
    assert code == 1
    # Said of each of them in the result, since the third tape goes on.
    return [(line.removeprefix(f"Refused: {line[9]}: "), 2) for line in out.splitlines() if line.startswith("Refused: ")]


@happening("is there twice, also as")
def _(w):
    w.tape()
    w.file("tape/loans.parquet", b"")
    return w.checked()


@happening("has two sheets")
def _(w):
    book = openpyxl.Workbook()
    for title in ("institutions", "loans", "loans "):
        book.create_sheet(title)
    book.save(w.path / "tape.xlsx")
    return w.said("check", "tape.xlsx", *DAY)


@happening("no Parquet part")
def _(w):
    w.tape(loans=None)
    (w.path / "tape" / "loans").mkdir()
    return w.checked()


@happening("the archive cannot be read")
def _(w):
    w.file("tape.zip", b"no archive")
    w.file("tape.xlsx", b"no workbook")
    return [w.said("check", "tape.zip", *DAY), w.said("check", "tape.xlsx", *DAY)]


@happening("entries; a tape has a few")
def _(w):
    return w.zipped(*((f"{n}.csv", "") for n in range(10_001)))


@happening("leads out of the folder")
def _(w):
    return w.zipped(("../loans.csv", "x"))


@happening("packed bytes would become")
def _(w):
    w.monkeypatch.setattr("prakas.tape.archives.FREE_BYTES", 1 << 19)
    return w.zipped(("loans.csv", bytes(1 << 20)))


@happening("the file unpacks to more")
def _(w):
    w.tape(loans=None)
    w.file("tape/loans.csv.gz", gzip.compress(made.text("loans").encode()))
    w.monkeypatch.setattr("prakas.tape.lines.MOST_BYTES", 100)
    return w.checked()


@happening("cannot be read to its end")
def _(w):
    w.tape(loans=None)
    w.file("tape/loans.csv.gz", gzip.compress(made.text("loans").encode())[:-9])
    return w.checked()


@happening("has no line of column names")
def _(w):
    return w.with_loans(b"")


@happening("the first line is blank")
def _(w):
    return w.with_loans(b"\n" + made.text("loans").encode())


@happening("the line of column names is not UTF-8")
def _(w):
    return w.with_loans(b"loan_id,\xff\n")


@happening("the file is UTF-16")
def _(w):
    return w.with_loans(made.text("loans").encode("utf-16"))


@happening("a carriage return alone")
def _(w):
    return w.with_loans(made.text("loans").replace("\n", "\r"))


@happening("do not close")
def _(w):
    return w.with_loans(b'loan_id,"institution_id\n')


@happening("so it is not known which one holds")
def _(w):
    return w.with_loans(f"loan_id,{LAST}")


@happening("which it requires")
def _(w):
    return w.with_loans("loan_id,institution_id\n")


@happening("the Parquet file cannot be read")
def _(w):
    w.tape(loans=None)
    w.file("tape/loans.parquet", b"PAR1")
    return w.checked()


@happening("the workbook cannot be read")
def _(w):
    with zipfile.ZipFile(w.path / "tape.xlsx", "w") as archive:
        archive.writestr("letter.txt", "no workbook")
    return w.said("check", "tape.xlsx", *DAY)


def with_empty_sheet(w):
    book = openpyxl.Workbook()
    for title in ("institutions", "loans"):
        book.create_sheet(title)
    book["institutions"].append(made.text("institutions").splitlines()[0].split(","))
    book.save(w.path / "tape.xlsx")


@happening(", sheet {sheet}:")
def _(w):
    with_empty_sheet(w)
    return w.said("check", "tape.xlsx", *DAY)


# ----------------------------------------------------------------------------------------------- the register, the mapping


@happening("no such register")
def _(w):
    w.tape()
    return w.checked("--register", "nowhere.csv")


@happening("the register cannot be read")
def _(w):
    return [w.with_register(b"institution_id,name\n\xff,x\n"), w.with_register('institution_id,name\n"A,x\n')]


@happening("the register is empty")
def _(w):
    return [w.with_register(""), w.with_register("institution_id,name\n")]


@happening("the register lacks")
def _(w):
    return w.with_register("name\nx\n")


@happening("institution_id is empty or there twice")
def _(w):
    return [w.with_register(f"institution_id,name\nA,x\n{row}\n") for row in ("A,y", ",y", "B,y,,,")]


@happening("is not a date written as")
def _(w):
    return [w.with_register(f"institution_id,name,{column}\nA,x,tomorrow\n") for column in ("due_on", "filed_on")]


@happening("no such mapping file")
def _(w):
    w.tape()
    return w.checked("--mapping", "nowhere.yaml")


@happening("not readable YAML")
def _(w):
    return [w.with_mapping("loans:\n\tcolumns: {}\n"), w.with_mapping(b"\xff")]


@happening("the mapping is empty")
def _(w):
    return [w.with_mapping("# loans:\n"), w.with_mapping("- loans\n")]


@happening("is no table of the contract. The")
def _(w):
    return w.with_mapping("borrowings: {columns: {a: loan_id}}\n")


@happening("and nothing else")
def _(w):
    return w.with_mapping('loans: {"Loan No": loan_id}\n')


@happening("stand pairs, theirs: ours")
def _(w):
    return w.with_mapping("loans: {columns: [loan_id]}\n")


@happening("which is no column of")
def _(w):
    return w.with_mapping("loans: {columns: {loan_id: Loan No}}\n")


@happening("codes are given for")
def _(w):
    return [w.with_mapping(f"loans: {{codes: {{{column}: {{a: b}}}}}}\n") for column in ("principal", "Ccy")]


@happening("the code")
def _(w):
    return w.with_mapping("loans: {codes: {currency: {riel: RIEL}}}\n")


@happening("no tape has the column")
def _(w):
    return w.with_mapping("loans: {columns: {Lone No: loan_id}}\n")


# -------------------------------------------------------------------------------------------- rates, answers, the law, results


@happening("The exchange rates in")
def _(w):
    return w.audited("--fx", "nowhere.csv")


@happening("Exchange rates need")
def _(w):
    return w.with_rates("on;currency;khr\n")


@happening("', line {line}, column {column}: expected")
def _(w):
    return [w.with_rates(f"on,currency,khr\n{row}\n") for row in ("30/6/2020,USD,4100", '2020-06-30,USD,"4,100"')]


@happening("The answers in")
def _(w):
    return w.audited("--answers", "nowhere.csv")


@happening("Answers need")
def _(w):
    w.file("answers.csv", "finding,reason\n")
    return w.audited("--answers", "answers.csv")


@happening("there is no such folder. Name")
def _(w):
    return [w.said("law", "--law", "nowhere"), w.audited("--law", "nowhere")]


@happening("with answers to the demands")
def _(w):
    return w.said("sector", "--demands", "none.csv")


@happening("with a reform. Name the YAML file")
def _(w):
    return w.said("compare", w.tape(), "--date", "2020-06-30", "--law", "none.yaml", "--out", "out")


@happening("the file would not be read")
def _(w):
    return w.with_law("price/annual_rate_ceiling.yml", "values: []\n")


@happening("Check that it is there")
def _(w):
    w.failing_for("read_bytes", "annual_rate_ceiling.yaml", DENIED)
    return w.with_law("price/annual_rate_ceiling.yaml", "values: []\n")


@happening("Save it again as UTF-8")
def _(w):
    return w.with_law("price/annual_rate_ceiling.yaml", b"values: \xff\n")


@happening("Mend that line")
def _(w):
    return [w.with_law("price/annual_rate_ceiling.yaml", text) for text in ('values: "18\n', "values: 18.5\n")]


@happening("nested too deeply")
def _(w):
    return w.with_law("price/annual_rate_ceiling.yaml", "values: " + "[" * 5000)


@happening("200,000 bytes")
def _(w):
    return w.with_law("price/annual_rate_ceiling.yaml", "#" * 200_001)


@happening("the file holds no keys")
def _(w):
    return w.with_law("price/annual_rate_ceiling.yaml", "# nothing\n")


@happening("Near it are")
def _(w):
    return w.said("law", "price.annual_rate_cieling")


@happening("lists them all")
def _(w):
    return w.said("law", "zzz")


@happening("or add --replace")
def _(w):
    (w.path / "result").mkdir()
    return [w.audited(), w.checked("--out", "result")]


@happening("is a file; results are a folder")
def _(w):
    w.file("result", "")
    return [w.audited("--replace"), w.checked("--out", "result", "--replace")]


@happening("There is no folder")
def _(w):
    w.tape()
    return [w.said("audit", "tape", *DAY, "--out", "nowhere/result"), w.checked("--out", "nowhere/result")]


@happening("Another run is writing")
def _(w):
    with (w.path / ".result.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        return w.audited()


@happening("on the disk for '{folder}'")
def _(w):
    return w.failing("prakas.audit.book.connect", FULL).audited()


@happening("may not be written here")
def _(w):
    return w.failing("prakas.audit.book.connect", DENIED).audited()


@happening("would mix with what is there")
def _(w):
    w.file("sector/letter.txt", "mine")
    return w.said("sample", "sector")


@happening("and would be lost")
def _(w):
    w.file("sector/letter.txt", "mine")
    return w.said("sample", "sector", "--replace")


@happening("Nothing is left of it")
def _(w):
    return w.failing("prakas.sample.sector.write_mistakes", FULL).said("sample", "sector", "--loans", "1000")


@happening("too few to plant")
def _(w):
    return w.said("sample", "sector", "--loans", "999")


@happening("the made-up sector needs a date")
def _(w):
    return w.said("sample", "sector", "--date", "2002-09-12")


# ------------------------------------------------------------------------------------------- sharing, proposing, one loan's flows


def shared(w, tape="tape"):
    w.file("key", bytes(range(33, 73))).chmod(0o600)
    return w.said("pseudonymize", tape, "--key", "key", "--out", "shared")


@happening("the key cannot be read")
def _(w):
    return w.said("pseudonymize", w.tape(), "--key", "nowhere", "--out", "shared")


@happening("so it keeps no secret")
def _(w):
    w.file("key", bytes(range(33, 73))).chmod(0o644)
    return w.said("pseudonymize", w.tape(), "--key", "key", "--out", "shared")


@happening("too short or too simple")
def _(w):
    w.file("key", b"secret").chmod(0o600)
    return w.said("pseudonymize", w.tape(), "--key", "key", "--out", "shared")


@happening("nothing is written over")
def _(w):
    w.tape()
    (w.path / "shared").mkdir()
    return shared(w)


@happening("{table}: the sheet is empty")
def _(w):
    with_empty_sheet(w)
    return shared(w, "tape.xlsx")


@happening("so it cannot be shared safely")
def _(w):
    w.tape(loans=None)
    rows = made.rows("loans")
    table = pa.Table.from_pylist(rows)
    bad = pa.array([b"\xff", *(row["borrower_id"].encode() for row in rows[1:])], pa.binary()).view(pa.string())
    pq.write_table(
        table.set_column(table.column_names.index("borrower_id"), "borrower_id", bad), w.path / "tape" / "loans.parquet"
    )
    return shared(w)


@happening("no table was found there")
def _(w):
    w.file("tape/letter.txt", "mine")
    return w.said("map", "tape")


@happening("{file} cannot be read: {reason}")
def _(w):
    return w.said("rate", "nowhere.csv")


@happening("this is not UTF-8 text")
def _(w):
    return w.with_flows(b"amount,on\n\xff,2026-01-31\n")


@happening("this line is not CSV")
def _(w):
    return w.with_flows('amount,on\n"1000,2026-01-31\n')


@happening("the header needs the column amount")
def _(w):
    return w.with_flows("amount,on,years\n")


@happening("has no flow below its header")
def _(w):
    return w.with_flows("amount,on\n")


@happening("a plain number is needed")
def _(w):
    return w.with_flows('amount,on\n"1,000",2026-01-31\n')


@happening("this is beyond")
def _(w):
    return w.with_flows(f"amount,on\n{'9' * 40},2026-01-31\n")


@happening("a date of the calendar is needed")
def _(w):
    return w.with_flows("amount,on\n1000,2026-02-30\n")


# ---------------------------------------------------------------------------------------------------- the engine, and Python

NUMBERS = pa.schema([("loan_no", pa.int64())])


def loans_table():
    return ibis.table({"loan_no": "int64"}, name="nowhere")


def on_spark(w, session):
    """The engine on a stand-in for Spark: what is said must not depend on whether this machine has it."""
    builder = types.SimpleNamespace()
    builder.master = builder.appName = lambda _: builder
    builder.config = lambda *_: builder
    builder.getOrCreate = session
    module = types.ModuleType("pyspark.sql")
    module.SparkSession = types.SimpleNamespace(builder=builder)
    w.monkeypatch.setitem(sys.modules, "pyspark", types.ModuleType("pyspark"))
    w.monkeypatch.setitem(sys.modules, "pyspark.sql", module)
    for name in ("PYSPARK_PYTHON", "PYTHONPATH"):
        w.monkeypatch.setenv(name, "")  # the engine sets them: put back afterwards
    return connect("spark", w.path)


def thrown(*_):
    message = "Spark does not want to"
    raise RuntimeError(message)


@happening("The engine could not start")
def _(w):
    return w.audited("--memory", "plenty")


@happening("Spark is not installed")
def _(w):
    w.monkeypatch.setitem(sys.modules, "pyspark", None)
    w.monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    return w.audited("--engine", "spark")


@happening("Spark could not start")
def _(w):
    return raised(on_spark, w, thrown)


@happening("failed on duckdb")
def _(w):
    return raised(connect("duckdb", w.path).run, "planted", loans_table(), NUMBERS)


@happening("failed on spark: {reason} {query}")
def _(w):
    engine = on_spark(w, lambda: types.SimpleNamespace(sql=thrown))
    return raised(engine.run, "planted", loans_table(), NUMBERS)


@happening("The step '{step}' failed on spark: {reason}")
def _(w):
    engine = on_spark(w, lambda: types.SimpleNamespace(sql=thrown))
    return raised(engine.map, "planted", None, {"loans": loans_table()}, NUMBERS, w.path / "x.parquet", 1)


@happening("read loans out of order")
def _(w):
    pq.write_table(pa.table({"loan_no": [2, 1]}), w.path / "nowhere.parquet")
    engine = connect("duckdb", w.path)
    engine.declare("nowhere", w.path / "nowhere.parquet")
    return raised(engine.map, "planted", None, {"loans": loans_table()}, NUMBERS, w.path / "x.parquet", 3)


@happening("Reading the tape failed")
def _(w):
    return raised(Database(w.path).run, "SELECT nothing FROM nowhere")


@happening("A fault of ours")
def _(w):
    return w.failing("prakas.facts.rate_json", RuntimeError("x")).said("rate", "flows.csv")


@happening("No tape was named")
def _(w):
    return raised(check, [], audit_date=date(2020, 6, 30))


@happening("no engine called")
def _(w):
    return raised(connect, "abacus", w.path)


@happening("no convention of this name")
def _(w):
    return raised(rate_json, w.path / "flows.csv", "abacus")


@happening("There is no level")
def _(w):
    return raised(write_template, w.path / "book.xlsx", 4)


@happening("depends on the kind of lender")
def _(w):
    found = [(one, v.since) for one in rulebook(pack()).parameters.values() for v in one.values if v.lenders]
    return raised(in_force, *found[0])


@happening("is not a number. Read")
def _(w):
    values = [v for one in rulebook(pack()).parameters.values() for v in one.values if not isinstance(v.value, str)]
    return raised(lambda: values[0].number)
