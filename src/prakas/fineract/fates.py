"""What can become of a row of Fineract: it is in the tape, or it is left out for a reason that has a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fate:
    """One fate. `rows` is how many rows of the tape such a row becomes."""

    rows: int
    words: str
    is_doubtful: bool = False  # a figure stays unknown for it, so that the command says so with its exit code


FATES = {
    "kept": Fate(1, "in the tape"),
    # m_office
    "head": Fate(1, "the head office: the institution"),
    "branch": Fate(0, "a branch: a tape has no branches"),
    # m_client
    "no_loan": Fate(0, "without a loan in the tape"),
    # m_loan
    "pending": Fate(0, "not approved yet"),
    "not_disbursed": Fate(0, "approved and not disbursed, or its disbursement was undone"),
    "withdrawn": Fate(0, "withdrawn by the client"),
    "rejected": Fate(0, "rejected"),
    "unknown_status": Fate(0, "with a status that is not known here", is_doubtful=True),
    "moved": Fate(1, "in the tape as still owed: closed because the rest was rescheduled elsewhere, and Fineract does not say where",
                  is_doubtful=True),
    # what belongs to a loan
    "loan_left_out": Fate(0, "of a loan that is left out"),
    # m_loan_repayment_schedule
    "lowered": Fate(1, "in the tape, less what was waived"),
    "paid_before": Fate(0, "paid in full before the schedule began anew"),
    # m_loan_transaction
    "undone": Fate(2, "in the tape, with the row that undoes it"),
    "overpaid": Fate(1, "in the tape, less what was paid beyond what was owed"),
    "credit": Fate(1, "in the tape: a credit of the lender, which lowers what is owed"),
    "unsplit": Fate(1, "in the tape without amounts, so that the reader returns it: its parts do not add up, or its type is not known here",
                    is_doubtful=True),
    "erased": Fate(0, "reversed, and its parts are not known any more"),
    "replayed": Fate(0, "replaced by another row when Fineract worked the loan out anew"),
    "disbursement": Fate(0, "a disbursement: in loans"),
    "at_disbursement": Fate(0, "charges paid at disbursement: in charges"),
    "waiver": Fate(0, "a waiver: the instalments or charges are lower"),
    "write_off": Fate(0, "a write-off: its day is in loans"),
    "recovery": Fate(0, "received after a write-off: Fineract does not say for principal or interest", is_doubtful=True),
    "surplus": Fate(0, "paid back of what had been overpaid"),
    "chargeback": Fate(0, "a chargeback: in the instalments"),
    "bookkeeping": Fate(0, "bookkeeping: no money moved"),
    # m_loan_charge
    "in_installments": Fate(0, "a fee of instalments: in their column fee"),
    "waived": Fate(0, "waived in full"),
    "inactive": Fate(0, "taken off the loan again"),
    # collateral
    "released": Fate(0, "handed back: Fineract does not say when"),
    # m_loan_reschedule_request
    "restructuring": Fate(0, "approved: its day is in loans"),
    "refused": Fate(0, "not approved"),
    # m_savings_account
    "not_open": Fate(0, "not open: applied for, refused or closed"),
}  # fmt: skip

IN_TAPE = tuple(name for name, fate in FATES.items() if fate.rows)
