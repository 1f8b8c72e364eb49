"""Small tapes typed by hand, plans as text, and a run of relief as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from prakas.audit import Book, Options, assess, opened, sealed_tapes
from prakas.relief import Relief, read_plan, relief, relief_check, relieve

DAY = date(2020, 6, 30)
INSTITUTIONS = "institution_id,name,legal_form,status,as_of\nA,Alpha,company,licensed,2020-06-30\n"
PLAN = """title: {en: A plan, km: គម្រោង}
months: 3
suspend: both
interest: frozen
who: [everyone]
"""


def hundredths(value: Decimal | None) -> int | None:
    return None if value is None else int(value * 100)


def written(folder: Path, **tables: str) -> Path:
    """Write a tape from CSV text by table; a lender is put in where none is given."""
    folder.mkdir(parents=True)
    for name, text in {"institutions": INSTITUTIONS, **tables}.items():
        (folder / f"{name}.csv").write_text(
            "\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8"
        )
    return folder


def plan(folder: Path, text: str = PLAN, name: str = "plan.yaml", **changed: Any) -> str:
    """Write a plan, some keys in it changed or added (None: taken out), and return its path."""
    lines = [line for line in text.splitlines() if line.split(":")[0] not in changed]
    lines += [f"{key.rstrip('_')}: {value}" for key, value in changed.items() if value is not None]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(folder / name)


class Priced:
    """The result of a run."""

    def __init__(self, run: Relief) -> None:
        self.folder, self.record, self.run = run.folder, run.record, run

    def rows(self, table: str) -> list[dict[str, Any]]:
        return pq.read_table(self.folder / f"{table}.parquet").to_pylist()

    def schedule(self, loan_id: str) -> list[tuple]:
        """A loan's new schedule: number, day, principal, interest, fee in major units."""
        rows = [row for row in self.rows("installments") if row["loan_id"] == loan_id]
        return [(r["number"], r["due_on"].isoformat(), *(float(r[n]) for n in ("principal", "interest", "fee"))) for r in rows]

    @property
    def queue(self) -> list[dict[str, Any]]:
        return self.rows("queue")

    @property
    def granted(self) -> list[str]:
        return [row["loan_id"] for row in self.queue if row["state"] == "granted"]

    @property
    def totals(self) -> dict[str, Any]:
        return self.record["plans"][0]["totals"]


class Desk:
    """The books of one tape, read once, and any number of plans priced over them."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book, self.folder, self.count = book, folder, 0

    def price(self, path: str) -> Priced:
        self.count += 1
        out = self.folder / f"out-{self.count}"
        read = read_plan(path, self.book.options.pack, self.book.setting.law, self.book.setting.on)
        told = relieve._priced(self.book, read, self.count, out)
        return Priced(Relief(out, {"plans": [told]}, 0, 0))


@contextmanager
def desk(tape: Path, folder: Path, day: date = DAY) -> Iterator[Desk]:
    """Give the books of a tape, ready for plans."""
    with opened(Options(day), folder / "work") as book:
        sealed_tapes(book, [tape])
        assess(book)
        yield Desk(book, folder)


def priced(tape: Path, out: Path, *plans: str, day: date = DAY, **options: Any) -> Priced:
    """Return what plans come to on a tape."""
    return Priced(relief([tape], list(plans), out, Options(day, **options)))


def checked(tape: Path, granted: Path, out: Path, day: date) -> dict[str, dict[str, Any]]:
    """Return what a check says of each loan."""
    relief_check([tape], granted, out, Options(day))
    return {row["loan_id"]: row for row in pq.read_table(out / "checked.parquet").to_pylist()}
