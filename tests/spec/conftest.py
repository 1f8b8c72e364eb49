"""The fixture `engine`: drawn tables, written as Parquet and declared to DuckDB or to Spark, with the rules held to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import ibis.expr.operations as ops
import pytest

from prakas.engine import connect, write_parquet
from prakas.facts import (
    Day,
    borrower_facts,
    institution_facts,
    lenders,
    loan_facts,
    outstanding,
    outstanding_of_loans,
    recovery_events,
    security,
    terms,
    timelines,
    titles,
)
from prakas.jurisdictions import pack
from prakas.rulebook import in_force, rulebook
from prakas.rules import (
    FOUND,
    JUDGED,
    NOT_ASSESSED,
    SOUND,
    Months,
    Setting,
    graded_loans,
    institution_standings,
    month_rule,
    month_rule_ids,
    rule,
)
from tests.acceptance.running import FULL
from tests.spec.drawn import LENDER, SCHEMAS, SOME_DAY, arrow, typed
from tests.spec.months import MONTH_STEPS, lent_in_both, of_month, renamed, split, write_positions

HERE = Path(__file__).parent
# Their queries take Spark a quarter of a minute each; what they are made of is in the two of that folder that are kept.
LONG_ON_SPARK = (
    "closed_and_opened", "days_fell", "events_rewritten", "late_entry", "original_changed", "payments_rewritten", "rate_changed",
    "restructured_at_edge", "schedule_moved", "title_gone", "vanished",
)  # fmt: skip

# Each table that follows from others, as an audit makes it.
STEPS: dict[str, Callable[[Setting], Any]] = {
    "lenders": lambda s: lenders(s.day),
    "terms": lambda s: terms(s.day, s.ceiling),
    "outstanding": lambda _: outstanding_of_loans(),
    "security": lambda s: security(s.day, outstanding()),
    "loan_facts": lambda _: loan_facts(),
    "titles": lambda s: titles(s.day),
    "recovery_events": lambda s: recovery_events(s.day),
    "timelines": lambda _: timelines(),
    "borrower_facts": lambda s: borrower_facts(s.day),
    "institution_facts": lambda s: institution_facts(s.day),
    "loan_results": graded_loans,
    "institution_results": institution_standings,
}
FROM = {
    "lenders": ("institutions",),
    "terms": ("loans",),
    "outstanding": ("terms",),
    "security": ("collateral",),
    "loan_facts": ("terms",),
    "titles": ("collateral",),
    "recovery_events": ("recovery", "payments"),
    "timelines": ("recovery_events",),
    "borrower_facts": ("loan_facts", "borrowers"),
    "institution_facts": ("lenders",),
    "loan_results": ("loan_facts",),
    "institution_results": ("institution_facts",),
}


def tables_in(expression: Any) -> set[str]:
    """Return the names of the declared tables that an expression reads."""
    return {table.name for table in expression.op().find(ops.UnboundTable)}


def defaults(name: str, setting: Setting, drawn: dict[str, list[dict]]) -> dict[str, Any]:
    """Return what a column holds that is not drawn; every other column is null. See the fixture `engine`."""
    month, base = split(name)
    if month:
        return defaults(base, setting, of_month(drawn, month)) | {"tape": f"the {month} tape"}

    def ceiling(row: dict) -> int | None:
        found = in_force(setting.law["price.annual_rate_ceiling"], row["agreed_on"]) if row["agreed_on"] else None
        return setting.micro_percent(found) if found else None

    def loan_no(row: dict) -> int | None:
        loans = drawn.get("loan_results") or drawn.get("loan_facts") or drawn.get("loans") or []
        return next((number for number, loan in enumerate(loans) if loan["loan_id"] == row.get("loan_id")), None)

    def is_bank(row: dict) -> bool | None:
        return None if row["lender_kind"] is None else row["lender_kind"] == "bank"

    common = {"institution_id": LENDER, "lender_kind": "licensed", "is_bank": is_bank, "is_as_of": True, "currency": "KHR"}
    loan = {
        **common,
        "loan_no": lambda row: row["source_row"] - 2,
        "principal": 100_000_000,
        "disbursed_on": SOME_DAY,
        "agreed_on": lambda row: row["disbursed_on"],
        "matures_on": date(2030, 1, 1),
        "ceiling": ceiling,
        **dict.fromkeys(("basis", "schedule_basis"), "computed"),
        **dict.fromkeys(("are_payments_known", "has_charges", "has_collateral", "has_recovery", "is_grid_in_force"), True),
        **dict.fromkeys(("cash", "proven_value", "titles_held", "weakness", "security_weakness"), 0),
        **dict.fromkeys((n for n in SCHEMAS[name].names if n.endswith("_returned")), False),
        **dict.fromkeys(("is_written_off", "is_restructured", "is_restarted", "is_schedule_unknown", "is_grid_held_back"), False),
    }
    if name in {"loan_facts", "loan_results", "terms", "loans"}:
        return loan
    if name in {"institution_facts", "institution_results", "lenders"}:
        figures = ("portfolio_khr", "borrowers", "public_savings_khr", "depositors")
        return {
            "institution_id": LENDER,
            "status": "unregistered",
            "is_as_of": True,
            "name": lambda row: row["institution_id"],
            "lender_kind": lambda row: row["status"],
            "is_bank": is_bank,
            **dict.fromkeys((n for n in SCHEMAS[name].names if n.startswith("has_")), True),
            **dict.fromkeys(figures, 0),
            **dict.fromkeys(("is_whole_book", "is_portfolio_whole", "is_borrowers_whole"), True),
            **dict.fromkeys(("loans_basis", "borrowers_basis", "savings_basis", "titles_basis"), "computed"),
        }
    if name == "institutions":
        present = {
            f"has_{table}": table in drawn for table in ("borrowers", "loans", "installments", "charges", "payments", "recovery")
        }
        return {**common, "name": lambda row: row["institution_id"], "legal_form": "company", "status": "licensed", **present}
    if name == "titles":
        named = {"title_ref": lambda row: row["title"], "collateral_id": lambda row: row["title"]}
        return {
            **common, **named, "kind": "hard_title", "taken_on": SOME_DAY, "institutions": 1,
            "is_first_in_sector": True, "is_after_repayment": False,
            **dict.fromkeys(("basis", "basis_with_loans", "basis_of_holders"), "computed"),
        }  # fmt: skip
    return {**common, "loan_no": loan_no}


@dataclass
class Tape:
    """Drawn tables under one setting: what each rule comes to."""

    engine: Any
    declared: dict[str, Path]
    folder: Path
    setting: Setting
    drawn: dict[str, list[dict]]
    drawings: dict[str, str]
    again_with: Callable[..., Tape]
    earlier: Setting  # of the earlier month, where two are drawn
    _paths: dict[str, Path] = field(default_factory=dict)
    _rows: dict[str, list[dict]] = field(default_factory=dict)

    def again(self, **changes: Any) -> Tape:
        """Return the same drawn tables on another day (`on`), under --strict (`strict`) or --law (`law`)."""
        return self.again_with(**changes, **self.drawings)

    def run(self, expression: Any, schema: Any) -> list[dict]:
        """Return an expression's rows."""
        for name in sorted(tables_in(expression)):
            self._need(name)
        return self.engine.run("spec", expression, schema).to_pylist()

    def table(self, name: str) -> list[dict]:
        """Return a table that follows from the drawn ones, sorted as an audit sorts it."""
        return self.run(STEPS[name](self.setting), SCHEMAS[name])

    def rule(self, rule_id: str) -> Any:
        """Return a rule as it stands."""
        if rule_id in month_rule_ids():
            return month_rule(Months(self.earlier, self.setting), rule_id)
        return rule(self.setting, rule_id)

    def _step(self, name: str) -> Any:
        """Return the expression of a table that follows from others; None where it follows from none."""
        month, base = split(name)
        if name in MONTH_STEPS:
            return MONTH_STEPS[name](Months(self.earlier, self.setting))
        if base not in STEPS:
            return None
        return (
            renamed(STEPS[base](self.earlier if month == "earlier" else self.setting), month)
            if month
            else STEPS[base](self.setting)
        )

    def rows(self, rule_id: str) -> list[dict]:
        """Return a rule's judged rows; one query, run once."""
        if rule_id not in self._rows:
            self._rows[rule_id] = self.run(self.rule(rule_id).rows, JUDGED)
            for row in self._rows[rule_id]:
                row["who"] = f"{row['subject']}: {row['aspect']}" if row["aspect"] else row["subject"]
        return self._rows[rule_id]

    def found(self, rule_id: str) -> list[str]:
        """Return what a rule found: sorted subjects, each with its aspect where the rule has them."""
        return sorted(row["who"] for row in self.rows(rule_id) if row["state"] == FOUND)

    def sound(self, rule_id: str) -> list[str]:
        """Return what a rule passed as sound."""
        return sorted(row["who"] for row in self.rows(rule_id) if row["state"] == SOUND)

    def not_assessed(self, rule_id: str) -> dict[str, str]:
        """Return what a rule could not judge, with what was missing."""
        return {row["who"]: row["missing"] for row in self.rows(rule_id) if row["state"] == NOT_ASSESSED}

    def each(self, rule_id: str, column: str) -> dict[str, Any]:
        """Return one column of a rule's rows by subject."""
        return {row["who"]: row[column] for row in self.rows(rule_id)}

    def amounts(self, rule_id: str) -> dict[str, str]:
        """Return the amounts of a rule's rows in major units, as text."""
        return {
            who: f"{amount // 100}.{amount % 100:02}"
            for who, amount in self.each(rule_id, "amount").items()
            if amount is not None
        }

    def _need(self, name: str) -> None:
        if name not in self._paths:
            path = self.folder / f"{name}.parquet"
            expression = self._step(name)
            if split(name)[0] and split(name)[1] == "positions" and name not in self.drawn:
                self._need_positions(split(name)[0], path)
            elif expression is not None and name not in self.drawn and self._follows(name):
                for upstream in sorted(tables_in(expression)):
                    self._need(upstream)
                self.engine.write(name, expression, SCHEMAS[name], path)
                self.declared[name] = path
            else:
                rows = self.drawn.get(name, [])
                write_parquet(path, [arrow(name, rows, defaults(name, self.setting, self.drawn))], SCHEMAS[name])
            self._paths[name] = path
        if self.declared.get(name) != self._paths[name]:  # another setting's table may stand under the name
            self.engine.declare(name, self._paths[name])
            self.declared[name] = self._paths[name]

    def _need_positions(self, month: str, path: Path) -> None:
        for upstream in ("terms", "installments", "payments", "charges"):
            self._need(f"{month}_{upstream}")
        setting = self.earlier if month == "earlier" else self.setting
        write_positions(self.engine, setting, month, len(self.drawn.get(f"{month}_loans", [])), path)
        self.declared[path.stem] = path

    def _follows(self, name: str) -> bool:
        month, base = split(name)
        if month or name in MONTH_STEPS:
            return name in MONTH_STEPS or base in FROM
        return any(source in self.drawn or self._follows(source) for source in FROM.get(name, ()))


def pytest_collection_modifyitems(config, items):
    """Keep, of the tests that run on both engines, each file's first for Spark: the rule's own example. PRAKAS_FULL=1 keeps all.

    A whole audit is held to the same bytes on both engines elsewhere; a query on Spark takes a second where DuckDB takes hundredths.
    """
    if FULL:
        return
    first: dict[Path, str] = {HERE / "continuity" / f"test_{name}.py": "" for name in LONG_ON_SPARK}
    dropped = []
    for item in items:
        is_on_spark = HERE in item.path.parents and item.get_closest_marker("spark") is not None
        if is_on_spark and first.setdefault(item.path, item.originalname) != item.originalname:
            dropped.append(item)
    if dropped:
        config.hook.pytest_deselected(items=dropped)
        gone = set(map(id, dropped))
        items[:] = [item for item in items if id(item) not in gone]


@pytest.fixture(scope="session")
def engines(tmp_path_factory):
    """Each engine, started when first asked for: one Spark session a run."""
    started: dict[str, tuple[Any, dict[str, Path]]] = {}

    def of(name: str) -> tuple[Any, dict[str, Path]]:
        if name not in started:
            started[name] = (connect(name, tmp_path_factory.mktemp(name), threads=2), {})
        return started[name]

    yield of
    for engine, _ in started.values():
        engine.close()


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request, engines, tmp_path):
    """Return a function from drawn tables to a Tape, on DuckDB and on Spark.

    A drawing has a line of names, a line of dashes, and one line a row; cells stand between bars. Money is written in major
    units ("1200.50"), rates in percent, provision rates too, yes or no; an empty cell is null. Any declared table may be drawn; what
    follows from drawn ones is made as an audit makes it. A column that is **not drawn** holds:

    - everywhere: `institution_id` a lender; `currency` KHR; `tape` one tape; `source_row` the line, the first one being 2;
      `lender_kind` licensed (of an institution: its status); `is_bank` what the kind says; `is_as_of` yes;
    - loans: number in the order drawn, principal 1,000,000, disbursed on 2016-01-01, agreed on that day, matures 2030-01-01; position
      and schedule computed from rows; not written off, not restructured, nothing returned, payments, charges, collateral and collection log sent; no
      collateral; the ceiling of the day agreed;
    - institutions: an institution and no person, unregistered (sealed table: licensed, a company; there is one where loans are drawn and none is), every table sent and whole, all four figures of the thresholds 0;
    - titles: hard, taken on 2016-01-01, named by themselves, one holder, first in the sector, not held after repayment;
    - collateral and other flows: the number of the drawn loan of that `loan_id`;
    - every other column: null.

    Two months are drawn as tables named `earlier_…` and `later_…`; the lender is in both tapes, and positions are worked out.

    `on` is the audit date (default 2024-12-31) and, of two months, the later one; `earlier` the other (default 2024-11-30). `strict` leaves out unverified values, `law` holds files of `--law` by path.
    """
    running, declared = engines(request.param)
    counter = iter(range(10_000))

    def tape(
        *,
        on: str = "2024-12-31",
        earlier: str = "2024-11-30",
        strict: bool = False,
        law: dict[str, str] | None = None,
        **drawings: str,
    ) -> Tape:
        folder = tmp_path / str(next(counter))
        folder.mkdir()
        overrides = None
        for path, text in (law or {}).items():
            overrides = folder / "law"
            (overrides / path).parent.mkdir(parents=True, exist_ok=True)
            (overrides / path).write_text(text, "utf-8")
        settings = [Setting(Day(date.fromisoformat(day), pack()), rulebook(pack(), overrides), strict) for day in (on, earlier)]
        drawn = {name: typed(name, text) for name, text in drawings.items()}
        if "loan_facts" in drawn:
            named = ("loan_id", "institution_id")
            drawn.setdefault("loans", [{n: loan[n] for n in named if n in loan} for loan in drawn["loan_facts"]])
        if "institution_facts" in drawn:  # whom the law binds is asked of the tape itself
            named = ("institution_id", "legal_form")
            drawn.setdefault("institutions", [{n: row[n] for n in named if n in row} for row in drawn["institution_facts"]])
        if "loans" in drawn:
            drawn.setdefault("institutions", [{"institution_id": LENDER}])
        lent_in_both(drawn, LENDER)
        return Tape(running, declared, folder, settings[0], drawn, drawings, tape, settings[1])

    return tape
