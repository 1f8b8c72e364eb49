"""Units of parameters, and the shape that a value of each unit must have."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from prakas.rulebook.records import GRADES, Band

# Amounts, percentages and rates are computed with as whole hundredths, millionths and hundredths: what is finer is refused, not cut.
NUMBER = re.compile(r"(0|[1-9]\d{0,12})(\.\d{1,6})?")
HUNDREDTHS = re.compile(r"(0|[1-9]\d{0,12})(\.\d{1,2})?")
WHOLE = re.compile(r"0|[1-9]\d{0,12}")
CODE = re.compile(r"[a-z][a-z0-9_]*")
CURRENCY_UNIT = re.compile(r"[A-Z]{3}(_a_month)?")

WHOLE_UNITS = ("persons", "households", "days", "months", "years", "times")
NUMBER_UNITS = ("percent", "percent_a_year", "percent_a_month", "percentage_points")
OTHER_UNITS = ("date", "grade", "codes", "rule", "yes_no", "grid", "grade_percentages")
UNITS = (*WHOLE_UNITS, *NUMBER_UNITS, *OTHER_UNITS)

COMPARISONS = ("ge", "gt", "le", "lt")
BAND_COMPARISONS = ("ge", "gt")


class ShapeError(ValueError):
    """The value does not have the shape of its unit; the text says what is wrong and how to mend it. Never leaves the room."""


def is_unit(unit: object) -> bool:
    """Whether a unit is known: one of UNITS, or a currency code such as KHR or USD_a_month."""
    return isinstance(unit, str) and (unit in UNITS or CURRENCY_UNIT.fullmatch(unit) is not None)


def shaped(unit: str, value: Any, *, signs_differ: bool = False) -> Any:
    """Return the value in its canonical shape. Raises ShapeError where it does not have the shape of its unit."""
    if unit == "grid":
        return grid(value, signs_differ=signs_differ)
    shape: Callable[[Any], Any] = SHAPES.get(unit, hundredths)  # not among them: a currency
    return shape(value)


def decimal_number(value: Any) -> str:
    """The text of a number, at or above 0."""
    if not isinstance(value, str) or not NUMBER.fullmatch(value):
        raise ShapeError(
            f'"{value}" is not a number written as text. Write it in quotes, without separators, as in "18" or "0.125"'
        )
    return value


def hundredths(value: Any) -> str:
    """The text of a number with at most two decimals, at or above 0."""
    if not isinstance(value, str) or not HUNDREDTHS.fullmatch(value):
        raise ShapeError(f'"{value}" is not a number with at most two decimals written as text. Write it in quotes, as in "2.5"')
    return value


def whole_number(value: Any) -> str:
    """The text of a whole number, at or above 0."""
    if not isinstance(value, str) or not WHOLE.fullmatch(value):
        raise ShapeError(f'"{value}" is not a whole number written as text. Write it in quotes, without separators, as in "1000"')
    return value


def day(value: Any) -> date:
    """A date."""
    if type(value) is not date:
        raise ShapeError(f'"{value}" is not a date. Write it as 2002-12-31, without quotes and without a time')
    return value


def code(value: Any) -> str:
    """One code: small letters, digits and underscores."""
    if not isinstance(value, str) or not CODE.fullmatch(value):
        raise ShapeError(f'"{value}" is not a code. Write small letters, digits and underscores, as in "cash_only"')
    return value


def codes(value: Any) -> list[str]:
    """A list of codes, at least one, none twice."""
    if not isinstance(value, list) or not value:
        raise ShapeError("the value is not a list of codes. Write it as [id_paper, idpoor_card]")
    found = [code(item) for item in value]
    if len(set(found)) < len(found):
        raise ShapeError("a code stands twice in the list. Take one of them out")
    return found


def yes_no(value: Any) -> str:
    """`yes` or `no`, as text."""
    if value not in ("yes", "no"):
        raise ShapeError('the value is neither "yes" nor "no". Write one of them, in quotes')
    return str(value)


def grade(value: Any) -> str:
    """A known grade."""
    if value not in GRADES:
        raise ShapeError(f'"{value}" is not a grade. The grades are {", ".join(GRADES)}')
    return str(value)


def grade_percentages(value: Any) -> dict[str, str]:
    """A percentage for each of some grades, mildest grade first and never falling."""
    if not isinstance(value, dict) or not value:
        raise ShapeError('the value is not a table of grades. Write it as {substandard: "10", doubtful: "30"}')
    order = [GRADES.index(grade(key)) for key in value]
    if order != sorted(order):
        raise ShapeError(f"the grades are not in their order. Write them as {', '.join(GRADES)}")
    rates = {key: hundredths(rate) for key, rate in value.items()}
    numbers = [Decimal(rate) for rate in rates.values()]
    if numbers != sorted(numbers) or numbers[-1] > 100:
        raise ShapeError("the percentages fall from one grade to a worse one, or pass 100. Check them against the text")
    return rates


def grid(value: Any, *, signs_differ: bool) -> dict[str, list[dict[str, Any]]]:
    """Bands of days past due: {any: [...]}, or {short: [...], long: [...]} where the term (one year or less) makes a difference."""
    if not isinstance(value, dict) or set(value) not in ({"any"}, {"short", "long"}):
        raise ShapeError("the value is not a grid. Give it the keys short and long, or the key any")
    return {term: bands(term, value[term], signs_differ=signs_differ) for term in ("any", "short", "long") if term in value}


def bands(term: str, rows: Any, *, signs_differ: bool) -> list[dict[str, Any]]:
    """The bands of one term. Raises ShapeError for a gap, an overlap, a grade out of order or mixed signs."""
    if not isinstance(rows, list) or not rows:
        raise ShapeError(f"the grid has no bands under {term}. Write a list of {{grade, comparison, days}}")
    read = [band(term, row) for row in rows]
    for (one, _), (two, _) in pairwise(read):
        if GRADES.index(two.grade) <= GRADES.index(one.grade):
            raise ShapeError(
                f"under {term}, {two.grade} follows {one.grade}. Write the bands from the mildest grade to the worst"
            )
        if two.first_day <= one.first_day:
            raise ShapeError(
                f"under {term}, {one.grade} (from day {one.first_day}) and {two.grade} (from day {two.first_day}) overlap. "
                "Let each worse grade begin on a later day"
            )
    for (one, last), (two, _) in pairwise(read):
        if last is not None and last != two.first_day - 1:
            fault = "overlap" if last >= two.first_day else "leave a gap"
            raise ShapeError(
                f"under {term}, {one.grade} (up to day {last}) and {two.grade} (from day {two.first_day}) {fault}. "
                "Let each band begin on the day after the last day of the one before it"
            )
    if read[-1][1] is not None:
        raise ShapeError(f"under {term}, the worst grade ends on day {read[-1][1]}, which leaves a gap. Take its up_to out")
    if len({one.comparison for one, _ in read}) > 1 and not signs_differ:
        raise ShapeError(f"under {term}, gt and ge are mixed. Use one sign, or add signs_differ: with what the source prints")
    return [{"grade": one.grade, "comparison": one.comparison, "days": one.days} for one, _ in read]


def band(term: str, row: Any) -> tuple[Band, int | None]:
    """A band, and the last day it covers where the source prints one (`up_to`, used only to check the next band)."""
    if not isinstance(row, dict) or not {"grade", "comparison", "days"} <= set(row) <= {"grade", "comparison", "days", "up_to"}:
        raise ShapeError(f"a band under {term} does not have the keys grade, comparison, days (and up_to). Write just those")
    if row["grade"] not in GRADES[1:]:
        raise ShapeError(
            f'"{row["grade"]}" cannot have a band under {term}. Bands are for {", ".join(GRADES[1:])}; below the first is standard'
        )
    if row["comparison"] not in BAND_COMPARISONS:
        raise ShapeError(
            f'"{row["comparison"]}" is not a sign of a band under {term}. Write gt (more than) or ge (that many or more)'
        )
    for key in ("days", "up_to"):
        if key in row and (type(row[key]) is not int or row[key] < 0):
            raise ShapeError(f'"{row[key]}" is not a number of days under {term}. Write a whole number, without quotes')
    return Band(row["grade"], row["comparison"], row["days"]), row.get("up_to")


SHAPES: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(WHOLE_UNITS, whole_number),
    **dict.fromkeys(NUMBER_UNITS, decimal_number),
    "date": day,
    "grade": grade,
    "codes": codes,
    "rule": code,
    "yes_no": yes_no,
    "grade_percentages": grade_percentages,
}
