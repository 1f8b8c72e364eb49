"""One tape under today's law and under a proposed one: who crosses which line, which loans it concerns, what it comes to."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from prakas.audit import (
    FINDINGS,
    MONEY,
    RATE,
    Options,
    as_printed,
    assess,
    declare_tapes,
    opened,
    sealed_tapes,
    whole_folder,
    write_results,
    write_table,
)
from prakas.comparison.measures import measured
from prakas.facts import declared
from prakas.rulebook import Reform, citation_text, read_reform, rulebook, value_text
from prakas.rules import LOAN_RESULTS
from prakas.tape import Sealed

NANO_IN_MICRO = 1000
KEY = ("rule_id", "institution_id", "subject_kind", "loan_id", "aspect")

# What of a loan the law decides: column of the results, type people read, what the whole number inside is multiplied with.
DECIDED: tuple[tuple[str, Any, int], ...] = (
    ("grade", pa.string(), 0),
    ("provision_base", MONEY, 1),
    ("provision_rate", MONEY, 1),
    ("provision_required", MONEY, 1),
    ("provision_shortfall", MONEY, 1),
    ("interest_in_suspense", MONEY, 1),
    ("ceiling", RATE, NANO_IN_MICRO),
    ("schedule_excess_at_ceiling", MONEY, 1),
    ("excess_at_ceiling", MONEY, 1),
)
SIDES = ("today", "reform")
RESULT = {side: f"{side}-result" for side in SIDES}  # folders within the work folder
_NAMED = (("institution_id", pa.string()), ("loan_id", pa.string()), ("currency", pa.string()), ("source_row", pa.int64()))
CONCERNED = pa.schema(
    [pa.field(n, k) for n, k in _NAMED] + [pa.field(f"{name}_{side}", kind) for name, kind, _ in DECIDED for side in SIDES]
)
_INSIDE = pa.schema([pa.field(f.name, pa.int64() if pa.types.is_decimal(f.type) else f.type) for f in CONCERNED])
# A finding of one law alone. A breach is a breach of today's law; what the reform would find is found.
CROSSINGS = pa.schema([pa.field("law", pa.string()), *FINDINGS])


@dataclass(frozen=True)
class Compared:
    """What a comparison came to. `returned` counts rows held back, `refused` tapes."""

    folder: Path
    record: dict[str, Any]
    returned: int
    refused: int

    @property
    def exit_code(self) -> int:
        """0: done, nothing returned; 1: done, with rows returned or a tape refused among many."""
        return 1 if self.returned or self.refused else 0


def compare(tapes: list[Path], out: Path, options: Options, file: Path) -> Compared:
    """Return what a reform would change over some tapes, written to `out` whole or not at all. Raises PrakasError.

    The tapes are read once; facts, grades and rules are worked out under both laws.
    """
    pack = options.pack
    reform = read_reform(file, rulebook(pack, options.law), pack.codes["status"])
    with whole_folder(out, replace=options.replace) as folder:
        work = folder / ".work"
        sealed, before = today(tapes, options, work)
        record = beside(reform, before, sealed, options, work, folder)
        _hand_back(work / RESULT["today"], folder)
        if options.report is not None:
            options.report(folder)
        shutil.rmtree(work)
    return Compared(out, record, sum(one.returned for one in sealed.files), len(sealed.refused))


def today(tapes: list[Path], options: Options, work: Path) -> tuple[Sealed, dict[str, Any]]:
    """Return the sealed tapes and the record of their audit under today's law, its tables written into the work folder."""
    with opened(options, work / "today") as book:
        sealed = sealed_tapes(book, tapes)
        assess(book)
        (work / RESULT["today"]).mkdir()
        return sealed, write_results(book, sealed, {}, work / RESULT["today"])


def beside(reform: Reform, before: dict[str, Any], sealed: Sealed, options: Options, work: Path, folder: Path) -> dict[str, Any]:
    """Return compare.json's content, and write what differs under a reform from the result of `today` in the same work folder."""
    results = {side: work / name for side, name in RESULT.items()}
    shutil.rmtree(results["reform"], ignore_errors=True)
    results["reform"].mkdir()
    with opened(options, work / "reform", reform.law) as book:
        declare_tapes(book, sealed)
        assess(book)
        after = write_results(book, sealed, {}, results["reform"])
        with book.step("what differs"):
            book.engine.declare("today_loan_results", work / "today" / "loan_results.parquet")
            loans = as_printed(book.run("loans concerned", _concerned(), _INSIDE), CONCERNED)
    differences = measured(results["today"], results["reform"], before, after)
    crossings = _crossings(results)
    write_table(folder, "loans", loans)
    write_table(folder, "differences", differences)
    write_table(folder, "crossings", crossings)
    record = _record(reform, before, after, differences, crossings, loans.num_rows)
    (folder / "compare.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return record


def _concerned() -> ir.Table:
    """Return the loans of which the two laws decide something otherwise, side by side. Shape: _INSIDE."""
    today = declared("today_loan_results", LOAN_RESULTS).select(
        today_no="loan_no", **{f"{name}_today": name for name, _, _ in DECIDED}
    )
    reform = declared("loan_results", LOAN_RESULTS)
    rows = reform.inner_join(today, reform.loan_no == today.today_no)
    rows = rows.mutate(**{f"{name}_reform": rows[name] for name, _, _ in DECIDED})
    differs = ibis.or_(*(~rows[f"{name}_today"].identical_to(rows[f"{name}_reform"]) for name, _, _ in DECIDED))
    scaled = {f"{name}_{side}": rows[f"{name}_{side}"] * factor for name, _, factor in DECIDED if factor > 1 for side in SIDES}
    return rows.filter(differs).mutate(**scaled).select(_INSIDE.names).order_by("institution_id", "loan_id")


def _crossings(results: dict[str, Path]) -> pa.Table:
    """Return the findings that one law makes and the other does not."""
    findings = {side: pq.read_table(folder / "findings.parquet") for side, folder in results.items()}
    keys = {side: [*zip(*(table[name].to_pylist() for name in KEY), strict=True)] for side, table in findings.items()}
    parts = []
    for side, other in (SIDES, SIDES[::-1]):
        known = set(keys[other])
        alone = findings[side].filter(pa.array([key not in known for key in keys[side]], pa.bool_()))
        if side == "reform":
            alone = _as_asked_for(alone)
        parts.append(alone.add_column(0, "law", pa.array([side] * alone.num_rows, pa.string())).cast(CROSSINGS))
    return pa.concat_tables(parts)


def _as_asked_for(findings: pa.Table) -> pa.Table:
    """Return what a proposed law would find: no breach, and asked for by whoever proposes it."""
    result = pa.array(["found"] * findings.num_rows, pa.string())
    findings = findings.set_column(FINDINGS.get_field_index("result"), "result", result)
    standing = pc.if_else(pc.equal(findings["standing"], "law"), "demand", findings["standing"])
    return findings.set_column(FINDINGS.get_field_index("standing"), "standing", standing)


def _changes(reform: Reform) -> Iterator[dict[str, Any]]:
    for change in reform.changes:
        figure = change.parameter
        yield {
            "id": figure.id,
            "label": dict(figure.label),
            "unit": figure.unit,
            "from": change.since.isoformat(),
            "to": change.until.isoformat() if change.until else None,
            "for": list(change.lenders),
            "proposed": value_text(figure, change.proposed) if change.proposed else None,
            "today": [
                {
                    "value": value_text(figure, old),
                    "for": list(old.lenders),
                    "citation": citation_text(old.citation, "en"),
                    "confidence": old.confidence,
                    "standing": old.standing,
                }
                for old in change.today
            ],
            "note": change.proposed.note if change.proposed else "",
        }


def _record(
    reform: Reform, before: dict[str, Any], after: dict[str, Any], differences: pa.Table, crossings: pa.Table, loans: int
) -> dict[str, Any]:
    """Return the content of compare.json."""
    counted: dict[str, dict[str, int]] = {}
    for side, rule in zip(crossings["law"].to_pylist(), crossings["rule_id"].to_pylist(), strict=True):
        one = counted.setdefault(rule, dict.fromkeys(SIDES, 0))
        one[side] += 1
    sector = differences.filter(pc.equal(differences["institution_id"], "")).to_pylist()
    return {
        "audit_date": before["audit_date"],
        "engine": before["engine"],
        "prakas": before["prakas"],
        "reform": {
            "title": dict(reform.title),
            "by": reform.by,
            "sha256": reform.sha256,
            "is_law": False,
            "changes": list(_changes(reform)),
        },
        "rulebook": before["rulebook"],
        "rulebook_under_reform": after["rulebook"]["hash"],
        "tape": before["tape"],
        "institutions": len({name for name in differences["institution_id"].to_pylist() if name}),
        "loans_concerned": loans,
        "crossings": counted,
        "sector": [
            {name: _plain(value, row["unit"]) for name, value in row.items() if name != "institution_id"} for row in sector
        ],
        "rules": {"today": before["rules"], "reform": after["rules"]},
    }


def _plain(value: Any, unit: str) -> Any:
    if value is None or isinstance(value, str):
        return value
    return int(value) if unit == "count" else str(value)


def _hand_back(result: Path, folder: Path) -> None:
    """Give back what was wrong with the tapes, as an audit does."""
    shutil.copyfile(result / "edits.csv", folder / "edits.csv")
    if (result / "returned").is_dir():
        shutil.copytree(result / "returned", folder / "returned")
