"""Posting updates to the bots that have a webhook: in order, again after a growing pause.

What a bot answers in the response's body is not looked at (Telegram would work off a method there);
Okienko never answers so, because such a reply would pass by the pacer.
"""

import asyncio

import httpx
import structlog
from sqlalchemy import delete
from sqlmodel import col

from bot.messenger.exchange import Exchange
from bot.messenger.methods.updates import KEPT_FOR, pending
from bot.messenger.tables import Bot, Update

log = structlog.get_logger()

LONGEST_PAUSE = 60.0
"""Seconds between two tries when a webhook stays away."""
ANSWER_WITHIN = 30.0


class WebhookSender:
    """One task a bot; it sleeps while the bot has no webhook or nothing is owed."""

    def __init__(self, exchange: Exchange, first_pause: float = 1.0) -> None:
        self._exchange = exchange
        self._first_pause = first_pause
        self._tasks: dict[int, asyncio.Task[None]] = {}
        # Seconds; the messenger speaks only with bots whose address the bots themselves gave.
        self._client = httpx.AsyncClient(timeout=ANSWER_WITHIN, follow_redirects=False, trust_env=False)

    def serve(self, bot_id: int) -> None:
        """Begin to look after a bot. Harmless when called again."""
        if bot_id not in self._tasks:
            self._tasks[bot_id] = asyncio.create_task(self._run(bot_id), name=f"webhook {bot_id}")

    async def close(self) -> None:
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()
        await self._client.aclose()

    async def _run(self, bot_id: int) -> None:
        bell = self._exchange.bot_bell.listen(bot_id)
        pause = self._first_pause
        try:
            while True:
                bell.clear()
                try:
                    outcome = await self._send_oldest(bot_id)
                except asyncio.CancelledError:
                    raise
                except Exception:
                    log.exception("webhook_sender_failed", bot_id=bot_id)
                    outcome = False
                if outcome is None:
                    pause = self._first_pause
                    await bell.wait()
                elif outcome:
                    pause = self._first_pause
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
        finally:
            self._exchange.bot_bell.leave(bot_id, bell)

    async def _send_oldest(self, bot_id: int) -> bool | None:
        """True: one update was taken. False: it was not. None: there is nothing to do."""
        if bot_id not in self._exchange.hooked:
            return None
        async with self._exchange.look() as change:
            bot = await change.session.get(Bot, bot_id)
            payloads = await pending(change, bot_id, 1) if bot and bot.webhook else []
        if not payloads or bot is None or bot.webhook is None:
            return None
        secret = bot.webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        error = None
        try:
            response = await self._client.post(bot.webhook["url"], json=payloads[0], headers=headers)
            if not response.is_success:
                error = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        except httpx.TimeoutException:
            error = "Read timeout expired"
        except (httpx.HTTPError, httpx.InvalidURL):
            error = "Connection refused"
        await self._record(bot_id, bot.webhook["url"], payloads[0]["update_id"], error)
        return error is None

    async def _record(self, bot_id: int, url: str, update_id: int, error: str | None) -> None:
        async with self._exchange.database.transaction() as session:
            now = self._exchange.clock()
            old = col(Update.created_at) < now - KEPT_FOR
            gone = old if error else old | (col(Update.update_id) == update_id)
            await session.exec(delete(Update).where(col(Update.bot_id) == bot_id, gone))
            bot = await session.get_one(Bot, bot_id)
            if error and bot.webhook and bot.webhook["url"] == url:
                failed = {"last_error_date": int(now.timestamp()), "last_error_message": error}
                bot.webhook = bot.webhook | failed
                session.add(bot)
        if error:
            log.warning("webhook_refused_update", bot_id=bot_id, update_id=update_id)
