"""The schedules in force of many loans, laid out in one flat table: their rows, or those rebuilt from the terms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from prakas.facts.compiled import compiled
from prakas.facts.kernel import LOAN_INPUTS, schedule_in_force

# A schedule as the kernel has it, and below it the numbers: its first four rows are one.
LAID_OUT = ("due_on", "principal", "interest", "fee", "number")
_UNKNOWN = LOAN_INPUTS.index("is_schedule_unknown")
_RETURNED = LOAN_INPUTS.index("installments_returned")


@compiled("int64[:, ::1](int64[::1], int64[:, ::1])")
def _laid_out(loan: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return one loan's schedule (5 x n); `rows` are its own, in order of due_on and number."""
    if loan[_RETURNED] or loan[_UNKNOWN]:
        return np.zeros((5, 0), np.int64)
    if rows.shape[1]:
        return rows
    made = schedule_in_force(loan, np.zeros((4, 0), np.int64))
    out = np.zeros((5, made.shape[1]), np.int64)
    out[:4] = made
    for k in range(made.shape[1]):
        out[4, k] = k + 1
    return out


@compiled("Tuple((int64[:, ::1], int64[::1]))(int64[:, ::1], int64[:, ::1], int64[:, ::1])")
def _flat(loans: np.ndarray, rows: np.ndarray, spans: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    starts = np.zeros(loans.shape[0] + 1, np.int64)
    for i in range(loans.shape[0]):
        own = rows[:, spans[0, i] : spans[1, i]].copy()
        starts[i + 1] = starts[i] + _laid_out(loans[i], own).shape[1]
    out = np.zeros((5, starts[-1]), np.int64)
    for i in range(loans.shape[0]):
        own = rows[:, spans[0, i] : spans[1, i]].copy()
        made = _laid_out(loans[i], own)
        for k in range(made.shape[1]):
            for c in range(5):
                out[c, starts[i] + k] = made[c, k]
    return out, starts


def schedules_in_force(loans: Mapping[str, Any], installments: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return the schedules of some loans (5 x n, rows LAID_OUT) and where each begins (one place more than loans).

    `loans` has the columns that the kernel reads (`kernel_inputs`), sorted by loan_no; `installments` theirs, sorted by loan_no,
    due_on, number. A loan without a known schedule has no rows.
    """
    numbers = loans["loan_no"]
    matrix = np.ascontiguousarray(np.stack([loans[n] for n in LOAN_INPUTS], axis=1))
    rows = np.ascontiguousarray(np.stack([installments[n] for n in LAID_OUT]))
    spans = [np.searchsorted(installments["loan_no"], numbers, side=side) for side in ("left", "right")]
    out, starts = _flat(matrix, rows, np.ascontiguousarray(np.stack(spans).astype(np.int64)))
    return out, starts
