"""Tests cannot leave this machine, and cannot hide that they tried."""

import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.ground.network_guard import NetworkGuard, OutsideNetworkError

OUTSIDE = "192.0.2.1"  # kept for documentation: nobody answers there


async def test_a_connection_outside_is_refused_and_written_down(network_guard: NetworkGuard) -> None:
    with pytest.raises(OutsideNetworkError), socket.socket() as sock:
        sock.connect((OUTSIDE, 443))
    with pytest.raises(OutsideNetworkError):
        socket.getaddrinfo("example.org", 443)
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(f"http://{OUTSIDE}/")
    assert len(network_guard.attempts) == 3
    network_guard.attempts.clear()


def test_this_machine_is_reachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


def test_a_test_that_swallows_the_refusal_fails_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "test_sly.py"
    file.write_text(
        "import contextlib, socket\n"
        "def test_sly():\n"
        "    with contextlib.suppress(OSError), socket.socket() as sock:\n"
        f"        sock.connect(({OUTSIDE!r}, 443))\n"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "pytest", "-c", str(root / "pyproject.toml"), "-n", "0", "-p", "tests.conftest"]
    run = subprocess.run([*command, str(file)], cwd=root, capture_output=True, text=True, timeout=60)
    assert run.returncode == 1
    assert "tried to reach the outside network" in run.stdout
