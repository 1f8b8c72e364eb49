"""Turns the rows that a rule found into findings: an id, the words in both languages, the lender's answer beside them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from prakas.audit.decimals import MONEY, RATE, as_decimal, as_text
from prakas.errors import FilingError
from prakas.jurisdictions import Pack
from prakas.rules import Rule, Words, spoken

FINDINGS = pa.schema(
    [
        pa.field("finding_id", pa.string()),
        pa.field("rule_id", pa.string()),
        pa.field("standing", pa.string()),
        pa.field("result", pa.string()),  # breach of law, or found
        pa.field("institution_id", pa.string()),
        pa.field("subject_kind", pa.string()),
        pa.field("loan_id", pa.string()),  # or the other subject's id, by subject_kind
        pa.field("aspect", pa.string()),
        pa.field("tape", pa.string()),
        pa.field("source_table", pa.string()),
        pa.field("source_row", pa.int64()),
        pa.field("other_tape", pa.string()),  # the second row that a finding rests on, where it rests on two
        pa.field("other_row", pa.int64()),
        pa.field("observed", pa.string()),
        pa.field("limit", pa.string()),
        pa.field("amount", MONEY),
        pa.field("currency", pa.string()),
        pa.field("basis", pa.string()),
        pa.field("confidence", pa.string()),
        pa.field("citation", pa.string()),
        pa.field("note", pa.string()),
        pa.field("sentence_en", pa.string()),
        pa.field("sentence_km", pa.string()),
        pa.field("answer_reason", pa.string()),
        pa.field("answer_by", pa.string()),
        pa.field("answer_on", pa.string()),
    ]
)
# Units in which a rule compares; whole numbers become what people read.
KINDS = {"money": MONEY, "rate": RATE}
ROUNDED = 100_000  # a rate with more than six decimals is shown with four in a sentence

Answers = Mapping[str, tuple[str, str, str]]


def answers_file(path: Path) -> Answers:
    """Return a lender's answers by finding: reason, who, when. Raises FilingError where the file cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        message = f"The answers in '{path.name}' cannot be read. Give a CSV file with columns finding_id, reason, by, on."
        raise FilingError(message) from fault
    reader = csv.DictReader(text.splitlines())
    if not {"finding_id", "reason", "by", "on"} <= set(reader.fieldnames or ()):
        message = f"'{path.name}' lacks a column. Answers need finding_id, reason, by and on in the first line."
        raise FilingError(message)
    return {row["finding_id"]: (row["reason"] or "", row["by"] or "", row["on"] or "") for row in reader}


def _printed(column: Any, units: Any, *, for_sentence: bool) -> Any:
    """Return observed or limit as people read it, by the unit of each row."""
    text = column
    for unit, kind in KINDS.items():
        chosen = pc.equal(units, unit)
        if not pc.any(chosen).as_py():
            continue
        whole = pc.cast(pc.if_else(chosen, column, None), pa.int64())
        if unit == "rate" and for_sentence:
            shown = pc.multiply(pc.divide(pc.add(whole, ROUNDED // 2), ROUNDED), ROUNDED)
            exact = pc.equal(pc.multiply(pc.divide(whole, 1000), 1000), whole)
            whole = pc.if_else(exact, whole, shown)
        text = pc.if_else(chosen, as_text(whole, kind), text)
    return text


def _by_value(column: Any, says: Callable[[str], str]) -> Any:
    """Return a column of text with each of its distinct values said otherwise."""
    encoded = pc.dictionary_encode(pc.cast(column, pa.string()))
    whole = encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded
    if isinstance(whole, pa.ChunkedArray):  # no rows at all
        return column
    said = pa.array([says(value) for value in whole.dictionary.to_pylist()], pa.string())
    return said.take(whole.indices)


def _grouped(plain: str) -> str:
    """Return a plain number with its whole part in groups of three.

    >>> _grouped("1234567.50")
    '1,234,567.50'
    """
    whole, point, fraction = plain.partition(".")
    return f"{int(whole):,}{point}{fraction}"


def _for_people(column: Any, units: Any, said: Mapping[str, str]) -> Any:
    """Return observed or limit as a sentence says it: numbers in groups of three, codes as words."""
    numbers = pc.is_in(units, pa.array(["money", "count"]))
    codes = pc.equal(units, "code")
    text = pc.if_else(numbers, _by_value(pc.if_else(numbers, column, "0"), _grouped), column)
    return pc.if_else(codes, _by_value(text, lambda value: said.get(value, value)), text)


def _filled(template: str, values: Mapping[str, Any], rows: int) -> Any:
    """Return a template with its placeholders filled, row by row."""
    parts = []
    for piece in re.split(r"(\{\w+\})", template):
        if piece.startswith("{"):
            parts.append(pc.fill_null(pc.cast(values[piece[1:-1]], pa.string()), "–"))
        elif piece:
            parts.append(pa.array([piece]).take(pa.array([0] * rows, pa.int64())) if rows else pa.array([], pa.string()))
    return pc.binary_join_element_wise(*parts, "")


def _ids(table: pa.Table) -> Any:
    """Return an id for each finding that stays the same from run to run while the facts stand."""
    columns = [table[n].to_pylist() for n in ("rule_id", "institution_id", "loan_id", "aspect", "observed", "limit")]
    joined = ("\x1f".join(v or "" for v in row) for row in zip(*columns, strict=True))
    return pa.array([sha256(text.encode()).hexdigest()[:16] for text in joined], pa.string())


def _sentences(rows: pa.Table, units: Any, words: Words, language: str, country: Pack) -> Any:
    """Return the line of each finding in one language, with the words for its codes; a known amount has its own sentence after it."""
    said = spoken(country, language)
    values = {
        "subject": rows["subject"],
        "observed": _for_people(_printed(rows["observed"], units, for_sentence=True), units, said),
        "limit": _for_people(_printed(rows["limit"], units, for_sentence=True), units, said),
        "amount": _by_value(as_text(rows["amount"], MONEY), lambda value: _grouped(value) if value else value),
        "currency": rows["currency"],
        "source_row": rows["source_row"],
        "aspect": _by_value(rows["aspect"], lambda value: said.get(value, value)),
    }
    line = _filled(words.line[language], values, rows.num_rows)
    if words.amount is None:
        return line
    with_amount = pc.binary_join_element_wise(line, _filled(words.amount[language], values, rows.num_rows), " ")
    return pc.if_else(pc.is_valid(rows["amount"]), with_amount, line)


def findings_of(rule: Rule, rows: pa.Table, words: Words, answers: Answers, country: Pack) -> pa.Table:
    """Return the findings of one rule. `rows` has the shape JUDGED, found rows alone. Shape: FINDINGS."""
    count = rows.num_rows

    def always(text: str) -> Any:
        return pa.array([text] * count, pa.string())

    units = pc.fill_null(rows["unit"], rule.unit)
    observed = _printed(rows["observed"], units, for_sentence=False)
    limit = _printed(rows["limit"], units, for_sentence=False)
    table = pa.table(
        {
            "rule_id": always(rule.id),
            "standing": always(rule.standing),
            "result": always("breach" if rule.standing == "law" else "found"),
            "institution_id": rows["institution_id"],
            "subject_kind": pc.fill_null(rows["subject_kind"], rule.subject_kind),
            "loan_id": rows["subject"],
            "aspect": rows["aspect"],
            "tape": rows["tape"],
            "source_table": pc.fill_null(rows["source_table"], rule.source_table),
            "source_row": rows["source_row"],
            "other_tape": rows["other_tape"],
            "other_row": rows["other_row"],
            "observed": observed,
            "limit": limit,
            "amount": as_decimal(rows["amount"], MONEY),
            "currency": rows["currency"],
            "basis": rows["basis"],
            "confidence": rows["confidence"],
            "citation": rows["citation"],
            "note": rows["note"],
            "sentence_en": _sentences(rows, units, words, "en", country),
            "sentence_km": _sentences(rows, units, words, "km", country),
        }
    )
    ids = _ids(table)
    given = [answers.get(i, (None, None, None)) for i in ids.to_pylist()]
    table = table.append_column("finding_id", ids)
    for place, name in enumerate(("answer_reason", "answer_by", "answer_on")):
        table = table.append_column(name, pa.array([answer[place] for answer in given], pa.string()))
    return table.select(FINDINGS.names).cast(FINDINGS)
