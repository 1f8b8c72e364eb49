"""The end of a run in a few lines that a person can read in ten seconds. Plain text, plain columns."""

from __future__ import annotations

from typing import Any

from prakas.publication.numbers import grouped

NOT_KNOWN = "not assessed"
WORDS = {"law": "breach of law", "industry_code": "lenders' code", "demand": "asked for, not law", "notice": "notice"}


def _riel(value: str | None) -> str:
    return NOT_KNOWN if value is None else f"{grouped(value)} riel"


def _count(value: int | None) -> str:
    return NOT_KNOWN if value is None else grouped(str(value))


def _known(totals: dict[str, Any], names: tuple[str, ...], text: str) -> str:
    """Return a line's text, or once that nothing of it is known."""
    return NOT_KNOWN if all(totals[name] is None for name in names) else text


def summary_lines(record: dict[str, Any]) -> list[str]:
    """Return the headline figures of an audit from audit.json's content."""
    totals, files = record["totals"], record["tape"]["files"]
    rows, returned = sum(f["rows"] for f in files), sum(f["returned"] for f in files)
    lines = [
        f"Audit date {record['audit_date']}, {len({f['tape'] for f in files})} tapes, law as seen on {record['rulebook']['version']}",
        (
            f"Rows read        {grouped(str(rows))}, kept {grouped(str(rows - returned))}, returned {grouped(str(returned))};"
            f" {grouped(str(record['tape']['edits']))} edits"
        ),
        "Portfolio        "
        + _known(totals, ("portfolio_khr", "loans"), f"{_riel(totals['portfolio_khr'])}, {_count(totals['loans'])} loans"),
        "Provisions       "
        + _known(
            totals,
            ("provision_required_khr", "provision_reported_khr", "provision_shortfall_khr"),
            f"required {_riel(totals['provision_required_khr'])}, booked {_riel(totals['provision_reported_khr'])},"
            f" short {_riel(totals['provision_shortfall_khr'])}",
        ),
        "In suspense      "
        + _known(
            totals,
            ("interest_in_suspense_khr",),
            f"{_riel(totals['interest_in_suspense_khr'])} of interest taken to income (trigger not verified)",
        ),
        "Price            "
        + _known(
            totals,
            ("loans_above_ceiling", "loans_above_ceiling_all_in", "excess_khr"),
            f"{_count(totals['loans_above_ceiling'])} loans above the ceiling (law);"
            f" {_count(totals['loans_above_ceiling_all_in'])} with fees counted (no law), {_riel(totals['excess_khr'])} beyond it",
        ),
        "Land titles      "
        + _known(
            totals,
            ("titles_hard", "titles_soft", "titles_after_repayment"),
            f"{_count(totals['titles_hard'])} hard, {_count(totals['titles_soft'])} soft,"
            f" {_count(totals['titles_after_repayment'])} held after repayment",
        ),
    ]
    if totals.get("partial_books"):
        lines.append(
            f"Parts of books   lenders with only some of their loans here: {totals['partial_books']}; no total counts them"
        )
    for refused in record["tape"]["refused"]:
        lines.append(f"Refused          {refused['tape']}: {refused['sentence']}")
    for one in record["tape"]["register"]:
        if one.get("outcome", "filed") != "filed":
            lines.append(f"Register         {one['institution_id']}: {one['outcome']}")
    lines.append("")
    width = max((len(name) for name in record["rules"]), default=10)
    lines.append(f"{'Rule':<{width}}  {'found':>9}  {'sound':>9}  {'not assessed':>12}  standing")
    for name, rule in record["rules"].items():
        if rule["covered"]:
            lines.append(
                f"{name:<{width}}  {rule['found']:>9,}  {rule['sound']:>9,}  {rule['not_assessed']:>12,}  {WORDS[rule['standing']]}"
            )
    return lines
