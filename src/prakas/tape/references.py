"""What rows belong to: institutions, loans and their children, keys that occur twice, and who takes whom along."""

from __future__ import annotations

from prakas.engine import Database
from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.tape.edits import RETURNING
from prakas.tape.rows import Lookup, Reading, key_of, typed
from prakas.tape.tables import Table

RETURNED = ", ".join(text(e) for e in RETURNING)


def returned_rows(table: str) -> str:
    """Return the SQL of the rows of a table that are held back, each once."""
    return f"(SELECT DISTINCT file_no, source_row FROM edits WHERE table_name = {text(table)} AND rule_id IN ({RETURNED}))"


def read_institutions(reading: Reading) -> None:
    """Type the institutions and make `institution`: each id once, whether its row is kept, and a number."""
    database, table = reading.database, reading.tables["institutions"]
    typed(reading, table)
    _duplicates(database, table, "typed_institutions", ("tape_no", '"institution_id"'))
    database.run(
        f"""
        CREATE OR REPLACE TABLE institution AS
        SELECT tape_no, institution_id, bool_and(r.file_no IS NULL) AS kept,
               row_number() OVER (ORDER BY institution_id, tape_no) AS institution_no, max(as_of) AS as_of
        FROM typed_institutions AS t LEFT JOIN {returned_rows("institutions")} AS r USING (file_no, source_row)
        WHERE institution_id IS NOT NULL GROUP BY tape_no, institution_id
        """
    )
    _hints(database, "institutions")


def read_of_institutions(reading: Reading, table: Table) -> None:
    """Type a table whose rows name their institution, and return the rows without one."""
    database = reading.database
    typed(reading, table)
    database.run(
        f"""
        INSERT INTO edits
        SELECT CASE WHEN i.kept IS NULL AND h.hint IS NULL THEN 'R001' ELSE 'R005' END, {text(table.name)}, t.tape_no, t.file_no,
               t.source_row, {key_of(table, "t")}, 'institution_id', t.institution_id, 'an institution of this tape'
        FROM typed_{table.name} AS t LEFT JOIN institution AS i USING (tape_no, institution_id)
        LEFT JOIN hints_institutions AS h ON h.tape_no = t.tape_no AND h.hint = t.institution_id
        WHERE t.institution_id IS NOT NULL AND i.kept IS NOT TRUE
        """
    )
    if table.key:
        _duplicates(database, table, f"typed_{table.name}", ("tape_no", *map(name, table.key)))


def read_alone(reading: Reading, table: Table) -> None:
    """Type a table whose rows belong to nobody but their tape."""
    typed(reading, table)
    _duplicates(reading.database, table, f"typed_{table.name}", ("tape_no", *map(name, table.key)))


def number_loans(reading: Reading) -> None:
    """Make `loan_kept` with loan_no in the binary order of institution and loan, and the tables that find a loan by its id."""
    database = reading.database
    database.run(
        f"""
        CREATE OR REPLACE TABLE loan_kept AS
        SELECT row_number() OVER (ORDER BY t.institution_id, t.loan_id) - 1 AS loan_no, t.tape_no, t.file_no, t.source_row,
               t.institution_id, t.loan_id, i.institution_no
        FROM typed_loans AS t JOIN institution AS i USING (tape_no, institution_id)
        ANTI JOIN {returned_rows("loans")} AS r USING (file_no, source_row)
        WHERE NOT t.is_blank
        """
    )
    database.run(
        """
        CREATE OR REPLACE TABLE loan_pairs AS
        SELECT t.tape_no, t.institution_id, t.loan_id, max(k.loan_no) AS loan_no, max(k.institution_no) AS institution_no
        FROM typed_loans AS t LEFT JOIN loan_kept AS k USING (file_no, source_row)
        WHERE t.loan_id IS NOT NULL GROUP BY ALL
        """
    )
    database.run(
        """
        CREATE OR REPLACE TABLE loan_names AS
        SELECT tape_no, loan_id, count(*) AS owners, max(loan_no) AS loan_no, max(institution_no) AS institution_no
        FROM loan_pairs GROUP BY ALL
        """
    )
    _hints(database, "loans")


STATES = """
CASE
  WHEN x.loan_id IS NULL THEN 'nameless'
  WHEN x.institution_id IS NOT NULL AND p.loan_no IS NOT NULL THEN 'kept'
  WHEN x.institution_id IS NOT NULL AND p.loan_id IS NOT NULL THEN 'taken'
  WHEN b.loan_id IS NULL THEN CASE WHEN h.hint IS NULL THEN 'orphan' ELSE 'taken' END
  WHEN b.loan_no IS NULL THEN 'taken'
  WHEN x.institution_id IS NOT NULL THEN 'elsewhere'
  WHEN b.owners > 1 THEN 'ambiguous'
  ELSE 'kept'
END AS state"""


def read_of_loans(reading: Reading, table: Table) -> None:
    """Type a table whose rows belong to loans; rows without a kept loan are returned, with the reason.

    state: kept (its loan is), taken (its loan was returned), orphan (there is no such loan), elsewhere (there is, but not at that
    institution), ambiguous (several), nameless (the row does not say).
    """
    database = reading.database
    joins = """
      LEFT JOIN loan_names AS b ON b.tape_no = x.tape_no AND b.loan_id = x.loan_id
      LEFT JOIN loan_pairs AS p ON p.tape_no = x.tape_no AND p.loan_id = x.loan_id AND p.institution_id = x.institution_id
      LEFT JOIN hints_loans AS h ON h.tape_no = x.tape_no AND h.hint = x.loan_id"""
    number = "CASE WHEN x.institution_id IS NULL THEN CASE WHEN b.owners = 1 THEN b.{0} END ELSE p.{0} END AS {0}"
    typed(reading, table, Lookup(joins, (STATES, number.format("loan_no"), number.format("institution_no"))))
    database.run(
        f"""
        INSERT INTO edits
        SELECT CASE state WHEN 'taken' THEN 'R004' WHEN 'ambiguous' THEN 'R003' ELSE 'R002' END, {text(table.name)}, tape_no, file_no,
               source_row, {key_of(table)}, 'loan_id', loan_id, 'a loan of this tape'
        FROM typed_{table.name} WHERE state NOT IN ('kept', 'nameless')
        """
    )
    if table.key:
        own = [k for k in table.key if k not in ("loan_id", "institution_id")]
        keys = ("loan_no" if "loan_id" in table.key else "institution_no", *map(name, own))
        _duplicates(database, table, f"(SELECT * FROM typed_{table.name} WHERE state = 'kept')", keys)


def _duplicates(database: Database, table: Table, rows: str, keys: tuple[str, ...]) -> None:
    """Add an edit for every member of every group of rows with the same key."""
    listed = ", ".join(keys)
    known = " AND ".join(f"{k} IS NOT NULL" for k in keys)
    # Hashes first: they fit where the keys of a hundred million rows would not, and mostly there is nothing to find.
    database.run(
        f"CREATE OR REPLACE TEMP TABLE twice AS SELECT hash({listed}) AS h FROM {rows} WHERE {known} GROUP BY h HAVING count(*) > 1"
    )
    if database.one("SELECT count(*) FROM twice"):
        database.run(
            f"""
            INSERT INTO edits
            SELECT 'S002', {text(table.name)}, tape_no, file_no, source_row, {key_of(table)}, {text(", ".join(table.key))},
                   CAST(members AS VARCHAR) || ' rows', 'one row'
            FROM (SELECT *, count(*) OVER (PARTITION BY {listed}) AS members FROM {rows}
                  WHERE {known} AND hash({listed}) IN (SELECT h FROM twice))
            WHERE members > 1
            """
        )
    database.run("DROP TABLE twice")


def _hints(database: Database, table: str) -> None:
    """Make the table of what broken lines of a table hold: an id among it may be that of the row which could not be cut."""
    database.run(
        f"CREATE OR REPLACE TABLE hints_{table} AS SELECT DISTINCT tape_no, hint FROM "
        f"(SELECT tape_no, unnest(fields) AS hint FROM broken WHERE table_name = {text(table)}) WHERE hint <> ''"
    )


def mark_loans(reading: Reading, table: str) -> None:
    """Add to `marked` the kept loans for which a row of a table was returned, so that no figure rests on the rest of it.

    A row that names no loan we can find might be any loan's of its tape; a blank line or an orphan is nobody's.
    """
    database = reading.database
    alone = ", ".join(text(e) for e in RETURNING if e not in ("R004", "F004"))
    database.run(
        f"""
        CREATE OR REPLACE TEMP TABLE held AS
        SELECT t.tape_no, t.state, t.loan_id, t.loan_no FROM typed_{table} AS t
        SEMI JOIN (SELECT file_no, source_row FROM edits WHERE table_name = {text(table)} AND rule_id IN ({alone})) AS e
        USING (file_no, source_row)
        """
    )
    database.run(
        f"""
        CREATE OR REPLACE TEMP TABLE lines AS
        SELECT tape_no, file_no, source_row, position, fields FROM broken WHERE table_name = {text(table)} AND rule_id <> 'F004'
        """
    )
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE told AS
        SELECT l.file_no, l.source_row, l.tape_no, n.loan_id FROM lines AS l
        JOIN loan_names AS n ON n.tape_no = l.tape_no AND l.position >= 0 AND n.loan_id = l.fields[l.position + 1]
        """
    )
    database.run(
        """
        INSERT INTO told
        SELECT l.file_no, l.source_row, l.tape_no, n.loan_id FROM
          (SELECT file_no, source_row, tape_no, unnest(fields) AS field FROM lines ANTI JOIN told USING (file_no, source_row)) AS l
        JOIN loan_names AS n ON n.tape_no = l.tape_no AND n.loan_id = l.field
        """
    )
    database.run(
        f"""
        INSERT INTO marked
        SELECT DISTINCT {text(table)}, k.loan_no FROM loan_kept AS k WHERE
          k.loan_no IN (SELECT loan_no FROM held WHERE state = 'kept')
          OR (k.tape_no, k.loan_id) IN (SELECT (tape_no, loan_id) FROM held WHERE state IN ('elsewhere', 'ambiguous')
                                        UNION SELECT (tape_no, loan_id) FROM told)
          OR k.tape_no IN (SELECT tape_no FROM held WHERE state = 'nameless'
                           UNION SELECT tape_no FROM lines ANTI JOIN told USING (file_no, source_row))
        """
    )
