"""A pair of tapes as plain rows, and ways to tamper with one of them, each with the finding that it must give.

Everything is picked and worked out from the rows of the files; nothing of the code under test is asked.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

CHILDREN = ("installments", "charges", "payments", "collateral", "recovery")
# Days on which a grade changes for the loans of licensed lenders at the end of 2024, by term.
EDGES = {"short": (15, 31, 61, 91), "long": (30, 90, 180, 360)}
Row = dict[str, str]


@dataclass(frozen=True)
class Expected:
    """A finding: what is named, and the lines of both rows in the files."""

    rule: str
    institution: str
    subject: str
    aspect: str
    table: str
    row: int
    other: int | None


@dataclass
class Pair:
    """Two tapes of one sector."""

    earlier: dict[str, list[Row]]
    later: dict[str, list[Row]]
    since: dt.date
    until: dt.date
    left_alone: set[str] = field(default_factory=set)  # loans that were planted with something, or tampered with already

    @classmethod
    def read(cls, earlier: Path, later: Path, since: dt.date, until: dt.date, left_alone: set[str]) -> Pair:
        return cls(_tables(earlier), _tables(later), since, until, set(left_alone))

    def write(self, folder: Path) -> tuple[Path, Path]:
        for name, tables in (("earlier", self.earlier), ("later", self.later)):
            (folder / name).mkdir(parents=True)
            for table, rows in tables.items():
                with (folder / name / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                    writer = csv.DictWriter(file, _heads[table])
                    writer.writeheader()
                    writer.writerows(rows)
        return folder / "earlier", folder / "later"

    def loans(self) -> list[tuple[Row, Row]]:
        """The loans of both tapes, earlier and later, that nothing was planted in; plain ones, with something owed on both dates."""
        earlier = {row["loan_id"]: row for row in self.earlier["loans"]}
        found = []
        for row in self.later["loans"]:
            before = earlier.get(row["loan_id"])
            told = before and before["reported_outstanding"] and row["reported_outstanding"]
            if (
                not told
                or row["loan_id"] in self.left_alone
                or row["restructured_on"]
                or row["schedule_from"]
                or row["written_off_on"]
            ):
                continue
            if Decimal(before["reported_outstanding"]) > 0 and Decimal(row["reported_outstanding"]) > 0:
                found.append((before, row))
        return found

    def of(self, table: str, loan: str, tables: dict[str, list[Row]] | None = None) -> list[Row]:
        return [row for row in (tables or self.later)[table] if row["loan_id"] == loan]

    def between(self, loan: str) -> list[Row]:
        """The payments of a loan in between."""
        return [row for row in self.of("payments", loan) if str(self.since) < row["paid_on"] <= str(self.until)]

    def line(self, table: str, row: Row, tables: dict[str, list[Row]] | None = None) -> int:
        return next(number for number, one in enumerate((tables or self.later)[table], 2) if one is row)

    def without(self, loan: str, tables: dict[str, list[Row]]) -> None:
        """Take a loan and everything of it out of a tape."""
        for table in ("loans", *CHILDREN):
            tables[table] = [row for row in tables[table] if row["loan_id"] != loan]

    def take(self, loan: Row) -> Row:
        self.left_alone.add(loan["loan_id"])
        return loan


_heads: dict[str, list[str]] = {}


def _tables(folder: Path) -> dict[str, list[Row]]:
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            found[path.stem] = list(reader)
            _heads[path.stem] = list(reader.fieldnames or ())
    return found


def _on_loans(pair: Pair, rule: str, before: Row, row: Row, aspect: str = "") -> Callable[[], Expected]:
    return lambda: Expected(
        rule,
        row["institution_id"],
        row["loan_id"],
        aspect,
        "loans",
        pair.line("loans", row),
        pair.line("loans", before, pair.earlier),
    )


def a_payment_is_kept_from_the_tape(pair: Pair) -> Callable[[], Expected]:
    """The books say that principal was received; the row is gone."""

    def is_one_of_principal(paid: list[Row]) -> bool:
        return len(paid) == 1 and Decimal(paid[0]["principal"]) > 0

    before, row = next(
        (b, r) for b, r in pair.loans() if is_one_of_principal(pair.between(r["loan_id"])) and b["reported_days_past_due"] == "0"
    )
    pair.take(row)
    [paid] = pair.between(row["loan_id"])
    pair.later["payments"] = [one for one in pair.later["payments"] if one is not paid]
    return _on_loans(pair, "balance", before, row, "reported_outstanding")


def a_debt_grows_on_paper(pair: Pair) -> Callable[[], Expected]:
    before, row = next((b, r) for b, r in pair.loans() if not pair.between(r["loan_id"]) and b["reported_days_past_due"] == "0")
    pair.take(row)
    row["reported_outstanding"] = str(Decimal(row["reported_outstanding"]) + 1)
    return _on_loans(pair, "balance", before, row, "reported_outstanding")


def a_loan_is_left_out(pair: Pair) -> Callable[[], Expected]:
    before, row = pair.loans()[3]
    pair.take(row)
    pair.without(row["loan_id"], pair.later)
    return lambda: Expected(
        "vanished", before["institution_id"], before["loan_id"], "", "loans", pair.line("loans", before, pair.earlier), None
    )


def a_loan_is_entered_after_the_event(pair: Pair) -> Callable[[], Expected]:
    _, row = pair.loans()[5]
    pair.take(row)
    pair.without(row["loan_id"], pair.earlier)
    return lambda: Expected("late_entry", row["institution_id"], row["loan_id"], "", "loans", pair.line("loans", row), None)


def a_contract_is_rewritten(pair: Pair) -> Callable[[], Expected]:
    before, row = pair.loans()[7]
    pair.take(row)
    row["principal"] = str(Decimal(row["principal"]) + 100_000)
    return _on_loans(pair, "original_changed", before, row, "principal")


def a_contract_is_signed_on_another_day(pair: Pair) -> Callable[[], Expected]:
    before, row = next((b, r) for b, r in pair.loans() if b["signed_on"])
    pair.take(row)
    row["signed_on"] = str(dt.date.fromisoformat(row["signed_on"]) - dt.timedelta(days=400))
    return _on_loans(pair, "original_changed", before, row, "signed_on")


def a_rate_is_raised(pair: Pair) -> Callable[[], Expected]:
    before, row = next((b, r) for b, r in pair.loans() if b["nominal_rate"])
    pair.take(row)
    row["nominal_rate"] = str(Decimal(row["nominal_rate"]) + 1)
    return _on_loans(pair, "rate_changed", before, row, "nominal_rate")


def _late(pair: Pair) -> list[tuple[Row, Row]]:
    return [
        (b, r)
        for b, r in pair.loans()
        if int(b["reported_days_past_due"] or 0) > 1 and not pair.between(r["loan_id"]) and pair.of("installments", r["loan_id"])
    ]


def days_past_due_are_told_younger(pair: Pair) -> Callable[[], Expected]:
    before, row = _late(pair)[0]
    pair.take(row)
    row["reported_days_past_due"] = str(int(before["reported_days_past_due"]) - 1)
    return _on_loans(pair, "days_fell", before, row)


def a_schedule_is_issued_anew_and_nobody_paid(pair: Pair) -> Callable[[], Expected]:
    """With `schedule_from` the schedule may move; that the loan is young again needs a payment."""
    before, row = _late(pair)[-1]
    pair.take(row)
    pair.later["installments"] = [one for one in pair.later["installments"] if one["loan_id"] != row["loan_id"]]
    pair.later["installments"].append(_instalment(row, before["reported_outstanding"], pair.until + dt.timedelta(days=90)))
    row |= {
        "schedule_from": str(pair.until),
        "restructured_balance": before["reported_outstanding"],
        "reported_days_past_due": "0",
    }
    return _on_loans(pair, "days_fell", before, row)


def _instalment(loan: Row, principal: str, due_on: dt.date) -> Row:
    wanted = {
        "loan_id": loan["loan_id"],
        "number": "1",
        "due_on": str(due_on),
        "principal": principal,
        "interest": "0",
        "fee": "0",
    }
    return {name: wanted.get(name, "") for name in _heads["installments"]}


def a_loan_is_restructured_the_day_before_its_grade_changes(pair: Pair) -> Callable[[], Expected]:
    status = {row["institution_id"]: row["status"] for row in pair.later["institutions"]}
    for before, row in _late(pair):
        if status[row["institution_id"]] not in {"licensed", "licensed_deposit_taking"}:
            continue
        start, end = (dt.date.fromisoformat(row[name]) for name in ("disbursed_on", "matures_on"))
        edges = EDGES["short" if end <= start.replace(year=start.year + 1) else "long"]
        late = int(before["reported_days_past_due"])
        days = [edge - 1 - late for edge in edges if 0 < edge - 1 - late <= (pair.until - pair.since).days]
        if days:
            break
    else:
        raise AssertionError("no loan nears an edge")
    pair.take(row)
    on = pair.since + dt.timedelta(days=days[0])
    pair.later["installments"] = [one for one in pair.later["installments"] if one["loan_id"] != row["loan_id"]]
    pair.later["installments"].append(_instalment(row, before["reported_outstanding"], on + dt.timedelta(days=400)))
    row |= {
        "restructured_on": str(on), "restructured_balance": before["reported_outstanding"], "reported_days_past_due": "0",
        "original_matures_on": row["matures_on"], "matures_on": str(on + dt.timedelta(days=400)),
    }  # fmt: skip
    return _on_loans(pair, "restructured_at_edge", before, row)


def days_past_due_are_heaped_up(pair: Pair) -> Callable[[], Expected]:
    """A hundred loans that were not late a month ago are told 26 to 29 days late."""
    lender = pair.later["institutions"][0]["institution_id"]
    current = [
        (b, r)
        for b, r in pair.loans()
        if r["institution_id"] == lender and b["reported_days_past_due"] == r["reported_days_past_due"] == "0"
        and (dt.date.fromisoformat(r["matures_on"]) - dt.date.fromisoformat(r["disbursed_on"])).days > 366
    ]  # fmt: skip
    assert len(current) >= 100
    for number, (_, row) in enumerate(current[-100:]):
        pair.take(row)
        row["reported_days_past_due"] = str(26 + number % 4)
    book, old = (
        next(row for row in tables["institutions"] if row["institution_id"] == lender) for tables in (pair.later, pair.earlier)
    )
    return lambda: Expected(
        "heaped",
        lender,
        lender,
        "day 30",
        "institutions",
        pair.line("institutions", book),
        pair.line("institutions", old, pair.earlier),
    )


def a_new_loan_pays_an_old_one_and_does_not_say_so(pair: Pair) -> Callable[[], Expected]:
    before, row = next((b, r) for b, r in pair.loans() if b["reported_days_past_due"] == "0" and b["borrower_id"])
    pair.take(row)
    rest = Decimal(before["reported_outstanding"]) - sum(Decimal(one["principal"]) for one in pair.between(row["loan_id"]))
    paid = {
        "payment_id": "closes",
        "loan_id": row["loan_id"],
        "paid_on": str(pair.until),
        "principal": str(rest),
        "interest": "0",
    }
    pair.later["payments"].append({name: paid.get(name, "") for name in _heads["payments"]})
    row |= {"reported_outstanding": "0", "reported_days_past_due": "0"}
    new = row | {
        "loan_id": f"{row['loan_id']}-again", "disbursed_on": str(pair.until), "signed_on": str(pair.until), "refinances": "",
        "matures_on": str(pair.until + dt.timedelta(days=365)), "principal": str(rest), "reported_outstanding": str(rest),
    }  # fmt: skip
    pair.take(new)
    pair.later["loans"].append(new)
    pair.later["installments"].append(_instalment(new, str(rest), pair.until + dt.timedelta(days=365)))
    return lambda: Expected(
        "closed_and_opened",
        new["institution_id"],
        new["loan_id"],
        "",
        "loans",
        pair.line("loans", new),
        pair.line("loans", before, pair.earlier),
    )


def a_title_is_gone(pair: Pair) -> Callable[[], Expected]:
    refs: dict[str, int] = defaultdict(int)
    for one in pair.later["collateral"]:
        refs[one["title_ref"]] += 1
    loans = {row["loan_id"]: row for _, row in pair.loans()}
    held = {one["collateral_id"]: one for one in pair.earlier["collateral"] if not one["released_on"]}
    title = next(
        one
        for one in pair.later["collateral"]
        if one["kind"] in {"hard_title", "soft_title"} and one["loan_id"] in loans and one["title_ref"] and refs[one["title_ref"]] == 1
        and not one["released_on"] and one["collateral_id"] in held
    )  # fmt: skip
    pair.take(loans[title["loan_id"]])
    pair.later["collateral"] = [one for one in pair.later["collateral"] if one is not title]
    old = held[title["collateral_id"]]
    return lambda: Expected(
        "title_gone", loans[title["loan_id"]]["institution_id"], title["title_ref"], "", "collateral",
        pair.line("collateral", old, pair.earlier), None,
    )  # fmt: skip


def _old_payment(pair: Pair, **told: str) -> tuple[Row, Row, Row]:
    """A loan, and an old payment of it in the later and the earlier tape."""
    for _, row in pair.loans():
        later = [one for one in pair.of("payments", row["loan_id"]) if one["paid_on"] <= str(pair.since)]
        later = [one for one in later if all(one[name] == value for name, value in told.items())]
        if later:
            number = later[0]["payment_id"]
            [earlier] = [one for one in pair.of("payments", row["loan_id"], pair.earlier) if one["payment_id"] == number]
            return row, later[0], earlier
    raise AssertionError("no such payment")


def _on_payments(pair: Pair, row: Row, later: Row, earlier: Row, aspect: str) -> Callable[[], Expected]:
    return lambda: Expected(
        "payments_rewritten", row["institution_id"], row["loan_id"], aspect, "payments", pair.line("payments", later),
        pair.line("payments", earlier, pair.earlier),
    )  # fmt: skip


def a_payment_of_the_past_shrinks(pair: Pair) -> Callable[[], Expected]:
    row, later, earlier = _old_payment(pair)
    pair.take(row)
    later["principal"] = str(Decimal(later["principal"]) - 1)
    return _on_payments(pair, row, later, earlier, "row_changed")


def where_the_money_came_from_is_told_otherwise(pair: Pair) -> Callable[[], Expected]:
    row, later, earlier = _old_payment(pair, source="income")
    pair.take(row)
    later["source"] = "family"
    return _on_payments(pair, row, later, earlier, "source_changed")


def an_instalment_moves(pair: Pair) -> Callable[[], Expected]:
    before, row = next((b, r) for b, r in pair.loans() if len(pair.of("installments", r["loan_id"])) > 2)
    pair.take(row)
    del before
    last = pair.of("installments", row["loan_id"])[-2]
    [old] = [one for one in pair.of("installments", row["loan_id"], pair.earlier) if one["number"] == last["number"]]
    last["due_on"] = str(dt.date.fromisoformat(last["due_on"]) + dt.timedelta(days=1))
    return lambda: Expected(
        "schedule_moved", row["institution_id"], row["loan_id"], "due_on", "installments", pair.line("installments", last),
        pair.line("installments", old, pair.earlier),
    )  # fmt: skip


def a_step_of_recovery_is_struck_out(pair: Pair) -> Callable[[], Expected]:
    loans = {row["loan_id"]: row for _, row in pair.loans()}
    step = next(one for one in pair.later["recovery"] if one["loan_id"] in loans and one["happened_on"] <= str(pair.since))
    same = [one for one in pair.of("recovery", step["loan_id"], pair.earlier) if one == step]
    pair.take(loans[step["loan_id"]])
    pair.later["recovery"] = [one for one in pair.later["recovery"] if one is not step]
    return lambda: Expected(
        "events_rewritten", loans[step["loan_id"]]["institution_id"], step["loan_id"], "recovery", "recovery",
        pair.line("recovery", same[-1], pair.earlier), None,
    )  # fmt: skip


def a_restructuring_is_dated_back(pair: Pair) -> Callable[[], Expected]:
    before, row = _late(pair)[1]
    pair.take(row)
    row |= {
        "restructured_on": str(pair.since),
        "restructured_balance": before["reported_outstanding"],
        "reported_days_past_due": "0",
    }
    pair.later["installments"] = [one for one in pair.later["installments"] if one["loan_id"] != row["loan_id"]]
    pair.later["installments"].append(_instalment(row, before["reported_outstanding"], pair.until + dt.timedelta(days=90)))
    return _on_loans(pair, "events_rewritten", before, row, "restructured_on")


TAMPERINGS = (
    a_payment_is_kept_from_the_tape,
    a_debt_grows_on_paper,
    a_loan_is_left_out,
    a_loan_is_entered_after_the_event,
    a_contract_is_rewritten,
    a_contract_is_signed_on_another_day,
    a_rate_is_raised,
    days_past_due_are_told_younger,
    a_schedule_is_issued_anew_and_nobody_paid,
    a_loan_is_restructured_the_day_before_its_grade_changes,
    days_past_due_are_heaped_up,
    a_new_loan_pays_an_old_one_and_does_not_say_so,
    a_title_is_gone,
    a_payment_of_the_past_shrinks,
    where_the_money_came_from_is_told_otherwise,
    an_instalment_moves,
    a_step_of_recovery_is_struck_out,
    a_restructuring_is_dated_back,
)
