"""One audit beside DuckDB only scanning the same columns of the same files, in one run: wall clock, processor, peak memory.

    python3 run.py bench [--loans 350000] [--rounds 3] [--json FILE]

Each figure is a process of its own, the two in turn, so that a machine whose speed drifts slows both. Peak memory is the
process's own (resident set). The made-up sector is written once, as Parquet, into a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

DAY = "2017-09-30"
SCAN = """
import sys, duckdb
from pathlib import Path
connection = duckdb.connect(config={"threads": int(sys.argv[2])})
for table, columns in TABLES.items():
    files = [str(p) for p in sorted(Path(sys.argv[1]).glob(f"level-[0-3]/{table}.parquet"))]
    if files:
        sums = ", ".join(f"count({c}), min({c}), max({c})" for c in columns)
        connection.execute(f"SELECT {sums} FROM read_parquet({files}, union_by_name=true)").fetchall()
"""
# The columns that the facts and rules read.
TABLES = {
    "loans": [
        "loan_id",
        "institution_id",
        "borrower_id",
        "currency",
        "principal",
        "signed_on",
        "disbursed_on",
        "matures_on",
        "nominal_rate",
        "rate_method",
        "frequency",
        "amortization",
        "restructured_on",
        "written_off_on",
        "reported_class",
        "reported_outstanding",
        "reported_provision",
        "reported_days_past_due",
        "reported_accrued_interest",
    ],
    "installments": ["loan_id", "number", "due_on", "principal", "interest", "fee"],
    "payments": ["loan_id", "payment_id", "paid_on", "principal", "interest", "fee"],
    "charges": ["loan_id", "charged_on", "kind", "amount", "returned_on", "returned_amount"],
    "collateral": [
        "loan_id",
        "collateral_id",
        "kind",
        "title_ref",
        "commune",
        "taken_on",
        "released_on",
        "value",
        "valued_on",
        "valuation_accepted",
    ],
    "deposits": ["account_id", "institution_id", "depositor_id", "currency", "balance", "kind"],
}


def measured(command: list[str]) -> dict[str, float]:
    """Return wall seconds, processor seconds and peak megabytes of a command. Raises SystemExit where it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) not in {0, 1}:
            said.seek(0)
            raise SystemExit(said.read().decode(errors="replace")[-2000:])
    megabytes = usage.ru_maxrss / 1024
    return {"wall_s": round(wall, 3), "cpu_s": round(usage.ru_utime + usage.ru_stime, 3), "peak_mb": round(megabytes, 1)}


def median(runs: list[dict[str, float]], figure: str) -> float:
    """Return the median of a figure over some runs."""
    return statistics.median(run[figure] for run in runs)


def bench(loans: int, rounds: int, threads: int) -> dict[str, Any]:
    """Return what was measured, with the steps of the last audit."""
    with tempfile.TemporaryDirectory(prefix="prakas-bench-") as name:
        folder = Path(name)
        python = [sys.executable]
        made = measured([*python, "-m", "prakas", "sample", str(folder / "sector"), "--loans", str(loans), "--format", "parquet"])
        print(f"made up {loans:,} loans in {made['wall_s']} s", file=sys.stderr)
        scan = [*python, "-c", SCAN.replace("TABLES", repr(TABLES), 1), str(folder / "sector"), str(threads)]
        audit = [
            *python,
            "-m",
            "prakas",
            "audit",
            str(folder / "sector"),
            "--date",
            DAY,
            "--out",
            str(folder / "out"),
            "--replace",
        ]
        audit += ["--threads", str(threads)]
        runs: dict[str, list[dict[str, float]]] = {"scan": [], "audit": []}
        for turn in range(rounds + 1):  # the first turn warms files and compiled code, and does not count
            for kind, command in (("scan", scan), ("audit", audit)):
                figures = measured(command)
                print(f"{'warm-up' if turn == 0 else f'round {turn}'}  {kind:<6} {figures}", file=sys.stderr)
                if turn:
                    runs[kind].append(figures)
        record = json.loads((folder / "out" / "audit.json").read_text("utf-8"))
        rows = sum(one["rows"] for one in record["tape"]["files"])
    return {
        "loans": loans,
        "rows": rows,
        "threads": threads,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "scan": {f: median(runs["scan"], f) for f in ("wall_s", "cpu_s", "peak_mb")},
        "audit": {f: median(runs["audit"], f) for f in ("wall_s", "cpu_s", "peak_mb")},
        "ratio_wall": round(median(runs["audit"], "wall_s") / median(runs["scan"], "wall_s"), 1),
        "ratio_cpu": round(median(runs["audit"], "cpu_s") / median(runs["scan"], "cpu_s"), 1),
        "steps_s": record["timings"],
    }


def main() -> None:
    """Measure, print a table, and keep the figures as JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--loans", type=int, default=350_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    found = bench(asked.loans, asked.rounds, asked.threads)
    print(f"{found['loans']:,} loans, {found['rows']:,} rows, {found['threads']} threads, {found['machine']}")
    print(f"{'':<8}{'wall s':>10}{'cpu s':>10}{'peak MB':>10}")
    for kind in ("scan", "audit"):
        one = found[kind]
        print(f"{kind:<8}{one['wall_s']:>10.2f}{one['cpu_s']:>10.2f}{one['peak_mb']:>10.0f}")
    print(f"audit / scan: {found['ratio_wall']} x by the clock, {found['ratio_cpu']} x by processor time")
    for step, seconds in found["steps_s"].items():
        print(f"  {seconds:>8.2f} s  {step}")
    if asked.json:
        asked.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
