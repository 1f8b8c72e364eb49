"""A small book of two lenders with all eleven tables, written in every form that a tape may have; and counts made by hand."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import zipfile
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from prakas.jurisdictions import pack
from prakas.tape import contract, seal

AUDIT_DATE = dt.date(2020, 6, 30)

# Every amount adds up and every reference holds: this book fires no edit at all.
BOOK = {
    "institutions": """
        institution_id,name,name_km,legal_form,status,status_since,as_of,reported_portfolio_khr,reported_borrowers
        A,Alpha,អាល់ហ្វា,company,licensed,2010-01-01,2020-06-30,,2
        B,Beta,,ngo,registered,,2020-06-30,,1
    """,
    "borrowers": """
        borrower_id,sex,birth_year,commune,poverty,livelihood,work_status,monthly_income_khr
        P1,f,1985,010201,idpoor1,farming,working,800000
        P2,m,1990,010202,none,garment,lost,
        P3,x,1970,010203,,other,suspended,500000.50
    """,
    "loans": """
        loan_id,institution_id,borrower_id,product,segment,is_microloan,currency,principal,signed_on,disbursed_on,matures_on,nominal_rate
        L1,A,P1,crop,individual,true,KHR,1000000,2019-12-20,2020-01-01,2021-01-01,18
        L2,A,P2,,group,,USD,500.50,,2020-02-15,2020-08-15,17.5
        L3,B,P3,"shop, small",sme,false,KHR,2000000.00,2019-07-01,2019-07-01,2020-07-01,24
    """,
    "installments": """
        loan_id,number,due_on,principal,interest,fee
        L1,1,2020-07-01,400000,15000,
        L1,2,2021-01-01,600000,9000,1000
        L2,1,2020-08-15,500.50,7.51,
        L3,1,2020-01-01,1000000,40000,
        L3,2,2020-07-01,1000000,20000,
    """,
    "charges": """
        loan_id,charged_on,kind,amount,returned_on,returned_amount
        L1,2020-01-01,admin,10000,,
        L2,2020-02-15,compulsory_saving,5.00,2020-08-15,5.00
    """,
    "payments": """
        payment_id,loan_id,paid_on,principal,interest,fee,penalty,source
        Y1,L3,2020-01-01,1000000,40000,,,income
        Y2,L3,2020-02-01,100,-1,,,
        Y3,L3,2020-02-02,-100,1,,,unknown
    """,
    "collateral": """
        collateral_id,loan_id,kind,title_ref,commune,taken_on,released_on,value,valued_on,valuation_accepted
        C1,L1,hard_title,T1,010201,2020-01-01,,5000000,2019-12-01,true
        C2,L3,vehicle,,,2019-07-01,2020-01-01,,,
    """,
    "deposits": """
        account_id,institution_id,depositor_id,currency,balance,kind
        D1,A,P1,KHR,100000,voluntary
        D2,A,P2,USD,12.34,compulsory
    """,
    "recovery": """
        loan_id,happened_on,step
        L3,2020-03-01,reminder
        L3,2020-03-01,visit
    """,
    "funders": """
        institution_id,funder,country,instrument,currency,amount,since,until
        A,A fund,NL,debt,USD,1000000,2015-01-01,2025-01-01
    """,
    "fx": """
        on,currency,khr
        2020-06-30,USD,4100
        2020-06-30,THB,132.5
    """,
}


def text(table, book=None):
    """The CSV of a table, with its final line feed."""
    lines = (book or BOOK)[table].strip("\n").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def rows(table, book=None):
    return list(csv.DictReader(io.StringIO(text(table, book))))


def folder(path, book=None, **changed):
    """A tape as a folder of CSV; `changed` gives some tables' bytes or text, None leaves one out."""
    path.mkdir(parents=True, exist_ok=True)
    for table in book or BOOK:
        content = changed.get(table, text(table, book))
        if content is not None:
            (path / f"{table}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def zipped(path, source):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(source.rglob("*")):
            if file.is_file():
                archive.write(file, Path(path.stem) / file.relative_to(source))
    return path


def gzipped(path, source):
    path.mkdir()
    for file in source.iterdir():
        (path / f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    return path


def parquet(path, *, parts=False, book=None):
    path.mkdir()
    for table in book or BOOK:
        data = pa.Table.from_pylist(rows(table, book))
        if not parts:
            pq.write_table(data, path / f"{table}.parquet")
            continue
        (path / table).mkdir()
        middle = data.num_rows // 2
        pq.write_table(data.slice(0, middle), path / table / "part-0.parquet")
        pq.write_table(data.slice(middle), path / table / "part-1.parquet")
    return path


def workbook(path, book=None):
    """A tape as a workbook with real numbers and real dates, as people have them."""
    out = openpyxl.Workbook()
    out.remove(out.active)
    for table in book or BOOK:
        sheet = out.create_sheet(table)
        found = rows(table, book)
        sheet.append(list(found[0]))
        for row in found:
            sheet.append([_cell(table, column, value) for column, value in row.items()])
    out.save(path)
    return path


def _cell(table, column, value):
    kind = contract()[table][column].kind
    if not value:
        return None
    if kind == "date":
        return dt.datetime.fromisoformat(value)
    if kind in ("money", "integer", "percent", "rate"):
        return float(value)
    return {"true": True, "false": False}.get(value, value) if kind == "boolean" else value


def sealed(tapes, out, **options):
    options = {"pack": pack(), "work": out / "work", "audit_date": AUDIT_DATE} | options
    return seal(tapes if isinstance(tapes, list) else [tapes], out, **options)


def edits(result):
    with result.edits.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fired(result):
    return sorted({e["rule_id"] for e in edits(result)})


def table(result, name):
    return pq.read_table(result.folder / f"{name}.parquet").to_pylist()


def returned(result, name):
    path = result.returned / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(path):
    """The physical lines of a CSV below its header, counted by hand: line feeds, and a last line without one."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return data.count(b"\n") + (not data.endswith(b"\n")) - 1


def mapping(path, content):
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path
