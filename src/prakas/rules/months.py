"""What the rules on two months of one book are held to: both days, the tables of both tapes, and the lenders in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from prakas.facts import LOAN_FACTS, declared, sealed
from prakas.rules.setting import Setting

EARLIER, LATER = "earlier", "later"
MONTHS = (EARLIER, LATER)
FACTS = {"loan_facts": LOAN_FACTS}
TEXT, WHOLE, DATE, FLAG = pa.string(), pa.int64(), pa.date32(), pa.bool_()

# How many rows of each table of each tape were returned to their sender; a tape without a row here returned none.
RETURNED_ROWS = pa.schema([pa.field("tape", TEXT), pa.field("of", TEXT), pa.field("returned", WHOLE)])

HELD = ("loans", "installments", "payments", "collateral", "recovery")
# One row a lender that is in either tape, with what each of its tapes holds.
MONTH_LENDERS = pa.schema(
    [
        pa.field("institution_id", TEXT),
        *(
            pa.field(f"{month}_{name}", kind)
            for month in MONTHS
            for name, kind in (
                ("tape", TEXT),
                ("row", WHOLE),
                ("is_whole_book", FLAG),
                *((f"has_{name}", FLAG) for name in HELD),
                ("has_sources", FLAG),  # any payment says where the money came from
                ("loans_returned", FLAG),
            )
        ),
    ]
)


@dataclass(frozen=True)
class Months:
    """Two months of one book: the setting of each. What is in force is asked of the later one."""

    earlier: Setting
    later: Setting

    @property
    def since(self) -> Any:
        """The earlier date as an expression."""
        return self.earlier.day.literal

    @property
    def until(self) -> Any:
        """The later date as an expression."""
        return self.later.day.literal

    @property
    def days(self) -> int:
        """How many days lie between both dates."""
        return (self.later.on - self.earlier.on).days

    def between(self, day: Any) -> Any:
        """Return whether a day lies after the earlier date and not after the later one; an empty day does not."""
        return ((day > self.since) & (day <= self.until)).fill_null(False)


def of(month: str, name: str) -> ir.Table:
    """Return a table of one of both months: of its sealed tape, or a fact."""
    if name in FACTS:
        return declared(f"{month}_{name}", FACTS[name])
    return ibis.table(sealed(name).schema(), name=f"{month}_{name}")


def month_lenders() -> ir.Table:
    """Return the declared table of the lenders of both months."""
    return declared("month_lenders", MONTH_LENDERS)


def _lenders_of(month: str) -> ir.Table:
    """Return the lenders of one month, their columns named for it."""
    rows = of(month, "institutions")
    back = declared(f"{month}_returned", RETURNED_ROWS)
    back = back.filter((back.of == "loans") & (back.returned > 0)).select(back_tape="tape").distinct()
    rows = rows.left_join(back, rows.tape == back.back_tape)
    loans, payments = of(month, "loans"), of(month, "payments")
    told = payments.filter(payments.source.notnull()).select("loan_no").distinct()
    told = loans.inner_join(told, "loan_no").select(told_id="institution_id").distinct()
    rows = rows.left_join(told, rows.institution_id == told.told_id)
    columns = {
        "tape": rows.tape,
        "row": rows.source_row,
        "is_whole_book": rows.is_whole_book.fill_null(True),
        **{f"has_{name}": rows[f"has_{name}"].fill_null(False) for name in HELD},
        "has_sources": rows.told_id.notnull(),
        "loans_returned": rows.back_tape.notnull(),
    }
    return rows.select(institution_id=rows.institution_id, **{f"{month}_{name}": column for name, column in columns.items()})


def lenders_of_both() -> ir.Table:
    """Return one row a lender that is in either tape. Shape: MONTH_LENDERS; the columns of a tape without it are null."""
    earlier, later = _lenders_of(EARLIER), _lenders_of(LATER)
    rows = earlier.outer_join(later, "institution_id")
    rows = rows.mutate(institution_id=ibis.coalesce(rows.institution_id, rows.institution_id_right))
    return rows.select(MONTH_LENDERS.names).order_by("institution_id")
