"""The command line, run in this process."""

from __future__ import annotations

import signal
import sys

import pytest

from prakas.__main__ import main


@pytest.fixture
def prakas(monkeypatch, capsys, tmp_path):
    """Runs a command from an empty folder and gives its exit code, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRAKAS_DEBUG", raising=False)
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["prakas", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return end.value.code, said.out, said.err

    yield run
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session", autouse=True)
def server_ends():
    """Stop the database server that some happenings start, once the last test is over."""
    yield
    if started := sys.modules.get("tests.docs.happenings_of_fineract"):
        started.AT_THE_END.close()
