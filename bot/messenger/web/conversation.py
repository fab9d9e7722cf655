"""What the chat page asks for: opening, sending, pressing, events, files, leaving."""

import asyncio
import json
import re
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from math import ceil
from typing import Any, Final

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.clock import Clock
from bot.messenger.methods.media import MOST_IN_ALBUM
from bot.messenger.people_side import Event, NotPossible, PeopleSide
from bot.messenger.server import Messenger
from bot.messenger.web import leading, sent_files
from bot.messenger.web.doors import Door, Visitor, moved
from bot.messenger.web.guards import HEADERS, SlidingWindow, TooBig, address_of, json_object, same_origin
from bot.messenger.web.view import page_event
from bot.texts import Texts

LONGEST: Final = 4096
"""Characters of one message, as in the Bot API."""
BIGGEST_FILE: Final = 10_000_000
"""Bytes of one file: a phone's photo fits."""
BIGGEST_ALBUM: Final = 20_000_000
"""Bytes of all files that are sent together."""

_REASONS: Final[dict[str, str]] = {
    "too long": "webchat-too-long",
    "empty": "webchat-empty",
    "too big": "webchat-too-big",
    "no rights": "webchat-may-not-write",
}


@dataclass(frozen=True)
class CentreLine:
    """What the header shows of a centre. ``example``: the phone is the demo's, and marked so."""

    id: str
    name: str
    phone: str | None
    example: bool = False


Centres = Callable[[str], Sequence[CentreLine]]
CentreOf = Callable[[int], Awaitable[str | None]]
OnLanguage = Callable[[int, str], Awaitable[None]]


class Conversation:
    """The requests of one door's chats."""

    def __init__(
        self,
        messenger: Messenger,
        texts: Texts,
        door: Door,
        *,
        bot_id: int,
        clock: Clock,
        centres: Centres,
        centre_of: CentreOf | None,
        on_language: OnLanguage | None,
        heartbeat: float,
    ) -> None:
        self.door = door
        self._people: PeopleSide = messenger.people
        self._texts = texts
        self._bot_id = bot_id
        self._centres = centres
        self._centre_of = centre_of
        self._on_language = on_language
        self._heartbeat = heartbeat
        self._closing = asyncio.Event()
        self._streams: Counter[object] = Counter()
        # A person taps and writes quickly; a library or a block of flats shares one address.
        self._per_person = [SlidingWindow(clock, 10, 5), SlidingWindow(clock, 40, 60)]
        self._per_address = [SlidingWindow(clock, 240, 60)]
        self._files = [SlidingWindow(clock, 10, 60), SlidingWindow(clock, 30, 24 * 3600)]
        self._files_of_address = [SlidingWindow(clock, 60, 3600)]
        self._returns = [SlidingWindow(clock, 20, 60)]
        self._newcomers = [SlidingWindow(clock, 30, 60), SlidingWindow(clock, 200, 3600)]

    def close(self) -> None:
        """End the open event streams."""
        self._closing.set()

    async def centre_id(self, visitor: Visitor | None) -> str | None:
        """The centre whose name and phone stand in the header; None when there are several to choose from."""
        if visitor:
            chosen = await self._centre_of(visitor.user_id) if self._centre_of else None
            if chosen or visitor.centre:
                return chosen or visitor.centre
        centres = self._centres("pl")
        return centres[0].id if len(centres) == 1 else None

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
            if wait := _wait(self._newcomers, address_of(request)):
                return self._refuse(request, 429, "webchat-too-many-visits", wait)
            before = self.door.newcomer(request, language)
        elif wait := _wait(self._returns, before.user_id):
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
            writable = await self._people.may_write(visitor.user_id, self._chat(request))
        except NotPossible:
            return self._refuse(request, 401, "webchat-ended")
        opening = {"me": visitor.user_id, "centre": await self._header(visitor), "writable": writable}
        answer = JSONResponse(opening, headers=HEADERS)
        self.door.remember(request, answer, visitor)
        return answer

    def _chat(self, request: Request) -> int:
        """The chat that the address means, as the messenger's people name it."""
        return self.door.group(request) or self._bot_id

    async def here(self, request: Request) -> Response:
        """Does the server know this person? 204 or 401: an event stream cannot tell its page why it failed."""
        return Response(status_code=204 if await self._known(request) else 401, headers=HEADERS)

    async def send(self, request: Request) -> Response:
        """A text. Repeated with the same key it is the same message."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        text, key, reply_to = _clean(body.get("text")), _key(body.get("key")), body.get("reply_to")
        if not text or not key:
            return self._refuse(request, 400, "webchat-empty")
        if len(text) > LONGEST:
            return self._refuse(request, 413, "webchat-too-long")
        reply_to = reply_to if type(reply_to) is int else None
        return await self._done(
            request, self._people.send_text(visitor.user_id, self._chat(request), text, key, reply_to=reply_to)
        )

    async def press(self, request: Request) -> Response:
        """A tapped inline button. The messenger refuses what does not stand on that message."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, data = body.get("message"), body.get("data")
        if type(message_id) is not int or not isinstance(data, str):
            return self._refuse(request, 400, "webchat-old-button")
        try:
            query = await self._people.press(visitor.user_id, self._chat(request), message_id, data)
        except NotPossible:
            return self._refuse(request, 409, "webchat-old-button")
        return JSONResponse({"query": query}, headers=HEADERS)

    async def vote(self, request: Request) -> Response:
        """A choice in a poll, or an empty one to take it back."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        message_id, options = body.get("message"), body.get("options")
        if type(message_id) is not int or not isinstance(options, list) or not all(type(o) is int for o in options):
            return self._refuse(request, 400, "webchat-poll-over")
        try:
            await self._people.vote(visitor.user_id, self._chat(request), message_id, options)
        except NotPossible:
            return self._refuse(request, 409, "webchat-poll-over")
        return JSONResponse({}, headers=HEADERS)

    async def lead(self, request: Request) -> Response:
        """One of `leading.ACTIONS` in a group that the person leads."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        action = (await self._body(request)).get("do")
        group = self.door.group(request)
        if group is None or action not in leading.ACTIONS:
            return self._refuse(request, 400, "webchat-refused")
        try:
            await leading.lead(self._people, action, leader=visitor.user_id, group=group, bot_id=self._bot_id)
        except NotPossible:
            return self._refuse(request, 409, "webchat-lead-refused")
        return JSONResponse({"sentence": self._texts.plain(self.door.language(request), "webchat-lead-done")})

    async def contact(self, request: Request) -> Response:
        """A phone number that the bot asked for."""
        visitor = await self._admit(request)
        if isinstance(visitor, Response):
            return visitor
        body = await self._body(request)
        phone, name, key = _clean(body.get("phone")), _clean(body.get("name")), _key(body.get("key"))
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
        if wait := _wait(self._files, visitor.user_id) or _wait(self._files_of_address, address_of(request)):
            return self._refuse(request, 429, "webchat-slow-down", wait)
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > BIGGEST_ALBUM + 20_000:
            return self._refuse(request, 413, "webchat-too-big")
        with suppress(HTTPException):  # a malformed form
            async with request.form(max_files=MOST_IN_ALBUM, max_fields=4) as form:
                sent, key = (
                    [file for file in form.getlist("file") if isinstance(file, UploadFile)],
                    _key(form.get("key")),
                )
                files = [(await file.read(), _clean(file.filename)[:128] or "plik") for file in sent]
                if any(len(data) > BIGGEST_FILE for data, _ in files):
                    return self._refuse(request, 413, "webchat-too-big")
                if files and key:
                    caption = _clean(form.get("caption"))[:1024] or None
                    chat_id = self._chat(request)
                    sending = sent_files.send(self._people, visitor.user_id, chat_id, files, caption, key)
                    return await self._done(request, sending)
        return self._refuse(request, 400, "webchat-refused")

    async def leave(self, request: Request) -> Response:
        """The quick exit: the conversation, the cookie and every open window of it are gone."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        if visitor := self.door.visitor(request):
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
        after = max(_number(request.query_params.get("after")), _number(request.headers.get("last-event-id")))
        headers = dict(HEADERS) | {"X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._stream(visitor, self._chat(request), address, after), media_type="text/event-stream", headers=headers
        )

    # Events

    async def _stream(self, visitor: Visitor, chat_id: int, address: str, after: int) -> AsyncIterator[str]:
        user_id, centre = visitor.user_id, await self._header(visitor)
        following: asyncio.Task[Event | None] | None = None
        with self._counted(user_id, address):
            while batch := await self._people.history(user_id, chat_id, after):
                for event in batch:
                    after = event.seq
                    yield _sse(event)
            yield _line("live", {})
            coming = self._people.events(user_id, chat_id, after)
            closing = asyncio.create_task(self._closing.wait())
            try:
                while True:
                    following = following or asyncio.create_task(_next(coming))
                    done, _ = await asyncio.wait(
                        {following, closing}, timeout=self._heartbeat, return_when=asyncio.FIRST_COMPLETED
                    )
                    if closing in done:
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
                    yield _line("typing", {}) if news.kind == "action" else _sse(news)
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

    # Small things

    async def _header(self, visitor: Visitor) -> dict[str, Any]:
        centre_id = await self.centre_id(visitor)
        for centre in self._centres(visitor.language):
            if centre.id == centre_id:
                return asdict(centre)
        return {"id": None, "name": None, "phone": None, "example": False}

    async def _known(self, request: Request) -> Visitor | None:
        """Who asks, if the messenger still has the chat."""
        visitor = self.door.visitor(request)
        if visitor:
            try:
                await self._people.history(visitor.user_id, self._chat(request), 0, 1)
            except NotPossible:
                return None
        return visitor

    async def _admit(self, request: Request) -> Visitor | Response:
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        visitor = self.door.visitor(request)
        if visitor is None:
            return self._refuse(request, 401, "webchat-ended")
        wait = _wait(self._per_person, visitor.user_id) or _wait(self._per_address, address_of(request))
        return self._refuse(request, 429, "webchat-slow-down", wait) if wait else visitor

    async def _body(self, request: Request) -> dict[str, Any]:
        try:
            return await json_object(request)
        except TooBig:
            return {"text": "x" * (LONGEST + 1), "key": "too-long"}

    async def _done(self, request: Request, sending: Awaitable[int]) -> Response:
        try:
            return JSONResponse({"message": await sending}, headers=HEADERS)
        except NotPossible as refusal:
            if refusal.reason == "no chat":
                return self._refuse(request, 401, "webchat-ended")
            return self._refuse(request, 409, _REASONS.get(refusal.reason, "webchat-refused"))

    def _refuse(self, request: Request, status: int, key: str, wait: float = 0) -> Response:
        body: dict[str, Any] = {"sentence": self._texts.plain(self.door.language(request), key)}
        headers = dict(HEADERS)
        if wait:
            body["retry_after"] = ceil(wait)
            headers["Retry-After"] = str(ceil(wait))
        return JSONResponse(body, status, headers)


async def _next(coming: AsyncIterator[Event]) -> Event | None:
    return await anext(coming, None)


def _sse(event: Event) -> str:
    shown = page_event(event)
    if shown is None:  # nothing to show any more; the number still counts
        return f"id: {event.seq}\nevent: beat\ndata: {{}}\n\n"
    return f"id: {event.seq}\nevent: chat\ndata: {json.dumps(shown)}\n\n"


def _line(kind: str, data: dict[str, Any]) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


def _wait(windows: list[SlidingWindow], key: object) -> float:
    return max(window.wait(key) for window in windows)


def _clean(value: object) -> str:
    """Text that every database takes: no NUL, no half characters."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "").strip()


def _key(value: object) -> str | None:
    return value if isinstance(value, str) and re.fullmatch(r"[\w-]{4,64}", value) else None


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else 0
