"""relief.html: what a plan reaches and costs, in both languages on one page, with the standing of what it rests on in words."""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import yaml
from markupsafe import Markup

from prakas.jurisdictions import pack
from prakas.publication.fonts import FONT_FAMILY, HEAVIEST, LIGHTEST, web_font
from prakas.publication.numbers import grouped
from prakas.publication.page import environment
from prakas.publication.relief_chart import months_chart
from prakas.publication.tilemap import province_names

LANGUAGES = ("en", "km")
MONTHS_SHOWN, LENDERS_SHOWN = 24, 60  # longer lists stand in costs.csv
MADE_UP = "(made up)"
SUMMED = ("interest_forgone_khr", "cash_delayed_khr")
STOCKS = ("provision_frozen_khr", "provision_running_khr", "par30_frozen_khr", "par30_running_khr", "portfolio_khr")
Both = dict[str, str]


@cache
def spoken() -> dict[str, Any]:
    """Return the words of the page by key and language."""
    return yaml.safe_load((Path(__file__).parent / "relief_words.yaml").read_text("utf-8"))


def say(key: str, **values: object) -> Both:
    """Return a text in both languages, its placeholders filled."""
    return {language: str(spoken()[key][language]).format(**values) for language in LANGUAGES}


def word(code_list: str, code: str) -> Both:
    """Return the word for a code; the code itself where there is none."""
    return spoken()[code_list].get(code) or dict.fromkeys(LANGUAGES, code)


def figure(value: Decimal | str | int | None) -> Both:
    """Return a figure for people, riel without a fraction; in words where it is not known."""
    if value is None:
        return say("unknown")
    return dict.fromkeys(LANGUAGES, grouped(str(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP))))


def percent(part: Decimal | str | None, whole: Decimal | str | None) -> Both:
    """Return a share in percent with two decimals; in words where it is not known."""
    if part is None or whole is None or not Decimal(whole):
        return say("unknown")
    share = (100 * Decimal(part) / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return dict.fromkeys(LANGUAGES, f"{share} %")


def write_relief_page(folder: Path) -> None:
    """Write `relief.html` into a folder with the finished tables of one plan, or of two in folders of their own."""
    record = json.loads((folder / "relief.json").read_text("utf-8"))
    plans = record["plans"]
    folders = [folder] if len(plans) == 1 else [folder / f"{n}-{one['plan']['name']}" for n, one in enumerate(plans, 1)]
    comparison = folder / "comparison.parquet"
    text = (
        environment()
        .get_template("relief.html")
        .render(
            record=record,
            say=say,
            made_up=any(MADE_UP in (name or "") for name in record["lenders"].values()),
            plans=[_plan(one, where, record["lenders"]) for one, where in zip(plans, folders, strict=True)],
            beside=_beside(comparison) if len(plans) > 1 else [],
            style=_style(),
        )
    )
    (folder / "relief.html").write_text(text, "utf-8")


def _style() -> Markup:
    font = base64.b64encode(web_font()).decode("ascii")
    face = (
        f"@font-face {{ font-family: '{FONT_FAMILY}'; font-weight: {LIGHTEST} {HEAVIEST}; font-display: swap; "
        f'src: url("data:font/woff2;base64,{font}") format("woff2"); unicode-range: U+1780-17FF, U+200B-200D; }}'
    )
    style = (Path(__file__).parent / "templates" / "report.css").read_text("utf-8")
    return Markup(f"{face}\n{style}")  # noqa: S704 - our own files


def _plan(one: dict[str, Any], folder: Path, names: dict[str, str]) -> dict[str, Any]:
    """Return what the page shows of one plan."""
    plan, totals = one["plan"], one["totals"]
    rows = pq.read_table(folder / "costs.parquet").to_pylist()
    months = _months(rows)
    caption = say("chart", top=grouped(_top(months)))
    return {
        "title": plan["title"],
        "note": plan["note"],
        "standing": _standing(plan),
        "told": _told(plan),
        "texts": [_text(text) for text in plan["texts"]],
        "facts": _facts(plan, totals),
        "chart": months_chart(months[:MONTHS_SHOWN], caption),
        "caption": caption,
        "months": [_month(row) for row in months[:MONTHS_SHOWN]],
        "more_months": max(0, len(months) - MONTHS_SHOWN),
        "tiers": [_tier(tier) for tier in one["tiers"]],
        **_lenders(rows, plan["months"], names),
        "apart": [(word("reasons", reason), figure(count)) for reason, count in one["not_assessed_because"].items()],
        "without_par30": totals["lenders_without_par30_frozen"],
    }


def _standing(plan: dict[str, Any]) -> Both:
    standings = {text["standing"] for text in plan["texts"]}
    if not standings:
        return say("no_standing")
    return say("is_law" if "law" in standings else "is_demand" if "demand" in standings else "is_other")


def _told(plan: dict[str, Any]) -> list[tuple[Both, Both]]:
    tiers = [_tier_name(tier) for tier in plan["who"]]
    lines = [
        (say("months"), say("months_from", months=plan["months"], day=plan["from"])),
        (say("rests"), say(f"{plan['suspend']}_{plan['interest']}")),
        (say("who"), {language: "; ".join(tier[language] for tier in tiers) for language in LANGUAGES}),
        (say("grading"), say(plan["grading"])),
    ]
    if plan["budget_khr"] is not None:
        lines.append((say("budget"), figure(plan["budget_khr"])))
    if plan["cap"] is not None:
        lines.append((say("cap"), figure(plan["cap"])))
    return lines


def _tier_name(tier: dict[str, Any]) -> Both:
    name = word("tiers", tier["kind"])
    if "file" in tier:
        return {language: f"{name[language]} ({tier['file']})" for language in LANGUAGES}
    codes = {language: ", ".join(_place_or_trade(code, language) for code in tier.get("codes", ())) for language in LANGUAGES}
    return {language: name[language] + (f": {codes[language]}" if codes[language] else "") for language in LANGUAGES}


def _place_or_trade(code: str, language: str) -> str:
    """Return the word for a livelihood, the name of a province, or the code itself."""
    trades = pack().code_words["livelihood"]
    return trades[code][language] if code in trades else province_names(language).get(code, code)


def _text(text: dict[str, Any]) -> dict[str, Any]:
    return {
        "key": word("keys", text["key"]),
        "citation": text["citation"],
        "id": text["parameter"],
        "standing": word("standings", text["standing"]),
        "tag": "law" if text["standing"] == "law" else "demand",
        "confidence": word("confidences", text["confidence"]),
        "in_force": say("yes_in_force" if text["in_force"] else "not_in_force"),
        "not_kept": say("not_kept") if text["kept"] is False else None,
    }


def _facts(plan: dict[str, Any], totals: dict[str, Any]) -> list[tuple[Both, Both, Both | None]]:
    """Return the headline figures: name, figure, what stands below it."""
    of_par30 = totals["par30_portfolio_at_end_khr"]
    running = {
        "provision": figure(totals["provision_running_at_end_khr"])["en"],
        "par30": percent(totals["par30_running_at_end_khr"], of_par30)["en"],
    }
    below = {name: _beside_frozen(value) for name, value in running.items()}
    left = say("left", left=figure(totals["budget_left_khr"])["en"]) if plan["budget_khr"] is not None else None
    loans = say("of_loans", count=grouped(str(totals["loans_in_tiers"])), apart=grouped(str(totals["loans_not_assessed"])))
    return [
        (say("loans"), figure(totals["loans_granted"]), loans),
        (
            say("borrowers"),
            figure(totals["borrowers_granted"]),
            say("of_borrowers", count=grouped(str(totals["borrowers_in_tiers"]))),
        ),
        (say("forgone"), figure(totals["interest_forgone_khr"]), left),
        (say("added"), figure(totals["interest_added_khr"]), None),
        (say("delayed"), figure(totals["cash_delayed_at_end_khr"]), None),
        (say("provision"), figure(totals["provision_frozen_at_end_khr"]), below["provision"]),
        (say("par30"), percent(totals["par30_frozen_at_end_khr"], of_par30), below["par30"]),
    ]


def _beside_frozen(running: str) -> Both:
    frozen, other = say("frozen_first"), say("two_ways", running=running)
    return {language: f"{frozen[language]}; {other[language]}" for language in LANGUAGES}


def _months(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sums over all lenders by month; a stock that is not known of a lender is left out of that stock."""
    by_month: dict[int, dict[str, Any]] = {}
    for row in rows:
        one = by_month.setdefault(
            row["month"], {"month": row["month"], "ends_on": row["ends_on"], **dict.fromkeys(SUMMED, Decimal(0))}
        )
        for name in SUMMED:
            one[name] += row[name]
        for name in STOCKS:
            if row[name] is not None:
                one[name] = one.get(name, Decimal(0)) + row[name]
        if row["par30_frozen_khr"] is not None:
            one["placed"] = one.get("placed", Decimal(0)) + row["portfolio_khr"]
    so_far = Decimal(0)
    ordered = [by_month[month] for month in sorted(by_month)]
    for one in ordered:
        so_far += one["cash_delayed_khr"]
        one["so_far"] = so_far
    return ordered


def _top(months: list[dict[str, Any]]) -> str:
    return str(max((one["so_far"] for one in months), default=Decimal(0)).quantize(Decimal(1), ROUND_HALF_UP))


def _month(one: dict[str, Any]) -> dict[str, Any]:
    in_plan = "portfolio_khr" in one
    return {
        "month": one["month"],
        "ends_on": one["ends_on"].isoformat(),
        "forgone": figure(one["interest_forgone_khr"]),
        "so_far": figure(one["so_far"]),
        **{name: figure(one[f"{name}_khr"]) if in_plan else None for name in ("provision_frozen", "provision_running")},
        **{
            name: percent(one.get(f"{name}_khr"), one.get("placed")) if in_plan else None
            for name in ("par30_frozen", "par30_running")
        },
    }


def _tier(tier: dict[str, Any]) -> dict[str, Any]:
    share = Decimal(tier["granted_percent"] or 0)
    return {
        "name": _tier_name(tier),
        "granted": figure(tier["granted"]),
        "loans": figure(tier["loans"]),
        "width": float(share),
        "share": say("unknown") if tier["granted_percent"] is None else dict.fromkeys(LANGUAGES, f"{share} %"),
        "forgone": figure(tier["interest_forgone_khr"]),
    }


def _lenders(rows: list[dict[str, Any]], last: int, names: dict[str, str]) -> dict[str, Any]:
    """Return the lenders, those who forgo or wait for most first, and how many are not shown."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows:
        sums[row["institution_id"]] += row["interest_forgone_khr"]
    at_end = sorted(
        (row for row in rows if row["month"] == last),
        key=lambda row: (-sums[row["institution_id"]], -row["cash_delayed_so_far_khr"], row["institution_id"]),
    )
    touched = [row for row in at_end if sums[row["institution_id"]] or row["cash_delayed_so_far_khr"]]
    shown = [
        {
            "lender": row["institution_id"],
            "name": names.get(row["institution_id"]) or "",
            "forgone": figure(sums[row["institution_id"]]),
            "so_far": figure(row["cash_delayed_so_far_khr"]),
            **{name: figure(row[f"{name}_khr"]) for name in ("provision_frozen", "provision_running")},
            **{name: percent(row[f"{name}_khr"], row["portfolio_khr"]) for name in ("par30_frozen", "par30_running")},
        }
        for row in touched[:LENDERS_SHOWN]
    ]
    return {"lenders": shown, "more_lenders": max(0, len(touched) - LENDERS_SHOWN)}


def _beside(path: Path) -> list[dict[str, Any]]:
    """Return the line of all lenders together, measure by measure."""
    [row] = [row for row in pq.read_table(path).to_pylist() if not row["institution_id"]]
    return [
        {"name": name, **{which: figure(row[f"{measure}_{which}"]) for which in ("first", "second", "difference")}}
        for measure, name in spoken()["measures"].items()
    ]
