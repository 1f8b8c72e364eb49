"""The sections of a sheet on what was paid and what is held: receipts against the schedule, papers and titles."""

from __future__ import annotations

from datetime import date

from prakas.case.sheet.parts import Curve, Section, Subject, Table
from prakas.case.sheet.ruled import left_out, ruled

LINES = 8  # instalments shown, the last ones due, and papers, so that two pages hold


def receipts(subject: Subject) -> Section:
    """Return receipts held against the schedule, up to the day of the sheet."""
    say, day, currency = subject.say, subject.assessment.day, subject.debt.value("currency")
    title = say.say("receipts.title")
    due = [(row["due_on"], row["principal"] + row["interest"] + (row["fee"] or 0)) for row in subject.rows("installments")]
    paid = [
        (row["paid_on"], row["principal"] + row["interest"] + (row["fee"] or 0))
        for row in subject.rows("payments")
        if row["paid_on"] <= day
    ]
    notes = [] if subject.loan is None else left_out(subject)
    if not due:
        return Section("receipts", title, lines=[say.say("receipts.no_schedule"), *notes])
    if not paid:
        return Section("receipts", title, lines=[say.say("receipts.none"), *notes])
    loan = subject.loan or {}
    lines = []
    for on, amount in [one for one in due if one[0] <= day][-LINES:]:
        sums = [sum(a for d, a in flows if d <= on) for flows in (due, paid)]
        lines.append([on.isoformat(), say.money(amount, ""), *(say.money(one, "") for one in sums)])
    late = " ; ".join(say.money(loan.get(name), currency) for name in ("arrears_principal", "arrears_interest"))
    figures = [
        f"{say.say('receipts.outstanding')}: {say.money(loan.get('outstanding_principal'), currency)}",
        f"{say.say('receipts.arrears')}: {late}",
        f"{say.say('receipts.days')}: {say.say('not_assessed') if loan.get('days_past_due') is None else loan['days_past_due']}",
    ]
    hidden = len(due) - len(lines)
    more = [say.say("receipts.more", count=hidden)] if hidden else []
    table = Table(say.listed("receipts", "columns"), lines)
    return Section("receipts", title, table, curve=_curve(subject, due, paid), lines=[*more, *figures, *notes])


def _curve(subject: Subject, due: list[tuple[date, int]], paid: list[tuple[date, int]]) -> Curve:
    say, day = subject.say, subject.assessment.day
    received_on = subject.debt.value("received_on")
    first = min([on for on, _ in (*due, *paid)] + ([received_on] if isinstance(received_on, date) else []))
    last = max(day, *(on for on, _ in due))
    top = max(sum(a for _, a in due), sum(a for _, a in paid), 1)
    length = max((last - first).days, 1)

    def steps(flows: list[tuple[date, int]], until: date) -> list[tuple[float, float]]:
        points, total = [(0.0, 0.0)], 0
        for on, amount in sorted(flows):
            x = (on - first).days / length
            points.append((x, total / top))
            total += amount
            points.append((x, total / top))
        points.append(((until - first).days / length, total / top))
        return [(round(x, 4), round(y, 4)) for x, y in points]

    return Curve(
        say.say("receipts.picture"),
        steps(due, last),
        steps(paid, min(day, last)),
        say.say("receipts.due"),
        say.say("receipts.received"),
        first.isoformat(),
        last.isoformat(),
    )


def papers(subject: Subject) -> Section:
    """Return the papers that the lender holds, and what the rules say of each."""
    say = subject.say
    title = say.say("papers.title")
    rows = subject.rows("collateral")
    if not rows:
        return Section("papers", title, lines=[say.say("papers.none")])
    lines, said = [], []
    for row in rows[:LINES]:
        released = say.short_day(row["released_on"]) if row["released_on"] else say.say("papers.still")
        label = (
            f"{say.code('collateral_kind', row['kind'])} {str(row['title_ref'] or '').removeprefix(subject.case.case_id + '-')}"
        )
        lines.append([label.strip(), say.short_day(row["taken_on"]), released, say.say(f"marks.{row['evidence']}")])
        for kind, name in (("collateral", row["collateral_id"]), ("title", row["title_ref"] or row["collateral_id"])):
            heard = subject.assessment.of(kind, name)
            said += [ruled(subject, rule, heard) for rule in sorted(heard.findings)]
    said += [ruled(subject, rule) for rule in sorted(subject.heard.findings) if rule.startswith("collateral.")]
    return Section("papers", title, Table(say.listed("papers", "columns"), lines), lines=list(dict.fromkeys(said)))
