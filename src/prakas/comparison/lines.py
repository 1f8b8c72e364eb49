"""What people read at the end of a comparison of two months. Plain text, plain columns."""

from __future__ import annotations

from typing import Any


def month_lines(record: dict[str, Any]) -> list[str]:
    """Return the headline figures from months.json's content."""
    lenders = record["lenders"]
    lines = [f"From {record['earlier']['date']} to {record['later']['date']}, lenders in both tapes: {len(lenders['both'])}"]
    for month in ("earlier", "later"):
        files = record[month]["tape"]["files"]
        rows, returned = sum(f["rows"] for f in files), sum(f["returned"] for f in files)
        lines.append(f"{month.capitalize():<9} rows read {rows:,}, kept {rows - returned:,}, returned {returned:,}")
        if alone := lenders[month]:
            lines.append(f"{month.capitalize():<9} lenders in this tape alone, compared with nothing: {len(alone)}")
        lines += [f"Refused   {one['tape']}: {one['sentence']}" for one in record[month]["tape"]["refused"]]
    lines.append("")
    lines += [f"{one['institution_id']}, {one['currency']}: {_rolled(one)}" for one in record["roll_forward"]]
    width = max(len(name) for name in record["rules"])
    lines += ["", f"{'Rule':<{width}}  {'found':>9}  {'sound':>9}  {'not assessed':>12}"]
    for name, rule in record["rules"].items():
        if rule["covered"]:
            lines.append(f"{name:<{width}}  {rule['found']:>9,}  {rule['sound']:>9,}  {rule['not_assessed']:>12,}")
    return lines


def _rolled(one: dict[str, Any]) -> str:
    """Return the roll forward of one lender and currency in a line: what is nothing is left out, but for the two ends and the rest."""
    signs = {
        "disbursed": "+",
        "received": "-",
        "overpaid": "+",
        "capitalized": "+",
        "written_off": "-",
        "vanished": "-",
        "late_entry": "+",
    }
    parts = [_grouped(one["opening"])]
    parts += [f"{sign} {name.replace('_', ' ')} {_grouped(one[name])}" for name, sign in signs.items() if one[name].strip("-0.")]
    text = f"{' '.join(parts)} = {_grouped(one['closing'])}; unexplained {_grouped(one['unexplained'])}"
    return text + (f"; loans left out: {one['loans_left_out']:,}" if one["loans_left_out"] else "")


def _grouped(text: str) -> str:
    """Return a plain amount with its whole part in groups of three.

    >>> _grouped("-1234567.50")
    '-1,234,567.50'
    >>> _grouped("1200.00")
    '1,200'
    """
    whole, _, fraction = text.partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return f"{sign}{int(whole):,}" + (f".{fraction}" if fraction.strip("0") else "")
