"""One run of `prakas relief check`: the granted schedules of a result held against a later tape, written whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import prakas
from prakas.audit import Book, Options, assess, opened, sealed_tapes, whole_folder, write_table
from prakas.engine import write_parquet
from prakas.errors import FilingError
from prakas.facts import Day, add_months
from prakas.relief.given import CHECKED_ROWS, LENDERS_CHECKED, PROMISED, STATES, as_people_read, checked, lenders_checked
from prakas.relief.record import tape_record
from prakas.relief.relieve import INSTALLMENTS, Relief

EPOCH = date(1970, 1, 1)


def _granted(folder: Path) -> tuple[dict[str, Any], pa.Table]:
    """Return the plan and the new schedules of a relief's result. Raises FilingError where the folder holds none, or two plans."""
    try:
        record = json.loads((folder / "relief.json").read_text("utf-8"))
        plans = record["plans"]
        if len(plans) == 1:
            rows = pq.read_table(folder / "installments.parquet")
            if rows.schema.equals(INSTALLMENTS) and {"from", "months"} <= set(plans[0]["plan"]):
                return record, rows
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowInvalid):
        plans = []
    if len(plans) > 1:
        raise FilingError(f"'{folder.name}' holds two plans. Name the folder of one of them with --granted: it lies inside.")
    raise FilingError(
        f"'{folder.name}' is not a result of 'prakas relief' that can be read. Name the folder that its --out gave."
    )


def _hundredths(column: Any) -> Any:
    return pc.cast(pc.multiply(pc.fill_null(column, 0), 100), pa.int64())


def _promised(rows: pa.Table) -> pa.Table:
    """Return the new schedules in hundredths. Shape: PROMISED."""
    principal, fee = _hundredths(rows["principal"]), _hundredths(rows["fee"])
    rest = pc.add(principal, fee)
    is_own = pc.is_valid(rows["old_due_on"])
    return pa.table(
        {
            "institution_id": rows["institution_id"],
            "loan_id": rows["loan_id"],
            "due_on": rows["due_on"],
            "old_due_on": rows["old_due_on"],
            "amount": pc.add(rest, _hundredths(rows["interest"])),
            "old_amount": pc.if_else(is_own, pc.add(rest, _hundredths(rows["old_interest"])), 0),
            "is_changed": pc.not_equal(rows["change"], "kept"),
        }
    ).cast(PROMISED)


def relief_check(tapes: list[Path], granted: Path, out: Path, options: Options) -> Relief:
    """Return whether the relief of a result was given, as a later tape shows it; written to `out` whole or not at all. Raises PrakasError."""
    before, rows = _granted(granted)
    plan = before["plans"][0]["plan"]
    start = date.fromisoformat(plan["from"])
    if options.audit_date < start:
        message = (
            f"The plan starts on {start}, after the books of {options.audit_date}: nothing can be given yet. Take a later tape."
        )
        raise FilingError(message)
    end = EPOCH + timedelta(days=int(add_months(Day(start, options.pack).number, plan["months"])))
    with whole_folder(out, replace=options.replace) as folder:
        with opened(options, folder / ".work") as book:
            sealed = sealed_tapes(book, tapes)
            assess(book)
            with book.step("was it given"):
                _write(book, rows, start, end, folder)
        found = pq.read_table(folder / "checked.parquet", columns=["state", "missing"]).to_pylist()
        record = {
            "audit_date": options.audit_date.isoformat(),
            "engine": options.engine,
            "prakas": prakas.__version__,
            "granted": {
                "audit_date": before["audit_date"],
                "plan": plan,
                "sha256": sha256((granted / "installments.parquet").read_bytes()).hexdigest(),
            },
            "ends_on": end.isoformat(),
            "loans": len(found),
            "states": {state: sum(row["state"] == state for row in found) for state in STATES},
            "not_assessed_because": dict(sorted(Counter(row["missing"] for row in found if row["missing"]).items())),
            "tape": tape_record(sealed),
            "timings": book.timings,
        }
        shutil.rmtree(folder / ".work")
        (folder / "check.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return Relief(out, record, sum(one.returned for one in sealed.files), len(sealed.refused))


def _write(book: Book, rows: pa.Table, start: date, end: date, folder: Path) -> None:
    """Write checked.parquet and .csv, and the lenders' counts."""
    write_parquet(book.work / "relief_promised.parquet", [_promised(rows)], PROMISED)
    book.engine.declare("relief_promised", book.work / "relief_promised.parquet")
    book.write("relief_checked", checked("relief_promised", book.setting.day, start, end), CHECKED_ROWS)
    write_table(folder, "checked", as_people_read(pq.read_table(book.work / "relief_checked.parquet")))
    write_table(folder, "lenders", book.run("lenders", lenders_checked("relief_checked"), LENDERS_CHECKED))
