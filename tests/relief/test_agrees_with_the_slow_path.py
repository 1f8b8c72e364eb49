"""Queue, new schedules, costs and grades of whole runs against a second reader of the page, on odd tapes and on the made-up sector."""

from __future__ import annotations

from datetime import date

import pytest

from prakas.sample import write_sample
from tests.acceptance.odd_tapes import CHILDREN, odd_tape
from tests.acceptance.running import FULL
from tests.relief.made import PLAN, hundredths, plan, priced
from tests.relief.slow_path import Terms, relief

DAY = date(2017, 9, 30)
POOR_FIRST = (("idpoor1", ()), ("idpoor2", ()), ("province", ("01", "12", "17")))
POOR_FIRST_TEXT = '[idpoor1, idpoor2, {province: ["01", "12", "17"]}]'
PLANS = [
    (Terms(DAY, 3), {}),
    (Terms(DAY, 3, who=POOR_FIRST, cap=40), {"who": POOR_FIRST_TEXT, "cap": 40}),
    (Terms(DAY, 6, interest="running"), {"months": 6, "interest": "running"}),
    (Terms(DAY, 4, "principal", "running"), {"months": 4, "suspend": "principal", "interest": "running"}),
    (Terms(date(2017, 11, 15), 2, "principal"), {"months": 2, "suspend": "principal", "from": "2017-11-15"}),
    (Terms(DAY, 5, "interest", budget=3_000_000_00), {"months": 5, "suspend": "interest", "budget": 3_000_000}),
    (Terms(date(2017, 10, 31), 3, "interest", "running"), {"suspend": "interest", "interest": "running", "from": "2017-10-31"}),
    (Terms(DAY, 0), {"months": 0}),
]
WHICH = [f"{terms.suspend}-{terms.interest}-{terms.months}-from-{terms.start}" for terms, _ in PLANS]


def schedules_of(result):
    """Every new schedule, in the words of the result."""
    found = {}
    for one in result.granted:
        found[one.key] = [
            (r.number, r.due_on, r.principal, r.interest, r.fee, r.old_due_on, r.old_interest, r.change) for r in one.rows
        ]
    return found


def disagreements(seen, slow):
    queue = [row for row in seen.queue if row["state"] != "not_assessed"]
    ours = [
        (row["institution_id"], row["loan_id"], row["tier"], row["state"], hundredths(row["cost"]), hundredths(row["cost_khr"]),
         hundredths(row["outstanding"]), row["days_past_due"])
        for row in queue
    ]  # fmt: skip
    theirs = [
        (*one.key, one.tier + 1, state, one.forgone[-1], one.riel(one.forgone[-1]), one.outstanding, one.days)
        for one, state in slow.queue
    ]
    found = [f"queue {a} is not {b}" for a, b in zip(ours, theirs, strict=False) if a != b]
    found += [f"{len(ours)} loans wait, not {len(theirs)}"] if len(ours) != len(theirs) else []
    lacking = {(r["institution_id"], r["loan_id"]): r["missing"] for r in seen.queue if r["state"] == "not_assessed"}
    found += [f"not assessed: {key}" for key in lacking.keys() ^ slow.lacking.keys()]
    found += [
        f"{key}: {lacking[key]} is not {slow.lacking[key]}"
        for key in lacking.keys() & slow.lacking.keys()
        if lacking[key] != slow.lacking[key]
    ]
    new = {}
    for r in seen.rows("installments"):
        amounts = [hundredths(r[name]) for name in ("principal", "interest", "fee")]
        line = (r["number"], r["due_on"], *amounts, r["old_due_on"], hundredths(r["old_interest"]), r["change"])
        new.setdefault((r["institution_id"], r["loan_id"]), []).append(line)
    wanted = schedules_of(slow)
    found += [
        f"schedule {key}: {new.get(key)} is not {wanted.get(key)}" for key in {*new, *wanted} if new.get(key) != wanted.get(key)
    ]
    costs = {(r["institution_id"], r["month"]): r for r in seen.rows("costs")}
    found += [f"costs of {key}" for key in costs.keys() ^ slow.costs.keys()]
    for key in costs.keys() & slow.costs.keys():
        for name, value in slow.costs[key].items():
            seen_value = costs[key][name] if name == "loans_without_provision" else hundredths(costs[key][name])
            if seen_value != value:
                found.append(f"{name} of {key}: {seen_value} is not {value}")
    return found


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    """Odd tapes, sound for the slow path and with broken rows for the program."""
    folder = tmp_path_factory.mktemp("odd")
    returned = {name: set() for name in CHILDREN}
    for seed in range(120 if FULL else 20):
        tape = odd_tape(seed, DAY, f"t{seed:04d}", is_closed=True)
        tape.write(folder / "sound", folder / "whole")
        for name in CHILDREN:
            returned[name] |= tape.returned[name]
    return folder, returned


@pytest.mark.parametrize(("terms", "keys"), PLANS, ids=WHICH)
def test_odd_loans_are_relieved_as_the_page_says(odd, terms, keys, tmp_path):
    folder, returned = odd
    seen = priced(folder / "whole", tmp_path / "out", plan(tmp_path, PLAN, **keys), day=DAY)
    slow = relief(folder / "sound", DAY, terms, returned)
    assert len(slow.granted) > 5
    assert slow.lacking
    assert disagreements(seen, slow) == []


@pytest.mark.parametrize("which", range(len(PLANS)) if FULL else [3, 5])
def test_the_sector_is_relieved_as_the_page_says(which, tmp_path):
    terms, keys = PLANS[which]
    write_sample(tmp_path / "sector", loans=20_000 if FULL else 1_000, seed=11, audit_date=DAY, form="csv")
    (tmp_path / "sound").mkdir()
    for level in range(4):
        (tmp_path / "sound" / f"level-{level}").symlink_to(tmp_path / "sector" / f"level-{level}")
    seen = priced(tmp_path / "sound", tmp_path / "out", plan(tmp_path, PLAN, **keys), day=DAY)
    slow = relief(tmp_path / "sound", DAY, terms)
    assert len(slow.granted) > 100 or terms.budget
    assert disagreements(seen, slow) == []
