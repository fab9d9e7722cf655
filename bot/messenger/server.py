"""The Bot API server: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import hashlib
from urllib.parse import quote

import structlog
from sqlmodel import select
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.clock import Clock
from bot.messenger import params
from bot.messenger.calls import Call
from bot.messenger.exchange import BotIdentity, Exchange
from bot.messenger.limits import Limits
from bot.messenger.methods import METHODS
from bot.messenger.people_side import PeopleSide
from bot.messenger.refusals import Refusal
from bot.messenger.tables import Bot, StoredFile
from bot.messenger.webhooks import WebhookSender
from bot.storage import Database

log = structlog.get_logger()


class Messenger:
    """One embedded messenger over one database.

    ``people`` is the side of the web page; ``routes`` are the Bot API's. `add_bot` for every bot,
    then serve; `close` at the end.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        limits: Limits | None = None,
        webhook_pause: float = 1.0,
    ) -> None:
        """``webhook_pause``: seconds before the first repeat of a refused webhook."""
        self.exchange = Exchange(database, clock, limits or Limits())
        self.people = PeopleSide(self.exchange)
        self._tokens: dict[str, int] = {}
        self._webhooks = WebhookSender(self.exchange, webhook_pause)

    async def add_bot(self, token: str, name: str, username: str) -> int:
        """Serve a bot; returns its id. Called again it renames. Raises `ValueError` for a malformed token."""
        number, _, rest = token.partition(":")
        if not (number.isascii() and number.isdigit() and 0 < int(number) < 2**52 and rest):
            raise ValueError("a token looks like 123456789:AA…")
        bot_id, digest = int(number), _digest(token)
        async with self.exchange.database.transaction() as session:
            row = await session.get(Bot, bot_id) or Bot(id=bot_id, token_hash=digest, name=name, username=username)
            row.token_hash, row.name, row.username = digest, name, username
            session.add(row)
        if row.webhook:
            self.exchange.hooked.add(bot_id)
        self._tokens = {known: owner for known, owner in self._tokens.items() if owner != bot_id} | {digest: bot_id}
        self.exchange.bots[bot_id] = BotIdentity(bot_id, name, username)
        self._webhooks.serve(bot_id)
        return bot_id

    def routes(self) -> list[BaseRoute]:
        """The Bot API's routes, for a Starlette application."""
        return [
            Route("/bot{token}/{method}", self._method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download, methods=["GET"]),
        ]

    def leave(self) -> None:
        """Send everyone who waits home, so that the web server can stop. `close` does it too."""
        self.exchange.closing.set()

    async def close(self) -> None:
        """Stop waiting polls, pages and webhooks. The database stays open: it is not the messenger's."""
        self.leave()
        await self._webhooks.close()

    def _bot(self, request: Request) -> BotIdentity:
        bot_id = self._tokens.get(_digest(request.path_params["token"]))
        if bot_id is None:
            raise Refusal(401, "Unauthorized")
        return self.exchange.bots[bot_id]

    async def _method(self, request: Request) -> Response:
        try:
            bot = self._bot(request)
            method = METHODS.get(request.path_params["method"].lower())
            if method is None:
                raise Refusal(404, "Not Found")
            call = Call(bot, await params.read(request), self.exchange)
            return JSONResponse({"ok": True, "result": await method(call)})
        except Refusal as refusal:
            return _refused(refusal)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception:
            log.exception("bot_api_call_failed", method=request.path_params["method"][:64])
            return _refused(Refusal(500, "Internal Server Error"))

    async def _download(self, request: Request) -> Response:
        try:
            self._bot(request)
            file_id = request.path_params["path"].rpartition("/")[2].partition(".")[0]
            async with self.exchange.database.session() as session:
                row = (await session.exec(select(StoredFile).where(StoredFile.file_id == file_id))).first()
        except Refusal as refusal:
            return _refused(refusal)
        if row is None:
            return _refused(Refusal(404, "Not Found"))
        return Response(row.data, media_type="application/octet-stream", headers=download_headers(row.name))


def download_headers(name: str) -> dict[str, str]:
    """Headers that make a browser save a file instead of showing it."""
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def _refused(refusal: Refusal) -> JSONResponse:
    headers = (
        {"Retry-After": str(refusal.parameters["retry_after"])} if refusal.code == 429 and refusal.parameters else {}
    )
    return JSONResponse(refusal.body(), refusal.code, headers)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


__all__ = ["Messenger", "download_headers"]
