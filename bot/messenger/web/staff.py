"""The staff's console: the same chat behind named logins, with the centre's staff room.

The link that lets in carries its secret after the ``#``: no server or proxy ever sees it in an address, and a
messenger that looks at links before people do cannot use it up. The page hands it over in a request's body.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from math import ceil
from typing import Any, Final, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.clock import Clock
from bot.errors import OkienkoError
from bot.messenger.web.doors import Room, Visitor, asked_language
from bot.messenger.web.guards import HEADERS, SlidingWindow, address_of, json_object, same_origin
from bot.texts import Texts

Handler = Callable[[Request], Awaitable[Response]]

PREFIX: Final = "/personel"
HOME: Final = f"{PREFIX}/czat"
_COOKIE: Final = "okienko_staff"
_LANGUAGE: Final = "okienko_staff_lang"


@dataclass(frozen=True)
class StaffPerson:
    """Somebody of the staff who is logged in. ``rooms``: the staff rooms of their centre, number and title."""

    user_id: int
    centre: str
    language: str
    name: str
    rooms: Sequence[tuple[int, str]]


class StaffKeys(Protocol):
    """What the door asks of who keeps the logins. Refusals are `OkienkoError`."""

    async def open_link(self, secret: str) -> str:
        """Use up a link; gives the secret of a new session."""

    async def open_by_password(self, name: str, password: str) -> str:
        """The same by name and password."""

    async def who(self, session: str) -> StaffPerson | None:
        """Who a session lets in now."""

    async def seen(self, session: str) -> None:
        """Something was done: the session lasts on."""

    async def end(self, session: str) -> None:
        """Log out."""

    async def set_password(self, session: str, password: str) -> None:
        """A password beside links."""


class StaffDoor:
    """The door of the console. `admitted` looks who asks before anything else happens."""

    exit = PREFIX
    erases = False

    def __init__(self, keys: StaffKeys, texts: Texts, clock: Clock) -> None:
        self._keys = keys
        self._texts = texts
        self._tries = [SlidingWindow(clock, 10, 60), SlidingWindow(clock, 40, 3600)]
        self._tries_of_name = [SlidingWindow(clock, 10, 3600)]

    # The door of a chat

    def base(self, request: Request) -> str:
        group, topic = request.path_params.get("group"), request.path_params.get("topic")
        return HOME + (f"/g/{group}" if group else "") + (f"/t/{topic}" if topic else "")

    def group(self, request: Request) -> int | None:
        group = request.path_params.get("group")
        return int(group) if group else None

    def thread(self, request: Request) -> int | None:
        return int(request.path_params.get("topic", 0)) if "group" in request.path_params else None

    async def still(self, request: Request) -> bool:
        return await self._who(request) is not None

    def rooms(self, request: Request) -> list[Room]:
        person, here = _person(request), self.group(request)
        if person is None:
            return []
        rooms = [Room(title, f"{HOME}/g/{number}/", number == here) for number, title in person.rooms]
        return [Room(None, f"{HOME}/", here is None), *rooms]

    def name(self, request: Request) -> str | None:
        person = _person(request)
        return person.name if person else None

    def visitor(self, request: Request) -> Visitor | None:
        person = _person(request)
        return Visitor(person.user_id, person.centre, person.language) if person else None

    def newcomer(self, request: Request, language: str) -> Visitor | None:
        return None

    def language(self, request: Request) -> str:
        person = _person(request)
        return asked_language(request, request.cookies.get(_LANGUAGE) or (person.language if person else None))

    def remember_language(self, request: Request, response: Response, language: str) -> None:
        self._set(response, _LANGUAGE, language)

    def remember(self, request: Request, response: Response, visitor: Visitor) -> None:
        pass  # the session's cookie came with the login

    def forget(self, request: Request, response: Response) -> None:
        response.delete_cookie(_COOKIE, path=PREFIX, secure=True, httponly=True, samesite="strict")

    def _set(self, response: Response, name: str, value: str) -> None:
        # Without an end: it goes with the browser. How long it counts, the server decides.
        response.set_cookie(name, value, path=PREFIX, secure=True, httponly=True, samesite="strict")

    # Who comes

    async def _who(self, request: Request) -> StaffPerson | None:
        secret = request.cookies.get(_COOKIE, "")
        person = await self._keys.who(secret) if secret else None
        group = request.path_params.get("group")
        if person and group is not None and int(group) not in {number for number, _ in person.rooms}:
            return None
        return person

    def admitted(self, handler: Handler) -> Handler:
        """Only for who is logged in: others are led to the login, or told that the session is over."""

        @wraps(handler)
        async def guarded(request: Request) -> Response:
            person = await self._who(request)
            if person is None:
                if request.method == "GET" and request.url.path.endswith("/"):
                    return RedirectResponse(PREFIX, 303, HEADERS)
                return self._refuse(request, 401, "webchat-staff-ended")
            request.state.staff = person
            if request.method == "POST" or request.url.path.endswith("/"):
                await self._keys.seen(request.cookies[_COOKIE])
            return await handler(request)

        return guarded

    # Coming in and going

    async def known(self, request: Request) -> bool:
        """Whether who asks for the login is in already."""
        return await self._who(request) is not None

    async def enter(self, request: Request) -> Response:
        """A link's secret, or a name and a password."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        body = await json_object(request, 4096)
        secret, name, password = (_text(body.get(field)) for field in ("key", "name", "password"))
        wait = max(window.wait(address_of(request)) for window in self._tries)
        if not secret:
            wait = max(wait, *(window.wait(name.casefold()) for window in self._tries_of_name))
        if wait:
            return self._refuse(request, 429, "webchat-staff-too-often", retry_after=ceil(wait))
        try:
            opened = await (self._keys.open_link(secret) if secret else self._keys.open_by_password(name, password))
        except OkienkoError as refusal:
            return self._refuse(request, 403, refusal.key, refusal.values)
        answer = JSONResponse({"to": f"{HOME}/"}, headers=HEADERS)
        self._set(answer, _COOKIE, opened)
        return answer

    async def leave(self, request: Request) -> Response:
        """Log out: the session is over, also for other windows of this browser."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        if secret := request.cookies.get(_COOKIE):
            await self._keys.end(secret)
        answer = Response(status_code=204, headers=HEADERS)
        self.forget(request, answer)
        return answer

    async def password(self, request: Request) -> Response:
        """A new password for who is logged in."""
        if not same_origin(request):
            return self._refuse(request, 403, "webchat-refused")
        given = (await json_object(request, 4096)).get("password")
        try:
            await self._keys.set_password(request.cookies[_COOKIE], given if isinstance(given, str) else "")
        except OkienkoError as refusal:
            return self._refuse(request, 409, refusal.key, refusal.values)
        return JSONResponse({"sentence": self._texts.plain(self.language(request), "webchat-staff-password-set")})

    def _refuse(
        self, request: Request, status: int, key: str, values: dict[str, Any] | None = None, **more: int
    ) -> Response:
        sentence = self._texts.plain(self.language(request), key, **(values or {}))
        return JSONResponse({"sentence": sentence, **more}, status, HEADERS)


def _person(request: Request) -> StaffPerson | None:
    person: StaffPerson | None = getattr(request.state, "staff", None)
    return person


def _text(value: object) -> str:
    return value[:300] if isinstance(value, str) and re.fullmatch(r"[^\0\ud800-\udfff]*", value) else ""
