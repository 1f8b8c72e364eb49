"""Every table and column of Fineract that is read, by Fineract's own names, and whether a database has them."""

from __future__ import annotations

from prakas.errors import FilingError
from prakas.fineract.connection import Snapshot
from prakas.fineract.wording import literal

# Nothing else is read: no name, no telephone number, no external id, no free text about a person.
READ: dict[str, tuple[str, ...]] = {
    "c_configuration": ("name", "enabled"),
    "m_client": ("id", "gender_cv_id", "date_of_birth"),
    "m_client_collateral_management": ("id", "collateral_id"),
    "m_code_value": ("id", "code_value"),
    "m_collateral_management": ("id", "name", "base_price", "currency"),
    "m_currency": ("id", "code"),
    "m_loan": (
        "id",
        "client_id",
        "product_id",
        "loanpurpose_cv_id",
        "loan_status_id",
        "loan_type_enum",
        "currency_code",
        "principal_amount",
        "annual_nominal_interest_rate",
        "interest_method_enum",
        "repay_every",
        "repayment_period_frequency_enum",
        "number_of_repayments",
        "grace_on_principal_periods",
        "amortization_method_enum",
        "disbursedon_date",
        "expected_maturedon_date",
        "writtenoffon_date",
        "principal_outstanding_derived",
    ),
    "m_loan_arrears_aging": ("loan_id", "overdue_since_date_derived"),
    "m_loan_charge": (
        "id",
        "loan_id",
        "is_penalty",
        "charge_time_enum",
        "due_for_collection_as_of_date",
        "amount",
        "amount_waived_derived",
        "is_active",
    ),
    "m_loan_collateral": ("id", "loan_id", "type_cv_id", "value"),
    "m_loan_collateral_management": ("id", "loan_id", "client_collateral_id", "quantity", "is_released"),
    "m_loan_disbursement_detail": ("id", "loan_id", "disbursedon_date"),
    "m_loan_repayment_schedule": (
        "id",
        "loan_id",
        "installment",
        "duedate",
        "principal_amount",
        "interest_amount",
        "interest_waived_derived",
        "fee_charges_amount",
        "fee_charges_waived_derived",
    ),
    "m_loan_repayment_schedule_history": ("loan_id", "loan_reschedule_request_id", "duedate", "version"),
    "m_loan_reschedule_request": ("id", "loan_id", "status_enum", "approved_on_date"),
    "m_loan_topup": ("loan_id", "closure_loan_id"),
    "m_loan_tranche_disbursement_charge": ("loan_charge_id", "disbursement_detail_id"),
    "m_loan_transaction": (
        "id",
        "loan_id",
        "is_reversed",
        "transaction_type_enum",
        "transaction_date",
        "amount",
        "principal_portion_derived",
        "interest_portion_derived",
        "fee_charges_portion_derived",
        "penalty_charges_portion_derived",
        "overpayment_portion_derived",
    ),
    "m_office": ("id", "parent_id", "name"),
    "m_product_loan": ("id", "name"),
    "m_savings_account": ("id", "client_id", "group_id", "status_enum", "currency_code", "account_balance_derived"),
}

# What came with a later release, and its type: where a database lacks it, it is read as empty.
LATER: dict[str, dict[str, str]] = {
    "m_business_date": {"type": "text", "date": "date"},
    "m_loan_charge": {"submitted_on_date": "date"},
    "m_loan_disbursement_detail": {"is_reversed": "boolean"},
    "m_loan_transaction": {"reversed_on_date": "date"},
    "m_loan_transaction_relation": {
        "from_loan_transaction_id": "bigint",
        "to_loan_transaction_id": "bigint",
        "relation_type_enum": "integer",
    },
}


class Schema:
    """The tables of one database, named as queries name them."""

    def __init__(self, name: str, found: dict[str, set[str]]) -> None:
        self.name = name
        self.found = found

    def tables(self, *names: str) -> str:
        """Return the WITH clause under which a query sees these tables, with every column that is read and no other."""
        return "WITH " + ",\n".join(f"{name} AS NOT MATERIALIZED ({self._columns(name)})" for name in names)

    def _columns(self, table: str) -> str:
        has = self.found.get(table, set())
        later = LATER.get(table, {})
        columns = [*READ.get(table, ())]
        columns += [column if column in has else f"NULL::{kind} AS {column}" for column, kind in later.items()]
        source = f" FROM {quoted(self.name)}.{table}" if has else " WHERE FALSE"
        return f"SELECT {', '.join(columns)}{source}"


def quoted(name: str) -> str:
    """Return a name as SQL writes it, whatever it holds."""
    return '"' + name.replace('"', '""') + '"'


def schema_of(database: Snapshot, name: str) -> Schema:
    """Return what a schema has of Fineract.

    Raises FilingError where the schema, one of Fineract's tables or columns is not there, or may not be read.
    """
    there = database.rows("pg_namespace", f"SELECT 1 AS there FROM pg_namespace WHERE nspname = {literal(name)}")
    if not there:
        message = (
            f"The database has no schema '{name}'. Fineract's tables lie in 'public' unless somebody moved them: "
            "leave out --schema, or name the one they were moved to."
        )
        raise FilingError(message)
    sql = f"""
        SELECT c.relname::text AS of_table, a.attname::text AS of_column, has_column_privilege(c.oid, a.attnum, 'SELECT') AS is_open
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE n.nspname = {literal(name)} AND c.relname IN ({", ".join(map(literal, [*READ, *LATER]))})
          AND a.attnum > 0 AND NOT a.attisdropped"""
    found: dict[str, set[str]] = {}
    shut: set[str] = set()
    for table, column, is_open in database.rows("pg_attribute", sql):
        found.setdefault(table, set()).add(column)
        if not is_open and column in {*READ.get(table, ()), *LATER.get(table, ())}:
            shut.add(table)
    _complete(name, found, shut)
    return Schema(name, found)


def _complete(name: str, found: dict[str, set[str]], shut: set[str]) -> None:
    missing = [table for table in READ if table not in found]
    if missing:
        some = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
        message = (
            f"This is no database of a Fineract tenant: its schema '{name}' lacks {some}. "
            "Name the database of a tenant, such as fineract_default, not the one that lists the tenants."
        )
        raise FilingError(message)
    for table, columns in READ.items():
        lacking = [column for column in columns if column not in found[table]]
        if lacking:
            message = (
                f"The table {table} has no {', '.join(lacking)}: this is a release of Fineract whose tables are not known here. "
                "docs/how-to/from-fineract.md lists what is read."
            )
            raise FilingError(message)
    if shut:
        message = (
            f"The database user may not read {', '.join(sorted(shut))}. Grant it SELECT "
            "as docs/how-to/from-fineract.md shows; it needs nothing else."
        )
        raise FilingError(message)
