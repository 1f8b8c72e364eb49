"""Made cases: a sound one, and the workbook filled from it by hand, as a person would with a spreadsheet.

Cells are found by what stands in the workbook itself: the name of a question in the hidden column, the name of a column in the
hidden row. Nothing of the reader is used.
"""

from __future__ import annotations

import copy
import datetime as dt
import functools
import io

import openpyxl

from prakas.case.reading import read_case
from prakas.case.workbook import workbook

FIRST_LINE = 7  # of a list, in the sheet
LISTS = ("schedule", "receipts", "fees", "papers", "events")


def day(text):
    return dt.date.fromisoformat(text)


def sound():
    """One debt of 1,200 dollars at 1.5 % a month over six months, 12 dollars kept back: nothing is missing, nothing at odds."""
    return copy.deepcopy(
        {
            "household": {
                "interviewed_on": day("2021-06-15"),
                "commune": "010201",
                "people": 5,
                "children": 2,
                "poverty": "none",
                "livelihood": "farming",
                "work_status": "working",
                "income_monthly": 300,
                "income_currency": "USD",
            },
            "debts": {
                1: {
                    "creditor_kind": "microfinance",
                    "creditor_name": "Example Microfinance (made up)",
                    "segment": "individual",
                    "currency": "USD",
                    "signed_amount": 1200,
                    "cash_received": 1188,
                    "signed_on": day("2021-01-10"),
                    "received_on": day("2021-01-12"),
                    "last_due_on": day("2021-07-12"),
                    "stated_rate": 1.5,
                    "stated_rate_per": "month",
                    "rate_method": "declining",
                    "frequency": "monthly",
                    "payment": 210.63,
                    "payments": 6,
                    "first_due_on": day("2021-02-12"),
                    "owed_now": 411.97,
                    "days_late": 0,
                }
            },
            "schedule": [
                {"debt": 1, "number": n, "due_on": day(f"2021-{n + 1:02}-12"), "principal": p, "interest": i, "total": t}
                for n, p, i, t in (
                    (1, 192.63, 18, 210.63),
                    (2, 195.52, 15.11, 210.63),
                    (3, 198.45, 12.18, 210.63),
                    (4, 201.43, 9.2, 210.63),
                    (5, 204.45, 6.18, 210.63),
                    (6, 207.52, 3.11, 210.63),
                )
            ],
            "receipts": [
                {"debt": 1, "paid_on": day("2021-02-12"), "total": 210.63, "principal": 192.63, "interest": 18, "source": "income"},
                {"debt": 1, "paid_on": day("2021-03-12"), "total": 210.63, "principal": 195.52, "interest": 15.11},
                {"debt": 1, "paid_on": day("2021-04-12"), "total": 210.63},
                {"debt": 1, "paid_on": day("2021-05-12"), "total": 210.63, "source": "other_loan"},
            ],
            "fees": [{"debt": 1, "charged_on": day("2021-01-12"), "kind": "admin", "amount": 12}],
            "papers": [{"debt": 1, "kind": "soft_title", "label": "A", "commune": "010201", "taken_on": day("2021-01-10"), "value": 5000}],
            "events": [{"happened_on": day("2021-05-20"), "kind": "visit", "debt": 1}],
        }
    )  # fmt: skip


@functools.cache
def without_communes(case_id):
    """The empty form, less the list of communes: 1,661 lines that every test would read and write again."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(case_id)))
    del book["communes"]
    room = io.BytesIO()
    book.save(room)
    return room.getvalue()


class Filling:
    """A workbook that is being filled: where its cells are, and what a person puts into them."""

    def __init__(self, path, case_id="K7M2-9QXD"):
        self.path = path
        self.book = openpyxl.load_workbook(io.BytesIO(without_communes(case_id)))

    def fill(self, case, mark="document"):
        """Fill in a case; marks go beside every value."""
        for name, value in case["household"].items():
            self.put("household", name, value)
            if name != "interviewed_on":
                self.put("household", name, mark, marking=True)
        for number, debt in case["debts"].items():
            for name, value in debt.items():
                self.put("debts", name, value, number)
                self.put("debts", name, mark, number, marking=True)
        for sheet in LISTS:
            for row, line in enumerate(case[sheet], FIRST_LINE):
                for name, value in line.items():
                    self.put(sheet, name, value, row)
                self.put(sheet, "mark", mark, row)
        return self

    def place(self, sheet, name, item=1, *, marking=False):
        """The name of a cell: of a question on the page, of a debt's block, or of a line of a list (its row in the sheet)."""
        page = self.book[sheet]
        heads = {str(c.value): c.column_letter for c in page[3] if c.value}
        if sheet in LISTS:
            return f"{heads[name]}{item}"
        row = next(c.row for c in page["A"] if c.value == name)
        if sheet == "household":
            return f"{heads['mark' if marking else 'answer']}{row}"
        return f"{heads[f'mark {item}' if marking else f'debt {item}']}{row}"

    def put(self, sheet, name, value, item=1, *, marking=False):
        """Write a value into a cell and return the cell's name."""
        at = self.place(sheet, name, item, marking=marking)
        self.book[sheet][at].value = value
        return at

    def content(self):
        """The file as bytes."""
        room = io.BytesIO()
        self.book.save(room)
        return room.getvalue()

    def save(self):
        self.book.save(self.path)
        return self.path


def filled(path, case=None, mark="document", case_id="K7M2-9QXD"):
    """Write a filled workbook and return its path; the sound case where none is given."""
    return Filling(path, case_id).fill(case or sound(), mark).save()


def read(path, case=None, mark="document"):
    """Fill in a case, and read it back."""
    return read_case(filled(path, case, mark).read_bytes(), "case.xlsx")
