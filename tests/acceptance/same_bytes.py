"""A result as bytes, so that two runs can be compared; what may differ is left out, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path


def bytes_of(folder: Path, *, engine: bool = True) -> dict[str, bytes]:
    """Return the bytes of every file of a result, without timings (and, where `engine` is False, the engine's name)."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[str(path.relative_to(folder))] = path.read_bytes()
    record = json.loads(found["audit.json"])
    del record["timings"]
    if not engine:
        del record["engine"]
        found["report.html"] = re.sub(rb"(?i)duckdb|spark", b"ENGINE", found["report.html"]) if "report.html" in found else b""
    found["audit.json"] = json.dumps(record, sort_keys=True, ensure_ascii=False).encode()
    return found
