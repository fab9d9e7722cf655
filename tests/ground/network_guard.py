"""A guard that lets tests talk to this machine only.

Loopback addresses and Unix sockets pass; anything else is refused at once, and written down, so
that the test fails even when the code under test swallows the error.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any


class OutsideNetworkError(ConnectionRefusedError):
    """A test tried to leave this machine."""


class NetworkGuard:
    """Patches `socket` between `install` and `remove`; ``attempts`` holds what was refused."""

    def __init__(self) -> None:
        self.attempts: list[str] = []
        self._before: list[tuple[Any, str, Any]] = []

    def install(self) -> None:
        for name in ("connect", "connect_ex"):
            self._replace(socket.socket, name, self._guarded_connect(getattr(socket.socket, name)))
        self._replace(socket.socket, "sendto", self._guarded_sendto(socket.socket.sendto))
        self._replace(socket, "getaddrinfo", self._guarded_lookup(socket.getaddrinfo))

    def remove(self) -> None:
        while self._before:
            setattr(*self._before.pop())

    def _replace(self, owner: Any, name: str, guarded: Any) -> None:
        self._before.append((owner, name, getattr(owner, name)))
        setattr(owner, name, guarded)

    def _check(self, host: object, doing: str) -> None:
        if not _is_here(host):
            self.attempts.append(f"{doing} {host!r}")
            raise OutsideNetworkError(f"tests stay on this machine, but this one tried to {doing} {host!r}")

    def _guarded_connect(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def connect(sock: socket.socket, address: Any) -> Any:
            if sock.family in (socket.AF_INET, socket.AF_INET6):
                self._check(address[0], "connect to")
            return real(sock, address)

        return connect

    def _guarded_sendto(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def sendto(sock: socket.socket, data: bytes, *args: Any) -> Any:
            if sock.family in (socket.AF_INET, socket.AF_INET6):
                self._check(args[-1][0], "send to")
            return real(sock, data, *args)

        return sendto

    def _guarded_lookup(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
            # Looking up what to listen on ("0.0.0.0", "") leaves no machine.
            if host not in ("0.0.0.0", "::", "", b""):
                self._check(host, "look up")
            return real(host, *args, **kwargs)

        return getaddrinfo


def _is_here(host: object) -> bool:
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if name is None or name == "localhost":
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False
