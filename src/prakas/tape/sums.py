"""What rows of a sealed tape say together: sums, references that need not hold, totals. Nothing here returns a row."""

from __future__ import annotations

from decimal import Decimal

from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.tape.intake import Intake
from prakas.tape.rows import EDIT_COLUMNS, Reading

# principal received, per loan, after the restart and in all; opening balance of the schedule
_LOANS = """
CREATE OR REPLACE TEMP TABLE sums AS
SELECT k.file_no, l.tape, k.tape_no, l.source_row, l.loan_id, l.principal, l.restructured_balance,
       l.restructured_on IS NOT NULL OR l.schedule_from IS NOT NULL AS is_restarted,
       CASE WHEN l.restructured_on IS NOT NULL AND l.restructured_on >= coalesce(l.schedule_from, l.restructured_on)
            THEN l.restructured_balance END AS told_balance,
       l.restructured_on IS NOT NULL AS is_restructured,
       l.installments_returned, l.payments_returned,
       s.opening, coalesce(p.received, 0) AS received, coalesce(p.before, 0) AS before, i.has_payments
FROM sealed_loans AS l JOIN loan_kept AS k USING (loan_no)
JOIN sealed_institutions AS i ON i.institution_id = l.institution_id
LEFT JOIN (SELECT loan_no, CAST(sum(principal) AS BIGINT) AS opening FROM sealed_installments GROUP BY loan_no) AS s USING (loan_no)
LEFT JOIN (
  SELECT loan_no, CAST(sum(principal) AS BIGINT) AS received,
         CAST(sum(CASE WHEN paid_on <= greatest(restructured_on, schedule_from) THEN principal ELSE 0 END) AS BIGINT) AS before
  FROM sealed_payments AS p JOIN (SELECT loan_no, restructured_on, schedule_from FROM sealed_loans) AS l USING (loan_no)
  GROUP BY loan_no
) AS p USING (loan_no)
"""


def money(value: str) -> str:
    """Return the SQL that writes minor units as people do: 150000 as 1500.00."""
    whole = f"CAST(abs({value}) // 100 AS VARCHAR) || '.' || lpad(CAST(abs({value}) % 100 AS VARCHAR), 2, '0')"
    return f"CASE WHEN {value} < 0 THEN '-' ELSE '' END || {whole}"


def check_sums(reading: Reading) -> None:
    """Add the edits of classes M and Q that need more than one row."""
    reading.progress("adding up", 0)
    reading.database.run(_LOANS)
    _schedules(reading)
    _borrowers(reading)
    _reported(reading)
    reading.database.run("DROP TABLE sums")


def _schedules(reading: Reading) -> None:
    who = "'loans', tape_no, file_no, source_row, loan_id"
    expected = "CASE WHEN told_balance IS NOT NULL THEN told_balance WHEN has_payments AND NOT payments_returned THEN principal - before END"
    for rule, where, value, wanted, column in (
        ("M001", "opening IS NOT NULL AND NOT is_restarted AND NOT installments_returned AND opening <> principal", "opening", "principal", "principal"),
        ("M002", f"opening IS NOT NULL AND is_restarted AND NOT installments_returned AND opening <> ({expected})", "opening", f"({expected})",
         "restructured_balance"),
        ("M003", "NOT is_restarted AND received > principal", "received", "principal", "principal"),
        ("M003", "is_restarted AND NOT installments_returned AND received - before > opening", "(received - before)", "opening", "principal"),
    ):  # fmt: skip
        reading.database.run(
            f"INSERT INTO edits SELECT {text(rule)}, {who}, {text(column)}, {money(value)}, {money(wanted)} FROM sums WHERE {where}"
        )


def _borrowers(reading: Reading) -> None:
    who = "'loans', k.tape_no, k.file_no, k.source_row, l.loan_id"
    reading.database.run(
        f"""
        INSERT INTO edits SELECT 'Q008', {who}, 'borrower_id', l.borrower_id, 'a row of borrowers'
        FROM sealed_loans AS l JOIN loan_kept AS k USING (loan_no)
        ANTI JOIN (SELECT tape, borrower_id FROM sealed_borrowers) AS b ON b.tape = l.tape AND b.borrower_id = l.borrower_id
        WHERE l.borrower_id IS NOT NULL AND k.tape_no IN (SELECT tape_no FROM files WHERE table_name = 'borrowers')
        """
    )
    reading.database.run(
        f"""
        INSERT INTO edits SELECT 'Q009', {who}, 'refinances', l.refinances, 'a loan of the same institution'
        FROM sealed_loans AS l JOIN loan_kept AS k USING (loan_no)
        ANTI JOIN loan_kept AS o ON o.institution_id = l.institution_id AND o.loan_id = l.refinances
        WHERE l.refinances IS NOT NULL
        """
    )
    reading.database.run(
        """
        INSERT INTO edits SELECT 'Q013', 'deposits', t.tape_no, t.file_no, NULL, NULL, 'kind', CAST(count(*) AS VARCHAR),
               'voluntary | compulsory'
        FROM typed_deposits AS t
        JOIN sealed_deposits AS s ON s.institution_id = t.institution_id AND s.account_id = t.account_id AND s.kind IS NULL
        GROUP BY t.tape_no, t.file_no
        """
    )


def _reported(reading: Reading) -> None:
    """Compare only where nothing has to be converted and every loan in the books has a figure."""
    home = text(reading.country.base_currency)
    reading.database.run(
        f"""
        INSERT INTO edits
        SELECT 'M006', 'institutions', a.tape_no, t.file_no, i.source_row, i.institution_id, 'reported_portfolio_khr',
               {money("total")}, {money("i.reported_portfolio_khr")}
        FROM sealed_institutions AS i JOIN tapes AS a USING (tape)
        JOIN typed_institutions AS t ON t.tape_no = a.tape_no AND t.source_row = i.source_row
        JOIN (
          SELECT institution_id, CAST(sum(reported_outstanding) AS BIGINT) AS total FROM sealed_loans WHERE written_off_on IS NULL
          GROUP BY institution_id HAVING bool_and(currency = {home} AND reported_outstanding IS NOT NULL)
        ) AS l ON l.institution_id = i.institution_id
        WHERE i.reported_portfolio_khr <> l.total
        """
    )


def check_cover(reading: Reading, intake: Intake) -> None:
    """Hold what the cover sheets state against what was read: rows of a table, and the sum of every amount that could be read."""
    edits = []
    for tape_no, cover in intake.covers.items():
        for table, stated in cover.items():
            files = [f for f in intake.files if f.tape_no == tape_no and f.table == table]
            for column, value in stated.items():
                if column == "rows":
                    found = Decimal(sum(f.rows for f in files))
                else:
                    sql = (
                        f"SELECT coalesce(CAST(sum({name(column)}) AS VARCHAR), '0') FROM typed_{table} WHERE tape_no = {tape_no}"
                    )
                    found = Decimal(reading.database.one(sql)) / 100
                if found != value:
                    rule = "M004" if column == "rows" else "M005"
                    file_no = files[0].file_no if files else None
                    edits.append((rule, table, tape_no, file_no, None, None, column, f"{found:f}", f"{value:f}"))
    reading.database.append("edits", edits, EDIT_COLUMNS)
