"""What a query on Fineract is: the rows of one of its tables with their fate, and the columns of the tape made from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from prakas.fineract.fates import IN_TAPE
from prakas.fineract.schema import Schema
from prakas.fineract.wording import literal


@dataclass(frozen=True)
class Query:
    """Rows of one table of Fineract, each with its fate, on their way into a table of the tape."""

    source: str  # Fineract's table
    tables: tuple[str, ...]  # every table that is read for it
    fated: str  # SELECT of the rows with their fate
    shared: tuple[Callable[[], str], ...] = ()  # queries that come before it
    columns: dict[str, str] = field(default_factory=dict)  # the tape's column -> its SQL over the rows; none: counted alone
    order: tuple[str, ...] = ("id",)
    repeated: str = ""  # a query whose rows go into the tape in place of those that were fated

    def counts(self, schema: Schema) -> str:
        """Return the SQL that counts the rows by fate."""
        return f"{self._with(schema)} SELECT fate, count(*) AS rows FROM fated GROUP BY fate ORDER BY fate"

    def rows(self, schema: Schema) -> str:
        """Return the SQL of the rows of the tape, every value a text."""
        values = ", ".join(f"({sql})::text AS {name}" for name, sql in self.columns.items())
        source = self.repeated or f"(SELECT * FROM fated WHERE fate IN ({', '.join(map(literal, IN_TAPE))}))"
        # By Fineract's own values, not by the texts that go out: a number is sorted as a number, whatever the server's language.
        order = ", ".join(f"source.{column}" for column in self.order)
        return f"{self._with(schema)} SELECT {values} FROM {source} AS source ORDER BY {order}"

    def _with(self, schema: Schema) -> str:
        return ",\n".join(
            [schema.tables(*self.tables), *(part() for part in self.shared), f"fated AS NOT MATERIALIZED ({self.fated})"]
        )
