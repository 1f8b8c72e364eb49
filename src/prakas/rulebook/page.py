"""The reference page of the law, made from the rulebook alone."""

from __future__ import annotations

from itertools import groupby

from prakas.rulebook.book import Rulebook
from prakas.rulebook.in_force import citation_text
from prakas.rulebook.records import CONFIDENCES, STANDINGS, DatedValue, Parameter
from prakas.rulebook.tables import period_text, value_text

CONFIDENCE_MEANINGS = {
    "seed": "read in full in the documents that the project started from; a copy is stored and hashed",
    "primary": "the text itself, or the regulator's own release, was seen, at least in translation or in part",
    "confirmed": "given by a deployer who holds the text, with `--law`; never in our own files",
    "official_form": "taken from an official reporting form",
    "restated": "restated by auditors, lawyers or an industry body; the text was not seen",
    "press": "reported by the press or civil society; the text was not seen",
    "unverified": "general knowledge or inference; no source was found. Never shown as sourced, and left out with `--strict`",
}
STANDING_MEANINGS = {
    "law": "binds by law: a law, prakas, circular, or letter of the regulator",
    "industry_code": "a rule that lenders' associations gave themselves",
    "demand": "asked for by civil society; not law",
    "method": "a choice of our own, needed to compute; not law",
    "fact": "a published figure that binds nobody",
}
SEEN_MEANINGS = {
    "full": "read in full",
    "excerpt": "read in part",
    "named_only": "named or restated by others; its text was not seen",
}

HEAD = """# The law

This page is made from the files of the rulebook; do not edit it. Each figure has an id, which is the path of its file. Both days of a period
are included. A figure covers nothing before its first day: where only the month or the year of that day is known, it begins on the first day after it.
A period without a last day means that no repeal was found, which is not the same as being in force.

Nothing here is legal advice; the Khmer texts are the official ones. **The Khmer words on this page are ours, and a native reader must confirm them.**
To add a figure, see [add a parameter](../how-to/add-a-parameter.md); to confirm one whose text you hold, see [confirm a value](../how-to/confirm-a-value.md).
"""


def law_page(rulebook: Rulebook) -> str:
    """Return the reference page in Markdown: what the words mean, every parameter by subject, every instrument, every source."""
    parts = [HEAD, *meanings("Confidence, strongest first", CONFIDENCES, CONFIDENCE_MEANINGS)]
    parts += meanings("Standing", STANDINGS, STANDING_MEANINGS)
    ordered = [rulebook.parameters[identifier] for identifier in sorted(rulebook.parameters)]
    for subject, parameters in groupby(ordered, key=lambda one: one.id.split(".")[0]):
        parts.append(f"## {subject.capitalize()}\n")
        parts += [parameter_section(rulebook, parameter) for parameter in parameters]
    parts.append("## Instruments\n")
    parts += [instrument_section(rulebook, name) for name in sorted(rulebook.instruments)]
    parts += ["## Sources\n", "".join(source_line(rulebook, tag) for tag in rulebook.sources)]
    return "\n".join(parts).rstrip() + "\n"


def meanings(title: str, words: tuple[str, ...], explained: dict[str, str]) -> list[str]:
    """A section that explains a list of words."""
    rows = "".join(f"| `{word}` | {explained[word]} |\n" for word in words)
    return [f"## {title}\n", f"| word | meaning |\n|---|---|\n{rows}"]


def parameter_section(rulebook: Rulebook, parameter: Parameter) -> str:
    """A parameter under its own heading: labels, values by date, doubts."""
    labels = "  \n".join(parameter.label[language] for language in rulebook.languages)
    rows = "".join(value_line(parameter, value) for value in parameter.values)
    table = (
        f"| period | value | citation | confidence | standing | sources |\n|---|---|---|---|---|---|\n{rows}\n"
        if rows
        else "No value was found.\n\n"
    )
    notes = "".join(f"- {value.since.isoformat()}: {value.note}\n" for value in parameter.values if value.note)
    doubts = f"Doubts: {parameter.doubts}\n\n" if parameter.doubts else ""
    return f"### {parameter.id}\n\n{labels}\n\n{table}{notes}{chr(10) if notes else ''}{doubts}Last looked at: {parameter.confirmed_on.isoformat()}\n"


def value_line(parameter: Parameter, value: DatedValue) -> str:
    """One dated value as a row of a table."""
    lenders = f"; for {', '.join(value.lenders)}" if value.lenders else ""
    parts = "".join(f" ({part}: {confidence})" for part, confidence in value.part_confidence.items())
    cells = (
        period_text(value) + lenders,
        value_text(parameter, value),
        citation_text(value.citation, "en") + (" (article not seen)" if value.citation.article is None else ""),
        value.confidence + parts,
        value.standing,
        ", ".join(value.sources) or "none",
    )
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"


def instrument_section(rulebook: Rulebook, name: str) -> str:
    """An instrument under its own heading."""
    found = rulebook.instruments[name]
    titles = "  \n".join(found.title[language] for language in rulebook.languages)
    signed = (
        found.signed_on.isoformat()
        if found.signed_on
        else f"day not known ({found.signed_known} only)"
        if found.signed_known != "none"
        else "not known"
    )
    note = f" {found.note}" if found.note else ""
    sources = ", ".join(found.sources) or "none"
    return f"### {name}\n\n{titles}\n\n{found.kind}, {next(iter(found.issuer.values()))}; signed: {signed}; {SEEN_MEANINGS[found.seen]}; sources: {sources}.{note}\n"


def source_line(rulebook: Rulebook, tag: str) -> str:
    """A source as an item of a list."""
    found = rulebook.sources[tag]
    places = [f"<{address}>" for address in found.addresses] + ([f"stored copy, sha256 `{found.sha256}`"] if found.sha256 else [])
    return f"- **{tag}**: {found.title}. {', '.join(places)}\n"
