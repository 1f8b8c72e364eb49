"""The sector sheet as a record: figures by perimeter, what is worked out within one perimeter, and the table of demands."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from prakas.jurisdictions import Pack
from prakas.rulebook import rulebook
from prakas.sector.answers import Answer, read_answers, read_demands
from prakas.sector.published import UNITS, Figure, Published, read_published, series_of

OURS = "computed here"


def sector_sheet(country: Pack, day: date, answers: Path | None = None) -> dict[str, Any]:
    """Return what is known up to a day: figures that hold on or before it, and each lender's latest answer by then."""
    law = rulebook(country)
    published = read_published(country.folder / "published.yaml", law.sources, law.languages)
    letter, demands = read_demands(country.folder / "demands.yaml", law)
    told = read_answers(answers or country.folder / "answered.yaml", [one.id for one in demands])
    figures = [one for one in published.figures if one.ends_on <= day]
    instrument = law.instruments[letter]
    used = {tag for one in figures for tag in one.sources} | {tag for one in published.absent for tag in one.sources}
    return {
        "date": day.isoformat(),
        "perimeters": [
            {"id": one.id, "kind": one.kind, "name": one.name, "note": one.note} for one in published.perimeters.values()
        ],
        "series": [
            {
                "perimeter": one.perimeter,
                "measure": one.measure,
                "unit": one.money,
                "figures": [_shown(figure) for figure in one.figures],
            }
            for one in series_of(published, figures)
        ],
        "computed": computed(figures),
        "not_published": [
            {"measure": one.measure, "looked_on": one.looked_on.isoformat(), "sources": list(one.sources)}
            for one in published.absent
        ],
        "not_found": list(published.not_found),
        "demands": {
            "letter": letter,
            "title": instrument.title,
            "signed_on": instrument.signed_on.isoformat() if instrument.signed_on else None,
            "standing": "demand",
            "asked": [{"id": one.id, "words": one.words, "short": one.short, "parameter": one.parameter} for one in demands],
            "lenders": _lenders(told, [one.id for one in demands], day),
            "after_the_date": sum(1 for one in told if one.on is not None and one.on > day),
        },
        "sources": _sources(published, used | set(instrument.sources)),
    }


def computed(figures: list[Figure]) -> list[dict[str, Any]]:
    """Return what we work out from two exact figures of one perimeter, one time and one source: averages, and loans behind a share."""
    groups: dict[tuple[Any, ...], dict[str, Figure]] = {}
    for one in figures:
        if one.how == "exact" and UNITS[one.unit][1] != "khr":
            groups.setdefault((one.perimeter, one.when, one.sources), {})[one.measure] = one
    found = []
    for (perimeter, when, sources), by in groups.items():
        here = {"perimeter": perimeter, "when": when, "unit": "usd", "sources": list(sources), "by": OURS}
        if {"loans", "borrowers"} <= set(by):
            value = (by["loans"].amount / by["borrowers"].amount).quantize(Decimal(1), ROUND_HALF_UP)
            found.append({**here, "measure": "average_per_borrower", "value": str(value), "of": "loans / borrowers"})
        if {"arrears_amount", "arrears"} <= set(by) and by["arrears"].value:
            value = by["arrears_amount"].amount * 100 / by["arrears"].value
            rounded = value.quantize(Decimal(1).scaleb(value.adjusted() - 1), ROUND_HALF_UP)  # two digits, as few as were told
            found.append({**here, "measure": "implied_loans", "value": format(rounded, "f"), "of": "arrears_amount / arrears"})
    return found


def sector_lines(sheet: dict[str, Any]) -> list[str]:
    """Return the sheet as lines for a terminal: perimeter by perimeter, each figure with its time and source."""
    lines = [f"Published figures up to {sheet['date']}; figures of different perimeters are never added."]
    for perimeter in sheet["perimeters"]:
        rows = [one for one in sheet["series"] if one["perimeter"] == perimeter["id"]]
        lines += [f"{perimeter['name']['en']}:"] if rows else []
        lines += [
            f"  {figure['when']}  {one['measure']}  {'' if figure['how'] == 'exact' else figure['how'] + ' '}{figure['value']} "
            f"{figure['unit']}  ({', '.join(figure['sources'])}, {figure['confidence']})"
            for one in rows
            for figure in one["figures"]
        ]
    lines += [f"{one['measure']}: not published (looked for on {one['looked_on']})" for one in sheet["not_published"]]
    demands = sheet["demands"]
    for lender in demands["lenders"]:
        states = [answer["state"] for answer in lender["answers"]]
        lines.append(
            f"{lender['lender']}: " + ", ".join(f"{states.count(word)} {word}" for word in ("done", "refused", "unknown"))
        )
    if not demands["lenders"]:
        lines.append("Demands of the letter (asked for, not law): no lender is named, so every answer is unknown.")
    if demands["after_the_date"]:
        lines.append(f"Answers dated after {sheet['date']}, left out: {demands['after_the_date']}")
    return lines


def _shown(one: Figure) -> dict[str, Any]:
    return {
        "perimeter": one.perimeter,
        "when": one.when,
        "ends_on": one.ends_on.isoformat(),
        "value": str(one.value),
        "unit": one.unit,
        "amount": format(one.amount, "f"),
        "how": one.how,
        "sources": list(one.sources),
        "confidence": one.confidence,
        "note": dict(one.note),
    }


def _lenders(told: tuple[Answer, ...], demands: list[str], day: date) -> list[dict[str, Any]]:
    """Each lender with its latest answer to every demand by a day; unknown where there is none."""
    latest: dict[tuple[str, str], Answer] = {}
    for one in sorted(told, key=lambda answer: answer.on or date.min):
        if one.on is None or one.on <= day:
            latest[one.lender, one.demand] = one
    return [
        {
            "lender": lender,
            "answers": [
                {
                    "demand": demand,
                    "state": one.state if one else "unknown",
                    "on": one.on.isoformat() if one and one.on else None,
                    "evidence": one.evidence if one else "",
                }
                for demand in demands
                for one in [latest.get((lender, demand))]
            ],
        }
        for lender in sorted({one.lender for one in told})
    ]


def _sources(published: Published, used: set[str]) -> dict[str, Any]:
    return {
        tag: {"title": published.sources[tag].title, "addresses": list(published.sources[tag].addresses)} for tag in sorted(used)
    }
