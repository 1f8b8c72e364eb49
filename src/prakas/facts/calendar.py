"""Days and calendar months as whole numbers (days since 1970-01-01), compiled for the kernel."""

from __future__ import annotations

from prakas.facts.compiled import compiled


@compiled("int64(int64, int64, int64)")
def day_number(year: int, month: int, day: int) -> int:
    """Return the days from 1970-01-01 to a date of the Gregorian calendar (Hinnant's algorithm)."""
    year -= 1 if month <= 2 else 0
    era = year // 400
    year_of_era = year - era * 400
    shifted = month - 3 if month > 2 else month + 9
    day_of_year = (153 * shifted + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


@compiled("Tuple((int64, int64, int64))(int64)")
def calendar_date(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number."""
    shifted = number + 719468
    era = shifted // 146097
    day_of_era = shifted - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    part = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * part + 2) // 5 + 1
    month = part + 3 if part < 10 else part - 9
    year = year_of_era + era * 400 + (1 if month <= 2 else 0)
    return year, month, day


@compiled("int64(int64, int64)")
def add_months(number: int, months: int) -> int:
    """Return the same day number so many months later, clipped to the month's end (31 January + 1 = 28 or 29 February)."""
    year, month, day = calendar_date(number)
    index = year * 12 + month - 1 + months
    first = day_number(index // 12, index % 12 + 1, 1)
    following = day_number((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return first + min(day - 1, following - first - 1)


@compiled("int64(int64, int64)")
def whole_months(start: int, end: int) -> int:
    """Return how many whole calendar months lie between two days, start first."""
    year_a, month_a, _ = calendar_date(start)
    year_b, month_b, _ = calendar_date(end)
    months = (year_b - year_a) * 12 + month_b - month_a
    return months - 1 if add_months(start, months) > end else months


@compiled("float64(int64, int64)")
def years_by_days(start: int, end: int) -> float:
    """Return the time between two days as actual days over 365."""
    return (end - start) / 365.0


@compiled("float64(int64, int64)")
def years_by_months(start: int, end: int) -> float:
    """Return the time between two days as whole months over 12 and left-over days over 365."""
    months = whole_months(start, end)
    return months / 12.0 + (end - add_months(start, months)) / 365.0
