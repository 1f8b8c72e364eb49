"""The loans of the tape, who borrows, what falls due and what was received, made from Fineract's columns."""

from __future__ import annotations

from datetime import date

from prakas.fineract.book import APPROVED, BOOK_TABLES, kept_loans, receipts, restarts, status_fate, transactions
from prakas.fineract.query import Query
from prakas.fineract.wording import code, day, literal, money, none, plain

# AccountType: a loan of one person, or one in whatever kind of group.
SEGMENT = {1: "individual", 2: "group", 3: "group", 4: "group", 5: "group"}
# InterestMethod and AmortizationMethod.
RATE_METHOD = {0: "declining", 1: "flat"}
AMORTIZATION = {0: "equal_principal", 1: "equal_installments"}
# PeriodFrequencyType and every how many of it: what a tape has a word for.
FREQUENCY = {(0, 7): "weekly", (0, 14): "biweekly", (1, 1): "weekly", (1, 2): "biweekly",
             (2, 1): "monthly", (2, 3): "quarterly", (2, 6): "semiannual"}  # fmt: skip
MONTHS = 2
# Words for sex that an office may have put on its list.
SEX = {"f": ("f", "female", "woman", "ស្រី"), "m": ("m", "male", "man", "ប្រុស")}


def borrowers(institution: str) -> Query:
    """Return the clients that have a loan in the tape, without anything that names them."""
    words = " ".join(
        f"WHEN lower(btrim(g.code_value)) IN ({', '.join(map(literal, told))}) THEN {literal(sex)}" for sex, told in SEX.items()
    )
    return Query(
        "m_client",
        ("m_client", "m_loan", "m_code_value"),
        f"""SELECT c.id, c.date_of_birth, CASE {words} END AS sex,
                   CASE WHEN EXISTS (SELECT 1 FROM kept WHERE kept.client_id = c.id) THEN 'kept' ELSE 'no_loan' END AS fate
            FROM m_client AS c LEFT JOIN m_code_value AS g ON g.id = c.gender_cv_id""",
        (kept_loans,),
        {"borrower_id": person(institution, "id"), "sex": "sex", "birth_year": "to_char(date_of_birth, 'FMYYYY')"},
    )


def person(institution: str, number: str) -> str:
    """Return the SQL of a client's pseudonym. The lender's id is part of it: two lenders number their clients alike."""
    return f"{literal(institution + '-')} || {number}"


_LOANS_WITH_WHAT_BELONGS_TO_THEM = f"""
    SELECT l.*, p.name AS product, v.code_value AS purpose, r.restructured_on, r.schedule_from,
           first.matures_on AS original_matures_on, a.since AS overdue_since, t.closure_loan_id, {status_fate("l")} AS fate
    FROM m_loan AS l LEFT JOIN m_product_loan AS p ON p.id = l.product_id
    LEFT JOIN m_code_value AS v ON v.id = l.loanpurpose_cv_id
    LEFT JOIN restarts AS r ON r.loan_id = l.id
    LEFT JOIN (SELECT loan_id, min(overdue_since_date_derived) AS since FROM m_loan_arrears_aging GROUP BY loan_id) AS a
      ON a.loan_id = l.id
    LEFT JOIN (SELECT loan_id, min(closure_loan_id) AS closure_loan_id FROM m_loan_topup GROUP BY loan_id) AS t ON t.loan_id = l.id
    LEFT JOIN (
      SELECT h.loan_id, max(h.duedate) AS matures_on FROM m_loan_repayment_schedule_history AS h
      JOIN (SELECT loan_id, min(version) AS version FROM m_loan_repayment_schedule_history
            WHERE loan_reschedule_request_id IN (SELECT id FROM m_loan_reschedule_request WHERE status_enum = {APPROVED})
            GROUP BY loan_id) AS o ON o.loan_id = h.loan_id AND o.version = h.version
      GROUP BY h.loan_id
    ) AS first ON first.loan_id = l.id"""


def loans(institution: str, as_of: date) -> Query:
    """Return one row a loan that was handed out."""
    beside = ("m_product_loan", "m_code_value", "m_loan_arrears_aging", "m_loan_topup", "m_loan_repayment_schedule_history")
    return Query(
        "m_loan",
        (*BOOK_TABLES, *beside),
        _LOANS_WITH_WHAT_BELONGS_TO_THEM,
        (kept_loans, restarts),
        {
            "loan_id": "id",
            "institution_id": literal(institution),
            "borrower_id": person(institution, "client_id"),
            "product": plain("product"),
            "purpose": plain("purpose"),
            "segment": code("loan_type_enum", SEGMENT),
            "currency": "currency_code",
            "principal": money("principal_amount"),
            "disbursed_on": day("disbursedon_date"),
            "matures_on": day("expected_maturedon_date"),
            **_terms(),
            "original_matures_on": day("original_matures_on"),
            "restructured_on": day("restructured_on"),
            "schedule_from": day("schedule_from"),
            "refinances": "closure_loan_id",
            "written_off_on": day("writtenoffon_date"),
            "reported_outstanding": money("principal_outstanding_derived"),
            "reported_days_past_due": f"DATE '{as_of}' - overdue_since",
        },
    )


def _terms() -> dict[str, str]:
    """Return how interest is counted and how often and how much is repaid."""
    frequency = " ".join(
        f"WHEN repayment_period_frequency_enum = {unit} AND repay_every = {every} THEN {literal(word)}"
        for (unit, every), word in FREQUENCY.items()
    )
    grace = none("grace_on_principal_periods")
    return {
        "nominal_rate": "annual_nominal_interest_rate",
        "rate_method": code("interest_method_enum", RATE_METHOD),
        "frequency": f"CASE WHEN number_of_repayments = 1 THEN 'at_maturity' {frequency} END",
        "amortization": f"CASE WHEN number_of_repayments = 1 OR {grace} >= number_of_repayments - 1 THEN 'at_maturity' "
        f"ELSE {code('amortization_method_enum', AMORTIZATION)} END",
        "grace_months": f"CASE WHEN {grace} = 0 THEN 0 WHEN repayment_period_frequency_enum = {MONTHS} THEN {grace} * repay_every END",
    }


_PARTS = {"principal": "principal", "interest": "interest", "fee": "fee_charges"}  # of an instalment: of a receipt

_ASKED = f"""
    SELECT s.id, s.loan_id, s.installment, s.duedate, k.id IS NULL AS is_left_out,
           {none("s.principal_amount")} AS principal,
           {none("s.interest_amount")} - {none("s.interest_waived_derived")} AS interest,
           {none("s.fee_charges_amount")} - {none("s.fee_charges_waived_derived")} AS fee,
           {none("s.interest_waived_derived")} + {none("s.fee_charges_waived_derived")} AS waived
    FROM m_loan_repayment_schedule AS s LEFT JOIN kept AS k ON k.id = s.loan_id"""


def _received_before() -> str:
    """Return the SQL of what a loan had received when its schedule began anew, part by part."""
    sums = ", ".join(f"sum(p.{receipt}) AS got_{part}" for part, receipt in _PARTS.items())
    return f"""SELECT p.loan_id, {sums} FROM receipts AS p JOIN restarts AS q ON q.loan_id = p.loan_id
               WHERE p.paid_on <= q.on_day GROUP BY p.loan_id"""


def installments() -> Query:
    """Return the schedule in force: what is still asked of each instalment, after what was waived.

    Where a schedule began anew, what was received by that day is taken from the oldest instalments first, part by part; those that
    it covers are of the schedule before.
    """
    oldest_first = "PARTITION BY a.loan_id ORDER BY a.duedate, a.installment ROWS UNBOUNDED PRECEDING"
    before = ", ".join(f"sum(a.{part}) OVER ({oldest_first}) - a.{part} AS before_{part}" for part in _PARTS)
    got = ", ".join(f"{none(f'g.got_{part}')} AS got_{part}" for part in _PARTS)
    rest = ", ".join(
        f"CASE WHEN begun IS NULL THEN {part} ELSE greatest(0, {part} - greatest(0, got_{part} - before_{part})) END AS rest_{part}"
        for part in _PARTS
    )
    return Query(
        "m_loan_repayment_schedule",
        (*BOOK_TABLES, "m_loan_repayment_schedule"),
        f"""SELECT id, loan_id, installment, duedate, rest_principal AS principal, rest_interest AS interest, rest_fee AS fee,
                   CASE WHEN is_left_out THEN 'loan_left_out'
                        WHEN begun IS NOT NULL AND duedate <= begun AND rest_principal + rest_interest + rest_fee = 0
                        THEN 'paid_before'
                        WHEN waived <> 0 THEN 'lowered' ELSE 'kept' END AS fate
            FROM (SELECT c.*, {rest} FROM (
              SELECT a.*, r.on_day AS begun, {got}, {before}
              FROM ({_ASKED}) AS a LEFT JOIN restarts AS r ON r.loan_id = a.loan_id
              LEFT JOIN ({_received_before()}) AS g ON g.loan_id = a.loan_id
            ) AS c) AS b""",
        (kept_loans, transactions, receipts, restarts),
        {
            "loan_id": "loan_id",
            "number": "installment",
            "due_on": day("duedate"),
            "principal": money("principal"),
            "interest": money("interest"),
            "fee": money("fee"),
        },
        ("loan_id", "installment", "id"),
    )


def payments() -> Query:
    """Return what was received, and a negative row for each that was undone."""
    unless = {
        part: f"CASE WHEN fate <> 'unsplit' THEN {money(part)} END"
        for part in ("principal", "interest", "fee_charges", "penalty_charges")
    }
    return Query(
        "m_loan_transaction",
        BOOK_TABLES,
        "SELECT fate FROM moves",
        (kept_loans, transactions, receipts),
        {
            "payment_id": "id || CASE WHEN sign = 1 THEN '' ELSE '-undone' END",
            "loan_id": "loan_id",
            "paid_on": day("paid_on"),
            "principal": unless["principal"],
            "interest": unless["interest"],
            "fee": unless["fee_charges"],
            "penalty": unless["penalty_charges"],
        },
        ("loan_id", "paid_on", "id", "sign DESC"),
        "receipts",
    )
