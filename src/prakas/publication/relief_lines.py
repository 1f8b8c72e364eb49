"""The end of a run of relief in a few lines that a person can read in ten seconds. Plain text, plain columns."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from prakas.publication.numbers import grouped

NOT_KNOWN = "not assessed"
STANDINGS = {
    "law": "law",
    "industry_code": "lenders' code",
    "demand": "asked for, not law",
    "method": "our own choice, not law",
    "fact": "a published figure, not law",
}
SURE = {
    "seed": "read in full",
    "primary": "text seen, at least in part",
    "confirmed": "confirmed by somebody who holds the text",
    "official_form": "from an official form",
    "restated": "as others restate it",
    "press": "as the press reports",
    "unverified": "no source found",
}
SUSPENDED = {"both": "principal and interest rest", "principal": "principal rests", "interest": "interest rests"}
RUNS = {
    "frozen": {
        "both": "no interest accrues meanwhile",
        "principal": "no interest accrues meanwhile",
        "interest": "it is forgiven",
    },
    "running": {
        "both": "interest runs on, spread over what is moved",
        "principal": "interest is paid on its dates",
        "interest": "it comes with the first instalment afterwards",
    },
}


def _riel(value: str | None) -> str:
    return NOT_KNOWN if value is None else f"{grouped(value)} riel"


def _count(value: int) -> str:
    return grouped(str(value))


def _percent(part: str | None, whole: str | None) -> str:
    if part is None or whole is None or not Decimal(whole):
        return NOT_KNOWN
    return f"{(100 * Decimal(part) / Decimal(whole)).quantize(Decimal('0.01'))} %"


def relief_lines(record: dict[str, Any]) -> list[str]:
    """Return the headline figures of a run from relief.json's content, one plan after the other."""
    lines = [f"Books of {record['audit_date']}, law as seen on {record['rulebook']['version']}"]
    for one in record["plans"]:
        lines += ["", *_plan_lines(one)]
    for refused in record["tape"]["refused"]:
        lines.append(f"Refused          {refused['tape']}: {refused['sentence']}")
    lines += ["", f"Supposed         {record['assumed']}"]
    return lines


def _plan_lines(one: dict[str, Any]) -> list[str]:
    plan, totals = one["plan"], one["totals"]
    months = f"{plan['months']} month{'' if plan['months'] == 1 else 's'}"
    rest = f"{SUSPENDED[plan['suspend']]}, {RUNS[plan['interest']][plan['suspend']]}"
    lines = [
        f"Plan             {plan['title']['en']} ({plan['file']})",
        f"                 {months} from {plan['from']}: {rest}; days past due {plan['grading']}",
        *_text_lines(plan),
        (
            f"Reach            {_count(totals['loans_granted'])} of {_count(totals['loans_in_tiers'])} loans,"
            f" {_count(totals['borrowers_granted'])} of {_count(totals['borrowers_in_tiers'])} borrowers,"
            f" {_count(totals['lenders'])} lenders; not assessed {_count(totals['loans_not_assessed'])}"
        ),
        f"Interest forgone {_riel(totals['interest_forgone_khr'])}{_budget(plan, totals)}",
        f"Interest added   {_riel(totals['interest_added_khr'])}",
        f"Cash delayed     {_riel(totals['cash_delayed_at_end_khr'])} at the end of month {plan['months']}",
        (
            f"Provision then   {_riel(totals['provision_frozen_at_end_khr'])} with days past due frozen,"
            f" {_riel(totals['provision_running_at_end_khr'])} with days counted on"
        ),
        (
            f"PAR30 then       {_percent(totals['par30_frozen_at_end_khr'], totals['par30_portfolio_at_end_khr'])} frozen,"
            f" {_percent(totals['par30_running_at_end_khr'], totals['par30_portfolio_at_end_khr'])} counted on{_lenders_left_out(totals)}"
        ),
    ]
    for place, tier in enumerate(one["tiers"], 1):
        reach = NOT_KNOWN if tier["granted_percent"] is None else f"{grouped(tier['granted_percent'])} %"
        lines.append(
            f"Tier {place:<12}{_tier_name(tier)}: {_count(tier['granted'])} of {_count(tier['loans'])} loans ({reach}),"
            f" {_riel(tier['interest_forgone_khr'])}"
        )
    for reason, count in one["not_assessed_because"].items():
        lines.append(f"Not assessed     {_count(count)}: {reason}")
    return lines


def _lenders_left_out(totals: dict[str, Any]) -> str:
    left_out = totals["lenders_without_par30_frozen"]
    return f" (without {_count(left_out)} lender{'' if left_out == 1 else 's'} whose book does not tell it)" if left_out else ""


def _budget(plan: dict[str, Any], totals: dict[str, Any]) -> str:
    if plan["budget_khr"] is None:
        return ""
    return f" of a budget of {_riel(plan['budget_khr'])}; {_riel(totals['budget_left_khr'])} left"


def _tier_name(tier: dict[str, Any]) -> str:
    if "file" in tier:
        return f"{tier['kind']} of {tier['file']}"
    return f"{tier['kind']} {', '.join(tier['codes'])}" if "codes" in tier else str(tier["kind"])


def _text_lines(plan: dict[str, Any]) -> list[str]:
    """Return what each figure of the plan rests on, with its standing; texts that say the same of several keys once."""
    found: dict[str, list[str]] = {}
    for text in plan["texts"]:
        then = "in force then" if text["in_force"] else "not in force then"
        kept = {True: "", False: "; the plan does not keep to it", None: ""}[text["kept"]]
        told = f"{text['citation']['en']} ({STANDINGS[text['standing']]}; {SURE[text['confidence']]}; {then}){kept}"
        found.setdefault(told, []).append(text["key"])
    return [f"Rests on         {', '.join(keys)}: {told}" for told, keys in found.items()]


def relief_check_lines(record: dict[str, Any]) -> list[str]:
    """Return the headline figures of a check from check.json's content."""
    plan, states = record["granted"]["plan"], record["states"]
    words = {
        "given": "given",
        "partly": "given in part",
        "not_given": "not given",
        "nothing_to_give": "nothing to give",
        "gone": "no longer in the tape",
        "not_assessed": "not assessed",
    }
    lines = [
        f"Plan             {plan['title']['en']}, {plan['months']} months from {plan['from']}; tape of {record['audit_date']}"
    ]
    lines += [f"{word[:1].upper() + word[1:]:<22}{_count(states[state]):>9}" for state, word in words.items()]
    lines += [f"Not assessed     {_count(count)}: {reason}" for reason, count in record["not_assessed_because"].items()]
    for refused in record["tape"]["refused"]:
        lines.append(f"Refused          {refused['tape']}: {refused['sentence']}")
    return lines
