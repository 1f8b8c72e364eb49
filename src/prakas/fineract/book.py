"""Which loans of Fineract are in the tape, when their schedule began anew, and what was received: the SQL that tables share."""

from __future__ import annotations

from prakas.fineract.wording import literal, none, numbers

# LoanStatus. What was never handed out is no loan yet.
FATE_OF_STATUS = {
    100: "pending",
    200: "not_disbursed",
    300: "kept",  # active
    303: "kept",  # transfer to another office in progress
    304: "kept",  # transfer on hold
    400: "withdrawn",
    500: "rejected",
    600: "kept",  # closed, obligations met
    601: "kept",  # closed, written off
    602: "moved",  # closed, the rest rescheduled elsewhere
    700: "kept",  # overpaid
}
APPROVED = 200  # status of a request to reschedule: the same list

# LoanTransactionType.
REPAYMENTS = (2, 17, 21, 22, 28)  # repayment, payment of a charge, a merchant's and a payout refund, down payment
CREDITS = (23, 24, 26, 31, 33)  # goodwill, refund and adjustment of a charge, waiver of an interest payment, refund of interest
REFUND_OF_ACTIVE_LOAN = 18
REAGE, REAMORTIZE = 29, 30
FATE_OF_TYPE = {
    1: "disbursement",
    3: "bookkeeping",  # contra
    4: "waiver",
    5: "at_disbursement",
    6: "write_off",
    7: "bookkeeping",  # marked for rescheduling
    8: "recovery",
    9: "waiver",
    10: "bookkeeping",  # accrual
    12: "bookkeeping",  # 12 to 15: transfer between offices
    13: "bookkeeping",
    14: "bookkeeping",
    15: "bookkeeping",
    16: "surplus",
    19: "bookkeeping",  # income posting
    20: "surplus",
    25: "chargeback",
    27: "bookkeeping",  # charge-off: off the balance, and still owed
    REAGE: "bookkeeping",
    REAMORTIZE: "bookkeeping",
    32: "bookkeeping",  # accrual activity
}
REPLAYED = 3  # LoanTransactionRelationTypeEnum: from the new row to the one it replaces

BOOK_TABLES = (
    "m_loan",
    "m_loan_transaction",
    "m_loan_transaction_relation",
    "m_loan_reschedule_request",
    "m_loan_disbursement_detail",
)

_PORTIONS = ("principal", "interest", "fee_charges", "penalty_charges")


def status_fate(loan: str) -> str:
    """Return the SQL of a loan's fate."""
    cases = " ".join(f"WHEN {status} THEN {literal(fate)}" for status, fate in FATE_OF_STATUS.items())
    return f"CASE {loan}.loan_status_id {cases} ELSE 'unknown_status' END"


def kept_loans() -> str:
    """Return the query `kept`: the loans that are in the tape."""
    kept = tuple(status for status, fate in FATE_OF_STATUS.items() if fate in ("kept", "moved"))
    return f"kept AS NOT MATERIALIZED (SELECT * FROM m_loan WHERE loan_status_id IN ({numbers(kept)}))"


def transactions() -> str:
    """Return the query `moves`: every transaction with its fate and what it took from principal, interest, fee and penalty.

    A transaction that was reversed stands on its own day, and is undone on the day of the reversal; where a release of Fineract does
    not keep that day, on its own. One that was replayed was never meant: the row that replaces it stands alone.
    """
    types = " ".join(f"WHEN {number} THEN {literal(fate)}" for number, fate in FATE_OF_TYPE.items())
    parts = " + ".join(none(f"t.{part}_portion_derived") for part in (*_PORTIONS[:3], "penalty_charges", "overpayment"))
    known = numbers((*REPAYMENTS, *CREDITS, REFUND_OF_ACTIVE_LOAN))
    amounts = ", ".join(
        f"CASE WHEN t.transaction_type_enum = {REFUND_OF_ACTIVE_LOAN} THEN -1 ELSE 1 END * {none(f't.{part}_portion_derived')} AS {part}"
        for part in _PORTIONS
    )
    return f"""moves AS NOT MATERIALIZED (
        SELECT t.id, t.loan_id, t.transaction_date AS on_day, {amounts},
               greatest(coalesce(t.reversed_on_date, t.transaction_date), t.transaction_date) AS undone_on,
               CASE WHEN k.id IS NULL THEN 'loan_left_out'
                    WHEN t.is_reversed AND r.id IS NOT NULL THEN 'replayed'
                    WHEN t.transaction_type_enum IN ({numbers(FATE_OF_TYPE)}) THEN CASE t.transaction_type_enum {types} END
                    WHEN t.transaction_type_enum NOT IN ({known}) OR {parts} <> t.amount
                    THEN CASE WHEN t.is_reversed THEN 'erased' ELSE 'unsplit' END
                    WHEN t.is_reversed THEN 'undone'
                    WHEN {none("t.overpayment_portion_derived")} <> 0 THEN 'overpaid'
                    WHEN t.transaction_type_enum IN ({numbers(CREDITS)}) THEN 'credit'
                    ELSE 'kept' END AS fate
        FROM m_loan_transaction AS t LEFT JOIN kept AS k ON k.id = t.loan_id
        LEFT JOIN (SELECT DISTINCT to_loan_transaction_id AS id FROM m_loan_transaction_relation
                   WHERE relation_type_enum = {REPLAYED}) AS r ON r.id = t.id)"""


def receipts() -> str:
    """Return the query `receipts`: the rows of payments as they stand in the tape, with their sign."""
    signed = ", ".join(f"s.sign * m.{part} AS {part}" for part in _PORTIONS)
    return f"""receipts AS NOT MATERIALIZED (
        SELECT m.id, m.loan_id, m.fate, s.sign, CASE WHEN s.sign = 1 THEN m.on_day ELSE m.undone_on END AS paid_on, {signed}
        FROM moves AS m CROSS JOIN (VALUES (1), (-1)) AS s (sign)
        WHERE m.fate IN ('kept', 'undone', 'overpaid', 'credit', 'unsplit') AND (s.sign = 1 OR m.fate = 'undone'))"""


def restarts() -> str:
    """Return the query `restarts`: loans whose schedule began anew, the day of it, and what was received until then, that day too.

    A restructuring is an approved request to reschedule, or a re-ageing. Without one a schedule begins anew where a later part
    of the loan was handed out, or what is left was spread anew.
    """
    return f"""restructured AS (
        SELECT loan_id, max(on_day) AS on_day FROM (
          SELECT loan_id, approved_on_date AS on_day FROM m_loan_reschedule_request WHERE status_enum = {APPROVED}
          UNION ALL
          SELECT loan_id, transaction_date FROM m_loan_transaction WHERE transaction_type_enum = {REAGE} AND NOT is_reversed
        ) AS a WHERE on_day IS NOT NULL GROUP BY loan_id),
      reissued AS (
        SELECT loan_id, max(on_day) AS on_day FROM (
          SELECT loan_id, max(disbursedon_date) AS on_day FROM m_loan_disbursement_detail
          WHERE disbursedon_date IS NOT NULL AND is_reversed IS NOT TRUE
          GROUP BY loan_id HAVING count(DISTINCT disbursedon_date) > 1
          UNION ALL
          SELECT loan_id, transaction_date FROM m_loan_transaction WHERE transaction_type_enum = {REAMORTIZE} AND NOT is_reversed
        ) AS b GROUP BY loan_id),
      restarts AS (
        SELECT k.id AS loan_id, r.on_day AS restructured_on, i.on_day AS schedule_from, greatest(r.on_day, i.on_day) AS on_day
        FROM kept AS k LEFT JOIN restructured AS r ON r.loan_id = k.id LEFT JOIN reissued AS i ON i.loan_id = k.id
        WHERE r.on_day IS NOT NULL OR i.on_day IS NOT NULL)"""
