"""Two months of one book: an honest month gives no finding, each tampering its own and no other, and balances add up.

PRAKAS_FULL=1 takes twenty seeds, and every tampering by itself; otherwise one seed with all of them at once, and three by themselves.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections import defaultdict
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from prakas.audit import Options
from prakas.comparison import ROLL_FORWARD, compare_months
from prakas.rules import month_rule_ids
from prakas.sample import write_sample
from tests.acceptance.commanding import command, nothing_left, refused
from tests.acceptance.running import FULL
from tests.acceptance.tampering import TAMPERINGS, Expected, Pair
from tests.oracle import audit

SINCE, UNTIL = dt.date(2024, 11, 30), dt.date(2024, 12, 31)
SEEDS = 20 if FULL else 1


@pytest.fixture(scope="module")
def sector(tmp_path_factory):
    """A function from a seed to a made-up sector of two months."""
    made = {}

    def of(seed):
        if seed not in made:
            made[seed] = tmp_path_factory.mktemp("months") / "sector"
            write_sample(made[seed], loans=2000, seed=seed, audit_date=UNTIL, months=2, errors=False)
        return made[seed]

    return of


def pair_of(sector):
    with (sector / "answer_key.csv").open(encoding="utf-8", newline="") as file:
        planted = {row["loan_id"] for row in csv.DictReader(file)}
    return Pair.read(sector / "earlier" / "level-3", sector / "level-3", SINCE, UNTIL, planted)


def compared(tapes, out, **options):
    return compare_months(tapes, out, Options(dt.date.max, **options), (SINCE, UNTIL))


def found_in(folder):
    return [
        Expected(
            row["rule_id"].removeprefix("continuity."), row["institution_id"], row["loan_id"], row["aspect"], row["source_table"],
            row["source_row"], row["other_row"],
        )
        for row in pq.read_table(folder / "findings.parquet").to_pylist()
    ]  # fmt: skip


def in_order(expected):
    return sorted(expected, key=str)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_an_honest_month_gives_no_finding_and_all_tamperings_at_once_give_theirs(seed, sector, tmp_path):
    honest = sector(40 + seed)
    outcome = compared((honest / "earlier" / "level-3", honest / "level-3"), tmp_path / "honest")
    assert found_in(tmp_path / "honest") == []
    assert outcome.exit_code == 0
    looked_at = {name for name, rule in outcome.record["rules"].items() if rule["sound"]}
    assert looked_at | {"continuity.restructured_at_edge"} == set(month_rule_ids()), "not every sector restructures in a month"
    pair = pair_of(honest)
    expected = [tampering(pair) for tampering in TAMPERINGS]
    compared(pair.write(tmp_path), tmp_path / "out")
    assert in_order(found_in(tmp_path / "out")) == in_order(one() for one in expected)


# All at once already show each with its own finding and no other; by themselves the rest are for the full run.
@pytest.mark.parametrize("tampering", TAMPERINGS if FULL else TAMPERINGS[::6], ids=lambda t: t.__name__)
def test_a_tampering_gives_its_own_finding_and_no_other(tampering, sector, tmp_path):
    pair = pair_of(sector(40))
    expected = tampering(pair)
    outcome = compared(pair.write(tmp_path), tmp_path / "out")
    assert found_in(tmp_path / "out") == [expected()]
    assert sum(rule["found"] for rule in outcome.record["rules"].values()) == 1
    for row in pq.read_table(tmp_path / "out" / "findings.parquet").to_pylist():
        assert (row["standing"], row["result"]) == ("notice", "found")
        assert "{" not in row["sentence_en"] + row["sentence_km"]
        assert "–" not in row["sentence_en"], "every word of the sentence is known"


def rolled_by_hand(pair, then, now):
    """The roll forward of a lender and currency, from the files' rows and the slow path's positions on both dates."""
    sums = defaultdict(lambda: defaultdict(Decimal))
    before, after = ({(r["institution_id"], r["loan_id"]): r for r in result.loans} for result in (then, now))
    paid = defaultdict(Decimal)
    for one in pair.later["payments"]:
        if str(SINCE) < one["paid_on"] <= str(UNTIL):
            paid[one["loan_id"]] += Decimal(one["principal"])
    for loan in pair.later["loans"]:
        key = loan["institution_id"], loan["loan_id"]
        old, new = before.get(key), after.get(key)
        if new is None or (old and old["is_written_off"]):
            continue
        total = sums[loan["institution_id"], loan["currency"]]
        assert new["outstanding_principal"] is not None
        total["received"] += paid[loan["loan_id"]]
        total["opening"] += old["outstanding_principal"] if old else 0
        total["disbursed"] += 0 if old else Decimal(loan["principal"])
        total["written_off" if new["is_written_off"] else "closing"] += new["outstanding_principal"]
        total["loans"] += 1
    return sums


def test_the_roll_forward_is_the_one_that_is_reckoned_by_hand_and_adds_up(sector, tmp_path):
    honest = sector(40)
    tapes = honest / "earlier" / "level-3", honest / "level-3"
    compared(tapes, tmp_path / "out")
    by_hand = rolled_by_hand(pair_of(honest), audit(tapes[0], SINCE), audit(tapes[1], UNTIL))
    rows = pq.read_table(tmp_path / "out" / "roll_forward.parquet")
    assert rows.schema == ROLL_FORWARD
    assert {(r["institution_id"], r["currency"]) for r in rows.to_pylist()} == set(by_hand)
    for row in rows.to_pylist():
        expected = by_hand[row["institution_id"], row["currency"]]
        for name in ("opening", "disbursed", "received", "written_off", "closing"):
            assert row[name] == expected[name], (row["institution_id"], name)
        assert (row["loans"], row["loans_left_out"], row["unexplained"]) == (expected["loans"], 0, 0)
        assert adds_up(row)
    assert sum(row["capitalized"] for row in rows.to_pylist()) > 0


def adds_up(row):
    came = row["opening"] + row["disbursed"] + row["overpaid"] + row["capitalized"] + row["late_entry"] + row["unexplained"]
    return came - row["received"] - row["written_off"] - row["vanished"] == row["closing"]


def test_what_a_tampering_takes_from_the_books_stands_in_the_roll_forward(sector, tmp_path):
    pair = pair_of(sector(40))
    expected = [one(pair) for one in TAMPERINGS if one.__name__ in {"a_loan_is_left_out", "a_loan_is_entered_after_the_event"}]
    subjects = {one().rule: one() for one in expected}
    owed = {name: Decimal(0) for name in subjects}
    for name, tables in (("vanished", pair.earlier), ("late_entry", pair.later)):
        owed[name] = next(Decimal(r["reported_outstanding"]) for r in tables["loans"] if r["loan_id"] == subjects[name].subject)
    compared(pair.write(tmp_path), tmp_path / "out")
    rows = pq.read_table(tmp_path / "out" / "roll_forward.parquet").to_pylist()
    assert all(adds_up(row) for row in rows)
    for name, amount in owed.items():
        assert {row[name] for row in rows} == {0, amount}


@pytest.mark.spark
@pytest.mark.skipif(not FULL, reason="takes minutes; each rule's own example runs on both engines always. PRAKAS_FULL=1 runs it")
def test_both_engines_write_the_same_bytes(sector, tmp_path):
    pair = pair_of(sector(40))
    for tampering in TAMPERINGS:
        tampering(pair)
    tapes = pair.write(tmp_path)
    for engine in ("duckdb", "spark"):
        compared(tapes, tmp_path / engine, engine=engine)
    for name in ("findings", "roll_forward"):
        for end in ("parquet", "csv"):
            assert (tmp_path / "duckdb" / f"{name}.{end}").read_bytes() == (tmp_path / "spark" / f"{name}.{end}").read_bytes(), (
                name
            )
    records = [json.loads((tmp_path / engine / "months.json").read_text("utf-8")) for engine in ("duckdb", "spark")]
    for record in records:
        del record["engine"], record["timings"]
    assert records[0] == records[1]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_what_a_lesser_tape_cannot_tell_is_not_assessed_and_said(level, sector, tmp_path):
    pair = pair_of(sector(40))
    kept = ("institutions", "borrowers", "fx", *("loans", "installments")[:level])
    pair.later = {name: rows for name, rows in pair.later.items() if name in kept}
    if level:
        pair.earlier = {name: rows for name, rows in pair.earlier.items() if name in kept}
    outcome = compared(pair.write(tmp_path), tmp_path / "out")
    rules = {name.removeprefix("continuity."): rule for name, rule in outcome.record["rules"].items()}
    assert [name for name, rule in rules.items() if rule["found"]] == []
    if level == 0:
        assert list(rules["vanished"]["not_assessed_because"]) == ["the loans in the later tape"]
        assert list(rules["title_gone"]["not_assessed_because"]) == ["the collateral in the later tape"]
        return
    for name in ("balance", "payments_rewritten"):
        assert rules[name]["covered"] == rules[name]["not_assessed"] > 0
        assert all("payments" in reason or "outstanding" in reason for reason in rules[name]["not_assessed_because"])
    assert rules["vanished"]["sound"] > 0
    assert rules["original_changed"]["sound"] > 0
    assert rules["days_fell"]["not_assessed"] > 0
    assert {row["loans"] for row in outcome.record["roll_forward"]} == {0}


def test_the_command_says_what_it_found_and_where(sector, tmp_path):
    honest = sector(40)
    words = (honest / "earlier" / "level-3", honest / "level-3", "--earlier-date", SINCE, "--later-date", UNTIL)
    ended = command("compare-months", *words, "--out", tmp_path / "out")
    assert (ended.code, ended.out.splitlines()[-1], ended.said) == (0, str(tmp_path / "out"), [])
    assert "unexplained 0" in ended.out
    there = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert there == [
        "earlier",
        "findings.csv",
        "findings.parquet",
        "later",
        "months.json",
        "roll_forward.csv",
        "roll_forward.parquet",
    ]
    again = command("compare-months", *words, "--out", tmp_path / "out")
    refused(again, "--replace")


def test_rows_of_either_tape_go_back_and_the_exit_code_says_so(sector, tmp_path):
    pair = pair_of(sector(40))
    pair.earlier["payments"][0]["paid_on"] = "2024-02-30"
    ended = command(
        "compare-months", *pair.write(tmp_path), "--earlier-date", SINCE, "--later-date", UNTIL, "--out", tmp_path / "out"
    )
    assert ended.code == 1
    assert (tmp_path / "out" / "earlier" / "returned" / "payments.csv").is_file()
    assert list((tmp_path / "out" / "later" / "returned").iterdir()) == []
    assert found_in(tmp_path / "out") == []


@pytest.mark.parametrize("days", [(UNTIL, SINCE), (UNTIL, UNTIL)])
def test_months_without_time_between_them_are_refused(days, sector, tmp_path):
    honest = sector(40)
    given = ["--earlier-date", days[0], "--later-date", days[1]]
    ended = command("compare-months", honest / "earlier" / "level-3", honest / "level-3", *given, "--out", tmp_path / "out")
    refused(ended, "no time between")
    nothing_left(tmp_path / "out")


@pytest.mark.parametrize("month", ["earlier", "later"])
@pytest.mark.parametrize("as_of", ["", "2024-10-31"])
def test_a_tape_whose_day_is_not_known_is_refused(month, as_of, sector, tmp_path):
    pair = pair_of(sector(40))
    for name, day in (("earlier", SINCE), ("later", UNTIL)):
        for row in getattr(pair, name)["institutions"]:
            row["as_of"] = str(day)
    getattr(pair, month)["institutions"][0]["as_of"] = as_of
    ended = command("compare-months", *pair.write(tmp_path / "tapes"), "--out", tmp_path / "out")
    refused(ended, f"--{month}-date", "as_of")
    nothing_left(tmp_path / "out")


def test_tapes_of_different_lenders_are_refused(sector, tmp_path):
    pair = pair_of(sector(40))
    pair.earlier = {"institutions": [pair.earlier["institutions"][0] | {"as_of": str(SINCE)}]}
    pair.later = {"institutions": [pair.later["institutions"][1] | {"as_of": str(UNTIL)}]}
    ended = command("compare-months", *pair.write(tmp_path / "tapes"), "--out", tmp_path / "out")
    refused(ended, "No lender is in both tapes")
