"""The answer key: every finding that an audit on that day must make, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from prakas.sample.books import Books
from prakas.sample.figures import Figures, Law
from prakas.sample.lenders import CONDITIONS, Lender, last_day_allowed
from prakas.sample.loans import Flags, Loans
from prakas.sample.plants import Plant
from prakas.sample.positions import SUBSTANDARD, Positions
from prakas.sample.price import Price
from prakas.sample.receipts import Receipts
from prakas.sample.security import CARD, PAPER, SOFT, Security

COLUMNS: Final = ("rule_id", "institution_id", "loan_id", "aspect")
REPORTED: Final = {
    "portfolio": "reported_portfolio_khr",
    "borrowers": "reported_borrowers",
    "public_savings": "reported_public_savings_khr",
    "depositors": "reported_depositors",
    "titles_hard": "reported_titles_hard",
    "titles_soft": "reported_titles_soft",
}


@dataclass
class AnswerKey:
    """Findings to be made, gathered as the sector is written."""

    _parts: list[pa.Table] = field(default_factory=list)

    def add(self, rule: str, lender: Lender, subjects: pa.Array, aspect: str = "") -> None:
        """Note findings of one rule at one lender."""
        n = len(subjects)
        if n:
            fixed = [pa.repeat(pa.scalar(value, pa.string()), n) for value in (rule, lender.id, aspect)]
            self._parts.append(pa.table([fixed[0], fixed[1], subjects, fixed[2]], names=list(COLUMNS)))

    def where(self, rule: str, lender: Lender, ids: pa.Array, hit: Flags, aspect: str = "") -> None:
        """Note the findings of one rule among some subjects."""
        if hit.any():
            self.add(rule, lender, ids.take(pa.array(np.flatnonzero(hit))), aspect)

    def counts(self) -> dict[str, int]:
        """Return how many findings each rule must make."""
        found: dict[str, int] = {}
        for part in self._parts:
            rule = part.column(0)[0].as_py()
            found[rule] = found.get(rule, 0) + part.num_rows
        return dict(sorted(found.items()))

    def subjects(self, institution_id: str) -> set[str]:
        """Return what is found at one lender."""
        mine = [p for p in self._parts if p.column(1)[0].as_py() == institution_id]
        return {subject for part in mine for subject in part.column(2).to_pylist()}

    def write(self, path: Path) -> int:
        """Write the key in order of rule, lender, subject and aspect; return how many rows it has."""
        whole = pa.concat_tables(self._parts) if self._parts else pa.table({name: pa.array([], pa.string()) for name in COLUMNS})
        whole = whole.sort_by([(name, "ascending") for name in COLUMNS])
        with path.open("wb") as stream:
            stream.write((",".join(COLUMNS) + "\n").encode())
            options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none")
            pyarrow.csv.write_csv(whole, pa.PythonFile(stream, mode="w"), options)
        return int(whole.num_rows)


def note_prices(key: AnswerKey, loans: Loans, cost: Price, ids: pa.Array, figures: Figures, day: int) -> None:
    """Note findings on price. The all-in rate is asked for in a letter: before its day nothing is found."""
    law, bank = figures.law, loans.lender.is_bank
    if not bank:
        key.where("price.nominal_ceiling", loans.lender, ids, cost.contract_above | cost.schedule_above)
        flat = (loans.flat_contract | loans.flat_lived) & (loans.agreed >= law.flat_from)
        key.where("price.flat_method", loans.lender, ids, flat)
    if day >= law.letter:
        key.where("price.all_in_ceiling", loans.lender, ids, cost.all_in_above)


def note_books(key: AnswerKey, loans: Loans, stand: Positions, told: Books, ids: pa.Array) -> None:
    """Note findings on grade, provision, suspended interest and the lender's word on its loans."""
    lender, graded = loans.lender, stand.grade >= 0
    key.where("classification.grade", lender, ids, graded & (told.grade < stand.grade))
    key.where("provisioning.shortfall", lender, ids, graded & (told.provision < told.required))
    key.where("suspense.recognized", lender, ids, (stand.grade >= SUBSTANDARD) & (told.accrued > 0))
    if lender.level == 3:  # below it there is nothing computed to hold the lender's word against
        key.where("reported.differs", lender, ids, told.outstanding != stand.outstanding, "reported_outstanding")
        key.where("reported.differs", lender, ids, told.days_past_due != stand.days_past_due, "reported_days_past_due")
        key.where("reported.differs", lender, ids, graded & (told.grade != stand.grade), "reported_class")


def note_cessation(key: AnswerKey, loans: Loans, ids: pa.Array, law: Law, day: int) -> None:
    """Note loans made after the last day that the refused lender had."""
    if loans.lender.role == "refused":
        key.where("registration.cessation", loans.lender, ids, loans.disbursed > last_day_allowed(law, day))


def note_titles(
    key: AnswerKey, loans: Loans, rows: Security, received: Receipts, names: dict[str, pa.Array], poor: Flags, micro: Flags,
    law: Law, day: int,
) -> None:  # fmt: skip
    """Note findings on titles and papers, row by row of the collateral."""
    lender, collateral = loans.lender, names["collateral"]
    title, late = rows.kind <= SOFT, rows.taken > law.letter
    key.where("collateral.title_taken_from_poor", lender, collateral, title & late & poor[rows.loan], "idpoor")
    key.where("collateral.title_taken_from_poor", lender, collateral, title & late & micro[rows.loan], "microloan")
    key.where("collateral.forbidden_paper", lender, collateral, (rows.kind == PAPER) & (rows.taken >= law.papers_from))
    key.where("collateral.poverty_card", lender, collateral, (rows.kind == CARD) & (rows.taken >= law.poverty_card_from))
    subject = pc.coalesce(names["title"], collateral)
    held = title & (rows.released == 0)
    repaid = (received.paid_off > 0) & (received.paid_off < day)
    alone = loans.plant[rows.loan] == Plant.TITLE_KEPT  # a title for two loans is handed back when both are repaid
    key.where("collateral.held_after_repayment", lender, subject, held & repaid[rows.loan] & alone)
    key.where("collateral.pledged_twice", lender, subject, held & (loans.plant[rows.loan] == Plant.TITLE_AT_TWO))


def note_told_titles(key: AnswerKey, loans: Loans, titled: Flags, micro: Flags, ids: pa.Array, law: Law) -> None:
    """Note titles of loans that tell only their kind; without a table of borrowers nobody knows who is poor."""
    late = titled & (loans.disbursed > law.letter)
    key.where("collateral.title_taken_from_poor", loans.lender, ids, late & micro, "microloan")


def note_standing(key: AnswerKey, lender: Lender, totals: dict[str, int], law: Law, day: int) -> None:
    """Note the registration or licence that a lender's totals (riel, persons) require and that it has not."""
    if lender.is_bank:
        return
    met = [c for c in CONDITIONS if totals.get(c, 0) >= law.licensing[c]]
    rule = "licensing.transition" if day <= law.transition_until else "licensing.required"
    short = lender.status in ("unregistered", "registered")
    if not met:
        met = [c for c in CONDITIONS if c in law.registration and totals.get(c, 0) >= law.registration[c]]
        rule, short = "registration.required", lender.status == "unregistered"
    for condition in met if short else ():
        key.add(rule, lender, pa.array([lender.id]), condition)


def note_totals(key: AnswerKey, lender: Lender, fields: Sequence[str]) -> None:
    """Note totals that a lender states wrongly."""
    for name in fields:
        key.add("reported.differs", lender, pa.array([lender.id]), REPORTED[name])
