"""Writes Arrow batches as Parquet so that equal rows give equal bytes, whichever engine made them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROW_GROUP = 100_000


def _blocks(batches: Iterable[pa.Table], schema: pa.Schema) -> Iterator[pa.Table]:
    """Return the same rows in blocks of exactly ROW_GROUP rows, the last one shorter."""
    waiting: list[pa.Table] = []
    rows = 0
    for batch in batches:
        table = batch.select(schema.names).cast(schema)
        while rows + table.num_rows >= ROW_GROUP:
            take = ROW_GROUP - rows
            yield pa.concat_tables([*waiting, table.slice(0, take)]).combine_chunks()
            table = table.slice(take)
            waiting, rows = [], 0
        if table.num_rows:
            waiting.append(table)
            rows += table.num_rows
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


def write_parquet(path: Path, batches: Iterable[pa.Table], schema: pa.Schema) -> int:
    """Return the number of rows written to a Parquet file; its bytes depend on rows and schema alone."""
    rows = 0
    with path.open("wb") as file:
        with pq.ParquetWriter(
            file,
            schema,
            compression="zstd",
            compression_level=1,
            store_schema=True,
            use_dictionary=True,
            version="2.6",
        ) as writer:
            for block in _blocks(batches, schema):
                writer.write_table(block, row_group_size=ROW_GROUP)
                rows += block.num_rows
        file.flush()
        os.fsync(file.fileno())
    return rows
