"""Tape files written block by block, as CSV or Parquet, with whole hundredths turned into plain decimals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from prakas.sample.days import NO_DAY
from prakas.tape import contract

Format = Literal["csv", "parquet"]

NONE: Final = -(2**62)  # an empty amount or integer
ROWS_A_GROUP: Final = 1 << 18
DECIMAL: Final = pa.decimal128(18, 2)
TYPES: Final[Mapping[str, pa.DataType]] = {
    "money": DECIMAL,
    "percent": DECIMAL,
    "rate": DECIMAL,
    "date": pa.date32(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
}


class TapeFolder:
    """One tape being written: a folder, and the tables and columns it has."""

    def __init__(self, folder: Path, columns: Mapping[str, Sequence[str]], form: Format) -> None:
        """Make the folder; the files are made at once, so that an empty table is there with its header."""
        folder.mkdir(parents=True)
        self.folder = folder
        self.rows = dict.fromkeys(columns, 0)
        self._schemas = {name: _schema(name, chosen) for name, chosen in columns.items()}
        self._files = {name: _open(folder, name, schema, form) for name, schema in self._schemas.items()}

    def append(self, table: str, columns: Mapping[str, Any]) -> None:
        """Write rows of a table the tape has; a table or column it lacks is left out."""
        schema = self._schemas.get(table)
        if schema is None:
            return
        arrays = [_arrow(columns[f.name], f.type) for f in schema]
        rows = pa.Table.from_arrays(arrays, schema=schema)
        if rows.num_rows:
            self._files[table].write_table(rows)
            self.rows[table] += rows.num_rows

    def close(self) -> None:
        """Finish every file."""
        for file in self._files.values():
            file.close()


def _schema(table: str, chosen: Sequence[str]) -> pa.Schema:
    known = contract()[table]
    return pa.schema([(name, TYPES.get(known[name].kind, pa.string())) for name in chosen])


def _open(folder: Path, table: str, schema: pa.Schema, form: Format) -> Any:
    if form == "parquet":
        return pyarrow.parquet.ParquetWriter(folder / f"{table}.parquet", schema, compression="zstd")
    stream = (folder / f"{table}.csv").open("wb")
    stream.write((",".join(schema.names) + "\n").encode())
    return CsvFile(stream, schema)


class CsvFile:
    """A CSV file without quotes: no value of a sample holds a comma, a quote or a line break."""

    def __init__(self, stream: Any, schema: pa.Schema) -> None:
        """Take over an open file that has its header."""
        self._stream = stream
        options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="none", batch_size=1 << 16)
        self._writer = pyarrow.csv.CSVWriter(pa.PythonFile(stream, mode="w"), schema, write_options=options)

    def write_table(self, rows: pa.Table) -> None:
        """Append rows."""
        self._writer.write_table(rows)

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()
        self._stream.close()


def _arrow(values: Any, kind: pa.DataType) -> pa.Array:
    """Return an Arrow column from numbers (with our marks for empty) or from ready strings."""
    if isinstance(values, pa.ChunkedArray):
        values = values.combine_chunks()
    if isinstance(values, pa.Array):
        return values if values.type == kind else values.cast(kind)
    if kind == DECIMAL:
        return decimals(values)
    if kind == pa.date32():
        return pa.array(values.astype(np.int32), mask=values == NO_DAY).cast(kind)
    if kind == pa.int64():
        return pa.array(values, mask=values == NONE)
    return pa.array(values, type=kind)


def decimals(hundredths: NDArray[np.int64]) -> pa.Array:
    """Return whole hundredths as decimals with two places, without a float on the way."""
    words = np.empty((len(hundredths), 2), np.int64)
    words[:, 0] = hundredths
    words[:, 1] = hundredths >> 63  # the sign of a 128-bit number
    empty = hundredths == NONE
    if not empty.any():
        return pa.Array.from_buffers(DECIMAL, len(hundredths), [None, pa.py_buffer(words)])
    validity = pa.array(~empty, pa.bool_()).buffers()[1]  # the bits of true are the bits of "there"
    return pa.Array.from_buffers(DECIMAL, len(hundredths), [validity, pa.py_buffer(words)])
