"""Compiled code is kept where only its owner can write, or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prakas.facts import compiled

# Only this one file of the room is run: its neighbours take long to compile without a cache.
PROGRAM = """
import sys, types
room = types.ModuleType("prakas.facts")
room.__path__ = ["ROOM"]
sys.modules["prakas.facts"] = room
from prakas.facts.compiled import CACHE_FOLDER, compiled

@compiled("float64(float64)")
def double(value):
    return 2.0 * value

print(double(21.0), CACHE_FOLDER)
"""


@pytest.fixture
def places(tmp_path, monkeypatch):
    for variable in ("NUMBA_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path


def test_the_chosen_folder_comes_first_then_the_cache_then_home(places, monkeypatch):
    home = places / "home" / ".cache" / "prakas" / "compiled"
    assert list(compiled.cache_folders()) == [home]
    monkeypatch.setenv("XDG_CACHE_HOME", str(places / "xdg"))
    assert list(compiled.cache_folders()) == [places / "xdg" / "prakas" / "compiled", home]
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(places / "chosen"))
    assert next(compiled.cache_folders()) == places / "chosen"
    assert compiled.cache_folder().parent == places / "chosen"


def test_a_folder_that_is_missing_is_made_for_its_owner_alone(places):
    folder = compiled.cache_folder()
    for one in (folder, folder.parent):
        assert one.stat().st_mode & 0o777 == 0o700


def test_a_folder_open_to_others_is_closed_where_empty_and_refused_where_not(places):
    folder = places / "open"
    folder.mkdir()
    folder.chmod(0o777)
    assert compiled.is_private(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    (folder / "planted").touch()
    assert not compiled.is_private(folder)


def test_a_folder_of_another_user_is_refused(places, monkeypatch):
    folder = places / "theirs"
    folder.mkdir()
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert not compiled.is_private(folder)
    assert compiled.cache_folder() is None


def test_where_nothing_can_be_written_there_is_no_cache(places, monkeypatch):
    (places / "home" / ".cache").write_text("a file where the folder would be")
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(places / "home" / ".cache" / "below"))
    assert compiled.cache_folder() is None


def test_relative_places_and_a_home_that_is_not_there_are_passed_over(places, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(places / "nowhere"))
    assert list(compiled.cache_folders()) == []
    monkeypatch.delenv("HOME")
    assert list(compiled.cache_folders()) == []


def test_a_change_in_any_compiled_file_makes_another_folder(monkeypatch, tmp_path):
    (tmp_path / "one.py").write_text("@compiled('float64(float64)')")
    (tmp_path / "two.py").write_text("no such word")
    monkeypatch.setattr(compiled, "__file__", str(tmp_path / "compiled.py"))
    before = compiled.sources_digest()
    (tmp_path / "two.py").write_text("still not")
    assert compiled.sources_digest() == before
    (tmp_path / "one.py").write_text("@compiled('float64(float64)')  # other")
    assert compiled.sources_digest() != before


def test_the_cache_is_filled_and_works_and_its_absence_works_too(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(PROGRAM.replace("ROOM", str(Path(compiled.__file__).parent)))
    (tmp_path / "file").touch()
    for cache, home in ((tmp_path / "cache", tmp_path), (tmp_path / "file", tmp_path / "file")):
        environment = {**os.environ, "NUMBA_CACHE_DIR": str(cache), "HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)}
        environment.pop("XDG_CACHE_HOME", None)
        done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, env=environment, check=True)
        answer, folder = done.stdout.split()
        assert answer == "42.0"
        assert (folder == "None") == (cache.name == "file")
    assert list((tmp_path / "cache").rglob("*.nbi"))
