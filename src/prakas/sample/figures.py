"""The published figures (and our own assumptions, marked) that a made-up sector follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from prakas.jurisdictions import pack
from prakas.sample.days import number


@dataclass(frozen=True)
class Grid:
    """When a grade begins, in days past due: special mention, substandard, doubtful, loss; provision in percent."""

    short: tuple[int | None, ...]
    long: tuple[int | None, ...]
    provision: tuple[int, ...]  # standard, special mention, substandard, doubtful, loss


@dataclass(frozen=True)
class Law:
    """What the planted breaches follow; days as numbers, money in riel."""

    registration: Mapping[str, int]
    licensing: Mapping[str, int]
    transition_until: int
    cessation_months: int
    first_day: int
    flat_from: int
    ceiling_from: int
    ceiling: float
    tolerance: float
    letter: int
    papers_from: int
    poverty_card_from: int
    no_coercion_from: int
    refinanced_from: int
    refinanced_percent: int
    grid: Grid


@dataclass(frozen=True)
class Figures:
    """The figures of one audit date."""

    values: Mapping[str, float]  # series and shares by name
    rates: Mapping[str, tuple[float, ...]]  # percent a year
    months: tuple[int, ...]
    law: Law
    sources: tuple[tuple[str, str, str, str], ...]  # name, value, confidence, source

    def __getitem__(self, name: str) -> float:
        """Return a series on the audit date, or a share."""
        return self.values[name]


def figures(audit_date: date) -> Figures:
    """Return the sector's figures on a day; between two published points on a straight line."""
    raw: dict[str, Any] = yaml.safe_load((pack().folder / "sector.yaml").read_text("utf-8"))
    values = {name: _on(points, audit_date) for name, points in raw["series"].items()}
    values |= {name: float(share["value"]) for name, share in raw["shares"].items()}
    terms = next(t for t in raw["terms"].values() if audit_date <= t["until"])
    return Figures(
        values=values,
        rates={name: tuple(float(v) for v in rate["values"]) for name, rate in raw["rates"].items()},
        months=tuple(terms["months"]),
        law=_law(raw["law"], audit_date),
        sources=tuple(_sources(raw)),
    )


def _on(points: list[dict[str, Any]], audit_date: date) -> float:
    """Return a series on a day: a straight line between points, the nearest point outside them."""
    earlier = [p for p in points if p["day"] <= audit_date]
    later = [p for p in points if p["day"] > audit_date]
    if not earlier or not later:
        return float((earlier[-1:] or later)[0]["value"])
    before, after = earlier[-1], later[0]
    part = (audit_date - before["day"]).days / (after["day"] - before["day"]).days
    return float(before["value"] + part * (after["value"] - before["value"]))


def _law(raw: dict[str, Any], audit_date: date) -> Law:
    grid = [g for g in raw["grids"] if g["from"] <= audit_date][-1:] or raw["grids"][:1]
    return Law(
        registration={k: v for k, v in raw["registration"].items() if k != "source"},
        licensing={k: v for k, v in raw["licensing"].items() if k != "source"},
        transition_until=number(raw["transition_until"]),
        cessation_months=raw["cessation_months"],
        first_day=number(raw["first_day"]),
        flat_from=number(raw["flat_from"]),
        ceiling_from=number(raw["ceiling"]["from"]),
        ceiling=float(raw["ceiling"]["percent"]),
        tolerance=float(raw["ceiling"]["tolerance"]),
        letter=number(raw["letter"]),
        papers_from=number(raw["papers_from"]),
        poverty_card_from=number(raw["poverty_card_from"]),
        no_coercion_from=number(raw["no_coercion_from"]),
        refinanced_from=number(raw["refinanced"]["from"]),
        refinanced_percent=raw["refinanced"]["percent"],
        grid=Grid(tuple(grid[0]["short"]), tuple(grid[0]["long"]), tuple(grid[0]["provision"])),
    )


def _sources(raw: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    rows = [(n, f"{p['day']}: {p['value']}", p["confidence"], p["source"]) for n, points in raw["series"].items() for p in points]
    rows += [(n, str(s["value"]), s["confidence"], s["source"]) for n, s in raw["shares"].items()]
    rows += [(n, ", ".join(map(str, s["values"])), s["confidence"], s["source"]) for n, s in raw["rates"].items()]
    rows += [(f"terms, {n}", ", ".join(map(str, s["months"])), s["confidence"], s["source"]) for n, s in raw["terms"].items()]
    return rows
