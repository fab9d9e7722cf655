"""A Bot API server that holds to Telegram's limits to the letter, and breaks on purpose when asked.

It counts a request when it is read, in strict sliding windows. ``scale`` shortens the windows (and the
``retry_after`` that it tells): with 10, thirty a second become thirty in a tenth of a second.
"""

import asyncio
import json
import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

Fault = str
"""``500``, ``500 sent`` (it had), ``reset``, ``reset sent``, ``slow``, ``429``, ``garbage sent``; empty for none."""

_COUNTED = ("send", "copy", "forward", "edit", "createForumTopic")


@dataclass
class Delivered:
    chat_id: int
    text: str
    at: float


@dataclass
class StrictServer:
    """``await start()`` gives its address. ``delivered`` is what people got, in order."""

    scale: float = 1.0
    per_second: int = 30
    per_group_minute: int = 20
    limited: bool = True
    latency: float = 0.0
    fault: Callable[[str, int, str], Fault] = lambda _method, _chat, _text: ""
    answer: Callable[[str, int, str], tuple[int, dict[str, Any]] | None] = lambda _method, _chat, _text: None
    page: bytes = b""
    """What a proxy puts in the place of the body of `answer`."""
    slow_seconds: float = 1.0
    delivered: list[Delivered] = field(default_factory=list)
    too_many: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    handling: set[str] = field(default_factory=set)
    """Texts of requests that are being answered at this moment."""

    def __post_init__(self) -> None:
        self._all: deque[float] = deque()
        self._chats: dict[int, deque[float]] = defaultdict(deque)
        self._groups: dict[int, deque[float]] = defaultdict(deque)
        self._numbers = count(1)
        self._writers: set[asyncio.StreamWriter] = set()

    async def start(self, port: int = 0) -> str:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        self._server.close()
        for writer in list(self._writers):
            writer.close()
        await self._server.wait_closed()

    def texts(self, chat_id: int) -> list[str]:
        return [one.text for one in self.delivered if one.chat_id == chat_id]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                line, *lines = head.split("\r\n")
                headers = {name.lower(): value.strip() for name, _, value in (one.partition(":") for one in lines)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                fields = _fields(body, headers)
                text = str(fields.get("text") or fields.get("caption") or "")
                self.handling.add(text)
                try:
                    answer = await self._handle(line.split()[1].rpartition("/")[2], fields, text)
                finally:
                    self.handling.discard(text)
                if answer is None:
                    writer.transport.abort()
                    return
                status, content = answer
                writer.write(
                    f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n"
                    f"Content-Length: {len(content)}\r\n\r\n".encode()
                    + content
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _handle(self, method: str, fields: dict[str, Any], text: str) -> tuple[int, bytes] | None:
        self.requests += 1
        if method == "getMe":
            return _ok({"id": 42, "is_bot": True, "first_name": "O", "username": "OkienkoBot"})
        if not method.startswith(_COUNTED):
            return _ok(True)
        chat = int(fields.get("chat_id", 0))
        fault = self.fault(method, chat, text)
        if fault:
            self.broken[fault] += 1
        if fault == "429":
            return _too_many(1.0 / self.scale)
        pause = self._pause(chat)
        if pause > 0:
            self.too_many += 1
            return _too_many(pause)
        if self.latency:
            await asyncio.sleep(self.latency)
        if fault == "500":
            return _refused(500, "Internal Server Error")
        if fault == "reset":
            return None
        if fault == "slow":
            await asyncio.sleep(self.slow_seconds)
        if special := self.answer(method, chat, text):
            return special[0], self.page or json.dumps(special[1]).encode()
        self.delivered.append(Delivered(chat, text, time.monotonic()))
        match fault:
            case "500 sent":
                return _refused(502, "Bad Gateway")
            case "reset sent":
                return None
            case "garbage sent":
                return 200, b"<html>"
        number = next(self._numbers)
        if method == "createForumTopic":
            return _ok({"message_thread_id": number, "name": fields.get("name", "")})
        return _ok({"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": text})

    def _pause(self, chat: int) -> float:
        if not self.limited:
            return 0.0
        now, second, minute = time.monotonic(), 1.0 / self.scale, 60.0 / self.scale
        windows = [(self._all, second, self.per_second), (self._chats[chat], second, 1)]
        if chat < 0:
            windows.append((self._groups[chat], minute, self.per_group_minute))
        pause = 0.0
        for queue, length, most in windows:
            while queue and queue[0] <= now - length:
                queue.popleft()
            if len(queue) >= most:
                pause = max(pause, queue[0] + length - now)
        if not pause:
            for queue, _, _ in windows:
                queue.append(now)
        return pause


def refused(code: int, words: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    """An answer that says no, for `StrictServer.answer`."""
    return code, {"ok": False, "error_code": code, "description": words, "parameters": parameters}


def _fields(body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    if "json" in headers.get("content-type", ""):
        fields: dict[str, Any] = json.loads(body or b"{}")
        return fields
    return dict(parse_qsl(body.decode("latin-1"), encoding="utf-8"))


def _ok(result: Any) -> tuple[int, bytes]:
    return 200, json.dumps({"ok": True, "result": result}).encode()


def _refused(code: int, words: str) -> tuple[int, bytes]:
    status, body = refused(code, words)
    return status, json.dumps(body).encode()


def _too_many(seconds: float) -> tuple[int, bytes]:
    # Telegram tells whole seconds; a shortened window may tell parts of one.
    status, body = refused(429, "Too Many Requests", retry_after=max(1, round(seconds + 0.5)))
    return status, json.dumps(body).encode()
