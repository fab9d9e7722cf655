"""What the chat page asks for: opening, sending, pressing, events, files, leaving."""

import asyncio
import json
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.messenger.methods.media import MOST_IN_ALBUM
from bot.messenger.people_side import Event, NotPossible
from bot.messenger.web import sent_files
from bot.messenger.web.acting import Acting
from bot.messenger.web.asking import (
    BIGGEST_ALBUM,
    BIGGEST_FILE,
    LONGEST,
    CentreLine,
    CentreOf,
    Centres,
    OnLanguage,
    clean,
    key_of,
    number_of,
    wait_for,
)
from bot.messenger.web.doors import Visitor, moved
from bot.messenger.web.guards import HEADERS, address_of, same_origin
from bot.messenger.web.view import page_event

__all__ = [
    "BIGGEST_ALBUM",
    "BIGGEST_FILE",
    "LONGEST",
    "CentreLine",
    "CentreOf",
    "Centres",
    "Conversation",
    "OnLanguage",
]


class Conversation(Acting):
    """The requests of one door's chats."""

    # Requests

    async def open(self, request: Request) -> Response:
        """The page is there: let the person in and, the first time or at another centre's door, start the bot."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        body = await self._body(request)
        language = self.door.language(request)
        centre = body.get("centre")
        centre = centre if centre in {known.id for known in self._centres(language)} else None
        before = self.door.visitor(request)
        if before is None:
            if wait := wait_for(self._newcomers, address_of(request)):
                return self._refuse(request, 429, "webchat-too-many-visits", wait)
            before = self.door.newcomer(request, language)
        elif wait := wait_for(self._returns, before.user_id):
            return self._refuse(request, 429, "webchat-too-many-visits", wait)
        if before is None:
            return self._refuse(request, 401, "webchat-ended")
        visitor = moved(before, centre=centre, language=language)
        name = self.door.name(request) or self._texts.plain(language, "webchat-visitor")
        opened = await self._people.open_chat(visitor.user_id, self._bot_id, language, name)
        group = self.door.group(request)
        if group is None and (not opened.started or visitor.centre != before.centre):
            start = f"/start c-{visitor.centre}" if visitor.centre else "/start"
            # Two windows opened at once are one first visit; going through another centre's door is a new wish.
            key = f"start-{secrets.token_hex(8)}" if opened.started else "start"
            await self._people.send_text(visitor.user_id, self._bot_id, start, key)
        if self._on_language and before.language != language:
            await self._on_language(visitor.user_id, language)
        try:
            chat_id, thread_id = self._chat(request), self.door.thread(request)
            writable = thread_id != 0 and await self._people.may_write(visitor.user_id, chat_id, thread_id)
        except NotPossible:
            return self._refuse(request, 401, "webchat-ended")
        opening = {"me": visitor.user_id, "centre": await self._header(visitor), "writable": writable}
        answer = JSONResponse(opening, headers=HEADERS)
        self.door.remember(request, answer, visitor)
        return answer

    async def here(self, request: Request) -> Response:
        """Does the server know this person? 204 or 401: an event stream cannot tell its page why it failed."""
        return Response(status_code=204 if await self._known(request) else 401, headers=HEADERS)

    async def send(self, request: Request) -> Response:
        """A text. Repeated with the same key it is the same message."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        text, key, reply_to = clean(body.get("text")), key_of(body.get("key")), body.get("reply_to")
        if not text or not key:
            return self._refuse(request, 400, "webchat-empty")
        if len(text) > LONGEST:
            return self._refuse(request, 413, "webchat-too-long")
        reply_to = reply_to if type(reply_to) is int else None
        sending = self._people.send_text(
            visitor.user_id, self._chat(request), text, key, reply_to, self.door.thread(request)
        )
        return await self._done(request, sending)

    async def contact(self, request: Request) -> Response:
        """A phone number that the bot asked for."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        phone, name, key = clean(body.get("phone")), clean(body.get("name")), key_of(body.get("key"))
        if not re.fullmatch(r"\+?\d[\d -]{5,20}", phone) or not key:
            return self._refuse(request, 400, "webchat-bad-phone")
        name = name[:64] or self._texts.plain(self.door.language(request), "webchat-visitor")
        return await self._done(
            request, self._people.send_contact(visitor.user_id, self._chat(request), phone, name, key)
        )

    async def upload(self, request: Request) -> Response:
        """A photo or a file, as multipart/form-data with ``file`` and ``key``."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        if wait := wait_for(self._files, visitor.user_id) or wait_for(self._files_of_address, address_of(request)):
            return self._refuse(request, 429, "webchat-slow-down", wait)
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > BIGGEST_ALBUM + 20_000:
            return self._refuse(request, 413, "webchat-too-big")
        with suppress(HTTPException):  # a malformed form
            async with request.form(max_files=MOST_IN_ALBUM, max_fields=6) as form:
                sent, key = (
                    [file for file in form.getlist("file") if isinstance(file, UploadFile)],
                    key_of(form.get("key")),
                )
                files = [(await file.read(), clean(file.filename)[:128] or "plik") for file in sent]
                if any(len(data) > BIGGEST_FILE for data, _ in files):
                    return self._refuse(request, 413, "webchat-too-big")
                if files and key:
                    caption = clean(form.get("caption"))[:1024] or None
                    place = sent_files.Place(
                        visitor.user_id,
                        self._chat(request),
                        self.door.thread(request),
                        number_of(str(form.get("reply_to", ""))) or None,
                    )
                    seconds = min(number_of(str(form.get("seconds", ""))), 24 * 3600)
                    voice = seconds if form.get("voice") else None
                    return await self._done(
                        request, sent_files.send(self._people, place, files, caption, key, voice=voice)
                    )
        return self._refuse(request, 400, "webchat-refused")

    async def leave(self, request: Request) -> Response:
        """The quick exit: the conversation, the cookie and every open window of it are gone.

        The staff's door only locks behind them: what is said there is the centre's.
        """
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        if (visitor := self.door.visitor(request)) and self.door.erases:
            await self._people.clear_for(visitor.user_id)
        answer = Response(status_code=204, headers=HEADERS)
        self.door.forget(request, answer)
        return answer

    async def file(self, request: Request) -> Response:
        """A file of one's own chat; anything but a known picture is only offered for download."""
        visitor = self.door.visitor(request)
        found = visitor and await self._people.file(visitor.user_id, self._chat(request), request.path_params["file"])
        if not found:
            return Response(status_code=404, headers=HEADERS)
        return sent_files.answer(found, request.headers.get("range"))

    async def events(self, request: Request) -> Response:
        """Server-sent events after ``?after=`` or Last-Event-ID: first what was missed, ``live``, then as it comes."""
        visitor = await self._known(request)
        if visitor is None:
            return Response(status_code=401, headers=HEADERS)
        if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return Response(status_code=403, headers=HEADERS)
        address = address_of(request)
        if self._streams[visitor.user_id] >= 6 or self._streams[address] >= 200:
            return Response(status_code=429, headers=HEADERS)
        after = max(number_of(request.query_params.get("after")), number_of(request.headers.get("last-event-id")))
        headers = dict(HEADERS) | {"X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._stream(request, visitor, address, after), media_type="text/event-stream", headers=headers
        )

    # Events

    async def _stream(self, request: Request, visitor: Visitor, address: str, after: int) -> AsyncIterator[str]:
        chat_id, thread_id = self._chat(request), self.door.thread(request)
        user_id, centre = visitor.user_id, await self._header(visitor)
        following: asyncio.Task[Event | None] | None = None
        with self._counted(user_id, address):
            while batch := await self._people.history(user_id, chat_id, after, thread_id=thread_id):
                for event in batch:
                    after = event.seq
                    yield _sse(event)
            yield _line("live", {})
            coming = self._people.events(user_id, chat_id, after, thread_id)
            closing = asyncio.create_task(self._closing.wait())
            try:
                while True:
                    following = following or asyncio.create_task(_next(coming))
                    done, _ = await asyncio.wait(
                        {following, closing}, timeout=self._heartbeat, return_when=asyncio.FIRST_COMPLETED
                    )
                    if closing in done:
                        return
                    if not await self.door.still(request):  # logged out, idle for too long, or without the role now
                        yield _line("gone", {})
                        return
                    if not done:
                        yield _line("beat", {})
                        continue
                    news, following = following.result(), None
                    if news is None:  # the server stops
                        return
                    if news.kind == "cleared":
                        yield _line("gone", {})
                        return
                    # Typing is no part of the conversation: it has no number of its own.
                    apart = {"action": "typing", "elsewhere": "topics"}.get(news.kind)
                    yield _line(apart, {}) if apart else _sse(news)
                    if (now := await self._header(visitor)) != centre:
                        centre = now
                        yield _line("centre", centre)
            finally:
                closing.cancel()
                if following:
                    following.cancel()

    @contextmanager
    def _counted(self, *keys: object) -> Iterator[None]:
        self._streams.update(keys)
        try:
            yield
        finally:
            self._streams -= Counter(keys)  # drops what is back at zero


async def _next(coming: AsyncIterator[Event]) -> Event | None:
    return await anext(coming, None)


def _sse(event: Event) -> str:
    shown = page_event(event)
    if shown is None:  # nothing to show any more; the number still counts
        return f"id: {event.seq}\nevent: beat\ndata: {{}}\n\n"
    return f"id: {event.seq}\nevent: chat\ndata: {json.dumps(shown)}\n\n"


def _line(kind: str, data: dict[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"
