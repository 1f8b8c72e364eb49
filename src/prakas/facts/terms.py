"""What follows from a loan's terms and the dates alone, before any flow is looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from prakas.facts.evidence import flows_weakness, weakness_of
from prakas.facts.kernel import CHARGE_INPUTS, INSTALLMENT_INPUTS, LOAN_INPUTS, PAYMENT_INPUTS
from prakas.facts.position import NONE
from prakas.facts.schedule import AMORTIZATIONS, FREQUENCIES, METHODS
from prakas.facts.tables import LENDERS, RATES, TERMS, declared, sealed
from prakas.jurisdictions import Pack

EPOCH = date(1970, 1, 1)
PERSON = "person"  # the legal form, and the kind of lender, of a private person who lends


@dataclass(frozen=True)
class Day:
    """The audit date and the country: what every fact is held to."""

    on: date
    country: Pack

    @property
    def literal(self) -> Any:
        """The audit date as an expression."""
        return ibis.literal(self.on)

    @property
    def number(self) -> int:
        """The audit date as days since 1970-01-01."""
        return (self.on - EPOCH).days


def _due_by_terms(loans: ir.Table, day: Day) -> ir.Table:
    """Return the loans without rows of a schedule whose terms put an instalment before the audit date."""
    steps = {
        "weekly": ibis.interval(days=7),
        "biweekly": ibis.interval(days=14),
        "monthly": ibis.interval(months=1),
        "quarterly": ibis.interval(months=3),
        "semiannual": ibis.interval(months=6),
    }
    dates = _term_dates(day)
    loans = loans.filter(loans.disbursed_on <= day.literal)
    loans = loans.mutate(**{name: dates[name] for name in ("start_on", "is_restarted", "is_schedule_unknown")})
    loans = loans.filter(
        ~loans.is_schedule_unknown
        & (loans.matures_on > loans.start_on)
        & (~loans.is_restarted | loans.restructured_balance.notnull())
    )
    is_due = loans.matures_on < day.literal
    for frequency, step in steps.items():
        is_due = is_due | ((loans.frequency == frequency) & (loans.start_on + step < day.literal))
    has_terms = loans.nominal_rate.notnull() & loans.rate_method.notnull() & loans.amortization.notnull()
    return loans.filter(has_terms & loans.frequency.notnull() & is_due)


def lenders(day: Day) -> ir.Table:
    """Return one row an institution, with what its tape holds. Shape: LENDERS.

    The status counts on `as_of`, or on an earlier day since which it is said to stand; on another day it is not known.
    A private person is one on any day, and no kind of lender that a text binds.
    """
    told, loans = sealed("institutions"), sealed("loans")
    paid = loans.semi_join(sealed("payments"), "loan_no").select("institution_id").distinct().mutate(has_payment_rows=True)
    due = sealed("installments").filter(lambda t: t.due_on < day.literal)
    by_terms = _due_by_terms(loans.anti_join(sealed("installments"), "loan_no"), day)
    late = ibis.union(loans.semi_join(due, "loan_no").select("institution_id"), by_terms.select("institution_id"))
    late = late.distinct().mutate(has_due_rows=True)
    rows = told.left_join(paid, "institution_id").drop("institution_id_right")
    rows = rows.left_join(late, "institution_id").drop("institution_id_right")
    as_of = rows.as_of.fill_null(day.literal)
    is_as_of = as_of == day.literal
    stands = is_as_of | ((rows.status_since <= day.literal) & (as_of >= day.literal)).fill_null(False)
    person = rows.legal_form == PERSON
    bank = ((rows.status == "bank") | (rows.legal_form == "bank")) & ~person
    unknown = ibis.null("string")
    rows = rows.mutate(
        is_as_of=is_as_of,
        is_whole_book=rows.is_whole_book.fill_null(True),
        is_bank=stands.ifelse(bank, ibis.null("boolean")),
        lender_kind=ibis.cases((person, PERSON), (stands & bank, "bank"), (stands, rows.status), else_=unknown),
        status=stands.ifelse(rows.status, unknown),
        has_payment_rows=rows.has_payment_rows.fill_null(False),
        has_due_rows=rows.has_due_rows.fill_null(False),
    )
    return rows.select(LENDERS.names)


def _term_dates(day: Day) -> dict[str, Callable[[Any], Any]]:
    """Return the columns that follow from dates, by name."""

    def on_or_before(value: Any) -> Any:
        return (value <= day.literal).ifelse(value, ibis.null("date"))

    def restart(t: Any) -> Any:
        return ibis.greatest(
            on_or_before(t.restructured_on).fill_null(t.disbursed_on), on_or_before(t.schedule_from).fill_null(t.disbursed_on)
        )

    def agreed(t: Any) -> Any:
        first = ibis.coalesce(t.signed_on, t.disbursed_on)
        return ibis.greatest(first, on_or_before(t.restructured_on).fill_null(first))

    def is_short(t: Any) -> Any:
        # The maturity as first agreed: a restructured loan without it has no known term.
        first = ibis.coalesce(t.original_matures_on, t.restructured_on.isnull().ifelse(t.matures_on, ibis.null("date")))
        return first <= t.disbursed_on + ibis.interval(months=12)

    return {
        "start_on": restart,
        "agreed_on": agreed,
        "is_short_term": is_short,
        "is_signed_known": lambda t: t.signed_on.notnull(),
        "is_restructured": lambda t: (t.restructured_on <= day.literal).fill_null(False),
        "is_restarted": lambda t: (
            (t.restructured_on <= day.literal).fill_null(False) | (t.schedule_from <= day.literal).fill_null(False)
        ),
        "is_schedule_unknown": lambda t: (
            (t.restructured_on > day.literal).fill_null(False) | (t.schedule_from > day.literal).fill_null(False)
        ),
        "is_written_off": lambda t: (t.written_off_on <= day.literal).fill_null(False),
    }


def _with_lender(rows: ir.Table) -> ir.Table:
    """Return loans with what is known of their lender's book.

    In a whole book a table that is there holds everything, so a loan without rows in it has none. In a part of a book it holds what
    somebody kept: there each loan's payments, charges, collateral and collection log are known only where it has rows of its own.
    """
    lender = declared("lenders", LENDERS)
    paid = lender.has_payment_rows | (lender.has_payments & ~lender.has_due_rows)
    lender = lender.select(
        "institution_id",
        "is_as_of",
        "is_bank",
        "lender_kind",
        "is_whole_book",
        are_payments_known=paid,
        are_charges_known=lender.has_charges,
        is_collateral_known=lender.has_collateral,
        is_recovery_known=lender.has_recovery,
    )
    rows = rows.left_join(lender, "institution_id").drop("institution_id_right")
    for table, column in (
        ("payments", "are_payments_known"),
        ("charges", "are_charges_known"),
        ("collateral", "is_collateral_known"),
        ("recovery", "is_recovery_known"),
    ):
        own = sealed(table).select(own_no="loan_no").distinct()
        rows = rows.left_join(own, rows.loan_no == own.own_no)
        is_known = rows[column] & (rows.is_whole_book | rows.own_no.notnull())
        rows = rows.mutate(**{column: is_known}).drop("own_no")
    return rows.rename(has_charges="are_charges_known", has_collateral="is_collateral_known", has_recovery="is_recovery_known")


def terms(day: Day, ceiling: Callable[[Any], Any]) -> ir.Table:
    """Return one row a loan disbursed by the audit date. Shape: TERMS.

    `ceiling` gives, for a column of days on which loans were agreed, the ceiling in millionths of a percent: facts know no law.
    """
    loans = sealed("loans").filter(lambda t: t.disbursed_on <= day.literal)
    rows = loans.mutate(**_term_dates(day))
    rows = rows.mutate(ceiling=ceiling(rows.agreed_on))
    rows = _with_lender(rows)
    rates = declared("rates", RATES).rename(rate_tape="tape", rate_currency="currency")
    rows = rows.left_join(rates, [rows.tape == rates.rate_tape, rows.currency == rates.rate_currency])
    flows = flows_weakness()
    rows = rows.left_join(flows, rows.loan_no == flows.flows_no)
    rows = rows.mutate(weakness=ibis.greatest(weakness_of(rows.evidence), rows.flows_weakness.fill_null(0)))
    people = sealed("borrowers").select(
        person="borrower_id", person_tape="tape", poverty="poverty", province=lambda t: t.commune.substr(0, 2)
    )
    rows = rows.left_join(people, [rows.tape == people.person_tape, rows.borrower_id == people.person])
    return rows.select(TERMS.names).order_by("loan_no")


def _days(column: Any) -> Any:
    return column.delta(ibis.literal(EPOCH), unit="day").cast("int64")


def _position_of(column: Any, codes: tuple[str, ...]) -> Any:
    return ibis.cases(*((column == code, ibis.literal(i, type="int64")) for i, code in enumerate(codes)))


def _by_currency(column: Any, values: dict[str, int], default: int) -> Any:
    return ibis.cases(*((column == c, ibis.literal(v, type="int64")) for c, v in values.items()), else_=default)


def kernel_inputs(day: Day) -> dict[str, ir.Table]:
    """Return the four tables of whole numbers that the kernel reads, by name."""
    country = day.country
    loans = declared("terms", TERMS)
    columns: dict[str, Any] = {
        "loan_no": loans.loan_no,
        "matures_on": _days(loans.matures_on),
        "start_on": _days(loans.start_on),
        "rate_method": _position_of(loans.rate_method, METHODS),
        "frequency": _position_of(loans.frequency, FREQUENCIES),
        "amortization": _position_of(loans.amortization, AMORTIZATIONS),
        "coverage_floor": _by_currency(loans.currency, country.coverage_floor, country.coverage_floor_default),
        "rounding_unit": _by_currency(loans.currency, country.rounding_unit, country.rounding_unit_default),
        "are_charges_known": loans.has_charges,
    }
    columns = {n: columns[n] if n in columns else loans[n] for n in LOAN_INPUTS}
    none = ibis.literal(NONE, type="int64")
    wanted = loans.select(**{n: c.cast("int64").fill_null(none) for n, c in columns.items()})
    installments, payments, charges = sealed("installments"), sealed("payments"), sealed("charges")
    zero = ibis.literal(0, type="int64")
    return {
        "loans": wanted.order_by("loan_no"),
        "installments": installments.select(
            loan_no=installments.loan_no,
            due_on=_days(installments.due_on),
            number=installments.number,
            principal=installments.principal,
            interest=installments.interest,
            fee=installments.fee.fill_null(zero),
        ).select(INSTALLMENT_INPUTS),
        "payments": payments.filter(payments.paid_on <= day.literal)
        .select(
            loan_no=payments.loan_no,
            paid_on=_days(payments.paid_on),
            source_row=payments.source_row,
            principal=payments.principal,
            interest=payments.interest,
            fee=payments.fee.fill_null(zero),
        )
        .select(PAYMENT_INPUTS),
        "charges": charges.select(
            loan_no=charges.loan_no,
            charged_on=_days(charges.charged_on),
            source_row=charges.source_row,
            is_penalty=(charges.kind == "penalty").cast("int64"),
            is_saving=(charges.kind == "compulsory_saving").cast("int64"),
            amount=charges.amount,
            returned_on=_days(charges.returned_on).fill_null(none),
            returned_amount=charges.returned_amount.fill_null(none),
        ).select(CHARGE_INPUTS),
    }
