"""Our own poll loop: the offset moves only past updates whose transaction is committed.

aiogram's loop confirms an update by asking for the next ones while its handler still runs, so a
kill loses it (aiogram 3.31, `Dispatcher._listen_updates`).
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramRetryAfter, TelegramUnauthorizedError
from aiogram.methods import TelegramMethod

from bot.errors import SettingsError
from bot.intake.journey import Intake

log = structlog.get_logger(__name__)

LONG_POLL = 25
"""Seconds that the Bot API server may hold an empty getUpdates."""


class RawUpdates(TelegramMethod[list[Any]]):
    """getUpdates without parsing: one update that aiogram cannot read must not stop the rest."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = LONG_POLL
    allowed_updates: list[str] | None = None


async def poll(
    intake: Intake,
    channel: str,
    bot: Bot,
    allowed_updates: list[str],
    *,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Fetch and work off updates until cancelled. Raises `SettingsError` when the token is refused."""
    offset: int | None = None
    pause = 1.0
    while True:
        try:
            request = RawUpdates(offset=offset, allowed_updates=allowed_updates)
            updates = await bot(request, request_timeout=LONG_POLL + 10)
            pause = 1.0
        except TelegramUnauthorizedError:
            raise SettingsError("BOT_TOKEN is refused by the Bot API server: take a fresh one from BotFather") from None
        except TelegramRetryAfter as error:
            await sleep(error.retry_after)
            continue
        except AiogramError as error:  # also what is no answer of a Bot API server at all
            log.warning("no updates", channel=channel, reason=type(error).__name__, pause=pause)
            await sleep(pause)
            pause = min(pause * 2, 30.0)
            continue
        if not updates:
            continue
        results = await asyncio.gather(*(intake.receive(channel, raw) for raw in updates), return_exceptions=True)
        for raw, result in zip(updates, results, strict=True):
            if isinstance(result, Exception):
                # The transaction could not be committed: stop here, so that this one comes again.
                log.error("update not recorded", channel=channel, exc_info=result)
                await sleep(1.0)
                break
            if isinstance(raw, dict) and isinstance(raw.get("update_id"), int):
                offset = raw["update_id"] + 1
