"""What a user can choose about an audit, and what each choice does to the result."""

from __future__ import annotations

import csv
import datetime as dt

import pytest

from tests.acceptance.commanding import command
from tests.acceptance.odd_tapes import odd_tape
from tests.acceptance.running import Seen, audited, disagreements
from tests.oracle import audit as slow_audit
from tests.tape import made

DAY = made.AUDIT_DATE.isoformat()
# A book with a breach of law, something asked for that is no law, and a title of a poor household.
FLAT = made.text("loans").replace("nominal_rate", "nominal_rate,rate_method,fees_upfront").splitlines()


def book(folder, **changed):
    """Write the small book with a flat loan above the ceiling."""
    loans = [FLAT[0], *(f"{line},{'flat' if line.startswith('L1') else 'declining'},50" for line in FLAT[1:])]
    return made.folder(folder, **{"loans": "\n".join(loans) + "\n", **changed})


def test_only_the_rules_of_the_chosen_standing_are_held(tmp_path):
    tape = book(tmp_path / "tape")
    assert command("audit", tape, "--date", DAY, "--out", tmp_path / "all").code == 0
    assert command("audit", tape, "--date", DAY, "--out", tmp_path / "law", "--standing", "law").code == 0
    every, law = Seen(tmp_path / "all"), Seen(tmp_path / "law")
    assert {rule["standing"] for rule in law.record["rules"].values()} == {"law"}
    assert {rule["standing"] for rule in every.record["rules"].values()} > {"law"}
    assert [row for row in every.rows("findings") if row["standing"] == "law"] == law.rows("findings")
    assert law.rows("findings")
    assert every.rows("loans") == law.rows("loans"), "facts are facts"
    both = command("audit", tape, "--date", DAY, "--out", tmp_path / "two", "--standing", "law", "--standing", "notice")
    assert both.code == 0
    assert {rule["standing"] for rule in Seen(tmp_path / "two").record["rules"].values()} == {"law", "notice"}


@pytest.mark.parametrize("choice", ["strict", "fx"])
def test_strict_and_given_rates_have_the_figures_of_the_slow_path(choice, tmp_path):
    day = dt.date(2017, 9, 30)
    for seed in range(40):
        tape = odd_tape(1_000 + seed, day, f"t{seed:04d}")
        tape.spoilt.clear()
        tape.write(tmp_path / "tapes", tmp_path / "again")
    given = tmp_path / "given.csv"
    given.write_text("on,currency,khr\n2017-09-23,USD,4100.5\n2017-09-22,THB,99\n2017-10-01,THB,98\n")
    if choice == "strict":
        seen = audited(tmp_path / "tapes", tmp_path / "out", day, is_strict=True)
        slow = slow_audit(tmp_path / "tapes", day, strict=True)
        reasons = {why for rule in seen.record["rules"].values() for why in rule["not_assessed_because"]}
        assert "no sourced rule for this date" in reasons
    else:
        seen = audited(tmp_path / "tapes", tmp_path / "out", day, fx=given)
        slow = slow_audit(tmp_path / "tapes", day, fx=given)
    assert disagreements(seen, slow) == []


def test_answers_are_carried_beside_the_findings_they_name(tmp_path):
    tape = book(tmp_path / "tape")
    assert command("audit", tape, "--date", DAY, "--out", tmp_path / "first").code == 0
    findings = Seen(tmp_path / "first").rows("findings")
    answered = findings[0]["finding_id"]
    with (tmp_path / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [
                ["finding_id", "reason", "by", "on"],
                [answered, 'repaid, "see letter"', "Branch office", "2020-07-20"],
                ["nobody's", "", "", ""],
            ]
        )
    ended = command("audit", tape, "--date", DAY, "--out", tmp_path / "second", "--answers", tmp_path / "answers.csv")
    assert ended.code == 0
    again = Seen(tmp_path / "second").rows("findings")
    assert [row["finding_id"] for row in again] == [row["finding_id"] for row in findings]
    told = {
        row["finding_id"]: (row["answer_reason"], row["answer_by"], row["answer_on"]) for row in again if row["answer_reason"]
    }
    assert {who: tuple(map(str, what)) for who, what in told.items()} == {
        answered: ('repaid, "see letter"', "Branch office", "2020-07-20")
    }


def test_on_an_earlier_day_nothing_told_of_the_closing_day_is_used(tmp_path):
    seen = audited(book(tmp_path / "tape"), tmp_path / "out", "2020-03-31")
    for name in ("A", "B"):
        assert seen.institutions[name]["status"] is None or name == "A"  # A is said to stand since 2010
        assert seen.institutions[name]["public_savings_khr"] is None
    assert seen.institutions["A"]["status"] == "licensed"
    assert seen.institutions["B"]["status"] is None
    assert all(row["reported_grade"] is None and row["provision_reported"] is None for row in seen.loans.values())
    assert "reported.differs" not in {rule for rule, *_ in seen.findings}
    reasons = seen.record["rules"]["classification.grade"]["not_assessed_because"]
    assert set(reasons) == {"the lender's status on the audit date", "the grade in the books"}


def test_the_last_line_on_stdout_is_the_path_of_the_report_and_progress_is_on_stderr(tmp_path):
    out = tmp_path / "out"
    ended = command("audit", book(tmp_path / "tape"), "--date", DAY, "--out", out)
    assert ended.code == 0, "a breach of law is a result, not a failure"
    assert Seen(out).findings
    assert ended.out.splitlines()[-1] == str(out / "report.html")
    assert (out / "report.html").is_file()
    assert ended.said == []
    assert len(ended.err.splitlines()) > 5


# ------------------------------------------------------------------------------------------------------ nobody's name is told

CANARIES = ["Canary Sok", "canary-id-0001", "CANARY-TITLE", "012 345 678 canary", "canary@example.org"]


def spoken(ended):
    return (ended.out + ended.err).lower()


def test_no_name_or_value_of_a_row_is_told_on_stdout_or_stderr(tmp_path):
    def with_canaries(table):
        text = made.text(table).replace("P1", CANARIES[1]).replace("T1", CANARIES[2])
        head, first, *rest = text.splitlines()
        spoilt = first.replace("2020-", "Canary Sok-", 1)  # a value that cannot be read
        return (
            "\n".join([head + ",contact_name,phone", *(f"{line},{CANARIES[0]},{CANARIES[3]}" for line in (first, spoilt, *rest))])
            + "\n"
        )

    tables = ["borrowers", "loans", "payments", "collateral", "deposits"]
    tape = made.folder(tmp_path / "tape", **{name: with_canaries(name) for name in tables})
    (tape / "loans.csv").write_bytes((tape / "loans.csv").read_bytes() + b'"Canary Sok,"broken\xff,canary@example.org\n')
    ended = command("audit", tape, "--date", DAY, "--out", tmp_path / "out")
    assert ended.code == 1
    assert "canary" in (tmp_path / "out" / "edits.csv").read_text("utf-8").lower(), "the sender gets the values back"
    assert "canary" not in spoken(ended)


def test_a_fault_of_ours_tells_its_kind_and_not_its_words(tmp_path, monkeypatch):
    def faulty(*words, **options):
        raise ValueError(CANARIES[0])

    monkeypatch.delenv("PRAKAS_DEBUG", raising=False)
    monkeypatch.setattr("prakas.audit.run.institution_rows", faulty)
    ended = command("audit", book(tmp_path / "tape"), "--date", DAY, "--out", tmp_path / "out")
    assert ended.code == 3
    assert "ValueError" in ended.said[-1]
    assert "canary" not in spoken(ended)
    assert [path.name for path in tmp_path.iterdir()] == ["tape"]
