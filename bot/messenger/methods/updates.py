"""How a bot gets its updates: the long poll, and setting a webhook."""

import asyncio
import re
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import delete, func
from sqlmodel import col, select

from bot.messenger.calls import Call, Method
from bot.messenger.exchange import Change
from bot.messenger.objects import Json
from bot.messenger.refusals import bad_request, conflict
from bot.messenger.tables import Bot, Update

KEPT_FOR = timedelta(hours=24)
"""Telegram forgets an update that nobody fetched within a day."""
LONGEST_POLL = 50
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def get_updates(call: Call) -> list[Any]:
    offset = call.params.integer("offset") or 0
    limit = call.params.integer("limit")
    limit = min(limit, 100) if limit and limit > 0 else 100
    timeout = min(max(call.params.integer("timeout") or 0, 0), LONGEST_POLL)
    allowed = allowed_updates(call)
    exchange, bot_id = call.exchange, call.bot.id
    # The newcomer wins, as in Telegram: the one that waits is sent away. A poller whose connection
    # died unseen must not keep its successor out.
    if earlier := exchange.pollers.get(bot_id):
        earlier.set()
    terminated = exchange.pollers[bot_id] = asyncio.Event()
    bell = exchange.bot_bell.listen(bot_id)
    try:
        await _confirm(call, offset, allowed)
        deadline = asyncio.get_running_loop().time() + timeout
        while True:
            if terminated.is_set():
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
            bell.clear()
            async with call.look() as change:
                bot = await change.session.get_one(Bot, bot_id)
                if bot.webhook:
                    raise conflict(
                        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                        " webhook first"
                    )
                payloads = await pending(change, bot_id, limit)
            left = deadline - asyncio.get_running_loop().time()
            if payloads or left <= 0 or exchange.closing.is_set():
                return payloads
            await _first_of(left, bell, terminated, exchange.closing)
    finally:
        exchange.bot_bell.leave(bot_id, bell)
        if exchange.pollers.get(bot_id) is terminated:
            del exchange.pollers[bot_id]


async def _first_of(seconds: float, *events: asyncio.Event) -> None:
    tasks = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()


async def pending(change: Change, bot_id: int, limit: int) -> list[Json]:
    """The oldest updates that a bot has not confirmed."""
    query = select(col(Update.payload)).where(Update.bot_id == bot_id).order_by(col(Update.update_id)).limit(limit)
    return list((await change.session.exec(query)).all())


async def _confirm(call: Call, offset: int, allowed: list[str] | None) -> None:
    """Forget what was confirmed and what is too old; write only when there is something to."""
    async with call.look() as change:
        bot = await change.session.get_one(Bot, call.bot.id)
        if bot.webhook:
            return
        oldest = (
            await change.session.exec(
                select(Update).where(Update.bot_id == call.bot.id).order_by(col(Update.update_id)).limit(1)
            )
        ).first()
        past = oldest is not None and (
            offset < 0 or oldest.update_id < offset or change.now - oldest.created_at > KEPT_FOR
        )
        if not past and (allowed is None or allowed == (bot.allowed_updates or [])):
            return
    async with call.change() as change:
        if allowed is not None:
            bot = await change.session.get_one(Bot, call.bot.id)
            bot.allowed_updates = allowed or None
            change.session.add(bot)
        if offset < 0:
            newest = select(Update.update_id).where(Update.bot_id == call.bot.id).order_by(col(Update.update_id).desc())
            kept = list(await change.session.exec(newest.limit(min(-offset, 10_000))))
            offset = min(kept, default=0)
        await change.session.exec(
            delete(Update).where(
                col(Update.bot_id) == call.bot.id,
                (col(Update.update_id) < offset) | (col(Update.created_at) < change.now - KEPT_FOR),
            )
        )


def allowed_updates(call: Call) -> list[str] | None:
    """The update kinds that the call names; None when it says nothing."""
    kinds = call.params.array("allowed_updates")
    if kinds is None:
        return None
    if not all(isinstance(kind, str) for kind in kinds) or len(kinds) > 100:
        raise bad_request("can't parse allowed updates JSON object: expected an Array of String")
    return sorted({kind.lower()[:64] for kind in kinds})


async def set_webhook(call: Call) -> bool:
    """Addresses must be https, or http on this machine: nothing else may see people's messages."""
    url = (call.params.string("url") or "").strip()
    if not url:
        return await delete_webhook(call)
    try:
        parts = urlsplit(url)
        host, good = parts.hostname, parts.port != 0
    except ValueError:
        host, good = None, False
    if not host or not good or len(url) > 2048 or not url.isascii() or any(c.isspace() for c in url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.params.string("secret_token") or ""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = call.params.integer("max_connections")
    if connections is not None and not 1 <= connections <= 100:
        raise bad_request("max_connections must be between 1 and 100")
    allowed = allowed_updates(call)
    async with call.change() as change:
        bot = await change.session.get_one(Bot, call.bot.id)
        bot.webhook = {"url": url, "secret_token": secret, "max_connections": connections or 40}
        if allowed is not None:
            bot.allowed_updates = allowed or None
        change.session.add(bot)
        if call.params.boolean("drop_pending_updates"):
            await change.session.exec(delete(Update).where(col(Update.bot_id) == call.bot.id))
        change.bots.add(call.bot.id)
        call.exchange.hooked.add(call.bot.id)
    return True


async def delete_webhook(call: Call) -> bool:
    async with call.change() as change:
        bot = await change.session.get_one(Bot, call.bot.id)
        bot.webhook = None
        change.session.add(bot)
        if call.params.boolean("drop_pending_updates"):
            await change.session.exec(delete(Update).where(col(Update.bot_id) == call.bot.id))
        call.exchange.hooked.discard(call.bot.id)
        change.bots.add(call.bot.id)
    return True


async def get_webhook_info(call: Call) -> Json:
    async with call.look() as change:
        bot = await change.session.get_one(Bot, call.bot.id)
        waiting = await change.session.exec(select(func.count()).where(Update.bot_id == call.bot.id))
        info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": waiting.one()}
    if bot.webhook:
        info["url"] = bot.webhook["url"]
        shown = ("max_connections", "last_error_date", "last_error_message")
        info |= {key: bot.webhook[key] for key in shown if key in bot.webhook}
    if bot.allowed_updates:
        info["allowed_updates"] = bot.allowed_updates
    return info


METHODS: dict[str, Method] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
