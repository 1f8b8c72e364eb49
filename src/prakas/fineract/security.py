"""Charges outside the instalments, collateral, savings, and what is counted alone, made from Fineract's columns."""

from __future__ import annotations

from collections.abc import Sequence

from prakas.fineract.book import APPROVED, kept_loans
from prakas.fineract.loans import person
from prakas.fineract.query import Query
from prakas.fineract.wording import day, literal, money, none, numbers, plain

# ChargeTimeType.
AT_DISBURSEMENT, ON_A_DAY, OF_INSTALLMENTS, AT_A_PART = 1, 2, 8, 12
OPEN_ACCOUNTS = (300, 303, 304, 800)  # SavingsAccountStatusType: active, in transfer, matured and not yet paid out


def charges() -> Query:
    """Return the charges outside the instalments: at disbursement, and penalties. Fees of instalments are in these."""
    left = f"(c.amount - {none('c.amount_waived_derived')})"
    return Query(
        "m_loan_charge",
        ("m_loan", "m_loan_charge", "m_loan_tranche_disbursement_charge", "m_loan_disbursement_detail"),
        f"""SELECT c.id, c.loan_id, c.is_penalty, {left} AS amount,
                   CASE c.charge_time_enum WHEN {AT_DISBURSEMENT} THEN k.disbursedon_date
                        WHEN {AT_A_PART} THEN coalesce(d.disbursedon_date, k.disbursedon_date)
                        ELSE coalesce(c.due_for_collection_as_of_date, c.submitted_on_date) END AS on_day,
                   CASE WHEN k.id IS NULL THEN 'loan_left_out'
                        WHEN c.is_active IS FALSE THEN 'inactive'
                        WHEN {left} = 0 THEN 'waived'
                        WHEN NOT c.is_penalty AND c.charge_time_enum IN ({ON_A_DAY}, {OF_INSTALLMENTS}) THEN 'in_installments'
                        WHEN {left} <> c.amount THEN 'lowered'
                        ELSE 'kept' END AS fate
            FROM m_loan_charge AS c LEFT JOIN kept AS k ON k.id = c.loan_id
            LEFT JOIN m_loan_tranche_disbursement_charge AS t ON t.loan_charge_id = c.id
            LEFT JOIN m_loan_disbursement_detail AS d ON d.id = t.disbursement_detail_id""",
        (kept_loans,),
        {
            "loan_id": "loan_id",
            "charged_on": day("on_day"),
            "kind": "CASE WHEN is_penalty THEN 'penalty' ELSE 'other' END",
            "amount": money("amount"),
        },
        ("loan_id", "id"),
    )


def collateral(kinds: Sequence[str]) -> tuple[Query, Query]:
    """Return what secures loans, from both modules of Fineract.

    The lender's own list names the kinds. A name that is a code of the tape, in whatever spelling, is that code; any other stands as
    it is, so that the reader returns the row and a mapping can say what it is: nobody guesses what is a title.
    """

    def kind(name: str) -> str:
        spelled = f"regexp_replace(lower(btrim({name})), '[^a-z]+', '_', 'g')"
        return f"CASE WHEN {spelled} IN ({', '.join(map(literal, kinds))}) THEN {spelled} ELSE {plain(name)} END"

    columns = {"loan_id": "loan_id", "kind": kind("kind"), "taken_on": day("on_day"), "value": money("value")}
    old = Query(
        "m_loan_collateral",
        ("m_loan", "m_loan_collateral", "m_code_value"),
        """SELECT c.id, c.loan_id, v.code_value AS kind, k.disbursedon_date AS on_day, c.value,
                  CASE WHEN k.id IS NULL THEN 'loan_left_out' ELSE 'kept' END AS fate
           FROM m_loan_collateral AS c LEFT JOIN kept AS k ON k.id = c.loan_id LEFT JOIN m_code_value AS v ON v.id = c.type_cv_id""",
        (kept_loans,),
        {"collateral_id": "'c' || id", **columns},
        ("loan_id", "id"),
    )
    new = Query(
        "m_loan_collateral_management",
        (
            "m_loan",
            "m_loan_collateral_management",
            "m_client_collateral_management",
            "m_collateral_management",
            "m_currency",
        ),
        """SELECT c.id, c.loan_id, p.name AS kind, k.disbursedon_date AS on_day,
                  CASE WHEN u.code IS NULL OR u.code = k.currency_code THEN p.base_price * c.quantity END AS value,
                  CASE WHEN k.id IS NULL THEN 'loan_left_out' WHEN c.is_released THEN 'released' ELSE 'kept' END AS fate
           FROM m_loan_collateral_management AS c LEFT JOIN kept AS k ON k.id = c.loan_id
           LEFT JOIN m_client_collateral_management AS o ON o.id = c.client_collateral_id
           LEFT JOIN m_collateral_management AS p ON p.id = o.collateral_id
           LEFT JOIN m_currency AS u ON u.id = p.currency""",
        (kept_loans,),
        {"collateral_id": "'m' || id", **columns},
        ("loan_id", "id"),
    )
    return old, new


def deposits(institution: str) -> Query:
    """Return the savings accounts that are open. An account of a group is the group's."""
    return Query(
        "m_savings_account",
        ("m_savings_account",),
        f"""SELECT *, CASE WHEN status_enum IN ({numbers(OPEN_ACCOUNTS)}) THEN 'kept' ELSE 'not_open' END AS fate
            FROM m_savings_account""",
        (),
        {
            "account_id": "id",
            "institution_id": literal(institution),
            "depositor_id": f"coalesce({person(institution, 'client_id')}, {person(institution + '-group', 'group_id')})",
            "currency": "currency_code",
            "balance": money("account_balance_derived"),
        },
    )


def counted_alone() -> tuple[Query, ...]:
    """Return what a tape has no rows for."""
    return (
        Query(
            "m_office",
            ("m_office",),
            "SELECT id, CASE WHEN parent_id IS NULL THEN 'head' ELSE 'branch' END AS fate FROM m_office",
        ),
        Query(
            "m_loan_reschedule_request",
            ("m_loan", "m_loan_reschedule_request"),
            f"""SELECT q.id, CASE WHEN k.id IS NULL THEN 'loan_left_out' WHEN q.status_enum = {APPROVED} THEN 'restructuring'
                                  ELSE 'refused' END AS fate
                FROM m_loan_reschedule_request AS q LEFT JOIN kept AS k ON k.id = q.loan_id""",
            (kept_loans,),
        ),
    )
