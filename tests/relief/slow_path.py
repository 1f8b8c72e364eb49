"""Relief once more, loan by loan in plain Python, from docs/how-to/relief.md alone; positions and grades come from the other slow path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracle.book import Book, Figures, finish_books, open_book
from tests.oracle.collateral import title_owners
from tests.oracle.days import half_up, plus_months
from tests.oracle.money import NoRateError, riel
from tests.oracle.position import FLOOR, OTHER_FLOOR, Position
from tests.oracle.provision import grade_on, provision_on, written_off
from tests.oracle.reader import CHILDREN, mark_returned, read_tapes
from tests.oracle.schedule import Installment

EVERYONE = [("everyone", ())]
COLUMN = {"idpoor1": "poverty", "idpoor2": "poverty", "work_lost": "work_status", "work_suspended": "work_status",
          "livelihood": "livelihood", "province": "commune", "communes": "commune"}  # fmt: skip
UNTOLD = {"poverty": "the borrower's poverty level", "work_status": "the borrower's work",
          "livelihood": "the borrower's livelihood", "commune": "the borrower's commune"}  # fmt: skip


@dataclass(frozen=True)
class Terms:
    """A plan, as its page describes it."""

    start: date
    months: int
    suspend: str = "both"
    interest: str = "frozen"
    who: tuple[tuple[str, tuple[str, ...]], ...] = tuple(EVERYONE)
    budget: int | None = None
    cap: int | None = None

    @property
    def end(self) -> date:
        return plus_months(self.start, self.months)

    @property
    def runs(self) -> bool:
        return self.interest == "running"


@dataclass
class New:
    """One line of a new schedule."""

    number: int
    due_on: date
    principal: int
    interest: int
    fee: int
    old_due_on: date | None
    old_interest: int = 0
    change: str = "kept"


@dataclass
class Worked:
    """A loan with what the plan does to it."""

    book: Book
    figures: Figures
    tier: int
    outstanding: int = 0
    days: int | None = None
    rows: list[New] = field(default_factory=list)
    first: int = 0
    forgone: list[int] = field(default_factory=list)  # added up to the end of each month, from month 0
    received: tuple[int, int] = (0, 0)
    computed: bool = True

    @property
    def key(self) -> tuple[str, str]:
        return self.figures.loan.key

    def riel(self, amount: int) -> int:
        sign = -1 if amount < 0 else 1
        return sign * riel(abs(amount), self.figures.loan.row["currency"], self.book.rates)


@dataclass
class Result:
    """The queue in order, what is not assessed and why, and costs by lender and month."""

    queue: list[tuple[Worked, str]]
    lacking: dict[tuple[str, str], str]
    costs: dict[tuple[str, int], dict[str, Any]]

    @property
    def granted(self) -> list[Worked]:
        return [one for one, state in self.queue if state == "granted"]


def floor_of(figures: Figures) -> int:
    return FLOOR.get(figures.loan.row["currency"], OTHER_FLOOR)


def uncovered(rows: Iterable[Installment], principal: int, total: int, floor: int) -> list[bool]:
    """Whether each instalment is not covered by what was received up to and with it."""
    due_principal = due_total = 0
    found = []
    for row in rows:
        due_principal += row.principal
        due_total += row.total
        room = max(Fraction(row.total, 100), Fraction(floor))
        by_total = due_total - total <= room
        by_principal = row.principal > 0 and due_principal - principal <= room
        found.append(not (by_total or by_principal))
    return found


def paid_for(figures: Figures, day: date) -> tuple[int, int]:
    """Principal, and all together, received for the schedule in force."""
    schedule = figures.schedule
    rows = [
        row
        for row in figures.loan.payments
        if row["paid_on"] <= day and not (schedule.restarted and row["paid_on"] <= schedule.start)
    ]
    return sum(r["principal"] for r in rows), sum(r["principal"] + r["interest"] + (r.get("fee") or 0) for r in rows)


def tier_of(row: dict[str, Any] | None, terms: Terms) -> tuple[int | None, str | None]:
    """The first tier that a borrower meets, or what is not known of one that meets none."""
    unknown = []
    for place, (kind, codes) in enumerate(terms.who):
        if kind == "everyone":
            return place, None
        value = (row or {}).get(COLUMN[kind])
        if value is None:
            unknown.append(COLUMN[kind])
            continue
        wanted = {"work_lost": ("lost",), "work_suspended": ("suspended",)}.get(kind, codes or (kind,))
        if (value[:2] if kind == "province" else value) in wanted:
            return place, None
    return None, next((UNTOLD[name] for name in UNTOLD if name in unknown), None)


def lack_of(book: Book, figures: Figures, terms: Terms) -> str | None:
    loan, schedule = figures.loan, figures.schedule
    if any(loan.row.get(name) is not None and loan.row[name] > book.day for name in ("restructured_on", "schedule_from")):
        return "the schedule in force on the audit date"
    if "installments" in loan.returned:
        return "the loan's schedule: a row was returned"
    if schedule is None:
        return "a repayment schedule"
    if "payments" in loan.returned:
        return "the loan's payments: a row was returned"
    if figures.position.outstanding is None:
        return "what is outstanding"
    if terms.suspend != "interest" and loan.row.get("nominal_rate") is None:
        return "the contract's rate"
    if loan.row["currency"] != "KHR" and book.rates.get(loan.row["currency"]) is None:
        return "the exchange rate"
    return None


def interest_for(outstanding: int, rate: Any, months: int) -> int:
    amount = Fraction(outstanding) * Fraction(rate) / 100 * Fraction(months, 12)
    return half_up(amount.numerator, amount.denominator)


def split(amount: int, parts: int) -> list[int]:
    even = amount // parts
    return [even] * (parts - 1) + [amount - even * (parts - 1)]


def worked(book: Book, figures: Figures, tier: int, terms: Terms) -> Worked:
    """A loan's new schedule and what its lender forgoes."""
    one = Worked(book, figures, tier)
    old = sorted(figures.schedule.installments, key=lambda i: (i.due_on, i.number))
    position = figures.position
    one.computed = bool(book.has_payments and not (book.part and not figures.loan.payments))
    if one.computed:
        principal, total = paid_for(figures, book.day)
    else:
        principal = total = max(0, figures.schedule.opening - position.outstanding)
    open_ = uncovered(old, principal, total, floor_of(figures))
    first = next((k for k, i in enumerate(old) if i.due_on > book.day and open_[k]), len(old))
    outstanding = position.outstanding
    while first < len(old) and old[first].due_on <= terms.start:
        outstanding -= old[first].principal
        principal, total = principal + old[first].principal, total + old[first].total
        first += 1
    one.first, one.outstanding, one.received = first, max(0, outstanding), (principal, total)
    one.days = position.days_past_due
    if terms.start > book.day and one.days:
        one.days += (terms.start - book.day).days
        if one.computed:
            one.days = late_on(old, principal, total, floor_of(figures), terms.start)
    rate = figures.loan.row.get("nominal_rate") or 0
    one.rows = new_rows(old, first, one.outstanding, rate, terms)
    one.forgone = forgone(one, rate, terms)
    return one


def new_rows(old: list[Installment], first: int, outstanding: int, rate: Any, terms: Terms) -> list[New]:
    rows = [New(i.number, i.due_on, i.principal, i.interest, i.fee, i.due_on, i.interest) for i in old]
    after_last = max(i.number for i in old) + 1
    window = [row for row in rows[first:] if row.due_on <= terms.end]
    later = rows[first + len(window) :]
    added: list[New] = []
    if terms.suspend == "interest":
        resting = sum(row.interest for row in window)
        for row in window:
            if row.interest:
                row.interest, row.change = 0, "interest"
        if terms.runs and resting and later:
            later[0].interest, later[0].change = later[0].interest + resting, "interest"
        elif terms.runs and resting:
            added.append(New(after_last, plus_months(old[-1].due_on, terms.months), 0, resting, 0, None, 0, "added"))
    else:
        dates = [row.due_on for row in window]
        for row in rows[first:]:
            row.due_on = plus_months(row.due_on, terms.months)
            row.change = "moved" if terms.months else "kept"
        extra = interest_for(outstanding, rate, terms.months) if terms.runs else 0
        if extra and first == len(rows):
            added.append(New(after_last, terms.end, 0, extra, 0, None, 0, "added"))
        elif extra and terms.suspend == "principal" and dates:
            for n, (on, part) in enumerate(zip(dates, split(extra, len(dates)), strict=True)):
                added.append(New(after_last + n, on, 0, part, 0, None, 0, "added"))
        elif extra and terms.suspend == "principal":
            rows[first].interest += extra
        elif extra:
            for row, part in zip(rows[first:], split(extra, len(rows) - first), strict=True):
                row.interest += part
    return sorted([*rows, *added], key=lambda row: (row.due_on, row.number))


def forgone(one: Worked, rate: Any, terms: Terms) -> list[int]:
    ends = [plus_months(terms.start, k) for k in range(terms.months + 1)]
    if terms.runs:
        return [0 for _ in ends]
    if terms.suspend == "interest":
        return [sum(r.old_interest - r.interest for r in one.rows if r.due_on <= end) for end in ends]
    return [interest_for(one.outstanding, rate, k) for k in range(terms.months + 1)]


def late_on(rows: list[Installment], principal: int, total: int, floor: int, day: date) -> int:
    open_ = uncovered(rows, principal, total, floor)
    return next(((day - row.due_on).days for row, is_open in zip(rows, open_, strict=True) if is_open and row.due_on < day), 0)


def standing(one: Worked, terms: Terms, month: int) -> tuple[int | None, int]:
    """Days past due by the old schedule and what is outstanding at the end of a month."""
    if month == 0:
        return one.days, one.outstanding
    day = plus_months(terms.start, month)
    old = sorted(one.figures.schedule.installments, key=lambda i: (i.due_on, i.number))
    principal = paid = 0
    if terms.suspend == "interest":
        done = [i for i in old[one.first :] if i.due_on <= day]
        principal, paid = sum(i.principal for i in done), sum(i.principal + i.fee for i in done)
    if terms.suspend == "principal":
        paid = sum(row.interest for row in one.rows if row.change == "added" and row.due_on <= day)
    left = max(0, one.outstanding - principal)
    if left == 0:
        return 0, 0
    if one.days is None:
        return None, left
    floor = floor_of(one.figures)
    if one.computed:
        return late_on(old, one.received[0] + principal, one.received[1] + paid, floor, day), left
    if one.days:
        return one.days + (day - terms.start).days, left
    return late_on(old[one.first :], principal, paid, floor, day), left


def month_of(day: date, terms: Terms) -> int:
    month = 0
    while plus_months(terms.start, month) < day:
        month += 1
    return month


def relief(folder: Path, day: date, terms: Terms, returned: dict[str, set] | None = None) -> Result:
    """What a plan comes to on the tapes in a folder."""
    tapes = read_tapes(folder)
    for table in CHILDREN:
        mark_returned(tapes, table, (returned or {}).get(table, ()))
    books = [open_book(row, tape, day, []) for tape in tapes for row in tape.tables["institutions"]]
    finish_books(books, strict=False)
    lacking: dict[tuple[str, str], str] = {}
    found: list[Worked] = []
    for book in books:
        people = {row["borrower_id"]: row for row in book.tape.tables.get("borrowers", [])}
        for figures in book.figures:
            if written_off(figures.loan, day) or figures.position.outstanding == 0 or book.person:
                continue
            tier, lack = tier_of(people.get(figures.loan.row.get("borrower_id")), terms)
            if tier is None and lack is None:
                continue
            lack = lack or lack_of(book, figures, terms)
            if lack:
                lacking[figures.loan.key] = lack
                continue
            one = worked(book, figures, tier, terms)
            if one.outstanding:
                found.append(one)
    found.sort(key=lambda one: (one.tier, one.riel(one.outstanding), one.key))
    queue, spent = [], 0
    for place, one in enumerate(found, 1):
        spent += one.riel(one.forgone[-1])
        state = "granted"
        if terms.budget is not None and spent > terms.budget:
            state = "beyond_budget"
        if terms.cap is not None and place > terms.cap:
            state = "beyond_cap"
        queue.append((one, state))
    result = Result(queue, lacking, {})
    result.costs = costs(books, result.granted, terms)
    return result


def costs(books: list[Book], granted: list[Worked], terms: Terms) -> dict[tuple[str, int], dict[str, Any]]:
    """Costs by lender and month: what changes hands, and how the whole book would be graded."""
    flows: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    last = max((month_of(row.due_on, terms) for one in granted for row in one.rows if row.change != "kept"), default=0)
    last = max(last, terms.months)
    for one in granted:
        before = dict.fromkeys(("principal", "interest", "fee"), 0)
        for month in range(last + 1):
            end = plus_months(terms.start, month)
            for name, old_name in (("principal", "principal"), ("interest", "old_interest"), ("fee", "fee")):
                changed = [r for r in one.rows if r.change != "kept"]
                gone = sum(getattr(r, old_name) for r in changed if r.old_due_on is not None and r.old_due_on <= end)
                now = one.riel(gone - sum(getattr(r, name) for r in changed if r.due_on <= end))
                flows[one.book.id, month][name] += now - before[name]
                before[name] = now
            if month and month <= terms.months:
                flows[one.book.id, month]["forgone"] += one.riel(one.forgone[month]) - one.riel(one.forgone[month - 1])
    owners = title_owners([(f.loan, f.position.outstanding) for book in books for f in book.figures], books[0].day)
    by_key = {one.key: one for one in granted}
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for book in books:
        own = [f for f in book.figures if not written_off(f.loan, book.day)]
        months = last if any(one.book is book for one in granted) else terms.months
        so_far = 0
        for month in range(months + 1) if own else ():
            told = flows.get((book.id, month), {})
            cash = sum(told.get(name, 0) for name in ("principal", "interest", "fee"))
            so_far += cash
            found[book.id, month] = {
                "interest_forgone_khr": told.get("forgone", 0),
                "principal_delayed_khr": told.get("principal", 0),
                "interest_delayed_khr": told.get("interest", 0),
                "fees_delayed_khr": told.get("fee", 0),
                "cash_delayed_khr": cash,
                "cash_delayed_so_far_khr": so_far,
                **stocks(book, own, by_key, owners, terms, month),
            }
    return found


def stocks(book: Book, own: list[Figures], granted: dict, owners: Any, terms: Terms, month: int) -> dict[str, Any]:
    names = (
        "provision_frozen_khr",
        "provision_running_khr",
        "loans_without_provision",
        "portfolio_khr",
        "par30_frozen_khr",
        "par30_running_khr",
    )
    if month > terms.months or book.part:
        return dict.fromkeys(names)
    told: dict[str, Any] = dict.fromkeys(names, 0)
    unplaced = False
    for figures in own:
        for way in ("frozen", "running"):
            position, required = figures.position, figures.provision.required
            one = granted.get(figures.loan.key)
            if one is not None:
                days, left = standing(one, terms, month)
                position = Position(position.basis, left, days_past_due=one.days if way == "frozen" else days)
                position = replace(position, days_past_due=position.days_past_due)
                kind = None if book.person else book.bank
                grade = grade_on(figures.loan, position, book.day, kind, book.licensed, False)
                required = provision_on(figures.loan, position, grade, owners, book.day, book.bank, None, False).required
            try:
                owed = riel(position.outstanding or 0, figures.loan.row["currency"], book.rates)
                set_aside = None if required is None else riel(required, figures.loan.row["currency"], book.rates)
            except NoRateError:
                owed, set_aside = None, None if required else required
            told[f"provision_{way}_khr"] += set_aside or 0
            if position.outstanding is None or (position.outstanding and (owed is None or position.days_past_due is None)):
                unplaced = True
            late = (position.days_past_due or 0) > 30
            told[f"par30_{way}_khr"] += (owed or 0) if late else 0
            if way == "frozen":
                told["portfolio_khr"] += owed or 0
                told["loans_without_provision"] += set_aside is None and position.outstanding != 0
    if unplaced:
        told["par30_frozen_khr"] = told["par30_running_khr"] = None
    return told
