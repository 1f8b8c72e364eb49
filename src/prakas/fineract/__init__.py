"""A loan tape from the database of a Fineract or Mifos system: read only, in one snapshot, without a name of anybody."""

from __future__ import annotations

from prakas.fineract.export import Exported, Lender, tape_from_fineract
from prakas.fineract.schema import LATER, READ

__all__ = ["LATER", "READ", "Exported", "Lender", "tape_from_fineract"]
