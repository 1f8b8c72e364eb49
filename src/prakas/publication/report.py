"""The audit's report for people: one page that stands alone, made from the finished tables and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from prakas.jurisdictions import Pack, pack
from prakas.publication.charts import histogram
from prakas.publication.finding_sums import SHOWN, FindingSums, edit_sums, finding_sums
from prakas.publication.headlines import facts, rule_cards
from prakas.publication.language import Language, language
from prakas.publication.lenders import ORDER, lenders_of
from prakas.publication.loan_sums import PRICES, LoanSums, loan_sums
from prakas.publication.page import page
from prakas.publication.sources import LawUsed, law_used
from prakas.publication.tilemap import province_names, tile_map, tiles

MADE_UP = "(made up)"
GRADES = ("standard", "special_mention", "substandard", "doubtful", "loss")
STATES = (*GRADES, "not_graded", "no_position", "written_off", "repaid")
STANDINGS = ("law", "industry_code", "demand", "notice")
# Longer lists stand in the tables beside the page.
LENDERS_SHOWN, TAPES_SHOWN, FILED_SHOWN, EDITS_SHOWN = 400, 300, 200, 300


def write_report(folder: Path, *, words: str = "en") -> None:
    """Write `report.html` into a folder with the finished tables of an audit. Raises OSError where it cannot be written."""
    record = json.loads((folder / "audit.json").read_text("utf-8"))
    country, spoken = pack(record["jurisdiction"]), language(words)
    law = law_used(record, country, words)
    findings = finding_sums(folder / "findings.parquet")
    loans = loan_sums(folder / "loans.parquet", Decimal(record["tolerance_percent_points"]))
    institutions = pq.read_table(folder / "institutions.parquet").to_pylist()
    content = {
        "record": record,
        "law": law,
        "made_up": sum(MADE_UP in (row["name"] or "") for row in institutions),
        "institutions": len(institutions),
        "facts": facts(record, institutions),
        "cards": rule_cards(record, findings, law, spoken),
        "audited": _audited(record),
        "lenders": _lenders(institutions, record, findings, law),
        "grades": _grades(loans),
        "prices": _prices(loans, spoken),
        "titles": _titles(folder / "titles.parquet", country, institutions, spoken),
        "rules": _rules(record, findings, law),
        "used": _values_used(record, law),
        "edits": _edits(folder / "edits.csv"),
        "sources": {name: (law.citations(name, findings.of(name).citations), law.confidence(name)) for name in law.rules},
        "standings": STANDINGS,
        "shown": SHOWN,
    }
    (folder / "report.html").write_text(page(content, spoken), "utf-8")


def _audited(record: dict[str, Any]) -> dict[str, Any]:
    """Return the tapes with their rows, kept and returned, and what became of those who should have filed."""
    by_tape: dict[str, Counter[str]] = {}
    for one in record["tape"]["files"]:
        counts = by_tape.setdefault(one["tape"], Counter())
        counts.update({name: one[name] for name in ("rows", "kept", "returned", "taken_along")})
        counts["files"] += 1
    total: Counter[str] = sum(by_tape.values(), Counter())
    outcomes = Counter(one["outcome"] for one in record["tape"]["register"])
    # Tapes with rows returned come first: they are what a reader looks for.
    tapes = sorted(by_tape.items(), key=lambda one: (-one[1]["returned"], one[0]))
    apart = [one for one in record["tape"]["register"] if one["outcome"] != "filed"]
    refused = record["tape"]["refused"]
    return {
        "tapes": tapes[:TAPES_SHOWN],
        "more_tapes": max(0, len(tapes) - TAPES_SHOWN),
        "count": len(by_tape),
        "total": total,
        "refused": refused[:FILED_SHOWN],
        "more_refused": max(0, len(refused) - FILED_SHOWN),
        "outcomes": sorted(outcomes.items()),
        "apart": apart[:FILED_SHOWN],
        "more_apart": max(0, len(apart) - FILED_SHOWN),
    }


def _lenders(rows: list[dict[str, Any]], record: dict[str, Any], findings: FindingSums, law: LawUsed) -> dict[str, Any]:
    every = lenders_of(rows, record, findings, law)
    counts = Counter(one.outcome for one in every)
    return {
        "rows": every[:LENDERS_SHOWN],
        "more": max(0, len(every) - LENDERS_SHOWN),
        "counts": [(name, counts[name]) for name in ORDER if counts[name]],
    }


def _grades(loans: LoanSums) -> dict[str, Any]:
    """Return the grades by currency, each with its share of what is outstanding and graded or not yet."""
    currencies = []
    for currency in sorted({currency for _, currency in loans.grades}):
        rows = [(state, loans.grades[state, currency]) for state in STATES if (state, currency) in loans.grades]
        owed = sum((one.money["outstanding_principal"] for state, one in rows if state != "written_off"), Decimal(0))
        currencies.append({"currency": currency, "rows": rows, "owed": owed, "loans": sum(one.loans for _, one in rows)})
    confidence: Counter[str] = Counter()
    for (state, _), one in loans.grades.items():
        if state in GRADES:
            confidence.update(one.confidence)
    return {"currencies": currencies, "loans": loans.loans, "confidence": sorted(confidence.items())}


def _prices(loans: LoanSums, spoken: Language) -> dict[str, Any]:
    ceilings = sorted(loans.ceilings)
    return {
        "kinds": [(kind, loans.prices[kind]) for kind in PRICES],
        "charts": [(kind, histogram(loans.prices[kind], ceilings, spoken, kind)) for kind in PRICES[:3]],
        "ceilings": ceilings,
        "under": loans.under_ceiling,
        "loans": loans.loans,
    }


def _titles(path: Path, country: Pack, institutions: list[dict[str, Any]], spoken: Language) -> dict[str, Any]:
    """Return land titles by province: hard, soft, those held after repayment (None where nothing tells)."""
    table = pq.read_table(path, columns=["province", "kind", "titles", "titles_after_repayment"])
    sums = table.group_by(["province", "kind"]).aggregate(
        [("titles", "sum"), ("titles_after_repayment", "sum"), ("titles_after_repayment", "count")]
    )
    names = province_names(spoken.code) if country.name == "kh" else {}
    grid = tiles(country)
    rows: dict[str, dict[str, Any]] = {}
    for code in sorted(grid):
        rows[code] = {"name": names.get(code, code), "hard_title": 0, "soft_title": 0, "after": None}
    for one in sums.to_pylist():
        code = one["province"] or ""
        row = rows.setdefault(code, {"name": names.get(code, code), "hard_title": 0, "soft_title": 0, "after": None})
        row[one["kind"]] = row.get(one["kind"], 0) + one["titles_sum"]
        if one["titles_after_repayment_count"]:
            row["after"] = (row["after"] or 0) + one["titles_after_repayment_sum"]
    for row in rows.values():
        if not row["hard_title"] + row["soft_title"]:
            row["after"] = 0  # no title, so none held after repayment
    counts = {code: row["hard_title"] + row["soft_title"] for code, row in rows.items() if code}
    has_any = any(row["titles_hard"] is not None for row in institutions)
    placed = [rows[code] for code in sorted(rows, key=lambda code: (code == "", code))]
    return {
        "is_known": has_any,
        "rows": placed if has_any else [],
        "map": tile_map(grid, counts, names, spoken) if grid and has_any else None,
        "unknown_lenders": sum(row["titles_hard"] is None for row in institutions),
        "after_unknown": sum(row["titles_after_repayment"] is None for row in institutions),
    }


def _rules(record: dict[str, Any], findings: FindingSums, law: LawUsed) -> dict[str, list[dict[str, Any]]]:
    """Return the rules of the run by standing, each with its tally, its words and its first findings."""
    files = {(one["tape"], one["table"]): one["file"] for one in record["tape"]["files"]}
    by_standing: dict[str, list[dict[str, Any]]] = {standing: [] for standing in STANDINGS}
    for identifier, tally in record["rules"].items():
        found = findings.of(identifier)
        known = law.rules.get(
            identifier, {"sentence": identifier, "citations": [], "confidence": [], "covers": True, "parameters": []}
        )
        first = [{**row, "file": files.get((row["tape"], row["source_table"]), row["source_table"])} for row in found.first]
        by_standing[tally["standing"]].append(
            {
                **known,
                "id": identifier,
                "tally": tally,
                "citations": law.citations(identifier, found.citations),
                "found": found,
                "first": first,
                "more": found.count - len(first),
            }
        )
    return by_standing


def _values_used(record: dict[str, Any], law: LawUsed) -> list[dict[str, Any]]:
    """Return the values of the law that the rules of the run were held to, with the rules that used them."""
    used: dict[str, list[str]] = {}
    for identifier in record["rules"]:
        for parameter in law.rules.get(identifier, {}).get("parameters", ()):
            used.setdefault(parameter, []).append(identifier)
    return [
        {**value, "label": law.labels.get(parameter, parameter), "rules": rules}
        for parameter, rules in used.items()
        for value in law.values.get(parameter, [])
    ]


def _edits(path: Path) -> dict[str, Any]:
    rows = edit_sums(path)
    return {"rows": rows[:EDITS_SHOWN], "more": max(0, len(rows) - EDITS_SHOWN), "count": sum(row["count"] for row in rows)}
