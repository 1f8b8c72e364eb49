"""Reads one cell as the kind of answer that its field asks for, or says by a code why it cannot be used."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from prakas.case.form import Field
from prakas.case.places import communes
from prakas.case.record import Value
from prakas.case.words import KHMER_DIGITS, UNSEEN, CaseWords
from prakas.jurisdictions import Pack
from prakas.tape import LARGEST_MONEY, MONEY_SCALE, PERCENT_SCALE

FIRST_DAY, LAST_DAY = dt.date(1979, 1, 1), dt.date(2100, 12, 31)
LARGEST_INTEGER: Final = 100_000
LARGEST_PERCENT: Final = 1_000
SMALLEST_PERCENT = Decimal("0.4")  # a spreadsheet keeps 36 % as 0.36; no lender asks for less than 0.4 % a month or a year
LONGEST_TEXT = 60
LONGEST_CASE_ID = 20

CASE_ID = re.compile(r"[A-Z0-9]+(?:-[A-Z0-9]+)*")
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]00:00(?::00)?)?")
PLAIN = re.compile(r"(-?)([0-9]+|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+)(?:\.([0-9]+))?")
COMMUNE = re.compile(r"([0-9]{6})(?:[ \u00a0].*)?", re.DOTALL)
# A phone, identity or title number: eight digits or more, however they are parted. Days and amounts have fields of their own.
PERSONAL = re.compile(r"(?:[0-9][ \u00a0\-.()/]{0,2}){7,}[0-9]")
MOST_SHOWN = 80


@dataclass(frozen=True)
class Unusable:
    """Why a cell cannot be used: the code of a remark."""

    code: str


def is_empty(cell: Any) -> bool:
    """Whether nothing stands in a cell; blanks alone are nothing."""
    return cell is None or (isinstance(cell, str) and not plain(cell))


def plain(text: str) -> str:
    """Return a text with Latin digits and without unseen marks and blanks around it.

    >>> plain(" ១,៥០០ ")
    '1,500'
    """
    return UNSEEN.sub("", text).translate(KHMER_DIGITS).strip()


def is_personal(cell: Any) -> bool:
    """Whether a text holds what looks like a phone, identity or title number.

    >>> is_personal("012 345 678"), is_personal("+855-12-345-678"), is_personal("K7M2-9QXD"), is_personal(12345678.0)
    (True, True, False, True)
    """
    if isinstance(cell, (bool, dt.date, dt.time)):
        return False
    text = plain(str(cell) if isinstance(cell, str) else shown(cell))
    return PERSONAL.search(text) is not None and not ISO_DAY.fullmatch(text)


def shown(cell: Any) -> str:
    """Return what stands in a cell as a person would read it there.

    >>> shown(1500.0), shown(0.1 + 0.2), shown(True), shown(dt.datetime(2020, 6, 30)), shown("  a ")
    ('1500', '0.3', 'TRUE', '2020-06-30', 'a')
    """
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        number = Decimal(format(cell, ".15g"))  # the digits that a spreadsheet itself keeps and shows
        return format(number, "f") if number.is_finite() and abs(number.adjusted()) < 40 else str(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, (dt.date, dt.time)):
        return cell.isoformat()
    text = " ".join(str(cell).split())
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def read_cell(field: Field, cell: Any, words: CaseWords, country: Pack) -> Value | Unusable:
    """Return the value of a cell that is not empty, as its field asks for it; Unusable where it cannot be had for certain."""
    if isinstance(cell, (bool, dt.time, dt.timedelta)):
        return Unusable(BY_KIND[field.kind])
    if field.kind == "date":
        return _day(cell)
    if field.kind == "money":
        return _scaled(field, cell, MONEY_SCALE, LARGEST_MONEY)
    if field.kind == "percent":
        return _percent(cell)
    if field.kind == "integer":
        return _integer(field, cell)
    if field.kind == "commune":
        return _commune(cell, country)
    if field.kind == "code":
        code = words.code_of(field.code_list, plain(shown(cell)))
        return Unusable("person_number" if is_personal(cell) else "code_unknown") if code is None else code
    return _text(field, cell)


BY_KIND: Final = {
    "text": "text_unreadable",
    "code": "code_unknown",
    "commune": "commune_unknown",
    "date": "date_unreadable",
    "money": "money_unreadable",
    "integer": "integer_unreadable",
    "percent": "percent_unreadable",
}


def _text(field: Field, cell: Any) -> Value | Unusable:
    if isinstance(cell, dt.date):
        return Unusable("text_unreadable")
    if is_personal(cell):
        return Unusable("person_number")
    text = " ".join(plain(shown(cell) if isinstance(cell, (int, float)) else str(cell)).split())
    if field.name == "case_id":
        text = text.upper()
        return text if CASE_ID.fullmatch(text) and len(text) <= LONGEST_CASE_ID else Unusable("case_id_form")
    return text if len(text) <= LONGEST_TEXT else Unusable("text_too_long")


def _commune(cell: Any, country: Pack) -> Value | Unusable:
    if isinstance(cell, (int, float)):
        code = shown(cell).zfill(6)  # a spreadsheet drops the zero in front
    else:
        match = COMMUNE.fullmatch(plain(shown(cell)))
        code = match[1] if match else ""
    if is_personal(cell):
        return Unusable("person_number")
    return code if code in communes(country) else Unusable("commune_unknown")


def _day(cell: Any) -> Value | Unusable:
    if isinstance(cell, dt.datetime):
        if cell.time() != dt.time():
            return Unusable("date_unreadable")
        day = cell.date()
    elif isinstance(cell, dt.date):
        day = cell
    else:
        match = ISO_DAY.fullmatch(plain(cell)) if isinstance(cell, str) else None
        if match is None:
            return Unusable("date_unreadable")
        try:
            day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return Unusable("date_unreadable")
    return day if FIRST_DAY <= day <= LAST_DAY else Unusable("date_out_of_range")


def _number(cell: Any) -> Decimal | None:
    """Return the number in a cell, or None where there is not one number for certain.

    >>> _number("1,500"), _number("1,5"), _number("1 500 000.25"), _number("1.500.000"), _number(12.0)
    (Decimal('1500'), None, Decimal('1500000.25'), None, Decimal('12'))
    """
    if isinstance(cell, dt.date):
        return None
    match = PLAIN.fullmatch(plain(shown(cell) if isinstance(cell, (int, float)) else str(cell)))
    if match is None or len(match[0]) > MOST_SHOWN:
        return None
    whole = re.sub(r"[^0-9]", "", match[2])
    marks = set(re.sub(r"[0-9]", "", match[2]))
    return Decimal(f"{match[1]}{whole}.{match[3] or '0'}").normalize() + 0 if len(marks) <= 1 else None


def _scaled(field: Field, cell: Any, scale: int, largest: int) -> int | Unusable:
    number = _number(cell)
    if number is None:
        return Unusable(BY_KIND[field.kind])
    if number < 0:
        return Unusable("number_negative")
    if number * scale > largest:
        return Unusable("number_too_large")
    if number * scale != int(number * scale):
        return Unusable("money_decimals")
    return Unusable("number_zero") if number == 0 and field.least else int(number * scale)


def _percent(cell: Any) -> int | Unusable:
    number = _number(plain(cell).removesuffix("%").strip() if isinstance(cell, str) else cell)
    if number is None:
        return Unusable("percent_unreadable")
    if number < 0:
        return Unusable("number_negative")
    if number > LARGEST_PERCENT:
        return Unusable("number_too_large")
    if 0 < number < SMALLEST_PERCENT:
        return Unusable("percent_fraction")
    scaled = number * PERCENT_SCALE
    return int(scaled) if scaled == int(scaled) else Unusable("percent_unreadable")


def _integer(field: Field, cell: Any) -> int | Unusable:
    number = _number(cell)
    if number is None or (number >= 0 and number != int(number)):
        return Unusable("integer_unreadable")
    if number < 0:
        return Unusable("number_negative")
    if number > LARGEST_INTEGER:
        return Unusable("number_too_large")
    return Unusable("number_zero") if number < field.least else int(number)
