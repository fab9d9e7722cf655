"""python-telegram-bot at the end of the line, and what its errors mean for a message.

The library folds what happened on the line into two classes (`NetworkError`, `TimedOut`, of which
`BadRequest` is a subclass), so the cause is looked at: only a connection that was never made, or
never got out of the pool, surely did not carry the message.
"""

from datetime import timedelta
from typing import Any

import httpx
import structlog
from telegram import (
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    MessageEntity,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import BaseRateLimiter, ExtBot
from telegram.request import HTTPXRequest, RequestData

from bot.outbox.kinds import Call, Upload
from bot.outbox.pacer import Pacer, Slot, is_counted, messages_in
from bot.outbox.states import Outcome, Priority, Result

log = structlog.get_logger(__name__)

_NEVER_LEFT = (
    httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol,
)  # fmt: skip
_CONNECTIONS = 64
_PROXY_SECONDS = 60.0
"""How long a chat waits when something on the way to the messenger refuses what is for it."""
_IDLE_SECONDS = 3.0
"""Shorter than servers keep an idle connection: one closed in the moment of sending is uncertain."""


class _ServerFailed(NetworkError):
    """The server answered 5xx: it may have sent the message before it failed."""


class _NoSuchMethod(TelegramError):
    """404: this Bot API server lacks the method."""


class _NotTheMessenger(TelegramError):
    """A proxy on the way said no, with a page of its own: the request did not get through, whatever the code."""

    def __init__(self, code: int) -> None:
        super().__init__(f"not the messenger's answer ({code})")
        self.code = code


class _Request(HTTPXRequest):
    """Keeps apart what the library folds together: 5xx, 404 from 401, and who said no."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        if code >= 500:
            raise _ServerFailed(f"server failed ({code})")
        if code >= 300 and not payload.lstrip().startswith(b"{"):
            raise _NotTheMessenger(code)
        if code == 404:
            raise _NoSuchMethod("no such method")
        return code, payload


class PacedLimiter(BaseRateLimiter[Any]):
    """Our pacer as python-telegram-bot's rate limiter.

    ``rate_limit_args`` is a `Slot` that the caller holds already, or the `Priority` to wait with.
    """

    def __init__(self, pacer: Pacer) -> None:
        self._pacer = pacer

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to clear."""

    async def process_request(
        self,
        callback: Any,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Slot | Priority | None,
    ) -> Any:
        if isinstance(rate_limit_args, Slot) or not is_counted(endpoint):
            return await callback(*args, **kwargs)
        chat = data.get("chat_id")
        async with self._pacer.slot(chat, rate_limit_args or Priority.PERSONAL, messages_in(data)):
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                self._pacer.hold(chat, _seconds(error))
                raise


class TelegramBot(ExtBot[Any]):
    """An `ExtBot` that sends a rendered call and says what became of it."""

    def __init__(self, token: str, base: str, pacer: Pacer) -> None:
        request = _Request(
            connection_pool_size=_CONNECTIONS,
            connect_timeout=5.0,
            read_timeout=15.0,
            write_timeout=10.0,
            media_write_timeout=30.0,
            pool_timeout=5.0,
            httpx_kwargs={
                "limits": httpx.Limits(
                    max_connections=_CONNECTIONS,
                    max_keepalive_connections=_CONNECTIONS,
                    keepalive_expiry=_IDLE_SECONDS,
                )
            },
        )
        super().__init__(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=request,
            get_updates_request=request,
            rate_limiter=PacedLimiter(pacer),
        )
        self._calls = request

    async def prepare(self) -> None:
        """Nothing to do: connections are made when they are needed."""

    async def try_to_send(self, call: Call, chat_id: int, slot: Slot) -> Outcome:
        """One try, in a slot that the caller holds. Never raises for what the messenger or the line does."""
        try:
            data = {name: _value(value) for name, value in call.arguments.items()} | {"chat_id": chat_id}
        except Exception as error:
            log.error("arguments that nothing can be made of", method=call.method, exc_info=error)
            return Outcome(Result.REFUSED, "not sendable")
        try:
            result = await self._post(call.method, data, api_kwargs=self._merge_api_rl_kwargs(None, slot))
        except TelegramError as error:
            return outcome_of(error)
        except Exception as error:
            log.error("sending broke off", method=call.method, exc_info=error)
            return Outcome(Result.UNCERTAIN, "broke off")
        return Outcome(Result.DELIVERED, message_ids=_numbers(result))

    async def hang_up(self) -> None:
        """Close the connections."""
        await self._calls.shutdown()


def outcome_of(error: TelegramError) -> Outcome:
    """What an error says about the message that was to be sent."""
    words = error.message.lower()
    match error:
        case RetryAfter():
            return Outcome(Result.TOO_MANY, seconds=_seconds(error))
        case ChatMigrated():
            return Outcome(Result.MIGRATED, new_chat_id=error.new_chat_id)
        case Forbidden():
            return Outcome(Result.GONE, _gone_because(words))
        case InvalidToken():
            return Outcome(Result.BAD_TOKEN)
        case _NotTheMessenger(code=413):
            return Outcome(Result.REFUSED, "too large")
        case _NotTheMessenger():
            return Outcome(Result.TOO_MANY, seconds=_PROXY_SECONDS)
        case _NoSuchMethod():
            return Outcome(Result.REFUSED, "unsupported")
        case BadRequest():
            return _bad_request(words)
        case Conflict():
            return Outcome(Result.REFUSED, "refused")
        case _ServerFailed():
            return Outcome(Result.UNCERTAIN, "server failed")
        case NetworkError() if isinstance(error.__cause__, _NEVER_LEFT):
            return Outcome(Result.UNSENT, "no connection")
        case NetworkError() if error.__cause__ is None:
            # An answer with a code of its own: 413 and the like; 429 without a number of seconds.
            if "too many requests" in words:
                return Outcome(Result.TOO_MANY, seconds=5.0)
            return Outcome(Result.REFUSED, "refused")
    return Outcome(Result.UNCERTAIN, "line broke")


def _bad_request(words: str) -> Outcome:
    if "not modified" in words or "not_modified" in words:  # of a message; of a topic
        return Outcome(Result.DELIVERED)
    if any(part in words for part in ("chat not found", "peer_id_invalid", "user_deactivated", "user not found")):
        return Outcome(Result.GONE, "no chat")
    if any(part in words for part in ("not enough rights", "have no rights", "write_forbidden", "admin_required")):
        return Outcome(Result.REFUSED, "no rights")
    if any(part in words for part in ("thread not found", "topic_deleted", "topic_id_invalid", "topic not found")):
        return Outcome(Result.REFUSED, "topic gone")
    if "not a forum" in words or "forum_disabled" in words:
        return Outcome(Result.REFUSED, "no forum")
    if "topic" in words or "message thread" in words:
        return Outcome(Result.REFUSED, "topic closed")
    if "not found" in words or "can't be edited" in words or "can't be deleted" in words:
        return Outcome(Result.REFUSED, "message gone")
    return Outcome(Result.REFUSED, "refused")


def _gone_because(words: str) -> str:
    if "blocked" in words:
        return "blocked"
    if "deactivated" in words:
        return "deactivated"
    return "removed" if "kicked" in words or "not a member" in words else "forbidden"


def _seconds(error: RetryAfter) -> float:
    pause: Any = error.retry_after
    return max(1.0, pause.total_seconds() if isinstance(pause, timedelta) else float(pause))


def _numbers(result: Any) -> list[int]:
    """The numbers in a method's result: of one message, an album, copies, or a new topic."""
    rows = [row for row in (result if isinstance(result, list) else [result]) if isinstance(row, dict)]
    numbers = (row.get("message_id", row.get("message_thread_id")) for row in rows)
    return [number for number in numbers if number is not None]


def _value(value: Any) -> Any:
    """An argument as the library takes it: uploads become files, the parts of an album its classes."""
    if isinstance(value, Upload):
        return InputFile(value.content, filename=value.filename)
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict) and "media" in value and value.get("type") in _ALBUM:
        more = {name: content for name, content in value.items() if name not in ("type", "media")}
        if entities := more.get("caption_entities"):
            more["caption_entities"] = MessageEntity.de_list(entities, None)
        media: Any = value["media"]
        if isinstance(media, Upload):
            media, more["filename"] = media.content, media.filename
        return _ALBUM[value["type"]](media=media, **more)
    return value


_ALBUM: dict[str, Any] = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}
