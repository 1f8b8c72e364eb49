"""The rows of a tape's tables, as columns, from what was made of a block of loans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pyarrow as pa

from prakas.sample.books import Books
from prakas.sample.days import NO_DAY
from prakas.sample.figures import Figures
from prakas.sample.labels import numbered, words
from prakas.sample.lenders import Lender
from prakas.sample.loans import AMORTIZATIONS, CURRENCIES, FREQUENCIES, PLAIN, RESTRUCTURED, UNIT, Flags, Ints, Loans
from prakas.sample.positions import GRADES, Positions
from prakas.sample.price import Charges, returned_on
from prakas.sample.receipts import Receipts
from prakas.sample.schedules import Schedule
from prakas.sample.segments import SEGMENTS, segments
from prakas.sample.writing import NONE

INSTITUTIONS: Final = (
    "institution_id", "name", "name_km", "legal_form", "status", "status_since", "as_of", "informed_of_refusal_on",
    "reported_portfolio_khr", "reported_borrowers", "reported_public_savings_khr", "reported_depositors",
    "reported_titles_hard", "reported_titles_soft",
)  # fmt: skip
_TERMS: Final = (
    "loan_id", "institution_id", "borrower_id", "product", "segment", "is_microloan", "currency", "principal", "signed_on",
    "disbursed_on", "matures_on", "nominal_rate", "rate_method", "frequency", "amortization", "grace_months",
)  # fmt: skip
_LIFE: Final = ("original_matures_on", "restructured_on", "schedule_from", "restructured_balance", "refinances", "written_off_on")
_TOLD: Final = (
    "reported_class", "reported_outstanding", "reported_provision", "reported_days_past_due", "reported_accrued_interest",
)  # fmt: skip
_INSTALLMENTS: Final = ("loan_id", "number", "due_on", "principal", "interest", "fee")
TABLES: Final[Mapping[int, Mapping[str, tuple[str, ...]]]] = {
    0: {"institutions": INSTITUTIONS, "fx": ("on", "currency", "khr")},
    1: {"institutions": INSTITUTIONS, "loans": (*_TERMS, "fees_upfront", *_LIFE, "title_kind", *_TOLD),
        "fx": ("on", "currency", "khr")},
    2: {"institutions": INSTITUTIONS, "loans": (*_TERMS, "fees_upfront", *_LIFE, "title_kind", *_TOLD),
        "installments": _INSTALLMENTS, "fx": ("on", "currency", "khr")},
    3: {"institutions": INSTITUTIONS,
        "borrowers": ("borrower_id", "sex", "birth_year", "commune", "poverty", "livelihood", "work_status", "monthly_income_khr"),
        "loans": (*_TERMS, *_LIFE, *_TOLD),
        "installments": _INSTALLMENTS,
        "charges": ("loan_id", "charged_on", "kind", "amount", "returned_on", "returned_amount"),
        "payments": ("payment_id", "loan_id", "paid_on", "principal", "interest", "fee", "penalty", "source"),
        "collateral": ("collateral_id", "loan_id", "kind", "title_ref", "commune", "taken_on", "released_on", "value",
                       "valued_on", "valuation_accepted"),
        "deposits": ("account_id", "institution_id", "depositor_id", "currency", "balance", "kind"),
        "recovery": ("loan_id", "happened_on", "step"),
        "fx": ("on", "currency", "khr")},
}  # fmt: skip
LAND_SALE: Final = 3  # place among the sources of a payment
CHARGES: Final = ("processing", "credit_check", "insurance", "compulsory_saving")


def repeated(value: str, count: int) -> pa.Array:
    """Return a column with one value."""
    return pa.repeat(pa.scalar(value, pa.string()), count)


def loan_rows(
    loans: Loans, told: Books, costs: Charges, titles: Ints, figures: Figures, names: Mapping[str, pa.Array]
) -> dict[str, Any]:
    """Return the rows of the table `loans`; `titles` is 0 hard, 1 soft, 2 none."""
    n = len(loans)
    segment, micro = segments(loans, figures)
    level_1 = loans.lender.level == 1
    balance = np.where(loans.origin == RESTRUCTURED, loans.opening, NONE)
    return {
        "loan_id": names["loan"],
        "institution_id": repeated(loans.lender.id, n),
        "borrower_id": names["borrower"],
        "product": words(("business loan", "farm loan", "home loan", "personal loan"), loans.place % 4),
        "segment": words(SEGMENTS, segment),
        "is_microloan": pa.array(micro == 1, mask=micro < 0),
        "currency": words(CURRENCIES, loans.currency),
        "principal": loans.principal,
        "signed_on": loans.signed,
        "disbursed_on": loans.disbursed,
        "matures_on": loans.matures,
        "nominal_rate": loans.contract_rate,
        "rate_method": words(("declining", "flat"), loans.flat_contract.astype(np.int64)),
        "frequency": words(FREQUENCIES, loans.frequency),
        "amortization": words(AMORTIZATIONS, np.where(loans.flat_lived & level_1, 1, loans.amortization)),
        "grace_months": np.where(loans.grace > 0, loans.grace, NONE),
        "fees_upfront": np.where(costs.told, costs.upfront, NONE),
        "original_matures_on": loans.original_matures,
        "restructured_on": loans.restructured,
        "schedule_from": loans.rescheduled,
        "restructured_balance": balance,
        "refinances": _earlier(names["loan"], loans),
        "written_off_on": loans.written_off,
        "title_kind": words(("hard_title", "soft_title", "none"), titles),
        "reported_class": words(GRADES, told.grade),
        "reported_outstanding": told.outstanding,
        "reported_provision": told.provision,
        "reported_days_past_due": told.days_past_due,
        "reported_accrued_interest": told.accrued,
    }


def _earlier(ids: pa.Array, loans: Loans) -> pa.Array:
    """Return the id of the loan before, where a loan refinances it."""
    before = np.arange(len(loans)) - 1
    return ids.take(pa.array(before, mask=loans.refinances < 0))


def installment_rows(plan: Schedule, ids: pa.Array) -> dict[str, Any]:
    """Return the rows of the table `installments`, loan by loan."""
    loan, k = np.nonzero(plan.real)
    return {
        "loan_id": ids.take(pa.array(loan)),
        "number": k + 1,
        "due_on": plan.due[loan, k],
        "principal": plan.principal[loan, k],
        "interest": plan.interest[loan, k],
        "fee": plan.fee[loan, k],
    }


def payment_rows(received: Receipts, by_land: Flags, lender: Lender, first: int, ids: pa.Array) -> dict[str, Any]:
    """Return the rows of the table `payments`; ids count on from `first`. `by_land` says what the sale of land brought."""
    n = len(received.loan)
    number = np.arange(first, first + n)
    source = np.array([0, 0, 0, 0, 0, 0, 1, 2, 5, 8])[number * 7 % 10]
    source = np.where(by_land, LAND_SALE, source)
    words_of = ("income", "savings", "other_loan", "land_sale", "asset_sale", "family", "insurance", "collateral_sale", "unknown")
    return {
        "payment_id": numbered(f"P{lender.number:03d}-", number, 9),
        "loan_id": ids.take(pa.array(received.loan)),
        "paid_on": received.on,
        "principal": received.principal,
        "interest": received.interest,
        "fee": received.fee,
        "penalty": received.penalty,
        "source": words(words_of, source),
    }


def charge_rows(loans: Loans, costs: Charges, stand: Positions, received: Receipts, ids: pa.Array, day: int) -> dict[str, Any]:
    """Return the rows of the table `charges`: up-front ones, and a penalty where a loan is late; penalties are no price."""
    amounts = np.stack([costs.processing, costs.credit_check, costs.insurance, costs.compulsory_saving], axis=1)
    late = (stand.days_past_due > 10) & (loans.origin == PLAIN)
    penalty = np.where(late, loans.principal // 500 // UNIT[loans.currency] * UNIT[loans.currency], 0)
    amounts = np.concatenate([amounts, penalty[:, None]], axis=1)
    loan, kind = np.nonzero(amounts)
    on = np.where(kind == 4, day - stand.days_past_due[loan] + 5, loans.disbursed[loan])
    saving = kind == 3
    over = returned_on(loans)[loan]
    back = np.where(saving & (over <= day) & (received.paid_off[loan] > 0), over, NO_DAY)
    amount = amounts[loan, kind]
    return {
        "loan_id": ids.take(pa.array(loan)),
        "charged_on": on,
        "kind": words((*CHARGES, "penalty"), kind),
        "amount": amount,
        "returned_on": back,
        "returned_amount": np.where(back != NO_DAY, amount, NONE),
    }


def institution_row(lender: Lender, told: Mapping[str, int], since: int, as_of: int, informed: int) -> dict[str, Any]:
    """Return the lender's row; totals in hundredths of riel, or counts; what is missing is empty."""

    def one(value: int) -> Ints:
        return np.array([value])

    return {
        "institution_id": [lender.id],
        "name": [lender.name],
        "name_km": [lender.name_km],
        "legal_form": [lender.legal_form],
        "status": [lender.status],
        "status_since": one(since),
        "as_of": one(as_of),
        "informed_of_refusal_on": one(informed),
        "reported_portfolio_khr": one(told.get("portfolio", NONE)),
        "reported_borrowers": one(told.get("borrowers", NONE)),
        "reported_public_savings_khr": one(told.get("public_savings", NONE)),
        "reported_depositors": one(told.get("depositors", NONE)),
        "reported_titles_hard": one(told.get("titles_hard", NONE)),
        "reported_titles_soft": one(told.get("titles_soft", NONE)),
    }


def fx_rows(figures: Figures, day: int) -> dict[str, Any]:
    """Return rates of the ten days up to the audit date; those before it a little off, as rates are."""
    days = np.repeat(np.arange(day - 9, day + 1), 2)
    rate = np.tile([round(figures["riel_for_a_dollar"] * 100), round(figures["riel_for_a_baht"] * 100)], 10)
    off = (day - days) * np.tile([100, 3], 10)
    return {"on": days, "currency": ["USD", "THB"] * 10, "khr": rate - off}
