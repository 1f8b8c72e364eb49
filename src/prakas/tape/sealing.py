"""Writes the sealed tape: eleven tables in the contract's types, in an order that depends on their content alone."""

from __future__ import annotations

from pathlib import Path

from prakas.engine import sql_name as name
from prakas.engine import sql_text as text
from prakas.engine import write_parquet
from prakas.tape.references import returned_rows
from prakas.tape.rows import Reading
from prakas.tape.tables import Table, sealed_schema

OF_LOANS = ("installments", "charges", "payments", "collateral", "recovery")
PRESENT = ("borrowers", "loans", *OF_LOANS[:4], "deposits", "recovery")


def seal_table(reading: Reading, table: Table, folder: Path) -> int:
    """Return the rows of a table written to the sealed tape: those that are kept, sorted."""
    reading.progress(f"sealing {table.name}", 0)
    schema = sealed_schema(table)
    path = folder / f"{table.name}.parquet"
    rows = write_parquet(path, reading.database.batches(_sql(table)), schema)
    reading.database.run(f"CREATE OR REPLACE VIEW sealed_{table.name} AS SELECT * FROM read_parquet({text(str(path))})")
    return rows


def _sql(table: Table) -> str:
    kept = f"typed_{table.name} AS t JOIN tapes AS a USING (tape_no) ANTI JOIN {returned_rows(table.name)} AS r USING (file_no, source_row)"
    columns = {n: f"t.{name(n)}" for n in table.names} | {"tape": "a.tape", "source_row": "t.source_row"}
    order = [f"t.{name(k)}" for k in (*table.key, *(o for o in table.order if o not in table.key))]
    where = "NOT t.is_blank"
    if table.name == "institutions":
        for present in PRESENT:
            exists = f"SELECT tape_no FROM files WHERE table_name = {text(present)}"
            columns[f"has_{present}"] = f"t.tape_no IN ({exists})"
    elif table.name == "loans":
        kept = "typed_loans AS t JOIN tapes AS a USING (tape_no) JOIN loan_kept AS k USING (file_no, source_row)"
        columns["loan_no"] = "k.loan_no"
        for child in OF_LOANS:
            columns[f"{child}_returned"] = f"k.loan_no IN (SELECT loan_no FROM marked WHERE table_name = {text(child)})"
        order = ["k.loan_no"]
    elif table.name in OF_LOANS:
        kept += " LEFT JOIN institution AS i ON i.institution_no = t.institution_no"
        where += " AND t.state = 'kept'"
        columns |= {"loan_no": "t.loan_no", "institution_id": "i.institution_id"}
        order = ["t.loan_no", *(f"t.{name(o)}" for o in table.order)]
    elif table.parent == "institutions":
        order = ["t.institution_id", *(f"t.{name(o)}" for o in table.order)]
    picked = ", ".join(f"{columns[f.name]} AS {name(f.name)}" for f in sealed_schema(table))
    return f"SELECT {picked} FROM {kept} WHERE {where} ORDER BY {', '.join([*order, 'a.tape', 't.source_row'])}"
