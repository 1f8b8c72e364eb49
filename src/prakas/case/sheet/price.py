"""The sections of a sheet on its price: the rates beside the ceiling, and what may be owed back by which reading."""

from __future__ import annotations

from decimal import Decimal

from prakas.case.sheet.parts import Bars, Section, Subject, Table
from prakas.case.sheet.ruled import left_out, ruled, sureness
from prakas.rulebook import in_force

PRICE_RULES = ("price.nominal_ceiling", "price.flat_method", "price.all_in_ceiling")
READINGS = (("law", "price.nominal_ceiling"), ("contract", "price.flat_method"), ("demand", "price.all_in_ceiling"))


def price(subject: Subject) -> Section:
    """Return the rates on both clocks beside the ceiling, and what each rule of price says."""
    say, loan = subject.say, subject.loan
    title = say.say("price.title")
    if loan is None:
        return Section("price", title, lines=left_out(subject))
    table = Table(
        say.listed("price", "columns"),
        [
            [say.say(f"price.{word}"), *(say.rate(_known(subject, column)) for column in (name, f"{name}_months"))]
            for word, name in (
                ("schedule", "schedule_rate_nominal"),
                ("all_in", "all_in_rate_nominal"),
                ("effective", "all_in_rate_effective"),
            )
        ],
    )
    tolerance = subject.law["price.comparison_tolerance"].values[-1].number
    lines = [*_ceiling(subject), *([say.say("price.several")] if loan["rate_status"] == "several" else [])]
    lines += [ruled(subject, rule) for rule in PRICE_RULES] if not _is_person(subject) else [say.say("rules.person")]
    return Section(
        "price", title, table, _bars(subject), lines=[*lines, say.say("price.clocks", tolerance=tolerance.normalize())]
    )


def _ceiling(subject: Subject) -> list[str]:
    """Return the ceiling that the debt is held to, with its text, its days, how sure it is, and the day the debt counts from."""
    say = subject.say
    (row,) = subject.rows("loans")
    restructured = row["restructured_on"] if row["restructured_on"] and row["restructured_on"] <= subject.assessment.day else None
    agreed = max(one for one in (row["signed_on"] or row["disbursed_on"], restructured) if one)
    value = in_force(subject.law["price.annual_rate_ceiling"], agreed)
    if value is None:
        return []
    told = {
        "rate": say.rate(value.number),
        "since": say.day(value.since),
        "citation": say.cited(value.citation),
        "confidence": say.say(f"confidence.{value.confidence}"),
        "agreed": say.day(agreed),
    }
    if value.until is None:
        return [say.say("price.in_force", **told)]
    return [say.say("price.in_force_until", until=say.day(value.until), **told)]


def _bars(subject: Subject) -> Bars | None:
    say, loan = subject.say, subject.loan
    if loan is None:
        return None
    kinder = {
        "bar_stated": loan["nominal_rate"],
        "bar_schedule": _lower(subject, "schedule_rate_nominal"),
        "bar_all_in": _lower(subject, "all_in_rate_nominal"),
    }
    bars = [(say.say(f"price.{word}"), float(rate), say.rate(rate)) for word, rate in kinder.items() if rate is not None]
    limit = loan["ceiling"]
    text = say.say("price.no_ceiling") if limit is None else say.say("price.ceiling", rate=say.rate(limit))
    return Bars(say.say("price.picture"), bars, None if limit is None else float(limit), text) if bars else None


def _known(subject: Subject, column: str) -> Decimal | None:
    """Return a figure of the loan; None where it rests on an amount signed for that nobody knows."""
    if subject.loan is None or (column.startswith("schedule_") and not subject.is_signed_known):
        return None
    return subject.loan[column]


def _lower(subject: Subject, name: str) -> Decimal | None:
    both = [_known(subject, column) for column in (name, f"{name}_months")]
    return None if None in both else min(rate for rate in both if rate is not None)


def _is_person(subject: Subject) -> bool:
    return subject.debt.value("creditor_kind") == "private_lender"


def owed(subject: Subject) -> Section:
    """Return what may be owed back by each reading; amounts of different readings are never added up."""
    say = subject.say
    if subject.loan is None or _is_person(subject):
        return Section("owed", say.say("owed.title"), lines=[say.say("not_assessed")])
    lines = []
    for word, rule in READINGS:
        said = subject.heard.words.get(rule, [])
        standing = say.say("standing.demand" if word == "demand" else "standing.law")
        if not said:
            amount = say.say("owed.no_rule")
        elif said[0].state == "not_assessed" or (word != "demand" and not subject.is_signed_known):
            amount = say.say("not_assessed")
        elif said[0].state == "sound":
            amount = say.say("owed.none")
        else:
            amount = say.money(said[0].amount, said[0].currency)
        sure = sureness(subject, said[0]) if said and said[0].citation else None
        cited = f"{standing}: {sure['citation']} ({sure['confidence']})" if sure else standing
        lines.append([say.say(f"owed.{word}"), amount, cited])
    return Section("owed", say.say("owed.title"), Table(say.listed("owed", "columns"), lines), lines=[say.say("owed.valued")])
