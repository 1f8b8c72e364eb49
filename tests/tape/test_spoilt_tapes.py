"""A thousand spoilt tapes: never an exception but ours, and every physical line is kept or returned."""

from __future__ import annotations

import collections
import contextlib
import random

import pytest

from prakas.errors import PrakasError
from tests.tape import made, mutations

ALONE = 40
TOGETHER = 48


def written(folder, seed):
    files = mutations.spoilt(random.Random(seed), mutations.named(seed))
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def check_conserved(result, folders):
    """Lines, counted from the bytes; kept, counted in the sealed tape; returned, counted in what goes back."""
    refused = {r.tape for r in result.refused}
    assert all(len(r.sentence) > 20 and r.sentence.endswith(".") for r in result.refused)
    assert {f.tape for f in result.files} | refused == {f.name for f in folders}
    assert not {f.tape for f in result.files} & refused
    kept, back = collections.Counter(), collections.Counter()
    for table in made.BOOK:
        kept.update((r["tape"], table) for r in made.table(result, table))
        back.update((r["tape"], table) for r in made.returned(result, table))
    for count in result.files:
        folder = next(f for f in folders if f.name == count.tape)
        path = folder / count.file
        assert count.rows == made.lines_of(path), path
        assert count.rows == count.kept + count.returned, path
        assert (kept[count.tape, count.table], back[count.tape, count.table]) == (count.kept, count.returned), path
    assert result.exit_code == (1 if refused or sum(back.values()) else 0)


@pytest.mark.parametrize("batch", range(20))
def test_every_line_of_many_spoilt_tapes_is_kept_or_returned(batch, tmp_path):
    folders = [written(tmp_path / "tapes" / f"t{seed}", seed) for seed in range(batch * TOGETHER, (batch + 1) * TOGETHER)]
    check_conserved(made.sealed(tmp_path / "tapes", tmp_path / "out"), folders)


@pytest.mark.parametrize("seed", range(20 * TOGETHER, 20 * TOGETHER + ALONE))
def test_a_spoilt_tape_alone_is_sealed_or_refused_in_a_sentence(seed, tmp_path):
    folder = written(tmp_path / f"t{seed}", seed)
    result = None
    with contextlib.suppress(PrakasError):
        result = made.sealed(folder, tmp_path / "out")
    if result is not None:
        check_conserved(result, [folder])
        return
    with pytest.raises(PrakasError, match=r".{20}.*\.$") as refused:
        made.sealed(folder, tmp_path / "again")
    assert refused.value.exit_code == 2
