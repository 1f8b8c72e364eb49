"""A law that somebody proposes: dated values in place of today's, read as strictly as the rulebook, and never taken for law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Any

from prakas.errors import RulebookError
from prakas.rulebook.book import Rulebook
from prakas.rulebook.fields import Place, day, known_keys, text, texts, words
from prakas.rulebook.parameter_file import Known, in_order, lenders, value_of, value_place
from prakas.rulebook.records import PROPOSED, Citation, DatedValue, Instrument, Parameter
from prakas.rulebook.yaml_file import read_yaml

REFORM = "REFORM"  # the instrument that a proposed value cites
NOTHING = "nothing in force"
WORD = {"en": "Proposed", "km": "សំណើ"}


@dataclass(frozen=True)
class Change:
    """One proposed value: of which figure, and what it takes the place of on its first day. `proposed` None: nothing in force."""

    parameter: Parameter
    since: date
    until: date | None
    lenders: tuple[str, ...]
    proposed: DatedValue | None
    today: tuple[DatedValue, ...]


@dataclass(frozen=True)
class Reform:
    """A proposal, and the rulebook as it would stand. `sha256` is of the file as it lay there."""

    title: Mapping[str, str]
    by: str
    sha256: str
    changes: tuple[Change, ...]
    law: Rulebook


def read_reform(path: Path, book: Rulebook, lender_kinds: tuple[str, ...]) -> Reform:
    """Return the proposal in a file, laid over a rulebook. Raises RulebookError, naming the file, the figure and the mend."""
    if not path.is_file():
        message = f'There is no file "{path.name}" with a reform. Name the YAML file that holds it; docs/how-to/try-a-reform.md shows one.'
        raise RulebookError(message)
    place = Place(path.name, "the file", read_yaml(path, path.name))
    known_keys(place, ("title", "by", "values"), ())
    title = words(place, "title", book.languages)
    by = text(place, "by")
    rows = place.keys["values"]
    if not isinstance(rows, dict):
        place.refuse(
            '"values" is not a table of figures',
            'Write "values: {}" for no change, or each figure\'s id with its values under it',
        )
    short = {language: f"{WORD.get(language, WORD['en'])}: {title[language]}" for language in book.languages}
    instrument = Instrument(REFORM, title, "reform", dict.fromkeys(book.languages, by), None, "none", "full", (), short)
    known = Known(book.languages, lender_kinds, {REFORM: instrument}, ())
    parameters = dict(book.parameters)
    changes: list[Change] = []
    for identifier, given in rows.items():
        figure = _figure(place, identifier, book)
        parameters[figure.id], made = _changed(Place(f"{path.name}, {figure.id}", "the figure", {}), figure, given, known)
        changes += made
    digest = sha256(path.read_bytes()).hexdigest()
    law = replace(
        book,
        parameters=parameters,
        instruments={**book.instruments, REFORM: instrument} if changes else book.instruments,
        hash=sha256(f"{book.hash} {digest}".encode()).hexdigest() if changes else book.hash,
    )
    return Reform(title, by, digest, tuple(changes), law)


def _figure(place: Place, identifier: Any, book: Rulebook) -> Parameter:
    if identifier in book.parameters:
        return book.parameters[identifier]
    near = get_close_matches(str(identifier), book.parameters, n=1)
    mend = f'Write "{near[0]}" if that is meant' if near else '"prakas law" lists the figures that there are'
    return place.refuse(f'the rulebook has no "{identifier}", and a reform changes figures that it has', mend)


def _changed(place: Place, figure: Parameter, given: Any, known: Known) -> tuple[Parameter, list[Change]]:
    """Return a figure with the proposed values in place, and each of them beside what it takes the place of."""
    if not isinstance(given, list) or not given:
        place.refuse("there are no values", 'Write each value as "- from: …" under the figure\'s id')
    if any(value.standing in {"method", "fact"} for value in figure.values):
        place.refuse(
            "it is no figure of law: our own method, or a fact that binds nobody", "Take it out; a reform changes what binds"
        )
    kinds = known.lender_kinds
    values = list(figure.values)
    changes = []
    for row in given:
        change = _change(value_place(place.file, row), figure, known)
        changes.append(change)
        values = [left for old in values for left in _left_of(old, change, kinds)]
        if change.proposed is not None:
            values.append(change.proposed)
    merged = tuple(sorted(values, key=lambda value: (value.since, value.lenders)))
    _apart(place, changes)
    in_order(place, merged)
    return replace(figure, values=merged), changes


def _change(place: Place, figure: Parameter, known: Known) -> Change:
    known_keys(place, ("from", "value"), ("to", "for", "note"))
    since = day(place, "from")
    until = day(place, "to") if "to" in place.keys else None
    if until is not None and until < since:
        place.refuse(f"{place.part} ends on {until}, before it begins", "Put from and to in order; both days are included")
    bound = lenders(place, known.lender_kinds) if texts(place, "for") else ()
    proposed = None
    if place.keys["value"] is not None:
        proposed = DatedValue(
            since=since,
            until=until,
            value=value_of(place, figure.unit),
            citation=Citation(REFORM, None, known.instruments[REFORM].short),
            confidence=PROPOSED,
            standing="demand",  # asked for by whoever proposes it; law it is not
            note=text(place, "note", ""),
            lenders=bound,
        )
    now = tuple(
        old
        for old in figure.values
        if _meet(old.lenders, bound) and old.since <= since and (old.until is None or since <= old.until)
    )
    return Change(figure, since, until, bound, proposed, now)


def _meet(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return not one or not two or bool(set(one) & set(two))


def _left_of(old: DatedValue, change: Change, kinds: tuple[str, ...]) -> Iterable[DatedValue]:
    """Return what is left of a value of today: its days before and after the change, and the lenders that the change spares."""
    begins_after = change.until is not None and old.since > change.until
    if begins_after or (old.until is not None and old.until < change.since) or not _meet(old.lenders, change.lenders):
        return [old]
    left = []
    held = old.lenders or kinds
    taken = tuple(kind for kind in held if not change.lenders or kind in change.lenders)
    spared = tuple(kind for kind in held if kind not in taken)
    if spared:
        left.append(replace(old, lenders=spared))
    within = old.lenders if not spared else taken
    if old.since < change.since:
        left.append(replace(old, until=change.since - timedelta(days=1), lenders=within, last_day_known="day"))
    if change.until is not None and (old.until is None or old.until > change.until):
        left.append(replace(old, since=change.until + timedelta(days=1), lenders=within, first_day_known="day"))
    return left


def _apart(place: Place, changes: list[Change]) -> None:
    """Refuse two proposed values for one day and one kind of lender: the second would swallow the first in silence."""
    for k, one in enumerate(changes):
        for two in changes[k + 1 :]:
            days_meet = (one.until is None or two.since <= one.until) and (two.until is None or one.since <= two.until)
            if days_meet and _meet(one.lenders, two.lenders):
                place.refuse(
                    f"the values from {one.since} and from {two.since} overlap, and on any day one value at most may be in force",
                    f'End the first with "to: {two.since - timedelta(days=1)}" or earlier, or take one out',
                )
