"""A made-up book as Fineract would hold it on 30 June 2024, worked out by hand: what each loan is there for stands beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

TABLES = (Path(__file__).parent / "tables.sql").read_text("utf-8")
# Stands wherever Fineract keeps what names a person. It must be found nowhere.
SECRET = "Sokha-012345678"

_MONTHLY = {"repay_every": 1, "repayment_period_frequency_enum": 2}
_WEEKLY = {"repay_every": 1, "repayment_period_frequency_enum": 1}


class Book:
    """Rows by table, in the order in which they were written."""

    def __init__(self):
        self.rows = {}

    def add(self, table, **columns):
        rows = self.rows.setdefault(table, [])
        if columns.get("id", 0) is None:
            del columns["id"]
        else:
            columns.setdefault("id", len(rows) + 1)
        rows.append(columns)
        return columns.get("id")

    def count(self, table):
        return len(self.rows.get(table, ()))

    @property
    def sql(self):
        """The statements that write it."""
        lines = []
        for table, rows in self.rows.items():
            for row in rows:
                lines.append(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(map(_written, row.values()))});")
        return "\n".join(lines)

    def client(self, number, gender=None, born=None):
        self.add(
            "m_client", id=number, account_no=f"{number:09}", external_id=SECRET, office_id=2, firstname=SECRET, lastname=SECRET,
            display_name=SECRET, mobile_no=SECRET, email_address=SECRET, gender_cv_id=gender, date_of_birth=born,
        )  # fmt: skip

    def loan(self, number, client, currency, principal, disbursed, matures, count, status=300, **more):
        columns = {
            "id": number, "account_no": f"{number:09}", "external_id": SECRET, "client_id": client, "product_id": 1,
            "loan_status_id": status, "loan_type_enum": 1, "currency_code": currency, "currency_digits": 2, "principal_amount": principal,
            "annual_nominal_interest_rate": "18.000000", "interest_method_enum": 0, "number_of_repayments": count,
            "amortization_method_enum": 0, "disbursedon_date": disbursed, "expected_maturedon_date": matures, **_MONTHLY, **more,
        }  # fmt: skip
        self.add("m_loan", **columns)
        if disbursed:
            self.transaction(number, 1, disbursed, principal)

    def schedule(self, loan, *lines):
        """Instalments as (due, principal, interest, fee); null for zero, as Fineract writes it."""
        for number, (due, principal, interest, *fee) in enumerate(lines, 1):
            self.add(
                "m_loan_repayment_schedule", loan_id=loan, duedate=due, installment=number, principal_amount=principal,
                interest_amount=interest, fee_charges_amount=fee[0] if fee else None,
            )  # fmt: skip

    def transaction(self, loan, kind, on, amount, principal=None, interest=None, fee=None, penalty=None, **more):
        columns = {
            "loan_id": loan, "office_id": 2, "is_reversed": False, "external_id": SECRET, "transaction_type_enum": kind,
            "transaction_date": on, "amount": amount, "principal_portion_derived": principal, "interest_portion_derived": interest,
            "fee_charges_portion_derived": fee, "penalty_charges_portion_derived": penalty, "submitted_on_date": on, **more,
        }  # fmt: skip
        return self.add("m_loan_transaction", **columns)

    def paid(self, loan, on, principal, interest, fee=0, **more):
        """A repayment (2) with its portions."""
        return self.transaction(loan, 2, on, principal + interest + fee, principal or None, interest or None, fee or None, **more)

    def charge(self, loan, time, amount, **more):
        return self.add(
            "m_loan_charge", loan_id=loan, charge_id=1, charge_time_enum=time, charge_calculation_enum=1, amount=amount, **more
        )


def _written(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (str, date)):
        return "'" + str(value).replace("'", "''") + "'"
    return repr(value)


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


def on_the(number, first, count, year=2024):
    """`count` dates a month apart on one day of the month, from a month of a year."""
    return [date(year + (first + k - 1) // 12, (first + k - 1) % 12 + 1, number) for k in range(count)]


def book():
    """The whole of it."""
    one = Book()
    _office(one)
    for add in (_partial, _reversed, _rescheduled, _written_off, _waived, _not_loans, _overpaid, _group, _two_parts, _fine, _euro,
                _topped_up, _replayed, _refunded, _moved, _secured, _saved):  # fmt: skip
        add(one)
    return one


def _office(one):
    one.add("c_configuration", name="enable_business_date", enabled=True)
    one.add("m_business_date", type="BUSINESS_DATE", date="2024-06-30")
    one.add("m_business_date", type="COB_DATE", date="2024-06-29")
    one.add("m_currency", id=1, code="USD", decimal_places=2, name="US Dollar")
    one.add("m_currency", id=2, code="KHR", decimal_places=0, name="Riel")
    one.add("m_office", id=1, parent_id=None, hierarchy=".", name="Made-up  Lender", opening_date="2010-01-01")
    one.add("m_office", id=2, parent_id=1, hierarchy=".2.", name="A branch", opening_date="2012-01-01")
    for number, word in enumerate(("Female", " male ", "ស្រី", "Farm", "Hard title", "Land paper"), 1):
        one.add("m_code_value", id=number, code_id=1, code_value=word)
    one.add("m_product_loan", id=1, short_name="FARM", name="Farm\nloan")
    one.client(11, 1, "1980-05-01")
    one.client(12, 2, "1975-11-30")
    one.client(13, 3)
    for number in (14, 15, 16, 17, 18, 19, 20, 21, 22):  # 15 has no loan
        one.client(number)


def _partial(one):
    """Loan 1: 1,200 dollars at 1.5 % a month on what is left, twelve times 100; one instalment came in two parts, May in part, June not.

    Received of principal 100 + 43.50 + 56.50 + 100 + 36.50 = 336.50. A fee of 24 at disbursement, a penalty of 5 in May.
    """
    one.loan(1, 11, "USD", 1200, "2024-01-15", "2025-01-15", 12, principal_outstanding_derived="863.500000", loanpurpose_cv_id=4)
    interest = ["18.00", "16.50", "15.00", "13.50", "12.00", "10.50", "9.00", "7.50", "6.00", "4.50", "3.00", "1.50"]
    one.schedule(1, *((due, "100.000000", amount) for due, amount in zip(on_the(15, 2, 12), interest, strict=True)))
    one.charge(1, 1, "24.000000", amount_paid_derived=24)
    one.charge(1, 9, 5, is_penalty=True, due_for_collection_as_of_date="2024-05-25")
    one.transaction(1, 5, "2024-01-15", 24, fee=24)
    one.transaction(1, 10, "2024-02-15", 18, interest=18)  # an accrual
    one.transaction(1, 2, "2024-02-15", 118, 100, 18)
    one.transaction(1, 2, "2024-03-15", 60, "43.5", "16.5")
    one.transaction(1, 2, "2024-03-20", "56.5", "56.5")
    one.transaction(1, 2, "2024-04-15", 115, 100, 15)
    one.transaction(1, 2, "2024-05-15", 50, "36.5", "13.5")
    one.add("m_loan_arrears_aging", id=None, loan_id=1, total_overdue_derived="175.5", overdue_since_date_derived="2024-05-15")
    one.add("m_loan_reschedule_request", id=2, loan_id=1, status_enum=500, reschedule_from_installment=6, reschedule_reason_comment=SECRET,
            reschedule_from_date="2024-07-15", submitted_on_date="2024-06-01")  # refused  # fmt: skip


def _reversed(one):
    """Loan 2: 4,000,000 riel, flat, four times 1,000,000 + 48,000 + a fee of 2,000; April was entered twice, the first taken back."""
    one.loan(
        2, 12, "KHR", 4000000, "2024-02-01", "2024-06-01", 4, 600, interest_method_enum=1, annual_nominal_interest_rate="14.4"
    )
    one.schedule(2, *((due, 1000000, 48000, 2000) for due in on_the(1, 3, 4)))
    one.charge(2, 8, 8000)  # of the instalments
    one.paid(2, "2024-03-01", 1000000, 48000, 2000)
    one.paid(2, "2024-04-01", 1000000, 48000, 2000, is_reversed=True, reversed_on_date="2024-04-03")
    one.paid(2, "2024-04-05", 1000000, 48000, 2000)
    one.paid(2, "2024-05-01", 1000000, 48000, 2000)
    one.paid(2, "2024-06-01", 1000000, 48000, 2000)


def _rescheduled(one):
    """Loan 3: 600 dollars in six; January paid, 45 of February; on 1 March the three last are moved by three months.

    Left then: 600 - 145 = 455, of which 55 of February (its interest was paid). 55 came on 20 March.
    """
    one.loan(3, 13, "USD", 600, "2023-12-10", "2024-09-10", 6, annual_nominal_interest_rate=12, principal_outstanding_derived=400)
    new = days("2024-01-10", "2024-02-10", "2024-03-10", "2024-07-10", "2024-08-10", "2024-09-10")
    one.schedule(3, *((due, 100, 6 - k) for k, due in enumerate(new)))
    one.add("m_loan_reschedule_request", id=1, loan_id=3, status_enum=200, reschedule_from_installment=4, reschedule_reason_comment=SECRET,
            reschedule_from_date="2024-04-10", submitted_on_date="2024-02-25", approved_on_date="2024-03-01")  # fmt: skip
    for version, dates in ((1, on_the(10, 1, 6)), (2, new)):
        for number, due in enumerate(dates, 1):
            one.add("m_loan_repayment_schedule_history", loan_id=3, loan_reschedule_request_id=1 if version == 1 else None, duedate=due,
                    installment=number, principal_amount=100, interest_amount=7 - number, version=version)  # fmt: skip
    one.paid(3, "2024-01-10", 100, 6)
    one.paid(3, "2024-02-10", 45, 5)
    one.paid(3, "2024-03-20", 55, 0)


def _written_off(one):
    """Loan 4: 2,000,000 riel in two, nothing paid, written off on 31 January 2024; 300,000 came in afterwards."""
    one.loan(4, 14, "KHR", 2000000, "2023-06-01", "2023-08-01", 2, 601, writtenoffon_date="2024-01-31")
    one.schedule(4, *((due, 1000000, 30000) for due in on_the(1, 7, 2, 2023)))
    one.transaction(4, 6, "2024-01-31", 2060000, 2000000, 60000)
    one.transaction(4, 8, "2024-03-01", 300000)


def _waived(one):
    """Loan 5: 300 dollars in three; the interest of May (2.00) and a fee of June (4.00) were waived, and all else was paid."""
    one.loan(5, 11, "USD", 300, "2024-03-20", "2024-06-20", 3, 600, annual_nominal_interest_rate=12)
    one.schedule(5, *((due, 100, 3 - k) for k, due in enumerate(on_the(20, 4, 3))))
    rows = one.rows["m_loan_repayment_schedule"]
    rows[-2]["interest_waived_derived"] = 2
    rows[-1].update(fee_charges_amount=4, fee_charges_waived_derived=4)
    one.charge(5, 2, 4, due_for_collection_as_of_date="2024-06-10", amount_waived_derived=4)
    one.transaction(5, 4, "2024-05-18", 2, interest=2)
    one.transaction(5, 9, "2024-06-11", 4, fee=4)
    one.paid(5, "2024-04-20", 100, 3)
    one.paid(5, "2024-05-20", 100, 0)
    one.paid(5, "2024-06-20", 100, 1)
    one.add("m_loan_reschedule_request", id=3, loan_id=5, status_enum=100, reschedule_from_installment=2, reschedule_reason_comment=SECRET,
            reschedule_from_date="2024-05-20", submitted_on_date="2024-04-30")  # never decided  # fmt: skip


def _not_loans(one):
    """Loans 6 to 9 were never handed out: pending, disbursed and undone, rejected, withdrawn."""
    for number, status in ((6, 100), (7, 200), (8, 500), (9, 400)):
        one.loan(number, 14, "USD", 100, None, "2024-12-01", 1, status)
        one.schedule(number, ("2024-12-01", 100, 1))
    one.transaction(7, 1, "2024-05-01", 100, is_reversed=True, reversed_on_date="2024-05-02")
    one.paid(7, "2024-05-01", 10, 0, is_reversed=True, reversed_on_date="2024-05-02")
    one.charge(7, 1, 1)


def _overpaid(one):
    """Loan 10: 100 dollars due at once with interest of 3; 110 came."""
    one.loan(10, 16, "USD", 100, "2024-04-01", "2024-06-01", 1, 700, repay_every=2)
    one.schedule(10, ("2024-06-01", 100, 3))
    one.transaction(10, 2, "2024-06-01", 110, 100, 3, overpayment_portion_derived=7)


def _group(one):
    """Loan 11: of a group, 1,500,000 riel in three weeks; two are paid."""
    one.loan(11, None, "KHR", 1500000, "2024-06-10", "2024-07-01", 3, group_id=71, loan_type_enum=2,
             principal_outstanding_derived=500000, **_WEEKLY)  # fmt: skip
    one.schedule(11, *((due, 500000, 5000) for due in days("2024-06-17", "2024-06-24", "2024-07-01")))
    one.paid(11, "2024-06-17", 500000, 5000)
    one.paid(11, "2024-06-24", 500000, 5000)


def _two_parts(one):
    """Loan 12: 600 dollars in April and 400 on 10 May; five times 200, of which the first was paid on 10 May and the next in June."""
    one.loan(
        12, 17, "USD", 1000, "2024-04-10", "2024-09-10", 5, annual_nominal_interest_rate=12, principal_outstanding_derived=600
    )
    one.rows["m_loan_transaction"][-1]["amount"] = 600
    one.transaction(12, 1, "2024-05-10", 400)
    for on, amount in (("2024-04-10", 600), ("2024-05-10", 400)):
        one.add("m_loan_disbursement_detail", loan_id=12, expected_disburse_date=on, disbursedon_date=on, principal=amount)
    one.schedule(12, *((due, 200, amount) for due, amount in zip(on_the(10, 5, 5), (6, 8, 6, 4, 2), strict=True)))
    charge = one.charge(12, 12, 4)
    one.add("m_loan_tranche_disbursement_charge", loan_charge_id=charge, disbursement_detail_id=2)
    one.paid(12, "2024-05-10", 200, 6)
    one.paid(12, "2024-06-10", 200, 8)


def _fine(one):
    """Loan 13: 100 dollars in three parts that are no whole cents."""
    one.loan(13, 18, "USD", 100, "2024-05-05", "2024-08-05", 3, principal_outstanding_derived="66.67")
    one.schedule(
        13, *((due, part, 1) for due, part in zip(on_the(5, 6, 3), ("33.333333", "33.333333", "33.333334"), strict=True))
    )
    one.transaction(13, 2, "2024-06-05", "34.33", "33.33", 1)


def _euro(one):
    """Loan 14: in a currency that no tape has."""
    one.loan(14, 19, "EUR", 500, "2024-05-05", "2024-07-05", 2, principal_outstanding_derived=250)
    one.schedule(14, *((due, 250, 5) for due in on_the(5, 6, 2)))
    one.paid(14, "2024-06-05", 250, 5)


def _topped_up(one):
    """Loan 15: repays loan 2; three instalments two months apart, the first without principal; a transaction of a type from tomorrow."""
    one.loan(15, 12, "KHR", 5000000, "2024-06-01", "2024-12-01", 3, repay_every=2, grace_on_principal_periods=1,
             amortization_method_enum=1, is_topup=True, principal_outstanding_derived=4990000)  # fmt: skip
    one.schedule(15, ("2024-08-01", None, 150000), ("2024-10-01", 2500000, 150000), ("2024-12-01", 2500000, 75000))
    one.add("m_loan_topup", loan_id=15, closure_loan_id=2, topup_amount=1000000)
    one.transaction(15, 99, "2024-06-15", 10000, 10000)


def _replayed(one):
    """Loan 16: 200 dollars in two; May was worked out anew by Fineract itself; 10 of June are a gift of the lender."""
    one.loan(16, 20, "USD", 200, "2024-04-15", "2024-06-15", 2, 600)
    one.schedule(16, ("2024-05-15", 100, 2), ("2024-06-15", 100, 1))
    old = one.paid(16, "2024-05-15", 99, 3, is_reversed=True, reversed_on_date="2024-05-20")
    new = one.paid(16, "2024-05-15", 100, 2)
    one.add("m_loan_transaction_relation", from_loan_transaction_id=new, to_loan_transaction_id=old, relation_type_enum=3)
    one.paid(16, "2024-06-15", 90, 1)
    one.transaction(16, 23, "2024-06-15", 10, 10)


def _refunded(one):
    """Loan 17: 400 dollars in four; March and April were paid, and 50 of it given back on 2 May."""
    one.loan(
        17, 21, "USD", 400, "2024-02-28", "2024-06-28", 4, annual_nominal_interest_rate=12, principal_outstanding_derived=250
    )
    one.schedule(17, *((due, 100, 4 - k) for k, due in enumerate(on_the(28, 3, 4))))
    one.paid(17, "2024-03-28", 100, 4)
    one.paid(17, "2024-04-28", 100, 3)
    one.transaction(17, 18, "2024-05-02", 50, 50)
    one.transaction(17, 2, "2024-05-03", 50, is_reversed=True, reversed_on_date="2024-05-04")  # and without its parts


def _moved(one):
    """Loan 18: closed, what was left goes on in another loan that Fineract does not name."""
    one.loan(18, 22, "USD", 150, "2024-02-01", "2024-04-01", 1, 602, rescheduledon_date="2024-05-01", closedon_date="2024-05-01",
             principal_outstanding_derived=150)  # fmt: skip
    one.schedule(18, ("2024-04-01", 150, 4))
    one.transaction(18, 7, "2024-05-01", 154)


def _secured(one):
    """A hard title for loan 1; land under a name of the lender's own for loan 3; vehicles for 12 and, handed back, for 5."""
    one.add("m_loan_collateral", loan_id=1, type_cv_id=5, value=5000, description=SECRET)
    one.add("m_loan_collateral", loan_id=3, type_cv_id=6, value=None, description=SECRET)
    one.add("m_loan_collateral", loan_id=6, type_cv_id=5, value=1, description=SECRET)
    one.add(
        "m_collateral_management",
        id=1,
        name="Vehicle",
        quality="good",
        base_price=800,
        unit_type="piece",
        pct_to_base=50,
        currency=1,
    )
    for number, loan, client, is_released in ((1, 12, 17, False), (2, 5, 11, True)):
        one.add("m_client_collateral_management", id=number, quantity=2, client_id=client, collateral_id=1)
        one.add(
            "m_loan_collateral_management", quantity="1.5", loan_id=loan, client_collateral_id=number, is_released=is_released
        )


def _saved(one):
    """Savings: a client's, a group's, one closed, one applied for, one overdrawn."""
    for client, group, status, currency, balance in (
        (11, None, 300, "USD", "55.25"),
        (None, 71, 300, "KHR", 120000),
        (12, None, 600, "USD", 0),
        (13, None, 100, "USD", 0),
        (14, None, 300, "USD", -3),
    ):
        one.add("m_savings_account", account_no="1", external_id=SECRET, client_id=client, group_id=group, status_enum=status,
                currency_code=currency, currency_digits=2, account_balance_derived=balance)  # fmt: skip
