"""What the audit says of a debt in sentences: each rule's word on it, and why parts could not be computed."""

from __future__ import annotations

from prakas.case.assessed import Assessed, Word
from prakas.case.sheet.parts import Subject
from prakas.rules import words

OF_THE_SCHEDULE = ("price.nominal_ceiling", "price.flat_method")  # they compare the schedule with the amount signed for


def _is_by_contract(subject: Subject, rule: str) -> bool:
    """Return whether the contract alone breaks the rule, whatever amount was signed for."""
    loan = subject.loan or {}
    if rule == "price.flat_method":
        return subject.debt.value("rate_method") == "flat"
    stated, ceiling = loan.get("nominal_rate"), loan.get("ceiling")
    return stated is not None and ceiling is not None and stated > ceiling


def left_out(subject: Subject) -> list[str]:
    """Return why parts of the debt could not be computed."""
    sheets = ("debts", "receipts", "schedule", "fees", "papers")
    reasons = {
        one.reason
        for one in subject.assessment.tape.left_out
        if one.case_id == subject.case.case_id
        and (
            one.number == subject.number
            if one.sheet == "debts"
            else one.sheet in sheets and _line_is_of(subject, one.sheet, one.number)
        )
    }
    return [subject.say.say(f"left_out.{reason}") for reason in sorted(reasons)]


def _line_is_of(subject: Subject, sheet: str, number: int) -> bool:
    return any(line.number == number for line in subject.case.of_debt(sheet, subject.number))


def sureness(subject: Subject, word: Word) -> dict[str, str]:
    """Return what stands beside every word of a rule: its text, whether that is law, how sure it is, and what the figure rests on."""
    say = subject.say
    return {
        "citation": subject.cited(word.citation or ""),
        "standing": say.say(f"standing.{word.standing}"),
        "confidence": say.say(f"confidence.{word.confidence}"),
        "basis": say.say(f"basis.{word.basis}"),
    }


def ruled(subject: Subject, rule: str, heard: Assessed | None = None) -> str:
    """Return one rule's word on a debt: kept, broken, not assessed and why, or that it covers nothing here."""
    say, heard = subject.say, heard or subject.heard
    sentence = words()[rule].sentence[say.language]
    found = heard.findings.get(rule)
    if rule in OF_THE_SCHEDULE and heard.words.get(rule) and not subject.is_signed_known and not _is_by_contract(subject, rule):
        return say.say("rules.not_assessed", sentence=sentence, missing=say.say("missing.the amount signed for"))
    if found:
        one = found[0]
        return say.say(
            "rules.found",
            sentence=one[f"sentence_{say.language}"],
            **sureness(subject, heard.words[rule][0]),
        )
    said = heard.words.get(rule)
    if not said:
        return say.say("rules.not_covered", sentence=sentence)
    lacking = next((word.missing for word in said if word.state == "not_assessed"), None)
    if lacking is not None:
        return say.say("rules.not_assessed", sentence=sentence, missing=say.lacking(lacking))
    return say.say("rules.sound", sentence=sentence, **sureness(subject, said[0]))
